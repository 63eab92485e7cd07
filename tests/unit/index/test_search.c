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
	struct hit *hits;

	put_journal(f);
	refresh(f);
	assert_int_equal(search_as(f, any, "queue in:thoughts", &hits), 1);
	assert_string_equal(hits[0].id, "2022-07-05");
	assert_int_equal(hits[0].section, SECTION_THOUGHTS);
	assert_int_equal(search(f, "queue in:learned"), 0);
	assert_int_equal(search(f, "queue (in:learned or in:thoughts)"), 1);
	assert_int_equal(search(f, "(in:thoughts queue) in:learned"), 0);
}

static void assert_only(struct fixture *f, const char *query, const char *id)
{
	struct hit *hits;
	size_t found = search_as(f, any, query, &hits);

	if (found != 1 || strcmp(hits[0].id, id) != 0)
		fail_msg("%s: %zu found, first '%s'", query, found,
			 found ? hits[0].id : "");
}

static void topic_tag_and_dates_narrow_the_search(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	assert_only(f, "queue topic:lambda", "2022-07-05");
	assert_only(f, "queues tag:python", "2022-07-04");
	assert_only(f, "queue since:2022-07-05", "2022-07-05");
	assert_only(f, "queue until:2022-07-04", "2022-07-04");
	assert_only(f, "queue on:2022-07-04", "2022-07-04");
	assert_only(f, "queue -kind:note -tag:python", "2022-07-05");
	assert_int_equal(search(f, "queue kind:note"), 1);
	assert_int_equal(search(f, "queue in:notes"), 1);
	assert_int_equal(search(f, "queue in:plan"), 0);
}

static void without_words_the_newest_come_first(void **state)
{
	struct fixture *f = *state;
	struct hit *hits;

	put_journal(f);
	refresh(f);
	assert_int_equal(search_as(f, any, "tag:aws", &hits), 2);
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

/* Entries with more or fewer of the word, so that they differ in rank. */
static void put_ranked(struct fixture *f, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		AUTO(strbuf) path = STRBUF_INIT;
		AUTO(strbuf) text = STRBUF_INIT;

		strbuf_addf(&path, "notes/n%02u.md", i);
		for (unsigned n = 0; n < 1 + i * 7 % 10; n++)
			strbuf_addstr(&text, n % 2 ? "and more words " :
						     "a queue ");
		put(f, path.buf, text.buf);
	}
}

static void the_best_are_the_same_however_many_are_shown(void **state)
{
	enum { NOTES = 40 };
	struct fixture *f = *state;
	struct hit *all, *some;

	put_ranked(f, NOTES);
	refresh(f);
	assert_int_equal(search_as(f, any, "queue", &all), NOTES);
	for (size_t limit = 1; limit <= NOTES; limit++) {
		struct query q = { .limit = limit };

		assert_int_equal(search_as(f, q, "queue", &some), NOTES);
		for (size_t i = 0; i < limit; i++)
			assert_string_equal(some[i].path, all[i].path);
	}
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

static void it_is_cut_where_most_of_the_words_are(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) text = STRBUF_INIT;
	AUTO(strbuf) plain = STRBUF_INIT;
	struct hit *hits;

	strbuf_addstr(&text, "needle ");
	for (int i = 0; i < 100; i++)
		strbuf_addstr(&text, "word ");
	strbuf_addstr(&text, "camel with a needle");
	for (int i = 0; i < 25; i++)
		strbuf_addstr(&text, " (hay)");
	strbuf_addstr(&text, " eye.");
	for (int i = 0; i < 100; i++)
		strbuf_addstr(&text, "hay");
	put(f, "notes/a.md", text.buf);
	refresh(f);
	assert_int_equal(search_as(f, any, "needle camel eye", &hits), 1);
	assert_non_null(strstr(hits[0].snippet,
			       " \x01" "camel\x02 with a \x01needle\x02 "));
	assert_non_null(strstr(hits[0].snippet, " \x01" "eye\x02"));
	hit_add_plain(&plain, hits[0].snippet);
	assert_true(str_starts(strbuf_slice(&plain), "…"));
	assert_true(plain.len < 220);
}

