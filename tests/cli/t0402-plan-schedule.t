#!/bin/sh
test_description='weeks and days of a plan, with what is to be done in them'
. ./setup.sh

plan () {
	cat <<-\END
	# Twelve weeks

	## Week 1 (20–26 June): basics
	- [x] Read the guide
	- [ ] Set the account up

	## Week 2: storage
	- [ ] Try buckets

	## Week 3
	### Day 1: queues
	- [ ] Read about queues
	- [x] Read about topics
	### Day 5
	- [ ] Build a worker

	## Later
	- [ ] Book the exam (by 20 July)
	- [ ] Something without a day
	END
}

test_expect_success 'dates, weeks from them, and days of a week' '
	new_journal && cd journal && mkdir -p plans && plan >plans/p.md &&
	hecto plan --json >out &&
	jq -r ".planned[] | \"\(.name) \(.first) \(.last) \(.text)\"" out >actual &&
	cat >expect <<-\END &&
	Week 1 2022-06-20 2022-06-26 Read the guide
	Week 1 2022-06-20 2022-06-26 Set the account up
	Week 2 2022-06-27 2022-07-03 Try buckets
	Day 1 2022-07-04 2022-07-04 Read about queues
	Day 1 2022-07-04 2022-07-04 Read about topics
	Day 5 2022-07-08 2022-07-08 Build a worker
	null 2022-07-20 2022-07-20 Book the exam (by 20 July)
	END
	test_cmp expect actual
'

test_expect_success 'today shows what is planned, and what goes along' '
	hecto today >out && cat out &&
	grep "^Planned for these days, 1 of 2 done:$" out &&
	grep "Read about queues (Day 1, today)" out &&
	grep "^From earlier in the plan 2 items are left; 1 a day will do:$" out &&
	grep "Set the account up (Week 1)" out && ! grep "Try buckets (W" out &&
	grep "planned for Week 1" out &&
	hecto today --json | jq -e ".planned | .items == 2 and
		(.open | length) == 1 and .left == 2 and (.along | length) == 1"
'

test_expect_success 'plan shows the stretches, week the items' '
	hecto plan >out &&
	grep "^Week 1  *2022-06-20  *2022-06-26  *2  *50%$" out &&
	grep "^-  *2022-07-20  *2022-07-20  *1  *0%$" out &&
	hecto week >out && grep "^## Planned$" out && grep "^1 of 3 done$" out &&
	grep "^- Build a worker$" out && ! grep "week after" out &&
	hecto week 2022-06-27 >out && grep "^- Try buckets$" out &&
	grep "^## Planned for the week after$" out &&
	hecto week --json | jq -e ".planned.items == 3"
'

test_expect_success 'without dates, weeks count from the first day of study' '
	printf "## Week 2\n- [ ] Two\n" >plans/p.md &&
	hecto plan --json | jq -e ".planned == []" &&
	hecto exam set e --date 2022-08-01 --start 2022-06-28 &&
	hecto plan --json | jq -e ".planned[0].first == \"2022-07-05\""
'

test_expect_success 'what is done leaves the list' '
	hecto --today 2022-07-06 today >out && grep "Two (Week 2" out &&
	hecto done $(hecto done --json | jq -r ".[0].id") &&
	hecto --today 2022-07-06 today >out && ! grep "Two (Week 2" out &&
	grep "^Planned for these days, 1 of 1 done$" out
'

test_expect_success 'a day that is no more than its heading is what to do' '
	cat >plans/p.md <<-\END &&
	# 30 day plan

	## Day 1: roles
	Those of the guide.
	## ~~Day 2: buckets~~
	## Day 3: queues
	- Read about queues
	## Day 4
	## Resources
	### Day 5: a talk
	END
	hecto plan --json >out &&
	jq -r ".planned[] | \"\(.name) \(.done) \(.text)\"" out >actual &&
	cat >expect <<-\END &&
	Day 1 false roles
	Day 2 true buckets
	Day 3 false Read about queues
	END
	test_cmp expect actual
'

test_expect_success 'without an exam, weeks count from where the plan says it began' '
	test_when_finished "rm -rf alone" &&
	hecto init alone && mkdir -p alone/plans &&
	cat >alone/plans/p.md <<-\END &&
	# Study plan

	**Start date:** 4 May 2026
	**Target exam date:** [set your day, in 10-12 weeks]

	## Неделя 1
	- rims
	## Heads - week 2
	- tails

	**第 3 周：边缘**
	- dies
	END
	hecto -C alone plan --json >out &&
	jq -r ".planned[] | \"\(.name) \(.first) \(.text)\"" out >actual &&
	cat >expect <<-\END &&
	Неделя 1 2026-05-04 rims
	week 2 2026-05-11 tails
	第 3 周 2026-05-18 dies
	END
	test_cmp expect actual
'

test_done
