/* SPDX-License-Identifier: MIT */
/* What makes a name a mention, and what is true of every scan. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/strbuf.h"
#include "core/model/topic.h"
#include "tests/unit/model/topic_samples.h"

static void in_a_list_a_certain_name_speaks_for_a_doubtful_one(
	void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "tried Python, go and rust", "python go rust" },
		{ "go and rust", "" },
		{ "Go or Rust", "go rust" },
		{ "go vs rust", "go rust" },
		{ "Lambda / Batch", "lambda batch" },
		{ "Lambda ran the batch", "lambda" },
	};

	ASSERT_ALL(samples);
}

static void a_capital_may_be_the_sentences_own(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Aurora over the fjord", "" },
		{ "athena was born in full armour", "" },
		{ "It stays the same in Aurora over there", "aurora" },
		{ "Athena scans the bucket", "athena" },
		{ "Cloud run over the hills", "" },
		{ "Cloud Scheduler at six", "cloud-scheduler" },
	};

	ASSERT_ALL(samples);
}

static void a_name_that_is_part_of_another_is_none(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "I read The Great Gatsby", "" },
		{ "I read The Great Gatsby and wrote of it on my blog", "" },
		{ "The Great Gatsby starter for Gatsby blogs", "gatsby" },
		{ "built my blog with Gatsby", "gatsby" },
		{ "went back and forth, the stack language is odd", "" },
		{ "Hibernate lazy loading bit us in Spring",
		  "hibernate spring" },
	};

	ASSERT_ALL(samples);
}

static void a_cue_of_another_sentence_does_not_help_against_its_own(
	void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "The Gatsby of Fitzgerald is slow. My blog is not.", "" },
		{ "Saw the northern lights, Aurora over the lake. MySQL "
		  "tomorrow.", "mysql" },
		{ "My blog runs on Gatsby, named after the novel", "gatsby" },
		{ "The novel is read. My blog runs on Gatsby.", "gatsby" },
		{ "Gatsby is fast. My blog needs that.", "gatsby" },
	};

	ASSERT_ALL(samples);
}

static void initials_that_stand_for_other_words_are_none(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Database Management System (DMS)", "" },
		{ "Database Migration Service (DMS)", "dms dms" },
		{ "SNS (social networking service)", "" },
		{ "Simple Notifications Service (SNS)", "sns" },
		{ "Web Application Firewall (WAF)", "waf" },
		{ "\xe5\x90\x84 SNS \xe3\x81\xae\xe3\x83\xaa\xe3\x83\xb3"
		  "\xe3\x82\xaf", "" },
	};

	ASSERT_ALL(samples);
}

static void many_of_a_kind_are_no_service(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "2 types of Backups on AWS", "" },
		{ "the new Backup on AWS", "backup" },
		{ "C:\\Users\\me", "" },
		{ "C: pointers", "c" },
	};

	ASSERT_ALL(samples);
}

static void a_word_of_its_sentence_is_none_even_beside_a_cue(
	void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "a mocha while the tests ran", "" },
		{ "moved the tests to mocha", "mocha" },
		{ "chai latte, then mocha tests", "mocha" },
		{ "swing by the office, java at nine", "java" },
		{ "we express joy, our node server runs", "nodejs" },
		{ "wanted to express that our node server runs", "nodejs" },
		{ "moved to express, our node server runs", "express nodejs" },
		{ "amplify the React part", "react" },
		{ "lost my passport, no login", "" },
		{ "passport login works", "passport" },
	};

	ASSERT_ALL(samples);
}

static void people_have_names_of_languages(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Paired with Julia on a kata", "" },
		{ "Wrote it with Julia on a laptop", "julia" },
		{ "my sister Ruby came by", "" },
	};

	ASSERT_ALL(samples);
}

static void who_has_a_name_is_somebody(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "a cake for Macie who read my notes", "" },
		{ "Aurora, who passed last year, is proud", "" },
		{ "Macie, which finds names in buckets", "macie" },
	};

	ASSERT_ALL(samples);
}

static void what_is_only_like_it_is_another_thing(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Kubernetes-like scheduling", "" },
		{ "Kubernetes - like a harbour", "kubernetes" },
		{ "K&R on pointers in C", "c" },
	};

	ASSERT_ALL(samples);
}

static void a_picture_does_not_make_an_item_longer(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "- \xf0\x9f\x9a\x80 rust", "rust" },
		{ "| rust \xf0\x9f\xa6\x80 | 2 h |", "rust" },
		{ "- \xe2\xad\x90\xef\xb8\x8f" "Athena", "athena" },
		{ "\xe2\x98\x80\xef\xb8\x8f spring is here", "" },
		{ "\xc3\xa9 rust", "" },
	};

	ASSERT_ALL(samples);
}

static void words_are_joined_only_as_their_alias_is_flagged(
	void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "code commit number 500", "" },
		{ "CodeCommit mirrors the repository", "codecommit" },
		{ "code commit before CodeBuild", "codecommit codebuild" },
		{ "ran a big query on our database", "" },
		{ "iam trying, iam tired", "" },
		{ "IAM denies by default", "iam" },
	};

	ASSERT_ALL(samples);
}

static void learning_speaks_for_a_word_in_lower_case(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "day 12 of learning go: maps", "go" },
		{ "the study room in the library", "" },
	};

	ASSERT_ALL(samples);
}

static void what_is_studied_may_be_a_word_in_lower_case(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "worked on react today", "react" },
		{ "started with rust, then tea", "rust" },
		{ "a video on Rails in the evening", "rails" },
		{ "worked on express delivery labels", "" },
		{ "learned about grunt; set up tasks", "grunt" },
		{ "learned about express shipping", "" },
		{ "diving into Go lately", "go" },
		{ "looked into Spring today", "spring" },
		{ "diving into Spring flowers", "" },
		{ "worked on batch today", "" },
	};

	ASSERT_ALL(samples);
}

static void what_is_no_other_word_counts_in_lower_case(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "three more tests with selenium", "selenium" },
		{ "my second contract in solidity", "solidity" },
		{ "we ate in the trailhead cafe", "" },
		{ "set up a container instance", "" },
	};

	ASSERT_ALL(samples);
}

static void an_item_of_its_own_may_be_in_lower_case(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "- rust", "rust" },
		{ "| **varnish** | 3 |", "varnish" },
		{ "* [go](go.md)", "go" },
		{ "- rust remover", "" },
		{ "- passport", "" },
		{ "- backup", "" },
		{ "rust: 3 hours", "" },
	};

	ASSERT_ALL(samples);
}

static void what_is_hard_or_easy_to_learn_is_a_language(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Rust is hard.", "rust" },
		{ "Go is fun and small", "go" },
		{ "Go is statically typed", "go" },
		{ "Rust is tiring at first to learn", "rust" },
		{ "Rust is everywhere on my old car", "" },
		{ "Julia is fun to be around", "" },
		{ "Julia is easy for beginners", "julia" },
		{ "Spring is nice this year", "" },
	};

	ASSERT_ALL(samples);
}

static void what_is_done_to_something_is_a_verb(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "reads the files from GitHub and renders them", "github" },
		{ "learned Python, go and rust", "python go rust" },
	};

	ASSERT_ALL(samples);
}

static void a_hashtag_is_no_everyday_word(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "some time for #React again", "react" },
		{ "#rust day 3", "rust" },
		{ "#react with hooks", "react" },
		{ "#batch #config", "" },
		{ "#spring #flowers", "" },
	};

	ASSERT_ALL(samples);
}

static void an_aside_does_not_make_an_item_longer(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "* [Phoenix](#phoenix)", "phoenix" },
		{ "- Chai (assertions)", "chai" },
		{ "- Shield (DDoS)", "shield" },
		{ "Alexa (my partner) wrote it", "" },
		{ "- Chai (with milk", "chai" },
	};

	ASSERT_ALL(samples);
}

static void a_capital_within_is_the_names(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Pub/Sub for the messages", "pubsub" },
		{ "Spark for the party", "" },
	};

	ASSERT_ALL(samples);
}

static void what_speaks_against_it_is_not_in_capitals(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "styled it with LESS", "less" },
		{ "styled it with less effort", "" },
	};

	ASSERT_ALL(samples);
}

static void a_service_has_no_releases(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Java 17 on an island", "java" },
		{ "Aurora 3, our cabin under the northern lights", "" },
	};

	ASSERT_ALL(samples);
}

static void what_has_no_article_is_a_name(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "soft delete in key vault cannot be undone", "key-vault" },
		{ "the sword is in the key vault", "" },
	};

	ASSERT_ALL(samples);
}

static void neighbours_of_a_language_speak_for_it(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "a small tool in Go", "go" },
		{ "my first Rust program", "rust" },
		{ "let it go in peace", "" },
		{ "the rust of the garage", "" },
	};

	ASSERT_ALL(samples);
}

static void in_lower_case_a_word_needs_more_than_its_place(
	void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "learning rust", "rust" },
		{ "a flask app", "flask" },
		{ "an envoy sidecar for each pod", "envoy" },
		{ "the envoy of the king", "" },
		{ "athena queries", "athena" },
		{ "about athena", "" },
		{ "an s3 bucket read by athena", "s3 athena" },
		{ "Sam helped me with EC2", "ec2" },
		{ "react quickly", "" },
	};

	ASSERT_ALL(samples);
}

static void a_list_of_services_names_those_that_need_their_vendor(
	void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "VNet, ExpressRoute, Bastion",
		  "azure-vnet expressroute azure-bastion" },
		{ "the Dashboards beside the VNet", "azure-vnet" },
		{ "EC2, RAM and a disk", "ec2" },
	};

	ASSERT_ALL(samples);
}

static void a_capital_at_the_beginning_says_nothing(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Batch them before S3 sees them", "s3" },
		{ "Before S3, the Config is asked", "s3 config" },
		{ "Done. Shield your eyes from IAM", "iam" },
	};

	ASSERT_ALL(samples);
}

static void a_cell_or_item_of_its_own_is_a_name(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "| Config | what changed |", "config" },
		{ "1. **Shield**", "shield" },
		{ "### Batch", "batch" },
		{ "- shield", "" },
		{ "- Config files", "" },
	};

	ASSERT_ALL(samples);
}

static void a_vendor_speaks_for_what_follows_it(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "asked AWS Support", "support" },
		{ "asked aws support", "support" },
		{ "AWS supports it, AWS transfers it", "" },
		{ "Azure Functions and AWS Config", "azure-functions config" },
		{ "functions and monitors", "" },
	};

	ASSERT_ALL(samples);
}

static void a_name_of_two_topics_goes_to_the_one_with_a_cue(
	void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "IAM roles", "iam" },
		{ "IAM in GCP: bindings", "google-iam" },
		{ "Elasticsearch analyzers", "elasticsearch" },
		{ "from Firehose to Elasticsearch", "firehose opensearch" },
	};

	ASSERT_ALL(samples);
}

static void paths_files_and_options_name_nothing(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "run --driver=docker", "" },
		{ "export KUBECONFIG=/etc/rancher/k3s.yaml", "" },
		{ "arn:aws:lambda:eu-west-1:1:function:docker", "" },
		{ "sklearn: a Python library", "scikit-learn python" },
		{ "see docs/lambda/index.md", "" },
		{ "edit ~/.aws/lambda", "" },
		{ "lambda.py calls s3.py", "" },
		{ "run it --docker", "" },
		{ "write to lambda@example.org", "" },
		{ "the role my-lambda-exec-role-2", "" },
		{ "allow s3:GetObject", "" },
		{ "docs.python.org/3", "" },
		{ "set $LAMBDA or S3_KEY", "" },
		{ "HTML/CSS/JS", "html css javascript" },
		{ "numpy.array and pandas.DataFrame", "numpy pandas" },
	};

	ASSERT_ALL(samples);
}

/* A hundred and sixty bytes stand between the name and what tells of it. */
#define FOLDER "a-long-directory-no1/"
#define FAR FOLDER FOLDER FOLDER FOLDER FOLDER FOLDER FOLDER FOLDER

