#!/bin/sh
test_description='import of a file a day, a vault, and text that went wrong'
. ./setup.sh

test_expect_success 'a file a day keeps its front matter and gets a number' '
	hecto init days &&
	mkdir -p in/round1 &&
	printf -- "---\ntitle: Lists # mine\ndate: 2022-07-04\n---\nA list.\n" \
		>in/round1/day-01.md &&
	printf "# Day 2: Trees\n\nDate: July 5, 2022\n\nA tree.\n" \
		>in/round1/day-02.md &&
	hecto -C days import in &&
	grep "title: Lists # mine" days/log/2022/2022-07-04.md &&
	grep "day: 1" days/log/2022/2022-07-04.md &&
	grep "A tree" days/log/2022/2022-07-05.md
'

test_expect_success 'it is imported once' '
	hecto -C days import in &&
	test $(find days/log -name "*.md" | wc -l) = 2
'

test_expect_success 'the notes of a vault keep their folders' '
	hecto init vault &&
	mkdir -p notes/Topics notes/Daily &&
	echo "See [[Queues]]." >notes/Daily/2022-07-04.md &&
	echo "A [[queue]] holds." >notes/Topics/Queues.md &&
	hecto -C vault import --as vault notes &&
	test -f vault/log/2022/2022-07-04.md &&
	find vault/notes -name Queues.md | grep Topics/Queues.md
'

test_expect_success 'mojibake is reported, and mended with --fix-mojibake' '
	hecto init mojibake &&
	printf "# Caf\303\203\302\251\n\n## Menu\n" >notes.md &&
	hecto -C mojibake import -n notes.md >out &&
	grep -e "--fix-mojibake" out &&
	hecto -C mojibake import --fix-mojibake notes.md &&
	printf "# Caf\303\251\n\n## Menu\n" >expected &&
	cmp expected mojibake/notes/notes.md
'

test_expect_success '--from is another name for --as' '
	echo "### Day 1: July 1, 2022" >from.md &&
	hecto import -n --from note from.md >out &&
	grep "from.md (note)" out
'

test_expect_success 'the time of a row is its minutes, and no number' '
	hecto init rows && cat >rows.md <<-\END &&
	# Journal

	| Day | Date | Topic | Time | Notes |
	|---|---|---|---|---|
	| 1 | 2022-07-01 | Lambda | 1h | runs for 15 minutes at most |
	| 2 | 2022-07-02 | SQS | 30 min | ok |
	END
	hecto -C rows import rows.md &&
	grep "^minutes: 30$" rows/log/2022/2022-07-02.md &&
	test_expect_code 1 hecto -C rows topic sqs --numbers &&
	hecto -C rows topic lambda --numbers >out && grep "15 minutes" out
'

test_expect_success 'a log of dates may have numbered headings in its days' '
	for day in 6 5 4
	do
		printf "## 2022-07-0%d (%s)\n\n### %d. Two pointers\n\n- slow\n\n" \
			$day "$(date -u -d 2022-07-0$day +%A)" $((day * 7)) ||
			return 1
	done >solved.md &&
	hecto import -n --json solved.md >out &&
	test "$(jq -r .format out)" = 100days &&
	test "$(jq ".entries | length" out)" = 3
'

test_expect_success 'lines that end in a bare CR say as much as others' '
	printf "# My days\n\n## Day 1: pipes\n\n- Learned of pipes\n\n" >lf.md &&
	printf "## Day 2: queues\n\n- read on\n- Wrote a parser\n" >>lf.md &&
	printf "\n## Day 3: trees\n\nI slept.\n" >>lf.md &&
	tr "\n" "\r" <lf.md >cr.md &&
	for file in lf.md cr.md
	do
		hecto import -n --json $file >out &&
		test "$(jq -r .format out)" = 100days &&
		test "$(jq ".entries | length" out)" = 3 || return 1
	done
'

test_expect_success 'a list of links is a list of days, and the links are whole' '
	printf "%s\n" "# 100 days of code" "" "* [Day 2: queues](https://example.org/q)" \
		"* [Day 1: pipes](https://example.org/p)" >links.md &&
	hecto init linked && hecto -C linked import links.md &&
	hecto -C linked list --json >out &&
	test "$(jq -r ".[0].title, .[0].summary, .[0].empty" out |
		tr "\n" ,)" = "Day 1,Day 1: pipes,false," &&
	hecto -C linked links --json | grep https://example.org/p &&
	hecto -C linked export 100days | cmp - links.md
'

test_done
