/* SPDX-License-Identifier: MIT */
/* Sharing work out to processes of our own. */
#include "core/base/workers.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/alloc.h"
#include "core/base/file.h"
#include "core/base/limits.h"

/* More than these wait for the disk, or for one another. */
#define WORTH_MAX 4

/* The first byte of what comes through a pipe. */
enum outcome { OUTCOME_DONE = 'd', OUTCOME_FAILED = 'f' };

struct child {
	pid_t pid;		/* 0: there is none */
	int fd;			/* where its report comes from */
};

unsigned workers_worth(void)
{
	cpu_set_t cpus;
	int count;

	if (sched_getaffinity(0, sizeof(cpus), &cpus))
		return 1;
	count = CPU_COUNT(&cpus);
	return count < 1 ? 1 : count > WORTH_MAX ? WORTH_MAX : (unsigned)count;
}

/* Never returns.  Nothing of the parent's may be flushed or released. */
static void live(const struct workers *w, unsigned number, unsigned count,
		 int fd)
{
	AUTO(strbuf) report = STRBUF_INIT;
	struct error err = ERROR_INIT;
	int rc;

	/* It does not outlive us. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	strbuf_addch(&report, OUTCOME_DONE);
	if (w->work(w->arg, number, count, &report, &err)) {
		strbuf_reset(&report);
		strbuf_addf(&report, "%c%c%s", OUTCOME_FAILED,
			    (char)('A' + err.kind), err.text);
	}
	rc = file_write_fd(fd, strbuf_slice(&report));
	_exit(rc ? 1 : 0);
}

static int start(const struct workers *w, unsigned number, unsigned count,
		 struct child *out, struct error *err)
{
	int ends[2];
	pid_t pid;

	if (pipe(ends))
		return error_errno(err, "cannot make a pipe");
	pid = fork();
	if (!pid) {
		close(ends[0]);
		live(w, number, count, ends[1]);
	}
	file_close(ends[1], pid < 0);
	if (pid < 0) {
		error_errno(err, "cannot start a process");
		close(ends[0]);
		return -1;
	}
	*out = (struct child){ pid, ends[0] };
	return 0;
}

static int take(const struct workers *w, struct str report, struct error *err)
{
	if (report.len && report.s[0] == OUTCOME_DONE)
		return w->take(w->arg, str_from(report, 1), err);
	if (report.len < 2 || report.s[0] != OUTCOME_FAILED)
		return error_set(err, ERROR_IO, "a process that was "
				 "started for a share of the work has died");
	return error_set(err, (enum error_kind)(report.s[1] - 'A'), "%.*s",
			 (int)(report.len - 2), report.s + 2);
}

/* Its end is waited for, whatever it has to say. */
static int finish(const struct workers *w, const struct child *c,
		  struct error *err)
{
	AUTO(strbuf) report = STRBUF_INIT;
	int status = 0, rc = file_read_fd(&report, c->fd, LIMIT_FILE, err);

	close(c->fd);
	if (rc)
		kill(c->pid, SIGKILL);
	while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR)
		continue;
	if (rc)
		return -1;
	if (!WIFEXITED(status) || WEXITSTATUS(status))
		strbuf_reset(&report);
	return take(w, strbuf_slice(&report), err);
}

static int work_here(const struct workers *w, unsigned count,
		     struct error *err)
{
	AUTO(strbuf) report = STRBUF_INIT;

	if (w->work(w->arg, 0, count, &report, err))
		return -1;
	return w->take(w->arg, strbuf_slice(&report), err);
}

int workers_run(const struct workers *w, unsigned count, struct error *err)
{
	struct child *children = xcalloc(count, sizeof(*children));
	struct error other = ERROR_INIT;
	int rc = 0;

	for (unsigned i = 1; !rc && i < count; i++)
		rc = start(w, i, count, &children[i], err);
	if (!rc)
		rc = work_here(w, count, err);
	/* Only the first failure is told. */
	for (unsigned i = 1; i < count; i++)
		if (children[i].pid && finish(w, &children[i], rc ? &other : err))
			rc = -1;
	free(children);
	return rc ? -1 : 0;
}
