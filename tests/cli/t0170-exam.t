#!/bin/sh
test_description='hecto exam counts the days'
. ./setup.sh

test_expect_success 'without an exam it says how to set one' '
	new_journal && cd journal &&
	test_expect_code 1 hecto exam 2>err &&
	grep "hecto exam set NAME --date DATE" err &&
	test_expect_code 1 hecto exam list 2>err &&
	hecto exam --json >out && echo "[]" >expect && test_cmp expect out
'

test_expect_success 'an exam is set in one commit' '
	git rev-list --count HEAD >before &&
	hecto exam set "AWS DVA" --date 2022-08-01 --start 2022-07-15 \
		--domain "Security=26" --domain "Deployment, CI = 22%" >out &&
	grep "^AWS DVA: Mon 1 August 2022$" out &&
	test $(($(cat before) + 1)) = $(git rev-list --count HEAD) &&
	test 2022-08-01 = "$(git config -f .hecto/config "exam.AWS DVA.date")" &&
	test -z "$(git status --porcelain -- log .hecto)"
'

test_expect_success 'the days to go and the percentage of the time that remains' '
	cat >expect <<-\EOF &&
	AWS DVA: Mon 1 August 2022
	Days to go: 16
	Percentage remaining: 94%
	EOF
	hecto exam --today 2022-07-16 >out &&
	test_cmp expect out
'

test_expect_success 'on the day itself it is 0, after it the exam was' '
	hecto exam --today 2022-08-01 >out &&
	grep "^Days to go: 0$" out && grep "^Percentage remaining: 0%$" out &&
	hecto exam --today 2022-08-04 >out &&
	grep "^The exam was 3 days ago$" out
'

test_expect_success 'show has the domains' '
	hecto exam show "AWS DVA" >out &&
	grep "26%  Security" out &&
	grep "22%  Deployment, CI" out &&
	grep "^Studying since Fri 15 July 2022$" out
'

test_expect_success 'what is set again is replaced, the rest stays' '
	hecto exam set "AWS DVA" -d 2022-08-02 >/dev/null &&
	hecto exam set "AWS DVA" --domain "All=100" --json >out &&
	grep "\"date\": \"2022-08-02\"" out &&
	grep "\"start\": \"2022-07-15\"" out &&
	grep "\"weight\": 100" out &&
	! grep Security out
'

test_expect_success 'dates in words look ahead' '
	hecto exam set next --date fri --json >out &&
	grep "\"date\": \"2022-07-08\"" out &&
	grep "\"start\": \"2022-07-04\"" out
'

test_expect_success 'list has all of them, the bare command those to come' '
	hecto exam set past --date 2022-07-01 >/dev/null &&
	hecto exam list >out &&
	test 3 = $(wc -l <out) &&
	hecto exam >out &&
	! grep "^past" out &&
	hecto exam --json >out &&
	test 2 = $(grep -c "\"days_to_go\"" out) &&
	hecto exam list --json >out &&
	grep "\"name\": \"past\"" out
'

test_expect_success 'an exam can be forgotten' '
	hecto exam rm past &&
	test_expect_code 3 hecto exam show past &&
	hecto exam list >out && ! grep past out
'

test_expect_success 'an unknown exam names the nearest' '
	test_expect_code 3 hecto exam show "AWS DAV" 2>err &&
	grep "did you mean .AWS DVA.?" err &&
	test_expect_code 3 hecto exam rm nothing
'

test_expect_success 'wrong usage' '
	expect_usage_error hecto exam set &&
	expect_usage_error hecto exam set new &&
	grep -e "--date" err &&
	expect_usage_error hecto exam set new --date blursday &&
	expect_usage_error hecto exam set "" --date fri &&
	expect_usage_error hecto exam set "AWS DVA" --start 2022-09-01 &&
	expect_usage_error hecto exam set "AWS DVA" --domain Security &&
	expect_usage_error hecto exam set "AWS DVA" --domain Security=101 &&
	expect_usage_error hecto exam --date fri &&
	expect_usage_error hecto exam frobnicate &&
	expect_usage_error hecto exam a b c
'

test_done
