/* SPDX-License-Identifier: MIT */
/* The files that a browser searches in. */
#include "exporters/site/search_files.h"

#include <inttypes.h>
#include <string.h>

#include "core/base/date.h"
#include "core/text/json.h"
#include "exporters/site/facts.h"

#define CHUNK_MAX 8000

void search_files_init(struct search_files *f, struct site *s)
{
	*f = (struct search_files){
		.site = s,
		.index = SEARCH_INDEX_INIT,
		.chunk = STRBUF_INIT,
		.records = STRBUF_INIT,
		.counts = STRBUF_INIT,
		.texts = SUM64_INIT,
	};
	f->index.words = &s->view->facts->words;
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

static void add_entry_text(struct search_files *f, const struct site_entry *e)
{
	if (search_aside_read(&f->site->view->facts->texts, e->number,
			      &f->chunk))
		return;
	if (search_text_read_entry(&f->text, site_entry_text(f->site, e)))
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
		strbuf_addslice(&f->chunk, str_from(str_upto(records, end),
						    from));
		if (f->pending[i].entry)
			add_entry_text(f, f->pending[i].entry);
		strbuf_addch(&f->chunk, ']');
		from = end;
	}
	strbuf_addstr(&f->chunk, "]);\n");
}

/* Records say all but the texts of entries, and those are known by their sums:
 * see add_pending(). */
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

static void add_string(struct search_files *f, struct str s)
{
	strbuf_addch(&f->records, ',');
	json_add_quoted(&f->records, s);
}

static void add_record(struct search_files *f, const struct search_document *d)
{
	size_t start = f->records.len;

	strbuf_addch(&f->records, '[');
	json_add_quoted(&f->records, str_of(d->url));
	add_string(f, d->day == DAY_NONE ? STR("") :
					   str_of(day_format(d->day).s));
	add_string(f, str_of(d->title));
	if (d->text)
		search_text_add(&f->records, d->text);
	f->size += f->records.len - start + strlen(f->npending ? ",\n]" : "]");
}

static void add_pending(struct search_files *f,
			const struct search_document *d)
{
	if (!f->npending)
		f->key = site_key_begin(f->site);
	add_record(f, d);
	sum64_add_number(&f->key, f->records.len);
	if (d->entry) {
		sum64_add_number(&f->key, d->entry->facts->sum);
		sum64_add_number(&f->texts, d->entry->facts->search_sum);
		f->size += d->entry->facts->search_len;
	}
	f->pending[f->npending].end = f->records.len;
	f->pending[f->npending++].entry = d->entry;
	f->documents++;
}

/* --- what it is found by --- */

static void add_words(struct search_files *f, const struct search_document *d)
{
	search_index_add(&f->index, str_of(d->title), true);
	if (d->entry)
		search_index_add_list(&f->index, d->entry->facts->words_list);
	if (d->text) {
		search_index_add(&f->index, strbuf_slice(&d->text->headings),
				 true);
		for (size_t i = 0; i < SECTION_COUNT; i++)
			search_index_add(&f->index,
					 strbuf_slice(&d->text->texts[i]),
					 false);
	}
	search_index_next(&f->index);
}

int search_files_add(struct search_files *f, const struct search_document *d,
		     struct error *err)
{
	add_pending(f, d);
	add_words(f, d);
	if (f->size < CHUNK_MAX && f->npending < SEARCH_CHUNK_DOCUMENTS)
		return 0;
	return write_chunk(f, err);
}

int search_files_end(struct search_files *f, struct error *err)
{
	AUTO(strbuf) keys = STRBUF_INIT;
	struct export_out *out = f->site->out;
	uint64_t words;

	if (write_chunk(f, err) ||
	    search_index_write(&f->index, out, &keys, &words, err))
		return -1;
	sum64_add_number(&f->texts, words);
	strbuf_reset(&f->chunk);
	strbuf_addf(&f->chunk,
		    "hectoSearch(\"index\",{\"version\":\"%" PRIx64 "\","
		    "\"documents\":%zu,\n\"chunks\":\"%s\",\n\"shards\":\"%s\""
		    "});\n",
		    f->texts.value, f->documents, f->counts.buf, keys.buf);
	return out->file(out, "search/index.js", strbuf_slice(&f->chunk), err);
}
