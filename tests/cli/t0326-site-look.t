#!/bin/sh
test_description='what the pages of the site say, and how they say it'
. ./site.sh

# The text of a page, without its tags.
text_of() {
	sed "s/<[^>]*>/ /g" "$1" | tr "\n" " " | tr -s " "
}

test_expect_success 'set up' '
	new_journal &&
	cat >log.md <<-\EOF &&
	# Log

	### Day 1: May 4, 2026

	**Today'"'"'s Progress**: Read about queues. Then slept.

	**Thoughts**: fine.

	### Day 2: Tuesday, May 5, 2026

	**Today'"'"'s Progress**: Roles in IAM and an EC2 instance, in EC2 once more, and a very long account of it all

	### Day 3: May 6, 2026: the exam is near

	**Today'"'"'s Progress**: DynamoDB and X-Ray
	EOF
	hecto -C journal import log.md &&
	hecto -C journal exam add "AWS DVA" --date 2026-05-08 \
		--start 2026-05-01 --pass 720 --scale 100-1000 \
		--domain Development=60 --domain Security=40 \
		--topics "Development=lambda, dynamodb, sqs" \
		--topics "Security=iam, kms" &&
	hecto -C journal exam practice "AWS DVA" 33/65 --date 2026-05-05 &&
	hecto -C journal exam result "AWS DVA" passed --score 812 &&
	hecto -C journal publish -o site
'

test_expect_success 'a passed exam leads the home page' '
	text_of site/index.html >said &&
	grep "Passed AWS DVA on 8 May 2026 , with 812 points of 1000" said &&
	sed "s/.*class=\"passed\"//" site/index.html | grep "class=\"stats\""
'

test_expect_success 'its page says how it went, and nothing of a countdown' '
	text_of site/exams/aws-dva.html >page &&
	grep "The way there began on 1 May 2026 and took 8 days, with study on 3 of them" page &&
	grep "21 points under the mark" page &&
	! grep -i "to go\|still to come\|even pace" page &&
	grep "Not noted" page && grep "Passed: AWS DVA" site/exams/aws-dva.html
'

test_expect_success 'why its domains have fewer topics than all is said' '
	new_journal split &&
	printf "# Plan\n\n## Services\n\n- [ ] Kinesis\n- [ ] Athena\n" >plan.md &&
	hecto -C split import --as plan plan.md &&
	hecto -C split exam add "AWS DVA" --date 2026-05-25 \
		--domain Development=60 --domain Security=40 \
		--topics "Development=lambda" --topics "Security=iam" &&
	hecto -C split publish -o splits &&
	text_of splits/exams/aws-dva.html >page &&
	grep "4 topics in all: 2 of the domains above, and 2 that the plan lists" page &&
	! grep "topics in all" site/exams/aws-dva.html
'

test_expect_success 'a day is called by what it was about, and its date said once' '
	grep "<h1 class=\"p-name\">Day 1</h1>" site/days/2026-05-04.html &&
	grep "<title>Day 1: Read about queues –" site/days/2026-05-04.html &&
	text_of site/index.html >said &&
	grep "Day 1: Read about queues 4 May 2026 Then slept. All" said &&
	grep "Day 2: Roles in IAM and an EC2 instance, in EC2 once more 5 May" said &&
	! grep "May 4, 2026" said site/archive/2026.html site/feed.xml &&
	grep "Day 1: Read about queues" site/feed.xml
'

test_expect_success 'a heading that says more stays' '
	grep "<h1 class=\"p-name\">Day 3: May 6, 2026: the exam is near</h1>" \
		site/days/2026-05-06.html
'

test_expect_success 'a heading still is what links go by' '
	mkdir -p journal/notes && printf "# See\n\n[[Day 1: May 4, 2026]]\n" >journal/notes/see.md &&
	hecto -C journal publish -o site &&
	grep "href=\"../days/2026-05-04.html\"" site/notes/see.html
'

test_expect_success 'chips are short, and say what they are short for' '
	grep "title=\"Amazon Elastic Compute Cloud\">EC2</a>" site/index.html &&
	grep "title=\"AWS Identity and Access Management\">IAM</a>" site/index.html &&
	grep "title=\"Amazon DynamoDB\">DynamoDB</a>" site/index.html &&
	grep "title=\"AWS X-Ray\">X-Ray</a>" site/index.html &&
	grep ">Amazon Elastic Compute Cloud</a>" site/topics.html
'

test_expect_success 'a log that rests tells what was reached' '
	hecto -C journal --today 2027-01-10 publish -o later &&
	text_of later/index.html >said &&
	grep "Longest streak 3 days" said && grep "3 days studied since 4 May" said &&
	! grep " 0 days" said && grep "longest streak 3" later/index.html
