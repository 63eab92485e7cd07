/* SPDX-License-Identifier: MIT */
/* Answering with a file of the folder. */
#include "core/serve/http_private.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/media_type.h"
#include "core/base/path.h"

/* A page that has more bytes is sent without the script. */
#define PAGE_MAX ((off_t)8 << 20)
#define NOT_FOUND_PAGE "404.html"

/*
 * A preview shows what there is now, and runs nothing it was not sent as.  It is
 * for its own pages only: what is searched comes as scripts, which a page of
 * anybody else could load and read otherwise, knowing the port.
 */
static void add_headers(struct MHD_Response *response, const char *type)
{
	MHD_add_response_header(response, "Cross-Origin-Resource-Policy",
				"same-origin");
	MHD_add_response_header(response, "Content-Type", type);
	MHD_add_response_header(response, "Cache-Control", "no-store");
	MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
	MHD_add_response_header(response, "Referrer-Policy", "no-referrer");
}

static enum MHD_Result queue(struct MHD_Connection *c, unsigned status,
			     const char *type, struct MHD_Response *response)
{
	enum MHD_Result queued;

	if (!response)
		return MHD_NO;
	add_headers(response, type);
	queued = MHD_queue_response(c, status, response);
	MHD_destroy_response(response);
	return queued;
}

enum MHD_Result http_answer(struct MHD_Connection *c, unsigned status,
			    const char *type, struct str bytes)
{
	/* The library copies, and does not write to what it is given. */
	return queue(c, status, type, MHD_create_response_from_buffer(
			bytes.len, (void *)(uintptr_t)bytes.s,
			MHD_RESPMEM_MUST_COPY));
}

/* "/a/" is "a/index.html"; a query and what climbs out leave nothing. */
static bool add_path(struct strbuf *out, const char *url)
{
	struct str path = str_of(url);

	while (str_starts(path, "/"))
		path = str_from(path, 1);
	strbuf_addslice(out, path);
	if (!path.len || str_ends(path, "/"))
		strbuf_addstr(out, "index.html");
	return path_is_safe(strbuf_slice(out));
}

/* A descriptor of a regular file, or -1. */
static int open_file(struct http_server *s, const char *path, struct stat *st)
{
	AUTO(beneath) folder = BENEATH_INIT;
	struct error ignored = ERROR_INIT;
	int fd;

	if (beneath_open(&folder, s->folder, &ignored))
		return -1;
	fd = beneath_openat(&folder, path, O_RDONLY | O_NONBLOCK, 0);
	if (fd >= 0 && (fstat(fd, st) || !S_ISREG(st->st_mode))) {
		close(fd);
		return -1;
	}
	return fd;
}

static enum MHD_Result answer_page(struct http_server *s,
				   struct MHD_Connection *c, unsigned status,
				   const char *type, int fd)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct error ignored = ERROR_INIT;
	int rc = file_read_fd(&bytes, fd, (size_t)PAGE_MAX, &ignored);

	close(fd);
	if (rc)
		return MHD_NO;
	http_add_script(&bytes, s->version);
	return http_answer(c, status, type, strbuf_slice(&bytes));
}

/* Sent out of the file, as fast as it is taken; a page is read for the script
 * to be put in.  False: there is no such file. */
static bool answer_with(struct http_server *s, struct MHD_Connection *c,
			unsigned status, const char *path,
			enum MHD_Result *queued)
{
	const char *type = media_type_of(str_of(path));
	struct MHD_Response *response;
	struct stat st;
	int fd = open_file(s, path, &st);

	if (fd < 0)
		return false;
	if (str_starts(str_of(type), "text/html") && st.st_size <= PAGE_MAX) {
		*queued = answer_page(s, c, status, type, fd);
		return true;
	}
	response = MHD_create_response_from_fd64((uint64_t)st.st_size, fd);
	if (!response)
		close(fd);
	*queued = queue(c, status, type, response);
	return true;
}

/* The page for what is not found links to where the site will be. */
static bool answer_at_home(struct http_server *s, struct MHD_Connection *c,
			   const char *url, enum MHD_Result *queued)
{
	AUTO(strbuf) path = STRBUF_INIT;

	return s->home && str_starts(str_of(url), s->home) &&
	       add_path(&path, url + strlen(s->home)) &&
	       answer_with(s, c, MHD_HTTP_OK, path.buf, queued);
}

enum MHD_Result http_answer_file(struct http_server *s,
				 struct MHD_Connection *c, const char *url)
{
	AUTO(strbuf) path = STRBUF_INIT;
	enum MHD_Result queued;

	if ((add_path(&path, url) &&
	     answer_with(s, c, MHD_HTTP_OK, path.buf, &queued)) ||
	    answer_at_home(s, c, url, &queued) ||
	    answer_with(s, c, MHD_HTTP_NOT_FOUND, NOT_FOUND_PAGE, &queued))
		return queued;
	return http_answer(c, MHD_HTTP_NOT_FOUND, "text/plain; charset=utf-8",
			   STR("There is no such page.\n"));
}
