#!/bin/sh
test_description='writers at the same time lose nothing'

. ./setup.sh

DRIVER=$HECTO_BIN/tests/store_commit
HECTO_STALE_LOCK_MS=200
ASAN_OPTIONS=detect_leaks=0
export HECTO_STALE_LOCK_MS ASAN_OPTIONS

# writer DIR NAME COUNT: that many entries, each of its own; what was
# acknowledged goes to acknowledged.NAME.
writer () {
	i=0
	while test $i -lt $3
	do
		i=$((i + 1))
		"$DRIVER" "$1" put "log/$2/$i.md" "entry $i of $2" \
			>said.$2 2>>errors.$2 &&
		grep -q ^saved said.$2 && echo "log/$2/$i.md" >>acknowledged.$2
	done
}

# race DIR WRITERS COUNT
race () {
	rm -f acknowledged.* errors.* &&
	rm -rf "$1" && mkdir "$1" && "$DRIVER" "$1" init || return 1
	w=0
	while test $w -lt $2
	do
		w=$((w + 1))
		writer "$1" "w$w" $3 &
	done
	wait
}

all_there () {
	cat acknowledged.* | sort >expect &&
	git -C "$1" ls-tree -r --name-only HEAD log | sort >actual &&
	comm -23 expect actual >lost &&
	test_must_be_empty lost
}

in_order () {
	git -C "$1" fsck --full --strict &&
	test -z "$(git -C "$1" status --porcelain)" &&
	test -z "$(find "$1" -name '*.lock')"
}

test_expect_success 'two writers' '
	race two 2 30 && all_there two && in_order two &&
	test "$(wc -l <expect)" = 60 && cat errors.* >errors &&
	test_must_be_empty errors
'

test_expect_success 'sixteen writers' '
	race sixteen 16 10 && all_there sixteen && in_order sixteen &&
	test "$(wc -l <expect)" = 160
'

# holder DIR COMMAND: have the writers' lock for twelve seconds, and run the
# command in each of them.
holder () {
	flock "$1/.git/hecto/lock" sh -c "
		: >held.$1; i=0
		while test \$i -lt 12; do i=\$((i + 1)); $2; sleep 1; done" &
	while ! test -e held.$1; do sleep 0.01; done
}

test_expect_success 'a queue is waited for while it moves' '
	for d in still moves
	do
		mkdir $d && "$DRIVER" $d init &&
		"$DRIVER" $d put first.md first || return 1
	done &&
	holder still : && holder moves "touch moves/.git/hecto/lock" &&
	{ "$DRIVER" still put a.md a 2>refused & } &&
	"$DRIVER" moves put a.md a && wait &&
	grep "has been writing for 10 seconds" refused
'

test_expect_success 'a writer and git itself' '
	rm -f acknowledged.* && mkdir both && "$DRIVER" both init &&
	"$DRIVER" both put first.md first &&
	writer both ours 30 & ours=$! &&
	(
		sleep 0.2 && i=0 && cd both && mkdir -p gits &&
		while test $i -lt 30
		do
			i=$((i + 1))
			echo $i >gits/$i.md && git add gits/$i.md &&
			git -c user.name=A -c user.email=a@b commit -qm g \
				-- gits/$i.md && echo gits/$i.md >>../gits
		done
		true
	) 2>git.err
	wait $ours && all_there both &&
	git -C both ls-tree -r --name-only HEAD gits | sort >actual &&
	sort gits | comm -23 - actual >lost && test_must_be_empty lost &&
	git -C both fsck --full --strict
'

test_expect_success 'writers that are killed' '
	rm -f acknowledged.* && mkdir killed && "$DRIVER" killed init &&
	"$DRIVER" killed put first.md first &&
	(
		n=0
		while test $n -lt 100
		do
			n=$((n + 1))
			"$DRIVER" killed put log/a/$n.md "entry $n" >said &
			pid=$! && sleep 0.0$((n * 37 % 60)) &&
			kill -9 $pid 2>/dev/null
			wait $pid
			grep -q ^saved said && echo log/a/$n.md >>acknowledged.a
		done
		true
	) >/dev/null 2>&1 &&
	"$DRIVER" killed put last.md last && all_there killed &&
	in_order killed
'

test_done
