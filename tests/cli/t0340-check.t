#!/bin/sh
test_description='hecto check finds what is wrong, and mends what is safe'
. ./setup.sh
the_clock_shows 2022-07-14T21:00:00Z

# commit MESSAGE: all that was changed by hand.
commit () {
	git add -A &&
	git -c user.name=Ann -c user.email=ann@example.org commit -q -m "$1"
}

# finds KIND LINE FILE: among the findings of the last check, in out.
finds () {
	grep "^$3:$2  $1: " out ||
	{
		cat out
		return 1
	}
}

test_expect_success 'wrong usage is refused with a hint' '
	expect_usage_error hecto check --nothing &&
	expect_usage_error hecto check --fix log.md &&
	expect_usage_error hecto check --fix --json &&
	expect_usage_error hecto check --all --fix &&
	expect_usage_error hecto check --all log.md &&
	expect_usage_error hecto check --dry-run
'

test_expect_success 'without journal and file there is nothing to check' '
	test_must_fail hecto check 2>err &&
	grep "no journal here" err
'

cat >good.md <<\EOF
# My log

<!--
### Day 0: February 30, 2016 (Example)
(delete me)
-->

### Day 1: July 4, 2022, Monday

**Today's Progress**: queues, and what they are good for

### Day 2: July 5, 2022, Tuesday

**Today's Progress**: topics
EOF

test_expect_success 'a good log has no findings' '
	hecto check good.md >out &&
	echo "nothing wrong was found in 1 file" >expect &&
	test_cmp expect out
'

cat >bad.md <<\EOF
# My log

### Day 0: February 30, 2016 (Example 1)
##### (delete me or comment me out)

### Day 1: July 4, 2022, Tuesday

Queues, and what they are good for

### Day 2: July 5, 2022

Topics

### Day 2: July 6, 2022

Streams

<!--
### Day 3: July 6, 2022

Was it so?
-->

### Day 5: July 9, 2022

**Today's Progress**: tables

**Thoughts**:

### Day 6: July 10, 2022

![plan](plan.png)

### Day 7: June 31, 2022

Words

### Day 8: July 12, 2022
EOF

test_expect_success 'each slip of a log is told with its line' '
	test_expect_code 1 hecto check bad.md >out 2>err &&
	test_must_be_empty err &&
	finds template-day 3 bad.md &&
	finds weekday 6 bad.md &&
	grep "2022-07-04 is a Monday" out &&
	finds day-twice 14 bad.md &&
	finds in-comment 19 bad.md &&
	finds day-skipped 24 bad.md &&
	grep "days 3 to 4 are missing" out &&
	finds empty-label 28 bad.md &&
	finds missing-file 32 bad.md &&
	finds impossible-date 34 bad.md &&
	finds empty-entry 38 bad.md &&
	grep "^    -> " out
'

test_expect_success 'the same from standard input' '
	test_expect_code 1 hecto check - <bad.md >out &&
	finds weekday 6 stdin
'

test_expect_success 'the same as JSON' '
	test_expect_code 1 hecto check --json bad.md >out &&
	jq -r ".[] | select(.kind == \"weekday\") |
		\"\(.path) \(.line) \(.fixable) \(.text)\"" out >got &&
	echo "bad.md 6 false ### Day 1: July 4, 2022, Tuesday" >expect &&
	test_cmp expect got
'

test_expect_success 'newest first, half days and new rounds are fine' '
	cat >odd.md <<-\EOF &&
	### R2D2: July 8, 2022

	Eight

	### R2D1: July 7, 2022

	Seven

	### R1D3b: July 6, 2022

	Six, later

	### R1D3a: July 6, 2022

	Six

	### R1D1-2: July 4-5, 2022

	Four and five
	EOF
	hecto check odd.md
'

