/* SPDX-License-Identifier: MIT */
/* Words of somebody who did a thing, and did not read of it. */
#include "core/model/doing.h"

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/text/unicode.h"

/* Folded, whole words. */
static const char *const words[] = {
	"built", "build a", "created", "deployed", "set up", "setup", "wrote",
	"made a", "implemented", "configured", "tried", "ran", "lab", "labs",
	"launched", "connected", "gebaut", "erstellt", "ausprobiert",
	"eingerichtet", "aufgesetzt", "construi", "deploye", "cree",
	"construido", "desplegado", "creado", "criei",
};

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
}

static bool has_word(struct str s, struct str word)
{
	size_t from = 0, at;

	while ((at = from + str_find_str(str_from(s, from), word)) < s.len) {
		size_t end = at + word.len;

		if ((!at || !is_word(s.s[at - 1])) &&
		    (end == s.len || !is_word(s.s[end])))
			return true;
		from = end;
	}
	return false;
}

bool tells_of_doing(struct str text)
{
	AUTO(strbuf) folded = STRBUF_INIT;

	unicode_add_folded(&folded, text);
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (has_word(strbuf_slice(&folded), str_of(words[i])))
			return true;
	return false;
}
