/* SPDX-License-Identifier: MIT */
/*
 * Reading the catalogue's files (core/model/topics/, hecto-topics(5)):
 *
 *	%group aws
 *	%vendor AWS, Amazon
 *	firehose < kinesis | Amazon Data Firehose | Firehose!A, Kinesis Firehose
 *		| cue: delivery stream | unless: hose
 */
#include "core/model/topic_catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/ascii.h"

struct reader {
	struct topic_catalogue *c;
	uint32_t group;
	struct strset cues;		/* each with its number */
	uint32_t *numbers;		/* of all lists of cues */
	size_t count, cap;
};

static const struct {
	char letter;
	uint8_t flag;
} flags[] = {
	{ 'U', TOPIC_CAPS },
	{ 'C', TOPIC_CAPITAL },
	{ 'A', TOPIC_AMBIGUOUS },
	{ 'V', TOPIC_VENDOR },
};

/* Of an alias: slips in it are the topic as well. */
#define MISSPELT 'M'

static uint8_t flags_parse(struct str letters)
{
	uint8_t all = 0;

	for (size_t i = 0; i < letters.len; i++)
		for (size_t k = 0; k < ARRAY_SIZE(flags); k++)
			if (flags[k].letter == letters.s[i])
				all |= flags[k].flag;
	return all;
}

/* The next part of a list, without blanks around it. */
static struct str next_part(struct str *rest, char sep)
{
	struct str part = str_next_field(rest, sep);

	return part.s ? str_trim(part) : part;
}

/* Is there already an alias of this entry with the key of `name`? */
static bool has_alias(const struct topic_catalogue *c, size_t from,
		      struct str name)
{
	char key[TOPIC_KEY_MAX + 1];

	topic_squeeze(name, key, NULL);
	for (size_t i = from; i < c->naliases; i++)
		if (!strcmp(catalogue_key(c, i), key))
			return true;
	return false;
}

/* "Amazon S3" without its maker is "S3"; `cut` says if there was one. */
static struct str without_maker(const struct topic_group *g, struct str name,
				bool *cut)
{
	struct str makers = g->makers, maker;
	size_t longest = 0;

	while ((maker = next_part(&makers, ',')).s)
		if (name.len > maker.len && name.s[maker.len] == ' ' &&
		    maker.len > longest &&
		    str_eq_nocase(str_upto(name, maker.len), maker))
			longest = maker.len;
	*cut = longest > 0;
	return str_trim(str_from(name, longest));
}

/* "Identity & Access Management" where it has "and". */
static void alias_with_sign(struct reader *r, uint32_t of, size_t first,
			    struct str alias, uint8_t when)
{
	size_t at = str_find_str(alias, STR(" and "));
	AUTO(strbuf) with = STRBUF_INIT;

	if (at >= alias.len)
		return;
	strbuf_addslice(&with, str_upto(alias, at));
	strbuf_addstr(&with, " & ");
	strbuf_addslice(&with, str_from(alias, at + strlen(" and ")));
	if (!has_alias(r->c, first, strbuf_slice(&with)))
		catalogue_alias(r->c, ALIAS_TOPIC, of, strbuf_slice(&with),
				when);
}

/* "Secrets Mgr": the last word as it is noted in haste, which is no other word
 * in lower case either. */
static void alias_in_short(struct reader *r, uint32_t of, size_t first,
			   struct str alias, uint8_t when)
{
	static const struct {
		const char *whole, *brief;
	} words[] = {
		{ " Manager", " Mgr" },
		{ " Management", " Mgmt" },
		{ " Gateway", " GW" },
	};
	AUTO(strbuf) with = STRBUF_INIT;

	if (when & TOPIC_VENDOR)
		return;
	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		size_t len = strlen(words[i].whole);

		if (alias.len <= len || !str_is(str_from(alias, alias.len - len),
						words[i].whole))
			continue;
		strbuf_addslice(&with, str_upto(alias, alias.len - len));
		strbuf_addstr(&with, words[i].brief);
		if (!has_alias(r->c, first, strbuf_slice(&with)))
			catalogue_alias(r->c, ALIAS_TOPIC, of,
					strbuf_slice(&with),
					when & (uint8_t)~TOPIC_CAPITAL);
	}
}

