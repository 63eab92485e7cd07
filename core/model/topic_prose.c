/* SPDX-License-Identifier: MIT */
/* Names that are ordinary words of their sentence. */
#include "core/model/topic_prose.h"

#include "core/model/topic_line.h"

/* So many words behind "is" tell how it is to learn. */
#define HARD_WITHIN 5

/* Shorter words are too often others. */
#define HASHTAG_MIN 3
#define SET_APART_MIN 4

/* So many before "in" tell that what follows is a language. */
#define WRITTEN_WITHIN 6

static bool follows_owner(struct str word)
{
	return word_in_list(STR("the,a,an,my,your,his,her,our,their,its,it,"
				"them,him,us,yourself,myself,this,that,these,"
				"those"),
			    word);
}

bool prose_follows(struct str line, const char *end)
{
	struct str word = line_word_after(line, end);

	return word_in_list(STR("was,were,at,of,over,under,through,near,said,"
				"asked,told,wrote,helped,explained,rang,slept,"
				"laughed,smiled"),
			    word) ||
	       follows_owner(line_next_word(line, end));
}

/* "a chai latte", "swing by": what no tool has behind its name. */
static bool thing_follows(struct str line, const char *end)
{
	return word_in_list(STR("of,by,tea,latte,salad,soup,juice,sauce,cake,"
				"bread,sticks,oil,shirt,dress,jacket,shoes,"
				"sign,signs,board,desk,chair,tree,trees,"
				"flower,flowers,bird,birds,fish,cat,dog,"
				"warning,station,ticket,train,delay,mission,"
				"sports,wedding,river,mountain,beach,garden,"
				"kitchen,movie,film,album,song,concert,"
				"festival,planet,moon,view,colours,"
				"colors"),
			    line_next_word(line, end));
}

/* The end, a full stop or a small word: no noun that the name belongs to. */
static bool phrase_ends(struct str line, const char *end)
{
	const char *last = line.s + line.len;
	struct str word = line_next_word(line, end);

	if (word.len)
		return word_in_list(STR("of,and,or,in,on,at,with,while,from,"
					"for,to,when,before,after,is,was,are,"
					"were,that,which,as,by,but,so,then,"
					"until,than"),
				    word);
	return end == last || line_mark(*end, ENDS | LISTS) || *end == ')';
}

static bool is_noun(struct str before, struct str line, const char *end)
{
	return word_in_list(STR("a,an,the,his,her,their,some,any,every,this,"
				"that,much,more"),
			    before) &&
	       phrase_ends(line, end);
}

/* "wanted to express", "how to react": not "moved to express". */
static bool is_infinitive(struct str to, struct str line)
{
	return word_in_list(STR("to"), to) &&
	       word_in_list(STR("want,wants,wanted,wanting,able,try,tries,"
				"tried,trying,need,needs,needed,have,has,had,"
				"how,like,hard,easy,going,ought,time,hope,"
				"hoped,forgot,managed,afraid,ready,started"),
			    line_word_before(line, to.s));
}

static bool is_verb(struct str before, struct str line, const char *start,
		    const char *end)
{
	if (is_infinitive(before, line))
		return true;
	if (word_in_list(STR("i,we,you,they,can,could,will,would,must,should,"
			     "may,might,cannot,never,please"),
			 before))
		return true;
	return follows_owner(line_next_word(line, end)) &&
	       (line_begins_sentence(line, start) ||
		word_in_list(STR("to,and,then,not"), before));
}

bool prose_has_object(struct str line, const char *start, const char *end)
{
	return ascii_is_lower(*start) &&
	       follows_owner(line_next_word(line, end)) &&
	       word_in_list(STR("and,to,then,not,i,we,you,they,it,can,could,"
				"will,would,must,should,may,might"),
			    line_word_before(line, start));
}

bool prose_is_word(struct str line, const char *start, const char *end)
{
	struct str before = line_word_before(line, start);

	return thing_follows(line, end) || is_noun(before, line, end) ||
	       is_verb(before, line, start, end);
}

/* "Macie, who": what a service does is told by "which". */
static bool who_follows(struct str line, const char *end)
{
	const char *last = line.s + line.len;

	if (end < last && *end == ',')
		end++;
	return word_in_list(STR("who,whom,whose"), line_next_word(line, end));
}

bool prose_is_person(struct str line, const char *start, const char *end)
{
	struct str with = line_word_before(line, start);

	if (who_follows(line, end) ||
	    word_in_list(STR("sister,brother,daughter,son,friend,cat,dog,wife,"
			     "husband,colleague,mate,aunt,uncle,cousin,mentor,"
			     "mr,mrs,ms"),
			 with))
		return true;
	return word_in_list(STR("with"), with) &&
	       word_in_list(STR("paired,pairing,pair,met,meeting,talk,talked,"
				"talking,spoke,chat,chatted,call,lunch,coffee,"
				"dinner,walk,walked"),
			    line_word_before(line, with.s));
}

