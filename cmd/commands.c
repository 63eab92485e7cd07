/* SPDX-License-Identifier: MIT */
/* The list of commands, made from commands.def. */
#include "cmd/command.h"

#define COMMAND(name) extern const struct command cmd_##name;
#include "cmd/commands.def"
#undef COMMAND

#define COMMAND(name) &cmd_##name,
const struct command *const commands[] = {
#include "cmd/commands.def"
	NULL
};
#undef COMMAND

const struct command *command_by_name(const char *name)
{
	for (size_t i = 0; commands[i]; i++)
		if (str_is(str_of(commands[i]->name), name))
			return commands[i];
	return NULL;
}
