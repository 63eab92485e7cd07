/* SPDX-License-Identifier: MIT */
/*
 * Days whose headers begin otherwise than with their label: "[71] Day 72",
 * "Warm-up Day 0: May 2, 2022", "Sol 5: May 2, 2022", "1. May 2, 2022".
 */
#include "importers/100days_kinds.h"

#include "core/base/date.h"

#define TITLE_WORDS 2	/* in front of a label */
#define OWN_LEAST 3	/* days, before a word of their own is one */

/* --- reading ------------------------------------------------------------- */

size_t daylog_counted_label_read(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t label;

	if (r->h->line.form != FORM_HEADING ||
	    !daylog_is_number(daylog_token(t, i)) ||
	    daylog_token(t, i)->digits > 3 ||
	    !daylog_is_mark(daylog_token(t, i + 1), "]).:"))
		return 0;
	label = daylog_skip_any_marks(t, i + 1);
	if (!daylog_is_word(daylog_token(t, label),
			    WORD_DAY | WORD_ROUND | WORD_ROUND_LETTER))
		return 0;
	return daylog_label_read(r, label);
}

/* Is a date with a month the next that stands here, a whole one if asked? */
static bool date_follows(const struct daylog_tokens *t, size_t i, bool whole)
{
	struct daylog_dates dates = { .count = 0 };

	if (!daylog_dates_read(t, daylog_skip_any_marks(t, i), &dates))
		return false;
	return whole ? daylog_date_is_complete(&dates.at[0])
		     : dates.at[0].month && dates.at[0].day;
}

/* A word that has no meaning here, so that it can be one of a title. */
static bool is_plain_word(const struct daylog_token *t)
{
	return t->kind == TOKEN_WORD && t->text.len > 1 &&
	       !(t->word & ~(unsigned)WORD_UNKNOWN) && !daylog_word_of(t);
}

/* Is there a whole date behind a mark, as in "Day 1: queues (May 2, 2022)"? */
static bool whole_date_behind(const struct daylog_tokens *t, size_t i)
{
	for (; daylog_token(t, i)->kind != TOKEN_END; i++)
		if (daylog_token(t, i)->kind == TOKEN_MARK &&
		    date_follows(t, i, true))
			return true;
	return false;
}

/* "Week 2", "KW 41", "W1": a word for a week, or its letter. */
static bool is_week(const struct daylog_token *t, const struct daylog_token *n)
{
	static const char *const weeks[] = {
		"week", "woche",   "semaine", "semana", "settimana",
		"vecka", "uke",	   "uge",     "tydzien", "hafta",
		"setmana", "неделя", "тиждень", "wk",	"kw", "viikko",
		"týden", "tuần", "minggu", "saptamana",
	};

	if (t->kind != TOKEN_WORD || !daylog_is_number(n) || n->digits > 2)
		return false;
	return str_is_among(t->text, weeks, ARRAY_SIZE(weeks)) ||
	       (str_is(t->text, "w") && n->glued);
}

size_t daylog_week_skip(const struct daylog_tokens *t, size_t i, int *week)
{
	size_t j = i + 2;

	if (!is_week(daylog_token(t, i), daylog_token(t, i + 1)))
		return i;
	*week = daylog_token(t, i + 1)->value;
	while (daylog_token(t, j)->kind == TOKEN_MARK &&
	       !daylog_is_mark(daylog_token(t, j), "([&+~"))
		j++;
	return j;
}

static size_t label_undo(struct daylog_reading *r)
{
	r->nnumbers = 0;
	r->h->flags = 0;
	return 0;
}

size_t daylog_week_label_read(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	int week = 0;
	size_t label = daylog_week_skip(t, i, &week), end;

	if (!week || r->h->line.form != FORM_HEADING ||
	    !daylog_is_word(daylog_token(t, label),
			    WORD_DAY | WORD_DAY_LETTER))
		return 0;
	end = daylog_label_read(r, label);
	if (!end || !r->nnumbers)
		return label_undo(r);
	r->h->week = week;
	return end;
}

/* "Warm-up Day 0: May 2, 2022": the index behind the number, or 0. */
static size_t label_behind_words(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t words = 0, end;

	while (words <= TITLE_WORDS && is_plain_word(daylog_token(t, i))) {
		words++;
		i = daylog_skip_marks(t, i + 1, "-");
	}
	if (!words || words > TITLE_WORDS ||
	    !daylog_is_word(daylog_token(t, i), WORD_DAY))
		return 0;
	end = daylog_label_read(r, i);
	if (end && r->nnumbers &&
	    (date_follows(t, end, true) || whole_date_behind(t, end)))
		return end;
	return label_undo(r);
}

/* "Sol 5: May 2, 2022": the index behind the number, or 0. */
static size_t own_label_read(struct daylog_reading *r, size_t i,
			     struct arena *mem)
{
	const struct daylog_tokens *t = r->t;
	size_t number = daylog_skip_marks(t, i + 1, "#-");

	if (!is_plain_word(daylog_token(t, i)) ||
	    is_week(daylog_token(t, i), daylog_token(t, number)) ||
	    !daylog_is_number(daylog_token(t, number)) ||
	    daylog_token(t, number)->digits > 3 ||
	    daylog_token(t, number + 1)->kind != TOKEN_MARK ||
	    !date_follows(t, number + 1, false))
		return 0;
	daylog_number_add(r, daylog_token(t, number)->value);
	r->h->own_word = arena_str(mem, daylog_token(t, i)->text);
	return number + 1;
}

