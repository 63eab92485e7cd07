/* SPDX-License-Identifier: MIT */
/* Reads queries: words, phrases, fields, "-", "or" and parentheses. */
#include "core/base/ascii.h"
#include "core/model/query.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/base/strbuf.h"
#include "core/model/date_words.h"
#include "core/model/query_fields.h"
#include "core/text/unicode.h"

#define DATE_WORDS_MORE 3	/* behind its first: "3 weeks from now" */

struct parser {
	struct query *query;
	struct str text;
	size_t at;
	unsigned depth; /* of parentheses and negations */
	unsigned open;	/* parentheses in words that these did not close */
	struct query_reading reading;
	struct error *err;
};

static bool at_end(const struct parser *p)
{
	return p->at >= p->text.len;
}

/* The next byte, or a blank at the end. */
static char peek(const struct parser *p, size_t ahead)
{
	return p->at + ahead < p->text.len ? p->text.s[p->at + ahead] : ' ';
}

static void skip_blanks(struct parser *p)
{
	while (!at_end(p) && query_is_blank(p->text.s[p->at]))
		p->at++;
}

static struct str rest_of(const struct parser *p)
{
	return str_from(p->text, p->at);
}

static int fail_at(const struct parser *p, size_t at)
{
	return query_fail_at(p->text, at, p->err);
}

static struct query_node *new_node(struct parser *p, enum query_kind kind,
				   size_t at)
{
	struct query_node *n = arena_alloc(p->reading.mem, sizeof(*n));

	n->kind = kind;
	n->at = at;
	return n;
}

static int count_term(struct query *q, struct query_node *n, struct error *err)
{
	if (++q->nterms > QUERY_TERMS_MAX)
		return error_set(err, ERROR_USAGE,
				 "there are more than %d words and fields in "
				 "the query",
				 QUERY_TERMS_MAX);
	if (query_is_text(n->kind))
		n->number = q->ntexts++;
	return 0;
}

/*
 * A word ends at a blank.  A parenthesis that was opened in it is closed in
 * it, "f(x)", or in a later word, "f(x y)"; another one belongs to the group
 * around it, and where there is none it is left for others to complain of.
 */
static struct str take_word(struct parser *p)
{
	size_t start = p->at;
	unsigned open = p->depth ? 0 : p->open;

	for (; !at_end(p) && !query_is_blank(p->text.s[p->at]); p->at++) {
		char c = p->text.s[p->at];

		if (c == '(')
			open++;
		else if (c == ')' && !open)
			break;
		else if (c == ')')
			open--;
	}
	if (!p->depth)
		p->open = open;
	return str_from(str_upto(p->text, p->at), start);
}

/* What stands between quotes; \" and \\ are a quote and a backslash. */
static int take_quoted(struct parser *p, struct str *out)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct str open = rest_of(p);
	size_t start = p->at;

	p->at += query_quote_length(open);
	for (; !at_end(p) && !query_quote_closes(open, rest_of(p)); p->at++) {
		char next = peek(p, 1);

		if (p->text.s[p->at] == '\\' && (next == '"' || next == '\\'))
			p->at++;
		strbuf_addch(&text, p->text.s[p->at] ? p->text.s[p->at] : ' ');
	}
	if (at_end(p)) {
		error_set(p->err, ERROR_USAGE, "a quote is not closed");
		return fail_at(p, start);
	}
	p->at += query_quote_length(rest_of(p));
	*out = arena_str(p->reading.mem, strbuf_slice(&text));
	return 0;
}

static int parse_or(struct parser *p, struct query_node **out);

static int parse_phrase(struct parser *p, struct query_node **out)
{
	size_t start = p->at;
	struct str text;

	if (take_quoted(p, &text))
		return -1;
	if (!str_trim(text).len) {
		error_set(p->err, ERROR_USAGE,
			  "there is nothing between the quotes");
		return fail_at(p, start);
	}
	*out = new_node(p, QUERY_PHRASE, start);
	(*out)->text = text.s;
	return 0;
}

/* "since:3 days ago": the blank ends the value, and a date would go on. */
static void hint_quotes(struct parser *p, size_t value)
{
	struct error ignored = ERROR_INIT;
	struct str longest = STR_NONE;
	struct day_span days;

	for (int more = 0; more < DATE_WORDS_MORE && !at_end(p); more++) {
		struct str date;

		skip_blanks(p);
		take_word(p);
		date = str_from(str_upto(p->text, p->at), value);
		if (!date_words_span(&days, date, p->reading.today, DATE_PAST,
				     &ignored))
			longest = date;
	}
	if (longest.len)
		error_set(p->err, ERROR_USAGE, "'%.*s' is a date in quotes "
			  "only", (int)longest.len, longest.s);
}

