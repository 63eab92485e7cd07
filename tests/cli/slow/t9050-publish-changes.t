#!/bin/sh
test_description='a site that is brought up to date after random changes'
. ./setup.sh
. "$HECTO_SOURCE/tests/cli/publish-again.sh"

# By chance, but the same for each run of a seed.
random () {
	seed=$(((seed * 1103515245 + 12345) % 2147483648)) &&
	picked=$(((seed / 65536) % $1))
}

pick_entry () {
	set -- journal/log/*/*.md && random $# && shift $picked && entry=$1
}

words="queue lambda SQS kinesis zebra quorum DynamoDB wombat retry café"

pick_word () {
	set -- $words && random $# && shift $picked && word=$1
}

# After the front matter, or in front of all.
set_field () {
	if head -n 1 "$entry" | grep -q "^---"
	then
		sed -i "1a $1" "$entry"
	else
		sed -i "1i ---\\n$1\\n---" "$entry"
	fi
}

change () {
	random 14 && kind=$picked && pick_entry && pick_word &&
	case $kind in
	0|1|2) echo "- about $word" >>"$entry" ;;
	3) sed -i "s/$word/x$word/" "$entry" ;;
	4) rm "$entry" ;;
	5) random 28 && day=2022-0$((picked % 6 + 1))-$((picked + 1)) &&
		hecto -C journal log "Read about $word" -d \
			"$(date -d "$day" +%Y-%m-%d)" ;;
	6) set_field "private: true" ;;
	7) set_field "minutes: $((seed % 90))" ;;
	8) set_field "round: $((seed % 3 + 1))" ;;
	9) set_field "heading: \"### The $word\"" ;;
	10) sed -i "2s/$/ <!-- private -->/" "$entry" ;;
	11) printf "# The $word\n\nSee [[Queues]] and $word.\n" \
		>"journal/notes/$word.md" ;;
	12) rm -f "journal/notes/$word.md" ;;
	13) set_field "tags: [$word, other]" ;;
	esac
}

test_expect_success 'set up' '
	new_journal && write_days 120 && mkdir journal/notes &&
	printf "# Queues\n\nOf SQS.\n" >journal/notes/queues.md &&
	cat >journal/notes/open.md <<-\END &&
	# Open

	## Questions

	- How long does SQS keep a message?
	- What starts a Lambda from a queue with retry?
	- How do DynamoDB and Kinesis compare by order?
	END
	hecto -C journal publish -o site
'

for seed in 1 2 3 4 5 6
do
	test_expect_success "thirty changes, seed $seed" '
		for i in $(seq 30)
		do
			change && random 3 &&
			if test $picked = 0
			then
				continue
			fi &&
			same_as_new || return 1
		done
	'
done

# Enough for threads, which draw other pages meanwhile.
test_expect_success 'ten changes of many entries' '
	write_days 600 && same_as_new &&
	for i in $(seq 10)
	do
		change && same_as_new || return 1
	done
'

test_done
