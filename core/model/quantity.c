/* SPDX-License-Identifier: MIT */
/* Finding numbers with units in a text. */
#include "core/model/quantity.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/model/quantity_bounds.h"
#include "core/model/quantity_rate.h"
#include "core/model/quantity_units.h"
#include "core/model/wording.h"

#define DIGITS_MAX 15
#define EN_DASH "\xe2\x80\x93"	/* of "60–120", as good as a hyphen */
#define LEAST_SHORT_DAYS 4	/* fewer are dimensions: "2d", "3d" */

/* A comma and one or two digits, as "12,5" is written where a comma is the
 * point; "1,2,3" is a list. */
static bool is_decimal_comma(struct str s)
{
	size_t i = 1;

	while (i < s.len && ascii_is_digit(s.s[i]))
		i++;
	return s.s[0] == ',' && (i == 2 || i == 3) &&
	       (i >= s.len || (!is_word_byte(s.s[i]) && s.s[i] != ','));
}

/* The letters that a text ends with. */
static struct str last_letters(struct str s)
{
	size_t from = s.len;

	while (from && ascii_is_letter(s.s[from - 1]))
		from--;
	return str_from(s, from);
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
		bool more = i + 1 < s.len && ascii_is_digit(s.s[i + 1]);

		if (ascii_is_digit(c)) {
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
			   !ascii_is_digit(s.s[i + 1]) ||
			   !ascii_is_digit(s.s[i + 2]) ||
			   !ascii_is_digit(s.s[i + 3]) ||
			   (i + 4 < s.len && ascii_is_digit(s.s[i + 4]))) {
			break;
		}
	}
	return digits > DIGITS_MAX ? 0 : i;
}

