#!/bin/sh
# Does a site find what hecto search finds?
#	search.sh HECTO TOKENS
if ! command -v node >/dev/null; then
	echo "skip: node is not installed"
	exit 77
fi
exec node "$(dirname "$0")/search.mjs" "$@"
