/* SPDX-License-Identifier: MIT */
#ifndef TESTS_UNIT_EXPORTERS_WRITTEN_H
#define TESTS_UNIT_EXPORTERS_WRITTEN_H

#include "core/base/strbuf.h"
#include "exporters/exporter.h"

/* What an exporter wrote, the files one after the other. */
struct written {
	struct export_out out;
	struct strbuf names, text;
};

static int written_file(struct export_out *out, const char *path,
			struct str bytes, struct error *err)
{
	struct written *w = (struct written *)out;

	(void)err;
	strbuf_addf(&w->names, "%s%s", w->names.len ? " " : "", path);
	strbuf_addslice(&w->text, bytes);
	return 0;
}

#define WRITTEN_INIT { .out = { .file = written_file }, .names = STRBUF_INIT,	\
		       .text = STRBUF_INIT }

static void written_release(struct written *w)
{
	strbuf_release(&w->names);
	strbuf_release(&w->text);
}

#endif
