/* SPDX-License-Identifier: MIT */
/*
 * Part of the build: topic_tables OUT FILE... reads the catalogue of topics and
 * writes it as constant tables in C (core/model/topic_tables.h).
 */
#include "core/model/topic_tables.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/base/strbuf.h"

/* What a new catalogue has here: nothing. */
const struct topic_tables topic_tables;

/* Where the tables go, and the strings that they have so far. */
struct tables {
	FILE *out;
	const struct topic_catalogue *c;
	struct strset places;
	struct strbuf strings;
	struct topic_word_set *cues;	/* by number: what it begins with */
};

/* Where a string is kept; one that is there already is not kept twice. */
static size_t place_of(struct tables *t, struct str s)
{
	size_t at = t->strings.len;

	if (!s.len)
		return 0;
	if (strset_get(&t->places, s, &at))
		return at;
	strset_put(&t->places, s, at);
	strbuf_addslice(&t->strings, s);
	strbuf_addch(&t->strings, '\0');
	return at;
}

static size_t place(struct tables *t, const char *s)
{
	return place_of(t, str_of(s ? s : ""));
}

static void begin(struct tables *t, const char *type, const char *name)
{
	fprintf(t->out, "\nstatic const %s %s[] = {\n", type, name);
}

/* Of a trie, whose tables are called `of` what it holds. */
static void begin_of(struct tables *t, const char *type, const char *of,
		     const char *name)
{
	char whole[32];

	snprintf(whole, sizeof(whole), "%s_%s", of, name);
	begin(t, type, whole);
}

/* No array is empty: ISO C has none. */
static void end(struct tables *t)
{
	fputs("{ 0 } };\n", t->out);
}

static void write_numbers(struct tables *t, const uint32_t *numbers,
			  size_t count)
{
	for (size_t i = 0; i < count; i++)
		fprintf(t->out, "%" PRIu32 ",%c", numbers[i],
			i % 16 == 15 ? '\n' : ' ');
	fputs("0 };\n", t->out);
}

static void write_strings(struct tables *t)
{
	begin(t, "char", "strings");
	for (size_t i = 0; i < t->strings.len; i++)
		fprintf(t->out, "'\\%o',%c", (unsigned char)t->strings.buf[i],
			i % 16 == 15 ? '\n' : ' ');
	fputs("'\\0' };\n", t->out);
}

static void write_cue_list(struct tables *t, const struct cue_list *list)
{
	struct topic_word_set words = { { 0 } };

	for (uint32_t i = 0; i < list->count; i++)
		topic_word_set_join(&words, &t->cues[t->c->cues[list->first + i]]);
	fprintf(t->out, " { %" PRIu32 ", %" PRIu32 ", { {", list->first,
		list->count);
	for (int i = 0; i < TOPIC_SET_PARTS; i++)
		fprintf(t->out, " 0x%" PRIx64 ",", words.bits[i]);
	fputs(" } } },", t->out);
}

static void write_rows(struct tables *t)
{
	begin(t, "struct topic_row", "rows");
	for (size_t i = 0; i < t->c->count; i++) {
		const struct topic_entry *e = t->c->entries[i];
		const char *strings[] = {
			e->topic.id, e->topic.name, e->topic.parent,
			e->id_key.text, e->name_key.text,
		};

		fprintf(t->out, "{ 0x%" PRIx64 ", 0x%" PRIx64 ", ",
			e->id_key.sum, e->name_key.sum);
		for (size_t k = 0; k < ARRAY_SIZE(strings); k++)
			fprintf(t->out, "%zu, ", place(t, strings[k]));
		fprintf(t->out, "%" PRIu32 ",", e->group);
		write_cue_list(t, e->cues);
		write_cue_list(t, e->unless);
		fputs(" },\n", t->out);
	}
	end(t);
}

static void write_aliases(struct tables *t)
{
	begin(t, "struct topic_alias", "aliases");
	for (size_t i = 0; i < t->c->naliases; i++) {
		const struct topic_alias *a = &t->c->aliases[i];

		fprintf(t->out,
			"{ 0x%" PRIx64 ", %zu, %" PRIu32 ", %" PRIu32
			", %u, '\\%o', %u, %u, %u },\n",
			a->breaks, place(t, catalogue_key(t->c, i)), a->of,
			a->next, a->len, (unsigned char)a->last, a->flags,
			a->kind, a->slip);
	}
	end(t);
}

