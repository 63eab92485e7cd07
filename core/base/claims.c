/* SPDX-License-Identifier: MIT */
/* Parting work among processes while they do it. */
#include "core/base/claims.h"

#include <sys/mman.h>

/* The kernel's pages are zero, which is what nobody has taken. */
int claims_open(struct claims *c, size_t count, struct error *err)
{
	void *shared = mmap(NULL, count + 1, PROT_READ | PROT_WRITE,
			    MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (shared == MAP_FAILED)
		return error_errno(err, "cannot share memory with a process");
	*c = (struct claims){ shared, count };
	return 0;
}

void claims_release(struct claims *c)
{
	if (c->taken)
		munmap(c->taken, c->count + 1);
	*c = (struct claims)CLAIMS_INIT;
}

bool claims_take(struct claims *c, size_t number)
{
	return !atomic_exchange(&c->taken[number], 1);
}
