#!/bin/sh
test_description='what is private is in no byte of what is published'
. ./setup.sh

# The same journal for every WORD and TEXT: they stand only in private places,
# each with a number of its own, as in Word12.  MORE is lines of further text.
make_twin () {
	dir=$1 word=$2 text=$3 more=$4 &&
	hecto init "$dir" >/dev/null &&
	cp -R "$HECTO_SOURCE/tests/cli/private/journal/." "$dir/" &&
	find "$dir" -name "*WORD*" | while read -r file
	do
		mv "$file" "$(echo "$file" | sed "s/WORD/$word/")" || return 1
	done &&
	find "$dir/log" "$dir/notes" "$dir/plans" "$dir/.hecto" -type f |
	while read -r file
	do
		sed -i "s/WORD/$word/g; s/TEXT/$text/g; s/MORE/$more/g" \
			"$file" || return 1
	done &&
	mkdir "$dir/log/2026/images" &&
	for image in $(grep -rhoE "images/$word[0-9]+.png" "$dir/log") \
		images/public.png
	do
		cp "$HECTO_SOURCE/man/images/site.png" \
			"$dir/log/2026/$image" || return 1
	done &&
	printf "\r\n\r\nEnd\r\n%s18 <!-- private -->\r\n" "$word" \
		>>"$dir/notes/line-ends.md" &&
	printf "Old\r%s19 <!-- private -->\rends" "$word" \
		>"$dir/notes/old-line-ends.md"
}

publish () {
	hecto -C "$1" publish -o "$1-site" 2>"$1.err" &&
	test -f "$1-site/index.html"
}

the_clock_shows 2026-05-09T21:00:00Z

test_expect_success 'a journal with a word in every private place' '
	make_twin first Quokka "lambda at 11:11, 4711 times" "one line" &&
	grep -rhoE "Quokka[0-9]+" first/log first/notes first/plans \
		first/.hecto | sort -u | wc -l >places &&
	test $(cat places) -ge 60 &&
	publish first
'

test_expect_success 'what is public is shown, also beside what is not' '
	grep -q "Public line of the lists" first-site/days/2026-05-05.html &&
	grep -q "Public line of the blocks" first-site/days/2026-05-04.html &&
	for n in 1 2 3 4 5 6 7 8 9 12 13 14
	do
		grep -rq "Public $n of the notes" first-site/notes ||
		return 1
	done &&
	grep -q "<td>kept row</td>" first-site/notes/tables.html &&
	grep -q "<td>headless row</td>" first-site/notes/tables.html &&
	grep -q "kept cell" first-site/notes/tables.html &&
	test -f first-site/topics/lambda.html &&
	grep -q "Public 10 of the notes" first-site/topics/sns.html &&
	grep -q "Public 11 of the notes" first-site/topics/sns.html &&
	for n in 1 2 3 4 5 6 9
	do
		grep -q "is way $n public" first-site/questions.html ||
		return 1
	done &&
	grep -q "Ways › Public way</a>" first-site/questions.html &&
	grep -q "Ways › public item</a>" first-site/questions.html &&
	test $(find first-site -name "*.png" | grep -c public) = 1
'

test_expect_success 'the word is in no byte of the site' '
	! grep -rai quokka first-site
'

test_expect_success 'nor is any other word that stands beside it' '
	! grep -ra -e 4711 -e 11:11 first-site
'

test_expect_success 'nor in the name of a file' '
	find first-site >names && ! grep -i quokka names
'

test_expect_success 'nor in what publishing says' '
	! grep -i quokka first.err &&
	hecto -C first publish --left-out >out &&
	! sed "s/^[^ ]*  //" out | grep -i quokka
'

# Three things depend on what is private, and on the days alone: the streak, the
# challenge, and that a square of the heat map is not empty.  Days are the same in all twins.
test_expect_success 'other private words make the very same site' '
	make_twin second Thylacine "dynamodb, kinesis \&amp; Cobol, [x](y.md)" \
		"sqs\\nand sns\\n\\n- more\\n- and more" &&
	publish second &&
	diff -r first-site second-site
'

