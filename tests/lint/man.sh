#!/bin/sh
# Every manual page is good mdoc.
command -v mandoc >/dev/null || {
	echo "skipped: there is no mandoc"
	exit 77
}
bad=0
for page in man/*.[157]; do
	mandoc -T lint -W warning "$page" || bad=1
	# What a page is called is what its file is called.
	name=$(basename "$page" | sed 's/\.[157]$//')
	title=$(sed -n 's/^\.Dt \([^ ]*\) .*/\1/p' "$page" | tr A-Z a-z)
	test "$name" = "$title" || {
		echo "$page: the title is '$title'" && bad=1
	}
	# Pages it sends the reader to are ours, or other programs'.
	for other in $(sed -n 's/^\.Xr \(hecto[a-z0-9-]*\) \([157]\).*/\1.\2/p' "$page"); do
		test -e "man/$other" || {
			echo "$page: there is no man/$other" && bad=1
		}
	done
done
exit $bad
