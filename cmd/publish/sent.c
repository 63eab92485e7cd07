/* SPDX-License-Identifier: MIT */
/* What is on a server because we put it there. */
#include "cmd/publish/sent.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "cmd/folder_out.h"
#include "core/base/limits.h"
#include "core/base/path.h"

#define DIGEST 64	/* characters */

static void keep_digest(struct sent *s, struct str path, struct str digest)
{
	struct sha256_hex *d;
	size_t at;

	if (!strset_get(&s->paths, path, &at) || at >= s->ndigests) {
		at = s->ndigests;
		XGROW(s->digests, s->ndigests, s->digests_cap);
		s->ndigests++;
	}
	d = &s->digests[at];
	memcpy(d->s, digest.s, DIGEST);
	d->s[DIGEST] = '\0';
	strset_put(&s->paths, path, at);
}

/* A line that was cut short, or is none of ours, says nothing. */
static void read_line(struct sent *s, struct str line)
{
	struct str rest = line.len > 2 ? str_from(line, 2) : STR("");
	struct str digest;

	s->lines++;
	if (str_starts(line, "+ ") && rest.len > DIGEST + 1 &&
	    rest.s[DIGEST] == ' ') {
		digest = str_upto(rest, DIGEST);
		rest = str_from(rest, DIGEST + 1);
		if (path_is_safe(rest))
			keep_digest(s, rest, digest);
	} else if (!path_is_safe(rest)) {
		return;
	} else if (str_starts(line, "~ ")) {
		strset_put(&s->paths, rest, SENT_UNSURE);
	} else if (str_starts(line, "- ")) {
		strset_put(&s->paths, rest, SENT_GONE);
	}
}

/* The last line is whole only if it has an end. */
static void read_all(struct sent *s, struct str text)
{
	struct str line = str_next_line(&text);

	if (!str_eq(line, strbuf_slice(&s->place)))
		return;
	s->known = true;
	while (text.len && text.s[text.len - 1] != '\n')
		text.len--;
	while ((line = str_next_line(&text)).s)
		read_line(s, line);
}

static int find_file(struct sent *s, struct journal *j, const char *name,
		     struct error *err)
{
	const char *git_dir = journal_git_dir(j);

	if (!git_dir)
		return error_set(err, ERROR_USAGE, "without git there is "
				 "nowhere to remember what was sent; "
				 "'hecto init' makes a repository of the "
				 "journal");
	strbuf_addstr(&s->file, git_dir);
	path_join(&s->file, "hecto/publish");
	if (file_make_folders(s->file.buf, err))
		return -1;
	path_join(&s->file, name);
	strbuf_addstr(&s->file, ".sent");
	return 0;
}

/* Two at a time would each forget what the other one did. */
static int take_lock(struct sent *s, const char *name, struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;

	strbuf_addf(&path, "%s.lock", s->file.buf);
	s->lock = open(path.buf, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	if (s->lock < 0)
		return error_errno(err, "cannot write '%s'", path.buf);
	if (!flock(s->lock, LOCK_EX | LOCK_NB))
		return 0;
	if (errno != EWOULDBLOCK)
		return error_errno(err, "cannot lock '%s'", path.buf);
	return error_set(err, ERROR_CONFLICT, "another hecto is publishing to "
			 "'%s' right now; wait until it is done", name);
}

int sent_open(struct sent *s, struct journal *j, const char *name,
	      const char *place, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addstr(&s->place, place);
	if (find_file(s, j, name, err) || take_lock(s, name, err))
		return -1;
	if (access(s->file.buf, F_OK))
		return 0;
	if (file_read(&text, s->file.buf, LIMIT_FILE, err))
		return -1;
	read_all(s, strbuf_slice(&text));
	return 0;
}

void sent_release(struct sent *s)
{
	if (s->fd >= 0)
		close(s->fd);
	if (s->lock >= 0)
		close(s->lock);
	free(s->digests);
	strset_release(&s->paths);
	strbuf_release(&s->file);
	strbuf_release(&s->place);
}

bool sent_has(const struct sent *s, struct str path,
	      const struct sha256_hex *digest)
{
	size_t at;

	return strset_get(&s->paths, path, &at) && at < s->ndigests &&
	       str_is(str_of(digest->s), s->digests[at].s);
}

bool sent_is_ours(const struct sent *s, struct str path)
{
	size_t at;

	return strset_get(&s->paths, path, &at) && at != SENT_GONE;
}

/* The file as it would be if nothing were past. */
static void add_all(struct strbuf *out, const struct sent *s)
{
	strbuf_addf(out, "%s\n", s->place.buf);
	for (size_t i = 0; i < s->paths.size; i++) {
		const struct strset_slot *slot = &s->paths.slots[i];

		if (!slot->key || slot->value == SENT_GONE)
			continue;
		if (slot->value == SENT_UNSURE)
			strbuf_addf(out, "~ %s\n", slot->key);
		else
			strbuf_addf(out, "+ %s %s\n",
				    s->digests[slot->value].s, slot->key);
	}
}

static int rewrite(struct sent *s, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	add_all(&text, s);
	s->lines = s->paths.count;
	return folder_replace_file(s->file.buf, strbuf_slice(&text), err);
}

static int append(struct sent *s, struct str lines, struct error *err)
{
	if (!file_write_fd(s->fd, lines))
		return 0;
	return error_errno(err, "cannot remember in '%s' what was sent",
			   s->file.buf);
}

int sent_begin(struct sent *s, const char *const *paths, size_t count,
	       struct error *err)
{
	AUTO(strbuf) lines = STRBUF_INIT;

	for (size_t i = 0; i < count; i++) {
		strset_put(&s->paths, str_of(paths[i]), SENT_UNSURE);
		strbuf_addf(&lines, "~ %s\n", paths[i]);
	}
	s->lines += count;
	if (s->fd >= 0)
		return append(s, strbuf_slice(&lines), err);
	/* The first of a run: what was cut short goes. */
	if (rewrite(s, err))
		return -1;
	s->known = true;
	s->fd = open(s->file.buf, O_WRONLY | O_APPEND | O_CLOEXEC);
	return s->fd < 0 ? error_errno(err, "cannot write '%s'",
				       s->file.buf) : 0;
}

int sent_put(struct sent *s, const char *path,
	     const struct sha256_hex *digest, struct error *err)
{
	AUTO(strbuf) line = STRBUF_INIT;

	keep_digest(s, str_of(path), str_of(digest->s));
	strbuf_addf(&line, "+ %s %s\n", digest->s, path);
	s->lines++;
	return append(s, strbuf_slice(&line), err);
}

int sent_removed(struct sent *s, const char *path, struct error *err)
{
	AUTO(strbuf) line = STRBUF_INIT;

	strset_put(&s->paths, str_of(path), SENT_GONE);
	strbuf_addf(&line, "- %s\n", path);
	s->lines++;
	return append(s, strbuf_slice(&line), err);
}

int sent_finish(struct sent *s, struct error *err)
{
	return s->lines > s->paths.count ? rewrite(s, err) : 0;
}