test_expect_success 'so do words with marks of Markdown, YAML and HTML' '
	make_twin third X "**b** \`c\` <b onclick=x> [a][b] [[tables]] ![c](d)" \
		"" &&
	publish third &&
	diff -r first-site third-site
'

test_expect_success 'without its private notes it is the same' '
	make_twin fourth Numbat gone gone &&
	rm -rf fourth/notes/private fourth/plans/private &&
	publish fourth &&
	diff -r first-site fourth-site
'

test_expect_success 'each kind is counted, with no word of it' '
	grep "left out: .* private entries, .* private notes" first.err &&
	grep "private sections, .* private blocks, .* private lines" first.err &&
	grep "warning: .notes/unclosed.md., line 5: .* not closed" first.err &&
	grep "says where" first.err
'

test_expect_success 'a site that needed no drawing is told the same' '
	sleep 0.1 && hecto -C first publish -o first-site &&
	sleep 0.1 && hecto -C first publish -o first-site 2>again.err &&
	grep ": 0 new or changed" again.err &&
	grep -v " files: " first.err >expect &&
	grep -v " files: " again.err >actual &&
	test_cmp expect actual
'

test_expect_success '--left-out lists each place' '
	hecto -C first publish --left-out >out &&
	grep "^log/2026/2026-05-07.md  private entry" out &&
	for said in case publish empty twice otherwise below toml cr
	do
		grep "^notes/private/said-$said.md  private note" out ||
		return 1
	done &&
	grep "^notes/tables.md:[0-9]*  private line" out &&
	grep "^log/2026/2026-05-06.md:[0-9-]*  thoughts" out &&
	hecto -C first publish --left-out --json >json &&
	test $(jq length json) = $(wc -l <out) &&
	jq -e ".[] | select(.kind == \"section\") | .section" json &&
	jq -e "map(select(.kind == \"entry\"))[0].line == null" json
'

test_expect_success '--left-out makes no site' '
	rm -rf first/public &&
	hecto -C first publish --left-out >/dev/null &&
	! test -e first/public &&
	expect_usage_error hecto -C first publish --left-out first &&
	expect_usage_error hecto -C first publish --left-out --list &&
	expect_usage_error hecto -C first publish -o "" &&
	grep "the folder of -o is empty" err
'

test_expect_success 'a day that becomes private leaves the site' '
	sed -i "s/^minutes:/private: true\nminutes:/" \
		first/log/2026/2026-05-05.md &&
	publish first &&
	! test -e first-site/days/2026-05-05.html &&
	! grep -rq "Public line of the lists" first-site
'

test_expect_success 'a secret is refused before a page is written' '
	new_journal keys &&
	hecto -C keys log "Read about s3" &&
	file=$(find keys/log -name "*.md") &&
	printf "\nkey %s%s <!-- private -->\n" AKIA QW3RTZU7OPAS5DFG >>"$file" &&
	publish keys && cp -R keys-site before &&
	printf "\na\nkey %s%s\n" AKIA YX4CVBN6MLKJ2HGF >>"$file" &&
	printf "[journal]\n\tauthor = npm_%s\n" \
		a8Kd0Lq2Zx7Mv4Nb1Cs5Rt9Yu3Io6Pw0Eh7J >>keys/.hecto/config &&
	test_expect_code 1 hecto -C keys publish -o keys-site 2>err &&
	grep "^hecto: in .*there is an npm token (npm_..., .*, and there are more" err &&
	line=$(grep -n YX4C "$file" | cut -d: -f1) &&
	grep "warning: log/2026/2026-05-09.md:$line: there is an AWS" err &&
	grep "warning: .hecto/config: there is an npm token" err &&
	grep "allow-secret" err &&
	! grep -e QW3 -e YX4 err &&
	diff -r before keys-site &&
	hecto -C keys publish --left-out --json >json &&
	jq -e "map(select(.kind == \"secret\")) | length == 2" json &&
	! grep YX4 json
'

