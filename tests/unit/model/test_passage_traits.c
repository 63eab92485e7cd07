/* SPDX-License-Identifier: MIT */
/* A passage knows what it is: a definition, a question, a hole, a lab. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/model/document.h"

/* "definition number", in the order of their bits. */
static void add_names(struct strbuf *out, unsigned traits)
{
	for (unsigned bit = 0; passage_trait_name(bit); bit++)
		if (traits & 1u << bit)
			strbuf_addf(out, "%s%s", out->len ? " " : "",
				    passage_trait_name(bit));
}

/* The traits of the last passage of a file. */
static void expect_last(const char *path, const char *text,
			const char *expected)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) names = STRBUF_INIT;
	struct document doc;

	document_parse(&doc, path, str_of(text), &mem);
	assert_true(doc.npassages > 0);
	add_names(&names, doc.passages[doc.npassages - 1].traits);
	if (strcmp(names.buf, expected) != 0)
		fail_msg("'%s' is '%s', not '%s'", text, names.buf, expected);
}

static void what_says_what_a_thing_is_defines_it(void **state UNUSED)
{
	static const struct {
		const char *text, *traits;
	} cases[] = {
		{ "- **DAX** - a cache in front of the table", "definition" },
		{ "A shard is a sequence of records.", "definition" },
		{ "RCU stands for read capacity unit", "definition" },
		{ "SQS: a queue that decouples two systems", "definition" },
		{ "Bean - A managed bean is an object that a container makes",
		  "definition" },
		{ "Inversion of control (IoC) - Giving the making of objects "
		  "to a framework", "definition" },
		{ "`terraform show`: to see what the state has of it",
		  "definition" },
		{ "Macie: Helps you find names and cards in buckets",
		  "definition" },
		{ "Layer: zip file holding what a function needs",
		  "definition" },
		{ "CloudHSM provides a device for keys of one's own",
		  "definition" },
		{ "The old mode provides lower latency than all others", "" },
		{ "An _event bus_ receives events and routes them to targets",
		  "definition" },
		{ "The **health page** displays the state of all services",
		  "definition" },
		{ "**Assets** set of files that a package is made of",
		  "definition" },
		{ "**EC2** virtual servers in the cloud", "definition" },
		{ "**Global network** operations, such as filtering", "" },
		{ "1. **Data events** -- Operations that are done within an "
		  "object", "definition" },
		{ "[Forum -- How to find the owner of a file](https://a.example)",
		  "link" },
		{ "Step Functions is a state machine service that calls others",
		  "definition" },
		{ "A VPC endpoint enables us to reach a service without the "
		  "internet", "definition" },
		{ "Security groups act as a firewall of an instance",
		  "definition" },
		{ "Synapse (once a data warehouse) is a service that queries "
		  "what lies in a lake", "definition" },
		{ "A storage account is a secure account, which gives access "
		  "to blobs", "definition" },
		{ "Search volume: It indicates the traffic there may be",
		  "definition" },
		{ "Use Velero to back up the resources of a cluster",
		  "definition" },
		{ "Use Terraform to create the network today", "" },
		{ "- IAM: manage users and permissions", "definition" },
		{ "- EC2: virtual machines", "definition" },
		{ "- IAM: read the docs", "" },
		{ "- Repository: Contains a set of packages", "definition" },
		{ "# Shield\n\nProvides protection against floods of requests",
		  "definition" },
		{ "How do 2 nodes talk to each other?", "question" },
		{ "TODO: revisit subnet routing", "todo hole" },
		{ "TODO: refactor the parser", "todo" },
		{ "**Thoughts:** Still confused about leases", "hole" },
		{ "EFS: resilient within a region, and mounted by many", "" },
		{ "DynamoDB: tables, keys and a first query with Python", "" },
		{ "E.g. what is a form of that", "" },
		{ "Aurora is a fully managed, relational database for two "
		  "engines", "definition" },
		{ "weak: key grants, envelopes", "hole" },
		{ "Review again: routing policies", "hole" },
		{ "Weak areas: Drill the lowest ones", "" },
		{ "Key grants??", "question" },
		{ "More practice??", "" },
		{ "Task file: blueprint for a container (like a compose file)",
		  "definition" },
		{ "Persistence: data stays independently of the machine", "" },
		{ "It is a nice day for a walk", "" },
		{ "Note: do not do this at home", "" },
		{ "Read it: https://example.org/a and b", "link" },
		{ "Lambda: times out after 15 mins, always",
		  "definition number" },
		{ "Today I wrote a test and it passed.", "lab done" },
		{ "AM: Learned more about callbacks in node", "" },
		{ "Feelings: a little tired of all this today", "" },
		{ "Security: IAM, Cognito, KMS", "" },
		{ "Replicas: up to fifteen of them in all", "" },
		{ "choose a domain name: one that is short", "" },
		{ "Open it: bucket -> object -> copy the link", "" },
		{ "Completed the kata - a sum of two numbers", "lab done" },
		{ "Focus on the core: less polish and more practice", "" },
		{ "Listen to yourself: rest when you need it", "" },
		{ "Days 3-4: strings and text blocks", "" },
		{ "Sat/Sun: celebrate it with a walk", "" },
		{ "Lab Step 1: a bucket with two objects in it", "" },
		{ "Practice exams: Aim for seventy per cent", "" },
		{ "Guide: \"Understanding what a cloud costs\"", "" },
		{ "Node: I still do not know how it works", "" },
		{ "a, b = input.split into two of them", "" },
		{ "The router is the only thing that changed", "" },
		{ "Compute: a container vs a function", "pair" },
		{ "Time to live: seconds until a record is dropped",
		  "definition" },
		{ "Shard = a sequence of records", "definition" },
		{ "\xf0\x9f\x93\x81 Shop: a site with two or three pages", "" },
		{ "`key: the value` is how it is written there", "" },
		{ "Elastic IP (EIP): an address that stays", "definition" },
		{ "EFS: Elastic File System", "definition" },
		{ "Lock: what keeps two writers apart", "definition" },
		{ "taint: repels pods that do not bear it", "definition" },
		{ "mv - give a file another name", "definition" },
		{ "Glue is a service that moves tables about", "definition" },
		{ "EBS is block storage for one machine", "definition" },
		{ "Layers are archives of shared code", "definition" },
		{ "Un rol es un conjunto de permisos", "definition" },
		{ "Ein Image ist eine Vorlage f\xc3\xbcr Container",
		  "definition" },
		{ "| Term | What |\n|---|---|\n| ENI | a card of the network |",
		  "definition table" },
		{ "| a | b | c |\n|---|---|---|\n| ENI | a card of a net | 1 |",
		  "table" },
		{ "Glue is a pain to set up", "" },
		{ "Glue is a tool that I never liked", "" },
		{ "Glue is a chapter for later", "" },
		{ "The talk is an hour away", "" },
		{ "Mood: tired of all the typing", "" },
		{ "ECS: created a cluster of two nodes", "" },
		{ "ECS: read the docs of it", "" },
		{ "ECS: everything is up and green", "" },
		{ "ECS: the service doesn\xe2\x80\x99t come up", "" },
		{ "Result: a page that loads at once", "" },
		{ "Queues, topics: both of them today", "" },
		{ "name = params[:name] of the form", "" },
		{ "root volume: deleted by default with it", "" },
		{ "scratch volume: used to keep what may be lost",
		  "definition" },
		{ "Question: https://example.org/why-is-it-slow", "link" },
		{ "\xe5\xbd\xb9\xe5\x89\xb2: a net of the cloud", "" },
		{ "Server: a machine that answers others", "definition" },
		{ "Server: nginx on two machines", "" },
		{ "Serveur : une machine qui r\xc3\xa9pond aux autres",
		  "definition" },
		{ "Speed drill: an exercise with a clock that runs",
		  "definition" },
		{ "Pod non pr\xc3\xaat : image absente du registre de test", "" },
		{ "Scaling limitations: Vertical scaling of a database", "" },
		{ "# SQS\n\nmessage queue that stores messages", "definition" },
		{ "# SQS\n\nA queue between two parts of a system",
		  "definition" },
		{ "- SQS\n  - a queue between two parts of a system",
		  "definition" },
		{ "# SQS\n\nA queue is full of messages that wait", "" },
		{ "# SQS\n\na look at the console of it", "" },
		{ "# SQS\n\nIts queue can connect to a function", "" },
		{ "# SQS\n\nServer-side encryption in it is always on", "" },
		{ "# SQS\n\nStandard message queue", "" },
		{ "# SQS\n\nsent a queue that failed a message", "" },
		{ "# Day 3\n\na queue between two parts of a system", "" },
		{ "# SQS\n\nfirst\n\na queue between two parts of it", "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		expect_last("notes/a.md", cases[i].text, cases[i].traits);
}

static void what_begins_many_passages_is_a_label(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;
	unsigned all = 0;

	document_parse(&doc, "notes/a.md", STR("Kurs: one that I like well\n\n"
		"Kurs: the same one again\n\nKurs: a last time for it\n\n"
		"Kurs: another one that is shorter\n\n"
		"# Words\n\nDAX: a cache that sits in front\n"), &mem);
	for (size_t i = 0; i + 1 < doc.npassages; i++)
		all |= doc.passages[i].traits;
	assert_false(all & TRAIT_DEFINITION);
	assert_false(doc.parts[0].traits & TRAIT_DEFINITION);
	assert_true(doc.parts[1].traits & TRAIT_DEFINITION);
}

static void the_sections_of_a_plan_say_what_its_items_are(void **state UNUSED)
{
	static const struct {
		const char *text, *traits;
	} cases[] = {
		{ "## Questions\n- KSS: queue or stream\n", "question" },
		{ "## Hands On\n- SF: build a small one\n", "lab" },
		{ "## Todo\n- [x] buy the book\n", "todo done" },
		{ "## Todo\n- ~~buy the book~~\n", "todo done" },
		{ "## Courses\n- The long one\n", "course" },
		{ "## Further Reading\n- [Book](b.md)\n", "reading link" },
		{ "## Services\n### SQS\n- a queue\n", "" },
		{ "## Todo\n### More\n- call them\n", "todo" },
		{ "## Todo\n- a\n## Diary\n- call them\n", "" },
		{ "- [ ] call them\n", "todo" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		expect_last("plans/a.md", cases[i].text, cases[i].traits);
}

static void holes_stand_one_a_line(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "notes/a.md", STR("### Practice exam holes\n"
		"~~long polling~~\nretry and back off\n\n"
		"Reading again:\nwhat an SDK does\n"), &mem);
	assert_int_equal(doc.npassages, 4);
	assert_int_equal(doc.passages[1].traits, TRAIT_HOLE | TRAIT_DONE);
	assert_int_equal(doc.passages[2].traits, TRAIT_HOLE);
	assert_int_equal(doc.passages[2].line, 3);
	assert_false(doc.passages[3].traits & TRAIT_HOLE);
}

static void a_label_speaks_for_the_list_behind_it(void **state UNUSED)
{
	expect_last("notes/a.md", "To check out:\n- groups or policies\n",
		    "hole");
	expect_last("notes/a.md", "To study: what SNS does\n", "hole");
	expect_last("notes/a.md", "To check out:\n- groups\n\nLater.\n\n- x\n",
		    "");
	expect_last("notes/a.md", "What happens if it fails???\n", "question");
	expect_last("notes/a.md", "Lab: connect it to a queue\n", "lab");
}

static void what_stands_beneath_a_question_answers_it(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "plans/a.md", STR("## Questions\n- a\n"
		"  - A: so\n- b\n  - and why?\n- c? A: d\n- e\n\n  f\n"),
		       &mem);
	assert_int_equal(doc.npassages, 8);
	assert_int_equal(doc.passages[1].traits, TRAIT_QUESTION | TRAIT_DONE);
	assert_int_equal(doc.passages[2].traits, 0);
	assert_int_equal(doc.passages[3].traits, TRAIT_QUESTION);
	assert_int_equal(doc.passages[4].traits, TRAIT_QUESTION);
	assert_int_equal(doc.passages[5].traits, TRAIT_QUESTION | TRAIT_DONE);
	assert_int_equal(doc.passages[6].traits, TRAIT_QUESTION | TRAIT_DONE);
}

/* The traits of a document's passages, as far as they tell of questions. */
static void expect_questions(const char *text, const char *states)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "log/2026/2026-04-01.md", str_of(text), &mem);
	for (size_t i = 0; i < doc.npassages; i++) {
		unsigned traits = doc.passages[i].traits;
		char state = !(traits & TRAIT_QUESTION) ? '.' :
			     traits & TRAIT_DONE	 ? 'a' :
							   'q';

		if (states[i] != state)
			fail_msg("passage %zu of '%s' is '%c'", i, text, state);
	}
	assert_int_equal(strlen(states), doc.npassages);
}

