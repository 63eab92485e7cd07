/* SPDX-License-Identifier: MIT */
/* The words of a site and where they stand, as a browser reads them. */
#include "tests/unit/exporters/site_fixture.h"

#include "exporters/site/search_index.h"
#include "exporters/site/search_weight.h"

static void write_index(struct search_index *ix, struct site_out *out,
			struct strbuf *keys, uint64_t *version)
{
	struct error err = ERROR_INIT;

	site_forget(out);
	assert_int_equal(search_index_write(ix, &out->out, keys, version, &err),
			 0);
}

static const char *file_of(const struct site_out *out, const char *path)
{
	for (size_t i = 0; i < out->count; i++)
		if (!strcmp(out->pages[i].path, path))
			return out->pages[i].bytes.buf;
	fail_msg("there is no '%s'", path);
	return NULL;
}

static void add(struct search_index *ix, const char *title, const char *text)
{
	search_index_add(ix, str_of(title), SEARCH_TITLE);
	search_index_add(ix, str_of(text), SECTION_NONE);
	search_index_next(ix);
}

/* H, L and P are 1, 2 and 3 documents on with weight 3: in a short text all
 * words tell much of it.  How much more is behind each: L and O for one place, V
 * for three. */
static void a_word_has_its_documents_by_their_distance(void **state)
{
	AUTO(search_index) ix = SEARCH_INDEX_INIT;
	AUTO(strbuf) keys = STRBUF_INIT;
	struct site_out out = { .pages = NULL };
	uint64_t version;

	(void)state;
	add(&ix, "Queues", "a queue and a retry, queueing; a");
	add(&ix, "", "retries");
	add(&ix, "", "Café a");
	write_index(&ix, &out, &keys, &version);
	assert_string_equal(keys.buf, "61 ");
	assert_string_equal(file_of(&out, "search/s61.js"),
			    "hectoSearch(\"s61\",{\"a\":\"HVLO\",\"and\":\"HL\","
			    "\"cafe\":\"PO\",\"queue\":\"HV\","
			    "\"retri\":\"HLHO\"});\n");
	site_forget(&out);
}

/* A list of one document with one word of each weight. */
static struct str list_all_weights(struct search_words *words,
				   struct strbuf *list)
{
	for (unsigned i = 0; i <= SEARCH_WEIGHT_MAX; i++) {
		char word[] = "wa";

		word[1] = (char)('A' + i);
		search_list_add(list, &(struct search_place){
			search_words_number(words, str_of(word)), i,
		});
	}
	return strbuf_slice(list);
}

/* E to H: the distance of 1 and weights 0 to 3; behind H, what is more. */
static void most_weights_are_told_in_two_bits(void **state)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkl";
	AUTO(search_index) ix = SEARCH_INDEX_INIT;
	AUTO(strbuf) keys = STRBUF_INIT;
	AUTO(strbuf) list = STRBUF_INIT;
	AUTO(strbuf) places = STRBUF_INIT;
	struct site_out out = { .pages = NULL };
	uint64_t version;

	(void)state;
	search_index_add_list(&ix, list_all_weights(&ix.own, &list), false);
	search_index_next(&ix);
	write_index(&ix, &out, &keys, &version);
	for (unsigned i = 0; i <= SEARCH_WEIGHT_MAX; i++) {
		strbuf_reset(&places);
		if (i < 3)
			strbuf_addf(&places, ":\"%c\"", digits[4 + i]);
		else
			strbuf_addf(&places, ":\"H%c\"", digits[i - 3]);
		assert_non_null(strstr(out.pages[0].bytes.buf, places.buf));
	}
	site_forget(&out);
}

