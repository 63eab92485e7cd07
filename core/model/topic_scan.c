/* SPDX-License-Identifier: MIT */
/* Finding the names of topics in a text, line by line. */
#include "core/model/topic.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/topic_catalogue.h"

/* How far the other end of a code span is looked for. */
#define SPAN_MAX 4096

/* What is being scanned of a line. */
struct scan {
	struct topic_catalogue *c;
	struct str line;
	const char *floor;	/* what is before it is done with */
};

/* A fenced code block that is open. */
struct fence {
	char mark;		/* '\0': none is */
	size_t len, indent;
};

/*
 * Does a Latin letter with an accent begin at `p`?  Other scripts do not
 * make a word longer: Japanese stands right beside a name.
 */
static bool latin_at(const unsigned char *p, const unsigned char *end)
{
	if (p + 1 >= end || p[0] < 0xC3)
		return false;
	if (p[0] == 0xC3)
		return p[1] != 0x97 && p[1] != 0xB7;
	return p[0] <= 0xC9 || p[0] == 0xCC || p[0] == 0xCD ||
	       (p[0] == 0xE1 && p[1] >= 0xB8 && p[1] <= 0xBB);
}

/* Does the word go on at `p`?  "_x" and ".x" as in an identifier do. */
static bool word_goes_on(const struct scan *s, const char *p)
{
	const char *end = s->line.s + s->line.len;

	if (p == end)
		return false;
	if (*p == '_')
		return p + 1 < end && topic_alnum(p[1]);
	return topic_alnum(*p) ||
	       latin_at((const unsigned char *)p, (const unsigned char *)end);
}

static bool word_goes_back(const struct scan *s, const char *p)
{
	const char *first = s->line.s;
	const char *lead = p - 1;

	if (p == first)
		return false;
	if (p[-1] == '_')
		return p - 1 > first && topic_alnum(p[-2]);
	if (topic_alnum(p[-1]))
		return true;
	while (lead > first && (*lead & 0xC0) == 0x80 && p - lead < 4)
		lead--;
	return latin_at((const unsigned char *)lead, (const unsigned char *)p);
}

static void maker_add(struct topic_catalogue *c, uint32_t group,
		      const char *start, const char *end)
{
	c->maker_seen[group] = c->line_serial;
	c->maker[group] = (struct str){ start, (size_t)(end - start) };
}

/* A maker's name counts as before a topic through blanks and emphasis. */
static bool maker_before(const struct topic_catalogue *c, uint32_t group,
			 const char *start)
{
	const char *p;

	if (c->maker_seen[group] != c->line_serial)
		return false;
	p = c->maker[group].s + c->maker[group].len;
	if (p >= start || start - p > 4)
		return false;
	while (p < start && (*p == ' ' || *p == '*' || *p == '_' || *p == '-'))
		p++;
	return p == start;
}

/* The maker of one of the topics of `alias` that stands before it, or none. */
static struct str maker_of(const struct topic_catalogue *c, uint32_t alias,
			   const char *start)
{
	for (; alias; alias = c->aliases[alias - 1].next) {
		const struct topic_alias *a = &c->aliases[alias - 1];
		uint32_t group;

		if (a->kind != ALIAS_TOPIC)
			continue;
		group = c->entries[a->of]->group;
		if (maker_before(c, group, start))
			return c->maker[group];
	}
	return STR_NONE;
}

static bool is_capital(struct str word)
{
	return word.len && *word.s >= 'A' && *word.s <= 'Z';
}

/* What ends here is noted: cues and makers at once, names to be judged. */
static void note(struct scan *s, uint32_t alias, const char *start,
		 const char *end)
{
	struct topic_catalogue *c = s->c;
	struct str maker;
	bool topic = false;

	for (uint32_t k = alias; k; k = c->aliases[k - 1].next) {
		const struct topic_alias *a = &c->aliases[k - 1];

		if (a->kind == ALIAS_CUE)
			c->cue_seen[a->of] = c->line_serial;
		else if (a->kind == ALIAS_MAKER)
			maker_add(c, a->of, start, end);
		else
			topic = true;
	}
	if (!topic)
		return;
	maker = maker_of(c, alias, start);
	XGROW(c->found, c->nfound, c->found_cap);
	c->found[c->nfound++] = (struct candidate){
		.start = start,
		.end = end,
		.alias = alias - 1,
		.after_maker = maker.s != NULL,
		.maker_capital = is_capital(maker),
	};
}

