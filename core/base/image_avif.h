/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_IMAGE_AVIF_H
#define CORE_BASE_IMAGE_AVIF_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * AVIF (AV1 Image File Format 1.1), which is made of the boxes of ISO/IEC
 * 14496-12 and the items of ISO/IEC 23008-12.  Still images alone: a sequence
 * has tracks, with notes of their own.
 */

/* Its size as shown: that of its largest part, turned if it says so; false: it
 * is no such image. */
bool avif_size(struct str bytes, uint32_t *width, uint32_t *height);

/*
 * Append it with its notes blotted out, as image_add_plain() does: what is in
 * it is found by its place in the file, so nothing is moved, and what items of
 * Exif and XMP say, and boxes for the use of others, is overwritten by zeros.
 * Where that cannot be done for sure: false, and `out` is to be truncated.
 */
bool avif_add_plain(struct strbuf *out, struct str bytes);

#endif
