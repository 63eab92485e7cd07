/* SPDX-License-Identifier: MIT */
/* Checks of what keeps the files: the repository and the index. */
#include "core/model/check_rows.h"

static void report(struct findings *f, const struct check_journal *j,
		   enum check_fault_kind kind)
{
	for (size_t i = 0; i < j->nfaults; i++) {
		const struct check_fault *fault = &j->faults[i];

		if (fault->kind == kind)
			findings_add(f, fault->where, 0, STR(""), fault->why,
				     fault->proposal);
	}
}

void check_damage(struct findings *f, const struct check_journal *j)
{
	report(f, j, FAULT_DAMAGE);
}

void check_index(struct findings *f, const struct check_journal *j)
{
	report(f, j, FAULT_INDEX);
}

void check_interrupted(struct findings *f, const struct check_journal *j)
{
	report(f, j, FAULT_INTERRUPTED);
}

void check_uncommitted(struct findings *f, const struct check_journal *j)
{
	report(f, j, FAULT_UNCOMMITTED);
}
