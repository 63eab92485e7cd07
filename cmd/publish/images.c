/* SPDX-License-Identifier: MIT */
/* Images of the web, fetched once and kept. */
#include "cmd/publish/host.h"

#include "core/base/date.h"
#include "core/base/image_header.h"
#include "core/base/path.h"
#include "core/base/sha256.h"
#include "core/net/fetch.h"

#define SECONDS 15		/* for one image */
#define FAILURES_MAX 8		/* in a row, then the rest is not asked for */

static struct sha256_hex name_of(const char *url)
{
	struct sha256 sum;

	sha256_init(&sum);
	sha256_add(&sum, str_of(url));
	return sha256_end(&sum);
}

#define IMAGES "images"

/* Append what is kept of an image, whole; false: nothing is, or not so. */
static bool read_kept(const struct publish_host *h, const char *file,
		      size_t limit, struct strbuf *out)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct error unread = ERROR_INIT;

	if (!h->cache.len)
		return false;
	strbuf_addslice(&path, strbuf_slice(&h->cache));
	path_join(&path, IMAGES);
	path_join(&path, file);
	return !file_read(out, path.buf, limit, &unread);
}

static bool find_kept(const struct publish_host *h, const char *name,
		      size_t limit, struct strbuf *out)
{
	struct image_header header;
	size_t before = out->len;

	if (read_kept(h, name, limit, out) &&
	    image_header_read(&header, str_from(strbuf_slice(out), before)))
		return true;
	strbuf_truncate(out, before);
	return false;
}

/* --- what cannot be had --- */

#define COMPLAINT_MAX 1000

/* What a server has said, or what it gave: that is so for a while.  What the
 * network makes of it may be another thing in a minute. */
static bool is_lasting(const struct error *err)
{
	return err->kind == ERROR_NOT_FOUND || err->kind == ERROR_AUTH ||
	       err->kind == ERROR_INPUT;
}

static void add_dead_name(struct strbuf *out, const char *name)
{
	strbuf_addf(out, "%s.dead", name);
}

static void keep_failure(const struct publish_host *h, const char *name,
			 const struct error *err)
{
	AUTO(strbuf) file = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	if (!is_lasting(err))
		return;
	add_dead_name(&file, name);
	strbuf_addf(&text, "%s\n%s\n", day_format(h->today).s, err->text);
	publish_keep(h, IMAGES, file.buf, strbuf_slice(&text));
}

/* True: it could not be had today, and `err` says why. */
static bool failed_today(const struct publish_host *h, const char *name,
			 struct error *err)
{
	AUTO(strbuf) file = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct str rest, day;

	add_dead_name(&file, name);
	if (!read_kept(h, file.buf, COMPLAINT_MAX, &text))
		return false;
	rest = strbuf_slice(&text);
	day = str_next_line(&rest);
	if (!str_is(day, day_format(h->today).s))
		return false;
	rest = str_next_line(&rest);
	error_set(err, ERROR_INPUT, "%.*s; it is asked for again tomorrow",
		  (int)rest.len, rest.s);
	return true;
}

static int fetch(struct publish_host *h, const char *url, size_t limit,
		 struct strbuf *out, struct error *err)
{
	const struct fetch_limits limits = {
		.bytes = limit,
		.seconds = SECONDS,
		.redirects = 5,
		.allow_private = h->allow_private,
	};
	struct image_header header;
	size_t before = out->len;

	if (h->failures >= FAILURES_MAX)
		return error_set(err, ERROR_NETWORK,
				 "too many images before it could not be had");
	if (fetch_get(out, NULL, url, &limits, err)) {
		h->failures++;
		return -1;
	}
	h->failures = 0;
	if (image_header_read(&header, str_from(strbuf_slice(out), before)))
		return 0;
	strbuf_truncate(out, before);
	return error_set(err, ERROR_INPUT, "it is no PNG, JPEG, GIF, WebP or AVIF");
}

int publish_fetch(void *host, const char *url, size_t limit,
		  struct strbuf *out, struct error *err)
{
	struct publish_host *h = host;
	struct sha256_hex name = name_of(url);

	if (find_kept(h, name.s, limit, out))
		return 0;
	if (h->only_kept)
		return error_set(err, ERROR_NOTHING,
				 "images are not fetched for a preview");
	if (failed_today(h, name.s, err))
		return -1;
	if (fetch(h, url, limit, out, err)) {
		keep_failure(h, name.s, err);
		return -1;
	}
	publish_keep(h, IMAGES, name.s, strbuf_slice(out));
	return 0;
}