static void a_quote_beneath_a_question_answers_it(void **state UNUSED)
{
	expect_questions("**Q2.** What are the parts of a queue?\n"
			 "> A head and a tail.\n\n"
			 "**Q3.** Where does a lease end?\n\n> At its node.\n\n"
			 "**Q4.** Who holds the other lease?\n", "a.a.q");
	expect_questions("Why does the queue keep its head?\n> It has to.\n",
			 "a.");
	expect_questions("Why does the queue keep its head?\n\n"
			 "> Nothing is as constant as change.\n", "q.");
	expect_questions("> Why does the queue keep its head?\n>\n> And so.\n",
			 "q.");
}

static void what_is_behind_or_right_beneath_a_labelled_question_answers_it(
	void **state UNUSED)
{
	expect_questions("**Q6 : What is a queue ?**\nKeeps what waits.\n",
			 "a");
	expect_questions("Q6: What is a queue? It keeps what waits.\n", "a");
	expect_questions("**Q4 : Comment vider une file ?**\n```\nrm x\n```\n",
			 "a.");
	expect_questions("**Why is the queue full?**\nNobody took anything.\n",
			 "a");
	expect_questions("Q: What is a queue? Not sure yet.\n", "q");
	expect_questions("Q: What is a queue? And why is it full?\n", "q");
	expect_questions("Q: what is a queue?\n\nRead the guide.\n", "q.");
	expect_questions("- Q: what is a queue?\n- made a board\n", "q.");
	expect_questions("Why is it slow? The log has nothing.\n", "q");
	expect_questions("**Questions**\n- \u306a\u305c\u5206\u3051\u308b"
			 "\u304b\uff1f \u2192 \u5b88\u308b\n", "a");
}

