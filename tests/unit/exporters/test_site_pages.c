/* SPDX-License-Identifier: MIT */
/* The site: exams, questions, months, rounds, the page about the log. */
#include "tests/unit/exporters/site_fixture.h"

#include "core/model/exam.h"

/* The word that no page may show. */
#define W "Quokka"

/* The line of the note's file that a passage of this text begins on, or 0. */
static unsigned line_in_note(struct fixture *f, size_t note, const char *text)
{
	struct document doc;

	document_parse(&doc, f->notes[note].path, f->notes[note].text,
		       &f->mem);
	for (size_t i = 0; i < doc.npassages; i++)
		if (str_is(doc.passages[i].text, text))
			return doc.passages[i].line;
	return 0;
}

static void add_item(struct fixture *f, bool is_note, size_t document,
		     unsigned traits, const char *text)
{
	struct snapshot_item *items = arena_alloc(
		&f->mem, (f->s.nitems + 1) * sizeof(*items));

	for (size_t i = 0; i < f->s.nitems; i++)
		items[i] = f->s.items[i];
	items[f->s.nitems] = (struct snapshot_item){
		.passage = {
			.is_note = is_note,
			.document = document,
			.traits = traits,
			.text = str_of(text),
			.line = is_note ? line_in_note(f, document, text) : 0,
		},
		.text = str_of(text),
		.prefix = STR(""),
	};
	f->s.items = items;
	f->s.nitems++;
}

static struct snapshot_item *last_item(struct fixture *f)
{
	/* The fixture's own, which it may change. */
	struct snapshot_item *copy =
		arena_alloc(&f->mem, f->s.nitems * sizeof(*copy));

	memcpy(copy, f->s.items, f->s.nitems * sizeof(*copy));
	f->s.items = copy;
	return &copy[f->s.nitems - 1];
}

/* An exam on 29 May with two domains: DynamoDB is noted on one day, of Lambda
 * there is a beginning, and Fargate is nowhere. */
static void add_exam(struct fixture *f, enum exam_result result)
{
	static const struct exam_domain domains[] = {
		{ "Data & storage", 60, NULL, 0 },
		{ "Compute", 40, NULL, 0 },
	};
	static const struct snapshot_exam_topic topics[] = {
		{ "dynamodb", "Amazon DynamoDB", "ddb", 0 },
		{ "lambda", "AWS Lambda", "lambda", 1 },
		{ "fargate", "Fargate", "fargate", 1 },
	};
	struct exam *exam = arena_alloc(&f->mem, sizeof(*exam));
	struct snapshot_exam *known = arena_alloc(&f->mem, sizeof(*known));

	*exam = (struct exam){
		.name = "Cloud <Exam>", .code = "CX-1", .day = f->s.today + 20,
		.start = f->s.today - 10, .domains = domains, .ndomains = 2,
		.pass = 720, .scale_low = 100, .scale_high = 1000,
		.result = result, .result_day = DAY_NONE, .score = -1,
	};
	*known = (struct snapshot_exam){ exam, topics, ARRAY_SIZE(topics) };
	f->s.exams = known;
	f->s.nexams = 1;
}

static struct fixture *journal(void)
{
	struct fixture *f = fixture_new();

	add_entry(f, "2026-04-30", "---\ndate: 2026-04-30\nround: 1\n"
		  "minutes: 30\n---\nRead of DynamoDB.\n\nDynamoDB is a "
		  "table without a server, where each item has a partition key "
		  "that says where it lives, and a sort key that says in which "
		  "order.\n\nA query of DynamoDB asks one partition, a scan "
		  "asks all of them.\n");
	add_entry(f, "2026-05-09", "---\ndate: 2026-05-09\nround: 2\n"
		  "minutes: 90\n---\nRead of Lambda; see [[dva]].\n");
	add_note(f, "dva", "# Exam notes\n\n- what is a GSI?\n- what does a scan of DynamoDB "
		 "ask of the partitions?\n"
		 "- 2026-05-08 Set A: 40/65\n- DynamoDB has " W "s "
		 "<!-- private -->\n");
	return f;
}