test_expect_success 'a round that does not fit is told' '
	printf "### R%s: July %s, 2022\n\nText\n\n" 2D1 4 2D2 5 1D3 6 2D4 7 \
		2D5 8 >r2-log.md &&
	test_expect_code 1 hecto check r2-log.md >out &&
	finds round 9 r2-log.md &&
	grep "R2D3, most likely" out &&
	printf "### R%s: July %s, 2022\n\nText\n\n" 1D1 4 1D2 5 >r3-log.md &&
	test_expect_code 1 hecto check r3-log.md >out &&
	grep "speaks of round 3, its days of round 1" out
'

test_expect_success 'the bytes of a file are looked at' '
	printf "# Notes\n\nCaf\303\203\302\251\n\nx\377y\r\nz\0\n" >bytes.md &&
	test_expect_code 1 hecto check bytes.md >out &&
	finds mojibake 3 bytes.md &&
	finds not-utf8 5 bytes.md &&
	finds line-ends 5 bytes.md &&
	finds nul 6 bytes.md
'

test_expect_success 'a secret is told and not shown' '
	key=AKIA$(echo q7wertz3uiopx2mn | tr a-z A-Z) &&
	printf "# Notes\n\nmy id is %s\n\nand %s <!-- allow-secret -->\n" \
		$key $key >secret.md &&
	test_expect_code 1 hecto check secret.md >out &&
	finds secret 3 secret.md &&
	grep "an AWS access key id (AKIA..., 20 characters)" out &&
	grep "1 finding" out &&
	! grep $key out &&
	test_expect_code 1 hecto check --json secret.md >out &&
	! grep $key out
'

test_expect_success 'a file that is not there, and a folder, are refused' '
	test_expect_code 3 hecto check nowhere.md 2>err &&
	grep "nowhere.md" err &&
	mkdir folder &&
	test_must_fail hecto check folder 2>err &&
	grep "is a folder" err
'

test_expect_success 'a new journal is healthy' '
	new_journal && cd journal &&
	hecto log -d 2022-07-01 "Queues" >/dev/null &&
	hecto log -d 2022-07-02 "Topics" >/dev/null &&
	hecto log -d 2022-07-02 "and more of them" >/dev/null &&
	hecto check >out &&
	grep "nothing wrong was found in 2 files" out
'

test_expect_success 'an imported log is told by the files of its entries' '
	cp ../bad.md bad.md && hecto import bad.md >/dev/null &&
	rm bad.md &&
	test_expect_code 1 hecto check >out &&
	grep "^log/2022/2022-07-04.md:[0-9]*  weekday" out &&
	grep "^log/2022/2022-07-06.md:[0-9]*  day-twice" out &&
	grep "^log/2022/2022-07-06.md:[0-9]*  in-comment" out &&
	grep "^.hecto/logs/bad.md/preamble:3  template-day" out &&
	grep "plan.png" out &&
	hecto rm -f 2022-07-12 >/dev/null 2>&1 || hecto rm 2022-07-12
'

test_expect_success 'an image that is not there is no note to write' '
	mkdir -p notes &&
	echo "![[queue.png]]" >notes/image.md &&
	test_expect_code 1 hecto check >out &&
	grep "there is no file .queue.png." out &&
	grep "or put the file there" out &&
	rm notes/image.md
'

test_expect_success 'links of notes are followed' '
	mkdir -p notes/aws &&
	printf -- "---\naliases: [Simple Queue Service]\n---\n# SQS\n\n## Limits\n" \
		>notes/aws/sqs.md &&
	printf "# All\n\n%s\n\n%s\n\n%s\n\n%s\n\n%s\n\n\140[[ x ]]\140\n" \
		"[[sqs]] [[aws/sqs|queues]] [[SQS#limits]] [[simple queue service]]" \
		"[[sns]]" "[[sqs#Prices]]" "[a](../../../etc/x.md) [b](gone.md)" \
		"[c](aws/sqs.md) ![d](/home/ann/d.png) [2022-07-01](../log/2022/2022-07-01.md)" \
		>notes/all.md &&
	test_expect_code 1 hecto check >out &&
	finds broken-link 5 notes/all.md &&
	grep "there is no note .sns." out &&
	finds broken-link 7 notes/all.md &&
	grep "there is no heading .Prices." out &&
	finds missing-file 9 notes/all.md &&
	finds outside 9 notes/all.md &&
	finds outside 11 notes/all.md &&
	! grep "notes/all.md:3 " out &&
	! grep "notes/all.md:13" out
