/* SPDX-License-Identifier: MIT */
/*
 * Objects that are not on the disk yet.  libgit2 writes each object as soon
 * as it is made; we want to know the id of the commit before anything is on
 * the disk, and then write all of them in the way that suits their number.
 */
#include <stdint.h>

#include "core/store/git_store.h"

struct object {
	git_oid id;
	git_object_t type;
	size_t len;
	char *data;
};

struct objects {
	git_odb_backend backend;	/* first: libgit2 sees only this */
	struct object *items;
	size_t count, cap;
	size_t bytes;			/* that are held */
	uint32_t *slots;		/* by id: index + 1, or 0 */
	size_t nslots;			/* a power of two */
};

static size_t first_slot(const struct objects *o, const git_oid *id)
{
	uint32_t hash;

	memcpy(&hash, id->id, sizeof(hash));
	return hash & (o->nslots - 1);
}

static const struct object *find(const struct objects *o, const git_oid *id)
{
	if (!o->nslots)
		return NULL;
	for (size_t i = first_slot(o, id); o->slots[i];
	     i = (i + 1) & (o->nslots - 1))
		if (git_oid_equal(&o->items[o->slots[i] - 1].id, id))
			return &o->items[o->slots[i] - 1];
	return NULL;
}

static void enter(struct objects *o, size_t item)
{
	size_t i = first_slot(o, &o->items[item].id);

	while (o->slots[i])
		i = (i + 1) & (o->nslots - 1);
	o->slots[i] = (uint32_t)item + 1;
}

static void grow_slots(struct objects *o)
{
	if (o->count * 2 < o->nslots)
		return;
	free(o->slots);
	o->nslots = o->nslots ? o->nslots * 2 : 64;
	o->slots = xcalloc(o->nslots, sizeof(*o->slots));
	for (size_t i = 0; i < o->count; i++)
		enter(o, i);
}

static int object_write(git_odb_backend *backend, const git_oid *id,
			const void *data, size_t len, git_object_t type)
{
	struct objects *o = (struct objects *)backend;
	struct object *new;

	if (find(o, id))
		return 0;
	grow_slots(o);
	XGROW(o->items, o->count, o->cap);
	new = &o->items[o->count];
	new->id = *id;
	new->type = type;
	new->len = len;
	new->data = xmalloc(len + 1);
	memcpy(new->data, data, len);
	o->bytes += len;
	enter(o, o->count++);
	return 0;
}

static int object_read(void **data, size_t *len, git_object_t *type,
		       git_odb_backend *backend, const git_oid *id)
{
	const struct object *found = find((struct objects *)backend, id);

	if (!found)
		return GIT_ENOTFOUND;
	*data = git_odb_backend_data_alloc(backend, found->len + 1);
	if (!*data)
		return -1;
	memcpy(*data, found->data, found->len);
	*len = found->len;
	*type = found->type;
	return 0;
}

static int object_header(size_t *len, git_object_t *type,
			 git_odb_backend *backend, const git_oid *id)
{
	const struct object *found = find((struct objects *)backend, id);

	if (!found)
		return GIT_ENOTFOUND;
	*len = found->len;
	*type = found->type;
	return 0;
}

static int object_exists(git_odb_backend *backend, const git_oid *id)
{
	return find((struct objects *)backend, id) != NULL;
}

void objects_clear(struct objects *o)
{
	for (size_t i = 0; i < o->count; i++)
		free(o->items[i].data);
	free(o->slots);
	o->slots = NULL;
	o->nslots = o->count = o->bytes = 0;
}

static void objects_free(git_odb_backend *backend)
{
	struct objects *o = (struct objects *)backend;

	objects_clear(o);
	free(o->items);
	free(o);
}

/* git_odb_write would read the folder of packs anew for each of them. */
void objects_add(struct git_store *s, const git_oid *id, struct str bytes)
{
	if (!git_odb_exists_ext(s->odb, id, GIT_ODB_LOOKUP_NO_REFRESH))
		object_write(&s->objects->backend, id, bytes.s, bytes.len,
			     GIT_OBJECT_BLOB);
}

size_t objects_bytes(const struct objects *o)
{
	return o->bytes;
}

size_t objects_count(const struct objects *o)
{
	return o->count;
}

const git_oid *objects_id(const struct objects *o, size_t i)
{
	return &o->items[i].id;
}

void objects_get(const struct objects *o, size_t i, const void **data,
		 size_t *len, git_object_t *type)
{
	*data = o->items[i].data;
	*len = o->items[i].len;
	*type = o->items[i].type;
}

int objects_attach(struct git_store *s, struct error *err)
{
	struct objects *o;
	int rc = git_repository_odb(&s->odb, s->repo);

	if (rc < 0)
		return git_fail(err, rc, "cannot open the objects of '%s'",
				s->root);
	o = xcalloc(1, sizeof(*o));
	git_odb_init_backend(&o->backend, GIT_ODB_BACKEND_VERSION);
	o->backend.write = object_write;
	o->backend.read = object_read;
	o->backend.read_header = object_header;
	o->backend.exists = object_exists;
	o->backend.free = objects_free;
	/* Above the backends for files, so that it is asked first. */
	rc = git_odb_add_backend(s->odb, &o->backend, 999);
	if (rc < 0) {
		objects_free(&o->backend);
		return git_fail(err, rc, "cannot open the objects of '%s'",
				s->root);
	}
	s->objects = o;
	return 0;
}
