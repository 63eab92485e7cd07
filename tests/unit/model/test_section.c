/* SPDX-License-Identifier: MIT */
/* The labels of sections, in the styles that logs really have. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/strbuf.h"
#include "core/model/section.h"
#include "core/model/section_labels.h"
#include "core/text/unicode.h"

static void a_label_is_known_in_any_style(void **state UNUSED)
{
	static const struct {
		const char *line;
		enum section section;
		const char *rest;
	} cases[] = {
		{ "**Today's Progress**: Read on.", SECTION_PROGRESS,
		  "Read on." },
		{ "**Today's Progress:** Read on.", SECTION_PROGRESS,
		  "Read on." },
		{ "**Today\xe2\x80\x99s Progress** Read on.", SECTION_PROGRESS,
		  "Read on." },
		{ "Today's Progress: Read on.\r", SECTION_PROGRESS,
		  "Read on." },
		{ "Todays progress :", SECTION_PROGRESS, "" },
		{ "** Today's progress** none", SECTION_PROGRESS, "none" },
		{ "** Today's progress**: none", SECTION_PROGRESS, "none" },
		{ "Today's Progress**: lost marks", SECTION_PROGRESS,
		  "lost marks" },
		{ "##Today's Progress##:  half an hour", SECTION_PROGRESS,
		  "half an hour" },
		{ "### Progress", SECTION_PROGRESS, "" },
		{ "#### Thoughts", SECTION_THOUGHTS, "" },
		{ "**Link to tweet:** [1](x)", SECTION_LINKS, "[1](x)" },
		{ "Links to the slides: [1](x)", SECTION_LINKS, "[1](x)" },
		{ "##### Today's progress: some", SECTION_PROGRESS, "some" },
		{ "### **Thoughts**", SECTION_THOUGHTS, "" },
		{ "<strong>Today's Progress:**</strong> little",
		  SECTION_PROGRESS, "little" },
		{ "<strong> Thoughts:**</strong> long", SECTION_THOUGHTS,
		  "long" },
		{ "**Links to work", SECTION_LINKS, "" },
		{ "**Link(s) to work**", SECTION_LINKS, "" },
		{ "Link : https://a.example/x", SECTION_LINKS,
		  "https://a.example/x" },
		{ "- **Thoughts**: in a list", SECTION_THOUGHTS, "in a list" },
		{ "* Links: x", SECTION_LINKS, "x" },
		{ "> **Thoughts:** quoted", SECTION_THOUGHTS, "quoted" },
		{ "**Thougts** misspelt", SECTION_THOUGHTS, "misspelt" },
		{ "**Thoughts**: *quite* **good**", SECTION_THOUGHTS,
		  "*quite* **good**" },
		{ "**Thoughts:** - a dash", SECTION_THOUGHTS, "a dash" },
		{ "__Thoughts__: x", SECTION_THOUGHTS, "x" },
		{ "\xf0\x9f\x92\xad **Thoughts**: x", SECTION_THOUGHTS, "x" },
		{ "### \xf0\x9f\x92\xad Thoughts", SECTION_THOUGHTS, "" },
		{ "**What I learned**:", SECTION_LEARNED, "" },
		{ "**What I Learnt Today** tables", SECTION_LEARNED, "tables" },
		{ "**今日の進捗**\xe3\x80\x80 4.5h", SECTION_PROGRESS, "4.5h" },
		{ "**思考：**好", SECTION_THOUGHTS, "好" },
		{ "#### Pensées", SECTION_THOUGHTS, "" },
		{ "**Сьогоднішній прогрес**: так", SECTION_PROGRESS, "так" },
		{ "**Progrés d'avui**: x", SECTION_PROGRESS, "x" },
		{ "**Σκέψεις**: x", SECTION_THOUGHTS, "x" },
		{ "**Questions:**", SECTION_QUESTIONS, "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		enum section s = SECTION_NONE;
		struct str rest = STR("");
		bool found = section_label(str_of(cases[i].line), &s, &rest);

		if (found != (cases[i].section != SECTION_NONE) ||
		    s != cases[i].section || !str_is(rest, cases[i].rest))
			fail_msg("'%s': %s, rest '%.*s'", cases[i].line,
				 section_name(s), (int)rest.len, rest.s);
	}
}

static void a_label_may_have_no_mark_but_be_all_of_its_line(void **state UNUSED)
{
	static const struct {
		const char *line;
		enum section section;
		const char *rest;
	} cases[] = {
		{ "Thoughts", SECTION_THOUGHTS, "" },
		{ "  My Thoughts \r", SECTION_THOUGHTS, "" },
		{ "thoughts", SECTION_THOUGHTS, "" },
		{ "Progress", SECTION_PROGRESS, "" },
		{ "感想", SECTION_THOUGHTS, "" },
		{ "> Thoughts", SECTION_THOUGHTS, "" },
		{ "Thoughts \xf0\x9f\x92\xad", SECTION_THOUGHTS, "" },
		{ "Thoughts - a hard day", SECTION_THOUGHTS, "a hard day" },
		{ "Thoughts -- a day", SECTION_THOUGHTS, "a day" },
		{ "thoughts \xe2\x80\x93 a day", SECTION_THOUGHTS, "a day" },
		{ "- Thoughts \xe2\x80\x94 a day", SECTION_THOUGHTS, "a day" },
		{ "Today's Progress - the list", SECTION_PROGRESS,
		  "the list" },
		{ "## Thoughts - so far", SECTION_THOUGHTS, "so far" },
		{ "Thoughts --- a day", SECTION_THOUGHTS, "a day" },
		{ "Thoughts \xe2\x88\x92 a day", SECTION_THOUGHTS, "a day" },
		{ "Thoughts\xc2\xa0\xe2\x80\x93\xc2\xa0" "a day",
		  SECTION_THOUGHTS, "a day" },
		{ "My\xe2\x80\x83thoughts", SECTION_THOUGHTS, "" },
		{ "【感想】良い日", SECTION_THOUGHTS, "良い日" },
		{ "【感想】", SECTION_THOUGHTS, "" },
		{ "Link to work - https://a.example", SECTION_LINKS,
		  "https://a.example" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		enum section s = SECTION_NONE;
		struct str rest = STR("");

		if (!section_label(str_of(cases[i].line), &s, &rest) ||
		    s != cases[i].section || !str_is(rest, cases[i].rest))
			fail_msg("'%s': %s, rest '%.*s'", cases[i].line,
				 section_name(s), (int)rest.len, rest.s);
	}
}

static void thoughts_are_known_by_what_people_call_them(void **state UNUSED)
{
	static const char *const lines[] = {
		"Thoughts & feelings: x", "**Some Thoughts** x",
		"## Thoughts and Reflections", "Thoughts/Feelings: x",
		"**Thoughts of the day:** x", "Random thoughts: x",
		"**Thoughts / Notes / Mood**: x", "*Thoughts*", "_Thoughts_: x",
		"*Thoughts:* x", "<h4>Thoughts</h4>", "<u>Thoughts</u>: x",
		"<summary>Thoughts</summary>", "**<u>Thoughts</u>**",
		"<h3 align=\"left\">My thoughts</h3>",
		/* other words */
		"**How I felt today:** x", "How do I feel?: x", "## Mood",
		"**Thoughts (private):** x", "Thougths: x", "## Thouhgts",
		"Self-reflection: x", "**Thoughts and struggles:** x",
		"**Thoughts, ideas:** x", "Personal notes: x",
		"**Thoughts after coding:** x",
		/* other languages */
		"**Sentimentos:** x", "### Reflexão", "Mis pensamientos: x",
		"**Cómo me sentí:** x", "Meine Gedanken: x", "## Stimmung",
		"**Mon ressenti :** x", "Мои мысли: x", "**今日の感想**: x",
		"### 心得体会", "**오늘의 느낀 점**: x", "**Düşüncelerim:** x",
		"**感想・気づき:** x", "**Cảm nghĩ:** x",
		/* other dress */
		"~~Thoughts~~: x", "\"Thoughts\": x", "(Thoughts: x)",
		"[Thoughts] x", "「Thoughts」x", "--- Thoughts ---",
		"Thoughts -> x", "Thoughts = x", "Thoughts. X was fine.",
		"Thoughts? None.", "- [x] **Thoughts:** x",
		"> [!NOTE] Thoughts", "#### 2) Thoughts", "#### [Thoughts](#t)",
		"<p><b>Thoughts</b>: x</p>", "<span class=\"a\">Thoughts:</span> x",
		"<br>Thoughts: x", "<details><summary>Thoughts</summary>",
		"**&nbsp;Thoughts:** x", "### :thought_balloon: Thoughts",
		"**Thoughts - x**",
		"<details><summary>Thoughts</summary>", "<p>Thoughts: x</p>",
		"<p><b>Thoughts</b></p>", "<div><h3>Thoughts</h3></div>",
		"<span style=\"x\">Thoughts</span>: x", "<br>Thoughts: x",
		"- [x] Thoughts: x", "**Thoughts (evening):** x",
		"Thou\xc2\xadghts: x", "\xef\xbb\xbfThoughts: x",
	};

	for (size_t i = 0; i < ARRAY_SIZE(lines); i++) {
		enum section s = SECTION_NONE;
		struct str rest;

		if (!section_label(str_of(lines[i]), &s, &rest) ||
		    s != SECTION_THOUGHTS)
			fail_msg("'%s' is '%s'", lines[i], section_name(s));
	}
}

