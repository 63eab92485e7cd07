#!/bin/sh
test_description='plans and journals that are not as one expects'
. ./setup.sh

test_expect_success 'many notes are no days of study' '
	new_journal && cd journal && mkdir notes plans &&
	for n in 1 2; do
		for i in $(seq 70); do
			echo "- Kinesis keeps record $i of $n for a day"
		done >notes/$n.md
	done &&
	printf "## Services\n\n- Kinesis\n" >plans/plan.md &&
	hecto plan --json >out &&
	jq -e ".topics[] | select(.id == \"kinesis\") |
		.state == \"noted\" and .last == null" out
'

test_expect_success 'a todo over others is the sum of them, however many' '
	printf "## Todo\n\n- [ ] all of it\n  - [ ] a\n  - [ ] b\n- [ ] c\n" >plans/plan.md &&
	hecto plan --json >out && jq -e ".work.todo.items == 3" out
'

test_expect_success 'what is remembered of later days stays' '
	printf "2022-07-20 90 30\n" >.git/hecto/pace &&
	hecto plan >/dev/null && hecto today >/dev/null &&
	tail -1 .git/hecto/pace >last && grep "^2022-07-20 90 30$" last &&
	test 2 = $(wc -l <.git/hecto/pace) && ! test -e .git/hecto/pace.new
'

test_expect_success 'a hole is closed by two right answers of its own' '
	printf "## Holes\n\n> - EFS throughput modes\n>   - right on 2022-07-01\n\n| Hole |\n|---|\n| KMS grants |\n" \
		>plans/plan.md &&
	id=$(hecto holes --json | jq -r ".[] | select(.text | test(\"EFS\")) | .id") &&
	hecto holes --right $id >out && grep "^Closed" out &&
	grep "^> - \[x\] EFS" plans/plan.md &&
	id=$(hecto holes --json | jq -r ".[] | select(.text | test(\"KMS\")) | .id") &&
	hecto done $id && grep "^| ~~KMS grants~~ |$" plans/plan.md &&
	test_expect_code 1 hecto holes --json >out && ! grep KMS out
'

test_expect_success 'the same day twice is one day' '
	printf "## Holes\n\n- EFS modes\n" >plans/plan.md &&
	id=$(hecto holes --json | jq -r ".[0].id") &&
	hecto holes --right $id && hecto holes --right $id >out &&
	grep "Right once" out && test 1 = $(grep -c "right on" plans/plan.md)
'

test_expect_success 'a study of ten thousand years is no loop of days' '
	cp .hecto/config saved &&
	{
		printf "[exam \"Long\"]\n\tdate = 9999-12-31\n\tstart = 0001-01-01\n[streak]\n" &&
		seq -f "	pause = 2000-01-01..2000-01-02 %g" 3000
	} >>.hecto/config &&
	timeout 30 hecto plan --exam Long --json >out &&
	jq -e ".pace.study_days_left <= 3660" out && mv saved .hecto/config
'

test_expect_success TOOL_SCRIPT 'what would steer a terminal is shown, and not done' '
	esc=$(printf "\033") && mkdir -p log/2022 &&
	printf "# Plan\n\n## Practice exam holes\n\n- Kinesis \033[31m shards\n\n## Practice exams\n\n- 2022-07-01 Here: 43/65\n" \
		>plans/plan.md &&
	printf "# Day\n\nKinesis \302\233 keeps \342\200\256 5 MB\n" >log/2022/2022-07-04.md &&
	printf "[exam \"E\033[1m\"]\n\tdate = 2022-07-30\n\tcode = C\033[2m\n\tcost = 1\033[3m\n\tdomain = 100 D\033[4m\n\ttopics = D\033[4m: kinesis\n[exam \"F\"]\n\twhen = soon\033[5m\n" \
		>>.hecto/config &&
	for c in eve week today plan exam "exam show C${esc}[2m" "exam show F" \
		 "exam practice C${esc}[2m" holes "exam rm C${esc}[2m"; do
		PAGER=cat NO_COLOR=1 TERM=dumb on_a_terminal hecto $c >out 2>&1 &&
		! grep "$esc\[" out && ! grep "$(printf "\302\233")" out &&
		! grep "$(printf "\342\200\256")" out || return 1
	done
'

test_done
