/* SPDX-License-Identifier: MIT */
/* What the abbreviations before a plan's questions stand for. */
#include "core/model/plan_prefix.h"

#include <string.h>

#include "core/base/ascii.h"

/* How well a prefix fits a name, the best last. */
enum fit {
	FIT_NOT,
	FIT_LETTERS,
	FIT_BEGINNING,
	FIT_INITIALS,
	FIT_ALIAS,
};

static char fold(char c)
{
	return ascii_is_upper(c) ? (char)(c | 32) : c;
}

bool plan_prefix_in(enum plan_section section)
{
	return section == PLAN_QUESTIONS || section == PLAN_HANDS_ON;
}

/* Does a word begin at `i`: "Parameter Store", "CodeDeploy", "DynamoDB"? */
static bool begins_word(struct str name, size_t i)
{
	char before = i ? name.s[i - 1] : ' ';

	return ascii_is_alnum(name.s[i]) && (!ascii_is_alnum(before) ||
				       ascii_is_upper(name.s[i]));
}

static bool is_initials(struct str prefix, struct str name)
{
	size_t n = 0;

	for (size_t i = 0; i < name.len; i++) {
		if (!begins_word(name, i))
			continue;
		if (n == prefix.len || fold(prefix.s[n]) != fold(name.s[i]))
			return false;
		n++;
	}
	return n == prefix.len;
}

/* "KSS" in "kineSiS": from the first letter on, in order. */
static bool has_letters(struct str prefix, struct str name)
{
	size_t n = 1;

	if (!name.len || fold(*prefix.s) != fold(*name.s))
		return false;
	for (size_t i = 1; i < name.len && n < prefix.len; i++)
		n += fold(name.s[i]) == fold(prefix.s[n]);
	return n == prefix.len;
}

static enum fit fit_of(struct str prefix, struct str name)
{
	if (is_initials(prefix, name))
		return FIT_INITIALS;
	if (prefix.len < name.len &&
	    str_eq_nocase(str_upto(name, prefix.len), prefix))
		return FIT_BEGINNING;
	return has_letters(prefix, name) ? FIT_LETTERS : FIT_NOT;
}

static enum fit fit_of_service(const struct topic_catalogue *c,
			       const struct plan_service *s,
			       struct str prefix, const struct topic **topic)
{
	enum fit heading, name;

	*topic = topic_find(c, s->name);
	if (!*topic)
		return FIT_NOT;
	if (topic_find(c, prefix) == *topic)
		return FIT_ALIAS;
	heading = fit_of(prefix, s->name);
	name = fit_of(prefix, topic_short_name(c, *topic));
	return heading > name ? heading : name;
}

const struct topic *plan_prefix_topic(const struct topic_catalogue *c,
				      const struct plan_service *services,
				      size_t count, struct str prefix)
{
	const struct topic *best = NULL;
	enum fit best_fit = FIT_NOT;
	bool tie = false;

	if (prefix.len < 2)
		return NULL;
	for (size_t i = 0; i < count; i++) {
		const struct topic *topic;
		enum fit fit = fit_of_service(c, &services[i], prefix, &topic);

		if (fit == FIT_NOT || fit < best_fit)
			continue;
		tie = fit == best_fit && (tie || topic != best);
		best_fit = fit;
		best = topic;
	}
	if (best_fit == FIT_NOT)
		return topic_find(c, prefix);
	return tie ? NULL : best;
}
