/* SPDX-License-Identifier: MIT */
/* The facts of an entry as a line of text. */
#include "exporters/site/facts_line.h"

#include <inttypes.h>

#include "core/base/sum64.h"

/* They part what is in one field. */
#define ITEM_END '\x1e'

/* A control character would end the field, or the line. */
static void add_field(struct strbuf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		strbuf_addch(out, (unsigned char)text.s[i] < ITEM_END ?
					  ' ' : text.s[i]);
}

void site_facts_add_line(struct strbuf *out, struct strbuf *lists,
			 const struct site_facts *f,
			 const struct site_facts_parts *parts)
{
	strbuf_addf(out, "%016" PRIx64 "\t%d\t%d\t%x\t%x\t%d\t%x\t%" PRIx64
		    "\t%zx\t%016" PRIx64 "\t%zx", f->sum, f->is_private,
		    f->is_marked, f->words, f->anchors, f->has_files,
		    f->search_len, f->search_sum, parts->words.len, f->title,
		    parts->title_words.len);
	strbuf_addslice(lists, parts->words);
	strbuf_addslice(lists, parts->title_words);
	for (int i = 0; i < SITE_FACTS_TEXTS; i++) {
		strbuf_addch(out, '\t');
		add_field(out, parts->texts[i]);
	}
	strbuf_addch(out, '\n');
}

struct str site_facts_text(const struct site_facts *f,
			   enum site_facts_text which)
{
	struct str rest = { f->texts, f->texts_len };

	if (!(f->has >> which & 1))
		return STR("");
	for (int i = 0; i < (int)which; i++)
		str_next_field(&rest, '\t');
	return str_next_field(&rest, '\t');
}

struct str site_facts_words(const struct site_facts *f)
{
	return (struct str){ f->lists, f->words_len };
}

struct str site_facts_title_words(const struct site_facts *f)
{
	return (struct str){ f->lists + f->words_len, f->title_len };
}

struct site_facts_parts site_facts_parts_of(const struct site_facts *f)
{
	struct site_facts_parts parts = {
		.words = site_facts_words(f),
		.title_words = site_facts_title_words(f),
	};

	for (int i = 0; i < SITE_FACTS_TEXTS; i++)
		parts.texts[i] = site_facts_text(f, (enum site_facts_text)i);
	return parts;
}

static uint8_t find_texts(struct str texts)
{
	uint8_t has = 0;

	for (int i = 0; i < SITE_FACTS_TEXTS; i++)
		if (str_next_field(&texts, '\t').len)
			has |= (uint8_t)(1u << i);
	return has;
}

/* How long it is. */
static uint32_t take_list(struct str *lists, uint64_t len)
{
	struct str list = str_upto(*lists, (size_t)(len & UINT32_MAX));

	*lists = str_from(*lists, list.len);
	return (uint32_t)list.len;
}

static uint64_t take_number(struct str *line)
{
	return sum64_read(str_next_field(line, '\t'));
}

/* One after the other: initializers have no order. */
struct site_facts site_facts_read_line(struct str line, struct str *lists)
{
	struct site_facts f;

	f = (struct site_facts){ .sum = take_number(&line) };
	f.is_private = take_number(&line) != 0;
	f.is_marked = take_number(&line) != 0;
	f.words = (uint32_t)take_number(&line);
	f.anchors = (unsigned)take_number(&line);
	f.has_files = take_number(&line) != 0;
	f.search_len = (uint32_t)take_number(&line);
	f.search_sum = take_number(&line);
	f.lists = lists->s ? lists->s : "";
	f.words_len = take_list(lists, take_number(&line));
	f.title = take_number(&line);
	f.title_len = take_list(lists, take_number(&line));
	line = str_upto(line, UINT32_MAX);
	f.texts = line.s ? line.s : "";
	f.texts_len = (uint32_t)line.len;
	f.has = find_texts(line);
	return f;
}

static unsigned digit(char c)
{
	return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10) & 15;
}

bool site_facts_show(const struct site_facts *f, size_t passage)
{
	struct str visible = site_facts_text(f, SITE_FACTS_VISIBLE);

	return !visible.len || (passage / 4 < visible.len &&
				digit(visible.s[passage / 4]) >>
				passage % 4 & 1);
}

uint64_t site_facts_show_first(const struct site_facts *f)
{
	struct str visible = site_facts_text(f, SITE_FACTS_VISIBLE);
	uint64_t bits = 0;

	if (!visible.len)
		return UINT64_MAX;
	for (size_t i = 0; i < visible.len && i < 64 / 4; i++)
		bits |= (uint64_t)digit(visible.s[i]) << 4 * i;
	return bits;
}

/* --- what is left out --- */

/* Places are "p" and numbers, secrets "s", the line and what is told of it. */
struct str site_facts_left_out(const struct left_out *l, struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < l->nplaces; i++) {
		const struct private_place *at = &l->places[i].at;

		strbuf_addf(&out, "p%x %x %x %x%c", at->kind, at->section,
			    at->line, at->last_line, ITEM_END);
	}
	for (size_t i = 0; i < l->nsecrets; i++)
		strbuf_addf(&out, "s%x%c%s%c%s%c", l->secrets[i].line,
			    SITE_LINK_END, l->secrets[i].what, SITE_LINK_END,
			    l->secrets[i].masked, ITEM_END);
	return arena_str(mem, strbuf_slice(&out));
}

static void tell_place(struct left_out *out, const char *path, struct str item)
{
	uint64_t kind = sum64_read(str_next_field(&item, ' '));
	uint64_t section = sum64_read(str_next_field(&item, ' '));
	uint64_t line = sum64_read(str_next_field(&item, ' '));
	const struct private_place at = {
		.kind = (enum private_kind)(kind % PRIVATE_KINDS),
		.section = (enum section)(section % SECTION_COUNT),
		.line = (unsigned)line,
		.last_line = (unsigned)sum64_read(item),
	};

	left_out_tell(out, path, &at);
}

static void tell_secret(struct left_out *out, const char *path, struct str item)
{
	unsigned line = (unsigned)sum64_read(
		str_next_field(&item, SITE_LINK_END));
	struct str what = str_next_field(&item, SITE_LINK_END);

	left_out_add_secret(out, path, line, what, item);
}

void site_facts_tell(const struct site_facts *f, const char *path,
		     struct left_out *out)
{
	struct str rest = site_facts_text(f, SITE_FACTS_LEFT_OUT), item;

	while ((item = str_next_field(&rest, ITEM_END)).s && item.len)
		(item.s[0] == 'p' ? tell_place : tell_secret)(
			out, path, str_from(item, 1));
}
