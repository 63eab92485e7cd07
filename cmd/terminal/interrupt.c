/* SPDX-License-Identifier: MIT */
/* ^C as something that can be waited for. */
#include "cmd/terminal/interrupt.h"

#include <sys/signalfd.h>
#include <unistd.h>

void interrupt_begin(struct interrupt *i)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	*i = (struct interrupt){ .fd = -1 };
	if (sigprocmask(SIG_BLOCK, &set, &i->before))
		return;
	i->fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (i->fd < 0)
		sigprocmask(SIG_SETMASK, &i->before, NULL);
}

void interrupt_end(struct interrupt *i)
{
	struct signalfd_siginfo info;

	if (i->fd < 0)
		return;
	/* Taken here, it does not end the program when it is let in again. */
	while (read(i->fd, &info, sizeof(info)) == (ssize_t)sizeof(info))
		i->came = true;
	close(i->fd);
	i->fd = -1;
	sigprocmask(SIG_SETMASK, &i->before, NULL);
}