'

test_expect_success 'a link that may mean two notes is told' '
	mkdir -p notes/gcp && echo "# Queues of GCP" >notes/gcp/sqs.md &&
	test_expect_code 1 hecto check >out &&
	grep "notes/all.md:3 .*2 documents are called .sqs.: .notes/" out &&
	rm -r notes/gcp
'

test_expect_success 'headings of notes that jump are told' '
	printf "# A\n\n### B\n" >notes/jump.md &&
	test_expect_code 1 hecto check >out &&
	finds heading-jump 3 notes/jump.md
'

test_expect_success 'conflicts, settings and strays are told' '
	printf "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n" >notes/c.md &&
	printf "[streak]\n\tgrace = many\n\tgrase = 2\n" >>.hecto/config &&
	echo x >log/2022/list.json &&
	test_expect_code 1 hecto check >out 2>err &&
	finds conflict 2 notes/c.md &&
	grep "^.hecto/config:[0-9]*  setting: .many. is not" out &&
	grep "there is no setting .streak.grase." out &&
	grep "^log/2022/list.json  stray-file" out
'

test_expect_success 'entries of a log that are gone are told' '
	git rm -q log/2022/2022-07-10.md && commit gone &&
	test_expect_code 1 hecto check >out 2>err &&
	grep "^.hecto/logs/bad.md/order:[0-9]*  log-order" out
'

test_expect_success 'a new journal with what can be mended' '
	cd .. && mkdir second && cd second && hecto init >/dev/null &&
	hecto log -d 2022-07-01 "Queues" >/dev/null &&
	hecto log -d 2022-07-02 "Topics" >/dev/null &&
	hecto log -d 2022-07-03 "Tables" >/dev/null &&
	printf "one\r\ntwo\nthree\n" >>log/2022/2022-07-01.md &&
	printf "\n**Thoughts**:\n\n**Link to work**:\n" \
		>>log/2022/2022-07-02.md &&
	sed "s/^day: .*/&\ntitle: Tables: the end/" \
		log/2022/2022-07-03.md >new &&
	mv new log/2022/2022-07-03.md &&
	printf -- "---\ndate: 2022-07-09\n---\nWrong\n" \
		>log/2022/2022-07-04.md
'

test_expect_success '--fix --dry-run shows a difference and changes nothing' '
	commit edits &&
	test_expect_code 1 hecto check --fix --dry-run >../out &&
	grep "^-one" ../out && grep "^+one" ../out &&
	grep "^-\*\*Thoughts" ../out &&
	grep "^+title: .Tables: the end." ../out &&
	git diff --exit-code && test -z "$(git status --porcelain)"
'

test_expect_success '--fix mends in one commit; what is left is told' '
	before=$(git rev-list --count HEAD) &&
	test_expect_code 1 hecto check --fix >out &&
	test $(git rev-list --count HEAD) = $((before + 1)) &&
	git log -1 --format=%s >subject &&
	echo "Mend 3 files" >expect && test_cmp expect subject &&
	! grep "$(printf "\r")" log/2022/2022-07-01.md &&
	! grep Thoughts log/2022/2022-07-02.md &&
	grep Topics log/2022/2022-07-02.md &&
	hecto show 2022-07-03 | grep Tables &&
	grep "^log/2022/2022-07-04.md:2  file-name" out &&
	rm log/2022/2022-07-04.md &&
	hecto check --fix -n
