#!/bin/sh
test_description='finding words'
. ./setup.sh

test_expect_success 'set up' '
	new_journal &&
	cat >log.md <<-\EOT &&
	### Day 1: July 1, 2022
	**Today'\''s Progress**: Called a lambda function from API gateway.

	**Thoughts**: The gateway is slow.

	### Day 2: July 2, 2022
	**Today'\''s Progress**: Wrote C++ and a query with `NEAR(` and *.

	**What I learned**: A café has no API.
	EOT
	hecto -C journal import log.md &&
	cat >queues.md <<-\EOT &&
	# Queues

	## SQS

	A queue keeps a message for 14 days; the gateway can write to it.
	EOT
	hecto -C journal import --as note queues.md &&
	hecto -C journal log "tagged words" -d 2022-07-03 --tag exam
'

ids () {
	jq -r ".hits[].id" "$@" | sort -u
}

test_expect_success 'wrong usage is refused with a hint' '
	expect_usage_error hecto search -C journal &&
	expect_usage_error hecto search -C journal "" &&
	expect_usage_error hecto search -C journal gateway --in nowhere &&
	expect_usage_error hecto search -C journal gateway --since whenever &&
	expect_usage_error hecto search -C journal gateway -n many &&
	expect_usage_error hecto search -C journal gateway --sort size &&
	expect_usage_error hecto search -C journal gateway --on whenever &&
	expect_usage_error hecto search -C journal gateway --kind thing &&
	expect_usage_error hecto search -C journal gateway --round none &&
	expect_usage_error hecto search -C journal gateway --day 20..10 &&
	expect_usage_error hecto search -C journal gateway --has legs &&
	expect_usage_error hecto search -C journal --exact --regex gateway &&
	expect_usage_error hecto search -C journal gateway -sqs &&
	grep "behind .--." err
'

test_expect_success 'JSON has the stable form' '
	hecto -C journal search gateway --topic lambda --json >out &&
	jq -c "keys_unsorted" out >actual &&
	jq -c ".hits[0] | keys_unsorted" out >>actual &&
	jq -c ".hits[0] | [.id,.path,.date,.section]" out >>actual &&
	cat >expect <<-\EOT &&
	["total","hits"]
	["id","path","title","line","date","heading","section","kind","traits","snippet","topics","more"]
	["2022-07-01","log/2022/2022-07-01.md","2022-07-01","progress"]
	EOT
	test_cmp expect actual
'

test_expect_success 'the line is where the words stand' '
	hecto -C journal search "message for 14 days" --json >out &&
	line=$(jq ".hits[0].line" out) &&
	sed -n "${line}p" journal/notes/queues.md | grep "14 days" &&
	jq -c ".hits[0] | [.date,.heading]" out >actual &&
	echo "[null,[\"Queues\",\"SQS\"]]" >expect &&
	test_cmp expect actual
'

test_expect_success 'a person sees date, title, place and passage' '
	hecto -C journal search "API gateway" >out &&
	sed "s/:[0-9]*$/:N/" out >actual &&
	cat >expect <<-\EOT &&
	2022-07-01  Day 1: July 1, 2022  Today'\''s Progress
	  log/2022/2022-07-01.md:N
	  Called a lambda function from API gateway.
	EOT
	test_cmp expect actual
'

test_expect_success 'all words have to be there, in any case or accent' '
	hecto -C journal search CAFE api --json | ids >actual &&
	echo 2022-07-02 >expect &&
	test_cmp expect actual
'

test_expect_success 'nothing in a word is special' '
	for word in "C++" "NEAR(" "*" "a AND" "-x" "^a" "{" ":" "\\" "%"
	do
		hecto -C journal search --json -- "$word" >out 2>err
		test $? -le 1 && ! grep -i "fts5\|syntax" err || return 1
	done &&
	hecto -C journal search "C++" --json | ids | grep 2022-07-02
'

test_expect_success 'filters narrow it down' '
	hecto -C journal search gateway --in thoughts --json | ids >actual &&
	hecto -C journal search API --since 2022-07-02 --json | ids >>actual &&
	hecto -C journal search API --until 2022-07-01 --json | ids >>actual &&
	hecto -C journal search words --tag exam --json | ids >>actual &&
	printf "2022-07-01\n2022-07-02\n2022-07-01\n2022-07-03\n" >expect &&
	test_cmp expect actual
