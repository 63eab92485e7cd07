/* SPDX-License-Identifier: MIT */
/* Splitting front matter from a file, and reading it with libyaml. */
#include "core/text/frontmatter.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "core/base/ascii.h"
#include "core/base/limits.h"

#define DEPTH_MAX 16
/* Of a key with those it stands under: each of thousands repeats them. */
#define KEY_MAX 512

/* A libyaml event without what has to be freed. */
struct token {
	yaml_event_type_t type;
	struct str text;	/* scalar: its value, in the arena */
	bool null;		/* scalar: plain and nothing */
	bool flow;		/* collection: [a] or {a} */
	yaml_mark_t start, end;
};

struct reader {
	yaml_parser_t parser;
	struct arena *mem;
	struct error *err;
	struct str yaml;
	struct frontmatter_field *fields;
	size_t count, cap;
	struct str *values;	/* of the list that is being read */
	size_t nvalues, values_cap;
	unsigned last_line;	/* of the last value, from 0 */
	size_t index, byte;	/* where a mark's character is in `yaml` */
};

static void reader_release(struct reader *r)
{
	yaml_parser_delete(&r->parser);
	free(r->fields);
	free(r->values);
}

/* Lines of the YAML count from 0; the first of the file is "---". */
static unsigned file_line(size_t line)
{
	return (unsigned)line + 2;
}

static int parser_error(struct reader *r)
{
	const char *problem = r->parser.problem;

	return error_set(r->err, ERROR_INPUT,
			 "line %u: the front matter is no YAML: %s",
			 file_line(r->parser.problem_mark.line),
			 problem ? problem : "it is no text");
}

static int base64_value(char c)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = c ? strchr(digits, c) : NULL;

	return at ? (int)(at - digits) : -1;
}

static struct str decode_base64(struct arena *mem, struct str s)
{
	char *out = arena_alloc(mem, s.len + 1);
	unsigned bits = 0, n = 0;
	size_t len = 0;

	for (size_t i = 0; i < s.len; i++) {
		int v = base64_value(s.s[i]);

		if (v < 0)
			continue;
		bits = (bits << 6 | (unsigned)v) & 0xffffff;
		n += 6;
		if (n < 8)
			continue;
		n -= 8;
		out[len++] = (char)(bits >> n & 0xff);
	}
	return (struct str){ out, len };
}

static bool is_null(struct str s)
{
	return !s.len || str_is(s, "~") || str_is(s, "null") ||
	       str_is(s, "Null") || str_is(s, "NULL");
}

static void take_scalar(struct reader *r, struct token *out,
			const yaml_event_t *e)
{
	const char *tag = (const char *)e->data.scalar.tag;
	struct str text = { (const char *)e->data.scalar.value,
			    e->data.scalar.length };

	out->null = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
		    is_null(text);
	if (tag && !strcmp(tag, "tag:yaml.org,2002:binary"))
		out->text = decode_base64(r->mem, text);
	else
		out->text = arena_str(r->mem, text);
}

static int next_token(struct reader *r, struct token *out)
{
	yaml_event_t event;

	if (!yaml_parser_parse(&r->parser, &event))
		return parser_error(r);
	*out = (struct token){ .type = event.type,
			       .start = event.start_mark,
			       .end = event.end_mark };
	if (event.type == YAML_SCALAR_EVENT)
		take_scalar(r, out, &event);
	if (event.type == YAML_SEQUENCE_START_EVENT)
		out->flow = event.data.sequence_start.style ==
			    YAML_FLOW_SEQUENCE_STYLE;
	if (event.type == YAML_MAPPING_START_EVENT)
		out->flow = event.data.mapping_start.style ==
			    YAML_FLOW_MAPPING_STYLE;
	yaml_event_delete(&event);
	return 0;
}

static bool is_end(const struct token *t)
{
	return t->type == YAML_SEQUENCE_END_EVENT ||
	       t->type == YAML_MAPPING_END_EVENT;
}

/*
 * A block scalar ends where the next line begins; the end of a block has no
 * width, and stands before the next key.
 */
static void note_end(struct reader *r, const struct token *t)
{
	yaml_mark_t end = t->end;
	size_t line = end.column || !end.line ? end.line : end.line - 1;

	if (is_end(t) && t->start.index == end.index)
		return;
	if (line > r->last_line)
		r->last_line = (unsigned)line;
}

static int refuse(struct reader *r, const struct token *t, const char *why)
{
	return error_set(r->err, ERROR_INPUT, "line %u: %s",
			 file_line(t->start.line), why);
}

static int check_node(struct reader *r, const struct token *t, int depth)
{
	if (t->type == YAML_ALIAS_EVENT)
		return refuse(r, t, "an alias in the front matter; write the "
				    "value out");
	if (depth > DEPTH_MAX)
		return refuse(r, t, "the front matter is nested too deeply");
	return 0;
}

/*
 * Read what a collection holds, its scalars into the values of the list that
 * is being read if `keep`.  Maps within lists are not kept.
 */
