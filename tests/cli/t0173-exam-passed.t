#!/bin/sh
test_description='nothing counts down to an exam that was taken'
. ./setup.sh

begin () {
	new_journal journal && cd journal && mkdir -p plans &&
	printf "%s\n" "- Days to go: 40" "" "## Todo" "- [ ] a" "- [x] b" \
		>plans/p.md &&
	hecto exam add dva --date 2022-07-20 --start 2022-07-01 \
		--plan plans/p.md &&
	hecto log "Read about queues"
}

# silent: nothing that was shown speaks of days to go.
silent () {
	! grep -i -e "in 16 days" -e "days to go" -e "to dva" -e "time left" \
		-e "of the time" "$@"
}

test_expect_success 'before its result it is counted to' '
	begin >/dev/null && hecto plan >out && grep "in 16 days" out &&
	hecto eve >out && grep "in 16 days" out &&
	hecto publish -o site && grep "days to go" site/index.html
'

test_expect_success 'passed before its day, it is told as passed' '
	hecto exam result dva passed >out && silent out &&
	for what in plan eve week today streak "exam" "exam list"
	do
		hecto $what >out && silent out || return 1
	done &&
	hecto plan >out && grep "^dva: passed on Mon 4 July 2022$" out &&
	hecto eve >out && grep "^passed on Mon 4 July 2022\.$" out
'

test_expect_success 'nor do the site and what is read by machines' '
	hecto publish -o site && silent site/index.html site/exams.html \
		site/exams/*.html &&
	hecto plan --json | jq -e ".pace == null" &&
	hecto today --json >today &&
	jq -e ".exams[0] | .days_to_go == null and
		.percentage_remaining == null" today &&
	jq -e ".pace == null" today &&
	hecto exam show dva --json | jq -e ".days_to_go == null" &&
	hecto export ics >out && ! grep -i "study day" out
'

test_expect_success 'the countdown of its plan stays as it stood' '
	hecto log "Rested" >/dev/null && grep "Days to go: 16" plans/p.md &&
	hecto --today 2022-07-06 publish -o site &&
	grep "Days to go: 16" plans/p.md &&
	test_expect_code 1 hecto plan update 2>err && grep "has a result" err
'

test_expect_success 'failed and with another date, it counts to that one' '
	hecto exam result dva failed >/dev/null &&
	hecto exam set dva --date 2022-08-03 >out && grep "Days to go: 30" out &&
	grep "Not passed on Mon 4 July 2022" out &&
	hecto plan >out && grep "^dva: Wed 3 August 2022, in 30 days$" out &&
	hecto eve >out && grep "in 30 days" out &&
	hecto today >out && grep "dva in 30 days" out &&
	hecto publish -o site && grep "days to go" site/index.html &&
	grep "Days to go: 30" plans/p.md
'

test_expect_success 'failed on its day, it is told as that' '
	hecto exam set dva --date 2022-07-04 >out && ! grep "Days to go" out &&
	hecto plan >out && grep "^dva: not passed on Mon 4 July 2022$" out &&
	hecto today >out && grep "^Exam  *dva not passed on Mon 4 July 2022$" out &&
	hecto exam list >out && grep "^dva  2022-07-04  not passed$" out
'

test_expect_success 'without a result, all say alike that it is behind' '
	hecto exam result dva open && hecto exam set dva --date 2022-07-02 &&
	for command in today exam "exam show dva" plan eve
	do
		hecto $command >out && grep "2 days ago" out &&
		grep "; .hecto exam result. notes how it went" out || return 1
	done
'

test_done
