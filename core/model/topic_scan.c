/* SPDX-License-Identifier: MIT */
/* Finding the names of topics in a text, line by line. */
#include "core/model/topic.h"

#include <endian.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "core/model/topic_bytes.h"
#include "core/model/topic_catalogue.h"
#include "core/model/topic_line.h"
#include "core/model/topic_words.h"

/* How far the other end of a code span is looked for. */
#define SPAN_MAX 4096

/* So many back quotes open nothing. */
#define RUN_MAX 128

#define BLANKS "        "	/* looked at in one go */
#define EIGHT_BLANKS 0x2020202020202020

/* So many names may end where a maker's name is said to be their place. */
#define MAKER_NAMES 4

/* A fenced code block that is open. */
struct fence {
	char mark;		/* '\0': none is */
	size_t len, indent;
};

/* "azure-cli.md", "azure.example.org" */
static bool goes_on(struct str line, const char *end)
{
	return line.s + line.len - end > 1 && *end != ' ' && *end != ')' &&
	       topic_word_byte(end[1]);
}

/* "vms in azure", "Functions (Azure)": what stands in a maker's place. */
static void tell_in_place(struct topic_catalogue *c, uint32_t group,
			  struct str maker)
{
	const char *end = maker.s + maker.len;

	if (goes_on(c->line, end))
		return;
	for (size_t i = c->nfound; i && i + MAKER_NAMES > c->nfound; i--) {
		struct candidate *f = &c->found[i - 1];

		if (line_place_behind(c->line, f->end, end) == maker.s)
			f->places |= (uint16_t)(1u << group % 16);
	}
}

static void maker_add(struct topic_catalogue *c, const struct topic_alias *a,
		      const char *start, const char *end)
{
	struct str maker = { start, (size_t)(end - start) };

	if (a->flags & TOPIC_SMALL) {
		if (!ascii_is_lower(*start))
			return;
		c->small_maker = maker;
		c->small_maker_of = a->of;
	} else {
		c->maker_seen[a->of] = c->line_serial;
		c->maker[a->of] = maker;
		tell_in_place(c, a->of, maker);
	}
	c->any_maker = c->line_serial;
}

/* A maker's name counts as before a topic through blanks and emphasis. */
static bool leads_up_to(struct str maker, const char *start)
{
	const char *p = maker.s + maker.len;

	if (p >= start || start - p > 4)
		return false;
	while (p < start && (*p == ' ' || *p == '*' || *p == '_' || *p == '-'))
		p++;
	return p == start;
}

/* "az" may be a zone as well: it speaks for nothing else on its line. */
static bool maker_before(const struct topic_catalogue *c, uint32_t group,
			 const char *start)
{
	if (c->maker_seen[group] == c->line_serial &&
	    leads_up_to(c->maker[group], start))
		return true;
	return c->small_maker.len && c->small_maker_of == group &&
	       leads_up_to(c->small_maker, start);
}

/* Does the maker of one of the topics of its alias stand before it? */
static void find_makers(const struct topic_catalogue *c, struct candidate *f)
{
	for (uint32_t k = f->alias + 1; k; k = c->aliases[k - 1].next) {
		const struct topic_alias *a = &c->aliases[k - 1];
		uint32_t group;

		if (a->kind != ALIAS_TOPIC)
			continue;
		group = c->entries[a->of]->group;
		if (!maker_before(c, group, f->start))
			continue;
		f->makers |= (uint16_t)(1u << group % 16);
		f->maker_capital = c->maker_seen[group] == c->line_serial &&
				   leads_up_to(c->maker[group], f->start) &&
				   ascii_is_upper(*c->maker[group].s);
	}
}

/* Has the name a meaning as that of a topic, and one that needs no vendor? */
static void look_at_meanings(struct topic_catalogue *c, const struct hit *hit,
			     bool *topic, bool *alone)
{
	for (uint32_t k = hit->alias + 1; k; k = c->aliases[k - 1].next) {
		const struct topic_alias *a = &c->aliases[k - 1];

		if (a->kind == ALIAS_MAKER) {
			maker_add(c, a, hit->start, hit->end + hit->plural);
			continue;
		}
		__builtin_prefetch(c->entries[a->of]);	/* to be judged */
		*topic = true;
		*alone |= !(a->flags & TOPIC_VENDOR);
	}
}

