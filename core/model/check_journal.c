/* SPDX-License-Identifier: MIT */
/* Checks of what belongs to no single file: settings, frames, stray files. */
#include "core/model/check_rows.h"

#include "core/base/path.h"

/* The line of the settings that sets this key to this value; 0: not found. */
static unsigned line_of_pair(struct str config, const struct config_pair *pair,
			     struct str *found)
{
	struct str name = path_suffix(str_of(pair->key)), line;
	unsigned number = 0;

	name = str_from(name, 1);
	while ((line = str_next_line(&config)).s) {
		struct str s = str_trim(line);

		number++;
		if (name.len && str_eq_nocase(str_upto(s, name.len), name) &&
		    str_find_str(s, str_of(pair->value)) < s.len) {
			*found = s;
			return number;
		}
	}
	return 0;
}

/* Where the complaints about settings go. */
struct setting_findings {
	struct findings *f;
	const struct check_journal *j;
};

static void tell_setting(void *to, const struct config_pair *pair,
			 const char *complaint)
{
	struct setting_findings *found = to;
	struct arena *mem = found->f->mem;
	struct str line = STR("");
	unsigned number = line_of_pair(found->j->config, pair, &line);

	findings_add(found->f, found->j->config_path, number, line,
		     arena_strdup(mem, complaint),
		     arena_printf(mem, "change or remove '%s'; "
				  "hecto-config(5) has the settings",
				  pair->key));
}

void check_setting(struct findings *f, const struct check_journal *j)
{
	struct setting_findings found = { f, j };

	settings_check_all(j->pairs, j->npairs, tell_setting, &found);
}

void check_topics(struct findings *f, const struct check_journal *j)
{
	for (size_t i = 0; i < j->ntopics; i++)
		findings_add(f, j->topics_path, 0, STR(""), j->topics[i],
			     "change the file; hecto-journal(5) says what it "
			     "may have");
}

static void check_frame(struct findings *f, const struct check_frame *frame,
			const struct strset *ids)
{
	unsigned first = 0;
	size_t gone = 0;

	for (size_t i = 0; i < frame->nids; i++) {
		if (strset_has(ids, str_of(frame->ids[i])))
			continue;
		if (!gone++)
			first = (unsigned)i;
	}
	if (!gone)
		return;
	findings_add(f, frame->path, first + 1, str_of(frame->ids[first]),
		     gone == 1 ? "there is no such entry any more" :
		     arena_printf(f->mem, "this entry and %zu more are not "
				  "there any more", gone - 1),
		     "nothing, if they were removed; else bring them back with "
		     "git, or import the log again");
}

void check_order(struct findings *f, const struct check_journal *j)
{
	for (size_t i = 0; i < j->nframes; i++)
		check_frame(f, &j->frames[i], j->ids);
}

void check_stray(struct findings *f, const struct check_journal *j)
{
	for (size_t i = 0; i < j->nstrays; i++)
		findings_add(f, j->strays[i], 0, STR(""),
			     "it is no entry, so it is not read",
			     "call it NAME.md if it is one, else move it out "
			     "of log/");
}

void check_unreadable(struct findings *f, const struct check_journal *j)
{
	for (size_t i = 0; i < j->nunread; i++)
		findings_add(f, j->unread[i].path, 0, STR(""), j->unread[i].why,
			     "give yourself leave to read it ('chmod u+rwX'), "
			     "or move it out of the journal; until then it is "
			     "left out, and nothing is published");
}
