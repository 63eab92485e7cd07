/* SPDX-License-Identifier: MIT */
/* How far something is, as a cell or a mark in front of an item says it. */
#include "core/model/plan_status.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/utf8.h"
#include "core/model/wording.h"
#include "core/text/unicode.h"

struct state_word {
	const char *word;
	enum plan_status status;
};

/* Folded; a cell is one of them, or begins so and goes on behind a mark. */
static const struct state_word words[] = {
	{ "x", PLAN_STATUS_DONE },	   { "done", PLAN_STATUS_DONE },
	{ "complete", PLAN_STATUS_DONE },  { "completed", PLAN_STATUS_DONE },
	{ "finished", PLAN_STATUS_DONE },  { "yes", PLAN_STATUS_DONE },
	{ "y", PLAN_STATUS_DONE },	   { "ok", PLAN_STATUS_DONE },
	{ "passed", PLAN_STATUS_DONE },	   { "pass", PLAN_STATUS_DONE },
	{ "read", PLAN_STATUS_DONE },	   { "watched", PLAN_STATUS_DONE },
	{ "erledigt", PLAN_STATUS_DONE },  { "fertig", PLAN_STATUS_DONE },
	{ "abgeschlossen", PLAN_STATUS_DONE }, { "ja", PLAN_STATUS_DONE },
	{ "fait", PLAN_STATUS_DONE },	   { "termine", PLAN_STATUS_DONE },
	{ "oui", PLAN_STATUS_DONE },	   { "hecho", PLAN_STATUS_DONE },
	{ "completado", PLAN_STATUS_DONE }, { "si", PLAN_STATUS_DONE },
	{ "feito", PLAN_STATUS_DONE },	   { "concluido", PLAN_STATUS_DONE },
	{ "sim", PLAN_STATUS_DONE },	   { "fatto", PLAN_STATUS_DONE },
	{ "klaar", PLAN_STATUS_DONE },	   { "готово", PLAN_STATUS_DONE },
	{ "完了", PLAN_STATUS_DONE },	   { "完成", PLAN_STATUS_DONE },
	{ "완료", PLAN_STATUS_DONE },
	{ "completada", PLAN_STATUS_DONE }, { "terminado", PLAN_STATUS_DONE },
	{ "terminada", PLAN_STATUS_DONE }, { "concluida", PLAN_STATUS_DONE },
	{ "hecha", PLAN_STATUS_DONE },	   { "completato", PLAN_STATUS_DONE },

	{ "in progress", PLAN_STATUS_STARTED },
	{ "started", PLAN_STATUS_STARTED }, { "ongoing", PLAN_STATUS_STARTED },
	{ "wip", PLAN_STATUS_STARTED },	   { "doing", PLAN_STATUS_STARTED },
	{ "active", PLAN_STATUS_STARTED }, { "current", PLAN_STATUS_STARTED },
	{ "partial", PLAN_STATUS_STARTED }, { "partly", PLAN_STATUS_STARTED },
	{ "half", PLAN_STATUS_STARTED },
	{ "in arbeit", PLAN_STATUS_STARTED },
	{ "begonnen", PLAN_STATUS_STARTED },
	{ "en cours", PLAN_STATUS_STARTED },
	{ "en curso", PLAN_STATUS_STARTED },
	{ "en progreso", PLAN_STATUS_STARTED },
	{ "em andamento", PLAN_STATUS_STARTED },
	{ "in corso", PLAN_STATUS_STARTED },
	{ "в процессе", PLAN_STATUS_STARTED },
	{ "進行中", PLAN_STATUS_STARTED },  { "进行中", PLAN_STATUS_STARTED },
	{ "진행 중", PLAN_STATUS_STARTED },

	{ "no", PLAN_STATUS_OPEN },	   { "n", PLAN_STATUS_OPEN },
	{ "incomplete", PLAN_STATUS_OPEN }, { "unfinished", PLAN_STATUS_OPEN },
	{ "to review", PLAN_STATUS_OPEN }, { "on hold", PLAN_STATUS_OPEN },
	{ "not started", PLAN_STATUS_OPEN }, { "not done", PLAN_STATUS_OPEN },
	{ "not yet", PLAN_STATUS_OPEN },   { "open", PLAN_STATUS_OPEN },
	{ "todo", PLAN_STATUS_OPEN },	   { "to do", PLAN_STATUS_OPEN },
	{ "pending", PLAN_STATUS_OPEN },   { "planned", PLAN_STATUS_OPEN },
	{ "upcoming", PLAN_STATUS_OPEN },  { "later", PLAN_STATUS_OPEN },
	{ "scheduled", PLAN_STATUS_OPEN }, { "backlog", PLAN_STATUS_OPEN },
	{ "next", PLAN_STATUS_OPEN },	   { "failed", PLAN_STATUS_OPEN },
	{ "tbd", PLAN_STATUS_OPEN },	   { "offen", PLAN_STATUS_OPEN },
	{ "geplant", PLAN_STATUS_OPEN },   { "nein", PLAN_STATUS_OPEN },
	{ "nicht begonnen", PLAN_STATUS_OPEN },
	{ "a faire", PLAN_STATUS_OPEN },   { "non", PLAN_STATUS_OPEN },
	{ "prevu", PLAN_STATUS_OPEN },	   { "pendiente", PLAN_STATUS_OPEN },
	{ "por hacer", PLAN_STATUS_OPEN }, { "pendente", PLAN_STATUS_OPEN },
	{ "a fazer", PLAN_STATUS_OPEN },   { "da fare", PLAN_STATUS_OPEN },
	{ "не начато", PLAN_STATUS_OPEN }, { "未着手", PLAN_STATUS_OPEN },
	{ "未开始", PLAN_STATUS_OPEN },	   { "미시작", PLAN_STATUS_OPEN },
};