/* The currency whose sign stands before a number, and how long that is. */
static const char *currency_before(struct str text, size_t at, size_t *len)
{
	static const struct {
		const char *sign, *unit;
	} currencies[] = {
		{ "$", "dollar" },
		{ "\xe2\x82\xac", "euro" },
		{ "\xc2\xa3", "pound" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(currencies); i++) {
		*len = strlen(currencies[i].sign);
		if (str_ends(str_upto(text, at), currencies[i].sign))
			return currencies[i].unit;
	}
	*len = 0;
	return NULL;
}

/* A clock time, a part of a path or of a version goes on behind the number. */
static bool goes_on_as_word(struct str text, size_t end)
{
	char after = end < text.len ? text.s[end] : ' ';

	if (strchr("/:", after))
		return end + 1 < text.len && ascii_is_digit(text.s[end + 1]);
	return after == '.' && end + 1 < text.len &&
	       is_word_byte(text.s[end + 1]);
}

/* A number that is part of a name, a version, a date, a range or an address. */
static bool is_part_of_word(struct str text, size_t start, size_t end)
{
	char before = start ? text.s[start - 1] : ' ';
	size_t sign;

	if (currency_before(text, start, &sign))
		before = ' ';
	if (str_ends(str_upto(text, start), EN_DASH))
		return start <= strlen(EN_DASH) ||
		       !ascii_is_digit(text.s[start - strlen(EN_DASH) - 1]);
	if (is_word_byte(before) || strchr(".,/:-#@", before))
		return before != '-' || start < 2 ||
		       !ascii_is_digit(text.s[start - 2]);
	return goes_on_as_word(text, end);
}

/* "5 s" is rarely meant; "5s" is, and "after 5 s". */
static bool is_lone_second(struct str text, size_t end, size_t len)
{
	return len == 2 && text.s[end] == ' ' &&
	       (text.s[end + 1] | 32) == 's';
}

/* "30d" and "1y" are times; "30 d", "2D" and "2y + 1" are not. */
static bool is_lone_letter(struct str text, size_t end, size_t len,
			   double value)
{
	struct str after = str_from(text, end + len);
	char letter = text.s[end + len - 1];

	if ((letter | 0x20) != 'd' && (letter | 0x20) != 'y')
		return false;
	if (len > 2 || (len == 2 && ascii_is_letter(text.s[end])))
		return false;
	if (len == 2 || letter < 'a')
		return true;
	if (letter == 'd')
		return value < LEAST_SHORT_DAYS;
	return str_starts(after, " = ") || str_starts(after, " + ") ||
	       str_starts(after, " - ") || str_starts(after, " * ");
}

/* "| 30 s |", "| ~60 s" */
static bool is_cell(struct str text, size_t at, size_t end)
{
	struct str before = str_upto(text, at), after = str_from(text, end);

	if (str_ends(before, "~"))
		before.len--;
	return str_ends(before, "| ") &&
	       (!after.len || str_starts(after, " |") ||
		str_starts(after, " ("));
}

static bool leads_to_time(struct str text, size_t at)
{
	static const char *const words[] = {
		"after ", "within ", "every ", "for ", "in ", "of ", "is ",
		"to ", ": ", "timeout ", "interval ", "delay ", "period ",
		"cooldown ", "default ", "max ", "min ", "about ", "wait ",
		"waits ",
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_ends(str_upto(text, at), words[i]))
			return true;
	return false;
}

/* "24h/24", "7 days/7": all the time, and no amount of it. */
static bool is_all_day(struct str text, struct str number, size_t end)
{
	struct str after = str_from(text, end + 1);

	return end < text.len && text.s[end] == '/' &&
	       after.len >= number.len &&
	       str_eq(str_upto(after, number.len), number) &&
	       (after.len == number.len || !is_word_byte(after.s[number.len]));
}

/* "11 x 9s" and "five 9s": the former is a share, which `out` becomes. */
static bool read_nines(struct str text, size_t end, double value,
		       struct quantity *out)
{
	size_t len = quantity_nines_length(str_from(text, end));
	double part = 100;

	if (!len || value < 2 || value > DIGITS_MAX)
		return false;
	for (int n = 0; n < (int)value; n++)
		part /= 10;
	out->kind = QUANTITY_PERCENT;
	out->unit = "percent";
	out->value = out->least = 100 - part;
	out->text.len += len;
	return true;
}

/* "five 9s", "eleven x 9s" */
static bool is_counted_nine(struct str text, size_t at, size_t end)
{
	static const char *const words[] = {
		"two", "three", "four", "five", "six", "seven", "eight",
		"nine", "ten", "eleven", "twelve",
	};
	struct str before = str_trim_right(str_upto(text, at));

	if (end != at + 1 || text.s[at] != '9' || end == text.len ||
	    text.s[end] != 's')
		return false;
	if (str_ends(before, " x"))
		before = str_trim_right(str_upto(before, before.len - 2));
	return wording_is_among(last_letters(before), words,
				ARRAY_SIZE(words));
}

/* Read the number at `at`; false: it measures nothing. */
static bool quantity_read(struct str text, size_t at, size_t end, double value,
			  struct quantity *out)
{
	const struct quantity_unit *unit = NULL;
	enum quantity_bound behind;
	size_t len, many, sign;
	const char *currency = currency_before(text, at, &sign);
	double times = quantity_multiplier(str_from(text, end), &many);

	end += many;
	value *= times;
	len = quantity_unit_length(str_from(text, end), &unit);
	if (unit && is_lone_second(text, end, len) &&
	    !leads_to_time(text, at) && !is_cell(text, at, end + len))
		unit = NULL, len = 0;
	if (unit && is_lone_letter(text, end, len, value))
		unit = NULL, len = 0;
	*out = (struct quantity){
		.kind = QUANTITY_COUNT,
		.bound = quantity_bound_before(text, at),
		.value = value,
		.least = value,
		.text = { text.s + at, end + len - at },
		.unit = "",
	};
	if (!unit && read_nines(text, end, value, out))
		return true;
	if (unit && (is_all_day(text, (struct str){ text.s + at, end - at },
				end + len) ||
		     is_counted_nine(text, at, end)))
		return false;
	if (currency) {
		out->kind = QUANTITY_MONEY;
		out->unit = currency;
		out->text = (struct str){ text.s + at - sign, end - at + sign };
		return true;
	}
	if (unit) {
		out->kind = unit->kind;
		out->unit = unit->unit;
		out->value *= unit->scale;
		out->least = out->value;
		return true;
	}
	if (end < text.len && is_word_byte(text.s[end]))
		return false;
	behind = quantity_bound_behind(str_from(text, end));
	if (behind != QUANTITY_EXACT)
		out->bound = behind;
	/* "Subnets per VPC: 200" */
	if (out->bound == QUANTITY_EXACT &&
	    quantity_is_labelled(text, at, end, &out->bound))
		return true;
	/* "5k" may be a key to press. */
	return times > 1000 || out->bound != QUANTITY_EXACT ||
	       quantity_is_rate(str_from(text, end));
}

/* "Lab 3 - 5 hours": the number belongs to what stands before it. */
static bool is_labelled(struct str text, size_t at)
{
	struct str word;

	if (!at || text.s[at - 1] != ' ')
		return false;
	word = last_letters(str_upto(text, at - 1));
	return word.len && *word.s >= 'A' && *word.s <= 'Z';
}

/* "between 3 and 5 hours" */
static size_t range_sign(struct str text, size_t at, size_t end)
{
	struct str after = str_from(text, end);
	bool doubtful;
	size_t len = quantity_range_sign(after, &doubtful);

	if (!len && str_starts(after, " and ") &&
	    (str_ends(str_upto(text, at), "between ") ||
	     str_ends(str_upto(text, at), "Between ")))
		return strlen(" and ");
	return doubtful && is_labelled(text, at) ? 0 : len;
}

/* What measures the second end measures the first, and the other way round. */
static bool ends_agree(const struct quantity *low, double number,
		       struct quantity *high, bool measured)
{
	double scale = number > 0 ? high->value / number : 0;

	if (!measured) {
		if (*low->unit && low->kind != QUANTITY_MONEY)
			return false;
		high->kind = low->kind;
		high->unit = low->unit;
	}
	high->least = *low->unit ? low->value : low->value * scale;
	return (!*low->unit || low->kind == high->kind) &&
	       (low->kind != QUANTITY_COUNT || !*low->unit ||
		!strcmp(low->unit, high->unit)) &&
	       high->least < high->value;
}

/*
 * Read "3 to 5 hours" or "128 MB - 10 GB" whose first end was read as `low`;
 * `lone`: that is a quantity by itself.
 */
static bool range_read(struct str text, const struct quantity *low, bool lone,
		       struct quantity *out)
{
	size_t at = (size_t)(low->text.s - text.s), end = at + low->text.len;
	size_t sign = range_sign(text, at, end), len;
	bool measured;
	double number;

	if (!sign)
		return false;
	at = end + sign;
	if (at < text.len && text.s[at] == '$' && low->kind == QUANTITY_MONEY)
		at++;
	if (at >= text.len || !ascii_is_digit(text.s[at]))
		return false;
	len = number_length(str_from(text, at), &number);
	if (!len || goes_on_as_word(text, at + len))
		return false;
	measured = quantity_read(text, at, at + len, number, out);
	if (!measured && (!lone || (at + len < text.len &&
				    is_word_byte(text.s[at + len]))))
		return false;
	if (!ends_agree(low, number, out, measured))
		return false;
	len = (size_t)(out->text.s - low->text.s) + out->text.len;
	out->text = (struct str){ low->text.s, len };
	out->bound = low->bound;
	return true;
}

#define BARE_MOST 100		/* from which on a bare range is one of values */

/* "priority 100 to 4096", "range 30000-32767": from one value to another, and
 * neither years nor the hours of a day. */
static bool bare_range_read(struct str text, const struct quantity *low,
			    struct quantity *out)
{
	static const char *const words[] = {
		"range", "ranges", "priority", "priorities", "from",
		"between", "values", "value",
	};
	size_t at = (size_t)(low->text.s - text.s), end = at + low->text.len;
	size_t sign = range_sign(text, at, end), len;
	double number;

	if (*low->unit || !sign ||
	    !wording_is_among(last_letters(str_trim_right(str_upto(text, at))),
			      words, ARRAY_SIZE(words)))
		return false;
	len = number_length(str_from(text, end + sign), &number);
	if (!len || goes_on_as_word(text, end + sign + len) ||
	    number < BARE_MOST || number <= low->value ||
	    (low->value >= 1900 && number <= 2100))
		return false;
	*out = *low;
	out->value = number;
	out->text.len = end + sign + len - at;
	return true;
}

/* The quantity that begins with the number at `at`, if one does. */
static bool read_at(struct str text, size_t at, size_t end, double value,
		    struct quantity *out)
{
	struct quantity low;
	bool lone;

	if (is_part_of_word(text, at, end))
		return false;
	lone = quantity_read(text, at, end, value, &low);
	if (range_read(text, &low, lone, out) ||
	    bare_range_read(text, &low, out))
		return true;
	*out = low;
	return lone;
}

/* What the clause says of something measured, if nothing right before it. */
static void find_bound(struct str text, const struct quantity *last,
		       struct quantity *q)
{
	size_t at = (size_t)(q->text.s - text.s);
	const char *end = str_from(last->text, last->text.len).s;

	if (q->bound != QUANTITY_EXACT || !*q->unit)
		return;
	q->bound = quantity_bound_told(text, at, at + q->text.len);
	if (q->bound == QUANTITY_EXACT && last->text.s && end == text.s &&
	    last->kind == q->kind && quantity_shares_bound(str_upto(text, at)))
		q->bound = last->bound;
}

bool quantity_next(struct str *rest, struct quantity *out)
{
	struct str text = *rest;
	struct quantity last = *out;
	size_t i = 0;

	while (i < text.len) {
		size_t len = 0;
		double value;

		if (!ascii_is_digit(text.s[i])) {
			i++;
			continue;
		}
		len = number_length(str_from(text, i), &value);
		if (len && read_at(text, i, i + len, value, out)) {
			find_bound(text, &last, out);
			*rest = str_from(text, (size_t)(out->text.s - text.s) +
						       out->text.len);
			return true;
		}
		while (i < text.len && is_word_byte(text.s[i]) &&
		       !str_starts(str_from(text, i), EN_DASH))
			i++;
	}
	*rest = str_from(text, text.len);
	return false;
}
