/* SPDX-License-Identifier: MIT */
/*
 * Logs of the challenge: each one that was imported as it came, byte for byte,
 * with the entries that were made since in its own style.
 */
#include "exporters/100days.h"

#include <string.h>

#include "core/base/strset.h"
#include "exporters/exporter.h"

#define OWN_LOG "log.md"

static const char *line_end_text(enum line_end end)
{
	static const char *const texts[] = {
		[LINE_END_LF] = "\n", [LINE_END_CRLF] = "\r\n",
		[LINE_END_CR] = "\r", [LINE_END_NONE] = "",
	};

	return texts[end];
}

/* A log that is being written. */
struct page {
	const struct snapshot *s;
	const struct snapshot_log *log;		/* NULL: one of our own */
	const struct entry **added;		/* made since, oldest first */
	size_t nadded;
	const struct entry *sample;		/* whose heading is followed */
	const char *eol;
	struct strbuf text;
};

static const struct entry *log_entry(const struct page *p, size_t i)
{
	return &p->s->entries[p->log->entries[i]];
}

/* --- what the log is like ------------------------------------------------ */

static bool is_newest_first(const struct page *p)
{
	long steps = 0;
	int before = DAY_NONE;

	for (size_t i = 0; p->log && i < p->log->nentries; i++) {
		int day = entry_day(log_entry(p, i));

		if (day == DAY_NONE)
			continue;
		if (before != DAY_NONE)
			steps += day > before ? 1 : day < before ? -1 : 0;
		before = day;
	}
	return steps < 0;
}

/* The newest entry whose heading can be followed for `e`, or NULL. */
static const struct entry *sample_for(const struct page *p,
				      const struct entry *e)
{
	const struct entry *best = NULL;
	AUTO(strbuf) trial = STRBUF_INIT;

	for (size_t i = 0; p->log && i < p->log->nentries; i++) {
		const struct entry *sample = log_entry(p, i);

		if (!sample->heading.s ||
		    (best && entry_day(sample) < entry_day(best)))
			continue;
		strbuf_reset(&trial);
		if (heading_add_like(&trial, sample, e))
			best = sample;
	}
	return best;
}

static const char *eol_of(const struct page *p)
{
	for (size_t i = 0; p->log && i < p->log->nentries; i++) {
		const struct entry *e = log_entry(p, i);

		if (e->heading.s && e->heading_end != LINE_END_NONE)
			return line_end_text(e->heading_end);
	}
	return "\n";
}

/* The round that the log writes into its headings, or 0. */
static int round_of(const struct page *p)
{
	int round = 0;

	for (size_t i = 0; p->log && i < p->log->nentries; i++)
		if (log_entry(p, i)->round > round)
			round = log_entry(p, i)->round;
	return round;
}

/* The level of its last heading, where that is "###". */
static int level_of(const struct page *p)
{
	for (size_t i = p->log ? p->log->nentries : 0; i-- > 0;) {
		struct str heading = log_entry(p, i)->heading;
		int level = 0;

		while ((size_t)level < heading.len && heading.s[level] == '#')
			level++;
		if (level >= 1 && level <= 6)
			return level;
	}
	return 3;
}

/* --- entries that are new ------------------------------------------------ */

static void add_lines(struct page *p, struct str text)
{
	struct str line;

	while ((line = str_next_line(&text)).s) {
		if (line.len && line.s[line.len - 1] == '\r')
			line.len--;
		strbuf_addslice(&p->text, line);
		strbuf_addstr(&p->text, p->eol);
	}
}

static void add_heading(struct page *p, const struct entry *e)
{
	int round = round_of(p);

	if (p->sample && heading_add_like(&p->text, p->sample, e))
		return;
	heading_add_plain(&p->text, e, e->round && round ? e->round : round,
			  level_of(p));
}

static void add_entry(struct page *p, const struct entry *e)
{
	struct str body = e->body;

	if (e->heading.s)
		strbuf_addslice(&p->text, e->heading);
	else
		add_heading(p, e);
	strbuf_addstr(&p->text, p->eol);
	while (body.len && (body.s[0] == '\n' || body.s[0] == '\r'))
		body = str_from(body, 1);
	body = str_trim_right(body);
	if (body.len) {
		strbuf_addstr(&p->text, p->eol);
		add_lines(p, body);
	}
}

/* End the text with a blank line, unless it is empty. */
static void add_blank(struct page *p)
{
	struct str text = strbuf_slice(&p->text);
	size_t ends = 0, n = strlen(p->eol);

	if (!text.len)
		return;
	while (text.len >= n && ends < 2 &&
	       !memcmp(text.s + text.len - n, p->eol, n)) {
		text.len -= n;
		ends++;
	}
	for (; ends < 2; ends++)
		strbuf_addstr(&p->text, p->eol);
}