test_expect_success 'also in a title, a tag and a note, and by export' '
	new_journal more &&
	mkdir -p more/notes more/log/2026 &&
	token=npm_a8Kd0Lq2Zx7Mv4Nb1Cs5Rt9Yu3Io6Pw0Eh7J &&
	printf "%s\n" --- "title: a $token" --- x >more/notes/title.md &&
	printf "%s\n" x "" "password = hunt3rTwo9Q7" >more/notes/body.md &&
	printf "%s\n" --- "date: 2026-05-02" "tags: [$token]" --- x \
		>more/log/2026/2026-05-02.md &&
	test_expect_code 1 hecto -C more publish 2>err &&
	grep "notes/title.md:2: " err &&
	grep "notes/body.md:3: " err &&
	grep "log/2026/2026-05-02.md:3: " err &&
	! find more/public -type f | grep . &&
	test_expect_code 1 hecto -C more export site -o out-site &&
	! find out-site -type f | grep .
'

test_expect_success 'also in what the user adds to each page, and in a topic' '
	new_journal own && hecto -C own log "Read about sqs" &&
	publish own && cp -R own-site before-own && mkdir own/.hecto/site &&
	token=npm_a8Kd0Lq2Zx7Mv4Nb1Cs5Rt9Yu3Io6Pw0Eh7J &&
	printf "<p>Mine.</p>\n<!-- %s -->\n" $token >own/.hecto/site/footer.html &&
	printf "p { color: red }\n/* %s */\n" $token >own/.hecto/site/style.css &&
	test_expect_code 1 hecto -C own publish -o own-site 2>err &&
	grep "^hecto: in .*there is an npm token" err &&
	grep "warning: .hecto/site/footer.html:2: there is an npm token" err &&
	grep "warning: .hecto/site/style.css:2: there is an npm token" err &&
	diff -r before-own own-site && ! grep a8Kd err &&
	sed -i "s/ -->/& <!-- allow-secret -->/" own/.hecto/site/footer.html &&
	rm own/.hecto/site/style.css && publish own &&
	rm -r own/.hecto/site && publish own && rm -rf before-own &&
	cp -R own-site before-own &&
	printf "[topic \"sqs\"]\n\tname = %s\n" $token >>own/.hecto/topics &&
	test_expect_code 1 hecto -C own publish -o own-site 2>err &&
	grep "warning: .hecto/topics: there is an npm token" err &&
	diff -r before-own own-site && ! grep a8Kd err
'

test_expect_success 'also broken up by marks, in names of files and settings' '
	rest=a8Kd0Lq2Zx7Mv4Nb1Cs5Rt9Yu3Io6Pw0Eh7J &&
	new_journal broken && mkdir broken/notes &&
	hecto -C broken log "Read about s3 npm\\_$rest" &&
	printf "x\n&#110;pm_$rest\n" >broken/notes/entity.md &&
	printf "# N\n" >broken/notes/npm_$rest.md &&
	printf "[exam \"E\"]\n\tdomain = 20 npm_$rest\n" >>broken/.hecto/config &&
	printf "[publish]\n\tlicense = ghp_$rest\n" >>broken/.hecto/config &&
	test_expect_code 1 hecto -C broken publish 2>err &&
	grep "warning: log/2026/2026-05-09.md:[0-9]*: there is an npm" err &&
	grep "warning: notes/entity.md:2: there is an npm" err &&
	grep "warning: notes/npm_....*.md: there is an npm" err &&
	grep "warning: .hecto/config: there is an npm" err &&
	grep "warning: .hecto/config: there is a GitHub token" err &&
	! grep $rest err && ! find broken/public -type f | grep . &&
	hecto -C broken publish --left-out --json >json &&
	test 5 = $(jq "map(select(.kind == \"secret\")) | length" json)
'

test_expect_success 'a line that is no secret can be allowed' '
	file=$(find keys/log -name "*.md") &&
	sed -i "/^key .*HGF/s/\$/ <!-- allow-secret -->/" "$file" &&
	sed -i "/author = /d" keys/.hecto/config &&
	publish keys
'

