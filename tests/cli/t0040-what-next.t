#!/bin/sh
test_description='what hecto says tells what to type next'
. ./setup.sh

plan () {
	printf "# Plan\n\n## Todo\n\n- [ ] watch the SQS videos\n\n## Questions\n\n- KMS: who may use a key?\n"
}

test_expect_success 'after an import, what to look at and how to take it back' '
	new_journal && cd journal &&
	plan >../plan.md && hecto import ../plan.md >out 2>err &&
	grep "plan.md (plan)" out &&
	grep "see it with .hecto plan., .hecto topics." err &&
	git -c user.name=a -c user.email=a@b.c revert --no-edit HEAD >/dev/null && ! test -e plans/plan.md &&
	grep "git -C \"$PWD\" revert HEAD" err &&
	hecto import ../plan.md
'

test_expect_success 'a plan alone is enough to propose what to study' '
	hecto >out && grep "^For 1 h today:" out &&
	hecto plan 2>err && grep "hecto exam add NAME --date" err &&
	grep "Nothing is logged yet" out && grep "^Next: hecto log" out
'

test_expect_success 'what is proposed can be typed, and no weight is made up' '
	id=$(hecto questions --json | jq -r ".[0].id") &&
	hecto >out && grep "asked and not answered; .hecto answer $id." out &&
	! grep "weighs much" out &&
	id=$(hecto done --json | jq -r ".[0].id") && grep ".hecto done $id." out
'

test_expect_success 'lists of items say what can be done with one' '
	hecto questions 2>err && grep "hecto answer ID" err &&
	hecto questions --json 2>err && test_must_be_empty err &&
	hecto done 2>err && grep "hecto done ID" err &&
	test_expect_code 3 hecto done nosuch 2>err &&
	grep "^hecto: there is no item .nosuch.; .hecto done. lists their ids$" err &&
	test_expect_code 3 hecto holes --right nosuch 2>err && grep ".hecto holes. lists" err &&
	id=$(hecto questions --json | jq -r ".[0].id") &&
	hecto answer $id 2>err && grep "hecto answer $id \"" err
'

test_expect_success 'one plan serves two exams that it does not name' '
	hecto exam add DVA-C02 2>err && grep "exam set \"DVA-C02\" --date DATE" err &&
	hecto exam add Other 2>err && grep "hecto exam templates" err &&
	hecto exam practice Other 43/65 && hecto exam practice Other 50/65 &&
	grep "43/65" plans/plan.md && test 1 = "$(ls plans | wc -l)"
'

test_expect_success 'a plan that names another exam is left alone' '
	printf "# DVA-C02\n\n## Todo\n- read\n" >plans/plan.md &&
	cp plans/plan.md before && hecto hole --exam Other "leases" &&
	test_cmp before plans/plan.md && grep "^- leases" plans/other.md &&
	hecto exam practice Other 51/65 && grep "51/65" plans/other.md
'

test_expect_success 'a slip is answered with what was meant' '
	expect_usage_error hecto exam practice && grep "which exam?" err &&
	expect_usage_error hecto exam result passed && grep "NAME passed" err &&
	expect_usage_error hecto import && grep "import what?" err &&
	expect_usage_error hecto export && grep "hecto formats" err &&
	expect_usage_error hecto rm && grep "which entry?" err &&
	expect_usage_error hecto topic && grep "which topic?" err &&
	expect_usage_error hecto backlinks && grep "which note" err &&
	expect_usage_error hecto completion && grep "bash, zsh or fish" err &&
	expect_usage_error hecto help nosuch && grep "^see .hecto help.$" err &&
	expect_usage_error hecto pause 2022-12-24 2022-12-26 &&
	grep "hecto pause 2022-12-24..2022-12-26" err &&
	test_expect_code 1 hecto pause
'

test_expect_success 'a round that was begun is told before its first day' '
	hecto log "SQS" && hecto round new && hecto round >out &&
	grep "^Round 2 begins with what you log next$" out
'

test_expect_success 'check finds no fault in what hecto set' '
	hecto exam show DVA-C02 | grep "lambda" && test_might_fail hecto check >out &&
	! grep "setting" out
'

test_expect_success 'a file that cannot be written is told by its name' '
	test_expect_code 1 hecto export csv -o /dev/null/x.csv 2>err &&
	grep "cannot write ./dev/null/x.csv" err
'

test_done
