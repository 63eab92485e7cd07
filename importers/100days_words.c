/* SPDX-License-Identifier: MIT */
/* What a word of a header means, and the word that a misspelt one is. */
#include "importers/100days.h"

#include <string.h>

#include "core/text/unicode.h"
#include "importers/100days_languages.h"

/* Words that are no language's own. */
static const struct {
	const char *words;
	unsigned meaning;
} others[] = {
	{ "年|년", WORD_YEAR_UNIT },
	{ "月|월|tháng", WORD_MONTH_UNIT },
	{ "日|号|號|일", WORD_DAY_UNIT },
	{ "第|제", WORD_NTH },
	{ "日目|日|天|回", WORD_DAY_AFTER },
	{ "template|plantilla|modelo|vorlage|modèle|modello|sjabloon|szablon|"
	  "шаблон|テンプレート|模板|템플릿|placeholder",
	  WORD_TEMPLATE },
	{ "date|dated|fecha|data|datum|dato|дата|日付|日期|날짜|ημερομηνία|"
	  "on|no|nr|number|num|from|vom|dal|desde|ke",
	  WORD_FILLER },
	{ "the", WORD_FILLER | WORD_OF },
	{ "pause|paused|hiatus|break|vacation|holiday|pausa|pausado|urlaub|"
	  "vacaciones|vacances|férias|перерва|пауза|отпуск|休み|休息",
	  WORD_PAUSE },
	{ "dayoff|ruhetag|выходной", WORD_PAUSE },
	{ "off|rest|libre|descanso|folga|repos|riposo|отдыха",
	  WORD_PAUSE_DAY },
	{ "x|xx|xxx|n|nn|nnn|xy|_|__|___", WORD_UNKNOWN },
};

/* A word has one month, one weekday and one number: the first language's. */
static unsigned meanings_join(unsigned old, unsigned more)
{
	if (old & WORD_MONTH)
		more &= ~(unsigned)WORD_MONTH;
	if (old & WORD_WEEKDAY)
		more &= ~(unsigned)WORD_WEEKDAY;
	if (old >> WORD_NUMBER_SHIFT)
		more &= (1u << WORD_NUMBER_SHIFT) - 1;
	return old | more;
}

/* Add every spelling in `words`, which bars separate. */
static void words_put(struct daylog_words *w, struct str words,
		      unsigned meaning)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	struct str word;

	while ((word = str_next_field(&words, '|')).s) {
		struct str key;
		size_t old = 0;

		strbuf_reset(&folded);
		unicode_add_folded(&folded, word);
		key = strbuf_slice(&folded);
		strset_get(&w->set, key, &old);
		strset_put(&w->set, key, meanings_join((unsigned)old, meaning));
		if (key.len > w->longest)
			w->longest = key.len;
	}
}

static void words_put_all(struct daylog_words *w, const char *words,
			  unsigned meaning)
{
	words_put(w, str_of(words), meaning);
}

/* The n-th of the groups means `first` + n * `step`. */
static void words_put_groups(struct daylog_words *w, const char *groups,
			     unsigned first, unsigned step)
{
	struct str rest = str_of(groups), group;

	for (; (group = str_next_field(&rest, ' ')).s; first += step)
		words_put(w, group, first);
}

static void language_put(struct daylog_words *w,
			 const struct daylog_language *l)
{
	words_put_all(w, l->day, WORD_DAY);
	words_put_all(w, l->day_after, WORD_DAY_AFTER);
	words_put_all(w, l->round, WORD_ROUND);
	words_put_groups(w, l->letters, WORD_ROUND_LETTER,
			 WORD_DAY_LETTER - WORD_ROUND_LETTER);
	words_put_groups(w, l->months, 1, 1);
	words_put_groups(w, l->weekdays, 1 << WORD_WEEKDAY_SHIFT,
			 1 << WORD_WEEKDAY_SHIFT);
	words_put_all(w, l->ordinals, WORD_ORDINAL);
	words_put_all(w, l->and, WORD_AND);
	words_put_all(w, l->to, WORD_TO);
	words_put_all(w, l->of, WORD_OF);
	words_put_groups(w, l->numbers, 1u << WORD_NUMBER_SHIFT,
			 1u << WORD_NUMBER_SHIFT);
	words_put_groups(w, l->tens, 21u << WORD_NUMBER_SHIFT,
			 10u << WORD_NUMBER_SHIFT);
	words_put_groups(w, l->nth, (2u << WORD_NUMBER_SHIFT) | WORD_NTH,
			 1u << WORD_NUMBER_SHIFT);
}

