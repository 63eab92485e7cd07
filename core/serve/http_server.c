/* SPDX-License-Identifier: MIT */
/* The server itself: its socket, what it lets in, and its end. */
#include "core/serve/http_private.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"

#define IDLE_SECONDS 120	/* of a connection without a request */
#define CONNECTIONS 256

/* "127.0.0.1:8080" and "localhost:8080"; a browser leaves out port 80 only. */
static bool is_our_name(const struct http_server *s, const char *host)
{
	struct str name = str_of(host ? host : "");
	size_t colon = str_find(name, ':');
	unsigned port = 80;

	if (colon < name.len &&
	    str_to_uint(str_from(name, colon + 1), 65535, &port))
		return false;
	name = str_upto(name, colon);
	return port == s->port && (str_is(name, "127.0.0.1") ||
				   str_eq_nocase(name, STR("localhost")));
}

static enum MHD_Result answer(struct http_server *s, struct http_request *r,
			      const char *url, const char *method)
{
	struct MHD_Connection *c = r->connection;
	struct str path = str_of(url);
	const char *plain = "text/plain; charset=utf-8";

	if (!is_our_name(s, MHD_lookup_connection_value(c, MHD_HEADER_KIND,
							"Host")))
		return http_answer(c, MHD_HTTP_FORBIDDEN, plain,
				   STR("This server has another name.\n"));
	if (strcmp(method, "GET") && strcmp(method, "HEAD"))
		return http_answer(c, MHD_HTTP_METHOD_NOT_ALLOWED, plain,
				   STR("Pages here can be read only.\n"));
	if (str_is(path, HTTP_SCRIPT))
		return http_answer_script(c);
	if (str_is(path, HTTP_WAIT))
		return http_answer_wait(s, r);
	return http_answer_file(s, c, url);
}

/* Called for the headers, then for the body, which is not wanted, and then for
 * the answer; and once more where the request has waited. */
static enum MHD_Result on_request(void *arg, struct MHD_Connection *c,
				  const char *url, const char *method,
				  const char *version UNUSED,
				  const char *body UNUSED, size_t *body_size,
				  void **request)
{
	struct http_request *r = *request;

	if (!r) {
		r = xcalloc(1, sizeof(*r));
		r->connection = c;
		*request = r;
		return MHD_YES;
	}
	if (*body_size) {
		*body_size = 0;
		return MHD_YES;
	}
	return answer(arg, r, url, method);
}

static void on_completed(void *arg, struct MHD_Connection *c UNUSED,
			 void **request,
			 enum MHD_RequestTerminationCode why UNUSED)
{
	struct http_request *r = *request;

	if (r)
		http_forget(arg, r);
	free(r);
	*request = NULL;
}

/* The library tells its troubles on stderr, which is not ours to write. */
static void be_silent(void *arg UNUSED, const char *fmt UNUSED,
		      va_list args UNUSED)
{
}

static struct MHD_Daemon *start_daemon(struct http_server *s)
{
	struct sockaddr_in here = {
		.sin_family = AF_INET,
		.sin_port = htons((uint16_t)s->port),
		.sin_addr = { .s_addr = htonl(INADDR_LOOPBACK) },
	};

	return MHD_start_daemon(
		MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG,
		(uint16_t)s->port, NULL, NULL, on_request, s,
		MHD_OPTION_EXTERNAL_LOGGER, be_silent, NULL,
		MHD_OPTION_SOCK_ADDR, (const struct sockaddr *)&here,
		MHD_OPTION_NOTIFY_COMPLETED, on_completed, s,
		MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
		MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS,
		MHD_OPTION_END);
}

static int fail_start(const struct http_server *s, struct error *err)
{
	if (errno == EADDRINUSE)
		return error_set(err, ERROR_CONFLICT, "port %u is in use; name "
				 "another one, or 0 for any that is free",
				 s->port);
	return error_errno(err, "cannot listen on port %u of this machine",
			   s->port);
}

static int http_start(struct http_server **out,
		      const struct web_server_options *options,
		      struct error *err)
{
	struct http_server *s = xcalloc(1, sizeof(*s));
	int rc = 0;

	s->folder = options->folder;
	s->home = options->home;
	s->port = options->port;
	s->version = http_first_version();
	errno = 0;
	s->daemon = start_daemon(s);
	if (s->daemon) {
		s->port = MHD_get_daemon_info(s->daemon,
					      MHD_DAEMON_INFO_BIND_PORT)->port;
		*out = s;
	} else {
		rc = fail_start(s, err);
		free(s);
	}
	return rc;
}

static unsigned http_port(const struct http_server *s)
{
	return s->port;
}

static int http_descriptor(const struct http_server *s)
{
	return MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_EPOLL_FD)
		->epoll_fd;
}

static int http_timeout(struct http_server *s)
{
	MHD_UNSIGNED_LONG_LONG milliseconds;

	if (MHD_get_timeout(s->daemon, &milliseconds) != MHD_YES)
		return -1;
	return milliseconds > 60000 ? 60000 : (int)milliseconds;
}

static void http_run(struct http_server *s)
{
	MHD_run(s->daemon);
}

static void http_changed(struct http_server *s)
{
	s->version++;
	http_wake_all(s);
	MHD_run(s->daemon);
}

/* What is suspended has to go on before the library lets it go. */
static void http_stop(struct http_server *s)
{
	s->is_stopping = true;
	http_wake_all(s);
	MHD_run(s->daemon);
	MHD_stop_daemon(s->daemon);
	free(s);
}

__attribute__((visibility("default")))
extern const struct serve_module hecto_serve_module;

const struct serve_module hecto_serve_module = {
	.abi = SERVE_MODULE_ABI,
	.start = http_start,
	.stop = http_stop,
	.port = http_port,
	.descriptor = http_descriptor,
	.timeout = http_timeout,
	.run = http_run,
	.changed = http_changed,
};
