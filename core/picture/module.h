/* SPDX-License-Identifier: MIT */
#ifndef CORE_PICTURE_MODULE_H
#define CORE_PICTURE_MODULE_H

#include "core/picture/card.h"

/* What the module hecto-picture.so offers to card.c (core/base/module.h). */
#define PICTURE_MODULE_FILE "hecto-picture.so"
#define PICTURE_MODULE_SYMBOL "hecto_picture_module"
#define PICTURE_MODULE_ABI 1u

struct picture_module {
	unsigned abi;
	int (*card)(struct strbuf *out, const struct card *card,
		    struct error *err);
};

#endif
