/* SPDX-License-Identifier: MIT */
/* A new exam, or one that is there and was spelled otherwise? */
#include "cmd/exam/exam.h"

#include <string.h>

#include "cmd/items/items.h"
#include "cmd/report.h"
#include "core/base/ascii.h"
#include "core/base/spelling.h"
#include "core/model/exam_template.h"

#define NAME_LEAST 4	/* shorter ones are near to many */
#define NAME_LONG 8	/* from here on, two slips are likely to be slips */

static bool is_of_word(char c)
{
	return ascii_is_digit(c) || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* DVA-C01 and DVA-C02 are two exams. */
static bool differ_in_digits(struct str a, struct str b)
{
	bool differ = false;

	for (size_t i = 0; a.len == b.len && i < a.len; i++) {
		if (a.s[i] == b.s[i])
			continue;
		if (!ascii_is_digit(a.s[i]) || !ascii_is_digit(b.s[i]))
			return false;
		differ = true;
	}
	return differ;
}

/* "AWS DVA-C02" has the words of "dva-c02". */
static bool has_words(struct str text, struct str words)
{
	for (size_t i = 0; words.len >= NAME_LEAST && i + words.len <= text.len;
	     i++) {
		size_t end = i + words.len;

		if (str_eq_nocase(str_upto(str_from(text, i), words.len),
				  words) &&
		    (!i || !is_of_word(text.s[i - 1])) &&
		    (end == text.len || !is_of_word(text.s[end])))
			return true;
	}
	return false;
}

static bool is_near(struct str typed, struct str name)
{
	size_t least = typed.len < name.len ? typed.len : name.len;
	size_t slips = spelling_distance(typed, name);

	if (slips && differ_in_digits(typed, name))
		return false;
	return !slips || (least >= NAME_LEAST && slips == 1) ||
	       (least >= NAME_LONG && slips == 2) || has_words(typed, name) ||
	       has_words(name, typed);
}

/* `code`: of the certification that the name is known for, or NULL. */
static bool is_meant(const struct exam *e, const char *name, const char *code)
{
	if (code && e->code)
		return !strcmp(e->code, code);
	return is_near(str_of(name), str_of(e->name)) ||
	       (e->code && is_near(str_of(name), str_of(e->code)));
}

/* Another exam that may have been meant; NULL: none. */
static const struct exam *find_meant(struct journal *j, const char *name)
{
	const struct settings *set = journal_settings(j);
	AUTO(arena) mem = ARENA_INIT;
	size_t count;
	const struct exam_template *all = exam_templates(&mem, &count);
	const struct exam_template *t = exam_template_find(all, count,
							   str_of(name));

	for (size_t i = 0; i < set->nexams; i++)
		if (strcmp(set->exams[i].name, name) != 0 &&
		    is_meant(&set->exams[i], name, t ? t->exam.code : NULL))
			return &set->exams[i];
	return NULL;
}

int exam_check_new(struct journal *j, const struct exam_args *a,
		   const char *name, struct error *err)
{
	const struct exam *meant = find_meant(j, name);

	if (meant)
		return error_set(err, ERROR_NOT_FOUND, "there is no exam '%s'; "
				 "did you mean '%s'?  'hecto exam add' makes "
				 "another", name, meant->name);
	if (!a->date && !a->when)
		return error_set(err, ERROR_USAGE,
				 "a new exam needs a day: --date 2022-08-01, "
				 "or --when 'spring 2027'");
	return 0;
}

/* Without a plan of its own, it is not said which of the work is for it. */
static void tell_of_plans(struct journal *j, const struct exam *e)
{
	AUTO(arena) mem = ARENA_INIT;
	const char *own;

	if (e->plan || journal_settings(j)->nexams < 2 || !plan_exists(j))
		return;
	own = plan_of_exam(j, e, &mem);
	report_note("all plans there are count for it, those of other exams "
		    "too; 'hecto exam set \"%s\" --plan %s' lets only that one "
		    "count", e->name, own ? own : "plans/NAME.md");
}

void exam_tell_new(struct journal *j, const char *name, bool add)
{
	const struct exam *meant = find_meant(j, name);

	if (meant)
		report_note("'%s' is a new exam beside '%s'; 'hecto exam rm "
			    "\"%s\"' forgets it", name, meant->name, name);
	else if (!add)
		report_note("'%s' is a new exam", name);
	tell_of_plans(j, exam_find(j, name));
}
