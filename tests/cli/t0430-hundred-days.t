#!/bin/sh
test_description='what today says on some of a hundred days'
. ./setup.sh
. "$HECTO_SOURCE/tests/cli/hundred-days/journal.sh"

# The day before an exam and those around it, a rest, a pause, a return.
ALSO="2022-03-06 2022-03-11 2022-03-22 2022-04-13 2022-04-14 2022-04-15
2022-05-14 2022-06-04 2022-06-05 2022-06-06"
ALSO=$(echo $ALSO)

test_expect_success 'a journal is begun' '
	begin_journal
'

test_expect_success 'two exams, a pause and days that were missed' '
	show_days ../actual 10 && compare_days some-days ../actual
'

test_expect_success 'the days agree with each other, and every proposal says why' '
	days_agree ../actual
'

test_expect_success 'nothing in it blames anyone' '
	! grep -i -e fail -e overdue -e "too late" -e behind ../actual
'

test_expect_success 'a day says the same whenever it is asked for' '
	hecto --today 2022-06-08 today >once &&
	hecto --today 2022-06-08 today >twice && test_cmp once twice
'

test_done
