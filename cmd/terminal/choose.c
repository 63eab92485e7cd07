/* SPDX-License-Identifier: MIT */
/* Lets the user choose a passage, by fzf. */
#include "cmd/terminal/choose.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/str.h"
#include "core/text/unicode.h"

#define FAILED 2		/* fzf(1): 1 is no match, 130 was left */
#define NOT_THERE 127
#define LONGEST_LINE 400

void choices_release(struct choices *c)
{
	strbuf_release(&c->lines);
}

/* Keys come from the terminal itself, whatever stdin is. */
static bool terminal_is_there(void)
{
	int fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		return false;
	close(fd);
	return isatty(STDERR_FILENO);
}

int choices_check(bool json, struct error *err)
{
	if (json)
		return error_set(err, ERROR_USAGE,
				 "-i chooses one and edits it, --json prints "
				 "all; leave one of them out");
	if (!terminal_is_there())
		return error_set(err, ERROR_USAGE, "-i needs a terminal to "
				 "choose on, and there is none; without it "
				 "all are listed");
	return 0;
}

/* On one line, and nothing in it that a terminal or fzf takes for a sign. */
static void add_cell(struct strbuf *out, struct str text)
{
	AUTO(strbuf) visible = STRBUF_INIT;

	unicode_add_visible(&visible, text);
	for (size_t i = 0; i < visible.len; i++)
		strbuf_addch(out, visible.buf[i] == '\n' ||
						  visible.buf[i] == '\t'
					  ? ' '
					  : visible.buf[i]);
}

void choices_add(struct choices *c, const char *path, unsigned line,
		 const char *fmt, ...)
{
	char text[LONGEST_LINE];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	strbuf_addf(&c->lines, "%zu\t", c->count++);
	add_cell(&c->lines, str_of(path));
	strbuf_addf(&c->lines, "\t%u\t", line);
	add_cell(&c->lines, str_of(text));
	strbuf_addch(&c->lines, '\n');
}

/* fzf quotes what it puts in for {2}; the files are beneath `root`. */
static void become_fzf(const char *root, const int in[2], const int out[2])
{
	signal(SIGPIPE, SIG_DFL);
	if (chdir(root) || dup2(in[0], STDIN_FILENO) < 0 ||
	    dup2(out[1], STDOUT_FILENO) < 0)
		_exit(NOT_THERE);
	close(in[1]);
	close(out[0]);
	execlp("fzf", "fzf", "--delimiter", "\t", "--with-nth", "4..",
	       "--no-sort", "--preview", "tail -n +{3} -- {2} | head -n 40",
	       "--preview-window", "wrap", (char *)NULL);
	_exit(NOT_THERE);
}

static int read_choice(int fd, size_t count, size_t *chosen)
{
	AUTO(strbuf) answer = STRBUF_INIT;
	char bytes[512];
	ssize_t n;
	struct str rest;
	unsigned number;

	while ((n = read(fd, bytes, sizeof(bytes))) > 0 ||
	       (n < 0 && errno == EINTR))
		if (n > 0 && answer.len < LONGEST_LINE)
			strbuf_add(&answer, bytes, (size_t)n);
	rest = strbuf_slice(&answer);
	*chosen = count;
	if (!str_to_uint(str_next_field(&rest, '\t'), INT32_MAX, &number) &&
	    number < count)
		*chosen = number;
	return 0;
}

static int wait_for(pid_t child, struct error *err)
{
	int status;
	pid_t done;

	do
		done = waitpid(child, &status, 0);
	while (done < 0 && errno == EINTR);
	if (done >= 0 && WIFEXITED(status) && WEXITSTATUS(status) == FAILED)
		return error_set(err, ERROR_IO, "fzf could not ask; without "
				 "-i all are listed");
	if (done >= 0 && WIFEXITED(status) &&
	    WEXITSTATUS(status) != NOT_THERE)
		return 0;
	return error_set(err, ERROR_IO,
			 "choosing needs 'fzf', which is not installed; without "
			 "-i all are listed");
}

int choices_ask(const struct choices *c, const char *root, size_t *chosen,
		struct error *err)
{
	int in[2], out[2];
	pid_t child;

	if (pipe(in))
		return error_errno(err, "cannot ask");
	if (pipe(out)) {
		close(in[0]);
		close(in[1]);
		return error_errno(err, "cannot ask");
	}
	child = fork();
	if (!child)
		become_fzf(root, in, out);
	close(in[0]);
	close(out[1]);
	/* It may be left before it has read all. */
	if (child > 0 && file_write_fd(in[1], strbuf_slice(&c->lines)))
		errno = 0;
	close(in[1]);
	read_choice(out[0], c->count, chosen);
	close(out[0]);
	if (child < 0)
		return error_errno(err, "cannot ask");
	return wait_for(child, err);
}