/* What is in both lists counts as the first says. */
static void a_word_of_a_heading_is_told_once(void **state)
{
	AUTO(search_index) ix = SEARCH_INDEX_INIT;
	AUTO(strbuf) keys = STRBUF_INIT;
	AUTO(strbuf) heading = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct site_out out = { .pages = NULL };
	uint64_t version;

	(void)state;
	search_words_number(&ix.own, STR("queue"));
	search_list_add(&heading, &(struct search_place){ 0, 2 });
	search_list_add(&text, &(struct search_place){ 0, 1 });
	search_index_add_list(&ix, strbuf_slice(&heading), true);
	search_index_add_list(&ix, strbuf_slice(&text), false);
	search_index_next(&ix);
	write_index(&ix, &out, &keys, &version);
	assert_string_equal(file_of(&out, "search/s71.js"),
			    "hectoSearch(\"s71\",{\"queue\":\"G\"});\n");
	site_forget(&out);
}

static void numbers_have_five_bits_a_digit(void **state)
{
	AUTO(strbuf) out = STRBUF_INIT;

	(void)state;
	search_number_add(&out, 0);
	search_number_add(&out, 31);
	search_number_add(&out, 32);
	search_number_add(&out, 1000);
	assert_string_equal(out.buf, "Af" "gB" "of");
}

static void nothing_gives_no_shard(void **state)
{
	AUTO(search_index) ix = SEARCH_INDEX_INIT;
	AUTO(strbuf) keys = STRBUF_INIT;
	struct site_out out = { .pages = NULL };
	uint64_t version;

	(void)state;
	add(&ix, "", " -- ");
	write_index(&ix, &out, &keys, &version);
	assert_int_equal(out.count, 0);
	assert_string_equal(keys.buf, "");
}

/* Words enough for many shards, in several scripts. */
static void add_many(struct search_index *ix, size_t documents)
{
	AUTO(strbuf) text = STRBUF_INIT;
	unsigned seed = 7;

	for (size_t i = 0; i < documents; i++) {
		strbuf_reset(&text);
		strbuf_addstr(&text, "same 東京 ");
		for (int k = 0; k < 40; k++) {
			seed = seed * 1103515245 + 12345;
			strbuf_addf(&text, "%c%x ", "abcxyz"[seed >> 16 & 3],
				    seed >> 8 & 0xfff);
		}
		add(ix, "", text.buf);
	}
}

/* What stands between two quotes and before a colon, one after the other. */
static struct str next_token(struct str *rest)
{
	size_t end = str_find_str(*rest, STR("\":")), start = end;
	struct str token;

	if (end == rest->len)
		return STR_NONE;
	while (rest->s[start - 1] != '"')
		start--;
	token = str_from(str_upto(*rest, end), start);
	*rest = str_from(*rest, end + 2);
	return token;
}

static struct str key_of(const struct page *p)
{
	return str_upto(str_from(str_of(p->path), strlen("search/s")),
			strlen(p->path) - strlen("search/s.js"));
}

static void add_hex(struct strbuf *out, struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		strbuf_addf(out, "%02x", (unsigned char)s.s[i]);
}

static void check_shard(const struct page *p, const struct page *next,
			struct strset *seen)
{
	struct str rest = strbuf_slice(&p->bytes), token;
	size_t tokens = 0;

	for (; (token = next_token(&rest)).s; tokens++) {
		AUTO(strbuf) hex = STRBUF_INIT;

		add_hex(&hex, token);
		assert_true(str_cmp(key_of(p), strbuf_slice(&hex)) <= 0);
		if (next)
			assert_true(str_cmp(strbuf_slice(&hex),
					    key_of(next)) < 0);
		assert_true(strset_put(seen, token, 0));
	}
	assert_true(tokens > 0);
	assert_true(p->bytes.len < 24100 || tokens == 1);
}

static void every_token_is_in_the_last_shard_that_begins_before_it(void **state)
{
	AUTO(search_index) ix = SEARCH_INDEX_INIT;
	AUTO(strbuf) keys = STRBUF_INIT;
	AUTO(strset) seen = STRSET_INIT;
	struct site_out out = { .pages = NULL };
	uint64_t version;

	(void)state;
	add_many(&ix, 900);
	write_index(&ix, &out, &keys, &version);
	assert_true(out.count > 4);
	for (size_t i = 0; i < out.count; i++)
		check_shard(&out.pages[i],
			    i + 1 < out.count ? &out.pages[i + 1] : NULL,
			    &seen);
	assert_int_equal(seen.count, ix.own.count);
	assert_true(strset_has(&seen, STR("東京")));
	site_forget(&out);
}

