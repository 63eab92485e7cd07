/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_FILE_STATE_H
#define CORE_BASE_FILE_STATE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

/* A number that is another one when size, times or inode are others. */
uint64_t file_state(const struct stat *st);

/* The time of change, which nobody can set back, in nanoseconds. */
int64_t file_changed(const struct stat *st);

/*
 * Could the file have been written again after `when` (nanoseconds) without
 * another time stamp?  Time stamps come from a clock that ticks: a file that
 * is written twice within a tick looks the same after both.
 */
bool file_is_racy(const struct stat *st, int64_t when);

#endif
