#!/bin/sh
test_description='whatever befalls the index, searching answers and is right'

. ./setup.sh

HECTO_DAMAGE_SEEDS=${HECTO_DAMAGE_SEEDS:-1}
INDEX=journal/.git/hecto/index.db

test_expect_success 'set up a journal' '
	new_journal &&
	i=1 && while test $i -le 12
	do
		mkdir -p journal/log/2022 &&
		day=2022-05-$(printf %02d $i) &&
		printf -- "---\ndate: %s\n---\nA queue of Lambda, word%d.\n" \
			$day $i >journal/log/2022/$day.md || return 1
		i=$((i + 1))
	done &&
	hecto -C journal search -n 0 --json queue >expect &&
	hecto -C journal list --json >expect-list &&
	test $(grep -c "\"2022-05-" expect-list) -ge 12 &&
	cp $INDEX sound.db
'

# still_right: what is found is what was found before any damage.
still_right () {
	hecto -C journal search -n 0 --json queue >out 2>err &&
	test_cmp expect out &&
	test_must_be_empty err &&
	hecto -C journal list --json >out 2>err &&
	test_cmp expect-list out &&
	test_must_be_empty err
}

fresh_index () {
	chmod -R u+w journal/.git/hecto &&
	rm -rf $INDEX $INDEX-wal $INDEX-shm $INDEX-journal &&
	cp sound.db $INDEX
}

# throw SIDES: a number below SIDES, the next of a row that a seed fixes.
throw () {
	dice=$(((dice * 1103515245 + 12345) % 2147483648))
	thrown=$((dice / 65536 % $1))
}

test_expect_success 'a file cut at any page is built again' '
	size=$(stat -c %s sound.db) &&
	at=0 && while test $at -lt $size
	do
		fresh_index && truncate -s $at $INDEX && still_right || return 1
		at=$((at + 4096 * 5))
	done
'

test_expect_success 'a file cut within a page is built again' '
	for at in 1 15 99 4095 5000 20481
	do
		fresh_index && truncate -s $at $INDEX && still_right || return 1
	done
'

test_expect_success 'random bytes in any place are noticed' '
	seed=1 && while test $seed -le $HECTO_DAMAGE_SEEDS
	do
		echo "seed $seed" &&
		dice=$seed && size=$(stat -c %s sound.db) && n=0 &&
		while test $n -lt 6
		do
			fresh_index && throw $((size / 7)) &&
			printf "\\377\\000\\125" | dd of=$INDEX bs=1 \
				seek=$((thrown * 7)) conv=notrunc 2>/dev/null &&
			still_right || return 1
			n=$((n + 1))
		done || return 1
		seed=$((seed + 1))
	done
'

test_expect_success 'pages of zeros are noticed' '
	pages=$(($(stat -c %s sound.db) / 4096)) &&
	page=0 && while test $page -lt $pages
	do
		fresh_index &&
		dd if=/dev/zero of=$INDEX bs=4096 seek=$page count=1 \
			conv=notrunc 2>/dev/null &&
		still_right || return 1
		page=$((page + 6))
	done
'

test_expect_success 'what is no database is replaced' '
	fresh_index && : >$INDEX && still_right &&
	fresh_index && echo "some words" >$INDEX && still_right &&
	fresh_index && head -c 40000 /dev/zero >$INDEX && still_right &&
	fresh_index && printf "\\000" >$INDEX-wal && still_right
'

# all_speak_of WORD: all days speak of that, and the index knows.
all_speak_of () {
	for file in journal/log/2022/2022-05-*.md
	do
		printf -- "---\ndate: %s\n---\nA queue of %s, and more.\n" \
			$(basename $file .md) $1 >$file || return 1
	done &&
	hecto -C journal search -n 0 --json queue >/dev/null
}

# write_back WORD: the same, again and again, until the log was written back.
write_back () {
	for round in $(seq 1 40)
	do
		all_speak_of "$1$round" && test -s $INDEX-wal || break
	done &&
	test ! -s $INDEX-wal
}

truth () {
	rm -f $INDEX* && hecto -C journal search -n 0 --json queue >expect &&
	hecto -C journal list --json >expect-list
}