static void an_exam_has_a_page_with_the_way_to_it(void **state)
{
	struct fixture *f = journal();

	(void)state;
	add_exam(f, EXAM_OPEN);
	add_item(f, true, 0, TRAIT_PRACTICE, "2026-05-08 Set A: 40/65");
	make_site(f);
	assert_shows(f, "exams.html", "Cloud &lt;Exam&gt;");
	assert_shows(f, "exams/cloud-exam.html", "<strong>20</strong> days to go");
	assert_shows(f, "exams/cloud-exam.html", "passes at 720 of 1000");
	assert_shows(f, "exams/cloud-exam.html",
		     "<title id=\"burnup-title\">");
	assert_shows(f, "exams/cloud-exam.html", "1 of 3 topics are noted");
	assert_shows(f, "exams/cloud-exam.html", "Data &amp; storage");
	assert_shows(f, "exams/cloud-exam.html", "<td>60%</td><td>50%</td>"
		     "<td>1 of 1</td>");
	assert_shows(f, "exams/cloud-exam.html",
		     "href=\"../topics/dynamodb.html\">DynamoDB</a>");
	assert_shows(f, "exams/cloud-exam.html", "<span>Fargate</span>");
	/* 40 of 65 are 62 %, and 720 of 1000 is read as 72 %. */
	assert_shows(f, "exams/cloud-exam.html", "<td>62%</td>"
		     "<td class=\"text\">10 points to go</td>");
	assert_shows(f, "exams/cloud-exam.html", "2026</time> "
		     "<span class=\"source\">Set A</span></th>");
	/* The minutes are public as well, and are not what is drawn. */
	assert_shows(f, "exams/cloud-exam.html", "topics, not minutes");
	assert_shows(f, "index.html", "The way to ");
	assert_shows(f, "about.html", "href=\"exams/cloud-exam.html\">Exam</a>");
	fixture_free(f);
}

static void a_result_is_told_kindly(void **state)
{
	struct fixture *f = journal();

	(void)state;
	add_exam(f, EXAM_FAILED);
	make_site(f);
	assert_shows(f, "exams/cloud-exam.html", "Taken; not this time");
	assert_hides(f, "exams/cloud-exam.html", "ailed");
	assert_hides(f, "exams.html", "ailed");
	assert_nowhere(f, "burnup");
	add_exam(f, EXAM_PASSED);
	make_site(f);
	assert_shows(f, "exams/cloud-exam.html", "<strong>Passed</strong>");
	fixture_free(f);
}

static void without_exams_and_questions_there_are_no_such_pages(void **state)
{
	struct fixture *f = journal();

	(void)state;
	make_site(f);
	assert_null(find_page(f, "exams.html"));
	assert_null(find_page(f, "questions.html"));
	assert_nowhere(f, ">Exam<");
	assert_nowhere(f, ">Exams<");
	assert_nowhere(f, ">Questions<");
	fixture_free(f);
}

static void questions_are_shown_with_what_may_answer_them(void **state)
{
	static const char *const topics[] = { "dynamodb" };
	struct fixture *f = journal();
	struct snapshot_item *item;

	(void)state;
	add_item(f, true, 0, TRAIT_QUESTION, "what does a scan of DynamoDB "
		 "ask of the partitions?");
	item = last_item(f);
	item->topics = topics;
	item->ntopics = 1;
	add_item(f, false, 1, TRAIT_HOLE, "Lambda");
	make_site(f);
	assert_shows(f, "questions.html", "Perhaps answered");
	assert_shows(f, "questions.html", "a scan asks all of them. "
		     "<a class=\"place\" href=\"days/2026-04-30.html\"");
	f->settings.publish_questions = false;
	make_site(f);
	assert_null(find_page(f, "questions.html"));
	fixture_free(f);
}

static void what_is_open_in_private_is_in_no_byte(void **state)
{
	struct fixture *f = journal();
	(void)state;
	f->settings.private_sections[SECTION_QUESTIONS] = true;
	add_entry(f, "2026-05-08", "---\ndate: 2026-05-08\nprivate: true\n---\n"
		  "Why " W "s?\n");
	add_note(f, "own", "---\nprivate: true\n---\n# Own\n\n- Why " W "s?\n");
	add_exam(f, EXAM_OPEN);
	/* A line that is kept back; an entry, and a note; a section. */
	add_item(f, true, 0, TRAIT_QUESTION, "DynamoDB has " W "s");
	add_item(f, false, 2, TRAIT_QUESTION, "Why " W "s?");
	add_item(f, true, 1, TRAIT_QUESTION, "Why " W "s?");
	add_item(f, true, 1, TRAIT_PRACTICE, "2026-05-08 " W ": 40/65");
	add_item(f, false, 0, TRAIT_QUESTION, W "?");
	last_item(f)->passage.section = SECTION_QUESTIONS;
	add_item(f, true, 0, TRAIT_QUESTION, "what is a GSI?");
	make_site(f);
	assert_shows(f, "questions.html", "what is a GSI?");
	assert_shows(f, "questions.html", "Open questions");
	assert_nowhere(f, W);
	fixture_free(f);
}

