/* SPDX-License-Identifier: MIT */
/* The questions, holes and labs of plans, notes and days, and what answers. */
#include "exporters/site/facts.h"
#include "exporters/site/plan.h"
#include "exporters/site/site.h"

#include <stdlib.h>

#include "core/base/helper.h"

/* How much of an answer is quoted, in bytes. */
#define QUOTE_MAX 280

/* More than these of a kind nobody reads on one page. */
#define LIST_MAX 150

/* What a section of the page lists. */
struct list {
	const char *id, *heading;
	unsigned trait;
	bool is_done;
	enum { ANY, WITH_ANSWERS, WITHOUT_ANSWERS } answers;
	const char *note;	/* what these are */
};

static const struct list lists[] = {
	{ "open", "Open questions", TRAIT_QUESTION, false, WITHOUT_ANSWERS,
	  NULL },
	{ "suggested", "Perhaps answered", TRAIT_QUESTION, false, WITH_ANSWERS,
	  "What was noted since may say it." },
	{ "holes", "To go over again", TRAIT_HOLE, false, ANY,
	  "What practice exams and second readings brought up." },
	{ "labs", "Hands on", TRAIT_LAB, false, ANY, NULL },
	{ "answered", "Answered", TRAIT_QUESTION, true, ANY, NULL },
	{ "filled", "Gone over", TRAIT_HOLE, true, ANY, NULL },
	{ "built", "Built", TRAIT_LAB, true, ANY, NULL },
};

/* A missed question is a hole, and a lab that asks is a lab. */
static unsigned kind_of(const struct site_item *item)
{
	if (item->traits & TRAIT_HOLE)
		return TRAIT_HOLE;
	if (item->traits & TRAIT_LAB)
		return TRAIT_LAB;
	return item->traits & TRAIT_QUESTION;
}

static bool is_in(const struct list *l, const struct site_item *item)
{
	if (kind_of(item) != l->trait || item->is_done != l->is_done)
		return false;
	return l->answers == ANY ||
	       (l->answers == WITH_ANSWERS) == (item->nanswers > 0);
}

static size_t count_in(const struct site *s, const struct list *l)
{
	const struct site_plan *plan = s->view->plan;
	size_t count = 0;

	for (size_t i = 0; i < plan->nitems; i++)
		count += is_in(l, &plan->items[i]);
	return count;
}

static void quote(struct site *s, struct str text)
{
	strbuf_reset(&s->text);
	site_add_quote(&s->text, text, QUOTE_MAX);
	html_slice(&s->h, strbuf_slice(&s->text));
}

static void item_answers(struct site *s, const struct site_item *item)
{
	if (!item->answer.len && !item->nanswers)
		return;
	html_begin(&s->h, "ul", "class", "answers", NULL);
	if (item->answer.len) {
		html_begin(&s->h, "li", NULL);
		quote(s, item->answer);
		html_end(&s->h);
	}
	for (size_t i = 0; i < item->nanswers; i++) {
		html_begin(&s->h, "li", NULL);
		quote(s, item->answers[i].text);
		html_text(&s->h, " ");
		site_place(s, &item->answers[i], true);
		html_end(&s->h);
	}
	html_end(&s->h);
}

static void draw_item(struct site *s, const struct site_item *item)
{
	html_begin(&s->h, "li", NULL);
	html_begin(&s->h, "p", "class", "asked", NULL);
	if (item->prefix.len) {
		html_begin(&s->h, "strong", NULL);
		html_slice(&s->h, item->prefix);
		html_end(&s->h);
		html_text(&s->h, " ");
	}
	site_text_with_code(s, item->text);
	html_end(&s->h);
	item_answers(s, item);
	html_begin(&s->h, "p", "class", "facts", NULL);
	site_place(s, &item->passage, true);
	if (item->day != DAY_NONE) {
		html_text(&s->h, " · ");
		site_time(s, item->day, NULL, false);
	}
	html_end(&s->h);
	site_topic_chips(s, item->topics, item->ntopics, 3);
	html_end(&s->h);
}

static void draw_list(struct site *s, const struct list *l)
{
	const struct site_plan *plan = s->view->plan;
	size_t count = count_in(s, l), shown = 0;

	if (!count)
		return;
	html_begin(&s->h, "section", "aria-labelledby", l->id, NULL);
	html_begin(&s->h, "h2", "id", l->id, NULL);
	html_textf(&s->h, "%s ", l->heading);
	html_begin(&s->h, "span", "class", "count", NULL);
	html_textf(&s->h, "%zu", count);
	html_end(&s->h);
	html_end(&s->h);
	if (l->note)
		html_element(&s->h, "p", l->note, "class", "facts", NULL);
	html_begin(&s->h, "ul", "class", l->is_done ? "items done" : "items",
		   NULL);
	for (size_t i = 0; i < plan->nitems && shown < LIST_MAX; i++) {
		if (!is_in(l, &plan->items[i]))
			continue;
		draw_item(s, &plan->items[i]);
		shown++;
	}
	html_end(&s->h);
	if (shown < count) {
		html_begin(&s->h, "p", "class", "more", NULL);
		html_textf(&s->h, "%zu more stand in the notes and days.",
			   count - shown);
		html_end(&s->h);
	}
	html_end(&s->h);
}

