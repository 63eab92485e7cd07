/* SPDX-License-Identifier: MIT */
/* Finding numbers with units in a text. */
#include "core/model/quantity.h"

#include <string.h>

#include "core/base/attributes.h"

#define DIGITS_MAX 15
#define BOUND_WITHIN 24		/* bytes before a number that may bound it */

static const struct unit {
	const char *word;	/* lower case */
	const char *unit;
	enum quantity_kind kind;
	double scale;
} units[] = {
	{ "ms", "millisecond", QUANTITY_TIME, 0.001 },
	{ "millisecond", "millisecond", QUANTITY_TIME, 0.001 },
	{ "milliseconds", "millisecond", QUANTITY_TIME, 0.001 },
	{ "s", "second", QUANTITY_TIME, 1 },
	{ "sec", "second", QUANTITY_TIME, 1 },
	{ "secs", "second", QUANTITY_TIME, 1 },
	{ "second", "second", QUANTITY_TIME, 1 },
	{ "seconds", "second", QUANTITY_TIME, 1 },
	{ "min", "minute", QUANTITY_TIME, 60 },
	{ "mins", "minute", QUANTITY_TIME, 60 },
	{ "minute", "minute", QUANTITY_TIME, 60 },
	{ "minutes", "minute", QUANTITY_TIME, 60 },
	{ "h", "hour", QUANTITY_TIME, 3600 },
	{ "hr", "hour", QUANTITY_TIME, 3600 },
	{ "hrs", "hour", QUANTITY_TIME, 3600 },
	{ "hour", "hour", QUANTITY_TIME, 3600 },
	{ "hours", "hour", QUANTITY_TIME, 3600 },
	{ "day", "day", QUANTITY_TIME, 86400 },
	{ "days", "day", QUANTITY_TIME, 86400 },
	{ "week", "week", QUANTITY_TIME, 7 * 86400 },
	{ "weeks", "week", QUANTITY_TIME, 7 * 86400 },
	{ "month", "month", QUANTITY_TIME, 30 * 86400 },
	{ "months", "month", QUANTITY_TIME, 30 * 86400 },
	{ "year", "year", QUANTITY_TIME, 365 * 86400.0 },
	{ "years", "year", QUANTITY_TIME, 365 * 86400.0 },
	{ "byte", "byte", QUANTITY_SIZE, 1 },
	{ "bytes", "byte", QUANTITY_SIZE, 1 },
	{ "kb", "kilobyte", QUANTITY_SIZE, 1024 },
	{ "kib", "kilobyte", QUANTITY_SIZE, 1024 },
	{ "mb", "megabyte", QUANTITY_SIZE, 1048576 },
	{ "mib", "megabyte", QUANTITY_SIZE, 1048576 },
	{ "gb", "gigabyte", QUANTITY_SIZE, 1073741824 },
	{ "gib", "gigabyte", QUANTITY_SIZE, 1073741824 },
	{ "tb", "terabyte", QUANTITY_SIZE, 1099511627776 },
	{ "tib", "terabyte", QUANTITY_SIZE, 1099511627776 },
	{ "pb", "petabyte", QUANTITY_SIZE, 1125899906842624 },
	{ "%", "percent", QUANTITY_PERCENT, 1 },
	{ "percent", "percent", QUANTITY_PERCENT, 1 },
	{ "dollars", "dollar", QUANTITY_MONEY, 1 },
	{ "usd", "dollar", QUANTITY_MONEY, 1 },
	{ "eur", "euro", QUANTITY_MONEY, 1 },
	{ "euros", "euro", QUANTITY_MONEY, 1 },
	{ "rcu", "rcu", QUANTITY_COUNT, 1 },
	{ "rcus", "rcu", QUANTITY_COUNT, 1 },
	{ "wcu", "wcu", QUANTITY_COUNT, 1 },
	{ "wcus", "wcu", QUANTITY_COUNT, 1 },
	{ "request", "request", QUANTITY_COUNT, 1 },
	{ "requests", "request", QUANTITY_COUNT, 1 },
	{ "message", "message", QUANTITY_COUNT, 1 },
	{ "messages", "message", QUANTITY_COUNT, 1 },
	{ "record", "record", QUANTITY_COUNT, 1 },
	{ "records", "record", QUANTITY_COUNT, 1 },
	{ "item", "item", QUANTITY_COUNT, 1 },
	{ "items", "item", QUANTITY_COUNT, 1 },
	{ "object", "object", QUANTITY_COUNT, 1 },
	{ "objects", "object", QUANTITY_COUNT, 1 },
	{ "character", "character", QUANTITY_COUNT, 1 },
	{ "characters", "character", QUANTITY_COUNT, 1 },
	{ "chars", "character", QUANTITY_COUNT, 1 },
	{ "user", "user", QUANTITY_COUNT, 1 },
	{ "users", "user", QUANTITY_COUNT, 1 },
	{ "instance", "instance", QUANTITY_COUNT, 1 },
	{ "instances", "instance", QUANTITY_COUNT, 1 },
	{ "node", "node", QUANTITY_COUNT, 1 },
	{ "nodes", "node", QUANTITY_COUNT, 1 },
	{ "pod", "pod", QUANTITY_COUNT, 1 },
	{ "pods", "pod", QUANTITY_COUNT, 1 },
	{ "replica", "replica", QUANTITY_COUNT, 1 },
	{ "replicas", "replica", QUANTITY_COUNT, 1 },
	{ "shard", "shard", QUANTITY_COUNT, 1 },
	{ "shards", "shard", QUANTITY_COUNT, 1 },
	{ "vcpu", "vcpu", QUANTITY_COUNT, 1 },
	{ "vcpus", "vcpu", QUANTITY_COUNT, 1 },
	{ "cores", "core", QUANTITY_COUNT, 1 },
	{ "core", "core", QUANTITY_COUNT, 1 },
	{ "iops", "iops", QUANTITY_COUNT, 1 },
	{ "azs", "az", QUANTITY_COUNT, 1 },
	{ "regions", "region", QUANTITY_COUNT, 1 },
	{ "region", "region", QUANTITY_COUNT, 1 },
	{ "times", "time", QUANTITY_COUNT, 1 },
	{ "attempts", "attempt", QUANTITY_COUNT, 1 },
	{ "retries", "retry", QUANTITY_COUNT, 1 },
	{ "questions", "question", QUANTITY_COUNT, 1 },
	{ "layers", "layer", QUANTITY_COUNT, 1 },
	{ "buckets", "bucket", QUANTITY_COUNT, 1 },
	{ "connections", "connection", QUANTITY_COUNT, 1 },
	{ "rps", "rps", QUANTITY_COUNT, 1 },
	{ "wps", "wps", QUANTITY_COUNT, 1 },
	{ "tps", "tps", QUANTITY_COUNT, 1 },
	{ "consumer", "consumer", QUANTITY_COUNT, 1 },
	{ "consumers", "consumer", QUANTITY_COUNT, 1 },
	{ "executions", "execution", QUANTITY_COUNT, 1 },
	{ "functions", "function", QUANTITY_COUNT, 1 },
	{ "tables", "table", QUANTITY_COUNT, 1 },
	{ "indexes", "index", QUANTITY_COUNT, 1 },
	{ "versions", "version", QUANTITY_COUNT, 1 },
	{ "tags", "tag", QUANTITY_COUNT, 1 },
	{ "copies", "copy", QUANTITY_COUNT, 1 },
	{ "streams", "stream", QUANTITY_COUNT, 1 },
	{ "queues", "queue", QUANTITY_COUNT, 1 },
	{ "topics", "topic", QUANTITY_COUNT, 1 },
	{ "subscriptions", "subscription", QUANTITY_COUNT, 1 },
	{ "containers", "container", QUANTITY_COUNT, 1 },
	{ "ports", "port", QUANTITY_COUNT, 1 },
	{ "rows", "row", QUANTITY_COUNT, 1 },
	{ "columns", "column", QUANTITY_COUNT, 1 },
	{ "threads", "thread", QUANTITY_COUNT, 1 },
	{ "workers", "worker", QUANTITY_COUNT, 1 },
};

