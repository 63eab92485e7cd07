/* SPDX-License-Identifier: MIT */
/* The files that a browser searches in. */
#include "exporters/site/search_files.h"

#include <inttypes.h>
#include <string.h>

#include "core/base/date.h"
#include "core/text/json.h"
#include "exporters/site/facts.h"

#define CHUNK_MAX 8000

static bool lists_of_entry(const void *arg, uint64_t sum,
			   struct search_listed *out)
{
	const struct site_facts *facts = site_facts_of(arg, sum);

	if (facts)
		*out = (struct search_listed){ site_facts_title_words(facts),
					       site_facts_words(facts), sum };
	return facts;
}

static void rest(const void *arg)
{
	site_facts_rest(arg);
}

void search_files_init(struct search_files *f, struct site *s)
{
	struct site_facts_list *facts = s->view->facts;

	*f = (struct search_files){
		.site = s,
		.index = SEARCH_INDEX_INIT,
		.chunk = STRBUF_INIT,
		.records = STRBUF_INIT,
		.counts = STRBUF_INIT,
		.texts = SUM64_INIT,
	};
	f->memory = (struct search_memory){
		.bytes = facts->counts,
		.numberings = facts->ends,
		.nnumberings = facts->nends,
		.lists = lists_of_entry,
		.arg = facts,
	};
	f->index.memory = &f->memory;
	f->index.words = &s->view->facts->words;
	f->index.lender = (struct search_lender){ rest, s->view->facts };
	search_text_init(&f->text);
}

void search_files_release(struct search_files *f)
{
	search_index_release(&f->index);
	search_text_release(&f->text);
	strbuf_release(&f->chunk);
	strbuf_release(&f->records);
	strbuf_release(&f->counts);
}

/* --- what is shown --- */

static void add_string(struct strbuf *out, struct str s)
{
	strbuf_addch(out, ',');
	json_add_quoted(out, s);
}

/* Its day, if it has one, and what it is called, if that is not its title. */
static void add_day_and_name(struct strbuf *out,
			     const struct search_document *d)
{
	if (d->day != DAY_NONE)
		strbuf_addstr(out, day_format(d->day).s);
	if (d->called && strcmp(d->called, d->title) != 0)
		strbuf_addf(out, " %s", d->called);
}

static void add_head(struct strbuf *out, const struct search_document *d)
{
	AUTO(strbuf) day = STRBUF_INIT;

	add_day_and_name(&day, d);
	strbuf_addch(out, '[');
	json_add_quoted(out, str_of(d->url));
	add_string(out, strbuf_slice(&day));
	add_string(out, str_of(d->title));
}

static void add_entry(struct search_files *f, const struct site_entry *e)
{
	struct href url = site_href("", "days", e->file, NULL);
	const struct search_document d = {
		.url = url.s, .day = e->day, .title = e->heading,
		.called = e->title,
	};
	struct str body;

	add_head(&f->chunk, &d);
	if (search_aside_read(&f->site->view->facts->texts, e->number,
			      &f->chunk))
		return;
	body = site_entry_text(f->site, e);
	if (search_text_read_entry(&f->text, f->site->entry.front, body))
		search_text_add(&f->chunk, &f->text);
}

static void draw_chunk(struct search_files *f)
{
	struct str records = strbuf_slice(&f->records);
	size_t from = 0;

	strbuf_reset(&f->chunk);
	strbuf_addf(&f->chunk, "hectoSearch(\"d%zu\",[", f->nchunks);
	for (size_t i = 0; i < f->npending; i++) {
		size_t end = f->pending[i].end;

		strbuf_addstr(&f->chunk, i ? ",\n" : "");
		if (f->pending[i].entry)
			add_entry(f, f->pending[i].entry);
		else
			strbuf_addslice(&f->chunk,
					str_from(str_upto(records, end), from));
		strbuf_addch(&f->chunk, ']');
		from = end;
	}
	strbuf_addstr(&f->chunk, "]);\n");
}

/* What is not in a record is known by its sum: see add_pending(). */
static int write_chunk(struct search_files *f, struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct export_out *out = f->site->out;
	int rc = 0;

	if (!f->npending)
		return 0;
	sum64_add(&f->key, strbuf_slice(&f->records));
	sum64_add(&f->texts, strbuf_slice(&f->records));
	strbuf_addf(&path, "search/d%zu.js", f->nchunks);
	if (site_page_wanted(f->site, path.buf, f->key)) {
		draw_chunk(f);
		rc = out->file(out, path.buf, strbuf_slice(&f->chunk), err);
	}
	search_number_add(&f->counts, f->npending);
	strbuf_reset(&f->records);
	f->nchunks++;
	f->npending = f->size = 0;
	return rc;
}

