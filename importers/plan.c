/* SPDX-License-Identifier: MIT */
/*
 * A study plan in Markdown, kept whole.  It speaks of days and weeks to come,
 * which are no study days; core/model/plan_section.h knows its sections.
 */
#include "importers/importer.h"

#include "core/base/path.h"
#include "core/model/plan_section.h"
#include "core/text/markdown.h"
#include "core/text/unicode.h"

#define SCORE_BYTES ((size_t)128 << 10)

/* What tells a plan from a log, and from notes. */
struct plan_signs {
	bool named;		/* by its title, or by its file's name */
	bool part_named;	/* by a heading further down */
	bool called;		/* "plan" is a word of its title or file name */
	bool seen[PLAN_SECTION_COUNT];
	unsigned headings, sections, spans, days;
};

/* Does the text call itself a plan? */
static bool names_plan(struct str text)
{
	static const char *const words[] = {
		"study plan", "studyplan", "study-plan", "study_plan",
		"learning plan", "learning path", "roadmap", "road map",
		"preparation plan", "study schedule", "progress tracker",
		"execution plan", "study path", "exam plan", "lernplan",
		"plan d'etude", "plan de estudio", "plano de estudo",
	};
	AUTO(strbuf) folded = STRBUF_INIT;

	unicode_add_folded(&folded, str_upto(text, 200));
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_find_str(strbuf_slice(&folded), str_of(words[i])) <
		    folded.len)
			return true;
	return false;
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	       (unsigned char)c >= 0x80;
}

/* "Plan", "DVA plan", "my-plan", but no "planes". */
static bool calls_plan(struct str text)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	struct str rest, word;

	unicode_add_folded(&folded, str_upto(text, 200));
	rest = strbuf_slice(&folded);
	while (rest.len) {
		size_t end = 0;

		while (end < rest.len && is_word_byte(rest.s[end]))
			end++;
		word = str_upto(rest, end);
		if (str_is(word, "plan"))
			return true;
		rest = str_from(rest, end + 1);
	}
	return false;
}

static void look_at_heading(struct plan_signs *signs,
			    const struct markdown_block *block)
{
	enum plan_section section = plan_section_of(block->text);
	struct plan_span span;

	if (block->level <= 2 && names_plan(block->text)) {
		signs->named |= signs->headings < 3;
		signs->part_named = true;
	}
	signs->called |= !signs->headings && calls_plan(block->text);
	signs->headings++;
	signs->sections += section && !signs->seen[section];
	signs->seen[section] = true;
	if (!plan_span_read(&span, block->text))
		return;
	signs->spans++;
	signs->days += span.unit == PLAN_DAYS;
}

static struct plan_signs signs_of(struct str front)
{
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks all = markdown_blocks(front, &mem);
	struct plan_signs signs = { false };

	for (size_t i = 0; i < all.count; i++) {
		struct plan_span span;

		if (all.blocks[i].kind == MARKDOWN_HEADING)
			look_at_heading(&signs, &all.blocks[i]);
		else if (all.blocks[i].kind == MARKDOWN_ITEM &&
			 plan_span_read(&span, all.blocks[i].text))
			signs.spans++;
	}
	return signs;
}

/*
 * Weeks to come make a plan, and so do todo, questions and hands-on together;
 * days alone, "Day 3: queues", may be a log's as well.
 */
static int score_signs(const struct plan_signs *signs)
{
	unsigned weeks = signs->spans - signs->days;
	unsigned intents = (unsigned)signs->seen[PLAN_TODO] +
			   (signs->seen[PLAN_QUESTIONS] ||
			    signs->seen[PLAN_HOLES]) +
			   signs->seen[PLAN_HANDS_ON] +
			   signs->seen[PLAN_COURSES];

	if (weeks >= 3 && (signs->named || weeks * 4 >= signs->headings))
		return 70;
	if (signs->named && (signs->sections >= 2 || signs->spans))
		return 55;
	if (signs->called && signs->sections >= 2)
		return 55;
	if (intents >= 2 && signs->sections >= 3)
		return 55;
	if (signs->spans >= 2)
		return 35;
	return signs->named || signs->part_named ? 30 : 0;
}

/* Days that were: a log may have goals for its weeks, and no plan has these. */
static bool is_log(struct str input, struct str name, const struct plan_signs *s)
{
	int score = importer_by_name("100days")->score(input, name);

	return score >= 60 || (score && !s->named);
}

static int plan_score(struct str input, struct str name)
{
	struct plan_signs signs;
	int score;

	if (import_is_binary(input))
		return 0;
	signs = signs_of(str_upto(input, SCORE_BYTES));
	signs.named |= names_plan(path_stem(name));
	signs.called |= calls_plan(path_stem(name));
	score = score_signs(&signs);
	return score && is_log(input, name, &signs) ? 5 : score;
}

static int plan_run(struct str input, const struct import_options *options,
		    struct import_sink *sink, struct error *err)
{
	return import_keep(sink, "plans", input, options, err);
}

const struct importer importer_plan = {
	.name = "plan",
	.summary = "a study plan, kept whole under plans/",
	.score = plan_score,
	.run = plan_run,
};
