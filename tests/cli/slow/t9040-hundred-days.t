#!/bin/sh
test_description='what today says on each of a hundred days'
. ./setup.sh
. "$HECTO_SOURCE/tests/cli/hundred-days/journal.sh"

test_expect_success 'two exams, a pause and days that were missed' '
	begin_journal && show_days ../actual 1 &&
	compare_days all-days ../actual
'

test_expect_success 'the days agree with each other, and every proposal says why' '
	days_agree ../actual
'

test_expect_success 'nothing in it blames anyone' '
	! grep -i -e fail -e overdue -e "too late" -e behind ../actual
'

test_done
