/* SPDX-License-Identifier: MIT */
/* Queries: what the words of the language mean, and where one is wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/date.h"
#include "core/base/limits.h"
#include "core/base/strbuf.h"
#include "core/model/document.h"
#include "core/model/query.h"

#define TODAY day_parse_iso(STR("2022-07-04"))

static void show(struct strbuf *out, const struct query_node *n);

static void show_list(struct strbuf *out, const char *name,
		      const struct query_node *n)
{
	strbuf_addf(out, "%s(", name);
	for (const struct query_node *c = n->first; c; c = c->next) {
		if (c != n->first)
			strbuf_addch(out, ' ');
		show(out, c);
	}
	strbuf_addch(out, ')');
}

static void show_days(struct strbuf *out, const struct query_node *n)
{
	strbuf_addf(out, "days=%s..%s", day_format(n->from).s,
		    day_format(n->to).s);
}

static void show(struct strbuf *out, const struct query_node *n)
{
	switch (n->kind) {
	case QUERY_AND: show_list(out, "and", n); break;
	case QUERY_OR: show_list(out, "or", n); break;
	case QUERY_NOT: show_list(out, "not", n); break;
	case QUERY_WORD: strbuf_addstr(out, n->text); break;
	case QUERY_PHRASE: strbuf_addf(out, "'%s'", n->text); break;
	case QUERY_PREFIX: strbuf_addf(out, "%s...", n->text); break;
	case QUERY_EXACT: strbuf_addf(out, "exact=%s", n->text); break;
	case QUERY_REGEX: strbuf_addf(out, "regex=%s", n->text); break;
	case QUERY_TOPIC: strbuf_addf(out, "topic=%s", n->text); break;
	case QUERY_TAG: strbuf_addf(out, "tag=%s", n->text); break;
	case QUERY_SECTION: strbuf_addf(out, "section=%d", n->from); break;
	case QUERY_DOCUMENT: strbuf_addf(out, "document=%d", n->from); break;
	case QUERY_TRAIT: strbuf_addf(out, "trait=%d", n->from); break;
	case QUERY_DAYS: show_days(out, n); break;
	case QUERY_ROUND: strbuf_addf(out, "round=%d", n->from); break;
	case QUERY_NUMBERS:
		strbuf_addf(out, "numbers=%d..%d", n->from, n->to);
		break;
	}
}

static void assert_meant(const char *text, const char *meant)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct query q = { .root = NULL };

	if (query_parse(&q, str_of(text), TODAY, &mem, &err))
		fail_msg("%s: %s", text, err.text);
	if (q.root)
		show(&out, q.root);
	assert_string_equal(out.buf, meant);
}

/* The message begins so, and its caret stands under this column. */
static void assert_wrong(const char *text, const char *message, int column)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) caret = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct query q = { .root = NULL };

	if (!query_parse(&q, str_of(text), TODAY, &mem, &err))
		fail_msg("%s is taken", text);
	assert_int_equal(err.kind, ERROR_USAGE);
	if (!str_starts(str_of(err.text), message))
		fail_msg("%s: %s", text, err.text);
	strbuf_addf(&caret, "\n  %*s^", column, "");
	if (!str_ends(str_of(err.text), caret.buf))
		fail_msg("%s: %s", text, err.text);
}

static void words_all_have_to_be_there(void **state)
{
	(void)state;
	assert_meant("lambda", "lambda");
	assert_meant("  lambda  sqs ", "and(lambda sqs)");
	assert_meant("\"visibility timeout\" sqs",
		     "and('visibility timeout' sqs)");
	assert_meant("kine*", "kine...");
	assert_meant("", "");
	assert_meant("日本\xe3\x80\x80東京", "and(日本 東京)");
}

static void or_binds_less_than_standing_together(void **state)
{
	(void)state;
	assert_meant("a b or c d", "or(and(a b) and(c d))");
	assert_meant("a (b OR c)", "and(a or(b c))");
	assert_meant("(a or b)(c or d)", "and(or(a b) or(c d))");
	assert_meant("order \"or\" oracle", "and(order 'or' oracle)");
}

