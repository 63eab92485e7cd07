/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_QUERY_H
#define CORE_MODEL_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/str.h"
#include "core/model/section.h"

/* What is looked for, as a tree; hecto-query(7) has the language. */
enum query_kind {
	QUERY_AND,
	QUERY_OR,
	QUERY_NOT,		/* of its one child */
	/* What stands in the text: */
	QUERY_WORD,		/* in any case, accents and stem */
	QUERY_PHRASE,
	QUERY_PREFIX,		/* .text without the asterisk */
	QUERY_EXACT,		/* as it stands */
	QUERY_REGEX,
	/* Where it stands: */
	QUERY_TOPIC,		/* .text: as typed, or its id */
	QUERY_TAG,
	QUERY_SECTION,		/* .from: an enum section */
	QUERY_DOCUMENT,		/* .from: an enum document_kind */
	QUERY_TRAIT,		/* .from: an enum passage_trait; .to: not 0
				   where any passage will do ("has:") */
	QUERY_DAYS,		/* .from to .to, or DAY_NONE */
	QUERY_ROUND,		/* .from; .to: the day it is counted on */
	QUERY_NUMBERS,		/* .from to .to, as in "Day 14" */
};

struct query_node {
	enum query_kind kind;
	struct query_node *first, *next;	/* child, sibling */
	const char *text;
	int from, to;
	size_t at;		/* bytes into the query, of what is typed */
	size_t number;		/* of a leaf that is text, from 0 */
};

enum query_sort { SORT_RELEVANCE, SORT_NEWEST, SORT_OLDEST };

struct query {
	struct query_node *root;	/* NULL: everything */
	size_t ntexts;			/* leaves that are text */
	size_t nterms;			/* all leaves */
	enum query_sort sort;		/* without text: newest first */
	size_t limit;			/* 0: no limit */
	size_t pick;	/* which of equal passages of a part is shown */
};

/* As much as one query may hold, so that none takes forever. */
#define QUERY_TERMS_MAX 200
#define QUERY_DEPTH_MAX 16

/*
 * Read a query; what there is already has to hold as well.  `today` is what
 * dates in words count from.  An error is ERROR_USAGE and shows the place with
 * a caret beneath it.  Everything is in `mem`.
 */
int query_parse(struct query *q, struct str text, int today,
		struct arena *mem, struct error *err) MUST_CHECK;

/* The same for one field of the language: "since", "last monday". */
int query_add_field(struct query *q, const char *field, const char *value,
		    int today, struct arena *mem, struct error *err)
	MUST_CHECK;

/* A text that is no query: QUERY_EXACT, QUERY_REGEX … */
int query_add_text(struct query *q, enum query_kind kind, const char *text,
		   struct arena *mem, struct error *err) MUST_CHECK;

/*
 * The operands of a command line as one query.  The shell has taken the quotes
 * off, so several words and nothing else are a phrase, and so is a date behind
 * a field; one of several operands that has an "or" is a group.
 */
struct strbuf;
void query_join(struct strbuf *out, const char *const *operands, size_t count,
		int today);

/*
 * Say of a word what else it may have been meant as: "topc:s3", "date:june", and
 * where nothing was found "last-week".  Where something was found only of what
 * was found because of that.  Is there any?
 */
bool query_add_hint(struct strbuf *out, const struct query *q, bool found);

/*
 * Take the words of its phrases, those left out aside, for themselves: each has
 * to be there, wherever.  False: there is no phrase of several words.
 */
bool query_loosen(struct query *q, struct arena *mem);

/* Whether anything in it is text, negated or not. */
static inline bool query_is_text(enum query_kind kind)
{
	return kind >= QUERY_WORD && kind <= QUERY_REGEX;
}

/* What may stand behind a field of the language; NULL past the end.  For
 * completion and messages. */
const char *query_field_value(const char *field, size_t i);

/* A part of a document that has it, and the passage that shows it best; or where
 * kinds or things are asked for, one of the passages that have them. */
struct hit {
	const char *id, *path, *title;
	int document;		/* enum document_kind */
	unsigned line;
	int day;		/* DAY_NONE: a note */
	const char *const *headings;	/* outermost first */
	size_t nheadings;
	enum section section;
	unsigned traits;	/* of the passage: enum passage_trait */
	const char *text;	/* the whole passage */
	const char *snippet;	/* the words found between \x01 and \x02 */
	const char *const *topics;	/* ids, of the whole part */
	size_t ntopics;
	size_t more;	/* passages of the part that answer as well, of the last
			   hit of each part */
};

/* The text of a snippet without its marks, appended. */
void hit_add_plain(struct strbuf *out, const char *snippet);

#endif
