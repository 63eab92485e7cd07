/* SPDX-License-Identifier: MIT */
/* What somebody who searches wants to see first, in a journal of many notes. */
#include "tests/unit/index/fixture.h"

static void put_notes(struct fixture *f)
{
	put(f, "notes/cloud.md",
	    "# Cloud\n\n"
	    "- [[Lambda]]\n"
	    "- [[Identity]]\n\n"
	    "## Lambda\n\n"
	    "Lambda runs a function when something happens.\n\n"
	    "- a timeout of at most 15 minutes\n"
	    "- [limits](https://x.example/limits)\n\n"
	    "### References\n\n"
	    "- [A land guide](https://x.example/guide)\n"
	    "- [A workshop](https://x.example/workshop)\n\n"
	    "### Open\n\n"
	    "How much memory has it, and does a function keep it?\n");
	put(f, "notes/tables.md",
	    "# DynamoDB\n\n"
	    "## Keys\n\n"
	    "- DynamoDB splits a table by its partition key\n"
	    "- a sort key orders what is in one partition\n\n"
	    "## Errors\n\n"
	    "- DynamoDB answers fast\n"
	    "- DynamoDB is never full\n"
	    "- who goes beyond the throughput is told to wait, and the "
	    "throughput grows\n");
	put(f, "notes/iam.md",
	    "# IAM\n\n"
	    "[[Cloud]]\n\n"
	    "## Links\n\n"
	    "- [[Cloud]]\n\n"
	    "## Basics\n\n"
	    "- access is given by a policy\n"
	    "- Identity and Access Management says who may do what\n"
	    "- the identity of a user, far from a role\n\n"
	    "## Federation\n\n"
	    "- an identity of another place gets access\n"
	    "- the management of passwords stays there\n");
	put(f, "notes/queues.md",
	    "# Queues\n\n"
	    "A queue keeps messages until somebody fetches them.\n\n"
	    "## Polling\n\n"
	    "- short polling asks again and again\n"
	    "- long polling waits, up to 20 seconds\n\n"
	    "## Visibility\n\n"
	    "- the visibility timeout hides a message that is worked on\n"
	    "- a timeout too short sends it twice\n");
	put(f, "notes/web.md",
	    "# Web\n\n"
	    "See https://oauth.net/2/ for tokens.\n\n"
	    "## Servers\n\n"
	    "- a reverse proxy stands before other servers\n"
	    "- a proxy for those within is a forward one\n"
	    "- the reverse of it is dull\n\n"
	    "## Languages\n\n"
	    "- Go, Python and .NET\n");
	put(f, "log/2022/2022-07-04.md",
	    "**Today's Progress**: Read on queues, and drew a cold lake.\n\n"
	    "**What I learned**:\n"
	    "- a cold start is the wait before a function runs first\n"
	    "- the start was slow\n");
	put(f, "log/2022/2022-07-05.md",
	    "**Today's Progress**: Blue paint. Then a deployment.\n\n"
	    "**What I learned**:\n"
	    "- a blue and green deployment has two of everything\n"
	    "- green is the new one\n");
}

static const struct {
	const char *query, *first;
} wanted[] = {
	{ "lambda", "notes/cloud.md:8" },
	{ "lambda timeout", "notes/cloud.md:10" },
	{ "lambda function", "notes/cloud.md:8" },
	{ "lambda memory", "notes/cloud.md:20" },
	{ "lambda limits", "notes/cloud.md:11" },
	{ "dynamodb throughput", "notes/tables.md:12" },
	{ "throughput", "notes/tables.md:12" },
	{ "partition key", "notes/tables.md:5" },
	{ "sort key", "notes/tables.md:6" },
	{ "identity access management", "notes/iam.md:12" },
	{ "identity", "notes/iam.md:12" },
	{ "access policy", "notes/iam.md:11" },
	{ "password management", "notes/iam.md:18" },
	{ "queue", "notes/queues.md:3" },
	{ "queue messages", "notes/queues.md:3" },
	{ "long polling", "notes/queues.md:8" },
	{ "polling", "notes/queues.md:7" },
	{ "visibility timeout", "notes/queues.md:12" },
	{ "reverse proxy", "notes/web.md:7" },
	{ "forward proxy", "notes/web.md:8" },
	{ ".NET", "notes/web.md:13" },
	{ "tokens", "notes/web.md:3" },
	{ "cold start", "log/2022/2022-07-04.md:4" },
	{ "blue green deployment", "log/2022/2022-07-05.md:4" },
};

static void what_is_wanted_comes_first(void **state)
{
	struct fixture *f = *state;
	size_t missed = 0;

	put_notes(f);
	refresh(f);
	for (size_t i = 0; i < ARRAY_SIZE(wanted); i++) {
		AUTO(strbuf) first = STRBUF_INIT;
		struct hit *hits;

		if (search_as(f, any, wanted[i].query, &hits))
			strbuf_addf(&first, "%s:%u", hits[0].path,
				    hits[0].line);
		if (str_is(strbuf_slice(&first), wanted[i].first))
			continue;
		print_message("%s: '%s' and not '%s'\n", wanted[i].query,
			      first.buf, wanted[i].first);
		missed++;
	}
	assert_int_equal(missed, 0);
}

/* Who has the word only in a heading comes behind those that say it. */
static void a_part_beneath_a_heading_shows_the_heading(void **state)
{
	struct fixture *f = *state;
	struct hit *hits;
	size_t count;

	put_notes(f);
	refresh(f);
	count = search_as(f, any, "lambda", &hits);
	assert_int_equal(count, 4);
	for (size_t i = 0; i < count; i++) {
		if (hits[i].line == 15)
			assert_string_equal(hits[i].snippet,
					    "\x01Lambda\x02");
		if (hits[i].line == 20)
			assert_true(str_starts(str_of(hits[i].snippet),
					       "How much memory"));
	}
	assert_int_equal(hits[0].line, 8);
}

static void the_lines_of_code_stay_lines(void **state)
{
	struct fixture *f = *state;
	struct hit *hits;

	put(f, "notes/a.md", "# Code\n\n```\nif (wombat)\n\tdig();\n```\n");
	refresh(f);
	assert_int_equal(search_as(f, any, "wombat", &hits), 1);
	assert_string_equal(hits[0].snippet, "if (\x01wombat\x02)\n dig();");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_wanted_comes_first),
		TEST(a_part_beneath_a_heading_shows_the_heading),
		TEST(the_lines_of_code_stay_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
