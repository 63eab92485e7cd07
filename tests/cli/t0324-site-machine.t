#!/bin/sh
test_description='what programs read of the site, files in it, and its look'
. ./setup.sh

valid_feeds () {
	xmllint --noout --relaxng "$HECTO_SOURCE/tests/site/atom.rng" \
		"$1/feed.xml" 2>/dev/null &&
	jq -r -f "$HECTO_SOURCE/tests/site/json_feed.jq" "$1/feed.json" \
		>complaints &&
	test_must_be_empty complaints
}

# png [TEXT [CHUNK]]: 320 by 200 pixels by its header, and nothing to see; with
# four letters in a chunk.
png () {
	printf "\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\001\100\0\0\0\310\010\002" &&
	printf "\0\0\0abcd\0\0\0\004${2-IDAT}${1-none}abcd" &&
	printf "\0\0\0\0IEND\256B\140\202"
}

mkdir served && png >served/q.png && echo "<html>" >served/page.png
"$HECTO_BIN/tests/http_server" served port requests &
server=$!
trap 'kill $server 2>/dev/null' EXIT
for i in $(seq 100)
do
	test -s port && break
	sleep 0.05
done
here=http://127.0.0.1:$(cat port)

# The day's entry, replaced.
entry () {
	file=$(find journal/log -name "*.md" | head -n 1) &&
	printf -- "---\ndate: 2022-07-04\n---\n%s\n" "$1" >"$file"
}

page=site/days/2022-07-04.html
publish () {
	hecto -C journal publish -o site "$@" 2>err
}

test_expect_success 'set up' '
	new_journal &&
	hecto -C journal log "Read about <lambda> & sqs" &&
	mkdir journal/log/2022/img
'

test_expect_success 'feeds are valid, with an address and without' '
	publish && valid_feeds site &&
	hecto -C journal config publish.url https://log.example.org/my%20log &&
	publish && valid_feeds site &&
	jq -e ".home_page_url == \"https://log.example.org/my%20log/\"" \
		site/feed.json &&
	xmllint --noout site/sitemap.xml &&
	grep "^Sitemap: https://log.example.org/my%20log/sitemap.xml$" \
		site/robots.txt &&
	test -f site/.nojekyll
'

test_expect_success 'the first page is at the address of the site' '
	home=https://log.example.org/my%20log/ &&
	grep "rel=\"canonical\" href=\"$home\"" site/index.html &&
	grep "property=\"og:url\" content=\"$home\"" site/index.html &&
	grep "<loc>$home</loc>" site/sitemap.xml &&
	! grep "index.html" site/sitemap.xml site/feed.xml
'

test_expect_success 'the page for what is not there knows the path, not the host' '
	grep "href=\"/my%20log/style.css\"" site/404.html &&
	! grep "log.example.org" site/404.html &&
	hecto -C journal config publish.url https://log.example.org//a &&
	publish && ! grep "href=\"//a" site/404.html &&
	hecto -C journal config publish.url https://log.example.org/my%20log &&
	publish
'

test_expect_success 'pages and feeds say which language the texts have' '
	grep "<html lang=\"en\">" site/index.html &&
	! grep "<header [^>]*lang" site/index.html &&
	hecto -C journal config publish.language pt-BR &&
	publish && valid_feeds site &&
	grep "<html lang=\"pt-BR\">" $page &&
	grep "<header class=\"site\" lang=\"en\">" $page &&
	grep "<feed [^>]*xml:lang=\"pt-BR\"" site/feed.xml &&
	jq -e ".language == \"pt-BR\"" site/feed.json &&
	hecto -C journal config --unset publish.language && publish
'

test_expect_success 'an exam makes a calendar' '
	hecto -C journal exam set DVA --date 2022-07-20 &&
	publish && grep "^SUMMARY:Exam: DVA" site/calendar.ics &&
	grep "href=\"calendar.ics\"" site/index.html
'

test_expect_success PYTHON_ICALENDAR 'that others can read' '
	python3 -c "import icalendar, sys
