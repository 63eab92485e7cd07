/* SPDX-License-Identifier: MIT */
/* How long somebody studied, as the entry itself says. */
#include "core/model/study_time.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/base/utf8.h"
#include "core/model/section_lines.h"
#include "core/model/study_sentence.h"
#include "core/model/study_span.h"
#include "core/text/unicode.h"

#define LINE_MAX_SAID 160	/* bytes of a line that can say a time */
#define LABEL_MAX 48		/* bytes of its label */

/* As unicode_add_folded() leaves them. */
static const struct said_word labels[] = {
	{ "time", MEASURE_CLOCK },
	{ "time spent", MEASURE_SPAN },
	{ "time spent today", MEASURE_SPAN },
	{ "time spent working", MEASURE_SPAN },
	{ "time spent coding", MEASURE_SPAN },
	{ "time coded", MEASURE_SPAN },
	{ "total time", MEASURE_SPAN },
	{ "total time spent", MEASURE_SPAN },
	{ "coding time", MEASURE_SPAN },
	{ "study time", MEASURE_SPAN },
	{ "time studied", MEASURE_SPAN },
	{ "duration", MEASURE_SPAN },
	{ "hours", MEASURE_HOURS },
	{ "hours spent", MEASURE_HOURS },
	{ "hours coded", MEASURE_HOURS },
	{ "hours today", MEASURE_HOURS },
	{ "total hours", MEASURE_HOURS },
	{ "minutes", MEASURE_MINUTES },
	{ "minutes spent", MEASURE_MINUTES },
	{ "zeit", MEASURE_CLOCK },
	{ "dauer", MEASURE_SPAN },
	{ "zeitaufwand", MEASURE_SPAN },
	{ "stunden", MEASURE_HOURS },
	{ "minuten", MEASURE_MINUTES },
	{ "tiempo", MEASURE_CLOCK },
	{ "tiempo dedicado", MEASURE_SPAN },
	{ "duracion", MEASURE_SPAN },
	{ "horas", MEASURE_HOURS },
	{ "minutos", MEASURE_MINUTES },
	{ "tempo", MEASURE_CLOCK },
	{ "tempo dedicado", MEASURE_SPAN },
	{ "tempo de estudo", MEASURE_SPAN },
	{ "tempo gasto", MEASURE_SPAN },
	{ "duracao", MEASURE_SPAN },
	{ "durata", MEASURE_SPAN },
	{ "ore", MEASURE_HOURS },
	{ "minuti", MEASURE_MINUTES },
	{ "temps", MEASURE_CLOCK },
	{ "temps passe", MEASURE_SPAN },
	{ "duree", MEASURE_SPAN },
	{ "heures", MEASURE_HOURS },
	{ "tijd", MEASURE_CLOCK },
	{ "uren", MEASURE_HOURS },
	{ "tid", MEASURE_CLOCK },
	{ "timer", MEASURE_HOURS },
	{ "czas", MEASURE_CLOCK },
	{ "sure", MEASURE_SPAN },
	{ "waktu", MEASURE_CLOCK },
	{ "durasi", MEASURE_SPAN },
	{ "thoi gian", MEASURE_CLOCK },
	{ "время", MEASURE_CLOCK },
	{ "часы", MEASURE_HOURS },
	{ "час", MEASURE_CLOCK },
	{ "години", MEASURE_HOURS },
	{ "時間", MEASURE_CLOCK },
	{ "学習時間", MEASURE_SPAN },
	{ "时间", MEASURE_CLOCK },
	{ "时长", MEASURE_SPAN },
	{ "学习时间", MEASURE_SPAN },
	{ "學習時間", MEASURE_SPAN },
	{ "시간", MEASURE_CLOCK },
	{ "학습 시간", MEASURE_SPAN },
	{ "공부 시간", MEASURE_SPAN },
	{ "total study time", MEASURE_SPAN },
	{ "study time today", MEASURE_SPAN },
	{ "daily study time", MEASURE_SPAN },
	{ "total time today", MEASURE_SPAN },
	{ "total time studied", MEASURE_SPAN },
	{ "time invested", MEASURE_SPAN },
	{ "time taken", MEASURE_SPAN },
	{ "time logged", MEASURE_SPAN },
	{ "study duration", MEASURE_SPAN },
	{ "session duration", MEASURE_SPAN },
	{ "session length", MEASURE_SPAN },
	{ "studied", MEASURE_SPAN },
	{ "studied for", MEASURE_SPAN },
	{ "hours studied", MEASURE_HOURS },
	{ "study hours", MEASURE_HOURS },
	{ "hours worked", MEASURE_HOURS },
	{ "total study hours", MEASURE_HOURS },
	{ "lernzeit", MEASURE_SPAN },
	{ "gelernt", MEASURE_SPAN },
	{ "arbeitszeit", MEASURE_SPAN },
	{ "tiempo total", MEASURE_SPAN },
	{ "tiempo de estudio", MEASURE_SPAN },
	{ "tiempo invertido", MEASURE_SPAN },
	{ "horas de estudio", MEASURE_HOURS },
	{ "horas estudiadas", MEASURE_HOURS },
	{ "horas dedicadas", MEASURE_HOURS },
	{ "tempo total", MEASURE_SPAN },
	{ "horas de estudo", MEASURE_HOURS },
	{ "horas estudadas", MEASURE_HOURS },
	{ "temps total", MEASURE_SPAN },
	{ "temps d'etude", MEASURE_SPAN },
	{ "temps de travail", MEASURE_SPAN },
	{ "temps consacre", MEASURE_SPAN },
	{ "tempo di studio", MEASURE_SPAN },
	{ "studietijd", MEASURE_SPAN },
	{ "toplam sure", MEASURE_SPAN },
	{ "calisma suresi", MEASURE_SPAN },
	{ "harcanan sure", MEASURE_SPAN },
	{ "waktu belajar", MEASURE_SPAN },
	{ "lama belajar", MEASURE_SPAN },
	{ "total waktu", MEASURE_SPAN },
	{ "время занятий", MEASURE_SPAN },
	{ "время обучения", MEASURE_SPAN },
	{ "затрачено времени", MEASURE_SPAN },
	{ "потрачено времени", MEASURE_SPAN },
	{ "затрачено", MEASURE_SPAN },
	{ "потрачено", MEASURE_SPAN },
	{ "витрачено", MEASURE_SPAN },
	{ "витрачено часу", MEASURE_SPAN },
	{ "勉強時間", MEASURE_SPAN },
	{ "作業時間", MEASURE_SPAN },
	{ "所要時間", MEASURE_SPAN },
	{ "今日の学習時間", MEASURE_SPAN },
	{ "用时", MEASURE_SPAN },
	{ "耗时", MEASURE_SPAN },
	{ "学习时长", MEASURE_SPAN },
	{ "今日学习时间", MEASURE_SPAN },
	{ "今日学习时长", MEASURE_SPAN },
	{ "학습시간", MEASURE_SPAN },
	{ "공부시간", MEASURE_SPAN },
	{ "소요 시간", MEASURE_SPAN },
	{ "소요시간", MEASURE_SPAN },
	{ "المدة", MEASURE_SPAN },
	{ "مدة الدراسة", MEASURE_SPAN },
	{ "وقت الدراسة", MEASURE_SPAN },
};

