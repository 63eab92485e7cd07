/* SPDX-License-Identifier: MIT */
/*
 * Images of the web, fetched and kept: NAME is an image, NAME.asked says when
 * it is asked about again and which version it is, NAME.dead why there is none.
 */
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

/* --- which version is kept, and until when it is believed --- */

#define VERSION_BYTES 1000

/* Days until a server is asked whether an image is another one by now; some more
 * for most, so that those that came together are not asked about together. */
#define DAYS_BELIEVED 30
#define DAYS_SPREAD 10

static int day_to_ask(const struct publish_host *h, const char *name)
{
	unsigned spread = (unsigned char)name[0] % DAYS_SPREAD;

	return h->today + DAYS_BELIEVED + (int)spread;
}

static void add_asked_name(struct strbuf *out, const char *name)
{
	strbuf_addf(out, "%s.asked", name);
}

static void keep_version(const struct publish_host *h, const char *name,
			 int next, const struct fetch_version *v)
{
	AUTO(strbuf) file = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	add_asked_name(&file, name);
	strbuf_addf(&text, "%s\n%s\n%s\n", day_format(next).s, v->tag.buf,
		    v->time.buf);
	publish_keep(h, IMAGES, file.buf, strbuf_slice(&text));
}

/* True: the server is to be asked about it.  One of a clock that went wrong is
 * not believed for years. */
static bool is_due(const struct publish_host *h, const char *name,
		   struct fetch_version *v)
{
	AUTO(strbuf) file = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct str rest;
	int next;

	add_asked_name(&file, name);
	if (!read_kept(h, file.buf, VERSION_BYTES, &text))
		return true;
	rest = strbuf_slice(&text);
	next = day_parse_iso(str_next_line(&rest));
	strbuf_addslice(&v->tag, str_next_line(&rest));
	strbuf_addslice(&v->time, str_next_line(&rest));
	return next == DAY_NONE || next <= h->today ||
	       next > h->today + DAYS_BELIEVED + DAYS_SPREAD;
}

/* --- asking --- */

static int fetch(struct publish_host *h, const char *url, size_t limit,
		 struct fetch_version *v, struct strbuf *out,
		 struct error *err)
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
	if (fetch_get_version(out, v, url, &limits, err)) {
		/* Who says that there is none was there to be asked. */
		h->failures = is_lasting(err) ? 0 : h->failures + 1;
		return -1;
	}
	h->failures = 0;
	if (v->is_same ||
	    image_header_read(&header, str_from(strbuf_slice(out), before)))
		return 0;
	strbuf_truncate(out, before);
	return error_set(err, ERROR_INPUT, "it is no PNG, JPEG, GIF, WebP or AVIF");
}

/*
 * Where there is another image by now, that is the one.  Where there is none
 * any more, or the server is not to be had, what is kept is as good as it was:
 * to have it was what it was copied for.
 */
static void renew(struct publish_host *h, const char *url, const char *name,
		  size_t limit, struct strbuf *out, size_t start)
{
	AUTO(fetch_version) v = FETCH_VERSION_INIT;
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct error failure = ERROR_INIT;

	if (!is_due(h, name, &v) || h->failures >= FAILURES_MAX)
		return;
	if (fetch(h, url, limit, &v, &bytes, &failure)) {
		keep_version(h, name, is_lasting(&failure) ?
				     day_to_ask(h, name) : h->today + 1, &v);
		return;
	}
	if (!v.is_same) {
		strbuf_truncate(out, start);
		strbuf_addslice(out, strbuf_slice(&bytes));
		publish_keep(h, IMAGES, name, strbuf_slice(&bytes));
	}
	keep_version(h, name, day_to_ask(h, name), &v);
}

int publish_fetch(void *host, const char *url, size_t limit,
		  struct strbuf *out, struct error *err)
{
	struct publish_host *h = host;
	struct sha256_hex name = name_of(url);
	AUTO(fetch_version) v = FETCH_VERSION_INIT;
	size_t start = out->len;

	if (find_kept(h, name.s, limit, out)) {
		if (!h->only_kept)
			renew(h, url, name.s, limit, out, start);
		return 0;
	}
	if (h->only_kept)
		return error_set(err, ERROR_NOTHING,
				 "images are not fetched for a preview");
	if (failed_today(h, name.s, err))
		return -1;
	if (fetch(h, url, limit, &v, out, err)) {
		keep_failure(h, name.s, err);
		return -1;
	}
	publish_keep(h, IMAGES, name.s, str_from(strbuf_slice(out), start));
	keep_version(h, name.s, day_to_ask(h, name.s), &v);
	return 0;
}
