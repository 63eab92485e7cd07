/* SPDX-License-Identifier: MIT */
/* Runs the user's editor. */
#include "cmd/terminal/editor.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"

#define EXIT_NOT_THERE 127	/* what sh says of a command it cannot find */

static const char *set_variable(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

static const char *editor_command(void)
{
	static const char *const variables[] = { "HECTO_EDITOR", "VISUAL",
						 "EDITOR" };

	for (size_t i = 0; i < ARRAY_SIZE(variables); i++)
		if (set_variable(variables[i]))
			return set_variable(variables[i]);
	return "vi";
}

/* Is it one that takes "+LINE" before the file? */
static bool takes_line(const char *editor)
{
	static const char *const names[] = {
		"vi",	 "vim",	  "nvim", "nano", "emacs", "emacsclient",
		"micro", "kak",	  "joe",  "mg",	  "ne",	   "jed",
		"nvi",	 "vis",	  "ee",	  "pico", "gvim",  "view",
	};
	struct str rest = str_of(editor), name = str_next_field(&rest, ' ');

	while (str_find(name, '/') < name.len)
		name = str_from(name, str_find(name, '/') + 1);
	return str_is_among(name, names, ARRAY_SIZE(names));
}

/* The command may have arguments ("code --wait"), so a shell takes it apart;
 * the path is an argument of its own and never part of a command. */
static void become_editor(const char *editor, const char *path, unsigned line)
{
	AUTO(strbuf) command = STRBUF_INIT;
	AUTO(strbuf) place = STRBUF_INIT;

	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	strbuf_addf(&command, "%s \"$@\"", editor);
	strbuf_addf(&place, "+%u", line);
	if (line && takes_line(editor))
		execl("/bin/sh", "sh", "-c", command.buf, editor, place.buf,
		      path, (char *)NULL);
	execl("/bin/sh", "sh", "-c", command.buf, editor, path, (char *)NULL);
	_exit(EXIT_NOT_THERE);
}

/* ^C in the editor is the editor's. */
static int wait_for(pid_t child, int *status)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN }, on_int, on_quit;
	pid_t done;

	sigaction(SIGINT, &ignore, &on_int);
	sigaction(SIGQUIT, &ignore, &on_quit);
	do
		done = waitpid(child, status, 0);
	while (done < 0 && errno == EINTR);
	sigaction(SIGINT, &on_int, NULL);
	sigaction(SIGQUIT, &on_quit, NULL);
	return done < 0 ? -1 : 0;
}

int editor_run(const char *path, unsigned line, struct error *err)
{
	const char *editor = editor_command();
	pid_t child = fork();
	int status;

	if (!child)
		become_editor(editor, path, line);
	if (child < 0 || wait_for(child, &status))
		return error_errno(err, "cannot run the editor '%s'", editor);
	if (WIFEXITED(status) && !WEXITSTATUS(status))
		return 0;
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_NOT_THERE)
		return error_set(err, ERROR_IO,
				 "cannot start the editor '%s'; set EDITOR to "
				 "one that is installed",
				 editor);
	return error_set(err, ERROR_IO,
			 "the editor '%s' failed, so nothing was saved",
			 editor);
}