static const struct {
	uint32_t mark;
	enum plan_status status;
} marks[] = {
	{ 0x2705, PLAN_STATUS_DONE },	/* white heavy check mark */
	{ 0x2714, PLAN_STATUS_DONE },	/* heavy check mark */
	{ 0x2713, PLAN_STATUS_DONE },	/* check mark */
	{ 0x2611, PLAN_STATUS_DONE },	/* ballot box with check */
	{ 0x1f7e2, PLAN_STATUS_DONE },	/* green circle */
	{ 0x1f7e9, PLAN_STATUS_DONE },	/* green square */
	{ 0x1f4af, PLAN_STATUS_DONE },	/* hundred points */
	{ 0x1f504, PLAN_STATUS_STARTED },	/* arrows in a circle */
	{ 0x1f6a7, PLAN_STATUS_STARTED },	/* construction sign */
	{ 0x1f7e1, PLAN_STATUS_STARTED },	/* yellow circle */
	{ 0x1f7e8, PLAN_STATUS_STARTED },	/* yellow square */
	/* Beside "in progress" an hourglass says what waits; alone it may say
	 * either, and to claim half of a plan as done would be worse. */
	{ 0x23f3, PLAN_STATUS_OPEN },	/* hourglass that runs */
	{ 0x231b, PLAN_STATUS_OPEN },	/* hourglass */
	{ 0x2b1c, PLAN_STATUS_OPEN },	/* white large square */
	{ 0x2b1b, PLAN_STATUS_OPEN },	/* black large square */
	{ 0x2610, PLAN_STATUS_OPEN },	/* ballot box */
	{ 0x25a1, PLAN_STATUS_OPEN },	/* white square */
	{ 0x25fb, PLAN_STATUS_OPEN },	/* white medium square */
	{ 0x1f532, PLAN_STATUS_OPEN },	/* black square button */
	{ 0x1f533, PLAN_STATUS_OPEN },	/* white square button */
	{ 0x274c, PLAN_STATUS_OPEN },	/* cross mark */
	{ 0x2717, PLAN_STATUS_OPEN },	/* ballot x */
	{ 0x2718, PLAN_STATUS_OPEN },	/* heavy ballot x */
	{ 0x1f534, PLAN_STATUS_OPEN },	/* red circle */
	{ 0x1f7e5, PLAN_STATUS_OPEN },	/* red square */
	{ 0x26aa, PLAN_STATUS_OPEN },	/* white circle */
	{ 0x2b55, PLAN_STATUS_OPEN },	/* heavy circle */
	{ 0x25cb, PLAN_STATUS_OPEN },	/* white circle, as a character */
	{ 0x1f4c5, PLAN_STATUS_OPEN },	/* calendar */
	{ 0x1f51c, PLAN_STATUS_OPEN },	/* soon */
	{ 0x23f8, PLAN_STATUS_OPEN },	/* double bar: put off */
};

static enum plan_status status_of_mark(uint32_t c)
{
	for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
		if (marks[i].mark == c)
			return marks[i].status;
	return PLAN_STATUS_NONE;
}

/* A symbol that is no letter of any script. */
static bool is_mark(uint32_t c)
{
	return c >= 0x2000 && !unicode_is_word(c);
}