static void a_capital_within_a_word_is_one(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "NLP: tokens with NLTK, then spaCy, faster",
		  "nlp nltk spacy" },
	};

	ASSERT_ALL(samples);
}

static void a_token_is_judged_whole_however_long(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "/" FAR "lambda/x", "" },
		{ "Read/" FAR "lambda/x", "lambda" },
		{ "run --in=" FAR "=docker", "" },
		{ "/tmp/lambda s3/sqs docs/s3/sqs.md", "s3 sqs" },
		{ "see API Gateway/lambda and /lambda", "apigateway lambda" },
	};

	ASSERT_ALL(samples);
}

static void a_name_is_found_from_its_first_word(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "C++ and C#", "cpp csharp" },
		{ "ASP.NET, .NET", "dotnet dotnet" },
		{ "Elastic-Bean-stalk", "elasticbeanstalk" },
		{ "elastic_beanstalk", "elasticbeanstalk" },
		{ "S3s, KubernetesX, xKubernetes", "s3" },
		{ "\xe6\x97\xa5\xe6\x9c\xac" "S3", "s3" },
		{ "\xc3\xa9S3 S3\xc3\xa9", "" },
		{ "kubernetes", "kubernetes" },
	};

	ASSERT_ALL(samples);
}

static void a_call_in_a_code_span_is_the_name(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "forgot the brackets of `useState()`", "react" },
		{ "`useState(0)` begins at nothing", "" },
		{ "`git bisect run` is magic", "" },
		{ "`lambda x: x + 1`", "" },
	};

	ASSERT_ALL(samples);
}

