#!/bin/sh
# Precision and recall by kind on lines as learners write them:
# notes.sh PASSAGE_KINDS [SET] prints them for each set of notes.tsv, and fails
# below the bounds.  With SET it prints the mistakes in that set, too.
kinds=${1:?usage: notes.sh PASSAGE_KINDS [first | second | third]}
shown=$2
here=$(dirname "$0")
. "$here/rate.sh"
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

for set in first second third; do
	read_set "$here/notes.tsv" "$set" || exit 1
	recall=0.88
	[ $set = third ] && recall=0.70
	compare definition 0.95 $recall || bad=1
	compare number 0.87 $recall || bad=1
	compare question 0.90 0.95 || bad=1
	compare hole 0.87 $recall || bad=1
	compare lab 0.95 $recall || bad=1
done
exit "${bad:-0}"
