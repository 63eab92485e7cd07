#!/bin/sh
test_description='topics of one'"'"'s own: add, merge, hide, and back'
. ./setup.sh

# named WORDS...: the topics of these words, by the journal's catalogue.
named () {
	echo "$*" >text &&
	hecto -C journal topics --scan text | cut -f2 | tr "\n" " " | sed "s/ $//"
}

commits () {
	git -C journal rev-list --count HEAD
}

test_expect_success 'set up' '
	new_journal &&
	hecto -C journal log "The snake game has a score now" -d 2022-07-01 &&
	hecto -C journal log "Read about merge sort in the lambda docs" -d 2022-07-02
'

test_expect_success 'wrong usage is refused with a hint' '
	expect_usage_error hecto -C journal topic merge lambda &&
	expect_usage_error hecto -C journal topic hide and seek &&
	expect_usage_error hecto -C journal topic lambda --alias x &&
	expect_usage_error hecto -C journal topic hide lambda --name x &&
	expect_usage_error hecto -C journal topic merge lambda "AWS Lambda" &&
	expect_usage_error hecto -C journal topic add lambda &&
	expect_usage_error hecto -C journal topic add " " &&
	expect_usage_error hecto -C journal topic add x --alias ""
'

test_expect_success 'a topic is added in one commit and found at once' '
	before=$(commits) &&
	hecto -C journal topic add "Snake game" --alias snakegame --alias "worm game" --parent python >out &&
	grep "Added the topic .snake-game." out &&
	test $(commits) = $((before + 1)) &&
	hecto -C journal topic snake game >out &&
	grep "has a score" out &&
	hecto -C journal search score --topic "worm game" --json |
		jq -r ".hits[].id" >actual &&
	echo 2022-07-01 >expect &&
	test_cmp expect actual &&
	test "$(named a worm game)" = snake-game &&
	hecto -C journal topic python >out &&
	grep "has a score" out
'

test_expect_success 'one that there is gets a further name' '
	hecto -C journal topic add lambda --alias lammy &&
	test "$(named my lammy)" = lambda
'

test_expect_success 'a parent that is not there has a suggestion' '
	test_expect_code 1 hecto -C journal topic add game --parent pythoon 2>err &&
	grep "did you mean .python." err
'

test_expect_success 'a name that another topic has is not taken from it' '
	before=$(commits) &&
	expect_usage_error hecto -C journal topic add lambda --alias sqs &&
	expect_usage_error hecto -C journal topic add Exam --alias s3 &&
	expect_usage_error hecto -C journal topic add Exam --name "Amazon SQS" &&
	test_expect_code 2 hecto -C journal topic add lambda --alias sqs 2>err &&
	grep ".sqs. names the topic .sqs. already; .*merge.*hide sqs" err &&
	test $(commits) = $before &&
	test "$(named sqs and s3)" = "sqs s3"
'

test_expect_success 'a change says how it is taken back' '
	hecto -C journal topic add chessy 2>err &&
	grep "lines of .chessy. in ..hecto/topics." err &&
	hecto -C journal topic hide chessy 2>err &&
	grep "hecto topic unhide chessy" err &&
	hecto -C journal topic unhide chessy &&
	hecto -C journal topic merge chessy python 2>err &&
	grep "hecto topic unmerge chessy" err &&
	hecto -C journal topic unmerge chessy
'

test_expect_success 'no topic belongs to its own family' '
	expect_usage_error hecto -C journal topic add python --parent python &&
	test_expect_code 2 hecto -C journal topic add python \
		--parent snake-game 2>err &&
	grep "snake-game. belongs to .python., so it cannot be its parent" err &&
	cp journal/.hecto/topics kept &&
	printf "[topic \"python\"]\n\tparent = snake-game\n" \
		>>journal/.hecto/topics &&
	hecto -C journal topic "snake game" >out 2>err &&
	grep "has a score" out &&
	grep "cannot belong to .*, which belongs to it" err &&
	test $(wc -l <err) = 1 &&
	test_expect_code 1 hecto -C journal check >out &&
	grep "^.hecto/topics" out && grep "cannot belong to" out &&
	test_expect_code 1 hecto -C journal check --json >out &&
	jq -e "[.[] | select(.kind == \"topic\")] | length == 1" out &&
	cp kept journal/.hecto/topics
'

test_expect_success 'merged topics are one, and can be parted' '
	hecto -C journal topic merge snake-game python &&
	test "$(named a snake game)" = python &&
	hecto -C journal topic "snake game" --json | jq -r .id >actual &&
	echo python >expect &&
	test_cmp expect actual &&
	test_expect_code 1 hecto -C journal topic unmerge lambda &&
	hecto -C journal topic unmerge snake-game &&
	test "$(named a snake game)" = snake-game
'

