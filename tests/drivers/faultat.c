/* SPDX-License-Identifier: MIT */
/*
 * Runs a command and makes the N-th of its system calls that change files go
 * wrong:
 *
 *	faultat count 0 COMMAND…	nothing; "faultat: N calls" on stderr
 *	faultat kill N COMMAND…		SIGKILL instead of the call
 *	faultat torn N COMMAND…		half of a write, then SIGKILL
 *	faultat enospc N COMMAND…	the call fails once (also eio)
 *	faultat enospc-on N COMMAND…	that call and all later ones fail
 *
 * The exit status is the command's, or 137 when it was killed, or 200 when
 * the N-th call never came.  Writes to the standard streams do not count.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/openat2.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <linux/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/attributes.h"
#include "core/base/str.h"

#define NEVER_CAME 200
#define WRITES (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)

/* What makes a call count: always, or by its flags or descriptor. */
enum when { ALWAYS, OPEN_FLAGS, OPENAT_FLAGS, OPENAT2_HOW, NO_STREAM };

static const struct call {
	long number;
	enum when when;
} calls[] = {
	{ SYS_openat, OPENAT_FLAGS },
	{ SYS_openat2, OPENAT2_HOW },
	{ SYS_write, NO_STREAM },
	{ SYS_pwrite64, NO_STREAM },
	{ SYS_writev, NO_STREAM },
	{ SYS_renameat, ALWAYS },
	{ SYS_renameat2, ALWAYS },
	{ SYS_linkat, ALWAYS },
	{ SYS_unlinkat, ALWAYS },
	{ SYS_symlinkat, ALWAYS },
	{ SYS_mkdirat, ALWAYS },
	{ SYS_truncate, ALWAYS },
	{ SYS_ftruncate, ALWAYS },
	{ SYS_fallocate, ALWAYS },
	{ SYS_fchmod, ALWAYS },
	{ SYS_fchmodat, ALWAYS },
	{ SYS_fsync, ALWAYS },
	{ SYS_fdatasync, ALWAYS },
	{ SYS_syncfs, ALWAYS },
	{ SYS_utimensat, ALWAYS },
	{ SYS_copy_file_range, ALWAYS },
	{ SYS_sendfile, ALWAYS },
#ifdef SYS_open
	{ SYS_open, OPEN_FLAGS },
	{ SYS_creat, ALWAYS },
	{ SYS_rename, ALWAYS },
	{ SYS_link, ALWAYS },
	{ SYS_unlink, ALWAYS },
	{ SYS_symlink, ALWAYS },
	{ SYS_mkdir, ALWAYS },
	{ SYS_rmdir, ALWAYS },
	{ SYS_chmod, ALWAYS },
#endif
};

/* What to do at the N-th call. */
struct fault {
	const char *name;
	bool kills, tears, stays;
	int error;
};

static const struct fault faults[] = {
	{ "count", .error = 0 },
	{ "kill", .kills = true },
	{ "torn", .kills = true, .tears = true },
	{ "enospc", .error = ENOSPC },
	{ "enospc-on", .error = ENOSPC, .stays = true },
	{ "eio", .error = EIO },
	{ "eio-on", .error = EIO, .stays = true },
};

struct run {
	const struct fault *fault;
	unsigned at, seen;
	pid_t first;
	bool done;
};

static void die(const char *what)
{
	fprintf(stderr, "faultat: %s: %s\n", what, strerror(errno));
	_exit(99);
}

/* Stop at every call of the table; the rest is decided by the tracer. */
static void install_filter(void)
{
	struct sock_filter code[2 + 2 * ARRAY_SIZE(calls)];
	struct sock_fprog program = { ARRAY_SIZE(code), code };
	size_t n = 0;

	code[n++] = (struct sock_filter)BPF_STMT(
		BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
	for (size_t i = 0; i < ARRAY_SIZE(calls); i++) {
		code[n++] = (struct sock_filter)BPF_JUMP(
			BPF_JMP | BPF_JEQ | BPF_K, (unsigned)calls[i].number, 0,
			1);
		code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K,
							 SECCOMP_RET_TRACE);
	}
	code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K,
						 SECCOMP_RET_ALLOW);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program))
		die("cannot install the filter");
}

static pid_t start(char **command)
{
	pid_t child = fork();
	int status;

	if (child < 0)
		die("cannot fork");
	if (!child) {
		ptrace(PTRACE_TRACEME, 0, 0, 0);
		raise(SIGSTOP);
		install_filter();
		execvp(command[0], command);
		die(command[0]);
	}
	if (waitpid(child, &status, 0) != child)
		die("cannot wait");
	ptrace(PTRACE_SETOPTIONS, child, 0,
	       PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL | PTRACE_O_TRACEFORK |
		       PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE |
		       PTRACE_O_TRACESYSGOOD);
	ptrace(PTRACE_CONT, child, 0, 0);
	return child;
}

