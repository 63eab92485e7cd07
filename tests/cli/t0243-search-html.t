#!/bin/sh
test_description='lines that look like HTML, and addresses of links'
. ./setup.sh

new_journal

finds () {
	hecto -C journal search --json "$@" >found.json &&
	jq -r ".hits[] | \"\(.id):\(.line)\"" found.json
}

nothing () {
	test_expect_code 1 hecto -C journal search "$@" >out 2>err &&
	test_must_be_empty out
}

test_expect_success 'what is typed is found, whatever it begins with' '
	hecto -C journal log --learned "<?php opens a script block" \
		--learned "<!-- is how HTML comments start" \
		--learned "<script> tags go last; DynamoDB too" \
		--learned "a Map<String> <!-- private -->" \
		--thoughts "<div> is a box" &&
	grep "^- .<?php opens a script block$" journal/log/2022/2022-07-04.md &&
	grep "^- a Map.<String> <!-- private -->$" journal/log/2022/2022-07-04.md &&
	finds comments && finds script && finds DynamoDB && finds String &&
	hecto -C journal search box | grep "<div> is a box" &&
	hecto -C journal topics --json | jq -e ".[] | select(.id == \"dynamodb\")"
'

test_expect_success 'it is published as it was typed, but for what is private' '
	hecto -C journal publish -o site &&
	grep "&lt;!-- is how HTML comments start" site/days/2022-07-04.html &&
	grep "&lt;script&gt; tags go last" site/days/2022-07-04.html &&
	grep "is how HTML comments start" site/search/d0.js &&
	grep "tags go last" site/search/d0.js &&
	! grep -r "a Map" site
'

test_expect_success 'HTML that is not closed hides nothing of a note' '
	mkdir -p journal/notes && cat >journal/notes/web.md <<-\EOT &&
	# Web

	<details>
	<summary>Limits of okapi</summary>
	</details>

	- <script> quagga

	<?php
	echo "ibex";

	## Later

	Questions:

	- What is a caracal?

	<!-- closed lynx -->

	<!-- open serval

	## After

	- What is a jerboa?
	EOT
	cat >journal/notes/plain.txt <<-\EOT &&
	Use List<Tapir> here.
	<script>bongo

	Questions:
	- What is a nilgai?
	EOT
	for word in okapi quagga ibex caracal serval jerboa tapir bongo
	do
		finds $word >ids && test -s ids || return 1
	done &&
	test "$(finds ibex)" = web:9 &&
	nothing lynx &&
	hecto -C journal questions >out &&
	grep caracal out && grep nilgai out && grep jerboa out
'

test_expect_success 'a tag that a note names is found and shown' '
	cat >journal/notes/tags.md <<-\EOT &&
	# The <dialog> element

	It takes a List<Bongo> or a Box<T extends Dikdik>, unlike <Eland/>.

	Press <kbd>Gnu</kbd>, <a name="hartebeest">there</a><br>or <b>List<Impala></b>.

	- The <Kudu> of _Map<Lechwe>_ ends in </Markhor>
	- <nav> is for links, unlike <aside> and <b>bold</b>
	- <div> <p>Oribi</p> </div>

	<section>
	A <main> of Topi.

	| Tag | Meaning |
	|---|---|
	| <Nyala> | not closed |
	EOT
	for word in dialog bongo dikdik eland gnu impala kudu lechwe nyala \
		nav aside oribi topi
	do
		finds $word >ids && test -s ids || return 1
	done &&
	nothing hartebeest && nothing kbd && nothing markhor &&
	nothing section && nothing main &&
	hecto -C journal search bongo | grep "List<Bongo> or a Box<T extends"
'

test_expect_success 'behind a comment that nobody closes, nothing is published' '
	hecto -C journal publish -o site &&
	grep okapi site/notes/web.html && grep quagga site/notes/web.html &&
	grep ibex site/notes/web.html && grep caracal site/notes/web.html &&
	grep "List&lt;Tapir&gt;" site/notes/plain.html &&
	grep caracal site/questions.html &&
	! grep -r "lynx" site && ! grep -r "serval" site &&
	! grep -r "jerboa" site && ! grep -r "After" site/notes
'

test_expect_success 'a private heading behind it names nothing either' '
	printf "<!-- draft\n\n# Krumhorn\n\ntext\n" >journal/notes/draft.md &&
	finds krumhorn && hecto -C journal publish -o site &&
	! grep -ri krumhorn site
'

test_expect_success 'a link is found by its address' '
	cat >journal/notes/books.md <<-\EOT &&
	# Books

	- One line of other things

	- Read [the book](https://rackets.example/deep?x=1) by Alex
	EOT
	printf "# Rackets\n\nAll of rackets.\n" >journal/notes/rackets.md &&
	test "$(finds rackets.example)" = books:5 &&
	test "$(finds --exact rackets.example)" = books:5 &&
	test "$(finds --regex "rackets\.ex")" = books:5 &&
	test "$(finds rackets.example --in links)" = books:5 &&
	nothing rackets.example --in thoughts &&
	hecto -C journal search rackets.example | grep "Read the book by Alex"
'

test_expect_success 'an address weighs less than a text, and is on no topic' '
	finds rackets | head -n 1 | grep "^rackets:" &&
	printf "# Reading\n\n[one](https://kinesis.example/dynamodb)\n" \
		>journal/notes/reading.md &&
	finds kinesis.example && test "$(finds kinesis)" = reading:3 &&
	! hecto -C journal topic kinesis
'

test_expect_success 'where no heading stands at the top, a note is called by its file' '
	printf "Prose comes first here, and that is a whole sentence.\n\n# Resources\n" \
		>journal/notes/event-bridge.md &&
	hecto -C journal search sentence >out && grep "event bridge" out
'

test_done
