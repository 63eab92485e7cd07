#!/bin/sh
test_description='what holds for every command: help, options, exit status'
. ./setup.sh

test_expect_success 'version says which hecto it is' '
	hecto version >out &&
	grep "^hecto [0-9]*\.[0-9]*\.[0-9]*$" out &&
	hecto --version >out2 &&
	test_cmp out out2
'

test_expect_success 'version takes no arguments' '
	expect_usage_error hecto version please &&
	expect_usage_error hecto version --verbose
'

test_expect_success 'help lists the commands' '
	hecto help >out &&
	grep "^  log  *Record" out &&
	grep "^  version " out &&
	! grep __complete out
'

test_expect_success 'help, --help and -h of a command are the same' '
	hecto help log >a &&
	hecto log --help >b &&
	hecto log -h >c &&
	hecto --help log >d &&
	test_cmp a b && test_cmp a c && test_cmp a d &&
	grep "^usage: hecto log" a &&
	grep -e "--learned TEXT" a
'

test_expect_success 'every command explains itself without a journal' '
	hecto __options | grep -v " " >names &&
	test -s names &&
	while read name
	do
		hecto "$name" --help >out 2>err || return 1
		grep "^usage: hecto $name" out >/dev/null || return 1
		test_must_be_empty err || return 1
	done <names
'

test_expect_success 'help is not for what does not exist' '
	expect_usage_error hecto help frobnicate &&
	expect_usage_error hecto help log edit
'

test_expect_success 'an unknown command names the nearest one' '
	expect_usage_error hecto serach &&
	expect_usage_error hecto lgo &&
	grep "did you mean .log.?" err &&
	grep "^see .hecto help.$" err
'

test_expect_success 'the beginning of a command is meant before any slip' '
	expect_usage_error hecto stat &&
	grep "no command .stat.; did you mean .stats.?" err &&
	expect_usage_error hecto sea &&
	grep "did you mean .search.?" err
'

test_expect_success 'an unknown option names the nearest one' '
	expect_usage_error hecto log --lerned x &&
	grep "did you mean .--learned.?" err &&
	grep "^see .hecto log --help.$" err
'

test_expect_success 'an option behind -- is no option' '
	expect_usage_error hecto help -- --help
'

test_expect_success 'without a journal the exit status is 3 and says what to do' '
	test_expect_code 3 hecto list 2>err &&
	grep "no journal here; make one with .hecto init." err
'

test_expect_success '-C and HECTO_DIR name a journal, and say if it is none' '
	mkdir nothing &&
	test_expect_code 3 hecto -C nothing list 2>err &&
	grep "named with -C" err &&
	expect_usage_error hecto -C "" list && grep "folder of -C is empty" err &&
	test_expect_code 3 env HECTO_DIR=nothing hecto list 2>err &&
	grep "named by HECTO_DIR" err
'

test_expect_success 'set up a journal' '
	new_journal &&
	hecto -C journal log "Read about SQS" >/dev/null
'

test_expect_success 'the journal is found upwards, in HECTO_DIR, and in ~/hecto' '
	hecto -C journal list >expect &&
	(cd journal/log/2022 && hecto list) >actual &&
	test_cmp expect actual &&
	HECTO_DIR=journal hecto list >actual &&
	test_cmp expect actual &&
	hecto init "$HOME/hecto" &&
	(cd / && test_expect_code 1 hecto list 2>&1) &&
	rm -rf "$HOME/hecto"
'

test_expect_success 'options of hecto itself may stand behind the command' '
	hecto list -C journal >actual &&
	test_cmp expect actual &&
	hecto show --today 2022-07-05 yesterday -C journal >actual &&
	grep "Read about SQS" actual
'

test_expect_success '--today takes a date in words, and no other words' '
	hecto -C journal --today "5 july 2022" show yesterday >actual &&
	grep "Read about SQS" actual &&
	expect_usage_error hecto -C journal --today blursday list &&
	expect_usage_error hecto -C journal --today
'

test_expect_success 'HECTO_NOW must be a time' '
	test_expect_code 2 env HECTO_NOW=noon hecto -C journal list 2>err &&
	grep HECTO_NOW err
'

test_expect_success 'colour is for terminals, unless it is asked for' '
	esc=$(printf "\033") &&
	hecto -C journal list >plain &&
	! grep "$esc" plain &&
	hecto -C journal --color always list >colour &&
	grep "$esc" colour &&
	CLICOLOR_FORCE=1 hecto -C journal list >forced &&
	test_cmp colour forced &&
	CLICOLOR_FORCE=1 NO_COLOR=1 hecto -C journal list >actual &&
	test_cmp plain actual &&
	hecto -C journal list --color never >actual &&
	test_cmp plain actual &&
	expect_usage_error hecto --color sometimes -C journal list
'

test_expect_success TOOL_SCRIPT 'on a terminal there is colour, but not where TERM is dumb' '
	TERM=xterm PAGER=cat on_a_terminal hecto -C journal list >out &&
	grep "$esc" out &&
	TERM=dumb PAGER=cat on_a_terminal hecto -C journal list >out &&
	! grep "$esc" out
'

test_expect_success TOOL_SCRIPT 'long output goes through the pager, on a terminal only' '
	cat >pager <<-\EOF &&
	#!/bin/sh
	sed "s/^/paged: /"
	EOF
	chmod +x pager &&
	PAGER=./pager && export PAGER &&
	TERM=xterm on_a_terminal hecto -C journal list >out &&
	grep "paged: .*SQS" out &&
	TERM=xterm on_a_terminal hecto --no-pager -C journal list >out &&
	! grep paged: out &&
	hecto -C journal list >out &&
	! grep paged: out &&
	TERM=xterm HECTO_PAGER= on_a_terminal hecto -C journal list >out &&
	! grep paged: out
'
unset PAGER

test_expect_success TOOL_SCRIPT 'text from the journal does not reach a terminal with control characters' '
	printf "evil \033]0;owned\007 text\n" | hecto -C journal log -d 2022-07-01 - >/dev/null &&
	PAGER=cat NO_COLOR=1 TERM=xterm on_a_terminal hecto -C journal show 2022-07-01 >out &&
	! grep "$esc" out &&
	grep "evil ^\[\]0;owned^G text" out &&
	hecto -C journal show --raw 2022-07-01 >out &&
	grep "$esc" out
'

test_expect_success 'a reader that has seen enough is no error' '
	(hecto -C journal help; echo $? >status) | true &&
	test 0 = $(cat status)
'

test_expect_success 'output that cannot be written is one' '
	test_expect_code 1 hecto -C journal list >/dev/full 2>err &&
	grep "cannot write the output" err &&
	test_expect_code 1 hecto version >&- 2>err &&
	grep "cannot write the output" err
'

test_expect_success 'closed standard streams do not harm the journal' '
	hecto -C journal log "with nothing open" <&- >&- 2>&- ;
	git -C journal fsck --strict &&
	hecto -C journal show >out &&
	grep "with nothing open" out &&
	test -z "$(git -C journal status --porcelain)"
'

test_done
