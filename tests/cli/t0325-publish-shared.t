#!/bin/sh
test_description='a site that is drawn by several processes'
. ./setup.sh

# Enough days to be worth sharing out.
write_days () {
	day=$(date -u -d 2021-06-01 +%s) &&
	mkdir -p journal/log/2021 journal/log/2022 journal/notes &&
	for i in $(seq 300)
	do
		date=$(date -u -d @$((day + i * 86400)) +%Y-%m-%d) &&
		cat >"journal/log/${date%%-*}/$date.md" <<-END || return 1
		**Today's Progress:** Number $i of Lambda, see [[Queues]].

		**What I learned:** SQS keeps message $i for four days.

		**Thoughts:** Nobody reads thought $i about DynamoDB.
		END
	done &&
	cat >journal/notes/queues.md <<-\END
	# Queues

	## Visibility

	SQS hides a message, and Lambda takes it.
	END
}

test "$(nproc)" -gt 1 && test_set_prereq PROCESSORS
command -v taskset >/dev/null && test_set_prereq TASKSET
strace -o /dev/null true 2>/dev/null && test_set_prereq TRACING

# torn FOLDER: publish there, killed when some files have been moved into place.
torn () {
	ASAN_OPTIONS=detect_leaks=0 strace -f -o trace -e trace=renameat,renameat2 \
		-e inject=renameat,renameat2:signal=SIGKILL:when=20 \
		hecto -C journal publish -o "$1"
}

# killed FOLDER: publish there, with each child killed as it begins.
killed () {
	ASAN_OPTIONS=detect_leaks=0 strace -f -o trace \
		-e trace=prctl -e inject=prctl:signal=SIGKILL \
		hecto -C journal publish -o "$1"
}

test_expect_success 'set up' '
	new_journal && write_days && hecto -C journal publish -o several
'

test_expect_success PROCESSORS,TASKSET 'one process makes the same files' '
	cpu=$(taskset -cp $$ | sed "s/.*: \([0-9]*\).*/\1/") &&
	taskset -c "$cpu" hecto -C journal publish -o one &&
	diff -r several one
'

test_expect_success 'a folder that was removed is made again' '
	mv several before && hecto -C journal publish -o several 2>err &&
	diff -r before several &&
	grep "new or changed, 0 as they were" err
'

test_expect_success PROCESSORS,TRACING 'a process that is killed while it reads is an error' '
	test_must_fail killed fresh 2>err &&
	grep "started for a share of the work has died" err &&
	grep SIGKILL trace && ! test -e fresh/index.html
'

test_expect_success PROCESSORS,TRACING 'and so is one that is killed while it draws' '
	rm -r several && test_must_fail killed several 2>err &&
	grep "started for a share of the work has died" err
'

test_expect_success PROCESSORS,TRACING 'one that is killed while it makes a file leaves the folder it did that in' '
	! torn torn 2>err && grep SIGKILL trace &&
	ls -d torn/.hecto-*.tmp
'

test_expect_success PROCESSORS,TRACING 'the next run completes what any of them left' '
	for folder in fresh several torn
	do
		hecto -C journal publish -o $folder &&
		diff -r before $folder || return 1
	done
'

test_done