static void the_label_of_an_answer_answers_the_question_before_it(
	void **state UNUSED)
{
	static const char *const labels[] = {
		"A:", "R:", "R :", "**R\u00e9ponse**:", "**Answer:**",
		"\u2705 R\u00e9ponse :", "**\u7b54\u3048**:",
		"\u7b54\u3048\uff1a", "A1:", "Antwort:",
	};
	static const char *const between[] = { "\n", "\n\n", " " };

	for (size_t i = 0; i < ARRAY_SIZE(labels); i++)
		for (size_t k = 0; k < ARRAY_SIZE(between); k++) {
			AUTO(strbuf) text = STRBUF_INIT;

			strbuf_addf(&text, "Q: What is a queue?%s%s a line\n",
				    between[k], labels[i]);
			expect_questions(text.buf, k == 1 ? "a." : "a");
		}
	expect_questions("- Q: What is a queue?\n- A: a line\n- Q: And a "
			 "lease?\n", "a.q");
	expect_questions("Which of these is a queue?\n- A: a line\n- B: a lid\n",
			 "q..");
}

static void the_label_of_an_answer_ends_the_questions(void **state UNUSED)
{
	expect_questions("**\u7591\u554f**: Is the queue safe to use?\n\n"
			 "**\u7b54\u3048**: two walls\n- the first wall\n"
			 "- the second wall\n", "a...");
	expect_questions("**Questions**:\n- the queue\n- the lease\n\n"
			 "**Answer**: one\n- the first wall\n", "qa..");
	expect_questions("**Questions**:\n- the queue\n- the lease\n", "qq");
}

