#!/bin/sh
test_description='a date that is in no calendar is told where it stands'
. ./setup.sh
the_clock_shows 2026-05-14T21:00:00Z

# told FILE: the last check found this date, and says what to do.
told () {
	grep -A2 "^$1  impossible-date: " out >found &&
	grep "    -> " found
}

test_expect_success 'of a log, in numbers or in words' '
	new_journal &&
	printf "### Day %s\n\nQueues, part %s.\n\n" "1: 29/04/2026" 1 \
		"2: 31/04/2026" 2 "3: 2026-13-45" 3 "4: April 45, 2026" 4 \
		"5: February 30" 5 "6: 01/05/2026" 6 >log.md &&
	hecto -C journal import log.md >report &&
	grep "line 5: date impossible: ### Day 2: 31/04/2026" report &&
	grep "4 dates are in no calendar; correct the file" report &&
	test_expect_code 1 hecto -C journal check >out &&
	told log/undated/D002.md:3 && told log/undated/D003.md:3 &&
	told log/undated/D004.md:3 && told log/undated/D005.md:3 &&
	test_expect_code 1 hecto check log.md >out &&
	told log.md:5 && told log.md:9 && told log.md:13 && told log.md:17
'

test_expect_success 'the log put right gives the days their dates' '
	sed "s/31.04.2026/30\/04\/2026/; s/2026-13-45/2026-05-02/
		s/April 45/May 3/; s/February 30/May 4/" log.md >right &&
	mv right log.md && hecto -C journal import log.md >report &&
	grep "4 without a date until now" report &&
	hecto -C journal check >out && ! grep impossible out
'

test_expect_success 'of a table, a file of days and an Org file' '
	new_journal others &&
	printf "Date,Topic,Minutes\n2026-04-29,SQS,30\n2026-13-45,S3,10\n" \
		>days.csv &&
	printf "* <2026-04-29 Wed> Queues\nOne.\n* <2026-04-31 Thu> Keys\nTwo.\n" \
		>days.org &&
	hecto -C others import days.csv >report && grep "calendar" report &&
	hecto -C others import days.org >report && grep "2 entries" report &&
	grep "line 3: date impossible" report &&
	test_expect_code 1 hecto -C others check >out &&
	told log/undated/entry.md:2 && told log/undated/entry-2.md:2
'

test_expect_success 'of a day that was written by hand' '
	new_journal hand && mkdir -p hand/log/2026 hand/log/undated &&
	echo "Read about queues." >hand/log/2026/2026-02-30.md &&
	printf "## Day 6: 31/04/2026\n\nRead about keys.\n" \
		>hand/log/undated/a.md &&
	printf -- "---\ndate: 31/04/2026\n---\nRead about roles.\n" \
		>hand/log/undated/b.md &&
	printf "Day 7 without a date.\n" >hand/log/undated/c.md &&
	test_expect_code 1 hecto -C hand check >out &&
	told log/2026/2026-02-30.md && told log/undated/a.md:1 &&
	grep "^log/undated/b.md:2  front-matter: .*31/04/2026" out &&
	! grep "log/undated/c.md" out
'

test_expect_success 'February 30 of a day by hand is told once' '
	printf "# February 30\n\nRead about rules.\n" >hand/log/undated/d.md &&
	printf "Read about it.\n\nDay XX: February 30\n" >hand/log/undated/e.md &&
	test_expect_code 1 hecto -C hand check >out &&
	grep "^log/undated/d.md:1  impossible-date" out &&
	! grep "^log/undated/d.md:1  template" out &&
	grep "^log/undated/e.md:3  template" out
'

test_done
