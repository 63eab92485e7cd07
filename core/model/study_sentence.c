/* SPDX-License-Identifier: MIT */
/* How long somebody studied, where it is told in a sentence. */
#include "core/model/study_sentence.h"

#include <ctype.h>
#include <string.h>

#include "core/base/ascii.h"
#include "core/base/limits.h"
#include "core/model/study_span.h"

#define WORDS_BETWEEN 8	/* "Worked on the labs of the course for 2 hours" */

/* All lists are folded, in English as the sentences are, and end with NULL. */
static const char *const openers[] = { "i", "we", "today", "also", "just",
				       "then", "only", "ive", NULL };

/* What is done for a time when one studies. */
static const char *const verbs[] = {
	"studied", "spent", "worked", "coded", "practiced", "practised",
	"read", "learned", "learnt", "programmed", "trained", "revised",
	"reviewed", "watched", "did", NULL
};

/* Between a verb and the time. */
static const char *const fillers[] = {
	"for", "about", "around", "another", "almost", "nearly", "roughly",
	"approximately", "some", "a", "total", "of", NULL
};

/* Behind the time, as in "90 minutes of labs". */
static const char *const followers[] = {
	"of", "on", "with", "in", "at", "today", "tonight", "this", "spent",
	"studying", "study", "learning", "reading", "coding", "practicing",
	"practising", "practice", "working", "watching", "doing", "going",
	"reviewing", "revising", "total", "more", "and", NULL
};

/* Behind the time as well, "3h 20m watched"; the others are nouns too. */
static const char *const deeds[] = { "studied", "worked", "coded", "watched",
				     "practiced", "practised", "trained",
				     "revised", "learned", "learnt", NULL };

/* What a sentence begins with that adds to the one before it. */
static const char *const additions[] = { "then", "also", "another", "plus",
					 "and", "afterwards", "later", NULL };

/* It was, or will be, on another day: wherever in the sentence. */
static const char *const other_days[] = {
	"yesterday", "tomorrow", "plan", "planned", "will", "want", "wanted",
	"ago", "sleep", "slept", NULL
};

/* What is spoken of is something else, or no measured time. */
static const char *const others[] = {
	"is", "are", "was", "were", "can", "may", "must", "should", "that",
	"which", "when", "until", "till", "before", "after", "within",
	"later", "per", "every", "each", "most", "least", "max", "maximum",
	"min", "minimum", "limit", "limits", "default", "timeout", "timeouts",
	"times", "out", "run", "runs", "running", "keep", "keeps", "kept",
	"last", "lasts", "stay", "stays", "stored", "store", "valid",
	"cache", "cached", "expire", "expires", "ttl", "retention", "retain",
	"retained", "visibility", "execution", "invocation", "delay", "idle",
	"cooldown", "downtime", "rto", "rpo", "left", "remaining", "if", "not",
	"or", NULL
};

/* "Spent 5 hours this week" is more than a day. */
static const char *const longer[] = { "week", "weekend", "month", "days",
				      NULL };

static bool is_one_of(struct str word, const char *const *list)
{
	for (; *list; list++)
		if (str_is(word, *list))
			return true;
	return false;
}

/* The word at the front; .len 0: something else is there. */
static struct str first_word(struct str s)
{
	size_t n = 0;

	while (n < s.len && ascii_is_of_word(s.s[n]))
		n++;
	return str_upto(s, n);
}

static struct str skip_words(struct str s, const char *const *list)
{
	for (;;) {
		struct str word = first_word(s);

		if (!word.len || !is_one_of(word, list))
			return s;
		s = str_trim_left(str_from(s, word.len));
	}
}

/*
 * Take it off, with the marks behind it: "1.5 h" and "C++. Then" have stops
 * that end no sentence, or one.
 */
static struct str next_sentence(struct str *s)
{
	struct str sentence = *s;
	size_t i = 0;

	while (i < s->len && !strchr("!?;", s->s[i]) &&
	       !(s->s[i] == '.' && (i + 1 == s->len || s->s[i + 1] == ' ')))
		i++;
	sentence.len = i;
	while (i < s->len && strchr("!?;. ", s->s[i]))
		i++;
	*s = str_from(*s, i);
	return sentence;
}

/* Another span would leave open which of them is meant, or their sum. */
static bool has_span(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		struct str rest = str_from(s, i);

		if (ascii_is_of_word(s.s[i]) &&
		    (!i || !ascii_is_of_word(s.s[i - 1])) &&
		    study_span_take(&rest, MEASURE_NONE))
			return true;
	}
	return false;
}

static bool speaks_of(struct str s, const char *const *list)
{
	while (s.len) {
		struct str word = first_word(s);

		if (is_one_of(word, list))
			return true;
		s = str_from(s, word.len ? word.len : 1);
	}
	return false;
}

/* "2 hours of S3: buckets are private", without what was learned then. */
static struct str before_colon(struct str s)
{
	size_t i = 0, open = 0;

	for (; i < s.len; i++) {
		if (s.s[i] == ':' && !open && i + 1 < s.len && s.s[i + 1] == ' ')
			break;
		open += s.s[i] == '(';
		open -= open && s.s[i] == ')';
	}
	return str_upto(s, i);
}

/* `verb`: it was said that one studied; "15 minutes: the timeout" does not. */
static bool goes_on_well(struct str rest, bool verb)
{
	rest = str_trim_left(rest);
	if (rest.len && !strchr(verb ? ",():" : ",()", rest.s[0]) &&
	    !is_one_of(first_word(rest), followers) &&
	    !is_one_of(first_word(rest), deeds))
		return false;
	return !has_span(rest) && !speaks_of(before_colon(rest), others) &&
	       !speaks_of(rest, other_days) && !speaks_of(rest, longer);
}

/* "90 minutes of labs" */
static int time_first(struct str s, bool verb)
{
	int minutes;

	s = skip_words(s, fillers);
	minutes = study_span_take(&s, MEASURE_NONE);
	return minutes && goes_on_well(s, verb) ? minutes : 0;
}

/* "on the labs for 2 hours", what stands behind the verb. */
static int time_last(struct str s)
{
	struct str rest = s, word;

	for (int i = 0; i < WORDS_BETWEEN && rest.len; i++) {
		word = first_word(rest);
		if (is_one_of(word, others) || is_one_of(word, other_days) ||
		    strchr(",(:", rest.s[0]))
			return 0;
		if (str_is(word, "for"))
			return time_first(rest, true);
		rest = str_from(rest, word.len ? word.len : 1);
		rest = str_trim_left(rest);
	}
	return 0;
}

/* One sentence; `verb`: it says what was done before it says how long. */
static int told(struct str s, bool is_progress, bool *verb)
{
	struct str word;
	int minutes;

	s = skip_words(s, openers);
	word = first_word(s);
	*verb = is_one_of(word, verbs);
	if (!*verb)
		return is_progress ? time_first(s, false) : 0;
	s = str_trim_left(str_from(s, word.len));
	minutes = time_first(s, true);
	return minutes ? minutes : time_last(s);
}

int study_sentence_minutes(struct str s, bool is_progress)
{
	bool verb, again;
	int minutes = told(next_sentence(&s), is_progress, &verb);

	while (minutes && s.len) {
		struct str sentence = next_sentence(&s);
		int more = told(sentence, is_progress, &again);

		/* "Studied for 3 hours. 2 hours of labs": of them, or besides? */
		if (more && !is_one_of(first_word(sentence), additions) &&
		    (verb || again))
			return 0;
		minutes += more;
	}
	return minutes <= LIMIT_MINUTES ? minutes : 0;
}