/* What ends there is noted: makers at once, names to be judged. */
static void note(struct topic_catalogue *c, const struct hit *hit)
{
	struct candidate *f;
	bool topic = false, alone = false;

	look_at_meanings(c, hit, &topic, &alone);
	if (!topic)
		return;
	if (c->nfound == c->found_cap)
		XGROW(c->found, c->nfound, c->found_cap);
	f = &c->found[c->nfound];
	f->start = hit->start;
	f->end = hit->end + hit->plural;
	f->head = f->alias = hit->alias;
	f->plural = hit->plural;
	f->makers = f->places = 0;
	f->maker_capital = f->covered = false;
	if (c->any_maker == c->line_serial)
		find_makers(c, f);
	/* "storage", "access": most are words, and judged so here; their
	 * maker may come yet ("vms in azure"). */
	if (alone || f->makers || !ascii_is_lower(*hit->start) ||
	    line_place_behind(c->line, f->end, NULL))
		c->nfound++;
}

/* A journal's own alias follows what is built in, and leads on to it. */
static bool is_replaced(const struct topic_catalogue *c, size_t i)
{
	const struct hit *hit = &c->hits[i];

	return i + 1 < c->nhits && hit[1].end == hit->end &&
	       hit[1].start == hit->start;
}

/* What was found so far is noted in the order in which it ends. */
static void note_hits(struct topic_catalogue *c)
{
	for (size_t i = 0; i < c->nhits; i++)
		if (!is_replaced(c, i))
			note(c, &c->hits[i]);
	c->nhits = 0;
}

static bool ends_address(char c)
{
	return c == ' ' || c == '\t' || c == ')' || c == ']' || c == '>' ||
	       c == '"' || c == '<' || c == '`' || c == '|';
}

/* Forget what was found in the token around `p`, and go to its end. */
static const char *skip_token(struct scan *s, const char *p)
{
	struct topic_catalogue *c = s->c;
	const char *start = p, *end = s->line.s + s->line.len;

	note_hits(c);
	while (start > s->floor && !ends_address(start[-1]) &&
	       start[-1] != '(' && start[-1] != '[')
		start--;
	while (c->nfound && c->found[c->nfound - 1].start >= start)
		c->nfound--;
	while (p < end && !ends_address(*p))
		p++;
	return s->floor = p;
}

static void scan_bytes(struct scan *s, struct topic_bytes *first,
		       const char *p, const char *end);

/* Of a code span, only a name that fills it counts. */
static void scan_span(struct scan *s, struct str inside)
{
	struct topic_catalogue *c = s->c;
	size_t before = c->nfound, kept = before;
	struct scan span = { c, inside, inside.s, s->text_end, 0 };
	struct topic_bytes first;

	topic_bytes_at(&first, &c->filter, inside.s, s->text_end);
	scan_bytes(&span, &first, inside.s, inside.s + inside.len);
	for (size_t i = before; i < c->nfound; i++)
		if (topic_fills_span(&c->found[i], inside))
			c->found[kept++] = c->found[i];
	c->nfound = kept;
}

static size_t run_of(const char *p, const char *end)
{
	const char *first = p;

	while (p < end && *p == *first)
		p++;
	return (size_t)(p - first);
}

/* All runs of back quotes of the line, each with the next one of its length. */
static void find_runs(struct topic_catalogue *c, struct str line)
{
	const char *p = line.s, *end = line.s + line.len;
	size_t next[RUN_MAX] = { 0 };

	c->nruns = c->run = 0;
	for (; (p = memchr(p, '`', (size_t)(end - p)));
	     p += c->runs[c->nruns++].len) {
		XGROW(c->runs, c->nruns, c->runs_cap);
		c->runs[c->nruns] = (struct tick_run){ p, run_of(p, end), 0 };
	}
	for (size_t i = c->nruns; i--; ) {
		struct tick_run *run = &c->runs[i];

		if (run->len >= RUN_MAX)
			continue;
		run->next = next[run->len];
		next[run->len] = i;
	}
	c->runs_line = c->line_serial;
}

/* The run that stands at `p`.  Each is asked for once, in their order. */
static const struct tick_run *run_at(struct scan *s, const char *p)
{
	struct topic_catalogue *c = s->c;

	if (c->runs_line != c->line_serial)
		find_runs(c, s->line);
	while (c->runs[c->run].at < p)
		c->run++;
	return &c->runs[c->run];
}

