#!/bin/sh
test_description='bringing in what an address of the web gives'
. ./setup.sh

mkdir served
printf "## Day 1: May 1, 2021\nRead about S3.\n" >served/log.md
printf "# Queues\n\nVisibility timeout.\n" >"served/my%20queues.md"
echo "<!DOCTYPE html><title>Log</title>" >served/page.html
mkdir packed && cp served/log.md packed && echo "# SNS" >packed/sns.md &&
	tar -czf served/packed.tar.gz packed

"$HECTO_BIN/tests/http_server" served port &
server=$!
trap 'kill $server 2>/dev/null' EXIT
for i in $(seq 100)
do
	test -s port && break
	sleep 0.05
done
here=http://127.0.0.1:$(cat port)

test_expect_success 'this machine is not asked unless --allow-private' '
	new_journal &&
	test_expect_code 1 hecto -C journal import $here/log.md 2>err &&
	grep "127.0.0.1" err &&
	test ! -e journal/log
'

test_expect_success 'a log comes in by its address' '
	hecto -C journal import --allow-private $here/log.md >out &&
	grep "1 entry" out &&
	hecto -C journal export 100days --log log.md |
		test_cmp served/log.md -
'

test_expect_success 'it is the same log as the file' '
	hecto -C journal import served/log.md 2>err &&
	grep "^nothing new$" err
'

test_expect_success 'a name is what the path of the address says' '
	hecto -C journal import --allow-private --as note \
		"$here/to/my%20queues.md?raw=1#top" &&
	test_cmp "served/my%20queues.md" "journal/notes/my queues.md"
'

test_expect_success 'an archive is one there, too' '
	hecto -C journal import --allow-private $here/packed.tar.gz &&
	test_cmp packed/sns.md journal/notes/sns.md
'

test_expect_success 'a web page is refused, with what to do' '
	test_expect_code 1 hecto -C journal import --allow-private \
		$here/page.html 2>err &&
	grep "address of the raw file" err
'

test_expect_success 'each failure is said clearly' '
	test_expect_code 3 hecto -C journal import --allow-private \
		$here/nowhere.md 2>err &&
	grep "nowhere.md" err &&
	test_expect_code 4 hecto -C journal import --allow-private \
		$here/closed 2>err &&
	test_must_fail hecto -C journal import --allow-private \
		$here/to-file 2>err &&
	test_must_fail hecto -C journal import ftp://127.0.0.1/log.md
'

test_expect_success 'a password is never shown' '
	hecto import -n --json --allow-private \
		$(echo $here | sed "s|//|//me:secret@|")/log.md >out &&
	test_must_fail hecto import -n --allow-private \
		$(echo $here | sed "s|//|//me:secret@|")/none.md 2>>out &&
	! grep secret out
'

test_done
