#!/bin/sh
test_description='plans and notes that people really have'
. ./setup.sh

SEEDS=$HECTO_SHARED/seeds
PLAN=$(echo "$SEEDS"/001_*)

# import_all DIR: a journal of all five.
import_all () {
	new_journal "$1" &&
	hecto -C "$1" import "$SEEDS"/000_* &&
	for seed in 002 003 004
	do
		hecto -C "$1" import --as note "$SEEDS"/${seed}_* || return 1
	done &&
	hecto -C "$1" import --as plan "$PLAN"
}

test_expect_success SEEDS 'a real plan, with sixteen days to go' '
	import_all journal >/dev/null 2>&1 && cd journal &&
	cp plans/*.txt whole && test_cmp "$PLAN" whole &&
	hecto exam add DVA-C01 --date 2022-07-20 --start 2022-07-03 &&
	hecto exam >out && grep "^Days to go: 16$" out &&
	grep "^Percentage remaining: 94%$" out
'

test_expect_success SEEDS 'its countdown is written, and every other byte is as it was' '
	sed -i "s/\(Days to go.*\) 16\$/\1 21/; s/94%/99%/" plans/*.txt &&
	! cmp -s whole plans/*.txt &&
	hecto plan update >diff 2>/dev/null &&
	test 4 = $(grep -c "^[+-] *- " diff) && cmp whole plans/*.txt
'

test_expect_success SEEDS 'its items are found' '
	hecto plan --json >out && jq -r ".work | to_entries[] |
		\"\(.key) \(.value.items)\"" out >work &&
	grep "^course 2$" work && grep "^lab 5$" work &&
	grep "^reading 4$" work && grep "^todo 6$" work &&
	grep "^service 12$" work && grep "^concept 1$" work &&
	hecto done --json | jq -e "[.[] | select(.heading[0] == \"Todo\")] |
		length == 8" &&
	hecto questions --json | jq -e "[.[] |
		select(.path | startswith(\"plans/\"))] | length == 12"
'

test_expect_success SEEDS 'prefixes stand for services' '
	hecto questions --json >out && hecto labs --json >labs &&
	check () {
		jq -e "any(.[]; .prefix == \"$1\" and (.topics | index(\"$2\")))" \
			$3 >/dev/null || { echo "$1 is not $2" >&2; return 1; }
	} &&
	check KSS kinesis out && check COG cognito out &&
	check PS ssm-parameter-store out && check CD codedeploy out &&
	check CB codebuild out && check SF stepfunctions out &&
	check DDB dynamodb labs
'

test_expect_success SEEDS 'the notes of others propose answers' '
	hecto questions --suggest --topic kinesis --json >out &&
	jq -e "any(.[]; .prefix == \"KSS\" and .state == \"suggested\")" out &&
	jq -r ".[] | select(.prefix == \"KSS\") | .answers[].path" out >paths &&
	grep -e "notes/00[23]" paths
'

# Recomputed by hand, with grep over the five: "Monitoring and Troubleshooting"
# is CloudWatch (22 lines of notes and one of the log, on one day: noted), its
# logs (four lines, the same day: noted), X-Ray (13 and one lines: noted) and
# CloudTrail (its name in a list and one row of a table: a stub): (3 * 0.5 +
# 0.25) / 4 = 43.75, shown as 44.
test_expect_success SEEDS 'a domain is as far as its topics are' '
	hecto plan --json >out && jq -r ".topics[] |
		select(.domain == \"Monitoring and Troubleshooting\") |
		\"\(.id) \(.state)\"" out >actual &&
	printf "%s\n" "cloudwatch noted" "logs noted" "xray noted" \
		"cloudtrail stub" >expect && test_cmp expect actual &&
	jq -e "any(.domains[]; .weight == 12 and .covered == 44)" out
'

test_expect_success SEEDS 'weights of a real note are the domains of an exam' '
	hecto exam add noted --date 2022-07-20 --domains-from notes/003* \
		>out 2>err &&
	grep "lines 10 to 14: 5 domains, together 100%" err &&
	grep "no topic is recognised in .Security." err &&
	grep "^22%  Deployment  *ci-cd, elasticbeanstalk$" out &&
	grep "^26%  Security" out && grep "^30%  Developing with AWS Services" out &&
	grep "^10%  Refactoring" out && grep "^12%  Monitoring and Trouble" out &&
	hecto plan --exam noted --json |
		jq -c ".domains[] | [.weight, .covered]" >covered &&
	grep "^.22,50.$" covered && grep "^.30,25.$" covered
'

test_expect_success SEEDS 'reading all this has changed nothing' '
	for file in plans/001* notes/00*
	do
		cmp $file "$SEEDS/${file#*/}" || return 1
	done &&
	test -z "$(git status --porcelain plans notes log)"
'

# Every file of a folder of plans: what is found in it is printed with -v.
all_plans () {
	for file in "$HECTO_SHARED"/corpus/studyplan/*
	do
		rm -rf ../one && new_journal ../one &&
		hecto -C ../one import --as plan "$file" >/dev/null 2>&1 &&
		# 1: there is nothing in it that could be done.
		hecto -C ../one plan --json >found 2>/dev/null ||
			test $? = 1 || return 1
		cmp "$file" ../one/plans/* || return 1
		test -z "$(git -C ../one status --porcelain plans)" || return 1
		printf "%s: " "$(basename "$file")"
		jq -r "[.work | to_entries[] | \"\(.key) \(.value.items)\"] |
			join(\", \")" found
	done
}

test -d "$HECTO_SHARED/corpus/studyplan" && test_set_prereq STUDYPLANS

test_expect_success STUDYPLANS 'plans of all kinds are read, and left alone' '
	all_plans >../table && cat ../table &&
	test 8 = $(wc -l <../table) &&
	check () {
		grep -E "$1.*[ ,]$2 [1-9]" ../table || { echo "$1: no $2" >&2; return 1; }
	} &&
	check TRACKER todo && check java.*STUDY-PLAN todo &&
	check java.*STUDY-PLAN reading && check kubernetes lab &&
	check kubernetes todo && check EXECUTION todo && check README reading &&
	check STATUS lab && check STATUS todo && check SAP120 todo
'

test_done
