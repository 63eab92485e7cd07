# Functions for the tests that let commands fail at each of their system calls
# that change files.  What the command is, the test says:
#
#	write_it DIR		the command under test, in the journal DIR
#	write_command DIR	the same, as a line for sh in $COMMAND
#	write_more DIR		another one, run after it
#	is_saved DIR		is what write_it writes in HEAD, whole?
#	is_untouched DIR	is nothing of it in HEAD?
#
# write_it acknowledges by a line that matches $ACKNOWLEDGED, write_more tells
# what an interrupted run saved by one that matches $TOLD, and $TEMPLATE is a
# journal to begin with, copied for each run.
#
# $HECTO_SWEEP_BIN is the folder of the build to try, the tested one if nothing
# else is said.  HECTO_SWEEP=all tries every call with every kind of fault;
# otherwise that is for kills, and the other kinds are tried at some.

SWEEP_BIN=${HECTO_SWEEP_BIN:-$HECTO_BIN}
PATH=$SWEEP_BIN:$PATH
FAULTAT=$SWEEP_BIN/tests/faultat
TOLD='was saved by a run that was interrupted'
HECTO_STALE_LOCK_MS=40
# LeakSanitizer and tracing exclude each other.
ASAN_OPTIONS=detect_leaks=0
export PATH HECTO_STALE_LOCK_MS ASAN_OPTIONS

# A process that dies is the same on every file system, and in memory the
# thousands of journals cost the least.
if test -d /dev/shm && SCRATCH=$(mktemp -d /dev/shm/hecto-sweep-XXXXXX)
then
	cleanup 'rm -rf "$SCRATCH"'
	cd "$SCRATCH" || exit 1
fi

# say WHAT…: to the log of the test, and no more than that.
say () {
	echo "$*" >&2
	return 1
}

# fresh DIR: a copy of the template.
fresh () {
	rm -rf "$1" && cp -a "$TEMPLATE" "$1"
}

# count_calls DIR: the number of calls that write_it makes in DIR.
count_calls () {
	fault count 0 "$1" >/dev/null 2>count.err &&
	sed -n 's/^faultat: \([0-9]*\) calls$/\1/p' count.err
}

# fault KIND N DIR: write_it with a fault.
fault () {
	write_command "$3" &&
	"$FAULTAT" "$1" "$2" sh -c "$COMMAND"
}

no_damage () {
	git -C "$1" fsck --full --strict >fsck.out 2>&1 ||
	say "$2: git fsck: $(cat fsck.out)"
}

# What the exit status says and what is said have to agree.
check_words () {
	if test "$STATUS" = 0
	then
		test -n "$acknowledged" || say "$at: exit 0 without a word"
	else
		test -s run.err || say "$at: failed without a word"
	fi
}

# check_after KIND DIR: what must hold when the command has ended or died;
# leaves saved and acknowledged, each empty for no.
check_after () {
	saved=
	acknowledged=
	is_saved "$2" && saved=yes
	grep -q "$ACKNOWLEDGED" run.out && acknowledged=yes
	no_damage "$2" "$at" || return 1
	test -z "$acknowledged" || test -n "$saved" ||
		say "$at: acknowledged, and not there" || return 1
	test -n "$saved" || is_untouched "$2" ||
		say "$at: half of it is there" || return 1
	case $1 in
	kill|torn|twice) ;;
	*) check_words ;;
	esac
}

in_order () {
	no_damage "$1" "$at, afterwards" || return 1
	dirt=$(git -C "$1" status --porcelain)
	test -z "$dirt" || say "$at: git status shows $dirt" || return 1
	left=$(find "$1" -name '*.lock' -o -path '*/.git/*' -name 'w-*' -o \
		-name 'tmp_obj*' -o -name 'pack_git2_*' -o \
		-name '.hecto-unfinished')
	test -z "$left" || say "$at: left behind: $left"
}

# check_next KIND DIR: the next command works, tells what the killed one did
# not come to tell, and leaves all in order.
check_next () {
	write_more "$2" >more.out 2>&1 ||
		say "$at: the next command fails: $(cat more.out)" || return 1
	case $1,$saved,$acknowledged in
	kill,yes,|torn,yes,)
		grep -q "$TOLD" more.out ||
			say "$at: saved, and nobody is told" || return 1 ;;
	esac
	if test -z "$saved"
	then
		write_it "$2" >again.out 2>&1 ||
			say "$at: the same again fails: $(cat again.out)" ||
			return 1
		is_saved "$2" || say "$at: not there after the same again" ||
			return 1
	fi
	in_order "$2"
}

# sweep KIND [STEP]: a fault of that kind at every call, or at each STEP-th.
sweep () {
	step=${2:-1}
	test "$HECTO_SWEEP" != all || step=1
	fresh w && calls=$(count_calls w) && test "$calls" -gt 20 || return 1
	n=1 points=0
	while test $n -le $calls
	do
		at="$1 at call $n"
		fresh w || return 1
		fault "$1" $n w >run.out 2>run.err
		STATUS=$?
		check_after "$1" w && check_next "$1" w || return 1
		n=$((n + step)) points=$((points + 1))
	done
	echo "# $1: $points of $calls calls" >&2
}

# sweep_recovery STEP: killed, and the run that cleans up after it as well.
sweep_recovery () {
	test "$HECTO_SWEEP" != all || set -- 1
	fresh w && calls=$(count_calls w) || return 1
	n=1 points=0
	while test $n -le $calls
	do
		fresh killed && fault kill $n killed >first.out 2>run.err
		rm -rf w && cp -a killed w && more=$(count_calls w) || return 1
		m=1
		while test $m -le $more
		do
			at="kill at call $n, and then at $m"
			rm -rf w && cp -a killed w || return 1
			cp first.out run.out
			fault kill $m w >>run.out 2>run.err
			# Which of the two is to be told is not said.
			check_after twice w && check_next twice w || return 1
			m=$((m + $1)) points=$((points + 1))
		done
		n=$((n + $1))
	done
	echo "# killed twice: $points points" >&2
}

# sweep_all STEP: every kind, and of those that do not kill each STEP-th call.
sweep_all () {
	test_expect_success "$2killed" 'sweep kill'
	test_expect_success "$2a write torn" "sweep torn $1"
	test_expect_success "$2no space, once" "sweep enospc $1"
	test_expect_success "$2no space, for ever" "sweep enospc-on $1"
	test_expect_success "$2an error of the disk, once" "sweep eio $1"
	test_expect_success "$2errors of the disk, for ever" "sweep eio-on $1"
}
