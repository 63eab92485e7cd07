/* SPDX-License-Identifier: MIT */
/* Units and multipliers behind a number. */
#include "core/model/quantity_units.h"

#include <string.h>

#include "core/base/attributes.h"

static const struct quantity_unit units[] = {
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
	{ "d", "day", QUANTITY_TIME, 86400 },
	{ "y", "year", QUANTITY_TIME, 365 * 86400.0 },
	{ "yr", "year", QUANTITY_TIME, 365 * 86400.0 },
	{ "yrs", "year", QUANTITY_TIME, 365 * 86400.0 },
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
	{ "gbps", "gbps", QUANTITY_COUNT, 1 },
	{ "mbps", "mbps", QUANTITY_COUNT, 1 },
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
	{ "sekunden", "second", QUANTITY_TIME, 1 },
	{ "secondes", "second", QUANTITY_TIME, 1 },
	{ "segundos", "second", QUANTITY_TIME, 1 },
	{ "minuten", "minute", QUANTITY_TIME, 60 },
	{ "minutos", "minute", QUANTITY_TIME, 60 },
	{ "stunde", "hour", QUANTITY_TIME, 3600 },
	{ "stunden", "hour", QUANTITY_TIME, 3600 },
	{ "heure", "hour", QUANTITY_TIME, 3600 },
	{ "heures", "hour", QUANTITY_TIME, 3600 },
	{ "hora", "hour", QUANTITY_TIME, 3600 },
	{ "horas", "hour", QUANTITY_TIME, 3600 },
	{ "tag", "day", QUANTITY_TIME, 86400 },
	{ "tage", "day", QUANTITY_TIME, 86400 },
	{ "tagen", "day", QUANTITY_TIME, 86400 },
	{ "jours", "day", QUANTITY_TIME, 86400 },
	{ "d\xc3\xad""as", "day", QUANTITY_TIME, 86400 },
	{ "dias", "day", QUANTITY_TIME, 86400 },
	{ "wochen", "week", QUANTITY_TIME, 7 * 86400 },
	{ "semaines", "week", QUANTITY_TIME, 7 * 86400 },
	{ "semanas", "week", QUANTITY_TIME, 7 * 86400 },
	{ "monate", "month", QUANTITY_TIME, 30 * 86400 },
	{ "mois", "month", QUANTITY_TIME, 30 * 86400 },
	{ "meses", "month", QUANTITY_TIME, 30 * 86400 },
	{ "pib", "petabyte", QUANTITY_SIZE, 1125899906842624 },
	{ "bit", "bit", QUANTITY_SIZE, 0.125 },
	{ "bits", "bit", QUANTITY_SIZE, 0.125 },
	{ "gbps", "gbps", QUANTITY_COUNT, 1 },
	{ "mbps", "mbps", QUANTITY_COUNT, 1 },
	{ "mails", "mail", QUANTITY_COUNT, 1 },
	{ "emails", "mail", QUANTITY_COUNT, 1 },
	{ "events", "event", QUANTITY_COUNT, 1 },
	{ "gsis", "gsi", QUANTITY_COUNT, 1 },
	{ "lsis", "lsi", QUANTITY_COUNT, 1 },
	{ "addresses", "address", QUANTITY_COUNT, 1 },
	{ "ki", "kilobyte", QUANTITY_SIZE, 1024 },
	{ "mi", "megabyte", QUANTITY_SIZE, 1048576 },
	{ "gi", "gigabyte", QUANTITY_SIZE, 1073741824 },
	{ "partitions", "partition", QUANTITY_COUNT, 1 },
};

/* How many bytes a letter at the front takes: ASCII, or U+00C0 to U+00FF. */
static size_t letter_length(struct str s)
{
	if (s.len && ascii_is_letter(*s.s))
		return 1;
	return s.len > 1 && (unsigned char)*s.s == 0xC3 ? 2 : 0;
}

/* A word of letters at the front, perhaps behind one blank or hyphen. */
static struct str word_at(struct str s)
{
	size_t at = s.len && (*s.s == ' ' || *s.s == '-') ? 1 : 0;
	size_t end = at, letter;

	if (end < s.len && s.s[end] == '%')
		return (struct str){ s.s + at, 1 };
	while ((letter = letter_length(str_from(s, end))))
		end += letter;
	if (end < s.len && ascii_is_digit(s.s[end]))
		end = at;
	/* "100-days-of-code" is a name. */
	if (at && *s.s == '-' && end < s.len && s.s[end] == '-')
		end = at;
	return (struct str){ s.s + at, end - at };
}

size_t quantity_unit_length(struct str s, const struct quantity_unit **out)
{
	struct str word = word_at(s);

	/* "400,000 GB-seconds" are no bytes. */
	if (str_starts_nocase(str_from(s, (size_t)(word.s - s.s) + word.len),
			      "-second"))
		return 0;
	for (size_t i = 0; word.len && i < ARRAY_SIZE(units); i++)
		if (str_eq_nocase(word, str_of(units[i].word))) {
			*out = &units[i];
			return (size_t)(word.s - s.s) + word.len;
		}
	return 0;
}

double quantity_multiplier(struct str s, size_t *length)
{
	static const struct {
		const char *word;
		double times;
	} words[] = {
		{ "k", 1e3 },	     { "thousand", 1e3 }, { "million", 1e6 },
		{ "millions", 1e6 }, { "mio", 1e6 },	  { "billion", 1e9 },
		{ "trillion", 1e12 },
	};
	struct str word = word_at(s);

	*length = (size_t)(word.s - s.s) + word.len;
	for (size_t i = 0; word.len && i < ARRAY_SIZE(words); i++)
		if (*s.s != '-' && str_eq_nocase(word, str_of(words[i].word)))
			return words[i].times;
	*length = 0;
	return 1;
}

/* One of a list at the front; how long, or 0. */
static size_t length_of_any(struct str s, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_starts(s, list[i]))
			return strlen(list[i]);
	return 0;
}

size_t quantity_nines_length(struct str s)
{
	static const char *const times[] = {
		" x ", "x ", " x", "x", " \xc3\x97 ", " \xc3\x97", "\xc3\x97",
		" ",
	};
	static const char *const nines[] = {
		"9s", "9's", "9\xe2\x80\x99s", "nines",
	};
	size_t sign = length_of_any(s, times, ARRAY_SIZE(times));
	size_t nine = length_of_any(str_from(s, sign), nines,
				    ARRAY_SIZE(nines));
	struct str after = str_from(s, sign + nine);

	if (!sign || !nine || letter_length(after) ||
	    (after.len && ascii_is_digit(*after.s)))
		return 0;
	return sign + nine;
}

size_t quantity_range_sign(struct str s, bool *doubtful)
{
	static const char *const signs[] = {
		"-", "\xe2\x80\x93", "\xe2\x80\x94", "~",
		"\xe3\x80\x9c" /* U+301C */, "\xef\xbd\x9e" /* U+FF5E */,
	};
	static const char *const words[] = {
		" to ", " through ", " bis ", " \xc3\xa0 ",
	};
	size_t blank = s.len && *s.s == ' ';
	size_t sign = length_of_any(str_from(s, blank), signs,
				    ARRAY_SIZE(signs));
	struct str after = str_from(s, blank + sign);

	*doubtful = false;
	if (!sign)
		return length_of_any(s, words, ARRAY_SIZE(words));
	if (blank != (after.len && *after.s == ' '))
		return 0;
	/* " - " mostly parts a label from what is told of it. */
	*doubtful = blank && (s.s[1] == '-' || s.s[1] == '\xe2');
	return 2 * blank + sign;
}
