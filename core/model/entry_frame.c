/* SPDX-License-Identifier: MIT */
/* What is known of an entry beside its text, in little memory. */
#include "core/model/entry_frame.h"

struct entry_frame entry_frame_of(const struct entry *e)
{
	return (struct entry_frame){
		.id = e->id,
		.days = e->days,
		.numbers = e->numbers,
		.tags = e->tags,
		.heading = e->heading,
		.written = e->written,
		.ndays = (uint32_t)e->ndays,
		.nnumbers = (uint32_t)e->nnumbers,
		.ntags = (uint32_t)e->ntags,
		.round = e->round,
		.minutes = e->minutes,
		.private = e->private,
	};
}

struct entry entry_of_frame(const struct entry_frame *f)
{
	return (struct entry){
		.id = f->id,
		.days = f->days,
		.ndays = f->ndays,
		.numbers = f->numbers,
		.nnumbers = f->nnumbers,
		.round = f->round,
		.minutes = f->minutes,
		.tags = f->tags,
		.ntags = f->ntags,
		.written = f->written,
		.private = f->private,
		.heading = f->heading,
	};
}
