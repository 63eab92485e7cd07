/* SPDX-License-Identifier: MIT */
/* What stands beside a name says of it. */
#include "tests/unit/model/topic_samples.h"

static void a_letter_of_a_formula_is_no_service(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "lambda = 0.1 works best for the ridge penalty", "" },
		{ "Lambda = 0.25, alpha = 2", "" },
		{ "lambda=5, 10 or 20", "" },
		{ "lambda > 0 for all x", "" },
		{ "the loss plus lambda * w", "" },
		{ "cost = mse + 0.5 * lambda", "" },
		{ "lambda^2", "" },
		{ "Lambda = 15 min max", "lambda" },
		{ "lambda = 3 GB of memory", "lambda" },
		{ "lambda = 1000 concurrent executions", "lambda" },
		{ "Lambda = 0.20 per million requests", "lambda" },
		{ "S3 = 0.023/GB", "s3" },
		{ "python == 3.11 and java >= 17", "python java" },
		{ "API Gateway > lambda > dynamodb",
		  "apigateway lambda dynamodb" },
	};

	ASSERT_ALL(samples);
}

static void the_number_of_a_release_tells_a_tool(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Java is an island", "" },
		{ "Java is an island and Java 17 a release", "java" },
		{ "an island, Java 3 hours away", "" },
		{ "2 cups of Java 2024", "" },
		{ "Go 1.22 has new loops", "go" },
		{ "Go 5 times", "" },
	};

	ASSERT_ALL(samples);
}

static void a_name_may_be_told_by_what_it_is_said_to_be(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Go is a nice language", "go" },
		{ "Express is a small framework", "express" },
		{ "Go and learn a new language", "" },
		{ "Go is a verb in every language", "" },
		{ "Rust is a chemical process", "" },
	};

	ASSERT_ALL(samples);
}

static void one_moves_to_a_tool(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Today I moved on to Go.", "go" },
		{ "switched to Rust last week", "rust" },
		{ "moved to Spring Street", "" },
		{ "Where to Go", "" },
		{ "switched to go home", "" },
	};

	ASSERT_ALL(samples);
}

static void the_initial_of_a_person_is_no_language(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Read C's repo in the evening", "" },
		{ "in C's repo there is a mistake", "" },
		{ "in C\xe2\x80\x99s repo there is a mistake", "" },
		{ "C's pointers are hard", "c" },
	};

	ASSERT_ALL(samples);
}

static void a_name_is_nearer_than_the_plural_of_another(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Tailwind, Bootstrap, Sass", "tailwind bootstrap sass" },
		{ "SAS and Sass", "sas sass" },
		{ "Event Hubs and Service Bus", "event-hubs service-bus" },
	};

	ASSERT_ALL(samples);
}

static void the_vendor_before_a_name_says_whose_it_is(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "GCP Secret Manager and its Cloud KMS keys",
		  "secret-manager cloud-kms" },
		{ "AWS Secrets Manager vs GCP Secret Manager",
		  "secretsmanager secret-manager" },
		{ "AWS KMS and GCP KMS", "kms cloud-kms" },
	};

	ASSERT_ALL(samples);
}

static void the_vendor_may_stand_behind_a_name(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "vms in azure: b-series", "azure-vm" },
		{ "a small Exchange (Microsoft) for two", "exchange" },
		{ "virtual machines on azure, then azure again", "azure-vm" },
		{ "vms in Microsoft Azure", "azure-vm" },
		{ "two kinds of Backups on AWS", "" },
		{ "all our functions in azure", "" },
		{ "vms in the cellar", "" },
		{ "vms in azure-cli.md", "" },
		{ "16 GB of RAM on AWS", "" },
		{ "Support on AWS is slow", "" },
		{ "a new Location (AWS region) in May", "" },
		{ "machine learning on AWS", "machine-learning" },
	};

	ASSERT_ALL(samples);
}

static void the_vendor_on_the_line_says_which_of_two_is_meant(
	void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "gcp: Secret Manager for passwords, Cloud KMS for keys",
		  "secret-manager cloud-kms" },
		{ "Secret Manager rotates what KMS keys lock",
		  "secretsmanager kms" },
	};

	ASSERT_ALL(samples);
}

static void of_a_shared_name_the_company_says_which_is_meant(
	void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Cloud9 is closed, CloudShell is not", "cloud9 cloudshell" },
		{ "Cloud Run from the CloudShell", "cloud-run cloud-shell" },
		{ "Cloud KMS + Cloud HSM: FIPS 140-2 level 3",
		  "cloud-kms cloud-hsm-gcp" },
		{ "We use Express Route to the office", "expressroute" },
		{ "Lambda and EC2 behind the WAF, fed from MS SQL",
		  "lambda ec2 waf sql-server" },
	};

	ASSERT_ALL(samples);
}

static void parts_name_the_whole_only_where_nothing_else_does(
	void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Three pods on each node of the cluster", "kubernetes" },
		{ "Tekton pipelines run as pods, a lot of yaml", "tekton" },
		{ "KEDA scales on the queue, HPA on CPU", "keda" },
		{ "HPA scales the pods on CPU", "kubernetes" },
		{ "kubectl get pods with Helm", "kubernetes helm" },
		{ "CNI plugins: Flannel, Calico", "flannel calico" },
		{ "Three pods on each node run behind the Harbor",
		  "kubernetes harbor" },
		{ "Pods on nodes, Amazon Managed Service for Prometheus",
		  "kubernetes amp" },
		{ "CKA exam: Kustomize next", "kubernetes kustomize" },
	};

	ASSERT_ALL(samples);
}

