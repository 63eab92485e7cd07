#!/bin/sh
test_description='completion: the words, and the three shells that ask for them'
. ./setup.sh

# completes WORD…: the last word's candidates, without their descriptions.
completes () {
	hecto __complete "$@" | sed "s/	.*//"
}

test_expect_success 'set up a journal' '
	new_journal &&
	cd journal &&
	hecto log -t aws -t python "Queues in SQS, streams in Kinesis" >/dev/null &&
	hecto exam set "AWS DVA" --date 2022-08-01 >/dev/null
'

test_expect_success 'commands' '
	completes lo >out &&
	echo log >expect &&
	test_cmp expect out &&
	completes "" >out &&
	grep "^version$" out &&
	! grep "^__" out
'

test_expect_success 'each word has its description' '
	hecto __complete lis >out &&
	printf "list\tList the entries\n" >expect &&
	test_cmp expect out
'

test_expect_success 'options, those of the command and those of hecto' '
	completes list --s >out &&
	echo --since >expect &&
	test_cmp expect out &&
	completes list --to >out &&
	printf "%s\n" --topic --today >expect &&
	test_cmp expect out &&
	completes --no >out &&
	echo --no-pager >expect &&
	test_cmp expect out
'

test_expect_success 'values, glued and apart' '
	completes --color a >out &&
	printf "%s\n" auto always >expect &&
	test_cmp expect out &&
	completes --color=n >out &&
	echo --color=never >expect &&
	test_cmp expect out &&
	completes list --tag p >out &&
	echo python >expect &&
	test_cmp expect out &&
	completes list -t s >out &&
	echo sqs >expect &&
	test_cmp expect out &&
	completes list --topic=s >out &&
	echo --topic=sqs >expect &&
	test_cmp expect out
'

test_expect_success 'what the journal knows: entries, tags, topics, exams, settings' '
	completes show 2022 >out &&
	echo 2022-07-04 >expect &&
	test_cmp expect out &&
	completes list --tag "" >out &&
	printf "%s\n" aws python >expect &&
	test_cmp expect out &&
	completes list --topic k >out &&
	echo kinesis >expect &&
	test_cmp expect out &&
	completes exam show A >out &&
	echo "AWS DVA" >expect &&
	test_cmp expect out &&
	completes exam se >out &&
	echo set >expect &&
	test_cmp expect out &&
	completes config journal.rol >out &&
	echo journal.rollover >expect &&
	test_cmp expect out
'

test_expect_success 'fields of queries and their values, and what is done to topics' '
	completes search to >out &&
	echo topic: >expect &&
	test_cmp expect out &&
	completes search topic:k >out &&
	echo topic:kinesis >expect &&
	test_cmp expect out &&
	completes search in:lea >out &&
	echo in:learned >expect &&
	test_cmp expect out &&
	completes search -- -kind:lab >out &&
	echo -kind:lab >expect &&
	test_cmp expect out &&
	completes list day: >out &&
	test_must_be_empty out &&
	completes topic unm >out &&
	echo unmerge >expect &&
	test_cmp expect out
'

test_expect_success 'behind what is done to topics, those that it can be done to' '
	hecto topic add "Home grown" >/dev/null && hecto topic hide kinesis &&
	hecto topic merge "Home grown" sqs &&
	completes topic unhide "" >out &&
	echo kinesis >expect && test_cmp expect out &&
	completes topic unmerge "" >out &&
	echo home-grown >expect && test_cmp expect out &&
	completes topic hide "" >out && grep "^sqs$" out && ! grep hide out &&
	completes topic merge sqs "" >out && grep "^sqs$" out &&
	completes topic sqs "" >out && grep "^sqs$" out && ! grep merge out &&
	completes topic add "" >out && test_must_be_empty out &&
	hecto topic unhide kinesis && hecto topic unmerge "Home grown"
'

test_expect_success 'notes and plans are shown as well, and linked to' '
	mkdir -p notes/aws plans && echo "# Queues" >notes/aws/dva-notes.md &&
	echo "- [ ] SQS" >plans/dva-plan.md &&
	completes show dva >out &&
	printf "%s\n" dva-notes dva-plan >expect && test_cmp expect out &&
	completes backlinks dva-n >out &&
	echo dva-notes >expect && test_cmp expect out &&
	hecto show dva-notes >out && grep Queues out && rm -r notes plans
