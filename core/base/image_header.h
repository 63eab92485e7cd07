/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_IMAGE_HEADER_H
#define CORE_BASE_IMAGE_HEADER_H

#include <stdbool.h>

#include "core/base/str.h"

/*
 * What an image says of itself in its first bytes: PNG (ISO/IEC 15948), JPEG
 * (ITU-T T.81, B.2.2), GIF89a, WebP (RFC 9649) and AVIF
 * (image_avif.h).  These are raster formats
 * that all browsers show and that hold no script, which SVG may.  Nothing is
 * decoded: bytes that follow may still be damaged.
 */
enum image_type { IMAGE_PNG, IMAGE_JPEG, IMAGE_GIF, IMAGE_WEBP,
		  IMAGE_AVIF };

struct image_header {
	enum image_type type;
	int width, height;	/* pixels as shown, 1 … IMAGE_SIDE_MAX */
};

#define IMAGE_SIDE_MAX 65535

/* False: it is none of these, or its header is cut short or makes no sense. */
bool image_header_read(struct image_header *out, struct str bytes);

/*
 * How a camera was held, by the data of an Exif segment of a JPEG (Exif 2.32,
 * 4.6.5): 1 upright … 8, or 0 when it does not say.
 */
int image_orientation(struct str exif);

const char *image_suffix(enum image_type type);		/* ".png" */

#endif