static void an_estimate_is_no_number(void **state UNUSED)
{
	expect_last("plans/a.md", "- [ ] the part on queues (3h)\n", "todo");
	expect_last("plans/a.md", "The timeout of a queue (12h)\n", "number");
}

static void the_title_of_a_link_asks_nothing(void **state UNUSED)
{
	expect_last("notes/a.md", "- [Why is a queue slow?](https://a.org)\n",
		    "link");
	expect_last("notes/a.md", "- Why is a queue slow?\n", "question");
}

static void links_images_and_code_are_told(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	expect_last("notes/a.md", "See [[Other note]] too\n", "link");
	expect_last("notes/a.md", "- a\n\n```\nb 5 MB\n```\n", "code");
	expect_last("notes/a.md", "| a | b |\n|---|---|\n| c | d |\n", "table");
	document_parse(&doc, "log/2026/2026-01-01.md",
		       STR("---\ndate: 2026-01-01\n---\nOne.\n\n![](a.png)\n"),
		       &mem);
	assert_int_equal(doc.nparts, 1);
	assert_int_equal(doc.parts[0].traits, TRAIT_IMAGE);
}

static void an_entrys_questions_are_questions(void **state UNUSED)
{
	expect_last("log/2026/2026-01-01.md",
		    "---\ndate: 2026-01-01\n---\n**Questions**:\n"
		    "- how a queue differs from a stream\n", "question");
}

