/* SPDX-License-Identifier: MIT */
/*
 * A small command that writes to a store as hecto does, for the tests that
 * kill it: `store_commit DIR init`, `store_commit DIR put PATH TEXT …`,
 * `store_commit DIR many COUNT`, `store_commit DIR rm PATH`.  It says
 * "saved ID" when, and only when, the commit has been acknowledged.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/store/store.h"

static int fail(const struct error *err)
{
	fprintf(stderr, "store_commit: %s\n", err->text);
	return 1;
}

static int put_many(struct store_batch *b, unsigned count, struct error *err)
{
	int rc = 0;

	for (unsigned i = 0; !rc && i < count; i++) {
		AUTO(strbuf) path = STRBUF_INIT;
		AUTO(strbuf) text = STRBUF_INIT;

		strbuf_addf(&path, "log/%u/%u.md", i / 400, i);
		strbuf_addf(&text, "---\nday: %u\n---\nread about topic %u\n",
			    i, i * 7 % 1000);
		rc = store_put(b, path.buf, strbuf_slice(&text), err);
	}
	return rc;
}

static int collect(struct store_batch *b, int argc, char **argv,
		   struct error *err)
{
	const char *what = argv[2];
	unsigned count;

	if (!strcmp(what, "many") && argc > 3 &&
	    !str_to_uint(str_of(argv[3]), 100000, &count))
		return put_many(b, count, err);
	for (int i = 3; i < argc; i++) {
		if (!strcmp(what, "rm")) {
			if (store_remove(b, argv[i], err))
				return -1;
		} else if (i + 1 < argc) {
			if (store_put(b, argv[i], str_of(argv[i + 1]), err))
				return -1;
			i++;
		}
	}
	return 0;
}

static void tell(const struct store_report *r)
{
	for (size_t i = 0; i < r->nsaved_first; i++)
		printf("saved first %s\n", r->saved_first[i]);
	for (size_t i = 0; i < r->nrecovered; i++)
		printf("recovered %s\n", r->recovered[i]);
	for (size_t i = 0; i < r->nwarnings; i++)
		printf("warning %s\n", r->warnings[i]);
	printf("%s %s\n", r->changed ? "saved" : "unchanged", r->commit);
}

static int write_it(struct store *s, int argc, char **argv, struct error *err)
{
	struct store_author author = { NULL, NULL, { 1657000000, -420 } };
	struct store_report report;
	struct store_batch *b;

	if (store_begin(&b, s, err))
		return fail(err);
	if (collect(b, argc, argv, err)) {
		store_abandon(b);
		return fail(err);
	}
	if (store_commit(b, "Write", &author, &report, err))
		return fail(err);
	tell(&report);
	if (fflush(stdout))
		return 3;
	store_acknowledge(s);
	return 0;
}

int main(int argc, char **argv)
{
	struct error err = ERROR_INIT;
	AUTO(strbuf) git_dir = STRBUF_INIT;
	struct store *s;
	int rc;

	if (argc < 3)
		return 2;
	umask(077);
	if (!strcmp(argv[2], "init"))
		return store_init(argv[1], &err) ? fail(&err) : 0;
	strbuf_addf(&git_dir, "%s/.git", argv[1]);
	if (store_open(&s, argv[1], git_dir.buf, &err))
		return fail(&err);
	rc = write_it(s, argc, argv, &err);
	store_close(s);
	return rc;
}
