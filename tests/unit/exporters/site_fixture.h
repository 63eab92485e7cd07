/* SPDX-License-Identifier: MIT */
/* A small journal in memory, and the site that is made of it, for tests. */
#ifndef TESTS_UNIT_EXPORTERS_SITE_FIXTURE_H
#define TESTS_UNIT_EXPORTERS_SITE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "core/base/strbuf.h"
#include "core/model/document.h"
#include "exporters/exporter.h"

struct page {
	char *path;
	struct strbuf bytes;
};

struct site_out {
	struct export_out out;
	struct page *pages;
	size_t count, cap;
	int fail_after;		/* files, or -1 */
};

/* Topics of the tests are single words, found by themselves. */
static const char *const topic_words[] = { "Cobalt", "DynamoDB", "Lambda" };

/* A document of the journal: its file, and what the index would have of it. */
struct kept_file {
	const char *path;
	struct str text;
	struct document doc;
};

struct fixture {
	struct arena mem;
	struct settings settings;
	struct entry entries[64];
	struct snapshot_file files[64];
	struct snapshot_note notes[8];
	struct kept_file kept_entries[64], kept_notes[8];
	struct snapshot_topic topics[ARRAY_SIZE(topic_words)];
	struct studied_day days[64];
	struct snapshot s;
	struct fixture_source {
		struct snapshot_source source;	/* first */
		struct fixture *f;
	} source;
	struct site_out site;
	unsigned traits;	/* every passage has these as well */
};

static inline struct kept_file *kept(struct fixture *f, uint32_t document)
{
	return document < f->s.nentries ?
		       &f->kept_entries[document] :
		       &f->kept_notes[document - f->s.nentries];
}

static inline int give_text(struct snapshot_source *from, size_t document,
			    struct strbuf *out, struct error *err)
{
	struct fixture *f = ((struct fixture_source *)from)->f;

	(void)err;
	strbuf_addslice(out, kept(f, (uint32_t)document)->text);
	return 0;
}

static inline void give_part(struct snapshot_part *out, unsigned traits,
			     const struct document *doc, struct arena *mem)
{
	const struct part *part = &doc->parts[out->part];
	struct snapshot_passage *all =
		arena_alloc(mem, (part->npassages + 1) * sizeof(*all));

	for (size_t i = 0; i < part->npassages; i++) {
		const struct passage *p =
			&doc->passages[part->first_passage + i];

		all[i] = (struct snapshot_passage){
			.is_note = doc->kind != DOCUMENT_ENTRY,
			.document = out->document,
			.line = p->line,
			.last_line = p->last_line,
			.traits = p->traits | traits,
			.kind = p->kind,
			.section = p->section,
			.headings = part->headings,
			.nheadings = part->nheadings,
			.text = p->text,
		};
	}
	out->passages = all;
	out->npassages = part->npassages;
}

static inline int give_passages(struct snapshot_source *from,
				struct snapshot_part *parts, size_t count,
				struct arena *mem, struct error *err)
{
	struct fixture *f = ((struct fixture_source *)from)->f;

	(void)err;
	for (size_t i = 0; i < count; i++)
		give_part(&parts[i], f->traits,
			  &kept(f, parts[i].document)->doc, mem);
	return 0;
}

static inline void hear_warning(struct snapshot_source *from, const char *path,
				const char *what)
{
	(void)from;
	fail_msg("'%s': %s", path, what);
}

static inline bool stay_in_one_process(struct snapshot_source *from)
{
	(void)from;
	return false;
}

static inline int keep_page(struct export_out *out, const char *path,
			    struct str bytes, struct error *err)
{
	struct site_out *site = (struct site_out *)out;
	struct page *page;