static size_t head_length(const struct search_document *d)
{
	AUTO(strbuf) day = STRBUF_INIT;

	add_day_and_name(&day, d);
	return strlen("[") + json_quoted_length(str_of(d->url)) +
	       strlen(",") + json_quoted_length(strbuf_slice(&day)) +
	       strlen(",") + json_quoted_length(str_of(d->title));
}

/* Most are entries, and most chunks are there already: they have no records. */
static void add_pending_entry(struct search_files *f,
			      const struct search_document *d)
{
	site_key_add_entry(&f->key, d->entry);
	sum64_add_string(&f->texts, d->url);
	sum64_add_string(&f->texts, d->title);
	sum64_add_string(&f->texts, d->called);
	sum64_add_number(&f->texts, (uint64_t)d->day);
	sum64_add_number(&f->texts, d->entry->facts->search_sum);
	f->size += head_length(d) + d->entry->facts->search_len;
}

static void add_record(struct search_files *f, const struct search_document *d)
{
	size_t start = f->records.len;

	add_head(&f->records, d);
	if (d->text)
		search_text_add(&f->records, d->text);
	f->size += f->records.len - start;
	sum64_add_number(&f->key, f->records.len);
}

static void add_pending(struct search_files *f,
			const struct search_document *d)
{
	if (!f->npending)
		f->key = site_key_begin(f->site);
	f->size += strlen(f->npending ? ",\n]" : "]");
	sum64_add_number(&f->key, d->entry != NULL);
	if (d->entry)
		add_pending_entry(f, d);
	else
		add_record(f, d);
	f->pending[f->npending].end = f->records.len;
	f->pending[f->npending++].entry = d->entry;
	f->documents++;
}

/* --- what it is found by --- */

static void add_entry_words(struct search_files *f, const struct site_entry *e)
{
	search_index_add_list(&f->index, site_facts_words(e->facts), false);
	if (site_facts_title_sum(e->heading) == e->facts->title) {
		search_index_add_list(&f->index,
				      site_facts_title_words(e->facts), true);
		search_index_know(&f->index, e->facts->sum);
	} else {
		search_index_add(&f->index, str_of(e->heading), SEARCH_TITLE);
	}
}

static void add_words(struct search_files *f, const struct search_document *d)
{
	if (d->entry)
		add_entry_words(f, d->entry);
	else
		search_index_add(&f->index, str_of(d->title), SEARCH_TITLE);
	if (d->text) {
		search_index_add(&f->index, strbuf_slice(&d->text->headings),
				 SEARCH_HEADING);
		for (unsigned i = 0; i < SECTION_COUNT; i++)
			search_index_add(&f->index,
					 strbuf_slice(&d->text->texts[i]), i);
		search_index_add(&f->index, strbuf_slice(&d->text->addresses),
				 SEARCH_ADDRESS);
	}
	search_index_next(&f->index);
}

int search_files_add(struct search_files *f, const struct search_document *d,
		     struct error *err)
{
	size_t before = f->size;

	add_pending(f, d);
	f->parts += !d->is_topic;
	f->part_bytes += d->is_topic ? 0 : f->size - before;
	add_words(f, d);
	if (f->size < CHUNK_MAX && f->npending < SEARCH_CHUNK_DOCUMENTS)
		return 0;
	return write_chunk(f, err);
}

int search_files_count(struct search_files *f, struct export_out *out,
		       struct error *err)
{
	if (write_chunk(f, err))
		return -1;
	search_index_count(&f->index, out);
	return 0;
}

void search_files_keep(struct search_files *f, struct strbuf *out,
		       uint64_t numbering, bool same_numbers)
{
	search_index_keep(&f->index, out, numbering, same_numbers);
}

int search_files_end(struct search_files *f, struct error *err)
{
	AUTO(strbuf) keys = STRBUF_INIT;
	struct export_out *out = f->site->out;
	uint64_t words;

	if (search_index_write(&f->index, out, &keys, &words, err))
		return -1;
	sum64_add_number(&f->texts, words);
	strbuf_reset(&f->chunk);
	strbuf_addf(&f->chunk,
		    "hectoSearch(\"index\",{\"version\":\"%" PRIx64 "\","
		    "\"documents\":%zu,\"size\":%zu,\n\"chunks\":\"%s\",\n\"shards\":\"%s\""
		    "});\n",
		    f->texts.value, f->documents,
		    f->part_bytes / (f->parts ? f->parts : 1), f->counts.buf,
		    keys.buf);
	return out->file(out, "search/index.js", strbuf_slice(&f->chunk), err);
}
