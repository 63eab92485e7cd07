# Functions for the tests that let commands fail at each of their system calls
# that change files.  What the command is, the test says:
#
#	write_it DIR		the command under test, in the journal DIR
#	write_more DIR		another one, run after it
#	is_saved DIR		is what write_it writes in HEAD, whole?
#	is_untouched DIR	is nothing of it in HEAD?
#
# write_it acknowledges by a line that matches $ACKNOWLEDGED, and $TEMPLATE is
# a journal to begin with, copied for each run.

FAULTAT=$HECTO_BIN/tests/faultat
HECTO_STALE_LOCK_MS=40
# LeakSanitizer and tracing exclude each other.
ASAN_OPTIONS=detect_leaks=0
export HECTO_STALE_LOCK_MS ASAN_OPTIONS

# say WHAT…: to the log of the test, and no more than that.
say () {
	echo "$*" >&2
	return 1
}

# how_many: the number of calls that write_it makes, in a copy of the template.
how_many () {
	rm -rf counted && cp -a "$TEMPLATE" counted &&
	fault count 0 counted >/dev/null 2>count.err &&
	sed -n 's/^faultat: \([0-9]*\) calls$/\1/p' count.err
}

# fault KIND N DIR: write_it with a fault.
fault () {
	write_command "$3" &&
	sh -c 'exec "$@"' sh "$FAULTAT" "$1" "$2" sh -c "$COMMAND"
}

no_damage () {
	git -C "$1" fsck --full --strict >fsck.out 2>&1 ||
	say "$2: git fsck: $(cat fsck.out)"
}

# check_after KIND N DIR: what must hold when the command has ended or died.
check_after () {
	at="$1 at call $2"
	no_damage "$3" "$at" || return 1
	if grep -q "$ACKNOWLEDGED" run.out
	then
		is_saved "$3" || say "$at: acknowledged, and not there" || return 1
	else
		is_saved "$3" || is_untouched "$3" ||
			say "$at: half of it is there" || return 1
	fi
	case $1 in
	kill|torn) ;;
	*)
		# An error is told as such, and success is told as success.
		if test "$STATUS" = 0
		then
			grep -q "$ACKNOWLEDGED" run.out ||
			say "$at: exit 0 without a word" || return 1
		else
			test -s run.err || say "$at: failed without a word" ||
				return 1
		fi ;;
	esac
}

# check_next KIND N DIR: the next command works, and leaves all in order.
check_next () {
	at="$1 at call $2"
	write_more "$3" >more.out 2>&1 ||
		say "$at: the next command fails: $(cat more.out)" || return 1
	write_it "$3" >again.out 2>&1 ||
		say "$at: the same again fails: $(cat again.out)" || return 1
	is_saved "$3" || say "$at: not there after the same again" || return 1
	no_damage "$3" "$at, afterwards" || return 1
	dirt=$(git -C "$3" status --porcelain)
	test -z "$dirt" || say "$at: git status shows $dirt" || return 1
	left=$(find "$3" -name '*.lock' -o -path '*/.git/*' -name 'w-*' -o \
		-name 'tmp_obj*' -o -name 'pack_git2_*' -o \
		-name '.hecto-unfinished')
	test -z "$left" || say "$at: left behind: $left"
}

# sweep KIND [STEP]: a fault of that kind at every call, or at each STEP-th.
sweep () {
	calls=$(how_many) && test "$calls" -gt 20 || return 1
	n=1
	while test "$n" -le "$calls"
	do
		rm -rf w && cp -a "$TEMPLATE" w || return 1
		fault "$1" "$n" w >run.out 2>run.err
		STATUS=$?
		check_after "$1" "$n" w && check_next "$1" "$n" w || return 1
		n=$((n + ${2:-1}))
	done
	echo "# $1: $calls calls" >&2
}
