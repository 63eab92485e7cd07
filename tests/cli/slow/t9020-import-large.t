#!/bin/sh
test_description='files as large as they may be'
. ./setup.sh

test_expect_success 'a file of nearly 64 MiB comes in and goes out' '
	yes "a line of a note about queues and lambda" |
		head -c 67000000 >big.md &&
	hecto init big >/dev/null &&
	hecto -C big import --as note big.md &&
	cmp big.md big/notes/big.md
'

test_expect_success 'a log of 10,000 entries does, and again adds nothing' '
	awk "BEGIN {
		print \"# 100 days of code\n\"
		for (i = 0; i < 10000; i++)
			printf \"### Day %d: March %d, 2022\n%s %d.\n\n\", i,
				i % 31 + 1, \"Read about topic\", i
	}" >many.md &&
	hecto init many >/dev/null &&
	hecto -C many import many.md >out &&
	grep "10000 new" out &&
	hecto -C many export 100days | cmp - many.md &&
	hecto -C many import many.md 2>err &&
	grep "^nothing new$" err
'

test_expect_success 'more files than the limit are refused' '
	mkdir crowd && (cd crowd && seq 20001 | xargs touch) &&
	test_expect_code 1 hecto -C many import crowd 2>err &&
	grep "more than 20000 files" err
'

test_expect_success 'more bytes than the limit are refused' '
	mkdir heavy &&
	for i in 1 2 3 4 5
	do
		head -c 60000000 big.md >heavy/$i.md || return 1
	done &&
	test_expect_code 1 hecto -C many import heavy 2>err &&
	grep "more than 256 MiB" err
'

test_done