'

test_expect_success 'the difference masks secrets and what is private' '
	cd .. && mkdir third && cd third && hecto init >/dev/null &&
	hecto log -d 2022-07-01 "Queues" >/dev/null &&
	hecto log -d 2022-07-02 "Topics" >/dev/null &&
	token=ghp_$(echo k3Jd82hsLq01mZx7Pw4nBv6CyTe9RfGaUoIi) &&
	printf "[publish]\n\tprivate = thoughts\n" >>.hecto/config &&
	{
		printf "near\r\n%s\n-----BEGIN PRIVATE" "$token" &&
		printf " KEY-----\nMIIEvQIB\n-----END PRIVATE KEY-----\n" &&
		printf "\033[31mred\033[m\nfar **Thoughts**: coy\n" &&
		printf "**Thoughts**:\nshy\r\n"
	} >>log/2022/2022-07-01.md &&
	sed "s/^day: .*/&\nprivate: true/" log/2022/2022-07-02.md >new &&
	printf "timid\r\nand more\n" >>new &&
	mv new log/2022/2022-07-02.md && commit edits &&
	test_expect_code 1 hecto check --fix -n >all &&
	sed "/^log.*:[0-9]/,\$d" all >out && ! grep "$token" all &&
	grep "^-near^M$" out && grep "^+near$" out &&
	grep "ghp_\.\.\." out && grep "(private)^M$" out &&
	grep "^.far *$" out && ! grep coy out &&
	grep "\^\[\[31mred" out &&
	! grep "$token" out && ! grep MIIE out && ! grep shy out &&
	! grep timid out && ! grep "and more" out &&
	! grep "$(printf "\033")" out
'

test_expect_success 'no message has a secret in it' '
	printf "# A\n\n[[%s]] ![a](%s.png) [b](%s.md)\n" \
		"$token" "$token" "$token" >notes.md &&
	mkdir -p notes && mv notes.md notes/a.md &&
	test_expect_code 1 hecto check >out &&
	grep broken-link out && grep missing-file out &&
	! grep "$token" out &&
	test_expect_code 1 hecto check --json >out && ! grep "$token" out
'

test_expect_success 'what is not mended stays as it is, byte for byte' '
	rm notes/a.md && git checkout -q . &&
	printf "%s\r\n" "---" "day: 1" "title: Tables: the end" "---" "x" "" \
		>log/2022/2022-07-05.md &&
	printf "no end" >>log/2022/2022-07-05.md &&
	sed "s/^title: \(.*\)\(.\)$/title: \"\1\"\2/" \
		log/2022/2022-07-05.md >../expect &&
	commit crlf && test_might_fail hecto check --fix >out &&
	test_cmp ../expect log/2022/2022-07-05.md
'

test_expect_success 'a file that is edited meanwhile is left as it is' '
	hecto log -d 2022-07-08 "Streams" >/dev/null &&
	file=log/2022/2022-07-08.md &&
	i=0 && while test $i -lt 9000
	do
		printf "line %s\r\n" $i && i=$((i + 1))
	done >>$file &&
	printf "last\n" >>$file && sed "s/last/other/" $file >../edited &&
	sed "s/9$(printf "\r")//" $file >more && mv more $file &&
	commit long &&
	{
		hecto check --fix 2>../err || :
	} | {
		dd bs=1 count=1 2>/dev/null >../first &&
		cp ../edited $file && cat >/dev/null
	} &&
	test_cmp ../edited $file && grep "was edited meanwhile" ../err
'

# object PATH: the file of the loose object that HEAD has there.
object () {
	git rev-parse "HEAD:$1" | sed "s,^..,.git/objects/&/,"
}

test_expect_success '--all reads every object back' '
	cd .. && mkdir fourth && cd fourth && hecto init >/dev/null &&
	hecto log -d 2022-07-01 "Queues" >/dev/null &&
	hecto log -d 2022-07-02 "Topics" >/dev/null &&
	hecto check --all >../out &&
	grep "^nothing wrong was found in 2 files and [0-9]* objects$" ../out
