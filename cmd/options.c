/* SPDX-License-Identifier: MIT */
/* Reads a command line by a command's table of options. */
#include "cmd/options.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/base/spelling.h"

void option_list_release(struct option_list *l)
{
	free(l->values);
	*l = (struct option_list){ NULL, 0, 0 };
}

bool option_is_more(const struct option *o)
{
	return o && o->type != OPTION_END;
}

/* The option that a long name means: it exactly, or the only one it begins. */
static const struct option *find_long(const struct option *options,
				      struct str name, bool *ambiguous)
{
	const struct option *found = NULL;

	*ambiguous = false;
	for (const struct option *o = options; option_is_more(o); o++) {
		struct str full = str_of(o->name);

		if (str_eq(full, name))
			return o;
		if (!str_eq(str_upto(full, name.len), name))
			continue;
		*ambiguous |= found != NULL;
		found = o;
	}
	return *ambiguous ? NULL : found;
}

static const struct option *find_letter(const struct option *options, char c)
{
	for (const struct option *o = options; option_is_more(o); o++)
		if (o->letter == c)
			return o;
	return NULL;
}

static const char *nearest_name(const struct option *options, struct str name)
{
	size_t best = SPELLING_FAR;
	const char *nearest = NULL;

	for (const struct option *o = options; option_is_more(o); o++) {
		size_t distance = spelling_near(name, str_of(o->name));

		if (distance >= best)
			continue;
		best = distance;
		nearest = o->name;
	}
	return nearest;
}

static int unknown_long(const struct option *options, struct str name,
			bool ambiguous, struct error *err)
{
	const char *nearest = nearest_name(options, name);

	if (ambiguous)
		return error_set(err, ERROR_USAGE,
				 "option '--%.*s' is short for more than one; "
				 "write it out",
				 (int)name.len, name.s);
	if (nearest)
		return error_set(err, ERROR_USAGE,
				 "unknown option '--%.*s'; did you mean '--%s'?",
				 (int)name.len, name.s, nearest);
	return error_set(err, ERROR_USAGE, "unknown option '--%.*s'",
			 (int)name.len, name.s);
}

static int set_number(unsigned *member, const struct option *o,
		      const char *value, struct error *err)
{
	if (str_to_uint(str_of(value), INT_MAX, member))
		return error_set(err, ERROR_USAGE,
				 "option '--%s' needs a number, not '%s'",
				 o->name, value);
	return 0;
}

/* `into` NULL: only look. */
static int set_value(void *into, const struct option *o, const char *value,
		     struct error *err)
{
	unsigned number;
	void *member;

	if (!into)
		return o->type == OPTION_NUMBER
			       ? set_number(&number, o, value, err)
			       : 0;
	member = (char *)into + o->offset;
	switch (o->type) {
	case OPTION_FLAG:
		*(bool *)member = true;
		return 0;
	case OPTION_STRING:
		*(const char **)member = value;
		return 0;
	case OPTION_NUMBER:
		return set_number(member, o, value, err);
	case OPTION_LIST: {
		struct option_list *l = member;

		XGROW(l->values, l->count, l->cap);
		l->values[l->count++] = value;
		return 0;
	}
	case OPTION_END:
		break;
	}
	return 0;
}

/* What is left of a command line, with the argument that is being read. */
struct arguments {
	int argc, at;
	char **argv;
};

static int take_value(void *into, const struct option *o, const char *value,
		      struct arguments *args, struct error *err)
{
	if (!value && args->at + 1 < args->argc)
		value = args->argv[++args->at];
	if (!value)
		return error_set(err, ERROR_USAGE,
				 "option '--%s' needs a value: %s", o->name,
				 o->value);
	return set_value(into, o, value, err);
}

static int take_long(const struct option *options, void *into,
		     struct arguments *args, struct error *err)
{
	struct str rest = str_of(args->argv[args->at] + 2);
	struct str name = str_upto(rest, str_find(rest, '='));
	const char *value = name.len < rest.len ? name.s + name.len + 1 : NULL;
	bool ambiguous;
	const struct option *o = find_long(options, name, &ambiguous);

	if (!o)
		return unknown_long(options, name, ambiguous, err);
	if (o->type != OPTION_FLAG)
		return take_value(into, o, value, args, err);
	if (value)
		return error_set(err, ERROR_USAGE,
				 "option '--%s' takes no value", o->name);
	return set_value(into, o, NULL, err);
}

