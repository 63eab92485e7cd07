/* SPDX-License-Identifier: MIT */
/* Writing a calendar: events of whole days, lines folded and escaped. */
#include "exporters/calendar.h"

#include <string.h>

#include "core/base/date.h"
#include "core/base/sha256.h"
#include "core/model/pace.h"

#define LINE_OCTETS 75		/* RFC 5545, 3.1: without the line break */
#define STUDY_DAYS_MOST 400

/* TEXT of RFC 5545, 3.3.11; other control characters have no place in it. */
static void add_text(struct strbuf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.s[i];

		if (c == '\n')
			strbuf_addstr(out, "\\n");
		else if (c && strchr("\\;,", c))
			strbuf_addf(out, "\\%c", c);
		else if (c >= ' ' && c != 0x7f)
			strbuf_addch(out, (char)c);
	}
}

/* A content line, folded without breaking a character. */
static void add_line(struct strbuf *out, struct str line)
{
	size_t room = LINE_OCTETS;

	while (line.len > room) {
		size_t cut = room;

		while (cut > 1 && ((unsigned char)line.s[cut] & 0xc0) == 0x80)
			cut--;
		strbuf_addslice(out, str_upto(line, cut));
		strbuf_addstr(out, "\r\n ");
		line = str_from(line, cut);
		room = LINE_OCTETS - 1;
	}
	strbuf_addslice(out, line);
	strbuf_addstr(out, "\r\n");
}

static void add_property(struct strbuf *out, const char *name, struct str value)
{
	AUTO(strbuf) line = STRBUF_INIT;

	strbuf_addf(&line, "%s:", name);
	add_text(&line, value);
	add_line(out, strbuf_slice(&line));
}

/* DTSTAMP is of when the file was made, in UTC. */
static void add_stamp(struct strbuf *out, const struct calendar *c)
{
	int64_t seconds = c->stamp;
	int64_t days = seconds / 86400 - (seconds % 86400 < 0);
	int rest = (int)(seconds - days * 86400);
	struct civil date = day_to_civil((int)days);
	AUTO(strbuf) line = STRBUF_INIT;

	strbuf_addf(&line, "DTSTAMP:%04d%02d%02dT%02d%02d%02dZ",
		    date.year, date.month, date.day, rest / 3600, rest / 60 % 60, rest % 60);
	add_line(out, strbuf_slice(&line));
}

static void add_date(struct strbuf *out, const char *name, int day)
{
	struct civil c = day_to_civil(day);
	AUTO(strbuf) line = STRBUF_INIT;

	strbuf_addf(&line, "%s;VALUE=DATE:%04d%02d%02d", name, c.year, c.month,
		    c.day);
	add_line(out, strbuf_slice(&line));
}

/* The same event has the same UID in each export. */
static void add_uid(struct strbuf *out, const char *kind, const char *exam,
		    int day)
{
	AUTO(strbuf) line = STRBUF_INIT;
	struct sha256 sum;

	sha256_init(&sum);
	sha256_add(&sum, str_of(kind));
	sha256_add(&sum, str_of(exam));
	if (day != DAY_NONE)
		sha256_add(&sum, str_of(day_format(day).s));
	strbuf_addf(&line, "UID:%.32s@hecto", sha256_end(&sum).s);
	add_line(out, strbuf_slice(&line));
}

static void begin_event(struct strbuf *out, const struct calendar *c,
			const char *kind, const struct exam *e, int day,
			bool exam)
{
	add_line(out, STR("BEGIN:VEVENT"));
	add_uid(out, kind, e->name, exam ? DAY_NONE : day);
	add_stamp(out, c);
	add_date(out, "DTSTART", day);
	add_date(out, "DTEND", day + 1);
}

static void add_exam(struct strbuf *out, const struct calendar *c,
		     const struct exam *e)
{
	AUTO(strbuf) summary = STRBUF_INIT;
	AUTO(strbuf) description = STRBUF_INIT;

	strbuf_addf(&summary, "Exam: %s", e->name);
	if (e->code)
		strbuf_addf(&description, "%s\n", e->code);
	if (e->questions)
		strbuf_addf(&description, "%d questions\n", e->questions);
	if (e->minutes)
		strbuf_addf(&description, "%d minutes\n", e->minutes);
	begin_event(out, c, "exam", e, e->day, true);
	add_property(out, "SUMMARY", strbuf_slice(&summary));
	if (description.len)
		add_property(out, "DESCRIPTION",
			     str_trim_right(strbuf_slice(&description)));
	add_line(out, STR("END:VEVENT"));
}

/* Free time is not taken: the days stay open for others. */
static void add_study_days(struct strbuf *out, const struct calendar *c,
			   const struct exam *e)
{
	int from = e->start != DAY_NONE && e->start > c->today ? e->start :
								 c->today;
	int buffer = e->start != DAY_NONE ?
			     pace_default_buffer(e->start, e->day) :
			     2;
	AUTO(strbuf) summary = STRBUF_INIT;
	int count = 0;

	strbuf_addf(&summary, "Study for %s", e->name);
	for (int d = from; d < e->day && count < STUDY_DAYS_MOST; d++) {
		bool revise = d >= e->day - buffer;

		if (!pace_is_study_day(d, &c->settings->streak))
			continue;
		begin_event(out, c, "study", e, d, false);
		add_property(out, "SUMMARY",
			     revise ? STR("Revise for the exam") :
				      strbuf_slice(&summary));
		add_line(out, STR("TRANSP:TRANSPARENT"));
		add_line(out, STR("END:VEVENT"));
		count++;
	}
}

bool calendar_has_events(const struct settings *settings)
{
	for (size_t i = 0; i < settings->nexams; i++)
		if (settings->exams[i].day != DAY_NONE)
			return true;
	return false;
}

void calendar_write(struct strbuf *out, const struct calendar *c)
{
	add_line(out, STR("BEGIN:VCALENDAR"));
	add_line(out, STR("VERSION:2.0"));
	add_line(out, STR("PRODID:-//hecto//learning log//EN"));
	add_property(out, "X-WR-CALNAME", str_of(c->settings->title));
	for (size_t i = 0; i < c->settings->nexams; i++) {
		const struct exam *e = &c->settings->exams[i];

		if (e->day == DAY_NONE)
			continue;
		add_exam(out, c, e);
		if (exam_is_open(e))
			add_study_days(out, c, e);
	}
	add_line(out, STR("END:VCALENDAR"));
}
