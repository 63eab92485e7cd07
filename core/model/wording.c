/* SPDX-License-Identifier: MIT */
/* Words by which somebody tells of learning, and not of what is learned. */
#include "core/model/wording.h"

#include <string.h>

/* Lower case, with a blank on both sides of each word. */
static const char *const words[WORDING_COUNT] = {
	[WORDING_SELF] =
		" i i'm i've i'd i'll im ive me my mine myself we we're we've "
		"we'll our ours us let's ich mich mir mein meine "
		"meinem meinen wir uns unser unsere je j'ai moi mon ma mes "
		"nous notre yo mi mis nosotros eu meu minha ",
	[WORDING_WHEN] =
		" today today's tomorrow tomorrow's yesterday tonight now "
		"yet again already finally currently later soon ago heute "
		"gestern morgen jetzt aujourd'hui hier demain hoy ayer hoje "
		"ontem amanh\xc3\xa3 ",
	[WORDING_OPINION] =
		" good great nice cool awesome amazing wonderful fantastic "
		"excellent brilliant lovely beautiful neat bad awful "
		"terrible horrible ugly annoying boring exciting interesting "
		"fun funny hard tough tricky confusing confused frustrating "
		"painful weird strange crazy silly huge big little noisy bit "
		"lot lots ton tons mess pain joy beast nightmare disaster "
		"pleasure blast must favourite favorite fan lifesaver gem "
		"really very pretty quite so too super happy sad tired glad "
		"proud lazy busy sick bored excited motivated stuck lost "
		"worth black option winner gift treat relief surprise shame "
		"love loved hate hated like liked enjoy enjoyed enjoying "
		"prefer thing well gut sch\xc3\xb6n toll schwer bien bon "
		"bonne mal difficile bueno buena dif\xc3\xad""cil ",
	[WORDING_DEED] =
		" completed finished started worked learned learnt built "
		"created made watched did done added fixed continued studied "
		"reviewed revised practiced practised played wrote tried "
		"read had got went found saw decided took spent wasted "
		"passed failed scored solved coded ran walked slept woke "
		"bought booked closed opened installed deployed launched "
		"configured implemented refactored updated moved migrated "
		"pushed merged repeated skipped missed covered explored "
		"understood attended joined published submitted uploaded "
		"cleaned tested debugged struggled earned answered was were "
		"been accomplished achieved received ",
	[WORDING_ORDER] =
		" complete review familiarize familiarise dedicate aim focus "
		"rest practice practise memorize memorise document plan "
		"check study regularly always never ensure implement "
		"reinforce reduce work try take finish remember avoid "
		"consider make schedule don't please join align form decide "
		"celebrate drill gain estimate prepare keep ask track follow "
		"pay explore understand identify verify develop evaluate "
		"assess apply set get watch write read do go start stop "
		"learn build create add remove fix book look see find use "
		"install deploy configure open close draw repeat revise move "
		"migrate run test buy call choose pick visit attend continue "
		"host encrypt optimize optimise automate maintain consult "
		"explain analyze analyse select design expect prevent "
		"provision combine manage monitor increase decrease respond "
		"teach adjust acknowledge store save send show speak talk "
		"think ",
	[WORDING_REPORT] =
		" mood energy result results outcome outcomes problem "
		"problems issue issues bug bugs fix fixes solution solutions "
		"cause workaround workarounds morning afternoon evening "
		"night noon lunch monday reminder reminders takeaway "
		"takeaways lesson lessons learned learnt learnings learning "
		"insight insights task tasks homework blocker blockers win "
		"wins highlight highlights teacher mentor instructor "
		"colleague repo repository docs stack tools setup covered "
		"topics topic agenda summary opinion impression impressions "
		"news motivation difficulty difficulties obstacle obstacles "
		"observation observations thanks bonus weather sleep health "
		"family note notes fact activity activities achievement "
		"achievements accomplishment accomplishments skill skills "
		"job self honest honestly description details theme title "
		"subject language course video article blog book website "
		"github finding findings date url status introduction "
		"overview background context purpose benefit benefits "
		"advantage advantages disadvantage disadvantages "
		"r\xc3\xa9sultat probl\xc3\xa8me dur\xc3\xa9""e exercice "
		"projet statut objectif objectifs ergebnis fehler "
		"l\xc3\xb6sung ziel ziele stimmung aufgabe resultado "
		"problema objetivo tarea soluci\xc3\xb3n ",
	[WORDING_STUDY] =
		" goal goals course courses module modules exam exams lesson "
		"lessons video videos lecture lectures studied studying study "
		"exercises exercise challenge challenges code coding coded "
		"score scored scoring mastered question questions today "
		"yesterday tomorrow yourself feelings feeling thoughts quiz "
		"quizzes chapter chapters remaining progress practice review "
		"spent accuracy sleep slept learnings drill complete strict "
		"pomodoro pomodoros streak session sessions flashcard "
		"flashcards cards mock kata katas leetcode udemy coursera "
		"book pages reading watched watching finished completed "
		"passed wasted solved answers bootcamp tutorial tutorials "
		"homework interview path pace workout break timebox roadmap "
		"timeboxed ",
	[WORDING_ARTICLE] =
		" a an the any one some every each ein eine einen der die "
		"das un une le la les des una el los las uma um o os il lo ",
	[WORDING_LINK] =
		" of for to that which who whose in with by from on at into "
		"between where when as per until without like used so inside "
		"within across after before while over under behind against "
		"pour qui que f\xc3\xbcr von zum zur mit para con com avec ",
	[WORDING_ASK] =
		" why how what what's whats when where which who whom whose "
		"how's where's who's wie warum was wann wo welche welcher "
		"welches wer wieso weshalb wozu comment pourquoi quand "
		"o\xc3\xb9 quel quelle quels quelles qui que qu'est-ce "
		"combien c\xc3\xb3mo qu\xc3\xa9 cu\xc3\xa1ndo cu\xc3\xa1l "
		"d\xc3\xb3nde como quando qual quais onde come perch\xc3\xa9 "
		"cosa quale dove ",
	[WORDING_LACK] =
		" not don't didn't can't cannot couldn't unclear "
		"confused lost trouble struggling struggle struggled hard "
		"unsure unfamiliar woolly hazy fuzzy vague trying puzzled "
		"learning need should must have brush weak shaky rusty keep "
		"want come needs review study revisit still look todo ",
	[WORDING_TIME] =
		" second seconds minute minutes hour hours day days week "
		"weeks month months year years weekend ",
};