static void a_heading_begins_or_ends_with_thoughts(void **state UNUSED)
{
	static const char *const lines[] = {
		"## Thoughts on the exam", "### My thoughts about SQS",
		"**Thoughts on SQS**:", "Thoughts on the day: x",
		"## Thoughts on the first week of the exam that I took in May",
		"## Thoughts on SQS - a talk", "#### A thought about it",
		"### Gedanken zur Prüfung", "## Pensées sur l'examen",
		"<h3>Thoughts on SQS</h3>", "## [Thoughts on it](u)",
		"## Day 3 - Thoughts", "## 4 \xe2\x80\x94 My thoughts",
		"## Evening: thoughts", "**Day 3 - Thoughts**",
		"## SQS: final thoughts", "## Monday | Thoughts on SQS",
		"## Day 3 - Mood", "## Thoughts (not for all)",
		"## Some scattered thoughts about today", "### 2026-05-04 - Reflection",
	};

	for (size_t i = 0; i < ARRAY_SIZE(lines); i++) {
		enum section s = SECTION_NONE;
		struct str rest;

		if (!section_label(str_of(lines[i]), &s, &rest) ||
		    s != SECTION_THOUGHTS)
			fail_msg("'%s' is '%s'", lines[i], section_name(s));
	}
}

static void a_block_is_called_by_its_first_line(void **state UNUSED)
{
	static const struct {
		const char *line, *rest;
	} cases[] = {
		{ "!!! note \"Thoughts\"", "" },
		{ "??? note \"My thoughts\"", "" },
		{ "???+ quote inline end \"Thoughts on SQS\"", "" },
		{ "!!! thoughts", "" },
		{ "!!! thoughts \"On SQS\"", "On SQS\"" },
		{ "::: thoughts", "" },
		{ ":::thoughts", "" },
		{ ":::: {#x .thoughts}", "" },
		{ ":::: {#x .thoughts title=\"y\"}", "title=\"y\"}" },
		{ "::: note Thoughts", "" },
		{ "::: details Thoughts on the day", "" },
		{ ":::note[Thoughts]", "" },
		{ "> [!thoughts]", "" },
		{ "> [!thoughts]- In the evening", "In the evening" },
		{ "> [!NOTE] Thoughts on SQS", "" },
		{ "<section aria-label=\"Thoughts\">", "" },
		{ "<div class=\"my thoughts\">x</div>", "x</div>" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		enum section s = SECTION_NONE;
		struct str rest = STR_NONE;

		if (!section_label(str_of(cases[i].line), &s, &rest) ||
		    s != SECTION_THOUGHTS || !str_is(rest, cases[i].rest))
			fail_msg("'%s' is '%s', rest '%.*s'", cases[i].line,
				 section_name(s), (int)rest.len, rest.s);
	}
}

static void prose_is_no_label(void **state UNUSED)
{
	static const char *const lines[] = {
		"", "progress", "- Progress", "I made progress: a lot",
		"done - at last", "- Learning - a book", "Thoughts on SQS",
		"Thoughts on SQS - a talk", "Thoughts-driven", "*Links* to x",
		"of the day: x", "**Notes**: x", "<b",
		"Today's Progress was fine",
		"## What the author thought of SQS", "## Food for thought",
		"## Kent's thoughts on tests", "## Thoughts are cheap",
		"## Java: reflection", "## Reflection in Java",
		"## Lost in thought over SQS", "!!! note \"Thoughtful\"",
		"::: note", ":::", "> [!NOTE] Setup", "!!! thoughtless",
		"mood\tfine", "::: details of it",
		"<div class=\"x\">", "<a name=\"thoughts\"></a>",
		"#Progress5", "**Time:** 1 hour", "- Language: C", ":", "**",
		"***", "[Link to work](http://a.example)", "# ", "<strong>",
		"**bold** Thoughts: x",
		"## Mood board", "**Reflection API:** x", "Design thinking: x",
		"Thoughts, they came", "My thoughts are that it works.",
		"Thought about the plan", "## Sentiment analysis",
		"Feeling good. Then came the rest.", "**Personal project:** x",
		"Though: x", "throughput: x", "(thoughts came)", "Thoughtful. Yes.",
	};

	for (size_t i = 0; i < ARRAY_SIZE(lines); i++) {
		enum section s;
		struct str rest;

		if (section_label(str_of(lines[i]), &s, &rest))
			fail_msg("'%s' is %s", lines[i], section_name(s));
	}
}

static void words_for_thoughts_are_listed_as_folding_leaves_them(
	void **state UNUSED)
{
	const char *const *words;
	size_t count;

	for (int list = 0; (count = section_musings(&words, list)); list++)
		for (size_t i = 0; i < count; i++) {
			AUTO(strbuf) folded = STRBUF_INIT;

			unicode_add_folded(&folded, str_of(words[i]));
			assert_string_equal(folded.buf, words[i]);
			for (size_t k = 0; k < i; k++)
				assert_string_not_equal(words[k], words[i]);
		}
}

static void a_label_of_something_else_is_told_by_its_style(void **state UNUSED)
{
	static const struct {
		const char *line, *like;
		bool aside;
	} cases[] = {
		{ "**Time spent:** 1 h", "**Thoughts:** x", true },
		{ "**Time spent**: 1 h", "**Thoughts:** x", true },
		{ "Hours: 2", "Thoughts: x", true },
		{ "- **Code:** x", "- **Thoughts:** x", true },
		{ "**Nächste Schritte:** x", "**Gedanken:** x", true },
		{ "Code: x", "**Thoughts:** x", false },
		{ "- Code: x", "Thoughts: x", false },
		{ "code: x", "Thoughts: x", false },
		{ "**Problem:** x", "**Thoughts:** x", false },
		{ "Code is hard", "Thoughts: x", false },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		if (section_label_aside(str_of(cases[i].line),
					str_of(cases[i].like)) !=
		    cases[i].aside)
			fail_msg("'%s' like '%s'", cases[i].line,
				 cases[i].like);
}

static void every_label_is_listed_as_folding_leaves_it(void **state UNUSED)
{
	size_t count;
	const struct section_words *words = section_words(&count);

	for (size_t i = 0; i < count; i++) {
		AUTO(strbuf) folded = STRBUF_INIT;
		AUTO(strbuf) line = STRBUF_INIT;
		enum section s = SECTION_NONE;
		struct str rest;

		unicode_add_folded(&folded, str_of(words[i].words));
		assert_string_equal(folded.buf, words[i].words);
		strbuf_addf(&line, "**%s**: x", words[i].words);
		assert_true(section_label(strbuf_slice(&line), &s, &rest));
		assert_int_equal(s, words[i].section);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(words[k].words, words[i].words);
	}
}

static void names_lead_back_to_their_section(void **state UNUSED)
{
	for (int i = SECTION_PROGRESS; i < SECTION_COUNT; i++) {
		enum section s = SECTION_NONE;

		assert_true(section_by_name(
			str_of(section_name((enum section)i)), &s));
		assert_int_equal(s, i);
		assert_true(*section_title((enum section)i));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_label_is_known_in_any_style),
		cmocka_unit_test(a_label_may_have_no_mark_but_be_all_of_its_line),
		cmocka_unit_test(thoughts_are_known_by_what_people_call_them),
		cmocka_unit_test(a_heading_begins_or_ends_with_thoughts),
		cmocka_unit_test(a_block_is_called_by_its_first_line),
		cmocka_unit_test(prose_is_no_label),
		cmocka_unit_test(
			words_for_thoughts_are_listed_as_folding_leaves_them),
		cmocka_unit_test(a_label_of_something_else_is_told_by_its_style),
		cmocka_unit_test(every_label_is_listed_as_folding_leaves_it),
		cmocka_unit_test(names_lead_back_to_their_section),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