static bool opens_for_writing(pid_t p, uint64_t how_at)
{
	struct open_how how = { 0 };
	struct iovec here = { &how, sizeof(how) };
	struct iovec there = { (void *)(uintptr_t)how_at, sizeof(how) };

	return process_vm_readv(p, &here, 1, &there, 1, 0) > 0 &&
	       how.flags & WRITES;
}

static bool counts(pid_t p, const struct __ptrace_syscall_info *info)
{
	const uint64_t *args = info->seccomp.args;

	for (size_t i = 0; i < ARRAY_SIZE(calls); i++) {
		if ((uint64_t)calls[i].number != info->seccomp.nr)
			continue;
		switch (calls[i].when) {
		case ALWAYS: return true;
		case OPEN_FLAGS: return args[1] & WRITES;
		case OPENAT_FLAGS: return args[2] & WRITES;
		case OPENAT2_HOW: return opens_for_writing(p, args[2]);
		case NO_STREAM: return args[0] > 2;
		}
	}
	return false;
}

#ifdef __x86_64__
static void skip_call(pid_t p, int error)
{
	struct user_regs_struct regs;

	ptrace(PTRACE_GETREGS, p, 0, &regs);
	regs.orig_rax = (unsigned long long)-1;
	regs.rax = (unsigned long long)-error;
	ptrace(PTRACE_SETREGS, p, 0, &regs);
}

static void tear_write(pid_t p, long number)
{
	struct user_regs_struct regs;
	int status;

	if (number != SYS_write && number != SYS_pwrite64)
		return;
	ptrace(PTRACE_GETREGS, p, 0, &regs);
	regs.rdx /= 2;
	ptrace(PTRACE_SETREGS, p, 0, &regs);
	ptrace(PTRACE_SYSCALL, p, 0, 0);
	waitpid(p, &status, __WALL);
}
#else
static void skip_call(pid_t p UNUSED, int error UNUSED)
{
	errno = ENOSYS;
	die("failing calls");
}

static void tear_write(pid_t p UNUSED, long number UNUSED)
{
}
#endif

static void at_call(struct run *r, pid_t p)
{
	struct __ptrace_syscall_info info;
	const struct fault *f = r->fault;

	if (ptrace(PTRACE_GET_SYSCALL_INFO, p, sizeof(info), &info) <= 0 ||
	    info.op != PTRACE_SYSCALL_INFO_SECCOMP || !counts(p, &info))
		return;
	r->seen++;
	if (!r->at || r->seen < r->at || (r->seen > r->at && !f->stays))
		return;
	r->done = true;
	if (f->error)
		skip_call(p, f->error);
	if (f->tears)
		tear_write(p, (long)info.seccomp.nr);
	if (!f->kills)
		return;
	kill(r->first, SIGKILL);
	if (p != r->first)
		kill(p, SIGKILL);
}

/* The signal to pass on when a traced process has stopped. */
static int signal_of(int status)
{
	int sig = WSTOPSIG(status);

	if (status >> 16 || sig == SIGTRAP || sig == (SIGTRAP | 0x80) ||
	    sig == SIGSTOP)
		return 0;
	return sig;
}

static int watch(struct run *r)
{
	int result = 99, status;
	pid_t p;

	while ((p = waitpid(-1, &status, __WALL)) > 0) {
		if (!WIFSTOPPED(status)) {
			if (p == r->first)
				result = WIFEXITED(status)
						 ? WEXITSTATUS(status)
						 : 128 + WTERMSIG(status);
			continue;
		}
		if (status >> 8 == (SIGTRAP | PTRACE_EVENT_SECCOMP << 8))
			at_call(r, p);
		ptrace(PTRACE_CONT, p, 0, signal_of(status));
	}
	return result;
}

int main(int argc, char **argv)
{
	struct run r = { NULL, 0, 0, 0, false };
	int result;

	for (size_t i = 0; argc > 3 && i < ARRAY_SIZE(faults); i++)
		if (!strcmp(faults[i].name, argv[1]))
			r.fault = &faults[i];
	if (!r.fault || str_to_uint(str_of(argv[2]), 1000000, &r.at)) {
		fputs("usage: faultat FAULT N COMMAND...\n", stderr);
		return 2;
	}
	r.first = start(argv + 3);
	result = watch(&r);
	if (!r.at)
		fprintf(stderr, "faultat: %u calls\n", r.seen);
	return r.at && !r.done ? NEVER_CAME : result;
}
