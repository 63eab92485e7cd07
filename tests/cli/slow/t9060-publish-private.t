#!/bin/sh
test_description='no private line of random documents is on a site'
. ./setup.sh

python3 -c pass 2>/dev/null && test_set_prereq PYTHON3

random=$HECTO_SOURCE/tests/cli/private/random_journal.py

# HECTO_SEEDS="7 8 9" looks at others.
for seed in ${HECTO_SEEDS:-$(seq 12)}
do
	test_expect_success PYTHON3 "seed $seed" '
		hecto init j$seed &&
		python3 "$random" make '$seed' j'$seed' words &&
		hecto -C j'$seed' publish -o site'$seed' 2>err &&
		test -f site'$seed'/index.html &&
		python3 "$random" look words site'$seed' >shown &&
		test_must_be_empty shown &&
		rm -rf j'$seed' site'$seed'
	'
done

test_expect_success PYTHON3 'what is public would be found' '
	hecto init public && python3 "$random" make 1 public words &&
	hecto -C public publish -o open &&
	word=$(grep -rhoE "zq[0-9]{5}x[0-9]{3}" open | head -1) &&
	echo "$word public" >one && python3 "$random" look one open >shown &&
	test -s shown
'

test_done
