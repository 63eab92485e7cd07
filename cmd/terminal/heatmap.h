/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_HEATMAP_H
#define CMD_TERMINAL_HEATMAP_H

#include "cmd/command.h"
#include "cmd/terminal/table.h"
#include "core/model/streak.h"

/* A day as a mark: by its state, and by how long was studied. */
struct heat {
	enum day_state state;
	bool ahead;		/* it is still to come */
	int minutes;		/* 0: not said */
	int level;		/* 0: nothing; 1 … 4: under 30, 60, 120
				   minutes, and more; 2 where not said */
};

struct heat heat_of(const struct studied_day *days, size_t count, int day,
		    int today, const struct streak_rules *rules);

/* One column wide; never told apart by colour alone. */
void heat_add_mark(struct strbuf *out, const struct context *ctx,
		   struct heat h);
void heat_add_legend(struct strbuf *out, const struct context *ctx);

#endif
