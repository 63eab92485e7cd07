/* SPDX-License-Identifier: MIT */
/* Any bytes as a document; what is written of an entry is read back. */
#include <stdint.h>

#include "core/model/document.h"

static void check_entry(struct str file)
{
	struct error err = ERROR_INIT;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	AUTO(strbuf) again = STRBUF_INIT;
	struct entry e, back;

	if (entry_parse(&e, "log/undated/x.md", file, &mem, &err))
		return;
	entry_write(&out, &e);
	if (entry_parse(&back, "log/undated/x.md", strbuf_slice(&out), &mem,
			&err))
		abort();
	if (!str_eq(e.body, back.body) || e.ndays != back.ndays ||
	    e.ntags != back.ntags || !str_eq(e.heading, back.heading))
		abort();
	entry_write(&again, &back);
	if (!str_eq(strbuf_slice(&out), strbuf_slice(&again)))
		abort();
	entry_is_empty(&e);
}

static void check_document(const char *path, struct str file)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;
	size_t passages = 0;

	document_parse(&doc, path, file, &mem);
	for (size_t i = 0; i < doc.npassages; i++)
		if (doc.passages[i].parent >= (int)i ||
		    doc.passages[i].part >= (int)doc.nparts ||
		    !doc.passages[i].text.len)
			abort();
	for (size_t i = 0; i < doc.nparts; i++)
		passages += doc.parts[i].npassages;
	if (passages != doc.npassages || !doc.nparts || !doc.title)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str file = { (const char *)data, size };
	AUTO(strbuf) out = STRBUF_INIT;

	check_entry(file);
	check_document("log/2022/2022-07-04.md", file);
	check_document("notes/a.txt", file);
	section_insert(&out, file, SECTION_LEARNED, STR("a\nb"), true);
	section_insert(&out, file, SECTION_THOUGHTS, STR("x"), false);
	return 0;
}
