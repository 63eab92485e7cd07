/* SPDX-License-Identifier: MIT */
/* Asking many addresses at the same time, some of each server. */
#include "core/net/curl_probe.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/clock.h"

#define POLL_MS 1000	/* however long there is to wait */
#define CONNECT_SECONDS 10L
#define BODY_MAX 16384	/* bytes of a page */

static void prober_release(struct prober *p)
{
	free(p->servers);
	free(p->jobs);
	strset_release(&p->names);
}

/* --- addresses ----------------------------------------------------------- */

/* "https://example.org:8080", in small letters. */
static const char *server_name(struct prober *p, const char *url)
{
	const char *host = strstr(url, "://") + 3;
	size_t length = (size_t)(host - url) + strcspn(host, "/?#");
	char *name = arena_strndup(p->mem, url, length);

	for (char *c = name; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c |= 0x20;
	return name;
}

static struct server *server_of(struct prober *p, const char *url)
{
	const char *name = server_name(p, url);
	struct server *s;
	size_t at;

	if (strset_get(&p->names, str_of(name), &at))
		return p->servers[at];
	s = arena_alloc(p->mem, sizeof(*s));
	*s = (struct server){ .name = name, .limit = p->rules->per_server };
	strset_put(&p->names, str_of(name), p->nservers);
	XGROW(p->servers, p->nservers, p->servers_cap);
	p->servers[p->nservers++] = s;
	return s;
}

static bool needs_escape(unsigned char c)
{
	return c <= ' ' || c >= 0x7f || strchr("\"<>\\^`{|}", c);
}

/*
 * As it may be sent: without what is behind '#', and with what RFC 3986 does
 * not allow escaped; people paste addresses as their browser shows them.
 */
static const char *sendable(struct prober *p, const char *url)
{
	size_t length = strcspn(url, "#");
	size_t path = (size_t)(strstr(url, "://") + 3 - url);
	AUTO(strbuf) out = STRBUF_INIT;

	path += strcspn(url + path, "/?#");
	for (size_t i = 0; i < length; i++)
		if (i >= path && needs_escape((unsigned char)url[i]))
			strbuf_addf(&out, "%%%02X", (unsigned char)url[i]);
		else
			strbuf_addch(&out, url[i]);
	return arena_strndup(p->mem, out.buf, out.len);
}

/* A password is nobody's business, least of all that of a plain request. */
static const char *why_not(const char *url)
{
	const char *host;

	if (!str_starts_nocase(str_of(url), "https://") &&
	    !str_starts_nocase(str_of(url), "http://"))
		return "it is no address of the web";
	host = strstr(url, "://") + 3;
	if (memchr(host, '@', strcspn(host, "/?#")))
		return "it has a name or a password in it";
	return strcspn(host, "/?#") ? NULL : "it names no host";
}

/* --- queues -------------------------------------------------------------- */

static void enqueue(struct job *j, bool in_front)
{
	struct server *s = j->server;

	j->next = in_front ? s->first : NULL;
	if (in_front || !s->first)
		s->first = j;
	else
		s->last->next = j;
	if (!j->next)
		s->last = j;
}

static struct job *dequeue(struct server *s)
{
	struct job *j = s->first;

	s->first = j->next;
	return j;
}

static void finish(struct prober *p, struct job *j)
{
	curl_easy_cleanup(j->curl);
	j->curl = NULL;
	p->open--;
	if (p->rules->done)
		p->rules->done(p->rules->arg, j->probe);
}

static void finish_as(struct prober *p, struct job *j, enum probe_state state,
		      const char *why)
{
	j->probe->state = state;
	j->probe->why = why;
	finish(p, j);
}

static void add_job(struct prober *p, struct job *j, struct probe *probe)
{
	const char *why = why_not(probe->url);

	*j = (struct job){
		.probe = probe,
		.guard = { .allow_private = p->rules->allow_private },
	};
	*probe = (struct probe){ .url = probe->url };
	if (why) {
		finish_as(p, j, PROBE_NOT_ASKED, why);
		return;
	}
	j->url = sendable(p, probe->url);
	j->server = server_of(p, j->url);
	enqueue(j, false);
}

/* --- requests ------------------------------------------------------------ */

/* The status is all that we want to know; but a short answer that is taken
 * leaves the connection usable. */
static size_t take_little(char *bytes UNUSED, size_t size, size_t count,
			  void *arg)
{
	struct job *j = arg;

	j->taken += size * count;
	return j->taken <= BODY_MAX ? size * count : 0;
}

static int open_handle(struct prober *p, struct job *j)
{
	j->curl = curl_easy_init();
	if (!j->curl)
		return -1;
	curl_configure(j->curl, &j->guard, p->rules->seconds);
	curl_easy_setopt(j->curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	curl_easy_setopt(j->curl, CURLOPT_PRIVATE, j);
	curl_easy_setopt(j->curl, CURLOPT_ERRORBUFFER, j->text);
	curl_easy_setopt(j->curl, CURLOPT_WRITEFUNCTION, take_little);
	curl_easy_setopt(j->curl, CURLOPT_WRITEDATA, j);
	/* Some pages redirect for ever whoever keeps none. */
	curl_easy_setopt(j->curl, CURLOPT_COOKIEFILE, "");
	return 0;
}

/* False: libcurl cannot take it. */
static bool start(struct prober *p, struct job *j)
{
	if (!j->curl && open_handle(p, j))
		return false;
	j->by_get |= j->server->no_head;
	j->text[0] = '\0';
	j->taken = 0;
	j->guard.refused = false;
	curl_easy_setopt(j->curl, CURLOPT_URL, j->url);
	curl_easy_setopt(j->curl, CURLOPT_NOBODY, (long)!j->by_get);
	if (j->by_get)
		curl_easy_setopt(j->curl, CURLOPT_HTTPGET, 1L);
	curl_easy_setopt(j->curl, CURLOPT_RANGE, j->by_get ? "0-0" : NULL);
	if (curl_multi_add_handle(p->multi, j->curl))
		return false;
	j->probe->requests++;
	j->server->active++;
	p->active++;
	return true;
}

/* One that waited to be asked once more has had an answer. */
static void drain(struct prober *p, struct server *s)
{
	while (s->first) {
		struct job *j = dequeue(s);
		bool waited = s->state == PROBE_NOT_ASKED && j->retries &&
			      j->probe->status;

		finish_as(p, j, waited ? PROBE_UNCLEAR : s->state, s->why);
	}
}

/* Start what may be started; when the next one may, if that is later. */
static void start_of(struct prober *p, struct server *s, int64_t now,
		     int64_t *next)
{
	if (s->left)
		drain(p, s);
	if (!s->first)
		return;
	if (s->not_before > now) {
		if (s->not_before < *next)
			*next = s->not_before;
		return;
	}
	while (s->first && s->active < s->limit &&
	       p->active < p->rules->at_once) {
		struct job *j = dequeue(s);

		if (!start(p, j))
			finish_as(p, j, PROBE_NOT_ASKED,
				  "libcurl cannot ask for it");
	}
}

static void start_all(struct prober *p, int64_t *next)
{
	int64_t now = clock_monotonic();

	*next = now + POLL_MS;
	for (size_t i = 0; i < p->nservers; i++)
		start_of(p, p->servers[i], now, next);
}

static void ended(struct prober *p, struct job *j, CURLcode code)
{
	curl_multi_remove_handle(p->multi, j->curl);
	j->server->active--;
	p->active--;
	if (probe_judge(p, j, code) == VERDICT_DONE) {
		finish(p, j);
		return;
	}
	j->server = server_of(p, j->url);
	enqueue(j, true);
}

/* False: there was none. */
static bool take_answers(struct prober *p)
{
	const CURLMsg *m;
	bool any = false;
	int left;

	while ((m = curl_multi_info_read(p->multi, &left))) {
		CURLcode code = m->data.result;
		struct job *j = NULL;

		if (m->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &j);
		ended(p, j, code);
		any = true;
	}
	return any;
}

/* --- all of it ----------------------------------------------------------- */

/* Wait until something happens; true: we are to stop. */
static bool wait_until(struct prober *p, int64_t next)
{
	struct curl_waitfd stop = { p->rules->stop_fd, CURL_WAIT_POLLIN, 0 };
	bool watched = p->rules->stop_fd >= 0;
	int64_t ms = next - clock_monotonic();

	curl_multi_poll(p->multi, watched ? &stop : NULL, watched,
			ms > 0 ? (int)ms : 0, NULL);
	return stop.revents;
}

/* Until all is done, or we are to stop. */
static void ask_all(struct prober *p)
{
	int64_t next;
	int running;

	for (;;) {
		start_all(p, &next);
		if (!p->open || curl_multi_perform(p->multi, &running))
			return;
		/* What has ended makes room for others. */
		if (!take_answers(p) && wait_until(p, next))
			return;
	}
}

static void forget_handles(struct prober *p, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct job *j = &p->jobs[i];

		if (!j->curl)
			continue;
		curl_multi_remove_handle(p->multi, j->curl);
		curl_easy_cleanup(j->curl);
	}
}

/*
 * That no host at all was reached is no fault of theirs; and where there was
 * only one, nobody else tells whether it is.
 */
static int check_network(const struct prober *p, struct error *err)
{
	const char *name = "";
	size_t count = 0;

	for (size_t i = 0; i < p->nservers; i++)
		if (p->servers[i]->unreached) {
			name = p->servers[i]->name;
			count++;
		}
	if (p->reached || !count)
		return 0;
	if (count == 1)
		return error_set(err, ERROR_NETWORK, "'%s' could not be "
				 "reached, and no other host was asked; is "
				 "there a network?", name);
	return error_set(err, ERROR_NETWORK, "none of %zu hosts could be "
			 "reached; is there a network?", count);
}

static int probe_with(struct prober *p, struct probe *probes, size_t count,
		      struct error *err)
{
	p->multi = curl_multi_init();
	if (!p->multi)
		return error_set(err, ERROR_NETWORK, "cannot start libcurl");
	p->jobs = xcalloc(count, sizeof(*p->jobs));
	p->open = count;
	for (size_t i = 0; i < count; i++)
		add_job(p, &p->jobs[i], &probes[i]);
	ask_all(p);
	forget_handles(p, count);
	curl_multi_cleanup(p->multi);
	return check_network(p, err);
}

int curl_probe(struct probe *probes, size_t count,
	       const struct probe_rules *rules, struct arena *mem,
	       struct error *err)
{
	AUTO(prober) p = { .rules = rules, .mem = mem, .names = STRSET_INIT };
	int rc;

	if (curl_global_init(CURL_GLOBAL_DEFAULT))
		return error_set(err, ERROR_NETWORK, "cannot start libcurl");
	rc = probe_with(&p, probes, count, err);
	curl_global_cleanup();
	return rc;
}
