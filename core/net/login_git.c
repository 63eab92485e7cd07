/* SPDX-License-Identifier: MIT */
/* Names and passwords from git's helpers (git-credential(1)). */
#include "core/net/login.h"

#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/file.h"

#define ANSWER_MOST ((size_t)64 << 10)	/* bytes */

extern char **environ;

static void wipe(struct strbuf *sb)
{
	explicit_bzero(sb->buf, sb->len);
	strbuf_release(sb);
}

void login_release(struct login *l)
{
	wipe(&l->user);
	wipe(&l->password);
	wipe(&l->token);
}

/* One end of a socket is stdin and stdout of git; its complaints are not for
 * our users. */
static int start(pid_t *child, const char *verb, int theirs)
{
	char git[] = "git", credential[] = "credential", what[16];
	char *const argv[] = { git, credential, what, NULL };
	posix_spawn_file_actions_t files;
	int rc;

	memccpy(what, verb, '\0', sizeof(what));
	if (posix_spawn_file_actions_init(&files))
		return -1;
	rc = posix_spawn_file_actions_adddup2(&files, theirs, 0);
	if (!rc)
		rc = posix_spawn_file_actions_adddup2(&files, theirs, 1);
	if (!rc)
		rc = posix_spawn_file_actions_addopen(&files, 2, "/dev/null",
						      O_WRONLY, 0);
	if (!rc)
		rc = posix_spawnp(child, git, &files, NULL, argv, environ);
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

static bool ask(const char *verb, const struct strbuf *said,
		struct strbuf *answer)
{
	int ends[2], status = -1;
	pid_t child;
	bool ok;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
		return false;
	ok = !start(&child, verb, ends[1]);
	close(ends[1]);
	if (ok) {
		ok = talk(ends[0], strbuf_slice(said), answer);
		while (waitpid(child, &status, 0) < 0)
			;
	}
	close(ends[0]);
	return ok && WIFEXITED(status) && !WEXITSTATUS(status);
}

/* protocol, host and path of an address, a line each; false: it is none that
 * could be said so. */
static bool describe(struct strbuf *out, const char *url)
{
	struct str rest = str_of(url), scheme, host;
	size_t at = str_find_str(rest, STR("://"));

	if (at == rest.len || strpbrk(url, "\r\n"))
		return false;
	scheme = str_upto(rest, at);
	rest = str_from(rest, at + 3);
	host = str_next_field(&rest, '/');
	at = str_find(host, '@');
	strbuf_addstr(out, "protocol=");
	strbuf_addslice(out, scheme);
	strbuf_addstr(out, "\nhost=");
	strbuf_addslice(out, at < host.len ? str_from(host, at + 1) : host);
	if (at < host.len) {
		strbuf_addstr(out, "\nusername=");
		strbuf_addslice(out, str_upto(host, at));
	}
	strbuf_addch(out, '\n');
	return true;
}

static void take(struct strbuf *into, struct str value)
{
	strbuf_reset(into);
	strbuf_addslice(into, value);
}

bool login_ask_git(struct login *l, const char *url)
{
	struct strbuf said = STRBUF_INIT, answer = STRBUF_INIT;
	struct str rest, line;
	bool ok = describe(&said, url);

	strbuf_addch(&said, '\n');
	ok = ok && ask("fill", &said, &answer);
	rest = strbuf_slice(&answer);
	while (ok && (line = str_next_line(&rest)).s) {
		struct str name = str_next_field(&line, '=');

		if (str_is(name, "username"))
			take(&l->user, line);
		else if (str_is(name, "password"))
			take(&l->password, line);
	}
	wipe(&answer);
	strbuf_release(&said);
	return ok && l->user.len && l->password.len;
}

void login_tell_git(const struct login *l, const char *url, bool good)
{
	struct strbuf said = STRBUF_INIT, answer = STRBUF_INIT;

	if (describe(&said, url)) {
		strbuf_addf(&said, "username=%s\npassword=%s\n\n",
			    l->user.buf, l->password.buf);
		if (!ask(good ? "approve" : "reject", &said, &answer))
			strbuf_reset(&answer);
	}
	wipe(&said);
	wipe(&answer);
}
