/* SPDX-License-Identifier: MIT */
/* Recognising the days, weeks, months and phases of a study plan. */
#include "core/model/plan_span.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/utf8.h"
#include "core/text/unicode.h"

#define SPAN_MAX 999
#define LINE_BYTES 300		/* that are looked at for one at the end */

struct unit_word {
	const char *word;
	int unit;
};

/* Before the number, with a blank between them; the longer ones first. */
static const struct unit_word units[] = {
	{ "days", PLAN_DAYS },	    { "day", PLAN_DAYS },
	{ "weeks", PLAN_WEEKS },    { "week", PLAN_WEEKS },
	{ "months", PLAN_MONTHS },  { "month", PLAN_MONTHS },
	{ "phases", PLAN_PHASES },  { "phase", PLAN_PHASES },
	{ "wochen", PLAN_WEEKS },   { "woche", PLAN_WEEKS },
	{ "tage", PLAN_DAYS },	    { "tag", PLAN_DAYS },
	{ "semaines", PLAN_WEEKS }, { "semaine", PLAN_WEEKS },
	{ "jours", PLAN_DAYS },	    { "jour", PLAN_DAYS },
	{ "etapas", PLAN_PHASES },  { "etapa", PLAN_PHASES },
	{ "fases", PLAN_PHASES },   { "fase", PLAN_PHASES },
	{ "meses", PLAN_MONTHS },   { "mes", PLAN_MONTHS },
	{ "mês", PLAN_MONTHS },
	{ "monate", PLAN_MONTHS },  { "monat", PLAN_MONTHS },
	{ "mois", PLAN_MONTHS },    { "giorni", PLAN_DAYS },
	{ "giorno", PLAN_DAYS },    { "settimane", PLAN_WEEKS },
	{ "settimana", PLAN_WEEKS }, { "weken", PLAN_WEEKS },
	{ "dagen", PLAN_DAYS },	    { "dag", PLAN_DAYS },
	{ "semanas", PLAN_WEEKS },  { "semana", PLAN_WEEKS },
	{ "dias", PLAN_DAYS },	    { "dia", PLAN_DAYS },
	{ "días", PLAN_DAYS },	    { "día", PLAN_DAYS },
	{ "hafta", PLAN_WEEKS },    { "gün", PLAN_DAYS },
	{ "tydzień", PLAN_WEEKS },  { "dzień", PLAN_DAYS },
	{ "tuần", PLAN_WEEKS },	    { "ngày", PLAN_DAYS },
	{ "minggu", PLAN_WEEKS },   { "vecka", PLAN_WEEKS },
	{ "hari", PLAN_DAYS },	    { "bulan", PLAN_MONTHS },
	{ "tahap", PLAN_PHASES },   { "veckor", PLAN_WEEKS },
	{ "viikko", PLAN_WEEKS },   { "týden", PLAN_WEEKS },
	{ "giai đoạn", PLAN_PHASES }, { "tháng", PLAN_MONTHS },
	{ "săptămâna", PLAN_WEEKS }, { "ziua", PLAN_DAYS },
};

/* The same in letters that have no case in ASCII. */
static const struct unit_word other_units[] = {
	{ "недели", PLAN_WEEKS }, { "Недели", PLAN_WEEKS },
	{ "неделя", PLAN_WEEKS }, { "Неделя", PLAN_WEEKS },
	{ "НЕДЕЛЯ", PLAN_WEEKS }, { "тиждень", PLAN_WEEKS },
	{ "Тиждень", PLAN_WEEKS }, { "дни", PLAN_DAYS },
	{ "Дни", PLAN_DAYS },	  { "день", PLAN_DAYS },
	{ "День", PLAN_DAYS },	  { "ДЕНЬ", PLAN_DAYS },
	{ "месяц", PLAN_MONTHS }, { "Месяц", PLAN_MONTHS },
	{ "этап", PLAN_PHASES },  { "Этап", PLAN_PHASES },
	{ "фаза", PLAN_PHASES },  { "Фаза", PLAN_PHASES },
	{ "étapes", PLAN_PHASES }, { "étape", PLAN_PHASES },
	{ "Étapes", PLAN_PHASES }, { "Étape", PLAN_PHASES },
	{ "дні", PLAN_DAYS },	  { "Дні", PLAN_DAYS },
	{ "тижні", PLAN_WEEKS },  { "Тижні", PLAN_WEEKS },
	{ "місяць", PLAN_MONTHS }, { "Місяць", PLAN_MONTHS },
	{ "اليوم", PLAN_DAYS },	  { "يوم", PLAN_DAYS },
	{ "الأسبوع", PLAN_WEEKS }, { "أسبوع", PLAN_WEEKS },
	{ "الشهر", PLAN_MONTHS }, { "المرحلة", PLAN_PHASES },
	{ "εβδομάδα", PLAN_WEEKS }, { "Εβδομάδα", PLAN_WEEKS },
	{ "ημέρα", PLAN_DAYS },	  { "Ημέρα", PLAN_DAYS },
	{ "सप्ताह", PLAN_WEEKS },	  { "दिन", PLAN_DAYS },
};

