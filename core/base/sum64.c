/* SPDX-License-Identifier: MIT */
/* Sums of 64 bits, a word at a time. */
#include "core/base/sum64.h"

#include <endian.h>
#include <string.h>

void sum64_add_number(struct sum64 *sum, uint64_t value)
{
	uint64_t h = (sum->value ^ value) * UINT64_C(0x9e3779b97f4a7c15);

	sum->value = (h ^ h >> 32) * UINT64_C(0xd6e8feb86659fd93);
}

/* Each word waits for the one before in its lane, so lanes go side by side. */
#define LANES 4
#define WORTH_LANES 128		/* bytes */

static void add_lanes(struct sum64 *sum, struct str *rest)
{
	struct sum64 lanes[LANES];
	uint64_t words[LANES];

	for (size_t i = 0; i < LANES; i++)
		lanes[i].value = sum->value + i;
	for (; rest->len >= sizeof(words);
	     *rest = str_from(*rest, sizeof(words))) {
		memcpy(words, rest->s, sizeof(words));
		for (size_t i = 0; i < LANES; i++)
			sum64_add_number(&lanes[i], words[i]);
	}
	for (size_t i = 0; i < LANES; i++)
		sum64_add_number(sum, lanes[i].value);
}

void sum64_add(struct sum64 *sum, struct str value)
{
	uint64_t word;

	sum64_add_number(sum, value.len);
	if (value.len >= WORTH_LANES)
		add_lanes(sum, &value);
	for (; value.len >= sizeof(word); value = str_from(value, sizeof(word))) {
		memcpy(&word, value.s, sizeof(word));
		sum64_add_number(sum, word);
	}
	if (!value.len)
		return;
	word = 0;
	memcpy(&word, value.s, value.len);
	sum64_add_number(sum, word);
}

void sum64_add_string(struct sum64 *sum, const char *value)
{
	sum64_add_number(sum, value != NULL);
	sum64_add(sum, value ? str_of(value) : STR(""));
}

/* Eight digits at once, of which each byte has one: the first is the lowest
 * byte, and of the highest worth. */
static uint64_t read_eight(const char *s)
{
	uint64_t n;

	memcpy(&n, s, sizeof(n));
	n = le64toh(n);
	n = (n & UINT64_C(0x0f0f0f0f0f0f0f0f)) +
	    (n >> 6 & UINT64_C(0x0101010101010101)) * 9;
	n = (n << 4 | n >> 8) & UINT64_C(0x00ff00ff00ff00ff);
	n = (n << 8 | n >> 16) & UINT64_C(0x0000ffff0000ffff);
	return (n << 16 | n >> 32) & UINT32_MAX;
}

uint64_t sum64_read(struct str digits)
{
	uint64_t n = 0;
	size_t i = 0;

	for (; digits.len - i >= 8; i += 8)
		n = n << 32 | read_eight(digits.s + i);
	for (; i < digits.len; i++) {
		unsigned char c = (unsigned char)digits.s[i];

		/* 0x30 and on, 0x61 and on: without a branch. */
		n = n << 4 | ((c & 15u) + (c >> 6) * 9u);
	}
	return n;
}
