/* SPDX-License-Identifier: MIT */
/* What a list shows of an entry tells of what was studied. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/model/document_summary.h"

static void expect(const char *body, const char *summary)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;
	struct str s;

	document_parse(&doc, "log/2026/2026-04-01.md", str_of(body), &mem);
	s = document_summary(&doc);
	if (!str_is(s, summary))
		fail_msg("'%.*s' of '%s'", (int)s.len, s.s, body);
}

static void facts_about_the_day_are_passed_over(void **state UNUSED)
{
	expect("> \u23f1\ufe0f Dur\u00e9e : 25 minutes | \U0001F4C5 Date : 31 mai "
	       "2026 | \u2705 Statut : fait\n\n## Files\n\nA queue keeps what "
	       "waits.\n", "A queue keeps what waits.");
	expect("Date : 1 mai 2026\nStatut : fait avec preuve\n\nQueues.\n",
	       "Queues.");
	expect("- \u2705 **Status**: Completed\n- \u23f1\ufe0f **Time**: "
	       "\u7d044\u6642\u9593\n- **Project**: a shop of queues\n",
	       "Project: a shop of queues");
	expect("Status: in progress\n\nRead on.\n", "Read on.");
	expect("- \u23f3 Status: in progress - to mend\n- queues\n", "queues");
	expect("Time: 1 hour\n\n```\nrm x\n```\n\nRead on.\n", "rm x");
	expect("\u72b6\u6001\uff1a\u5b8c\u6210\n\nRead on.\n", "Read on.");
	expect("Mood: fine\n\nRead on.\n", "Read on.");
	expect("queues | |\n", "queues");
	expect("<img src=\"cover.gif\"\n     width=\"9\">\n\nRead on.\n",
	       "Read on.");
	expect("Live: https://shop.example.org/a\n\nRead on.\n", "Read on.");
	expect("Live: HTTPS://shop.example.org/a\n\nRead on.\n", "Read on.");
}

static void what_heads_something_is_passed_over(void **state UNUSED)
{
	expect("**Benefits:**\n- cheap\n", "cheap");
	expect("| SHA | What |\n|---|---|\n| e6 | a queue |\n", "e6 | a queue");
	expect("###### Done today:\n    - read of queues\n    - slept\n",
	       "read of queues");
	expect("**Benefits:**\n", "Benefits:");
}

static void what_tells_of_the_matter_is_kept(void **state UNUSED)
{
	static const char *const kept[] = {
		"Theme: leases and the nodes that hold them",
		"\u30c6\u30fc\u30de: Docker \u5165\u9580",
		"Read on: 3 of the chapters on queues are done now",
		"A queue keeps what waits.",
		"S3: keeps objects EC2: runs machines",
		"Theme: 12-factor apps",
		"Project: Photo Shop Site",
		"10:30 began with queues",
		"see http://x.example.org/",
		"Built: a queue | a lease | a lid",
	};

	for (size_t i = 0; i < ARRAY_SIZE(kept); i++) {
		AUTO(strbuf) body = STRBUF_INIT;

		strbuf_addf(&body, "%s\n\nMore.\n", kept[i]);
		expect(body.buf, kept[i]);
	}
}

static void where_all_are_facts_the_first_is_shown(void **state UNUSED)
{
	expect("Time: 2 hours\n\nStatus: done\n", "Time: 2 hours");
	expect("# Only a heading\n", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(facts_about_the_day_are_passed_over),
		cmocka_unit_test(what_heads_something_is_passed_over),
		cmocka_unit_test(what_tells_of_the_matter_is_kept),
		cmocka_unit_test(where_all_are_facts_the_first_is_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
