/* SPDX-License-Identifier: MIT */
/* What every transfer has in common. */
#include "core/net/curl_private.h"

static curl_socket_t open_socket(void *arg, curlsocktype purpose UNUSED,
				 struct curl_sockaddr *a)
{
	struct curl_guard *guard = arg;

	bool is_public = address_is_public(&a->addr);

	if (is_public ? guard->only_private : !guard->allow_private) {
		guard->refused = true;
		return CURL_SOCKET_BAD;
	}
	return socket(a->family, a->socktype | SOCK_CLOEXEC, a->protocol);
}

void curl_configure(CURL *curl, struct curl_guard *guard, unsigned seconds)
{
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)seconds);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 15L);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_USERAGENT, "hecto/" HECTO_VERSION);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, guard);
}
