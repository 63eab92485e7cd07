/* SPDX-License-Identifier: MIT */
/*
 * Functions this program does without.  Every file is compiled with
 * `-include core/base/banned.h`, so that using one is an error.
 */
#ifndef CORE_BASE_BANNED_H
#define CORE_BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf strtok
#pragma GCC poison gets atoi atol atof gmtime localtime asctime
#pragma GCC poison system popen tmpnam mktemp

/* Not poisoned as a word, because libgit2 has a field of that name. */
char *ctime(const time_t *when)
	__attribute__((__deprecated__("use clock_format")));

#endif