	if (site->fail_after == 0)
		return error_set(err, ERROR_IO, "the disk is full");
	site->fail_after--;
	for (size_t i = 0; i < site->count; i++)
		assert_string_not_equal(site->pages[i].path, path);
	XGROW(site->pages, site->count, site->cap);
	page = &site->pages[site->count++];
	*page = (struct page){ xstrdup(path), STRBUF_INIT };
	strbuf_addslice(&page->bytes, bytes);
	return 0;
}

static inline void site_forget(struct site_out *site)
{
	for (size_t i = 0; i < site->count; i++) {
		free(site->pages[i].path);
		strbuf_release(&site->pages[i].bytes);
	}
	free(site->pages);
	*site = (struct site_out){ { .file = keep_page }, NULL, 0, 0, -1 };
}

static inline struct fixture *fixture_new(void)
{
	struct fixture *f = xcalloc(1, sizeof(*f));
	struct error err = ERROR_INIT;

	assert_int_equal(settings_read(&f->settings, NULL, 0, &f->mem, &err),
			 0);
	f->settings.title = "A log";
	f->s.settings = &f->settings;
	f->s.entries = f->entries;
	f->s.files = f->files;
	f->s.notes = f->notes;
	f->source = (struct fixture_source){
		{ give_text, give_passages, hear_warning, stay_in_one_process,
		  NULL, NULL, NULL },
		f,
	};
	f->s.source = &f->source.source;
	f->s.topics = f->topics;
	f->s.ntopics = ARRAY_SIZE(topic_words);
	f->s.days = f->days;
	f->s.today = day_parse_iso(STR("2026-05-09"));
	site_forget(&f->site);
	return f;
}

static inline void fixture_free(struct fixture *f)
{
	site_forget(&f->site);
	arena_release(&f->mem);
	free(f);
}

/* Which passages of a part say a word. */
static inline void find_word(struct topic_mentions_writer *out, struct str word,
			     const struct document *doc, uint32_t document,
			     uint32_t part)
{
	const struct part *p = &doc->parts[part];
	AUTO(strbuf) numbers = STRBUF_INIT;
	struct topic_mention m = { .document = document, .part = part };
	uint32_t last = 0;

	for (size_t i = 0; i < p->npassages; i++) {
		struct str text = doc->passages[p->first_passage + i].text;

		if (str_find_str(text, word) == text.len)
			continue;
		passage_numbers_add(&numbers, &last, (uint32_t)i, 0);
		m.count++;
	}
	m.numbers = strbuf_slice(&numbers);
	if (m.count)
		topic_mentions_add(out, &m);
}

static inline struct topic_mentions find_topic(struct fixture *f,
					       const char *word)
{
	AUTO(topic_mentions_writer) found = TOPIC_MENTIONS_WRITER_INIT;

	for (uint32_t i = 0; i < f->s.nentries + f->s.nnotes; i++) {
		const struct document *doc = &kept(f, i)->doc;

		for (uint32_t part = 0; part < doc->nparts; part++)
			find_word(&found, str_of(word), doc, i, part);
	}
	return topic_mentions_take(&found, &f->mem);
}

/* Add log/NAME.md; entries are added oldest first, and before notes. */
static inline struct entry *add_entry(struct fixture *f, const char *name,
				      const char *file)
{
	const char *path = arena_printf(&f->mem, "log/2026/%s.md", name);
	struct kept_file *k = &f->kept_entries[f->s.nentries];
	struct entry *e = &f->entries[f->s.nentries];
	struct error err = ERROR_INIT;
	int day;

	assert_int_equal(entry_parse(e, path, str_of(file), &f->mem, &err), 0);
	e->body = STR_NONE;
	*k = (struct kept_file){ .path = path, .text = str_of(file) };
	document_parse(&k->doc, path, k->text, &f->mem);
	f->files[f->s.nentries] = (struct snapshot_file){
		path, f->s.nentries + 1, false
	};
	f->s.nentries++;
	day = entry_day(e);
	if (day != DAY_NONE &&
	    (!f->s.ndays || f->days[f->s.ndays - 1].day != day))
		f->days[f->s.ndays++] = (struct studied_day){ .day = day };
	return e;
}