/* As a word, a phrase, a beginning, an exact text and within others. */
static void assert_no_error(struct fixture *f, const char *word)
{
	for (int kind = QUERY_WORD; kind < QUERY_REGEX; kind++)
		for (int more = 0; more < 3; more++) {
			struct query q = any;
			struct hit *hits;
			size_t n, total;

			if (more &&
			    query_parse(&q, more == 1 ? STR("queue or -cache")
						      : STR("in:learned"),
					FIXTURE_TODAY, &f->mem, &f->err))
				fail_msg("%s", f->err.text);
			if (query_add_text(&q, (enum query_kind)kind, word,
					   &f->mem, &f->err) ||
			    index_search(f->ix, &q, &f->mem, &hits, &n, &total,
					 &f->err))
				fail_msg("%s: %s", word, f->err.text);
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
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		assert_no_error(f, words[i]);
	assert_int_equal(search(f, "* -"), 0);
	assert_int_equal(search(f, "* queue -"), 3);
	/* An error of SQLite's would have emptied the index. */
	refresh(f);
	assert_int_equal(f->report.read, 0);
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
		size_t len = next_random(&seed) % (sizeof(word) - 1);

		for (size_t k = 0; k < len; k++)
			word[k] = alphabet[next_random(&seed) %
					   (sizeof(alphabet) - 1)];
		assert_no_error(f, word);
	}
}

static void very_long_queries_are_answered(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) text = STRBUF_INIT;

	put_journal(f);
	refresh(f);
	for (int i = 0; i < 4000; i++)
		strbuf_addch(&text, i % 2 ? 'x' : '-');
	assert_no_error(f, text.buf);
	strbuf_reset(&text);
	for (int i = 0; i < 90; i++)
		strbuf_addstr(&text, i % 3 ? "queue or " : "-nowhere NOT ");
	strbuf_addstr(&text, "x");
	assert_true(search(f, text.buf) > 0);
	strbuf_reset(&text);
	for (int i = 0; i < QUERY_DEPTH_MAX; i++)
		strbuf_addstr(&text, i % 2 ? "(queue " : "(queue or ");
	strbuf_addstr(&text, "cache nowhere");
	for (int i = 0; i < QUERY_DEPTH_MAX; i++)
		strbuf_addch(&text, ')');
	assert_int_equal(search(f, text.buf), 3);
}

static void or_not_and_parentheses_are_sets(void **state)
{
	struct fixture *f = *state;

	put(f, "log/2022/2022-07-01.md", "alpha beta\n");
	put(f, "log/2022/2022-07-02.md", "---\ntags: [x]\n---\nalpha gamma\n");
	put(f, "log/2022/2022-07-03.md", "beta delta\n");
	refresh(f);
	assert_int_equal(search(f, "alpha or delta"), 3);
	assert_only(f, "alpha -gamma", "2022-07-01");
	assert_only(f, "beta (alpha or gamma)", "2022-07-01");
	assert_only(f, "-alpha", "2022-07-03");
	assert_only(f, "-(-delta)", "2022-07-03");
	assert_int_equal(search(f, "delta or tag:x"), 2);
	assert_only(f, "(delta or tag:x) -delta", "2022-07-02");
	assert_int_equal(search(f, "-tag:x -nothing"), 2);
	assert_only(f, "gam*", "2022-07-02");
	assert_int_equal(search(f, "-(alpha or tag:x) delta*"), 1);
}

