#!/bin/sh
test_description='the streak, day by day'
. ./setup.sh

# studied DATE…: an entry for each, written that evening
studied () {
	for day
	do
		HECTO_NOW=${day}T20:00:00Z hecto -C journal log "Studied" \
			>/dev/null || return
	done
}

# streak_on DATE: streak, run and status of that day
streak_on () {
	hecto -C journal streak --today "$1" --json |
		jq -r "\"\\(.streak) \\(.run) \\(.status)\""
}

expect_streak () {
	echo "$2" >expect &&
	streak_on "$1" >actual &&
	test_cmp expect actual
}

test_expect_success 'wrong usage is refused with a hint' '
	new_journal &&
	expect_usage_error hecto streak -C journal now
'

test_expect_success 'nothing logged is no streak' '
	expect_streak 2022-07-04 "0 0 none" &&
	hecto -C journal streak >out &&
	grep "^Streak .*none yet" out
'

test_expect_success 'days in a row' '
	studied 2022-07-04 2022-07-05 2022-07-06 &&
	expect_streak 2022-07-06 "3 3 done"
'

test_expect_success 'the next morning lowers nothing' '
	expect_streak 2022-07-07 "3 3 pending"
'

test_expect_success 'after a missed day it is the last chance' '
	expect_streak 2022-07-08 "3 0 last-chance" &&
	hecto -C journal --today 2022-07-08 streak >out &&
	grep "study before 04:00 tomorrow or it ends" out
'

test_expect_success 'a second missed day ends it' '
	expect_streak 2022-07-09 "0 0 broken" &&
	hecto -C journal --today 2022-07-09 streak >out &&
	grep "the last studied day was Wed 6 July 2022" out
'

test_expect_success 'one missed day is bridged' '
	studied 2022-07-08 &&
	expect_streak 2022-07-08 "4 1 done"
'

test_expect_success 'a pause is transparent' '
	hecto -C journal config streak.pause "2022-07-09..2022-07-12 ill" &&
	studied 2022-07-13 &&
	expect_streak 2022-07-13 "5 1 done" &&
	expect_streak 2022-07-10 "4 0 rest"
'

test_expect_success 'days of rest are transparent' '
	hecto -C journal config streak.rest "thu,fri,sat" &&
	expect_streak 2022-07-17 "5 0 pending"
'

test_expect_success 'an empty template is no studied day' '
	mkdir -p journal/log/2022 &&
	printf "**Today'\''s Progress**:\n\n**Thoughts**:\n" \
		>journal/log/2022/2022-07-14.md &&
	expect_streak 2022-07-14 "5 1 rest"
'

test_expect_success 'after midnight it is still the evening before' '
	hecto init night >/dev/null &&
	HECTO_NOW=2022-07-05T01:30:00Z hecto -C night log "Late" &&
	hecto -C night streak --today 2022-07-04 --json | jq -r .since >actual &&
	echo 2022-07-04 >expect &&
	test_cmp expect actual &&
	hecto init punctual >/dev/null &&
	hecto -C punctual config journal.rollover 00:00 &&
	HECTO_NOW=2022-07-05T01:30:00Z hecto -C punctual log "Early" &&
	hecto -C punctual streak --today 2022-07-05 --json |
		jq -r .since >actual &&
	echo 2022-07-05 >expect &&
	test_cmp expect actual
'

test_expect_success 'a zone left behind changes no day' '
	hecto init travel >/dev/null &&
	HECTO_NOW=2022-07-04T23:00:00+09:00 hecto -C travel log "In Tokyo" &&
	HECTO_NOW=2022-07-05T20:00:00-08:00 hecto -C travel log "In the west" &&
	hecto -C travel streak --today 2022-07-05 --json | jq .run >actual &&
	echo 2 >expect &&
	test_cmp expect actual
'

test_expect_success 'a second round goes on with the streak' '
	hecto init rounds >/dev/null &&
	cat >rounds.md <<-\EOT &&
	### R1D99: July 1, 2022
	Studied.

	### R1D100: July 2, 2022
	Studied.

	### R2D1: July 3, 2022
	Studied.
	EOT
	hecto -C rounds import rounds.md &&
	hecto -C rounds streak --today 2022-07-03 --json |
		jq -c "[.streak,.challenge.round,.challenge.number]" >actual &&
	echo "[3,2,1]" >expect &&
	test_cmp expect actual
'

test_expect_success 'a goal of its own' '
	hecto -C rounds config journal.goal 30 &&
	hecto -C rounds streak --today 2022-07-03 >out &&
	grep "^Challenge .*round 2, day 1 of 30; 1 studied" out
'

test_done
