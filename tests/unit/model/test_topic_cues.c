/* SPDX-License-Identifier: MIT */
/* Cues are heard on lines whose names ask for them: that tells nothing else
 * than to hear all of them everywhere. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/base/strbuf.h"
#include "core/model/topic_catalogue.h"

#define LABELLED HECTO_SOURCE_DIR "/tests/topics/labelled.tsv"

#define LINES 20000
#define WORDS_MOST 14

/* Two catalogues of the same names. */
struct listeners {
	struct topic_catalogue *asked, *all;
	struct strbuf labelled;
};

static int setup(void **state)
{
	struct listeners *l = xcalloc(1, sizeof(*l));
	static const char *const names[] = { "Rust belt", "go", "the flow" };
	struct error err = ERROR_INIT;

	*l = (struct listeners){ .asked = topic_catalogue_new(),
				 .all = topic_catalogue_new(),
				 .labelled = STRBUF_INIT };
	l->all->hears_all = true;
	for (int i = 0; i < 2; i++)
		topic_catalogue_add(i ? l->all : l->asked, "own", "Own thing",
				    NULL, names, ARRAY_SIZE(names));
	*state = l;
	return file_read(&l->labelled, LABELLED, LIMIT_FILE, &err);
}

static int teardown(void **state)
{
	struct listeners *l = *state;

	topic_catalogue_free(l->asked);
	topic_catalogue_free(l->all);
	strbuf_release(&l->labelled);
	free(l);
	return 0;
}

static void add_mentions(struct strbuf *out, struct topic_catalogue *c,
			 struct str text)
{
	struct mentions found = MENTIONS_INIT;

	topic_scan(c, text, &found);
	for (size_t i = 0; i < found.count; i++)
		strbuf_addf(out, "%s@%td ", found.items[i].topic->id,
			    found.items[i].text.s - text.s);
	mentions_release(&found);
}

/* How many mentions there are, the same by both. */
static size_t assert_same(struct listeners *l, struct str line)
{
	AUTO(strbuf) asked = STRBUF_INIT;
	AUTO(strbuf) all = STRBUF_INIT;

	add_mentions(&asked, l->asked, line);
	add_mentions(&all, l->all, line);
	if (!str_eq(strbuf_slice(&asked), strbuf_slice(&all)))
		fail_msg("'%.*s': '%s', and with all cues '%s'", (int)line.len,
			 line.s, asked.buf, all.buf);
	return asked.len > 0;
}

static bool next_labelled(struct str *rest, struct str *line)
{
	*line = str_next_line(rest);
	*line = str_from(*line, str_find(*line, '\t') + 1);
	return line->s != NULL;
}

static void lines_that_learners_write(void **state)
{
	struct listeners *l = *state;
	struct str rest = strbuf_slice(&l->labelled), line;
	size_t named = 0;

	while (next_labelled(&rest, &line))
		named += assert_same(l, line);
	assert_true(named > 1000);
}

static void add_word(struct strbuf *out, struct str word, unsigned *seed)
{
	static const char *const gaps[] = { " ", " ", " ", " ", ", ", ". ",
					    "-", " / ", " `", "` ", ": " };
	size_t at = out->len;
	int how = rand_r(seed) % 8;

	strbuf_addslice(out, word);
	for (; at < out->len && how < 2; at++) {
		char c = out->buf[at];

		if (how == 0 && c >= 'A' && c <= 'Z')
			out->buf[at] = (char)(c | 32);
		if (how == 1 && c >= 'a' && c <= 'z')
			out->buf[at] = (char)(c & ~32);
	}
	strbuf_addstr(out, gaps[(size_t)rand_r(seed) % ARRAY_SIZE(gaps)]);
}

/* All words that stand in the labelled lines, as often as they do. */
static size_t take_words(struct listeners *l, struct str **out)
{
	struct str rest = strbuf_slice(&l->labelled), line;
	struct str *words = xcalloc(rest.len, sizeof(*words));
	size_t count = 0;

	while (next_labelled(&rest, &line))
		while (line.len) {
			size_t len = str_find(line, ' ');

			words[count++] = str_upto(line, len);
			line = str_from(line, len + 1);
		}
	*out = words;
	return count;
}

/* Names, and words beside which they are found somewhere. */
static void lines_of_random_words(void **state)
{
	struct listeners *l = *state;
	struct str *words;
	size_t count = take_words(l, &words), named = 0;
	unsigned seed = 5;

	for (int i = 0; i < LINES; i++) {
		AUTO(strbuf) line = STRBUF_INIT;

		for (int k = rand_r(&seed) % WORDS_MOST; k >= 0; k--) {
			size_t at = (size_t)rand_r(&seed);

			add_word(&line,
				 at % 3 ? words[at % count]
					: str_of(topic_at(l->asked, at %
						topic_catalogue_count(
							l->asked))->name),
				 &seed);
		}
		named += assert_same(l, strbuf_slice(&line));
	}
	free(words);
	assert_true(named > LINES / 2);
}

/* On these, what is kept of a line is looked at before it ends. */
static void very_long_lines(void **state)
{
	struct listeners *l = *state;
	struct str *words;
	size_t count = take_words(l, &words);
	unsigned seed = 9;

	for (int i = 0; i < 20; i++) {
		AUTO(strbuf) line = STRBUF_INIT;

		while (line.len < 60000)
			add_word(&line, words[(size_t)rand_r(&seed) % count],
				 &seed);
		assert_int_equal(assert_same(l, strbuf_slice(&line)), 1);
	}
	free(words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_that_learners_write),
		cmocka_unit_test(lines_of_random_words),
		cmocka_unit_test(very_long_lines),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