static const char *skip_span(struct scan *s, const char *p, const char *end)
{
	const struct tick_run *run = run_at(s, p);
	size_t ticks = run->len;
	const char *close = run->next ? s->c->runs[run->next].at : end;

	note_hits(s->c);
	p += ticks;
	if (close >= end || close + ticks > p + SPAN_MAX)
		return s->floor = p;
	scan_span(s, str_trim((struct str){ p, (size_t)(close - p) }));
	return s->floor = close + ticks;
}

/* Is it the colon of an ARN; "learn:" has none. */
static bool is_arn(const char *floor, const char *p)
{
	return p - floor >= 3 && !memcmp(p - 3, "arn", 3) &&
	       (p - floor == 3 || !topic_alnum(p[-4]));
}

/* "://", "arn:": the token around them names nothing. */
static const char *scan_special(struct scan *s, const char *p,
				const char *end)
{
	size_t left = (size_t)(end - p);

	if (*p == '`')
		return skip_span(s, p, end);
	if (*p == ':' && left > 2 && p[1] == '/' && p[2] == '/')
		return skip_token(s, p);
	if (*p == ':' && is_arn(s->floor, p))
		return skip_token(s, p);
	return p + 1;
}

static void scan_bytes(struct scan *s, struct topic_bytes *first,
		       const char *p, const char *end)
{
	while ((p = scan_words(s, first, p, end)) < end) {
		p = scan_special(s, p, end);
		topic_bytes_at(first, &s->c->filter, p, s->text_end);
	}
	note_hits(s->c);
}

/* What may stand before what a line says. */
enum lead {
	LEAD_BLANK = 1,		/* or a mark of quotes */
	LEAD_LIST = 2,		/* before a blank, a mark of lists */
};

static const uint8_t leads[256] = {
	[' '] = LEAD_BLANK, ['\t'] = LEAD_BLANK, ['\r'] = LEAD_BLANK,
	['>'] = LEAD_BLANK, ['-'] = LEAD_LIST, ['*'] = LEAD_LIST,
};

/* Indentation, quote marks and list marks before what a line says. */
static struct str line_text(struct str line, size_t *indent)
{
	size_t n = 0;
	uint8_t lead;

	/* Lists within lists stand far in. */
	while (n + sizeof(BLANKS) - 1 <= line.len &&
	       !memcmp(line.s + n, BLANKS, sizeof(BLANKS) - 1))
		n += sizeof(BLANKS) - 1;
	while (n < line.len && (lead = leads[(unsigned char)line.s[n]]) &&
	       (lead == LEAD_BLANK ||
		(n + 1 < line.len && line.s[n + 1] == ' ')))
		n++;
	*indent = n;
	return (struct str){ line.s + n, line.len - n };
}

/*
 * Can a fence begin there?  Most lines begin with a word, maybe behind blanks
 * and the mark of a list, which takes a few bytes to tell.
 */
static bool may_be_fence(const char *p, const char *text_end)
{
	uint64_t some;

	do {
		if (text_end - p < (ptrdiff_t)(2 * sizeof(some)))
			return true;
		memcpy(&some, p, sizeof(some));
		some = le64toh(some) ^ EIGHT_BLANKS;
		p += some ? __builtin_ctzll(some) / 8 : (int)sizeof(some);
	} while (!some);
	if ((*p == '-' || *p == '*') && p[1] == ' ')
		p += 2;
	return *p == '`' || *p == '~' || leads[(unsigned char)*p];
}

static size_t fence_run(struct str text, char mark)
{
	size_t n = 0;

	while (n < text.len && text.s[n] == mark)
		n++;
	return n;
}

/* A fence in a list ends with the list, closed or not. */
static bool leaves_list(const struct fence *f, struct str line)
{
	return f->indent >= 2 &&
	       (str_starts(line, "##") || str_starts(line, "- ") ||
		str_starts(line, "* "));
}

/*
 * Follow fences over `line`; is it code, or a fence itself?  What has its mark
 * once more is none, which CommonMark says of '`' only: "~~~ diary ~~~" is
 * meant for a heading.
 */
