/* SPDX-License-Identifier: MIT */
/* What putting files by WebDAV and by S3 have in common. */
#include "core/net/curl_transfer.h"

#include "core/base/media_type.h"

void http_add_header(struct errand *e, const char *line)
{
	struct curl_slist *more = curl_slist_append(e->headers, line);

	if (more)
		e->headers = more;
}

void http_put(struct errand *e)
{
	AUTO(strbuf) line = STRBUF_INIT;

	strbuf_addf(&line, "Content-Type: %s",
		    media_type_of(str_of(e->path)));
	http_add_header(e, line.buf);
	curl_easy_setopt(e->curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(e->curl, CURLOPT_INFILESIZE_LARGE,
			 (curl_off_t)e->body.len);
}

long http_status(const struct errand *e)
{
	long status = 0;

	curl_easy_getinfo(e->curl, CURLINFO_RESPONSE_CODE, &status);
	return status;
}

/* A server could say things to a terminal. */
static bool is_plain(const char *text)
{
	while (text && *text > ' ' && *text <= '~')
		text++;
	return text && !*text;
}

static enum verdict judge_redirect(struct net_transfer *t, struct errand *e,
				   long status, struct error *err)
{
	const char *to = NULL;

	curl_easy_getinfo(e->curl, CURLINFO_REDIRECT_URL, &to);
	if (!is_plain(to))
		to = NULL;
	error_set(err, ERROR_NETWORK, "'%s' says that this place is elsewhere "
		  "(status %ld%s%.200s); set the address of the target to "
		  "where it is", t->shown, status, to ? ", " : "",
		  to ? to : "");
	return FAILED;
}

static bool is_temporary(long status)
{
	return status == 408 || status == 429 || status == 500 ||
	       status == 502 || status == 503 || status == 504;
}

enum verdict http_judge(struct net_transfer *t, struct errand *e, long status,
			struct error *err)
{
	const char *what = e->path[0] ? e->path : t->base;

	if (status >= 300 && status < 400)
		return judge_redirect(t, e, status, err);
	if (status == 404 || status == 410)
		error_set(err, ERROR_NOT_FOUND, "there is no '%s' on '%s' "
			  "(status %ld)", what, t->shown, status);
	else if (status == 403)
		error_set(err, ERROR_AUTH, "'%s' does not allow '%s' to be "
			  "%s (status 403); ask whoever runs it for the right "
			  "to do that", t->shown, what,
			  e->task == TASK_GET ? "read" : "changed");
	else if (status == 409)
		error_set(err, ERROR_NETWORK, "the folder that '%s' belongs "
			  "in is not there on '%s' (status 409); make it, or "
			  "set another address", what, t->shown);
	else if (status == 423)
		error_set(err, ERROR_CONFLICT, "'%s' is locked by somebody "
			  "else on '%s' (status 423); try again later", what,
			  t->shown);
	else if (status == 413 || status == 507)
		error_set(err, ERROR_NETWORK, "'%s' has no room for '%s' "
			  "(status %ld); make room there and publish again",
			  t->shown, what, status);
	else
		error_set(err, ERROR_NETWORK, "'%s' answers with status %ld "
			  "for '%s'", t->shown, status, what);
	return is_temporary(status) ? AGAIN : FAILED;
}
