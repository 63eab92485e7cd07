#!/bin/sh
test_description='a site is safe to read, whatever its journal says'
. ./setup.sh

hostile=$HECTO_SOURCE/tests/cli/hostile
python3 -c pass 2>/dev/null && test_set_prereq PYTHON3

# Names that would break out of an element, an attribute, an address, a feed.
names () {
	cat <<-\EOF
	<script>bad(200)</script>
	"><img src=x onerror=bad(201)>
	' onmouseover='bad(202)
	" onmouseover="bad(203)
	</title><script>bad(204)</script>
	</style></head><body onload=bad(205)>
	javascript:bad(206)
	[x](javascript:bad(207))
	&lt;script&gt;bad(208)&lt;/script&gt;
	]]><script>bad(209)</script>
	-->"><svg/onload=bad(210)>
	../../etc/passwd
	EOF
}

# quoted TEXT: for YAML and the settings.
quoted () {
	printf "%s" "$1" | sed "s/[\\\\\"]/\\\\&/g; s/^/\"/; s/\$/\"/"
}

add_documents () {
	number=10
	names | while IFS= read -r name
	do
		number=$((number + 1)) && text=$(quoted "$name") &&
		{
			printf "%s\n" --- "date: 2026-04-$number" \
				"heading: $text" "tags: [$text, public]" ---
			cat "$hostile/vectors.md"
		} >hostile/log/2026/2026-04-$number.md &&
		{
			printf "%s\n" --- "title: $text" \
				"aliases: [$text]" "tags: [$text]" ---
			cat "$hostile/vectors.md"
		} >hostile/notes/note-$number.md &&
		{
			printf "# %s\n\n## Services\n\n- %s: queues\n\n" \
				"$name" "$name"
			printf "## Questions\n\n- %s\n- lambda: %s?\n" \
				"$name" "$name"
		} >hostile/plans/plan-$number.md &&
		printf "# x\n\n%s on lambda\n" "$name" \
			>"hostile/notes/$(echo "$name" | tr / _).md" ||
		return 1
	done
}

test_expect_success 'a journal that means ill' '
	the_clock_shows 2026-05-09T21:00:00Z &&
	hecto init hostile >/dev/null &&
	mkdir -p hostile/log/2026 hostile/notes hostile/plans &&
	add_documents &&
	cat "$hostile/vectors.md" >hostile/notes/bare.md &&
	{
		printf "[journal]\n\ttitle = %s\n\tauthor = %s\n" \
			"$(quoted "</title><script>bad(300)</script>")" \
			"$(quoted "\" onclick=\"bad(301)")" &&
		printf "[publish]\n\tprivate = none\n\turl = %s\n" \
			"$(quoted "https://ok.example/\"><script>bad(302)")" &&
		printf "[exam %s]\n\tdate = 2026-08-01\n\tdomain = %s\n" \
			"$(quoted "<script>bad(303)</script>")" \
			"$(quoted "26 <img src=x onerror=bad(304)>")"
	} >hostile/.hecto/config &&
	{
		printf "[topic \"lambda\"]\n\tname = %s\n" \
			"$(quoted "<script>bad(305)</script>")" &&
		printf "[topic %s]\n\talias = sns\n" \
			"$(quoted "\"><img onerror=bad(306)>")"
	} >hostile/.hecto/topics &&
	test_expect_code 1 hecto -C hostile publish -o site 2>err &&
	grep "publish.url. cannot be read" err &&
	sed -i "s/url = .*/url = https:\/\/ok.example\/\&lt;bad(302)/" \
		hostile/.hecto/config &&
	hecto -C hostile publish -o site &&
	test $(find site/days -name "*.html" | wc -l) = 12 &&
	test $(find site/notes -name "*.html" | wc -l) = 36
'

test_expect_success PYTHON3 'nothing of it can do more than be read' '
	python3 "$hostile/safe.py" site >out ||
	{
		head -40 out
		false
	}
'

test_expect_success 'the feed has the days with their texts' '
	grep -c "<entry" site/feed.xml &&
	grep -q "bad(100)" site/feed.xml
'

# The checker itself: what it is to find, it finds.
test_expect_success PYTHON3 'a site that is not safe would be told' '
	while IFS= read -r line
	do
		rm -rf bad && mkdir bad &&
		printf "<!DOCTYPE html><p>%s</p>\n" "$line" >bad/x.html &&
		test_expect_code 1 python3 "$hostile/safe.py" bad >out ||
		{
			echo "$line"
			return 1
		}
	done <<-\EOF
	<script>bad()</script>
	<script src="https://bad.example/x.js"></script>
	<a onclick="bad()">x</a>
	<a href="java	script:bad()">x</a>
	<a href="&#1;javascript:bad()">x</a>
	<img src="data:image/png,x">
	<img src="//bad.example/x.png">
	<p style="color: red">
	<iframe src="x"></iframe>
	<meta http-equiv="refresh" content="0">
	<a href="x" href="y">x</a>
	<!-- x -->
	EOF
'

test_done
