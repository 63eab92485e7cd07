/* SPDX-License-Identifier: MIT */
/* Labels of questions and answers, and what answers a question by its place. */
#include "core/model/question.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/base/utf8.h"
#include "core/model/wording.h"

#define MARKS 8			/* before a label */

/* Case of ASCII letters does not count. */
static const char *const question_labels[] = {
	"question", "q", "frage", "pregunta", "pergunta", "domanda", "vraag",
	"вопрос", "питання", "質問", "疑問", "問", "问题", "问", "질문",
};

static const char *const answer_labels[] = {
	"answers", "answer", "ans", "a", "my answer", "the answer",
	"correct answers", "correct answer", "right answer", "réponses",
	"réponse", "reponse", "rép", "r", "antwort", "respuesta", "resposta",
	"risposta", "antwoord", "svar", "odpowiedź", "ответ", "відповідь",
	"cevap", "jawaban", "答え", "回答", "解答", "答案", "答", "답변", "답",
};

static const char *const question_marks[] = { "?", "？", "؟" };

static const char *const arrows[] = { "->", "=>", "→", "⇒", "➡", "➔" };

/* How many bytes one of these takes at the front; 0: none is there. */
static size_t front_of(struct str s, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_starts_nocase(s, list[i]))
			return strlen(list[i]);
	return 0;
}

/* An emoji or a mark in front of a word. */
static struct str skip_marks(struct str s)
{
	for (int i = 0; i < MARKS && s.len; i++) {
		struct str rest = s;
		uint32_t c = utf8_next(&rest);

		if (c < 0x80 ? isalnum((int)c) != 0
			     : c < 0x2000 || (c >= 0x3040 && c < 0xfe00) ||
				       (c >= 0xff10 && c < 0xffef))
			break;
		s = rest;
	}
	return s;
}

/* " 12 :", "：": .s NULL, or what stands behind.  No address, and no time of the
 * day, is a label. */
static struct str behind_colon(struct str s)
{
	size_t digits = 0;

	s = str_trim_left(s);
	while (digits < s.len && isdigit((unsigned char)s.s[digits]))
		digits++;
	s = str_trim_left(str_from(s, digits));
	if (str_starts(s, "："))
		return str_trim(str_from(s, strlen("：")));
	if (!s.len || (s.len > 1 && s.s[1] != ' ' && s.s[1] != '\n') ||
	    !strchr(digits ? ":.)" : ":", s.s[0]))
		return STR_NONE;
	return str_trim(str_from(s, 1));
}

/* .s NULL: no label of these stands at the front. */
static struct str behind_label(struct str s, const char *const *list,
			       size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct str rest = STR_NONE;

		if (str_starts_nocase(s, list[i]))
			rest = behind_colon(str_from(s, strlen(list[i])));
		if (rest.s)
			return rest;
	}
	return STR_NONE;
}

bool question_label_take(struct str *text)
{
	struct str rest = behind_label(str_trim_left(*text), question_labels,
				       ARRAY_SIZE(question_labels));

	if (!rest.len)
		return false;
	*text = rest;
	return true;
}

bool answer_label_take(struct str *text)
{
	struct str rest = behind_label(skip_marks(*text), answer_labels,
				       ARRAY_SIZE(answer_labels));

	if (!rest.s)
		return false;
	*text = rest;
	return true;
}

bool question_choice_take(struct str *text)
{
	struct str s = skip_marks(str_trim_left(*text));
	bool round = str_trim_left(*text).len &&
		     *str_trim_left(*text).s == '(';

	if (s.len < 4 || !strchr("abcdefgABCDEFG", s.s[0]) ||
	    !(s.s[1] == ')' || s.s[1] == '\t' ||
	      (s.s[1] == '.' && !round)) ||
	    !(s.s[1] == '\t' || s.s[2] == ' '))
		return false;
	*text = str_trim(str_from(s, 2));
	return true;
}

bool question_is_label(struct str text)
{
	text = str_trim(text);
	while (text.len && strchr("*_:. ", text.s[text.len - 1]))
		text.len--;
	text = skip_marks(text);
	for (size_t i = 0; i < ARRAY_SIZE(question_labels); i++) {
		struct str s = text;
		size_t digits = 0;

		if (!str_starts_nocase(s, question_labels[i]))
			continue;
		s = str_trim_left(str_from(s, strlen(question_labels[i])));
		if (str_starts(s, "#"))
			s = str_from(s, 1);
		while (digits < s.len && isdigit((unsigned char)s.s[digits]))
			digits++;
		if (digits && digits == s.len)
			return true;
	}
	return false;
}

