/* SPDX-License-Identifier: MIT */
/*
 * A study plan in Markdown, kept whole.  It speaks of days and weeks to come,
 * which are no study days; core/model/plan_section.h knows its sections.
 */
#include "importers/importer.h"

#include <string.h>

#include "core/base/path.h"
#include "core/model/exam_domains.h"
#include "core/model/plan_facts.h"
#include "core/model/plan_lines.h"
#include "core/model/plan_schedule.h"
#include "core/model/plan_section.h"
#include "core/model/plan_span.h"
#include "core/model/plan_table.h"
#include "core/model/quantity.h"
#include "core/model/question.h"
#include "core/model/wording.h"
#include "core/text/markdown.h"
#include "core/text/unicode.h"
#include "importers/day_header.h"

#define SCORE_BYTES ((size_t)128 << 10)
#define HEADER_WORDS 40	/* of the first row of a table */
#define NAME_WORDS 8
#define DOMAINS_LEAST 3
#define NAMES_LEAST 6
#define STRUCK_LEAST 2

/* What tells a plan from a log, and from notes. */
struct plan_signs {
	bool named;		/* by its title, or by its file's name */
	bool part_named;	/* by a heading further down */
	bool called;		/* "plan" or "schedule" is a word of its title
				   or file name */
	bool seen[PLAN_SECTION_COUNT];
	unsigned headings, sections, spans, days;
	unsigned spans_behind;	/* "Queues - week 3" */
	unsigned spans_told;	/* that say what was done then */
	bool domains;		/* it has those of an exam, with weights */
	unsigned names;		/* items that are hardly more than a name */
	unsigned told;		/* lines of paragraphs that begin with one */
	unsigned told_weeks;	/* of these, those of weeks and longer */
	unsigned told_deeds;	/* that say what was done */
	unsigned labelled;	/* and that are a label: "Day 3: queues" */
	unsigned week_rows;	/* of tables */
	unsigned day_rows;	/* that say when, and what */
	bool exam_day;		/* it says when the exam is */
	bool quiz;		/* the boxes at hand are choices */
	struct plan_table rows;	/* whose rows are at hand */
	bool rows_called;	/* "Date | Study plan" heads some, or "Daily
				   schedule" the table */
	bool scheduled;		/* the heading at hand calls it one */
	bool rows_told;		/* they are of what somebody did */
	/* What is meant to come, and no day that was. */
	unsigned items, boxes, open, open_days, orders, deeds, paragraphs;
	unsigned struck;	/* items, as what is done */
	unsigned open_rows, other_rows;	/* by a column of states */
	bool dated;		/* the heading at hand has a number */
	unsigned dated_done;	/* boxes beneath such that are ticked */
};

/* Does the text call itself a plan? */
static bool names_plan(struct str text)
{
	static const char *const words[] = {
		"study plan", "studyplan",
		"learning plan", "learning path", "roadmap", "road map",
		"preparation plan", "study schedule", "progress tracker",
		"execution plan", "study path", "exam plan", "lernplan",
		"plan d'etude", "plan de estudio", "plano de estudo",
		"study tracker", "preparation tracker", "prep tracker",
		"progress tracking", "preparation progress",
		"seguimiento de progreso", "plan de trabajo", "piano di studio",
		"studieplan", "공부 계획", "학습 계획", "学习计划", "学習計画",
		"план подготовки", "план обучения", "учебныи план",
		"план навчання", "学習プラン", "学習ロードマップ", "勉強計画",
		"勉強プラン", "学习规划", "备考计划", "ke hoach hoc",
		"lo trinh hoc", "rencana belajar", "calısma plan",
		"plan nauki",
	};
	AUTO(strbuf) folded = STRBUF_INIT;

	unicode_add_folded(&folded, str_upto(text, 200));
	/* "plano-de-estudo.md" */
	for (size_t i = 0; i < folded.len; i++)
		if (strchr("-_", folded.buf[i]))
			folded.buf[i] = ' ';
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_find_str(strbuf_slice(&folded), str_of(words[i])) <
		    folded.len)
			return true;
	return false;
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	       (unsigned char)c >= 0x80;
}

/* Words for a plan, folded. */
static const char *const plan_words[] = {
	"plan", "schedule", "zeitplan", "lernplan", "plano", "cronograma",
	"planning", "plan\xc4\xb1", "jadwal", "rencana", "harmonogram",
	"план", "расписание", "графік",
};
static const char *const plan_parts[] = { "计划", "計劃", "計画",
					  "规划", "規劃", "プラン", "계획",
					  "خطة" };
