/* SPDX-License-Identifier: MIT */
/* Everyday words, of any language, that are names of tools as well. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/model/topic.h"
#include "tests/unit/model/topic_samples.h"

/* Where the same name in lower case needs something that speaks for it. */
static void a_line_of_everyday_words_names_no_tool(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Vagrant is next", "" },
		{ "Vagrant: set up a box", "vagrant" },
		{ "Gulp went down", "" },
		{ "Gulp minify task", "gulp" },
		{ "Gulp", "gulp" },
		{ "Spinnaker up, then sail home", "" },
		{ "Gatsby is a book of his", "" },
		{ "moved the blog to Gatsby", "gatsby" },
		{ "React useMemo", "react react" },
		{ "Tableau R\xc3\xa9""capitulatif", "" },
		{ "Scratch: designed for temporary storage", "" },
		{ "Scratch", "scratch" },
	};

	ASSERT_ALL(samples);
}

/* "prisma" is Dutch and Spanish, "Helm" and "Spanner" are German. */
static void a_tool_whose_name_is_a_word_elsewhere_needs_a_cue(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "gisteren was de prisma kapot", "" },
		{ "met helm op naar het werk", "" },
		{ "ohne Helm fahre ich nicht", "" },
		{ "tea in Phoenix with my aunt", "" },
		{ "Mocha at the cafe, then two chapters", "" },
		{ "installed helm", "helm" },
		{ "helm chart with three values files", "helm" },
		{ "prisma schema done", "prisma" },
		{ "moved it to vite at last", "vite" },
		{ "read about smalltalk and its messages", "smalltalk" },
		{ "Finished the Go tour", "go" },
	};

	ASSERT_ALL(samples);
}

/* "entra" is Italian and Spanish, "stata" Italian, "crio" Portuguese, "flink",
 * "muis" and "synk" are Dutch and Swedish. */
static void a_word_of_another_language_is_no_tool(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "La lezione \xc3\xa8 stata lunga ma utile", "" },
		{ "a panel regression in stata", "stata" },
		{ "El programa entra en el bucle y no sale", "" },
		{ "groups of the tenant come from entra", "entra-id" },
		{ "Ho corretto un bug nel mio programma", "" },
		{ "Installed Corretto 17 as the JDK", "corretto java" },
		{ "Crio um projeto novo a cada semana", "" },
		{ "crio instead of containerd", "cri-o containerd" },
		{ "Vandaag flink doorgewerkt aan de opdracht", "" },
		{ "Flink reads from Kafka", "flink kafka" },
		{ "De muis van mijn laptop doet het niet", "" },
		{ "a mui table", "material-ui" },
		{ "synk av filer mellan datorn och mobilen", "" },
		{ "synk found a CVE", "snyk" },
		{ "Corso di informatica, terza lezione", "" },
		{ "moved the ETL to Informatica", "informatica" },
		{ "Zustand und Verhalten eines Objekts", "" },
		{ "switched to zustand", "zustand" },
		{ "Il progetto funziona su larga scala", "" },
		{ "**Tempo:** 2 ore", "" },
		{ "Das Tempo der Vorlesung war hoch", "" },
		{ "traces of Jaeger in Tempo", "jaeger tempo" },
		{ "Le chat court vite dans la maison", "" },
		{ "moved from webpack to vite", "webpack vite" },
	};

	ASSERT_ALL(samples);
}

static void a_slip_that_is_a_word_is_no_name(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Cogito ergo sum, said the lecturer", "" },
		{ "cogito user pool", "cognito" },
		{ "Mycket trafik idag, bara en timme", "" },
		{ "treafik in front of it all", "traefik" },
		{ "Ate dango at the fair", "" },
		{ "djago at last", "django" },
		{ "Hay que anular la cita", "" },
		{ "Futter gekauft, dann gelernt", "" },
	};

	ASSERT_ALL(samples);
}

static void what_is_worn_said_or_ridden_is_no_tool(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "He wore a fedora and talked about pointers", "" },
		{ "Installed Fedora on the old laptop", "linux" },
		{ "the struts of my bike are rusty", "" },
		{ "an old project with Struts and JSP", "struts jakarta-ee" },
		{ "I want to learn more fastly than before", "" },
		{ "put Fastly in front of the site", "fastly" },
		{ "Lottie helped me with the homework", "" },
		{ "a Lottie animation for the start", "lottie" },
		{ "smalltalk in the kitchen", "" },
		{ "A restful night before the exam", "" },
		{ "three RESTful endpoints", "rest-api" },
		{ "a KVM switch for two computers", "" },
		{ "a VM with KVM", "kvm" },
		{ "wrote the PBI for the next sprint", "" },
		{ "a PBI report with two measures", "power-bi" },
		{ "played TF2 with friends", "" },
		{ "a TF2 model with Keras", "tensorflow keras" },
		{ "Filled the flask and began", "" },
	};

	ASSERT_ALL(samples);
}

static void a_framework_with_an_everyday_name_is_known(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "JSON files asked by Apache Drill", "drill" },
		{ "drill the basics again", "" },
		{ "a script of Pig on Hadoop", "pig hadoop" },
		{ "ate like a pig", "" },
		{ "Echo is a framework for Golang", "echo go" },
		{ "an echo server in C", "c" },
		{ "Falcon or FastAPI for the API", "falcon fastapi" },
		{ "Saw a falcon in the park", "" },
		{ "Rocket is a web framework for Rust", "rocket rust" },
		{ "it is not rocket science", "" },
		{ "warp filters on top of tokio", "warp tokio" },
		{ "warp speed through the exercises", "" },
	};

	ASSERT_ALL(samples);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_of_everyday_words_names_no_tool),
		cmocka_unit_test(
			a_tool_whose_name_is_a_word_elsewhere_needs_a_cue),
		cmocka_unit_test(a_word_of_another_language_is_no_tool),
		cmocka_unit_test(a_slip_that_is_a_word_is_no_name),
		cmocka_unit_test(what_is_worn_said_or_ridden_is_no_tool),
		cmocka_unit_test(a_framework_with_an_everyday_name_is_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
