/* SPDX-License-Identifier: MIT */
/* Reading what an exporter remembers while something else goes on. */
#include "cmd/publish/recollection.h"

/* With fewer files there is too little to read for another thread. */
#define WORTH_HELP 1000

static void rest(const struct export_memory *memory)
{
	const struct recollection *r = (const void *)memory;

	manifest_maps_let_go(&r->maps);
}

static void *recall(void *arg)
{
	struct recollection *r = arg;

	manifest_map_memory(r->manifest, &r->maps);
	r->memory.before = file_map_slice(&r->maps.facts);
	r->memory.counts_before = file_map_slice(&r->maps.counts);
	r->memory.answers_before = file_map_slice(&r->maps.answers);
	if (r->exporter->recall)
		r->exporter->recall(&r->memory);
	rest(&r->memory);
	return NULL;
}

void recollection_begin(struct recollection *r, const struct manifest *m,
			const struct exporter *exporter)
{
	*r = (struct recollection){
		.manifest = m,
		.exporter = exporter,
		.memory = { .after = STRBUF_INIT,
			    .rest_after = STRBUF_INIT,
			    .counts = STRBUF_INIT,
			    .answers = STRBUF_INIT,
			    .rest = rest },
		.maps = MANIFEST_MAPS_INIT,
	};
	if (manifest_expected(m) < WORTH_HELP ||
	    !helper_begin(&r->helper, recall, r))
		recall(r);
}

void recollection_end(struct recollection *r)
{
	helper_end(&r->helper);
}

void recollection_release(struct recollection *r)
{
	recollection_end(r);
	if (r->exporter->let_go)
		r->exporter->let_go(&r->memory);
	strbuf_release(&r->memory.after);
	strbuf_release(&r->memory.rest_after);
	strbuf_release(&r->memory.counts);
	strbuf_release(&r->memory.answers);
	manifest_maps_release(&r->maps);
}
