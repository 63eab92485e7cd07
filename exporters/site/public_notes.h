/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_PUBLIC_NOTES_H
#define EXPORTERS_SITE_PUBLIC_NOTES_H

#include "core/model/left_out.h"
#include "exporters/site/passages.h"
#include "exporters/site/view.h"

/* The place in the view of a document that is not shown. */
#define SITE_NOT_SHOWN ((size_t)-1)

/*
 * Take what may be shown of each note of view->snapshot into view->notes, which
 * is made in view->mem.  What is kept back is added to `left_out`, and the
 * passages that stay and the names that notes give are told to `passages`.
 * `shown` has room for a number for each note of the snapshot and is given its
 * place in view->notes, or SITE_NOT_SHOWN.
 *
 * A note is named by its file, as long as that does not tell a title or a first
 * heading that is private; then it is called "Note".
 */
void site_take_notes(struct site_view *view, struct passage_filter *passages,
		     struct left_out *left_out, size_t *shown);

#endif
