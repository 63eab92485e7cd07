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
#include "core/text/unicode.h"
#include "importers/table.h"

#define SCORE_BYTES ((size_t)256 << 10)	/* enough to know a log by */
#define TITLE_BYTES 300			/* of the first heading */
#define CHALLENGE_BYTES 60	/* of its name */
#define LINES_TOLD 40			/* of a day that say what was done */

/* The next line, without its end, which may be a bare CR; NULL: none. */
static struct str line_take(struct str *rest)
{
	struct str all = *rest;
	size_t end, next;

	if (!all.len)
		return STR_NONE;
	end = daylog_line_end(all, 0, &next);
	*rest = str_from(all, next);
	return str_upto(all, end);
}

/* "Days" as it stands in the name of a challenge, by its beginning. */
static bool begins_with_days(struct str s)
{
	static const char *const days[] = {
		"day",	"jour",	 "tage", "dí", "dia", "giorn", "dag",
		"dni",	"hari",	 "gün", "дн", "ден", "天", "日", "일",
		"ngày", "ημέρ", "दिन", "يوم",
	};

	for (size_t i = 0; i < ARRAY_SIZE(days); i++)
		if (str_starts_nocase(s, days[i]))
			return true;
	return false;
}

/* "of" behind the days: of other challenges than that of a hundred. */
static bool goes_on_with_of(struct str s)
{
	size_t at = 0;

	while (at < s.len && at < 8 && isalpha((unsigned char)s.s[at]))
		at++;
	/* "DaysOfData" is one word. */
	if (str_starts_nocase(s, "daysof"))
		return true;
	while (at < s.len && strchr(" -_", s.s[at]))
		at++;
	return str_starts_nocase(str_from(s, at), "of ");
}

/* "365-Days-Python-Challenge": a challenge that says so. */
static bool calls_itself_challenge(struct str s)
{
	s = str_upto(s, CHALLENGE_BYTES);
	s = str_upto(s, str_find(s, '\n'));
	while (s.len && !str_starts_nocase(s, "challenge"))
		s = str_from(s, 1);
	return s.len;
}

/* "100 Days", "#100jours", "66DaysOfData": a challenge by its name. */
static bool names_challenge(struct str s)
{
	while (s.len) {
		size_t digits = 0;
		struct str behind;

		while (s.len && !isdigit((unsigned char)s.s[0]))
			s = str_from(s, 1);
		while (digits < s.len && isdigit((unsigned char)s.s[digits]))
			digits++;
		behind = str_from(s, digits);
		while (behind.len && strchr(" -_", behind.s[0]))
			behind = str_from(behind, 1);
		if ((digits == 2 || digits == 3) && begins_with_days(behind) &&
		    (str_starts(s, "100") || goes_on_with_of(behind) ||
		     calls_itself_challenge(behind)))
			return true;
		s = behind;
	}
	return false;
}

/* Words for a log, as they stand in its title. */
static bool is_word_for_log(struct str word)
{
	static const char *const words[] = {
		"log", "logs", "journal", "journals", "diary", "logbook",
		"worklog", "devlog", "diario", "diário", "bitácora",
		"bitacora", "tagebuch", "lerntagebuch", "projekttagebuch",
		"lernjournal", "logbuch", "carnet", "dagboek", "logboek",
		"dagbok", "dagbog", "dziennik", "дневник", "журнал",
		"щоденник", "günlük", "günlüğü", "nhật", "jurnal",
	};

	return str_is_among(word, words, ARRAY_SIZE(words));
}

/* The first heading of a text, folded. */
static void title_add(struct strbuf *out, struct str front)
{
	struct str line;

	while ((line = line_take(&front)).s) {
		line = str_trim_left(line);
		if (line.len && line.s[0] == '#') {
			unicode_add_folded(out, str_upto(line, TITLE_BYTES));
			return;
		}
	}
}

/* "# Daily Progress Log", "# Projekt-Log", "# 学習日記" */
static bool has_word_for_log(struct str title)
{
	static const char *const parts[] = {
		"日志", "日誌", "日記", "日记", "ログ", "일지", "일기", "记录",
		"記錄", "記録", "打卡", "기록" };
	bool found = false;
	struct str word;

	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		found |= str_find_str(title, str_of(parts[i])) < title.len;
	while (!found && (word = str_next_field(&title, ' ')).s) {
		size_t part;

		while (word.len && strchr("#:,-.()[]*_", word.s[word.len - 1]))
			word.len--;
		while ((part = str_find(word, '-')) < word.len)
			word = str_from(word, part + 1);
		found = is_word_for_log(word);
	}
	return found;
}

/* "Checklist diario": "diario" then says how often, and is no diary. */
static bool has_word_for_plan(struct str title)
{
	static const char *const parts[] = { "plan", "checklist", "check-list",
					     "cronograma", "roadmap" };

	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		if (str_find_str(title, str_of(parts[i])) < title.len)
			return true;
	return false;
}

bool daylog_names_log(struct str front)
{
	AUTO(strbuf) title = STRBUF_INIT;

	title_add(&title, front);
	return !has_word_for_plan(strbuf_slice(&title)) &&
	       has_word_for_log(strbuf_slice(&title));
}

/* "# Advent of Code 2024": a day of December each, by its name. */
static bool names_advent(struct str front)
{
	AUTO(strbuf) title = STRBUF_INIT;
	struct str text;

	title_add(&title, front);
	text = strbuf_slice(&title);
	return !has_word_for_plan(text) &&
	       (str_find_str(text, STR("advent of code")) < text.len ||
		str_find_str(text, STR("adventofcode")) < text.len);
}

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

	while ((line = line_take(&front)).s) {
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

	for (int n = 0; n < LINES_TOLD && (line = line_take(&body)).s; n++)
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

	while ((line = line_take(&front)).s) {
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

	title_add(&title, front);
	rest = strbuf_slice(&title);
	while ((word = str_next_field(&rest, ' ')).s) {
		if (is_word_for_log(word))
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

	title_add(&title, front);
	*out = (struct daylog_nature){
		.named = has_word_for_log(strbuf_slice(&title)),
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
	if (!signs.labelled)
		return score_of_dates(front, name, signs.dated);
	if (!signs.dated && !signs.rounds &&
	    signs.bare * 2 < signs.labelled && !is_told_by_days(&signs) &&
	    !daylog_names_log(front) && !names_advent(front) &&
	    (!names_challenge(front) || plans_challenge(front)))
		return 0;
	return 40 + (signs.labelled >= 3 ? 20 : 0) + (signs.dated ? 20 : 0);
}
