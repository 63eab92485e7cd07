/* SPDX-License-Identifier: MIT */
/* One value for all that a snapshot of a journal is made of. */
#include "core/journal_private.h"

/* Each with its length, so that no two lists of fields look alike. */
static void add_field(struct sha256 *sum, struct str s)
{
	uint64_t len = s.len;

	sha256_add(sum, (struct str){ (const char *)&len, sizeof(len) });
	sha256_add(sum, s);
}

static void add_settings(struct sha256 *sum, struct journal *j)
{
	const struct config_pair *pairs;
	size_t count;

	journal_config(j, &pairs, &count);
	for (size_t i = 0; i < count; i++) {
		add_field(sum, str_of(pairs[i].key));
		add_field(sum, str_of(pairs[i].value));
	}
	add_field(sum, str_of(journal_topics_key(j)));
	add_field(sum, str_of(day_format(journal_today(j)).s));
}

static int add_logs(struct sha256 *sum, struct journal *j, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct journal_log *logs;
	size_t count;

	if (journal_logs(j, &mem, &logs, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		add_field(sum, str_of(logs[i].name));
		add_field(sum, logs[i].preamble);
		for (size_t k = 0; k < logs[i].nids; k++)
			add_field(sum, str_of(logs[i].ids[k]));
	}
	return 0;
}

int journal_digest(struct journal *j, struct sha256_hex *out,
		   struct error *err)
{
	uint64_t files;
	struct sha256 sum;
	struct index *ix;

	if (journal_index(j, &ix, err) || index_digest(ix, &files, err))
		return -1;
	sha256_init(&sum);
	add_field(&sum, (struct str){ (const char *)&files, sizeof(files) });
	add_settings(&sum, j);
	if (add_logs(&sum, j, err))
		return -1;
	*out = sha256_end(&sum);
	return 0;
}
