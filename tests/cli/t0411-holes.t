#!/bin/sh
test_description='holes, labs and todos are listed and ticked'
. ./setup.sh

test_expect_success 'holes are noted, heaviest domain first' '
	new_journal && cd journal &&
	hecto exam add DVA-C02 --date 2022-08-01 2>/dev/null >/dev/null &&
	hecto hole "X-Ray sampling rules" >out && grep "xray  plans/plan.md:3" out &&
	hecto hole --topic dynamodb "retries and back off" &&
	grep "^- dynamodb: retries and back off$" plans/plan.md &&
	hecto hole --plan plan --json "IAM and its policies" |
		jq -e ".[0].topics == [\"iam\"]" &&
	hecto hole --exam DVA-C02 "KMS keys" && grep "^- KMS keys" plans/plan.md &&
	hecto holes >out &&
	head -1 out | grep "retries and back off" &&
	hecto holes --topic xray --json | jq -e "length == 1 and .[0].state == \"open\""
'

test_expect_success 'an entry that is logged later may fill one' '
	hecto holes --topic xray --json | jq -e ".[0].date == \"2022-07-04\" and
		.[0].state == \"open\"" &&
	hecto --today 2022-07-05 log --learned "X-Ray sampling rules say how many requests are traced" &&
	hecto holes --topic xray >out && grep suggested out &&
	grep "log/2022/2022-07-05.md" out
'

test_expect_success 'two right answers on different days close a hole' '
	id=$(hecto holes --topic xray --json | jq -r ".[0].id") &&
	hecto holes --right $id >out && grep "Right once" out &&
	hecto holes --right $id >out && grep "Right once" out &&
	hecto holes --topic xray --json | jq -e "length == 1" &&
	hecto --today 2022-07-09 holes -r $id >out && grep "^Closed" out &&
	test_expect_code 1 hecto holes --topic xray &&
	hecto holes --all --topic xray --json | jq -e ".[0].state == \"answered\""
'

test_expect_success 'holes that are lines of a note are struck out' '
	mkdir -p notes &&
	printf "### Practice exam holes\nlong polling\nAMI encryption\n" >notes/z.md &&
	id=$(hecto holes --topic ami --json | jq -r ".[0].id") &&
	hecto done $id >out && grep "^Done: AMI encryption" out &&
	printf "### Practice exam holes\nlong polling\n~~AMI encryption~~\n" >expect &&
	test_cmp expect notes/z.md &&
	test_expect_code 1 hecto holes --topic ami
'

test_expect_success 'labs show what entries tell of them' '
	printf "## Hands On\n- SQS: connect a queue to Lambda\n- [x] S3: host a page\n\n## Todo\n- [ ] buy questions\n  - compare prices\n" \
		>>plans/plan.md &&
	hecto labs >out && grep "connect a queue" out &&
	hecto log --learned "Built a queue in SQS that calls a Lambda" &&
	hecto labs >out && grep "suggested" out && grep "Built a queue" out &&
	hecto labs --open --json | jq -e "length == 1"
'

test_expect_success 'done ticks in place' '
	hecto done >out && grep "buy questions" out && ! grep "host a page" out &&
	id=$(hecto done --json | jq -r ".[] | select(.text == \"buy questions\") | .id") &&
	hecto done $id && grep "^- \[x\] buy questions$" plans/plan.md &&
	grep "^  - compare prices$" plans/plan.md
'

test_expect_success 'wrong usage, and nothing there' '
	expect_usage_error hecto hole &&
	expect_usage_error hecto holes x &&
	expect_usage_error hecto labs x &&
	expect_usage_error hecto done a b &&
	test_expect_code 3 hecto done zzzzzz 2>err &&
	grep "there is no item .*hecto done. lists their ids" err &&
	test_expect_code 3 hecto holes --right zzzzzz 2>err &&
	grep "hecto holes. lists their ids" err &&
	cd .. && new_journal empty &&
	test_expect_code 1 hecto -C empty holes &&
	test_expect_code 1 hecto -C empty labs &&
	test_expect_code 1 hecto -C empty done && cd journal
'

test_done
