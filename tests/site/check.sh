#!/bin/sh
# Publish a demo site and have others judge it.
#	check.sh [HECTO]		default: build/release/hecto
# Each tool that is missing is named and left out:
#	VNU	the jar of vnu-jar (npm), for Java 11 or later
#	html-validate, xmllint, chromium	in $PATH
set -eu
cd "$(dirname "$0")/../.."
hecto=$(realpath "${1:-build/release/hecto}")
source=$PWD
scratch=$(mktemp -d "${TMPDIR:-/tmp}/hecto-site.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
bad=0

skip() {
	echo "skip: $1"
}

have() {
	command -v "$1" >/dev/null || { skip "$1 is not installed"; false; }
}

check() {
	what=$1
	shift
	if "$@" >"$scratch/log" 2>&1; then
		echo "ok: $what"
	else
		echo "not ok: $what"
		head -n 30 "$scratch/log"
		bad=1
	fi
}

make_site() {
	export HECTO_NOW=2026-05-09T20:15:00+02:00
	export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org
	export GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
	journal=$scratch/journal
	"$hecto" init "$journal" >/dev/null
	git -C "$journal" config user.name A
	git -C "$journal" config user.email a@example.org
	"$hecto" -C "$journal" import "$source/scripts/sample/log.md"
	"$hecto" -C "$journal" import --as note "$source/scripts/sample/dva-notes.md"
	"$hecto" -C "$journal" import "$source/scripts/sample/plan.md"
	"$hecto" -C "$journal" exam add "AWS DVA" --date 2026-05-25 \
		--start 2026-05-01 --template DVA-C02
	"$hecto" -C "$journal" exam practice "AWS DVA" 41/65
	"$hecto" -C "$journal" config publish.url https://example.org/log/
	"$hecto" -C "$journal" publish -o "$scratch/site"
} >/dev/null 2>&1

# Nothing is asked of another origin, and no script or form but those of search.
no_foreign_parts() {
	! grep -rhoE --include='*.html' --include='*.xml' --include='*.css' \
		'<(script|style|iframe|object|embed|form|base)[^>]*>|(src|srcset)="(https?:)?//| style="|url\(' \
		"$scratch/site" |
		grep -vE '^<script src="(\.\./)*search\.js" defer="">$|^<form class="search" '
}

weighs_little() {
	home=$(cat "$scratch/site/index.html" "$scratch/site/style.css" \
		"$scratch/site/icon.svg" | wc -c)
	[ "$home" -le 60000 ] || return 1
	[ -z "$(find "$scratch/site/days" -size +30k)" ]
}

screenshot() {
	timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-quic \
		--no-first-run --disable-background-networking \
		--disable-component-update --disable-sync \
		--user-data-dir="$scratch/chromium" --window-size="$2" \
		--screenshot="$1" "file://$scratch/site/index.html"
	[ -s "$1" ]
}

make_site
check "no style, frame, foreign part, nor script but of search" no_foreign_parts
check "home within 60 kB, days within 30 kB" weighs_little
if have python3; then
	check "every link leads somewhere, and to every page" \
		python3 tests/site/links.py "$scratch/site"
fi
if have xmllint; then
	check "feed and site map are well formed" \
		xmllint --noout "$scratch/site/feed.xml" "$scratch/site/sitemap.xml"
fi
if have xmllint; then
	check "feed is Atom" xmllint --noout --relaxng tests/site/atom.rng \
		"$scratch/site/feed.xml"
fi
if have jq; then
	check "feed is a JSON Feed" sh -c '! jq -r -f tests/site/json_feed.jq \
		"$1" | grep .' - "$scratch/site/feed.json"
fi
if [ -n "${VNU-}" ] && have java; then
	check "vnu finds no error" java -jar "$VNU" --errors-only \
		--skip-non-html "$scratch/site"
else
	skip "VNU names no jar"
fi
if have html-validate; then
	check "html-validate finds no error" html-validate \
		-c tests/site/html-validate.json "$scratch/site"
fi
if have chromium; then
	check "chromium draws it at 1100 px" screenshot "$scratch/1.png" 1100,1700
	check "chromium draws it at 500 px" screenshot "$scratch/2.png" 500,1700
fi
exit $bad
