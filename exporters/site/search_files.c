/* SPDX-License-Identifier: MIT */
/* The files that a browser searches in. */
#include "exporters/site/search_files.h"

#include <inttypes.h>

#include "core/base/date.h"
#include "core/text/json.h"

/* A file has what is shown of a few documents: some 3 KB when compressed. */
#define CHUNK_MAX 8000
#define CHUNK_DOCUMENTS 32

void search_files_init(struct search_files *f, struct export_out *out)
{
	*f = (struct search_files){
		.out = out,
		.index = SEARCH_INDEX_INIT,
		.chunk = STRBUF_INIT,
		.records = STRBUF_INIT,
		.counts = STRBUF_INIT,
	};
}

void search_files_release(struct search_files *f)
{
	search_index_release(&f->index);
	strbuf_release(&f->chunk);
	strbuf_release(&f->records);
	strbuf_release(&f->counts);
}

static int write_chunk(struct search_files *f, struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;

	if (!f->in_chunk)
		return 0;
	strbuf_addf(&path, "search/d%zu.js", f->nchunks);
	strbuf_reset(&f->chunk);
	strbuf_addf(&f->chunk, "hectoSearch(\"d%zu\",[", f->nchunks++);
	strbuf_addslice(&f->chunk, strbuf_slice(&f->records));
	strbuf_addstr(&f->chunk, "]);\n");
	strbuf_reset(&f->records);
	search_add_number(&f->counts, f->in_chunk);
	f->in_chunk = 0;
	return f->out->file(f->out, path.buf, strbuf_slice(&f->chunk), err);
}

static void add_string(struct search_files *f, struct str s)
{
	strbuf_addch(&f->records, ',');
	json_add_quoted(&f->records, s);
}

static void add_text(struct search_files *f, const struct search_text *text)
{
	add_string(f, text->headings);
	search_index_add(&f->index, text->headings, true);
	for (size_t i = 0; i < SECTION_COUNT; i++) {
		if (!text->texts[i].len)
			continue;
		add_string(f, strbuf_slice(&text->texts[i]));
		search_index_add(&f->index, strbuf_slice(&text->texts[i]),
				 false);
	}
}

int search_files_add(struct search_files *f, const char *url, int day,
		     const char *title, const struct search_text *text,
		     struct error *err)
{
	strbuf_addstr(&f->records, f->in_chunk ? ",\n[" : "[");
	json_add_quoted(&f->records, str_of(url));
	add_string(f, day == DAY_NONE ? STR("") : str_of(day_format(day).s));
	add_string(f, str_of(title));
	search_index_add(&f->index, str_of(title), true);
	if (text)
		add_text(f, text);
	strbuf_addch(&f->records, ']');
	search_index_next(&f->index);
	f->documents++;
	f->in_chunk++;
	if (f->records.len < CHUNK_MAX && f->in_chunk < CHUNK_DOCUMENTS)
		return 0;
	return write_chunk(f, err);
}

int search_files_end(struct search_files *f, struct error *err)
{
	AUTO(strbuf) keys = STRBUF_INIT;
	uint64_t version;

	if (write_chunk(f, err) ||
	    search_index_write(&f->index, f->out, &keys, &version, err))
		return -1;
	strbuf_reset(&f->chunk);
	strbuf_addf(&f->chunk,
		    "hectoSearch(\"index\",{\"version\":\"%" PRIx64 "\","
		    "\"documents\":%zu,\n\"chunks\":\"%s\",\n\"shards\":\"%s\""
		    "});\n",
		    version, f->documents, f->counts.buf, keys.buf);
	return f->out->file(f->out, "search/index.js", strbuf_slice(&f->chunk),
			    err);
}
