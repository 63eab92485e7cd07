/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_ATTRIBUTES_H
#define CORE_BASE_ATTRIBUTES_H

#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
#define MUST_CHECK __attribute__((warn_unused_result))
#define NULL_TERMINATED __attribute__((sentinel))
#define UNUSED __attribute__((unused))

/*
 * `AUTO(strbuf) page = STRBUF_INIT;` is released when it leaves scope: for a
 * `struct NAME` there is a function `NAME_release(struct NAME *)`.  A function
 * that uses AUTO uses no goto.
 */
#define AUTO(type) __attribute__((cleanup(type##_release))) struct type

#define ARRAY_SIZE(a) (sizeof(a) / sizeof(*(a)))

#endif