static void names_are_found_by_their_marks(void **state)
{
	static const struct {
		const char *query, *id;
	} cases[] = {
		{ "C++", "a" },		 { "c++", "a" },
		{ "C#", "b" },		 { "X-Ray", "a" },
		{ "CI/CD", "a" },	 { "/tmp", "b" },
		{ "$LATEST", "a" },	 { "t2.micro", "b" },
		{ ".NET", "b" },	 { "a_b", "a" },
		{ "--flag", "a" },	 { "café.io", "b" },
		{ "don't", "a" },	 { "->", "b" },
		{ "🎉", "a" },		 { "\"CI/CD pipelines\"", "a" },
		{ "ci/c*", "a" },	 { "std::vector", "b" },
	};
	struct fixture *f = *state;

	put(f, "notes/a.md", "C++ and X-Ray, a CI/CD pipeline; $LATEST, a_b, "
			     "--flag, don’t 🎉\n\nnet tmp\n");
	put(f, "notes/b.md", "C# in /tmp on t2.micro by .NET: cafe.io -> "
			     "std::vector\n\nx ray, ci cd, latest a b flag\n");
	put(f, "notes/c.md", "c x ray ci cd latest t2 micro net tmp a b flag "
			     "bt2.micros t2.micros --flags cafe io std vector\n");
	refresh(f);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		assert_only(f, cases[i].query, cases[i].id);
}

static void a_name_is_marked_where_it_stands(void **state)
{
	struct fixture *f = *state;

	put(f, "notes/a.md", "A c, then C++ and X-Ray.\n");
	refresh(f);
	assert_first_hit(f, "C++ x-ray", "notes/a.md:1",
			 "A c, then \x01"
			 "C++\x02 and \x01X-Ray\x02.");
	assert_first_hit(f, "x-r*", "notes/a.md:1",
			 "A c, then C++ and \x01X-R\x02"
			 "ay.");
}

static void text_without_blanks_is_found_and_marked(void **state)
{
	struct fixture *f = *state;
	struct hit *hits;

	put(f, "notes/ja.md", "東京都でAWS入門を学んだ。\n");
	put(f, "notes/ko.md", "람다를 배웠다\n");
	put(f, "notes/th.md", "เรียนภาษาไทย\n");
	refresh(f);
	assert_first_hit(f, "京都", "notes/ja.md:1",
			 "東\x01京都\x02でAWS入門を学んだ。");
	assert_first_hit(f, "AWS入門", "notes/ja.md:1",
			 "東京都で\x01"
			 "AWS入門\x02を学んだ。");
	assert_first_hit(f, "学", "notes/ja.md:1",
			 "東京都でAWS入門を\x01学\x02んだ。");
	assert_first_hit(f, "で", "notes/ja.md:1",
			 "東京都\x01で\x02"
			 "AWS入門を学んだ。");
	assert_first_hit(f, "でAWS", "notes/ja.md:1",
			 "東京都\x01でAWS\x02入門を学んだ。");
	assert_first_hit(f, "람다", "notes/ko.md:1", "\x01람다\x02를 배웠다");
	assert_int_equal(search_as(f, any, "ภาษา", &hits), 1);
	assert_int_equal(search(f, "東都"), 0);
	assert_int_equal(search(f, "京東"), 0);
}

static size_t search_text(struct fixture *f, enum query_kind kind,
			  const char *text, struct hit **hits)
{
	struct query q = any;
	size_t count, total = 0;

	if (query_add_text(&q, kind, text, &f->mem, &f->err) ||
	    index_search(f->ix, &q, &f->mem, hits, &count, &total, &f->err))
		fail_msg("%s", f->err.text);
	return total;
}

static void exact_text_is_as_it_stands(void **state)
{
	struct fixture *f = *state;
	struct hit *hits;

	put(f, "notes/a.md", "The API Gateway runs.\n");
	put(f, "notes/b.md", "the api gateway ran; a café\n");
	refresh(f);
	assert_int_equal(search_text(f, QUERY_EXACT, "API Gateway", &hits), 1);
	assert_string_equal(hits[0].snippet,
			    "The \x01"
			    "API Gateway\x02 runs.");
	assert_int_equal(search_text(f, QUERY_EXACT, "run", &hits), 0);
	assert_int_equal(search_text(f, QUERY_EXACT, "cafe", &hits), 0);
	assert_int_equal(search_text(f, QUERY_EXACT, "café", &hits), 1);
	assert_int_equal(search_text(f, QUERY_EXACT, "; a", &hits), 1);
}

