/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_SECTION_LABELS_H
#define CORE_MODEL_SECTION_LABELS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/str.h"
#include "core/model/section.h"

/*
 * The words of the labels, as unicode_add_folded() leaves them and without
 * apostrophes.
 */
struct section_words {
	const char *words;
	enum section section;
};

const struct section_words *section_words(size_t *count);
bool section_words_find(struct str folded, enum section *out);

/* "link to tweet", "links to the slides": where a label has these words, it
 * is one of links, whatever they lead to. */
bool section_words_link(struct str folded);

/* "some thoughts", "thoughts & feelings": nothing but words that people put
 * around their thoughts, so that nobody need list all they come in. */
bool section_words_muse(struct str folded);

/* Is there a label that begins so?  `*whole`: and one that has no more. */
bool section_words_begin(struct str folded, bool *whole);

#endif
