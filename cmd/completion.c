/* SPDX-License-Identifier: MIT */
/* hecto completion: the shells' side of it; __complete: ours. */
#include <string.h>

#include "cmd/candidates.h"
#include "cmd/command.h"
#include "cmd/options.h"
#include "cmd/report.h"

static const char bash_shim[] = {
#include "hecto.bash.inc"
};
static const char zsh_shim[] = {
#include "hecto.zsh.inc"
};
static const char fish_shim[] = {
#include "hecto.fish.inc"
};

static const struct {
	const char *shell;
	struct str shim;
} shims[] = {
	{ "bash", { bash_shim, sizeof(bash_shim) } },
	{ "zsh", { zsh_shim, sizeof(zsh_shim) } },
	{ "fish", { fish_shim, sizeof(fish_shim) } },
};

static int completion_run(const struct context *ctx UNUSED, int argc,
			  char **argv, struct error *err)
{
	int count = options_parse(NULL, NULL, argc, argv, err);
	AUTO(strbuf) text = STRBUF_INIT;

	if (count < 0 ||
	    operand_wanted(count,
			   "for which shell: bash, zsh or fish?", err) ||
	    operands_check(count, argv, 1, 1, err))
		return -1;
	for (size_t i = 0; i < ARRAY_SIZE(shims); i++) {
		if (!str_is(str_of(shims[i].shell), argv[0]))
			continue;
		strbuf_addslice(&text, shims[i].shim);
		return report_output(&text, err);
	}
	return error_set(err, ERROR_USAGE,
			 "no completion for '%s'; there is bash, zsh and fish",
			 argv[0]);
}

const struct command cmd_completion = {
	.name = "completion",
	.summary = "Print what makes a shell complete hecto's words",
	.usage = "bash|zsh|fish",
	.operands = COMPLETE_SHELLS,
	.run = completion_run,
};

/* What is known of a line when its last word is to be completed. */
struct place {
	const struct command *cmd;	/* NULL: it is not there yet */
	const struct option *wanting;	/* whose value is to be completed */
	bool lost;			/* it is none that we know */
	bool only_operands;		/* behind "--" */
	const char *first;		/* operand; or NULL */
	const char *folder;		/* what -C said */
};

static const struct option *option_in(const struct option *options,
				      struct str name)
{
	for (const struct option *o = options; option_is_more(o); o++)
		if (str_is(name, o->name))
			return o;
	return NULL;
}

static const struct option *option_with(const struct option *options, char c)
{
	for (const struct option *o = options; option_is_more(o); o++)
		if (o->letter == c)
			return o;
	return NULL;
}

/* The option that a word like "--topic", "--topic=x" or "-t" names. */
static const struct option *option_of(const struct place *p, const char *word)
{
	const struct option *mine = p->cmd ? p->cmd->options : NULL;
	const struct option *o;
	struct str name = str_of(word + 1);

	if (name.len == 1 && name.s[0] != '-') {
		o = option_with(mine, name.s[0]);
		return o ? o : option_with(global_options, name.s[0]);
	}
	if (!str_starts(name, "-"))
		return NULL;
	name = str_from(name, 1);
	name = str_upto(name, str_find(name, '='));
	o = option_in(mine, name);
	return o ? o : option_in(global_options, name);
}

static void pass_value(struct place *p, const char *value)
{
	if (str_is(str_of(p->wanting->name), "directory"))
		p->folder = value;
	p->wanting = NULL;
}

static void pass_option(struct place *p, const char *word)
{
	const char *equals = strchr(word, '=');

	p->wanting = option_of(p, word);
	if (p->wanting && p->wanting->type == OPTION_FLAG)
		p->wanting = NULL;
	if (p->wanting && word[1] == '-' && equals)
		pass_value(p, equals + 1);
}

static void pass_word(struct place *p, const char *word)
{
	if (p->wanting) {
		pass_value(p, word);
	} else if (str_is(str_of(word), "--")) {
		p->only_operands = true;
	} else if (word[0] == '-' && word[1] && !p->only_operands) {
		pass_option(p, word);
	} else if (!p->cmd) {
		p->cmd = command_by_name(word);
		p->lost = !p->cmd;
	} else if (!p->first) {
		p->first = word;
	}
}

static void add_values(struct candidates *c, const struct option *o)
{
	static const char *const when[] = { "auto", "always", "never" };

	candidates_add(c, o->completion);
	if (o != option_in(global_options, STR("color")))
		return;
	for (size_t i = 0; i < ARRAY_SIZE(when); i++)
		candidates_add_word(c, when[i], NULL);
}

static void add_option_candidates(struct candidates *c, const struct place *p)
{
	const struct option *o = option_of(p, c->typed.s);
	size_t equals = str_find(c->typed, '=');

	if (equals < c->typed.len) {
		c->before = str_upto(c->typed, equals + 1);
		c->typed = str_from(c->typed, equals + 1);
		if (o && o->type != OPTION_FLAG)
			add_values(c, o);
		return;
	}
	if (p->cmd)
		candidates_add_options(c, p->cmd->options);
	candidates_add_options(c, global_options);
}

/* The words behind "hecto", of which the last is to be completed. */
static int complete_run(const struct context *ctx UNUSED, int argc,
			char **argv, struct error *err)
{
	struct place p = { .cmd = NULL };
	AUTO(strbuf) out = STRBUF_INIT;
	const char *typed = argc ? argv[argc - 1] : "";
	struct candidates c = { .out = &out, .typed = str_of(typed) };

	for (int i = 0; i + 1 < argc; i++)
		pass_word(&p, argv[i]);
	c.folder = p.folder;
	c.first = p.first;
	if (p.wanting)
		add_values(&c, p.wanting);
	else if (typed[0] == '-' && !p.only_operands)
		add_option_candidates(&c, &p);
	else if (p.cmd)
		candidates_add(&c, p.cmd->operands);
	else if (!p.lost)
		candidates_add_commands(&c);
	return report_output(&out, err);
}

const struct command cmd_complete = {
	.name = "__complete",
	.summary = "Complete a word for a shell",
	.needs = HIDDEN,
	.run = complete_run,
};