/* And of what heads its tables. */
static const char *const calendar_words[] = {
	"calendar", "calendario", "calendrier", "kalender", "timetable",
	"timeline", "stundenplan",
};
static const char *const calendar_parts[] = { "日程", "时间表", "時間表",
					      "スケジュール", "일정" };

static bool has_word(struct str rest, const char *const *list, size_t count)
{
	while (rest.len) {
		size_t end = 0;

		while (end < rest.len && is_word_byte(rest.s[end]))
			end++;
		if (str_is_among(str_upto(rest, end), list, count))
			return true;
		rest = str_from(rest, end + 1);
	}
	return false;
}

static bool has_part(struct str text, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_find_str(text, str_of(list[i])) < text.len)
			return true;
	return false;
}

/* "Plan", "DVA plan", "my-schedule", but no "planes". */
static bool calls_plan(struct str text)
{
	AUTO(strbuf) folded = STRBUF_INIT;

	unicode_add_folded(&folded, str_upto(text, 200));
	return has_word(strbuf_slice(&folded), plan_words,
			ARRAY_SIZE(plan_words)) ||
	       has_part(strbuf_slice(&folded), plan_parts,
			ARRAY_SIZE(plan_parts));
}

/* "Daily schedule", "Calendário": a heading of tables of what is to come. */
static bool calls_schedule(struct str heading)
{
	AUTO(strbuf) folded = STRBUF_INIT;

	unicode_add_folded(&folded, str_upto(heading, 200));
	return calls_plan(heading) ||
	       has_word(strbuf_slice(&folded), calendar_words,
			ARRAY_SIZE(calendar_words)) ||
	       has_part(strbuf_slice(&folded), calendar_parts,
			ARRAY_SIZE(calendar_parts));
}

/* "Read the guide" is an order as well; "finished the guide", "my guide". */
static bool is_deed(struct str text)
{
	struct str word = wording_next(&text);

	return wording_is_deed(word) || wording_is(word, WORDING_SELF);
}

static void look_at_heading(struct plan_signs *signs,
			    const struct markdown_block *block)
{
	enum plan_section section = plan_section_of(block->text);
	struct plan_span span;

	if (block->level <= 2 && names_plan(block->text)) {
		signs->named |= signs->headings < 3;
		signs->part_named = true;
	}
	signs->dated = str_has_digit(block->text);
	signs->scheduled = calls_schedule(block->text);
	signs->called |= !signs->headings && calls_plan(block->text);
	signs->headings++;
	signs->sections += section && !signs->seen[section];
	signs->seen[section] = true;
	if (!plan_span_read(&span, block->text)) {
		/* Lectures are counted so as well: only a plan's name tells. */
		signs->spans_behind += plan_span_find(&span, block->text);
		return;
	}
	signs->spans++;
	signs->spans_told += is_deed(span.rest);
	signs->days += span.unit == PLAN_DAYS;
}

/* An item with a box, for a day; or what it orders to do, or tells was done. */
static void look_at_item(struct plan_signs *signs,
			 const struct markdown_block *block)
{
	struct str rest = block->text, word;
	struct plan_span span;
	bool is_span = plan_span_read(&span, block->text);

	signs->items++;
	signs->struck += plan_item_is_struck(block->raw);
	signs->names +=
		wording_count(block->text, NAME_WORDS + 1) <= NAME_WORDS;
	signs->spans += is_span;
	signs->spans_told += is_span && is_deed(span.rest);
	if (block->task != TASK_NONE && !signs->quiz) {
		signs->boxes++;
		signs->open += block->task == TASK_OPEN && signs->dated;
		signs->dated_done += block->task == TASK_DONE && signs->dated;
		signs->open_days += is_span && block->task == TASK_OPEN;
		return;
	}
	word = wording_next(&rest);
	if (wording_is(word, WORDING_ORDER))
		signs->orders++;
	else
		signs->deeds += is_deed(block->text);
}

/* "| Day | Date | What I built |" */
static bool is_header_of_deeds(struct str row)
{
	return wording_has(row, WORDING_SELF, HEADER_WORDS) &&
	       wording_has(row, WORDING_DEED, HEADER_WORDS);
}

/* "Clarify | 5 min | …": a phase of a talk, and no time to come. */
static bool is_minutes(struct str row)
{
	struct quantity q = QUANTITY_NONE;
	struct plan_span span;
	struct str first = row;

	if (plan_span_read(&span, plan_cell_next(&first)))
		return false;
	while (quantity_next(&row, &q))
		if (q.kind == QUANTITY_TIME && q.value < 3600)
			return true;
	return false;
}

