/* SPDX-License-Identifier: MIT */
/* Reading what an exporter remembers while something else goes on. */
#include "cmd/publish/recollection.h"

#include "core/base/workers.h"

/* With fewer files there is too little to read for another thread. */
#define WORTH_HELP 1000

static void *recall(void *arg)
{
	struct recollection *r = arg;

	manifest_read_memory(r->manifest, &r->known);
	r->memory.before = strbuf_slice(&r->known);
	if (r->exporter->recall)
		r->exporter->recall(&r->memory);
	return NULL;
}

void recollection_begin(struct recollection *r, const struct manifest *m,
			const struct exporter *exporter)
{
	*r = (struct recollection){
		.manifest = m,
		.exporter = exporter,
		.memory = { .after = STRBUF_INIT },
		.known = STRBUF_INIT,
	};
	r->is_helped = m->marks.count >= WORTH_HELP && workers_worth() > 1 &&
		       !pthread_create(&r->helper, NULL, recall, r);
	if (!r->is_helped)
		recall(r);
}

void recollection_end(struct recollection *r)
{
	if (r->is_helped)
		pthread_join(r->helper, NULL);
	r->is_helped = false;
}

void recollection_release(struct recollection *r)
{
	recollection_end(r);
	if (r->exporter->let_go)
		r->exporter->let_go(&r->memory);
	strbuf_release(&r->memory.after);
	strbuf_release(&r->known);
}
