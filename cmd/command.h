/* SPDX-License-Identifier: MIT */
#ifndef CMD_COMMAND_H
#define CMD_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/journal.h"

/* What an option's value is; help, completion and parsing follow from it. */
enum option_type {
	OPTION_END,
	OPTION_FLAG,		/* bool */
	OPTION_STRING,		/* const char * */
	OPTION_NUMBER,		/* unsigned */
	OPTION_LIST,		/* struct option_list: may be given again */
};

/* What the shell completes a value with. */
enum completion {
	COMPLETE_NOTHING,
	COMPLETE_FILES,
	COMPLETE_FOLDERS,
	COMPLETE_TOPICS,
	COMPLETE_HIDDEN_TOPICS,
	COMPLETE_MERGED_TOPICS,
	COMPLETE_DOSSIERS,	/* topics, and what may be done to them */
	COMPLETE_QUERY,		/* fields and their values, and topics */
	COMPLETE_TAGS,
	COMPLETE_ENTRIES,
	COMPLETE_DOCUMENTS,	/* entries, notes and plans */
	COMPLETE_SECTIONS,
	COMPLETE_KINDS,
	COMPLETE_QUERY_KINDS,
	COMPLETE_THINGS,
	COMPLETE_ORDERS,
	COMPLETE_DATES,
	COMPLETE_SPANS,	/* dates, weeks, months, years */
	COMPLETE_GROUPS,
	COMPLETE_IMPORTERS,
	COMPLETE_EXPORTERS,
	COMPLETE_COMMANDS,
	COMPLETE_SETTINGS,
	COMPLETE_EXAMS,
	COMPLETE_TARGETS,
	COMPLETE_SHELLS,
	COMPLETE_LINK_KINDS,
};

struct option_list {
	const char **values;
	size_t count, cap;	/* owned; option_list_release */
};
void option_list_release(struct option_list *l);

/* One option, and the member of the command's own struct that it fills. */
struct option {
	enum option_type type;
	char letter;		/* 0 when there is no short form */
	const char *name;
	size_t offset;
	const char *value;	/* what the value is called in the help */
	const char *help;
	enum completion completion;
};

#define FLAG(l, n, strct, member, h) \
	{ OPTION_FLAG, l, n, offsetof(struct strct, member), NULL, h, \
	  COMPLETE_NOTHING }
#define STRING(l, n, strct, member, v, c, h) \
	{ OPTION_STRING, l, n, offsetof(struct strct, member), v, h, c }
#define NUMBER(l, n, strct, member, v, h) \
	{ OPTION_NUMBER, l, n, offsetof(struct strct, member), v, h, \
	  COMPLETE_NOTHING }
#define LIST(l, n, strct, member, v, c, h) \
	{ OPTION_LIST, l, n, offsetof(struct strct, member), v, h, c }
#define NO_MORE_OPTIONS \
	{ OPTION_END, 0, NULL, 0, NULL, NULL, COMPLETE_NOTHING }

/*
 * What was said before the command, and what the terminal is like: read once
 * by main.c and handed to every command.
 */
struct context {
	struct journal *journal;	/* of commands with NEEDS_JOURNAL or
					   WANTS_JOURNAL */
	const char *folder;		/* -C, or NULL */
	struct clock now;
	bool now_is_given;		/* by HECTO_NOW */
	int today;			/* --today, or DAY_NONE */
	bool colour;			/* stdout takes SGR sequences */
	bool terminal;			/* stdout is one */
	bool pager;			/* a command may start one (terminal.h) */
	unsigned columns;		/* of the terminal, else 80 */
	bool utf8;			/* the locale is UTF-8 */
};

enum command_needs {
	NEEDS_NOTHING,
	NEEDS_JOURNAL = 1 << 0,		/* context.journal is open */
	NEEDS_PAGER = 1 << 1,		/* its output may be long */
	HIDDEN = 1 << 2,		/* not in `hecto help` */
	WANTS_JOURNAL = 1 << 3,		/* the same if there is one, else NULL */
	TAKES_QUERY = 1 << 4,		/* its operands may begin with "-" */
	ASKS_INDEX = 1 << 5,		/* at once, and writes nothing before */
};

/* A subcommand, whole: dispatch, help, completion and checks read this. */
struct command {
	const char *name;
	const char *summary;	/* one line, for `hecto help`: "Search notes" */
	const char *usage;	/* what follows "hecto NAME", "\n"-separated */
	const struct option *options;
	enum completion operands;
	unsigned needs;
	int (*run)(const struct context *ctx, int argc, char **argv,
		   struct error *err) MUST_CHECK;
};

extern const struct command *const commands[];	/* ends with NULL */

const struct command *command_by_name(const char *name);
const struct command *command_nearest(const char *typed);	/* or NULL */
int command_unknown(const char *typed, struct error *err);	/* usage: -1 */

/*
 * Fill `into` from the options in argv, which begin behind the command's name,
 * and move the operands to its front.  Options and operands may be mixed; "--"
 * ends the options; "-" is an operand; long options may be shortened while
 * they stay unambiguous.  Returns the number of operands, or -1.
 */
int options_parse(const struct option *options, void *into,
		  int argc, char **argv, struct error *err) MUST_CHECK;

/* What a command with WANTS_JOURNAL says when it needs one after all; -1. */
int journal_missing(struct error *err);

/* Fewer or more operands than a command takes: a usage error, or 0. */
int operands_check(int argc, char **argv, int least, int most,
		   struct error *err) MUST_CHECK;
/* Words of a command line as one text, with a blank between: nobody has to
 * quote them.  Appended to `out`. */
void operands_join(struct strbuf *out, int count, char **words);
/* Without any, a usage error that asks in its own words: "which entry? …". */
int operand_wanted(int argc, const char *question, struct error *err)
	MUST_CHECK;

#endif
