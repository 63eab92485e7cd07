/* SPDX-License-Identifier: MIT */
#ifndef CMD_TOPICS_NAMED_H
#define CMD_TOPICS_NAMED_H

#include "cmd/command.h"

/*
 * The id of the topic that a user typed, by id, name or alias; else an error
 * that names those spelt nearly so.
 */
int topic_named(const char **id, struct journal *j, const char *typed,
		struct error *err) MUST_CHECK;

#endif