static void what_is_set_apart_at_the_end_is_a_name(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "a scraper for the shop -- rust", "rust" },
		{ "three exercises - rust", "rust" },
		{ "lifetimes of references (rust)", "rust" },
		{ "the gate is covered in (brown) rust", "" },
		{ "anti-rust", "" },
		{ "an old fence (rust on it)", "" },
	};

	ASSERT_ALL(samples);
}

static void back_quotes_close_those_of_their_number(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "``S3`` `SQS` ```Lambda` `", "s3 sqs lambda" },
		{ "`` `S3` ``", "" },
		{ "`a `` S3 `` b` SQS", "sqs" },
		{ "```` S3 ` SQS ``", "s3 sqs" },
	};

	ASSERT_ALL(samples);
}

static void tildes_around_words_are_no_fence(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "~~~ diary ~~~\nSQS", "sqs" },
		{ "~~~ sh\nSQS", "" },
	};

	ASSERT_ALL(samples);
}

static void a_fence_ends_with_its_list(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "- a\n    ```\n    lambda\n- SQS", "sqs" },
		{ "```\nlambda\n- SQS", "" },
		{ "> ```\n> lambda\n> ```\n> S3", "s3" },
		{ "``` not `a` fence\nS3", "s3" },
		{ "````\n```\nlambda\n````\nS3", "s3" },
	};

	ASSERT_ALL(samples);
}

