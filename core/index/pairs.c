/* SPDX-License-Identifier: MIT */
/* Small files of settings, kept as the pairs that they hold. */
#include <string.h>

#include "core/index/database.h"

/* Before each string: is there one? */
#define PAIR_NULL '0'
#define PAIR_TEXT '1'

/* The value is the state of the file, as this machine has it, and its pairs. */
static void add_key(struct strbuf *out, const char *file)
{
	strbuf_addstr(out, "pairs of ");
	strbuf_addstr(out, file);
}

static bool take_state(struct str *value, const struct index_file_state *wanted)
{
	struct str state = str_upto(*value, sizeof(*wanted));

	*value = str_from(*value, state.len);
	return state.len == sizeof(*wanted) &&
	       !memcmp(state.s, wanted, sizeof(*wanted));
}

static void add_string(struct strbuf *out, const char *s)
{
	strbuf_addch(out, s ? PAIR_TEXT : PAIR_NULL);
	if (s)
		strbuf_addstr(out, s);
	strbuf_addch(out, '\0');
}

static const char *take_string(struct str *rest, struct arena *mem)
{
	struct str field = str_next_field(rest, '\0');

	if (!field.len || *field.s != PAIR_TEXT)
		return NULL;
	return arena_str(mem, str_from(field, 1)).s;
}

static size_t count_strings(struct str bytes)
{
	size_t count = 0;

	while (str_next_field(&bytes, '\0').s)
		count++;
	return count;
}

static void read_pairs(struct str bytes, struct arena *mem,
		       struct config_pair **pairs, size_t *count)
{
	*count = count_strings(bytes) / 2;
	*pairs = arena_alloc(mem, (*count + 1) * sizeof(**pairs));
	for (size_t i = 0; i < *count; i++) {
		(*pairs)[i].key = take_string(&bytes, mem);
		(*pairs)[i].value = take_string(&bytes, mem);
		if (!(*pairs)[i].key)
			(*pairs)[i].key = "";
	}
}

struct kept_pairs {
	const char *key;
	const struct index_file_state *state;
	struct arena *mem;
	struct config_pair *pairs;
	size_t count;
	bool found;
};

static int get(struct index *ix, void *arg)
{
	struct kept_pairs *kept = arg;
	sqlite3_stmt *st = database_get_meta(ix, kept->key);
	int more = database_step(ix, st);
	struct str value = more > 0 ? column_borrow(st, 0) : STR_NONE;

	kept->found = take_state(&value, kept->state);
	if (kept->found)
		read_pairs(value, kept->mem, &kept->pairs, &kept->count);
	return database_end(st, more);
}

bool index_get_pairs(struct index *ix, const char *file,
		     const struct index_file_state *state, struct arena *mem,
		     struct config_pair **pairs, size_t *count)
{
	AUTO(strbuf) key = STRBUF_INIT;
	struct kept_pairs kept = { .state = state, .mem = mem };
	struct error ignored = ERROR_INIT;

	add_key(&key, file);
	kept.key = key.buf;
	/* Damage has to be met here as well: else it would stay, and the file
	 * be read anew each time. */
	if (ix->db && !sqlite3_get_autocommit(ix->db))
		(void)!get(ix, &kept);
	else if (index_read(ix, get, &kept, &ignored))
		return false;
	if (!kept.found)
		return false;
	*pairs = kept.pairs;
	*count = kept.count;
	return true;
}

static int put(struct index *ix, const char *key, struct str value)
{
	sqlite3_stmt *st;

	if (database_begin(ix))
		return -1;
	st = database_put_meta(ix, key);
	bind_blob(st, 2, value);
	if (!database_run(ix, st))
		return database_commit(ix);
	database_rollback(ix);
	return -1;
}

/* What cannot be kept is read from its file the next time. */
int index_put_pairs(struct index *ix, const char *file,
		    const struct index_file_state *state,
		    const struct config_pair *pairs, size_t count,
		    struct error *err UNUSED)
{
	AUTO(strbuf) key = STRBUF_INIT;
	AUTO(strbuf) value = STRBUF_INIT;

	add_key(&key, file);
	strbuf_add(&value, state, sizeof(*state));
	for (size_t i = 0; i < count; i++) {
		add_string(&value, pairs[i].key);
		add_string(&value, pairs[i].value);
	}
	database_be_patient(ix, false);
	/* It is not tidied here: a log is begun when there is something in the
	 * index, whose first build would else be written twice. */
	(void)!put(ix, key.buf, strbuf_slice(&value));
	database_be_patient(ix, true);
	return 0;
}
