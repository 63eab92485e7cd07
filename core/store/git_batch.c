/* SPDX-License-Identifier: MIT */
/* Writes, collected until they become one commit. */
#include "core/base/path.h"
#include "core/store/git_store.h"

/* The record of what is to be finished would be that of the next commit, and
 * who reads the files would write an entry of the same name again. */
static int check_written(const struct git_store *s, struct error *err)
{
	if (s->unwritten.kind == ERROR_NONE)
		return 0;
	*err = s->unwritten;
	return error_context(err, "what was saved before is to be finished "
			     "first");
}

int git_batch_begin(struct store_batch **out, struct store *base,
		    struct error *err)
{
	struct git_store *s = (struct git_store *)base;
	struct git_batch *b;

	/* Of a run that goes on writing, the end is what is waited for. */
	git_acknowledge(base);
	if (state_lock(s, err))
		return -1;
	state_sweep(s);
	s->unwritten = (struct error)ERROR_INIT;
	if (git_store_check(s, err) || store_recover(s, err) ||
	    check_written(s, err)) {
		/* The record of it stays as it is. */
		s->untold = false;
		state_unlock(s);
		return -1;
	}
	b = xcalloc(1, sizeof(*b));
	b->store = s;
	*out = &b->base;
	return 0;
}

static int add_change(struct store_batch *base, const char *path,
		      struct change **out, struct error *err)
{
	struct git_batch *b = (struct git_batch *)base;
	struct change *c;

	if (!path_is_safe(str_of(path)))
		return error_set(err, ERROR_INPUT,
				 "'%s' is no name for a file of a journal",
				 path);
	XGROW(b->changes, b->count, b->cap);
	c = &b->changes[b->count];
	memset(c, 0, sizeof(*c));
	c->path = xstrdup(path);
	c->order = b->count++;
	*out = c;
	return 0;
}

int git_batch_put(struct store_batch *base, const char *path, struct str bytes,
		  struct error *err)
{
	struct change *c;

	if (add_change(base, path, &c, err))
		return -1;
	c->len = bytes.len;
	c->bytes = xmalloc(bytes.len + 1);
	if (bytes.len)
		memcpy(c->bytes, bytes.s, bytes.len);
	c->bytes[bytes.len] = '\0';
	if (git_odb_hash(&c->blob, c->bytes, c->len, GIT_OBJECT_BLOB) < 0)
		return git_fail(err, -1, "cannot hash '%s'", path);
	return 0;
}

int git_batch_remove(struct store_batch *base, const char *path,
		     struct error *err)
{
	struct change *c;

	return add_change(base, path, &c, err);
}

static int by_path(const void *a, const void *b)
{
	const struct change *x = a, *y = b;
	int c = strcmp(x->path, y->path);

	return c ? c : (x->order > y->order) - (x->order < y->order);
}

static void change_release(struct change *c)
{
	free(c->path);
	free(c->bytes);
}

void batch_arrange(struct git_batch *b)
{
	size_t kept = 0;

	if (b->count)
		qsort(b->changes, b->count, sizeof(*b->changes), by_path);
	for (size_t i = 0; i < b->count; i++) {
		if (i + 1 < b->count &&
		    !strcmp(b->changes[i].path, b->changes[i + 1].path))
			change_release(&b->changes[i]);
		else
			b->changes[kept++] = b->changes[i];
	}
	b->count = kept;
}

void git_batch_abandon(struct store_batch *base)
{
	struct git_batch *b = (struct git_batch *)base;

	for (size_t i = 0; i < b->count; i++)
		change_release(&b->changes[i]);
	free(b->changes);
	objects_clear(b->store->objects);
	stage_drop(b->store);
	if (!b->store->untold)
		state_unlock(b->store);
	free(b);
}

static void end_intent(struct git_store *s)
{
	struct error ignored = ERROR_INIT;

	s->untold = false;
	/* If it cannot be written, the next run tells it again. */
	if (s->afterwards.given ? intent_write(s, &s->afterwards, &ignored)
				: intent_clear(s, &ignored))
		return;
}

void git_acknowledge(struct store *base)
{
	struct git_store *s = (struct git_store *)base;

	if (s->untold)
		end_intent(s);
	state_unlock(s);
}
