/* SPDX-License-Identifier: MIT */
/* hecto help: what there is to type, made from the same tables. */
#include "cmd/help.h"

#include "cmd/options.h"
#include "cmd/report.h"

#define HELP_COLUMN 26		/* where the second column begins */
#define HELP_WIDTH 80

const struct option global_options[] = {
	STRING('C', "directory", global_args, folder, "DIR", COMPLETE_FOLDERS,
	       "use the journal in DIR"),
	STRING(0, "today", global_args, today, "DATE", COMPLETE_DATES,
	       "take DATE for today"),
	STRING(0, "color", global_args, colour, "WHEN", COMPLETE_NOTHING,
	       "colour the output: auto, always or never"),
	FLAG(0, "no-pager", global_args, no_pager,
	     "print long output straight to the terminal"),
	FLAG(0, "version", global_args, version, "print the version"),
	FLAG('h', "help", global_args, help, "print this help"),
	NO_MORE_OPTIONS
};

/* Blanks up to the second column, or a new line where there is no room. */
static void to_second_column(struct strbuf *out, size_t *line_start)
{
	if (out->len - *line_start + 2 > HELP_COLUMN) {
		strbuf_addch(out, '\n');
		*line_start = out->len;
	}
	while (out->len - *line_start < HELP_COLUMN)
		strbuf_addch(out, ' ');
}

/* A word of help, and what brackets hold together: "[--from SOURCE]". */
static struct str word_take(struct str *rest)
{
	int depth = 0;
	size_t len = 0;
	struct str word;

	for (; len < rest->len && (depth > 0 || rest->s[len] != ' '); len++)
		depth += (rest->s[len] == '[') - (rest->s[len] == ']');
	word = str_upto(*rest, len);
	*rest = str_trim_left(str_from(*rest, len));
	return word;
}

/* Text that goes on in the column where it begins, on as many lines as it
 * takes; the help of options is ASCII. */
static void add_folded(struct strbuf *out, size_t line_start, struct str text)
{
	size_t indent = out->len - line_start;
	bool first = true;

	while (text.len) {
		struct str word = word_take(&text);

		if (!first &&
		    out->len - line_start + 1 + word.len > HELP_WIDTH) {
			strbuf_addch(out, '\n');
			line_start = out->len;
			for (size_t i = 0; i < indent; i++)
				strbuf_addch(out, ' ');
		} else if (!first) {
			strbuf_addch(out, ' ');
		}
		strbuf_addslice(out, word);
		first = false;
	}
	strbuf_addch(out, '\n');
}

static void add_option(struct strbuf *out, const struct option *o)
{
	size_t start = out->len;

	strbuf_addstr(out, "  ");
	if (o->letter)
		strbuf_addf(out, "-%c, ", o->letter);
	else
		strbuf_addstr(out, "    ");
	strbuf_addf(out, "--%s", o->name);
	if (o->value)
		strbuf_addf(out, " %s", o->value);
	to_second_column(out, &start);
	add_folded(out, start, str_of(o->help));
}

static void add_options(struct strbuf *out, const struct option *options)
{
	for (const struct option *o = options; option_is_more(o); o++)
		add_option(out, o);
}

static void add_usage(struct strbuf *out, const struct command *cmd)
{
	struct str rest = str_of(cmd->usage ? cmd->usage : "");
	const char *lead = "usage:";
	struct str line = str_next_line(&rest);

	do {
		size_t start = out->len;

		strbuf_addf(out, "%s hecto %s ", lead, cmd->name);
		if (!line.len)
			strbuf_truncate(out, out->len - 1);
		add_folded(out, start, line);
		lead = "      ";
	} while ((line = str_next_line(&rest)).s);
}

/* hecto-query(7) in a line, for those that take a query. */
static void add_query(struct strbuf *out)
{
	strbuf_addstr(out,
		      "\nQuery (man 7 hecto-query):\n"
		      "  words \"a phrase\" pre* -without 'a or b' topic:s3 "
		      "in:learned since:july\n");
}

void help_add_command(struct strbuf *out, const struct command *cmd)
{
	add_usage(out, cmd);
	strbuf_addf(out, "\n%s.\n", cmd->summary);
	if (cmd->needs & TAKES_QUERY)
		add_query(out);
	if (option_is_more(cmd->options)) {
		strbuf_addstr(out, "\nOptions:\n");
		add_options(out, cmd->options);
	}
	strbuf_addf(out, "\nOptions of every command: hecto help\n"
			 "Manual: man hecto-%s\n",
		    cmd->name);
}

void help_add_overview(struct strbuf *out)
{
	strbuf_addstr(out,
		      "usage: hecto [-C DIR] [OPTION]... COMMAND [ARG]...\n"
		      "\n"
		      "A learning log and study plan for the terminal.  "
		      "Without a command: today.\n"
		      "\n"
		      "Commands:\n");
	for (size_t i = 0; commands[i]; i++) {
		size_t start = out->len;

		if (commands[i]->needs & HIDDEN)
			continue;
		strbuf_addf(out, "  %s", commands[i]->name);
		while (out->len - start < 14)
			strbuf_addch(out, ' ');
		strbuf_addf(out, "%s\n", commands[i]->summary);
	}
	strbuf_addstr(out, "\nOptions of every command:\n");
	add_options(out, global_options);
	strbuf_addstr(out, "\nMore: hecto help COMMAND, man hecto, man hecto-tutorial\n");
}

int help_print(const struct command *cmd, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (cmd)
		help_add_command(&text, cmd);
	else
		help_add_overview(&text);
	return report_output(&text, err);
}

static int help_run(const struct context *ctx UNUSED, int argc, char **argv,
		    struct error *err)
{
	int count = options_parse(NULL, NULL, argc, argv, err);
	const struct command *cmd = NULL;

	if (count < 0 || operands_check(count, argv, 0, 1, err))
		return -1;
	if (count)
		cmd = command_by_name(argv[0]);
	if (count && !cmd)
		return command_unknown(argv[0], err);
	return help_print(cmd, err);
}

const struct command cmd_help = {
	.name = "help",
	.summary = "Say what there is to type",
	.usage = "[COMMAND]",
	.operands = COMPLETE_COMMANDS,
	.run = help_run,
};

static void list_options(struct strbuf *out, const char *before,
			 const struct option *options)
{
	for (const struct option *o = options; option_is_more(o); o++) {
		strbuf_addf(out, "%s--%s", before, o->name);
		if (o->letter)
			strbuf_addf(out, " -%c", o->letter);
		strbuf_addch(out, '\n');
	}
}

/* For the tests: each command, and "COMMAND --option -o" for its options. */
static void list_commands(struct strbuf *out)
{
	for (size_t i = 0; commands[i]; i++) {
		AUTO(strbuf) before = STRBUF_INIT;

		if (commands[i]->needs & HIDDEN)
			continue;
		strbuf_addf(&before, "%s ", commands[i]->name);
		strbuf_addf(out, "%s\n", commands[i]->name);
		list_options(out, before.buf, commands[i]->options);
	}
}

static int options_run(const struct context *ctx UNUSED, int argc, char **argv,
		       struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (argc && str_is(str_of(argv[0]), "--global"))
		list_options(&text, "", global_options);
	else
		list_commands(&text);
	return report_output(&text, err);
}

const struct command cmd_options = {
	.name = "__options",
	.summary = "List every option",
	.needs = HIDDEN,
	.run = options_run,
};
