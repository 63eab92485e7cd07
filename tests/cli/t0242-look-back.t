#!/bin/sh
test_description='random and on-this-day look back'
. ./setup.sh

test_expect_success 'set up' '
	new_journal && cd journal &&
	hecto log -d 2020-07-04 "An old queue" >/dev/null &&
	hecto log -d 2021-07-04 "A year ago" >/dev/null &&
	hecto log -d 2022-03-26 "A hundred days before" >/dev/null &&
	hecto log -d 2022-07-03 "Yesterday [a](http://x.org)" >/dev/null &&
	mkdir -p notes &&
	printf "# Note\n\nFirst words.\n\nSecond words.\n\nThird words.\n" \
		>notes/note.md
'

test_expect_success 'entries of this day in earlier years, and of 100 days ago' '
	hecto on-this-day >out &&
	sed -n "s/  20.*//p" out >actual &&
	printf "%s\n" "100 days ago" "1 year ago" "2 years ago" >expect &&
	test_cmp expect actual &&
	grep "An old queue" out &&
	hecto on-this-day --json | jq -r ".[] | .id + \" \" + .why" >actual &&
	printf "%s\n" "2022-03-26 100 days ago" "2021-07-04 1 year ago" \
		"2020-07-04 2 years ago" >expect &&
	test_cmp expect actual
'

test_expect_success 'of another day, and of one that had nothing' '
	hecto on-this-day "3 jul 2023" >out &&
	grep "^1 year ago  2022-07-03" out &&
	test_expect_code 1 hecto on-this-day 2022-02-02 2>err &&
	grep "no earlier year" err &&
	test_expect_code 1 hecto on-this-day 2022-02-02 --json >out &&
	echo "[]" >expect && test_cmp expect out
'

test_expect_success 'several words are one date' '
	hecto on-this-day 3 july 2023 >out &&
	grep "^1 year ago  2022-07-03" out &&
	test_expect_code 1 hecto on-this-day 2 feb 2>err &&
	grep "no earlier year has an entry for .*2 February" err
'

test_expect_success 'the same seed chooses the same passage' '
	hecto random --seed 7 >one && hecto random --seed 7 >two &&
	test_cmp one two &&
	for seed in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16
	do
		hecto random --seed $seed in:notes --json | jq -r .text || return 1
	done | sort -u >actual &&
	printf "%s\n" "First words." "Second words." "Third words." >expect &&
	test_cmp expect actual
'

test_expect_success 'without a seed it is another one within a second, too' '
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20
	do
		env -u HECTO_NOW hecto random in:notes --json | jq -r .text ||
			return 1
	done | sort -u >out &&
	test 1 -lt $(wc -l <out) &&
	hecto random in:notes >one && hecto random in:notes >two &&
	test_cmp one two
'

test_expect_success 'a query and filters narrow the choice' '
	hecto random queue --json | jq -r .id >actual &&
	hecto random -t nothing-of-it 2>err; test $? != 0 &&
	hecto random --topic sqs >out 2>&1; test $? -le 1 &&
	hecto random --tag none 2>err; test $? = 1 &&
	hecto random --since 2022-07-01 --until 2022-07-04 --kind entry --json |
		jq -r .id >>actual &&
	hecto random --on 2021-07-04 --json | jq -r .id >>actual &&
	hecto random --has link --json | jq -r .id >>actual &&
	hecto random --in notes --json | jq -r .id >>actual &&
	hecto random --day 1 --json | jq -r .id >/dev/null &&
	test_expect_code 1 hecto random --round 9 2>err &&
	grep "nothing to choose from" err &&
	printf "%s\n" 2020-07-04 2022-07-03 2021-07-04 2022-07-03 note >expect &&
	test_cmp expect actual
'

test_expect_success 'wrong usage' '
	expect_usage_error hecto random --seed x &&
	expect_usage_error hecto random "(" &&
	expect_usage_error hecto on-this-day blursday &&
	expect_usage_error hecto on-this-day today tomorrow
'

test_expect_success 'what says something is likelier than what tells of a day' '
	mkdir -p notes/two && echo "Then came the rain." >notes/two/tells.md &&
	echo "A shard is a sequence of records." >notes/two/says.md &&
	for seed in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20
	do
		hecto random --seed $seed in:notes shard or rain --json |
			jq -r .id || return 1
	done >actual &&
	says=$(grep -c says actual) && test $says -ge 12 && test $says -lt 20
'

test_done
