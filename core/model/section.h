/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_SECTION_H
#define CORE_MODEL_SECTION_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/model/section_block.h"

/*
 * The sections of a daily entry, recognised when read and never rewritten, in
 * every spelling and language of the 100-days templates ("**Today's
 * Progress**:", "#### Pensées", "今日の進捗").  section_labels.c has the table.
 */
enum section {
	SECTION_NONE,
	SECTION_PROGRESS,
	SECTION_LEARNED,
	SECTION_THOUGHTS,
	SECTION_LINKS,
	SECTION_QUESTIONS,
	SECTION_COUNT,
};

const char *section_name(enum section s);	/* "learned"; "" for NONE */
const char *section_title(enum section s);	/* "What I learned" */
bool section_by_name(struct str name, enum section *out);

/*
 * Does this line open a section?  Then `rest` is what stands behind the label
 * on the same line, without blanks and the marks that belong to the label.
 */
bool section_label(struct str line, enum section *out, struct str *rest);

/* Has a line that is a label neither a mark nor a colon: "Thoughts",
 * "Thoughts - fine"?  Then it might also be text. */
bool section_label_is_bare(struct str line);

/* "**Time spent:** 1 h": the label of no section, and of no thoughts, in the
 * style of another one? */
bool section_label_aside(struct str line, struct str like);

/* The block that a line begins which is called thoughts; BLOCK_NONE: it begins
 * no such block. */
enum section_block section_thoughts_block(struct str line);

/* What a line that opens a section says behind the label, where the Markdown
 * marks have been taken off already; a line without label, as it is. */
struct str section_without_label(struct str text);

/*
 * Put `text` into a section of a body: behind what the section has already
 * (item: as a list item), else under a new label at the place the template
 * gives it, in the style of the labels that the body has.
 */
struct strbuf;
void section_insert(struct strbuf *out, struct str body, enum section s,
		    struct str text, bool item);

#endif