test_expect_success 'the mark that allows it is not shown, not even in code' '
	new_journal marked && mkdir marked/notes &&
	hecto -C marked log "Read about s3" &&
	token=npm_a8Kd0Lq2Zx7Mv4Nb1Cs5Rt9Yu3Io6Pw0Eh7J &&
	for file in marked/notes/n.md "$(find marked/log -name "*.md")"
	do
		printf "\n~~~\nset %s <!-- allow-secret -->\n~~~\n" $token \
			>>"$file" || return 1
	done &&
	publish marked && grep -q "set $token" marked-site/notes/n.html &&
	! grep -r allow-secret marked-site
'

test_expect_success 'each kind of file has its own way out' '
	token=npm_a8Kd0Lq2Zx7Mv4Nb1Cs5Rt9Yu3Io6Pw0Eh7J &&
	mkdir marked/.hecto/site && style=marked/.hecto/site/style.css &&
	printf "p { } /* %s */\n" $token >$style &&
	test_expect_code 1 hecto -C marked publish 2>err &&
	grep "put /\* <!-- allow-secret --> \*/" err &&
	printf "p { } /* %s <!-- allow-secret --> */\n" $token >$style &&
	publish marked &&
	printf "[journal]\n\tauthor = %s\n" $token >>marked/.hecto/config &&
	test_expect_code 1 hecto -C marked publish 2>err &&
	grep "call it something else" err && ! grep allow-secret err
'

test_expect_success 'a link in the folder is named' '
	new_journal linked && hecto -C linked log "Read about s3" &&
	mkdir -p linked/public elsewhere && ln -s ../../elsewhere linked/public/days &&
	test_must_fail hecto -C linked publish --force 2>err &&
	grep ".days. in the folder is a symbolic link.*remove it" err &&
	! find elsewhere -type f | grep .
'

test_expect_success 'an address with a password is not published' '
	new_journal address && hecto -C address log "Read about s3" &&
	for url in https://me:pw@a.example/ https://me@a.example/ \
		"https://a.example/?q" "https://a.example/#f" \
		"https://a.example/\"><script>"
	do
		test_expect_code 2 hecto -C address config publish.url "$url" \
			2>err || return 1
	done &&
	! grep me:pw err &&
	printf "[publish]\n\turl = https://me:pw@a.example/\n" \
		>>address/.hecto/config &&
	test_expect_code 1 hecto -C address publish 2>err &&
	grep "publish.url. cannot be read" err && ! grep me:pw err &&
	! find address/public -type f | grep .
'

test_expect_success 'nor is anything where a setting of publishing is unclear' '
	printf "[publish]\n\tprivate = thoughts,qestions\n" \
		>address/.hecto/config &&
	test_expect_code 1 hecto -C address publish 2>err &&
	grep "publish.private. cannot be read" err &&
	printf "[publish\n" >address/.hecto/config &&
	test_expect_code 1 hecto -C address publish 2>err &&
	grep ".hecto/config. cannot be read" err &&
	test_expect_code 1 hecto -C address export site -o address-site &&
	! find address/public address-site -type f | grep .
'

test_expect_success 'a comment that does nothing is warned of' '
	new_journal doubt && mkdir doubt/notes &&
	printf "# N\n\nx\n<!-- end private -->\n" >doubt/notes/n.md &&
	publish doubt &&
	grep "warning: .notes/n.md., line 4: this comment neither hides" \
		doubt.err
'

test_expect_success 'so are the marks that a merge left' '
	new_journal merged && mkdir -p merged/notes merged/log/2026 &&
	printf "# N\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n" \
		>merged/notes/n.md &&
	printf "%s\n" --- "date: 2026-05-02" --- "" "<<<<<<< HEAD" c "=======" \
		d ">>>>>>> x" "" "## Thoughts" ">>>>>>> y" \
		>merged/log/2026/2026-05-02.md &&
	publish merged &&
	grep "warning: .notes/n.md., line 3: a mark that a merge left" \
		merged.err &&
	grep "warning: .log/2026/2026-05-02.md., line 5: a mark" merged.err &&
	sleep 0.1 && publish merged && sleep 0.1 && publish merged &&
	grep ": 0 new or changed" merged.err &&
	test $(grep -c "a mark that a merge left" merged.err) = 2 &&
	hecto -C merged publish --left-out --json >json &&
	test 2 = $(jq "map(select(.kind == \"conflict\")) | length" json)