static int parse_field(struct parser *p, const struct query_field *f,
		       struct query_node **out)
{
	size_t value = p->at + str_of(f->name).len + 1;
	struct str text;

	*out = new_node(p, QUERY_AND, p->at);
	p->at = value;
	if (!query_quote_length(rest_of(p)))
		text = take_word(p);
	else if (take_quoted(p, &text))
		return -1;
	if (!query_field_read(*out, f, text, &p->reading, p->err))
		return 0;
	if (f->bounds && peek(p, 0) == ' ')
		hint_quotes(p, value);
	return fail_at(p, value);
}

static int parse_word(struct parser *p, struct query_node **out)
{
	size_t start = p->at;
	struct str word = take_word(p);
	bool prefix = word.len > 1 && word.s[word.len - 1] == '*' &&
		      ascii_is_of_word(word.s[word.len - 2]);

	*out = new_node(p, prefix ? QUERY_PREFIX : QUERY_WORD, start);
	(*out)->text = arena_str(p->reading.mem,
				 str_upto(word, word.len - prefix)).s;
	return 0;
}

static int parse_leaf(struct parser *p, struct query_node **out)
{
	const struct query_field *f = query_field_at(p->text, p->at);
	size_t start = p->at;
	int rc;

	if (peek(p, 0) == ')') {
		error_set(p->err, ERROR_USAGE,
			  "there is no '(' for this ')'; to search for it, "
			  "put quotes around it");
		return fail_at(p, start);
	}
	if (query_quote_length(rest_of(p)))
		rc = parse_phrase(p, out);
	else if (f)
		rc = parse_field(p, f, out);
	else
		rc = parse_word(p, out);
	if (rc)
		return -1;
	return count_term(p->query, *out, p->err) ? fail_at(p, start) : 0;
}

static int go_down(struct parser *p, size_t at)
{
	if (++p->depth <= QUERY_DEPTH_MAX)
		return 0;
	error_set(p->err, ERROR_USAGE, "the query is nested too deeply");
	return fail_at(p, at);
}

static int parse_group(struct parser *p, struct query_node **out)
{
	size_t start = p->at++;

	if (go_down(p, start) || parse_or(p, out))
		return -1;
	if (at_end(p)) {
		error_set(p->err, ERROR_USAGE,
			  "'(' is not closed; to search for it, put quotes "
			  "around it");
		return fail_at(p, start);
	}
	p->at++;
	p->depth--;
	return 0;
}

static int parse_term(struct parser *p, struct query_node **out);

/* The group around it, if any, is not this one's to close. */
static int parse_negated(struct parser *p, struct query_node **out)
{
	size_t word = query_not_length(rest_of(p), p->depth);
	int rc;

	*out = new_node(p, QUERY_NOT, p->at);
	if (go_down(p, p->at))
		return -1;
	p->at += word ? word : 1;
	if (word)
		rc = parse_term(p, &(*out)->first);
	else
		rc = peek(p, 0) == '(' ? parse_group(p, &(*out)->first)
				       : parse_leaf(p, &(*out)->first);
	p->depth--;
	return rc;
}

static int parse_term(struct parser *p, struct query_node **out)
{
	if (peek(p, 0) == '(')
		return parse_group(p, out);
	if (query_is_minus(rest_of(p)) ||
	    query_not_length(rest_of(p), p->depth))
		return parse_negated(p, out);
	return parse_leaf(p, out);
}

static bool at_or(const struct parser *p)
{
	return query_is_or(rest_of(p), p->depth);
}

static bool at_close(const struct parser *p)
{
	return !at_end(p) && p->depth && p->text.s[p->at] == ')';
}

/* One of a list is itself. */
static struct query_node *settle(struct parser *p, enum query_kind kind,
				 struct query_node *first)
{
	struct query_node *n;

	if (!first || !first->next)
		return first;
	n = new_node(p, kind, first->at);
	n->first = first;
	return n;
}

static bool says_where(const struct query_node *n)
{
	if (n->kind == QUERY_SECTION)
		return true;
	for (n = n->first; n; n = n->next)
		if (says_where(n))
			return true;
	return false;
}

/* "a (b c)" is "a b c", but "in:" holds within its parentheses alone. */
static struct query_node **add_term(struct query_node **last)
{
	if ((*last)->kind == QUERY_AND && !says_where(*last))
		*last = (*last)->first;
	while (*last)
		last = &(*last)->next;
	return last;
}

