/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_STRBUF_H
#define CORE_BASE_STRBUF_H

#include <stddef.h>
#include <stdint.h>

#include "core/base/attributes.h"
#include "core/base/str.h"

/* A growing byte string: always NUL-terminated, never NULL, owned. */
struct strbuf {
	char *buf;
	size_t len, cap;
};

extern char strbuf_empty[];
#define STRBUF_INIT { strbuf_empty, 0, 0 }

void strbuf_add(struct strbuf *sb, const void *bytes, size_t len);
void strbuf_addblanks(struct strbuf *sb, size_t count);
void strbuf_addstr(struct strbuf *sb, const char *s);
void strbuf_addslice(struct strbuf *sb, struct str s);
void strbuf_addf(struct strbuf *sb, const char *fmt, ...) PRINTF_LIKE(2, 3);
void strbuf_addint(struct strbuf *sb, int64_t number);	/* in decimal */

/* Make room for `extra` more bytes; they may then be written at buf + len. */
void strbuf_grow(struct strbuf *sb, size_t extra);

static inline void strbuf_addch(struct strbuf *sb, char c)
{
	if (sb->cap < sb->len + 2)
		strbuf_grow(sb, 1);
	sb->buf[sb->len++] = c;
	sb->buf[sb->len] = '\0';
}

void strbuf_truncate(struct strbuf *sb, size_t len);
struct str strbuf_slice(const struct strbuf *sb);	/* borrowed */
char *strbuf_detach(struct strbuf *sb);		/* caller frees */
void strbuf_reset(struct strbuf *sb);		/* empty, memory kept */
void strbuf_release(struct strbuf *sb);		/* usable again afterwards */
/* The same for secrets, whose bytes are not left in memory. */
void strbuf_wipe(struct strbuf *sb);

#endif