/* In the order of their bytes, so that each build writes the same. */
static void write_neighbours(struct tables *t)
{
	begin(t, "struct topic_neighbour_row", "neighbours");
	for (size_t g = 0; g < t->c->ngroups; g++) {
		const struct strset *set = &t->c->groups[g].neighbours;
		const char **words = strset_in_order(set);

		for (size_t i = 0; i < set->count; i++) {
			size_t sides = 0;

			strset_get(set, str_of(words[i]), &sides);
			fprintf(t->out, "{ %zu, %zu },\n", place(t, words[i]),
				sides);
		}
		free(words);
	}
	end(t);
}

static void write_groups(struct tables *t)
{
	size_t words = 0;

	begin(t, "struct topic_group_row", "groups");
	for (size_t g = 0; g < t->c->ngroups; g++) {
		const struct topic_group *group = &t->c->groups[g];

		fprintf(t->out, "{ %zu, ", place(t, group->name));
		fprintf(t->out, "%zu, ", place_of(t, group->makers));
		fprintf(t->out, "%zu, %zu },\n", words,
			group->neighbours.count);
		words += group->neighbours.count;
	}
	end(t);
}

static void write_nodes(struct tables *t, const struct topic_trie *trie,
			const char *of)
{
	begin_of(t, "struct topic_node", of, "nodes");
	for (size_t n = 0; n < trie->count; n++)
		fprintf(t->out, "{ %" PRIu32 ", %u, %d, %d, %d, %d },%c",
			trie->nodes[n].first, trie->nodes[n].class,
			trie->nodes[n].last, trie->nodes[n].parts,
			trie->nodes[n].ends, trie->nodes[n].leads,
			n % 4 == 3 ? '\n' : ' ');
	end(t);
}

static void write_firsts(struct tables *t, const struct topic_trie *trie,
			 const char *of)
{
	begin_of(t, "struct topic_first", of, "firsts");
	for (size_t i = 0; i <= trie->mask; i++) {
		const struct topic_first *f = &trie->firsts[i];

		if (f->word)
			fprintf(t->out,
				"[%zu] = { 0x%" PRIx64 ", 0x%" PRIx64 ", %" PRIu32
				", %" PRIu32 ", %" PRIu32 ", 0x%" PRIx32
				" },\n",
				i, f->word, f->next, f->node, f->name,
				f->single, f->pairs);
	}
	fprintf(t->out, "[%zu] = ", trie->mask + 1);
	end(t);
}

static void write_starts(struct tables *t, const struct topic_starts *starts,
			 const char *of)
{
	fprintf(t->out,
		"\nstatic const struct topic_starts %s_starts = {\n"
		"\t.bits = {\n", of);
	for (size_t i = 0; i < WORD_PARTS; i++)
		fprintf(t->out, "0x%" PRIx64 ",%c", starts->bits[i],
			i % 4 == 3 ? '\n' : ' ');
	fputs("\t},\n\t.symbols = { ", t->out);
	for (size_t i = 0; i < starts->nsymbols; i++)
		fprintf(t->out, "'\\%o', ", (unsigned char)starts->symbols[i]);
	fprintf(t->out, "'\\0' },\n\t.nsymbols = %zu,\n};\n",
		starts->nsymbols);
}

static void write_trie_tables(struct tables *t, const struct topic_trie *trie,
			      const char *of)
{
	write_nodes(t, trie, of);
	begin_of(t, "uint32_t", of, "alias");
	write_numbers(t, trie->alias, trie->count);
	begin_of(t, "uint32_t", of, "dense");
	write_numbers(t, trie->dense, trie->ndense * trie->width);
	write_firsts(t, trie, of);
	write_starts(t, trie->starts, of);
}

static void write_trie(struct tables *t, const struct topic_trie *trie,
		       const char *of, const char *member)
{
	fprintf(t->out, "\t.%s = {\n"
		"\t\t.nodes = %s_nodes, .alias = %s_alias,\n"
		"\t\t.dense = %s_dense, .firsts = %s_firsts,\n"
		"\t\t.starts = &%s_starts,\n", member, of, of, of, of, of);
	fprintf(t->out, "\t\t.count = %zu, .ndense = %zu, .width = %zu,\n"
		"\t\t.mask = %zu,\n"
		"\t\t.class_of = { ",
		trie->count, trie->ndense, trie->width, trie->mask);
	for (size_t i = 0; i < ARRAY_SIZE(trie->class_of); i++)
		fprintf(t->out, "%u, ", trie->class_of[i]);
	fputs("},\n\t},\n", t->out);
}

