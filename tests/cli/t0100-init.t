#!/bin/sh
test_description='hecto init makes a journal, asks nothing and breaks nothing'
. ./setup.sh
. "$HECTO_SOURCE/tests/cli/as-another.sh"

test_expect_success 'a new journal is a git repository with settings' '
	hecto init journal </dev/null >out &&
	grep "Made a journal in .*/journal" out &&
	grep "^Next: " out &&
	test -f journal/.hecto/config &&
	git -C journal fsck --strict &&
	test -z "$(git -C journal status --porcelain)"
'

test_expect_success 'a second init changes nothing, and that is no failure' '
	git -C journal rev-parse HEAD >before &&
	hecto init journal >out &&
	grep "is a journal already" out &&
	git -C journal rev-parse HEAD >after &&
	test_cmp before after
'

test_expect_success 'folders on the way are made' '
	hecto init a/b/c &&
	test -d a/b/c/.hecto
'

test_expect_success 'without an argument it is the folder we are in' '
	mkdir here &&
	(cd here && hecto init) &&
	test -d here/.hecto
'

test_expect_success 'but never all of the home folder' '
	(cd "$HOME" && hecto init) >out &&
	grep "Made a journal in .$HOME/hecto." out &&
	test -d "$HOME/hecto/.hecto" &&
	test_path_is_missing "$HOME/.hecto" 2>/dev/null || ! test -e "$HOME/.hecto"
'

test_expect_success '-C and HECTO_DIR name it as well' '
	hecto -C named init &&
	test -d named/.hecto &&
	HECTO_DIR=$PWD/variable hecto init &&
	test -d variable/.hecto
'

test_expect_success 'a repository is adopted, its files and history kept' '
	git init -q old &&
	(
		cd old &&
		git config user.name A && git config user.email a@example.org &&
		echo "# Log" >README.md && mkdir notes && echo x >notes/x.md &&
		git add -A && git commit -qm "Begin by hand"
	) &&
	hecto init old >out &&
	grep "Made a journal of the git repository" out &&
	git -C old log --format=%s | tail -1 >first &&
	echo "Begin by hand" >expect &&
	test_cmp expect first &&
	test "# Log" = "$(cat old/README.md)"
'

test_expect_success 'what is made is private' '
	umask 000 &&
	hecto init private &&
	umask 022 &&
	find private -perm /077 >open &&
	test_must_be_empty open
'

test_expect_success 'a file in the way is named' '
	echo x >file &&
	test_expect_code 1 hecto init file 2>err &&
	grep "^hecto: .*file" err
'

test_expect_success 'wrong usage' '
	expect_usage_error hecto init a b &&
	expect_usage_error hecto init "" &&
	expect_usage_error hecto init --bare
'

journal_of_another closed

test_expect_success OTHER 'where it can only be read, who writes is told what to do' '
	as_another hecto -C closed/journal log "Read of queues" &&
	as_another chmod -R a-w closed/journal &&
	for command in start "log x" rest "ask x" edit "config journal.title x" publish
	do
		test_expect_code 1 as_another hecto -C closed/journal $command 2>err &&
		grep "^hecto: .*closed/journal.*: Permission denied$" err &&
		grep "^you may read .closed/journal. but not write there; give" err ||
		return 1
	done &&
	as_another hecto -C closed/journal today 2>err && ! grep "not write" err &&
	test_expect_code 3 as_another hecto -C closed/journal show 1999-01-01 2>err &&
	! grep "not write" err &&
	as_another chmod -R u+w closed/journal &&
	as_another chmod a-w closed/journal/.git/hecto &&
	test_expect_code 1 as_another hecto -C closed/journal start 2>err &&
	grep "^you may read .closed/journal/.git/hecto. but" err &&
	test_expect_code 1 as_another hecto -C closed/journal export json \
		-o nowhere/x.json 2>err && ! grep "you may read" err &&
	as_another chmod u+w closed/journal/.git/hecto
'

test_done
