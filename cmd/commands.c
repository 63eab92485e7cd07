/* SPDX-License-Identifier: MIT */
/* The list of commands, made from commands.def. */
#include "cmd/command.h"

#include <string.h>

#include "core/base/spelling.h"

#define LEAST_BEGUN 3

#define COMMAND(name) extern const struct command cmd_##name;
#include "cmd/commands.def"
#undef COMMAND

/* For the shells' completion and for the tests; no pages, not in the help. */
extern const struct command cmd_complete, cmd_options;

#define COMMAND(name) &cmd_##name,
const struct command *const commands[] = {
#include "cmd/commands.def"
	&cmd_complete,
	&cmd_options,
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

/* What begins so is meant sooner than what is a slip away: the shortest. */
static const struct command *begun_with(const char *typed)
{
	const struct command *found = NULL;

	if (strlen(typed) < LEAST_BEGUN)
		return NULL;
	for (size_t i = 0; commands[i]; i++)
		if (!(commands[i]->needs & HIDDEN) &&
		    str_starts(str_of(commands[i]->name), typed) &&
		    (!found || strlen(commands[i]->name) < strlen(found->name)))
			found = commands[i];
	return found;
}

static const struct command *nearest_by_slips(const char *typed)
{
	const struct command *nearest = NULL;
	size_t best = SPELLING_FAR;

	for (size_t i = 0; commands[i]; i++) {
		size_t distance = spelling_near(str_of(typed),
						str_of(commands[i]->name));

		if (distance >= best || commands[i]->needs & HIDDEN)
			continue;
		best = distance;
		nearest = commands[i];
	}
	return nearest;
}

const struct command *command_nearest(const char *typed)
{
	const struct command *begun = begun_with(typed);

	return begun ? begun : nearest_by_slips(typed);
}

int command_unknown(const char *typed, struct error *err)
{
	const struct command *nearest = command_nearest(typed);

	if (nearest)
		return error_set(err, ERROR_USAGE,
				 "no command '%s'; did you mean '%s'?", typed,
				 nearest->name);
	return error_set(err, ERROR_USAGE, "no command '%s'", typed);
}

int journal_missing(struct error *err)
{
	return error_set(err, ERROR_NO_JOURNAL, "no journal here; make one "
			 "with 'hecto init', or name one with -C");
}