static void a_form_that_is_not_filled_in_asks_for_nothing(void **state UNUSED)
{
	expect_last("plans/x.md", "## Todo\n- [ ] ______\n", "");
	expect_last("plans/x.md", "## Weak areas\n1. ____ ...\n", "");
	expect_last("plans/x.md", "## Todo\n- [ ] 2\n", "todo");
}

static void a_plan_without_boxes_lists_what_is_to_do(void **state UNUSED)
{
	expect_last("plans/a.md", "### Day 1: queues\n\n- read about leases\n",
		    "todo");
	expect_last("plans/a.md", "## Week 1\n\n- **Day 1 (2 May):** queues\n"
		    "  - review the limits\n", "todo");
	expect_last("plans/a.txt", "My study plan\n\nWeek 1: queues\n"
		    "Day 1: heads\nDay 2: tails\n", "todo");
	expect_last("plans/a.md", "Week 1 - queues\n\nDay 1 - heads\n", "todo");
	expect_last("plans/a.md", "25% - Queues\n- [ ] heads\n- [x] tails\n"
		    "15% - Leases\n", "");
	/* Its labels, its goals, and where it has boxes, are nothing to do. */
	expect_last("plans/a.md", "### Day 1\n\n- Goal: know it by heart\n",
		    "");
	expect_last("plans/a.md", "### Day 1\n\n- Notes:\n", "");
	expect_last("plans/a.md", "### Day 1\n\nNotes:\n- it was long\n", "");
	expect_last("plans/a.md", "### Day 1\n\nNotes:\n- long\n\nNext up:\n"
		    "- read\n", "todo");
	expect_last("plans/a.md", "## Day 1\n\n### Learning objectives\n\n"
		    "- know leases\n", "");
	expect_last("plans/a.md", "### Day 1\n\n- [ ] read\n- a remark\n", "");
	expect_last("plans/a.md", "### Queues\n\n- hold things\n", "");
	expect_last("notes/a.md", "### Day 1: queues\n\n- hold things\n", "");
}

