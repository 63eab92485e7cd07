/* SPDX-License-Identifier: MIT */
/* What .hecto/config says: keys, the values they take, and their defaults. */
#include "core/model/settings.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/settings_reader.h"

const struct setting_help settings_help[] = {
	{ "journal.title", "Learning log", "what the journal is called" },
	{ "journal.author", NULL, "who writes it; git's user.name if unset" },
	{ "journal.email", NULL, "of commits; git's user.email if unset" },
	{ "journal.rollover", "04:00", "when a new day begins, up to 06:00" },
	{ "journal.goal", "100", "days of a round" },
	{ "journal.minutes", "0", "the least minutes of a studied day" },
	{ "journal.round", NULL, "the round that new entries belong to" },
	{ "journal.week-start", "monday", "monday or sunday" },
	{ "streak.rest", "none", "weekdays of rest: sat,sun" },
	{ "streak.rest-day", NULL, "a single day of rest (repeatable)" },
	{ "streak.grace", "1", "missed days in a row that are bridged" },
	{ "streak.pause", NULL,
	  "days off: 2023-10-07..2023-10-10 ill (repeatable)" },
	{ "streak.pause-max", "14", "days off in a row that keep the streak" },
	{ "exam.NAME.date", NULL, "the day of an exam" },
	{ "exam.NAME.start", NULL, "the first day of study for it" },
	{ "exam.NAME.domain", NULL,
	  "weight in % and name: 26 Security (repeatable)" },
	{ "exam.NAME.topics", NULL,
	  "topics of a domain: Security: iam, kms (repeatable)" },
	{ "exam.NAME.code", NULL, "its code: DVA-C02" },
	{ "exam.NAME.when", NULL, "about when, while it has no date" },
	{ "exam.NAME.pass", NULL, "the mark that passes: 720" },
	{ "exam.NAME.scale", NULL, "the scale of marks: 100-1000" },
	{ "exam.NAME.questions", NULL, "how many are asked" },
	{ "exam.NAME.minutes", NULL, "how long it takes" },
	{ "exam.NAME.cost", NULL, "what it costs" },
	{ "exam.NAME.valid", NULL, "how long it holds: 3 years" },
	{ "exam.NAME.plan", NULL, "the path of its plan" },
	{ "exam.NAME.result", NULL, "how it went: passed 2026-05-25 812" },
	{ "exam.NAME.archived", NULL, "its plan asks for nothing more: true" },
	{ "publish.dir", "public", "the folder of the site" },
	{ "publish.url", NULL, "the address it will have" },
	{ "publish.private", "thoughts",
	  "sections to leave out: thoughts,links" },
	{ "publish.id", NULL,
	  "what feeds are known by: tag:example.org,2026:log" },
	{ "publish.robots", "index", "index, or noindex to ask search engines "
	  "to stay away" },
	{ "publish.images", "link",
	  "images of other sites: link, copy or drop" },
	{ "publish.style", NULL,
	  "a style sheet of your own; .hecto/site/style.css if unset" },
	{ "publish.questions", "yes", "show questions, holes and labs" },
	{ "publish.language", "en", "of the texts: fr, pt-BR" },
	{ "publish.license", NULL, "what others may do with the texts" },
	{ "publish.target", NULL, "the target when none is named" },
	{ "target.NAME.type", NULL, "dir, git, sftp, webdav or s3" },
	{ "target.NAME.dir", NULL, "the folder the site is drawn in" },
	{ "target.NAME.url", NULL, "its address: sftp://me@host/srv/www" },
	{ "target.NAME.remote", NULL, "of git: the remote it is pushed to" },
	{ "target.NAME.branch", NULL, "of git: the branch of the site" },
	{ "target.NAME.path", NULL, "a folder in the branch or the bucket" },
	{ "target.NAME.bucket", NULL, "of s3: the bucket" },
	{ "target.NAME.region", NULL, "of s3: its region" },
	{ "target.NAME.endpoint", NULL, "of s3: the server, if not Amazon's" },
	{ "target.NAME.profile", NULL, "of s3: a profile of its credentials" },
	{ NULL, NULL, NULL },
};

int setting_refuse(struct str value, const char *wanted, struct error *err)
{
	int shown = value.len > 60 ? 60 : (int)value.len;

	return error_set(err, ERROR_INPUT, "'%.*s' is not %s", shown,
			 value.len ? value.s : "", wanted);
}

