/* SPDX-License-Identifier: MIT */
/*
 * Telling browsers that a page has changed.
 *
 * A site's own policy (CSP) allows scripts of its origin and no connection, so
 * that neither EventSource nor fetch() would work in its pages.  A script that
 * is answered late does: once it comes, it loads the page again.  It is asked
 * for after the page's load event, which would wait for it otherwise.
 */
#include "core/serve/http_private.h"

#include <inttypes.h>
#include <unistd.h>

#define WAITING_MOST 64		/* of the connections that there may be */

/* %PRIu64 is the version.  A server that has gone is asked again, and one that
 * has sent the script away. */
#define SCRIPT                                                             \
	"addEventListener('load', function wait() {\n"                     \
	"\tvar s = document.createElement('script');\n"                    \
	"\ts.src = '" HTTP_WAIT "?v=%" PRIu64 "';\n"                         \
	"\ts.onerror = function () { s.remove(); setTimeout(wait, 1500); };\n" \
	"\tdocument.head.append(s);\n"                                     \
	"});\n"

uint64_t http_first_version(void)
{
	return (uint64_t)getpid() << 32 | 1;
}

/* Pages have no "</head>" in their text: it is escaped there. */
void http_add_script(struct strbuf *page, uint64_t version)
{
	AUTO(strbuf) rest = STRBUF_INIT;
	size_t head = str_find_str(strbuf_slice(page), STR("</head>"));

	if (head == page->len)
		return;
	strbuf_addslice(&rest, str_from(strbuf_slice(page), head));
	strbuf_truncate(page, head);
	strbuf_addf(page, "<script src=\"" HTTP_SCRIPT "?v=%" PRIu64
		    "\" async></script>", version);
	strbuf_addslice(page, strbuf_slice(&rest));
}

/* What a request says behind "?v=", or 0, which no page has. */
static uint64_t asked_version(struct MHD_Connection *c)
{
	const char *digits = MHD_lookup_connection_value(
		c, MHD_GET_ARGUMENT_KIND, "v");
	uint64_t version = 0;

	if (!digits)
		return 0;
	for (; *digits >= '0' && *digits <= '9'; digits++)
		version = version * 10 + (uint64_t)(*digits - '0');
	return version;
}

enum MHD_Result http_answer_script(struct MHD_Connection *c)
{
	AUTO(strbuf) script = STRBUF_INIT;

	strbuf_addf(&script, SCRIPT, asked_version(c));
	return http_answer(c, MHD_HTTP_OK, "text/javascript; charset=utf-8",
			   strbuf_slice(&script));
}

static void resume(struct http_server *s, struct http_request **at)
{
	struct http_request *r = *at;

	*at = r->next;
	r->next = NULL;
	s->nwaiting--;
	MHD_resume_connection(r->connection);
}

static void send_oldest_away(struct http_server *s)
{
	struct http_request **at = &s->waiting;

	while ((*at)->next)
		at = &(*at)->next;
	(*at)->is_sent_away = true;
	resume(s, at);
}

enum MHD_Result http_answer_wait(struct http_server *s,
				 struct http_request *r)
{
	if (s->is_stopping)
		return MHD_NO;
	if (asked_version(r->connection) != s->version)
		return http_answer(r->connection, MHD_HTTP_OK,
				   "text/javascript; charset=utf-8",
				   STR("location.reload();\n"));
	if (r->is_sent_away)
		return http_answer(r->connection,
				   MHD_HTTP_SERVICE_UNAVAILABLE,
				   "text/plain; charset=utf-8",
				   STR("Too many pages wait.\n"));
	if (s->nwaiting == WAITING_MOST)
		send_oldest_away(s);
	r->next = s->waiting;
	s->waiting = r;
	s->nwaiting++;
	MHD_suspend_connection(r->connection);
	return MHD_YES;
}

void http_wake_all(struct http_server *s)
{
	while (s->waiting)
		resume(s, &s->waiting);
}

void http_forget(struct http_server *s, const struct http_request *r)
{
	struct http_request **at = &s->waiting;

	while (*at && *at != r)
		at = &(*at)->next;
	if (!*at)
		return;
	*at = r->next;
	s->nwaiting--;
}