static void a_group_of_what_stands_together_is_none(void **state)
{
	(void)state;
	assert_meant("a (b (c -d)) e", "and(a b c not(d) e)");
	assert_meant("(a b)", "and(a b)");
	assert_meant("a -(b c)", "and(a not(and(b c)))");
	assert_meant("a (in:links b) c", "and(a and(section=4 b) c)");
}

static void a_minus_leaves_out(void **state)
{
	(void)state;
	assert_meant("a -b", "and(a not(b))");
	assert_meant("-(a or b)", "not(or(a b))");
	assert_meant("-(-x)", "not(not(x))");
	assert_meant("-\"a b\"", "not('a b')");
	assert_meant("-tag:exam", "not(tag=exam)");
	assert_meant("(-a)", "not(a)");
	assert_meant("- --flag a-b -> -", "and(- --flag a-b -> -)");
}

static void fields_say_where(void **state)
{
	(void)state;
	assert_meant("topic:s3 tag:x", "and(topic=s3 tag=x)");
	assert_meant("topic:\"step functions\"", "topic=step functions");
	assert_meant("in:learned", "section=2");
	assert_meant("IN:notes or kind:PLAN", "or(document=1 document=2)");
	assert_meant("round:2", "round=2");
	assert_meant("since:june", "days=2022-06-01..");
	assert_meant("until:\"last week\"", "days=..2022-07-03");
	assert_meant("on:2022-W26 x", "and(days=2022-06-27..2022-07-03 x)");
	assert_meant("day:14", "numbers=14..14");
	assert_meant("day:10..20", "numbers=10..20");
	assert_meant("day:10..", "numbers=10..99999");
	assert_meant("day:..20", "numbers=0..20");
	assert_meant("since:2022-07-01", "days=2022-07-01..");
	assert_meant("until:yesterday", "days=..2022-07-03");
	assert_meant("on:\"3 days ago\"", "days=2022-07-01..2022-07-01");
}

static void kinds_are_traits(void **state)
{
	(void)state;
	for (unsigned bit = 0; bit < TRAIT_COUNT; bit++) {
		AUTO(strbuf) text = STRBUF_INIT;
		AUTO(strbuf) meant = STRBUF_INIT;
		bool found = false;
		const char *v;

		for (size_t i = 0; (v = query_field_value("kind", i)); i++)
			found |= !strcmp(v, passage_trait_name(bit));
		strbuf_addf(&text, "kind:%s", passage_trait_name(bit));
		strbuf_addf(&meant, "trait=%d", 1 << bit);
		if (found)
			assert_meant(text.buf, meant.buf);
	}
	assert_meant("has:code", "trait=2048");
	assert_meant("has:table", "trait=4096");
}

static void what_is_no_field_is_a_word(void **state)
{
	(void)state;
	assert_meant("http://x 10:30 std::vector",
		     "and(http://x 10:30 std::vector)");
	assert_meant("C++ print() f(x)", "and(C++ print() f(x))");
	assert_meant("f(x y) z", "and(f(x y) z)");
	assert_meant("\"a)\" \":)\"", "and('a)' ':)')");
	assert_meant("(print() or g)", "or(print() g)");
	assert_meant("/tmp/* *** 5\"", "and(/tmp/* *** 5\")");
	assert_meant("\"a \\\"b\\\" c:\\d\"", "'a \"b\" c:\\d'");
}