static int read_items(struct reader *r, bool keep, int depth)
{
	struct token t;

	for (;;) {
		if (next_token(r, &t) || check_node(r, &t, depth))
			return -1;
		note_end(r, &t);
		if (is_end(&t))
			return 0;
		if (t.type == YAML_SCALAR_EVENT && keep && !t.null) {
			XGROW(r->values, r->nvalues, r->values_cap);
			r->values[r->nvalues++] = t.text;
		}
		if (t.type == YAML_SEQUENCE_START_EVENT &&
		    read_items(r, keep, depth + 1))
			return -1;
		if (t.type == YAML_MAPPING_START_EVENT &&
		    read_items(r, false, depth + 1))
			return -1;
	}
}

/* Marks count characters; they only go forward, so we count along. */
static size_t byte_at(struct reader *r, size_t index)
{
	while (r->index < index && r->byte < r->yaml.len) {
		do
			r->byte++;
		while (r->byte < r->yaml.len &&
		       (r->yaml.s[r->byte] & 0xc0) == 0x80);
		r->index++;
	}
	return r->byte;
}

static struct str token_source(struct reader *r, const struct token *t)
{
	size_t from = byte_at(r, t->start.index);
	size_t to = byte_at(r, t->end.index);

	return (struct str){ r->yaml.s + from, to - from };
}

static size_t add_field(struct reader *r, const char *key, unsigned line)
{
	XGROW(r->fields, r->count, r->cap);
	r->fields[r->count] = (struct frontmatter_field){
		.key = key,
		.line = file_line(line),
		.last_line = file_line(line),
	};
	return r->count++;
}

static void set_values(struct reader *r, size_t field, const struct str *values,
		       size_t count)
{
	struct frontmatter_field *f = &r->fields[field];

	f->values = arena_alloc(r->mem, count * sizeof(*values) + 1);
	if (count)
		memcpy(f->values, values, count * sizeof(*values));
	f->count = count;
}

static int read_mapping(struct reader *r, const char *prefix, int depth);

static int read_list(struct reader *r, size_t field, int depth)
{
	r->nvalues = 0;
	if (read_items(r, true, depth + 1))
		return -1;
	set_values(r, field, r->values, r->nvalues);
	r->fields[field].list = true;
	return 0;
}

static void take_value(struct reader *r, size_t field, const struct token *t)
{
	set_values(r, field, &t->text, t->null ? 0 : 1);
	if (file_line(t->start.line) == r->fields[field].line &&
	    t->start.line == t->end.line)
		r->fields[field].source = token_source(r, t);
}

static int read_value(struct reader *r, const char *key, unsigned line,
		      int depth)
{
	size_t field = add_field(r, key, line);
	struct token t;
	int rc = 0;

	r->last_line = line;
	if (next_token(r, &t) || check_node(r, &t, depth))
		return -1;
	note_end(r, &t);
	if (t.type == YAML_SCALAR_EVENT)
		take_value(r, field, &t);
	else if (t.type == YAML_SEQUENCE_START_EVENT)
		rc = read_list(r, field, depth);
	else if (t.type == YAML_MAPPING_START_EVENT)
		rc = read_mapping(r, key, depth + 1);
	r->fields[field].last_line = file_line(r->last_line);
	return rc;
}

static int read_pair(struct reader *r, const struct token *t,
		     const char *prefix, int depth)
{
	const char *key;

	if (t->type != YAML_SCALAR_EVENT)
		return refuse(r, t, "a key of the front matter is no word");
	key = prefix ? arena_printf(r->mem, "%s.%s", prefix, t->text.s)
		     : t->text.s;
	if (strlen(key) > KEY_MAX)
		return refuse(r, t, "a key of the front matter is too long");
	return read_value(r, key, (unsigned)t->start.line, depth);
}

static int read_mapping(struct reader *r, const char *prefix, int depth)
{
	struct token t;

	for (;;) {
		if (next_token(r, &t) || check_node(r, &t, depth))
			return -1;
		if (is_end(&t)) {
			note_end(r, &t);
			return 0;
		}
		if (read_pair(r, &t, prefix, depth))
			return -1;
	}
}

/* libyaml ends lines where we do not ("\r"), so "---" may be within. */
static int expect_end(struct reader *r)
{
	struct token t;

	do
		if (next_token(r, &t))
			return -1;
	while (t.type == YAML_DOCUMENT_END_EVENT);
	if (t.type != YAML_STREAM_END_EVENT)
		return refuse(r, &t, "the front matter is more than one");
	return 0;
}

static int read_document(struct reader *r)
{
	struct token t;

	do
		if (next_token(r, &t))
			return -1;
	while (t.type == YAML_STREAM_START_EVENT ||
	       t.type == YAML_DOCUMENT_START_EVENT);
	if (t.type == YAML_STREAM_END_EVENT ||
	    (t.type == YAML_SCALAR_EVENT && t.null))
		return 0;
	if (t.type != YAML_MAPPING_START_EVENT)
		return refuse(r, &t, "the front matter is no list of keys");
	if (t.flow)
		return refuse(r, &t, "the front matter stands in braces; write "
				     "each key on a line of its own");
	if (read_mapping(r, NULL, 1))
		return -1;
	return expect_end(r);
}