static size_t cues_of(const struct topic_catalogue *c)
{
	size_t end_of = 0;

	for (size_t i = 0; i < c->count; i++) {
		const struct cue_list *last = c->entries[i]->unless;

		end_of = last->first + last->count;
	}
	return end_of;
}

static void write_all(struct tables *t)
{
	const struct topic_catalogue *c = t->c;

	fputs("/* Made by scripts/topic_tables.c. */\n"
	      "#include \"core/model/topic_tables.h\"\n", t->out);
	write_rows(t);
	write_aliases(t);
	write_neighbours(t);
	write_groups(t);
	begin(t, "uint32_t", "cues");
	write_numbers(t, c->cues, cues_of(c));
	write_trie_tables(t, &c->tries[0], "name");
	write_trie_tables(t, &c->cue_trie, "cue");
	write_strings(t);
	fprintf(t->out, "\nconst struct topic_tables topic_tables = {\n"
		"\t.strings = strings, .rows = rows, .aliases = aliases,\n"
		"\t.groups = groups, .neighbours = neighbours, .cues = cues,\n"
		"\t.nrows = %zu, .naliases = %zu, .ngroups = %zu,\n"
		"\t.ncues = %zu,\n", c->count, c->naliases, c->ngroups,
		c->ncues);
	write_trie(t, &c->tries[0], "name", "names");
	write_trie(t, &c->cue_trie, "cue", "cue_trie");
	fputs("};\n", t->out);
}

/* A cue that is a name as well is parted where the name may be. */
static void part_cues(struct topic_catalogue *c)
{
	for (size_t i = 0; i < c->naliases; i++) {
		const char *key = catalogue_key(c, i);
		uint32_t name = topic_trie_find(&c->tries[0], key);

		if (c->own[i].kind == ALIAS_CUE && name)
			c->own[i].breaks |= c->own[name - 1].breaks;
	}
}

/* Take down which words each cue may begin with.  Those that are written alike
 * are found together. */
static void find_cue_words(struct tables *t)
{
	const struct topic_catalogue *c = t->c;

	t->cues = xcalloc(c->ncues, sizeof(*t->cues));
	for (size_t i = 0; i < c->naliases; i++) {
		const char *key = catalogue_key(c, i);
		uint32_t last = topic_trie_find(&c->cue_trie, key);

		if (c->aliases[i].kind == ALIAS_CUE && last)
			topic_first_words(&c->aliases[last - 1], key,
					  &t->cues[c->aliases[i].of]);
	}
}

static void build_trie(struct topic_catalogue *c, struct topic_trie *trie,
		       unsigned kinds)
{
	topic_trie_build(trie, &c->mem, &(struct topic_names){
		.aliases = c->own,
		.count = c->naliases,
		.kinds = kinds,
		.keys = c->own_keys.buf,
	});
}

static int write_tables(const char *path, struct str text)
{
	struct topic_catalogue *c = topic_catalogue_new();
	struct tables t = { .out = fopen(path, "w"), .c = c,
			    .strings = STRBUF_INIT };
	bool bad;

	if (!t.out)
		return -1;
	catalogue_parse(c, text);
	build_trie(c, &c->tries[0], ~(1u << ALIAS_CUE));
	part_cues(c);
	build_trie(c, &c->cue_trie, 1u << ALIAS_CUE);
	strbuf_addch(&t.strings, '\0');
	find_cue_words(&t);
	write_all(&t);
	bad = ferror(t.out);
	topic_catalogue_free(c);
	free(t.cues);
	strset_release(&t.places);
	strbuf_release(&t.strings);
	return fclose(t.out) || bad ? -1 : 0;
}

int main(int argc, char **argv)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct error err = ERROR_INIT;

	for (int i = 2; i < argc; i++)
		if (file_read(&text, argv[i], LIMIT_FILE, &err)) {
			fprintf(stderr, "topic_tables: %s\n", err.text);
			return 1;
		}
	if (argc < 3 || write_tables(argv[1], strbuf_slice(&text))) {
		perror("topic_tables");
		return 1;
	}
	return 0;
}
