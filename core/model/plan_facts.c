/* SPDX-License-Identifier: MIT */
/* The exam, its day and the first day of study, as a plan says them. */
#include "core/model/plan_facts.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/date.h"
#include "core/base/strbuf.h"
#include "core/base/utf8.h"
#include "core/model/plan_edit.h"
#include "core/model/plan_lines.h"
#include "core/model/plan_schedule.h"
#include "core/model/plan_table.h"
#include "core/text/unicode.h"

#define LINES_READ 60
#define LABEL_BYTES 40
#define YEAR_LEAST 2000
#define PERIOD_LINES 20		/* at the front, of which one may be that */
#define PERIOD_LEAST 13		/* days from its first to its last */
#define MARKS "*_`#>|-+ \t"

enum fact {
	FACT_NONE, FACT_EXAM, FACT_EXAM_DATE, FACT_DATE, FACT_START,
	FACT_PERIOD,		/* which begins with the first day of study */
};

/* Folded. */
static const struct {
	const char *label;
	enum fact fact;
} labels[] = {
	{ "exam", FACT_EXAM },
	{ "certification", FACT_EXAM },
	{ "certificate", FACT_EXAM },
	{ "prufung", FACT_EXAM },
	{ "zertifizierung", FACT_EXAM },
	{ "examen", FACT_EXAM },
	{ "exame", FACT_EXAM },
	{ "esame", FACT_EXAM },
	{ "exam code", FACT_EXAM },
	{ "certification exam", FACT_EXAM },
	{ "exam date", FACT_EXAM_DATE },
	{ "date of the exam", FACT_EXAM_DATE },
	{ "date of exam", FACT_EXAM_DATE },
	{ "exam day", FACT_EXAM_DATE },
	{ "test date", FACT_EXAM_DATE },
	{ "target exam date", FACT_EXAM_DATE },
	{ "prufungsdatum", FACT_EXAM_DATE },
	{ "prufungstermin", FACT_EXAM_DATE },
	{ "fecha del examen", FACT_EXAM_DATE },
	{ "date de l'examen", FACT_EXAM_DATE },
	{ "data do exame", FACT_EXAM_DATE },
	{ "data dell'esame", FACT_EXAM_DATE },
	{ "planned exam date", FACT_EXAM_DATE },
	{ "scheduled exam date", FACT_EXAM_DATE },
	{ "exam scheduled", FACT_EXAM_DATE },
	{ "exam booked", FACT_EXAM_DATE },
	{ "exam on", FACT_EXAM_DATE },
	{ "fecha de examen", FACT_EXAM_DATE },
	{ "fecha examen", FACT_EXAM_DATE },
	{ "data da prova", FACT_EXAM_DATE },
	{ "data exame", FACT_EXAM_DATE },
	{ "data esame", FACT_EXAM_DATE },
	{ "date d'examen", FACT_EXAM_DATE },
	{ "date examen", FACT_EXAM_DATE },
	{ "examendatum", FACT_EXAM_DATE },
	{ "tentamensdatum", FACT_EXAM_DATE },
	{ "data egzaminu", FACT_EXAM_DATE },
	{ "sinav tarihi", FACT_EXAM_DATE },
	{ "tanggal ujian", FACT_EXAM_DATE },
	{ "ngay thi", FACT_EXAM_DATE },
	{ "дата экзамена", FACT_EXAM_DATE },
	{ "дата іспиту", FACT_EXAM_DATE },
	{ "考试日期", FACT_EXAM_DATE },
	{ "考试时间", FACT_EXAM_DATE },
	{ "試験日", FACT_EXAM_DATE },
	{ "受験日", FACT_EXAM_DATE },
	{ "시험일", FACT_EXAM_DATE },
	{ "시험 날짜", FACT_EXAM_DATE },
	{ "تاريخ الامتحان", FACT_EXAM_DATE },
	{ "exam target", FACT_EXAM_DATE },
	{ "target exam", FACT_EXAM_DATE },
	{ "exam booked for", FACT_EXAM_DATE },
	{ "exam scheduled for", FACT_EXAM_DATE },
	{ "date", FACT_DATE },
	{ "target date", FACT_DATE },
	{ "termin", FACT_DATE },
	{ "datum", FACT_DATE },
	{ "fecha", FACT_DATE },
	{ "data", FACT_DATE },
	{ "start", FACT_START },
	{ "start date", FACT_START },
	{ "started", FACT_START },
	{ "study period", FACT_PERIOD },
	{ "study window", FACT_PERIOD },
	{ "period", FACT_PERIOD },
	{ "timeline", FACT_PERIOD },
	{ "time frame", FACT_PERIOD },
	{ "timeframe", FACT_PERIOD },
	{ "dates", FACT_PERIOD },
	{ "zeitraum", FACT_PERIOD },
	{ "periode", FACT_PERIOD },
	{ "periodo", FACT_PERIOD },
	{ "fecha de inicio", FACT_START },
	{ "data de inicio", FACT_START },
	{ "data di inizio", FACT_START },
	{ "date de debut", FACT_START },
	{ "startdate", FACT_START },
	{ "baslangic", FACT_START },
	{ "дата начала", FACT_START },
	{ "начало", FACT_START },
	{ "开始日期", FACT_START },
	{ "开始时间", FACT_START },
	{ "開始日", FACT_START },
	{ "시작일", FACT_START },
	{ "started on", FACT_START },
	{ "study start date", FACT_START },
	{ "plan start", FACT_START },
	{ "study start", FACT_START },
	{ "begin", FACT_START },
	{ "beginn", FACT_START },
	{ "startdatum", FACT_START },
	{ "lernbeginn", FACT_START },
	{ "debut", FACT_START },
	{ "inicio", FACT_START },
	{ "inizio", FACT_START },
};

