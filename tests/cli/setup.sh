# What every command-line test begins with:
#
#	test_description='…'
#	. ./setup.sh
#
# A home of its own, a clock that stands still (a Monday evening), no settings
# but the test's, and the hecto that was built first in the path.

if test -z "$HECTO_BIN"
then
	echo "run this through ctest, or set HECTO_BIN to where hecto is" >&2
	exit 1
fi
HECTO_SOURCE=$(cd "${HECTO_SOURCE:-../..}" && pwd)
HECTO_SHARED=${HECTO_SHARED:-$HECTO_SOURCE/../shared}
export HECTO_SOURCE HECTO_SHARED

# ctest says where the scratch folders go; a run by hand leaves them here.
SHARNESS_TEST_DIRECTORY=${SHARNESS_TEST_OUTDIR:-$PWD/scratch}
mkdir -p "$SHARNESS_TEST_DIRECTORY" || exit 1
export SHARNESS_TEST_DIRECTORY

. "${SHARNESS:-/usr/share/sharness/sharness.sh}"

HOME=$SHARNESS_TRASH_DIRECTORY/home
mkdir -p "$HOME"
XDG_CONFIG_HOME=$HOME/.config
XDG_CACHE_HOME=$HOME/.cache
XDG_DATA_HOME=$HOME/.local/share
XDG_STATE_HOME=$HOME/.local/state
GIT_CONFIG_NOSYSTEM=1
GIT_CONFIG_GLOBAL=$HOME/.gitconfig
GIT_CEILING_DIRECTORIES=$SHARNESS_TRASH_DIRECTORY
TZ=UTC
LC_ALL=C.UTF-8
HECTO_NOW=2022-07-04T21:00:00Z
PATH=$HECTO_BIN:$PATH
export HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME
export GIT_CONFIG_NOSYSTEM GIT_CONFIG_GLOBAL GIT_CEILING_DIRECTORIES
# Leaks of libraries are not what these tests look for.
LSAN_OPTIONS=${LSAN_OPTIONS:-suppressions=$HECTO_SOURCE/tests/leaks.supp:print_suppressions=0}
export TZ LC_ALL HECTO_NOW PATH LSAN_OPTIONS
unset HECTO_DIR HECTO_EDITOR HECTO_PAGER EDITOR VISUAL PAGER GIT_EDITOR
unset NO_COLOR CLICOLOR_FORCE COLUMNS LANG LANGUAGE SOURCE_DATE_EPOCH
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_AUTHOR_DATE GIT_COMMITTER_DATE
unset GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL

# the_clock_shows TIME: from here on it is that time, in RFC 3339.
the_clock_shows () {
	HECTO_NOW=$1 &&
	export HECTO_NOW
}

# expect_usage_error COMMAND…: exit status 2, a message and a hint on stderr,
# nothing on stdout.  The message is left in the file err.
expect_usage_error () {
	test_expect_code 2 "$@" >out 2>err &&
	test_must_be_empty out &&
	grep "^hecto: " err >/dev/null &&
	grep "^see 'hecto " err >/dev/null
}

# new_journal [DIR]: an empty journal, in journal/ if nothing else is said.
new_journal () {
	hecto init "${1:-journal}" >/dev/null
}

# on_a_terminal COMMAND…: with a terminal for stdout and stderr; what it shows
# goes to stdout, line ends as they were written.
on_a_terminal () {
	cmd=
	for word
	do
		cmd="$cmd '$(printf "%s" "$word" | sed "s/'/'\\\\''/g")'"
	done
	script -qec "stty -opost rows 24 cols 80; $cmd" /dev/null </dev/null
}
test_have_prereq_tool () {
	command -v "$1" >/dev/null 2>&1
}
for tool in script setsid bash zsh fish git sqlite3 strace fzf
do
	test_have_prereq_tool $tool && test_set_prereq TOOL_$(echo $tool | tr a-z A-Z)
done
test -d "$HECTO_SHARED/seeds" && test_set_prereq SEEDS
python3 -c "import icalendar" 2>/dev/null && test_set_prereq PYTHON_ICALENDAR
