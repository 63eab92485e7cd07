#!/bin/sh
test_description='images that stand beside the days of a folder'
. ./setup.sh

day () {
	mkdir -p "$1/img" &&
	printf '# Day %d: July %d, 2022\n\nRead of queues.\n\n![x](img/x.png)\n' \
		"$1" "$1" >"$1/README.md"
}


# A header alone tells how large an image is.
image () {
	printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0' &&
	printf "\\$1\0\0\0\1\10\0\0\0\0" &&
	printf '\0\0\0\0\0\0\0\0IEND\256\102\140\202'
}

# An image for each day, all of one name.
mkdir Journey
(cd Journey && day 001 && day 002)
image 1 >Journey/001/img/x.png
image 2 >Journey/002/img/x.png

# The size of the image that the page of a day shows, by the file it leads to.
width_shown () {
	src=$(sed -n 's/.*<img[^>]* src="\.\.\/\([^"]*\)".*/\1/p' \
		"$1/days/2022-07-0$2.html") &&
	test -n "$src" && od -An -tu1 -j19 -N1 "$1/$src" | tr -d ' '
}

test_expect_success 'no image of a folder of days is missing' '
	new_journal &&
	hecto -C journal import Journey &&
	hecto -C journal check --json >found;
	! grep missing-file found &&
	cmp Journey/001/img/x.png journal/notes/001/img/x.png &&
	cmp Journey/002/img/x.png journal/notes/002/img/x.png
'

test_expect_success 'each day of the site shows its own image' '
	hecto -C journal publish -o "$PWD/site" 2>told &&
	! grep "x.png" told &&
	test "$(width_shown site 1)" = 1 &&
	test "$(width_shown site 2)" = 2 &&
	test $(ls site/files | wc -l) = 2
'

test_expect_success 'the links of a day lead to its own image' '
	hecto -C journal links --json >links &&
	grep notes/001/img/x.png links && grep notes/002/img/x.png links &&
	! grep missing links
'

test_expect_success 'the text of the days is byte for byte what it was' '
	for day in 1 2
	do
		hecto -C journal export 100days --log 00$day-README.md |
			cmp - Journey/00$day/README.md || return 1
	done
'

test_expect_success 'importing the folder again changes nothing' '
	git -C journal rev-parse HEAD >before &&
	hecto -C journal import Journey &&
	git -C journal rev-parse HEAD | cmp before - &&
	git -C journal status --porcelain >dirty && test_must_be_empty dirty
'

test_expect_success 'a day that came without its image finds it later' '
	new_journal later &&
	mkdir bare && cp -r Journey bare/ && rm -r bare/Journey/00?/img &&
	hecto -C later import bare/Journey &&
	hecto -C later publish -o "$PWD/later-site" &&
	hecto -C later import Journey &&
	hecto -C later publish -o "$PWD/later-site" &&
	test "$(width_shown later-site 2)" = 2
'

test_expect_success 'a day of another folder shows no image that is not its own' '
	for day in 1 2
	do
		mkdir -p other/00$day/img && image 7 >other/00$day/img/x.png &&
		cat >other/00$day/README.md <<-EOT || return 1
		# Day $day: July $((day + 4)), 2022

		- wrote a parser
		- drew its tree
		- threw half away
		- slept badly

		![a tree](img/x.png)
		EOT
	done &&
	hecto -C journal import other &&
	hecto -C journal publish -o "$PWD/site" &&
	test "$(width_shown site 1)" = 1 &&
	test -e site/days/2022-07-05.html &&
	! width_shown site 5
'

test_expect_success 'what stands in log/ comes before what came along' '
	mkdir -p journal/log/2022/img && image 5 >journal/log/2022/img/x.png &&
	hecto -C journal publish -o "$PWD/site" &&
	test "$(width_shown site 2)" = 5
'

test_expect_success 'a link from one day to another leads to that day' '
	mkdir -p linked/Day1 linked/Day2 &&
	printf "# Day 1: July 4, 2022\n\nGoes on [here](../Day2/README.md).\n" \
		>linked/Day1/README.md &&
	printf "# Day 2: July 5, 2022\n\nAfter [this](../Day1), [no](../x.md).\n" \
		>linked/Day2/README.md &&
	new_journal linking && hecto -C linking import linked &&
	hecto -C linking check --json >found;
	grep -c missing-file found >count && test "$(cat count)" = 1 &&
	grep x.md found &&
	hecto -C linking links --json >links &&
	grep log/2022/2022-07-05.md links && grep log/2022/2022-07-04.md links
'

test_done
