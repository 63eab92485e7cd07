/* SPDX-License-Identifier: MIT */
/* WebDAV (RFC 4918): a file is put beside its place, then moved there. */
#include "core/net/curl_transfer.h"

#include <string.h>

/* Beside the file, and no name with a dot in front, which servers like to
 * forbid. */
#define BESIDE "hecto-tmp-"

enum step {
	PUT_BESIDE,
	MOVE_IN_PLACE,
	TAKE_AWAY,	/* what cannot be moved */
	PUT_IN_PLACE,
};

static void set_url(struct net_transfer *t, struct errand *e,
		    const char *prefix)
{
	AUTO(strbuf) url = STRBUF_INIT;

	transfer_add_url(&url, t, e->path, prefix);
	if ((e->task == TASK_FOLDER || e->task == TASK_HELLO) && e->path[0])
		strbuf_addch(&url, '/');
	curl_easy_setopt(e->curl, CURLOPT_URL, url.buf);
}

static void set_method(struct errand *e, const char *method)
{
	curl_easy_setopt(e->curl, CURLOPT_CUSTOMREQUEST, method);
}

static void set_login(struct net_transfer *t, struct errand *e)
{
	const char *netrc = t->place.environment.netrc;

	/* Basic alone: with a choice, libcurl would ask twice each time. */
	curl_easy_setopt(e->curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
	if (t->login->user.len) {
		curl_easy_setopt(e->curl, CURLOPT_USERNAME,
				 t->login->user.buf);
		curl_easy_setopt(e->curl, CURLOPT_PASSWORD,
				 t->login->password.buf);
		return;
	}
	curl_easy_setopt(e->curl, CURLOPT_NETRC, (long)CURL_NETRC_OPTIONAL);
	if (netrc)
		curl_easy_setopt(e->curl, CURLOPT_NETRC_FILE, netrc);
}

/* The address without the name of the user, which is not part of it there. */
static void ask_move(struct net_transfer *t, struct errand *e)
{
	AUTO(strbuf) url = STRBUF_INIT;
	AUTO(strbuf) line = STRBUF_INIT;
	struct str rest;
	size_t host, at;

	transfer_add_url(&url, t, e->path, "");
	rest = strbuf_slice(&url);
	host = str_find_str(rest, STR("://")) + 3;
	strbuf_addstr(&line, "Destination: ");
	strbuf_addslice(&line, str_upto(rest, host));
	rest = str_from(rest, host);
	at = str_find(str_upto(rest, str_find(rest, '/')), '@');
	if (at < str_find(rest, '/'))
		rest = str_from(rest, at + 1);
	strbuf_addslice(&line, rest);
	http_add_header(e, line.buf);
	http_add_header(e, "Overwrite: T");
	set_url(t, e, BESIDE);
	set_method(e, "MOVE");
}

static void ask_put(struct net_transfer *t, struct errand *e)
{
	if (e->step == PUT_BESIDE && t->no_move)
		e->step = PUT_IN_PLACE;
	switch ((enum step)e->step) {
	case PUT_BESIDE:
		set_url(t, e, BESIDE);
		http_put(e);
		break;
	case MOVE_IN_PLACE:
		ask_move(t, e);
		break;
	case TAKE_AWAY:
		set_url(t, e, BESIDE);
		set_method(e, "DELETE");
		break;
	case PUT_IN_PLACE:
		set_url(t, e, "");
		http_put(e);
		break;
	}
}

static void ask(struct net_transfer *t, struct errand *e)
{
	set_login(t, e);
	switch (e->task) {
	case TASK_HELLO:
	case TASK_FOLDER:
		set_url(t, e, "");
		set_method(e, "MKCOL");
		break;
	case TASK_GET:
		set_url(t, e, "");
		break;
	case TASK_REMOVE:
		/* First what an interruption may have left beside it. */
		set_url(t, e, e->step ? "" : BESIDE);
		set_method(e, "DELETE");
		break;
	case TASK_PUT:
		ask_put(t, e);
		break;
	}
	http_add_header(e, "Expect:");
	curl_easy_setopt(e->curl, CURLOPT_HTTPHEADER, e->headers);
}

static enum verdict refuse_login(struct net_transfer *t, struct error *err)
{
	error_set(err, ERROR_AUTH, "'%s' does not let us in: the name or the "
		  "password is missing or wrong; write 'machine %s login NAME "
		  "password WORD' into ~/.netrc (chmod 600), or let git keep "
		  "it (git-credential(1))", t->shown, t->shown);
	return FAILED;
}

/* What a server says that does not know MOVE, or does not allow it. */
static bool is_no_move(long status)
{
	return status == 400 || status == 403 || status == 405 ||
	       status == 501 || status == 502;
}

static enum verdict judge_put(struct net_transfer *t, struct errand *e,
			      long status, struct error *err)
{
	bool good = status >= 200 && status < 300;

	switch ((enum step)e->step) {
	case PUT_BESIDE:
		e->step = MOVE_IN_PLACE;
		if (good)
			return NEXT_STEP;
		e->step = PUT_BESIDE;
		break;
	case MOVE_IN_PLACE:
		if (good)
			return DONE;
		if (!is_no_move(status))
			break;
		t->no_move = true;
		e->step = TAKE_AWAY;
		return NEXT_STEP;
	case TAKE_AWAY:
		e->step = PUT_IN_PLACE;
		return NEXT_STEP;
	case PUT_IN_PLACE:
		if (good)
			return DONE;
		break;
	}
	return http_judge(t, e, status, err);
}

static enum verdict judge(struct net_transfer *t, struct errand *e,
			  CURLcode code, struct error *err)
{
	long status = http_status(e);
	bool good = status >= 200 && status < 300;

	if (code)
		return transfer_judge_code(t, e, code, err);
	if (status == 401)
		return refuse_login(t, err);
	switch (e->task) {
	case TASK_HELLO:
	case TASK_FOLDER:
		/* 405: it is there already. */
		good |= status == 405;
		break;
	case TASK_REMOVE:
		good |= status == 404 || status == 410;
		if (good && !e->step++)
			return NEXT_STEP;
		break;
	case TASK_PUT:
		return judge_put(t, e, status, err);
	case TASK_GET:
		break;
	}
	return good ? DONE : http_judge(t, e, status, err);
}

/* "https://me@host/dav" -> base "https://me@host/dav/", shown "host" */
int webdav_open(struct net_transfer *t, struct error *err)
{
	struct str url = str_of(t->place.url), host;

	if (strpbrk(t->place.url, "?# \t\r\n"))
		return error_set(err, ERROR_USAGE, "'%s' is no address of a "
				 "folder", t->place.url);
	while (str_ends(url, "/"))
		url.len--;
	t->base = arena_printf(&t->mem, "%.*s/", (int)url.len, url.s);
	host = str_from(url, str_find_str(url, STR("://")) + 3);
	host = str_upto(host, str_find(host, '/'));
	if (str_find(host, '@') < host.len)
		host = str_from(host, str_find(host, '@') + 1);
	host = str_upto(host, str_find(host, ':'));
	if (!host.len)
		return error_set(err, ERROR_USAGE, "'%s' is no address; write "
				 "https://NAME@HOST/FOLDER", t->place.url);
	t->shown = arena_strndup(&t->mem, host.s, host.len);
	t->guard.only_private = str_starts(url, "http://");
	return 0;
}

const struct protocol protocol_webdav = {
	.schemes = "http,https",
	.ask = ask,
	.judge = judge,
	.has_hello = true,
};
