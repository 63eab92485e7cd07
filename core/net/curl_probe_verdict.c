/* SPDX-License-Identifier: MIT */
/* What an answer, or that there is none, says about an address. */
#include "core/net/curl_probe.h"

#include <errno.h>
#include <string.h>

#include "core/base/clock.h"

#define REFUSALS_MAX 5	/* of one server, before it is left alone */
#define FAILURES_MAX 3	/* of one server that does take connections */
#define PAUSE_MS 1000	/* before something is tried once more */

static enum verdict conclude(struct job *j, enum probe_state state,
			     const char *why)
{
	j->probe->state = state;
	j->probe->why = why;
	return VERDICT_DONE;
}

/* The other addresses of the server share the fate of this one. */
static enum verdict leave(struct job *j, enum probe_state state,
			  const char *why)
{
	j->server->left = true;
	j->server->state = state;
	j->server->why = why;
	return conclude(j, state, why);
}

static void pause_server(struct server *s, int64_t ms)
{
	int64_t until = clock_monotonic() + ms;

	if (until > s->not_before)
		s->not_before = until;
}

/* --- no answer ----------------------------------------------------------- */

static enum verdict once_more(struct job *j)
{
	j->retries++;
	pause_server(j->server, PAUSE_MS);
	return VERDICT_AGAIN;
}

/* "Resolving timed out after 15000 milliseconds" is of use to nobody. */
static const char *why_unreachable(struct prober *p, const struct job *j,
				   CURLcode code)
{
	switch ((int)code) {
	case CURLE_COULDNT_RESOLVE_HOST:
		return "there is no such host";
	case CURLE_COULDNT_RESOLVE_PROXY:
		return "there is no such proxy";
	case CURLE_COULDNT_CONNECT:
		return "nobody answers there";
	case CURLE_OPERATION_TIMEDOUT:
		return "it did not answer in time";
	case CURLE_PEER_FAILED_VERIFICATION:
		return "its certificate is not valid";
	case CURLE_SSL_CONNECT_ERROR:
		return "no secure connection can be made";
	default:
		break;
	}
	return arena_strdup(p->mem, j->text[0] ? j->text
					       : curl_easy_strerror(code));
}

/* Nothing that was asked of this server would fare better. */
static bool is_of_server(const struct job *j, CURLcode code)
{
	curl_off_t connected = 0;

	switch ((int)code) {
	case CURLE_COULDNT_RESOLVE_HOST:
	case CURLE_COULDNT_RESOLVE_PROXY:
	case CURLE_COULDNT_CONNECT:
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CONNECT_ERROR:
		return true;
	case CURLE_OPERATION_TIMEDOUT:
		curl_easy_getinfo(j->curl, CURLINFO_CONNECT_TIME_T, &connected);
		return !connected;
	default:
		return false;
	}
}

/*
 * Whoever took a connection, or refused one, is there.  With a proxy it may be
 * the proxy that refused.
 */
static bool is_reached(const struct prober *p, const struct job *j,
		       CURLcode code)
{
	curl_off_t connected = 0;
	long why = 0;

	curl_easy_getinfo(j->curl, CURLINFO_CONNECT_TIME_T, &connected);
	curl_easy_getinfo(j->curl, CURLINFO_OS_ERRNO, &why);
	return connected || (code == CURLE_COULDNT_CONNECT && !p->rules->has_proxy &&
			     why == ECONNREFUSED);
}

/* A certificate does not get better by asking again, and who let us wait in
 * vain once is not waited for twice. */
static bool is_worth_it(const struct job *j, CURLcode code)
{
	return code != CURLE_PEER_FAILED_VERIFICATION &&
	       (code != CURLE_OPERATION_TIMEDOUT || !is_of_server(j, code));
}

static enum verdict judge_failure(struct prober *p, struct job *j,
				  CURLcode code)
{
	const char *why;

	/* It was counted when it began, and was never sent. */
	if (j->guard.refused) {
		j->probe->requests--;
		return leave(j, PROBE_NOT_ASKED, "its address is not public; "
			     "if that is meant, say --allow-private");
	}
	if (code == CURLE_URL_MALFORMAT)
		return conclude(j, PROBE_NOT_ASKED, "it is no address");
	if (code == CURLE_UNSUPPORTED_PROTOCOL)
		return conclude(j, PROBE_DEAD, "it leads to what is neither "
				"http nor https");
	if (!j->retries && is_worth_it(j, code))
		return once_more(j);
	why = why_unreachable(p, j, code);
	if (code == CURLE_COULDNT_RESOLVE_PROXY)
		return leave(j, PROBE_NOT_ASKED, why);
	j->server->unreached = !is_reached(p, j, code);
	p->reached |= !j->server->unreached;
	if (is_of_server(j, code))
		return leave(j, PROBE_DEAD, why);
	/* At twenty seconds each, its other addresses would take for ever. */
	if (++j->server->failures >= FAILURES_MAX)
		leave(j, PROBE_NOT_ASKED, "its server did not answer for "
		      "others");
	return conclude(j, PROBE_DEAD, why);
}

/* --- an answer ----------------------------------------------------------- */

