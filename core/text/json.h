/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_JSON_H
#define CORE_TEXT_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/error.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * JSON by jansson; json.c is the only file that includes <jansson.h>.  A value
 * is owned by whoever made it until it is put into another one.  Bytes that
 * are no UTF-8 are read as Latin-1, so that writing cannot fail.
 */
struct json;

struct json *json_new_object(void);
struct json *json_new_array(void);
struct json *json_new_null(void);

/* Arrays of what there is several of; days as "2022-07-04". */
struct json *json_new_strings(const char *const *s, size_t count);
struct json *json_new_days(const int *days, size_t count);
struct json *json_new_ints(const int *n, size_t count);
void json_free(struct json *v);

void json_set(struct json *object, const char *key, struct json *value);
void json_set_string(struct json *object, const char *key, const char *s);
void json_set_slice(struct json *object, const char *key, struct str s);
void json_set_int(struct json *object, const char *key, int64_t n);
void json_set_real(struct json *object, const char *key, double n);
void json_set_bool(struct json *object, const char *key, bool b);
void json_set_null(struct json *object, const char *key);
/* "2022-07-04", or null for DAY_NONE */
void json_set_day(struct json *object, const char *key, int day);

void json_append(struct json *array, struct json *value);
void json_append_string(struct json *array, const char *s);
void json_append_slice(struct json *array, struct str s);
void json_append_int(struct json *array, int64_t n);

/* A string in quotes, for what is too large to be held as a value.  No '<' is
 * in it, so that nobody takes it for markup. */
void json_add_quoted(struct strbuf *out, struct str s);
size_t json_quoted_length(struct str s);	/* of what it appends */

/* Two-space indentation, keys in the order they were set, a final newline. */
void json_write(struct strbuf *out, const struct json *v);

/*
 * Reading; the position is in *err.  Objects with a key twice are refused, and
 * so is what nests deeper than 2048, or has more than LIMIT_JSON_VALUES.
 */
int json_parse(struct json **out, struct str text, struct error *err)
	MUST_CHECK;
bool json_is_object(const struct json *v);
bool json_is_array(const struct json *v);
bool json_is_true(const struct json *v);
const struct json *json_get(const struct json *object, const char *key);
size_t json_length(const struct json *array);
const struct json *json_at(const struct json *array, size_t i);
struct str json_get_string(const struct json *object, const char *key);
struct str json_text(const struct json *v);	/* STR_NONE if it is none */
bool json_int(const struct json *v, int64_t *out);
bool json_get_int(const struct json *object, const char *key, int64_t *out);

#endif
