/* SPDX-License-Identifier: MIT */
/* Loads the module that is the web server, and hands calls on to it. */
#include "core/serve/serve.h"

#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/base/module.h"
#include "core/serve/module.h"

struct web_server {
	const struct serve_module *module;
	struct http_server *http;
};

int web_server_start(struct web_server **out,
		     const struct web_server_options *options,
		     struct error *err)
{
	const struct serve_module *module;
	struct http_server *http;
	const void *table;

	if (module_load(&table, SERVE_MODULE_FILE, SERVE_MODULE_SYMBOL,
			SERVE_MODULE_ABI, err))
		return -1;
	module = table;
	if (module->start(&http, options, err))
		return -1;
	*out = xcalloc(1, sizeof(**out));
	**out = (struct web_server){ module, http };
	return 0;
}

void web_server_stop(struct web_server *s)
{
	if (s)
		s->module->stop(s->http);
	free(s);
}

unsigned web_server_port(const struct web_server *s)
{
	return s->module->port(s->http);
}

int web_server_descriptor(const struct web_server *s)
{
	return s->module->descriptor(s->http);
}

int web_server_timeout(struct web_server *s)
{
	return s->module->timeout(s->http);
}

void web_server_run(struct web_server *s)
{
	s->module->run(s->http);
}

void web_server_changed(struct web_server *s)
{
	s->module->changed(s->http);
}
