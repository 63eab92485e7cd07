/* SPDX-License-Identifier: MIT */
/* Whether a text is a log of days, or rather a plan for them, or neither. */
#include "importers/100days_kinds.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/base/path.h"
#include "core/model/plan_section.h"
#include "core/model/plan_span.h"
#include "core/model/plan_status.h"
#include "core/model/section.h"
#include "core/model/wording.h"
#include "importers/100days_named.h"
#include "importers/table.h"

#define SCORE_BYTES ((size_t)256 << 10)	/* enough to know a log by */
#define LINES_TOLD 40			/* of a day that say what was done */

/* Behind the marks of a heading, an item, a quotation and of emphasis. */
static struct str without_marks(struct str line)
{
	while (line.len && strchr("#*_-+> \t", *line.s))
		line = str_from(line, 1);
	return line;
}

/* Is one of these lines, behind its marks and "Day 3:", about what was done? */
static bool tells_deeds(struct str front)
{
	struct plan_span span;
	struct str line, word;

	while ((line = daylog_line_take(&front)).s) {
		line = without_marks(line);
		if (plan_span_read(&span, line))
			line = span.rest;
		word = wording_next(&line);
		if (wording_is(word, WORDING_SELF) ||
		    wording_is(word, WORDING_WHEN) || wording_is_deed(word))
			return true;
	}
	return false;
}

/* "Dockerized", "Enabled": a verb in the past, as far as one can tell. */
static bool is_past(struct str word)
{
	static const char *const others[] = {
		"advanced",   "applied",   "automated",	  "balanced",
		"based",      "combined",  "connected",	  "dedicated",
		"detailed",   "directed",  "distributed", "embedded",
		"estimated",  "expected",  "extended",	  "generated",
		"guided",     "hosted",	   "indeed",	  "inherited",
		"integrated", "limited",   "linked",	  "managed",
		"mixed",      "need",	   "nested",	  "planned",
		"predefined", "recommended", "related",	  "required",
		"shared",     "sorted",	   "speed",	  "suggested",
		"supervised", "typed",	   "undirected",  "unsupervised",
		"weighted",   "focused",   "targeted",	  "allocated",
	};
	char folded[24];
	size_t n = word.len < sizeof(folded) ? word.len : 0;

	for (size_t i = 0; i < n; i++)
		folded[i] = (char)tolower((unsigned char)word.s[i]);
	return n > 4 && folded[n - 2] == 'e' && folded[n - 1] == 'd' &&
	       !str_is_among((struct str){ folded, n }, others,
			     ARRAY_SIZE(others));
}

/* "I", "ich": whoever says so tells of a day; "we" may as well be a course. */
static bool is_myself(struct str word)
{
	static const char *const words[] = {
		"i", "i'm", "i've", "ich", "je", "j'ai", "yo", "eu", "io",
	};

	return wording_is_among(word, words, ARRAY_SIZE(words));
}

/* What the lines under a header are about: deeds, orders, sections. */
struct telling {
	unsigned deeds, orders, sections;
	bool labelled;		/* what stands behind labels tells as well */
};

/* "**Block 1 (50 min):** Read the guide": what stands behind the label. */
static struct str behind_label(struct str line)
{
	size_t end = str_find_str(line, STR(":**"));

	if (!str_starts(line, "**") || end == line.len)
		return line;
	return str_from(line, end + 3);
}

static void line_tell(struct telling *telling, struct str line)
{
	enum section section;
	struct str word, rest;

	line = str_trim_left(line);
	if (section_label(line, &section, &rest))
		telling->sections++;
	else if (telling->labelled)
		line = behind_label(line);
	while (line.len && (isdigit((unsigned char)*line.s) ||
			    strchr("#*_-+>|[].) \t", *line.s)))
		line = str_from(line, 1);
	word = wording_next(&line);
	if (is_myself(word) || is_past(word) || wording_is_deed(word))
		telling->deeds++;
	else if (wording_is(word, WORDING_ORDER))
		telling->orders++;
}

