/* SPDX-License-Identifier: MIT */
/*
 * http_server FOLDER PORTFILE [LOGFILE]: serve the files of a folder on
 * 127.0.0.1, on a free port that is written to PORTFILE; .html is text/html.
 * What stands in `routes` below is answered as said there.  Each request is a
 * line of LOGFILE: method, path, how many were being answered, and the version
 * that the asker has, if it names one; a file that is of this version is not sent
 * again.  It ends by itself after two minutes.
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/path.h"
#include "core/base/sha256.h"

struct request {
	struct str method, path;	/* without a query */
	struct str rest;		/* of the path, behind the route */
	struct str known;		/* the version that is there, or none */
	bool head;
	unsigned before;		/* requests of this path until now */
	const char *folder;
};

struct server {
	const char *folder, *log;
	atomic_uint *active;		/* shared with those that answer */
};

static void add_status(struct strbuf *out, unsigned status, const char *headers)
{
	strbuf_addf(out, "HTTP/1.1 %u Status\r\n%sContent-Length: 0\r\n\r\n",
		    status, headers);
}

static void add_text(struct strbuf *out, const struct request *r)
{
	const struct str text = STR("something\n");

	strbuf_addf(out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
		    "Content-Length: %zu\r\n\r\n", text.len);
	if (!r->head)
		strbuf_addslice(out, text);
}

static void add_location(struct strbuf *out, unsigned status, const char *to,
			 struct str path)
{
	AUTO(strbuf) header = STRBUF_INIT;

	strbuf_addf(&header, "Location: %s%.*s\r\n", to, (int)path.len, path.s);
	add_status(out, status, header.buf);
}

static void add_version(struct strbuf *out, struct str bytes)
{
	struct sha256 sum;

	sha256_init(&sum);
	sha256_add(&sum, bytes);
	strbuf_addf(out, "\"%.8s\"", sha256_end(&sum).s);
}

static void add_file(struct strbuf *out, const struct request *r)
{
	AUTO(beneath) root = BENEATH_INIT;
	AUTO(strbuf) bytes = STRBUF_INIT;
	AUTO(strbuf) name = STRBUF_INIT;
	AUTO(strbuf) version = STRBUF_INIT;
	struct error err = ERROR_INIT;

	strbuf_addslice(&name, str_from(r->path, 1));
	if (beneath_open(&root, r->folder, &err) ||
	    beneath_read(&root, name.buf, (size_t)128 << 20, &bytes, &err)) {
		add_status(out, 404, "");
		return;
	}
	add_version(&version, strbuf_slice(&bytes));
	if (str_is(r->known, version.buf)) {
		add_status(out, 304, "");
		return;
	}
	strbuf_addf(out, "HTTP/1.1 200 OK\r\nETag: %s\r\nContent-Type: %s\r\n"
		    "Content-Length: %zu\r\n\r\n", version.buf,
		    str_ends(r->path, ".html") ? "text/html; charset=utf-8" :
						 "text/plain", bytes.len);
	if (!r->head)
		strbuf_addslice(out, strbuf_slice(&bytes));
}

/* --- routes -------------------------------------------------------------- */

static unsigned take_number(struct str *rest)
{
	unsigned n = 0;

	if (str_to_uint(str_next_field(rest, '/'), 100000, &n))
		return 0;
	return n;
}

static void found(struct strbuf *out, struct request *r)
{
	add_location(out, 302, "/", r->rest);
}

static void moved(struct strbuf *out, struct request *r)
{
	add_location(out, 301, "/", r->rest);
}

static void to_file(struct strbuf *out, struct request *r UNUSED)
{
	add_location(out, 302, "file:///etc/passwd", STR(""));
}

static void loop(struct strbuf *out, struct request *r)
{
	add_location(out, 302, "", r->path);
}

static void closed(struct strbuf *out, struct request *r UNUSED)
{
	add_status(out, 401, "");
}

static void status(struct strbuf *out, struct request *r)
{
	add_status(out, take_number(&r->rest), "");
}

static void slow(struct strbuf *out, struct request *r)
{
	usleep(take_number(&r->rest) * 1000);
	add_text(out, r);
}

/* HEAD gets this status, GET the page. */
static void no_head(struct strbuf *out, struct request *r)
{
	unsigned answer = take_number(&r->rest);

	if (!r->head)
		add_text(out, r);
	else if (answer)
		add_status(out, answer, "");
}

/* The first so many are told to come back after so many seconds. */
static void busy(struct strbuf *out, struct request *r)
{
	AUTO(strbuf) header = STRBUF_INIT;
	unsigned answer = take_number(&r->rest);
	unsigned seconds = take_number(&r->rest);

	strbuf_addf(&header, "Retry-After: %u\r\n", seconds);
	if (r->before < take_number(&r->rest))
		add_status(out, answer, header.buf);
	else
		add_text(out, r);
}

