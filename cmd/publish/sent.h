/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_SENT_H
#define CMD_PUBLISH_SENT_H

#include "core/base/sha256.h"
#include "core/base/strset.h"
#include "core/journal.h"

/*
 * What is on a server because we put it there: .git/hecto/publish/NAME.sent,
 * a line that says which place it is about, then one for each thing that
 * happened, in order:
 *
 *	~ PATH			it is about to be sent; it may be there now
 *	+ SHA256 PATH		the server has acknowledged these bytes
 *	- PATH			the server has removed it
 *
 * A line is appended as soon as it is true, so that whoever is interrupted
 * goes on where he was, and a file that was half sent is known to be ours.
 */
struct sent {
	struct strbuf file;
	struct strbuf place;
	struct strset paths;	/* value: index of its digest; SENT_UNSURE */
	struct sha256_hex *digests;
	size_t ndigests, digests_cap;
	size_t lines;
	int fd;			/* for appending, or -1 */
	int lock;		/* held until the release; -1: none */
	bool known;		/* something was sent to this place before */
};

#define SENT_UNSURE ((size_t)-1)
#define SENT_GONE ((size_t)-2)	/* removed, or never there */

#define SENT_INIT                                                        \
	{                                                                \
		.file = STRBUF_INIT, .place = STRBUF_INIT,               \
		.paths = STRSET_INIT, .fd = -1, .lock = -1               \
	}

/* `place`: what is remembered of another one does not count.  While another
 * hecto has it open, it is ERROR_CONFLICT. */
int sent_open(struct sent *s, struct journal *j, const char *name,
	      const char *place, struct error *err) MUST_CHECK;
void sent_release(struct sent *s);

/* Is it there, and has these bytes?  Is it there, or may it be? */
bool sent_has(const struct sent *s, struct str path,
	      const struct sha256_hex *digest);
bool sent_is_ours(const struct sent *s, struct str path);

/* From here on something may be there: the lines of all that is to be sent. */
int sent_begin(struct sent *s, const char *const *paths, size_t count,
	       struct error *err) MUST_CHECK;
int sent_put(struct sent *s, const char *path,
	     const struct sha256_hex *digest, struct error *err) MUST_CHECK;
int sent_removed(struct sent *s, const char *path, struct error *err)
	MUST_CHECK;

/* All is done: write it anew, without what is past, where that is shorter. */
int sent_finish(struct sent *s, struct error *err) MUST_CHECK;

#endif
