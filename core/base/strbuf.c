/* SPDX-License-Identifier: MIT */
/* The growing byte string. */
#include "core/base/strbuf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"

/* What malloc would give anyway, or nearly. */
#define LEAST_ROOM 32

/* Shared by all empty buffers; nothing but the NUL is ever written to it. */
char strbuf_empty[1];

void strbuf_grow(struct strbuf *sb, size_t extra)
{
	size_t need = sb->len + extra + 1;

	if (need <= sb->cap && need > extra)
		return;
	/* So large that the sum wraps: no memory is that large either. */
	if (need <= extra)
		need = SIZE_MAX / 2;
	if (need < memory_grown(sb->cap))
		need = memory_grown(sb->cap);
	if (need < LEAST_ROOM)
		need = LEAST_ROOM;
	if (!sb->cap) {
		sb->buf = xmalloc(need);
		sb->buf[0] = '\0';
	} else {
		sb->buf = xresize(sb->buf, sb->len + 1, need);
	}
	sb->cap = need;
}

void strbuf_add(struct strbuf *sb, const void *bytes, size_t len)
{
	if (!len)
		return;
	if (sb->cap - sb->len <= len)
		strbuf_grow(sb, len);
	memcpy(sb->buf + sb->len, bytes, len);
	sb->len += len;
	sb->buf[sb->len] = '\0';
}

void strbuf_addblanks(struct strbuf *sb, size_t count)
{
	strbuf_grow(sb, count);
	memset(sb->buf + sb->len, ' ', count);
	sb->len += count;
	sb->buf[sb->len] = '\0';
}

void strbuf_addstr(struct strbuf *sb, const char *s)
{
	strbuf_add(sb, s, strlen(s));
}

void strbuf_addslice(struct strbuf *sb, struct str s)
{
	strbuf_add(sb, s.s, s.len);
}

void strbuf_addint(struct strbuf *sb, int64_t number)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;

	do
		digits[--at] = (char)('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		digits[--at] = '-';
	strbuf_add(sb, digits + at, sizeof(digits) - at);
}

/* What most formats come to. */
#define FORMAT_ROOM 64

void strbuf_addf(struct strbuf *sb, const char *fmt, ...)
{
	va_list ap, again;
	size_t room;
	int len;

	strbuf_grow(sb, FORMAT_ROOM);
	room = sb->cap - sb->len;
	va_start(ap, fmt);
	va_copy(again, ap);
	len = vsnprintf(sb->buf + sb->len, room, fmt, ap);
	va_end(ap);
	if (len > 0 && (size_t)len >= room) {
		strbuf_grow(sb, (size_t)len);
		vsnprintf(sb->buf + sb->len, (size_t)len + 1, fmt, again);
	}
	if (len > 0)
		sb->len += (size_t)len;
	sb->buf[sb->len] = '\0';
	va_end(again);
}

void strbuf_truncate(struct strbuf *sb, size_t len)
{
	if (len >= sb->len)
		return;
	sb->len = len;
	sb->buf[len] = '\0';
}

struct str strbuf_slice(const struct strbuf *sb)
{
	return (struct str){ sb->buf, sb->len };
}

char *strbuf_detach(struct strbuf *sb)
{
	char *s;

	strbuf_grow(sb, 0);
	s = sb->buf;
	*sb = (struct strbuf)STRBUF_INIT;
	return s;
}

void strbuf_reset(struct strbuf *sb)
{
	strbuf_truncate(sb, 0);
}

void strbuf_release(struct strbuf *sb)
{
	if (sb->cap)
		free(sb->buf);
	*sb = (struct strbuf)STRBUF_INIT;
}

void strbuf_wipe(struct strbuf *sb)
{
	if (sb->cap)
		explicit_bzero(sb->buf, sb->cap);
	strbuf_release(sb);
}