static void an_error_points_at_the_place(void **state)
{
	(void)state;
	assert_wrong("lambda kind:thing", "there is no kind 'thing'; write ",
		     12);
	assert_wrong("a since:blursday", "'blursday' is", 8);
	assert_wrong("a (b or c", "'(' is not closed", 2);
	assert_wrong("(", "'(' is not closed", 1);
	assert_wrong("a ) b", "there is no '(' for this ')'", 2);
	assert_wrong("lambda)", "there is no '(' for this ')'; to search for "
				"it, put quotes around it", 6);
	assert_wrong("a)b", "there is no '(' for this ')'", 1);
	assert_wrong("(a or b)) c", "there is no '(' for this ')'", 8);
	assert_wrong("f(x)) c", "there is no '(' for this ')'", 4);
	assert_wrong("x -a)", "there is no '(' for this ')'", 4);
	assert_wrong("in:learned)", "there is no '(' for this ')'", 10);
	assert_wrong("a \"b c", "a quote is not closed", 2);
	assert_wrong("\"\"", "there is nothing between the quotes", 0);
	assert_wrong("a ()", "there is nothing between the parentheses", 3);
	assert_wrong("or or", "'or' needs something on both sides", 0);
	assert_wrong("a or", "'or' needs something on both sides", 4);
	assert_wrong("a or or b", "'or' needs something on both sides", 5);
	assert_wrong("topic:", "there is no topic behind 'topic:'", 6);
	assert_wrong("day:20..10", "the range '20..10' is backwards; write "
				   "10..20", 4);
	assert_wrong("day:x..10", "'x..10' is no number of a day", 4);
	assert_wrong("since:last week",
		     "'last week' is a date in quotes only", 6);
	assert_wrong("(a on:3 days ago b)",
		     "'3 days ago' is a date in quotes only", 6);
	assert_wrong("since:last resort", "'last' is no date", 6);
	assert_wrong("since:\"last wek\" a", "'last wek' is no date", 6);
	assert_wrong("round:0", "'0' is no round", 6);
	assert_wrong("é日 in:x", "there is no section 'x'", 7);
}

static void days_that_exclude_each_other_are_told(void **state)
{
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct query q = { .root = NULL };

	(void)state;
	assert_wrong("since:2022-07-02 x until:2022-07-01",
		     "the last day, 2022-07-01, is before the first, "
		     "2022-07-02\n", 19);
	assert_wrong("until:may (x (since:june or y) since:june)",
		     "the last day, 2022-05-31, is before the first, "
		     "2022-06-01\n", 31);
	assert_wrong("on:2022-07-01 on:2022-07-02", "the last day, ", 14);
	assert_wrong("x or (until:may since:june)", "the last day, ", 16);
	assert_meant("since:june until:june",
		     "and(days=2022-06-01.. days=..2022-06-30)");
	assert_meant("on:may or on:june",
		     "or(days=2022-05-01..2022-05-31 "
		     "days=2022-06-01..2022-06-30)");
	assert_meant("on:june -since:2022-06-10",
		     "and(days=2022-06-01..2022-06-30 "
		     "not(days=2022-06-10..))");
	assert_int_equal(query_parse(&q, STR("since:june"), TODAY, &mem, &err),
			 0);
	assert_int_equal(query_add_field(&q, "until", "may", TODAY, &mem,
					 &err), -1);
	assert_string_equal(err.text, "--until: the last day, 2022-05-31, is "
				      "before the first, 2022-06-01");
}

static void the_place_is_shown_however_long_the_query(void **state)
{
	AUTO(strbuf) text = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 100; i++)
		strbuf_addstr(&text, "word");
	strbuf_addstr(&text, " in:x");
	assert_wrong(text.buf, "there is no section 'x'", 40);
}

static void what_is_too_much_is_refused(void **state)
{
	AUTO(strbuf) deep = STRBUF_INIT;
	AUTO(strbuf) many = STRBUF_INIT;
	AUTO(strbuf) dashes = STRBUF_INIT;
	AUTO(strbuf) longest = STRBUF_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct query q = { .root = NULL };

	(void)state;
	for (int i = 0; i < 2000; i++)
		strbuf_addstr(&deep, "(");
	assert_wrong(deep.buf, "the query is nested too deeply",
		     QUERY_DEPTH_MAX);
	for (int i = 0; i < 300; i++)
		strbuf_addstr(&many, "a ");
	assert_wrong(many.buf, "there are more than 200 words", 40);
	for (int i = 0; i < 1000; i++)
		strbuf_addstr(&dashes, "-(");
	assert_wrong(dashes.buf, "the query is nested too deeply",
		     QUERY_DEPTH_MAX);
	while (longest.len <= LIMIT_QUERY)
		strbuf_addstr(&longest, "0123456789");
	assert_int_equal(query_parse(&q, strbuf_slice(&longest), TODAY, &mem,
				     &err), -1);
}

