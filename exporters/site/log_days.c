/* SPDX-License-Identifier: MIT */
/* Links from one day of an imported log to another: "#day-3", "day-3.md". */
#include "exporters/site/log_days.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/ascii.h"
#include "core/base/path.h"
#include "exporters/site/facts.h"

#define NO_ENTRY ((size_t)-1)	/* or several are called so */

void log_days_release(struct log_days *d)
{
	strset_release(&d->logs);
	strset_release(&d->whole);
	strset_release(&d->begun);
	free(d->log_of);
	free(d->only);
}

static void add_key(struct strbuf *out, size_t log, struct str slug)
{
	strbuf_addf(out, "%zu/", log);
	strbuf_addslice(out, slug);
}

/* "day-3" of "day-3-may-9-2026": as far as its first number. */
static struct str begin_of(struct str slug)
{
	size_t at = 0;

	while (at < slug.len && !ascii_is_digit(slug.s[at]))
		at++;
	return str_upto(slug, at + str_find(str_from(slug, at), '-'));
}

static void name_day(struct log_days *d, size_t log, const char *heading,
		     size_t entry)
{
	AUTO(strbuf) slug = STRBUF_INIT;
	AUTO(strbuf) key = STRBUF_INIT;
	const char *kept;

	if (!heading || !*heading)
		return;
	path_add_slug(&slug, str_of(heading));
	add_key(&key, log, strbuf_slice(&slug));
	strset_add(&d->whole, strbuf_slice(&key), entry, &kept);
	strbuf_reset(&key);
	add_key(&key, log, begin_of(strbuf_slice(&slug)));
	if (!strset_add(&d->begun, strbuf_slice(&key), entry, &kept))
		strset_put(&d->begun, strbuf_slice(&key), NO_ENTRY);
}

/* The number of its log, from 1. */
static size_t log_of(struct log_days *d, const struct site_entry *e)
{
	struct str name = site_facts_text(e->facts, SITE_FACTS_LOG);
	size_t log = d->logs.count + 1;
	const char *kept;

	if (!name.len)
		return 0;
	if (!strset_add(&d->logs, name, log, &kept))
		strset_get(&d->logs, name, &log);
	return log;
}

void log_days_find(struct log_days *d, const struct site_view *v)
{
	d->log_of = xcalloc(v->nentries + 1, sizeof(*d->log_of));
	d->only = xcalloc(v->nentries + 1, sizeof(*d->only));
	for (size_t i = 0; i < v->nentries; i++) {
		size_t before = d->logs.count;
		size_t log = d->log_of[i] = log_of(d, &v->entries[i]);

		if (!log)
			continue;
		d->only[log - 1] = log > before ? i : NO_ENTRY;
		name_day(d, log, v->entries[i].heading, i);
	}
}

size_t log_days_named(const struct log_days *d, struct str path)
{
	size_t log;

	return strset_get(&d->logs, path_basename(path), &log) ? log : 0;
}

/* Then it is the place of another day, which is not shown. */
static bool has_digit(struct str fragment)
{
	for (size_t i = 0; i < fragment.len; i++)
		if (ascii_is_digit(fragment.s[i]))
			return true;
	return false;
}

bool log_days_get(const struct log_days *d, size_t log, struct str fragment,
		  size_t *entry)
{
	AUTO(strbuf) slug = STRBUF_INIT;
	AUTO(strbuf) key = STRBUF_INIT;

	if (!log)
		return false;
	path_add_slug(&slug, fragment);
	add_key(&key, log, strbuf_slice(&slug));
	if (fragment.len &&
	    (strset_get(&d->whole, strbuf_slice(&key), entry) ||
	     strset_get(&d->begun, strbuf_slice(&key), entry)))
		return *entry != NO_ENTRY;
	*entry = d->only[log - 1];
	return *entry != NO_ENTRY && !has_digit(fragment);
}
