/* SPDX-License-Identifier: MIT */
/* The words that completion offers: from the tables, and from the journal. */
#include "cmd/candidates.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/options.h"
#include "core/model/date_words.h"
#include "core/text/unicode.h"
#include "exporters/exporter.h"
#include "importers/importer.h"

void candidates_add_word(struct candidates *c, const char *word,
			 const char *description)
{
	struct str w = str_of(word);

	if (!w.len || !str_eq(str_upto(w, c->typed.len), c->typed) ||
	    str_find(w, '\n') < w.len || str_find(w, '\t') < w.len)
		return;
	strbuf_addslice(c->out, c->before);
	unicode_add_visible(c->out, w);
	if (description && *description) {
		struct str rest = str_of(description);

		strbuf_addch(c->out, '\t');
		unicode_add_visible(c->out, str_next_line(&rest));
	}
	strbuf_addch(c->out, '\n');
}

void candidates_add_commands(struct candidates *c)
{
	for (size_t i = 0; commands[i]; i++)
		if (!(commands[i]->needs & HIDDEN))
			candidates_add_word(c, commands[i]->name,
					    commands[i]->summary);
}

void candidates_add_options(struct candidates *c, const struct option *options)
{
	for (const struct option *o = options; option_is_more(o); o++) {
		AUTO(strbuf) name = STRBUF_INIT;

		strbuf_addf(&name, "--%s", o->name);
		candidates_add_word(c, name.buf, o->help);
	}
}

static void add_words(struct candidates *c, const char *const *words)
{
	for (; *words; words++)
		candidates_add_word(c, *words, NULL);
}

static void add_values(struct candidates *c, const char *field)
{
	const char *value;

	for (size_t i = 0; (value = query_field_value(field, i)); i++)
		candidates_add_word(c, value, NULL);
}

static void add_kinds(struct candidates *c)
{
	const char *name;

	for (unsigned bit = 0; (name = passage_trait_name(bit)); bit++)
		candidates_add_word(c, name, NULL);
}

static void add_dates(struct candidates *c)
{
	static const char *const words[] = { "today", "yesterday", NULL };

	add_words(c, words);
	for (int w = MONDAY; w <= SUNDAY; w++)
		candidates_add_word(c, weekday_short((enum weekday)w), NULL);
}

/* In words without blanks, which a shell would want quotes for. */
static void add_spans(struct candidates *c)
{
	static const char *const words[] = {
		"this-week", "last-week", "this-month", "last-month",
		"this-year", "last-year", NULL
	};

	add_dates(c);
	add_words(c, words);
	for (int m = 1; m <= 12; m++) {
		AUTO(strbuf) name = STRBUF_INIT;

		unicode_add_folded(&name, str_of(month_name(m)));
		candidates_add_word(c, name.buf, NULL);
	}
}

static void add_groups(struct candidates *c)
{
	struct topic_catalogue *all = topic_catalogue_new();
	const char *name;

	for (size_t i = 0; (name = topic_group_at(all, i)); i++)
		candidates_add_word(c, name, NULL);
	topic_catalogue_free(all);
}

static void add_importers(struct candidates *c)
{
	for (size_t i = 0; importers[i]; i++)
		candidates_add_word(c, importers[i]->name,
				    importers[i]->summary);
}

static void add_exporters(struct candidates *c)
{
	for (size_t i = 0; exporters[i]; i++)
		candidates_add_word(c, exporters[i]->name,
				    exporters[i]->summary);
}

static void add_link_kinds(struct candidates *c)
{
	for (int i = 0; i < LINK_KIND_COUNT; i++)
		candidates_add_word(c, link_kind_name((enum link_kind)i), NULL);
}

static void add_settings(struct candidates *c)
{
	for (const struct setting_help *s = settings_help; s->key; s++)
		candidates_add_word(c, s->key, s->help);
}

static void add_topics(struct candidates *c, struct index *ix,
		       struct arena *mem)
{
	struct error ignored = ERROR_INIT;
	struct index_topic *topics;
	size_t count;

	if (index_topics(ix, mem, &topics, &count, &ignored))
		return;
	for (size_t i = 0; i < count; i++)
		candidates_add_word(c, topics[i].id,
				    arena_printf(mem, "%zu passage%s",
						 topics[i].passages,
						 topics[i].passages == 1 ? ""
									 : "s"));
}

