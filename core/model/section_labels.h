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

/* "parting thoughts", "riflessioni personali", "Tagesgedanken": any words with
 * one for thoughts as their head; believed only where something marks them. */
bool section_words_are_headed(struct str folded);

/* "thoughts on the exam", "my feelings about it": they begin so, and go on with
 * what they are about. */
bool section_words_are_about(struct str folded);

/* Where nothing marks such words as a label: may they begin a sentence, as
 * "thought about the plan" does? */
bool section_words_may_be_prose(struct str folded);

/* The lists that these are told by, 0 to 2, for a test; 0: there is none. */
size_t section_musings(const char *const **words, int list);

/* "time spent", "next steps": labels of no section, and of no thoughts. */
bool section_words_aside(struct str folded);

/* Is there a label that begins so?  `*whole`: and one that has no more. */
bool section_words_begin(struct str folded, bool *whole);

#endif
