#!/bin/sh
test_description='the days to go are those of the calendar, wherever one is'
. ./setup.sh

# Zones by their rules, so that no data of the system decides: New York,
# Berlin, Chatham (quarters of an hour, the southern summer), and the far ends.
NEW_YORK=EST5EDT,M3.2.0,M11.1.0
BERLIN=CET-1CEST,M3.5.0,M10.5.0/3
CHATHAM='<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45'

test_expect_success 'an exam at the end of the year' '
	new_journal && cd journal &&
	hecto exam set end --date 2022-12-31 --start 2022-01-01 >/dev/null
'

# at ZONE DAY TIME DAYS: on that clock, there are so many days to go.
at () {
	now=$(TZ=$1 date -d "$2 $3" +%Y-%m-%dT%H:%M:%S%:z) &&
	got=$(TZ=$1 HECTO_NOW=$now hecto exam --json | jq ".[0].days_to_go") &&
	test "$got" = "$4" || {
		echo "in $1 on $2 at $3 there are $got days to go, not $4" >&2
		return 1
	}
}

# around ZONE BEFORE ON AFTER DAYS: the day of a change of the clock, and those
# beside it; late in the morning and shortly before midnight.
around () {
	at "$1" $2 23:30 $(($5 + 1)) && at "$1" $3 05:30 $5 &&
	at "$1" $3 23:30 $5 && at "$1" $4 05:30 $(($5 - 1))
}

test_expect_success 'where the clock goes forward' '
	around $NEW_YORK 2022-03-12 2022-03-13 2022-03-14 293 &&
	around $BERLIN 2022-03-26 2022-03-27 2022-03-28 279 &&
	around "$CHATHAM" 2022-09-24 2022-09-25 2022-09-26 97
'

test_expect_success 'and back' '
	around $NEW_YORK 2022-11-05 2022-11-06 2022-11-07 55 &&
	around $BERLIN 2022-10-29 2022-10-30 2022-10-31 62 &&
	around "$CHATHAM" 2022-04-02 2022-04-03 2022-04-04 272
'

test_expect_success 'and at the far ends of the world' '
	for zone in "<-12>12" UTC0 "<+14>-14"
	do
		at "$zone" 2022-07-04 12:00 180 || return 1
	done
'

test_expect_success 'the percentage and the pace do not change with the zone either' '
	mkdir -p plans && printf "## Todo\n- [ ] a\n- [x] b\n" >plans/p.md &&
	for zone in UTC0 $NEW_YORK $BERLIN "$CHATHAM"
	do
		TZ=$zone hecto --today 2022-03-27 plan --json || return 1
	done | jq -c "[.pace.days_to_go, .pace.time_left,
		.pace.study_days_left, .pace.needed]" | sort -u >out &&
	test 1 = $(wc -l <out) && cat out
'

test_done
