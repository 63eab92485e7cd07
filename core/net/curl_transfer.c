/* SPDX-License-Identifier: MIT */
/* Several files on their way to a server, and what to do when one fails. */
#include "core/net/curl_transfer.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/clock.h"
#include "core/base/path.h"
#include "core/base/strset.h"

#define FIRST_WAIT 500	/* milliseconds, then twice as many */
#define SLOWEST 256	/* bytes in a second, of all of a request */

/* What is to be done by one call. */
struct work {
	enum task task;		/* of an item that is not to be removed */
	const struct transfer_item *items;
	size_t count, next;
	unsigned at_once;
	struct strbuf *out;	/* of TASK_GET */
	size_t limit;
	bool failed, stopped;
};

/* --- one errand ---------------------------------------------------------- */

static size_t give(char *into, size_t size, size_t count, void *arg)
{
	struct errand *e = arg;
	size_t left = e->body.len - e->sent;
	size_t n = size * count < left ? size * count : left;

	memcpy(into, e->body.buf + e->sent, n);
	e->sent += n;
	return n;
}

/* libcurl begins again when a kept connection turns out to be closed. */
static int rewind_to(void *arg, curl_off_t offset, int origin)
{
	struct errand *e = arg;

	if (origin != SEEK_SET || offset < 0 || (size_t)offset > e->body.len)
		return CURL_SEEKFUNC_CANTSEEK;
	e->sent = (size_t)offset;
	return CURL_SEEKFUNC_OK;
}

static size_t take(char *bytes, size_t size, size_t count, void *arg)
{
	struct errand *e = arg;

	/* Only what was asked for has to be whole; complaints need not. */
	if (e->answer->len + size * count > e->limit)
		return e->task == TASK_GET ? 0 : size * count;
	strbuf_add(e->answer, bytes, size * count);
	return size * count;
}

static void forget_lists(struct errand *e)
{
	curl_slist_free_all(e->headers);
	curl_slist_free_all(e->quotes);
	e->headers = e->quotes = NULL;
}

/* Beside the limit of speed, which is late, and keeps the processor busy, where
 * a server falls silent at a command of SFTP. */
static unsigned longest(const struct net_transfer *t, const struct errand *e)
{
	size_t bytes = e->task == TASK_GET ? e->limit : e->body.len;

	return t->rules.seconds + (unsigned)(bytes / SLOWEST);
}

static void configure(struct net_transfer *t, struct errand *e)
{
	CURL *c = e->curl;

	curl_configure(c, &t->guard, longest(t, e));
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, t->protocol->schemes);
	if (t->place.environment.certificates)
		curl_easy_setopt(c, CURLOPT_CAINFO,
				 t->place.environment.certificates);
	curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, 1L);
	curl_easy_setopt(c, CURLOPT_LOW_SPEED_TIME, (long)t->rules.seconds);
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, e->text);
	curl_easy_setopt(c, CURLOPT_PRIVATE, e);
	curl_easy_setopt(c, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(c, CURLOPT_READDATA, e);
	curl_easy_setopt(c, CURLOPT_SEEKFUNCTION, rewind_to);
	curl_easy_setopt(c, CURLOPT_SEEKDATA, e);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, e);
}

/* Hand the next request of an errand to libcurl. */
static int ask(struct net_transfer *t, struct errand *e, struct error *err)
{
	curl_easy_reset(e->curl);
	forget_lists(e);
	e->text[0] = '\0';
	e->sent = 0;
	strbuf_reset(e->answer);
	configure(t, e);
	t->protocol->ask(t, e);
	if (curl_multi_add_handle(t->multi, e->curl))
		return error_set(err, ERROR_NETWORK, "cannot start libcurl");
	e->running = true;
	return 0;
}

static struct errand *free_errand(struct net_transfer *t,
				  const struct work *w)
{
	for (unsigned i = 0; i < w->at_once; i++)
		if (!t->errands[i].busy)
			return &t->errands[i];
	return NULL;
}

static int take_up(struct net_transfer *t, struct errand *e, struct work *w,
		   struct error *err)
{
	const struct transfer_item *item = &w->items[w->next++];

	e->task = item->remove ? TASK_REMOVE : w->task;
	e->item = item;
	e->path = item->path;
	e->step = e->tries = 0;
	e->not_before = 0;
	e->answer = w->out ? w->out : &e->own_answer;
	e->limit = w->out ? w->limit : (size_t)64 << 10;
	e->busy = true;
	strbuf_reset(&e->body);
	if (e->task == TASK_PUT &&
	    t->rules.load(t->rules.arg, e->path, &e->body, err))
		return -1;
	return ask(t, e, err);
}