void plan_status_split(struct strbuf *out, struct str cell,
		       enum plan_status *by_mark)
{
	AUTO(strbuf) plain = STRBUF_INIT;

	*by_mark = PLAN_STATUS_NONE;
	while (cell.len) {
		uint32_t c = utf8_next(&cell);

		if (!is_mark(c) && c < 0x110000) {
			if (!strchr("*`_~", (int)c) || c >= 0x80)
				utf8_add(&plain, c);
			continue;
		}
		if (status_of_mark(c) != PLAN_STATUS_NONE)
			*by_mark = status_of_mark(c);
	}
	unicode_add_folded(out, str_trim(strbuf_slice(&plain)));
}

enum plan_status plan_status_of_front(struct str text, bool *symbol)
{
	uint32_t c;

	text = str_trim_left(text);
	*symbol = false;
	if (!text.len)
		return PLAN_STATUS_NONE;
	c = utf8_next(&text);
	*symbol = c < 0x110000 && is_mark(c);
	return *symbol ? status_of_mark(c) : PLAN_STATUS_NONE;
}

/* Nothing behind the word, or a remark: "done (May 3)", "done, mostly". */
static bool is_remark(struct str rest)
{
	return !rest.len || strchr(",;:.!?", *rest.s) ||
	       (*rest.s == ' ' && rest.len > 1 && strchr("([-:", rest.s[1]));
}

/* "read: users and groups" orders to, and is no state. */
static bool is_order(struct str s)
{
	struct str rest = s, word = wording_next(&rest);
	struct str behind = str_from(s, word.len);

	return str_starts(behind, ":") && wording_is(word, WORDING_ORDER) &&
	       str_trim(str_from(behind, 1)).len;
}

/* Those of the words above that say why as well, or for when. */
static const char *const reasons[] = {
	"to review", "on hold", "upcoming", "later", "scheduled", "backlog",
	"next", "failed",
};

static bool is_reason(const char *word)
{
	for (size_t i = 0; i < ARRAY_SIZE(reasons); i++)
		if (!strcmp(reasons[i], word))
			return true;
	return false;
}

static const struct state_word *find_word(struct str s)
{
	if (is_order(s))
		return NULL;
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_starts(s, words[i].word) &&
		    is_remark(str_from(s, strlen(words[i].word))))
			return &words[i];
	return NULL;
}

static enum plan_status of_parts(unsigned part, unsigned whole)
{
	if (!part)
		return PLAN_STATUS_OPEN;
	return part < whole ? PLAN_STATUS_STARTED : PLAN_STATUS_DONE;
}

bool plan_parts_read(struct str s, unsigned *part, unsigned *whole)
{
	struct str rest = s, first = str_next_field(&rest, '/');

	if (str_ends(s, "%")) {
		*whole = 100;
		return !str_to_uint(str_trim(str_upto(s, s.len - 1)), 100,
				    part);
	}
	return first.len < s.len && !str_to_uint(str_trim(first), 9999, part) &&
	       !str_to_uint(str_trim(rest), 9999, whole) && *whole &&
	       *part <= *whole;
}

bool plan_box_read(struct str s, enum plan_status *status)
{
	if (s.len != 3 || s.s[0] != '[' || s.s[2] != ']' ||
	    !strchr(" x", s.s[1]))
		return str_is(s, "[]") ? *status = PLAN_STATUS_OPEN, true :
					 false;
	*status = s.s[1] == 'x' ? PLAN_STATUS_DONE : PLAN_STATUS_OPEN;
	return true;
}

enum plan_status plan_status_read(struct str cell)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	const struct state_word *word;
	enum plan_status status;
	unsigned part, whole;
	struct str s;

	if (!cell.len || cell.len > PLAN_STATUS_BYTES)
		return PLAN_STATUS_NONE;
	plan_status_split(&folded, cell, &status);
	s = strbuf_slice(&folded);
	if (!s.len || plan_box_read(s, &status))
		return status;
	if (plan_parts_read(s, &part, &whole))
		return of_parts(part, whole);
	word = find_word(s);
	return word ? word->status : PLAN_STATUS_NONE;
}

bool plan_status_is_plain(struct str cell)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	const struct state_word *word;
	enum plan_status by_mark;

	plan_status_split(&folded, cell, &by_mark);
	word = find_word(strbuf_slice(&folded));
	return !word || (!is_reason(word->word) &&
			 folded.len == strlen(word->word));
}
