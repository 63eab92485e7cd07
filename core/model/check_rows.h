/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_CHECK_ROWS_H
#define CORE_MODEL_CHECK_ROWS_H

#include "core/model/check.h"

/* The functions behind the rows of check.c, by the file they are in. */

/* check_bytes.c */
void check_line_ends(struct findings *f, const struct check_file *file);
bool fix_line_ends(struct strbuf *out, const struct check_file *file);
void check_utf8(struct findings *f, const struct check_file *file);
void check_nul(struct findings *f, const struct check_file *file);
void check_mojibake(struct findings *f, const struct check_file *file);

/* check_text.c */
void check_conflict(struct findings *f, const struct check_file *file);
void check_secret(struct findings *f, const struct check_file *file);
void check_template(struct findings *f, const struct check_file *file);
void check_open_comment(struct findings *f, const struct check_file *file);
void check_heading_jump(struct findings *f, const struct check_file *file);

/* check_labels.c */
void check_empty_label(struct findings *f, const struct check_file *file);
void check_empty_labels(struct findings *f, const struct check_log *log);
bool fix_empty_label(struct strbuf *out, const struct check_file *file);

/* check_entry.c */
void check_front_matter(struct findings *f, const struct check_file *file);
bool fix_front_matter(struct strbuf *out, const struct check_file *file);
void check_name_date(struct findings *f, const struct check_file *file);

/* check_links.c */
void check_links(struct findings *f, const struct check_file *file);
void check_files(struct findings *f, const struct check_file *file);
void check_outside(struct findings *f, const struct check_file *file);

/* check_dates.c */
void check_impossible(struct findings *f, const struct check_log *log);
void check_impossible_name(struct findings *f, const struct check_file *file);
void check_weekday(struct findings *f, const struct check_log *log);
void check_future(struct findings *f, const struct check_log *log);
void check_date_order(struct findings *f, const struct check_log *log);

/* check_numbers.c */
void check_duplicate_number(struct findings *f, const struct check_log *log);
void check_skipped_number(struct findings *f, const struct check_log *log);
void check_number_order(struct findings *f, const struct check_log *log);
void check_round(struct findings *f, const struct check_log *log);

/* check_days.c */
void check_empty_entry(struct findings *f, const struct check_log *log);
void check_same_text(struct findings *f, const struct check_log *log);
void check_in_comment(struct findings *f, const struct check_log *log);
void check_left_over(struct findings *f, const struct check_log *log);

/* check_journal.c */
void check_setting(struct findings *f, const struct check_journal *j);
void check_topics(struct findings *f, const struct check_journal *j);
void check_order(struct findings *f, const struct check_journal *j);
void check_stray(struct findings *f, const struct check_journal *j);
void check_unreadable(struct findings *f, const struct check_journal *j);

/* check_store.c */
void check_damage(struct findings *f, const struct check_journal *j);
void check_index(struct findings *f, const struct check_journal *j);
void check_interrupted(struct findings *f, const struct check_journal *j);
void check_uncommitted(struct findings *f, const struct check_journal *j);

/* The heading of an entry as it is shown, on one line. */
struct str check_heading(const struct check_day *day);
bool check_has_flag(const struct entry *e, const char *flag);

#endif