static void text_tell(struct telling *telling, struct str body)
{
	struct str line;

	for (int n = 0; n < LINES_TOLD && (line = daylog_line_take(&body)).s; n++)
		line_tell(telling, line);
}

/* What the text of a day tells of: +1 what was done, -1 what to do, 0 neither.
 */
static int told_of(struct str body)
{
	struct telling telling = { 0 };

	text_tell(&telling, body);
	if (telling.deeds && telling.deeds >= telling.orders)
		return 1;
	return telling.orders ? -1 : 0;
}

/* "Attendees: …": what has dates are meetings, and no days of study. */
static bool is_of_meetings(struct str front)
{
	static const char *const words[] = {
		"attendees", "participants", "present", "agenda",
		"teilnehmer", "tagesordnung", "asistentes", "participantes",
	};
	struct str line, word;

	while ((line = daylog_line_take(&front)).s) {
		line = without_marks(line);
		word = wording_next(&line);
		/* "Agenda", "Attendees: …", "**Present**: …" */
		if (wording_is_among(word, words, ARRAY_SIZE(words)) &&
		    (!str_trim(line).len ||
		     memchr(word.s, ':', (size_t)(line.s - word.s))))
			return true;
	}
	return false;
}

/* "# 100 days of code plan": the days to come of a challenge. */
static bool plans_challenge(struct str front)
{
	AUTO(strbuf) title = STRBUF_INIT;
	struct str rest, word;
	bool plan = false;

	daylog_title_add(&title, front);
	rest = strbuf_slice(&title);
	while ((word = str_next_field(&rest, ' ')).s) {
		if (daylog_is_word_for_log(word))
			return false;
		plan |= str_is(word, "plan") || str_is(word, "schedule") ||
			str_is(word, "roadmap");
	}
	return plan && !tells_deeds(front);
}

/* What the front of a file has, as far as it tells a log from a plan. */
struct signs {
	int labelled, dated, rounds, bare;	/* rounds: or "5/100" */
	int told, ordered;	/* days of what was done, of what to do */
	int weekdays, weekdays_told;	/* "Monday", below a week */
};

/* All from behind header `i` to the next that is a day. */
static struct str text_of(const struct daylog *log, size_t i)
{
	size_t k = i + 1;

	while (k < log->count && !log->headers[k].taken)
		k++;
	return text_between(log, i, k);
}

/* "✅ Day 3: queues" was, "⬜ Day 4: trees" is to come. */
static int told_by_mark(struct str title)
{
	bool symbol;
	enum plan_status status = plan_status_of_front(title, &symbol);

	return (status == PLAN_STATUS_DONE) - (status == PLAN_STATUS_OPEN);
}

static struct str title_of(const struct daylog *log, size_t i)
{
	const struct daylog_line *line = &log->headers[i].line;

	return without_marks((struct str){ log->input.s + line->start,
					   line->next - line->start });
}

/* "Day 3: Learned queues" tells by itself where its text does not. */
static int told_by(const struct daylog *log, size_t i)
{
	struct str title = title_of(log, i);
	int telling = told_by_mark(title);
	struct plan_span span;

	if (!telling)
		telling = told_of(text_of(log, i));
	return telling || !plan_span_read(&span, title) ? telling :
							  told_of(span.rest);
}

/* "- Mon: installed Rust": does it tell what was done? */
static bool told_by_weekday(const struct daylog *log, size_t i)
{
	struct str title = title_of(log, i);

	return told_of(str_from(title, str_find(title, ' '))) > 0 ||
	       told_of(text_of(log, i)) > 0;
}

/* "- Mon", or "## Monday" of a week without a year, may as well be to come. */
static bool is_weekday_of_plan(const struct daylog_header *h)
{
	return h->under && h->of_week && !(is_strong(h) && h->dates[0].year);
}

static struct signs signs_of(struct str input)
{
	struct signs signs = { 0 };
	struct error err = ERROR_INIT;
	struct daylog log;