static enum fact fact_of(struct str label)
{
	AUTO(strbuf) folded = STRBUF_INIT;

	unicode_add_folded(&folded, label);
	for (size_t i = 0; i < ARRAY_SIZE(labels); i++)
		if (str_is(strbuf_slice(&folded), labels[i].label))
			return labels[i].fact;
	return FACT_NONE;
}

/* Marks of Markdown, and emoji and the like before them. */
static struct str trim_marks(struct str s)
{
	struct str rest;

	s = rest = plan_skip(s, MARKS);
	while (s.len && (unsigned char)*s.s >= 0x80 &&
	       !unicode_is_word(utf8_next(&rest)))
		s = rest = plan_skip(rest, MARKS);
	while (s.len && strchr(MARKS, s.s[s.len - 1]))
		s.len--;
	return s;
}

/* The value without a remark: "20 July 2022 (booked)". */
static void keep(struct plan_fact *fact, struct str value, unsigned line)
{
	value = trim_marks(str_upto(value, str_find(value, '(')));
	if (fact->value.len || !value.len)
		return;
	*fact = (struct plan_fact){ value, line };
}

/* "Label: value", or a row of the two; .s NULL: it is neither. */
static struct str take_label(struct str text, struct str *value)
{
	struct str cell = plan_table_cell(text, 0);
	size_t colon = str_find(text, ':');
	size_t wide = str_find_str(text, STR("："));

	if (str_starts(str_trim_left(text), "|")) {
		*value = plan_table_cell(text, 1);
		cell = trim_marks(cell);
		while (cell.len && cell.s[cell.len - 1] == ':')
			cell = trim_marks(str_upto(cell, cell.len - 1));
		return value->s && !plan_table_cell(text, 2).s ? cell :
								 STR_NONE;
	}
	if (wide < colon) {
		*value = str_from(text, wide + strlen("："));
		return wide > LABEL_BYTES ? STR_NONE :
					    trim_marks(str_upto(text, wide));
	}
	if (colon >= text.len || colon > LABEL_BYTES)
		return STR_NONE;
	*value = str_from(text, colon + 1);
	return trim_marks(str_upto(text, colon));
}

/* "Exam: Friday, 28 August 2026, online": with its year. */
static bool is_date(struct str value)
{
	const struct plan_calendar unknown = { DAY_NONE, 0, 0 };
	struct plan_days days;

	value = trim_marks(value);
	return plan_dates_read(&days, value, &unknown) &&
	       day_to_civil(days.first).year >= YEAR_LEAST;
}

/* "Dec 1, 2025 - Mar 10, 2026", with its year and nothing before it. */
static bool is_period(struct str value)
{
	const struct plan_calendar unknown = { DAY_NONE, 0, 0 };
	struct plan_days days;

	value = trim_marks(value);
	return plan_dates_read(&days, value, &unknown) &&
	       days.last - days.first >= PERIOD_LEAST &&
	       day_to_civil(days.first).year >= YEAR_LEAST;
}

/* "[your date]", "[set a day in 10-12 weeks]" are to be filled in. */
static bool is_form(struct str value)
{
	value = trim_marks(value);
	return str_starts(value, "[") && str_ends(value, "]") &&
	       !is_date(str_upto(str_from(value, 1), value.len - 2));
}

static void read_line(struct plan_facts *out, const struct plan_line *line)
{
	struct str value, label = take_label(line->text, &value);
	enum fact fact = label.s ? fact_of(label) : FACT_NONE;

	switch (fact) {
	case FACT_EXAM:
		if (!is_date(value)) {
			keep(&out->exam, value, line->number);
			break;
		}
		out->exam_day |= !out->date.value.len;
		keep(&out->date, value, line->number);
		break;
	case FACT_EXAM_DATE:
		if (!str_has_digit(value) || is_form(value))
			break;
		out->exam_day |= !out->date.value.len;
		keep(&out->date, value, line->number);
		break;
	case FACT_DATE:
		if (!is_form(value))
			keep(&out->date, value, line->number);
		break;
	case FACT_START:
		/* "Goal date" is what heads the next column. */
		if (str_has_digit(value) && !is_form(value))
			keep(&out->start, value, line->number);
		break;
	case FACT_PERIOD:
		if (is_period(value))
			keep(&out->start, value, line->number);
		break;
	case FACT_NONE:
		if (line->number <= PERIOD_LINES &&
		    !str_starts(str_trim_left(line->text), "|") &&
		    is_period(line->text))
			keep(&out->start, line->text, line->number);
		break;
	}
}

void plan_facts_read(struct plan_facts *out, struct str text)
{
	struct plan_lines lines = { .rest = text };
	struct plan_line line;

	*out = (struct plan_facts){ .days_to_go = -1, .percent = -1 };
	while (plan_line_next(&lines, &line) && line.number <= LINES_READ) {
		bool percent;
		int number;

		if (line.literal)
			continue;
		read_line(out, &line);
		number = plan_countdown_read(line.text, &percent);
		if (number < 0)
			continue;
		if (percent && out->percent < 0)
			out->percent = number;
		if (!percent && out->days_to_go < 0) {
			out->days_to_go = number;
			out->countdown = line.number;
		}
	}
}