'

test_expect_success 'a filter alone will do' '
	hecto -C journal search --tag exam --json | ids >actual &&
	echo 2022-07-03 >expect &&
	test_cmp expect actual &&
	hecto -C journal search -t sqs --json | ids | grep queues &&
	hecto -C journal search --in thoughts --json | ids | grep 2022-07-01
'

test_expect_success 'as many as asked for, and how many there are' '
	hecto -C journal search gateway -n 1 --json >out &&
	jq -c "[(.hits|length),.total > 1]" out >actual &&
	echo "[1,true]" >expect &&
	test_cmp expect actual &&
	hecto -C journal search gateway --limit 1 >out 2>err &&
	grep "^1 of [0-9]* found; -n 0 shows all$" err &&
	hecto -C journal search gateway -n 0 >out 2>err &&
	test_must_be_empty err
'

test_expect_success 'no hit is exit status 1 and a way on' '
	test_expect_code 1 hecto -C journal search dynamodbb >out 2>err &&
	test_must_be_empty out &&
	grep "nothing found for .dynamodbb.; .hecto topics. lists" err &&
	test_expect_code 1 hecto -C journal search zzzzqqqq --json >out &&
	jq -c . out >actual &&
	echo "{\"total\":0,\"hits\":[]}" >expect &&
	test_cmp expect actual
'

test_expect_success 'only topics that were written about are proposed' '
	test_expect_code 1 hecto -C journal search sqz >out 2>err &&
	test_must_be_empty out &&
	echo "hecto: nothing found for '\''sqz'\''; topics called nearly so:" \
		"'\''sqs'\''" >expect &&
	test_cmp expect err
'

test_expect_success 'a phrase that is not there says where its words are' '
	new_journal apart &&
	hecto -C apart log "An API of a gateway, and a queue" >/dev/null &&
	test_expect_code 1 hecto -C apart search "API gateway" >out 2>err &&
	test_must_be_empty out &&
	grep "nothing found for .API gateway. as a phrase; without the quotes its words are in 1 place\$" err &&
	test_expect_code 1 hecto -C apart search "API gatway" 2>err &&
	grep "in 1 place, with .gateway. for .gatway.\$" err &&
	test_expect_code 1 hecto -C apart search "API zebra" 2>err &&
	! grep "without the quotes" err
'

test_expect_success 'a topic that was never written about is no slip' '
	test_expect_code 1 hecto -C journal search eks >out 2>err &&
	test_must_be_empty out &&
	echo "hecto: nothing found for '\''eks'\''; nothing about Amazon Elastic" \
		"Kubernetes Service yet" >expect &&
	test_cmp expect err &&
	test_expect_code 1 hecto -C journal search kubernetes 2>err &&
	grep "nothing about Kubernetes yet$" err
'

test_expect_success 'a topic that is misspelt is guessed' '
	test_expect_code 1 hecto -C journal search gateway --topic dynamodbb 2>err &&
	grep "did you mean .dynamodb." err
'

test_expect_success 'an edit made by hand is found at once' '
	echo "A lemming." >>journal/notes/queues.md &&
	hecto -C journal search lemming --json | ids | grep queues
'

test_expect_success 'what was found is marked on a terminal' '
	on_a_terminal hecto -C journal --color always search lemming >out &&
	grep "$(printf "\033")\[1;36mlemming" out
'

test_expect_success 'filters of every kind' '
	hecto -C journal search --on 2022-07-01 --json | ids >actual &&
	hecto -C journal search gateway --kind note --json | ids >>actual &&
	hecto -C journal search --day 2 --json | ids >>actual &&
	hecto -C journal search gateway --in notes --json | ids >>actual &&
	hecto -C journal log "look: [docs](http://x.org)" -d 2022-07-04 --round 2 &&
	hecto -C journal search --round 2 --json | ids >>actual &&
	hecto -C journal search --has link --json | ids >>actual &&
	printf "%s\n" 2022-07-01 queues 2022-07-02 queues 2022-07-04 \
		2022-07-04 >expect &&
	test_cmp expect actual
