#!/bin/sh
test_description='hecto log puts what was studied into the entry of its day'
. ./setup.sh

body () {
	sed 1d "$1" | sed "1,/^---$/d"
}
entry=log/2022/2022-07-04.md

test_expect_success 'set up a journal' '
	new_journal &&
	cd journal
'

test_expect_success 'the first log of a day makes its entry, in one commit' '
	git rev-list --count HEAD >before &&
	hecto log "Read about DynamoDB streams" >out &&
	grep "^Logged 2022-07-04: Mon 4 July 2022, day 1$" out &&
	grep "^Topics: .*dynamodb" out &&
	grep "^Streak: 1 day$" out &&
	test $(($(cat before) + 1)) = $(git rev-list --count HEAD) &&
	grep "^date: 2022-07-04$" $entry &&
	grep "^day: 1$" $entry &&
	grep "^written: 2022-07-04T21:00:00Z$" $entry &&
	grep "Read about DynamoDB streams" $entry &&
	test -z "$(git status --porcelain -- log .hecto)"
'

test_expect_success 'several words need no quotes' '
	hecto log and then about SQS >out &&
	grep "and then about SQS" $entry
'

test_expect_success 'what is added tells its own topics' '
	new_journal ../other &&
	hecto -C ../other log "Read about DynamoDB" &&
	hecto -C ../other log "Read about SQS" >out &&
	grep "^Topics: sqs$" out &&
	hecto -C ../other log --tag kinesis "and slept" --json >out &&
	jq -e ".topics | index(\"sqs\") == null" out
'

test_expect_success 'a further log adds to the sections and keeps the rest' '
	cp $entry before &&
	hecto log --learned "FIFO keeps order" --thoughts "Nice." \
		--link https://example.org/work >out &&
	grep "^Added to 2022-07-04" out &&
	grep "FIFO keeps order" $entry &&
	grep "Nice\." $entry &&
	grep "https://example.org/work" $entry &&
	while IFS= read -r line
	do
		grep -xF -e "$line" $entry >/dev/null || return 1
	done <before
'

test_expect_success 'a link leads somewhere' '
	cp $entry before &&
	expect_usage_error hecto log --link notaurl x &&
	grep "needs an address such as https:.*not .notaurl." err &&
	test_cmp before $entry &&
	hecto log --link $entry --link "[the work](https://example.org/a)" \
		--link "[[queues]]" --link mailto:me@example.org >out &&
	grep "mailto:me@example.org" $entry &&
	cp before $entry
'

test_expect_success 'no line of the entry is lost or doubled by a further log' '
	cp $entry before &&
	hecto log --learned "Visibility timeouts" >/dev/null &&
	diff before $entry >changes;
	! grep "^<" changes &&
	test 1 = $(grep -c "^> .*[^ ]" changes)
'

test_expect_success 'time adds up, tags join' '
	hecto log -m 45 -t aws,python "more" >/dev/null &&
	grep "^minutes: 45$" $entry &&
	hecto log --minutes 1h30 --tag aws --tag "#sqs" >out &&
	grep "2 h 15 min" out &&
	grep "^minutes: 135$" $entry &&
	test 1 = $(grep -c "aws" $entry) &&
	grep "python" $entry && grep "sqs" $entry
'

test_expect_success 'what a user wrote into the front matter stays' '
	cat >$entry <<-\EOF &&
	---
	# mine
	mood:   "good: very"
	date: 2022-07-04
	tags: [a, b]   # two
	---
	Free text before any label.

	### What I learned
	* one
	EOF
	hecto log --learned two -t c >/dev/null 2>err &&
	grep "^# mine$" $entry &&
	grep "^mood:   \"good: very\"$" $entry &&
	grep "^Free text before any label\.$" $entry &&
	grep "^\* two$" $entry
'

test_expect_success 'an edit by hand that was not committed is saved first' '
	git log -2 --format=%s >subjects &&
	grep "saved your edit of .$entry. first" err &&
	test 2 = $(wc -l <subjects)
'

test_expect_success 'text comes from standard input' '
	printf "piped in\n\nwith two paragraphs\n" | hecto log -d 2022-07-03 - >/dev/null &&
	grep "with two paragraphs" log/2022/2022-07-03.md
'

test_expect_success 'a text with labels is taken as it is' '
	cat >text <<-\EOF &&
	**Today'"'"'s Progress**: Chapter 3

	**Thoughts**: Hm.
	EOF
	hecto log -d 2022-07-02 - <text >/dev/null &&
	body log/2022/2022-07-02.md >actual &&
	test_cmp text actual &&
	hecto log -d 2022-07-02 - <text >/dev/null &&
	test 1 = $(grep -c "Progress" log/2022/2022-07-02.md) &&
	test 2 = $(grep -c "Hm\." log/2022/2022-07-02.md)
'

test_expect_success 'dates may be in words' '
	hecto log -d yesterday x >out &&
	grep "2022-07-03" out &&
	hecto log --date "last fri" x >out &&
	grep "2022-07-01: Fri 1 July 2022" out
'

test_expect_success 'a day in the future is refused, with a hint' '
	expect_usage_error hecto log -d tomorrow x &&
	grep "is in the future" err &&
	expect_usage_error hecto log -d 2022-07-05 x
'

test_expect_success 'a date that can be two days is refused' '
	expect_usage_error hecto log -d 05/07/2022 x &&
	grep -e "--date" err
'

