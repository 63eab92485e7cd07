/* SPDX-License-Identifier: MIT */
/* Telling words, and what else may be a name, in many bytes at once. */
#include "core/model/topic_bytes.h"

#include <string.h>

#include "core/model/topic_catalogue.h"

#ifdef __SSE2__
#include <emmintrin.h>

/* Bytes up to `most` after `first`: comparing finds them without a sign. */
static __m128i in_range(__m128i v, char first, char most)
{
	__m128i x = _mm_sub_epi8(v, _mm_set1_epi8(first));

	return _mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8(most)), x);
}

static __m128i equal(__m128i v, char byte)
{
	return _mm_cmpeq_epi8(v, _mm_set1_epi8(byte));
}

static uint64_t bits_of(__m128i is)
{
	return (unsigned)_mm_movemask_epi8(is);
}

static uint64_t all_of(uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
	return a | b << 16 | c << 32 | d << 48;
}

static uint64_t words_at(__m128i v)
{
	__m128i folded = _mm_or_si128(v, _mm_set1_epi8(32));

	return bits_of(_mm_or_si128(in_range(folded, 'a', 25),
				    in_range(v, '0', 9)));
}

static uint64_t specials_at(__m128i v)
{
	return bits_of(_mm_or_si128(equal(v, '`'), equal(v, ':')));
}

static uint64_t all_equal(__m128i a, __m128i b, __m128i c, __m128i d, char byte)
{
	return all_of(bits_of(equal(a, byte)), bits_of(equal(b, byte)),
		      bits_of(equal(c, byte)), bits_of(equal(d, byte)));
}

static void look_at(struct topic_bytes *out, const struct topic_filter *f,
		    const char *p)
{
	const __m128i_u *at = (const void *)p;
	__m128i a = at[0], b = at[1], c = at[2], d = at[3];

	out->word = all_of(words_at(a), words_at(b), words_at(c), words_at(d));
	out->special = all_of(specials_at(a), specials_at(b), specials_at(c),
			      specials_at(d));
	out->newline = all_equal(a, b, c, d, '\n');
	out->symbol = 0;
	for (size_t k = 0; k < f->nsymbols; k++)
		out->symbol |= all_equal(a, b, c, d, f->symbols[k]);
}
#else
static void look_at(struct topic_bytes *out, const struct topic_filter *f,
		    const char *p)
{
	*out = (struct topic_bytes){ 0 };
	for (int i = 0; i < BYTES_AT_ONCE; i++) {
		bool symbol = memchr(f->symbols, p[i], f->nsymbols) != NULL;

		out->word |= (uint64_t)topic_alnum(p[i]) << i;
		out->special |= (uint64_t)(p[i] == '`' || p[i] == ':') << i;
		out->symbol |= (uint64_t)symbol << i;
		out->newline |= (uint64_t)(p[i] == '\n') << i;
	}
}
#endif

/* Where the text ends, nothing is read beyond. */
static void look_at_last(struct topic_bytes *out, const struct topic_filter *f,
			 const char *p, const char *text_end)
{
	char some[BYTES_AT_ONCE];

	memset(some, 0, sizeof(some));
	memcpy(some, p, (size_t)(text_end - p));
	look_at(out, f, some);
}

void topic_bytes_at(struct topic_bytes *out, const struct topic_filter *f,
		    const char *p, const char *text_end)
{
	if (text_end - p < BYTES_AT_ONCE)
		look_at_last(out, f, p, text_end);
	else
		look_at(out, f, p);
}
