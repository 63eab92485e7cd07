/* SPDX-License-Identifier: MIT */
/*
 * S3 (Amazon Simple Storage Service, REST API): PUT replaces an object at
 * once.  libcurl signs (Signature Version 4); what it leaves to us is the
 * digest of the body, and an address that is escaped as it will be signed.
 */
#include "core/net/curl_transfer.h"

#include <ctype.h>
#include <string.h>

#include "core/base/path.h"
#include "core/base/sha256.h"

#define REGION "us-east-1"

/* "app-3f9c2a81.js": what is called after its bytes never changes. */
static bool is_named_by_bytes(struct str path)
{
	struct str stem = path_stem(path);
	size_t n = 0;

	while (n < stem.len &&
	       isxdigit((unsigned char)stem.s[stem.len - n - 1]))
		n++;
	return n >= 8 && n < stem.len &&
	       strchr("-.", stem.s[stem.len - n - 1]) &&
	       !str_ends(path, ".html");
}

static void add_digest(struct errand *e)
{
	AUTO(strbuf) line = STRBUF_INIT;
	struct sha256 sum;

	sha256_init(&sum);
	if (e->task == TASK_PUT)
		sha256_add(&sum, strbuf_slice(&e->body));
	strbuf_addf(&line, "x-amz-content-sha256: %s", sha256_end(&sum).s);
	http_add_header(e, line.buf);
}

static void add_token(struct net_transfer *t, struct errand *e)
{
	struct strbuf line = STRBUF_INIT;

	if (!t->login->token.len)
		return;
	strbuf_addf(&line, "x-amz-security-token: %s", t->login->token.buf);
	http_add_header(e, line.buf);
	strbuf_wipe(&line);
}

static void sign(struct net_transfer *t, struct errand *e)
{
	AUTO(strbuf) how = STRBUF_INIT;

	strbuf_addf(&how, "aws:amz:%s:s3",
		    t->place.region ? t->place.region : REGION);
	curl_easy_setopt(e->curl, CURLOPT_AWS_SIGV4, how.buf);
	curl_easy_setopt(e->curl, CURLOPT_USERNAME, t->login->user.buf);
	curl_easy_setopt(e->curl, CURLOPT_PASSWORD, t->login->password.buf);
	add_digest(e);
	add_token(t, e);
}

static void ask(struct net_transfer *t, struct errand *e)
{
	AUTO(strbuf) url = STRBUF_INIT;

	transfer_add_url(&url, t, e->path, "");
	curl_easy_setopt(e->curl, CURLOPT_URL, url.buf);
	if (e->task == TASK_PUT) {
		http_put(e);
		http_add_header(e, is_named_by_bytes(str_of(e->path)) ?
				"Cache-Control: public, max-age=31536000, "
				"immutable" :
				"Cache-Control: public, max-age=300");
	} else if (e->task == TASK_REMOVE) {
		curl_easy_setopt(e->curl, CURLOPT_CUSTOMREQUEST, "DELETE");
	}
	sign(t, e);
	curl_easy_setopt(e->curl, CURLOPT_HTTPHEADER, e->headers);
}

/* <Code>NoSuchBucket</Code> of an error's document: letters only. */
static struct str code_of(const struct errand *e)
{
	struct str text = strbuf_slice(e->answer);
	struct str code;

	code = str_from(text, str_find_str(text, STR("<Code>")));
	if (!str_starts(code, "<Code>"))
		return STR("");
	code = str_from(code, strlen("<Code>"));
	code = str_upto(code, str_find(code, '<'));
	for (size_t i = 0; i < code.len; i++)
		if (!isalnum((unsigned char)code.s[i]))
			return STR("");
	return str_upto(code, 60);
}

