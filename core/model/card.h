/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_CARD_H
#define CORE_MODEL_CARD_H

#include <stddef.h>

/*
 * What the picture says that other sites show beside a link to the journal:
 * plain data for whoever paints it (core/picture/card.h).
 */
#define CARD_WIDTH 1200		/* pixels; what Open Graph readers expect */
#define CARD_HEIGHT 630
#define CARD_WEEKS 34		/* columns of its heat map */
#define CARD_FACTS 3

/* Squares: 0 nothing … 4 much. */
#define CARD_SQUARE_OFF 5	/* not there: a day to come */

struct card_fact {
	char number[16];	/* "46"; empty: no fact */
	char label[80];		/* "of 100 days" */
};

struct card {
	const char *title;
	const char *author;	/* or NULL */
	struct card_fact facts[CARD_FACTS];
	unsigned char squares[CARD_WEEKS][7];	/* oldest week first */
};

#endif