/* The configuration is a file of the journal, and may be pushed anywhere. */
int setting_refuse_password(struct error *err)
{
	return error_set(err, ERROR_INPUT, "an address with a password in it "
			 "does not belong in the configuration, which others "
			 "may read; leave the password out of it and see "
			 "hecto-publish(1) for where it is looked for");
}

int setting_refuse_key(struct str key, struct error *err)
{
	int shown = key.len > 80 ? 80 : (int)key.len;

	return error_set(err, ERROR_INPUT,
			 "there is no setting '%.*s'; 'hecto config' lists "
			 "those there are", shown, key.s);
}

void *setting_grow(struct arena *mem, void *items, size_t count, size_t size)
{
	void *more;

	if (count & (count - 1))
		return items;
	more = arena_alloc(mem, (count ? 2 * count : 1) * size);
	if (count)
		memcpy(more, items, count * size);
	return more;
}

static int read_pair(struct reader *r, const struct config_pair *pair,
		     struct error *err)
{
	struct str key = str_of(pair->key);
	struct str value = pair->value ? str_trim(str_of(pair->value)) :
					 STR("");

	if (str_starts(key, "exam."))
		return setting_read_exam(r, key, value, err);
	if (str_starts(key, "target."))
		return setting_read_target(r, key, value, err);
	for (size_t i = 0; settings_known[i].key; i++)
		if (str_is(key, settings_known[i].key))
			return settings_known[i].read(r, value, err);
	return setting_refuse_key(key, err);
}

static int by_first(const void *a, const void *b)
{
	const struct pause *x = a, *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

static int by_number(const void *a, const void *b)
{
	const int *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Ascending, and each day in one pause only, as the streak wants them. */
static size_t separate_pauses(struct pause *pauses, size_t count)
{
	size_t kept = 0;

	if (count)
		qsort(pauses, count, sizeof(*pauses), by_first);
	for (size_t i = 0; i < count; i++) {
		struct pause p = pauses[i];

		if (kept && p.first <= pauses[kept - 1].last)
			p.first = pauses[kept - 1].last + 1;
		if (p.first <= p.last)
			pauses[kept++] = p;
	}
	return kept;
}

static void start_reading(struct reader *r, struct settings *out,
			  struct arena *mem)
{
	*out = (struct settings){
		.title = "Learning log",
		.rollover = 4 * 60,
		.goal = 100,
		.week_start = WEEK_FROM_MONDAY,
		.streak = { .grace = 1, .pause_max = 14 },
		.publish_dir = "public",
		.private_sections = { [SECTION_THOUGHTS] = true },
		.publish_questions = true,
		.publish_language = "en",
	};
	*r = (struct reader){ .out = out, .mem = mem };
}

static int finish_reading(struct reader *r, struct error *err)
{
	struct streak_rules *rules = &r->out->streak;

	rules->npauses = separate_pauses(r->pauses, rules->npauses);
	rules->pauses = r->pauses;
	if (rules->nrest_days)
		qsort(r->rest_days, rules->nrest_days, sizeof(*r->rest_days),
		      by_number);
	rules->rest_days = r->rest_days;
	return setting_finish_exams(r, err);
}

int settings_read(struct settings *out, const struct config_pair *pairs,
		  size_t count, struct arena *mem, struct error *err)
{
	struct reader r;
	struct error later = ERROR_INIT;
	int result = 0;

	start_reading(&r, out, mem);
	for (size_t i = 0; i < count; i++) {
		struct error *e = result ? &later : err;

		if (read_pair(&r, &pairs[i], e)) {
			if (str_starts(str_of(pairs[i].key), "publish."))
				out->publish_refused = pairs[i].key;
			error_context(e, "%s", pairs[i].key);
			result = -1;
		}
	}
	if (finish_reading(&r, result ? &later : err))
		result = -1;
	return result;
}

int settings_check(const char *key, const char *value, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	const struct config_pair pair = { key, value };
	struct settings scratch;
	struct reader r;

	start_reading(&r, &scratch, &mem);
	return read_pair(&r, &pair, err);
}

void settings_check_all(const struct config_pair *pairs, size_t count,
			setting_told *tell, void *to)
{
	AUTO(arena) mem = ARENA_INIT;
	struct settings scratch;
	struct reader r;

	start_reading(&r, &scratch, &mem);
	for (size_t i = 0; i < count; i++) {
		struct error err = ERROR_INIT;

		if (read_pair(&r, &pairs[i], &err))
			tell(to, &pairs[i], err.text);
	}
}