enum byte {
	BYTE_BLANK = 1,
	BYTE_MARK = 2,		/* around a word */
	BYTE_END = 4,		/* of a sentence */
};

/* What isspace says in the C locale. */
static const unsigned char bytes[256] = {
	[' '] = BYTE_BLANK,  ['\t'] = BYTE_BLANK, ['\n'] = BYTE_BLANK,
	['\v'] = BYTE_BLANK, ['\f'] = BYTE_BLANK, ['\r'] = BYTE_BLANK,
	['('] = BYTE_MARK,   [')'] = BYTE_MARK,	  ['['] = BYTE_MARK,
	[']'] = BYTE_MARK,   ['{'] = BYTE_MARK,	  ['}'] = BYTE_MARK,
	['"'] = BYTE_MARK,   ['\''] = BYTE_MARK,  ['`'] = BYTE_MARK,
	['*'] = BYTE_MARK,   ['_'] = BYTE_MARK,	  [','] = BYTE_MARK,
	[':'] = BYTE_MARK,   ['~'] = BYTE_MARK,	  ['<'] = BYTE_MARK,
	['>'] = BYTE_MARK,   ['#'] = BYTE_MARK,
	['.'] = BYTE_MARK | BYTE_END, [';'] = BYTE_MARK | BYTE_END,
	['!'] = BYTE_MARK | BYTE_END, ['?'] = BYTE_MARK | BYTE_END,
};

static bool is(char c, enum byte what)
{
	return bytes[(unsigned char)c] & what;
}

struct str wording_next(struct str *rest)
{
	const char *s = rest->s;
	size_t at = 0, from = 0, to = 0;

