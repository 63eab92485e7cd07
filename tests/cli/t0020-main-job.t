#!/bin/sh
test_description='the main job: a log comes in, a day is logged, found, counted, published'
. ./setup.sh

sample=$HECTO_SOURCE/scripts/sample

test_expect_success 'a new journal is made' '
	hecto init journal &&
	test -d journal/.hecto &&
	git -C journal fsck
'

test_expect_success 'a log comes in as one commit' '
	before=$(git -C journal rev-list --count HEAD) &&
	hecto -C journal import "$sample/log.md" &&
	after=$(git -C journal rev-list --count HEAD) &&
	test $after -eq $((before + 1)) &&
	hecto -C journal list --json | jq length >actual &&
	echo 10 >expect &&
	test_cmp expect actual
'

test_expect_success 'what was imported goes out as the very same file' '
	hecto -C journal export 100days -o - >out.md &&
	test_cmp "$sample/log.md" out.md
'

test_expect_success 'importing it again changes nothing' '
	before=$(git -C journal rev-parse HEAD) &&
	hecto -C journal import "$sample/log.md" &&
	test "$before" = "$(git -C journal rev-parse HEAD)" &&
	test -z "$(git -C journal status --porcelain)"
'

test_expect_success 'a note is kept whole' '
	hecto -C journal import --as note "$sample/dva-notes.md" &&
	test_cmp "$sample/dva-notes.md" journal/notes/dva-notes.md
'

test_expect_success 'a day is logged and continues the count' '
	HECTO_NOW=2026-05-09T20:00:00Z hecto -C journal log "A practice exam" \
		--learned "an SQS queue can call a Lambda function" --json >log.json &&
	jq -r .date log.json >actual &&
	echo 2026-05-09 >expect &&
	test_cmp expect actual &&
	test "$(jq .day log.json)" = 10 &&
	grep -q "A practice exam" journal/log/2026/2026-05-09.md
'

test_expect_success 'what was logged is found by service' '
	hecto -C journal search "practice exam" --topic sqs --json >found.json &&
	test "$(jq -r ".hits[0].date" found.json)" = 2026-05-09
'

test_expect_success 'a topic has its passages from days and notes' '
	hecto -C journal topic dynamodb >topic.txt &&
	grep -q 2026-04-30 topic.txt &&
	grep -q dva-notes topic.txt
'

test_expect_success 'the streak bridges one missed day' '
	HECTO_NOW=2026-05-09T21:00:00Z hecto -C journal streak --json >streak.json &&
	test "$(jq .streak streak.json)" = 11 &&
	test "$(jq .run streak.json)" = 7 &&
	test "$(jq -r .status streak.json)" = done
'

test_expect_success 'the countdown counts' '
	hecto -C journal exam set "AWS DVA" --date 2026-05-25 --start 2026-05-08 &&
	hecto -C journal --today 2026-05-09 exam >exam.txt &&
	grep -q "^Days to go: 16$" exam.txt &&
	grep -q "^Percentage remaining: 94%$" exam.txt
'

test_expect_success 'the site is published beneath one folder' '
	hecto -C journal publish -o site &&
	test -f site/index.html &&
	grep -q "A practice exam" site/days/2026-05-09.html
'

test_expect_success 'an unchanged site is not written again' '
	touch -d 2020-01-01 site/index.html &&
	before=$(stat -c %Y site/index.html) &&
	hecto -C journal publish -o site &&
	test "$before" = "$(stat -c %Y site/index.html)"
'

test_expect_success 'the repository is sound and clean at the end' '
	git -C journal fsck --strict &&
	test -z "$(git -C journal status --porcelain)"
'

test_done
