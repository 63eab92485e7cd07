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

test_expect_success 'what is logged later on a topic may fill one' '
	hecto holes --topic xray --json | jq -e ".[0].date == \"2022-07-04\" and
		.[0].state == \"open\"" &&
	hecto --today 2022-07-05 log --learned "X-Ray rules say how much is traced" &&
	hecto --today 2022-07-05 holes --topic xray >out && grep suggested out &&
	grep "log/2022/2022-07-05.md" out
'

test_expect_success 'what names all its terms on a later day closes it' '
	hecto plan --json | jq -e ".work.hole.done == 0" &&
	hecto --today 2022-07-06 log --learned "X-Ray sampling rules say how many requests are traced" &&
	test_expect_code 1 hecto --today 2022-07-06 holes --topic xray &&
	hecto --today 2022-07-06 holes --all --topic xray >out &&
	grep "logged later: log/2022/2022-07-06.md" out &&
	hecto --today 2022-07-06 plan --json | jq -e ".work.hole.done == 15" &&
	hecto --today 2022-07-06 eve >out && ! grep "sampling rules" out &&
	grep "KMS keys" out
'

test_expect_success 'what was logged on the same day, or asks, closes nothing' '
	hecto log --learned "KMS keys, and how they rotate" &&
	hecto --today 2022-07-05 log "Do KMS keys rotate by themselves?" &&
	hecto --today 2022-07-06 holes --topic kms --json |
		jq -e "length == 1 and .[0].closed_by == null"
'

test_expect_success 'two right answers on different days close a hole' '
	id=$(hecto holes --topic kms --json | jq -r ".[0].id") &&
	hecto holes --right $id >out && grep "Right once" out &&
	hecto holes --right $id >out && grep "Right once" out &&
	hecto holes --topic kms --json | jq -e "length == 1 and .[0].right == 1" &&
	hecto holes --topic kms >out &&
	grep "answered right on 1 day, first on 2022-07-04" out &&
	hecto --today 2022-07-09 holes -r $id >out && grep "^Closed" out &&
	test_expect_code 1 hecto holes --topic kms &&
	hecto holes --all --topic kms --json | jq -e ".[0].state == \"answered\""
'

test_expect_success 'the first right answer halves what a hole weighs' '
	iam=$(hecto holes --topic iam --json | jq -r ".[0].id") &&
	ddb=$(hecto holes --topic dynamodb --json | jq -r ".[0].id") &&
	hecto holes --json | jq -e ".[0].id == \"$ddb\" and .[1].id == \"$iam\"" &&
	hecto holes --right $ddb &&
	hecto holes --json | jq -e ".[0].id == \"$iam\" and .[1].id == \"$ddb\"" &&
	hecto plan --json | jq -e ".work.hole.done == 37"
'

test_expect_success 'what was missed twice weighs more' '
	hecto hole --topic dynamodb "retries and back off" &&
	hecto holes --topic dynamodb --json | jq -e ".[0].times == 2"
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

test_expect_success 'what is ticked in a private section stays in it' '
	cd .. && new_journal kept && cd kept &&
	printf "%s\n" "**Progress**: leases" "**Thoughts:** TODO: mend the queue" |
		hecto log -d 2022-07-04 - &&
	id=$(hecto done --json | jq -r ".[].id") && hecto done $id &&
	grep "^\*\*Thoughts:\*\* ~~TODO: mend the queue~~$" log/2022/2022-07-04.md &&
	test_expect_code 1 hecto done &&
	hecto publish && ! grep -r "mend the queue" public &&
	cd ../journal
'

test_expect_success 'a sentence of a day is not said to be of a practice exam' '
	cd .. && new_journal said && cd said &&
	hecto log "I need to review leases" && hecto >out &&
	grep "you noted that you do not know it well" out &&
	! grep "practice exam showed" out &&
	hecto done $(hecto holes --json | jq -r ".[].id") &&
	test_expect_code 1 hecto holes && cd ../journal
'

test_expect_success 'what is to be looked at was shown by no practice exam' '
	cd .. && new_journal later && cd later && mkdir -p plans &&
	printf "# Plan\n\n## To check out:\n\n- leases of queues\n" \
		>plans/plan.md &&
	hecto >out && grep "leases of queues" out &&
	! grep "practice exam showed" out &&
	hecto hole "long polling" &&
	hecto >out && grep "you noted it to be studied" out &&
	cd .. && new_journal shown && cd shown &&
	hecto hole "long polling" && hecto >out &&
	grep "a practice exam showed it" out && cd ../journal
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