void daylog_words_fill(struct daylog_words *w)
{
	size_t count;
	const struct daylog_language *languages = daylog_languages(&count);

	for (size_t i = 0; i < count; i++)
		language_put(w, &languages[i]);
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		words_put_all(w, others[i].words, others[i].meaning);
}

void daylog_words_release(struct daylog_words *w)
{
	strset_release(&w->set);
}

unsigned daylog_word(const struct daylog_words *w, struct str folded)
{
	size_t value = 0;

	if (folded.len > w->longest)
		return 0;
	strset_get(&w->set, folded, &value);
	return (unsigned)value;
}

/* --- misspelt words ------------------------------------------------------ */

#define NEAR_MAX 16	/* letters of the longest word worth comparing */

static int least(int a, int b, int c)
{
	int ab = a < b ? a : b;

	return ab < c ? ab : c;
}

/*
 * How many letters to change, drop, add or swap with their neighbour until one
 * word is the other (optimal string alignment).
 */
static int letters_apart(struct str a, struct str b)
{
	int d[NEAR_MAX + 1][NEAR_MAX + 1];

	for (size_t i = 0; i <= a.len; i++)
		d[i][0] = (int)i;
	for (size_t j = 0; j <= b.len; j++)
		d[0][j] = (int)j;
	for (size_t i = 1; i <= a.len; i++)
		for (size_t j = 1; j <= b.len; j++) {
			bool same = a.s[i - 1] == b.s[j - 1];

			d[i][j] = least(d[i - 1][j] + 1, d[i][j - 1] + 1,
					d[i - 1][j - 1] + !same);
			if (i > 1 && j > 1 && a.s[i - 1] == b.s[j - 2] &&
			    a.s[i - 2] == b.s[j - 1])
				d[i][j] = least(d[i][j], d[i][j],
						d[i - 2][j - 2] + 1);
		}
	return d[a.len][b.len];
}

static const char *next_group(const char *groups)
{
	const char *blank = strchr(groups, ' ');

	return blank ? blank + 1 : NULL;
}

/* The group of `groups` that `word` is at most `apart` letters from, or 0. */
static unsigned group_near(const char *groups, struct str word)
{
	size_t allowed = word.len >= 7 ? 2 : 1;

	for (unsigned n = 1; groups; n++, groups = next_group(groups)) {
		struct str name;

		if (groups[0] != word.s[0])
			continue;
		name = (struct str){ groups, strcspn(groups, " |") };
		if (name.len < 4 || name.len > NEAR_MAX)
			continue;
		if ((word.len >= 4 && word.len < name.len &&
		     !memcmp(word.s, name.s, word.len)) ||
		    (name.len <= word.len + allowed &&
		     word.len <= name.len + allowed &&
		     letters_apart(word, name) <= (int)allowed))
			return n;
	}
	return 0;
}

/* Only languages of ASCII letters: others are misspelt too seldom. */
unsigned daylog_word_near(struct str folded)
{
	size_t count;
	const struct daylog_language *l = daylog_languages(&count);

	if (folded.len < 4 || folded.len > NEAR_MAX)
		return 0;
	for (const struct daylog_language *end = l + count; l < end; l++) {
		unsigned month = group_near(l->months, folded);
		unsigned weekday = group_near(l->weekdays, folded);

		if (month)
			return WORD_TYPO | month;
		if (weekday)
			return WORD_TYPO | weekday << WORD_WEEKDAY_SHIFT;
	}
	return 0;
}

/* Is this a word for a day in that language? */
static bool says_day(const struct daylog_language *l, struct str folded)
{
	struct str words = str_of(l->day), word;

	while ((word = str_next_field(&words, '|')).s)
		if (str_eq(word, folded))
			return true;
	return false;
}

int daylog_number_near(struct str folded, struct str day)
{
	size_t count;
	const struct daylog_language *l = daylog_languages(&count);

	if (folded.len < 5 || folded.len > NEAR_MAX)
		return -1;
	for (const struct daylog_language *end = l + count; l < end; l++) {
		unsigned number = 0, tens = 0;

		if (says_day(l, day)) {
			number = group_near(l->numbers, folded);
			tens = group_near(l->tens, folded);
		}
		if (tens)
			return (int)(10 + 10 * tens);
		if (number)
			return (int)number - 1;
	}
	return -1;
}

bool daylog_is_day_misspelt(struct str folded)
{
	return folded.len >= 2 && folded.len <= 4 &&
	       (folded.s[0] == 'd' || str_is(folded, "ady")) &&
	       letters_apart(folded, STR("day")) == 1;
}
