/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_TURNS_H
#define EXPORTERS_SITE_TURNS_H

#include <pthread.h>

#include "core/base/strbuf.h"
#include "exporters/exporter.h"

/*
 * What a site is handed over to, for two threads that draw different files of
 * it: one waits while the other asks or hands over.  A file that is not current
 * is asked for once more before it is handed over, for its key has to be the
 * last one that was asked for.  Who draws pages may ask and hand over as always;
 * nothing else of a site may be shared.
 */
struct site_turns {
	struct site_turn {
		struct export_out out;	/* first */
		struct site_turns *turns;
		struct strbuf asked;	/* for this path last, */
		uint64_t key;		/* with this key */
	} pages, aside;
	struct export_out *to;
	pthread_mutex_t lock;
};

/* It stays where it is, and `to` until the end. */
void site_turns_begin(struct site_turns *t, struct export_out *to);
/* Both have ended. */
void site_turns_end(struct site_turns *t);

#endif