test_expect_success 'a hidden topic is no topic until it is shown again' '
	hecto -C journal topic hide "AWS Lambda" &&
	test "$(named the lambda of s3)" = s3 &&
	test_expect_code 1 hecto -C journal topic lambda 2>err &&
	grep "is hidden; .hecto topic unhide lambda. shows it" err &&
	test_expect_code 1 hecto -C journal search -t "aws lambda" x 2>err &&
	grep "is hidden" err &&
	test_expect_code 1 hecto -C journal topic add lambda 2>err &&
	grep "is hidden" err &&
	hecto -C journal topics >out &&
	! grep "^lambda " out &&
	hecto -C journal topic unhide lambda &&
	test "$(named the lambda of s3)" = "lambda s3" &&
	test_expect_code 1 hecto -C journal topic unhide lambda 2>err &&
	grep "is not hidden" err
'

test_expect_success 'what is taken back leaves no empty section' '
	hecto -C journal topic hide sqs &&
	hecto -C journal topic merge sns s3 &&
	printf "[topic \"kept\"]\n\t# by hand\n\thidden = true\n" \
		>>journal/.hecto/topics &&
	grep "topic \"sqs\"" journal/.hecto/topics &&
	hecto -C journal topic unmerge sns &&
	hecto -C journal topic unhide sqs &&
	! grep "sqs\|sns" journal/.hecto/topics &&
	grep "by hand" journal/.hecto/topics
'

test_expect_success 'what is neither true nor false is said' '
	printf "[topic \"sqs\"]\n\thidden = maybe\n" \
		>>journal/.hecto/topics &&
	hecto -C journal topics >out 2>err &&
	grep "topic.sqs.hidden. is true or false, not .maybe." err &&
	test $(wc -l <err) = 1 &&
	sed -i "s/= maybe/= Yes/" journal/.hecto/topics &&
	hecto -C journal topics >out 2>err &&
	test_must_be_empty err &&
	hecto -C journal topic unhide sqs
'

test_expect_success 'a name that a link gave keeps its capitals' '
	mkdir -p journal/notes &&
	echo "# Chess engine" >"journal/notes/Chess engine.md" &&
	echo "See [[Chess engine]]." >journal/notes/a.md &&
	echo "As in [[Chess engine]]." >journal/notes/b.md &&
	hecto -C journal topics --json >out &&
	jq -r ".[] | select(.id == \"chess-engine\") | .group" out >actual &&
	echo journal >expect &&
	test_cmp expect actual &&
	hecto -C journal topic add "chess engine" --alias "engine of chess" &&
	hecto -C journal topics --json >out &&
	jq -r ".[] | select(.id == \"chess-engine\") | .name" out >actual &&
	echo "Chess engine" >expect &&
	test_cmp expect actual
'

test_expect_success 'a group is no topic, and where it is listed is said' '
	test_expect_code 1 hecto -C journal topic AWS 2>err &&
	grep "hecto topics --group aws" err
'

test_expect_success 'of two topics the one that is misspelt is told' '
	test_expect_code 1 hecto -C journal topic lambda dynamodbb 2>err &&
	grep "there is no topic .dynamodbb.; did you mean .dynamodb." err &&
	test_expect_code 1 hecto -C journal topic dynamodbb aws lambda 2>err &&
	grep "there is no topic .dynamodbb." err &&
	test_expect_code 1 hecto -C journal topic step funktions 2>err &&
	grep "there is no topic .step funktions." err
'

test_expect_success 'of two words that are nearly a topic the wrong one is told' '
	test_expect_code 1 hecto -C journal topic sqs foo 2>err &&
	grep "no topic .sqs foo., nor .foo.; did you mean .sqs." err
'

test_expect_success 'a verb without a name asks for one' '
	test_expect_code 2 hecto -C journal topic hide 2>err &&
	grep "hecto topic hide. takes a name" err &&
	test_expect_code 2 hecto -C journal topic merge 2>err &&
	grep "takes two names, FROM and INTO" err
'

test_expect_success 'whoever misspells a topic is told which is shown' '
	hecto -C journal log "AWS Lambda runs python" -d 2022-07-03 &&
	for how in "topic lamda" "list topic:lamda" "search topic:lamda" \
		"search -t lamda runs" "topic lamda python"
	do
		hecto -C journal $how >out 2>err &&
		grep "no .lamda.; showing .lambda." err &&
		test $(grep -c showing err) = 1 || return 1
	done &&
	hecto -C journal topic "AWS Lambda" >out 2>err &&
	test_must_be_empty err &&
	hecto -C journal topic lambdas >out 2>err &&
	test_must_be_empty err
'

test_expect_success 'topics that are called like a verb can be reached' '
	hecto -C journal topic add "add" --name "Attention deficit" &&
	test_expect_code 1 hecto -C journal topic add 2>err &&
	grep "nothing is noted on Attention" err &&
	hecto -C journal topic "merge sort" >out &&
	grep "Read about merge sort" out
'

test_done
