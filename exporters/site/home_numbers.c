/* SPDX-License-Identifier: MIT */
/* The numbers at the top of the home page: streak, challenge, exam, days. */
#include "exporters/site/home.h"

#include "core/model/exam.h"
#include "exporters/site/plan.h"

bool site_is_notes_alone(const struct site_view *v)
{
	return v->nnotes && !v->nentries && !v->streak->total;
}

static const char *streak_sentence(enum streak_status status)
{
	switch (status) {
	case STREAK_DONE: return "studied today";
	case STREAK_PENDING: return "today is still open";
	case STREAK_LAST_CHANCE: return "today keeps it going";
	case STREAK_REST: return "today is a day of rest";
	case STREAK_BROKEN: return "the next one begins today";
	case STREAK_NONE: break;
	}
	return "it begins with the first day";
}

/* What was reached stays, however long a log has rested since. */
static void stat_longest(struct site *s)
{
	const struct run_of_days *longest = &s->view->streak->longest_streak;

	site_stat_begin(s, "Longest streak", "streak");
	site_stat_number(s, longest->days, longest->days == 1 ? "day" : "days");
	site_stat_note_begin(s);
	site_time(s, longest->first, NULL, false);
	if (longest->last != longest->first) {
		html_text(&s->h, " – ");
		site_time(s, longest->last, NULL, false);
	}
	html_end(&s->h);
	site_stat_end(s);
}

static void stat_streak(struct site *s)
{
	const struct streak *k = s->view->streak;

	if (!k->streak && k->longest_streak.days) {
		stat_longest(s);
		return;
	}
	site_stat_begin(s, "Streak", "streak");
	site_stat_number(s, k->streak, k->streak == 1 ? "day" : "days");
	site_stat_note_begin(s);
	html_text(&s->h, streak_sentence(k->status));
	if (k->longest_streak.days > k->streak)
		html_textf(&s->h, " · longest %d", k->longest_streak.days);
	html_end(&s->h);
	site_stat_end(s);
}

/* Once the goal is reached, that is the news; a number beyond it that only
 * numbers reached says less than the days studied. */
static void challenge_words(struct site *s, const struct challenge *c, int day)
{
	bool is_done = c->done >= c->goal;

	if (!is_done && day <= c->goal)
		html_text(&s->h, "Day ");
	html_begin(&s->h, "strong", NULL);
	html_textf(&s->h, "%d", is_done ? c->goal :
				day <= c->goal ? day : c->done);
	html_end(&s->h);
	if (is_done)
		html_text(&s->h, " days done");
	else
		html_textf(&s->h, " of %d%s", c->goal,
			   day <= c->goal ? "" : " days");
}

static void stat_challenge(struct site *s)
{
	const struct challenge *c = &s->view->challenge;
	int goal = c->goal, day = challenge_day(c);

	site_stat_begin(s, "Challenge", "challenge");
	challenge_words(s, c, day);
	site_stat_bar(s, day, goal);
	site_stat_note_begin(s);
	if (c->round > 1)
		html_textf(&s->h, "round %d · ", c->round);
	html_textf(&s->h, "%d day%s studied", c->done, c->done == 1 ? "" : "s");
	if (c->round > 1)
		html_textf(&s->h, " · %d in all rounds", s->view->streak->total);
	html_end(&s->h);
	site_stat_end(s);
}

/* NULL: it has no page. */
static const struct site_exam *exam_page(const struct site_view *v,
					 const struct exam *e)
{
	for (size_t i = 0; i < v->plan->nexams; i++)
		if (v->plan->exams[i].of == e)
			return &v->plan->exams[i];
	return NULL;
}

static void exam_begin(struct site *s, const struct exam *e)
{
	const struct site_exam *page = exam_page(s->view, e);

	html_begin(&s->h, "div", "class", "exam", NULL);
	html_begin(&s->h, "dt", NULL);
	html_element(&s->h, page ? "a" : "span", e->name, "href",
		     page ? site_href(s->up, "exams", page->file, NULL).s :
			    NULL, NULL);
	html_end(&s->h);
	html_begin(&s->h, "dd", NULL);
}

/* The next one that has a day and is still to be taken, or NULL. */
static const struct exam *exam_to_come(const struct site_view *v)
{
	const struct exam *e = exam_next(v->settings->exams,
					 v->settings->nexams, v->today);

	return e && e->day != DAY_NONE && e->day >= v->today &&
			       exam_is_open(e) ?
		       e : NULL;
}

static void stat_exam(struct site *s)
{
	const struct exam *e = exam_to_come(s->view);
	struct countdown c;

	if (!e)
		return;
	exam_countdown(&c, e, s->view->today);
	exam_begin(s, e);
	site_stat_number(s, c.days_to_go, c.days_to_go == 1 ? "day to go" :
							 "days to go");
	if (c.percent_left >= 0)
		site_stat_bar(s, 100 - c.percent_left, 100);
	site_stat_note_begin(s);
	site_time(s, e->day, NULL, false);
	if (c.percent_left >= 0)
		html_textf(&s->h, " · %d%% of the time left", c.percent_left);
	html_end(&s->h);
	site_stat_end(s);
}

/* Of a log that rests. */
static void stat_total(struct site *s)
{
	const struct site_view *v = s->view;
	int total = v->streak->total;

	if (!total)
		return;
	site_stat_begin(s, "In all", "regular");
	site_stat_number(s, total, total == 1 ? "day studied" :
						"days studied");
	site_stat_note_begin(s);
	html_text(&s->h, "since ");
	site_time(s, v->studied[0].day, NULL, false);
	html_end(&s->h);
	site_stat_end(s);
}

static void stat_regularity(struct site *s)
{
	const struct streak *k = s->view->streak;

	if (!k->studied28) {
		stat_total(s);
		return;
	}

	site_stat_begin(s, "Last 28 days", "regular");
	html_begin(&s->h, "strong", NULL);
	html_textf(&s->h, "%d", k->studied28);
	html_end(&s->h);
	html_textf(&s->h, " of %d", k->possible28);
	site_stat_bar(s, k->studied28, k->possible28);
	site_stat_note_begin(s);
	html_textf(&s->h, "last 7 days: %d of %d", k->studied7, k->possible7);
	if (site_is_today_open(s->view))
		html_text(&s->h, ", without today");
	html_end(&s->h);
	site_stat_end(s);
}

void site_home_numbers(struct site *s)
{
	bool has_days = !site_is_notes_alone(s->view);

	if (!has_days && !exam_to_come(s->view))
		return;
	html_begin(&s->h, "dl", "class", "stats", NULL);
	if (has_days) {
		stat_streak(s);
		stat_challenge(s);
	}
	stat_exam(s);
	if (has_days)
		stat_regularity(s);
	html_end(&s->h);
}