static void rows_of_a_schedule_are_to_do(void **state UNUSED)
{
	expect_last("plans/a.md", "| Day | Topic |\n|---|---|\n| 1 | Queues |\n",
		    "todo table");
	expect_last("plans/a.md", "| Day | Date | Topic |\n|---|---|---|\n"
		    "| Mon | 2 May | Queues |\n", "todo table");
	expect_last("plans/a.md", "| Week | Topic |\n|---|---|\n"
		    "| Week 1-2 | Queues |\n", "todo table");
	/* A diary, a table of something else, and a note. */
	expect_last("plans/a.md", "| Date | Source | Score |\n|---|---|---|\n"
		    "| 2 May | Mock | 43 |\n", "table");
	expect_last("plans/a.md", "| Topic | Day |\n|---|---|\n| Queues | 1 |\n",
		    "table");
	expect_last("plans/a.md", "| Day | Topic |\n|---|---|\n| | Queues |\n",
		    "table");
	expect_last("notes/a.md", "| Day | Topic |\n|---|---|\n| 1 | Queues |\n",
		    "table");
}

static void weights_of_an_exam_measure_nothing_learned(void **state UNUSED)
{
	expect_last("notes/a.md", "| Domain | Weight |\n|---|---|\n"
		    "| Queues | 32% |\n", "table");
	expect_last("notes/a.md", "| Tier | Discount |\n|---|---|\n"
		    "| Queues | 32% |\n", "number table");
}

static void the_column_of_times_measures_the_learning(void **state UNUSED)
{
	expect_last("notes/a.md", "| Topic | Time |\n|---|---|\n"
		    "| Queues | 45 min |\n", "table");
	expect_last("notes/a.md", "| Hours | Topic | Limit |\n|---|---|---|\n"
		    "| 2h | Queues | 256 KB |\n", "number table");
	expect_last("notes/a.md", "| Day | Duration | What |\n|---|---|---|\n"
		    "| 1 | 2h | queues |\n", "table");
	expect_last("notes/a.md", "| Token | Duration |\n|---|---|\n"
		    "| of access | 12h |\n", "number table");
}

static void a_table_of_meanings_defines(void **state UNUSED)
{
	expect_last("notes/a.md", "| Term | Description |\n|---|---|\n"
		    "| Lease | Ends by itself |\n", "definition table");
	expect_last("notes/a.md", "| Term | Description | Use |\n|---|---|---|\n"
		    "| Lease | Ends by itself | locks |\n", "definition table");
	expect_last("notes/a.md", "| Term | Colour |\n|---|---|\n"
		    "| Lease | light red |\n", "table");
}

static void choices_of_a_question_are_nothing_to_do(void **state UNUSED)
{
	expect_last("notes/a.md", "#### Q1. Which one holds?\n\n- [ ] a lid\n"
		    "- [x] a queue\n", "");
	expect_last("notes/a.md", "### 7. Which one holds?\n\n- [ ] a lid\n", "");
	expect_last("notes/a.md", "**Question 2:** Which one holds?\n\n"
		    "- [ ] a lid\n", "");
	expect_last("notes/a.md", "### What is left?\n\n- [ ] read on\n",
		    "todo");
	expect_last("notes/a.md", "### Q1. Which?\n\n- [ ] a lid\n\n"
		    "### Next\n\n- [ ] read on\n", "todo");
}

/* As expect_questions(), of a note. */
static void expect_asked(const char *text, const char *states)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "notes/a.md", str_of(text), &mem);
	for (size_t i = 0; i < doc.npassages; i++) {
		unsigned traits = doc.passages[i].traits;
		char state = !(traits & TRAIT_QUESTION) ? '.' :
			     traits & TRAIT_DONE	 ? 'a' :
							   'q';

		if (states[i] != state)
			fail_msg("passage %zu of '%s' is '%c'", i, text, state);
	}
	assert_int_equal(strlen(states), doc.npassages);
}