	while (from == to && at < rest->len) {
		while (at < rest->len && is(s[at], BYTE_BLANK))
			at++;
		for (from = at; at < rest->len && !is(s[at], BYTE_BLANK);)
			at++;
		for (to = at; from < to && is(s[from], BYTE_MARK);)
			from++;
		while (to > from && is(s[to - 1], BYTE_MARK))
			to--;
	}
	*rest = str_from(*rest, at);
	return from < to ? (struct str){ s + from, to - from } : STR("");
}

#define WORD_BYTES 20		/* no word that is known here has more */
#define APOSTROPHE "\xe2\x80\x99" /* as many an editor makes it of "'" */

struct folded {
	char spaced[WORD_BYTES + 3];	/* with a blank on both sides */
	size_t len;			/* of the word; 0: it is too long */
};

/* By ASCII alone: what a word is must not depend on the user's locale. */
static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static struct folded fold(struct str word)
{
	struct folded f = { " ", 0 };
	size_t at = 0;

	while (at < word.len && f.len < WORD_BYTES) {
		bool curved = word.s[at] == *APOSTROPHE &&
			      str_starts(str_from(word, at), APOSTROPHE);

		f.spaced[++f.len] = curved ? '\'' : lower(word.s[at]);
		at += curved ? strlen(APOSTROPHE) : 1;
	}
	if (at < word.len)
		f.len = 0;
	f.spaced[f.len + 1] = ' ';
	f.spaced[f.len + 2] = '\0';
	return f;
}

bool wording_is(struct str word, enum wording what)
{
	struct folded f = fold(word);

	if (!f.len)
		return false;
	/* The US is a region. */
	if (what == WORDING_SELF && str_is(word, "US"))
		return false;
	if (what == WORDING_SELF && !strncmp(f.spaced, " j'", 3))
		return true;
	return strstr(words[what], f.spaced);
}

bool wording_is_among(struct str word, const char *const *list, size_t count)
{
	struct folded f = fold(word);
	struct str folded = { f.spaced + 1, f.len };

	for (size_t i = 0; f.len && i < count; i++)
		if (*list[i] == *folded.s && str_is(folded, list[i]))
			return true;
	return false;
}

bool wording_is_deed(struct str word)
{
	return wording_is(word, WORDING_DEED) &&
	       !wording_is(word, WORDING_ORDER);
}

bool wording_has_among(struct str text, const char *const *list, size_t count)
{
	struct str word;

	while ((word = wording_next(&text)).len)
		if (wording_is_among(word, list, count))
			return true;
	return false;
}

static bool take_phrase(struct str *text, const char *phrase)
{
	struct str wanted = str_of(phrase), word;

	while ((word = str_next_field(&wanted, ' ')).s) {
		struct folded f = fold(wording_next(text));

		if (!f.len || !str_eq((struct str){ f.spaced + 1, f.len }, word))
			return false;
	}
	return true;
}

bool wording_take(struct str *text, const char *const *phrases, size_t count)
{
	struct str behind = *text;
	struct folded first = fold(wording_next(&behind));

	for (size_t i = 0; first.len && i < count; i++) {
		struct str rest = *text;

		/* Most texts begin with none of them. */
		if (*phrases[i] == first.spaced[1] &&
		    take_phrase(&rest, phrases[i])) {
			*text = rest;
			return true;
		}
	}
	return false;
}

bool wording_has(struct str text, enum wording what, unsigned most)
{
	struct str word;

	while (most-- && (word = wording_next(&text)).len)
		if (wording_is(word, what))
			return true;
	return false;
}

struct str wording_last(struct str text)
{
	struct str word, last = STR("");

	while ((word = wording_next(&text)).len)
		last = word;
	return last;
}

unsigned wording_count(struct str text, unsigned most)
{
	unsigned n = 0;

	while (n < most && wording_next(&text).len)
		n++;
	return n;
}

struct str wording_sentence(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.s[i] == '\n' ||
		    (is(text.s[i], BYTE_END) &&
		     (i + 1 == text.len || text.s[i + 1] == ' ')))
			return str_upto(text, i);
	return text;
}
