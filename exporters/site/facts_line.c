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
			 const struct site_facts *f)
{
	strbuf_addf(out, "%016" PRIx64 "\t%d\t%d\t%x\t%x\t%d\t%x\t%" PRIx64
		    "\t%zx\t%016" PRIx64 "\t%zx\t", f->sum, f->is_private,
		    f->is_marked, f->words, f->anchors, f->has_files,
		    f->search_len, f->search_sum, f->words_list.len, f->title,
		    f->title_list.len);
	strbuf_addslice(lists, f->words_list);
	strbuf_addslice(lists, f->title_list);
	if (f->visible.s)
		strbuf_addf(out, "=%.*s", (int)f->visible.len, f->visible.s);
	strbuf_addch(out, '\t');
	add_field(out, f->links);
	strbuf_addch(out, '\t');
	add_field(out, f->beside);
	strbuf_addch(out, '\t');
	add_field(out, f->log);
	strbuf_addch(out, '\t');
	add_field(out, f->excerpt);
	strbuf_addch(out, '\t');
	add_field(out, f->left_out);
	strbuf_addch(out, '\t');
	add_field(out, f->complaint);
	strbuf_addch(out, '\n');
}

static unsigned digit(char c)
{
	return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10) & 15;
}

static uint64_t first_visible(struct str visible)
{
	uint64_t bits = 0;

	if (!visible.s)
		return UINT64_MAX;
	for (size_t i = 0; i < visible.len && i < 64 / 4; i++)
		bits |= (uint64_t)digit(visible.s[i]) << 4 * i;
	return bits;
}

static struct str take_list(struct str *lists, uint64_t len)
{
	struct str list = str_upto(*lists, (size_t)len);

	*lists = str_from(*lists, (size_t)len);
	return list;
}

static uint64_t take_number(struct str *line)
{
	return sum64_read(str_next_field(line, '\t'));
}

/* One after the other: initializers have no order. */
struct site_facts site_facts_read_line(struct str line, struct str *lists)
{
	struct site_facts f;
	struct str visible;

	f = (struct site_facts){ .sum = take_number(&line) };
	f.is_private = take_number(&line) != 0;
	f.is_marked = take_number(&line) != 0;
	f.words = (uint32_t)take_number(&line);
	f.anchors = (unsigned)take_number(&line);
	f.has_files = take_number(&line) != 0;
	f.search_len = (uint32_t)take_number(&line);
	f.search_sum = take_number(&line);
	f.words_list = take_list(lists, take_number(&line));
	f.title = take_number(&line);
	f.title_list = take_list(lists, take_number(&line));
	visible = str_next_field(&line, '\t');
	if (str_starts(visible, "="))
		f.visible = str_from(visible, 1);
	f.first_visible = first_visible(f.visible);
	f.links = str_next_field(&line, '\t');
	f.beside = str_next_field(&line, '\t');
	f.log = str_next_field(&line, '\t');
	f.excerpt = str_next_field(&line, '\t');
	f.left_out = str_next_field(&line, '\t');
	f.complaint = line;
	return f;
}

bool site_facts_show_far(const struct site_facts *f, size_t passage)
{
	return !f->visible.s || (passage / 4 < f->visible.len &&
				 digit(f->visible.s[passage / 4]) >>
				 passage % 4 & 1);
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

	left_out_add(out, path, &at);
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
	struct str rest = f->left_out, item;

	while ((item = str_next_field(&rest, ITEM_END)).s && item.len)
		(item.s[0] == 'p' ? tell_place : tell_secret)(
			out, path, str_from(item, 1));
}