static void list_menu(struct site *s)
{
	html_begin(&s->h, "nav", "aria-label", "Parts", NULL);
	html_begin(&s->h, "ul", "class", "chips", NULL);
	for (size_t i = 0; i < ARRAY_SIZE(lists); i++) {
		size_t count = count_in(s, &lists[i]);

		if (!count)
			continue;
		html_begin(&s->h, "li", NULL);
		html_begin(&s->h, "a", "href",
			   site_href("", NULL, "", lists[i].id).s, NULL);
		html_textf(&s->h, "%s %zu", lists[i].heading, count);
		html_end(&s->h);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_end(&s->h);
}

/* What may answer, while it is looked for. */
struct site_answering {
	struct site_answers *answers;
	struct arena mem;
	struct helper reading, choosing;	/* the former begins the latter */
	bool is_read, is_chosen;
	struct strbuf kept;	/* for the next run */
	struct error err;	/* of reading */
	int rc;
};

static void *choose_answers(void *arg)
{
	struct site_answering *a = arg;

	site_answers_choose(a->answers);
	a->is_chosen = true;
	return NULL;
}

static void read_for_answers(struct site_answering *a)
{
	a->rc = site_answers_read(a->answers, &a->err);
	a->is_read = true;
}

/* Once all is read, others may ask for passages while some are chosen. */
static void *look_for_answers(void *arg)
{
	struct site_answering *a = arg;

	read_for_answers(a);
	if (!a->rc)
		helper_begin(&a->choosing, choose_answers, a);
	return NULL;
}

static struct site_answering *answering_new(const struct site_view *v)
{
	struct site_answering *a = xcalloc(1, sizeof(*a));

	a->kept = (struct strbuf)STRBUF_INIT;
	a->answers = site_answers_new(v);
	return a;
}

/* In a journal of fewer entries it is done before another thread has begun. */
#define WORTH_HELP 500

void site_begin_questions(struct site *s)
{
	if (!site_has_questions(s->view) || s->view->nentries < WORTH_HELP)
		return;
	s->answering = answering_new(s->view);
	/* If nobody helps, find_answers() does it. */
	helper_begin(&s->answering->reading, look_for_answers, s->answering);
}

void site_wait_for_passages(struct site *s)
{
	if (s->answering)
		helper_end(&s->answering->reading);
}

static void let_go(struct site_answering *a)
{
	if (a->answers)
		site_answers_free(a->answers);
	a->answers = NULL;
}

void site_questions_release(struct site *s)
{
	if (!s->answering)
		return;
	site_wait_for_passages(s);
	helper_end(&s->answering->choosing);
	let_go(s->answering);
	strbuf_release(&s->answering->kept);
	arena_release(&s->answering->mem);
	free(s->answering);
	s->answering = NULL;
}

static int take_answers(struct site_answering *a, struct error *err)
{
	helper_end(&a->choosing);
	if (!a->is_chosen)
		choose_answers(a);
	return site_answers_take(a->answers, &a->mem, err);
}

/* Once; what was read for it is many times larger than what is found. */
static int find_answers(struct site *s, struct error *err)
{
	struct site_answering *a;
	int rc;

	if (!s->answering)
		s->answering = answering_new(s->view);
	a = s->answering;
	site_facts_rest(s->view->facts);
	site_wait_for_passages(s);
	if (!a->is_read)
		read_for_answers(a);
	if (a->rc) {
		*err = a->err;
		return -1;
	}
	rc = take_answers(a, err);
	site_answers_keep(a->answers, &a->kept);
	let_go(a);
	return rc;
}

void site_questions_keep(struct site *s, struct export_memory *memory)
{
	if (!s->answering)
		return;
	strbuf_release(&memory->answers);
	memory->answers = s->answering->kept;
	s->answering->kept = (struct strbuf)STRBUF_INIT;
}

int site_draw_questions(struct site *s, struct error *err)
{
	if (!site_has_questions(s->view))
		return 0;
	if (find_answers(s, err))
		return -1;
	s->up = "";
	site_page_begin(s, &(struct site_head){
		.path = "questions.html",
		.title = "Questions",
		.description = "What is open, what is answered, what to go over "
			       "again and what to build.",
		.menu = MENU_QUESTIONS,
	});
	html_element(&s->h, "h1", "Questions", NULL);
	list_menu(s);
	for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
		draw_list(s, &lists[i]);
	return site_page_end(s, err);
}
