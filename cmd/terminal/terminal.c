/* SPDX-License-Identifier: MIT */
/* What the terminal is like: its width, colour, and the pager before it. */
#include "cmd/terminal/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/path.h"

#define DEFAULT_COLUMNS 80
#define LEAST_COLUMNS 20
#define MOST_COLUMNS 1000

void terminal_guard(void)
{
	/* Opening gives the lowest number, which is the one that was closed. */
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 &&
		    open("/dev/null", fd == STDIN_FILENO ? O_WRONLY
							 : O_RDONLY) != fd)
			_exit(1);
}

static bool is_set(const char *variable)
{
	const char *value = getenv(variable);

	return value && *value;
}

bool terminal_is_dumb(void)
{
	return !is_set("TERM") || str_is(str_of(getenv("TERM")), "dumb");
}

/* https://no-color.org, https://bixense.com/clicolors */
static bool colour_by_environment(bool terminal)
{
	if (is_set("NO_COLOR"))
		return false;
	if (is_set("CLICOLOR_FORCE"))
		return !str_is(str_of(getenv("CLICOLOR_FORCE")), "0");
	return terminal && !terminal_is_dumb();
}

unsigned terminal_columns(int fd)
{
	struct winsize size;
	unsigned columns;

	if (is_set("COLUMNS") && !str_to_uint(str_of(getenv("COLUMNS")),
					      MOST_COLUMNS, &columns))
		return columns < LEAST_COLUMNS ? LEAST_COLUMNS : columns;
	if (ioctl(fd, TIOCGWINSZ, &size) || !size.ws_col)
		return DEFAULT_COLUMNS;
	return size.ws_col < LEAST_COLUMNS ? LEAST_COLUMNS : size.ws_col;
}

/* The name of the locale, by POSIX's rules. */
static const char *locale_name(void)
{
	static const char *const variables[] = { "LC_ALL", "LC_CTYPE", "LANG" };

	for (size_t i = 0; i < ARRAY_SIZE(variables); i++)
		if (is_set(variables[i]))
			return getenv(variables[i]);
	return "C";
}

/*
 * The name of a locale mostly says so ("en_GB.UTF-8", "C.utf8"); only where it
 * does not, the C library has to load it, which takes as long as to answer.
 */
static bool has_utf8(void)
{
	struct str name = str_of(locale_name()), codeset;

	if (str_is(name, "C") || str_is(name, "POSIX"))
		return false;
	codeset = str_from(name, str_find(name, '.'));
	codeset = str_upto(codeset, str_find(codeset, '@'));
	if (codeset.len)
		return str_eq_nocase(codeset, STR(".utf-8")) ||
		       str_eq_nocase(codeset, STR(".utf8"));
	setlocale(LC_CTYPE, "");
	return str_is(str_of(nl_langinfo(CODESET)), "UTF-8");
}

int terminal_look(struct context *ctx, const char *colour, struct error *err)
{
	struct str when = str_of(colour ? colour : "auto");

	ctx->terminal = isatty(STDOUT_FILENO);
	ctx->columns = ctx->terminal ? terminal_columns(STDOUT_FILENO)
				     : DEFAULT_COLUMNS;
	ctx->utf8 = has_utf8();
	if (str_is(when, "always"))
		ctx->colour = true;
	else if (str_is(when, "never"))
		ctx->colour = false;
	else if (str_is(when, "auto"))
		ctx->colour = colour_by_environment(ctx->terminal);
	else
		return error_set(err, ERROR_USAGE,
				 "option '--color' takes auto, always or "
				 "never, not '%s'",
				 colour);
	return 0;
}

static bool is_in_path(const char *program)
{
	struct str rest = str_of(getenv("PATH"));
	struct str folder;

	while ((folder = str_next_field(&rest, ':')).s) {
		AUTO(strbuf) path = STRBUF_INIT;

		strbuf_addslice(&path, folder);
		path_join(&path, program);
		if (!access(path.buf, X_OK))
			return true;
	}
	return false;
}

/* The pager's command line; NULL: none is wanted, or to be had. */
static const char *pager_command(void)
{
	const char *command = getenv("HECTO_PAGER");

	if (!command)
		command = getenv("PAGER");
	if (!command)
		return is_in_path("less") ? "less" : NULL;
	return *command && !str_is(str_of(command), "cat") ? command : NULL;
}

static void become_pager(const char *command, int from)
{
	dup2(from, STDIN_FILENO);
	signal(SIGPIPE, SIG_DFL);
	setenv("LESS", "FRX", 0);
	setenv("LV", "-c", 0);
	execlp("sh", "sh", "-c", command, (char *)NULL);
	_exit(127);
}

void pager_start(struct pager *p, const struct context *ctx)
{
	const char *command;
	int ends[2];

	*p = (struct pager){ 0 };
	if (!ctx->terminal || terminal_is_dumb())
		return;
	command = pager_command();
	if (!command || pipe2(ends, O_CLOEXEC))
		return;
	p->pid = fork();
	if (!p->pid)
		become_pager(command, ends[0]);
	if (p->pid > 0)
		dup2(ends[1], STDOUT_FILENO);
	else
		p->pid = 0;
	close(ends[0]);
	close(ends[1]);
}

void pager_finish(struct pager *p)
{
	int status;

	if (!p->pid)
		return;
	close(STDOUT_FILENO);
	/* ^C is the pager's while it runs. */
	signal(SIGINT, SIG_IGN);
	while (waitpid(p->pid, &status, 0) < 0 && errno == EINTR)
		;
	p->pid = 0;
}