test_expect_success 'after midnight it is still the day before, and that is said' '
	the_clock_shows 2022-07-10T01:30:00Z &&
	hecto log "late" >out 2>err &&
	grep "^Logged 2022-07-09" out &&
	grep "Logging for Sat 9 July 2022 (the day turns at 04:00; --date today for Sun 10 July 2022)" err &&
	hecto log -d today "early" >out 2>err &&
	grep "^Logged 2022-07-10" out &&
	test_must_be_empty err
'

test_expect_success 'the setting says when the day turns' '
	hecto config journal.rollover 00:00 &&
	the_clock_shows 2022-07-12T01:30:00Z &&
	hecto log "early" >out 2>err &&
	grep "^Logged 2022-07-12" out &&
	test_must_be_empty err &&
	the_clock_shows 2022-07-12T21:00:00Z
'

test_expect_success '--json says what was understood' '
	hecto log --json -m 30 -t aws "Lambda and SQS" >out &&
	grep "\"id\": \"2022-07-12\"" out &&
	grep "\"date\": \"2022-07-12\"" out &&
	grep "\"minutes\": 30" out &&
	grep "\"lambda\"" out &&
	grep "\"status\": \"done\"" out
'

test_expect_success 'nothing to log is wrong usage off a terminal' '
	expect_usage_error hecto log </dev/null &&
	expect_usage_error hecto log "" &&
	expect_usage_error hecto log "  " &&
	expect_usage_error hecto log --learned "" &&
	: | test_expect_code 2 hecto log -
'

test_expect_success 'facts alone need an entry to stand in' '
	expect_usage_error hecto log -d 2020-01-01 -m 30 &&
	grep "there is no entry for" err
'

test_expect_success 'values that make no sense are wrong usage' '
	expect_usage_error hecto log -m long x &&
	expect_usage_error hecto log -m 0 x &&
	expect_usage_error hecto log -m 1:5 x &&
	expect_usage_error hecto log -m 25h x &&
	expect_usage_error hecto log -t "" x &&
	expect_usage_error hecto log --round 0 x &&
	expect_usage_error hecto log --round 100 x &&
	expect_usage_error hecto log --day 100000 x &&
	expect_usage_error hecto log -d blursday x &&
	expect_usage_error hecto log --day
'

test_expect_success 'time that the text tells is inferred, unless it is said' '
	mkdir ../inferred && git init -q ../inferred && (
		cd ../inferred && git config user.name A && git config user.email a@b.c &&
		hecto init . && hecto log --date 2022-07-01 "Studied 2 hours of S3" >out &&
		grep "2 h inferred from the text; -m sets another" out &&
		grep "^minutes: 120$" log/2022/2022-07-01.md &&
		hecto log --date 2022-07-01 "Then half an hour of labs" >out &&
		grep "30 min inferred" out &&
		grep "^minutes: 150$" log/2022/2022-07-01.md &&
		hecto log --json --date 2022-07-02 "90 minutes of labs" >out &&
		jq -e ".minutes == 90 and .inferred == 90" out &&
		hecto log --json --date 2022-07-03 -m 45 "90 minutes of labs" >out &&
		jq -e ".minutes == 45 and has(\"inferred\") == false" out &&
		hecto log --date 2022-07-04 "Lambda times out in 15 minutes" >out &&
		! grep -i "inferred" out && ! grep "minutes:" log/2022/2022-07-04.md
	)
'

test_expect_success 'a day has 24 hours' '
	hecto log -d 2022-06-01 -m 23h x >/dev/null &&
	git rev-parse HEAD >before &&
	expect_usage_error hecto log -d 2022-06-01 -m 90 &&
	git rev-parse HEAD >after &&
	test_cmp before after
'

test_expect_success 'nothing is lost when the output cannot be written' '
	test_expect_code 1 hecto log "to a full device" >/dev/full 2>err &&
	grep "is saved, but" err &&
	grep -r "to a full device" log &&
	test_expect_code 1 hecto log "to nobody" >&- 2>err &&
	grep "is saved, but" err &&
	grep -r "to nobody" log
'

test_expect_success 'text that is no UTF-8, or has control characters, is kept' '
	printf "caf\351 \001 end\n" >bytes &&
	hecto log -d 2022-05-05 - <bytes >/dev/null &&
	LC_ALL=C grep -a "$(printf "caf\351 \001 end")" log/2022/2022-05-05.md
'

test_expect_success 'an entry does not grow beyond what can be read again' '
	awk "BEGIN { for (i = 0; i < 350000; i++) print \"words, words\" }" \
		>long &&
	hecto log -d 2022-05-06 - <long >/dev/null &&
	cp log/2022/2022-05-06.md before &&
	test_must_fail hecto log -d 2022-05-06 - <long 2>err &&
	grep "larger than the limit" err &&
	test_cmp before log/2022/2022-05-06.md
'

test_expect_success 'two who log at once lose nothing' '
	for i in 1 2 3 4
	do
		hecto log -d 2022-03-0$i "number $i" >/dev/null 2>&1 &
		hecto log -d 2022-03-01 "shared $i" >/dev/null 2>&1 &
	done
	wait &&
	for i in 1 2 3 4
	do
		grep "number $i" log/2022/2022-03-0$i.md &&
		grep "shared $i" log/2022/2022-03-01.md || return 1
	done &&
	git fsck --strict && test -z "$(git status --porcelain -- log .hecto)"
'

test_done