static void add_new_entries(struct page *p, bool newest_first)
{
	for (size_t i = 0; i < p->nadded; i++) {
		size_t at = newest_first ? p->nadded - 1 - i : i;

		add_blank(p);
		add_entry(p, p->added[at]);
	}
	if (newest_first && p->nadded)
		add_blank(p);
}

/* --- a whole log --------------------------------------------------------- */

static void add_old_entries(struct page *p)
{
	for (size_t i = 0; i < p->log->nentries; i++) {
		const struct entry *e = log_entry(p, i);

		if (!e->heading.s) {
			add_blank(p);
			add_entry(p, e);
			continue;
		}
		strbuf_addslice(&p->text, e->heading);
		strbuf_addstr(&p->text, line_end_text(e->heading_end));
		strbuf_addslice(&p->text, e->body);
	}
}

static void page_fill(struct page *p)
{
	bool newest_first = is_newest_first(p);

	p->eol = eol_of(p);
	if (p->nadded)
		p->sample = sample_for(p, p->added[p->nadded - 1]);
	if (p->log)
		strbuf_addslice(&p->text, p->log->preamble);
	else
		strbuf_addstr(&p->text, "# 100 Days Of Code - Log\n");
	if (newest_first)
		add_new_entries(p, true);
	if (p->log)
		add_old_entries(p);
	if (!newest_first)
		add_new_entries(p, false);
}

static int page_write(struct page *p, const char *name, struct export_out *out,
		      struct error *err)
{
	int result;

	page_fill(p);
	result = out->file(out, name, strbuf_slice(&p->text), err);
	strbuf_release(&p->text);
	return result;
}

/* --- which entries belong where ------------------------------------------ */

/* The entries that no log lists, in the order of the snapshot. */
static size_t find_added(const struct snapshot *s, const struct entry **added)
{
	AUTO(strset) listed = STRSET_INIT;
	size_t n = 0;

	for (size_t i = 0; i < s->nlogs; i++)
		for (size_t k = 0; k < s->logs[i].nentries; k++)
			strset_put(&listed, str_of(s->entries[
				s->logs[i].entries[k]].id), 1);
	for (size_t i = 0; i < s->nentries; i++)
		if (!strset_has(&listed, str_of(s->entries[i].id)))
			added[n++] = &s->entries[i];
	return n;
}

static bool has_log(const struct snapshot *s, const char *name)
{
	for (size_t i = 0; i < s->nlogs; i++)
		if (!strcmp(s->logs[i].name, name))
			return true;
	return false;
}

/* New entries go to the only log, else to the one that we would make. */
static const char *log_of_added(const struct snapshot *s)
{
	return s->nlogs == 1 ? s->logs[0].name : OWN_LOG;
}

static bool is_wanted(const struct export_options *options, const char *name)
{
	return !options->log || !strcmp(options->log, name);
}

static int write_logs(const struct snapshot *s,
		      const struct export_options *options,
		      const struct entry **added, size_t nadded,
		      struct export_out *out, struct error *err)
{
	const char *home = log_of_added(s);

	for (size_t i = 0; i < s->nlogs; i++) {
		bool is_home = !strcmp(s->logs[i].name, home);
		struct page p = {
			.s = s, .log = &s->logs[i], .text = STRBUF_INIT,
			.added = added, .nadded = is_home ? nadded : 0,
		};

		if (is_wanted(options, s->logs[i].name) &&
		    page_write(&p, s->logs[i].name, out, err))
			return -1;
	}
	if (nadded && !has_log(s, home) && is_wanted(options, home)) {
		struct page p = { .s = s, .added = added, .nadded = nadded,
				  .text = STRBUF_INIT };

		return page_write(&p, home, out, err);
	}
	return 0;
}

static int days_run(const struct snapshot *s,
		    const struct export_options *options,
		    struct export_out *out, struct error *err)
{
	const struct entry **added = xcalloc(s->nentries + 1, sizeof(*added));
	size_t nadded = find_added(s, added);
	int result;

	if (options->log && !has_log(s, options->log) &&
	    (!nadded || strcmp(options->log, log_of_added(s))))
		result = error_set(err, ERROR_NOT_FOUND,
				   "there is no log '%s' in this journal",
				   options->log);
	else
		result = write_logs(s, options, added, nadded, out, err);
	free(added);
	return result;
}

const struct exporter exporter_100days = {
	.name = "100days",
	.summary = "logs of 100 Days of Code, one file each",
	.run = days_run,
};
