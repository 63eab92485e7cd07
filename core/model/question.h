/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_QUESTION_H
#define CORE_MODEL_QUESTION_H

#include <stdbool.h>

#include "core/base/str.h"

/*
 * What questions and holes have in common: a short id that follows from their
 * words, and a prefix that says what they are about ("KSS: …").
 */

/* Letters and digits of an id; a shorter beginning will do while it is the only
 * one with it, as in git. */
#define ITEM_ID_LENGTH 6
struct item_id {
	char s[ITEM_ID_LENGTH + 1];
};

/*
 * The id of an item's text.  Case, marks, a prefix and a box do not count, so
 * that a question keeps its id when it is moved, ticked or tidied up.
 */
struct item_id item_id(struct str text);

/*
 * Does a passage ask something that wants an answer?  By a question mark, by
 * "???", or the order of its words: "can a queue be renamed", "not clear how a
 * node is picked".  What is asked of oneself or of nobody does not: "Why
 * do I always start so late?", "Nice, isn't it?"
 */
bool question_is_asked(struct str text);

/* Does a text begin by saying that one does not know, "still not sure"? */
bool question_says_unknown(struct str text);

/*
 * Take a label off the front: "Q:", "Q12.", "質問：", where something stands
 * behind it; "A:", "✅ **Réponse** :", "答え：", where nothing may.  False: it
 * has none, and nothing is taken.
 */
bool question_label_take(struct str *text);
bool answer_label_take(struct str *text);

/* Nothing but the label of a question, as a quiz counts them: "Question 12"? */
bool question_is_label(struct str text);

/* Take the letter of a choice off the front: "a. …", "B) …", "(c) …". */
bool question_choice_take(struct str *text);

/* Is such a label of an answer a letter alone, as those of choices are? */
bool answer_label_is_letter(struct str text);

/* What is asked, without the "A: …" that may stand behind it: behind the end of
 * a question or sentence, or of a text that begins with "Q:". */
struct str item_without_answer(struct str text);

/*
 * Does a question have its answer behind it: "… A: so", "…? → so", "…? Yes",
 * and of one that has a label, "Q6: …? So it is."?
 */
bool question_is_answered(struct str text);

/* Is the first line of a paragraph a question in bold: "**Why is it so?**"? */
bool question_is_set_off(struct str raw);

/* Of prose that ends in a question, the question without the sentences before
 * it; any other text as it is. */
struct str item_question(struct str text);

/* Does `typed` stand for this id? */
bool item_id_is(const struct item_id *id, struct str typed);

/*
 * Take the prefix off: "KSS: Difference …" gives "KSS" and the rest.  At most
 * three words that end in a colon; "Q:" and the like are labels and go, too,
 * but give no prefix (.len 0).
 */
struct str item_prefix_take(struct str *text);

#endif