/* Behind the number: "1-я неделя", "2주차", "3週目"; without these endings a
 * number and a unit are how long something takes. */
static const struct unit_word behind_units[] = {
	{ "-я неделя", PLAN_WEEKS }, { "-й день", PLAN_DAYS },
	{ "-й месяц", PLAN_MONTHS }, { "-й этап", PLAN_PHASES },
	{ "주차", PLAN_WEEKS },	     { "일차", PLAN_DAYS },
	{ "개월차", PLAN_MONTHS },   { "단계", PLAN_PHASES },
	{ "週目", PLAN_WEEKS },	     { "日目", PLAN_DAYS },
	{ "ヶ月目", PLAN_MONTHS },
};

/* Behind "第" and the number. */
static const struct unit_word ordinal_units[] = {
	{ "周", PLAN_WEEKS },	 { "週目", PLAN_WEEKS },
	{ "週", PLAN_WEEKS },	 { "天", PLAN_DAYS },
	{ "日目", PLAN_DAYS },	 { "日", PLAN_DAYS },
	{ "个月", PLAN_MONTHS }, { "個月", PLAN_MONTHS },
	{ "阶段", PLAN_PHASES }, { "階段", PLAN_PHASES },
};

static const struct unit_word *unit_of(struct str s,
				       const struct unit_word *words,
				       size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_starts_nocase(s, words[i].word))
			return &words[i];
	return NULL;
}

static unsigned number_read(struct str *s)
{
	unsigned n = 0;
	size_t i = 0;

	while (i < s->len && s->s[i] >= '0' && s->s[i] <= '9' && n <= SPAN_MAX)
		n = n * 10 + (unsigned)(s->s[i++] - '0');
	*s = str_from(*s, i);
	return i ? n : SPAN_MAX + 1;
}

/* 1 … 10; 0: no such digit, which is taken off otherwise. */
static unsigned take_numeral(struct str *s)
{
	static const char *const numerals[] = {
		"一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
	};

	for (unsigned i = 0; i < ARRAY_SIZE(numerals); i++)
		if (str_starts(*s, numerals[i])) {
			*s = str_from(*s, strlen(numerals[i]));
			return i + 1;
		}
	return 0;
}

/* "3", "三", "十二", "二十三" */
static unsigned ordinal_read(struct str *s)
{
	unsigned n = take_numeral(s), next;

	if (!n)
		return number_read(s);
	for (; (next = take_numeral(s)); n += next)
		if (next == 10)
			n *= 10, next = 0;
	return n <= SPAN_MAX ? n : SPAN_MAX + 1;
}

/* A hyphen, a dash or "to" between two numbers; 0: none. */
static size_t dash_length(struct str s)
{
	static const char *const dashes[] = { "-", "–", "—", "~", "～",
					      "to ", "bis ", "and ", "& ",
					      "至", "到" };

	for (size_t i = 0; i < ARRAY_SIZE(dashes); i++)
		if (str_starts_nocase(s, dashes[i]))
			return strlen(dashes[i]);
	return 0;
}

/* Behind marks of headings, items and emphasis. */
static struct str without_marks(struct str line)
{
	line = str_trim(line);
	while (line.len && strchr("#*_-+>[] \t`(:.,|)", line.s[0]))
		line = str_from(line, 1);
	return line;
}

static bool take_numbers(struct plan_span *out, struct str *s,
			 unsigned (*read)(struct str *s))
{
	struct str behind;
	unsigned last;
	size_t dash;

	out->first = out->last = read(s);
	if (out->first > SPAN_MAX)
		return false;
	behind = str_trim_left(*s);
	dash = dash_length(behind);
	if (!dash)
		return true;
	behind = str_trim_left(str_from(behind, dash));
	last = read(&behind);
	if (last <= SPAN_MAX && last >= out->first) {
		out->last = last;
		*s = behind;
	}
	return true;
}

static void end_span(struct plan_span *out, struct str line, struct str s)
{
	out->label = str_upto(line, (size_t)(s.s - line.s));
	s = without_marks(s);
	while (str_starts(s, "–") || str_starts(s, "—") || str_starts(s, "："))
		s = without_marks(str_from(s, 3));
	out->rest = str_trim(s);
}