static const struct {
	const char *code, *advice;
	enum error_kind kind;
} known[] = {
	{ "NoSuchBucket", "there is no such bucket; make it, or set "
	  "target.NAME.bucket", ERROR_NETWORK },
	{ "PermanentRedirect", "the bucket is in another region; set "
	  "target.NAME.region", ERROR_NETWORK },
	{ "AuthorizationHeaderMalformed", "the bucket is in another region; "
	  "set target.NAME.region", ERROR_NETWORK },
	{ "InvalidAccessKeyId", "it does not know the access key; see "
	  "AWS_ACCESS_KEY_ID or ~/.aws/credentials", ERROR_AUTH },
	{ "SignatureDoesNotMatch", "the secret of the access key is wrong; see "
	  "AWS_SECRET_ACCESS_KEY or ~/.aws/credentials", ERROR_AUTH },
	{ "ExpiredToken", "the session has expired; get a new one", ERROR_AUTH },
	{ "InvalidToken", "the token of the session is wrong; see "
	  "AWS_SESSION_TOKEN", ERROR_AUTH },
	{ "RequestTimeTooSkewed", "the clock of this machine is wrong; set it",
	  ERROR_AUTH },
	{ "AccessDenied", "the access key has no right to do that; give it "
	  "s3:PutObject, s3:GetObject and s3:DeleteObject", ERROR_AUTH },
};

static enum verdict judge_code(struct net_transfer *t, struct errand *e,
			       long status, struct error *err)
{
	struct str code = code_of(e);

	for (size_t i = 0; i < ARRAY_SIZE(known); i++) {
		if (!str_is(code, known[i].code))
			continue;
		error_set(err, known[i].kind, "'%s' refuses '%s' (%s): %s",
			  t->shown, e->path, known[i].code, known[i].advice);
		return FAILED;
	}
	if (status == 401)
		status = 403;
	return http_judge(t, e, status, err);
}

static enum verdict judge(struct net_transfer *t, struct errand *e,
			  CURLcode code, struct error *err)
{
	long status = http_status(e);

	if (code)
		return transfer_judge_code(t, e, code, err);
	if (status >= 200 && status < 300)
		return DONE;
	/* An object that is not there, not a bucket. */
	if (e->task == TASK_REMOVE && status == 404 &&
	    !str_is(code_of(e), "NoSuchBucket"))
		return DONE;
	return judge_code(t, e, status, err);
}

/* A bucket is part of the name of Amazon's host, unless a dot in it would make
 * the certificate not fit; elsewhere, of the path. */
static void add_host(struct strbuf *out, const struct transfer_place *p)
{
	const char *region = p->region ? p->region : REGION;
	struct str endpoint = str_of(p->url);

	while (str_ends(endpoint, "/"))
		endpoint.len--;
	if (p->url)
		strbuf_addf(out, "%.*s/%s/", (int)endpoint.len, endpoint.s,
			    p->bucket);
	else if (strchr(p->bucket, '.'))
		strbuf_addf(out, "https://s3.%s.amazonaws.com/%s/", region,
			    p->bucket);
	else
		strbuf_addf(out, "https://%s.s3.%s.amazonaws.com/", p->bucket,
			    region);
}

int s3_open(struct net_transfer *t, struct error *err)
{
	AUTO(strbuf) base = STRBUF_INIT;
	struct str host;

	if (t->place.url && strpbrk(t->place.url, "?#@ \t\r\n"))
		return error_set(err, ERROR_USAGE, "'%s' is no address of a "
				 "server", t->place.url);
	add_host(&base, &t->place);
	host = strbuf_slice(&base);
	host = str_from(host, str_find_str(host, STR("://")) + 3);
	host = str_upto(host, str_find(host, '/'));
	t->shown = arena_strndup(&t->mem, host.s, host.len);
	if (t->place.path) {
		transfer_escape(&base, str_of(t->place.path));
		strbuf_addch(&base, '/');
	}
	t->base = arena_strdup(&t->mem, base.buf);
	return 0;
}

const struct protocol protocol_s3 = {
	.schemes = "http,https",
	.ask = ask,
	.judge = judge,
	.makes_folders = true,
};