'

test_expect_success 'one day is no days, and a day that was late no shame' '
	new_journal one &&
	hecto -C one log --date 2026-05-08 "Read about queues" &&
	hecto -C one publish -o ones &&
	grep "A learning log: 1 day studied" ones/index.html &&
	text_of ones/index.html >said &&
	! grep -i "late\b\|missed" said
'

test_expect_success 'after a hundred days the goal is reached' '
	new_journal hundred && hecto -C hundred config journal.goal 3 &&
	printf "# Log\n\n### Day 1: May 4, 2026\n\na\n\n### Day 2: May 5, 2026\n\nb\n\n### Day 3: May 6, 2026\n\nc\n\n### Day 4: May 7, 2026\n\nd\n" >four.md &&
	hecto -C hundred import four.md && hecto -C hundred publish -o hundreds &&
	text_of hundreds/index.html >said && grep "3 days done" said &&
	grep "4 days studied" said && ! grep "Day 4 of\|Challenge Day" said
'

# Home, the pages of rounds and both commands.
rounds_agree() {
	HECTO_J=$1 round=$2 days=$3
	hecto -C $HECTO_J publish -o $HECTO_J-site &&
	text_of $HECTO_J-site/index.html >said &&
	grep "round $round · $days day" said &&
	text_of $HECTO_J-site/rounds/$round.html >page &&
	grep "Days $days of 100" page &&
	hecto -C $HECTO_J round >out &&
	grep "^Round $round .* $days days* studied" out &&
	hecto -C $HECTO_J streak >out &&
	grep "^Challenge *round $round, .*; $days studied" out
}

test_expect_success 'all mean the same rounds, labelled or not' '
	new_journal rounds &&
	printf "# Log\n\n### Day 1: July 4, 2022\n\na\n\n### Day 2: July 5, 2022\n\nb\n\n### Day 3: July 6, 2022\n\nc\n" >a.md &&
	printf "# Log\n\n### Day 1: May 6, 2026\n\nd\n\n### Day 2: May 7, 2026\n\ne\n" >b.md &&
	hecto -C rounds import a.md && hecto -C rounds import b.md &&
	rounds_agree rounds 2 2 &&
	hecto -C rounds round --json >out &&
	test "$(jq -c "[.[] | [.round, .entries, .days]]" out)" = "[[1,3,3],[2,2,2]]" &&
	hecto -C rounds round new >out && grep "^Round 3 begins" out &&
	hecto -C rounds log "Anew" && rounds_agree rounds 3 1 &&
	test -f rounds-site/rounds/1.html
'

test_expect_success 'a log of one round without a label has no page of it' '
	test ! -e site/rounds
'

test_expect_success 'notes are shown by folder, and those of one name told apart' '
	new_journal notes && mkdir -p notes/notes/aws notes/notes/c &&
	for dir in notes/notes/aws notes/notes/c notes/notes
	do
		printf "# References\n\nA page.\n" >$dir/references.md || return 1
	done &&
	printf "# Über uns\n\nA page.\n" >"notes/notes/Ünï cödé Łø.md" &&
	printf "# About\n\nI learn. See [[references]].\n" >notes/notes/about.md &&
	printf "# Mine\n\n[[about]]\n" >notes/notes/mine.md &&
	hecto -C notes publish -o noted &&
	text_of noted/notes.html >page &&
	grep "notes/aws References" page && grep "notes/c References" page &&
	text_of noted/index.html >said && grep "References (notes/aws)" said
'

test_expect_success 'Latin letters keep what they are in an address' '
	test -f noted/notes/uni-code-lo.html
'

test_expect_success 'notes/about.md is one page' '
	test ! -e noted/notes/about.html && grep "I learn" noted/about.html &&
	grep "href=\"../about.html\"" noted/notes/mine.html &&
	grep "href=\"notes/mine.html\"" noted/about.html
'

test_expect_success 'topics stand behind a note' '
	printf "# Queues\n\nSQS and SNS.\n" >journal/notes/queues.md &&
	hecto -C journal publish -o site &&
	text_of site/notes/queues.html >page &&
	grep "SQS and SNS. Topics of this note" page
'

