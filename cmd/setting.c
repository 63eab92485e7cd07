/* SPDX-License-Identifier: MIT */
/* Changing settings from commands. */
#include "cmd/setting.h"

#include <string.h>

#include "cmd/report.h"

/* Topics go to a domain that the exam has, which no setting alone tells. */
static bool has_domain(struct journal *j, const char *key, const char *value)
{
	const struct settings *set = journal_settings(j);
	struct str name = str_of(key), domain = str_of(value);

	if (!str_starts(name, "exam.") || !str_ends(name, ".topics"))
		return false;
	name = str_from(str_upto(name, name.len - strlen(".topics")),
			strlen("exam."));
	while (domain.len && domain.s[domain.len - 1] != ':')
		domain.len--;
	domain = str_trim(str_upto(domain, domain.len ? domain.len - 1 : 0));
	for (size_t i = 0; i < set->nexams; i++)
		for (size_t k = 0; str_is(name, set->exams[i].name) &&
				   k < set->exams[i].ndomains; k++)
			if (str_is(domain, set->exams[i].domains[k].name))
				return true;
	return false;
}

static int check(struct journal *j, const char *key, const char *value,
		 struct error *err)
{
	if (!value || has_domain(j, key, value) ||
	    !settings_check(key, value, err))
		return 0;
	err->kind = ERROR_USAGE;
	return error_context(err, "cannot set '%s'", key);
}

static int commit(struct journal *j, const char *message, struct error *err)
{
	struct store_report report = { .changed = false };

	if (journal_commit(j, message, &report, err))
		return -1;
	report_store(&report);
	return 0;
}

int setting_change(struct journal *j, const char *key, const char *value,
		   bool add, const char *message, struct error *err)
{
	if (check(j, key, value, err) || journal_begin(j, err))
		return -1;
	if (journal_set_config(j, key, value, add, err)) {
		journal_abandon(j);
		return -1;
	}
	return commit(j, message, err);
}

static int put_values(struct journal *j, const char *key,
		      const char *const *values, size_t count,
		      struct error *err)
{
	if (journal_set_config(j, key, NULL, false, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (journal_set_config(j, key, values[i], true, err))
			return -1;
	return 0;
}

int setting_replace(struct journal *j, const char *key,
		    const char *const *values, size_t count,
		    const char *message, struct error *err)
{
	for (size_t i = 0; i < count; i++)
		if (check(j, key, values[i], err))
			return -1;
	if (journal_begin(j, err))
		return -1;
	if (put_values(j, key, values, count, err)) {
		journal_abandon(j);
		return -1;
	}
	return commit(j, message, err);
}