static void a_heading_may_ask_and_what_is_beneath_answers(void **state UNUSED)
{
	expect_asked("### Q1: What is a queue?\n\nIt holds.\n", "a.");
	expect_asked("### What is a queue for?\n\n#### Use\n\nIt holds.\n",
		     "a..");
	expect_asked("### What is a queue for?\n\n### Where does a lease end?\n",
		     "qq");
	expect_asked("### Queues\n\nThey hold.\n", "..");
	expect_asked("What is a queue?\n- it holds\n- it waits\n", "a..");
	expect_asked("What is a queue?\n\n- it holds\n", "q.");
}

static void choices_end_a_question_and_a_label_answers_it(void **state UNUSED)
{
	expect_asked("1. Which one holds what waits?\na. a lid\nb. a queue\n"
		     "Ans:\nb, it holds\n\n"
		     "2. Which one ends?\na. a lid\nb. a lease\n", "a..q.");
	expect_asked("Which one holds what waits?\nA) a lid\nB) a queue\n"
		     "Correct answer: B\n", "a..");
	expect_asked("### Question 1\n\nWhich one holds what waits?\n\n"
		     "- A. a lid\n- B. a queue\n\n**Answer: B**\n", ".a...");
	expect_asked("### Question 1\n\nWhich one holds what waits?\n\n"
		     "- A. a lid\n\n### Next\n\nAnswer: B\n", ".q...");
	expect_asked("Which one holds what waits?\n\n* a lid\n* a queue\n\n"
		     "**\u2705 Correct answer: a queue**\n", "a...");
	expect_asked("- What holds what waits? = a queue\n"
		     "- What ends by itself? - a lease\n", "aa");
	expect_asked("Question 1\nWhich of these holds what waits\nA\ta lid\n"
		     "B\ta queue\nQuestion 2\nA lease ends. True or false?\n"
		     "A\tTrue\nB\tFalse\n", "q.q.");
	expect_asked("1. Which one holds what waits?\n   - A. a lid\n"
		     "   - B. a queue\n", "q..");
}

static void what_was_missed_stays_a_hole_with_its_answer(void **state UNUSED)
{
	expect_last("notes/a.md", "# Missed Questions\n\n## Other services\n\n"
		    "- What is the size of a message? - 256\n", "hole");
	expect_last("log/2026/2026-04-01.md", "I need to review key policies.\n",
		    "hole");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_form_that_is_not_filled_in_asks_for_nothing),
		cmocka_unit_test(what_says_what_a_thing_is_defines_it),
		cmocka_unit_test(what_begins_many_passages_is_a_label),
		cmocka_unit_test(the_sections_of_a_plan_say_what_its_items_are),
		cmocka_unit_test(holes_stand_one_a_line),
		cmocka_unit_test(a_label_speaks_for_the_list_behind_it),
		cmocka_unit_test(what_stands_beneath_a_question_answers_it),
		cmocka_unit_test(a_quote_beneath_a_question_answers_it),
		cmocka_unit_test(what_is_behind_or_right_beneath_a_labelled_question_answers_it),
		cmocka_unit_test(the_label_of_an_answer_answers_the_question_before_it),
		cmocka_unit_test(the_label_of_an_answer_ends_the_questions),
		cmocka_unit_test(an_estimate_is_no_number),
		cmocka_unit_test(the_title_of_a_link_asks_nothing),
		cmocka_unit_test(links_images_and_code_are_told),
		cmocka_unit_test(an_entrys_questions_are_questions),
		cmocka_unit_test(a_plan_without_boxes_lists_what_is_to_do),
		cmocka_unit_test(rows_of_a_schedule_are_to_do),
		cmocka_unit_test(weights_of_an_exam_measure_nothing_learned),
		cmocka_unit_test(the_column_of_times_measures_the_learning),
		cmocka_unit_test(a_table_of_meanings_defines),
		cmocka_unit_test(choices_of_a_question_are_nothing_to_do),
		cmocka_unit_test(a_heading_may_ask_and_what_is_beneath_answers),
		cmocka_unit_test(choices_end_a_question_and_a_label_answers_it),
		cmocka_unit_test(what_was_missed_stays_a_hole_with_its_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