size_t daylog_titled_label_read(struct daylog_reading *r, size_t i,
				struct arena *mem)
{
	size_t end;

	if (r->h->line.form != FORM_HEADING)
		return 0;
	r->nnumbers = r->dates.count = 0;
	end = label_behind_words(r, i);
	if (!end)
		end = own_label_read(r, i, mem);
	r->h->titled = end > 0;
	return end;
}

/* --- settling ------------------------------------------------------------ */

static bool is_own(const struct daylog_header *h, struct str word)
{
	return h->titled && !h->line.hidden && h->own_word.len &&
	       str_eq(h->own_word, word);
}

/* The one of these words that most of them are, if most are one. */
static struct str own_word_of(const struct daylog *log)
{
	struct str word = STR_NONE;
	size_t votes = 0;

	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (!h->titled || !h->own_word.len)
			continue;
		if (!votes)
			word = h->own_word;
		votes += str_eq(h->own_word, word) ? 1 : (size_t)-1;
	}
	return word;
}

/* The day of a date, in a leap year where it has no year. */
static int about_day(const struct daylog_date *d)
{
	return day_in(d, d->year ? d->year : 2020);
}

/* Sessions of study come when there is time; lectures do every week. */
static bool is_word_for_session(struct str word)
{
	static const char *const words[] = {
		"session", "sesion", "seance", "sessione", "sitzung",
		"sessao",  "sessie", "entry",  "entrada",  "eintrag",
	};

	return str_is_among(word, words, ARRAY_SIZE(words));
}

/* From one day to the next, is one counted?  Of weeks seven days are. */
static bool is_step(const struct daylog_header *a,
		    const struct daylog_header *b)
{
	int most = is_word_for_session(a->own_word) ? 60 : 3;
	int n = first_number(b) - first_number(a);
	int from = about_day(&a->dates[0]), to = about_day(&b->dates[0]);

	if (from == DAY_NONE || to == DAY_NONE || (n != 1 && n != -1))
		return false;
	return (to - from) * n >= 1 && (to - from) * n <= most;
}

/* Does the file count its days by this word? */
static bool counts_days_by(const struct daylog *log, struct str word)
{
	const struct daylog_header *before = NULL;
	size_t days = 0, steps = 0;

	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (!is_own(h, word) || !h->ndates)
			continue;
		days++;
		steps += before && is_step(before, h);
		before = h;
	}
	return days >= OWN_LEAST && steps * 2 >= days;
}

/* What kinds of titled headers there are, and whether any other names a day;
 * at which level, and from which day to which. */
struct titles {
	bool plain;
	size_t behind_words, own;
	size_t levels[8];
	int level, first, last;
};

static bool is_plain_day(const struct daylog_header *h)
{
	return !h->titled && !h->line.hidden && is_strong(h) && !h->pause &&
	       !h->placeholder && !h->trailing && !h->dated_behind && !h->under;
}

static void title_count_plain(struct titles *titles,
			      const struct daylog_header *h)
{
	titles->plain = true;
	titles->levels[h->line.level]++;
	for (size_t i = 0; i < h->ndates; i++) {
		int day = about_day(&h->dates[i]);

		if (day == DAY_NONE)
			continue;
		if (titles->first == DAY_NONE || day < titles->first)
			titles->first = day;
		if (titles->last == DAY_NONE || day > titles->last)
			titles->last = day;
	}
}

static struct titles titles_of(const struct daylog *log)
{
	struct titles titles = { .first = DAY_NONE, .last = DAY_NONE };

	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (h->line.hidden)
			continue;
		if (is_plain_day(h))
			title_count_plain(&titles, h);
		if (!h->titled)
			continue;
		if (h->own_word.len)
			titles.own++;
		else
			titles.behind_words++;
	}
	for (int level = 1; level < 7; level++)
		if (titles.levels[level] > titles.levels[titles.level])
			titles.level = level;
	return titles;
}

/*
 * "Part two - Day 1 (May 9, 2022)" beside plain days: a heading like theirs, of
 * a day before the first of them, or after the last.  What is counted meanwhile
 * is something else.
 */
static bool is_day_of_its_own(const struct daylog_header *h,
			      const struct titles *titles)
{
	int day = h->ndates ? about_day(&h->dates[0]) : DAY_NONE;

	return h->titled && !h->own_word.len && !h->line.hidden &&
	       h->line.level == titles->level && day != DAY_NONE &&
	       titles->first != DAY_NONE &&
	       (day < titles->first || day > titles->last);
}

static void titled_settle(struct daylog *log)
{
	struct titles titles = titles_of(log);
	bool behind = !titles.plain && titles.behind_words >= 2;
	struct str word = STR_NONE;
	size_t kept = 0;

	if (!titles.own && !titles.behind_words)
		return;
	if (!titles.plain && !behind && titles.own >= OWN_LEAST)
		word = own_word_of(log);
	if (word.len && !counts_days_by(log, word))
		word = STR_NONE;
	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (!h->titled || is_day_of_its_own(h, &titles) ||
		    (behind && !h->own_word.len) ||
		    (word.len && is_own(h, word)))
			log->headers[kept++] = *h;
	}
	log->count = kept;
}

void daylog_titles_settle(struct daylog *log)
{
	titled_settle(log);
}
