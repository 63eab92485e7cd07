/* SPDX-License-Identifier: MIT */
#ifndef CORE_SERVE_MODULE_H
#define CORE_SERVE_MODULE_H

#include "core/serve/serve.h"

/* What the module hecto-serve.so offers to serve.c (core/base/module.h). */
#define SERVE_MODULE_FILE "hecto-serve.so"
#define SERVE_MODULE_SYMBOL "hecto_serve_module"
#define SERVE_MODULE_ABI 1u

struct http_server;

struct serve_module {
	unsigned abi;
	int (*start)(struct http_server **out,
		     const struct web_server_options *options,
		     struct error *err);
	void (*stop)(struct http_server *s);
	unsigned (*port)(const struct http_server *s);
	int (*descriptor)(const struct http_server *s);
	int (*timeout)(struct http_server *s);
	void (*run)(struct http_server *s);
	void (*changed)(struct http_server *s);
};

#endif