static int read_yaml(struct frontmatter *out, struct str yaml,
		     struct arena *mem, struct error *err)
{
	AUTO(reader) r = { .mem = mem, .err = err, .yaml = yaml };

	if (!yaml_parser_initialize(&r.parser))
		return error_set(err, ERROR_INPUT, "libyaml does not start");
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
		&r.parser, (const unsigned char *)yaml.s, yaml.len);
	if (read_document(&r))
		return -1;
	out->count = r.count;
	out->fields = arena_alloc(mem, r.count * sizeof(*r.fields) + 1);
	if (r.count)
		memcpy(out->fields, r.fields, r.count * sizeof(*r.fields));
	return 0;
}

static bool is_fence(struct str line, bool closing)
{
	line = str_trim_right(line);
	return str_is(line, "---") || (closing && str_is(line, "..."));
}

/* "tags: [aws" -> "tags"; or empty. */
static struct str key_of(struct str line)
{
	size_t n = 0;

	while (n < line.len && (ascii_is_alnum(line.s[n]) ||
				line.s[n] == '-' || line.s[n] == '_'))
		n++;
	if (n == line.len || line.s[n] != ':')
		return STR("");
	return n + 1 == line.len || line.s[n + 1] == ' ' ||
			       line.s[n + 1] == '\r'
		       ? str_upto(line, n)
		       : STR("");
}

/* Words that hardly begin a paragraph in small letters with a colon behind. */
static bool is_telling(struct str key)
{
	static const char *const keys[] = {
		"date", "dates", "day", "days", "tag", "tags", "round",
		"minutes", "title", "created", "aliases", "private", "draft",
		"publish",
	};

	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		if (str_is(key, keys[i]))
			return true;
	return false;
}

/* A key, which text has in capitals, or an item or more of the value above. */
static bool goes_on(struct str line)
{
	struct str key = key_of(line);

	return (key.len && !ascii_is_upper(key.s[0])) ||
	       str_starts(line, "  ") ||
	       str_starts(line, "\t") || str_starts(line, "- ");
}

/* Front matter whose second fence is missing, `behind` the first; false: there
 * is none, and the text begins with a rule. */
static bool split_unclosed(struct frontmatter *out, struct str file,
			   struct str behind)
{
	struct str rest = behind, next;

	if (!is_telling(key_of(str_next_line(&rest))))
		return false;
	next = rest;
	while (goes_on(str_next_line(&next)))
		rest = next;
	out->unclosed = true;
	out->body = rest.s ? rest : str_from(file, file.len);
	out->raw = str_upto(file, file.len - out->body.len);
	return true;
}

/* Find the YAML between the fences; false: there is none, or no end of it. */
static bool split(struct frontmatter *out, struct str file, struct str *yaml)
{
	struct str rest = file, line;
	struct str behind;
	const char *from;

	if (str_starts(rest, "\xef\xbb\xbf"))
		rest = str_from(rest, 3);
	if (!is_fence(str_next_line(&rest), false) || !rest.s)
		return false;
	from = rest.s;
	behind = rest;
	while ((size_t)(rest.s - file.s) <= LIMIT_FRONT_MATTER &&
	       (line = str_next_line(&rest)).s) {
		if (!is_fence(line, true))
			continue;
		*yaml = (struct str){ from, (size_t)(line.s - from) };
		out->body = str_from(file, (size_t)(line.s - file.s) +
						   line.len);
		if (out->body.len)
			out->body = str_from(out->body, 1);
		out->raw = str_upto(file, file.len - out->body.len);
		return true;
	}
	(void)split_unclosed(out, file, behind);
	return false;
}

static unsigned count_lines(struct str text)
{
	unsigned count = 0;

	while (str_next_line(&text).s)
		count++;
	return count;
}

int frontmatter_parse(struct frontmatter *out, struct str file,
		      struct arena *mem, struct error *err)
{
	struct str yaml;

	*out = (struct frontmatter){ .body = file };
	if (!split(out, file, &yaml) && !out->unclosed)
		return 0;
	if (out->unclosed)
		return error_set(err, ERROR_INPUT, "line %u: the front matter "
				 "is never closed; put a line '---' behind "
				 "this one", count_lines(out->raw));
	return read_yaml(out, yaml, mem, err);
}

bool frontmatter_is_unclosed(struct str file)
{
	struct frontmatter fm = { .body = file };
	struct str yaml;

	return !split(&fm, file, &yaml) && fm.unclosed;
}

struct str frontmatter_body(struct str file)
{
	struct frontmatter fm = { .body = file };
	struct str yaml;

	split(&fm, file, &yaml);
	return fm.body;
}

const struct frontmatter_field *
frontmatter_field(const struct frontmatter *fm, const char *key)
{
	for (size_t i = 0; i < fm->count; i++)
		if (!strcmp(fm->fields[i].key, key))
			return &fm->fields[i];
	return NULL;
}

struct str frontmatter_get(const struct frontmatter *fm, const char *key)
{
	const struct frontmatter_field *f = frontmatter_field(fm, key);

	return f && f->count ? f->values[0] : STR_NONE;
}