/* "Week 3" */
static bool read_before(struct plan_span *out, struct str line,
			const struct unit_word *unit)
{
	struct str behind = str_from(line, unit ? strlen(unit->word) : 0);
	struct str s = str_trim_left(behind);

	/* "Day-3", "Week #2" */
	if (s.len && strchr("-#", *s.s))
		s = str_from(s, 1);
	if (!unit || s.len == behind.len)
		return false;
	if (str_starts(s, "№"))
		s = str_trim_left(str_from(s, strlen("№")));
	out->unit = unit->unit;
	if (!take_numbers(out, &s, number_read))
		return false;
	end_span(out, line, s);
	return true;
}

/* "第 3 周" has words of its own behind it: "第 3 周总结" is its summary. */
static bool ends_word(struct str s)
{
	return !s.len || !unicode_is_word(utf8_next(&s));
}

static bool read_ordinal(struct plan_span *out, struct str line)
{
	struct str s = str_trim_left(str_from(line, strlen("第")));
	const struct unit_word *unit;

	if (!take_numbers(out, &s, ordinal_read))
		return false;
	s = str_trim_left(s);
	unit = unit_of(s, ordinal_units, ARRAY_SIZE(ordinal_units));
	if (!unit || !ends_word(str_from(s, strlen(unit->word))))
		return false;
	out->unit = unit->unit;
	end_span(out, line, str_from(s, strlen(unit->word)));
	return true;
}

static bool read_behind(struct plan_span *out, struct str line)
{
	const struct unit_word *unit;
	struct str s = line;

	if (!take_numbers(out, &s, number_read))
		return false;
	unit = unit_of(s, behind_units, ARRAY_SIZE(behind_units));
	if (!unit || !ends_word(str_from(s, strlen(unit->word))))
		return false;
	out->unit = unit->unit;
	end_span(out, line, str_from(s, strlen(unit->word)));
	return true;
}

static bool read_other(struct plan_span *out, struct str line)
{
	if (line.s[0] >= '0' && line.s[0] <= '9')
		return read_behind(out, line);
	if (!(line.s[0] & 0x80))
		return false;
	if (str_starts(line, "第"))
		return read_ordinal(out, line);
	return read_before(out, line, unit_of(line, other_units,
					      ARRAY_SIZE(other_units)));
}

/* Right at the front. */
static bool read_here(struct plan_span *out, struct str line)
{
	return read_before(out, line, unit_of(line, units, ARRAY_SIZE(units))) ||
	       read_other(out, line);
}

bool plan_span_read(struct plan_span *out, struct str line)
{
	bool words = false;
	struct str s;

	*out = (struct plan_span){ .unit = PLAN_DAYS };
	for (;;) {
		s = line = without_marks(line);
		if (!s.len)
			return false;
		if (!words && read_other(out, s))
			return true;
		/* Emoji may stand before it, and letters before a word. */
		if (!(s.s[0] & 0x80))
			break;
		words |= unicode_is_word(utf8_next(&line)) &&
			 !unicode_is_mark(utf8_next(&s));
	}
	return read_before(out, s, unit_of(s, units, ARRAY_SIZE(units)));
}

/* "… (week 3)", "… - week 3", "… (weeks 1-2, 10 hours)" */
static bool read_at_end(struct plan_span *out, struct str line)
{
	static const char *const openers[] = { " - ", " – ", " — ", " (",
					       ": ", "（" };

	for (size_t at = 1; at < line.len; at++)
		for (size_t i = 0; i < ARRAY_SIZE(openers); i++) {
			struct str s = str_from(line, at), behind;

			if (line.s[at] != *openers[i] ||
			    !str_starts(s, openers[i]))
				continue;
			s = str_trim_left(str_from(s, strlen(openers[i])));
			if (!s.len || !read_here(out, s))
				continue;
			behind = str_from(s, out->label.len);
			if (out->rest.len && !(strchr(openers[i], '(') &&
					       str_starts(behind, ",")))
				continue;
			out->rest = str_trim(without_marks(str_upto(line, at)));
			return out->rest.len > 0;
		}
	return false;
}

bool plan_span_find(struct plan_span *out, struct str line)
{
	struct plan_span behind = { .unit = PLAN_DAYS };

	line = str_trim(line);
	if (plan_span_read(out, line) && out->unit != PLAN_PHASES)
		return true;
	if (line.len <= LINE_BYTES && read_at_end(&behind, line) &&
	    behind.unit != PLAN_PHASES) {
		*out = behind;
		return true;
	}
	return out->label.len > 0;
}
