#!/bin/sh
test_description='bringing in archives'
. ./setup.sh

mkdir -p project-main/notes
printf "## Day 1: May 1, 2021\nRead about S3.\n" >project-main/log.md
printf "# Queues\n\nVisibility timeout.\n" >project-main/notes/queues.md

test_expect_success 'a tar comes in as the folder it was made of' '
	new_journal &&
	tar -cf project.tar project-main &&
	hecto -C journal import project.tar &&
	test_cmp project-main/notes/queues.md journal/notes/notes/queues.md &&
	hecto -C journal export 100days --log log.md |
		test_cmp project-main/log.md -
'

test_expect_success 'a compressed one brings the same, so nothing new' '
	tar -czf project.tar.gz project-main &&
	before=$(git -C journal rev-parse HEAD) &&
	hecto -C journal import project.tar.gz 2>err &&
	grep "^nothing new$" err &&
	hecto -C journal import - <project.tar.gz &&
	test "$before" = "$(git -C journal rev-parse HEAD)"
'

test_expect_success 'members that would leave the folder are not read' '
	mkdir evil && cd evil &&
	echo "# Out" >../out.md && echo "# Fine" >fine.md &&
	ln -s /etc/passwd link.md && echo "# Root" >root.md &&
	tar -P -cf ../evil.tar ../out.md fine.md link.md "$PWD/root.md" &&
	cd .. &&
	hecto import -n --json evil.tar >out &&
	jq -r ".document // .skipped[0].why" out | sort | uniq -c |
		sed "s/^ *//" >actual &&
	cat >expect <<-\EOT &&
	1 it is a link
	2 its name could lead out of the journal
	1 notes/fine.md
	EOT
	test_cmp expect actual
'

test_expect_success 'an archive that swells is refused' '
	mkdir bomb && head -c 30000000 /dev/zero >bomb/zeros.md &&
	tar -czf bomb.tar.gz bomb &&
	test_expect_code 1 hecto -C journal import bomb.tar.gz 2>err &&
	grep "zeros.md" err
'

test_expect_success 'a document of an office program is no archive' '
	mkdir -p office/word ebook &&
	echo "<Types/>" >"office/[Content_Types].xml" &&
	echo "<w>Day 1: May 1, 2021</w>" >office/word/document.xml &&
	tar -C office -cf log.docx "[Content_Types].xml" word &&
	printf "application/epub+zip" >ebook/mimetype &&
	tar -C ebook -cf book.epub mimetype &&
	test_expect_code 1 hecto import -n log.docx 2>err &&
	grep "office program; save it as Markdown" err &&
	test_expect_code 1 hecto import -n book.epub 2>err &&
	grep "e-book" err
'

test_expect_success 'an archive within an archive says so' '
	mkdir -p nested &&
	cp bomb.tar.gz nested/part.tar.gz &&
	tar -cf nested.tar nested &&
	hecto import -n --json nested.tar | grep "an archive of its own"
'

test_expect_success 'a damaged archive is refused as a whole' '
	head -c 200 /dev/urandom >noise &&
	mkdir noisy && cp noise noisy/noise.md &&
	tar -czf whole.tar.gz project-main noisy &&
	size=$(wc -c <whole.tar.gz) &&
	head -c $((size - 100)) whole.tar.gz >damaged.tar.gz &&
	before=$(git -C journal rev-parse HEAD) &&
	test_expect_code 1 hecto -C journal import damaged.tar.gz 2>err &&
	grep "cannot import .damaged.tar.gz" err &&
	test "$before" = "$(git -C journal rev-parse HEAD)"
'

test_done