test_expect_success 'an image that is written as HTML is shown' '
	new_journal images &&
	mkdir -p images/notes &&
	printf "\211PNG\r\n\032\n\000\000\000\rIHDR\000\000\000\001\000\000\000\001\010\002\000\000\000\220wS\336\000\000\000\014IDATx\234c\370\317\300\000\000\003\001\001\000\311\376\222\357\000\000\000\000IEND\256B\`\202" \
		>images/notes/a.png &&
	printf "# Pictures\n\n<img src=\"a.png\" alt=\"A & B\" width=\"300\">\n\nAnd <img src=a.png> here <img src=\"a.png\" onload=\"x()\">.\n" \
		>images/notes/pictures.md &&
	hecto -C images publish -o imaged &&
	test "$(grep -o "<img src=\"../files/a-" imaged/notes/pictures.html | wc -l)" = 3 &&
	grep "alt=\"A &amp; B\"" imaged/notes/pictures.html &&
	! grep "onload" imaged/notes/pictures.html
'

test_expect_success 'paper has no search box' '
	sed "1,/^form.search {/d" site/style.css >rest &&
	sed -n "/^@media print/,/^}/p" rest | grep "form.search { display: none"
'

test_expect_success 'what goes on behind a title that was cut says so' '
	text_of site/index.html >said &&
	grep "in EC2 once more 5 May 2026 … and a very long account of it all" said
'

test_expect_success 'a journal of notes alone counts them, and no days' '
	new_journal alone && mkdir -p alone/notes &&
	printf "# Clouds\\n\\nMicrosoft 365\\n\\n## Amazon S3\\n\\n\\140\\140\\140\\naws s3 ls\\n  aws s3 mb\\n\\140\\140\\140\\n" >alone/notes/clouds.md &&
	printf "# Weather\\n\\nIt rains.\\n" >alone/notes/weather.md &&
	hecto -C alone publish -o alones &&
	text_of alones/index.html >said &&
	grep "2 notes · [1-9][0-9]* topics" said &&
	! grep "0 days\|Day 0\|nothing logged" said &&
	! grep "0 days\|0 entries" alones/index.html
'

test_expect_success 'a list of notes says nothing of topics where there are none' '
	text_of alones/notes.html >said && grep "Weather" said && ! grep "0 topics" said
'

test_expect_success 'a name that has nothing but a number behind its maker is under its letter' '
	grep "<h2 id=\"M\">M</h2>" alones/topics.html && ! grep "id=\"0\"" alones/topics.html
'

test_expect_success 'code that speaks of a topic is quoted as code' '
	grep "<pre tabindex=\"0\"><code>aws s3 ls" alones/topics/s3.html
'
test_expect_success 'a heading is not quoted above what stands beneath it' '
	! grep "<li>Amazon S3" alones/topics/s3.html &&
	grep ">Amazon S3</a><ul>" alones/topics/s3.html
'

test_expect_success 'where nothing was noted is not said, and a number is no name' '
	grep "What was noted of Amazon S3: 2 passages in 1 note\." alones/topics/s3.html &&
	grep ">Microsoft 365</a>" alones/index.html && ! grep ">365<" alones/index.html
'

test_expect_success 'a quote without a place of its own has none said' '
	new_journal plain && mkdir -p plain/log/2026 &&
	printf -- "---\\ndate: 2026-05-04\\n---\\nDynamoDB has streams.\\n" >plain/log/2026/2026-05-04.md &&
	printf -- "# Some day\\n\\nDynamoDB once more.\\n" >plain/log/some.md &&
	hecto -C plain publish -o plains &&
	text_of plains/topics/dynamodb.html >said &&
	grep "Monday, 4 May 2026 DynamoDB has streams" said && ! grep "Entry" said
'

test_expect_success 'what has no date is listed once' '
	text_of plains/archive.html >said &&
	grep "Undated All of them 1 entry" said && ! grep "Without a date" said &&
	text_of plains/archive/undated.html >said && ! grep "Without a date" said
'

test_expect_success 'text that is written from the right runs so' '
	new_journal arabic && mkdir arabic/notes &&
	printf "# \331\205\331\204\330\247\330\255\330\270\n\n\330\254\330\257\331\210\331\204 SQS.\n" >arabic/notes/a.md &&
	hecto -C arabic log "\330\254\330\257\331\210\331\204" && hecto -C arabic publish -o arabics &&
	grep "class=\"e-content prose\" dir=\"auto\"" arabics/notes/a.html &&
	grep "class=\"e-content prose\" dir=\"auto\"" arabics/days/*.html &&
	grep "main :is(p, li, h1.*unicode-bidi: plaintext" arabics/style.css &&
	! grep "^\.prose.*\(padding\|border\|margin\)-left" arabics/style.css
'

test_expect_success 'a word that is longer than a phone is wide is broken in a list of links' '
	grep "main :is(li, h2, h3, dt) > a { overflow-wrap: anywhere" arabics/style.css
'

test_done
