/* SPDX-License-Identifier: MIT */
/* hecto config: the settings of a journal. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/setting.h"
#include "cmd/terminal/table.h"
#include "core/base/alloc.h"
#include "core/base/spelling.h"

struct config_args {
	bool unset, list, add, json;
};

static const struct option config_options[] = {
	FLAG('l', "list", config_args, list, "print what is set, KEY=VALUE"),
	FLAG(0, "add", config_args, add,
	     "add a value to a setting that may have several"),
	FLAG(0, "unset", config_args, unset, "take a setting out"),
	FLAG(0, "json", config_args, json, "print JSON"),
	NO_MORE_OPTIONS
};

/* "exam.AWS DVA.date" is meant by the "exam.NAME.date" of the help. */
static bool means(const char *pattern, const char *key)
{
	struct str p = str_of(pattern), k = str_of(key);
	size_t first = str_find(p, '.'), last = p.len;

	if (str_eq(p, k))
		return true;
	while (last && p.s[last - 1] != '.')
		last--;
	return last > first + 1 && k.len > p.len - last + first + 1 &&
	       str_eq(str_upto(k, first + 1), str_upto(p, first + 1)) &&
	       str_ends(k, pattern + last - 1);
}

static const struct setting_help *find_setting(const char *key)
{
	for (const struct setting_help *s = settings_help; s->key; s++)
		if (means(s->key, key))
			return s;
	return NULL;
}

static const char *nearest_setting(const char *key)
{
	size_t best = SPELLING_FAR;
	const char *nearest = NULL;

	for (const struct setting_help *s = settings_help; s->key; s++) {
		struct str full = str_of(s->key);
		struct str name = str_from(full, str_find(full, '.') + 1);
		size_t distance = spelling_near(str_of(key), full);

		/* "rollover" for "journal.rollover" */
		if (str_is(name, key))
			distance = 0;
		if (distance >= best)
			continue;
		best = distance;
		nearest = s->key;
	}
	return nearest;
}

static int check_key(const char *key, const struct setting_help **out,
		     struct error *err)
{
	const char *nearest;

	*out = find_setting(key);
	if (*out)
		return 0;
	nearest = nearest_setting(key);
	if (nearest)
		return error_set(err, ERROR_USAGE,
				 "there is no setting '%s'; did you mean '%s'?",
				 key, nearest);
	return error_set(err, ERROR_USAGE,
			 "there is no setting '%s'; 'hecto config' lists those "
			 "there are",
			 key);
}

/* The letters of a key's first and last part may be of either case. */
static char *normal_key(const char *key)
{
	char *copy = xstrdup(key);
	size_t len = str_of(copy).len;
	size_t first = str_find(str_of(copy), '.'), last = len;

	while (last && copy[last - 1] != '.')
		last--;
	for (size_t i = 0; i < len; i++)
		if ((i < first || i >= last) && copy[i] >= 'A' && copy[i] <= 'Z')
			copy[i] = (char)(copy[i] - 'A' + 'a');
	return copy;
}

static void add_values(struct strbuf *out, const struct config_pair *pairs,
		       size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (str_is(str_of(pairs[i].key), key))
			strbuf_addf(out, "%s\n", pairs[i].value);
}

static int print_one(const struct context *ctx, const char *key,
		     const struct setting_help *known, struct error *err)
{
	const struct config_pair *pairs;
	AUTO(strbuf) raw = STRBUF_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	size_t count;

	journal_config(ctx->journal, &pairs, &count);
	add_values(&raw, pairs, count, key);
	if (!raw.len && known->value)
		strbuf_addf(&raw, "%s\n", known->value);
	if (!raw.len)
		return error_set(err, ERROR_NOTHING, "'%s' is not set", key);
	style_add(&out, ctx, STYLE_NONE, strbuf_slice(&raw));
	return report_output(&out, err);
}

static int print_pairs(const struct context *ctx, struct error *err)
{
	const struct config_pair *pairs;
	AUTO(strbuf) out = STRBUF_INIT;
	size_t count;

	journal_config(ctx->journal, &pairs, &count);
	for (size_t i = 0; i < count; i++) {
		style_add(&out, ctx, STYLE_NONE, str_of(pairs[i].key));
		strbuf_addch(&out, '=');
		style_add(&out, ctx, STYLE_NONE, str_of(pairs[i].value));
		strbuf_addch(&out, '\n');
	}
	return report_output(&out, err);
}

static int print_json(const struct context *ctx, const char *key,
		      struct error *err)
{
	struct json *array = json_new_array();
	const struct config_pair *pairs;
	size_t count;
	int rc;

	journal_config(ctx->journal, &pairs, &count);
	for (size_t i = 0; i < count; i++) {
		struct json *v;

		if (key && !str_is(str_of(pairs[i].key), key))
			continue;
		v = json_new_object();
		json_set_string(v, "key", pairs[i].key);
		json_set_string(v, "value", pairs[i].value);
		json_append(array, v);
	}
	rc = report_json(array, err);
	json_free(array);
	return rc;
}

static const char *value_of(const struct config_pair *pairs, size_t count,
			    const struct setting_help *s)
{
	const char *value = s->value ? s->value : "-";

	for (size_t i = 0; i < count; i++)
		if (means(s->key, pairs[i].key))
			value = pairs[i].value;
	return value;
}

