/* SPDX-License-Identifier: MIT */
/* Boxes that are none to cmark. */
#include "core/text/markdown_boxes.h"

#define EMPTY_BOX 3	/* "[] " */

bool markdown_take_empty_box(struct markdown_block *item)
{
	if (!str_starts(item->text, "[] "))
		return false;
	item->text = str_from(item->text, EMPTY_BOX);
	for (size_t i = 0; i < item->nbreaks; i++)
		item->breaks[i] -= EMPTY_BOX;
	for (size_t i = 0; i < item->ncode; i++) {
		item->code[i].from -= EMPTY_BOX;
		item->code[i].to -= EMPTY_BOX;
	}
	return true;
}