static void assert_joined(const char *joined, const char *const *operands)
{
	AUTO(strbuf) out = STRBUF_INIT;
	size_t count = 0;

	while (operands[count])
		count++;
	query_join(&out, operands, count, TODAY);
	assert_string_equal(out.buf, joined);
}

/* The shell takes quotes off; what they were for is plain. */
static void operands_keep_what_the_shell_quoted(void **state)
{
	const char *phrase[] = { "visibility timeout", "sqs", NULL };
	const char *query[] = { "lambda or sqs", "a -b", "pre* x",
				"in:learned x", NULL };
	const char *date[] = { "since:3 months ago", "retry", NULL };
	const char *quoted[] = { "say \"a b\"", "c:\\d e", NULL };

	(void)state;
	assert_joined("\"visibility timeout\" sqs", phrase);
	assert_joined("(lambda or sqs) a -b pre* x in:learned x", query);
	assert_joined("since:\"3 months ago\" retry", date);
	assert_joined("say \"a b\" \"c:\\\\d e\"", quoted);
}

static void an_operand_with_an_or_is_a_group(void **state)
{
	const char *beside[] = { "sqs or sns", "since:yesterday", NULL };
	const char *alone[] = { "sqs or sns", NULL };
	const char *two[] = { "a or b", "c or (d)or e", NULL };
	const char *apart[] = { "sqs", "or", "sns", "or x", "y or", "z", NULL };
	const char *open[] = { "(a or b", "or c)", "-(a or b)", NULL };
	const char *quoted[] = { "\"a or b\" c", "x", NULL };
	const char *words[] = { "oracle order", "for or", "x", NULL };

	(void)state;
	assert_joined("(sqs or sns) since:yesterday", beside);
	assert_joined("sqs or sns", alone);
	assert_joined("(a or b) (c or (d)or e)", two);
	assert_joined("sqs or sns or x y or z", apart);
	assert_joined("(a or b or c) -(a or b)", open);
	assert_joined("\"a or b\" c x", quoted);
	assert_joined("\"oracle order\" for or x", words);
}

static void capitals_join_and_leave_out(void **state)
{
	const char *joined[] = { "sqs AND sns", "a NOT b", "NOT NULL", NULL };

	(void)state;
	assert_meant("a AND b", "and(a b)");
	assert_meant("a AND NOT b", "and(a not(b))");
	assert_meant("a OR b AND c", "or(a and(b c))");
	assert_meant("NOT a", "not(a)");
	assert_meant("a NOT (b or c)", "and(a not(or(b c)))");
	assert_meant("NOT NOT -a", "not(not(not(a)))");
	assert_meant("NOT tag:x", "not(tag=x)");
	/* Where they join nothing they are words, as they are in small. */
	assert_meant("AND gate", "and(AND gate)");
	assert_meant("gate NOT", "and(gate NOT)");
	assert_meant("(a AND) or NOT", "or(and(a AND) NOT)");
	assert_meant("a and not b", "and(a and not b)");
	assert_meant("a \"AND\" \"NOT\" b ANDROID",
		     "and(a 'AND' 'NOT' b ANDROID)");
	assert_joined("sqs AND sns a NOT b \"NOT NULL\"", joined);
}

static void typographic_quotes_are_quotes(void **state)
{
	const char *operands[] = { "“at least", "once”", NULL };

	(void)state;
	assert_meant("“at least once” x", "and('at least once' x)");
	assert_meant("„at least once“", "'at least once'");
	assert_meant("«at least» -»once«", "and('at least' not('once'))");
	assert_meant("“at least\" x", "and('at least' x)");
	assert_meant("\"say “so”\"", "'say “so”'");
	assert_meant("topic:“step functions”", "topic=step functions");
	assert_wrong("a “b", "a quote is not closed", 2);
	assert_joined("“at least once”", operands);
}

