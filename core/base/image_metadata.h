/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_IMAGE_METADATA_H
#define CORE_BASE_IMAGE_METADATA_H

#include "core/base/image_header.h"
#include "core/base/strbuf.h"

/*
 * An image without what a camera or an editor noted in it: the place and the
 * time it was taken, the device, its owner, comments, and whatever follows
 * the image proper, such as the film of a moving photograph.  What it looks
 * like stays: its colours, and of the notes of a JPEG the orientation.
 *
 * Append it to `out`.  False, and nothing appended: it does not hold together,
 * and cannot be told from its notes.
 */
bool image_add_plain(struct strbuf *out, struct str bytes,
		     enum image_type type);

#endif
