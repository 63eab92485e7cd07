/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_LIMITS_H
#define CORE_BASE_LIMITS_H

/*
 * Every size that comes from outside meets its limit here before memory is
 * asked for.  Bytes unless said otherwise.
 */
#define LIMIT_FILE		((size_t)64 << 20)	/* one file read whole */
#define LIMIT_MAPPED		((size_t)1 << 30)	/* one of ours, mapped */
#define LIMIT_ENTRY		((size_t)8 << 20)	/* one entry */
#define LIMIT_JSON_VALUES	((size_t)4 << 20)	/* of one file */
#define LIMIT_FRONT_MATTER	((size_t)64 << 10)
#define LIMIT_MARKDOWN		((size_t)1 << 20)	/* parsed as Markdown */
#define LIMIT_PATH		((size_t)4096)
#define LIMIT_SLUG		((size_t)80)
#define LIMIT_QUERY		((size_t)4096)
#define LIMIT_DAY_NUMBER	99999			/* "Day N" */
#define LIMIT_ROUND		99			/* "RnDm" */
#define LIMIT_MINUTES		(24 * 60)		/* of one day */

#endif
