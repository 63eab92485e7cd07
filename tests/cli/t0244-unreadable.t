#!/bin/sh
test_description='a file that cannot be read, or not be written, stops no others'
. ./setup.sh
. "$HECTO_SOURCE/tests/cli/as-another.sh"

journal_of_another probe

# ours COMMAND…: hecto on that journal, as the one it belongs to; what it says on
# stderr is left in the file err.
ours () {
	as_another hecto -C probe/journal "$@" 2>err
}

# put PATH TEXT: a file of that journal.
put () {
	as_another sh -c "mkdir -p \"probe/journal/${1%/*}\" &&
		printf \"%s\\n\" \"$2\" >\"probe/journal/$1\""
}

# shut PATH, open PATH: for its owner.
shut () {
	as_another chmod 000 "probe/journal/$1"
}
open () {
	as_another chmod u+rwX "probe/journal/$1"
}

told="^hecto: warning: cannot read .notes/x.md.: Permission denied; what is in it is left out$"

test_expect_success OTHER 'what can be read of a journal is found' '
	put notes/x.md "# Zebra" && put notes/y.md "# Yak" &&
	ours log "Fed a yak" >/dev/null && ours search zebra >/dev/null &&
	shut notes/x.md &&
	ours search yak >out && grep Yak out &&
	test $(grep -c "$told" err) = 1 && test $(wc -l <err) = 1
'

test_expect_success OTHER 'it is told each time, also of a file that is new' '
	ours search yak >out && grep "$told" err &&
	ours list >out && grep yak out && grep "$told" err &&
	ours search zebra >out; test $? = 1 && grep "$told" err &&
	put notes/z.md "# Zebu" && shut notes/z.md &&
	ours search yak >out && test $(grep -c "cannot read" err) = 2 &&
	ours search yak >out && test $(grep -c "cannot read" err) = 2 &&
	open notes/z.md && ours search zebu >out && grep Zebu out
'

test_expect_success OTHER 'a check says which file, and goes on' '
	put notes/jump.md "# A

### B" &&
	ours check >out; test $? = 1 &&
	grep "^notes/x.md.*unreadable.*Permission denied" out &&
	grep "^notes/jump.md.*heading-jump" out &&
	ours check --json >out; grep "\"unreadable\"" out &&
	as_another rm probe/journal/notes/jump.md
'

test_expect_success OTHER 'nothing is published or exported without it' '
	test_expect_code 1 ours publish >out &&
	grep "cannot read .notes/x.md.: Permission denied; what is in it would be missing" err &&
	! test -e probe/journal/public/index.html &&
	test_expect_code 1 ours publish -n >out && grep "notes/x.md" err &&
	test_expect_code 1 ours export json >out && test_must_be_empty out &&
	ours publish --left-out >out && grep "$told" err
'

test_expect_success OTHER 'nor is anything imported beside it' '
	echo "## 2022-07-01

Zebras" >days.md &&
	test_expect_code 1 ours import days.md >out && grep "notes/x.md" err
'

test_expect_success OTHER 'what can be read again is there again' '
	open notes/x.md &&
	ours search zebra >out && grep Zebra out && test_must_be_empty err &&
	ours publish >out && test -f probe/journal/public/index.html &&
	ours check --all >out && ! grep unreadable out
'

test_expect_success OTHER 'a folder that cannot be listed or entered is told as well' '
	put notes/shut/x.md "# Yeti" && ours search yeti >/dev/null &&
	as_another chmod 600 probe/journal/notes/shut &&
	ours search yak >out && grep Yak out &&
	grep "cannot look at .notes/shut/x.md.: Permission denied" err &&
	ours search yeti >out; test $? = 1 &&
	ours check >out; grep "^notes/shut/x.md.*unreadable" out &&
	shut notes/shut &&
	ours search yak >out && grep Yak out &&
	grep "cannot read the folder .notes/shut.: Permission denied" err &&
	ours check >out; grep "^notes/shut.*unreadable" out &&
	as_another chmod 700 probe/journal/notes/shut &&
	ours search yeti >out && grep Yeti out && test_must_be_empty err
'

test_expect_success OTHER 'an entry that is saved and cannot be written to its file' '
	as_another chmod 555 probe/journal/log/2022 &&
	test_expect_code 1 ours log -d 2022-07-02 "Counted yaks" >out &&
	test_must_be_empty out && test $(wc -l <err) = 1 &&
	grep "^hecto: warning: cannot write .log/2022/2022-07-02.md.: Permission denied; it is saved all the same, as .git show HEAD:log/2022/2022-07-02.md. tells, and the next command that writes finishes this first, once it may$" err &&
	as_another git -C probe/journal show HEAD:log/2022/2022-07-02.md >out &&
	grep "Counted yaks" out
'

test_expect_success OTHER 'until it is there, nothing takes its name' '
	test_expect_code 1 ours log -d 2022-07-02 "Other yaks" >out &&
	grep "^hecto: .*what was saved before is to be finished first: cannot write .log/2022/2022-07-02.md.: Permission denied" err &&
	test $(wc -l <err) = 1 &&
	as_another chmod 755 probe/journal/log/2022 &&
	ours log -d 2022-07-02 "Other yaks" >out &&
	ours show 2022-07-02 >out &&
	grep "Counted yaks" out && grep "Other yaks" out &&
	ours check --all >out; ! grep -E "damage|unreadable" out
'

test_done
