/* SPDX-License-Identifier: MIT */
/* What front matter says of who is to read the rest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/document.h"

static void expect(const char *const *files, size_t count, bool private)
{
	AUTO(arena) mem = ARENA_INIT;
	static const char *const paths[] = { "notes/n.md",
					     "log/2026/2026-05-01.md" };

	for (size_t i = 0; i < count * ARRAY_SIZE(paths); i++) {
		const char *file = files[i / ARRAY_SIZE(paths)];
		struct document doc;

		document_parse(&doc, paths[i % ARRAY_SIZE(paths)],
			       str_of(file), &mem);
		if (doc.private != private)
			fail_msg("'%s' is %sprivate", file,
				 doc.private ? "" : "not ");
	}
}

#define FRONT(text) "---\n" text "\n---\nx\n"

static void what_is_no_clear_no_hides(void **state UNUSED)
{
	static const char *const hidden[] = {
		FRONT("private: true"), FRONT("Private: true"),
		FRONT("PRIVATE: TRUE"), FRONT("private: y"),
		FRONT("private: 1"), FRONT("private:"), FRONT("private: ~"),
		FRONT("private: \"true\""), FRONT("private: true, really"),
		FRONT("private: [true]"), FRONT("private: |\n  true"),
		FRONT("private: ja"), FRONT("? private\n: true"),
		FRONT("private: false\nprivate: true"),
		FRONT("private: true\nprivate: false"),
		FRONT("private: false\nDraft: yes"),
		FRONT("meta:\n  private: true"), FRONT("Draft: true"),
		FRONT("draft: perhaps"), FRONT("publish: no"),
		FRONT("Publish: false"), FRONT("publish: \"false\""),
		FRONT("publish:"), FRONT("publish: later"),
		FRONT("published: false"), FRONT("public: no"),
		FRONT("visibility: Private"),
		FRONT("private: &a true"), FRONT("x: &a true\nPrivate: *a"),
		FRONT("{Private: true}"), FRONT("PRIVATE: [true"),
	};
	static const char *const shown[] = {
		"x\n", FRONT("a: b"), FRONT("private: false"),
		FRONT("Private: No"), FRONT("private: off # yet"),
		FRONT("draft: 0"), FRONT("publish: true"),
		FRONT("Publish: YES"), FRONT("published: 2026-05-01"),
		FRONT("visibility: public"), FRONT("title: private: no"),
		FRONT("tags: [private, draft]"),
	};

	expect(hidden, ARRAY_SIZE(hidden), true);
	/* It is no YAML, and speaks of it. */
	expect(shown, ARRAY_SIZE(shown) - 2, false);
	expect(shown + ARRAY_SIZE(shown) - 2, 1, true);
	expect(shown + ARRAY_SIZE(shown) - 1, 1, false);
}

static void what_may_have_been_meant_as_front_matter_hides(void **state UNUSED)
{
	static const char *const hidden[] = {
		"\n---\nprivate: true\n---\nx\n",
		"\xef\xbb\xbf\n---\nprivate: true\n---\nx\n",
		"---\rprivate: true\r---\rx\r",
		"---\r\nprivate: true\r\n---\r\nx\r\n",
		"---\nprivate: true\nx\n",
		"---yaml\nPrivate: true\n---\nx\n",
		"----\nprivate: true\n----\nx\n",
		"\t---\npublish: no\n---\nx\n",
		"---\nprivate: true\n  ---\nx\n",
		"+++\nprivate = true\n+++\nx\n",
		"+++\nDraft = true # yet\n+++\nx\n",
		"+++\n[params]\nprivate = true\n+++\nx\n",
		"+++\nwho = 'private'\n+++\nx\n",
		"+++\ndraft = true\nx\n",
		"{\n  \"title\": \"a\",\n  \"private\": true\n}\nx\n",
		"{ \"Private\": true }\nx\n",
		"Title: a\nprivate: true\n\nx\n",
		"#+title: a\n#+draft: true\n\nx\n",
	};
	static const char *const shown[] = {
		"---\n\nx on private subnets\n",
		"+++\nprivate = false\ndraft = false\n+++\nx\n",
		"{ \"private\": false }\nx\n",
		"Title: a\nprivate: false\n\nx\n",
		"Private: a kind of subnet\n", "x\n\nprivate: true\n",
		"Draft: the first\n",
	};

	expect(hidden, ARRAY_SIZE(hidden), true);
	expect(shown, ARRAY_SIZE(shown), false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_no_clear_no_hides),
		cmocka_unit_test(
			what_may_have_been_meant_as_front_matter_hides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
