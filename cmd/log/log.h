/* SPDX-License-Identifier: MIT */
#ifndef CMD_LOG_LOG_H
#define CMD_LOG_LOG_H

#include "cmd/command.h"
#include "core/model/entry.h"
#include "core/model/section.h"

/* What the files log*.c share: a day's text on its way into its entry. */

/* Something for one section of the entry. */
struct log_piece {
	enum section section;
	struct str text;
	bool item;		/* of a list */
};

struct log_pieces {
	struct log_piece *items;
	size_t count, cap;	/* owned; log_pieces_release */
};
#define LOG_PIECES_INIT { NULL, 0, 0 }
void log_pieces_release(struct log_pieces *p);
void log_pieces_add(struct log_pieces *p, enum section section,
		    struct str text, bool item);

/* Take a text with labels apart; what stands before the first is progress. */
void log_pieces_split(struct log_pieces *p, struct str text);
bool log_has_labels(struct str text);

/* A body with the pieces in it. */
void log_add_body(struct strbuf *out, struct str body,
		  const struct log_pieces *pieces);

/*
 * What the editor begins with: the journal's template, or the labels of the
 * 100-days log, with the pieces put in, and a remark that is taken out again.
 */
struct log_draft_text {
	struct strbuf text;	/* all of it */
	struct strbuf remark;	/* at its end */
};
#define LOG_DRAFT_TEXT_INIT { STRBUF_INIT, STRBUF_INIT }
void log_draft_text_release(struct log_draft_text *t);
int log_draft_text_make(struct log_draft_text *t, struct journal *j, int day,
			const struct log_pieces *pieces, struct error *err)
	MUST_CHECK;

/* The body in an edited draft: no remark, and no label that has nothing. */
void log_draft_text_read(const struct log_draft_text *t, struct str edited,
			 struct strbuf *body);

/* What is to be logged, and what was said of it. */
struct log_request {
	int day;
	struct str body;	/* from the editor or a file; or STR_NONE */
	struct log_pieces pieces;
	const char **tags;
	size_t ntags;
	int minutes;		/* 0: not said */
	int round;		/* 0: not said */
	int number;		/* NUMBER_NONE: not said */
};

/*
 * Which number and round an entry of this day has that says neither itself:
 * the number after that of the latest day before, in its round.  An entry
 * between two numbered ones gets a number only if there is one left for it.
 */
void log_number(const struct index_entry *entries, size_t count, int day,
		int *round, int *number);

/* What has become of it. */
struct log_saved {
	const char *id, *path;	/* in the arena */
	bool added;		/* to an entry that was there */
	const char *text;	/* all that was given, tags as well */
	bool changed;		/* false: it had all of that already */
	int inferred;		/* minutes that its text tells; 0: they were
				   said, or there are none */
};

/* One commit, or nothing. */
int log_save(struct journal *j, const struct log_request *r,
	     struct arena *mem, struct log_saved *out, struct error *err)
	MUST_CHECK;

/* Say what was understood: date, day, round, topics, streak. */
int log_show(const struct context *ctx, const struct log_saved *saved,
	     bool json, struct error *err) MUST_CHECK;

#endif