/* Nothing tells a journal with private texts from one without them. */
static void a_state_is_made_of_what_is_shown(void **state)
{
	struct fixture *f = journal();
	const char *page;
	char *before;

	(void)state;
	add_exam(f, EXAM_OPEN);
	make_site(f);
	before = xstrdup(page_of(f, "exams/cloud-exam.html"));
	add_note(f, "own", "---\nprivate: true\n---\n# Own\n\nLambda runs "
		 "a function for a quarter of an hour at most, and Lambda keeps "
		 "what it has in memory for a while.\n\nLambda scales by "
		 "itself.\n\nLambda costs by the millisecond.\n");
	add_item(f, true, 1, TRAIT_QUESTION, "Why DynamoDB?");
	make_site(f);
	page = page_of(f, "exams/cloud-exam.html");
	assert_string_equal(before, page);
	free(before);
	fixture_free(f);
}

static void a_month_has_a_calendar(void **state)
{
	struct fixture *f = journal();

	(void)state;
	make_site(f);
	assert_shows(f, "archive/2026-05.html", "<h1>May 2026</h1>");
	assert_shows(f, "archive/2026-05.html", "1 h 30 min");
	assert_shows(f, "archive/2026-05.html",
		     "<td class=\"studied\"><a href=\"../days/2026-05-09.html\">"
		     "<span class=\"date\">9</span>");
	assert_shows(f, "archive/2026-05.html", "April 2026");
	assert_shows(f, "archive.html", "href=\"archive/2026-04.html\"");
	assert_shows(f, "archive/2026.html", "href=\"../archive/2026-05.html\"");
	fixture_free(f);
}

static void a_round_has_a_page_and_a_log_without_rounds_none(void **state)
{
	struct fixture *f = journal();

	(void)state;
	make_site(f);
	assert_shows(f, "rounds/2.html", "<h1>Round 2</h1>");
	assert_shows(f, "rounds/2.html", "days/2026-05-09.html");
	assert_null(strstr(page_of(f, "rounds/2.html"),
			   "class=\"p-name u-url\" href=\"../days/2026-04-30"));
	assert_shows(f, "archive.html", "href=\"rounds/1.html\"");
	fixture_free(f);
	f = fixture_new();
	add_entry(f, "2026-05-09", "---\ndate: 2026-05-09\n---\nLambda.\n");
	make_site(f);
	assert_null(find_page(f, "rounds/1.html"));
	assert_nowhere(f, ">Rounds<");
	fixture_free(f);
}

static void a_note_named_about_says_what_the_log_is(void **state)
{
	struct fixture *f = journal();

	(void)state;
	f->settings.publish_license = "CC BY 4.0";
	make_site(f);
	assert_shows(f, "about.html", "This is a learning log");
	assert_shows(f, "about.html", "CC BY 4.0");
	add_note(f, "about", "# Me\n\nI study, and see [[dva]].\n");
	make_site(f);
	assert_shows(f, "about.html", "I study, and see "
		     "<a href=\"notes/dva.html\">dva</a>.");
	assert_null(strstr(page_of(f, "about.html"),
			   "This is a learning log"));
	fixture_free(f);
}

static void a_note_tells_what_links_to_it(void **state)
{
	struct fixture *f = journal();

	(void)state;
	add_note(f, "hidden", "---\nprivate: true\n---\n# " W "\n\n[[dva]]\n");
	make_site(f);
	assert_shows(f, "notes/dva.html", "Linked from");
	assert_shows(f, "notes/dva.html", "<a href=\"../days/2026-05-09.html\">");
	assert_shows(f, "notes/dva.html", "Read of Lambda; see dva.");
	assert_nowhere(f, W);
	fixture_free(f);
}

