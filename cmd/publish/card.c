/* SPDX-License-Identifier: MIT */
/* The picture of a site, painted only when something on it has changed. */
#include "cmd/publish/host.h"

#include <inttypes.h>

#include "cmd/report.h"
#include "core/base/file_state.h"
#include "core/base/path.h"
#include "core/base/sha256.h"
#include "core/picture/card.h"

#define KEPT_MAX ((size_t)8 << 20)
#define HEX 64

static void add_text(struct sha256 *sum, const char *text)
{
	sha256_add(sum, str_of(text ? text : ""));
	sha256_add(sum, (struct str){ "", 1 });
}

/* All that is on it, and the program, which may paint it in another way. */
static struct sha256_hex key_of(const struct card *card)
{
	AUTO(strbuf) program = STRBUF_INIT;
	struct sha256 sum;
	struct stat st;

	sha256_init(&sum);
	add_text(&sum, card->title);
	add_text(&sum, card->author);
	for (size_t i = 0; i < CARD_FACTS; i++) {
		add_text(&sum, card->facts[i].number);
		add_text(&sum, card->facts[i].label);
	}
	sha256_add(&sum, (struct str){ (const char *)card->squares,
				       sizeof(card->squares) });
	if (!stat("/proc/self/exe", &st))
		strbuf_addf(&program, "%016" PRIx64, file_state(&st));
	add_text(&sum, program.buf);
	return sha256_end(&sum);
}

static struct sha256_hex sum_of(struct str bytes)
{
	struct sha256 sum;

	sha256_init(&sum);
	sha256_add(&sum, bytes);
	return sha256_end(&sum);
}

/* A kept card is its key, the sum of its bytes, and those. */
static bool find_kept(const struct publish_host *h, const char *key,
		      struct strbuf *out)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) kept = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct str bytes;

	if (!h->cache.len)
		return false;
	strbuf_addslice(&path, strbuf_slice(&h->cache));
	path_join(&path, "images/card");
	if (file_read(&kept, path.buf, KEPT_MAX, &err) ||
	    !str_starts(strbuf_slice(&kept), key))
		return false;
	bytes = str_from(strbuf_slice(&kept), 2 * HEX);
	if (!str_eq(str_upto(str_from(strbuf_slice(&kept), HEX), HEX),
		    str_of(sum_of(bytes).s)))
		return false;
	strbuf_addslice(out, bytes);
	return true;
}

int publish_paint(void *host, const struct card *card, struct strbuf *out,
		  struct error *err)
{
	const struct publish_host *h = host;
	struct sha256_hex key = key_of(card);
	AUTO(strbuf) kept = STRBUF_INIT;

	if (find_kept(h, key.s, out))
		return 0;
	if (picture_card(out, card, err)) {
		report_note("the site has no picture for other sites to show: "
			    "%s", err->text);
		return -1;
	}
	strbuf_addf(&kept, "%s%s", key.s, sum_of(strbuf_slice(out)).s);
	strbuf_addslice(&kept, strbuf_slice(out));
	publish_keep(h, "images", "card", strbuf_slice(&kept));
	return 0;
}
