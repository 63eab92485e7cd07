/* SPDX-License-Identifier: MIT */
/* What .hecto/config says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/date.h"
#include "core/model/settings.h"

static int day(const char *iso)
{
	return day_parse_iso(str_of(iso));
}

/* Read these pairs, which all make sense. */
static void take(struct settings *out, struct arena *mem,
		 const struct config_pair *pairs, size_t count)
{
	struct error err = ERROR_INIT;

	if (settings_read(out, pairs, count, mem, &err))
		fail_msg("%s", err.text);
}

static void without_a_file_there_are_defaults(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct settings s;

	take(&s, &mem, NULL, 0);
	assert_string_equal(s.title, "Learning log");
	assert_null(s.author);
	assert_int_equal(s.rollover, 240);
	assert_int_equal(s.goal, 100);
	assert_int_equal(s.min_minutes, 0);
	assert_int_equal(s.week_start, WEEK_FROM_MONDAY);
	assert_int_equal(s.streak.grace, 1);
	assert_int_equal(s.streak.pause_max, 14);
	assert_int_equal(s.nexams, 0);
	assert_string_equal(s.publish_dir, "public");
	assert_null(s.publish_url);
}

static void every_key_is_taken(void **state UNUSED)
{
	static const struct config_pair pairs[] = {
		{ "journal.title", "  100 Days of Cloud " },
		{ "journal.author", "Ada" },
		{ "journal.email", "ada@example.org" },
		{ "journal.rollover", "03:30" },
		{ "journal.goal", "50" },
		{ "journal.minutes", "60" },
		{ "journal.week-start", "Sunday" },
		{ "streak.rest", "sat, Sunday" },
		{ "streak.grace", "2" },
		{ "streak.pause-max", "21" },
		{ "publish.dir", "site" },
		{ "publish.url", "https://example.org/log/" },
		{ "publish.private", "thoughts,links" },
		{ "publish.id", "tag:example.org,2026:log" },
		{ "publish.robots", "noindex" },
		{ "publish.images", "copy" },
		{ "publish.style", "look/mine.css" },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct settings s;

	take(&s, &mem, pairs, ARRAY_SIZE(pairs));
	assert_string_equal(s.title, "100 Days of Cloud");
	assert_string_equal(s.author, "Ada");
	assert_string_equal(s.email, "ada@example.org");
	assert_int_equal(s.rollover, 210);
	assert_int_equal(s.goal, 50);
	assert_int_equal(s.min_minutes, 60);
	assert_int_equal(s.week_start, WEEK_FROM_SUNDAY);
	assert_int_equal(s.streak.rest_weekdays, 1u << SATURDAY | 1u << SUNDAY);
	assert_int_equal(s.streak.grace, 2);
	assert_int_equal(s.streak.pause_max, 21);
	assert_string_equal(s.publish_dir, "site");
	assert_string_equal(s.publish_url, "https://example.org/log/");
	assert_string_equal(s.publish_id, "tag:example.org,2026:log");
	assert_true(s.publish_noindex);
	assert_int_equal(s.publish_images, IMAGES_COPY);
	assert_string_equal(s.publish_style, "look/mine.css");
	assert_true(s.private_sections[SECTION_THOUGHTS]);
	assert_true(s.private_sections[SECTION_LINKS]);
	assert_false(s.private_sections[SECTION_LEARNED]);
}

static void of_a_single_value_the_last_one_stands(void **state UNUSED)
{
	static const struct config_pair pairs[] = {
		{ "journal.goal", "50" },
		{ "journal.goal", "200" },
		{ "streak.rest", "sat" },
		{ "streak.rest", "none" },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct settings s;

	take(&s, &mem, pairs, ARRAY_SIZE(pairs));
	assert_int_equal(s.goal, 200);
	assert_int_equal(s.streak.rest_weekdays, 0);
}

static void pauses_are_put_in_order_and_apart(void **state UNUSED)
{
	static const struct config_pair pairs[] = {
		{ "streak.pause", "2023-12-24..01-02 holidays" },
		{ "streak.pause", "2023-10-07..2023-10-10 ill in bed" },
		{ "streak.pause", "2023-10-09..10-12" },
		{ "streak.pause", "2023-10-08" },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct settings s;

	take(&s, &mem, pairs, ARRAY_SIZE(pairs));
	assert_int_equal(s.streak.npauses, 3);
	assert_int_equal(s.streak.pauses[0].first, day("2023-10-07"));
	assert_int_equal(s.streak.pauses[0].last, day("2023-10-10"));
	assert_string_equal(s.streak.pauses[0].reason, "ill in bed");
	assert_int_equal(s.streak.pauses[1].first, day("2023-10-11"));
	assert_int_equal(s.streak.pauses[1].last, day("2023-10-12"));
	assert_null(s.streak.pauses[1].reason);
	assert_int_equal(s.streak.pauses[2].first, day("2023-12-24"));
	assert_int_equal(s.streak.pauses[2].last, day("2024-01-02"));
}

static void days_of_rest_are_put_in_order(void **state UNUSED)
{
	static const struct config_pair pairs[] = {
		{ "streak.rest-day", "2022-07-10" },
		{ "streak.rest-day", "2022-07-03" },
		{ "streak.rest-day", "2022-07-24" },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct settings s;

	take(&s, &mem, pairs, ARRAY_SIZE(pairs));
	assert_int_equal(s.streak.nrest_days, 3);
	assert_int_equal(s.streak.rest_days[0], day("2022-07-03"));
	assert_int_equal(s.streak.rest_days[2], day("2022-07-24"));
}

static void an_exam_says_what_it_takes_and_how_it_went(void **state UNUSED)
{
	static const struct config_pair pairs[] = {
		{ "exam.DVA.code", "DVA-C02" },
		{ "exam.DVA.when", "spring 2027" },
		{ "exam.DVA.domain", "26 Security" },
		{ "exam.DVA.topics", "Security: iam, kms ,," },
		{ "exam.DVA.topics", "Security: cognito" },
		{ "exam.DVA.pass", "720" },
		{ "exam.DVA.scale", "100-1000" },
		{ "exam.DVA.questions", "65" },
		{ "exam.DVA.minutes", "130" },
		{ "exam.DVA.cost", "150 USD" },
		{ "exam.DVA.valid", "3 years" },
		{ "exam.DVA.plan", "plans/dva.md" },
		{ "exam.DVA.result", "passed 2024-02-29 812" },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct settings s;
	const struct exam *e;

	take(&s, &mem, pairs, ARRAY_SIZE(pairs));
	e = &s.exams[0];
	assert_string_equal(e->code, "DVA-C02");
	assert_string_equal(e->when, "spring 2027");
	assert_int_equal(e->domains[0].ntopics, 3);
	assert_string_equal(e->domains[0].topics[2], "cognito");
	assert_int_equal(e->pass, 720);
	assert_int_equal(e->scale_low, 100);
	assert_int_equal(e->scale_high, 1000);
	assert_int_equal(e->questions, 65);
	assert_int_equal(e->minutes, 130);
	assert_string_equal(e->cost, "150 USD");
	assert_int_equal(e->valid_months, 36);
	assert_string_equal(e->plan, "plans/dva.md");
	assert_int_equal(e->result, EXAM_PASSED);
	assert_int_equal(e->result_day, day("2024-02-29"));
	assert_int_equal(e->score, 812);
	assert_int_equal(exam_renewal(e), day("2027-02-28"));
}

static void what_an_exam_cannot_be_is_refused(void **state UNUSED)
{
	static const struct config_pair bad[] = {
		{ "exam.E.pass", "most" },	{ "exam.E.scale", "1000" },
		{ "exam.E.scale", "9-1" },	{ "exam.E.valid", "long" },
		{ "exam.E.valid", "0 years" },	{ "exam.E.plan", "../x.md" },
		{ "exam.E.result", "won" },	{ "exam.E.code", "" },
		{ "exam.E.result", "passed today" },
		{ "exam.E.topics", "Nowhere: iam" },
		{ "exam.E.topics", "" },	{ "exam.E.questions", "0" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct error err = ERROR_INIT;

		if (!settings_check(bad[i].key, bad[i].value, &err))
			fail_msg("'%s' takes '%s'", bad[i].key, bad[i].value);
	}
}

static void exams_have_names_dates_and_domains(void **state UNUSED)
{
	static const struct config_pair pairs[] = {
		{ "exam.AWS DVA.date", "2022-08-01" },
		{ "exam.AWS DVA.start", "2022-07-15" },
		{ "exam.AWS DVA.domain", "22 Deployment" },
		{ "exam.v1.2 beta.date", "2023-01-01" },
		{ "exam.AWS DVA.domain", "26% Security" },
		{ "exam.AWS DVA.domain", "30 Development with services" },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct settings s;

	take(&s, &mem, pairs, ARRAY_SIZE(pairs));
	assert_int_equal(s.nexams, 2);
	assert_string_equal(s.exams[0].name, "AWS DVA");
	assert_int_equal(s.exams[0].day, day("2022-08-01"));
	assert_int_equal(s.exams[0].start, day("2022-07-15"));
	assert_int_equal(s.exams[0].ndomains, 3);
	assert_string_equal(s.exams[0].domains[2].name,
			    "Development with services");
	assert_int_equal(s.exams[0].domains[1].weight, 26);
	assert_string_equal(s.exams[1].name, "v1.2 beta");
	assert_int_equal(s.exams[1].start, DAY_NONE);
}

static void a_value_that_makes_no_sense_keeps_the_default(void **state UNUSED)
{
	static const struct config_pair pairs[] = {
		{ "journal.title", "Mine" },
		{ "journal.rollover", "7:00" },
		{ "journal.goal", "many" },
		{ "journal.author", "Ada" },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct settings s;

	assert_int_equal(settings_read(&s, pairs, ARRAY_SIZE(pairs), &mem,
				       &err), -1);
	assert_string_equal(err.text, "journal.rollover: '7:00' is not a time "
			    "from 00:00 to 06:00");
	assert_string_equal(s.title, "Mine");
	assert_int_equal(s.rollover, 240);
	assert_int_equal(s.goal, 100);
	assert_string_equal(s.author, "Ada");
}

static void a_start_that_is_not_before_the_exam_is_dropped(void **state UNUSED)
{
	static const struct config_pair pairs[] = {
		{ "exam.A.start", "2022-08-01" },
		{ "exam.A.date", "2022-08-01" },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct settings s;

	assert_int_equal(settings_read(&s, pairs, ARRAY_SIZE(pairs), &mem,
				       &err), -1);
	assert_non_null(strstr(err.text, "is not before the exam"));
	assert_int_equal(s.exams[0].day, day("2022-08-01"));
	assert_int_equal(s.exams[0].start, DAY_NONE);
}

static void what_config_would_set_is_checked_first(void **state UNUSED)
{
	static const struct config_pair good[] = {
		{ "journal.rollover", "00:00" },
		{ "journal.rollover", "6:00" },
		{ "journal.rollover", "5" },
		{ "journal.week-start", "mon" },
		{ "streak.rest", "" },
		{ "streak.pause", "2023-10-07" },
		{ "exam.A.domain", "100 All of it" },
		{ "publish.private", "none" },
		{ "publish.questions", "no" },
		{ "publish.license", "CC BY 4.0" },
		{ "publish.language", "fr" },
		{ "publish.language", "pt-BR" },
		{ "publish.language", "zh-Hant-TW" },
		{ "journal.author", "J. R. \"Bob\" Ünal" },
		{ "publish.url", "http://[::1]:8080/a%20b/~me/" },
		{ "publish.url", "https://m\u00fcller.example/tagebuch/" },
	};
	static const struct config_pair bad[] = {
		{ "journal.title", "" },
		{ "journal.rollover", "06:01" },
		{ "journal.rollover", "4:5" },
		{ "journal.rollover", "4:" },
		{ "journal.email", "ada" },
		{ "journal.email", "<ada@example.org>" },
		{ "journal.author", "Ada <ada@example.org>" },
		{ "journal.author", "Ada\nLovelace" },
		{ "journal.author", "..." },
		{ "publish.language", "" },
		{ "publish.language", "french" },
		{ "publish.language", "fr-" },
		{ "publish.language", "fr_CA" },
		{ "publish.language", "f1" },
		{ "journal.goal", "0" },
		{ "journal.minutes", "1441" },
		{ "journal.week-start", "tuesday" },
		{ "journal.rolover", "04:00" },
		{ "journal.title", NULL },
		{ "streak.rest", "sat,someday" },
		{ "streak.grace", "-1" },
		{ "streak.pause", "2023-10-10..2023-10-07" },
		{ "streak.pause", "2023-02-30" },
		{ "streak.rest-day", "yesterday" },
		{ "publish.url", "example.org" },
		{ "publish.url", "https://" },
		{ "publish.url", "https:///log/" },
		{ "publish.url", "https://me:pw@a.example/" },
		{ "publish.url", "https://me@a.example/" },
		{ "publish.url", "https://a.example/?q" },
		{ "publish.url", "https://a.example/#f" },
		{ "publish.url", "https://a.example/\"><script>" },
		{ "publish.url", "https://a.example/a b" },
		{ "publish.id", "https://me:pw@a.example/" },
		{ "publish.private", "" },
		{ "publish.private", ", ," },
		{ "publish.private", "everything" },
		{ "publish.id", "my log" },
		{ "publish.id", "tag:a b" },
		{ "publish.id", "tag:" },
		{ "publish.robots", "none" },
		{ "publish.images", "all" },
		{ "publish.style", "../mine.css" },
		{ "publish.style", "mine.html" },
		{ "publish.questions", "some" },
		{ "publish.license", "" },
		{ "exam.A.date", "soon" },
		{ "exam.A.domain", "101 Too much" },
		{ "exam.A.domain", "26" },
		{ "exam.date", "2022-08-01" },
		{ "exam..date", "2022-08-01" },
		{ "exam.A.colour", "red" },
		{ "core.editor", "vi" },
		{ "", "" },
	};
	struct error err = ERROR_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(good); i++)
		if (settings_check(good[i].key, good[i].value, &err))
			fail_msg("%s = %s: %s", good[i].key, good[i].value,
				 err.text);
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		if (!settings_check(bad[i].key, bad[i].value, &err))
			fail_msg("%s = %s was taken", bad[i].key,
				 bad[i].value ? bad[i].value : "(nothing)");
}

/* A key with a default is one that exists, and takes its default. */
static void the_help_lists_keys_that_there_are(void **state UNUSED)
{
	struct error err = ERROR_INIT;

	for (const struct setting_help *h = settings_help; h->key; h++) {
		assert_true(*h->help != '\0');
		if (h->value && settings_check(h->key, h->value, &err))
			fail_msg("%s = %s: %s", h->key, h->value, err.text);
		if (!h->value && !settings_check(h->key, "", &err))
			fail_msg("%s takes nothing", h->key);
		assert_null(strstr(err.text, "no setting"));
	}
}

static void a_thousand_exams_are_too_many(void **state UNUSED)
{
	static struct config_pair pairs[1000];
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct settings s;

	for (size_t i = 0; i < ARRAY_SIZE(pairs); i++)
		pairs[i] = (struct config_pair){
			arena_printf(&mem, "exam.%zu.date", i), "2022-08-01"
		};
	assert_int_equal(settings_read(&s, pairs, ARRAY_SIZE(pairs), &mem,
				       &err), -1);
	assert_non_null(strstr(err.text, "there are more than 200 exams"));
	assert_int_equal(s.nexams, 200);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_file_there_are_defaults),
		cmocka_unit_test(every_key_is_taken),
		cmocka_unit_test(of_a_single_value_the_last_one_stands),
		cmocka_unit_test(pauses_are_put_in_order_and_apart),
		cmocka_unit_test(days_of_rest_are_put_in_order),
		cmocka_unit_test(exams_have_names_dates_and_domains),
		cmocka_unit_test(an_exam_says_what_it_takes_and_how_it_went),
		cmocka_unit_test(what_an_exam_cannot_be_is_refused),
		cmocka_unit_test(a_value_that_makes_no_sense_keeps_the_default),
		cmocka_unit_test(a_start_that_is_not_before_the_exam_is_dropped),
		cmocka_unit_test(what_config_would_set_is_checked_first),
		cmocka_unit_test(the_help_lists_keys_that_there_are),
		cmocka_unit_test(a_thousand_exams_are_too_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