static void what_excludes_each_other_is_told(void **state)
{
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct query q = { .root = NULL };

	(void)state;
	assert_wrong("in:learned x in:progress",
		     "nothing is both in:learned and in:progress; write "
		     "'(in:learned or in:progress)' for either\n", 13);
	assert_wrong("in:notes (x kind:entry)",
		     "nothing is both in:notes and kind:entry; ", 12);
	assert_wrong("round:1 round:2", "nothing is both round:1 and ", 8);
	assert_meant("in:learned in:learned", "and(section=2 section=2)");
	assert_meant("(in:learned a) (in:links b)",
		     "and(and(section=2 a) and(section=4 b))");
	assert_meant("in:learned or in:links", "or(section=2 section=4)");
	assert_meant("kind:question kind:number", "and(trait=4 trait=2)");
	assert_int_equal(query_add_field(&q, "kind", "note", TODAY, &mem,
					 &err), 0);
	assert_int_equal(query_add_field(&q, "kind", "plan", TODAY, &mem,
					 &err), -1);
	assert_non_null(strstr(err.text, "--kind: nothing is both in:notes "));
}

static void options_have_to_hold_as_well(void **state)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct query q = { .root = NULL };

	(void)state;
	assert_int_equal(query_parse(&q, STR("a or b"), TODAY, &mem, &err), 0);
	assert_int_equal(query_add_field(&q, "tag", "x", TODAY, &mem, &err), 0);
	assert_int_equal(query_add_field(&q, "tag", NULL, TODAY, &mem, &err),
			 0);
	assert_int_equal(query_add_text(&q, QUERY_EXACT, "Y", &mem, &err), 0);
	show(&out, q.root);
	assert_string_equal(out.buf, "and(or(a b) tag=x exact=Y)");
	assert_int_equal(q.ntexts, 3);
	assert_int_equal(query_add_field(&q, "in", "nowhere", TODAY, &mem,
					 &err), -1);
	assert_non_null(strstr(err.text, "--in: there is no section"));
}

static void a_phrase_can_be_taken_as_words(void **state)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct query q = { .root = NULL };

	(void)state;
	assert_int_equal(query_parse(&q, STR("\" b  c\" or x -\"d e\" \"f\""),
				     TODAY, &mem, &err), 0);
	assert_true(query_loosen(&q, &mem));
	show(&out, q.root);
	assert_string_equal(out.buf, "or(and(b c) and(x not('d e') 'f'))");
	assert_int_equal(q.ntexts, 5);
	assert_int_equal(q.root->first->first->number, 0);
	assert_int_equal(q.root->first->first->next->number, 4);
	assert_false(query_loosen(&q, &mem));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_all_have_to_be_there),
		cmocka_unit_test(or_binds_less_than_standing_together),
		cmocka_unit_test(a_group_of_what_stands_together_is_none),
		cmocka_unit_test(a_minus_leaves_out),
		cmocka_unit_test(fields_say_where),
		cmocka_unit_test(kinds_are_traits),
		cmocka_unit_test(what_is_no_field_is_a_word),
		cmocka_unit_test(an_error_points_at_the_place),
		cmocka_unit_test(days_that_exclude_each_other_are_told),
		cmocka_unit_test(the_place_is_shown_however_long_the_query),
		cmocka_unit_test(what_is_too_much_is_refused),
		cmocka_unit_test(operands_keep_what_the_shell_quoted),
		cmocka_unit_test(an_operand_with_an_or_is_a_group),
		cmocka_unit_test(capitals_join_and_leave_out),
		cmocka_unit_test(typographic_quotes_are_quotes),
		cmocka_unit_test(what_excludes_each_other_is_told),
		cmocka_unit_test(a_phrase_can_be_taken_as_words),
		cmocka_unit_test(options_have_to_hold_as_well),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
