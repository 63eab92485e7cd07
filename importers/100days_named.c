/* SPDX-License-Identifier: MIT */
/* What a text is called: a log, a plan, a challenge of so many days. */
#include "importers/100days_named.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/text/unicode.h"

#define TITLE_BYTES 300			/* of the first heading */
#define CHALLENGE_BYTES 60	/* of its name */

/* The next line, without its end, which may be a bare CR; NULL: none. */
struct str daylog_line_take(struct str *rest)
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
bool daylog_names_challenge(struct str s)
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
bool daylog_is_word_for_log(struct str word)
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
void daylog_title_add(struct strbuf *out, struct str front)
{
	struct str line;

	while ((line = daylog_line_take(&front)).s) {
		line = str_trim_left(line);
		if (line.len && line.s[0] == '#') {
			unicode_add_folded(out, str_upto(line, TITLE_BYTES));
			return;
		}
	}
}

/* "# Daily Progress Log", "# Projekt-Log", "# 学習日記" */
bool daylog_has_word_for_log(struct str title)
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
		found = daylog_is_word_for_log(word);
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

	daylog_title_add(&title, front);
	return !has_word_for_plan(strbuf_slice(&title)) &&
	       daylog_has_word_for_log(strbuf_slice(&title));
}

/* "# Advent of Code 2024": a day of December each, by its name. */
bool daylog_names_advent(struct str front)
{
	AUTO(strbuf) title = STRBUF_INIT;
	struct str text;

	daylog_title_add(&title, front);
	text = strbuf_slice(&title);
	return !has_word_for_plan(text) &&
	       (str_find_str(text, STR("advent of code")) < text.len ||
		str_find_str(text, STR("adventofcode")) < text.len);
}