static int parse_and(struct parser *p, struct query_node **out)
{
	struct query_node *first = NULL, **last = &first;
	const struct query_node *wrong;

	for (skip_blanks(p); !at_end(p) && !at_close(p) && !at_or(p);
	     skip_blanks(p)) {
		if (first)
			p->at += query_and_length(rest_of(p), p->depth);
		if (parse_term(p, last))
			return -1;
		last = add_term(last);
	}
	*out = settle(p, QUERY_AND, first);
	wrong = query_conflict(*out, p->err);
	return wrong ? fail_at(p, wrong->at) : 0;
}

static int nothing_here(struct parser *p, bool before_or)
{
	if (before_or || at_or(p))
		error_set(p->err, ERROR_USAGE,
			  "'or' needs something on both sides; to search for "
			  "it, put quotes around it");
	else
		error_set(p->err, ERROR_USAGE,
			  at_end(p) ? "'(' is not closed"
				    : "there is nothing between the "
				      "parentheses");
	return fail_at(p, p->at < p->text.len ? p->at : p->text.len);
}

static int parse_or(struct parser *p, struct query_node **out)
{
	struct query_node *first = NULL, **last = &first;
	bool more;

	do {
		if (parse_and(p, last))
			return -1;
		if (!*last)
			return nothing_here(p, first != NULL);
		last = &(*last)->next;
		more = !at_end(p) && at_or(p);
		p->at += more ? 2 : 0;
	} while (more);
	*out = settle(p, QUERY_OR, first);
	return 0;
}

/* What was there has to hold as well. */
static void join(struct query *q, struct query_node *n, struct arena *mem)
{
	struct query_node *both;

	if (!q->root) {
		q->root = n;
		return;
	}
	if (q->root->kind != QUERY_AND) {
		both = arena_alloc(mem, sizeof(*both));
		both->kind = QUERY_AND;
		both->first = q->root;
		q->root = both;
	}
	if (n->kind == QUERY_AND)
		n = n->first;
	for (both = q->root->first; both->next;)
		both = both->next;
	both->next = n;
}

/* Those of Chinese and Japanese, and the one that does not break, as well. */
static struct str with_plain_blanks(struct str text, struct arena *mem)
{
	static const struct str blanks[] = { { "\xe3\x80\x80", 3 },
					     { "\xc2\xa0", 2 } };
	char *copy = arena_strndup(mem, text.s, text.len);

	for (size_t i = 0; i < ARRAY_SIZE(blanks); i++)
		for (size_t at = 0;; at += blanks[i].len) {
			at += str_find_str(str_from(text, at), blanks[i]);
			if (at >= text.len)
				break;
			memset(copy + at, ' ', blanks[i].len);
		}
	return (struct str){ copy, text.len };
}

int query_parse(struct query *q, struct str text, int today,
		struct arena *mem, struct error *err)
{
	struct parser p = { .query = q, .text = text, .err = err };
	struct query_node *root;

	p.reading = (struct query_reading){ today, mem };
	p.text = with_plain_blanks(text, mem);
	if (text.len > LIMIT_QUERY)
		return error_set(err, ERROR_USAGE, "what to search for is "
				 "longer than %zu bytes", LIMIT_QUERY);
	skip_blanks(&p);
	if (at_end(&p))
		return 0;
	if (parse_or(&p, &root))
		return -1;
	join(q, root, mem);
	return 0;
}

int query_add_field(struct query *q, const char *field, const char *value,
		    int today, struct arena *mem, struct error *err)
{
	struct query_node *n = arena_alloc(mem, sizeof(*n));
	struct query_reading r = { today, mem };

	if (!value)
		return 0;
	if (query_field_read(n, query_field_find(str_of(field)), str_of(value),
			     &r, err))
		return error_context(err, "--%s", field);
	join(q, n, mem);
	if (query_conflict(q->root, err))
		return error_context(err, "--%s", field);
	return count_term(q, n, err);
}

int query_add_text(struct query *q, enum query_kind kind, const char *text,
		   struct arena *mem, struct error *err)
{
	struct query_node *n = arena_alloc(mem, sizeof(*n));

	if (str_of(text).len > LIMIT_QUERY)
		return error_set(err, ERROR_USAGE, "what to search for is "
				 "longer than %zu bytes", LIMIT_QUERY);
	n->kind = kind;
	n->text = arena_strdup(mem, text);
	join(q, n, mem);
	return count_term(q, n, err);
}