bool answer_label_is_letter(struct str text)
{
	text = skip_marks(text);
	return text.len > 1 && strchr("AaRr", text.s[0]) &&
	       !isalpha((unsigned char)text.s[1]);
}

/* The end of a question or sentence. */
static bool is_ended(struct str s)
{
	static const char *const ends[] = { "？", "。", "」", "؟", "»", "”" };

	if (s.len && strchr("?.!)\"", s.s[s.len - 1]))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		if (str_ends(s, ends[i]))
			return true;
	return false;
}

struct str item_without_answer(struct str text)
{
	struct str rest = text;
	bool labelled = question_label_take(&rest);
	size_t asked = str_find_str(text, STR("???"));

	for (size_t at = 0; at < text.len; at++) {
		struct str front, label = str_from(text, at + 1);

		if (text.s[at] != ' ' || !label.len ||
		    islower((unsigned char)label.s[0]) ||
		    !answer_label_take(&label))
			continue;
		front = str_trim_right(str_upto(text, at));
		if (labelled || asked < front.len || is_ended(front))
			return front;
	}
	return str_trim_right(text);
}

/* Behind the first question mark that ends a word; .len 0: there is none. */
static struct str behind_mark(struct str s)
{
	for (size_t at = 0; at < s.len; at++) {
		size_t n = front_of(str_from(s, at), question_marks,
				    ARRAY_SIZE(question_marks));
		struct str rest = str_from(s, at + n);

		if (n && rest.len && (rest.s[0] == ' ' || rest.s[0] == '\n' ||
				      n > 1))
			return rest;
	}
	return STR("");
}

/* "→ it is", "Yes", "No. …": what nobody writes behind a question but to answer
 * it. */
static bool begins_answer(struct str s)
{
	static const char *const words[] = {
		"Yes", "No, ", "No. ", "No - ", "No – ", "No; ",
	};
	/* "…? = 46 bytes", "…? - user mode" */
	static const char *const signs[] = { "= ", "- ", "– ", "— " };
	size_t n = front_of(s, arrows, ARRAY_SIZE(arrows));

	if (!n)
		n = front_of(s, signs, ARRAY_SIZE(signs));
	if (n)
		return str_trim(str_from(s, n)).len;
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_starts(s, words[i]))
			return str_trim(str_from(s, strlen(words[i]))).len;
	return false;
}

/* "See the docs", "Ask the mentor": where an answer may be found. */
static bool points_elsewhere(struct str s)
{
	static const char *const orders[] = {
		"see", "check", "look", "ask", "read", "google", "search",
		"find", "consult", "cf", "revisit", "review",
	};
	static const char *const places[] = {
		"docs", "documentation", "doc", "faq", "faqs", "page", "book",
		"course", "video", "lecture", "link", "notes", "chapter",
		"manual", "whitepaper", "forum", "mentor", "teacher",
		"instructor", "colleague", "later", "again", "below", "above",
		"up", "out", "it", "this",
	};

	return wording_is_among(wording_next(&s), orders, ARRAY_SIZE(orders)) &&
	       (wording_has_among(s, places, ARRAY_SIZE(places)) ||
		!wording_next(&s).len);
}

/* A sentence that asks nothing more, orders nothing, and does not say that one
 * does not know. */
static bool tells(struct str s)
{
	struct str rest = s;

	if (!s.len || islower((unsigned char)s.s[0]) ||
	    str_ends(s, "?") || str_ends(s, "？"))
		return false;
	return !question_says_unknown(s) &&
	       wording_next(&rest).len && !points_elsewhere(s) &&
	       !str_starts_nocase(s, "todo") && !str_starts_nocase(s, "tbd");
}

bool question_is_answered(struct str text)
{
	struct str asked = item_without_answer(text), rest;
	struct str behind = str_from(text, asked.len);
	bool labelled;

	if (answer_label_take(&behind) && behind.len)
		return true;
	rest = asked;
	labelled = question_label_take(&rest);
	for (bool last = false; !last;) {
		rest = str_trim(behind_mark(rest));
		last = !behind_mark(rest).len;
		if (begins_answer(rest))
			return true;
	}
	return labelled && tells(rest);
}

bool question_is_set_off(struct str raw)
{
	struct str line, text = raw;

	line = str_trim(str_next_line(&text));
	if (line.len < 5 || !str_starts(line, "**") || !str_ends(line, "**"))
		return false;
	line = str_trim_right(str_upto(line, line.len - 2));
	return str_ends(line, "?") || str_ends(line, "？");
}