'

test_expect_success 'the order may be that of the dates' '
	hecto -C journal search gateway or lemming or api --sort date --json |
		jq -r ".hits[0].id" >actual &&
	hecto -C journal search gateway or api --sort oldest --json |
		jq -r ".hits[0].id" >>actual &&
	hecto -C journal search gateway --sort relevance >/dev/null &&
	printf "2022-07-02\n2022-07-01\n" >expect &&
	test_cmp expect actual
'

test_expect_success '--exact takes the text as it stands' '
	hecto -C journal search --exact "API gateway" --json | ids >actual &&
	echo 2022-07-01 >expect &&
	test_cmp expect actual &&
	test_expect_code 1 hecto -C journal search --exact "api gateway" &&
	test_expect_code 1 hecto -C journal search --exact cafe &&
	hecto -C journal search --exact "NEAR(" --json | ids >actual &&
	echo 2022-07-02 >expect &&
	test_cmp expect actual
'

test_expect_success '--regex takes a pattern, and shows what is wrong with it' '
	hecto -C journal search --regex "[0-9]+ days" "queue" --json | ids >actual &&
	echo queues >expect &&
	test_cmp expect actual &&
	expect_usage_error hecto search -C journal --regex "a(b" &&
	grep "missing closing parenthesis" err &&
	grep "^     ^$" err
'

test_expect_success 'no pattern takes forever' '
	printf "%s\n" aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! \
		>journal/notes/long.md &&
	{
		timeout 20 hecto -C journal search --regex "(a+)+\$" >out 2>err
		code=$?
	} &&
	test $code -lt 3 &&
	rm journal/notes/long.md
'

test_expect_success 'a misspelt word is put right, and it is said' '
	hecto -C journal search gatewya >out 2>err &&
	echo "no '\''gatewya'\''; showing '\''gateway'\''" >expect &&
	sed "s/^hecto: //" err >actual &&
	test_cmp expect actual &&
	hecto -C journal search gatewya --json 2>/dev/null |
		jq -c .corrected >actual &&
	echo "[{\"typed\":\"gatewya\",\"meant\":\"gateway\"}]" >expect &&
	test_cmp expect actual &&
	test_expect_code 1 hecto -C journal search --exact gatewya &&
	test_expect_code 1 hecto -C journal search --regex gatewya &&
	test_expect_code 1 hecto -C journal search "\"gatewya\""
'

test_expect_success 'a number and its unit, marks and tags that are not there' '
	new_journal near &&
	hecto -C near log -t exam "At most 256 KB, a ring of 265kb" >/dev/null &&
	hecto -C near search 256KB 2>err >out &&
	echo "no '\''256KB'\''; showing '\''256 KB'\''" >expect &&
	test_cmp expect err &&
	hecto -C near search 265 kb 2>err >out &&
	grep "no .265 kb.; showing .265kb." err &&
	test_expect_code 1 hecto -C near search 652kb &&
	test_expect_code 1 hecto -C near search tag:exma 2>err &&
	grep "nothing found; there is no tag .exma.; did you mean .exam.?" err &&
	test_expect_code 1 hecto -C near list rign --kind entry 2>err &&
	grep "no entry is like that" err &&
	test_expect_code 1 hecto -C near list mostt 2>err &&
	grep "no entry is like that; no .mostt.; did you mean .most.?" err &&
	hecto -C near round >out && grep "Round 1  1 entry" out &&
	hecto -C near list --round 1 >out && grep 265kb out &&
	hecto -C near log "remember __init__" >/dev/null &&
	hecto -C near search __init__ >out 2>err &&
	grep "remember __init__" out && test_must_be_empty err
'

test_expect_success 'the help has the language in a line' '
	hecto search --help >out && grep "man 7 hecto-query" out &&
	grep "in:learned since:july" out && hecto help list >out &&
	grep "man 7 hecto-query" out
'