/* Nothing that could change what was read: no number, no "to", no "+". */
static bool ends_here(struct str s)
{
	s = str_trim_left(s);
	for (size_t i = 0; i < s.len; i++)
		if (isdigit((unsigned char)s.s[i]))
			return false;
	return !s.len || !strchr("-+~/:%", s.s[0]);
}

/* In front of a time that was not measured, folded. */
static const char *const abouts[] = {
	"約", "大約", "大约", "약", "about ", "approx. ", "approximately ",
	"around ", "ca. ", "circa ", "etwa ", "ungefahr ", "environ ", "env. ",
	"aprox. ", "cerca de ", "≈",
};

static struct str skip_about(struct str s)
{
	while (s.len && strchr("~ (", s.s[0]))
		s = str_from(s, 1);
	for (size_t i = 0; i < ARRAY_SIZE(abouts); i++)
		if (str_starts(s, abouts[i]))
			return str_trim_left(str_from(s, strlen(abouts[i])));
	return s;
}

/* Minutes at the front of a folded text, with nothing that contradicts. */
static int span_read(struct str s, enum measure measure)
{
	int minutes;

	s = skip_about(s);
	minutes = study_span_take(&s, measure);
	return ends_here(s) ? minutes : 0;
}

/* --- lines --------------------------------------------------------------- */

/* A line without the marks in front and around, folded. */
static void line_fold(struct strbuf *out, struct str line)
{
	AUTO(strbuf) plain = STRBUF_INIT;
	AUTO(strbuf) normal = STRBUF_INIT;

	while (line.len) {
		struct str rest = line;
		uint32_t c = utf8_next(&rest);

		if (c < 0x80 ? isalnum((int)c) != 0
			     : c < 0x2000 || (c >= 0x3040 && c < 0xfe00))
			break;
		line = rest;
	}
	for (size_t i = 0; i < line.len; i++)
		if (!strchr("*_`", line.s[i]))
			strbuf_addch(&plain, line.s[i]);
	unicode_add_normal(&normal, strbuf_slice(&plain));
	unicode_add_folded(out, strbuf_slice(&normal));
}

