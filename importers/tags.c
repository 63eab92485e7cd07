/* SPDX-License-Identifier: MIT */
/* Tags of entries from other programs. */
#include "importers/tags.h"

#include <ctype.h>
#include <string.h>

#define TAG_BYTES 200

static bool is_plain(struct str tag)
{
	for (size_t i = 0; i < tag.len; i++)
		if ((unsigned char)tag.s[i] < ' ' || tag.s[i] == 127)
			return false;
	return tag.len && tag.len <= TAG_BYTES;
}

void tags_add(struct entry *e, struct str tag, struct arena *mem)
{
	tag = str_trim(tag);
	while (tag.len && strchr("@#", tag.s[0] ? tag.s[0] : 1))
		tag = str_from(tag, 1);
	if (!is_plain(tag) || e->ntags == TAGS_MAX)
		return;
	for (size_t i = 0; i < e->ntags; i++)
		if (str_is(tag, e->tags[i]))
			return;
	if (!e->tags)
		e->tags = arena_alloc(mem, TAGS_MAX * sizeof(*e->tags));
	e->tags[e->ntags++] = arena_strndup(mem, tag.s, tag.len);
}

static bool is_tag_byte(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80 ||
	       (c && strchr("_-+*#/", c));
}

/* "@C++," is C++, and what stands in "kyla@example.org" is no tag. */
void tags_add_named(struct entry *e, struct str text, struct arena *mem)
{
	for (size_t i = 0; i < text.len; i++) {
		size_t end = i + 1;

		if (text.s[i] != '@' ||
		    (i && !isspace((unsigned char)text.s[i - 1])))
			continue;
		while (end < text.len && is_tag_byte(text.s[end]))
			end++;
		tags_add(e, str_upto(str_from(text, i + 1), end - i - 1), mem);
		i = end - 1;
	}
}