/* Behind what it is the state of: a table of states themselves is none. */
static void look_at_row(struct plan_signs *signs,
			const struct markdown_block *block)
{
	enum plan_status status;

	if (block->header) {
		signs->rows = plan_table_read(block->raw);
		signs->rows_told = is_header_of_deeds(block->raw);
		signs->rows_called |= signs->rows.when >= 0 &&
				      (signs->scheduled ||
				       calls_plan(block->text));
		return;
	}
	signs->deeds += signs->rows_told;
	signs->week_rows += signs->rows.weeks && !is_minutes(block->text);
	signs->day_rows += signs->rows.when >= 0 &&
			   plan_row_is_item(&signs->rows, block->text,
					    PLAN_NONE, false);
	if (signs->rows.figures || signs->rows.status < 1)
		return;
	status = plan_row_status(&signs->rows, block->raw);
	signs->open_rows += status == PLAN_STATUS_OPEN;
	signs->other_rows += status == PLAN_STATUS_DONE ||
			     status == PLAN_STATUS_STARTED ||
			     (status == PLAN_STATUS_OPEN &&
			      signs->rows.when >= 0);
}

/* A plain text has no headings: its first line is its title, and lines may
 * stand for weeks and days. */
static void look_at_lines(struct plan_signs *signs,
			  const struct markdown_block *block, bool first)
{
	struct str rest = block->raw, line;
	struct plan_span span;

	while ((line = str_next_line(&rest)).s) {
		if (first && !signs->headings)
			signs->named |= names_plan(line);
		if (plan_span_read(&span, line) && span.rest.len) {
			signs->told++;
			signs->told_weeks += span.unit != PLAN_DAYS;
			signs->labelled += plan_days_is_label(line);
			signs->told_deeds += is_deed(span.rest);
		}
		first = false;
	}
}

static struct plan_signs signs_of(struct str front)
{
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks all = markdown_blocks(front, &mem);
	struct plan_signs signs = { false };
	struct exam_domain_notes domains;
	struct plan_facts facts;

	for (size_t i = 0; i < all.count; i++) {
		const struct markdown_block *block = &all.blocks[i];
		struct str asked = block->text;

		switch (block->kind) {
		case MARKDOWN_HEADING:
			signs.quiz = question_label_take(&asked);
			look_at_heading(&signs, block);
			break;
		case MARKDOWN_ITEM: look_at_item(&signs, block); break;
		case MARKDOWN_ROW: look_at_row(&signs, block); break;
		case MARKDOWN_PARAGRAPH:
			signs.quiz |= question_label_take(&asked);
			signs.paragraphs++;
			look_at_lines(&signs, block, !i);
			break;
		case MARKDOWN_CODE:
		case MARKDOWN_HTML: break;
		}
	}
	exam_domains_read(&domains, front, &mem);
	signs.domains = domains.count >= DOMAINS_LEAST &&
			exam_domains_whole(&domains);
	plan_facts_read(&facts, front);
	signs.exam_day = facts.exam_day;
	return signs;
}

/*
 * Boxes and rows of days that are open, the day of the exam, and what is
 * ordered day by day: surer than that days have numbers or dates, which is all
 * that a reader of logs sees of them.
 */
static bool is_to_come(const struct plan_signs *signs)
{
	if (signs->open_days >= 2 ||
	    (signs->open_rows >= 2 && signs->other_rows && !signs->deeds))
		return true;
	/* Nobody keeps a diary by weeks in a table. */
	if (signs->week_rows >= 3 && !signs->deeds)
		return true;
	/* Hardly anything but boxes, and most of the days' are open: in a log
	 * they are ticked. */
	if (signs->open >= 5 && signs->open > signs->dated_done &&
	    signs->boxes * 3 >= signs->items * 2 &&
	    signs->paragraphs <= signs->boxes)
		return true;
	/* Or none of them is ticked. */
	return signs->open >= 5 && !signs->dated_done &&
	       signs->open * 2 >= signs->items;
}

/* The same by its name, which a log of what was done may have as well. */
static bool is_named_to_come(const struct plan_signs *signs)
{
	return signs->named && (signs->exam_day ||
				(signs->spans >= 2 && signs->orders >= 2 &&
				 signs->orders > 2 * signs->deeds));
}

