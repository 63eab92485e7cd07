/* SPDX-License-Identifier: MIT */
/*
 * The lines that git reflog shows.  libgit2 syncs each log and its folder,
 * four times for a commit; git syncs none, and neither do we: they tell where
 * the branch has been, and nothing is restored from them.
 */
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/base/path.h"
#include "core/store/git_store.h"

#define KEY "core.logallrefupdates"
#define SETTINGS "[core]\n\tlogAllRefUpdates = false\n"

static bool is_off(git_config *config)
{
	int on;

	return !git_config_get_bool(&on, config, KEY) && !on;
}

/* Settings above the user's, from a file that is nowhere: libgit2 1.5 has no
 * other way to set something for this process alone. */
static void add_settings(struct git_store *s, git_config *config)
{
	char path[64];

	s->settings = memfd_create("hecto-settings", MFD_CLOEXEC);
	if (s->settings < 0 || file_write_fd(s->settings, STR(SETTINGS)))
		return;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", s->settings);
	git_config_add_file_ondisk(config, path, GIT_CONFIG_LEVEL_APP, s->repo,
				   0);
}

/* Where it does not succeed, libgit2 goes on writing them. */
void reflog_take_over(struct git_store *s)
{
	GIT_AUTO(git_config) config = NULL;

	if (git_repository_config(&config, s->repo) || is_off(config))
		return;
	add_settings(s, config);
	s->logs = is_off(config);
}

/* A name or address with no sign that ends it. */
static void add_clean(struct strbuf *out, const char *text)
{
	for (; *text; text++)
		strbuf_addch(out, strchr("\n<>", *text) ? ' ' : *text);
}

static void append(const char *folder, const char *name, struct str line)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct beneath git = BENEATH_INIT;
	struct error ignored = ERROR_INIT;
	int fd = -1;

	strbuf_addf(&path, "logs/%s", name);
	if (!beneath_open(&git, folder, &ignored) &&
	    !beneath_make_folders(&git, path.buf, true, &ignored))
		fd = beneath_openat(&git, path.buf,
				    O_WRONLY | O_APPEND | O_CREAT, 0666);
	beneath_release(&git);
	/* A line less is no loss. */
	if (fd >= 0 && file_write_fd(fd, line)) {
		close(fd);
		return;
	}
	if (fd >= 0)
		close(fd);
}

void reflog_add(struct git_store *s, const git_oid *from, const git_oid *to,
		const git_signature *by, const char *why)
{
	AUTO(strbuf) line = STRBUF_INIT;
	char old[GIT_OID_HEXSZ + 1], new[GIT_OID_HEXSZ + 1];
	int minutes = abs(by->when.offset);

	if (!s->logs)
		return;
	git_oid_tostr(old, sizeof(old), from);
	git_oid_tostr(new, sizeof(new), to);
	strbuf_addf(&line, "%s %s ", old, new);
	add_clean(&line, by->name);
	strbuf_addstr(&line, " <");
	add_clean(&line, by->email);
	strbuf_addf(&line, "> %lld %c%02d%02d\t%s\n", (long long)by->when.time,
		    by->when.offset < 0 ? '-' : '+', minutes / 60, minutes % 60,
		    why);
	append(s->common_dir, s->branch, strbuf_slice(&line));
	append(s->git_dir, "HEAD", strbuf_slice(&line));
}