'

test_expect_success 'an empty list of sections is no list' '
	test_expect_code 2 hecto -C doubt config publish.private "" 2>err &&
	grep "none" err &&
	printf "[publish]\n\tprivate = \n" >doubt/.hecto/config &&
	mkdir -p doubt/log/2026 &&
	printf "**Thoughts**: an Okapi\n" >doubt/log/2026/2026-05-01.md &&
	test_expect_code 1 hecto -C doubt publish -o doubtful &&
	! grep -ri okapi doubtful
'

test_expect_success 'a new journal keeps Thoughts private' '
	new_journal fresh &&
	test thoughts = "$(hecto -C fresh config publish.private)"
'

test_expect_success 'where nothing is set, so does publishing, and says so' '
	hecto -C fresh log "Read about s3" &&
	printf "\n**Thoughts**: an Okapi\n" >>"$(find fresh/log -name "*.md")" &&
	hecto -C fresh config --unset publish.private &&
	publish fresh &&
	grep "publish.private is not set: .*thoughts.* left out" fresh.err &&
	! grep -ri okapi fresh-site &&
	hecto -C fresh config publish.private none &&
	publish fresh &&
	! grep "publish.private is not set" fresh.err &&
	grep -rq Okapi fresh-site
'

test_expect_success 'thoughts that only their place in a log tells are private' '
	cat >spelt.md <<-\EOF &&
	# 100 Days of Code

	## Day 1: January 4, 2026

	Today'"'"'s Progress

	Queues.

	Thoughts

	An Okapi.

	Link to work - http://a.example/1

	## Day 2: January 5, 2026

	- Progress
	  - Topics of queues
	- Thoughts
	  - Okapi
	- Links
	  - http://a.example/2

	## Day 3: January 6, 2026

	| What | Thoughts |
	|------|----------|
	| Dead letters | Okapi |

	*My thoughts*: Okapi
	EOF
	new_journal spelt &&
	hecto -C spelt import "$PWD/spelt.md" &&
	publish spelt &&
	! grep -ri okapi spelt-site &&
	grep -rq "Dead letters" spelt-site &&
	grep -q "http://a.example/1" spelt-site/days/2026-01-04.html &&
	grep -q "http://a.example/2" spelt-site/days/2026-01-05.html
'