icalendar.Calendar.from_ical(open(sys.argv[1], newline=\"\").read())" \
		site/calendar.ics
'

test_expect_success 'robots can be asked to stay away' '
	hecto -C journal config publish.robots noindex &&
	publish && test ! -e site/sitemap.xml &&
	grep "name=\"robots\" content=\"noindex\"" site/index.html &&
	hecto -C journal config --unset publish.robots &&
	publish && test -e site/sitemap.xml
'

test_expect_success 'the card is painted again only when it says another thing' '
	rm -rf journal/.git/hecto/images site && publish &&
	if test -e site/card.png
	then
		grep "og:image" site/index.html &&
		touch -d 2020-01-01 journal/.git/hecto/images/card &&
		entry "Another text about lambda" && publish &&
		test -z "$(find journal/.git/hecto/images/card -newermt 2020-02-01)" &&
		hecto -C journal publish --today 2022-07-05 -o site &&
		test -n "$(find journal/.git/hecto/images/card -newermt 2020-02-01)"
	else
		! grep "og:image" site/index.html && grep "no picture" err
	fi
'

test_expect_success 'a card that was damaged is not taken' '
	if test -e journal/.git/hecto/images/card
	then
		cp site/card.png whole &&
		printf x >>journal/.git/hecto/images/card && rm site/card.png &&
		hecto -C journal publish --today 2022-07-05 -o site &&
		test_cmp whole site/card.png
	fi
'

test_expect_success 'without fonts there is no picture, and no failure' '
	echo "<fontconfig></fontconfig>" >fonts.conf &&
	rm -rf journal/.git/hecto/images site &&
	FONTCONFIG_FILE=$PWD/fonts.conf hecto -C journal publish -o site 2>err &&
	test ! -e site/card.png && ! grep "og:image" site/index.html &&
	grep "no picture" err
'

test_expect_success 'images and papers of the journal are copied' '
	png >"journal/log/2022/img/my picture.png" &&
	echo "%PDF-1.4" >journal/paper.pdf &&
	entry "![shot](img/my%20picture.png) [paper](/paper.pdf)" &&
	publish && grep -o "src=\"../files/my-picture-[0-9a-f]*.png\"" $page &&
	grep "width=\"320\" height=\"200\"" $page &&
	test_cmp "journal/log/2022/img/my picture.png" site/files/my-picture-*.png &&
	test_cmp journal/paper.pdf site/files/paper-*.pdf
'

test_expect_success 'a copy follows its file, and goes with the last mention' '
	sleep 0.1 && publish && grep ": 0 new or changed" err &&
	png more >"journal/log/2022/img/my picture.png" &&
	publish &&
	test_cmp "journal/log/2022/img/my picture.png" site/files/my-picture-*.png &&
	entry "No image." && publish && test ! -e site/files
'

test_expect_success 'what an image says of its origin is left out of the copy' '
	png Home tEXt >journal/log/2022/img/a.png &&
	entry "![a](img/a.png)" && publish && test -f site/files/a-*.png &&
	! grep Home site/files/a-*.png &&
	png Home tEXt | head -c 40 >journal/log/2022/img/a.png &&
	publish && test ! -e site/files && grep "it is damaged" err
'

test_expect_success 'what is no image, too large or out of the journal stays out' '
	echo "<script>alert(1)</script>" >journal/log/2022/img/page.png &&
	{ png && head -c 20000000 /dev/zero; } >journal/log/2022/img/huge.png &&
	png >outside.png &&
	ln -s ../../../../outside.png journal/log/2022/img/link.png &&
	ln -s ../../../.. journal/log/2022/img/away &&
	entry "![a](img/page.png) ![b](img/huge.png) ![c](img/link.png)
![d](img/away/outside.png) ![e](../../../outside.png) ![f](../../.git/config)
![g](.hidden.png) ![h](/etc/passwd) ![i](gone.png)" &&
	publish && ! grep "<img" $page && test ! -e site/files &&
	grep "page.png. stays out of the site: it is no PNG" err &&
	grep "huge.png. stays out of the site" err &&
	grep "link.png. stays out of the site" err
'

test_expect_success 'an image of elsewhere is a link unless it is to be copied' '
	entry "![q]($here/q.png) ![q]($here/q.png) ![p]($here/page.png)" &&
	: >requests && publish &&
	grep "<a href=\"$here/q.png\"" $page && ! grep "<img" $page &&
	test_must_be_empty requests
'

test_expect_success 'this machine is not asked for images' '
	hecto -C journal config publish.images copy &&
	publish && ! grep "<img" $page && grep "127.0.0.1" err &&
	test_must_be_empty requests
'

test_expect_success 'unless that is allowed; then each is fetched once' '
	hecto -C journal publish --allow-private -o site && sleep 0.1 &&
	touch journal/log/2022/*.md && entry "![q]($here/q.png) again" &&
	publish --allow-private && entry "![q]($here/q.png) ![p]($here/page.png)" &&
	publish --allow-private &&
	grep "src=\"../files/q-[0-9a-f]*.png\"" $page &&
	grep "<a href=\"$here/page.png\"" $page &&
	test $(grep -c "GET /q.png" requests) = 1
'

test_expect_success 'images that are gone do not stand before one that is there' '
	cp served/q.png served/last.png &&
	entry "$(for i in 1 2 3 4 5 6 7 8 9
		do
			echo "![gone]($here/gone$i.png)"
		done) ![q]($here/last.png)" &&
	publish --allow-private &&
	grep "src=\"../files/last-[0-9a-f]*.png\"" $page
'

test_expect_success 'what is no image or gone is asked for again the next day' '
	: >requests && entry "![g]($here/gone.png) ![p]($here/page.png)" &&
	publish --allow-private && grep "there is nothing at" err &&
	entry "![g]($here/gone.png) ![p]($here/page.png) again" &&
	publish --allow-private && grep "nothing at.*again tomorrow" err &&
	grep "no PNG.*again tomorrow" err &&
	test $(grep -c "GET /gone.png" requests) = 1 &&
	! grep "GET /page.png" requests &&
	hecto --today 2022-07-05 -C journal publish --allow-private -o site &&
	test $(grep -c "GET /gone.png" requests) = 2 &&
	test $(grep -c "GET /page.png" requests) = 1
'

# The images of this journal are of 4 July; all are due in the middle of August.
later () {
	entry "![q]($here/q.png) of $1" &&
	hecto --today $1 -C journal publish --allow-private -o site 2>err
}

test_expect_success 'after a month it is asked whether there is another' '
	: >requests && later 2022-07-20 && test_must_be_empty requests &&
	later 2022-08-15 && grep "GET /q.png 1 \"[0-9a-f]*\"" requests &&
	grep "src=\"../files/q-[0-9a-f]*.png\"" $page &&
	test_cmp served/q.png site/files/q-*.png &&
	later 2022-08-16 && test $(grep -c "GET /q.png" requests) = 1
'

test_expect_success 'another one is shown, and what is none any more stays' '
	: >requests && cp served/q.png first.png && png more >served/q.png &&
	later 2022-10-01 && test_cmp served/q.png site/files/q-*.png &&
	cp served/q.png second.png && echo "<html>" >served/q.png &&
	later 2022-12-01 && test_cmp second.png site/files/q-*.png &&
	rm served/q.png && later 2023-02-01 &&
	test_cmp second.png site/files/q-*.png && ! grep warning err &&
	test $(grep -c "GET /q.png" requests) = 3 &&
	later 2023-02-02 && test $(grep -c "GET /q.png" requests) = 3
'

test_expect_success 'a preview fetches nothing' '
	cp -r journal/.git/hecto/images kept && : >requests &&
	rm -r journal/.git/hecto/images &&
	entry "![q]($here/q.png) in a preview" &&
	hecto -C journal publish --allow-private --preview -o site 2>err &&
	grep "<a href=\"$here/q.png\"" $page && test_must_be_empty requests &&
	! grep warning err &&
	rm -rf journal/.git/hecto/images && mv kept journal/.git/hecto/images
'

test_expect_success 'a copy stays when the server is gone' '
	kill $server && wait $server 2>/dev/null
	later 2023-04-01 && ! grep warning err &&
	grep "src=\"../files/q-[0-9a-f]*.png\"" $page &&
	grep "^2023-04-02" journal/.git/hecto/images/*.asked &&
	entry "![q]($here/q.png) without a server" && publish &&
	grep "src=\"../files/q-[0-9a-f]*.png\"" $page
'

test_expect_success 'or images of elsewhere are dropped' '
	hecto -C journal config publish.images drop && publish &&
	! grep "127.0.0.1" $page && grep "<p>q without" $page
'

test_expect_success 'a style sheet, includes and an icon change the look' '
	mkdir journal/.hecto/site && png >journal/.hecto/site/icon.png &&
	echo ":root { --accent: teal }" >journal/.hecto/site/style.css &&
	echo "<link rel=\"me\" href=\"https://social.example/@ada\">" \
		>journal/.hecto/site/head.html &&
	echo "<p>{{title}}</p>" >journal/.hecto/site/header.html &&
	echo "<p><a href=\"{{root}}index.html\">{{page}}</a> {{today}}</p>" \
		>journal/.hecto/site/footer.html &&
	publish && test_cmp journal/.hecto/site/style.css site/own.css &&
	test -e site/icon.png && test ! -e site/icon.svg &&
	for file in $(find site -name "*.html")
	do
		grep -q "own.css" $file && grep -q "@ada" $file &&
		grep -q "<p>Learning log</p>" $file &&
		grep -q "2022-07-04</p>" $file || return 1
	done
'

test_expect_success 'a look that was changed or taken back is drawn at once' '
	sleep 0.1 && publish && grep ": 0 new or changed" err &&
	echo ":root { --accent: navy }" >journal/.hecto/site/style.css &&
	publish && grep navy site/own.css &&
	rm -r journal/.hecto/site && publish && test ! -e site/own.css &&
	test -e site/icon.svg && ! grep -r "@ada" site
'

test_expect_success 'a look that would break pages is refused, and nothing lost' '
	mkdir journal/.hecto/site && cp $page before &&
	printf "<p>hi</p>\n</body><script>x</script>\n" \
		>journal/.hecto/site/footer.html &&
	test_expect_code 1 hecto -C journal publish -o site 2>err &&
	grep "footer.html.: line 2" err && test_cmp before $page &&
	echo "{{nobody}}" >journal/.hecto/site/footer.html &&
	test_expect_code 1 hecto -C journal publish -o site 2>err &&
	grep "line 1: there is no .{{nobody}}" err &&
	rm -r journal/.hecto/site
'

test_expect_success 'a style sheet that a setting names has to be there' '
	hecto -C journal config publish.style look/mine.css &&
	test_expect_code 1 hecto -C journal publish -o site 2>err &&
	grep "look/mine.css" err &&
	mkdir journal/look && echo "p {}" >journal/look/mine.css &&
	publish && test_cmp journal/look/mine.css site/own.css
'

test_expect_success 'hecto export makes the same site' '
	hecto -C journal export -o exported site &&
	diff -r site exported
'

test_done