bool prose_likens(struct str line, const char *start, const char *end)
{
	const char *last = line.s + line.len;

	if (end - start == 1 && ((start > line.s && start[-1] == '&') ||
				 (end < last && *end == '&')))
		return true;
	return end < last && *end == '-' &&
	       word_in_list(STR("like,ish,esque,inspired"),
			    line_word_after(line, end));
}

bool prose_is_clause(struct str line, const char *start, const char *end)
{
	return end[-1] == 's' &&
	       word_in_list(STR("as,like,well,fine,properly,correctly,alone,"
				"independently,normally"),
			    line_next_word(line, end)) &&
	       word_in_list(STR("every,each,this,that,another,a,an,one"),
			    line_word_before(line, start));
}

bool prose_owns(struct str line, const char *start, const char *end)
{
	struct str after = { end, line.len - (size_t)(end - line.s) };

	return end - start == 1 && (str_starts(after, "'s ") ||
				    str_starts(after, "\xe2\x80\x99s "));
}

bool prose_moves_to(struct str line, const char *start, const char *end)
{
	struct str to = line_word_before(line, start);
	struct str next = line_next_word(line, end);

	return word_in_list(STR("to,onto"), to) &&
	       !(next.len && ascii_is_upper(*next.s)) &&
	       word_in_list(STR("move,moved,moving,switch,switched,switching,"
				"migrate,migrated,migrating,port,ported,"
				"porting,on,over,back,return,returned,turned,"
				"new,introduction,intro,introduced"),
			    line_word_before(line, to.s));
}

struct str prose_before_about(struct str line, const char *start,
			      const char *end)
{
	struct str about = line_word_before(line, start);

	return word_in_list(STR("about"), about) &&
		       (ascii_is_upper(*start) || phrase_ends(line, end))
		       ? line_word_before(line, about.s)
		       : STR("");
}

/* "worked on", "started with", "how to use": what it is about follows. */
static bool leads_to_subject(struct str line, struct str before,
			     struct str with, bool capital)
{
	if (word_in_list(STR("on,about"), with) &&
	    word_in_list(STR("video,videos,course,tutorial,tutorials,article,"
			     "articles,chapter,lecture,lectures,lesson,book,"
			     "module,section,workshop,notes,quiz,work,worked,"
			     "working"),
			 before))
		return true;
	if (word_in_list(STR("into"), with))
		return word_in_list(STR("dive,dived,dives,diving,dove,deep,"
					"deeper,dig,digging,dug,look,looked,"
					"looking,get,getting,got"),
				    before);
	/* "two hours of spring", "did some go today" */
	if (word_in_list(STR("of"), with))
		return word_in_list(STR("hour,hours,hr,hrs,min,mins,minutes"),
				    before);
	if (word_in_list(STR("some"), with))
		return word_in_list(STR("did,do,doing,wrote,learned,learnt"),
				    before);
	if (word_in_list(STR("use"), with))
		return word_in_list(STR("to"), before) &&
		       word_in_list(STR("how"),
				    line_word_before(line, before.s));
	if (!word_in_list(STR("with,on"), with))
		return false;
	return word_in_list(STR("start,started,starting,continue,continued,"
				"continuing,play,played,playing,experiment,"
				"experimented,experimenting,practiced,"
				"practicing,began,begin,tinkered,tinkering,"
				"struggled,struggling,familiar"),
			    before) ||
	       (!capital && word_in_list(STR("worked,working"), before));
}

bool prose_is_worked_with(struct str line, const char *start, const char *end)
{
	struct str with = line_word_before(line, start);

	return with.len &&
	       leads_to_subject(line, line_word_before(line, with.s), with,
				ascii_is_upper(*start)) &&
	       (phrase_ends(line, end) ||
		word_in_list(STR("today,again,now,tonight,yesterday,lately,"
				 "because,this,last"),
			     line_next_word(line, end)));
}

bool prose_is_written_in(struct str line, const char *start, const char *end)
{
	struct str word = line_word_before(line, start);

	if (!word_in_list(STR("in"), word) || !phrase_ends(line, end))
		return false;
	for (int n = 0; n < WRITTEN_WITHIN && word.len; n++) {
		word = line_word_before(line, word.s);
		if (word_in_list(STR("write,wrote,written,writing,rewrite,"
				     "rewrote,rewritten,rewriting,code,coded,"
				     "coding,program,programs,programmed,"
				     "programming,implement,implemented,"
				     "implementing,script,scripts,solve,solved,"
				     "solving,parser,server,backend,cli,api"),
				 word))
			return true;
	}
	return false;
}