static void walk_back(const struct scan *s, struct topic_walk *w, size_t len,
		      const char *end)
{
	const char *p = end;

	w->gaps = 0;
	for (size_t n = 1; n <= len && p > s->floor; n++) {
		char c = *--p;

		if ((c == ' ' || c == '-' || c == '_') && p > s->floor &&
		    n > 1 && topic_word_byte(p[1])) {
			w->gaps |= (uint64_t)1 << (n - 1);
			p--;
		}
		w->at[n] = p;
	}
}

/* Names end before `end`, if a word does; a plural s belongs to them. */
static void take(struct scan *s, uint16_t state, const char *end)
{
	const struct topic_automaton *m = &s->c->automaton;
	struct topic_walk *w = &s->c->walk;
	const char *last = end;
	size_t longest;

	if (word_goes_on(s, end)) {
		if (*end != 's' || word_goes_on(s, end + 1))
			return;
		last = end + 1;
	}
	longest = s->c->aliases[m->alias[state] - 1].len;
	walk_back(s, w, longest, end);
	for (; state; state = m->link[state]) {
		const struct topic_alias *a =
			&s->c->aliases[m->alias[state] - 1];
		uint64_t inside = ((uint64_t)1 << a->len) - 2;

		if (w->gaps & inside & ~a->breaks)
			continue;
		if (!word_goes_back(s, w->at[a->len]))
			note(s, m->alias[state], w->at[a->len], last);
	}
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

	while (start > s->floor && !ends_address(start[-1]) &&
	       start[-1] != '(' && start[-1] != '[')
		start--;
	while (c->nfound && c->found[c->nfound - 1].start >= start)
		c->nfound--;
	while (p < end && !ends_address(*p))
		p++;
	return s->floor = p;
}

static size_t run_of(const char *p, const char *end)
{
	const char *first = p;

	while (p < end && *p == *first)
		p++;
	return (size_t)(p - first);
}

static void scan_bytes(struct scan *s, const char *p, const char *end);

/* Of a code span, only a name that fills it counts. */
static void scan_span(struct scan *s, struct str inside)
{
	struct topic_catalogue *c = s->c;
	size_t before = c->nfound, kept = before;
	struct scan span = { c, inside, inside.s };

	scan_bytes(&span, inside.s, inside.s + inside.len);
	for (size_t i = before; i < c->nfound; i++)
		if (c->found[i].start == inside.s &&
		    c->found[i].end == inside.s + inside.len)
			c->found[kept++] = c->found[i];
	c->nfound = kept;
}

/* The run of as many back quotes as stand at `p`, after it; or NULL. */
static const char *span_end(const char *p, const char *end, size_t ticks)
{
	if ((size_t)(end - p) > SPAN_MAX)
		end = p + SPAN_MAX;
	while ((p = memchr(p, '`', (size_t)(end - p)))) {
		size_t n = run_of(p, end);

		if (n == ticks)
			return p;
		p += n;
	}
	return NULL;
}

static const char *skip_span(struct scan *s, const char *p, const char *end)
{
	size_t ticks = run_of(p, end);
	const char *close = span_end(p + ticks, end, ticks);

	p += ticks;
	if (!close)
		return s->floor = p;
	scan_span(s, str_trim((struct str){ p, (size_t)(close - p) }));
	return s->floor = close + ticks;
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
	if (*p == ':' && p - s->floor >= 3 && !memcmp(p - 3, "arn", 3))
		return skip_token(s, p);
	return p + 1;
}

static bool squeezed(const struct scan *s, const char *p, const char *end)
{
	return p > s->floor && p + 1 < end &&
	       topic_word_byte(p[-1]) &&
	       topic_word_byte(p[1]);
}

/* Most names end within a longer word; this tells so without a call. */
static bool may_end(const char *p, const char *end)
{
	return p == end || !topic_alnum(*p) || *p == 's';
}

/* Is what the state stands for all within the word, but not its beginning? */
static bool is_dead(const struct topic_automaton *m, size_t state, size_t bytes)
{
	return bytes < ARRAY_SIZE(m->level) && state < m->level[bytes];
}

