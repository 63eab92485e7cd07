/* SPDX-License-Identifier: MIT */
/* Speaking with git-credential(1). */
#include "core/base/credential.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/file.h"

#define ANSWER_MOST ((size_t)64 << 10)	/* bytes */

/* One end of a socket is stdin and stdout of git; its complaints are not for
 * our users. */
static int start(pid_t *child, const char *verb, int theirs)
{
	const char *argv[] = { "git", "credential", verb, NULL };
	posix_spawn_file_actions_t files;
	int rc;

	if (posix_spawn_file_actions_init(&files))
		return -1;
	rc = posix_spawn_file_actions_adddup2(&files, theirs, STDIN_FILENO);
	if (!rc)
		rc = posix_spawn_file_actions_adddup2(&files, theirs,
						      STDOUT_FILENO);
	if (!rc)
		rc = posix_spawn_file_actions_addopen(&files, STDERR_FILENO,
						      "/dev/null", O_WRONLY, 0);
	if (!rc)
		rc = posix_spawnp(child, "git", &files, NULL,
				  (char *const *)(uintptr_t)argv, environ);
	posix_spawn_file_actions_destroy(&files);
	return rc ? -1 : 0;
}

static bool talk(int ours, struct str said, struct strbuf *answer)
{
	struct error err = ERROR_INIT;

	return send(ours, said.s, said.len, MSG_NOSIGNAL) ==
		       (ssize_t)said.len &&
	       !shutdown(ours, SHUT_WR) &&
	       !file_read_fd(answer, ours, ANSWER_MOST, &err);
}

/* Say `text` to git credential, and take what it answers; 0, or -1. */
static int run(const char *verb, struct str text, struct strbuf *answer)
{
	int ends[2], status = -1;
	pid_t child;
	bool ok;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
		return -1;
	ok = !start(&child, verb, ends[1]);
	close(ends[1]);
	if (ok) {
		ok = talk(ends[0], text, answer);
		while (waitpid(child, &status, 0) < 0 && errno == EINTR)
			;
	}
	close(ends[0]);
	return ok && WIFEXITED(status) && !WEXITSTATUS(status) ? 0 : -1;
}

/* The attribute "url" sets protocol, host, path and user. */
static void add_request(struct strbuf *out, const char *url,
			const struct credential *c)
{
	strbuf_addf(out, "url=%s\n", url);
	if (c && c->user.len)
		strbuf_addf(out, "username=%s\n", c->user.buf);
	if (c && c->password.len)
		strbuf_addf(out, "password=%s\n", c->password.buf);
	strbuf_addch(out, '\n');
}

static void take_answer(struct credential *out, struct str answer)
{
	struct str line;

	while ((line = str_next_line(&answer)).s) {
		struct str key = str_next_field(&line, '=');

		if (str_is(key, "username"))
			strbuf_addslice(&out->user, line);
		else if (str_is(key, "password"))
			strbuf_addslice(&out->password, line);
	}
}

int credential_fill(struct credential *out, const char *url,
		    struct error *err)
{
	AUTO(strbuf) request = STRBUF_INIT;
	struct strbuf answer = STRBUF_INIT;
	int rc;

	/* A line end would begin another attribute. */
	if (strpbrk(url, "\r\n"))
		return error_set(err, ERROR_USAGE, "an address has no line "
				 "ends");
	add_request(&request, url, NULL);
	rc = run("fill", strbuf_slice(&request), &answer);
	if (!rc)
		take_answer(out, strbuf_slice(&answer));
	strbuf_wipe(&answer);
	if (rc || !out->password.len)
		return error_set(err, ERROR_AUTH, "git knows no password for "
				 "it; set up a credential helper "
				 "(gitcredentials(7))");
	return 0;
}

static void tell(const char *verb, const struct credential *c, const char *url)
{
	struct strbuf request = STRBUF_INIT;
	AUTO(strbuf) answer = STRBUF_INIT;

	if (c->password.len && !strpbrk(url, "\r\n")) {
		add_request(&request, url, c);
		if (run(verb, strbuf_slice(&request), &answer))
			strbuf_reset(&answer);
	}
	strbuf_wipe(&request);
}

void credential_approve(const struct credential *c, const char *url)
{
	tell("approve", c, url);
}

void credential_reject(const struct credential *c, const char *url)
{
	tell("reject", c, url);
}

void credential_release(struct credential *c)
{
	strbuf_wipe(&c->user);
	strbuf_wipe(&c->password);
}
