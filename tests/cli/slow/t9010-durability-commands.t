#!/bin/sh
test_description='edit, config, exam and rm survive faults at every system call'

. ./setup.sh
. "$HECTO_SOURCE/tests/cli/slow/durability.sh"

TEMPLATE=template
MARK='all about queues'
write_command () {
	COMMAND="$RUN"
	RUN_IN=$1
	export RUN_IN
}
write_it () {
	write_command "$1" && sh -c "$COMMAND"
}
write_more () {
	hecto -C "$1" log -d 2022-07-02 "something else"
}
head_has () {
	git -C "$1" grep -q "$MARK" HEAD -- log .hecto
}
is_saved () {
	head_has "$1"
}
is_untouched () {
	! head_has "$1"
}
cat >"$HOME/editor" <<-\EOF
#!/bin/sh
echo "all about queues" >>"$1"
EOF
chmod +x "$HOME/editor"
EDITOR='"$HOME/editor"'
export EDITOR

test_expect_success 'a journal with a day' '
	new_journal template &&
	hecto -C template log -d 2022-07-01 "the first day" &&
	hecto -C template exam set other --date 2022-08-01
'

# survives NAME ACKNOWLEDGED COMMAND, which works in $RUN_IN
survives () {
	ACKNOWLEDGED=$2
	RUN=$3
	sweep_all 11 "$1: "
}
survives 'an edit' '^Saved ' 'hecto -C "$RUN_IN" edit 2022-07-01'
survives 'a setting' '^Set ' \
	'hecto -C "$RUN_IN" config journal.title "all about queues"'
survives 'an exam' '^all about queues: ' \
	'hecto -C "$RUN_IN" exam set "all about queues" --date 2022-08-01'

# Here the text is to go away.
is_saved () {
	! git -C "$1" grep -q "the first day" HEAD -- log
}
is_untouched () {
	git -C "$1" grep -q "the first day" HEAD -- log
}
survives 'removing' '^Removed ' \
	'hecto -C "$RUN_IN" rm --yes 2022-07-01 || test ! -e "$RUN_IN/log/2022/2022-07-01.md"'

test_done
