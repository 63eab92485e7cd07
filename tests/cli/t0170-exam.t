#!/bin/sh
test_description='hecto exam counts the days'
. ./setup.sh

test_expect_success 'without an exam it says how to set one' '
	new_journal && cd journal &&
	test_expect_code 1 hecto exam 2>err &&
	grep "hecto exam set NAME --date DATE" err &&
	test_expect_code 1 hecto exam list 2>err &&
	test_expect_code 1 hecto exam --json >out && echo "[]" >expect && test_cmp expect out
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
	grep "^The exam was 3 days ago; .hecto exam result. notes how it went$" out
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

test_expect_success 'a certification that is known brings its domains along' '
	hecto exam add DVA-C01 --date 2022-09-01 >out 2>err &&
	grep "^DVA-C01: 65 questions in 130 minutes, 720 passes" out &&
	grep "26%  Security" out &&
	grep "AWS exam guides" err &&
	hecto exam add "my exam" --template az104 --when "spring 2023" >out &&
	grep "^my exam: spring 2023$" out &&
	grep "networking" out &&
	hecto exam templates >out && grep "^CKA " out &&
	hecto exam templates --json | grep "\"source\"" &&
	test_expect_code 1 hecto exam add dva-c01 2>err &&
	grep "there is an exam .DVA-C01. already" err
'

test_expect_success 'what an exam is like can be said by hand' '
	hecto exam add own --code OWN-1 --pass 70% --scale 0-100 \
		--questions 40 --minutes 60 --cost "nothing" --valid "2 years" \
		--plan plans/own.md --domain "One=60" --domain "Two=40" \
		--topics "One=iam, sqs" --json >out &&
	grep "\"pass\": 70" out && grep "\"valid_months\": 24" out &&
	grep "\"sqs\"" out && grep "\"date\": null" out &&
	hecto exam set own --date none --topics "Two=s3" >out &&
	grep "^own: no date yet$" out && grep "40%  Two  s3" out
'

test_expect_success 'a result takes an exam off what is to come' '
	hecto exam result OWN-1 passed --date 2022-07-03 --score 81 >out &&
	grep "^Passed on Sun 3 July 2022 with 81$" out &&
	grep "^To be renewed by Wed 3 July 2024" out &&
	hecto exam >out && ! grep "^own" out &&
	hecto exam list >out && grep "^own .*passed" out &&
	hecto exam result own open >out && ! grep Passed out &&
	expect_usage_error hecto exam result own passed --score 810 &&
	grep "from 0 to 100, not 810" err &&
	hecto exam rm own && test_expect_code 3 hecto exam show own &&
	! grep OWN-1 .hecto/config
'

test_expect_success 'the next exam comes first, one without a date last' '
	new_journal order &&
	hecto -C order exam add someday --when "spring 2023" &&
	hecto -C order exam add late --date 2022-09-01 &&
	hecto -C order exam add soon --date 2022-08-01 &&
	hecto -C order exam list >out && cut -d" " -f1 out >names &&
	printf "soon\nlate\nsomeday\n" >wanted && test_cmp wanted names &&
	hecto -C order exam >out && head -1 out | grep "^soon" &&
	hecto -C order exam --json | jq -e ".[0].name == \"soon\""
'

test_expect_success 'domains are taken from a note, with the topics it names' '
	mkdir -p notes && printf "%s\n" "# About it" "" "- Domains" \
		"  - 60% Security (IAM, keys in KMS)" "  - Queues: 40 %" \
		"    - SQS first" >notes/about.md &&
	hecto exam add noted --date 2022-09-01 --domains-from notes/about.md \
		--topics "Queues=sns" >out 2>err &&
	grep "lines 4 to 5: 2 domains, together 100%" err &&
	grep "^60%  Security  iam, kms$" out &&
	grep "^40%  Queues  *sqs, sns$" out &&
	printf "%s\n" "| Domain | Weight |" "|---|---|" "| Security | 50% |" \
		"| Other | 55% |" >notes/table.md &&
	hecto exam set noted --domains-from table >out 2>err &&
	grep "^50%  Security  iam, kms$" out && grep "^55%  Other$" out &&
	grep "no topic is recognised in .Other." err && ! grep "in .Security." err &&
	hecto exam rm noted
'

test_expect_success 'domains that are not whole are refused' '
	printf "%s\n" "- 20% Sales" "- 30% Costs" >notes/half.md &&
	test_expect_code 1 hecto exam set "AWS DVA" --domains-from half 2>err &&
	grep "lines 1 to 2, add up to 50%" err &&
	echo "- nothing" >notes/none.md &&
	test_expect_code 1 hecto exam set "AWS DVA" --domains-from none 2>err &&
	grep "no weighted domains" err &&
	test_expect_code 3 hecto exam set "AWS DVA" --domains-from nowhere 2>err &&
	grep "import --as note" err &&
	expect_usage_error hecto exam set "AWS DVA" --domain "All=100" \
		--domains-from half &&
	expect_usage_error hecto exam list --domains-from half
'

test_expect_success 'an unknown exam names the nearest' '
	test_expect_code 3 hecto exam show "AWS DAV" 2>err &&
	grep "did you mean .AWS DVA.?" err &&
	test_expect_code 3 hecto exam rm nothing
'

test_expect_success 'a slip in the name of an exam makes no new one' '
	new_journal near && cd near &&
	hecto exam set DVA-C02 --date 2022-09-01 2>err >/dev/null &&
	grep "^.DVA-C02. is a new exam$" err && git rev-parse HEAD >head &&
	for name in DVA-C2 "AWS DVA-C02" DVA-CO2 dva.c02
	do
		test_expect_code 3 hecto exam set "$name" --date 2022-08-01 2>err &&
		grep "did you mean .DVA-C02.?  .hecto exam add. makes another" err ||
		return 1
	done &&
	git rev-parse HEAD | test_cmp head - &&
	hecto exam set DVA-C01 --date 2022-08-01 2>err >/dev/null &&
	grep "new exam$" err &&
	hecto exam set Baking --date 2022-08-01 >/dev/null &&
	hecto exam add "AWS DVA-C02" 2>err >/dev/null &&
	grep "is a new exam beside .DVA-C02.; .hecto exam rm" err &&
	hecto exam set "AWS DVA-C02" --date 2022-08-01 2>err &&
	! grep "new exam" err && cd ..
'

test_expect_success 'a new exam says whose plans count for it' '
	new_journal whose && cd whose && mkdir -p plans &&
	printf "## Todo\n- read\n" >plans/one.md &&
	hecto exam add One --plan plans/one.md 2>err >/dev/null &&
	! grep "count for it" err &&
	hecto exam add Two 2>err >/dev/null &&
	grep "count for it.*exam set .Two. --plan plans/NAME.md" err &&
	printf "# Three\n\n## Todo\n- write\n" >plans/3.md &&
	hecto exam add Three 2>err >/dev/null &&
	grep "exam set .Three. --plan plans/3.md" err &&
	hecto exam set Three --date 2022-08-01 --plan plans/3.md 2>err &&
	! grep "count for it" err && cd ..
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
	expect_usage_error hecto exam list --start fri &&
	expect_usage_error hecto exam --score 3 &&
	expect_usage_error hecto exam add x --template none-such &&
	expect_usage_error hecto exam add x --topics "Nowhere=iam" &&
	expect_usage_error hecto exam add x --pass much &&
	expect_usage_error hecto exam result "AWS DVA" won &&
	expect_usage_error hecto exam frobnicate &&
	expect_usage_error hecto exam a b c
'

test_done
