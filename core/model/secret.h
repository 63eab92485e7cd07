/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_SECRET_H
#define CORE_MODEL_SECRET_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * Keys, tokens and passwords that slipped into a text: by the shapes that
 * their issuers give them, and by what they are assigned to, on their line or
 * at the end of the one before.  What is plainly an example
 * ("AKIAIOSFODNN7EXAMPLE", "your-token", "xxxx") is none, nor is anything on a
 * line with the mark SECRET_ALLOWED.
 */
#define SECRET_ALLOWED "<!-- allow-secret -->"

struct secret {
	const char *what;	/* "an AWS access key id" */
	struct str text;	/* a slice of what was scanned */
	struct str in_line;	/* the line that it is in, without its end */
	unsigned line;		/* from 1 */
};

/* Where a scan of a text is: { .rest = text } to begin with.  Who gives it one
 * line after the other sets .rest alone. */
struct secret_scan {
	struct str rest, in_line, of_line;
	struct str before;	/* the last line that says something */
	unsigned line;
};

/* The next secret of the text, in order; false when there is no more. */
bool secret_next(struct secret_scan *scan, struct secret *out);

/* "AKIA..., 20 characters": what may be shown of one. */
void secret_add_masked(struct strbuf *out, struct str text);

/* A line with the secrets in it masked like that. */
void secret_add_line(struct strbuf *out, struct str line);

/* A text like that, with as many lines, each with its own end; within a
 * private key of several lines, none of them is shown. */
void secret_add_text(struct strbuf *out, struct str text);

/*
 * A page shows "ghp\_x", "&#103;hp_x", "gh<b>p_x</b>" and "%67hp_x" of a link as
 * a token that stands nowhere in the source.  Can a line be such?  And append it
 * as it is shown, but for what hides nothing.
 */
bool secret_may_be_marked(struct str line);
void secret_add_plain(struct strbuf *out, struct str line);

/*
 * "ghp_abc" at the end of a line and "def" at the front of the next: a page
 * shows them with a blank between, or with nothing where a tag or a comment goes
 * on over the end.  Asked of one line after the other; what is found is in
 * `joined` until the next one.  What a line has alone is none.
 */
struct secret_joint {
	struct strbuf end;	/* of the lines before, which this one may go
				   on with; each on a line */
	struct strbuf joined;
};
#define SECRET_JOINT_INIT { STRBUF_INIT, STRBUF_INIT }
void secret_joint_release(struct secret_joint *j);
bool secret_across(struct secret_joint *j, struct str line,
		   struct secret *out);

/* A text without the marks that allow secrets in it, and the blanks before
 * them: in code they would be shown.  What is new is in `mem`. */
struct str secret_without_marks(struct str text, struct arena *mem);

#endif