/*
 * Weeks to come make a plan, and so do todo, questions and hands-on together;
 * days alone, "Day 3: queues", may be a log's as well.
 */
static int score_signs(const struct plan_signs *signs)
{
	unsigned weeks = signs->spans - signs->days;
	unsigned intents = (unsigned)signs->seen[PLAN_TODO] +
			   (signs->seen[PLAN_QUESTIONS] ||
			    signs->seen[PLAN_HOLES]) +
			   signs->seen[PLAN_HANDS_ON] +
			   signs->seen[PLAN_COURSES];

	if (is_to_come(signs) || is_named_to_come(signs))
		return 85;
	/* Weeks that were. */
	if (signs->spans_told >= 2 && signs->spans_told * 2 >= signs->spans)
		return 0;
	if (weeks >= 3 && (signs->named || weeks * 4 >= signs->headings))
		return 70;
	if (signs->named && (signs->sections >= 2 || signs->spans))
		return 55;
	if (signs->called && signs->sections >= 2)
		return 55;
	if (intents >= 2 && signs->sections >= 3)
		return 55;
	if (signs->spans >= 2)
		return 35;
	if (signs->told >= 3 && (signs->named || signs->told_weeks >= 2))
		return 55;
	/* Its title says what its days are, where nothing in them was. */
	if ((signs->called || signs->named || signs->rows_called) &&
	    !signs->deeds &&
	    !signs->told_deeds &&
	    (signs->labelled >= 2 || signs->day_rows >= 2))
		return 55;
	if (signs->boxes >= 5 && signs->boxes * 2 >= signs->items)
		return 40;
	/* What is to do up to an exam. */
	if (signs->exam_day && signs->boxes >= 2 &&
	    signs->boxes * 2 >= signs->items)
		return 40;
	/* A list from which what is done was struck. */
	if (signs->struck >= STRUCK_LEAST &&
	    signs->items - signs->struck >= STRUCK_LEAST &&
	    signs->struck * 5 >= signs->items && !signs->deeds &&
	    signs->paragraphs <= signs->items)
		return 40;
	/* What an exam asks for, and nothing yet of what it is. */
	if (signs->domains && signs->items >= NAMES_LEAST &&
	    signs->names * 5 >= signs->items * 4 &&
	    signs->paragraphs <= signs->items)
		return 45;
	return signs->named || signs->part_named ? 30 : 0;
}

/*
 * Days with dates that are called a plan, or lead to an exam, and of which none
 * tells that anything was done.
 */
static bool is_of_days_to_come(struct str input, const struct plan_signs *s)
{
	struct daylog_nature days;

	if (!s->called && !s->named && !s->rows_called && !s->exam_day)
		return false;
	daylog_nature_read(&days, input);
	if (days.days < 2 || days.told || days.sections || days.named ||
	    days.years * 2 > days.days)
		return false;
	return s->called || s->named ||
	       (s->rows_called && days.rows * 2 > days.days) ||
	       (s->exam_day && days.ordered >= 2);
}

/* Do most of its days tell what was done? */
static bool is_told(struct str input)
{
	struct daylog_nature days;

	daylog_nature_read(&days, input);
	return days.days >= 2 && days.told * 2 > days.days &&
	       days.told > days.ordered;
}

/* Days that were: a log may have goals for its weeks, and no plan has these. */
static bool is_log(struct str input, struct str name, const struct plan_signs *s)
{
	int score = importer_by_name("100days")->score(input, name);

	return (score >= 60 || (score && !s->named)) &&
	       !is_of_days_to_come(input, s);
}

static int plan_score(struct str input, struct str name)
{
	struct plan_signs signs;
	int score;

	if (import_is_binary(input))
		return 0;
	signs = signs_of(str_upto(input, SCORE_BYTES));
	signs.named |= names_plan(path_stem(name));
	signs.called |= calls_plan(path_stem(name));
	if (signs.named || signs.called)
		signs.spans += signs.spans_behind;
	score = score_signs(&signs);
	if (score && !is_to_come(&signs) &&
	    (is_named_to_come(&signs) ? is_told(input)
				      : is_log(input, name, &signs)))
		return 5;
	return score >= 30 && is_of_days_to_come(input, &signs) ? 85 : score;
}

static int plan_run(struct str input, const struct import_options *options,
		    struct import_sink *sink, struct error *err)
{
	return import_keep(sink, "plans", input, options, err);
}

const struct importer importer_plan = {
	.name = "plan",
	.summary = "a study plan, kept whole under plans/",
	.score = plan_score,
	.run = plan_run,
};
