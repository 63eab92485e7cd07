#!/bin/sh
test_description='hecto rest, pause and round'
. ./setup.sh

streak () {
	hecto streak --json | grep "\"streak\"" | head -1 | tr -cd 0-9
}

test_expect_success 'a day of rest keeps the streak' '
	new_journal && cd journal &&
	hecto log -d 2022-07-01 one && hecto log -d 2022-07-04 two &&
	test 1 = $(streak) &&
	hecto rest 2022-07-02 >out &&
	grep "^Sat 2 July 2022 is a day of rest" out &&
	hecto rest 2022-07-02 && test 1 = $(git config -f .hecto/config \
		--get-all streak.rest-day | wc -l) &&
	test 2 = $(streak) &&
	hecto rest --json | grep "2022-07-02"
'

test_expect_success 'it can be taken back' '
	hecto rest --undo 2022-07-02 >out && grep "day of study again" out &&
	test 1 = $(streak) &&
	test_expect_code 1 hecto rest -u 2022-07-02 &&
	hecto rest && hecto rest --undo
'

test_expect_success 'weekdays are days of rest in every week' '
	hecto rest --weekdays sat,sun >out && test 2 = $(streak) &&
	hecto rest --json | grep Saturday &&
	hecto rest -w none && test 1 = $(streak)
'

test_expect_success 'a pause is a range with a reason' '
	hecto pause 2022-07-02..2022-07-03 ill at home >out &&
	grep "^Pause from Sat 2 July 2022 to Sun 3 July 2022, 2 days$" out &&
	test 2 = $(streak) &&
	hecto pause >out && grep "^2022-07-02  2022-07-03  2  ill at home$" out &&
	hecto pause --json | grep "\"reason\": \"ill at home\""
'

test_expect_success 'the pause that today is in can be ended' '
	hecto pause today..2022-08-30 2>err && grep "more than 14 days" err &&
	hecto --today 2022-07-06 pause --end >out && grep "welcome back" out &&
	hecto pause >out && grep "^2022-07-04  2022-07-05" out &&
	grep "ill at home" out &&
	test_expect_code 1 hecto --today 2022-07-06 pause -e
'

test_expect_success 'a new round begins with what is logged next' '
	hecto round >out && grep "^Round 1  2 entries  2022-07-01  2022-07-04" out &&
	hecto round new >out && grep "^Round 2 begins" out &&
	hecto --today 2022-07-08 log "again" >out &&
	grep "^round: 2$" log/2022/2022-07-08.md &&
	grep "^day: 1$" log/2022/2022-07-08.md &&
	hecto --today 2022-07-09 log "and again" >out &&
	grep "^day: 2$" log/2022/2022-07-09.md &&
	hecto round --json | grep "\"round\": 2"
'

test_expect_success 'what is logged between old entries stays in their round' '
	hecto log -d 2022-07-03 late >out && ! grep "^round: 2" log/2022/2022-07-03.md
'

test_expect_success 'in an empty journal nothing has begun' '
	cd .. && new_journal empty &&
	test_expect_code 1 hecto -C empty round &&
	test_expect_code 1 hecto -C empty round new &&
	test_expect_code 1 hecto -C empty pause && cd journal
'

test_expect_success 'wrong usage' '
	expect_usage_error hecto rest some day &&
	expect_usage_error hecto rest blursday &&
	expect_usage_error hecto rest --weekdays someday &&
	expect_usage_error hecto rest --weekdays sat today &&
	expect_usage_error hecto pause blursday &&
	expect_usage_error hecto pause 2022-07-09..2022-07-08 &&
	expect_usage_error hecto pause --end today &&
	expect_usage_error hecto round old
'

test_done
