/* SPDX-License-Identifier: MIT */
/* A page for each round of the challenge: its days, streak, hours, topics. */
#include "exporters/site/ranks.h"

#include <stdio.h>
#include <stdlib.h>

/* What the entries of a round come to. */
struct round {
	int number;
	int first, last;	/* its days, or DAY_NONE */
	size_t nentries;
	int studied;		/* days, as the challenge counts them */
	long long minutes;
	struct studied_day *days;	/* distinct, ascending */
	size_t ndays;
	size_t *topics;		/* how often each was on a day */
};

struct href site_round_path(int round)
{
	char file[40];

	snprintf(file, sizeof(file), "%d.html", round);
	return site_href("", "rounds", file, NULL);
}

static void round_release(struct round *r)
{
	free(r->days);
	free(r->topics);
}

static int compare_days(const void *a, const void *b)
{
	const struct studied_day *x = a, *y = b;

	return (x->day > y->day) - (x->day < y->day);
}

static void add_days(struct round *r, const struct site_frame *e, size_t *cap)
{
	for (size_t i = 0; i < e->ndays; i++) {
		XGROW(r->days, r->ndays, *cap);
		r->days[r->ndays++] = (struct studied_day){ .day = e->days[i] };
	}
}

static void make_distinct(struct round *r)
{
	size_t n = 0;

	if (!r->ndays)
		return;
	qsort(r->days, r->ndays, sizeof(*r->days), compare_days);
	for (size_t i = 0; i < r->ndays; i++)
		if (!n || r->days[n - 1].day != r->days[i].day)
			r->days[n++] = r->days[i];
	r->ndays = n;
	r->first = r->days[0].day;
	r->last = r->days[n - 1].day;
}

static void collect(struct round *r, const struct site_view *v)
{
	size_t cap = 0;

	r->topics = xcalloc(v->ntopics + 1, sizeof(*r->topics));
	r->first = r->last = DAY_NONE;
	r->studied = v->round_days[r->number];
	for (size_t i = 0; i < v->nentries; i++) {
		const struct site_entry *e = &v->entries[i];

		if (e->round != r->number)
			continue;
		r->nentries++;
		r->minutes += e->frame.minutes;
		add_days(r, &e->frame, &cap);
		site_count_topics(e, r->topics);
	}
	make_distinct(r);
}

static int longest_streak(const struct round *r, const struct site_view *v)
{
	struct streak k;

	if (!r->ndays)
		return 0;
	streak_compute(&k, r->days, r->ndays, r->last, &v->settings->streak);
	return k.longest_streak.days;
}

static void round_numbers(struct site *s, const struct round *r)
{
	int goal = s->view->settings->goal;
	int studied = r->studied;

	html_begin(&s->h, "dl", "class", "stats", NULL);
	site_stat_begin(s, "Days", "challenge");
	site_stat_number(s, studied, "");
	html_textf(&s->h, "of %d", goal);
	site_stat_bar(s, studied, goal);
	site_stat_end(s);
	if (r->ndays) {
		int streak = longest_streak(r, s->view);

		site_stat_begin(s, "Longest streak", "streak");
		site_stat_number(s, streak, streak == 1 ? "day" : "days");
		site_stat_end(s);
	}
	if (r->minutes > 0) {
		site_stat_begin(s, "Time", "time");
		strbuf_reset(&s->text);
		site_add_hours(&s->text, r->minutes);
		html_element(&s->h, "strong", s->text.buf, NULL);
		site_stat_end(s);
	}
	html_end(&s->h);
}

static void round_map(struct site *s, const struct round *r)
{
	if (!r->ndays)
		return;
	html_begin(&s->h, "section", "class", "map", "aria-labelledby", "map",
		   NULL);
	html_element(&s->h, "h2", "Study days", "id", "map", NULL);
	site_heatmap(s, r->first, r->last, "Study days of the round", false);
	html_end(&s->h);
}

static void round_entries(struct site *s, const struct round *r)
{
	const struct site_view *v = s->view;

	html_begin(&s->h, "section", "class", "h-feed", "aria-labelledby",
		   "entries", NULL);
	html_element(&s->h, "h2", "Entries", "id", "entries", NULL);
	html_begin(&s->h, "ol", "class", "days", NULL);
	for (size_t i = 0; i < v->nentries; i++)
		if (v->entries[i].round == r->number)
			site_entry_line(s, &v->entries[i], true);
	html_end(&s->h);
	html_end(&s->h);
}

static void round_facts(struct site *s, const struct round *r)
{
	html_begin(&s->h, "p", "class", "facts", NULL);
	if (r->ndays) {
		site_time(s, r->first, NULL, false);
		html_text(&s->h, " – ");
		site_time(s, r->last, NULL, false);
		html_text(&s->h, " · ");
	}
	site_count(s, r->nentries, "entry", "entries");
	html_end(&s->h);
}

static struct sum64 round_key(const struct site *s, const struct round *r)
{
	const struct site_view *v = s->view;
	struct sum64 key = site_key_begin(s);

	sum64_add_number(&key, (uint64_t)r->studied);
	sum64_add_number(&key, (uint64_t)r->minutes);
	if (r->ndays) {
		sum64_add_number(&key, (uint64_t)longest_streak(r, v));
		site_key_add_heatmap(&key, v, r->first, r->last);
	}
	/* An entry may be of days beyond its first. */
	for (size_t i = 0; i < r->ndays; i++)
		sum64_add_number(&key, (uint64_t)r->days[i].day);
	site_key_add_ranked(&key, v, r->topics);
	for (size_t i = 0; i < v->nentries; i++)
		if (v->entries[i].round == r->number)
			site_key_add_entry(&key, &v->entries[i]);
	return key;
}

static int draw_round(struct site *s, const struct round *r, struct error *err)
{
	struct href path = site_round_path(r->number);
	AUTO(strbuf) title = STRBUF_INIT;
	AUTO(strbuf) about = STRBUF_INIT;

	if (!site_page_wanted(s, path.s, round_key(s, r)))
		return 0;
	strbuf_addf(&title, "Round %d", r->number);
	strbuf_addf(&about, "Round %d: ", r->number);
	site_add_count(&about, r->nentries, "entry.", "entries.");
	s->up = "../";
	site_page_begin(s, &(struct site_head){
		.path = path.s,
		.title = title.buf,
		.description = about.buf,
		.menu = MENU_ARCHIVE,
		.is_wide = true,
	});
	html_begin(&s->h, "header", "class", "hero", NULL);
	html_element(&s->h, "h1", title.buf, NULL);
	round_facts(s, r);
	html_end(&s->h);
	round_numbers(s, r);
	round_map(s, r);
	site_ranked_topics(s, r->topics, "Topics of the round");
	round_entries(s, r);
	return site_page_end(s, err);
}

int site_next_round(const struct site_view *v, int number)
{
	int next = 0;

	if (!v->has_rounds)
		return 0;
	for (size_t i = 0; i < v->nentries; i++) {
		int r = v->entries[i].round;

		if (r > number && (!next || r < next))
			next = r;
	}
	return next;
}

int site_draw_rounds(struct site *s, struct error *err)
{
	int rc = 0;

	for (int n = site_next_round(s->view, 0); !rc && n;
	     n = site_next_round(s->view, n)) {
		struct round r = { .number = n };

		collect(&r, s->view);
		rc = draw_round(s, &r, err);
		round_release(&r);
	}
	return rc;
}