static void add_tags(struct candidates *c, struct index *ix, struct arena *mem)
{
	struct error ignored = ERROR_INIT;
	struct index_tag *tags;
	size_t count;

	if (index_tags(ix, mem, &tags, &count, &ignored))
		return;
	for (size_t i = 0; i < count; i++)
		candidates_add_word(c, tags[i].name, NULL);
}

static void add_entries(struct candidates *c, struct index *ix,
			struct arena *mem)
{
	const struct index_filter all = { .since = DAY_NONE,
					  .until = DAY_NONE };
	struct error ignored = ERROR_INIT;
	struct index_entry *entries;
	size_t count;

	if (index_entries(ix, &all, mem, &entries, &count, &ignored))
		return;
	/* The latest is the likeliest. */
	while (count--)
		candidates_add_word(c, entries[count].entry.id,
				    entries[count].title);
}

static void add_notes(struct candidates *c, struct index *ix,
		      struct arena *mem)
{
	struct error ignored = ERROR_INIT;
	struct index_note *notes;
	size_t count;

	if (index_notes(ix, mem, &notes, &count, &ignored))
		return;
	for (size_t i = 0; i < count; i++)
		candidates_add_word(c, notes[i].id, notes[i].title);
}

static void add_changed_topics(struct candidates *c, struct journal *j,
			       bool hidden, struct arena *mem)
{
	const char *const *ids;
	size_t count;

	journal_changed_topics(j, hidden, mem, &ids, &count);
	for (size_t i = 0; i < count; i++)
		candidates_add_word(c, ids[i], NULL);
}

static void add_exams(struct candidates *c, struct journal *j)
{
	static const char *const verbs[] = { "add",  "set",    "list",
					     "show", "result", "practice",
					     "rm",   "templates", NULL };
	const struct settings *set = journal_settings(j);

	add_words(c, verbs);
	for (size_t i = 0; i < set->nexams; i++) {
		const struct exam *e = &set->exams[i];

		candidates_add_word(c, e->name,
				    e->day != DAY_NONE ?
					    date_words_long(e->day).s :
					    e->when ? e->when : "no date");
	}
}

static void add_targets(struct candidates *c, struct journal *j)
{
	const struct settings *set = journal_settings(j);

	for (size_t i = 0; i < set->ntargets; i++) {
		const struct target *t = &set->targets[i];

		candidates_add_word(c, t->name,
				    t->kind == TARGET_KIND_COUNT ?
					    NULL : target_kind_name(t->kind));
	}
}

/* The fields of queries, and what their values are. */
static const struct {
	const char *name;
	enum completion values;
} fields[] = {
	{ "topic:", COMPLETE_TOPICS },	{ "in:", COMPLETE_SECTIONS },
	{ "tag:", COMPLETE_TAGS },	{ "since:", COMPLETE_SPANS },
	{ "until:", COMPLETE_SPANS },	{ "on:", COMPLETE_SPANS },
	{ "kind:", COMPLETE_QUERY_KINDS }, { "round:", COMPLETE_NOTHING },
	{ "day:", COMPLETE_NOTHING },	{ "has:", COMPLETE_THINGS },
};

/* So many bytes of what was typed stand before each candidate, as they are. */
static void pass_typed(struct candidates *c, size_t len)
{
	if (!c->before.len)
		c->before = str_upto(c->typed, 0);
	c->before.len += len;
	c->typed = str_from(c->typed, len);
}

/* "topic:s3", "-in:learned"; without a field a topic may be meant. */
static void add_query(struct candidates *c)
{
	if (str_starts(c->typed, "-"))
		pass_typed(c, 1);
	for (size_t i = 0; i < ARRAY_SIZE(fields); i++) {
		if (!str_starts(c->typed, fields[i].name)) {
			candidates_add_word(c, fields[i].name, NULL);
			continue;
		}
		pass_typed(c, strlen(fields[i].name));
		candidates_add(c, fields[i].values);
		return;
	}
	candidates_add(c, COMPLETE_TOPICS);
}

static struct journal *open_quietly(const char *folder)
{
	AUTO(strbuf) root = STRBUF_INIT;
	struct error ignored = ERROR_INIT;
	struct journal *j = NULL;
	struct clock now;
	char *cwd = getcwd(NULL, 0);
	int rc = journal_find(&root, folder, getenv("HECTO_DIR"), cwd,
			      getenv("HOME"), &ignored);

