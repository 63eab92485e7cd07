/* SPDX-License-Identifier: MIT */
#ifndef CMD_DATES_H
#define CMD_DATES_H

#include "cmd/command.h"

/*
 * The day that an option like --since names, in words that look to the past;
 * `typed` NULL leaves *day as it is.
 */
int date_option(int *day, const char *option, const char *typed,
		struct journal *j, struct error *err) MUST_CHECK;

#endif
