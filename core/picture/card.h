/* SPDX-License-Identifier: MIT */
#ifndef CORE_PICTURE_CARD_H
#define CORE_PICTURE_CARD_H

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/strbuf.h"
#include "core/model/card.h"

/*
 * Painting, by cairo and Pango, which only core/picture/pango_*.c includes.
 * It is a module, because both take tens of milliseconds to load, and it need
 * not be installed: then painting is an error that callers can live with.
 *
 * Append the card as a PNG.  On one machine the same card gives the same
 * bytes; another one has other fonts.
 */
int picture_card(struct strbuf *out, const struct card *card,
		 struct error *err) MUST_CHECK;

#endif