/* "hard to learn", "easy for beginners"; not "fun to be around". */
static bool is_hard_so(struct str line, const char *end)
{
	struct str to = line_next_word(line, end);
	struct str next = to.len ? line_next_word(line, to.s + to.len) : to;

	if (word_in_list(STR("to"), to))
		return word_in_list(STR("learn,read,write,use,pick,understand,"
					"start,debug,grasp,master,code"),
				    next);
	if (word_in_list(STR("for"), to))
		return word_in_list(STR("me,us,beginners,newbies,now"), next);
	return phrase_ends(line, end);
}

bool prose_is_hard(struct str line, const char *end)
{
	struct str word = line_next_word(line, end);

	if (!word_in_list(STR("is,was,feels,seems,looks"), word))
		return false;
	for (int n = 0; n < HARD_WITHIN && word.len; n++) {
		word = line_next_word(line, word.s + word.len);
		if (word_in_list(STR("hard,tough,difficult,easy,fun,confusing,"
				     "verbose,strict,typed,compiled,"
				     "interpreted,learn"),
				 word))
			return is_hard_so(line, word.s + word.len);
	}
	return false;
}

const char *prose_description(struct str line, const char *end)
{
	struct str is = line_next_word(line, end), article;

	if (!word_in_list(STR("is,was"), is))
		return NULL;
	article = line_next_word(line, is.s + is.len);
	return word_in_list(STR("a,an,the,my,another,such"), article)
		       ? article.s + article.len
		       : NULL;
}

struct str prose_next_of_phrase(struct str line, const char *p)
{
	struct str word = line_next_word(line, p);

	return word_in_list(STR("of,in,on,at,to,for,from,with,by,and,or,that,"
				"which,who,about,than,as,when,where,is,was"),
			    word)
		       ? STR("")
		       : word;
}

bool prose_trades(struct str line, const char *first, const char *end,
		  const char *second)
{
	struct str between = { end, (size_t)(second - end) };
	struct str verb = line_word_before(line, first);

	if (str_is(between, " instead of ") || str_is(between, " rather than "))
		return true;
	if (str_is(between, " to "))
		return word_in_list(STR("from"), verb);
	if (str_is(between, " against "))
		return word_in_list(STR("benchmark,benchmarked,benchmarking,"
					"compare,compared,comparing,tested"),
				    verb);
	return (str_is(between, " with ") || str_is(between, " by ") ||
		str_is(between, " for ")) &&
	       word_in_list(STR("replace,replaced,replacing,swap,swapped,"
				"swapping,exchanged"),
			    verb);
}

/* "=", or ":", "-" with a blank after it, behind a name; or '\0'. */
static char sign_after(struct str line, const char *p)
{
	const char *end = line.s + line.len;

	if (p < end && *p == ' ')
		p++;
	if (end - p > 1 && *p == '=')
		return *p;
	return end - p > 1 && p[1] == ' ' && (*p == ':' || *p == '-') ? *p
									: '\0';
}

bool prose_is_hashtag(struct str line, const char *start, const char *end)
{
	if (end - start < HASHTAG_MIN || start == line.s || start[-1] != '#')
		return false;
	return start - 1 == line.s || start[-2] == ' ';
}

bool prose_is_set_apart(struct str line, const char *start, const char *end)
{
	const char *p = start, *last = line.s + line.len;

	if (end - start < SET_APART_MIN || p - line.s < 4)
		return false;
	if (p[-1] == '(' && p[-2] == ' ' && end < last && *end == ')')
		return line_ends_item(line, end);
	return p[-1] == ' ' && p[-2] == '-' && (p[-3] == ' ' || p[-3] == '-') &&
	       line_ends_item(line, end);
}

bool prose_is_label(struct str line, const char *start, const char *end)
{
	return end < line.s + line.len && *end == ':' &&
	       line_begins_item(line, start);
}

bool prose_heads_note(struct str line, const char *start, const char *end)
{
	struct str word;

	if (!prose_is_label(line, start, end))
		return false;
	word = line_next_word(line, end + 1);
	return word.len && ascii_is_lower(*word.s) && !follows_owner(word) &&
	       !word_in_list(STR("i,we,you,he,she,they,there,what,when,why,"
				 "how,no,not"),
			     word);
}

bool prose_is_noted(struct str line, const char *start, const char *end)
{
	return line_begins_item(line, start) && line_word_follows(line, end) &&
	       !prose_follows(line, end) && !thing_follows(line, end) &&
	       !phrase_ends(line, end);
}

bool prose_goes_on_alike(struct str line, const char *a_end, const char *b_end)
{
	struct str a = line_next_word(line, a_end);
	struct str b = line_next_word(line, b_end);
	char sign = sign_after(line, a_end);

	if (sign)
		return sign == sign_after(line, b_end);
	return word_in_list(STR("on,for,in,at,by"), a) && str_eq_nocase(a, b);
}
