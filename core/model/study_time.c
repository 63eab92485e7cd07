/* SPDX-License-Identifier: MIT */
/* How long somebody studied, as the entry itself says. */
#include "core/model/study_time.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/base/limits.h"
#include "core/base/strbuf.h"
#include "core/base/utf8.h"
#include "core/text/unicode.h"

#define LINE_MAX_SAID 160	/* bytes of a line that can say a time */
#define LABEL_MAX 48		/* bytes of its label */

/* What a label tells of a number without a unit behind it. */
enum measure {
	MEASURE_NONE,
	MEASURE_CLOCK,		/* "Time": 10:30 can be an hour of the day */
	MEASURE_SPAN,		/* "Time spent": 1:30 is a span */
	MEASURE_HOURS,
	MEASURE_MINUTES,
};

/* Both tables are as unicode_add_folded() leaves them. */
static const struct said_word {
	const char *word;
	enum measure measure;
} labels[] = {
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
};

static const struct said_word units[] = {
	{ "h", MEASURE_HOURS },	       { "hr", MEASURE_HOURS },
	{ "hrs", MEASURE_HOURS },      { "hour", MEASURE_HOURS },
	{ "hours", MEASURE_HOURS },    { "std", MEASURE_HOURS },
	{ "stunde", MEASURE_HOURS },   { "stunden", MEASURE_HOURS },
	{ "hora", MEASURE_HOURS },     { "horas", MEASURE_HOURS },
	{ "heure", MEASURE_HOURS },    { "heures", MEASURE_HOURS },
	{ "ora", MEASURE_HOURS },      { "ore", MEASURE_HOURS },
	{ "uur", MEASURE_HOURS },      { "uren", MEASURE_HOURS },
	{ "time", MEASURE_HOURS },     { "timer", MEASURE_HOURS },
	{ "timme", MEASURE_HOURS },    { "timmar", MEASURE_HOURS },
	{ "godz", MEASURE_HOURS },     { "godzina", MEASURE_HOURS },
	{ "godziny", MEASURE_HOURS },  { "godzin", MEASURE_HOURS },
	{ "saat", MEASURE_HOURS },     { "jam", MEASURE_HOURS },
	{ "gio", MEASURE_HOURS },      { "ч", MEASURE_HOURS },
	{ "час", MEASURE_HOURS },      { "часа", MEASURE_HOURS },
	{ "часов", MEASURE_HOURS },    { "год", MEASURE_HOURS },
	{ "година", MEASURE_HOURS },   { "години", MEASURE_HOURS },
	{ "годин", MEASURE_HOURS },    { "時間", MEASURE_HOURS },
	{ "小时", MEASURE_HOURS },     { "小時", MEASURE_HOURS },
	{ "시간", MEASURE_HOURS },     { "m", MEASURE_MINUTES },
	{ "min", MEASURE_MINUTES },    { "mins", MEASURE_MINUTES },
	{ "minute", MEASURE_MINUTES }, { "minutes", MEASURE_MINUTES },
	{ "minuten", MEASURE_MINUTES },{ "minuto", MEASURE_MINUTES },
	{ "minutos", MEASURE_MINUTES },{ "minuti", MEASURE_MINUTES },
	{ "minuter", MEASURE_MINUTES },{ "minutter", MEASURE_MINUTES },
	{ "minut", MEASURE_MINUTES },  { "minuty", MEASURE_MINUTES },
	{ "dakika", MEASURE_MINUTES }, { "dk", MEASURE_MINUTES },
	{ "menit", MEASURE_MINUTES },  { "phut", MEASURE_MINUTES },
	{ "мин", MEASURE_MINUTES },    { "минута", MEASURE_MINUTES },
	{ "минуты", MEASURE_MINUTES }, { "минут", MEASURE_MINUTES },
	{ "хв", MEASURE_MINUTES },     { "хвилин", MEASURE_MINUTES },
	{ "分", MEASURE_MINUTES },     { "分钟", MEASURE_MINUTES },
	{ "分鐘", MEASURE_MINUTES },   { "분", MEASURE_MINUTES },
};

static enum measure measure_of(const struct said_word *table, size_t count,
			       struct str word)
{
	for (size_t i = 0; i < count; i++)
		if (str_is(word, table[i].word))
			return table[i].measure;
	return MEASURE_NONE;
}

/* --- a span of time ------------------------------------------------------ */

/* "1.5", "2,25" in hundredths; false: no number, or too large. */
static bool number_read(struct str *s, long *hundredths)
{
	long value = 0;
	size_t digits = 0;

	while (digits < s->len && digits < 5 &&
	       isdigit((unsigned char)s->s[digits]))
		value = value * 10 + (s->s[digits++] - '0');
	if (!digits || digits > 4)
		return false;
	*s = str_from(*s, digits);
	*hundredths = value * 100;
	if (s->len > 1 && strchr(".,", s->s[0]) &&
	    isdigit((unsigned char)s->s[1])) {
		*s = str_from(*s, 1);
		for (long part = 10; s->len && isdigit((unsigned char)s->s[0]);
		     part /= 10) {
			*hundredths += part * (s->s[0] - '0');
			*s = str_from(*s, 1);
		}
	}
	return true;
}

