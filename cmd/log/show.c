/* SPDX-License-Identifier: MIT */
/* What `hecto log` says it has understood. */
#include "cmd/log/log.h"

#include <string.h>

#include "cmd/duration.h"
#include "cmd/report.h"
#include "cmd/terminal/table.h"
#include "core/model/date_words.h"
#include "core/model/topic.h"

/* What there is to say about the entry, now that it is saved. */
struct summary {
	const struct log_saved *saved;
	struct index_entry entry;
	struct streak streak;
};

/* Of an entry that was there, the topics of what was added to it. */
static void keep_topics_of_text(struct summary *s, struct journal *j,
				struct arena *mem)
{
	AUTO(mentions) found = MENTIONS_INIT;
	const char **kept = arena_alloc(mem, (s->entry.ntopics + 1) *
						     sizeof(*kept));
	size_t count = 0;

	topic_scan(journal_topics(j), str_of(s->saved->text), &found);
	for (size_t i = 0; i < s->entry.ntopics; i++)
		for (size_t k = 0; k < found.count; k++)
			if (!strcmp(found.items[k].topic->id,
				    s->entry.topics[i])) {
				kept[count++] = s->entry.topics[i];
				break;
			}
	s->entry.topics = kept;
	s->entry.ntopics = count;
}

static int look_up(struct summary *s, struct journal *j, struct arena *mem,
		   struct error *err)
{
	struct studied_day *days;
	struct index *ix;
	size_t count;

	if (journal_index(j, &ix, err) ||
	    index_entry(ix, s->saved->id, mem, &s->entry, err))
		return -1;
	if (s->saved->added)
		keep_topics_of_text(s, j, mem);
	return journal_streak(j, mem, &s->streak, &days, &count, err);
}

static const char *what_happened(const struct log_saved *saved)
{
	if (!saved->changed)
		return "Nothing new for";
	return saved->added ? "Added to" : "Logged";
}

static void add_number(struct strbuf *out, const struct entry *e)
{
	if (e->round)
		strbuf_addf(out, ", round %d", e->round);
	if (e->nnumbers)
		strbuf_addf(out, ", day %d", entry_number(e));
	if (e->minutes) {
		strbuf_addstr(out, ", ");
		duration_add(out, e->minutes);
	}
}

static void add_names(struct strbuf *out, const struct context *ctx,
		      const char *label, const char *const *names,
		      size_t count)
{
	if (!count)
		return;
	strbuf_addf(out, "%s: ", label);
	for (size_t i = 0; i < count; i++) {
		strbuf_addstr(out, i ? ", " : "");
		style_add(out, ctx, STYLE_NONE, str_of(names[i]));
	}
	strbuf_addch(out, '\n');
}

static void add_days(struct strbuf *out, int days)
{
	strbuf_addf(out, "%d day%s", days, days == 1 ? "" : "s");
}

static void add_inferred(struct strbuf *out, const struct log_saved *saved)
{
	if (!saved->inferred)
		return;
	strbuf_addstr(out, "Time: ");
	duration_add(out, saved->inferred);
	strbuf_addstr(out, " inferred from the text; -m sets another\n");
}

static const char *streak_remark(const struct streak *s)
{
	switch (s->status) {
	case STREAK_PENDING:
		return ", today is still open";
	case STREAK_LAST_CHANCE:
		return ", which ends unless you study today";
	case STREAK_BROKEN:
	case STREAK_NONE:
	case STREAK_DONE:
	case STREAK_REST:
		break;
	}
	return "";
}

static void add_streak(struct strbuf *out, const struct streak *s)
{
	strbuf_addstr(out, "Streak: ");
	add_days(out, s->streak);
	if (s->longest_streak.days > s->streak) {
		strbuf_addstr(out, " (longest: ");
		add_days(out, s->longest_streak.days);
		strbuf_addch(out, ')');
	}
	strbuf_addf(out, "%s\n", streak_remark(s));
}

static int show_text(const struct context *ctx, const struct summary *s,
		     struct error *err)
{
	const struct entry *e = &s->entry.entry;
	AUTO(strbuf) out = STRBUF_INIT;

	strbuf_addf(&out, "%s ", what_happened(s->saved));
	style_add(&out, ctx, STYLE_BOLD, str_of(s->saved->id));
	strbuf_addf(&out, ": %s", date_words_long(entry_day(e)).s);
	add_number(&out, e);
	strbuf_addch(&out, '\n');
	add_inferred(&out, s->saved);
	add_names(&out, ctx, "Tags", (const char *const *)e->tags, e->ntags);
	add_names(&out, ctx, "Topics", s->entry.topics, s->entry.ntopics);
	add_streak(&out, &s->streak);
	return report_output(&out, err);
}

static struct json *names_json(const char *const *names, size_t count)
{
	struct json *array = json_new_array();

	for (size_t i = 0; i < count; i++)
		json_append_string(array, names[i]);
	return array;
}

static int show_json(const struct summary *s, struct error *err)
{
	const struct entry *e = &s->entry.entry;
	struct json *v = json_new_object();
	int rc;

	json_set_string(v, "id", s->saved->id);
	json_set_string(v, "path", s->saved->path);
	json_set_bool(v, "added", s->saved->added);
	json_set_bool(v, "changed", s->saved->changed);
	json_set_day(v, "date", entry_day(e));
	if (e->nnumbers)
		json_set_int(v, "day", entry_number(e));
	else
		json_set_null(v, "day");
	if (e->round)
		json_set_int(v, "round", e->round);
	else
		json_set_null(v, "round");
	if (e->minutes)
		json_set_int(v, "minutes", e->minutes);
	else
		json_set_null(v, "minutes");
	if (s->saved->inferred)
		json_set_int(v, "inferred", s->saved->inferred);
	json_set(v, "tags", names_json((const char *const *)e->tags, e->ntags));
	json_set(v, "topics", names_json(s->entry.topics, s->entry.ntopics));
	json_set_int(v, "streak", s->streak.streak);
	json_set_int(v, "run", s->streak.run);
	json_set_string(v, "status", streak_status_name(s->streak.status));
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

int log_show(const struct context *ctx, const struct log_saved *saved,
	     bool json, struct error *err)
{
	struct summary s = { .saved = saved };
	AUTO(arena) mem = ARENA_INIT;

	/* The warning has said it all. */
	if (journal_is_behind(ctx->journal))
		return 0;
	if (look_up(&s, ctx->journal, &mem, err) ||
	    (json ? show_json(&s, err) : show_text(ctx, &s, err)))
		return error_context(err, "'%s' is saved, but this went wrong "
				     "afterwards",
				     saved->id);
	return 0;
}
