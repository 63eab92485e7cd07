#!/bin/sh
test_description='hecto log -e: the template, the draft, and what becomes of it'
. ./setup.sh

# editor SCRIPT: from now on the editor is this, with the file as $1.
editor () {
	{ echo "#!/bin/sh" && cat; } >"$HOME/editor" &&
	chmod +x "$HOME/editor" &&
	EDITOR="\"\$HOME/editor\"" && export EDITOR
}
drafts=.git/hecto/drafts

test_expect_success 'set up a journal' '
	new_journal && cd journal
'

test_expect_success 'the editor gets the labels and the day' '
	editor <<-\EOF &&
	cp "$1" "$HOME/template"
	sed -i "s/^\*\*Today.s Progress\*\*:.*/& Wrote it down/" "$1"
	EOF
	hecto log -e >out &&
	grep "Progress" "$HOME/template" &&
	grep "What I learned" "$HOME/template" &&
	grep "Mon 4 July 2022" "$HOME/template" &&
	grep "^Logged 2022-07-04" out
'

test_expect_success 'labels with nothing and the remark do not get into the entry' '
	entry=log/2022/2022-07-04.md &&
	grep "Progress\*\*: Wrote it down" $entry &&
	! grep "What I learned" $entry &&
	! grep "<!--" $entry &&
	! ls $drafts/* 2>/dev/null
'

test_expect_success 'what was said on the command line is in the draft' '
	hecto log -e -d 2022-07-03 --learned "a thing" >/dev/null &&
	grep "a thing" "$HOME/template" &&
	grep "a thing" log/2022/2022-07-03.md
'

test_expect_success 'the journal may have a template of its own' '
	printf "## Did\n\n## Felt\n" >.hecto/template.md &&
	editor <<-\EOF &&
	cp "$1" "$HOME/template"
	sed -i "s/^## Did/&\nall of it/" "$1"
	EOF
	hecto log -e -d 2022-07-02 >/dev/null 2>&1 &&
	grep "^## Felt$" "$HOME/template" &&
	grep "all of it" log/2022/2022-07-02.md &&
	grep "^## Felt$" log/2022/2022-07-02.md &&
	rm .hecto/template.md
'

test_expect_success 'a draft on a day that has an entry adds to its sections' '
	editor <<-\EOF &&
	sed -i "s/^\*\*Today.s Progress\*\*:.*/& And more/; s/^\*\*Thoughts:\*\*.*/& Well./" "$1"
	EOF
	hecto log -e >out &&
	grep "^Added to 2022-07-04" out &&
	grep "Wrote it down" log/2022/2022-07-04.md &&
	grep "And more" log/2022/2022-07-04.md &&
	test 1 = $(grep -c Progress log/2022/2022-07-04.md) &&
	grep "Well\." log/2022/2022-07-04.md
'

test_expect_success 'an unchanged draft is given up' '
	editor </dev/null &&
	git rev-parse HEAD >before &&
	test_expect_code 1 hecto log -e -d 2022-07-01 2>err &&
	grep "not changed or is empty" err &&
	git rev-parse HEAD >after &&
	test_cmp before after &&
	! ls $drafts/* 2>/dev/null
'

test_expect_success 'so is an empty one' '
	echo ": >\"\$1\"" | editor &&
	test_expect_code 1 hecto log --edit -d 2022-07-01 "said before" 2>err &&
	grep "not changed or is empty" err &&
	! test -e log/2022/2022-07-01.md
'

test_expect_success 'an editor that fails leaves the draft, and says where' '
	editor <<-\EOF &&
	echo "half a thought" >>"$1"
	exit 1
	EOF
	test_expect_code 1 hecto log -e -d 2022-07-01 2>err &&
	grep "the editor .* failed" err &&
	draft=$(sed -n "s/.*your text is kept in .\(.*\).$/\1/p" err) &&
	grep "half a thought" "$draft" &&
	rm "$draft"
'

test_expect_success 'an editor that is not there is said to be' '
	EDITOR=no-such-editor &&
	test_expect_code 1 hecto log -e -d 2022-07-01 2>err &&
	grep "cannot start the editor .no-such-editor." err &&
	! grep "is kept" err &&
	! ls $drafts/* 2>/dev/null
'

test_expect_success 'HECTO_EDITOR goes before VISUAL, VISUAL before EDITOR, arguments and all' '
	cat >"$HOME/other" <<-\EOF &&
	#!/bin/sh
	echo "by $1" >"$2"
	EOF
	chmod +x "$HOME/other" &&
	EDITOR=false VISUAL="\"$HOME/other\" visual" hecto log -e -d 2022-06-01 >/dev/null &&
	grep "by visual" log/2022/2022-06-01.md &&
	EDITOR=false VISUAL=false HECTO_EDITOR="\"$HOME/other\" ours" hecto log -e -d 2022-06-02 >/dev/null &&
	grep "by ours" log/2022/2022-06-02.md
'

test_expect_success 'a failed save keeps the text, wherever it came from' '
	git checkout -q --detach &&
	test_must_fail hecto log -d 2022-05-01 "precious words" 2>err &&
	draft=$(sed -n "s/.*your text is kept in .\(.*\).$/\1/p" err) &&
	grep "precious words" "$draft" &&
	git checkout -q - &&
	hecto log -d 2022-05-01 - <"$draft" >/dev/null &&
	grep "precious words" log/2022/2022-05-01.md
'

test_expect_success 'the lock is not held while the editor is open' '
	editor <<-\EOF &&
	hecto log "from inside" >/dev/null || exit 1
	echo "from outside" >"$1"
	EOF
	hecto log -e >/dev/null &&
	grep "from inside" log/2022/2022-07-04.md &&
	grep "from outside" log/2022/2022-07-04.md
'

test_expect_success TOOL_SCRIPT 'without a text a terminal gets the editor' '
	echo "echo typed >\"\$1\"" | editor &&
	script -qec "hecto log -d 2022-04-01" /dev/null </dev/null >out &&
	grep "Logged 2022-04-01" out
'

test_done