test_expect_success 'and so is their column of a log that is a table' '
	cat >rows.md <<-\EOF &&
	# 100 Days of Code

	| Day | Date | Progress | Thoughts | Link |
	|---|---|---|---|---|
	| 1 | 2026-01-04 | Queues | An Okapi | [x](http://a.example/1) |
	| 2 | 2026-01-05 | Topics | Okapi | [x](http://a.example/2) |
	EOF
	new_journal rows &&
	hecto -C rows import "$PWD/rows.md" &&
	publish rows &&
	! grep -ri okapi rows-site &&
	grep -q Queues rows-site/days/2026-01-04.html &&
	grep -q "http://a.example/2" rows-site/days/2026-01-05.html &&
	hecto -C rows export 100days >back.md &&
	test_cmp rows.md back.md
'

test_expect_success 'a column without a name moves no other one' '
	cat >gap.md <<-\EOF &&
	# 100 Days of Code

	| Day | Date |  | a \| b | Thoughts |
	|---|---|---|---|---|
	| 1 | 2026-01-04 | Queues | Letters | Okapi |
	more of it
	| 2 | 2026-01-05 | Topics | Filters | Okapi |
	|  |  | Fanout | Raw | Okapi |
	EOF
	new_journal gap &&
	hecto -C gap import "$PWD/gap.md" &&
	publish gap &&
	! grep -ri okapi gap-site &&
	grep -q Queues gap-site/days/2026-01-04.html &&
	grep -q "more of it" gap-site/days/2026-01-04.html &&
	grep -q Fanout gap-site/days/2026-01-05.html &&
	hecto -C gap export 100days >back.md &&
	test_cmp gap.md back.md &&
	hecto -C gap export json >gap.json &&
	new_journal gap-again &&
	hecto -C gap-again import "$PWD/gap.json" &&
	publish gap-again &&
	! grep -ri okapi gap-again-site
'

test_expect_success 'a row that was broken up keeps its thoughts' '
	sed "/^Queues/,\$d" gap/log/2026/2026-01-04.md >lines &&
	cat >>lines <<-\EOF &&
	Queues
	Letters |
	Rest | An
	Okapi

	more Okapi
	EOF
	cp lines gap/log/2026/2026-01-04.md &&
	publish gap &&
	! grep -ri okapi gap-site &&
	grep -q Letters gap-site/days/2026-01-04.html
'

test_expect_success 'a word that is a label by itself is shown as text' '
	cat >word.md <<-\EOF &&
	# 100 Days of Code

	## Day 1: January 4, 2026

	All about

	Learning
	EOF
	new_journal word &&
	hecto -C word import "$PWD/word.md" &&
	publish word &&
	grep -q "<p>Learning</p>" word-site/days/2026-01-04.html
'

test_expect_success 'in whatever heading, block or cell they stand' '
	cat >shapes.md <<-\EOF &&
	# 100 Days of Code

	## Day 1: January 4, 2026

	Built http://a.example/1 **Thoughts**: Okapi
	and more Okapi

	Then http://a.example/2

	### Thoughts on the exam

	Okapi on lambda

	### Setup

	http://a.example/3

	## Day 2: January 5, 2026

	!!! note "Thoughts"
	    Okapi on lambda

	http://a.example/4

	::: thoughts
	Okapi
	:::

	| What | Notes |
	|------|-------|
	| http://a.example/5 | Thoughts: Okapi |

	> [!NOTE] Thoughts
	> Okapi

	http://a.example/6

	## Day 3 - Thoughts

	Okapi

	**Links**: http://a.example/7

	<!-- private -->

	## Day 4: January 7, 2026

	Okapi

	<!-- /private -->
	EOF
	new_journal shapes &&
	hecto -C shapes import "$PWD/shapes.md" &&
	publish shapes &&
	! grep -rai okapi shapes-site &&
	for n in 1 2 3 4 5 6 7
	do
		grep -rq "http://a.example/$n" shapes-site/days || return 1
	done &&
	hecto -C shapes search in:thoughts lambda >out &&
	test 2 = $(grep -c "Okapi on lambda" out) &&
	hecto -C shapes export 100days >back.md &&
	test_cmp shapes.md back.md
'

# answer TEXT: publish on a terminal, with TEXT typed.
answer () {
	printf "$1" | script -qec "stty -echo; hecto -C fresh publish -o asked" \
		/dev/null
}

test_expect_success TOOL_SCRIPT 'on a terminal it asks, once' '
	hecto -C fresh config --unset publish.private &&
	answer "everything\nthoughts,links\n" >out &&
	grep "Which sections of your entries are private" out &&
	grep "everything" out &&
	test "thoughts,links" = "$(hecto -C fresh config publish.private)" &&
	! grep -ri okapi asked &&
	answer "" >out &&
	! grep "Which sections" out
'

test_expect_success TOOL_SCRIPT 'no answer but return is the default' '
	hecto -C fresh config --unset publish.private &&
	answer "\n" >out &&
	test thoughts = "$(hecto -C fresh config publish.private)"
'

test_expect_success 'a comment that only begins with the word hides, and it is said how to write one that does not' '
	new_journal prose && mkdir -p prose/notes &&
	printf "# A\\n\\nSeen.\\n\\n<!-- private subnets are slow -->\\n\\nxylotomous\\n" >prose/notes/a.md &&
	printf "# B\\n\\n<!-- of private subnets -->\\n\\nzugzwang\\n" >prose/notes/b.md &&
	hecto -C prose publish -o proses 2>err &&
	! grep -r xylotomous proses && grep -q zugzwang proses/notes/b.html &&
	grep "notes/a.md., line 5: .*begins with another word" err
'

test_done