test_expect_success 'what is in one note stands together' '
	printf "# Pair\n\n## One\n\nzebra here\n\n## Two\n\nzebra there, far\n" \
		>journal/notes/pair.md &&
	hecto -C journal search zebra >actual &&
	cat >expect <<-\EOT &&
	Pair  One
	  notes/pair.md:5
	  zebra here
	  Two
	  notes/pair.md:9
	  zebra there, far
	EOT
	test_cmp expect actual
'

test_expect_success TOOL_SCRIPT '-i needs fzf, and says so' '
	test_expect_code 1 on_a_terminal env PATH=/nowhere \
		"$(command -v hecto)" -C journal search -i zebra >out &&
	grep "fzf.* not installed" out
'

test_expect_success TOOL_SETSID '-i needs a terminal, and says so' '
	expect_usage_error setsid -w hecto -C journal search -i zebra &&
	grep "needs a terminal" err &&
	expect_usage_error setsid -w hecto -C journal list -i &&
	grep "needs a terminal" err
'

test_expect_success '-i does not go with --json' '
	expect_usage_error hecto -C journal search -i --json zebra &&
	grep "leave one of them out" err &&
	expect_usage_error hecto -C journal list -i --json
'

test_expect_success TOOL_SCRIPT '-i opens what was chosen at its line' '
	mkdir -p bin &&
	cat >bin/fzf <<-\EOT &&
	#!/bin/sh
	sed -n 2p
	EOT
	cat >bin/nano <<-\EOT &&
	#!/bin/sh
	echo "$1" >"$LOGFILE"
	echo "A line more." >>"$2"
	EOT
	chmod +x bin/fzf bin/nano &&
	PATH="$PWD/bin:$PATH" EDITOR=nano LOGFILE="$PWD/editor" \
		PAGER=cat on_a_terminal \
		hecto -C journal search --interactive zebra &&
	echo +9 >expect &&
	test_cmp expect editor &&
	grep "A line more" journal/notes/pair.md
'

# shows WORD: wait until the terminal has it.
shows () {
	for i in $(seq 100)
	do
		grep -q "$1" shown && return
		sleep 0.1
	done
	return 1
}

test_expect_success TOOL_SCRIPT,TOOL_FZF '-i works with fzf itself' '
	rm bin/fzf editor && mkfifo keys && >shown &&
	{
		PATH="$PWD/bin:$PATH" EDITOR=nano LOGFILE="$PWD/editor" \
		TERM=xterm FZF_DEFAULT_OPTS= script -qec "stty rows 24 cols 80
			hecto -C journal search -i zebra" /dev/null \
			<keys >shown &
		choosing=$!
	} &&
	exec 9>keys &&
	shows "2/2" && shows "there, far" &&
	printf "far" >&9 && shows "1/2" &&
	printf "\\r" >&9 && exec 9>&- &&
	wait $choosing &&
	echo +9 >expect &&
	test_cmp expect editor
'

test_expect_success TOOL_SCRIPT,TOOL_FZF 'fzf shows what stands around the passage' '
	grep "A line more" shown
'

test_expect_success 'what filters keep away is said to be there' '
	rm -rf kept && hecto init kept && hecto -C kept log "Lambda is new" &&
	test_expect_code 1 hecto -C kept search --until 1999 lambda 2>err &&
	grep "hecto topic lambda. has all there is about AWS Lambda" err
'

test_expect_success 'the query of an example means what its quotes say' '
	grep -F "hecto search -- \(aqretry or backoff\(aq -sns kind:question" \
		"$HECTO_SOURCE/man/hecto-search.1" &&
	new_journal example &&
	{
		echo "**Questions**: When does retry end? Is backoff in sns?" &&
		echo && echo "**Today'\''s Progress**: backoff with retry"
	} | hecto -C example log -d 2022-07-01 - >/dev/null &&
	hecto -C example log -d 2022-07-02 "retry everything" >/dev/null &&
	hecto -C example log -d 2022-07-03 --learned "What is backoff?" \
		>/dev/null &&
	hecto -C example search --json -- "retry or backoff" -sns \
		kind:question >out &&
	jq -r ".hits[].id" out >actual && echo 2022-07-03 >expect &&
	test_cmp expect actual
'

test_done
