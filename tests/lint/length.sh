#!/bin/sh
# Functions and files stay short enough to be read: reported from 70 and 500
# lines on, refused from 100 and 700.
find cmd core importers exporters -name '*.c' -o -name '*.h' | sort |
	xargs awk '
	FNR == 1 { if (file) check_file(); file = FILENAME; start = 0 }
	{ lines = FNR }
	/^{/ { start = FNR; head = previous }
	/^}/ { if (start) check_function(FNR - start - 1); start = 0 }
	/^[a-z].*\(/ { previous = $0 }
	END { check_file(); exit bad }
	function check_function(length_of) {
		if (length_of > 100)
			bad = 1
		if (length_of > 70)
			print FILENAME ":" start ": " length_of " lines: " head
	}
	function check_file() {
		if (lines > 700)
			bad = 1
		if (lines > 500)
			print file ": " lines " lines"
	}'
