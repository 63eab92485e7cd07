/* SPDX-License-Identifier: MIT */
/* Answering with a file of the folder. */
#include "core/serve/http_private.h"

#include <fcntl.h>

#include "core/base/file.h"
#include "core/base/media_type.h"
#include "core/base/path.h"

#define FILE_LIMIT ((size_t)256 << 20)
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

enum MHD_Result http_answer(struct MHD_Connection *c, unsigned status,
			    const char *type, struct str bytes)
{
	/* The library copies, and does not write to what it is given. */
	struct MHD_Response *response = MHD_create_response_from_buffer(
		bytes.len, (void *)(uintptr_t)bytes.s, MHD_RESPMEM_MUST_COPY);
	enum MHD_Result queued;

	if (!response)
		return MHD_NO;
	add_headers(response, type);
	queued = MHD_queue_response(c, status, response);
	MHD_destroy_response(response);
	return queued;
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

static int read_page(struct http_server *s, const char *path,
		     struct strbuf *out, struct error *err)
{
	AUTO(beneath) folder = BENEATH_INIT;

	if (beneath_open(&folder, s->folder, err))
		return -1;
	return beneath_read(&folder, path, FILE_LIMIT, out, err);
}

static enum MHD_Result answer_page(struct http_server *s,
				   struct MHD_Connection *c, unsigned status,
				   const char *path, struct strbuf *bytes)
{
	const char *type = media_type_of(str_of(path));

	if (str_starts(str_of(type), "text/html"))
		http_add_script(bytes, s->version);
	return http_answer(c, status, type, strbuf_slice(bytes));
}

static enum MHD_Result answer_missing(struct http_server *s,
				      struct MHD_Connection *c)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct error err = ERROR_INIT;

	if (read_page(s, NOT_FOUND_PAGE, &bytes, &err))
		return http_answer(c, MHD_HTTP_NOT_FOUND,
				   "text/plain; charset=utf-8",
				   STR("There is no such page.\n"));
	return answer_page(s, c, MHD_HTTP_NOT_FOUND, NOT_FOUND_PAGE, &bytes);
}

enum MHD_Result http_answer_file(struct http_server *s,
				 struct MHD_Connection *c, const char *url)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct error err = ERROR_INIT;

	if (!add_path(&path, url) || read_page(s, path.buf, &bytes, &err))
		return answer_missing(s, c);
	return answer_page(s, c, MHD_HTTP_OK, path.buf, &bytes);
}
