/* SPDX-License-Identifier: MIT */
/* Laying bytes aside. */
#include "core/base/scratch.h"

#include <errno.h>
#include <sys/types.h>
#include <unistd.h>

void scratch_open(struct scratch *s)
{
	s->file = tmpfile();
}

void scratch_release(struct scratch *s)
{
	if (s->file)
		fclose(s->file);
	*s = (struct scratch)SCRATCH_INIT;
}

/* Behind what could not be written, nothing would be where it belongs. */
void scratch_add(struct scratch *s, struct str bytes)
{
	if (s->file && !ferror(s->file))
		fwrite(bytes.s, 1, bytes.len, s->file);
}

void scratch_flush(struct scratch *s)
{
	if (s->file)
		fflush(s->file);
}

bool scratch_map(const struct scratch *s, size_t len, struct file_map *out)
{
	struct error ignored = ERROR_INIT;

	*out = (struct file_map)FILE_MAP_INIT;
	if (!s->file || fflush(s->file) || ferror(s->file) ||
	    file_map_fd(out, fileno(s->file), len, &ignored))
		return false;
	if (out->len == len)
		return true;
	file_map_release(out);
	return false;
}

bool scratch_read(const struct scratch *s, size_t at, size_t len,
		  struct strbuf *out)
{
	size_t start = out->len;

	if (!s->file)
		return false;
	strbuf_grow(out, len);
	while (out->len - start < len) {
		size_t done = out->len - start;
		ssize_t n = pread(fileno(s->file), out->buf + out->len,
				  len - done, (off_t)(at + done));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			out->buf[out->len] = '\0';
			strbuf_truncate(out, start);
			return false;
		}
		out->len += (size_t)n;
	}
	out->buf[out->len] = '\0';
	return true;
}