static const char *const pieces[] = {
	"Lambda", "lambda", " ", "  ", "-", "_", "s", "S3", "Code", "Build",
	"kinesis", "firehose", ",", ".", "\n", "`", "```", "\n```\n", "://",
	"arn:", "aws", "AWS", "Go", "C++", "C", "#", "/", "é", "日本", "\xff",
	"|", "- ", "python", "node.js", "@", "~/", "\t", "\r\n", "and", "$",
};

static void random_text(unsigned *seed, struct strbuf *out)
{
	strbuf_reset(out);
	for (int n = 0; n < 40; n++) {
		*seed = *seed * 1103515245u + 12345u;
		strbuf_addstr(out, pieces[(*seed >> 16) % ARRAY_SIZE(pieces)]);
	}
}

/* The text ends where its memory does, so that a sanitizer sees a step over. */
static void assert_slices(struct topic_catalogue *c, struct str text)
{
	struct mentions found = MENTIONS_INIT;
	char *copy = xmalloc(text.len);
	const char *last = copy;

	memcpy(copy, text.s, text.len);
	topic_scan(c, (struct str){ copy, text.len }, &found);
	for (size_t i = 0; i < found.count; i++) {
		const struct mention *m = &found.items[i];

		assert_true(m->text.s >= last);
		assert_true(m->text.len > 0);
		assert_true(m->text.s + m->text.len <= copy + text.len);
		assert_null(memchr(m->text.s, '\n', m->text.len));
		last = m->text.s;
	}
	mentions_release(&found);
	free(copy);
}

