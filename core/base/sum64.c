/* SPDX-License-Identifier: MIT */
/* Sums of 64 bits, a word at a time. */
#include "core/base/sum64.h"

#include <string.h>

void sum64_add_number(struct sum64 *sum, uint64_t value)
{
	uint64_t h = (sum->value ^ value) * UINT64_C(0x9e3779b97f4a7c15);

	sum->value = (h ^ h >> 32) * UINT64_C(0xd6e8feb86659fd93);
}

void sum64_add(struct sum64 *sum, struct str value)
{
	uint64_t word;

	sum64_add_number(sum, value.len);
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

uint64_t sum64_read(struct str digits)
{
	uint64_t n = 0;

	for (size_t i = 0; i < digits.len; i++) {
		unsigned char c = (unsigned char)digits.s[i];

		/* 0x30 and on, 0x61 and on: without a branch. */
		n = n << 4 | ((c & 15u) + (c >> 6) * 9u);
	}
	return n;
}
