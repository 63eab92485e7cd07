/* SPDX-License-Identifier: MIT */
/* Numbers beside a name: the value of a letter, or the number of a release. */
#include "core/model/topic_number.h"

#include "core/base/attributes.h"
#include "core/model/quantity_units.h"

/* Releases have not more digits before the point. */
#define RELEASE_DIGITS 2

static size_t digits_at(struct str s)
{
	size_t n = 0;

	while (n < s.len && ascii_is_digit(s.s[n]))
		n++;
	return n;
}

/* Formulas are made of letters, also of Greek ones; "java >= 17" is none. */
static bool is_letter_of_formula(struct str name)
{
	static const char *const greek[] = {
		"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta",
		"theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "pi",
		"rho", "sigma", "tau", "phi", "chi", "psi", "omega",
	};

	for (size_t i = 0; i < ARRAY_SIZE(greek); i++)
		if (str_eq_nocase(name, str_of(greek[i])))
			return true;
	return name.len == 1;
}

static struct str without_blank(struct str s)
{
	return s.len && *s.s == ' ' ? str_from(s, 1) : s;
}

/* "=", "<=", ":="; an arrow is none. */
static size_t sign_length(struct str s)
{
	static const char *const signs[] = {
		"==", "<=", ">=", ":=", "=", "<", ">",
	};

	if (str_starts(s, "=>"))
		return 0;
	for (size_t i = 0; i < ARRAY_SIZE(signs); i++)
		if (str_starts(s, signs[i]))
			return str_of(signs[i]).len;
	return 0;
}

static bool has_unit(struct str after)
{
	const struct quantity_unit *unit;

	return quantity_unit_length(after, &unit) > 0;
}

/* "0.20 per million", "3 a day" */
static bool is_rate(struct str after)
{
	return str_starts(after, " per ") || str_starts(after, " a ") ||
	       str_starts(after, " x ");
}

/* A blank, a mark of the sentence or the end: nothing belongs to the number. */
static bool number_ends(struct str after)
{
	return !after.len || *after.s == ' ' || *after.s == ',' ||
	       *after.s == ';' || *after.s == ')' ||
	       (*after.s == '.' && (after.len == 1 || after.s[1] == ' '));
}

/* "= 0.1 works", "= 5, then", "> 0 for": a bare number. */
static bool value_follows(struct str s, bool small)
{
	size_t whole, part = 0;
	bool zero;

	if (s.len && *s.s == '-')
		s = str_from(s, 1);
	whole = digits_at(s);
	if (!whole)
		return false;
	zero = whole == 1 && *s.s == '0';
	s = str_from(s, whole);
	if (s.len && *s.s == '.' && (part = digits_at(str_from(s, 1))))
		s = str_from(s, 1 + part);
	if (!number_ends(s) || has_unit(s) || is_rate(s))
		return false;
	return part || (small && (!s.len || *s.s != ' ' || zero));
}

/* " * x" behind it, "x * " before it. */
static bool is_multiplied(struct str line, const char *start, const char *end)
{
	struct str before = { line.s, (size_t)(start - line.s) };
	struct str after = { end, line.len - (size_t)(end - line.s) };
	char factor = before.len > 3 ? start[-4] : ' ';

	return str_starts(after, " * ") ||
	       (str_ends(before, " * ") &&
		(ascii_is_alnum(factor) || factor == ')'));
}

bool number_in_formula(struct str line, const char *start, const char *end)
{
	struct str after = { end, line.len - (size_t)(end - line.s) };
	bool small = *start >= 'a' && *start <= 'z';
	size_t sign;

	if (!is_letter_of_formula((struct str){ start, (size_t)(end - start) }))
		return false;
	if (str_starts(after, "^") ||
	    (small && is_multiplied(line, start, end)))
		return true;
	after = without_blank(after);
	sign = sign_length(after);
	return sign && value_follows(without_blank(str_from(after, sign)),
				     small);
}

bool number_is_release(struct str line, const char *end, bool parted)
{
	struct str after = { end, line.len - (size_t)(end - line.s) };
	size_t whole, part = 0;

	if (!after.len || *end != ' ')
		return false;
	after = str_from(after, 1);
	if (after.len && *after.s == 'v')
		after = str_from(after, 1);
	whole = digits_at(after);
	if (!whole || whole > RELEASE_DIGITS)
		return false;
	after = str_from(after, whole);
	while (after.len && *after.s == '.' &&
	       (whole = digits_at(str_from(after, 1)))) {
		after = str_from(after, 1 + whole);
		part = whole;
	}
	return number_ends(after) && !has_unit(after) && (part || !parted);
}
