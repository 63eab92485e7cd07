#!/bin/sh
test_description='hecto start and stop count the time'
. ./setup.sh

test_expect_success 'the time since the start is logged with what was done' '
	new_journal && cd journal &&
	hecto start >out && grep "^Studying since 21:00" out &&
	the_clock_shows 2022-07-04T21:44:10Z &&
	hecto stop read about queues >out &&
	grep "^minutes: 45$" log/2022/2022-07-04.md &&
	grep "read about queues" log/2022/2022-07-04.md &&
	test -z "$(git status --porcelain -- log .hecto)"
'

test_expect_success 'it is added to what the day has already' '
	hecto start --ago 1h >out && grep "^Studying since 20:44" out &&
	hecto stop --json >out && grep "2022-07-04" out &&
	grep "^minutes: 105$" log/2022/2022-07-04.md
'

test_expect_success 'only one timer runs, and one that ran is gone' '
	hecto start &&
	test_expect_code 1 hecto start -a 5 2>err &&
	grep "has been running for 1 min" err &&
	hecto stop --discard >out && grep "^Forgot 1 min" out &&
	test_expect_code 1 hecto stop 2>err &&
	grep "hecto start" err
'

test_expect_success 'a day without an entry wants a text, and the timer goes on' '
	the_clock_shows 2022-07-06T10:00:00Z &&
	hecto start && the_clock_shows 2022-07-06T10:30:00Z &&
	test_expect_code 2 hecto stop 2>err &&
	grep "the timer goes on" err && grep "say what you did" err &&
	hecto stop -m 20 "a short one" >out &&
	grep "^minutes: 20$" log/2022/2022-07-06.md
'

test_expect_success 'who forgot to stop is asked' '
	hecto start && the_clock_shows 2022-07-08T10:30:00Z &&
	test_expect_code 1 hecto stop "long" 2>err &&
	grep -e "--minutes" err && grep -e "--discard" err &&
	hecto stop --minutes 1h30 "long" >out &&
	grep "^minutes: 90$" log/2022/2022-07-08.md
'

test_expect_success 'a damaged timer is none' '
	echo yesterday >.git/hecto/timer &&
	test_expect_code 1 hecto stop && hecto start && hecto stop --discard
'

test_expect_success 'wrong usage' '
	expect_usage_error hecto start now &&
	expect_usage_error hecto start --ago soon &&
	hecto start &&
	expect_usage_error hecto stop --minutes long &&
	expect_usage_error hecto stop --discard text
'

test_done
