/* SPDX-License-Identifier: MIT */
/* Starting the process that draws the site. */
#include "cmd/serve/draw.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

/* The path that it prints is of no use to whoever reads ours. */
static int make_actions(posix_spawn_file_actions_t *actions)
{
	if (posix_spawn_file_actions_init(actions))
		return -1;
	return posix_spawn_file_actions_addopen(actions, STDOUT_FILENO,
						"/dev/null", O_WRONLY, 0);
}

/* Signals that the server takes from a descriptor are blocked in it only. */
static int make_attributes(posix_spawnattr_t *attributes)
{
	sigset_t none;

	sigemptyset(&none);
	if (posix_spawnattr_init(attributes))
		return -1;
	return posix_spawnattr_setsigmask(attributes, &none) ||
	       posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK);
}

/* 0, or -1 + errno. */
static int spawn(pid_t *out, const char **argv)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;

	errno = ENOMEM;
	if (make_actions(&actions) || make_attributes(&attributes))
		return -1;
	errno = posix_spawn(out, "/proc/self/exe", &actions, &attributes,
			    (char *const *)(uintptr_t)argv, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return errno ? -1 : 0;
}

int draw_start(pid_t *out, const struct context *ctx, const char *folder,
	       struct error *err)
{
	struct day_text today = { "" };
	const char *argv[16] = { "hecto", "-C", journal_root(ctx->journal) };
	size_t n = 3;

	if (ctx->today != DAY_NONE) {
		today = day_format(ctx->today);
		argv[n++] = "--today";
		argv[n++] = today.s;
	}
	argv[n++] = "publish";
	argv[n++] = "--preview";
	argv[n++] = "-o";
	argv[n++] = folder;
	argv[n] = NULL;
	if (spawn(out, argv))
		return error_errno(err, "cannot start to draw the site");
	return 0;
}

bool draw_succeeded(int status)
{
	return WIFEXITED(status) && !WEXITSTATUS(status);
}
