#!/bin/sh
test_description='hecto edit changes an entry through the editor'
. ./setup.sh

editor () {
	{ echo "#!/bin/sh" && cat; } >"$HOME/editor" &&
	chmod +x "$HOME/editor" &&
	EDITOR="\"\$HOME/editor\"" && export EDITOR
}
entry=log/2022/2022-07-04.md

test_expect_success 'set up a journal with two days' '
	new_journal && cd journal &&
	hecto log -d 2022-07-01 "The first" >/dev/null &&
	hecto log "The second" >/dev/null
'

test_expect_success 'the latest entry is edited, front matter and all' '
	editor <<-\EOF &&
	cp "$1" "$HOME/seen"
	sed -i "s/The second/The 2nd/" "$1"
	EOF
	cp $entry expect &&
	hecto edit >out &&
	test_cmp expect "$HOME/seen" &&
	echo "Saved 2022-07-04" >expect &&
	test_cmp expect out &&
	grep "The 2nd" $entry &&
	test "Edit 2022-07-04" = "$(git log -1 --format=%s)" &&
	! ls .git/hecto/drafts/* 2>/dev/null
'

test_expect_success 'or the one that is named, by id or date' '
	editor <<-\EOF &&
	echo "more" >>"$1"
	EOF
	hecto edit 2022-07-01 >/dev/null &&
	hecto edit fri >/dev/null &&
	test 2 = $(grep -c "^more$" log/2022/2022-07-01.md)
'

test_expect_success 'a text that was not changed is no commit' '
	editor </dev/null &&
	git rev-parse HEAD >before &&
	hecto edit 2>err &&
	grep "is as it was" err &&
	git rev-parse HEAD >after &&
	test_cmp before after
'

test_expect_success 'an empty one is refused' '
	echo ": >\"\$1\"" | editor &&
	test_expect_code 1 hecto edit 2>err &&
	grep "hecto rm 2022-07-04" err &&
	grep "The 2nd" $entry
'

test_expect_success 'what somebody else wrote meanwhile is not overwritten' '
	editor <<-\EOF &&
	hecto log "meanwhile" >/dev/null
	echo "mine" >>"$1"
	EOF
	test_expect_code 5 hecto edit 2>err &&
	grep "was changed while you edited it" err &&
	draft=$(sed -n "s/.*your text is kept in .\(.*\).$/\1/p" err) &&
	grep "^mine$" "$draft" &&
	grep meanwhile $entry &&
	! grep "^mine$" $entry &&
	rm "$draft"
'

test_expect_success 'another date moves the file' '
	echo "sed -i \"s/^date: 2022-07-01/date: 2022-06-30/\" \"\$1\"" | editor &&
	hecto edit 2022-07-01 >out &&
	echo "Saved 2022-07-01 as 2022-06-30" >expect &&
	test_cmp expect out &&
	test -f log/2022/2022-06-30.md &&
	! test -e log/2022/2022-07-01.md &&
	test -z "$(git status --porcelain -- log .hecto)"
'

test_expect_success 'front matter that cannot be read is saved, with a warning' '
	echo "sed -i \"s/^day:.*/day: [/\" \"\$1\"" | editor &&
	hecto edit 2022-07-04 >out 2>err &&
	grep "^hecto: warning: .*$entry" err &&
	grep "^Saved" out &&
	grep "The 2nd" $entry
'

test_expect_success 'an edit that cannot be shown is an edit all the same' '
	echo "echo tail >>\"\$1\"" | editor &&
	test_expect_code 1 hecto edit 2022-06-30 >/dev/full 2>err &&
	grep "is saved, but" err &&
	! grep "is kept in" err &&
	grep "^tail$" log/2022/2022-06-30.md
'

test_expect_success 'what is not there cannot be edited' '
	test_expect_code 3 hecto edit 1999-01-01 2>err &&
	grep "there is no entry for Fri 1 January 1999" err &&
	test_expect_code 3 hecto edit nonsense
'

test_expect_success 'wrong usage' '
	expect_usage_error hecto edit a b &&
	expect_usage_error hecto edit --date x
'

test_done
