/* SPDX-License-Identifier: MIT */
#ifndef CMD_HELP_H
#define CMD_HELP_H

#include "cmd/command.h"
#include "core/base/strbuf.h"

/* What `hecto help` and `hecto help COMMAND` say, made from the tables. */
void help_add_overview(struct strbuf *out);
void help_add_command(struct strbuf *out, const struct command *cmd);
int help_print(const struct command *cmd, struct error *err) MUST_CHECK;

#endif