static size_t same_files(const struct site_out *a, const struct site_out *b)
{
	size_t same = 0;

	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++)
			same += !strcmp(a->pages[i].path, b->pages[k].path) &&
				!strcmp(a->pages[i].bytes.buf,
					b->pages[k].bytes.buf);
	return same;
}

static void one_more_document_changes_the_shards_of_its_words(void **state)
{
	AUTO(search_index) before = SEARCH_INDEX_INIT;
	AUTO(search_index) after = SEARCH_INDEX_INIT;
	AUTO(search_index) again = SEARCH_INDEX_INIT;
	AUTO(strbuf) keys = STRBUF_INIT;
	struct site_out a = { .pages = NULL }, b = a, c = a;
	uint64_t versions[3];

	(void)state;
	add_many(&before, 900);
	write_index(&before, &a, &keys, &versions[0]);
	add_many(&after, 900);
	add(&after, "", "anew");
	write_index(&after, &b, &keys, &versions[1]);
	assert_int_equal(a.count, b.count);
	assert_int_equal(same_files(&a, &b), a.count - 1);
	assert_true(versions[0] != versions[1]);
	add_many(&again, 900);
	write_index(&again, &c, &keys, &versions[2]);
	assert_int_equal(same_files(&a, &c), a.count);
	assert_true(versions[0] == versions[2]);
	site_forget(&a);
	site_forget(&b);
	site_forget(&c);
}

/* What an earlier run has left: the files by their paths and keys. */
struct knowing_out {
	struct site_out site;	/* first */
	struct strset keys;
	uint64_t key;		/* that was asked for last */
	size_t asked;
};

static void knowing_out_release(struct knowing_out *k)
{
	site_forget(&k->site);
	strset_release(&k->keys);
}

static bool is_known(struct export_out *out, const char *path, uint64_t key)
{
	struct knowing_out *k = (struct knowing_out *)(void *)out;
	size_t known = 0;

	k->asked++;
	k->key = key;
	strset_get(&k->keys, str_of(path), &known);
	return known == (size_t)key;
}

static int keep_with_key(struct export_out *out, const char *path,
			 struct str bytes, struct error *err)
{
	struct knowing_out *k = (struct knowing_out *)(void *)out;

	strset_put(&k->keys, str_of(path), (size_t)k->key);
	return keep_page(out, path, bytes, err);
}

static void write_again(struct knowing_out *k, const char *more)
{
	AUTO(search_index) ix = SEARCH_INDEX_INIT;
	AUTO(strbuf) keys = STRBUF_INIT;
	struct error err = ERROR_INIT;
	uint64_t version;

	site_forget(&k->site);
	k->site.out = (struct export_out){ .file = keep_with_key,
					   .is_current = is_known };
	add_many(&ix, 900);
	if (more)
		add(&ix, "", more);
	assert_int_equal(search_index_write(&ix, &k->site.out, &keys, &version,
					    &err), 0);
}

static void what_is_there_by_its_key_is_not_written_again(void **state)
{
	AUTO(knowing_out) k = { .site = { .pages = NULL } };

	(void)state;
	write_again(&k, NULL);
	assert_true(k.asked > 4);
	write_again(&k, NULL);
	assert_int_equal(k.site.count, 0);
	write_again(&k, "anew");
	assert_int_equal(k.site.count, 1);
	assert_non_null(strstr(k.site.pages[0].bytes.buf, "\"anew\":"));
}

static void words_without_end_make_no_name_without_end(void **state)
{
	AUTO(search_index) ix = SEARCH_INDEX_INIT;
	AUTO(strbuf) keys = STRBUF_INIT;
	AUTO(strbuf) word = STRBUF_INIT;
	struct site_out out = { .pages = NULL };
	uint64_t version;

	(void)state;
	for (int i = 0; i < 300; i++)
		strbuf_addch(&word, 'x');
	for (int i = 0; i < 300; i++) {
		strbuf_truncate(&word, 300);
		strbuf_addf(&word, "%d", i);
		add(&ix, "", word.buf);
	}
	add(&ix, "", "xa");
	write_index(&ix, &out, &keys, &version);
	assert_int_equal(out.count, 2);
	for (size_t i = 0; i < out.count; i++)
		assert_true(strlen(out.pages[i].path) < 100);
	site_forget(&out);
}