/* "-n5", "-n 5", and flags that may stand together: "-ey". */
static int take_letters(const struct option *options, void *into,
			struct arguments *args, struct error *err)
{
	for (const char *c = args->argv[args->at] + 1; *c; c++) {
		const struct option *o = find_letter(options, *c);

		if (!o)
			return error_set(err, ERROR_USAGE,
					 "unknown option '-%c'", *c);
		if (o->type != OPTION_FLAG)
			return take_value(into, o, c[1] ? c + 1 : NULL, args,
					  err);
		if (set_value(into, o, NULL, err))
			return -1;
	}
	return 0;
}

static bool is_option(const char *arg)
{
	return arg[0] == '-' && arg[1];
}

static int take_option(const struct option *options, void *into,
		       struct arguments *args, struct error *err)
{
	return args->argv[args->at][1] == '-'
		       ? take_long(options, into, args, err)
		       : take_letters(options, into, args, err);
}

int options_parse(const struct option *options, void *into, int argc,
		  char **argv, struct error *err)
{
	struct arguments args = { argc, 0, argv };
	int kept = 0;

	for (; args.at < argc; args.at++) {
		char *arg = argv[args.at];

		if (!strcmp(arg, "--")) {
			while (++args.at < argc)
				argv[kept++] = argv[args.at];
			break;
		}
		if (!is_option(arg))
			argv[kept++] = arg;
		else if (take_option(options, into, &args, err))
			return -1;
	}
	return kept;
}

int options_check(const struct option *options, int argc, char **argv,
		  struct error *err)
{
	struct arguments args = { argc, 0, argv };

	for (; args.at < argc && strcmp(argv[args.at], "--") != 0; args.at++)
		if (is_option(argv[args.at]) &&
		    take_option(options, NULL, &args, err))
			return -1;
	return 0;
}

int options_parse_front(const struct option *options, void *into, int argc,
			char **argv, struct error *err)
{
	struct arguments args = { argc, 0, argv };

	for (; args.at < argc && is_option(argv[args.at]); args.at++) {
		if (!strcmp(argv[args.at], "--"))
			return args.at + 1;
		if (take_option(options, into, &args, err))
			return -1;
	}
	return args.at;
}

/* Does this argument name an option of the table, in full? */
static bool names_one(const struct option *options, const char *arg)
{
	struct str name = str_of(arg + 1);
	bool ambiguous;
	const struct option *o;

	if (name.s[0] != '-')
		return find_letter(options, name.s[0]) != NULL;
	name = str_from(name, 1);
	name = str_upto(name, str_find(name, '='));
	o = find_long(options, name, &ambiguous);
	return o && str_is(name, o->name);
}

int options_take_out(const struct option *wanted, void *into,
		     const struct option *others, int argc, char **argv,
		     struct error *err)
{
	struct arguments args = { argc, 0, argv };
	struct error ignored = ERROR_INIT;
	int kept = 0;

	while (args.at < argc && strcmp(argv[args.at], "--") != 0) {
		int first = args.at;
		const char *arg = argv[first];

		if (is_option(arg) && !names_one(others, arg) &&
		    names_one(wanted, arg)) {
			if (take_option(wanted, into, &args, err))
				return -1;
			args.at++;
			continue;
		}
		if (is_option(arg) && take_option(others, NULL, &args, &ignored))
			args.at = first;
		args.at++;
		for (int i = first; i < args.at; i++)
			argv[kept++] = argv[i];
	}
	for (; args.at < argc; args.at++)
		argv[kept++] = argv[args.at];
	return kept;
}

int operand_wanted(int argc, const char *question, struct error *err)
{
	return argc ? 0 : error_set(err, ERROR_USAGE, "%s", question);
}

void operands_join(struct strbuf *out, int count, char **words)
{
	for (int i = 0; i < count; i++)
		strbuf_addf(out, "%s%s", i ? " " : "", words[i]);
}

int operands_check(int argc, char **argv, int least, int most,
		   struct error *err)
{
	if (argc < least)
		return error_set(err, ERROR_USAGE,
				 argc ? "too few arguments"
				      : "an argument is missing");
	if (most >= 0 && argc > most)
		return error_set(err, ERROR_USAGE, "too many arguments: '%s'",
				 argv[most]);
	return 0;
}
