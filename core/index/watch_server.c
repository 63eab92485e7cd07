/* SPDX-License-Identifier: MIT */
/* Hearing of every change that a scan would see, and telling how many. */
#include "core/index/watch_server.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/base/alloc.h"
#include "core/base/folder_watch.h"
#include "core/base/strbuf.h"
#include "core/index/scan.h"
#include "core/index/watcher.h"

/* Held while it runs; the file stays. */
#define LOCK_FILE "watch.lock"

/* Commands that may wait at once; more find nobody, and look themselves. */
#define BACKLOG 64

struct watch_server {
	struct folder_watch *watch;
	int folder; /* of lock and socket, wherever it is moved to */
	int lock, socket;
	bool bound;
	struct stat root;
	struct watched_state state, told;
	uint64_t answers, unchanged;
};

/* What a scan looks at, and nothing else. */
static bool matters(void *arg UNUSED, const char *folder, const char *name)
{
	return *folder ? *name != '.' : scan_begins_at(name);
}

static int new_generation(struct watch_server *s, struct error *err)
{
	uint64_t *generation = &s->state.generation;

	s->state = (struct watched_state){ 0, 0 };
	while (!*generation)
		if (getrandom(generation, sizeof(*generation), 0) < 0 &&
		    errno != EINTR)
			return error_errno(err, "cannot get a random number");
	return 0;
}

static int start_watch(struct watch_server *s, const char *root,
		       struct error *err)
{
	const struct folder_watch_rules rules = {
		.matters = matters,
		.each_write = true,
		.reliable = true,
	};

	if (stat(root, &s->root))
		return error_errno(err, "cannot watch '%s'", root);
	return folder_watch_open(&s->watch, root, &rules, err);
}

static int open_folder(struct watch_server *s, const char *folder,
		       struct error *err)
{
	s->folder = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (s->folder < 0)
		return error_errno(err, "cannot open the folder '%s'", folder);
	return 0;
}

static int refuse_lock(const char *folder, struct error *err)
{
	if (errno == EACCES || errno == EROFS)
		return error_errno(err, "cannot write to '%s', the folder of "
				   "the index", folder);
	return error_errno(err, "cannot open '%s/%s'", folder, LOCK_FILE);
}

/* Whoever holds it may replace the socket that another one has left. */
static int take_lock(struct watch_server *s, const char *folder,
		     struct error *err)
{
	s->lock = openat(s->folder, LOCK_FILE,
			 O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (s->lock < 0)
		return refuse_lock(folder, err);
	if (!flock(s->lock, LOCK_EX | LOCK_NB))
		return 0;
	if (errno != EWOULDBLOCK)
		return error_errno(err, "cannot lock '%s/%s'", folder,
				   LOCK_FILE);
	return error_set(err, ERROR_CONFLICT, "the journal is watched by "
			 "another process; 'hecto watch --status' names it");
}

/* Nobody else may connect at any moment: the mode is there before the name. */
static int bind_socket(struct watch_server *s)
{
	struct sockaddr_un address;

	watcher_address(&address, s->folder);
	if (unlinkat(s->folder, WATCHER_SOCKET, 0) && errno != ENOENT)
		return -1;
	if (fchmod(s->socket, 0600) ||
	    bind(s->socket, (const void *)&address, sizeof(address)))
		return -1;
	s->bound = true;
	return 0;
}

static int start_listening(struct watch_server *s, struct error *err)
{
	s->socket = socket(AF_UNIX,
			   SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (s->socket < 0 || bind_socket(s) || listen(s->socket, BACKLOG))
		return error_errno(err, "cannot listen at '%s'",
				   WATCHER_SOCKET);
	return 0;
}

int watch_server_open(struct watch_server **out, const char *root,
		      const char *path, struct error *err)
{
	struct watch_server *s = xcalloc(1, sizeof(*s));
	AUTO(strbuf) folder = STRBUF_INIT;

	watcher_folder(&folder, path);
	*s = (struct watch_server){ .folder = -1, .lock = -1, .socket = -1 };
	if (open_folder(s, folder.buf, err) ||
	    take_lock(s, folder.buf, err) || new_generation(s, err) ||
	    start_watch(s, root, err) || start_listening(s, err)) {
		watch_server_close(s);
		return -1;
	}
	*out = s;
	return 0;
}

/* The lock goes last: the socket that is removed is ours. */
void watch_server_close(struct watch_server *s)
{
	if (!s)
		return;
	if (s->bound)
		unlinkat(s->folder, WATCHER_SOCKET, 0);
	if (s->socket >= 0)
		close(s->socket);
	folder_watch_close(s->watch);
	if (s->lock >= 0)
		close(s->lock);
	if (s->folder >= 0)
		close(s->folder);
	free(s);
}

void watch_server_descriptors(const struct watch_server *s,
			      int out[WATCH_SERVER_DESCRIPTORS])
{
	out[0] = s->socket;
	out[1] = folder_watch_descriptor(s->watch);
}

size_t watch_server_folders(const struct watch_server *s)
{
	return folder_watch_folders(s->watch);
}

/* Of a folder that cannot be watched nothing is known: nor is the state. */
static int take_news(struct watch_server *s, struct error *err)
{
	struct folder_news news;

	if (folder_watch_take(s->watch, &news, err))
		return -1;
	s->state.changes += news.changes;
	return news.lost || news.blind ? new_generation(s, err) : 0;
}

static void answer(struct watch_server *s, int client)
{
	struct watcher_answer a;

	s->answers++;
	s->unchanged += watched_state_is(&s->state, &s->told);
	s->told = s->state;
	a = (struct watcher_answer){
		.magic = WATCHER_MAGIC,
		.state = s->state,
		.device = (uint64_t)s->root.st_dev,
		.inode = (uint64_t)s->root.st_ino,
		.folders = watch_server_folders(s),
		.answers = s->answers,
		.unchanged = s->unchanged,
	};
	/* Who has gone again needs no answer. */
	(void)!send(client, &a, sizeof(a), MSG_NOSIGNAL | MSG_DONTWAIT);
}

/* What happened before the question is in the answer: so first the question,
 * then the news. */
static int serve_one(struct watch_server *s, int client, struct error *err)
{
	if (!watcher_is_ours(client, NULL))
		return 0;
	if (take_news(s, err))
		return -1;
	answer(s, client);
	return 0;
}

int watch_server_run(struct watch_server *s, struct error *err)
{
	int rc = take_news(s, err);

	for (int i = 0; !rc && i < BACKLOG; i++) {
		int client = accept4(s->socket, NULL, NULL, SOCK_CLOEXEC);

		if (client < 0)
			break;
		rc = serve_one(s, client, err);
		close(client);
	}
	return rc;
}