static void endless(struct strbuf *out, struct request *r)
{
	strbuf_addstr(out, "HTTP/1.1 200 OK\r\n\r\n");
	for (int i = 0; !r->head && i < 100000; i++)
		strbuf_addstr(out, "and on and on and on and on and on\n");
}

static void hang_up(struct strbuf *out UNUSED, struct request *r UNUSED)
{
}

static const struct {
	const char *prefix;	/* what is behind it goes to `answer` */
	void (*answer)(struct strbuf *out, struct request *r);
} routes[] = {
	{ "/to/", found },		/* PATH */
	{ "/moved/", moved },		/* PATH */
	{ "/to-file", to_file },
	{ "/loop", loop },
	{ "/closed", closed },
	{ "/status/", status },		/* STATUS/… */
	{ "/slow/", slow },		/* MILLISECONDS/… */
	{ "/no-head/", no_head },	/* STATUS, 0: it hangs up */
	{ "/busy/", busy },		/* STATUS/SECONDS/TIMES/… */
	{ "/endless", endless },
	{ "/hangs-up/", hang_up },
};

static void add_answer(struct strbuf *out, struct request *r)
{
	for (size_t i = 0; i < ARRAY_SIZE(routes); i++) {
		if (!str_starts(r->path, routes[i].prefix))
			continue;
		r->rest = str_from(r->path, strlen(routes[i].prefix));
		routes[i].answer(out, r);
		return;
	}
	add_file(out, r);
}

/* --- requests ------------------------------------------------------------ */

static unsigned count_before(const char *log, struct str path)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct str rest, line;
	unsigned count = 0;

	if (!log || file_read(&text, log, (size_t)16 << 20, &err))
		return 0;
	rest = strbuf_slice(&text);
	while ((line = str_next_line(&rest)).s) {
		str_next_field(&line, ' ');
		count += str_eq(str_next_field(&line, ' '), path);
	}
	return count;
}

static void note(const struct server *s, const struct request *r,
		 unsigned active)
{
	AUTO(strbuf) line = STRBUF_INIT;
	int fd;

	if (!s->log)
		return;
	fd = open(s->log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
	strbuf_addf(&line, "%.*s %.*s %u%s%.*s\n", (int)r->method.len,
		    r->method.s, (int)r->path.len, r->path.s, active,
		    r->known.len ? " " : "", (int)r->known.len, r->known.s);
	if (fd < 0 || file_write_fd(fd, strbuf_slice(&line)))
		perror(s->log);
	close(fd);
}

static struct str header(struct str lines, const char *name)
{
	struct str line;

	while ((line = str_next_line(&lines)).s)
		if (str_starts(line, name))
			return str_trim(str_from(line, strlen(name)));
	return STR("");
}

static void answer(int client, const struct server *s)
{
	char bytes[8192];
	ssize_t n = read(client, bytes, sizeof(bytes));
	struct str rest = { bytes, n > 0 ? (size_t)n : 0 };
	struct request r = { .folder = s->folder };
	AUTO(strbuf) out = STRBUF_INIT;

	r.method = str_next_field(&rest, ' ');
	r.path = str_next_field(&rest, ' ');
	r.path = str_upto(r.path, str_find(r.path, '?'));
	r.known = header(rest, "If-None-Match: ");
	r.head = str_is(r.method, "HEAD");
	r.before = count_before(s->log, r.path);
	note(s, &r, atomic_fetch_add(s->active, 1) + 1);
	add_answer(&out, &r);
	atomic_fetch_sub(s->active, 1);
	if (file_write_fd(client, strbuf_slice(&out)))
		return;
}

static int listen_here(const char *port_file)
{
	struct sockaddr_in a = { .sin_family = AF_INET };
	socklen_t len = sizeof(a);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	FILE *f;

	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (fd < 0 || bind(fd, (struct sockaddr *)&a, len) || listen(fd, 64) ||
	    getsockname(fd, (struct sockaddr *)&a, &len))
		return -1;
	f = fopen(port_file, "we");
	if (!f || fprintf(f, "%u\n", (unsigned)ntohs(a.sin_port)) < 0 ||
	    fclose(f))
		return -1;
	return fd;
}

int main(int argc, char **argv)
{
	struct server s = { .folder = argc > 1 ? argv[1] : NULL,
			    .log = argc > 3 ? argv[3] : NULL };
	int listener;

	if (argc < 3 || argc > 4)
		return 2;
	signal(SIGPIPE, SIG_IGN);
	signal(SIGCHLD, SIG_IGN);
	alarm(120);
	s.active = mmap(NULL, sizeof(*s.active), PROT_READ | PROT_WRITE,
			MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	listener = s.active == MAP_FAILED ? -1 : listen_here(argv[2]);
	if (listener < 0) {
		perror("http_server");
		return 1;
	}
	for (;;) {
		int client = accept(listener, NULL, NULL);

		if (client < 0)
			return 1;
		if (!fork()) {
			/* Nobody waits for one that outlives the tests. */
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			answer(client, &s);
			_exit(0);
		}
		close(client);
	}
}
