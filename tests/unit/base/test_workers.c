/* SPDX-License-Identifier: MIT */
/* Sharing work out: what becomes of reports, failures and deaths. */
#include "core/base/workers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum deed { ALL_WELL, ONE_FAILS, ONE_DIES, ONE_TALKS };

struct job {
	enum deed deed;
	struct strbuf heard;
};

static int work(void *arg, unsigned number, unsigned count,
		struct strbuf *report, struct error *err)
{
	const struct job *job = arg;

	if (number == 1 && job->deed == ONE_FAILS)
		return error_set(err, ERROR_CONFLICT, "no room for share %u",
				 number);
	if (number == 1 && job->deed == ONE_DIES)
		abort();
	if (number == 1 && job->deed == ONE_TALKS)
		for (int i = 0; i < 300000; i++)
			strbuf_addch(report, 'x');
	strbuf_addf(report, "%u of %u;", number, count);
	return 0;
}

static int take(void *arg, struct str report, struct error *err)
{
	struct job *job = arg;

	(void)err;
	strbuf_addslice(&job->heard, report);
	return 0;
}

static int run(struct job *job, unsigned count, struct error *err)
{
	const struct workers w = { work, take, job };

	return workers_run(&w, count, err);
}

static void reports_come_in_the_order_of_shares(void **state)
{
	struct job job = { ALL_WELL, STRBUF_INIT };
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(run(&job, 3, &err), 0);
	assert_string_equal(job.heard.buf, "0 of 3;1 of 3;2 of 3;");
	strbuf_release(&job.heard);
}

static void one_share_is_done_here(void **state)
{
	struct job job = { ALL_WELL, STRBUF_INIT };
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(run(&job, 1, &err), 0);
	assert_string_equal(job.heard.buf, "0 of 1;");
	strbuf_release(&job.heard);
}

static void a_report_may_be_longer_than_a_pipe(void **state)
{
	struct job job = { ONE_TALKS, STRBUF_INIT };
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(run(&job, 2, &err), 0);
	assert_int_equal(job.heard.len, 300000 + 2 * strlen("0 of 2;"));
	strbuf_release(&job.heard);
}

static void what_fails_in_a_child_is_told_as_it_was(void **state)
{
	struct job job = { ONE_FAILS, STRBUF_INIT };
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(run(&job, 3, &err), -1);
	assert_int_equal(err.kind, ERROR_CONFLICT);
	assert_string_equal(err.text, "no room for share 1");
	strbuf_release(&job.heard);
}

static void a_child_that_dies_is_a_failure(void **state)
{
	struct job job = { ONE_DIES, STRBUF_INIT };
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(run(&job, 2, &err), -1);
	assert_int_equal(err.kind, ERROR_IO);
	strbuf_release(&job.heard);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reports_come_in_the_order_of_shares),
		cmocka_unit_test(one_share_is_done_here),
		cmocka_unit_test(a_report_may_be_longer_than_a_pipe),
		cmocka_unit_test(what_fails_in_a_child_is_told_as_it_was),
		cmocka_unit_test(a_child_that_dies_is_a_failure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