'

test_expect_success 'bash puts together what it took apart at a colon' '
	hecto completion bash >shim.bash &&
	bash -c ". ./shim.bash
		COMP_WORDS=(hecto search topic : k) COMP_CWORD=4
		COMP_WORDBREAKS=:=
		_hecto
		echo \"\${COMPREPLY[*]}\"" >out &&
	echo kinesis >expect &&
	test_cmp expect out
'

test_expect_success 'the journal that -C names is asked' '
	(cd / && completes -C "$SHARNESS_TRASH_DIRECTORY/journal" show 2) >out &&
	echo 2022-07-04 >expect &&
	test_cmp expect out
'

test_expect_success 'files and folders are left to the shell' '
	completes init "" >out &&
	echo :folders >expect &&
	test_cmp expect out
'

test_expect_success 'nothing is offered, and nothing said, where nothing is known' '
	(cd / && hecto __complete show "" >"$HOME/out" 2>&1) &&
	test_must_be_empty "$HOME/out" &&
	hecto __complete frobnicate "" >out 2>&1 &&
	test_must_be_empty out &&
	hecto __complete >out &&
	test_line_count_is_not_zero=$(wc -l <out) &&
	test 0 -lt "$test_line_count_is_not_zero" &&
	hecto __complete list -- --s >out &&
	test_must_be_empty out
'

test_expect_success 'completion is for three shells' '
	for shell in bash zsh fish
	do
		hecto completion $shell >shim &&
		grep hecto shim >/dev/null || return 1
	done &&
	expect_usage_error hecto completion &&
	expect_usage_error hecto completion tcsh &&
	expect_usage_error hecto completion bash zsh
'

test_expect_success TOOL_BASH 'bash completes' '
	cat >try.bash <<-\EOF &&
	eval "$(hecto completion bash)"
	try() {
		COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
		_hecto
		printf "%s\n" "${COMPREPLY[@]}"
	}
	COMP_WORDBREAKS=$'"'"' \t\n"><=;|&(:'"'"'
	try hecto lo
	try hecto list --topic = s
	try hecto --color =
	try hecto exam show A
	try hecto init jour
	EOF
	mkdir journey &&
	bash try.bash >out &&
	printf "%s\n" log sqs auto always never "AWS\\ DVA" journey >expect &&
	test_cmp expect out
'

test_expect_success TOOL_ZSH 'zsh completes' '
	cat >try.zsh <<-\EOF &&
	compdef() { :; }
	_describe() { print -l -- "${(@P)3}"; }
	_files() { print -- "files $*"; }
	source <(hecto completion zsh)
	try() { words=("$@"); CURRENT=$#; _hecto; }
	try hecto lo
	try hecto exam show A
	try hecto list --topic=s
	try hecto init j
	EOF
	zsh -f try.zsh >out &&
	cat >expect <<-\EOF &&
	log:Record what you studied
	AWS DVA:Mon 1 August 2022
	--topic=sqs:1 passage
	files -/
	EOF
	test_cmp expect out
'

test_expect_success TOOL_FISH 'fish completes' '
	cat >try.fish <<-\EOF &&
	hecto completion fish | source
	complete -C "hecto lo"
	complete -C "hecto exam show A"
	complete -C "hecto list --topic=s"
	complete -C "hecto init jour"
	EOF
	fish --no-config try.fish >out &&
	grep "^log	Record what you studied$" out &&
	grep "^AWS DVA" out &&
	grep "^--topic=sqs" out &&
	grep "^journey/" out
'

test_expect_success 'times of several days, as they can be typed' '
	completes search since:last- >out &&
	printf "since:%s\n" last-week last-month last-year >expect &&
	test_cmp expect out &&
	completes list --until ju >out &&
	printf "%s\n" june july >expect &&
	test_cmp expect out &&
	completes stats --since=this-w >out &&
	echo --since=this-week >expect &&
	test_cmp expect out &&
	completes log --date last >out &&
	test_must_be_empty out &&
	hecto list since:this-month --until this-month >out &&
	grep Queues out
'

test_expect_success 'the groups of topics' '
	completes topics --group a >out &&
	printf "%s\n" aws azure >expect &&
	test_cmp expect out
'

test_done
