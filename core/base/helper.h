/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_HELPER_H
#define CORE_BASE_HELPER_H

#include <pthread.h>
#include <stdbool.h>

/*
 * A thread that does one thing while its maker does another, where there is a
 * processor for both.  It has ended before a process is forked off.
 */
struct helper {
	pthread_t thread;
	bool is_begun;
};
#define HELPER_INIT { .is_begun = false }

/* False: there is none, and the maker has to do it. */
bool helper_begin(struct helper *h, void *(*work)(void *arg), void *arg);

/* Wait for it; false: there is none, or not any more. */
bool helper_end(struct helper *h);

#endif