static const struct {
	unsigned status;
	enum probe_state state;
	const char *why;
} statuses[] = {
	{ 401, PROBE_UNCLEAR, "it wants a password" },
	{ 402, PROBE_UNCLEAR, "it wants to be paid" },
	{ 403, PROBE_UNCLEAR, "it is not open to programs" },
	{ 404, PROBE_DEAD, "there is no such page" },
	{ 407, PROBE_UNCLEAR, "the proxy wants a password" },
	{ 410, PROBE_DEAD, "the page is gone for good" },
	{ 429, PROBE_UNCLEAR, "it was asked too often" },
	{ 451, PROBE_UNCLEAR, "the law forbids it where you are" },
	{ 503, PROBE_UNCLEAR, "the server is busy" },
	{ 999, PROBE_UNCLEAR, "it is not open to programs" },
};

static enum verdict judge_refused(struct prober *p, struct job *j,
				  unsigned status)
{
	for (size_t i = 0; i < ARRAY_SIZE(statuses); i++)
		if (statuses[i].status == status)
			return conclude(j, statuses[i].state, statuses[i].why);
	return conclude(j, PROBE_DEAD, status >= 500 ?
			"the server fails" :
			arena_printf(p->mem, "the server answers with status "
				     "%u", status));
}

static enum verdict judge_fine(struct job *j)
{
	if (!j->target)
		return conclude(j, PROBE_OK, NULL);
	j->probe->target = j->target;
	return conclude(j, PROBE_MOVED, NULL);
}

/* "#part" of the address that was asked for is meant at the next as well. */
static const char *with_fragment(struct prober *p, const struct job *j,
				 const char *url)
{
	const char *fragment = strchr(j->probe->url, '#');

	return arena_printf(p->mem, "%s%s", url,
			    fragment && !strchr(url, '#') ? fragment : "");
}

static enum verdict judge_redirect(struct prober *p, struct job *j,
				   unsigned status)
{
	char *url = NULL;

	curl_easy_getinfo(j->curl, CURLINFO_REDIRECT_URL, &url);
	if (!url)
		return conclude(j, PROBE_DEAD, "it leads elsewhere without "
				"saying where");
	if (!str_starts_nocase(str_of(url), "http://") &&
	    !str_starts_nocase(str_of(url), "https://"))
		return conclude(j, PROBE_DEAD, "it leads to what is neither "
				"http nor https");
	if (j->redirects++ >= p->rules->redirects)
		return conclude(j, PROBE_DEAD, "it leads on and on");
	j->temporary |= status != 301 && status != 308;
	if (!j->temporary)
		j->target = with_fragment(p, j, url);
	j->url = arena_strdup(p->mem, url);
	j->by_get = false;
	j->probe->status = 0;
	return VERDICT_AGAIN;
}

/* 429 and 503: wait as long as the server says, if that is not too long. */
static enum verdict judge_busy(struct prober *p, struct job *j,
			       unsigned status)
{
	curl_off_t seconds = 0;

	curl_easy_getinfo(j->curl, CURLINFO_RETRY_AFTER, &seconds);
	j->server->limit = 1;
	if (seconds > (curl_off_t)p->rules->wait_most ||
	    ++j->server->refusals > REFUSALS_MAX) {
		leave(j, PROBE_NOT_ASKED, "its server asked to be left alone "
		      "for now");
		return judge_refused(p, j, status);
	}
	if (j->retries++ >= p->rules->retries)
		return judge_refused(p, j, status);
	pause_server(j->server, seconds > 0 ? seconds * 1000
					    : (int64_t)PAUSE_MS * j->retries);
	return VERDICT_AGAIN;
}

/* HEAD is not known everywhere; what GET says counts. */
static enum verdict ask_by_get(struct job *j, unsigned status)
{
	j->by_get = true;
	if (status == 405 || status == 501)
		j->server->no_head = true;
	return VERDICT_AGAIN;
}

static enum verdict judge_status(struct prober *p, struct job *j,
				 unsigned status)
{
	/* An empty page has no first byte. */
	if ((status >= 200 && status < 300) || status == 304 ||
	    (j->by_get && status == 416))
		return judge_fine(j);
	if (status >= 300 && status < 400)
		return judge_redirect(p, j, status);
	if (status == 429 || status == 503)
		return judge_busy(p, j, status);
	if (!j->by_get)
		return ask_by_get(j, status);
	return judge_refused(p, j, status);
}

enum verdict probe_judge(struct prober *p, struct job *j, CURLcode code)
{
	long status = 0;

	curl_easy_getinfo(j->curl, CURLINFO_RESPONSE_CODE, &status);
	/* That we did not want more than the first bytes is no failure. */
	if (code == CURLE_OK || (code == CURLE_WRITE_ERROR && status > 0)) {
		j->probe->status = (unsigned)status;
		p->reached = true;
		j->server->failures = 0;
		return judge_status(p, j, (unsigned)status);
	}
	j->probe->status = 0;
	/* Some servers only hang up on HEAD. */
	if (!j->by_get && (code == CURLE_GOT_NOTHING ||
			   code == CURLE_RECV_ERROR ||
			   code == CURLE_WEIRD_SERVER_REPLY ||
			   code == CURLE_HTTP2_STREAM))
		return ask_by_get(j, 0);
	return judge_failure(p, j, code);
}
