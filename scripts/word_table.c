/* SPDX-License-Identifier: MIT */
/*
 * Part of the build: word_table OUT writes the words of wording_words.c as a
 * constant table in C (core/model/wording_table.h).
 */
#include "core/model/wording_table.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define WORDS_MAX (WORD_SLOTS / 2)

struct table {
	struct word_entry entries[WORDS_MAX];
	uint16_t slots[WORD_SLOTS];
	uint16_t count;
};

/* The slot that has the word, or the free one where it belongs. */
static uint16_t *find_slot(struct table *t, const char *word, size_t len)
{
	uint32_t hash = WORD_HASH_BEGIN, slot;

	for (size_t i = 0; i < len; i++)
		hash = word_hash_add(hash, word[i]);
	for (slot = word_slot(hash); t->slots[slot];
	     slot = (slot + 1) & (WORD_SLOTS - 1)) {
		const struct word_entry *e = &t->entries[t->slots[slot] - 1];

		if (e->len == len && !memcmp(e->text, word, len))
			break;
	}
	return &t->slots[slot];
}

static int add_word(struct table *t, const char *word, size_t len, int sense)
{
	uint16_t *slot = find_slot(t, word, len);

	if (len > WORD_BYTES || (!*slot && t->count == WORDS_MAX)) {
		fprintf(stderr, "word_table: no room for '%.*s'\n", (int)len,
			word);
		return -1;
	}
	if (!*slot) {
		memcpy(t->entries[t->count].text, word, len);
		t->entries[t->count].len = (unsigned char)len;
		*slot = ++t->count;
	}
	t->entries[*slot - 1].senses |= UINT64_C(1) << sense;
	return 0;
}

static int add_words(struct table *t, const char *words, int sense)
{
	while (*words) {
		size_t len = strcspn(words, " ");

		if (len && add_word(t, words, len, sense))
			return -1;
		words += len + (words[len] == ' ');
	}
	return 0;
}

static void write_entry(FILE *out, const struct word_entry *e)
{
	fputs("\t{ \"", out);
	for (int i = 0; i < e->len; i++)
		fprintf(out, "\\%03o", (unsigned)(unsigned char)e->text[i]);
	fprintf(out, "\", %d, UINT64_C(0x%" PRIx64 ") },\n", e->len, e->senses);
}

static void write_table(FILE *out, const struct table *t)
{
	fputs("#include \"core/model/wording_table.h\"\n\n"
	      "const struct word_entry word_entries[] = {\n", out);
	for (int i = 0; i < t->count; i++)
		write_entry(out, &t->entries[i]);
	fputs("};\n\nconst uint16_t word_slots[WORD_SLOTS] = {", out);
	for (int i = 0; i < WORD_SLOTS; i++)
		fprintf(out, "%s%d,", i % 12 ? " " : "\n\t", t->slots[i]);
	fputs("\n};\n", out);
}

int main(int argc, char **argv)
{
	static struct table t;
	FILE *out;

	for (int i = 0; i < WORDING_COUNT; i++)
		if (add_words(&t, wording_words[i], i))
			return 1;
	if (argc != 2) {
		fputs("usage: word_table FILE\n", stderr);
		return 1;
	}
	if (!(out = fopen(argv[1], "w"))) {
		perror(argv[1]);
		return 1;
	}
	write_table(out, &t);
	if (ferror(out) | fclose(out)) {
		perror(argv[1]);
		/* Half a table would pass for a new one. */
		remove(argv[1]);
		return 1;
	}
	return 0;
}