static const char *word_end(const char *p, const char *end)
{
	while (p < end && topic_alnum(*p))
		p++;
	return p;
}

/* Does a word begin at `p` that no name begins like? */
static bool begins_none(const struct topic_automaton *m, const char *p,
			const char *end)
{
	size_t n;

	if (end - p < 3 || m->letter[(unsigned char)p[0]] == NO_LETTER ||
	    m->letter[(unsigned char)p[1]] == NO_LETTER ||
	    m->letter[(unsigned char)p[2]] == NO_LETTER)
		return false;
	n = topic_start(m, p);
	return !(m->starts[n / 64] >> n % 64 & 1);
}

static void scan_bytes(struct scan *s, const char *p, const char *end)
{
	const struct topic_automaton *m = &s->c->automaton;
	const uint16_t *go = m->go;
	const size_t width = m->width;
	const char *word = p;
	size_t state = 0;

	while (p < end) {
		unsigned class = m->class_of[(unsigned char)*p];

		if (!state && p == word && begins_none(m, p, end)) {
			p = word_end(p + 3, end);
		} else if (class < CLASS_SPECIAL) {
			unsigned to = go[state * width + class];

			state = to & ~(unsigned)STATE_HIT;
			p++;
			if (to & STATE_HIT && may_end(p, end)) {
				take(s, m->hit[state], p);
			} else if (!topic_alnum(p[-1])) {
				word = p;
			} else if (is_dead(m, state, (size_t)(p - word))) {
				state = 0;
				p = word_end(p, end);
			}
		} else if (class == CLASS_SEPARATOR && squeezed(s, p, end)) {
			word = ++p;
		} else {
			state = 0;
			p = class == CLASS_SPECIAL ? scan_special(s, p, end)
						   : p + 1;
			word = p;
		}
	}
}

/* Indentation, quote marks and a list mark before what a line says. */
static struct str line_text(struct str line, size_t *indent)
{
	const char *first = line.s;

	line = str_trim_left(line);
	while (line.len && (*line.s == '>' || str_starts(line, "- ") ||
			    str_starts(line, "* ")))
		line = str_trim_left(str_from(line, 1));
	*indent = (size_t)(line.s - first);
	return line;
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

/* Follow fences over `line`; is it code, or a fence itself? */
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
	if (run < 3 || (mark == '`' && str_find(str_from(text, run), '`') <
			str_from(text, run).len))
		return false;
	*f = (struct fence){ mark, run, indent };
	return true;
}

static void emit(const struct topic_catalogue *c, unsigned line,
		 struct mentions *out)
{
	for (size_t i = 0; i < c->nfound; i++) {
		const struct candidate *f = &c->found[i];
		const struct topic *topic =
			catalogue_shown(c->entries[c->aliases[f->alias].of]);

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

static void scan_line(struct topic_catalogue *c, struct str line,
		      unsigned number, struct mentions *out)
{
	struct scan s = { c, line, line.s };

	c->line_serial++;
	c->nfound = 0;
	scan_bytes(&s, line.s, line.s + line.len);
	if (!c->nfound)
		return;
	topic_decide(c, line);
	emit(c, number, out);
}

static void make_ready(struct topic_catalogue *c)
{
	if (c->built)
		return;
	for (size_t i = 0; i < c->naliases; i++)
		c->aliases[i].next = 0;
	topic_automaton_build(&c->automaton, c->aliases, c->naliases);
	free(c->cue_seen);
	free(c->maker_seen);
	free(c->maker);
	c->cue_seen = xcalloc(c->ncues, sizeof(*c->cue_seen));
	c->maker_seen = xcalloc(c->ngroups, sizeof(*c->maker_seen));
	c->maker = xcalloc(c->ngroups, sizeof(*c->maker));
	c->line_serial = 0;
	c->built = true;
}

void topic_scan(struct topic_catalogue *c, struct str text,
		struct mentions *out)
{
	struct fence fence = { 0 };
	struct str line;
	unsigned number = 0;

	make_ready(c);
	while ((line = str_next_line(&text)).s) {
		number++;
		if (!fence_holds(&fence, line))
			scan_line(c, line, number, out);
	}
}