	daylog_init(&log, input);
	if (!daylog_scan(&log, &err))
		daylog_choose(&log);
	for (size_t i = 0; i < log.count; i++) {
		const struct daylog_header *h = &log.headers[i];

		signs.labelled += h->taken && h->labelled;
		signs.dated += h->taken && h->ndates;
		signs.rounds += h->taken && (h->round || h->of_total);
		signs.bare += h->taken && h->labelled && h->bare &&
			      !h->of_week;
		if (h->taken && is_weekday_of_plan(h)) {
			signs.weekdays++;
			signs.weekdays_told += told_by_weekday(&log, i);
		}
		if (h->taken && h->labelled) {
			int telling = told_by(&log, i);

			signs.told += telling > 0 || h->deed;
			signs.ordered += telling < 0;
		}
	}
	daylog_release(&log);
	return signs;
}

void daylog_nature_read(struct daylog_nature *out, struct str input)
{
	struct str front = str_upto(input, SCORE_BYTES);
	AUTO(strbuf) title = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct daylog log;

	daylog_title_add(&title, front);
	*out = (struct daylog_nature){
		.named = daylog_has_word_for_log(strbuf_slice(&title)),
	};
	daylog_init(&log, front);
	if (!daylog_scan(&log, &err))
		daylog_choose(&log);
	for (size_t i = 0; i < log.count; i++) {
		const struct daylog_header *h = &log.headers[i];
		struct telling telling = { .labelled = true };

		if (!h->taken)
			continue;
		text_tell(&telling, text_of(&log, i));
		out->days++;
		out->rows += h->line.form == FORM_ROW;
		out->years += h->ndates && h->dates[0].year;
		out->told += telling.deeds || h->deed ||
			     told_by(&log, i) > 0;
		out->ordered += telling.orders && !telling.deeds;
		out->sections += telling.sections > 0;
	}
	daylog_release(&log);
}

/* Do the days tell what was done, as far as they tell of anything? */
static bool is_told_by_days(const struct signs *signs)
{
	return signs->told >= 2 && signs->told * 3 >= signs->labelled &&
	       signs->told > 2 * signs->ordered;
}

/* "CHANGELOG.md": what has dates are the releases of a program. */
static bool is_of_releases(struct str name)
{
	static const char *const names[] = { "changelog", "changes", "news",
					     "history", "releases" };
	struct str stem = path_stem(name);

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (str_eq_nocase(stem, str_of(names[i])))
			return true;
	return false;
}

/* Dates and no days: several are a log even where headings beneath them are
 * numbered as in notes, "### 27. Two pointers". */
static int score_of_dates(struct str front, struct str name, int dated)
{
	if (!dated)
		return 0;
	if (is_of_meetings(front) || is_of_releases(name))
		return 5;
	return dated >= 3 ? 25 : 15;
}

/*
 * "Day 3: queues" without a date is as well in a plan: an intention, not a
 * day.  Headings of nothing but "Day 3", a round, the name of the challenge, a
 * title that says so or days that tell what was done make it a log.  What is
 * named as a table of values is one, or nothing.
 */
int daylog_score(struct str input, struct str name)
{
	struct str front = str_upto(input, SCORE_BYTES);
	struct signs signs = signs_of(front);

	if (table_is_named(name))
		return 0;
	/* Weeks of a plan have such days as well. */
	if (signs.weekdays * 2 > signs.dated &&
	    signs.weekdays_told * 3 < signs.weekdays && !daylog_names_log(front))
		return 0;
	if (!signs.labelled)
		return score_of_dates(front, name, signs.dated);
	if (!signs.dated && !signs.rounds &&
	    signs.bare * 2 < signs.labelled && !is_told_by_days(&signs) &&
	    !daylog_names_log(front) && !daylog_names_advent(front) &&
	    (!daylog_names_challenge(front) || plans_challenge(front)))
		return 0;
	return 40 + (signs.labelled >= 3 ? 20 : 0) + (signs.dated ? 20 : 0);
}