static void alias_add(struct reader *r, uint32_t of, size_t first,
		      struct str alias, uint8_t when)
{
	catalogue_alias(r->c, ALIAS_TOPIC, of, alias, when);
	alias_with_sign(r, of, first, alias, when);
	alias_in_short(r, of, first, alias, when);
}

/* With the byte at `at` left out, or swapped with the next one. */
static void alias_with_slip(struct reader *r, uint32_t of, size_t first,
			    struct str alias, size_t at, bool swap)
{
	AUTO(strbuf) with = STRBUF_INIT;

	strbuf_addslice(&with, str_upto(alias, at));
	if (swap) {
		strbuf_addch(&with, alias.s[at + 1]);
		strbuf_addch(&with, alias.s[at]);
	}
	strbuf_addslice(&with, str_from(alias, at + (swap ? 2 : 1)));
	if (!has_alias(r->c, first, strbuf_slice(&with)))
		catalogue_alias(r->c, ALIAS_TOPIC, of, strbuf_slice(&with), 0);
}

/* "kuberntes", "terrafrom": the first letter is hardly ever another one, and
 * without its last s a name would be many of something. */
static void alias_misspelt(struct reader *r, uint32_t of, size_t first,
			   struct str alias)
{
	for (size_t i = 1; i < alias.len; i++) {
		bool last = i + 1 == alias.len;
		char c = alias.s[i];

		if (!ascii_is_lower(c))
			continue;
		if (c != alias.s[i - 1] && !(last && c == 's'))
			alias_with_slip(r, of, first, alias, i, false);
		if (!last && ascii_is_lower(alias.s[i + 1]) &&
		    alias.s[i + 1] != c)
			alias_with_slip(r, of, first, alias, i, true);
	}
}

/* Those of a list that people misspell; all others stand there already. */
static void misspelt_parse(struct reader *r, uint32_t of, size_t first,
			   struct str list)
{
	struct str alias;

	while ((alias = next_part(&list, ',')).s) {
		size_t bang = str_find(alias, '!');
		struct str letters = str_from(alias, bang);

		if (str_find(letters, MISSPELT) < letters.len)
			alias_misspelt(r, of, first, str_upto(alias, bang));
	}
}

static void aliases_parse(struct reader *r, uint32_t of, struct str list,
			  struct str name)
{
	struct topic_catalogue *c = r->c;
	size_t first = c->naliases;
	struct str alias, rest = list;
	bool cut;

	while ((alias = next_part(&rest, ',')).s) {
		size_t bang = str_find(alias, '!');

		alias_add(r, of, first, str_upto(alias, bang),
			  flags_parse(str_from(alias, bang)));
	}
	name = without_maker(&c->groups[r->group], name, &cut);
	if (!has_alias(c, first, name))
		alias_add(r, of, first, name, cut ? TOPIC_VENDOR : 0);
	misspelt_parse(r, of, first, list);
}

/* Many topics share cues. */
static uint32_t cue_number(struct reader *r, struct str word)
{
	struct topic_catalogue *c = r->c;
	size_t number = c->ncues;

	if (strset_get(&r->cues, word, &number))
		return (uint32_t)number;
	strset_put(&r->cues, word, number);
	catalogue_alias(c, ALIAS_CUE, (uint32_t)number, word, 0);
	c->ncues++;
	return (uint32_t)number;
}

static void cues_add(struct reader *r, struct str list)
{
	struct str word;

	while ((word = next_part(&list, ',')).s) {
		if (!word.len)
			continue;
		XGROW(r->numbers, r->count, r->cap);
		r->numbers[r->count++] = cue_number(r, word);
	}
}

