/* SPDX-License-Identifier: MIT */
/* hecto topic add, merge, hide and back: topics of one's own. */
#include "cmd/topic/own.h"

#include "cmd/report.h"
#include "cmd/topics_named.h"

#define NAME_BYTES_MAX 63

typedef int change(const struct context *ctx, const struct own_topic *o,
		   char **operands, struct error *err);

static int check_text(const char *what, const char *text, struct error *err)
{
	struct str s = str_trim(str_of(text));

	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.s[i] < ' ' || s.s[i] == 0x7f)
			return error_set(err, ERROR_USAGE,
					 "%s of a topic is one line", what);
	if (!s.len || s.len > NAME_BYTES_MAX)
		return error_set(err, ERROR_USAGE,
				 "%s of a topic has 1 to %d bytes", what,
				 NAME_BYTES_MAX);
	return 0;
}

/* "Snake game" -> "snake-game" */
static int id_of(struct strbuf *out, const char *typed, struct error *err)
{
	for (const char *p = typed; *p; p++) {
		char c = *p >= 'A' && *p <= 'Z' ? (char)(*p | 32) : *p;

		if (c == ' ' || c == '/' || c == '.' || c == '"' || c == '\\')
			c = '-';
		if (c != '-' || (out->len && out->buf[out->len - 1] != '-'))
			strbuf_addch(out, c);
	}
	while (out->len && out->buf[out->len - 1] == '-')
		strbuf_truncate(out, out->len - 1);
	return out->len ? 0
			: error_set(err, ERROR_USAGE,
				    "'%s' cannot be the name of a topic",
				    typed);
}

static int check_added(const struct own_topic *o, const char *typed,
		       struct error *err)
{
	if (check_text("the name", typed, err) ||
	    (o->name && check_text("the name", o->name, err)))
		return -1;
	for (size_t i = 0; i < o->aliases.count; i++)
		if (check_text("an alias", o->aliases.values[i], err))
			return -1;
	return 0;
}

/* A name that another topic has would be taken from it.  Slips of one are as
 * good as free. */
static int check_free(const struct topic_catalogue *c, const char *id,
		      const char *name, struct error *err)
{
	const struct topic *t = topic_find(c, str_of(name));

	if (!t || str_is(str_of(t->id), id) ||
	    topic_is_misspelt(c, str_of(name)))
		return 0;
	return error_set(err, ERROR_USAGE,
			 "'%s' names the topic '%s' already; 'hecto topic "
			 "merge' joins two topics, and 'hecto topic hide %s' "
			 "sets its names free", name, t->id, t->id);
}

static int check_names(const struct topic_catalogue *c,
		       const struct own_topic *o, const char *id,
		       struct error *err)
{
	if (o->name && check_free(c, id, o->name, err))
		return error_context(err, "--name");
	for (size_t i = 0; i < o->aliases.count; i++)
		if (check_free(c, id, o->aliases.values[i], err))
			return error_context(err, "--alias");
	return 0;
}

static int put_added(struct journal *j, const char *id, const char *name,
		     const char *parent, const struct own_topic *o,
		     struct error *err)
{
	if (name && journal_set_topic(j, id, "name", name, false, err))
		return -1;
	if (parent && journal_set_topic(j, id, "parent", parent, false, err))
		return -1;
	for (size_t i = 0; i < o->aliases.count; i++)
		if (journal_set_topic(j, id, "alias", o->aliases.values[i],
				      true, err))
			return -1;
	return 0;
}

/* Commit what was put, or give it up where `rc` says that it failed. */
static int finish(struct journal *j, int rc, const struct strbuf *message,
		  struct error *err)
{
	struct store_report report = { .changed = false };

	if (rc) {
		journal_abandon(j);
		return -1;
	}
	if (journal_commit(j, message->buf, &report, err))
		return -1;
	report_store(&report);
	return 0;
}

static int say(const char *what, const char *name, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	strbuf_addf(&out, "%s '%s'\n", what, name);
	return report_output(&out, err);
}

static int parent_of(const char **out, struct journal *j,
		     const struct own_topic *o, const char *id,
		     struct error *err)
{
	*out = NULL;
	if (!o->parent)
		return 0;
	if (topic_named(out, j, o->parent, err))
		return error_context(err, "--parent");
	if (str_is(str_of(*out), id))
		return error_set(err, ERROR_USAGE,
				 "a topic cannot be its own parent");
	return topic_is_within(journal_topics(j), *out, id)
		       ? error_set(err, ERROR_USAGE,
				   "'%s' belongs to '%s', so it cannot be its "
				   "parent", *out, id)
		       : 0;
}

static int add(const struct context *ctx, const struct own_topic *o,
	       char **operands, struct error *err)
{
	struct journal *j = ctx->journal;
	const struct topic *known;
	AUTO(strbuf) id = STRBUF_INIT;
	AUTO(strbuf) message = STRBUF_INIT;
	const char *name = o->name, *parent;

	if (check_added(o, operands[0], err))
		return -1;
	known = topic_find(journal_topics(j), str_of(operands[0]));
	if (!known && topic_find_changed(journal_topics(j),
					 str_of(operands[0]), true))
		return topic_named(&name, j, operands[0], err);
	if (known && !o->name && !o->parent && !o->aliases.count)
		return error_set(err, ERROR_USAGE,
				 "there is a topic '%s' already; say what is "
				 "new with --alias, --name or --parent",
				 known->id);
	if (known)
		strbuf_addstr(&id, known->id);
	else if (id_of(&id, operands[0], err))
		return -1;
	/* What only the documents gave a name to loses it with an own one. */
	if (!name && (!known || str_is(str_of(known->group), "journal")))
		name = known ? known->name : operands[0];
	if (check_names(journal_topics(j), o, id.buf, err) ||
	    parent_of(&parent, j, o, id.buf, err) || journal_begin(j, err))
		return -1;
	strbuf_addf(&message, "%s topic %s\n", known ? "Change" : "Add",
		    id.buf);
	if (finish(j, put_added(j, id.buf, name, parent, o, err), &message,
		   err))
		return -1;
	if (say(known ? "Changed the topic" : "Added the topic", id.buf, err))
		return -1;
	report_note("to take that back, remove the lines of '%s' in "
		    "'.hecto/topics'", id.buf);
	return 0;
}

