#!/bin/sh
test_description='giving the journal away'
. ./setup.sh

test_expect_success 'wrong usage is refused with a hint' '
	new_journal &&
	expect_usage_error hecto export -C journal &&
	expect_usage_error hecto export -C journal 100day &&
	grep "did you mean .100days." err &&
	expect_usage_error hecto export -C journal nothing-like-it &&
	grep "there is .*json" err &&
	expect_usage_error hecto export -C journal site
'

test_expect_success 'set up' '
	printf "# Mine\n\n### Day 1: July 1, 2022\nRead.\n" >log.md &&
	hecto -C journal import log.md
'

test_expect_success 'a log goes out as it came in' '
	hecto -C journal export 100days >out &&
	test_cmp log.md out &&
	hecto -C journal export 100days -o - >out &&
	test_cmp log.md out
'

test_expect_success 'into a file, wholly or not at all' '
	echo old >file.md &&
	hecto -C journal export 100days -o file.md &&
	test_cmp log.md file.md &&
	test_must_fail hecto -C journal export 100days -o nowhere/file.md 2>err &&
	grep nowhere err &&
	test -z "$(find . -name "*.tmp")"
'

test_expect_success 'into a folder, only what differs' '
	mkdir folder &&
	hecto -C journal export 100days --output folder 2>err &&
	test_cmp log.md folder/log.md &&
	grep "1 of them new or changed" err &&
	hecto -C journal export 100days -o folder 2>err &&
	grep "0 of them new or changed" err
'

test_expect_success 'one log of several' '
	mkdir other &&
	printf "# Other\n\n### Day 1: May 1, 2021\nRead.\n" >other/log.md &&
	hecto -C journal import other/log.md &&
	hecto -C journal export 100days --log log-2.md >out &&
	test_cmp other/log.md out &&
	test_must_fail hecto -C journal export 100days --log nothing.md 2>err &&
	grep nothing.md err
'

test_expect_success 'who names none of several logs is told the name of one' '
	test_expect_code 5 hecto -C journal export 100days -o nowhere 2>err &&
	grep "such as --log .log\(-2\)*.md., or a folder that is there" err &&
	! test -e nowhere
'

test_expect_success 'entries as JSON and CSV' '
	hecto -C journal export json | jq length >actual &&
	echo 2 >expect &&
	test_cmp expect actual &&
	hecto -C journal export csv >out &&
	test $(wc -l <out) -ge 3
'

test_expect_success 'a file without a name is none' '
	expect_usage_error hecto -C journal export json -o "" && grep "file of -o is empty" err
'

test_expect_success 'a full disk is an error' '
	test_must_fail hecto -C journal export 100days >/dev/full
'

test_expect_success 'a reader that goes away is none' '
	hecto -C journal export json | head -n 1 >out
'

test_done