/* What the parts of a topic have behind `label`, in one list. */
static const struct cue_list *cues_parse(struct reader *r, struct str parts,
					 const char *label)
{
	struct cue_list *out = arena_alloc(&r->c->mem, sizeof(*out));
	struct str part;

	out->first = (uint32_t)r->count;
	while ((part = next_part(&parts, '|')).s)
		if (str_starts(part, label))
			cues_add(r, str_from(part, strlen(label)));
	out->count = (uint32_t)r->count - out->first;
	return out;
}

static void topic_parse(struct reader *r, struct str text)
{
	struct str head = next_part(&text, '|');
	struct str name = next_part(&text, '|');
	struct str list = next_part(&text, '|');
	struct str id = next_part(&head, '<');
	struct topic_entry *e;

	if (!id.len || !name.s)
		return;
	e = catalogue_entry(r->c, id, name, str_trim(head), r->group);
	aliases_parse(r, (uint32_t)r->c->count - 1,
		      list.s ? list : STR(""), name);
	e->cues = cues_parse(r, text, "cue:");
	e->unless = cues_parse(r, text, "unless:");
}

static void makers_parse(struct reader *r, struct str list)
{
	struct str maker;

	r->c->groups[r->group].makers = list;
	while ((maker = next_part(&list, ',')).s)
		catalogue_alias(r->c, ALIAS_MAKER, r->group, maker, 0);
}

static void neighbours_parse(struct reader *r, struct str list, size_t side)
{
	struct strset *words = &r->c->groups[r->group].neighbours;
	char key[TOPIC_KEY_MAX + 1];
	struct str word;

	while ((word = next_part(&list, ',')).s) {
		size_t sides = 0;
		struct str folded = { key, topic_squeeze(word, key, NULL) };

		strset_get(words, folded, &sides);
		strset_put(words, folded, sides | side);
	}
}

/* "%group NAME"; "%vendor", "%before", "%after", "%learn", "%kind": words. */
static void directive_parse(struct reader *r, struct str line)
{
	struct str word = str_next_field(&line, ' ');

	line = str_trim(line);
	if (str_is(word, "%group"))
		r->group = catalogue_group(r->c, line);
	else if (str_is(word, "%vendor"))
		makers_parse(r, line);
	else if (str_is(word, "%before"))
		neighbours_parse(r, line, NEIGHBOUR_BEFORE);
	else if (str_is(word, "%after"))
		neighbours_parse(r, line, NEIGHBOUR_AFTER);
	else if (str_is(word, "%learn"))
		neighbours_parse(r, line, NEIGHBOUR_LEARN);
	else if (str_is(word, "%kind"))
		neighbours_parse(r, line, NEIGHBOUR_KIND);
}

static bool goes_on(struct str rest)
{
	return rest.len && (*rest.s == '\t' || *rest.s == ' ');
}

/* A topic goes on over the lines that begin with a blank.  They are joined by
 * one, so that a name may be wrapped between its words. */
static struct str next_stanza(struct reader *r, struct str *rest)
{
	struct str line = str_next_line(rest);
	AUTO(strbuf) all = STRBUF_INIT;

	if (!line.s || !goes_on(*rest))
		return line;
	strbuf_addslice(&all, str_trim_right(line));
	while (goes_on(*rest)) {
		strbuf_addch(&all, ' ');
		strbuf_addslice(&all, str_trim(str_next_line(rest)));
	}
	return arena_str(&r->c->mem, strbuf_slice(&all));
}

static const uint32_t *numbers_keep(struct topic_catalogue *c,
				    struct reader *r)
{
	uint32_t *kept = arena_alloc(&c->mem, r->count * sizeof(*kept));

	if (r->count)
		memcpy(kept, r->numbers, r->count * sizeof(*kept));
	free(r->numbers);
	strset_release(&r->cues);
	return kept;
}

void catalogue_parse(struct topic_catalogue *c, struct str text)
{
	struct reader r = { .c = c, .group = catalogue_group(c, STR("user")) };
	struct str stanza;

	while ((stanza = next_stanza(&r, &text)).s) {
		if (str_starts(stanza, "%"))
			directive_parse(&r, stanza);
		else if (stanza.len && *stanza.s != '#')
			topic_parse(&r, stanza);
	}
	c->cues = numbers_keep(c, &r);
}
