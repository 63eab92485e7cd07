#!/bin/sh
test_description='images that the days of one log show'
. ./setup.sh

# A header alone tells how large an image is.
image () {
	printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0' &&
	printf "\\$1\0\0\0\1\10\0\0\0\0" &&
	printf '\0\0\0\0\0\0\0\0IEND\256\102\140\202'
}

mkdir -p challenge/img challenge/.cache
image 1 >challenge/img/one.png
image 2 >'challenge/img/two words.png'
image 3 >challenge/img/unseen.png
image 4 >challenge/.cache/hidden.png
image 5 >above.png
echo secret >challenge/img/secret.png
printf '<svg xmlns="http://www.w3.org/2000/svg"></svg>' >challenge/img/tree.svg
ln -s ../../above.png challenge/img/link.png
cat >challenge/log.md <<-\EOT
	# Log

	### Day 1: July 1, 2022

	![one](img/one.png) and again ![one](./img/one.png#top)

	![above](../above.png) ![a link](img/link.png) ![none](img/none.png)

	### Day 2: July 2, 2022

	<img src="img/two%20words.png"> ![text](img/secret.png)

	![tree](img/tree.svg) ![web](https://example.org/img/unseen.png)

	![hidden](.cache/hidden.png) [no image](img/unseen.png)
EOT

brought () {
	(cd "$1/notes" && find . -type f | sort) >"$1.brought" &&
	test_cmp expected "$1.brought"
}

cat >expected <<-\EOT
	./img/one.png
	./img/tree.svg
	./img/two words.png
EOT

test_expect_success 'a log brings the images along that its days show' '
	new_journal &&
	hecto -C journal import challenge/log.md &&
	brought journal &&
	cmp challenge/img/one.png journal/notes/img/one.png &&
	hecto -C journal export 100days | cmp - challenge/log.md &&
	hecto -C journal links --json >links &&
	grep notes/img/one.png links && grep "notes/img/two words.png" links
'

test_expect_success 'what is no image by its bytes, or lies elsewhere, stays' '
	! grep -r secret journal/notes &&
	hecto -C journal check >found;
	grep above.png found && grep link.png found && grep none.png found
'

test_expect_success 'it does so from the folder of the log, too' '
	new_journal inside &&
	(cd challenge && hecto -C ../inside import log.md) &&
	brought inside
'

test_expect_success 'a folder that is no folder of days keeps them as well' '
	new_journal folder &&
	hecto -C folder import -v challenge >told &&
	grep "unseen.png: left out" told &&
	brought folder &&
	hecto -C folder export 100days | cmp - challenge/log.md
'

test_expect_success 'importing the log again changes nothing' '
	git -C journal rev-parse HEAD >before &&
	hecto -C journal import challenge/log.md &&
	git -C journal rev-parse HEAD | cmp before - &&
	git -C journal status --porcelain >dirty && test_must_be_empty dirty
'

test_expect_success 'a dry run tells of the images, and writes nothing' '
	new_journal dry &&
	hecto -C dry import --dry-run challenge/log.md >told &&
	grep "3 images of these days" told && ! test -e dry/notes
'

test_expect_success 'what is piped in has no images' '
	new_journal piped &&
	hecto -C piped import - <challenge/log.md &&
	! test -e piped/notes
'

test_expect_success 'a log that is named twice comes once, and so do its images' '
	new_journal twice &&
	cp challenge/log.md challenge/copy.md &&
	hecto -C twice import challenge/log.md challenge/copy.md &&
	brought twice
'

test_expect_success 'JSON keeps where the images of a day are' '
	hecto -C journal export json >all.json &&
	grep "\"imported_folder\": \"notes\"" all.json &&
	new_journal copied && hecto -C copied import all.json &&
	grep "^imported-folder: notes" copied/log/2022/2022-07-01.md
'

test_expect_success 'JSON cannot point out of the journal' '
	sed "s|\"notes\"|\"../..\"|" all.json >bad.json &&
	new_journal bad && hecto -C bad import bad.json &&
	! grep imported-folder bad/log/2022/2022-07-01.md
'

test_done
