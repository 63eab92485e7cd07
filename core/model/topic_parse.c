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
#include "core/model/topic_variants.h"

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
	{ 'U', TOPIC_CAPS },   { 'C', TOPIC_CAPITAL }, { 'A', TOPIC_AMBIGUOUS },
	{ 'V', TOPIC_VENDOR }, { 'P', TOPIC_PART },
};

/* Of an alias: slips in it are the topic as well. */
#define MISSPELT 'M'

/* Of an alias: it has releases. */
#define NUMBERED 'N'

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

/* The aliases of a list; then, behind all that are given, how else they are
 * written. */
static void names_parse(const struct topic_aliases *of, struct str list)
{
	struct str alias, rest = list;

	while ((alias = next_part(&rest, ',')).s) {
		size_t bang = str_find(alias, '!');

		catalogue_alias(of->c, ALIAS_TOPIC, of->of,
				str_upto(alias, bang),
				flags_parse(str_from(alias, bang)));
	}
}

static void variants_parse(const struct topic_aliases *of, struct str list)
{
	struct str alias;

	while ((alias = next_part(&list, ',')).s) {
		size_t bang = str_find(alias, '!');
		struct str letters = str_from(alias, bang);

		alias = str_upto(alias, bang);
		topic_add_variants(of, alias, flags_parse(letters));
		if (str_find(letters, MISSPELT) < letters.len)
			topic_add_slips(of, alias, flags_parse(letters));
		if (str_find(letters, NUMBERED) < letters.len)
			topic_add_releases(of, alias);
	}
}

static void aliases_parse(struct reader *r, uint32_t entry, struct str list,
			  struct str name)
{
	const struct topic_aliases of = { r->c, entry, r->c->naliases };
	uint8_t when;
	bool cut;

	names_parse(&of, list);
	name = without_maker(&r->c->groups[r->group], name, &cut);
	when = cut ? TOPIC_VENDOR : 0;
	if (!topic_has_alias(&of, name))
		catalogue_alias(r->c, ALIAS_TOPIC, entry, name, when);
	else
		name = STR("");
	variants_parse(&of, list);
	topic_add_variants(&of, name, when);
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
		catalogue_alias(r->c, ALIAS_MAKER, r->group, maker,
				maker.len && ascii_is_lower(*maker.s)
					? TOPIC_SMALL
					: 0);
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

/* "%group NAME"; "%vendor", "%before" and the like: words. */
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
	else if (str_is(word, "%note"))
		neighbours_parse(r, line, NEIGHBOUR_NOTE);
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
