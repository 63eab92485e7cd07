/* SPDX-License-Identifier: MIT */
/* Searching: what is found, where, and how it is shown. */
#include "tests/unit/index/fixture.h"

static void show(struct strbuf *out, const struct hit *hit)
{
	strbuf_addf(out, "%s:%u", hit->path, hit->line);
	for (size_t i = 0; i < hit->nheadings; i++)
		strbuf_addf(out, " > %s", hit->headings[i]);
}

static void assert_first_hit(struct fixture *f, const char *words,
			     const char *where, const char *snippet)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct hit *hits;

	if (!search_as(f, any, words, &hits))
		fail_msg("nothing found for %s", words);
	show(&out, &hits[0]);
	assert_string_equal(out.buf, where);
	assert_string_equal(hits[0].snippet, snippet);
}

static void a_hit_shows_the_passage_with_its_headings(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	assert_first_hit(f, "partition",
			 "log/2022/2022-07-04.md:12 > R1D0: July 4, 2022"
			 " > What I learned > DynamoDB",
			 "a \x01partition\x02 key spreads the load");
	assert_first_hit(f, "polling",
			 "notes/messaging.md:9 > Messaging > Amazon SQS",
			 "long \x01polling\x02 saves money");
}

static void words_match_across_case_stem_and_accent(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	assert_int_equal(search(f, "PARTITIONS"), 1);
	assert_int_equal(search(f, "naive"), 1);
	assert_int_equal(search(f, "naïve caches"), 1);
	assert_int_equal(search(f, "partition nowhere"), 0);
}

static void the_passage_with_most_of_the_words_is_shown(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	assert_first_hit(f, "streams day changes",
			 "log/2022/2022-07-04.md:13 > R1D0: July 4, 2022"
			 " > What I learned > DynamoDB",
			 "\x01streams\x02 remember a \x01"
			 "day\x02 of \x01"
			 "changes\x02");
}

static void a_section_narrows_the_search(void **state)
{
	struct fixture *f = *state;
	struct query q = any;
	struct hit *hits;

	put_journal(f);
	refresh(f);
	q.section = SECTION_THOUGHTS;
	assert_int_equal(search_as(f, q, "queue", &hits), 1);
	assert_string_equal(hits[0].id, "2022-07-05");
	assert_int_equal(hits[0].section, SECTION_THOUGHTS);
	q.section = SECTION_LEARNED;
	assert_int_equal(search_as(f, q, "queue", &hits), 0);
}

static void topic_tag_and_dates_narrow_the_search(void **state)
{
	struct fixture *f = *state;
	struct query q = any;
	struct hit *hits;

	put_journal(f);
	refresh(f);
	q.topic = "lambda";
	assert_int_equal(search_as(f, q, "queue", &hits), 1);
	assert_string_equal(hits[0].id, "2022-07-05");
	q = any;
	q.tag = "python";
	assert_int_equal(search_as(f, q, "queues", &hits), 1);
	assert_string_equal(hits[0].id, "2022-07-04");
	q = any;
	q.since = day_parse_iso(STR("2022-07-05"));
	assert_int_equal(search_as(f, q, "queue", &hits), 1);
	assert_string_equal(hits[0].id, "2022-07-05");
	q = any;
	q.until = day_parse_iso(STR("2022-07-04"));
	assert_int_equal(search_as(f, q, "queue", &hits), 1);
	assert_string_equal(hits[0].id, "2022-07-04");
}

static void without_words_the_newest_come_first(void **state)
{
	struct fixture *f = *state;
	struct query q = any;
	struct hit *hits;

	put_journal(f);
	refresh(f);
	q.tag = "aws";
	assert_int_equal(search_as(f, q, "", &hits), 2);
	assert_string_equal(hits[0].id, "2022-07-05");
	assert_string_equal(hits[1].id, "2022-07-04");
	assert_int_equal(search_as(f, any, "", &hits), 6);
}

static void a_limit_cuts_the_hits_and_not_the_total(void **state)
{
	struct fixture *f = *state;
	struct query q = any;
	struct hit *hits;

	put_journal(f);
	refresh(f);
	q.limit = 1;
	assert_int_equal(search_as(f, q, "queue", &hits), 3);
}

static void a_hit_has_the_topics_of_its_part(void **state)
{
	struct fixture *f = *state;
	bool dynamodb = false;
	struct hit *hits;

	put_journal(f);
	refresh(f);
	assert_int_equal(search_as(f, any, "visibility", &hits), 1);
	for (size_t i = 0; i < hits[0].ntopics; i++)
		dynamodb |= !strcmp(hits[0].topics[i], "dynamodb");
	assert_true(dynamodb);
}

