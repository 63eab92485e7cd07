#!/bin/sh
test_description='what a site quotes of a text is what its page shows'
. ./site.sh

description_of() {
	sed -n "s/.*<meta name=\"description\" content=\"\([^\"]*\)\".*/\1/p" "$1"
}

test_expect_success 'set up' '
	new_journal &&
	hecto -C journal log --date 2026-05-04 "See [queues](https://example.org/wiki/Queue_(data)) and <https://example.org/plain>." &&
	cat >links <<-\EOF &&
	Read the [guide][g] about
	buckets, then rested

	[g]: https://example.org/guide
	[unused]: https://example.org/unused
	EOF
	cat >marks <<-\EOF &&
	2 \* 3 and `a[0]`, if a < b ![a map](m.png)

	| Service | Hours |
	|---|---|
	| SQS | 2 |

	- one
	- [x] two
	EOF
	hecto -C journal log --date 2026-05-05 "$(cat links)" &&
	hecto -C journal log --date 2026-05-06 "$(cat marks)" &&
	mkdir -p journal/notes &&
	printf "# Buckets\n\nWhere <b>[files](https://example.org/a_(b))</b> are.\n\n[x]: https://example.org/unused\n" >journal/notes/buckets.md &&
	printf "# Hours\n\n| Service | Hours |\n|---|---|\n| SQS | 2 |\n" >journal/notes/hours.md &&
	hecto -C journal config publish.url https://example.org/log &&
	hecto -C journal publish -o site
'

test_expect_success 'an address in parentheses is none of the text, one in angles is' '
	description_of site/days/2026-05-04.html >said &&
	grep -x "See queues and https://example.org/plain." said
'

test_expect_success 'definitions of references are no text, and lines of a paragraph go on' '
	description_of site/days/2026-05-05.html >said &&
	grep -x "Read the guide about buckets, then rested" said
'

test_expect_success 'marks are gone, and what only looks like one stays' '
	description_of site/days/2026-05-06.html >said &&
	grep -x "2 \* 3 and a\[0\], if a &lt; b a map · one · two" said
'

test_expect_success 'a table is quoted where there is nothing else' '
	description_of site/notes/hours.html >said &&
	grep -x "Service | Hours · SQS | 2" said
'

test_expect_success 'feeds say the same' '
	grep "<summary>See queues and https://example.org/plain.</summary>" site/feed.xml &&
	jq -r ".items[].summary" site/feed.json >said &&
	grep -x "Read the guide about buckets, then rested" said &&
	! grep unused said
'

test_expect_success 'a note is described by what stands below its title' '
	description_of site/notes/buckets.html >said &&
	grep -x "Where files are." said
'

test_expect_success 'what is left out of raw HTML is told with its file and line' '
	printf "# Films\\n\\n<!-- <iframe> -->\\n\\n<details><summary>One</summary>\\n<iframe\\n src=\"https://example.org/film\"></iframe>\\n</details>\\n\\n<div hidden><video></video></div>\\n" >journal/notes/films.md &&
	hecto -C journal publish -o site 2>err &&
	grep "notes/films.md:6: .<iframe  src=\"https://example.org/film\">. is not shown" err &&
	test $(grep -c films.md err) = 1
'

test_expect_success 'an image within HTML is shown, and told where it is missing' '
	printf "# Maps\\n\\n<table><tr><td><img src=\"map.png\"></td></tr></table>\\n" >journal/notes/maps.md &&
	hecto -C journal publish -o site 2>err &&
	grep "notes/maps.md:3: the image .map.png. is not shown: there is no such file" err
'

test_expect_success 'an image whose text speaks of what is hidden is shown' '
	printf "# Nets\\n\\n<img src=\"net.png\" alt=\"a hidden layer\"> has weights.\\n\\n<div>\\nMore of <img src=\"net.png\" title=\"what is hidden\" alt=\"it\">.\\n</div>\\n" >journal/notes/nets.md &&
	hecto -C journal publish -o site &&
	grep "a hidden layer" site/notes/nets.html &&
	grep "More of it" site/notes/nets.html
'

test_expect_success 'what is hidden within a line is on no page, feed or search file' '
	cat >journal/log/2026/2026-05-07.md <<-\EOF &&
	---
	date: 2026-05-07
	---
	Queues <span hidden>of okapis, [told](https://okapi.example/)</span> hold *<b style="display:none">okapi</b> letters*.
	EOF
	printf "# Zoo <i hidden>okapi</i>\n\nA <span title=\"of what is hidden\">giraffe</span>.\n" >journal/notes/zoo.md &&
	hecto -C journal publish -o site &&
	! grep -ri okapi site &&
	grep "hold <em> letters</em>" site/days/2026-05-07.html &&
	grep -r giraffe site/search &&
	grep "giraffe" site/notes/zoo.html &&
	hecto -C journal search letters >found &&
	! grep okapi found &&
	hecto -C journal search giraffe
'

test_expect_success 'a link within HTML is one, to what may be linked to' '
	printf "# Ways\n\n<p align=\"center\"><a href=\"https://example.org/way\">far</a>, <a href=\"zoo.md\">near</a>, <a href=\"no.md\">gone</a>, <a href=\"javascript:x()\">bad</a></p>\n\n<!-- private -->\n<p><a href=\"https://example.org/own\">own</a></p>\n<!-- /private -->\n" >journal/notes/ways.md &&
	hecto -C journal publish -o site &&
	grep "<p><a href=\"https://example.org/way\" rel=\"external nofollow noopener noreferrer\">far</a>, <a href=\"../notes/zoo.html\">near</a>, gone, bad</p>" site/notes/ways.html &&
	! grep -r "example.org/own" site &&
	grep "ways.html" site/notes/zoo.html
'

test_expect_success 'what is told of comes in the order of the page, and its line is right' '
	printf "# Order\\n\\n[^a] [^b]\\n\\n[^b]: ![x](two.png) <video src=two>\\n\\n[^a]: ![x](one.png) <video src=one>\\n" >journal/notes/order.md &&
	hecto -C journal publish -o site 2>err &&
	grep "notes/order.md:7: the image .one.png. is not shown" err &&
	grep "notes/order.md:5: the image .two.png. is not shown" err &&
	grep "notes/order.md:7: .<video src=one>. is not shown" err &&
	grep "notes/order.md:5: .<video src=two>. is not shown" err
'

test_done
