/* SPDX-License-Identifier: MIT */
/* GET by libcurl, within limits. */
#include "core/net/curl_private.h"

#include "core/base/address.h"
#include "core/net/curl_transfer.h"
#include "core/net/module.h"

struct transfer {
	struct strbuf *body;
	size_t start;
	const struct fetch_limits *limits;
	struct curl_guard guard;
	struct fetch_version *version;	/* or NULL */
	struct curl_slist *headers;	/* that ask for another one */
	bool too_large;
	char text[CURL_ERROR_SIZE];
};

static void transfer_release(struct transfer *t)
{
	curl_slist_free_all(t->headers);
}

static size_t take(char *bytes, size_t size, size_t count, void *arg)
{
	struct transfer *t = arg;

	/* The length a server announces need not be the one it sends. */
	if (t->body->len - t->start + size * count > t->limits->bytes) {
		t->too_large = true;
		return 0;
	}
	strbuf_add(t->body, bytes, size * count);
	return size * count;
}

/* --- versions --- */

#define VERSION_MAX 200		/* bytes of what a server says of one */

static void ask_for_other(struct transfer *t, const char *condition,
			  const struct strbuf *known)
{
	AUTO(strbuf) line = STRBUF_INIT;
	struct curl_slist *more;

	if (!known->len)
		return;
	strbuf_addf(&line, "%s: %s", condition, known->buf);
	more = curl_slist_append(t->headers, line.buf);
	if (more)
		t->headers = more;
}

/* It is sent back one day: no line ends, and nothing endless. */
static bool is_plain(struct str said)
{
	for (size_t i = 0; i < said.len; i++)
		if (said.s[i] < ' ' || said.s[i] > '~')
			return false;
	return said.len <= VERSION_MAX;
}

static void note_version(CURL *curl, const char *header, bool is_same,
			 struct strbuf *out)
{
	struct curl_header *h;

	if (!curl_easy_header(curl, header, 0, CURLH_HEADER, -1, &h) &&
	    is_plain(str_of(h->value))) {
		strbuf_reset(out);
		strbuf_addstr(out, h->value);
	} else if (!is_same) {
		strbuf_reset(out);
	}
}

/* Who says that it is the same need not say which that is. */
static void note_versions(CURL *curl, struct fetch_version *v, long status)
{
	if (!v)
		return;
	v->is_same = status == 304;
	note_version(curl, "ETag", v->is_same, &v->tag);
	note_version(curl, "Last-Modified", v->is_same, &v->time);
}

/* --- a request and its answer --- */

static void configure(CURL *curl, const char *url, struct transfer *t)
{
	const struct fetch_limits *l = t->limits;

	curl_configure(curl, &t->guard, l->seconds);
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
	curl_easy_setopt(curl, CURLOPT_MAXREDIRS, (long)l->redirects);
	curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
	curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 30L);
	curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, t);
	curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, t->text);
	if (t->version) {
		ask_for_other(t, "If-None-Match", &t->version->tag);
		ask_for_other(t, "If-Modified-Since", &t->version->time);
		curl_easy_setopt(curl, CURLOPT_HTTPHEADER, t->headers);
	}
}

static int fail_transfer(CURLcode code, const struct transfer *t,
			 const char *shown, struct error *err)
{
	if (t->too_large)
		return error_set(err, ERROR_NETWORK,
				 "'%s' gives more than the limit of %zu bytes",
				 shown, t->limits->bytes);
	if (t->guard.refused)
		return error_set(err, ERROR_NETWORK,
				 "'%s' leads to an address that is not public; "
				 "if that is meant, say --allow-private",
				 shown);
	if (code == CURLE_OPERATION_TIMEDOUT)
		return error_set(err, ERROR_NETWORK,
				 "'%s' did not answer in time", shown);
	if (code == CURLE_TOO_MANY_REDIRECTS)
		return error_set(err, ERROR_NETWORK,
				 "'%s' leads on and on; %u redirects were "
				 "followed",
				 shown, t->limits->redirects);
	if (code == CURLE_UNSUPPORTED_PROTOCOL)
		return error_set(err, ERROR_NETWORK,
				 "'%s' leads to an address that is neither "
				 "http nor https",
				 shown);
	return error_set(err, ERROR_NETWORK, "cannot fetch '%s': %s", shown,
			 t->text[0] ? t->text : curl_easy_strerror(code));
}

static int check_status(CURL *curl, const struct transfer *t,
			const char *shown, struct error *err)
{
	long status = 0;

	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	if ((status >= 200 && status < 300) || (status == 304 && t->headers)) {
		note_versions(curl, t->version, status);
		return 0;
	}
	if (status == 401 || status == 403)
		return error_set(err, ERROR_AUTH,
				 "'%s' is not open to everybody (status %ld)",
				 shown, status);
	if (status == 404 || status == 410)
		return error_set(err, ERROR_NOT_FOUND,
				 "there is nothing at '%s' (status %ld)", shown,
				 status);
	return error_set(err, ERROR_NETWORK, "'%s' answers with status %ld",
			 shown, status);
}

static void add_type(CURL *curl, struct strbuf *type)
{
	const char *said = NULL;
	struct str s;

	if (!type || curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &said) ||
	    !said)
		return;
	s = str_of(said);
	strbuf_addslice(type, str_trim(str_upto(s, str_find(s, ';'))));
}

static int perform(CURL *curl, const char *url, struct transfer *t,
		   struct strbuf *type, struct error *err)
{
	AUTO(strbuf) shown = STRBUF_INIT;
	CURLcode code;

	address_add_shown(&shown, url);
	configure(curl, url, t);
	code = curl_easy_perform(curl);
	if (code)
		return fail_transfer(code, t, shown.buf, err);
	if (check_status(curl, t, shown.buf, err))
		return -1;
	add_type(curl, type);
	return 0;
}

int curl_get(struct strbuf *out, struct strbuf *type,
	     struct fetch_version *version, const char *url,
	     const struct fetch_limits *limits, struct error *err)
{
	AUTO(transfer) t = {
		.body = out, .start = out->len, .limits = limits,
		.version = version,
		.guard = { .allow_private = limits->allow_private },
	};
	CURL *curl;
	int rc = -1;

	if (curl_global_init(CURL_GLOBAL_DEFAULT))
		return error_set(err, ERROR_NETWORK, "cannot start libcurl");
	curl = curl_easy_init();
	if (curl)
		rc = perform(curl, url, &t, type, err);
	else
		error_set(err, ERROR_NETWORK, "cannot start libcurl");
	curl_easy_cleanup(curl);
	curl_global_cleanup();
	if (rc)
		strbuf_truncate(out, t.start);
	return rc;
}

__attribute__((visibility("default")))
extern const struct net_module hecto_net_module;

const struct net_module hecto_net_module = {
	.abi = NET_MODULE_ABI,
	.get = curl_get,
	.probe = curl_probe,
	.transfer_open = curl_transfer_open,
	.transfer_close = curl_transfer_close,
	.transfer_get = curl_transfer_get,
	.transfer_run = curl_transfer_run,
};
