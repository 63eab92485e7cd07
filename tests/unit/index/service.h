/* SPDX-License-Identifier: MIT */
/* A watcher of the journal of a test, which answers in a thread of its own. */
#ifndef TESTS_UNIT_INDEX_SERVICE_H
#define TESTS_UNIT_INDEX_SERVICE_H

#include "tests/unit/index/fixture.h"

#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>

#include "core/index/watch_server.h"

static inline struct watch_server *watch(struct fixture *f)
{
	struct watch_server *s;

	if (watch_server_open(&s, f->root, f->index_path.buf, &f->err))
		fail_msg("%s", f->err.text);
	return s;
}

struct service {
	struct watch_server *server;
	pthread_t thread;
	atomic_bool ended;
};

static inline void *serve(void *arg)
{
	struct service *s = arg;
	struct error err = ERROR_INIT;

	while (!atomic_load(&s->ended)) {
		int from[WATCH_SERVER_DESCRIPTORS];
		struct pollfd fds[WATCH_SERVER_DESCRIPTORS];

		watch_server_descriptors(s->server, from);
		for (int i = 0; i < WATCH_SERVER_DESCRIPTORS; i++)
			fds[i] = (struct pollfd){ from[i], POLLIN, 0 };
		poll(fds, WATCH_SERVER_DESCRIPTORS, 5);
		if (watch_server_run(s->server, &err))
			break;
	}
	return NULL;
}

static inline void begin_service(struct fixture *f, struct service *s)
{
	atomic_init(&s->ended, false);
	s->server = watch(f);
	assert_int_equal(pthread_create(&s->thread, NULL, serve, s), 0);
}

static inline void end_service(struct service *s)
{
	atomic_store(&s->ended, true);
	pthread_join(s->thread, NULL);
	watch_server_close(s->server);
}

#endif