static bool is_letter(unsigned char c)
{
	return isalpha(c) || c >= 0x80;
}

/* The unit at the front of `s`, or MEASURE_NONE and nothing is taken. */
static enum measure unit_read(struct str *s)
{
	struct str rest = str_trim_left(*s);
	size_t n = 0;
	enum measure unit;

	while (n < rest.len && is_letter((unsigned char)rest.s[n]))
		n++;
	unit = measure_of(units, ARRAY_SIZE(units), str_upto(rest, n));
	if (!unit)
		return MEASURE_NONE;
	rest = str_from(rest, n);
	if (rest.len && rest.s[0] == '.')
		rest = str_from(rest, 1);
	*s = rest;
	return unit;
}

/* "1:30"; the minutes behind the hours. */
static bool clock_read(struct str *s, long *hundredths)
{
	long minutes;
	struct str rest = *s;

	if (rest.len < 3 || rest.s[0] != ':')
		return false;
	rest = str_from(rest, 1);
	if (!isdigit((unsigned char)rest.s[0]) ||
	    !isdigit((unsigned char)rest.s[1]) ||
	    (rest.len > 2 && isdigit((unsigned char)rest.s[2])))
		return false;
	minutes = (rest.s[0] - '0') * 10L + (rest.s[1] - '0');
	*hundredths = *hundredths * 60 + minutes * 100;
	*s = str_from(rest, 2);
	return minutes < 60;
}

/* Behind hours: "30 min", "and 30 minutes", "30". */
static bool minutes_behind(struct str *s, long *hundredths)
{
	struct str rest = str_trim_left(*s);
	long minutes;

	if (str_starts(rest, "and ") || str_starts(rest, "und "))
		rest = str_trim_left(str_from(rest, 4));
	if (!number_read(&rest, &minutes))
		return true;
	if (unit_read(&rest) != MEASURE_MINUTES && str_trim(rest).len)
		return false;
	*hundredths += minutes;
	*s = rest;
	return minutes < 6000;
}

/* Nothing that could change what was read: no number, no "to", no "+". */
static bool ends_here(struct str s)
{
	s = str_trim_left(s);
	for (size_t i = 0; i < s.len; i++)
		if (isdigit((unsigned char)s.s[i]))
			return false;
	return !s.len || !strchr("-+~/:%", s.s[0]);
}

/* Minutes at the front of a folded text, with nothing that contradicts. */
static int span_read(struct str s, enum measure measure)
{
	long hundredths;
	bool clock;
	enum measure unit;

	while (s.len && strchr("~ (", s.s[0]))
		s = str_from(s, 1);
	if (!number_read(&s, &hundredths))
		return 0;
	clock = clock_read(&s, &hundredths);
	unit = unit_read(&s);
	if (clock && !unit && measure == MEASURE_CLOCK)
		return 0;
	if (!clock) {
		if (!unit && s.len && is_letter((unsigned char)
						str_trim_left(s).s[0]))
			return 0;
		if (!unit)
			unit = measure;
		if (unit == MEASURE_HOURS)
			hundredths *= 60;
		else if (unit != MEASURE_MINUTES)
			return 0;
		if (unit == MEASURE_HOURS && !minutes_behind(&s, &hundredths))
			return 0;
	}
	if (!ends_here(s) || hundredths > LIMIT_MINUTES * 100L)
		return 0;
	return (int)((hundredths + 50) / 100);
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
};

static void say(struct said *said, int minutes)
{
	if (!minutes)
		return;
	said->twice |= said->minutes && said->minutes != minutes;
	said->minutes = minutes;
}

static void line_say(struct said *said, struct str line)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	enum measure pending = said->pending, label;
	bool first = said->first;
	struct str s, rest;
	size_t colon;

	said->pending = MEASURE_NONE;
	said->first = false;
	if (line.len > LINE_MAX_SAID)
		return;
	line_fold(&folded, line);
	s = strbuf_slice(&folded);
	colon = str_find(s, ':');
	rest = str_trim(str_from(s, colon + 1));
	label = colon <= LABEL_MAX || colon == s.len
			? measure_of(labels, ARRAY_SIZE(labels),
				     str_trim(str_upto(s, colon)))
			: MEASURE_NONE;
	if (label && rest.len)
		say(said, span_read(rest, label));
	else if (label)
		said->pending = label;
	else if (pending || first)
		say(said, span_read(s, pending ? pending : MEASURE_CLOCK));
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
	struct said said = { .first = true };
	bool code = false;

	while (body.s && body.len) {
		struct str line = str_trim(str_next_line(&body));

		if (str_starts(line, "```"))
			code = !code;
		else if (!code && line.len && may_say(&said, line))
			line_say(&said, line);
	}
	return said.twice ? 0 : said.minutes;
}
