/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_ANSWERS_KEPT_H
#define EXPORTERS_SITE_ANSWERS_KEPT_H

#include "core/base/strbuf.h"
#include "core/base/sum_table.h"
#include "core/model/answer.h"

/*
 * What passages say to the open questions, kept from one run to the next: it
 * would be read of thousands of passages again because one has changed.  They
 * are found by their place, which is a sum of their document's bytes too, and
 * not at all once the questions are others.
 */
struct answer_passage {
	uint64_t place;		/* answers_place() */
	uint64_t text;		/* a sum of it: the same text, the same sum */
	struct answer_text says;
	bool may_answer;	/* answer_may_be(); else it says nothing */
	bool is_used;		/* now, and so is kept again */
};

struct answers_kept {
	struct answer_passage *items;
	size_t count, cap;
	struct sum_table by_place;
	size_t before;		/* of the items, those of an earlier run */
};
void answers_kept_release(struct answers_kept *k);

uint64_t answers_place(uint64_t document, uint32_t part, uint32_t number);

/* Take apart what answers_kept_write() made under the same key, or nothing.
 * The bytes stay until the release. */
void answers_kept_read(struct answers_kept *k, struct str bytes, uint64_t key);

/* The passage of a place; NULL: it is not known.  It is used now, and the
 * pointer good until one is added. */
const struct answer_passage *answers_kept_find(struct answers_kept *k,
					       uint64_t place);
const struct answer_passage *answers_kept_add(struct answers_kept *k,
					      const struct answer_passage *p);

/* Append those that were used; nothing if they are nearly those of the earlier
 * run, which then are good for another one. */
void answers_kept_write(const struct answers_kept *k, struct strbuf *out,
			uint64_t key);

#endif