static void patterns_match_within_limits(void **state)
{
	struct fixture *f = *state;
	struct query q = any;
	struct hit *hits;
	size_t n, total;

	put(f, "notes/a.md", "Port 8443 or 443.\n\nsecond line\n");
	put(f, "notes/b.md", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\n");
	refresh(f);
	assert_int_equal(search_text(f, QUERY_REGEX, "\\b\\d{4}\\b", &hits), 1);
	assert_string_equal(hits[0].snippet, "Port \x01"
					     "8443\x02 or 443.");
	assert_int_equal(search_text(f, QUERY_REGEX, "^second", &hits), 1);
	assert_int_equal(query_add_text(&q, QUERY_REGEX, "(a+)+$", &f->mem,
					&f->err), 0);
	if (index_search(f->ix, &q, &f->mem, &hits, &n, &total, &f->err))
		assert_int_equal(f->err.kind, ERROR_USAGE);
	q = any;
	assert_int_equal(query_add_text(&q, QUERY_REGEX, "a(b", &f->mem,
					&f->err), 0);
	assert_int_equal(index_search(f->ix, &q, &f->mem, &hits, &n, &total,
				      &f->err), -1);
	assert_non_null(strstr(f->err.text, "missing closing parenthesis"));
}

static void the_passage_of_the_kind_is_shown(void **state)
{
	struct fixture *f = *state;
	struct hit *hits;

	put(f, "notes/a.md", "Queues queue.\n\nHow long does a message live "
			     "in a queue?\n");
	refresh(f);
	assert_int_equal(search_as(f, any, "queue kind:question", &hits), 1);
	assert_int_equal(hits[0].line, 3);
	assert_true(hits[0].traits & TRAIT_QUESTION);
	assert_int_equal(search(f, "queue kind:lab"), 0);
}

static void a_topic_and_a_kind_are_of_one_passage(void **state)
{
	struct fixture *f = *state;
	struct hit *hits;

	put(f, "notes/a.md", "# Names\n\nRoute 53 asks again after 60 "
			     "seconds.\n\nS3 serves files.\n");
	put(f, "notes/b.md", "# Limits\n\nSQS keeps messages for 14 days.\n\n"
			     "An object in S3 has at most 5 TB.\n\n"
			     "```\naws s3 ls\n```\n");
	put(f, "notes/c.md", "# S3\n\nA part has at least 5 MB.\n");
	refresh(f);
	assert_only(f, "topic:s3 kind:number sqs", "b");
	assert_int_equal(search(f, "topic:s3 kind:number"), 2);
	assert_int_equal(search(f, "topic:s3 (kind:number or kind:lab)"), 2);
	assert_int_equal(search(f, "topic:s3 or kind:number"), 5);
	assert_int_equal(search(f, "topic:sqs has:code"), 1);
	assert_int_equal(search(f, "topic:s3 topic:sqs kind:number"), 0);
	assert_int_equal(search_as(f, any, "topic:s3 kind:number messages",
				   &hits), 1);
	assert_int_equal(hits[0].line, 5);
}

static void what_is_sorted_by_date_is_in_its_order(void **state)
{
	struct fixture *f = *state;
	struct query q = any;
	struct hit *hits;

	put_journal(f);
	refresh(f);
	q.sort = SORT_NEWEST;
	assert_int_equal(search_as(f, q, "queue", &hits), 3);
	assert_string_equal(hits[0].id, "2022-07-05");
	assert_string_equal(hits[1].id, "2022-07-04");
	q.sort = SORT_OLDEST;
	q.limit = 1;
	assert_int_equal(search_as(f, q, "queue", &hits), 3);
	assert_string_equal(hits[0].id, "2022-07-04");
}

static void what_is_in_one_document_stands_together(void **state)
{
	struct fixture *f = *state;
	struct hit *hits;

	put(f, "notes/a.md", "# A\n\nnothing\n\n## needle needle\n\nneedle\n\n"
			     "## Last\n\nfar from any needle, with so many "
			     "words around it that it is worth less\n");
	put(f, "notes/b.md", "# B\n\nneedle and one more word\n");
	refresh(f);
	assert_int_equal(search_as(f, any, "needle", &hits), 3);
	assert_string_equal(hits[0].id, "a");
	assert_string_equal(hits[1].id, "a");
	assert_string_equal(hits[2].id, "b");
}

static const char *corrected(struct fixture *f, const char *text)
{
	struct query q = any;
	struct correction *c;
	size_t count = 0;

	if (query_parse(&q, str_of(text), FIXTURE_TODAY, &f->mem, &f->err) ||
	    index_correct(f->ix, &q, f->topics, &f->mem, &c, &count, &f->err))
		fail_msg("%s", f->err.text);
	return count ? c[0].meant : "";
}

static void letters_that_are_turned_are_the_nearest(void **state)
{
	struct fixture *f = *state;

	put(f, "notes/a.md", "Functional, functional, functional.\n");
	put(f, "notes/b.md", "A function. Tiers and tiers of trails.\n");
	put(f, "notes/c.md", "One trial, tiles and tiles.\n");
	refresh(f);
	assert_string_equal(corrected(f, "funtcion"), "function");
	assert_string_equal(corrected(f, "functionale"), "functional");
	assert_string_equal(corrected(f, "trali"), "trails");
}

static void a_misspelt_word_is_put_right_from_what_was_written(void **state)
{
	struct fixture *f = *state;

	put(f, "notes/a.md", "Kinesis streams; a Kinesis shard. Partitions!\n");
	put(f, "notes/b.md", "kinesis again, and kinetics\n");
	refresh(f);
	assert_string_equal(corrected(f, "kinesus"), "kinesis");
	assert_string_equal(corrected(f, "partitoins"), "partitions");
	assert_string_equal(corrected(f, "kinesis"), "");
	assert_string_equal(corrected(f, "\"kinesus\""), "");
	assert_string_equal(corrected(f, "zzzzz"), "");
	assert_string_equal(corrected(f, "2023"), "");
}

static void a_slip_is_small_against_the_word(void **state)
{
	struct fixture *f = *state;

	put(f, "notes/a.md", "EBS volumes, ECS tasks. A blue queue of many\n");
	put(f, "notes/b.md", "Compatible gateways stream; a workflow\n");
	refresh(f);
	assert_string_equal(corrected(f, "ecz"), "");
	assert_string_equal(corrected(f, "blua"), "");
	assert_string_equal(corrected(f, "maxie"), "");
	assert_string_equal(corrected(f, "wombat"), "");
	assert_string_equal(corrected(f, "strxxm"), "");
	assert_string_equal(corrected(f, "xtream"), "");
	assert_string_equal(corrected(f, "stream"), "");
	assert_string_equal(corrected(f, "straem"), "stream");
	assert_string_equal(corrected(f, "gatewya"), "gateways");
	assert_string_equal(corrected(f, "wrokflwo"), "workflow");
}

static void a_digit_is_no_slip(void **state)
{
	struct fixture *f = *state;

	put(f, "notes/a.md", "A ring of 265kb, route53, streams2\n");
	refresh(f);
	assert_string_equal(corrected(f, "256kb"), "");
	assert_string_equal(corrected(f, "25kb"), "");
	assert_string_equal(corrected(f, "route35"), "");
	assert_string_equal(corrected(f, "rouet53"), "route53");
	assert_string_equal(corrected(f, "streams"), "");
	assert_string_equal(corrected(f, "streasm2"), "streams2");
}

static void a_number_and_its_unit_are_one_word_or_two(void **state)
{
	struct fixture *f = *state;

	put(f, "notes/a.md", "At most 256 KB; 400KB for an item, 15 min\n");
	put(f, "notes/b.md", "512 KB and 512kb, KB 300\n");
	refresh(f);
	assert_string_equal(corrected(f, "256KB"), "256 KB");
	assert_string_equal(corrected(f, "zebra 256kb"), "256 kb");
	assert_string_equal(corrected(f, "\"most 256kb\""), "most 256 kb");
	assert_string_equal(corrected(f, "\"400 KB\""), "400KB");
	assert_string_equal(corrected(f, "400 kb item"), "400kb");
	assert_string_equal(corrected(f, "15min"), "15 min");
	assert_string_equal(corrected(f, "-400 kb"), "");
	assert_string_equal(corrected(f, "256 KB"), "");
	assert_string_equal(corrected(f, "512KB"), "");
	assert_string_equal(corrected(f, "\"512 kb\""), "");
	assert_string_equal(corrected(f, "300 kb"), "");
	assert_string_equal(corrected(f, "-256KB"), "");
}

static void marks_around_a_word_need_not_be_there(void **state)
{
	struct fixture *f = *state;

	put(f, "notes/a.md", "The __init__ of `__main__`, C and net\n");
	refresh(f);
	assert_string_equal(corrected(f, "__init__"), "init");
	assert_string_equal(corrected(f, "**init**"), "init");
	assert_string_equal(corrected(f, "__main__"), "");
	assert_string_equal(corrected(f, "C++"), "");
	assert_string_equal(corrected(f, ".net"), "");
	assert_string_equal(corrected(f, "__zebra__"), "");
	assert_string_equal(corrected(f, "-__init__"), "");
}

static void a_round_is_told_by_its_entries(void **state)
{
	struct fixture *f = *state;

	put(f, "log/2022/2022-07-01.md", "---\ndate: 2022-07-01\n---\na\n");
	put(f, "log/2022/2022-07-02.md",
	    "---\ndate: 2022-07-02\nround: 2\n---\nb\n");
	put(f, "log/2022/2022-07-03.md", "---\ndate: 2022-07-03\n---\nc\n");
	put(f, "notes/a.md", "d\n");
	refresh(f);
	assert_only(f, "round:1", "2022-07-01");
	assert_int_equal(search(f, "round:2"), 2);
	assert_only(f, "c round:2", "2022-07-03");
	assert_int_equal(search(f, "round:3"), 0);
}

static void the_name_of_a_topic_is_no_slip(void **state)
{
	struct fixture *f = *state;

	put(f, "notes/a.md", "An athene temple, and a lambda\n");
	refresh(f);
	assert_string_equal(corrected(f, "athenb"), "athene");
	assert_string_equal(corrected(f, "athena"), "");
	assert_string_equal(corrected(f, "lamda"), "lambda");
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
		TEST(the_best_are_the_same_however_many_are_shown),
		TEST(a_hit_has_the_topics_of_its_part),
		TEST(a_long_passage_is_cut_around_the_word),
		TEST(it_is_cut_where_most_of_the_words_are),
		TEST(hostile_words_are_words),
		TEST(generated_words_are_words),
		TEST(very_long_queries_are_answered),
		TEST(or_not_and_parentheses_are_sets),
		TEST(names_are_found_by_their_marks),
		TEST(a_name_is_marked_where_it_stands),
		TEST(text_without_blanks_is_found_and_marked),
		TEST(exact_text_is_as_it_stands),
		TEST(patterns_match_within_limits),
		TEST(the_passage_of_the_kind_is_shown),
		TEST(a_topic_and_a_kind_are_of_one_passage),
		TEST(what_is_sorted_by_date_is_in_its_order),
		TEST(what_is_in_one_document_stands_together),
		TEST(letters_that_are_turned_are_the_nearest),
		TEST(a_misspelt_word_is_put_right_from_what_was_written),
		TEST(a_slip_is_small_against_the_word),
		TEST(a_digit_is_no_slip),
		TEST(a_number_and_its_unit_are_one_word_or_two),
		TEST(marks_around_a_word_need_not_be_there),
		TEST(a_round_is_told_by_its_entries),
		TEST(the_name_of_a_topic_is_no_slip),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
