/* SPDX-License-Identifier: MIT */
/* Which addresses are public. */
#include "core/net/curl_private.h"

#include <netinet/in.h>
#include <stdint.h>

struct range {
	uint32_t first;
	unsigned bits;
};

#define IP(a, b, c, d) \
	((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (d))

static const struct range not_public[] = {
	{ IP(0, 0, 0, 0), 8 },		/* this network */
	{ IP(10, 0, 0, 0), 8 },		/* private */
	{ IP(100, 64, 0, 0), 10 },	/* carrier-grade NAT */
	{ IP(127, 0, 0, 0), 8 },	/* loopback */
	{ IP(169, 254, 0, 0), 16 },	/* link-local; clouds' metadata */
	{ IP(172, 16, 0, 0), 12 },	/* private */
	{ IP(192, 0, 0, 0), 24 },	/* protocol assignments */
	{ IP(192, 0, 2, 0), 24 },	/* documentation */
	{ IP(192, 168, 0, 0), 16 },	/* private */
	{ IP(198, 18, 0, 0), 15 },	/* benchmarks */
	{ IP(198, 51, 100, 0), 24 },	/* documentation */
	{ IP(203, 0, 113, 0), 24 },	/* documentation */
	{ IP(224, 0, 0, 0), 3 },	/* multicast, reserved, broadcast */
};

static bool is_public_v4(uint32_t address)
{
	for (size_t i = 0; i < ARRAY_SIZE(not_public); i++) {
		uint32_t mask = ~(uint32_t)0 << (32 - not_public[i].bits);

		if ((address & mask) == not_public[i].first)
			return false;
	}
	return true;
}

static uint32_t v4_at(const uint8_t *b)
{
	return IP(b[0], b[1], b[2], b[3]);
}

static bool all_zero(const uint8_t *b, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (b[i])
			return false;
	return true;
}

static bool is_public_v6(const uint8_t *b)
{
	if (all_zero(b, 10) && b[10] == 0xff && b[11] == 0xff)
		return is_public_v4(v4_at(b + 12));	/* ::ffff:0:0/96 */
	if (b[0] == 0 && b[1] == 0x64 && b[2] == 0xff && b[3] == 0x9b)
		return is_public_v4(v4_at(b + 12));	/* 64:ff9b::/96 */
	if (b[0] == 0x20 && b[1] == 0x02)
		return is_public_v4(v4_at(b + 2));	/* 2002::/16 */
	/* Only 2000::/3 is given out; Teredo and documentation are in it. */
	if ((b[0] & 0xe0) != 0x20)
		return false;
	if (b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0d && b[3] == 0xb8)
		return false;
	return !(b[0] == 0x20 && b[1] == 0x01 && b[2] < 2);
}

bool address_is_public(const struct sockaddr *address)
{
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;

	switch (address->sa_family) {
	case AF_INET:
		memcpy(&v4, address, sizeof(v4));
		return is_public_v4(ntohl(v4.sin_addr.s_addr));
	case AF_INET6:
		memcpy(&v6, address, sizeof(v6));
		return is_public_v6(v6.sin6_addr.s6_addr);
	default:
		return false;
	}
}