static void a_link_to_a_heading_leads_to_its_place(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2026-05-09", "---\ndate: 2026-05-09\n---\n"
		  "[a](../../notes/sqs.md#keys) [b](../../notes/sqs.md#Dont%20panic) "
		  "[c](../../notes/sqs.md#gone) [[sqs#Keys|d]] "
		  "[[sqs#dont panic|e]] [[sqs#" W "|f]]\n");
	add_note(f, "sqs", "# Queues\n\n## Keys\n\nOne.\n\n## Don't panic\n\n"
		 "Two.\n\n## Keys\n\nThree.\n\n## `Keys` 2\n\nFour.\n\n## " W
		 " <!-- private -->\n\nFive.\n");
	add_note(f, "other", "# Other\n\n[k](sqs.md#keys-2) "
		 "[again](sqs.md#keys) [[sqs#Keys 2]]\n");
	make_site(f);
	assert_shows(f, "notes/sqs.html", "<h2 id=\"don-t-panic\">");
	assert_shows(f, "notes/sqs.html", "<h2 id=\"keys-2-2\">");
	assert_shows(f, "days/2026-05-09.html",
		     "<a href=\"../notes/sqs.html#keys\">a</a> "
		     "<a href=\"../notes/sqs.html#don-t-panic\">b</a> "
		     "<a href=\"../notes/sqs.html\">c</a> "
		     "<a href=\"../notes/sqs.html#keys\">d</a> "
		     "<a href=\"../notes/sqs.html#don-t-panic\">e</a> "
		     "<a href=\"../notes/sqs.html\">f</a>");
	assert_shows(f, "notes/other.html",
		     "<a href=\"../notes/sqs.html#keys-2-2\">k</a> "
		     "<a href=\"../notes/sqs.html#keys\">again</a>");
	fixture_free(f);
}

static void a_table_of_contents_stands_where_its_author_wants_it(void **state)
{
	struct fixture *f = fixture_new();
	const char *page;

	(void)state;
	add_note(f, "dva", "# Notes\n\nFirst.\n\n{{TOC}}\n\n+++\n\n## One\n\n"
		 "## Two\n\n## Three\n");
	make_site(f);
	page = page_of(f, "notes/dva.html");
	assert_true(strstr(page, "First.") < strstr(page, "class=\"toc\""));
	assert_null(strstr(strstr(page, "class=\"toc\"") + 1,
			   "class=\"toc\""));
	assert_non_null(strstr(page, "<hr class=\"page\">"));
	assert_non_null(strstr(page, "<a href=\"#three\">Three</a>"));
	assert_null(strstr(page, "TOC"));
	fixture_free(f);
}

static void a_topic_says_what_kind_its_passages_are(void **state)
{
	struct fixture *f = journal();

	(void)state;
	f->traits = TRAIT_DEFINITION | TRAIT_NUMBER;
	make_site(f);
	assert_shows(f, "topics/dynamodb.html",
		     "4 definitions · 4 numbers");
	assert_shows(f, "topics/dynamodb.html",
		     "<span class=\"definition\">definition</span>");
	fixture_free(f);
}

static void an_empty_journal_has_a_decent_site(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	make_site(f);
	assert_shows(f, "index.html", "nothing logged yet");
	assert_shows(f, "archive.html", "Nothing is logged yet.");
	assert_shows(f, "about.html", "About this log");
	fixture_free(f);
}

static void the_same_journal_gives_the_same_bytes(void **state)
{
	struct fixture *f = journal();
	struct site_out first;

	(void)state;
	add_exam(f, EXAM_OPEN);
	add_item(f, true, 0, TRAIT_QUESTION, "what is a GSI?");
	make_site(f);
	first = f->site;
	f->site = (struct site_out){ { .file = keep_page }, NULL, 0, 0, -1 };
	make_site(f);
	assert_int_equal(first.count, f->site.count);
	for (size_t i = 0; i < first.count; i++) {
		assert_string_equal(first.pages[i].path, f->site.pages[i].path);
		assert_string_equal(first.pages[i].bytes.buf,
				    f->site.pages[i].bytes.buf);
	}
	site_forget(&first);
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_exam_has_a_page_with_the_way_to_it),
		cmocka_unit_test(a_result_is_told_kindly),
		cmocka_unit_test(
			without_exams_and_questions_there_are_no_such_pages),
		cmocka_unit_test(questions_are_shown_with_what_may_answer_them),
		cmocka_unit_test(what_is_open_in_private_is_in_no_byte),
		cmocka_unit_test(a_state_is_made_of_what_is_shown),
		cmocka_unit_test(a_month_has_a_calendar),
		cmocka_unit_test(
			a_round_has_a_page_and_a_log_without_rounds_none),
		cmocka_unit_test(a_note_named_about_says_what_the_log_is),
		cmocka_unit_test(a_note_tells_what_links_to_it),
		cmocka_unit_test(a_link_to_a_heading_leads_to_its_place),
		cmocka_unit_test(
			a_table_of_contents_stands_where_its_author_wants_it),
		cmocka_unit_test(a_topic_says_what_kind_its_passages_are),
		cmocka_unit_test(an_empty_journal_has_a_decent_site),
		cmocka_unit_test(the_same_journal_gives_the_same_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