static bool fence_holds(struct fence *f, struct str line)
{
	size_t indent, run;
	struct str text = line_text(line, &indent);
	char mark = text.len ? *text.s : '\0';

	if (f->mark && !leaves_list(f, line)) {
		run = mark == f->mark ? fence_run(text, mark) : 0;
		if (run >= f->len && !str_trim(str_from(text, run)).len)
			f->mark = '\0';
		return true;
	}
	f->mark = '\0';
	if (mark != '`' && mark != '~')
		return false;
	run = fence_run(text, mark);
	text = str_from(text, run);
	if (run < 3 || str_find(text, mark) < text.len)
		return false;
	*f = (struct fence){ mark, run, indent };
	return true;
}

static void emit(const struct topic_catalogue *c, unsigned line,
		 struct mentions *out)
{
	for (size_t i = 0; i < c->nfound; i++) {
		const struct candidate *f = &c->found[i];
		uint32_t of = c->aliases[f->alias].of;
		const struct topic *topic = catalogue_shown(c->entries[of]);

		if (!topic)
			continue;
		XGROW(out->items, out->count, out->cap);
		out->items[out->count++] = (struct mention){
			.topic = topic,
			.line = line,
			.text = { f->start, (size_t)(f->end - f->start) },
		};
	}
}

/* Most lines have no word that the cues of their names begin with. */
static void hear_cues(struct topic_catalogue *c, const char *text_end)
{
	struct topic_word_set there = { { 0 } }, asked = { { 0 } };

	if (c->hears_all || c->crowded == c->line_serial) {
		scan_cues(c, NULL, text_end);
		return;
	}
	if (!c->nplaces)
		return;
	for (size_t i = 0; i < c->nplaces; i++)
		topic_word_set_add(&there, c->places[i].word);
	topic_asks_cues(c, &there, &asked);
	if (topic_word_sets_meet(&asked, &there))
		scan_cues(c, &asked, text_end);
}

static void scan_line(struct topic_catalogue *c, struct str line,
		      struct topic_bytes *first, const char *text_end,
		      unsigned number, struct mentions *out)
{
	struct scan s = { c, line, line.s, text_end, 0 };

	c->line = line;
	c->line_serial++;
	c->nfound = c->nplaces = 0;
	c->small_maker.len = 0;
	scan_bytes(&s, first, line.s, line.s + line.len);
	if (!c->nfound)
		return;
	hear_cues(c, text_end);
	topic_decide(c, line);
	emit(c, number, out);
}

static void make_ready(struct topic_catalogue *c)
{
	if (c->built)
		return;
	catalogue_build(c);
	free(c->cue_seen);
	free(c->cue_heard);
	free(c->maker_seen);
	free(c->maker);
	c->cue_seen = xcalloc(c->ncues, sizeof(*c->cue_seen));
	c->cue_heard = xcalloc(c->ncues, sizeof(*c->cue_heard));
	c->maker_seen = xcalloc(c->ngroups, sizeof(*c->maker_seen));
	c->maker = xcalloc(c->ngroups, sizeof(*c->maker));
	c->line_serial = c->crowded = c->runs_line = 0;
	c->any_cue = c->any_maker = 0;
	for (size_t i = 0; i < c->count; i++)
		c->entries[i]->up_known = false;
	c->built = true;
}

/* Most lines end within the bytes that were looked at. */
static struct str line_at(const char *p, const struct topic_bytes *first,
			  const char *end)
{
	const char *newline;

	if (first->newline)
		return (struct str){ p, (size_t)__builtin_ctzll(first->newline) };
	newline = memchr(p, '\n', (size_t)(end - p));
	return (struct str){ p, (size_t)((newline ? newline : end) - p) };
}

void topic_scan(struct topic_catalogue *c, struct str text,
		struct mentions *out)
{
	struct fence fence = { 0 };
	struct topic_bytes first;
	struct str line;
	const char *end = text.s + text.len;
	unsigned number = 0;

	make_ready(c);
	for (; text.len; text = str_from(text, line.len + 1)) {
		topic_bytes_at(&first, &c->filter, text.s, end);
		line = line_at(text.s, &first, end);
		number++;
		if (!(fence.mark || may_be_fence(line.s, end)) ||
		    !fence_holds(&fence, line))
			scan_line(c, line, &first, end, number, out);
	}
}
