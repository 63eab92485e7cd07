/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRIVATE_PASSAGES_H
#define CORE_MODEL_PRIVATE_PASSAGES_H

#include "core/model/document.h"
#include "core/model/left_out.h"

/*
 * Which passages of a document may be quoted: visible[i] for each.  Of such a
 * passage no line is private, but for other cells of a row, nor is any line that says what it is about: the
 * items and headings that it stands under, for the topics of a passage are
 * theirs as well.  `places` are those of this document.
 */
void private_passages(bool *visible, const struct document *doc,
		      const struct left_out_place *places, size_t count);

#endif