static void a_full_disk_is_an_error(void **state)
{
	AUTO(search_index) ix = SEARCH_INDEX_INIT;
	AUTO(strbuf) keys = STRBUF_INIT;
	struct site_out out = { .pages = NULL };
	struct error err = ERROR_INIT;
	uint64_t version;

	(void)state;
	add_many(&ix, 900);
	site_forget(&out);
	out.fail_after = 2;
	assert_int_equal(search_index_write(&ix, &out.out, &keys, &version,
					    &err), -1);
	assert_int_equal(err.kind, ERROR_IO);
	site_forget(&out);
}

/* --- what an earlier run has counted --- */

#define DOCUMENTS_MAX 64
#define LISTS_MAX 512

/* Documents by number, and every list that one of them ever had. */
struct library {
	struct arena mem;
	struct search_words words;
	struct search_tally tally;
	struct search_listed lists[LISTS_MAX];
	size_t nlists;
	size_t documents[DOCUMENTS_MAX], count;	/* their lists */
	bool same_numbers;	/* words have them as in the run before */
	unsigned seed;
};

static void library_release(struct library *l)
{
	search_tally_release(&l->tally);
	search_words_release(&l->words);
	arena_release(&l->mem);
}

static unsigned pick(struct library *l, unsigned below)
{
	l->seed = l->seed * 1103515245 + 12345;
	return (l->seed >> 16) % below;
}

static struct str list_some_words(struct library *l, unsigned count)
{
	AUTO(strbuf) text = STRBUF_INIT;
	AUTO(strbuf) list = STRBUF_INIT;
	AUTO(strbuf) none = STRBUF_INIT;

	for (unsigned i = 0; i < count; i++)
		strbuf_addf(&text, "w%u ", pick(l, 90));
	search_tally_add(&l->tally, strbuf_slice(&text), SECTION_NONE);
	search_tally_take(&l->tally, &none, &list);
	return arena_str(&l->mem, strbuf_slice(&list));
}

static void change(struct library *l, size_t document)
{
	struct search_listed *new = &l->lists[l->nlists];

	new->headings = list_some_words(l, pick(l, 4));
	new->texts = list_some_words(l, pick(l, 200));
	new->sum = l->nlists + 1;
	l->documents[document] = l->nlists++;
}

static bool find_lists(const void *arg, uint64_t sum, struct search_listed *out)
{
	const struct library *l = arg;

	if (!sum || sum > l->nlists)
		return false;
	*out = l->lists[sum - 1];
	return true;
}

/* Write the shards, counting from `memory` if there is one; `keep` gets what
 * is counted from the next time.  Returns the version, which all sums are in. */
static uint64_t write_library(struct library *l,
			      const struct search_memory *memory,
			      struct site_out *out, struct strbuf *keep)
{
	AUTO(search_index) ix = SEARCH_INDEX_INIT;
	AUTO(strbuf) keys = STRBUF_INIT;
	uint64_t version;

	ix.words = &l->words;
	ix.memory = memory;
	for (size_t i = 0; i < l->count; i++) {
		const struct search_listed *d = &l->lists[l->documents[i]];

		search_index_add_list(&ix, d->headings, true);
		search_index_add_list(&ix, d->texts, false);
		search_index_know(&ix, d->sum);
		search_index_next(&ix);
	}
	write_index(&ix, out, &keys, &version);
	if (keep)
		search_index_keep(&ix, keep, 7, l->same_numbers);
	return version;
}