	free(cwd);
	if (rc || clock_now(&now, getenv("HECTO_NOW"), &ignored) ||
	    journal_open(&j, root.buf, now, DAY_NONE, &ignored))
		return NULL;
	return j;
}

/* What only the journal knows; without one there is nothing to offer. */
static void add_from_journal(struct candidates *c, enum completion what)
{
	struct journal *j = open_quietly(c->folder);
	struct error ignored = ERROR_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct index *ix = NULL;

	if (!j)
		return;
	if (what == COMPLETE_EXAMS)
		add_exams(c, j);
	else if (what == COMPLETE_TARGETS)
		add_targets(c, j);
	else if (what == COMPLETE_HIDDEN_TOPICS ||
		 what == COMPLETE_MERGED_TOPICS)
		add_changed_topics(c, j, what == COMPLETE_HIDDEN_TOPICS, &mem);
	else if (journal_index(j, &ix, &ignored))
		;
	else if (what == COMPLETE_TOPICS)
		add_topics(c, ix, &mem);
	else if (what == COMPLETE_TAGS)
		add_tags(c, ix, &mem);
	else if (what == COMPLETE_ENTRIES || what == COMPLETE_DOCUMENTS)
		add_entries(c, ix, &mem);
	if (what == COMPLETE_DOCUMENTS && ix)
		add_notes(c, ix, &mem);
	journal_close(j);
}

static void add_files(struct candidates *c)
{
	strbuf_addstr(c->out, ":files\n");
}

static void add_folders(struct candidates *c)
{
	strbuf_addstr(c->out, ":folders\n");
}

static void add_sections(struct candidates *c)
{
	add_values(c, "in");
}

static void add_query_kinds(struct candidates *c)
{
	add_values(c, "kind");
}

static void add_things(struct candidates *c)
{
	add_values(c, "has");
}

static void add_orders(struct candidates *c)
{
	static const char *const orders[] = { "relevance", "date", "oldest",
					      NULL };

	add_words(c, orders);
}

static void add_shells(struct candidates *c)
{
	static const char *const shells[] = { "bash", "zsh", "fish", NULL };

	add_words(c, shells);
}

/* A topic, or what can be done with one; behind that, those that it can be done
 * with. */
static void add_dossiers(struct candidates *c)
{
	static const struct {
		const char *verb;
		enum completion operands;
	} verbs[] = {
		{ "add", COMPLETE_NOTHING },
		{ "merge", COMPLETE_TOPICS },
		{ "unmerge", COMPLETE_MERGED_TOPICS },
		{ "hide", COMPLETE_TOPICS },
		{ "unhide", COMPLETE_HIDDEN_TOPICS },
	};

	for (size_t i = 0; i < ARRAY_SIZE(verbs); i++) {
		if (!c->first)
			candidates_add_word(c, verbs[i].verb, NULL);
		if (!c->first || !str_is(str_of(c->first), verbs[i].verb))
			continue;
		candidates_add(c, verbs[i].operands);
		return;
	}
	candidates_add(c, COMPLETE_TOPICS);
}

/* What can be completed, but for what only the journal knows. */
static void (*const adders[])(struct candidates *c) = {
	[COMPLETE_FILES] = add_files,
	[COMPLETE_FOLDERS] = add_folders,
	[COMPLETE_SECTIONS] = add_sections,
	[COMPLETE_QUERY_KINDS] = add_query_kinds,
	[COMPLETE_THINGS] = add_things,
	[COMPLETE_ORDERS] = add_orders,
	[COMPLETE_KINDS] = add_kinds,
	[COMPLETE_DATES] = add_dates,
	[COMPLETE_SPANS] = add_spans,
	[COMPLETE_GROUPS] = add_groups,
	[COMPLETE_IMPORTERS] = add_importers,
	[COMPLETE_EXPORTERS] = add_exporters,
	[COMPLETE_COMMANDS] = candidates_add_commands,
	[COMPLETE_SETTINGS] = add_settings,
	[COMPLETE_SHELLS] = add_shells,
	[COMPLETE_LINK_KINDS] = add_link_kinds,
	[COMPLETE_QUERY] = add_query,
	[COMPLETE_DOSSIERS] = add_dossiers,
};

void candidates_add(struct candidates *c, enum completion what)
{
	if (what == COMPLETE_NOTHING)
		return;
	if ((size_t)what < ARRAY_SIZE(adders) && adders[what])
		adders[what](c);
	else
		add_from_journal(c, what);
}