/* --- all that are under way ---------------------------------------------- */

static void fail(struct work *w, struct errand *e)
{
	w->failed = true;
	e->busy = false;
}

/* How long until it is tried again; -1: longer than anybody waits. */
static int64_t wait_of(const struct net_transfer *t, const struct errand *e)
{
	curl_off_t asked = 0;
	int64_t own = (int64_t)FIRST_WAIT << e->tries;

	curl_easy_getinfo(e->curl, CURLINFO_RETRY_AFTER, &asked);
	if (asked > (curl_off_t)t->rules.wait_most)
		return -1;
	return asked * 1000 > own ? asked * 1000 : own;
}

/* True: there is a time at which it is. */
static bool try_again(const struct net_transfer *t, struct errand *e,
		      const struct work *w)
{
	int64_t wait = wait_of(t, e);

	if (w->failed || wait < 0 || e->tries >= t->rules.retries)
		return false;
	e->tries++;
	e->not_before = clock_monotonic() + wait;
	return true;
}

static int acknowledge(struct net_transfer *t, const struct errand *e,
		       struct error *err)
{
	if (e->task != TASK_PUT && e->task != TASK_REMOVE)
		return 0;
	return t->rules.done(t->rules.arg, e->item, err);
}

static void ended(struct net_transfer *t, struct errand *e, struct work *w,
		  CURLcode code, struct error *err)
{
	struct error later = ERROR_INIT, why = ERROR_INIT;
	struct error *told = w->failed ? &later : err;
	enum verdict v;

	curl_multi_remove_handle(t->multi, e->curl);
	e->running = false;
	v = t->protocol->judge(t, e, code, &why);
	t->answered |= v == DONE || v == NEXT_STEP;
	if (v == NEXT_STEP) {
		if (ask(t, e, told))
			fail(w, e);
	} else if (v == DONE) {
		e->busy = false;
		if (acknowledge(t, e, told))
			fail(w, e);
	} else if (v == FAILED || !try_again(t, e, w)) {
		*told = why;
		fail(w, e);
	}
}

static bool take_answers(struct net_transfer *t, struct work *w,
			 struct error *err)
{
	const CURLMsg *m;
	bool any = false;
	int left;

	while ((m = curl_multi_info_read(t->multi, &left))) {
		CURLcode code = m->data.result;
		struct errand *e = NULL;

		if (m->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &e);
		ended(t, e, w, code, err);
		any = true;
	}
	return any;
}

/* Begin what may be begun; true: something is under way, or waits. */
static bool start(struct net_transfer *t, struct work *w, int64_t *next,
		  struct error *err)
{
	int64_t now = clock_monotonic();
	bool any = false;
	struct errand *e;

	while (!w->failed && w->next < w->count && (e = free_errand(t, w)))
		if (take_up(t, e, w, err))
			fail(w, e);
	*next = now + 1000;
	for (unsigned i = 0; i < w->at_once; i++) {
		e = &t->errands[i];
		if (!e->busy)
			continue;
		if (!e->running && w->failed) {
			e->busy = false;
			continue;
		}
		if (!e->running && e->not_before <= now && ask(t, e, err)) {
			fail(w, e);
			continue;
		}
		if (!e->running && e->not_before < *next)
			*next = e->not_before;
		any = true;
	}
	return any;
}

/* True: we are to stop. */
static bool wait_until(struct net_transfer *t, int64_t next)
{
	struct curl_waitfd stop = { t->rules.stop_fd, CURL_WAIT_POLLIN, 0 };
	bool watched = t->rules.stop_fd >= 0;
	int64_t ms = next - clock_monotonic();

	curl_multi_poll(t->multi, watched ? &stop : NULL, watched,
			ms > 0 ? (int)ms : 0, NULL);
	return stop.revents;
}

static void abandon(struct net_transfer *t)
{
	for (unsigned i = 0; i < t->rules.at_once; i++) {
		struct errand *e = &t->errands[i];

		if (e->running)
			curl_multi_remove_handle(t->multi, e->curl);
		e->running = e->busy = false;
	}
}

static int do_work(struct net_transfer *t, struct work *w, struct error *err)
{
	int64_t next;
	int running;

	while (start(t, w, &next, err)) {
		if (curl_multi_perform(t->multi, &running)) {
			abandon(t);
			return error_set(err, ERROR_NETWORK,
					 "libcurl gave up");
		}
		if (!take_answers(t, w, err) && wait_until(t, next)) {
			abandon(t);
			w->stopped = true;
			break;
		}
	}
	return w->failed ? -1 : 0;
}

static int do_one(struct net_transfer *t, enum task task, const char *path,
		  struct error *err)
{
	const struct transfer_item item = { .path = path };
	struct work w = {
		.task = task, .items = &item, .count = 1, .at_once = 1,
	};

