/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_IMAGE_GIF_H
#define CORE_BASE_IMAGE_GIF_H

#include "core/base/strbuf.h"

/* A GIF for image_add_plain(). */
bool gif_add_plain(struct strbuf *out, struct str bytes);

#endif
