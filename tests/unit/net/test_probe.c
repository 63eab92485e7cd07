/* SPDX-License-Identifier: MIT */
/* Addresses that need no server to be judged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "core/net/probe.h"

#define MOST 8

/* Nobody listens on the first port. */
#define NOBODY "http://127.0.0.1:1/"

static void ask(const struct probe_rules *rules, const char *const *urls,
		struct probe *out, struct arena *mem)
{
	struct error err = ERROR_INIT;
	size_t count = 0;

	for (; urls[count]; count++)
		out[count] = (struct probe){ .url = urls[count] };
	if (probe_all(out, count, rules, mem, &err))
		fail_msg("%s", err.text);
}

static void assert_answer(const struct probe *p, enum probe_state state,
			  const char *word, unsigned requests)
{
	if (p->state != state || !p->why || !strstr(p->why, word) ||
	    p->requests != requests)
		fail_msg("'%s': state %d, %u requests, '%s'", p->url,
			 (int)p->state, p->requests, p->why ? p->why : "");
}

static void what_is_no_address_is_not_asked(void **state UNUSED)
{
	static const char *const urls[] = {
		"ftp://example.org/", "x", "http:///x",
		"https://me:secret@example.org/", "http://@/", NULL
	};
	static const char *const words[] = {
		"no address", "no address", "names no host", "password",
		"password"
	};
	const struct probe_rules rules = PROBE_RULES;
	struct probe answers[MOST];
	AUTO(arena) mem = ARENA_INIT;

	ask(&rules, urls, answers, &mem);
	for (size_t i = 0; urls[i]; i++)
		assert_answer(&answers[i], PROBE_NOT_ASKED, words[i], 0);
}

static void an_address_that_is_not_public_is_refused(void **state UNUSED)
{
	static const char *const urls[] = { NOBODY, NOBODY "b", NULL };
	struct probe_rules rules = PROBE_RULES;
	struct probe answers[MOST];
	AUTO(arena) mem = ARENA_INIT;

	rules.per_server = 1;
	ask(&rules, urls, answers, &mem);
	assert_answer(&answers[0], PROBE_NOT_ASKED, "--allow-private", 0);
	/* What was learned of the server holds for its other addresses. */
	assert_answer(&answers[1], PROBE_NOT_ASKED, "--allow-private", 0);
}

static void where_nobody_listens_is_dead(void **state UNUSED)
{
	static const char *const urls[] = { NOBODY, NOBODY "b", NULL };
	struct probe_rules rules = PROBE_RULES;
	struct probe answers[MOST];
	AUTO(arena) mem = ARENA_INIT;

	rules.allow_private = true;
	rules.per_server = 1;
	ask(&rules, urls, answers, &mem);
	assert_answer(&answers[0], PROBE_DEAD, "nobody answers", 2);
	assert_answer(&answers[1], PROBE_DEAD, "nobody answers", 0);
}

/* Names below .invalid are nobody's (RFC 2606). */
static void assert_no_network(const char *const *urls, const char *words)
{
	const struct probe_rules rules = PROBE_RULES;
	struct probe answers[MOST];
	struct error err = ERROR_INIT;
	AUTO(arena) mem = ARENA_INIT;
	size_t count = 0;

	for (; urls[count]; count++)
		answers[count] = (struct probe){ .url = urls[count] };
	assert_int_equal(probe_all(answers, count, &rules, &mem, &err), -1);
	assert_int_equal(err.kind, ERROR_NETWORK);
	if (!strstr(err.text, words))
		fail_msg("'%s' is not in '%s'", words, err.text);
}

static void where_no_host_is_found_no_link_is_dead(void **state UNUSED)
{
	static const char *const urls[] = {
		"http://a.invalid/", "http://b.invalid/x", NULL
	};

	assert_no_network(urls, "none of 2 hosts could be reached");
}

static void one_host_alone_tells_nothing_of_the_network(void **state UNUSED)
{
	static const char *const urls[] = {
		"http://a.invalid/", "http://a.invalid/x", NOBODY, NULL
	};

	assert_no_network(urls, "'http://a.invalid' could not be reached");
}

static void who_refuses_shows_that_there_is_a_network(void **state UNUSED)
{
	static const char *const urls[] = { "http://a.invalid/", NOBODY, NULL };
	struct probe_rules rules = PROBE_RULES;
	struct probe answers[MOST];
	AUTO(arena) mem = ARENA_INIT;

	rules.allow_private = true;
	ask(&rules, urls, answers, &mem);
	assert_answer(&answers[0], PROBE_DEAD, "no such host", 2);
}

static void what_a_proxy_refuses_is_not_dead(void **state UNUSED)
{
	static const char *const urls[] = { "http://a.invalid/", NULL };
	struct probe_rules rules = PROBE_RULES;
	struct probe answer = { .url = urls[0] };
	struct error err = ERROR_INIT;
	AUTO(arena) mem = ARENA_INIT;

	rules.allow_private = rules.has_proxy = true;
	setenv("http_proxy", NOBODY, 1);
	assert_int_equal(probe_all(&answer, 1, &rules, &mem, &err), -1);
	unsetenv("http_proxy");
	assert_int_equal(err.kind, ERROR_NETWORK);
}

static void count_done(void *arg, const struct probe *p UNUSED)
{
	++*(size_t *)arg;
}

static void a_stop_leaves_the_rest_unasked(void **state UNUSED)
{
	static const char *const urls[] = { NOBODY, "x", NULL };
	struct probe_rules rules = PROBE_RULES;
	struct probe answers[MOST];
	AUTO(arena) mem = ARENA_INIT;
	size_t done = 0;

	rules.allow_private = true;
	rules.stop_fd = eventfd(1, EFD_CLOEXEC);
	rules.done = count_done;
	rules.arg = &done;
	assert_true(rules.stop_fd >= 0);
	ask(&rules, urls, answers, &mem);
	close(rules.stop_fd);
	assert_int_equal(answers[0].state, PROBE_NOT_ASKED);
	assert_null(answers[0].why);
	assert_int_equal(done, 1);
}

static void nothing_to_ask_is_no_failure(void **state UNUSED)
{
	static const char *const urls[] = { NULL };
	const struct probe_rules rules = PROBE_RULES;
	struct probe answers[MOST];
	AUTO(arena) mem = ARENA_INIT;

	ask(&rules, urls, answers, &mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_no_address_is_not_asked),
		cmocka_unit_test(an_address_that_is_not_public_is_refused),
		cmocka_unit_test(where_nobody_listens_is_dead),
		cmocka_unit_test(where_no_host_is_found_no_link_is_dead),
		cmocka_unit_test(one_host_alone_tells_nothing_of_the_network),
		cmocka_unit_test(who_refuses_shows_that_there_is_a_network),
		cmocka_unit_test(what_a_proxy_refuses_is_not_dead),
		cmocka_unit_test(a_stop_leaves_the_rest_unasked),
		cmocka_unit_test(nothing_to_ask_is_no_failure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
