/* SPDX-License-Identifier: MIT */
/* A repository in a temporary folder, for the tests of the store. */
#ifndef TESTS_UNIT_STORE_REPOSITORY_H
#define TESTS_UNIT_STORE_REPOSITORY_H

#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/store/store.h"

struct repository {
	char root[64];
	struct store *store;		/* opened when first needed */
	struct store_report report;	/* of the last write */
	struct error err;
};

#define repository_test(f) \
	cmocka_unit_test_setup_teardown(f, repository_setup, \
					repository_teardown)

static inline int shell(const char *command)
{
	char *argv[] = { (char[]){ "sh" }, (char[]){ "-c" }, xstrdup(command),
			 NULL };
	pid_t child;
	int status;
	/* A fork copies the tables of a sanitizer's memory, which is slow. */
	int rc = posix_spawn(&child, "/bin/sh", NULL, NULL, argv, environ);

	free(argv[2]);
	if (rc || waitpid(child, &status, 0) != child)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Run a shell command in the repository; its exit status. */
static inline int repository_shell(struct repository *r, const char *command)
{
	AUTO(strbuf) line = STRBUF_INIT;

	strbuf_addf(&line, "cd '%s' && { %s; } >>../shell.log 2>&1", r->root,
		    command);
	return shell(line.buf);
}

static inline int repository_git(struct repository *r, const char *arguments)
{
	AUTO(strbuf) line = STRBUF_INIT;

	strbuf_addf(&line, "git %s", arguments);
	return repository_shell(r, line.buf);
}

static inline bool repository_is_clean(struct repository *r)
{
	return !repository_shell(r, "test -z \"$(git status --porcelain)\" && "
				    "git fsck --strict && "
				    "! find .git -name '*.lock' | grep -q .");
}

/* The person who journals is configured; nothing else of this machine is. */
static inline void repository_environment(const char *home)
{
	AUTO(strbuf) config = STRBUF_INIT;
	FILE *f;

	setenv("HOME", home, 1);
	setenv("XDG_CONFIG_HOME", home, 1);
	setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
	setenv("HECTO_STALE_LOCK_MS", "40", 1);
	strbuf_addf(&config, "%s/.gitconfig", home);
	f = fopen(config.buf, "w");
	if (!f)
		abort();
	fputs("[user]\n\tname = Test Person\n\temail = test@example.org\n", f);
	fclose(f);
}

static inline int repository_setup(void **state)
{
	struct repository *r = xcalloc(1, sizeof(*r));
	char in_memory[] = "/dev/shm/hecto-store-XXXXXX";
	char on_disk[] = "/tmp/hecto-store-XXXXXX";
	/* In memory other programs' writes do not slow ours down. */
	char *home = mkdtemp(in_memory);

	if (!home)
		home = mkdtemp(on_disk);
	if (!home)
		return -1;
	repository_environment(home);
	snprintf(r->root, sizeof(r->root), "%s/journal", home);
	if (mkdir(r->root, 0700) || store_init(r->root, &r->err)) {
		fprintf(stderr, "%s\n", r->err.text);
		return -1;
	}
	*state = r;
	return 0;
}

static inline void repository_close(struct repository *r)
{
	store_close(r->store);
	r->store = NULL;
}

static inline int repository_teardown(void **state)
{
	struct repository *r = *state;
	AUTO(strbuf) line = STRBUF_INIT;

	repository_close(r);
	strbuf_addf(&line, "rm -rf \"$(dirname '%s')\"", r->root);
	shell(line.buf);
	free(r);
	return 0;
}

static inline int repository_open(struct repository *r)
{
	AUTO(strbuf) git_dir = STRBUF_INIT;

	if (r->store)
		return 0;
	strbuf_addf(&git_dir, "%s/.git", r->root);
	return store_open(&r->store, r->root, git_dir.buf, &r->err);
}

/* Commit one change: `text` NULL removes the file. */
static inline int repository_write(struct repository *r, const char *path,
				   const char *text)
{
	struct store_author author = { .when = { 1657000000, -420 } };
	struct store_batch *b;
	int rc;

	if (repository_open(r) || store_begin(&b, r->store, &r->err))
		return -1;
	rc = text ? store_put(b, path, str_of(text), &r->err)
		  : store_remove(b, path, &r->err);
	if (rc) {
		store_abandon(b);
		return -1;
	}
	rc = store_commit(b, "Write", &author, &r->report, &r->err);
	store_acknowledge(r->store);
	return rc;
}

static inline int repository_try_put(struct repository *r, const char *path,
				     const char *text)
{
	return repository_write(r, path, text);
}

static inline void repository_put(struct repository *r, const char *path,
				  const char *text)
{
	if (repository_write(r, path, text)) {
		fprintf(stderr, "%s\n", r->err.text);
		fail();
	}
}

static inline void repository_remove(struct repository *r, const char *path)
{
	if (repository_write(r, path, NULL)) {
		fprintf(stderr, "%s\n", r->err.text);
		fail();
	}
}

/* The message with which a write is refused holds `hint`. */
static inline void repository_refuses(struct repository *r, const char *path,
				      const char *hint)
{
	assert_int_equal(repository_try_put(r, path, "x"), -1);
	if (!strstr(r->err.text, hint)) {
		fprintf(stderr, "no '%s' in: %s\n", hint, r->err.text);
		fail();
	}
}

/* What an editor would do. */
static inline void repository_edit(struct repository *r, const char *path,
				   const char *text)
{
	AUTO(strbuf) full = STRBUF_INIT;
	FILE *f;

	strbuf_addf(&full, "%s/%s", r->root, path);
	f = fopen(full.buf, "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

#endif
