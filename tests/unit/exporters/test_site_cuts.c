/* SPDX-License-Identifier: MIT */
/* Reading an entry once for what is shown of it and for what is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/model/private_passages.h"
#include "exporters/site/cuts.h"
#include "exporters/site/search_text.h"

static const bool thoughts[SECTION_COUNT] = { [SECTION_THOUGHTS] = true };

/* An entry whose thoughts are private. */
struct text {
	struct arena mem;
	struct left_out left_out;
	struct document whole;
	bool *visible;
	struct str public;
	bool is_clean;
};

static void text_read(struct text *t, struct str body)
{
	const struct left_out_document doc = {
		.path = "log/entry.md",
		.front = STR(""),
		.body = body,
		.private_sections = thoughts,
	};
	struct site_cuts cuts = { .above = STR(""), .body = body };

	*t = (struct text){ .mem = ARENA_INIT, .left_out = LEFT_OUT_INIT };
	t->public = left_out_filter(&t->left_out, &doc, &t->mem);
	document_parse_texts(&t->whole, doc.path, body, body, &t->mem);
	t->visible = arena_alloc(&t->mem, t->whole.npassages + 1);
	private_passages(t->visible, &t->whole, t->left_out.places,
			 t->left_out.nplaces);
	for (size_t i = 0; i < t->whole.npassages; i++)
		t->visible[i] &= !thoughts[t->whole.passages[i].section];
	cuts.public = t->public;
	cuts.places = t->left_out.places;
	cuts.nplaces = t->left_out.nplaces;
	cuts.whole = &t->whole;
	cuts.visible = t->visible;
	t->is_clean = site_cuts_are_clean(&cuts);
}

static void text_release(struct text *t)
{
	left_out_release(&t->left_out);
	arena_release(&t->mem);
}

static bool is_clean(const char *body)
{
	struct text t;

	text_read(&t, str_of(body));
	text_release(&t);
	return t.is_clean;
}

static void a_section_between_blank_lines_is_a_clean_cut(void **state)
{
	(void)state;
	assert_true(is_clean("**Progress:** One.\n\n**Thoughts:** Mine.\n\n"
			     "**Learned:**\n- two\n  - three\n"));
	assert_true(is_clean("**Thoughts:** Mine.\n\n**Learned:** Two.\n"));
	assert_true(is_clean("## Learned\n\n- two\n\n## Thoughts\n\n- mine\n"));
}

static void what_could_join_its_neighbours_is_not(void **state)
{
	(void)state;
	assert_false(is_clean("**Progress:** One.\n**Thoughts:** Mine.\n"));
	assert_false(is_clean("**Thoughts:** Mine.\n**Learned:** Two.\n"));
	assert_false(is_clean("- **Learned:** One.\n\n"
			      "  **Thoughts:** Mine.\n"));
	assert_false(is_clean("Learned\n---\n\nOne.\n\n**Thoughts:** Mine.\n\n"
			      "Learned\n---\n\nTwo.\n"));
}

static void what_reaches_beyond_blank_lines_is_not(void **state)
{
	(void)state;
	assert_false(is_clean("**Learned:** See [a].\n\n**Thoughts:** Mine.\n\n"
			      "[a]: https://example.org\n"));
	assert_false(is_clean("**Learned:**\n\n```\nx\n```\n\n"
			      "**Thoughts:** Mine.\n"));
	assert_false(is_clean("<pre>\n\n**Thoughts:** Mine.\n\n</pre>\n"));
	assert_false(is_clean("**Learned:** One.\r\r**Thoughts:** Mine.\r"));
}

/* --- texts that nobody would write --- */

#define TEXTS 4000

static const char *const lines[] = {
	"**Thoughts:** mine", "**Thoughts**:", "## Thoughts", "Thoughts",
	"- **Thoughts:** mine in an item", "Thoughts: plain", "> Thoughts: mine",
	"**Learned:** two", "**What I learned**:", "### Learned", "Learned:",
	"- **Learned:** in an item", "1. **Learned:** in a number",
	"**Questions:**", "**Link to work:** a | b", "**Learned:** a | b",
	"---", "===", "***", "- - -", "|---|---|", "| c | d |", "a | b",
	"text", "more text", "*strong", "text*", "`code", "code`", "  two",
	"   three", "    four", "\ttab", "- item", "* star", "+ plus", "- [ ] task",
	"  - nested", "    - deeper", "1. one", "2) two", "> quote", ">",
	"# Title", "### Part", "A: answer", "Q: why?", "[^1]", "[ref]",
	"<div>", "</div>", "<a>", "\\", "text  ", "&lt;",
};

static bool text_is(struct search_text *a, struct search_text *b)
{
	for (int i = 0; i < SECTION_COUNT; i++)
		if (!str_eq(strbuf_slice(&a->texts[i]),
			    strbuf_slice(&b->texts[i])))
			return false;
	return true;
}

static void add_lines(struct strbuf *body, uint32_t *seed)
{
	for (int n = 0; n < 14; n++) {
		*seed = *seed * 1103515245 + 12345;
		strbuf_addf(body, "%s\n%s",
			    lines[(*seed >> 16) % ARRAY_SIZE(lines)],
			    *seed >> 15 & 1 ? "" : "\n");
	}
}

static void a_clean_cut_leaves_what_the_rest_alone_says(void **state)
{
	uint32_t seed = 1, clean = 0;
	struct search_text whole, rest;

	(void)state;
	search_text_init(&whole);
	search_text_init(&rest);
	for (int i = 0; i < TEXTS; i++) {
		AUTO(strbuf) body = STRBUF_INIT;
		struct text t;

		add_lines(&body, &seed);
		text_read(&t, strbuf_slice(&body));
		if (t.is_clean && t.public.len < body.len) {
			search_text_read_visible(&whole, &t.whole,
						 &t.whole.parts[0], t.visible);
			assert_true(search_text_read_entry(&rest, STR(""),
							    t.public));
			if (!text_is(&whole, &rest))
				print_error("%s", body.buf);
			assert_true(text_is(&whole, &rest));
			clean++;
		}
		text_release(&t);
	}
	assert_true(clean > 40);
	search_text_release(&whole);
	search_text_release(&rest);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_section_between_blank_lines_is_a_clean_cut),
		cmocka_unit_test(what_could_join_its_neighbours_is_not),
		cmocka_unit_test(what_reaches_beyond_blank_lines_is_not),
		cmocka_unit_test(a_clean_cut_leaves_what_the_rest_alone_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
