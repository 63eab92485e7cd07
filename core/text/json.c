/* SPDX-License-Identifier: MIT */
/* JSON, by jansson behind names of our own. */

#include <jansson.h>
/* Macros of jansson's, functions of ours. */
#undef json_is_object
#undef json_is_array
#undef json_is_true

#include "core/text/json.h"

#include <math.h>

#include "core/base/alloc.h"
#include "core/base/date.h"
#include "core/base/limits.h"
#include "core/base/utf8.h"

/* A `struct json` is never defined: its pointers are jansson's. */
static json_t *jansson_of(struct json *v)
{
	return (json_t *)v;
}

static const json_t *jansson_read(const struct json *v)
{
	return (const json_t *)v;
}

/* Jansson gives NULL for no memory, and for nothing else that we do. */
static json_t *made(json_t *v)
{
	if (!v)
		xmalloc(SIZE_MAX / 2);
	return v;
}

static bool is_plain(struct str s)
{
	return utf8_is_valid(s) && str_find(s, '\0') == s.len;
}

static json_t *string_of(struct str s)
{
	AUTO(strbuf) repaired = STRBUF_INIT;

	if (!s.s)
		s = STR("");
	if (!is_plain(s)) {
		utf8_add_repaired(&repaired, s);
		s = strbuf_slice(&repaired);
	}
	return made(json_stringn_nocheck(s.s, s.len));
}

static void set(struct json *object, const char *key, json_t *value)
{
	json_object_set_new_nocheck(jansson_of(object), key, value);
}

struct json *json_new_object(void)
{
	return (struct json *)made(json_object());
}

struct json *json_new_array(void)
{
	return (struct json *)made(json_array());
}

struct json *json_new_null(void)
{
	return (struct json *)made(json_null());
}

void json_free(struct json *v)
{
	json_decref(jansson_of(v));
}

void json_set(struct json *object, const char *key, struct json *value)
{
	set(object, key, jansson_of(value));
}

void json_set_string(struct json *object, const char *key, const char *s)
{
	set(object, key, string_of(str_of(s)));
}

void json_set_slice(struct json *object, const char *key, struct str s)
{
	set(object, key, string_of(s));
}

void json_set_int(struct json *object, const char *key, int64_t n)
{
	set(object, key, made(json_integer(n)));
}

void json_set_real(struct json *object, const char *key, double n)
{
	set(object, key, isfinite(n) ? made(json_real(n)) : json_null());
}

void json_set_bool(struct json *object, const char *key, bool b)
{
	set(object, key, json_boolean(b));
}

void json_set_null(struct json *object, const char *key)
{
	set(object, key, json_null());
}

void json_set_day(struct json *object, const char *key, int day)
{
	if (day == DAY_NONE)
		json_set_null(object, key);
	else
		json_set_string(object, key, day_format(day).s);
}

void json_append(struct json *array, struct json *value)
{
	json_array_append_new(jansson_of(array), jansson_of(value));
}

void json_append_string(struct json *array, const char *s)
{
	json_array_append_new(jansson_of(array), string_of(str_of(s)));
}

void json_append_slice(struct json *array, struct str s)
{
	json_array_append_new(jansson_of(array), string_of(s));
}

void json_append_int(struct json *array, int64_t n)
{
	json_array_append_new(jansson_of(array), made(json_integer(n)));
}

static bool is_quoted_as_it_is(char c)
{
	return (unsigned char)c >= 0x20 && c != '"' && c != '\\' && c != '<';
}

static void add_escaped(struct strbuf *out, struct str s)
{
	while (s.len) {
		size_t run = 0;

		while (run < s.len && is_quoted_as_it_is(s.s[run]))
			run++;
		strbuf_add(out, s.s, run);
		s = str_from(s, run);
		if (!s.len)
			break;
		if (*s.s == '"' || *s.s == '\\')
			strbuf_addf(out, "\\%c", *s.s);
		else if (*s.s == '\n')
			strbuf_addstr(out, "\\n");
		else
			strbuf_addf(out, "\\u%04x", (unsigned char)*s.s);
		s = str_from(s, 1);
	}
}

void json_add_quoted(struct strbuf *out, struct str s)
{
	AUTO(strbuf) repaired = STRBUF_INIT;

	if (s.len && !is_plain(s)) {
		utf8_add_repaired(&repaired, s);
		s = strbuf_slice(&repaired);
	}
	strbuf_addch(out, '"');
	add_escaped(out, s);
	strbuf_addch(out, '"');
}

