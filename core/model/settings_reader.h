/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_SETTINGS_READER_H
#define CORE_MODEL_SETTINGS_READER_H

#include "core/base/date.h"
#include "core/model/settings.h"

/* Settings while they are read: between settings.c, _values.c, _exams.c and
 * _targets.c. */

/* An exam while its list of domains grows. */
struct open_exam {
	struct exam exam;
	struct exam_domain *domains;
};

/* Lists while they grow; what is finished is handed to the settings. */
struct reader {
	struct settings *out;
	struct arena *mem;
	struct pause *pauses;
	int *rest_days;
	struct open_exam *exams;
	struct target *targets;
};

/* One key, and how its value is read into the settings. */
struct setting {
	const char *key;
	int (*read)(struct reader *r, struct str value, struct error *err);
};

/* The complaint "'value' is not …", that an address has a password, which is
 * not repeated, and that there is no such key. */
int setting_refuse(struct str value, const char *wanted, struct error *err);
int setting_refuse_password(struct error *err);
int setting_refuse_key(struct str key, struct error *err);

/*
 * Make room for one more in an array of an arena.  It grows when it is full,
 * which is whenever the count is a power of two.
 */
void *setting_grow(struct arena *mem, void *items, size_t count, size_t size);

/* settings_values.c: every key but those of exams and targets; ends with a NULL key. */
extern const struct setting settings_known[];

/* settings_exams.c: "exam.NAME.date" and so on; then the checked list. */
int setting_read_exam(struct reader *r, struct str key, struct str value,
		      struct error *err) MUST_CHECK;
int setting_finish_exams(struct reader *r, struct error *err) MUST_CHECK;

/* settings_targets.c: "target.NAME.url" and so on. */
int setting_read_target(struct reader *r, struct str key, struct str value,
			struct error *err) MUST_CHECK;

#endif
