/* SPDX-License-Identifier: MIT */
/* Asking a watcher whether anything has changed. */
#include "core/index/watcher.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/base/path.h"

bool watched_state_is(const struct watched_state *a,
		      const struct watched_state *b)
{
	return a->generation && a->generation == b->generation &&
	       a->changes == b->changes;
}

void watcher_folder(struct strbuf *out, const char *path)
{
	strbuf_addslice(out, path_dirname(str_of(path)));
	if (!out->len)
		strbuf_addch(out, *path == '/' ? '/' : '.');
}

void watcher_address(struct sockaddr_un *out, int folder)
{
	*out = (struct sockaddr_un){ .sun_family = AF_UNIX };
	snprintf(out->sun_path, sizeof(out->sun_path),
		 "/proc/self/fd/%d/" WATCHER_SOCKET, folder);
}

bool watcher_is_ours(int socket, int *pid)
{
	struct ucred peer;
	socklen_t size = sizeof(peer);

	if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) ||
	    size != sizeof(peer) || peer.uid != geteuid())
		return false;
	if (pid)
		*pid = (int)peer.pid;
	return true;
}

static int connect_to(const struct sockaddr_un *address)
{
	int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK,
			0);

	if (fd >= 0 && connect(fd, (const void *)address, sizeof(*address))) {
		close(fd);
		return -1;
	}
	return fd;
}

/* By its path where that fits, which is one call less. */
static bool is_short(struct sockaddr_un *out, const struct strbuf *path)
{
	*out = (struct sockaddr_un){ .sun_family = AF_UNIX };
	if (path->len >= sizeof(out->sun_path))
		return false;
	memcpy(out->sun_path, path->buf, path->len + 1);
	return true;
}

int watcher_ask(const char *path)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	AUTO(strbuf) place = STRBUF_INIT;
	struct sockaddr_un address;
	int in, fd;

	watcher_folder(&folder, path);
	strbuf_addslice(&place, strbuf_slice(&folder));
	path_join(&place, WATCHER_SOCKET);
	if (is_short(&address, &place))
		return connect_to(&address);
	in = open(folder.buf, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (in < 0)
		return -1;
	watcher_address(&address, in);
	fd = connect_to(&address);
	close(in);
	return fd;
}

static bool receive(int question, int patience, struct watcher_answer *out)
{
	struct pollfd wait = { question, POLLIN, 0 };

	/* MSG_TRUNC tells the length of a packet that is too long. */
	return poll(&wait, 1, patience) == 1 &&
	       recv(question, out, sizeof(*out), MSG_TRUNC) ==
		       (ssize_t)sizeof(*out);
}

static bool is_about(const struct watcher_answer *a, const struct beneath *tree)
{
	struct stat st;

	return a->magic == WATCHER_MAGIC && a->state.generation &&
	       !fstat(tree->fd, &st) && a->device == (uint64_t)st.st_dev &&
	       a->inode == (uint64_t)st.st_ino;
}

bool watcher_hear(int question, const struct beneath *tree, int patience,
		  struct watcher_answer *out, int *pid)
{
	bool heard;

	if (question < 0)
		return false;
	heard = watcher_is_ours(question, pid) && receive(question, patience, out) &&
		is_about(out, tree);
	close(question);
	return heard;
}