test_expect_success 'an older file beside a newer log is built again' '
	fresh_index && cp expect expect.kept && cp expect-list list.kept &&
	cp -R journal/log days.kept && all_speak_of Kinesis &&
	write_back DynamoDB && cp $INDEX right.db &&
	echo "A queue of Kinesis." >>journal/log/2022/2022-05-03.md &&
	hecto -C journal search -n 0 --json queue >/dev/null &&
	cp $INDEX-wal newer.wal && cp $INDEX-shm newer.shm && truth &&
	rm -f $INDEX* && cp sound.db $INDEX && cp newer.wal $INDEX-wal &&
	still_right && rm -f $INDEX* && cp sound.db $INDEX &&
	cp newer.wal $INDEX-wal && cp newer.shm $INDEX-shm && still_right
'

test_expect_success 'a file and its own log are not' '
	rm -f $INDEX* && cp right.db $INDEX && cp newer.wal $INDEX-wal &&
	still_right && cmp right.db $INDEX
'

test_expect_success 'the days are as they were' '
	fresh_index && rm -r journal/log && mv days.kept journal/log &&
	mv expect.kept expect && mv list.kept expect-list && still_right
'

test_expect_success TOOL_SQLITE3 'a database of another version is replaced' '
	fresh_index && rm $INDEX &&
	sqlite3 $INDEX "CREATE TABLE document (id); PRAGMA user_version = 1" &&
	still_right &&
	rm -f $INDEX* &&
	sqlite3 $INDEX "CREATE TABLE document (id); PRAGMA user_version = 99" &&
	still_right
'

test_expect_success 'a folder or a dangling link in its place is no failure' '
	fresh_index && rm $INDEX && mkdir $INDEX && still_right &&
	fresh_index && rm $INDEX && ln -s nowhere/at/all $INDEX && still_right
'

test_expect_success 'a place where nothing can be written is no failure' '
	fresh_index && chmod a-w $INDEX && still_right &&
	fresh_index && rm $INDEX && chmod a-w journal/.git/hecto &&
	still_right && fresh_index
'

test_expect_success 'a full disk is no failure' '
	for blocks in 0 1 8 40 100
	do
		fresh_index && rm $INDEX &&
		(ulimit -f $blocks &&
		 hecto -C journal search -n 0 --json queue 2>err) |
			cat >out &&
		test_cmp expect out && test_must_be_empty err || return 1
	done &&
	still_right
'

test_expect_success 'an edit that a full disk keeps out is found all the same' '
	fresh_index && still_right &&
	echo "a word like zanzibar" >journal/notes-new &&
	mkdir -p journal/notes && mv journal/notes-new journal/notes/new.md &&
	(ulimit -f 0 && hecto -C journal search zanzibar 2>err) | cat >out &&
	grep zanzibar out && test_must_be_empty err &&
	hecto -C journal search zanzibar &&
	rm journal/notes/new.md && still_right
'

test_expect_success TOOL_SQLITE3 'a lock that stays is done without' '
	fresh_index && rm -f $INDEX && still_right &&
	mkfifo hold && { sqlite3 $INDEX >locked <hold & } && holder=$! &&
	exec 9>hold &&
	echo "BEGIN EXCLUSIVE; SELECT 1;" >&9 &&
	while ! grep -q 1 locked; do sleep 0.1; done &&
	echo "a word like zanzibar" >journal/notes/new.md &&
	hecto -C journal search zanzibar >out 2>err &&
	grep zanzibar out &&
	test_must_be_empty err &&
	if test_have_prereq TOOL_SCRIPT
	then
		on_a_terminal hecto -C journal --no-pager search zanzibar >out &&
		grep "waiting for another process" out && grep zanzibar out
	fi &&
	rm journal/notes/new.md &&
	echo "ROLLBACK;" >&9 && exec 9>&- && wait $holder &&
	still_right
'

test_expect_success 'many at once all find everything' '
	fresh_index && rm $INDEX &&
	for i in 1 2 3 4
	do
		hecto -C journal search -n 0 --json queue >out$i 2>err$i &
	done && wait &&
	for i in 1 2 3 4
	do
		test_cmp expect out$i && test_must_be_empty err$i || return 1
	done &&
	still_right
'

test_done
