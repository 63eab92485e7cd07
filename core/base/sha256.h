/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_SHA256_H
#define CORE_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"

/* SHA-256 (FIPS 180-4): tells whether a text is the one it was. */
struct sha256 {
	uint32_t state[8];
	uint64_t length;	/* bytes so far */
	unsigned char block[64];
};

struct sha256_hex {
	char s[65];
};

void sha256_init(struct sha256 *sum);
void sha256_add(struct sha256 *sum, struct str bytes);
struct sha256_hex sha256_end(struct sha256 *sum);

/* "SHA256:" and the sum in Base64 without padding, as ssh-keygen -l shows the
 * key of a host; `hex` is what sha256_end() gave, or the same of others. */
void sha256_add_fingerprint(struct strbuf *out, const struct sha256_hex *hex);

#endif