static int merge(const struct context *ctx, const struct own_topic *o UNUSED,
		 char **operands, struct error *err)
{
	struct journal *j = ctx->journal;
	AUTO(strbuf) message = STRBUF_INIT;
	AUTO(strbuf) said = STRBUF_INIT;
	const char *from, *into;

	if (topic_named(&from, j, operands[0], err) ||
	    topic_named(&into, j, operands[1], err))
		return -1;
	if (str_is(str_of(from), into))
		return error_set(err, ERROR_USAGE,
				 "'%s' and '%s' are the same topic already",
				 operands[0], operands[1]);
	strbuf_addf(&message, "Merge topic %s into %s\n", from, into);
	strbuf_addf(&said, "Merged the topic '%s' into", from);
	if (journal_begin(j, err) ||
	    finish(j, journal_set_topic(j, from, "into", into, false, err),
		   &message, err))
		return -1;
	if (say(said.buf, into, err))
		return -1;
	report_note("'hecto topic unmerge %s' parts them again", from);
	return 0;
}

static int hide(const struct context *ctx, const struct own_topic *o UNUSED,
		char **operands, struct error *err)
{
	struct journal *j = ctx->journal;
	AUTO(strbuf) message = STRBUF_INIT;
	const char *id;

	if (topic_named(&id, j, operands[0], err))
		return -1;
	strbuf_addf(&message, "Hide topic %s\n", id);
	if (journal_begin(j, err) ||
	    finish(j, journal_set_topic(j, id, "hidden", "true", false, err),
		   &message, err))
		return -1;
	if (say("Hid the topic", id, err))
		return -1;
	report_note("'hecto topic unhide %s' shows it again", id);
	return 0;
}

/* Take a setting back that makes a topic another or none. */
static int take_back(const struct context *ctx, const char *typed,
		     const char *setting, const char *state, const char *done,
		     struct error *err)
{
	struct journal *j = ctx->journal;
	AUTO(strbuf) message = STRBUF_INIT;
	bool hidden = str_is(str_of(setting), "hidden");
	const struct topic *t = topic_find_changed(journal_topics(j),
						   str_of(typed), hidden);
	const char *id;

	if (!t && topic_named(&id, j, typed, err))
		return -1;
	if (!t)
		return error_set(err, ERROR_NOTHING,
				 "the topic '%s' is not %s", id, state);
	id = t->id;
	strbuf_addf(&message, "%s topic %s again\n",
		    hidden ? "Show" : "Part", id);
	if (journal_begin(j, err) ||
	    finish(j, journal_set_topic(j, id, setting, NULL, false, err),
		   &message, err))
		return -1;
	return say(done, id, err);
}

static int unmerge(const struct context *ctx,
		   const struct own_topic *o UNUSED, char **operands,
		   struct error *err)
{
	return take_back(ctx, operands[0], "into", "merged",
			 "There is again the topic", err);
}

static int unhide(const struct context *ctx, const struct own_topic *o UNUSED,
		  char **operands, struct error *err)
{
	return take_back(ctx, operands[0], "hidden", "hidden",
			 "There is again the topic", err);
}

static const struct {
	const char *verb;
	int operands;
	change *run;
	const char *takes;
} changes[] = {
	{ "add", 1, add, "a name" },
	{ "merge", 2, merge, "two names, FROM and INTO" },
	{ "unmerge", 1, unmerge, "a name" },
	{ "hide", 1, hide, "a name" },
	{ "unhide", 1, unhide, "a name" },
};

static int change_named(const char *verb)
{
	for (size_t i = 0; i < ARRAY_SIZE(changes); i++)
		if (str_is(str_of(changes[i].verb), verb))
			return (int)i;
	return -1;
}

bool own_topic_is_change(int count, char **argv)
{
	return count > 1 && change_named(argv[0]) >= 0;
}

bool own_topic_lacks_name(int count, char **argv)
{
	return count == 1 && change_named(argv[0]) >= 0;
}

int own_topic_only_for_add(const struct own_topic *o, struct error *err)
{
	if (!o->aliases.count && !o->parent && !o->name)
		return 0;
	return error_set(err, ERROR_USAGE,
			 "--alias, --parent and --name belong to 'hecto topic "
			 "add NAME'");
}

int own_topic_change(const struct context *ctx, const struct own_topic *o,
		     int count, char **argv, struct error *err)
{
	int i = change_named(argv[0]);

	if (count - 1 != changes[i].operands)
		return error_set(err, ERROR_USAGE,
				 "'hecto topic %s' takes %s; a name of several "
				 "words needs quotes, and so does a topic that "
				 "begins with '%s'",
				 argv[0], changes[i].takes, argv[0]);
	if (changes[i].run != add && own_topic_only_for_add(o, err))
		return -1;
	return changes[i].run(ctx, o, argv + 1, err);
}