static inline void add_note(struct fixture *f, const char *name,
			    const char *file)
{
	struct snapshot_note *n = &f->notes[f->s.nnotes];
	struct kept_file *k = &f->kept_notes[f->s.nnotes];

	n->path = arena_printf(&f->mem, "notes/%s.md", name);
	n->text = str_of(file);
	n->kind = DOCUMENT_NOTE;
	*k = (struct kept_file){ .path = n->path, .text = n->text };
	document_parse(&k->doc, n->path, n->text, &f->mem);
	n->id = k->doc.id;
	n->title = k->doc.title;
	f->s.nnotes++;
}

static inline void make_site(struct fixture *f)
{
	struct error err = ERROR_INIT;

	site_forget(&f->site);
	for (size_t t = 0; t < ARRAY_SIZE(topic_words); t++) {
		static const char *const ids[] = { "cobalt", "dynamodb",
						   "lambda" };

		f->topics[t].id = ids[t];
		f->topics[t].name = topic_words[t];
		f->topics[t].mentions = find_topic(f, topic_words[t]);
	}
	streak_compute(&f->s.streak, f->days, f->s.ndays, f->s.today,
		       &f->settings.streak);
	assert_int_equal(exporter_by_name("site")->run(&f->s, NULL,
						       &f->site.out, &err),
			 0);
}

/* Three entries, a note, and topics in all of them. */
static inline struct fixture *small_journal(void)
{
	struct fixture *f = fixture_new();

	add_entry(f, "2026-05-07",
		  "---\ndate: 2026-05-07\nday: 0\nminutes: 45\ntags: [aws]\n"
		  "---\n**Today's Progress**: Read of DynamoDB & keys\n\n"
		  "**What I learned**:\n- a sort key is `optional` in DynamoDB\n"
		  "- see [the note](../../notes/dva.md) and "
		  "[nothing](../../secret.txt)\n\n**Link to work**:\n");
	add_entry(f, "2026-05-08", "---\ndate: 2026-05-08\nday: 1\n---\n"
		  "Lambda again, [docs](https://example.org/l?a=1&b=2).\n");
	add_entry(f, "2026-05-08-2", "---\ndate: 2026-05-08\n---\n"
		  "And more of Lambda.\n");
	add_note(f, "dva", "# Exam notes\n\n## Compute\n\nLambda scales.\n\n"
		 "## Storage\n\nDynamoDB has tables.\n\n### Keys\n\n"
		 "DynamoDB has keys.\n");
	make_site(f);
	return f;
}

static inline const char *find_page(const struct fixture *f, const char *path)
{
	for (size_t i = 0; i < f->site.count; i++)
		if (!strcmp(f->site.pages[i].path, path))
			return f->site.pages[i].bytes.buf;
	return NULL;
}

static inline const char *page_of(const struct fixture *f, const char *path)
{
	const char *page = find_page(f, path);

	if (!page)
		fail_msg("there is no page '%s'", path);
	return page;
}

static inline void assert_shows(const struct fixture *f, const char *path,
				const char *text)
{
	if (!strstr(page_of(f, path), text))
		fail_msg("'%s' does not show '%s':\n%s", path, text,
			 page_of(f, path));
}

static inline void assert_hides(const struct fixture *f, const char *path,
				const char *text)
{
	if (strstr(page_of(f, path), text))
		fail_msg("'%s' shows '%s':\n%s", path, text,
			 page_of(f, path));
}

/* In no page, feed, name of a file or style. */
static inline void assert_nowhere(const struct fixture *f, const char *text)
{
	for (size_t i = 0; i < f->site.count; i++) {
		const struct page *p = &f->site.pages[i];

		if (strstr(p->path, text) || strstr(p->bytes.buf, text))
			fail_msg("'%s' shows '%s':\n%s", p->path, text, p->bytes.buf);
	}
}

#endif
