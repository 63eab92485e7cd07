/* SPDX-License-Identifier: MIT */
/* The picture that other sites show beside a link: what is on it. */
#include "core/model/card.h"

#include <stdio.h>

#include "core/model/exam.h"
#include "exporters/site/site.h"

static void fact(struct card_fact *f, int number, const char *label)
{
	snprintf(f->number, sizeof(f->number), "%d", number);
	snprintf(f->label, sizeof(f->label), "%s", label);
}

/* What was reached, where nothing goes on. */
static void streak_fact(struct card_fact *f, const struct streak *k)
{
	int days = k->streak ? k->streak : k->longest_streak.days;

	fact(f, days, days == 1 ? "day in a row" : "days in a row");
}

static void challenge_fact(struct card_fact *f, const struct site_view *v)
{
	int day = challenge_day(&v->challenge);

	fact(f, day, "");
	if (v->challenge.done >= v->settings->goal)
		fact(f, v->settings->goal, "days done");
	else if (day <= v->settings->goal)
		snprintf(f->label, sizeof(f->label), "of %d days",
			 v->settings->goal);
	else
		fact(f, v->challenge.done, "days studied");
}

/* A name that is cut must not end within a character; Pango ends it in "…". */
static void exam_fact(struct card_fact *f, const struct site_view *v)
{
	const struct exam *e = exam_next(v->settings->exams,
					 v->settings->nexams, v->today);
	AUTO(strbuf) label = STRBUF_INIT;
	size_t len;

	if (!e || e->day == DAY_NONE || e->day < v->today || !exam_is_open(e))
		return;
	strbuf_addf(&label, "%s to %s", e->day - v->today == 1 ? "day" : "days",
		    e->name);
	len = label.len < sizeof(f->label) ? label.len : sizeof(f->label) - 1;
	while (len < label.len && len &&
	       ((unsigned char)label.buf[len] & 0xc0) == 0x80)
		len--;
	strbuf_truncate(&label, len);
	fact(f, e->day - v->today, label.buf);
}

static void squares(struct card *card, const struct site_view *v)
{
	int last = site_last_day(v);
	int first = site_week_begin(v, last) - 7 * (CARD_WEEKS - 1);

	for (int i = 0; i < 7 * CARD_WEEKS; i++)
		card->squares[i / 7][i % 7] =
			first + i > last ? CARD_SQUARE_OFF :
				(unsigned char)site_day_level(v, first + i);
}

/* Only a whole address can be given to others, so a site without one has no
 * card; nor has one that cannot be painted here. */
int site_draw_card(struct site *s, struct error *err)
{
	const struct site_view *v = s->view;
	const struct export_host *host = s->host;
	struct card card = { .title = v->settings->title,
			     .author = v->settings->author };
	AUTO(strbuf) png = STRBUF_INIT;
	struct error failure = ERROR_INIT;

	if (!s->base || !host || !host->paint)
		return 0;
	streak_fact(&card.facts[0], v->streak);
	challenge_fact(&card.facts[1], v);
	exam_fact(&card.facts[2], v);
	squares(&card, v);
	if (host->paint(host->arg, &card, &png, &failure))
		return 0;
	s->has_card = true;
	return s->out->file(s->out, "card.png", strbuf_slice(&png), err);
}