static void a_long_passage_is_cut_around_the_word(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) text = STRBUF_INIT;
	AUTO(strbuf) plain = STRBUF_INIT;
	struct hit *hits;

	for (int i = 0; i < 100; i++)
		strbuf_addstr(&text, "wörd ");
	strbuf_addstr(&text, "needle ");
	for (int i = 0; i < 100; i++)
		strbuf_addstr(&text, "wörd ");
	put(f, "notes/a.md", text.buf);
	refresh(f);
	assert_int_equal(search_as(f, any, "needle", &hits), 1);
	assert_non_null(strstr(hits[0].snippet, " \x01needle\x02 "));
	hit_add_plain(&plain, hits[0].snippet);
	assert_true(str_starts(strbuf_slice(&plain), "…wörd "));
	assert_true(str_ends(strbuf_slice(&plain), " wörd…"));
	assert_true(plain.len < 220);
}

static void assert_no_error(struct fixture *f, const char *const *words,
			    size_t count)
{
	for (int section = 0; section < SECTION_COUNT; section++) {
		struct query q = any;
		struct hit *hits;
		size_t n, total;

		q.words = words;
		q.nwords = count;
		q.section = (enum section)section;
		if (index_search(f->ix, &q, &f->mem, &hits, &n, &total,
				 &f->err))
			fail_msg("%s: %s", words[0], f->err.text);
	}
}

static void hostile_words_are_words(void **state)
{
	static const char *const words[] = {
		"C++",
		"\"",
		"\"\"",
		"*",
		"a*",
		"^a",
		"-a",
		"AND",
		"OR",
		"NOT",
		"NEAR(",
		"NEAR(a b, 1)",
		"a:b",
		"body:x",
		"{a b}:c",
		"(",
		"a)",
		"'",
		";",
		"a+b",
		"c#",
		".NET",
		"",
		" ",
		"\x01",
		"\x7f\x1b[0m",
		"\xff\xfe",
		"\xc3",
		"日本語",
		"'; DROP TABLE part; --",
		"?1",
		"%",
		"_",
		"\\",
		"\n",
		"learned",
		"learned : x",
		"🎉",
		"a\tb",
	};
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		const char *pair[] = { words[i], "queue" };

		assert_no_error(f, pair, 1);
		assert_no_error(f, pair, 2);
	}
	assert_int_equal(search(f, "\" * ("), 0);
	assert_int_equal(search(f, "\" queue * ("), 3);
}

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

static void generated_words_are_words(void **state)
{
	static const char alphabet[] =
		"aqueue\"'*^-+():{}[]. \\\t\x01\xc3\xa4N";
	struct fixture *f = *state;
	unsigned seed = 7;

	put_journal(f);
	refresh(f);
	for (int i = 0; i < 400; i++) {
		char word[24] = "";
		const char *words[] = { word, "queue", word };
		size_t len = next_random(&seed) % (sizeof(word) - 1);

		for (size_t k = 0; k < len; k++)
			word[k] = alphabet[next_random(&seed) %
					   (sizeof(alphabet) - 1)];
		assert_no_error(f, words, 1 + next_random(&seed) % 3);
	}
}

static void very_long_queries_are_answered(void **state)
{
	enum { LONG = 100000, MANY = 2000 };
	struct fixture *f = *state;
	char *word = xcalloc(1, LONG + 1);
	const char **words = xcalloc(MANY, sizeof(*words));

	put_journal(f);
	refresh(f);
	memset(word, 'x', LONG);
	assert_no_error(f, (const char *const *)&word, 1);
	memset(word, '(', LONG);
	assert_no_error(f, (const char *const *)&word, 1);
	for (size_t i = 0; i < MANY; i++)
		words[i] = i % 2 ? "queue" : "NOT";
	assert_no_error(f, words, MANY);
	free(words);
	free(word);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_hit_shows_the_passage_with_its_headings),
		TEST(words_match_across_case_stem_and_accent),
		TEST(the_passage_with_most_of_the_words_is_shown),
		TEST(a_section_narrows_the_search),
		TEST(topic_tag_and_dates_narrow_the_search),
		TEST(without_words_the_newest_come_first),
		TEST(a_limit_cuts_the_hits_and_not_the_total),
		TEST(a_hit_has_the_topics_of_its_part),
		TEST(a_long_passage_is_cut_around_the_word),
		TEST(hostile_words_are_words),
		TEST(generated_words_are_words),
		TEST(very_long_queries_are_answered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
