/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DOCUMENT_SUMMARY_H
#define CORE_MODEL_DOCUMENT_SUMMARY_H

#include "core/model/document.h"

/*
 * What a list shows of a document: its first passage that is no heading and
 * tells more than facts about itself.  Such are labels with a time, a date, a
 * number, an address or a word: "Duration: 1h | Date: 1 May | Status: done".
 * Where all is like that, it is the first.  Borrows from `doc`; .len
 * 0: it has none.
 */
struct str document_summary(const struct document *doc);

#endif
