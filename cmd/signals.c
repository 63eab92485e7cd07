/* SPDX-License-Identifier: MIT */
/* Signals of commands that go on until they are told to end. */
#include "cmd/signals.h"

#include <signal.h>
#include <sys/signalfd.h>

int signals_open(int *out, bool children, struct error *err)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	if (children)
		sigaddset(&set, SIGCHLD);
	if (sigprocmask(SIG_BLOCK, &set, NULL))
		return error_errno(err, "cannot block signals");
	*out = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
	return *out < 0 ? error_errno(err, "cannot wait for signals") : 0;
}