static void change_something(struct library *l)
{
	unsigned what = pick(l, 8);

	if (what == 0 && l->count > 1)
		l->count--;
	else if (what < 3 && l->count < DOCUMENTS_MAX)
		change(l, l->count++);
	else
		for (unsigned i = 0; i <= what % 3; i++)
			change(l, pick(l, (unsigned)l->count));
}

/* Of earlier runs; what is kept here is of the second. */
static const uint64_t numberings[] = { 6, 7 };

static void what_is_counted_from_an_earlier_run_is_the_same(void **state)
{
	AUTO(library) l = { .words = SEARCH_WORDS_INIT, .count = 1, .seed = 3 };
	AUTO(strbuf) kept = STRBUF_INIT;
	struct site_out a = { .pages = NULL }, b = a;
	int written = 0;

	(void)state;
	l.tally.words = &l.words;
	change(&l, 0);
	for (int i = 0; i < 150; i++) {
		const struct search_memory memory = {
			strbuf_slice(&kept), numberings, 2, find_lists, &l,
		};
		struct strbuf keep = STRBUF_INIT;

		/* It may have been kept several runs ago. */
		l.same_numbers = i % 5;
		assert_true(write_library(&l, &memory, &a, &keep) ==
			    write_library(&l, NULL, &b, NULL));
		assert_int_equal(a.count, b.count);
		assert_int_equal(same_files(&a, &b), a.count);
		if (keep.len) {
			strbuf_release(&kept);
			kept = keep;
			written++;
		}
		change_something(&l);
	}
	assert_in_range(written, 30, 120);
	site_forget(&a);
	site_forget(&b);
}

static void check_that_nothing_is_read(struct str bytes, uint64_t numbering)
{
	AUTO(strbuf) copy = STRBUF_INIT;
	struct search_memory memory = { STR_NONE, &numbering, 1, NULL, NULL };
	struct search_kept kept;

	strbuf_addslice(&copy, bytes);
	memory.bytes = strbuf_slice(&copy);
	search_kept_read(&kept, &memory);
	assert_null(kept.memory);
	assert_int_equal(kept.nterms, 0);
}

static void counts_that_are_not_whole_or_of_other_numbers_are_none(void **state)
{
	AUTO(library) l = { .words = SEARCH_WORDS_INIT, .count = 3, .seed = 3 };
	AUTO(strbuf) kept = STRBUF_INIT;
	struct search_memory memory = { STR(""), numberings, 2, find_lists,
					&l };
	struct site_out out = { .pages = NULL };
	struct search_kept found;

	(void)state;
	l.tally.words = &l.words;
	for (size_t i = 0; i < l.count; i++)
		change(&l, i);
	write_library(&l, &memory, &out, &kept);
	memory.bytes = strbuf_slice(&kept);
	search_kept_read(&found, &memory);
	assert_int_equal(found.ndocuments, 3);
	check_that_nothing_is_read(strbuf_slice(&kept), 8);
	for (size_t len = 0; len < kept.len; len++)
		check_that_nothing_is_read(str_upto(strbuf_slice(&kept), len),
					   7);
	for (size_t i = 0; i < kept.len; i++) {
		kept.buf[i] ^= 4;
		check_that_nothing_is_read(strbuf_slice(&kept), 7);
		kept.buf[i] ^= 4;
	}
	site_forget(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_has_its_documents_by_their_distance),
		cmocka_unit_test(most_weights_are_told_in_two_bits),
		cmocka_unit_test(a_word_of_a_heading_is_told_once),
		cmocka_unit_test(numbers_have_five_bits_a_digit),
		cmocka_unit_test(
			what_is_counted_from_an_earlier_run_is_the_same),
		cmocka_unit_test(
			counts_that_are_not_whole_or_of_other_numbers_are_none),
		cmocka_unit_test(nothing_gives_no_shard),
		cmocka_unit_test(
			every_token_is_in_the_last_shard_that_begins_before_it),
		cmocka_unit_test(
			one_more_document_changes_the_shards_of_its_words),
		cmocka_unit_test(
			what_is_there_by_its_key_is_not_written_again),
		cmocka_unit_test(words_without_end_make_no_name_without_end),
		cmocka_unit_test(a_full_disk_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