static void a_name_says_nothing_against_itself(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Polly: text to voice. Transcribe: voice to text",
		  "polly transcribe" },
		{ "We had to transcribe it. Polly read it", "polly" },
		{ "Transcribe, then Transcribe again. Polly: text to voice",
		  "transcribe transcribe polly" },
	};

	ASSERT_ALL(samples);
}

static void a_family_is_named_within_its_members(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Lambda@Edge runs near the reader", "lambda-edge lambda" },
		{ "IoT SiteWise, skimmed", "iotsitewise" },
		{ "mail S3, lambda@edge.example.org", "s3" },
	};

	ASSERT_ALL(samples);
}

static void what_stands_in_the_place_of_a_name_is_one(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "replaced flannel with cilium on the cluster",
		  "flannel cilium" },
		{ "moved from Heroku to Railway", "heroku railway" },
		{ "plan: Falco on tuesday, Kyverno on thursday",
		  "falco kyverno" },
		{ "Nitro = own hardware, Graviton = ARM chips",
		  "nitro graviton" },
		{ "Fleet is late, Kyverno is not", "kyverno" },
	};

	ASSERT_ALL(samples);
}

static void a_name_is_no_cue_of_its_own(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "heaviside step functions in calculus", "" },
		{ "Heaviside step functions in calculus", "" },
		{ "Heaviside Step Functions", "" },
		{ "step functions, plotted for maths", "" },
		{ "step functions retry the task", "stepfunctions" },
		{ "maths of retries: step functions beside SQS",
		  "stepfunctions sqs" },
	};

	ASSERT_ALL(samples);
}

static void a_verb_and_what_does_it_are_no_name(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Every step functions as a test", "" },
		{ "every step functions workflow failed", "stepfunctions" },
		{ "used step functions as a queue", "stepfunctions" },
	};

	ASSERT_ALL(samples);
}

static void a_sign_may_stand_for_and(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Cost & Usage Report", "cur" },
		{ "Cost and Usage Report", "cur" },
		{ "read on Identity & Access Management", "iam" },
		{ "Weights & Biases", "wandb" },
		{ "cost & usage", "" },
	};

	ASSERT_ALL(samples);
}

static void slips_in_what_many_misspell_change_nothing(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "terrafrom plans, kuberntes runs", "terraform kubernetes" },
		{ "DynmoDB and djago", "dynamodb django" },
		{ "step functins", "stepfunctions" },
		{ "ternaform", "" },
		{ "rerraform", "" },
	};

	ASSERT_ALL(samples);
}

static void the_last_word_of_a_name_may_be_in_short(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "secrets mgr rotates them", "secretsmanager" },
		{ "a Storage GW for the files", "storagegateway" },
		{ "our mgr has a gw", "" },
	};

	ASSERT_ALL(samples);
}

static void tools_of_all_kinds_stand_together(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "in the evening Docker, then Go", "docker go" },
		{ "on top of Redis there is Rails", "redis rails" },
		{ "a Docker image for Go", "docker go" },
		{ "Docker and then go", "docker" },
		{ "The S3 of Spring", "s3" },
	};

	ASSERT_ALL(samples);
}

static void what_is_written_in_something_is_a_language(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "wrote a small parser in rust", "rust" },
		{ "coded it all in go, twice", "go" },
		{ "the gate is covered in rust", "" },
		{ "wrote it in rust red paint", "" },
		{ "learned how to use express.", "express" },
		{ "learned how to use express delivery", "" },
	};

	ASSERT_ALL(samples);
}

static void what_one_learns_is_a_name_whatever_follows(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "I had to learn React first", "react" },
		{ "they react first", "" },
		{ "The slow start of Spring is due to Hibernate",
		  "spring hibernate" },
	};

	ASSERT_ALL(samples);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_of_a_formula_is_no_service),
		cmocka_unit_test(the_number_of_a_release_tells_a_tool),
		cmocka_unit_test(a_name_may_be_told_by_what_it_is_said_to_be),
		cmocka_unit_test(one_moves_to_a_tool),
		cmocka_unit_test(the_initial_of_a_person_is_no_language),
		cmocka_unit_test(a_name_is_nearer_than_the_plural_of_another),
		cmocka_unit_test(the_vendor_before_a_name_says_whose_it_is),
		cmocka_unit_test(the_vendor_may_stand_behind_a_name),
		cmocka_unit_test(the_vendor_on_the_line_says_which_of_two_is_meant),
		cmocka_unit_test(of_a_shared_name_the_company_says_which_is_meant),
		cmocka_unit_test(parts_name_the_whole_only_where_nothing_else_does),
		cmocka_unit_test(a_name_says_nothing_against_itself),
		cmocka_unit_test(a_family_is_named_within_its_members),
		cmocka_unit_test(what_stands_in_the_place_of_a_name_is_one),
		cmocka_unit_test(a_name_is_no_cue_of_its_own),
		cmocka_unit_test(a_verb_and_what_does_it_are_no_name),
		cmocka_unit_test(a_sign_may_stand_for_and),
		cmocka_unit_test(slips_in_what_many_misspell_change_nothing),
		cmocka_unit_test(the_last_word_of_a_name_may_be_in_short),
		cmocka_unit_test(tools_of_all_kinds_stand_together),
		cmocka_unit_test(what_is_written_in_something_is_a_language),
		cmocka_unit_test(what_one_learns_is_a_name_whatever_follows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
