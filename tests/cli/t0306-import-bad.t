#!/bin/sh
test_description='input that is damaged, hidden or made to do harm'
. ./setup.sh

# again N TEXT: the text, N times on one line.
again () {
	head -c "$1" /dev/zero | tr "\\0" x | sed "s/x/$2/g"
}

# comes_back FILE: what was imported goes out byte for byte.
comes_back () {
	hecto init "in-$1" >/dev/null &&
	hecto -C "in-$1" import "$1" &&
	hecto -C "in-$1" export 100days | cmp - "$1"
}

test_expect_success 'a file that is not there is named, with what can be given' '
	new_journal none &&
	test_expect_code 3 hecto -C none import gone.md 2>err &&
	grep "there is no file or folder .gone.md.; name one" err &&
	test_expect_code 3 hecto -C none import example.org/log.md 2>err &&
	grep ".example.org/log.md.; if it is of the web, .*https://" err &&
	test_expect_code 3 hecto -C none import ../gone/ 2>err &&
	grep "folder .../gone/.; name one" err
'

test_expect_success 'an encrypted journal says how to decrypt it' '
	printf "gAAAAABi%s==" "$(again 300 Qb)" >journal.txt &&
	new_journal &&
	test_expect_code 1 hecto -C journal import journal.txt 2>err &&
	grep "it is encrypted" err && grep "decrypt" err &&
	mkdir private && cp journal.txt private && echo "# A" >private/a.md &&
	hecto import -n private >out &&
	grep "journal.txt: left out, it is encrypted" out
'

test_expect_success 'other encrypted and foreign files say so, too' '
	printf "%s\n" "-----BEGIN PGP MESSAGE-----" >a.asc &&
	printf "%s\n" "%PDF-1.7" >b.pdf &&
	printf "\377\376#" >c.md &&
	printf "N\0o\0t\0e\0s\0\n\0x" >d.md &&
	printf "\320\317\021\340\0\0" >e.xls &&
	for file in a.asc b.pdf c.md d.md e.xls
	do
		test_expect_code 1 hecto -C journal import $file 2>err &&
		grep "first$" err || return 1
	done &&
	test ! -e journal/notes
'

test_expect_success 'an export of Evernote says what to do instead' '
	printf "<?xml version=\"1.0\"?>\n<en-export></en-export>\n" >ever.enex &&
	test_expect_code 1 hecto import -n ever.enex 2>err &&
	grep "as Markdown or text instead" err
'

test_expect_success 'bytes that are no UTF-8 are kept as they are' '
	printf "## Day 1: May 1, 2021\nCaf\351 \377\376.\n" >latin.md &&
	comes_back latin.md &&
	hecto -C in-latin.md show --json 2021-05-01 | jq -r ".[].body" | grep "Café"
'

test_expect_success 'what was written in Latin-1 is found by its words' '
	printf "Gr\303\274\337e an \374ber.\n" >latin.md &&
	hecto -C journal import --as note latin.md &&
	hecto -C journal search "über" --json >out &&
	grep "über" out &&
	test_cmp latin.md journal/notes/latin.md
'

test_expect_success 'a NUL is kept, too' '
	echo "## Day 1: May 1, 2021" >nul.md &&
	head -c 3 /dev/zero >>nul.md &&
	echo "Read about S3." >>nul.md &&
	comes_back nul.md
'

test_expect_success 'a line of 100 MB is refused before it is read whole' '
	head -c 100000000 /dev/zero | tr "\\0" x >line.md &&
	test_expect_code 1 hecto -C journal import line.md 2>err &&
	grep "larger than the limit" err &&
	mkdir long && mv line.md long && echo "# A" >long/a.md &&
	hecto import -n long >out &&
	grep "line.md: left out, it is larger than 64 MiB" out
'

test_expect_success 'nesting without end costs little' '
	{
		echo "## Day 1: May 1, 2021" && again 100000 "> " && echo &&
		again 100000 "[" && echo && again 100000 "*a " && echo &&
		again 20000 "- " && echo
	} >nested.md &&
	comes_back nested.md &&
	again 300000 "[" >nested.json &&
	hecto -C journal import nested.json
'

test_expect_success 'an empty file says that it has nothing' '
	>empty.md &&
	test_must_fail hecto -C journal import empty.md 2>err &&
	test -s err
'

test_expect_success 'a folder and a device are no files' '
	test_must_fail hecto -C journal import /dev/null 2>err && test -s err
'

test_expect_success 'what cannot be read in a folder is named' '
	if test "$(id -u)" = 0
	then
		say "root reads everything; not tested" && return 0
	fi
	mkdir closed && echo "# A" >closed/a.md && echo "# B" >closed/b.md &&
	chmod 0 closed/b.md &&
	hecto import -n closed >out &&
	grep "b.md: left out, it cannot be read" out
'

if type script >terminal 2>&1
then
	test_set_prereq TERMINAL
fi

test_expect_success TERMINAL 'a file cannot speak to the terminal' '
	cat >red.json <<-\EOT &&
	[{"id": "a", "dates": ["2022-07-04"], "days": [], "heading": "h",
	"heading_end": "lf", "body": "b", "flags": ["\u001b[31mred"]}]
	EOT
	script -qec "hecto import -n red.json" terminal >out &&
	grep "entry 1: .*31mred" out &&
	! grep "$(printf "\033\\[31m")" out
'

test_expect_success 'the repository is sound at the end' '
	git -C journal fsck --strict
'

test_done
