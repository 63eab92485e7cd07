/* SPDX-License-Identifier: MIT */
/* JSON in and out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/date.h"
#include "core/text/json.h"

static void keys_stand_in_the_order_they_were_set(void **state UNUSED)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct json *v = json_new_object(), *list = json_new_array();

	json_set_string(v, "z", "quote \" and \n");
	json_set_int(v, "a", -5);
	json_set_bool(v, "yes", true);
	json_set_day(v, "day", day_parse_iso(STR("2022-07-04")));
	json_set_day(v, "none", DAY_NONE);
	json_append_int(list, 1);
	json_append_string(list, "two");
	json_set(v, "list", list);
	json_write(&out, v);
	json_free(v);
	assert_string_equal(out.buf,
			    "{\n"
			    "  \"z\": \"quote \\\" and \\n\",\n"
			    "  \"a\": -5,\n"
			    "  \"yes\": true,\n"
			    "  \"day\": \"2022-07-04\",\n"
			    "  \"none\": null,\n"
			    "  \"list\": [\n"
			    "    1,\n"
			    "    \"two\"\n"
			    "  ]\n"
			    "}\n");
}

static void bytes_that_are_no_text_are_written_all_the_same(void **state UNUSED)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct json *v = json_new_object();

	json_set_slice(v, "s", (struct str){ "caf\xe9\0", 5 });
	json_set_slice(v, "none", STR_NONE);
	json_set_real(v, "nan", 0.0 / 0.0);
	json_write(&out, v);
	json_free(v);
	assert_string_equal(out.buf, "{\n  \"s\": \"caf\xc3\xa9\xef\xbf\xbd\",\n"
				     "  \"none\": \"\",\n"
				     "  \"nan\": null\n}\n");
}

static void what_is_written_is_read_back(void **state UNUSED)
{
	struct error err = ERROR_INIT;
	struct json *v;
	int64_t n = 0;

	assert_int_equal(json_parse(&v, STR("{\"a\":[1,{\"b\":\"c\\u0000d\"}],"
					    "\"n\":42,\"s\":\"x\"}"),
				    &err),
			 0);
	assert_true(json_is_object(v));
	assert_true(json_is_array(json_get(v, "a")));
	assert_int_equal(json_length(json_get(v, "a")), 2);
	assert_int_equal(
		json_get_string(json_at(json_get(v, "a"), 1), "b").len, 3);
	assert_true(json_get_int(v, "n", &n));
	assert_int_equal(n, 42);
	assert_false(json_get_int(v, "s", &n));
	assert_null(json_get_string(v, "n").s);
	assert_null(json_get(v, "missing"));
	assert_null(json_get_string(json_get(v, "missing"), "x").s);
	json_free(v);
}

static void an_error_says_where_it_is(void **state UNUSED)
{
	struct error err = ERROR_INIT;
	struct json *v;

	assert_int_equal(json_parse(&v, STR("{\n \"a\": 1,\n \"a\": 2}"), &err),
			 -1);
	assert_non_null(strstr(err.text, "line 3"));
	assert_int_equal(json_parse(&v, STR(""), &err), -1);
	assert_int_equal(json_parse(&v, STR_NONE, &err), -1);
	assert_int_equal(json_parse(&v, STR("[1,]"), &err), -1);
}

static void latin_1_is_read(void **state UNUSED)
{
	struct error err = ERROR_INIT;
	struct json *v;

	assert_int_equal(json_parse(&v, STR("\"caf\xe9\""), &err), 0);
	assert_true(str_is(json_text(v), "caf\xc3\xa9"));
	json_free(v);
}

static void a_string_on_its_own_is_quoted_without_markup(void **state)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct json *v;

	(void)state;
	json_add_quoted(&out, STR("a\"b\\c\nd\x01<e>é\xff"));
	assert_string_equal(out.buf,
			    "\"a\\\"b\\\\c\\nd\\u0001\\u003ce>éÿ\"");
	assert_int_equal(json_parse(&v, strbuf_slice(&out), &err), 0);
	assert_true(str_is(json_text(v), "a\"b\\c\nd\x01<e>éÿ"));
	json_free(v);
	strbuf_reset(&out);
	json_add_quoted(&out, STR_NONE);
	assert_string_equal(out.buf, "\"\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_string_on_its_own_is_quoted_without_markup),
		cmocka_unit_test(keys_stand_in_the_order_they_were_set),
		cmocka_unit_test(
			bytes_that_are_no_text_are_written_all_the_same),
		cmocka_unit_test(what_is_written_is_read_back),
		cmocka_unit_test(an_error_says_where_it_is),
		cmocka_unit_test(latin_1_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
