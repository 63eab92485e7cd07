#!/bin/sh
test_description='the index is true and right, over many seeds'

. ./setup.sh

# A thousand changes each; HECTO_SEEDS takes more or fewer of them.
for seed in $(seq "${HECTO_SEEDS:-8}")
do
	test_expect_success "a thousand changes, seed $seed" "
		HECTO_SEED=$seed \"\$HECTO_BIN/tests/index_test_random\"
	"
	test_expect_success "a thousand changes, watched, seed $seed" "
		HECTO_SEED=$seed HECTO_CHANGES=1000 \
			\"\$HECTO_BIN/tests/index_test_random_watched\"
	"
done

test_expect_success 'random damage, many seeds' '
	cd "$HECTO_SOURCE/tests/cli" &&
	HECTO_DAMAGE_SEEDS=$((${HECTO_SEEDS:-8} * 5)) SHARNESS_TEST_OUTDIR=$SHARNESS_TRASH_DIRECTORY \
		sh ./t0241-index-damage.t
'

test_done