static const struct {
	const char *words;
	enum quantity_bound bound;
} bounds[] = {
	{ "up to", QUANTITY_MOST },	  { "max", QUANTITY_MOST },
	{ "maximum", QUANTITY_MOST },	  { "maximum of", QUANTITY_MOST },
	{ "max of", QUANTITY_MOST },	  { "at most", QUANTITY_MOST },
	{ "limit", QUANTITY_MOST },	  { "limit of", QUANTITY_MOST },
	{ "limit is", QUANTITY_MOST },	  { "limited to", QUANTITY_MOST },
	{ "no more than", QUANTITY_MOST }, { "only have", QUANTITY_MOST },
	{ "at least", QUANTITY_LEAST },	  { "min", QUANTITY_LEAST },
	{ "minimum", QUANTITY_LEAST },	  { "minimum of", QUANTITY_LEAST },
	{ "default", QUANTITY_DEFAULT },  { "defaults to", QUANTITY_DEFAULT },
	{ "default is", QUANTITY_DEFAULT }, { "by default", QUANTITY_DEFAULT },
	{ "default of", QUANTITY_DEFAULT },
	{ "max is", QUANTITY_MOST },	  { "maximum is", QUANTITY_MOST },
	{ "not exceed", QUANTITY_MOST },  { "as many as", QUANTITY_MOST },
	{ "min is", QUANTITY_LEAST },	  { "minimum is", QUANTITY_LEAST },
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool is_word_byte(char c)
{
	return is_digit(c) || is_letter(c) || (c & 0x80) || c == '_';
}

/* A comma and one or two digits, as "12,5" is written where a comma is the
 * point; "1,2,3" is a list. */
static bool is_decimal_comma(struct str s)
{
	size_t i = 1;

	while (i < s.len && is_digit(s.s[i]))
		i++;
	return s.s[0] == ',' && (i == 2 || i == 3) &&
	       (i >= s.len || (!is_word_byte(s.s[i]) && s.s[i] != ','));
}

/* Digits with one point, and commas between groups of three; how long. */
static size_t number_length(struct str s, double *value)
{
	double fraction = 0;
	unsigned digits = 0;
	size_t i = 0;

	*value = 0;
	for (; i < s.len && digits <= DIGITS_MAX; i++) {
		char c = s.s[i];
		bool more = i + 1 < s.len && is_digit(s.s[i + 1]);

		if (is_digit(c)) {
			digits++;
			if (fraction > 0)
				*value += (c - '0') * fraction, fraction /= 10;
			else
				*value = *value * 10 + (c - '0');
		} else if (fraction <= 0 &&
			   ((c == '.' && more) ||
			    (i && is_decimal_comma(str_from(s, i))))) {
			fraction = 0.1;
		} else if (c != ',' || fraction > 0 || i + 3 >= s.len ||
			   !is_digit(s.s[i + 1]) || !is_digit(s.s[i + 2]) ||
			   !is_digit(s.s[i + 3]) ||
			   (i + 4 < s.len && is_digit(s.s[i + 4]))) {
			break;
		}
	}
	return digits > DIGITS_MAX ? 0 : i;
}

/* The unit at the front, perhaps behind a blank; how many bytes it takes. */
static size_t unit_length(struct str s, const struct unit **out)
{
	size_t at = s.len && (*s.s == ' ' || *s.s == '-') ? 1 : 0, end = at;

	if (end < s.len && s.s[end] == '%')
		end++;
	else
		while (end < s.len && is_letter(s.s[end]))
			end++;
	if (end == at || (end < s.len && is_digit(s.s[end])))
		return 0;
	for (size_t i = 0; i < ARRAY_SIZE(units); i++) {
		struct str word = { s.s + at, end - at };

		if (!str_eq_nocase(word, str_of(units[i].word)))
			continue;
		/* "5 s" is rarely meant; "5s" is. */
		if (at && str_eq_nocase(word, STR("s")))
			return 0;
		*out = &units[i];
		return end;
	}
	return 0;
}

/* "up to 5", "(max: 5": what stands right before the number. */
static enum quantity_bound bound_before(struct str text, size_t at)
{
	size_t from = at > BOUND_WITHIN ? at - BOUND_WITHIN : 0;
	struct str s = str_trim_right((struct str){ text.s + from, at - from });

	while (s.len && strchr(":=~<$ ", s.s[s.len - 1]))
		s.len--;
	for (size_t i = 0; i < ARRAY_SIZE(bounds); i++) {
		size_t len = strlen(bounds[i].words);
		struct str tail;

		if (s.len < len ||
		    (s.len > len && is_word_byte(s.s[s.len - len - 1])))
			continue;
		tail = str_from(s, s.len - len);
		if (str_eq_nocase(tail, str_of(bounds[i].words)))
			return bounds[i].bound;
	}
	return QUANTITY_EXACT;
}

static const char *currency_before(struct str text, size_t at)
{
	if (at && text.s[at - 1] == '$')
		return "dollar";
	if (at >= 3 && !memcmp(text.s + at - 3, "\xe2\x82\xac", 3))
		return "euro";
	if (at >= 2 && !memcmp(text.s + at - 2, "\xc2\xa3", 2))
		return "pound";
	return NULL;
}

/* A number that is part of a name, a version, a date, a range or an address. */
static bool is_part_of_word(struct str text, size_t start, size_t end)
{
	char before = start ? text.s[start - 1] : ' ';
	char after = end < text.len ? text.s[end] : ' ';

	if (currency_before(text, start))
		before = ' ';
	if (is_word_byte(before) || strchr(".,/:-#@", before))
		return before != '-' || start < 2 || !is_digit(text.s[start - 2]);
	if (strchr("/:", after))
		return end + 1 < text.len && is_digit(text.s[end + 1]);
	return after == '.' && end + 1 < text.len &&
	       is_word_byte(text.s[end + 1]);
}

/* Read the number at `at`; false: it measures nothing. */
static bool quantity_read(struct str text, size_t at, size_t end, double value,
			  struct quantity *out)
{
	const struct unit *unit = NULL;
	const char *currency = currency_before(text, at);
	size_t len = unit_length(str_from(text, end), &unit);

	*out = (struct quantity){
		.kind = QUANTITY_COUNT,
		.bound = bound_before(text, at),
		.value = value,
		.text = { text.s + at, end + len - at },
		.unit = "",
	};
	if (currency) {
		out->kind = QUANTITY_MONEY;
		out->unit = currency;
		out->text.len = end - at;
		return true;
	}
	if (unit) {
		out->kind = unit->kind;
		out->unit = unit->unit;
		out->value *= unit->scale;
		return true;
	}
	return out->bound != QUANTITY_EXACT &&
	       (end >= text.len || !is_word_byte(text.s[end]));
}

bool quantity_next(struct str *rest, struct quantity *out)
{
	struct str text = *rest;
	size_t i = 0;

	while (i < text.len) {
		size_t len = 0;
		double value;

		if (!is_digit(text.s[i])) {
			i++;
			continue;
		}
		len = number_length(str_from(text, i), &value);
		if (len && !is_part_of_word(text, i, i + len) &&
		    quantity_read(text, i, i + len, value, out)) {
			*rest = str_from(text, (size_t)(out->text.s - text.s) +
						       out->text.len);
			return true;
		}
		while (i < text.len && is_word_byte(text.s[i]))
			i++;
	}
	*rest = str_from(text, text.len);
	return false;
}

#define SENTENCE_SIDE 200

static bool ends_sentence(struct str text, size_t at)
{
	char c = text.s[at];

	if (c == '\n' || c == ';')
		return true;
	return (c == '.' || c == '?' || c == '!') &&
	       (at + 1 == text.len || text.s[at + 1] == ' ');
}

/* Cut within no character of UTF-8. */
static size_t to_character(struct str text, size_t at)
{
	while (at < text.len && (text.s[at] & 0xc0) == 0x80)
		at++;
	return at;
}

struct str quantity_sentence(struct str text, const struct quantity *q)
{
	size_t at = (size_t)(q->text.s - text.s), end = at + q->text.len;
	size_t least = at > SENTENCE_SIDE ? at - SENTENCE_SIDE : 0;
	size_t most = text.len - end > SENTENCE_SIDE ? end + SENTENCE_SIDE
						     : text.len;
	size_t start = at;

	while (start > least && !ends_sentence(text, start - 1))
		start--;
	while (end < most && !ends_sentence(text, end))
		end++;
	start = to_character(text, start);
	end = to_character(text, end);
	return str_trim((struct str){ text.s + start, end - start });
}

/* Words of those who speak of their learning, as a sentence has them. */
static bool is_about_learning(struct str sentence)
{
	static const char *const words[] = {
		"i", "i'm", "i've", "i'll", "my", "me", "myself", "we",
		"course", "courses", "module", "modules", "exam", "exams",
		"lesson", "lessons", "video", "videos", "lecture",
		"lectures", "studied", "studying", "study", "exercises",
		"exercise", "challenge", "code", "coding", "score",
		"today", "yesterday", "tomorrow", "yourself", "feelings",
		"feeling", "thoughts", "quiz", "chapter", "day", "remaining",
		"progress", "practice", "review", "spent", "accuracy",
		"sleep", "learnings", "drill", "complete", "strict",
	};
	size_t i = 0;

	while (i < sentence.len) {
		size_t from = i;
		struct str word;

		while (i < sentence.len && (is_word_byte(sentence.s[i]) ||
					    sentence.s[i] == '\''))
			i++;
		word = (struct str){ sentence.s + from, i - from };
		for (size_t k = 0; word.len && k < ARRAY_SIZE(words); k++)
			if (str_eq_nocase(word, str_of(words[k])))
				return true;
		if (i == from)
			i++;
	}
	return false;
}

bool quantity_is_noted(struct str text, const struct quantity *q)
{
	struct str sentence = quantity_sentence(text, q), rest = sentence;
	size_t before = (size_t)(q->text.s - sentence.s);

	/* "since the 70s" */
	if (str_ends(str_upto(rest, before), "the ") && str_ends(q->text, "0s"))
		return false;
	if (q->kind == QUANTITY_COUNT && !strcmp(q->unit, "question"))
		return false;
	rest = str_from(sentence, before + q->text.len);
	return !is_about_learning(str_upto(sentence, before)) &&
	       !is_about_learning(rest);
}
