/* SPDX-License-Identifier: MIT */
/*
 * http_server FOLDER PORTFILE: serve the files of a folder on 127.0.0.1, on
 * a free port that is written to PORTFILE.  /to/PATH redirects to /PATH,
 * /to-file to a file: address, /closed wants a password; .html is text/html.
 * It ends by itself after two minutes.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/path.h"

static void add_redirect(struct strbuf *out, const char *to, struct str path)
{
	strbuf_addf(out, "HTTP/1.1 302 Found\r\nLocation: %s%.*s\r\n"
		    "Content-Length: 0\r\n\r\n", to, (int)path.len, path.s);
}

static void add_file(struct strbuf *out, const char *folder, struct str path)
{
	AUTO(beneath) root = BENEATH_INIT;
	AUTO(strbuf) bytes = STRBUF_INIT;
	AUTO(strbuf) name = STRBUF_INIT;
	struct error err = ERROR_INIT;

	strbuf_addslice(&name, str_from(path, 1));
	if (beneath_open(&root, folder, &err) ||
	    beneath_read(&root, name.buf, (size_t)128 << 20, &bytes, &err)) {
		strbuf_addstr(out, "HTTP/1.1 404 Not Found\r\n"
				   "Content-Length: 0\r\n\r\n");
		return;
	}
	strbuf_addf(out, "HTTP/1.1 200 OK\r\nContent-Type: %s\r\n"
		    "Content-Length: %zu\r\n\r\n",
		    str_ends(path, ".html") ? "text/html; charset=utf-8" :
					      "text/plain", bytes.len);
	strbuf_addslice(out, strbuf_slice(&bytes));
}

static void answer(int client, const char *folder)
{
	char request[4096];
	ssize_t n = read(client, request, sizeof(request));
	struct str path = { request, n > 0 ? (size_t)n : 0 };
	AUTO(strbuf) out = STRBUF_INIT;

	path = str_from(path, 4);
	path = str_upto(path, str_find(path, ' '));
	path = str_upto(path, str_find(path, '?'));
	if (str_starts(path, "/to/"))
		add_redirect(&out, "/", str_from(path, 4));
	else if (str_is(path, "/to-file"))
		add_redirect(&out, "file:///etc/passwd", STR(""));
	else if (str_is(path, "/closed"))
		strbuf_addstr(&out, "HTTP/1.1 401 Unauthorized\r\n"
				    "Content-Length: 0\r\n\r\n");
	else
		add_file(&out, folder, path);
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
	if (fd < 0 || bind(fd, (struct sockaddr *)&a, len) || listen(fd, 8) ||
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
	int listener;

	if (argc != 3)
		return 2;
	signal(SIGPIPE, SIG_IGN);
	alarm(120);
	listener = listen_here(argv[2]);
	if (listener < 0) {
		perror("http_server");
		return 1;
	}
	for (;;) {
		int client = accept(listener, NULL, NULL);

		if (client < 0)
			return 1;
		answer(client, argv[1]);
		close(client);
	}
}