'

test_expect_success 'what is not committed, and drafts, are only notes' '
	mkdir -p notes .git/hecto/drafts && echo "# New" >notes/new.md &&
	echo text >.git/hecto/drafts/a.md &&
	hecto check --all >../out &&
	grep "^notes/new.md  uncommitted: it was never committed" ../out &&
	grep "drafts/a.md  interrupted" ../out &&
	hecto check --all --json >../out &&
	jq -r ".[] | select(.note) | .kind" ../out | sort >../got &&
	printf "interrupted\nuncommitted\n" >../expect &&
	test_cmp ../expect ../got && rm -r notes .git/hecto/drafts
'

test_expect_success 'a damaged, another and a missing object are told' '
	file=$(object log/2022/2022-07-01.md) &&
	other=$(object log/2022/2022-07-02.md) &&
	cp $file ../kept && chmod u+w $file &&
	printf "damaged" | dd of=$file bs=1 seek=9 conv=notrunc 2>/dev/null &&
	test_expect_code 1 hecto check --all >../out &&
	grep "^log/2022/2022-07-01.md  damage: its object .* damaged" ../out &&
	grep "git fsck" ../out && cat $other >$file &&
	test_expect_code 1 hecto check --all --json >../out &&
	jq -r ".[].kind" ../out >../got && echo damage >../expect &&
	test_cmp ../expect ../got &&
	rm -f $file && test_expect_code 1 hecto check --all >../out &&
	grep "is missing" ../out && cp ../kept $file &&
	hecto check --all
'

test_expect_success 'a branch that leads nowhere, and broken settings' '
	branch=.git/$(git symbolic-ref HEAD) && cp $branch ../branch &&
	echo 1234567890123456789012345678901234567890 >$branch &&
	test_expect_code 1 hecto check --all >../out &&
	grep "^HEAD  damage" ../out &&
	cp ../branch $branch && hecto check --all &&
	printf "[streak\n" >>.hecto/config &&
	test_expect_code 1 hecto check --all >../out 2>/dev/null &&
	grep "^.hecto/config  damage" ../out
'

test_expect_success 'front matter that is never closed is told, and not shown' '
	hecto init unclosed >/dev/null && mkdir -p unclosed/log/2022 unclosed/notes &&
	printf "%s\n" --- "date: 2022-07-11" "tags: [aws" "**Today**: streams" \
		>unclosed/log/2022/2022-07-11.md &&
	printf "%s\n" --- "title: Queues" "" "# On queues" >unclosed/notes/q.md &&
	printf "%s\n" --- "Today: a text below a rule" >unclosed/notes/r.md &&
	printf "%s\n" --- "" "date: is no key here" >unclosed/notes/s.md &&
	(cd unclosed && ! hecto check >../out) &&
	finds front-matter 3 log/2022/2022-07-11.md &&
	finds front-matter 2 notes/q.md &&
	grep "the front matter is never closed; put a line .---. behind this one" \
		out &&
	! grep -E "^notes/[rs].md.*front-matter" out &&
	hecto -C unclosed list >out && ! grep "tags:" out &&
	hecto -C unclosed publish >/dev/null 2>&1 &&
	! grep -r "tags: \[aws" unclosed/public &&
	grep -rq "streams" unclosed/public/days &&
	grep -rq "a text below a rule" unclosed/public/notes
'

test_expect_success 'what is added to such an entry keeps every byte of it' '
	cp unclosed/log/2022/2022-07-11.md before &&
	hecto -C unclosed log -d 2022-07-11 "More streams" >/dev/null &&
	head -n 4 unclosed/log/2022/2022-07-11.md >after &&
	test_cmp before after && grep "More streams" unclosed/log/2022/2022-07-11.md
'

test_done