static bool is_of_exam(const char *key)
{
	return str_starts(str_of(key), "exam.");
}

/* What is set of exams, each setting in a line of its own, the exam's name once
 * above them. */
static void add_exams(struct strbuf *out, const struct context *ctx,
		      const struct config_pair *pairs, size_t count)
{
	const struct settings *set = journal_settings(ctx->journal);

	for (size_t e = 0; e < set->nexams; e++) {
		struct table *t = table_new(2);
		AUTO(strbuf) name = STRBUF_INIT;

		strbuf_addf(&name, "exam.%s.", set->exams[e].name);
		strbuf_addch(out, '\n');
		style_add(out, ctx, STYLE_BOLD, str_upto(strbuf_slice(&name),
							 name.len - 1));
		strbuf_addch(out, '\n');
		for (size_t i = 0; i < count; i++) {
			struct str key = str_of(pairs[i].key);

			if (!str_starts(key, name.buf) ||
			    str_find(str_from(key, name.len), '.') <
				    key.len - name.len)
				continue;
			table_cellf(t, STYLE_NONE, "  .%s",
				    pairs[i].key + name.len);
			table_cell(t, STYLE_NONE, str_of(pairs[i].value));
		}
		table_write(out, t, ctx);
		table_free(t);
	}
}

/* Every setting there is, with its value and what it does. */
static int print_overview(const struct context *ctx, struct error *err)
{
	static const char *const heads[] = { "SETTING", "VALUE", "" };
	struct table *t = table_new(ARRAY_SIZE(heads));
	const struct config_pair *pairs;
	AUTO(strbuf) out = STRBUF_INIT;
	size_t count;

	journal_config(ctx->journal, &pairs, &count);
	for (size_t i = 0; i < ARRAY_SIZE(heads); i++)
		table_cell(t, STYLE_DIM, str_of(heads[i]));
	for (const struct setting_help *s = settings_help; s->key; s++) {
		/* There may be several exams: theirs stand below. */
		table_cell(t, STYLE_BOLD, str_of(s->key));
		table_cell(t, STYLE_NONE,
			   str_of(is_of_exam(s->key) ?
					  "-" :
					  value_of(pairs, count, s)));
		table_cell(t, STYLE_DIM, str_of(s->help));
	}
	table_write(&out, t, ctx);
	table_free(t);
	add_exams(&out, ctx, pairs, count);
	return report_output(&out, err);
}

static int report_change(const struct context *ctx, const char *key,
			 const char *value, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	if (value) {
		strbuf_addf(&out, "Set %s to '", key);
		style_add(&out, ctx, STYLE_NONE, str_of(value));
		strbuf_addstr(&out, "'\n");
	} else {
		strbuf_addf(&out, "Unset %s\n", key);
	}
	if (report_output(&out, err))
		return error_context(err, "'%s' is changed, but this went wrong "
				     "afterwards",
				     key);
	return 0;
}

static int change(const struct context *ctx, const char *key,
		  const char *value, bool add, struct error *err)
{
	AUTO(strbuf) message = STRBUF_INIT;

	strbuf_addf(&message, "%s %s\n", value ? "Set" : "Unset", key);
	if (setting_change(ctx->journal, key, value, add, message.buf, err))
		return -1;
	return report_change(ctx, key, value, err);
}

static int unset(const struct context *ctx, const char *key, struct error *err)
{
	const struct config_pair *pairs;
	size_t count;

	journal_config(ctx->journal, &pairs, &count);
	for (size_t i = 0; i < count; i++)
		if (str_is(str_of(pairs[i].key), key))
			return change(ctx, key, NULL, false, err);
	return error_set(err, ERROR_NOTHING, "'%s' is not set", key);
}

static int with_key(const struct context *ctx, const struct config_args *a,
		    const char *key, const char *value, struct error *err)
{
	const struct setting_help *known;

	if (a->unset)
		return value ? error_set(err, ERROR_USAGE,
					 "--unset takes no value")
			     : unset(ctx, key, err);
	if (check_key(key, &known, err))
		return -1;
	if (value)
		return change(ctx, key, value, a->add, err);
	if (a->add)
		return error_set(err, ERROR_USAGE, "--add needs a value");
	return a->json ? print_json(ctx, key, err)
		       : print_one(ctx, key, known, err);
}

static int config_run(const struct context *ctx, int argc, char **argv,
		      struct error *err)
{
	struct config_args a = { .unset = false };
	int count = options_parse(config_options, &a, argc, argv, err);
	char *key;
	int rc;

	if (count < 0 || operands_check(count, argv, a.unset || a.add,
					a.list ? 0 : 2, err))
		return -1;
	if (a.json && !count)
		return print_json(ctx, NULL, err);
	if (!count)
		return a.list ? print_pairs(ctx, err)
			      : print_overview(ctx, err);
	key = normal_key(argv[0]);
	rc = with_key(ctx, &a, key, count > 1 ? argv[1] : NULL, err);
	free(key);
	return rc;
}

const struct command cmd_config = {
	.name = "config",
	.summary = "Read and change the journal's settings",
	.usage = "[--list|--json]\nKEY [VALUE]\n--add KEY VALUE\n--unset KEY",
	.options = config_options,
	.operands = COMPLETE_SETTINGS,
	.needs = NEEDS_JOURNAL,
	.run = config_run,
};