size_t json_quoted_length(struct str s)
{
	AUTO(strbuf) quoted = STRBUF_INIT;
	size_t run = 0;

	while (run < s.len && is_quoted_as_it_is(s.s[run]))
		run++;
	if (run == s.len && is_plain(s))
		return s.len + strlen("\"\"");
	json_add_quoted(&quoted, s);
	return quoted.len;
}

static int add_bytes(const char *bytes, size_t len, void *out)
{
	strbuf_add(out, bytes, len);
	return 0;
}

void json_write(struct strbuf *out, const struct json *v)
{
	json_dump_callback(jansson_read(v), add_bytes, out,
			   JSON_INDENT(2) | JSON_ENCODE_ANY);
	strbuf_addch(out, '\n');
}

/*
 * A value takes many times the memory of its text, "0," being one, so they are
 * counted first: what ends one, or opens a list, outside of strings.
 */
static size_t count_values(struct str text)
{
	bool in_string = false;
	size_t count = 1;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.s[i];

		if (in_string && c == '\\')
			i++;
		else if (c == '"')
			in_string = !in_string;
		else if (!in_string)
			count += c == ',' || c == '[' || c == '{';
	}
	return count;
}

int json_parse(struct json **out, struct str text, struct error *err)
{
	AUTO(strbuf) repaired = STRBUF_INIT;
	json_error_t problem;

	*out = NULL;
	if (count_values(text) > LIMIT_JSON_VALUES)
		return error_set(err, ERROR_INPUT, "it has more than %zu "
				 "values; split it into several files",
				 LIMIT_JSON_VALUES);
	if (!utf8_is_valid(text)) {
		utf8_add_repaired(&repaired, text);
		text = strbuf_slice(&repaired);
	}
	*out = (struct json *)json_loadb(text.s ? text.s : "", text.len,
					 JSON_REJECT_DUPLICATES |
						 JSON_DECODE_ANY |
						 JSON_ALLOW_NUL,
					 &problem);
	if (*out)
		return 0;
	return error_set(err, ERROR_INPUT, "line %d, column %d: no JSON: %s",
			 problem.line, problem.column, problem.text);
}

bool json_is_object(const struct json *v)
{
	return v && json_typeof(jansson_read(v)) == JSON_OBJECT;
}

bool json_is_array(const struct json *v)
{
	return v && json_typeof(jansson_read(v)) == JSON_ARRAY;
}

bool json_is_true(const struct json *v)
{
	return v && json_typeof(jansson_read(v)) == JSON_TRUE;
}

const struct json *json_get(const struct json *object, const char *key)
{
	return (const struct json *)json_object_get(jansson_read(object), key);
}

size_t json_length(const struct json *array)
{
	return json_array_size(jansson_read(array));
}

const struct json *json_at(const struct json *array, size_t i)
{
	return (const struct json *)json_array_get(jansson_read(array), i);
}

struct str json_text(const struct json *v)
{
	const json_t *s = jansson_read(v);

	if (!s || json_typeof(s) != JSON_STRING)
		return STR_NONE;
	return (struct str){ json_string_value(s), json_string_length(s) };
}

struct str json_get_string(const struct json *object, const char *key)
{
	return json_text(json_get(object, key));
}

bool json_int(const struct json *v, int64_t *out)
{
	const json_t *n = jansson_read(v);

	if (!n || json_typeof(n) != JSON_INTEGER)
		return false;
	*out = json_integer_value(n);
	return true;
}

bool json_get_int(const struct json *object, const char *key, int64_t *out)
{
	return json_int(json_get(object, key), out);
}

struct json *json_new_strings(const char *const *s, size_t count)
{
	struct json *array = json_new_array();

	for (size_t i = 0; i < count; i++)
		json_append_string(array, s[i]);
	return array;
}

struct json *json_new_days(const int *days, size_t count)
{
	struct json *array = json_new_array();

	for (size_t i = 0; i < count; i++)
		json_append_string(array, day_format(days[i]).s);
	return array;
}

struct json *json_new_ints(const int *n, size_t count)
{
	struct json *array = json_new_array();

	for (size_t i = 0; i < count; i++)
		json_append_int(array, n[i]);
	return array;
}
