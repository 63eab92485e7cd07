/* SPDX-License-Identifier: MIT */
/* Changing settings from commands. */
#include "cmd/setting.h"

#include "cmd/report.h"

static int check(const char *key, const char *value, struct error *err)
{
	if (!value || !settings_check(key, value, err))
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
	if (check(key, value, err) || journal_begin(j, err))
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
		if (check(key, values[i], err))
			return -1;
	if (journal_begin(j, err))
		return -1;
	if (put_values(j, key, values, count, err)) {
		journal_abandon(j);
		return -1;
	}
	return commit(j, message, err);
}