/* What the body has said so far. */
struct said {
	int minutes;
	bool twice;
	enum measure pending;	/* of a label with nothing behind it */
	bool first;		/* no line with text was seen yet */
	enum section section;
	int told;		/* minutes, in a sentence */
	bool told_twice;
};

static void say(struct said *said, int minutes)
{
	if (!minutes)
		return;
	said->twice |= said->minutes && said->minutes != minutes;
	said->minutes = minutes;
}

/* The first line may be the time alone; else it tells what was done. */
static int first_line_read(struct str s)
{
	struct str rest = skip_about(s);
	int minutes = study_span_take(&rest, MEASURE_CLOCK);

	rest = str_trim(rest);
	if (minutes && (!rest.len || strchr(".(", rest.s[0])))
		return ends_here(rest) ? minutes : 0;
	return study_sentence_minutes(s, true);
}

/* A line, or one of the facts that stand side by side on it. */
static void fact_say(struct said *said, struct str line)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	enum measure pending = said->pending, label;
	bool first = said->first;
	struct str s, rest;
	size_t colon;

	said->pending = MEASURE_NONE;
	said->first = false;
	line_fold(&folded, line);
	s = strbuf_slice(&folded);
	colon = str_find(s, ':');
	rest = str_trim(str_from(s, colon + 1));
	label = colon <= LABEL_MAX || colon == s.len
			? said_word_measure(labels, ARRAY_SIZE(labels),
				     str_trim(str_upto(s, colon)))
			: MEASURE_NONE;
	if (label && rest.len)
		say(said, span_read(rest, label));
	else if (label)
		said->pending = label;
	else if (pending)
		say(said, span_read(s, pending));
	else if (first)
		say(said, first_line_read(s));
}

/* "Time: 1h | Date: 1 May | Status: done", and no row of a table. */
static bool has_facts(struct str line)
{
	if (str_find(line, '|') == line.len || str_starts(line, "|"))
		return false;
	while (line.len) {
		struct str field = str_next_field(&line, '|');

		if (str_find(field, ':') == field.len)
			return false;
	}
	return true;
}

static void line_say(struct said *said, struct str line)
{
	if (line.len > LINE_MAX_SAID) {
		said->pending = MEASURE_NONE;
		said->first = false;
	} else if (has_facts(line)) {
		while (line.len)
			fact_say(said, str_next_field(&line, '|'));
	} else {
		fact_say(said, line);
	}
}

/* Only of what was done that day: what was learned has times of its own. */
static void line_tell(struct said *said, struct str line)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	int minutes;

	if (line.len > LINE_MAX_SAID || line.len < 3)
		return;
	line_fold(&folded, line);
	minutes = study_sentence_minutes(strbuf_slice(&folded),
					 said->section == SECTION_PROGRESS);
	if (!minutes)
		return;
	said->told_twice |= said->told && said->told != minutes;
	said->told = minutes;
}

/* "2 h", "two hours" */
static bool may_tell(struct str line)
{
	if (str_find_str(line, STR("hour")) < line.len ||
	    str_find_str(line, STR("minute")) < line.len)
		return true;
	for (size_t i = 0; i < line.len; i++)
		if (isdigit((unsigned char)line.s[i]))
			return true;
	return false;
}

/* The text of a line, without the label that opens a section. */
static struct str enter_section(struct said *said, struct str line,
				struct str behind)
{
	struct str rest = STR_NONE;
	enum section opened;

	if (!section_opens(line, behind, &opened, &rest))
		return line;
	said->section = opened;
	return rest.s ? rest : STR("");
}

/* Most lines say no time, which can be seen before they are folded. */
static bool may_say(const struct said *said, struct str line)
{
	if (said->pending || said->first)
		return true;
	return line.len <= LABEL_MAX || str_find(line, ':') < LABEL_MAX;
}

int study_time_said(struct str body)
{
	struct said said = { .first = true, .section = SECTION_NONE };
	bool code = false;

	while (body.s && body.len) {
		struct str line = str_trim(str_next_line(&body)), text;

		if (str_starts(line, "```"))
			code = !code;
		if (code || !line.len)
			continue;
		if (may_say(&said, line))
			line_say(&said, line);
		text = enter_section(&said, line, body);
		if (said.section <= SECTION_PROGRESS && may_tell(text))
			line_tell(&said, text);
	}
	if (said.minutes)
		return said.twice ? 0 : said.minutes;
	return said.told_twice ? 0 : said.told;
}
