/* SPDX-License-Identifier: MIT */
/* Fetching from a small server of our own on the loopback address. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/net/fetch.h"

struct server {
	pid_t pid;
	unsigned port;
};

static const struct {
	const char *path, *answer;
} pages[] = {
	{ "/log.md", "200 OK\r\nContent-Type: text/markdown; charset=utf-8\r\n"
		     "\r\n# Log\n" },
	{ "/moved", "302 Found\r\nLocation: /log.md\r\n\r\n" },
	{ "/loop", "302 Found\r\nLocation: /loop\r\n\r\n" },
	{ "/to-file", "302 Found\r\nLocation: file:///etc/passwd\r\n\r\n" },
	{ "/to-ftp", "302 Found\r\nLocation: ftp://127.0.0.1/x\r\n\r\n" },
	{ "/picture", "200 OK\r\nETag: \"one\"\r\n"
		      "Last-Modified: Sat, 09 May 2026 10:00:00 GMT\r\n"
		      "\r\npicture" },
	{ "/of-a-day", "200 OK\r\n"
		       "Last-Modified: Sat, 09 May 2026 10:00:00 GMT\r\n"
		       "\r\npicture" },
	{ "/sly", "200 OK\r\nETag: \"a\tb\"\r\n\r\npicture" },
	{ "/same", "304 Not Modified\r\n\r\n" },
	{ "/closed", "401 Unauthorized\r\n\r\n" },
	{ "/broken", "500 Internal Server Error\r\n\r\n" },
};

static void answer(int client)
{
	char request[2048];
	ssize_t n = read(client, request, sizeof(request) - 1);
	struct str path = { request, n > 0 ? (size_t)n : 0 };
	const char *text = "404 Not Found\r\n\r\n";

	request[path.len] = '\0';
	path = str_from(path, 4);
	path = str_upto(path, str_find(path, ' '));
	for (size_t i = 0; i < ARRAY_SIZE(pages); i++)
		if (str_is(path, pages[i].path))
			text = pages[i].answer;
	if (strstr(request, "If-None-Match: \"one\"\r\n") ||
	    (str_is(path, "/of-a-day") &&
	     strstr(request, "If-Modified-Since: Sat, 09 May 2026 10:00:00 GMT")))
		text = "304 Not Modified\r\n\r\n";
	if (str_is(path, "/endless"))
		text = "200 OK\r\n\r\n";
	if (str_is(path, "/silent"))
		pause();
	if (file_write_fd(client, STR("HTTP/1.1 ")) ||
	    file_write_fd(client, str_of(text)))
		return;
	while (str_is(path, "/endless"))
		if (file_write_fd(client, str_of(text)))
			return;
}

static void serve(int listener)
{
	signal(SIGPIPE, SIG_IGN);
	alarm(50);
	for (;;) {
		int client = accept(listener, NULL, NULL);

		if (client < 0)
			_exit(1);
		if (!fork()) {
			answer(client);
			_exit(0);
		}
		close(client);
	}
}

static int start(void **state)
{
	static struct server server;
	struct sockaddr_in a = { .sin_family = AF_INET };
	socklen_t len = sizeof(a);
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (bind(listener, (struct sockaddr *)&a, len) || listen(listener, 8) ||
	    getsockname(listener, (struct sockaddr *)&a, &len))
		return -1;
	server.port = ntohs(a.sin_port);
	server.pid = fork();
	if (!server.pid) {
		setpgid(0, 0);
		serve(listener);
	}
	setpgid(server.pid, server.pid);
	close(listener);
	*state = &server;
	return 0;
}

static int stop(void **state)
{
	const struct server *s = *state;

	kill(-s->pid, SIGKILL);
	waitpid(s->pid, NULL, 0);
	return 0;
}

static int get(void **state, const char *path, struct fetch_limits limits,
	       struct strbuf *out, struct error *err)
{
	const struct server *s = *state;
	AUTO(strbuf) url = STRBUF_INIT;

	strbuf_addf(&url, "http://user:secret@127.0.0.1:%u%s", s->port, path);
	return fetch_get(out, NULL, url.buf, &limits, err);
}

static const struct fetch_limits here = {
	.bytes = 4096, .seconds = 1, .redirects = 3, .allow_private = true
};

static void refuses(void **state, const char *path, enum error_kind kind,
		    const char *word)
{
	struct error err = ERROR_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	assert_int_equal(get(state, path, here, &out, &err), -1);
	assert_int_equal(err.kind, kind);
	assert_int_equal(out.len, 0);
	assert_null(strstr(err.text, "secret"));
	if (!strstr(err.text, word))
		fail_msg("'%s' does not say '%s'", err.text, word);
}

static void a_page_is_fetched_with_its_type(void **state)
{
	const struct server *s = *state;
	struct error err = ERROR_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	AUTO(strbuf) type = STRBUF_INIT;
	AUTO(strbuf) url = STRBUF_INIT;

	strbuf_addf(&url, "http://127.0.0.1:%u/log.md", s->port);
	assert_int_equal(fetch_get(&out, &type, url.buf, &here, &err), 0);
	assert_string_equal(out.buf, "# Log\n");
	assert_string_equal(type.buf, "text/markdown");
}

static int get_version(void **state, const char *path, struct fetch_version *v,
		       struct strbuf *out, struct error *err)
{
	const struct server *s = *state;
	AUTO(strbuf) url = STRBUF_INIT;

	strbuf_addf(&url, "http://127.0.0.1:%u%s", s->port, path);
	return fetch_get_version(out, v, url.buf, &here, err);
}

static void what_is_known_is_not_sent_again(void **state)
{
	static const char *const paths[] = { "/picture", "/of-a-day" };

	for (size_t i = 0; i < ARRAY_SIZE(paths); i++) {
		AUTO(fetch_version) v = FETCH_VERSION_INIT;
		AUTO(strbuf) out = STRBUF_INIT;
		struct error err = ERROR_INIT;

		assert_int_equal(get_version(state, paths[i], &v, &out, &err),
				 0);
		assert_false(v.is_same);
		assert_string_equal(out.buf, "picture");
		assert_string_equal(v.tag.buf, i ? "" : "\"one\"");
		assert_int_equal(get_version(state, paths[i], &v, &out, &err),
				 0);
		assert_true(v.is_same);
		assert_string_equal(out.buf, "picture");
		assert_string_equal(v.tag.buf, i ? "" : "\"one\"");
		assert_string_equal(v.time.buf,
				    "Sat, 09 May 2026 10:00:00 GMT");
	}
}

static void an_older_version_is_replaced(void **state)
{
	AUTO(fetch_version) v = FETCH_VERSION_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;

	strbuf_addstr(&v.tag, "\"zero\"");
	assert_int_equal(get_version(state, "/picture", &v, &out, &err), 0);
	assert_false(v.is_same);
	assert_string_equal(out.buf, "picture");
	assert_string_equal(v.tag.buf, "\"one\"");
}

static void a_version_that_could_not_be_sent_back_is_forgotten(void **state)
{
	AUTO(fetch_version) v = FETCH_VERSION_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;

	strbuf_addstr(&v.tag, "\"zero\"");
	assert_int_equal(get_version(state, "/sly", &v, &out, &err), 0);
	assert_string_equal(v.tag.buf, "");
}

static void who_asks_for_any_version_is_not_told_that_it_is_the_same(
	void **state)
{
	AUTO(fetch_version) v = FETCH_VERSION_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;

	assert_int_equal(get_version(state, "/same", &v, &out, &err), -1);
	assert_non_null(strstr(err.text, "304"));
}

static void a_redirect_is_followed(void **state)
{
	struct error err = ERROR_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	assert_int_equal(get(state, "/moved", here, &out, &err), 0);
	assert_string_equal(out.buf, "# Log\n");
}

static void a_redirect_to_another_protocol_is_refused(void **state)
{
	refuses(state, "/to-file", ERROR_NETWORK, "neither http nor https");
	refuses(state, "/to-ftp", ERROR_NETWORK, "neither http nor https");
}

static void a_loop_ends(void **state)
{
	refuses(state, "/loop", ERROR_NETWORK, "3 redirects");
}

static void an_endless_body_is_cut_off(void **state)
{
	refuses(state, "/endless", ERROR_NETWORK, "limit of 4096 bytes");
}

static void a_silent_server_is_given_up(void **state)
{
	refuses(state, "/silent", ERROR_NETWORK, "in time");
}

static void each_failure_is_named(void **state)
{
	refuses(state, "/nothing", ERROR_NOT_FOUND, "404");
	refuses(state, "/closed", ERROR_AUTH, "not open to everybody");
	refuses(state, "/broken", ERROR_NETWORK, "500");
}

static void a_private_address_is_refused_unless_allowed(void **state)
{
	struct fetch_limits limits = here;
	struct error err = ERROR_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	limits.allow_private = false;
	assert_int_equal(get(state, "/log.md", limits, &out, &err), -1);
	assert_non_null(strstr(err.text, "--allow-private"));
}

static void only_web_addresses_are_taken(void **state UNUSED)
{
	struct error err = ERROR_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	assert_false(fetch_is_url("log.md"));
	assert_true(fetch_is_url("HTTPS://example.org/"));
	assert_int_equal(fetch_get(&out, NULL, "file:///etc/passwd", &here,
				   &err), -1);
	assert_int_equal(err.kind, ERROR_USAGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_is_fetched_with_its_type),
		cmocka_unit_test(what_is_known_is_not_sent_again),
		cmocka_unit_test(an_older_version_is_replaced),
		cmocka_unit_test(
			a_version_that_could_not_be_sent_back_is_forgotten),
		cmocka_unit_test(
			who_asks_for_any_version_is_not_told_that_it_is_the_same),
		cmocka_unit_test(a_redirect_is_followed),
		cmocka_unit_test(a_redirect_to_another_protocol_is_refused),
		cmocka_unit_test(a_loop_ends),
		cmocka_unit_test(an_endless_body_is_cut_off),
		cmocka_unit_test(a_silent_server_is_given_up),
		cmocka_unit_test(each_failure_is_named),
		cmocka_unit_test(a_private_address_is_refused_unless_allowed),
		cmocka_unit_test(only_web_addresses_are_taken),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