	if (do_work(t, &w, err))
		return -1;
	return w.stopped ? error_set(err, ERROR_NOTHING, "interrupted") : 0;
}

/* --- folders ------------------------------------------------------------- */

/* The folders that lead to a file, outermost first, each once. */
static int make_folders(struct net_transfer *t, struct str path,
			struct error *err)
{
	struct str folder = path_dirname(path);
	const char *name;

	if (!folder.len || strset_has(&t->folders, folder))
		return 0;
	if (make_folders(t, folder, err))
		return -1;
	name = arena_strndup(&t->mem, folder.s, folder.len);
	strset_put(&t->folders, folder, 0);
	return do_one(t, TASK_FOLDER, name, err);
}

int curl_transfer_run(struct net_transfer *t,
		      const struct transfer_item *items, size_t count,
		      bool *stopped, struct error *err)
{
	struct work w = {
		.task = TASK_PUT, .items = items, .count = count,
		.at_once = t->rules.at_once,
	};
	int rc;

	*stopped = false;
	for (size_t i = 0; i < count && !t->protocol->makes_folders; i++)
		if (!items[i].remove &&
		    make_folders(t, str_of(items[i].path), err))
			return -1;
	rc = do_work(t, &w, err);
	*stopped = w.stopped;
	return rc;
}

int curl_transfer_get(struct net_transfer *t, const char *path, size_t limit,
		      struct strbuf *out, struct error *err)
{
	const struct transfer_item item = { .path = path };
	struct work w = {
		.task = TASK_GET, .items = &item, .count = 1, .at_once = 1,
		.out = out, .limit = limit,
	};

	if (do_work(t, &w, err))
		return -1;
	return w.stopped ? error_set(err, ERROR_NOTHING, "interrupted") : 0;
}

/* --- opening and closing ------------------------------------------------- */

static int start_curl(struct net_transfer *t, struct error *err)
{
	t->multi = curl_multi_init();
	if (!t->multi)
		return error_set(err, ERROR_NETWORK, "cannot start libcurl");
	t->errands = xcalloc(t->rules.at_once, sizeof(*t->errands));
	for (unsigned i = 0; i < t->rules.at_once; i++) {
		t->errands[i] = (struct errand){
			.body = STRBUF_INIT, .own_answer = STRBUF_INIT,
			.curl = curl_easy_init(),
		};
		if (!t->errands[i].curl)
			return error_set(err, ERROR_NETWORK,
					 "cannot start libcurl");
	}
	curl_multi_setopt(t->multi, CURLMOPT_MAX_HOST_CONNECTIONS,
			  (long)t->rules.at_once);
	return 0;
}

static int open_protocol(struct net_transfer *t, struct error *err)
{
	switch (t->place.kind) {
	case TRANSFER_SFTP:
		t->protocol = &protocol_sftp;
		return sftp_open(t, err);
	case TRANSFER_WEBDAV:
		t->protocol = &protocol_webdav;
		return webdav_open(t, err);
	case TRANSFER_S3:
		break;
	}
	t->protocol = &protocol_s3;
	return s3_open(t, err);
}

int curl_transfer_open(struct net_transfer **out,
		       const struct transfer_place *place,
		       const struct login *login,
		       const struct transfer_rules *rules, struct error *err)
{
	struct net_transfer *t = xcalloc(1, sizeof(*t));

	*out = NULL;
	if (curl_global_init(CURL_GLOBAL_DEFAULT)) {
		free(t);
		return error_set(err, ERROR_NETWORK, "cannot start libcurl");
	}
	*t = (struct net_transfer){
		.rules = *rules, .login = login, .mem = ARENA_INIT,
		.folders = STRSET_INIT, .guard = { .allow_private = true },
		.place = *place,
	};
	if (start_curl(t, err) || open_protocol(t, err) ||
	    (t->protocol->has_hello && do_one(t, TASK_HELLO, "", err))) {
		curl_transfer_close(t);
		return -1;
	}
	*out = t;
	return 0;
}

void curl_transfer_close(struct net_transfer *t)
{
	for (unsigned i = 0; t->errands && i < t->rules.at_once; i++) {
		struct errand *e = &t->errands[i];

		if (e->running)
			curl_multi_remove_handle(t->multi, e->curl);
		curl_easy_cleanup(e->curl);
		forget_lists(e);
		strbuf_release(&e->body);
		strbuf_release(&e->own_answer);
	}
	free(t->errands);
	curl_multi_cleanup(t->multi);
	strset_release(&t->folders);
	arena_release(&t->mem);
	free(t);
	curl_global_cleanup();
}
