#!/bin/sh
# Every command and every option is in its manual page and in a test; every
# command has a test of wrong usage and stands in hecto(1) and README.md.
if test -z "$HECTO"
then
	echo "run this through ctest, or set HECTO to the program" >&2
	exit 1
fi
tests=$(find tests/cli -name 't*.t')
# The commands of all tests, each on one line.
lines=$(cat $tests | sed -e ':a' -e '/\\$/N; s/\\\n//; ta')

# Is this on a line with "hecto … COMMAND"?
tested() {
	printf '%s\n' "$lines" | grep -E "hecto( -[^ ]+( [^ ]+)?)* $1( |\$)" |
		grep -qE -e "$2"
}

# explained PAGE LONG [SHORT]: has the page an item for the option?
explained() {
	grep -qE "^\.It .*Fl -${2#--}( |\$)" "$1" ||
		echo "$1 does not explain $2"
	test -z "$3" || grep -qE "^\.It Fl ${3#-}( |\$)" "$1" ||
		echo "$1 does not explain $3"
}

check_command() {
	grep -qE "^\.It Cm $1\$" man/hecto.1 ||
		echo "man/hecto.1 does not list '$1'"
	grep -qF "\`$1\`" README.md || echo "README.md does not name '$1'"
	grep -qE "expect_usage_error hecto $1( |\$)" $tests ||
		echo "no test of wrong usage of 'hecto $1'"
}

check_option() {
	explained "man/hecto-$1.1" "$2" "$3"
	pattern="[[:space:]]$2([ =]|\$)"
	test -z "$3" || pattern="$pattern|[[:space:]]$3"
	tested "$1" "$pattern" ||
		echo "no test in tests/cli uses 'hecto $1 $2'"
}

problems=$(
	"$HECTO" __options | while read -r command long short; do
		if test -n "$long"; then
			check_option "$command" "$long" "$short"
		else
			check_command "$command"
		fi
	done
	"$HECTO" __options --global | while read -r long short; do
		explained man/hecto.1 "$long" "$short"
	done
)
test -z "$problems" || {
	echo "$problems"
	exit 1
}
