/* SPDX-License-Identifier: MIT */
/* The exam, its day and the first day of study, as a plan says them. */
#include "core/model/plan_facts.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/model/plan_edit.h"
#include "core/model/plan_lines.h"
#include "core/text/unicode.h"

#define LINES_READ 60
#define LABEL_BYTES 40
#define MARKS "*_`#>|-+ \t"

enum fact { FACT_NONE, FACT_EXAM, FACT_DATE, FACT_START };

/* Folded. */
static const struct {
	const char *label;
	enum fact fact;
} labels[] = {
	{ "exam", FACT_EXAM },		{ "certification", FACT_EXAM },
	{ "certificate", FACT_EXAM },	{ "prufung", FACT_EXAM },
	{ "zertifizierung", FACT_EXAM }, { "examen", FACT_EXAM },
	{ "exame", FACT_EXAM },		{ "esame", FACT_EXAM },
	{ "exam date", FACT_DATE },	{ "date", FACT_DATE },
	{ "date of the exam", FACT_DATE }, { "date of exam", FACT_DATE },
	{ "exam day", FACT_DATE },	{ "test date", FACT_DATE },
	{ "target date", FACT_DATE },	{ "target exam date", FACT_DATE },
	{ "prufungsdatum", FACT_DATE },	{ "prufungstermin", FACT_DATE },
	{ "termin", FACT_DATE },	{ "datum", FACT_DATE },
	{ "fecha", FACT_DATE },		{ "fecha del examen", FACT_DATE },
	{ "date de l'examen", FACT_DATE }, { "data", FACT_DATE },
	{ "data do exame", FACT_DATE },	{ "data dell'esame", FACT_DATE },
	{ "start", FACT_START },	{ "start date", FACT_START },
	{ "started", FACT_START },	{ "study start", FACT_START },
	{ "begin", FACT_START },	{ "beginn", FACT_START },
	{ "startdatum", FACT_START },	{ "lernbeginn", FACT_START },
	{ "debut", FACT_START },	{ "inicio", FACT_START },
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

static struct str trim_marks(struct str s)
{
	s = plan_skip(s, MARKS);
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

static void read_line(struct plan_facts *out, const struct plan_line *line)
{
	size_t colon = str_find(line->text, ':');
	struct str value = str_from(line->text, colon + 1);

	if (colon >= line->text.len || colon > LABEL_BYTES)
		return;
	switch (fact_of(trim_marks(str_upto(line->text, colon)))) {
	case FACT_EXAM: keep(&out->exam, value, line->number); break;
	case FACT_DATE: keep(&out->date, value, line->number); break;
	case FACT_START: keep(&out->start, value, line->number); break;
	case FACT_NONE: break;
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
