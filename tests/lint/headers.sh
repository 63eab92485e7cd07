#!/bin/sh
# Every header compiles on its own.
for h in $(find core importers exporters cmd -name '*.h'); do
	printf '#include "%s"\nextern int unused;\n' "$h" |
		${CC:-cc} -std=c11 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Werror \
			-I. -fsyntax-only -xc - || exit 1
done