static void mentions_are_slices_in_the_order_of_the_text(void **state UNUSED)
{
	struct topic_catalogue *c = topic_catalogue_new();
	AUTO(strbuf) text = STRBUF_INIT;
	unsigned seed = 1;

	for (int i = 0; i < 5000; i++) {
		random_text(&seed, &text);
		assert_slices(c, strbuf_slice(&text));
	}
	topic_catalogue_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_a_list_a_certain_name_speaks_for_a_doubtful_one),
		cmocka_unit_test(a_capital_may_be_the_sentences_own),
		cmocka_unit_test(a_name_that_is_part_of_another_is_none),
		cmocka_unit_test(
			a_cue_of_another_sentence_does_not_help_against_its_own),
		cmocka_unit_test(initials_that_stand_for_other_words_are_none),
		cmocka_unit_test(many_of_a_kind_are_no_service),
		cmocka_unit_test(a_word_of_its_sentence_is_none_even_beside_a_cue),
		cmocka_unit_test(people_have_names_of_languages),
		cmocka_unit_test(who_has_a_name_is_somebody),
		cmocka_unit_test(what_is_only_like_it_is_another_thing),
		cmocka_unit_test(a_picture_does_not_make_an_item_longer),
		cmocka_unit_test(words_are_joined_only_as_their_alias_is_flagged),
		cmocka_unit_test(learning_speaks_for_a_word_in_lower_case),
		cmocka_unit_test(what_is_studied_may_be_a_word_in_lower_case),
		cmocka_unit_test(what_is_no_other_word_counts_in_lower_case),
		cmocka_unit_test(an_item_of_its_own_may_be_in_lower_case),
		cmocka_unit_test(what_is_hard_or_easy_to_learn_is_a_language),
		cmocka_unit_test(what_is_done_to_something_is_a_verb),
		cmocka_unit_test(a_hashtag_is_no_everyday_word),
		cmocka_unit_test(an_aside_does_not_make_an_item_longer),
		cmocka_unit_test(a_capital_within_is_the_names),
		cmocka_unit_test(what_speaks_against_it_is_not_in_capitals),
		cmocka_unit_test(a_service_has_no_releases),
		cmocka_unit_test(what_has_no_article_is_a_name),
		cmocka_unit_test(neighbours_of_a_language_speak_for_it),
		cmocka_unit_test(in_lower_case_a_word_needs_more_than_its_place),
		cmocka_unit_test(a_list_of_services_names_those_that_need_their_vendor),
		cmocka_unit_test(a_capital_at_the_beginning_says_nothing),
		cmocka_unit_test(a_cell_or_item_of_its_own_is_a_name),
		cmocka_unit_test(a_vendor_speaks_for_what_follows_it),
		cmocka_unit_test(a_name_of_two_topics_goes_to_the_one_with_a_cue),
		cmocka_unit_test(paths_files_and_options_name_nothing),
		cmocka_unit_test(a_capital_within_a_word_is_one),
		cmocka_unit_test(a_token_is_judged_whole_however_long),
		cmocka_unit_test(a_name_is_found_from_its_first_word),
		cmocka_unit_test(a_call_in_a_code_span_is_the_name),
		cmocka_unit_test(what_is_set_apart_at_the_end_is_a_name),
		cmocka_unit_test(back_quotes_close_those_of_their_number),
		cmocka_unit_test(tildes_around_words_are_no_fence),
		cmocka_unit_test(a_fence_ends_with_its_list),
		cmocka_unit_test(mentions_are_slices_in_the_order_of_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
