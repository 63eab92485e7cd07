/* SPDX-License-Identifier: MIT */
/* Knowing files again: marks as lines, and asked for by path. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cmd/file_marks.h"

#define LINES                                                          \
	"0123456789abcdef fedcba9876543210 a.html\n"                   \
	"cut short\n"                                                  \
	"0000000000000001 0000000000000000 ../outside\n"               \
	"0000000000000001 0000000000000000 days/b c.html\n"

static void read_all(struct file_marks *marks, struct str lines)
{
	struct file_mark mark;
	struct str path;

	while (file_marks_next(&lines, &mark, &path)) {
		mark.path = arena_str(&marks->mem, path).s;
		file_marks_append(marks, &mark);
	}
}

static void marks_are_read_as_they_were_written(void **state UNUSED)
{
	struct file_marks marks = FILE_MARKS_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	read_all(&marks, STR(LINES));
	assert_int_equal(marks.count, 2);
	assert_true(marks.items[0].state == UINT64_C(0x0123456789abcdef));
	assert_true(marks.items[0].key == UINT64_C(0xfedcba9876543210));
	file_marks_write(&text, &marks);
	assert_string_equal(text.buf,
			    "0123456789abcdef fedcba9876543210 a.html\n"
			    "0000000000000001 0000000000000000 days/b c.html\n");
	file_marks_release(&marks);
}

static void a_mark_is_found_with_and_without_an_index(void **state UNUSED)
{
	struct file_marks marks = FILE_MARKS_INIT;

	read_all(&marks, STR(LINES));
	for (int indexed = 0; indexed < 2; indexed++) {
		assert_ptr_equal(file_marks_find(&marks, STR("days/b c.html")),
				 &marks.items[1]);
		assert_null(file_marks_find(&marks, STR("days/b")));
		file_marks_index(&marks);
	}
	assert_false(file_marks_add(&marks, STR("a.html"), 2, 3));
	assert_true(file_marks_add(&marks, STR("c.html"), 2, 3));
	assert_non_null(file_marks_find(&marks, STR("c.html")));
	file_marks_release(&marks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_are_read_as_they_were_written),
		cmocka_unit_test(a_mark_is_found_with_and_without_an_index),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
