/* SPDX-License-Identifier: MIT */
/* hecto version: which hecto this is. */
#include "cmd/command.h"
#include "cmd/report.h"

static int version_run(const struct context *ctx UNUSED, int argc, char **argv,
		       struct error *err)
{
	int count = options_parse(NULL, NULL, argc, argv, err);
	AUTO(strbuf) text = STRBUF_INIT;

	if (count < 0 || operands_check(count, argv, 0, 0, err))
		return -1;
	strbuf_addstr(&text, "hecto " HECTO_VERSION "\n");
	return report_output(&text, err);
}

const struct command cmd_version = {
	.name = "version",
	.summary = "Say which hecto this is",
	.usage = "",
	.run = version_run,
};
