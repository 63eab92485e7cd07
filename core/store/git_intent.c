/* SPDX-License-Identifier: MIT */
/* The record of what a run is about to do. */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "core/store/git_store.h"

/*
 * One file, written in place: it is empty when nothing is under way, or has
 * the record of work that another run will finish.  That one is written over
 * before it is cut to length, so that at no moment there is none; the last
 * line tells a whole record from a torn one.
 */
#define FIRST_LINE "hecto-intent 1"
#define LOCKS "locks"
#define TOLD "told"
#define LAST_LINE "end"

static int open_intent(struct git_store *s, struct error *err)
{
	int fd = beneath_openat(&s->state, STATE_INTENT, O_RDWR, 0);

	if (fd >= 0)
		return fd;
	fd = beneath_openat(&s->state, STATE_INTENT, O_RDWR | O_CREAT, 0600);
	if (fd >= 0 && !fsync(s->state.fd))
		return fd;
	error_errno(err, "cannot write '%shecto/%s'", s->git_dir, STATE_INTENT);
	if (fd >= 0)
		close(fd);
	return -1;
}

int intent_write(struct git_store *s, const struct intent *in,
		 struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;
	char old[GIT_OID_HEXSZ + 1], new[GIT_OID_HEXSZ + 1];
	int fd = open_intent(s, err);
	int rc;

	if (fd < 0)
		return -1;
	git_oid_tostr(old, sizeof(old), &in->old);
	git_oid_tostr(new, sizeof(new), &in->new);
	strbuf_addf(&text, "%s\n%s\n%s\n%s\n%s\n%s\n%s\n", FIRST_LINE,
		    in->branch, old, new, in->locks ? LOCKS : "no locks",
		    in->told ? TOLD : "untold", LAST_LINE);
	rc = file_write_fd(fd, strbuf_slice(&text)) ||
	     ftruncate(fd, (off_t)text.len) || fdatasync(fd);
	if (rc)
		error_errno(err, "cannot write '%shecto/%s'", s->git_dir,
			    STATE_INTENT);
	close(fd);
	return rc ? -1 : 0;
}

static int parse_id(git_oid *out, struct str line)
{
	return line.len == GIT_OID_HEXSZ && !git_oid_fromstrn(out, line.s,
							      line.len)
		       ? 0
		       : -1;
}

static int parse(struct intent *out, struct str text)
{
	struct str branch;

	if (!str_is(str_next_line(&text), FIRST_LINE))
		return -1;
	branch = str_next_line(&text);
	if (!branch.len || branch.len >= sizeof(out->branch))
		return -1;
	memcpy(out->branch, branch.s, branch.len);
	out->branch[branch.len] = '\0';
	if (parse_id(&out->old, str_next_line(&text)) ||
	    parse_id(&out->new, str_next_line(&text)))
		return -1;
	out->locks = str_is(str_next_line(&text), LOCKS);
	out->told = str_is(str_next_line(&text), TOLD);
	return str_is(str_next_line(&text), LAST_LINE) ? 0 : -1;
}

int intent_read(struct git_store *s, struct intent *out)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct error ignored = ERROR_INIT;
	struct stat st;

	memset(out, 0, sizeof(*out));
	if (beneath_stat(&s->state, STATE_INTENT, &st) || !st.st_size ||
	    beneath_read(&s->state, STATE_INTENT, 4096, &text, &ignored))
		return 0;
	out->given = true;
	out->written = st.st_mtim;
	/* A torn one was never acted upon. */
	return parse(out, strbuf_slice(&text)) ? 0 : 1;
}

int intent_clear(struct git_store *s, struct error *err)
{
	int fd = beneath_openat(&s->state, STATE_INTENT, O_RDWR, 0);
	int rc;

	if (fd < 0)
		return errno == ENOENT
			       ? 0
			       : error_errno(err, "cannot open '%shecto/%s'",
					     s->git_dir, STATE_INTENT);
	rc = ftruncate(fd, 0);
	if (rc)
		error_errno(err, "cannot clear '%shecto/%s'", s->git_dir,
			    STATE_INTENT);
	close(fd);
	return rc ? -1 : 0;
}
