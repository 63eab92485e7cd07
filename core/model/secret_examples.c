/* SPDX-License-Identifier: MIT */
/* Which keys and tokens are only examples, or places to fill in. */
#include "core/base/ascii.h"
#include "core/model/secret_shapes.h"

#include <string.h>

#include "core/base/attributes.h"

#define LOOK_AHEAD 4096		/* bytes of a text that are looked at */
#define SAME_LEAST 4		/* "xxxx" */
#define RISING_LEAST 5		/* "12345", "abcde" */

/*
 * A random token has any short word now and then.  So a word counts by how
 * much of the text is made of such words, and only the long ones that an
 * issuer puts into the examples of its manual count where a text begins or
 * ends with them.
 */
enum meaning { WORD_GLUE, WORD_EXAMPLE, WORD_PLAIN };

/* In lower case; of two that begin alike the longer one stands first. */
static const struct word {
	const char *text;
	enum meaning meaning;
} words[] = {
	{ "placeholder", WORD_PLAIN }, { "change-me", WORD_PLAIN },
	{ "change_me", WORD_PLAIN }, { "changeme", WORD_PLAIN },
	{ "redacted", WORD_PLAIN }, { "example", WORD_PLAIN },
	{ "sample", WORD_EXAMPLE }, { "dummy", WORD_EXAMPLE },
	{ "yours", WORD_EXAMPLE }, { "your", WORD_EXAMPLE },
	{ "fake", WORD_EXAMPLE }, { "insert", WORD_EXAMPLE },
	{ "todo", WORD_EXAMPLE }, { "here", WORD_EXAMPLE },
	{ "replace", WORD_EXAMPLE }, { "password", WORD_EXAMPLE },
	{ "secret", WORD_GLUE }, { "token", WORD_GLUE },
	{ "access", WORD_GLUE }, { "private", WORD_GLUE },
	{ "account", WORD_GLUE }, { "client", WORD_GLUE },
	{ "goes", WORD_GLUE }, { "with", WORD_GLUE }, { "this", WORD_GLUE },
	{ "test", WORD_GLUE }, { "user", WORD_GLUE }, { "name", WORD_GLUE },
	{ "some", WORD_GLUE }, { "pass", WORD_GLUE }, { "the", WORD_GLUE },
	{ "key", WORD_GLUE }, { "api", WORD_GLUE }, { "put", WORD_GLUE },
};

static const struct word *word_at(struct str text)
{
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_starts_nocase(text, words[i].text))
			return &words[i];
	return NULL;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* So many characters that are all the same, or each one more than the last. */
static size_t run(struct str text, int step)
{
	size_t n = 1;

	while (n < text.len && lower(text.s[n]) == lower(text.s[n - 1]) + step)
		n++;
	return n;
}

static size_t filler(struct str text)
{
	size_t same = run(text, 0), rising = run(text, 1);

	if (same >= SAME_LEAST)
		return same;
	return rising >= RISING_LEAST ? rising : 0;
}

/* Whether anything here is an example's, and how much of the text is. */
struct reading {
	size_t readable, all;
	bool example;
	bool plain;		/* begins or ends with a word that is plain */
};

static size_t step(struct reading *r, struct str rest, bool *at_front,
		   bool *plain)
{
	const struct word *w = word_at(rest);
	size_t n = w ? strlen(w->text) : filler(rest);

	if (!n) {
		bool counts = ascii_is_alnum(rest.s[0]);

		r->all += counts;
		*at_front &= !counts;
		*plain &= !counts;
		return 1;
	}
	r->readable += n;
	r->all += n;
	r->example |= !w || w->meaning != WORD_GLUE;
	*plain |= w && w->meaning == WORD_PLAIN;
	r->plain |= *plain && *at_front;
	return n;
}

bool secret_is_example(struct str text)
{
	struct reading r = { 0 };
	bool at_front = true, plain = false;

	text = str_upto(text, LOOK_AHEAD);
	while (text.len)
		text = str_from(text, step(&r, text, &at_front, &plain));
	return r.plain || plain || (r.example && 2 * r.readable >= r.all);
}
