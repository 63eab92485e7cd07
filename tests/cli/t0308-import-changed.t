#!/bin/sh
test_description='a log without dates that went on, and one in UTF-16'
. ./setup.sh

log () {
	printf "# #100DaysOfCode Log\n\n### R1D0\nBegan.\n\n### R1D1\n\nRead of pipes in the train.\n"
	printf "\n### R1D2\n\nWrote a parser%s.\n\n### R1D3\nSlept.\n" "$1"
}

test_expect_success 'what changed in a day without a date is taken over' '
	new_journal && log "" >log.md && hecto -C journal import log.md &&
	log " and tested it well" >log.md &&
	printf "And read on.\n\n### R1D4\nRead of trees.\n" >>log.md &&
	hecto -C journal import log.md >out &&
	grep "1 new, 2 here already, 2 changed in the file" out &&
	test "$(hecto -C journal list --json | jq length)" = 5 &&
	hecto -C journal export 100days | cmp - log.md
'

test_expect_success 'another text under the same number is another entry' '
	sed "s/^Wrote .*/Nothing at all today/" log.md >other &&
	cp other log.md && hecto -C journal import log.md >out &&
	grep "1 new, 4 here already, 1 no longer in the file, and kept" out &&
	grep "a parser" journal/log/undated/*.md
'

short () {
	printf "# Log\n"
	for line in "$@"
	do
		printf "\n### Day %s\n\n**Today's Progress**:\n" "${line%%:*}"
		printf "%s\n\n**Thoughts**:\n\n" "${line#*:}"
	done
}

test_expect_success 'a short log most of whose days changed is the same log' '
	new_journal short &&
	short "1:Read about queues and their limits" "2:Wrote a parser" \
		"3:Slept in the train" >log.md &&
	hecto -C short import log.md &&
	short "1:Read about queues and their limits, twice" \
		"2:Wrote a parser, with tests" "3:Slept in the train" \
		"4:Read about trees" >log.md &&
	hecto -C short import log.md >out && ! grep "log-2.md" out &&
	grep "1 new, 1 here already, 2 changed in the file" out &&
	hecto -C short export 100days | cmp - log.md
'

test_expect_success 'dates that days get later do not make it another one' '
	sed "s/^### Day \([123]\)/&: 0\1.07.2022/" log.md >dated.md &&
	mv dated.md log.md && hecto -C short import log.md >out &&
	grep "1 here already, 3 without a date until now" out &&
	hecto -C short export 100days | cmp - log.md
'

test_expect_success 'another one of the same name and template is another log' '
	short "1:Built a page with colours" "2:Slept in the train" \
		"3:Fixed the menu of a page" >log.md &&
	hecto -C short import log.md >out && grep "log-2.md" out &&
	short "1:Painted walls" "2:Cooked soup" "3:Danced" >log.md &&
	hecto -C short import log.md >out && grep "log-3.md" out
'

test_expect_success 'UTF-16 is read, and kept as UTF-8' '
	new_journal wide && log " for ü" >plain.md &&
	iconv -f UTF-8 -t UTF-16 plain.md >wide.md &&
	hecto -C wide import wide.md >out &&
	grep "1 file was UTF-16: kept as UTF-8, and exported so" out &&
	hecto -C wide export 100days | cmp - plain.md &&
	hecto -C wide import wide.md 2>err && grep "nothing new" err
'

test_expect_success 'UTF-16 without its mark is known by its NULs' '
	new_journal bare && iconv -f UTF-8 -t UTF-16BE plain.md >bare.md &&
	hecto -C bare import bare.md &&
	hecto -C bare export 100days | cmp - plain.md
'

test_expect_success 'UTF-16 that is damaged is refused with a way out' '
	printf "\377\376a\0\75\330" >damaged.md &&
	test_expect_code 1 hecto -C bare import damaged.md 2>err &&
	grep "damaged UTF-16; save it as UTF-8 first" err
'

test_done
