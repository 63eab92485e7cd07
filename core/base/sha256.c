/* SPDX-License-Identifier: MIT */
/* SHA-256, as section 6.2 of FIPS 180-4 describes it. */
#include "core/base/sha256.h"

#include <string.h>

static const uint32_t constants[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
	0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
	0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
	0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
	0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
	0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
	0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
	0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotate(uint32_t x, int n)
{
	return x >> n | x << (32 - n);
}

static void expand(uint32_t w[64], const unsigned char block[64])
{
	for (int i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i] << 24 |
		       (uint32_t)block[4 * i + 1] << 16 |
		       (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
	for (int i = 16; i < 64; i++) {
		uint32_t a = w[i - 15], b = w[i - 2];

		w[i] = w[i - 16] + w[i - 7] +
		       (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) +
		       (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
	}
}

static void add_to(uint32_t state[8], const uint32_t values[8])
{
	for (int i = 0; i < 8; i++)
		state[i] += values[i];
}

/* The eight values by the names that the standard has for them. */
static void digest_block(uint32_t state[8], const unsigned char block[64])
{
	uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
	uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
	uint32_t w[64];

	expand(w, block);
	for (int i = 0; i < 64; i++) {
		uint32_t t1 = h + constants[i] + w[i] +
			      (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
			      ((e & f) ^ (~e & g));
		uint32_t t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
			      ((a & b) ^ (a & c) ^ (b & c));

		h = g;
		g = f;
		f = e;
		e = d + t1;
		d = c;
		c = b;
		b = a;
		a = t1 + t2;
	}
	add_to(state, (const uint32_t[8]){ a, b, c, d, e, f, g, h });
}

void sha256_init(struct sha256 *sum)
{
	*sum = (struct sha256){
		.state = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
			   0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 },
	};
}

void sha256_add(struct sha256 *sum, struct str bytes)
{
	while (bytes.len) {
		size_t used = sum->length % 64, n = 64 - used;

		if (n > bytes.len)
			n = bytes.len;
		memcpy(sum->block + used, bytes.s, n);
		sum->length += n;
		bytes = str_from(bytes, n);
		if (sum->length % 64 == 0)
			digest_block(sum->state, sum->block);
	}
}

/* A one bit, zeros, and the length in bits: up to a whole block. */
static void add_padding(struct sha256 *sum)
{
	uint64_t bits = sum->length * 8;
	unsigned char pad[72] = { 0x80 };
	size_t zeros = 64 - (sum->length + 9) % 64;
	size_t at = 1 + zeros % 64;

	for (int i = 0; i < 8; i++)
		pad[at + (size_t)i] = (unsigned char)(bits >> (56 - 8 * i));
	sha256_add(sum, (struct str){ (const char *)pad, at + 8 });
}

struct sha256_hex sha256_end(struct sha256 *sum)
{
	static const char digits[] = "0123456789abcdef";
	struct sha256_hex hex = { "" };

	add_padding(sum);
	for (size_t i = 0; i < 64; i++)
		hex.s[i] = digits[sum->state[i / 8] >> (28 - 4 * (i % 8)) & 15];
	return hex;
}

void sha256_add_fingerprint(struct strbuf *out, const struct sha256_hex *hex)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned bits = 0, have = 0;

	strbuf_addstr(out, "SHA256:");
	for (const char *c = hex->s; *c; c++) {
		bits = bits << 4 | (unsigned)(*c <= '9' ? *c - '0' :
							  *c - 'a' + 10);
		for (have += 4; have >= 6; have -= 6)
			strbuf_addch(out, digits[bits >> (have - 6) & 63]);
	}
	if (have)
		strbuf_addch(out, digits[bits << (6 - have) & 63]);
}
