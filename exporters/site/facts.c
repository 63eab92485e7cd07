/* SPDX-License-Identifier: MIT */
/* Learning what pages have to know of entries, and keeping it. */
#include "exporters/site/facts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/sum64.h"
#include "core/base/utf8.h"
#include "core/base/workers.h"
#include "core/model/document_passages.h"
#include "core/model/private_passages.h"
#include "core/text/frontmatter.h"
#include "exporters/site/site.h"

/* Another form of what is kept, or another way to find it out. */
#define FORM "facts 6"

/* They part what is in one field. */
#define ITEM_END '\x1e'

/* Fewer are learned before another process has begun. */
#define WORTH_SHARING 256

void site_facts_list_release(struct site_facts_list *l)
{
	strbuf_release(&l->text);
	search_words_release(&l->words);
	search_aside_release(&l->texts);
	free(l->items);
}

/* --- as text --- */

static void add_form(struct strbuf *out, const struct settings *settings)
{
	strbuf_addstr(out, FORM);
	for (int i = 0; i < SECTION_COUNT; i++)
		if (settings->private_sections[i])
			strbuf_addf(out, " %s", section_name((enum section)i));
	strbuf_addch(out, '\n');
}

/* A control character would end the field, or the line. */
static void add_field(struct strbuf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		strbuf_addch(out, (unsigned char)text.s[i] < ITEM_END ?
					  ' ' : text.s[i]);
}

static void add_facts(struct strbuf *out, const struct site_facts *f)
{
	strbuf_addf(out, "%016" PRIx64 "\t%d\t%d\t%zx\t%x\t%d\t%zx\t%" PRIx64
		    "\t", f->sum, f->is_private, f->is_marked, f->words,
		    f->anchors, f->has_files, f->search_len, f->search_sum);
	strbuf_addslice(out, f->words_list);
	strbuf_addch(out, '\t');
	if (f->visible.s)
		strbuf_addf(out, "=%.*s", (int)f->visible.len, f->visible.s);
	strbuf_addch(out, '\t');
	add_field(out, f->links);
	strbuf_addch(out, '\t');
	add_field(out, f->excerpt);
	strbuf_addch(out, '\t');
	add_field(out, f->left_out);
	strbuf_addch(out, '\t');
	add_field(out, f->complaint);
	strbuf_addch(out, '\n');
}

static struct site_facts read_facts(struct str line)
{
	struct site_facts f = {
		.sum = sum64_read(str_next_field(&line, '\t')),
		.is_private = sum64_read(str_next_field(&line, '\t')) != 0,
		.is_marked = sum64_read(str_next_field(&line, '\t')) != 0,
		.words = sum64_read(str_next_field(&line, '\t')),
		.anchors = (unsigned)sum64_read(str_next_field(&line, '\t')),
		.has_files = sum64_read(str_next_field(&line, '\t')) != 0,
		.search_len = sum64_read(str_next_field(&line, '\t')),
		.search_sum = sum64_read(str_next_field(&line, '\t')),
		.words_list = str_next_field(&line, '\t'),
	};
	struct str visible = str_next_field(&line, '\t');

	if (str_starts(visible, "="))
		f.visible = str_from(visible, 1);
	f.links = str_next_field(&line, '\t');
	f.excerpt = str_next_field(&line, '\t');
	f.left_out = str_next_field(&line, '\t');
	f.complaint = line;
	return f;
}

static int by_sum(const void *a, const void *b)
{
	const struct site_facts *x = a, *y = b;

	return (x->sum > y->sum) - (x->sum < y->sum);
}

static void read_list(struct site_facts_list *l)
{
	struct str rest = strbuf_slice(&l->text), line;

	l->count = 0;
	while ((line = str_next_line(&rest)).s) {
		XGROW(l->items, l->count, l->cap);
		l->items[l->count++] = read_facts(line);
	}
	if (l->count)
		qsort(l->items, l->count, sizeof(*l->items), by_sum);
}

const struct site_facts *site_facts_of(const struct site_facts_list *l,
				       uint64_t sum)
{
	const struct site_facts wanted = { .sum = sum };

	return l->count ? bsearch(&wanted, l->items, l->count, sizeof(wanted),
				  by_sum) : NULL;
}

/* The words that an entry has; those that no more has are forgotten. */
static void add_words(struct strbuf *out, const struct site_facts_list *l)
{
	bool *used = xcalloc(l->words.count + 1, sizeof(*used));
	struct search_place place;

	for (size_t i = 0; i < l->count; i++) {
		struct str list = l->items[i].words_list;

		while (search_list_next(&list, &place))
			if (place.word < l->words.count)
				used[place.word] = true;
	}
	search_words_write(out, &l->words, 0, used);
	free(used);
}

/* Whoever finds something else than what was kept has another sum. */
void site_facts_keep(struct strbuf *out, const struct site_facts_list *l,
		     const struct settings *settings)
{
	AUTO(strbuf) kept = STRBUF_INIT;
	struct sum64 sum = SUM64_INIT;

	add_words(&kept, l);
	strbuf_addslice(&kept, strbuf_slice(&l->text));
	sum64_add(&sum, strbuf_slice(&kept));
	add_form(out, settings);
	strbuf_addf(out, "%016" PRIx64 "\n", sum.value);
	strbuf_addslice(out, strbuf_slice(&kept));
}

bool site_facts_show(const struct site_facts *f, size_t passage)
{
	struct str digit;

	if (!f->visible.s)
		return true;
	digit = str_upto(str_from(f->visible, passage / 4), 1);
	return digit.len && sum64_read(digit) >> passage % 4 & 1;
}

/* --- what is left out --- */

/* Places are "p" and numbers, secrets "s", the line and what is told of it. */
static struct str left_out_field(const struct left_out *l, struct arena *mem)
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
	const struct private_place at = {
		.kind = (enum private_kind)(sum64_read(
			str_next_field(&item, ' ')) % PRIVATE_KINDS),
		.section = (enum section)(sum64_read(
			str_next_field(&item, ' ')) % SECTION_COUNT),
		.line = (unsigned)sum64_read(str_next_field(&item, ' ')),
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

/* --- learning --- */

int site_read_body(const struct snapshot *s, size_t entry, struct strbuf *file,
		   struct arena *mem, struct str *body, struct error *err)
{
	strbuf_reset(file);
	if (s->source->text(s->source, s->files[entry].path, file, err))
		return -1;
	*body = private_filter(frontmatter_body(strbuf_slice(file)),
			       s->settings->private_sections, NULL, mem);
	return 0;
}

/* Whoever marks the header means what stands under it. */
static bool is_public_entry(const struct entry *e)
{
	return !e->private && !(e->heading.s && private_is_marked(e->heading));
}

/*
 * The entry as it may be shown: what is marked of its front matter is not
 * there.  NULL: it must not be shown; nor must one whose day is private, for
 * its place among the others would tell it.
 */
static const struct entry *public_entry(const struct entry *e,
					const struct left_out_document *doc,
					struct left_out *left_out,
					struct arena *mem)
{
	struct left_out_document public = *doc;
	struct error ignored = ERROR_INIT;
	struct entry *out;

	if (!is_public_entry(e) ||
	    !left_out_filter_front(left_out, &public, mem))
		return NULL;
	if (str_eq(public.front, doc->front))
		return e;
	out = arena_alloc(mem, sizeof(*out));
	if (entry_parse(out, doc->path, public.front, mem, &ignored) ||
	    entry_day(out) != entry_day(e))
		return NULL;
	out->id = e->id;
	return out;
}

static size_t count_words(struct str text)
{
	size_t n = 0;
	bool in_word = false;

	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.s[i];
		bool letter = c >= 0x80 || (c >= '0' && c <= '9') ||
			      ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');

		n += letter && !in_word;
		in_word = letter;
	}
	return n;
}

/* Most texts have nothing that could be a link, and looking closer is slow. */
static bool may_link(struct str body)
{
	return str_find_str(body, STR("](")) < body.len ||
	       str_find_str(body, STR("[[")) < body.len ||
	       str_find_str(body, STR("]:")) < body.len ||
	       str_find_str(body, STR("href")) < body.len;
}

static struct str find_links(const struct document *public, struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < public->nlinks; i++) {
		const struct link *l = &public->links[i];

		if (l->kind == LINK_WEB || l->kind == LINK_MAIL)
			continue;
		strbuf_addch(&out, l->wiki ? '[' : '(');
		strbuf_addslice(&out, l->target);
		strbuf_addch(&out, SITE_LINK_END);
	}
	return arena_str(mem, strbuf_slice(&out));
}

/* What is used for one entry after the other. */
struct desk {
	struct search_text text;
	struct search_tally tally;
	struct strbuf json;
	struct scratch *aside;	/* or NULL */
};

static void desk_release(struct desk *d)
{
	search_text_release(&d->text);
	search_tally_release(&d->tally);
	strbuf_release(&d->json);
}

/* An entry while it is learned. */
struct pupil {
	const struct snapshot *s;
	struct desk *desk;
	struct arena *mem;
	struct strbuf file;
	struct left_out left_out;
	struct left_out_document doc;
	struct str body;	/* without what is private */
	struct site_facts facts;
};

static struct str excerpt_of(struct str body, struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;

	site_add_excerpt(&out, body, SITE_EXCERPT_LINE);
	return arena_str(mem, strbuf_slice(&out));
}

/* A comment is private as well, though nobody marked it. */
static bool hides_text(const struct pupil *p)
{
	for (int i = 0; i < SECTION_COUNT; i++)
		if (p->doc.private_sections[i])
			return true;
	return !str_eq(p->doc.body, p->body) ||
	       str_find_str(p->body, STR("<!--")) < p->body.len;
}

static struct str digits_of(const bool *visible, size_t count,
			    struct arena *mem)
{
	static const char digits[] = "0123456789abcdef";
	size_t len = count / 4 + 1;
	char *out = arena_alloc(mem, len + 1);
	unsigned *bits = arena_alloc(mem, len * sizeof(*bits));

	for (size_t i = 0; i < count; i++)
		bits[i / 4] |= (unsigned)visible[i] << i % 4;
	for (size_t i = 0; i < len; i++)
		out[i] = digits[bits[i]];
	return (struct str){ out, len };
}

/* The index numbers passages as document_parse() does, but for a text that it
 * has to repair first: of that nothing is shown. */
static struct str find_visible(struct pupil *p)
{
	struct str file = strbuf_slice(&p->file);
	struct document whole;
	bool *visible;

	if (!utf8_is_valid(file))
		return STR("0");
	document_parse_texts(&whole, p->doc.path, file, p->doc.body, p->mem);
	visible = arena_alloc(p->mem, whole.npassages + 1);
	private_passages(visible, &whole, p->left_out.places,
			 p->left_out.nplaces);
	for (size_t i = 0; i < whole.npassages; i++)
		visible[i] &= !p->doc.private_sections[
			whole.passages[i].section];
	return digits_of(visible, whole.npassages, p->mem);
}

/* `doc` has its passages, if somebody wanted more than their texts already. */
static bool read_text(struct pupil *p, const struct document *doc)
{
	struct search_text *text = &p->desk->text;

	if (!doc->nparts || str_find_str(p->body, STR("<!--")) < p->body.len)
		return search_text_read_entry(text, p->body);
	search_text_read(text, doc, &doc->parts[0]);
	return true;
}

static void look_for_words(struct pupil *p, const struct document *doc)
{
	struct desk *d = p->desk;
	struct sum64 sum = SUM64_INIT;
	AUTO(strbuf) list = STRBUF_INIT;

	if (!read_text(p, doc))
		return;
	strbuf_reset(&d->json);
	search_text_add(&d->json, &d->text);
	p->facts.search_len = d->json.len;
	sum64_add(&sum, strbuf_slice(&d->json));
	p->facts.search_sum = sum.value;
	if (d->aside)
		scratch_add(d->aside, strbuf_slice(&d->json));
	search_tally_list(&d->tally, &d->text, &list);
	p->facts.words_list = arena_str(p->mem, strbuf_slice(&list));
}

static void look_at_body(struct pupil *p, const struct entry *public)
{
	struct site_facts *f = &p->facts;
	AUTO(strbuf) title = STRBUF_INIT;
	struct document doc = { .kind = DOCUMENT_ENTRY, .path = "log/entry.md" };

	p->body = left_out_filter(&p->left_out, &p->doc, p->mem);
	entry_add_title(&title, public);
	left_out_scan(&p->left_out, &p->doc, strbuf_slice(&title));
	for (size_t i = 0; i < public->ntags; i++)
		left_out_scan(&p->left_out, &p->doc, str_of(public->tags[i]));
	f->words = count_words(p->body);
	f->anchors = site_sections(p->body);
	f->has_files = site_has_files(p->body);
	f->excerpt = excerpt_of(p->body, p->mem);
	if (may_link(p->body))
		document_add_passages(&doc, p->body, 1, p->mem);
	f->links = find_links(&doc, p->mem);
	look_for_words(p, &doc);
	if (hides_text(p))
		f->visible = find_visible(p);
}

/* `out` is the entry as it may be shown, or NULL. */
static int read_pupil(struct pupil *p, size_t entry, const struct entry **out,
		      struct error *err)
{
	const char *path = p->s->files[entry].path;
	struct entry *parsed = arena_alloc(p->mem, sizeof(*parsed));
	struct error complaint = ERROR_INIT;

	if (p->s->source->text(p->s->source, path, &p->file, err))
		return -1;
	if (entry_parse(parsed, path, strbuf_slice(&p->file), p->mem,
			&complaint))
		p->facts.complaint = arena_str(p->mem, str_of(complaint.text));
	p->doc = (struct left_out_document){
		.path = path,
		.front = parsed->front,
		.body = parsed->body,
		.private_sections = p->s->settings->private_sections,
	};
	*out = public_entry(parsed, &p->doc, &p->left_out, p->mem);
	p->facts.is_marked = *out && *out != parsed;
	return 0;
}

static void pupil_release(struct pupil *p)
{
	strbuf_release(&p->file);
	left_out_release(&p->left_out);
}

static int learn_entry(struct strbuf *out, const struct snapshot *s,
		       size_t entry, struct desk *desk, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(pupil) p = {
		.s = s,
		.desk = desk,
		.mem = &mem,
		.file = STRBUF_INIT,
		.left_out = LEFT_OUT_INIT,
		.facts = { .sum = s->files[entry].sum },
	};
	const struct entry *public;

	if (read_pupil(&p, entry, &public, err))
		return -1;
	p.facts.is_private = !public;
	if (public)
		look_at_body(&p, public);
	else
		left_out_add(&p.left_out, p.doc.path,
			     &(struct private_place){ .kind = PRIVATE_ENTRY });
	p.facts.left_out = left_out_field(&p.left_out, &mem);
	add_facts(out, &p.facts);
	return 0;
}

int site_read_frame(const struct snapshot *s, size_t entry, struct arena *mem,
		    const struct entry **out, struct error *err)
{
	AUTO(pupil) p = {
		.s = s,
		.mem = mem,
		.file = STRBUF_INIT,
		.left_out = LEFT_OUT_INIT,
	};

	if (read_pupil(&p, entry, out, err))
		return -1;
	/* Somebody has changed it since: it shows no more than the index had
	 * when nothing is known of it. */
	if (!*out)
		*out = arena_alloc(mem, sizeof(**out));
	return 0;
}

struct lesson {
	const struct snapshot *s;
	const size_t *entries;
	size_t count;
	struct strbuf *out;
	struct search_words *words;
	size_t nwords;		/* before anything was learned */
	struct search_aside *texts;
};

static size_t first_of(const struct lesson *l, unsigned share, unsigned count)
{
	return l->count * share / count;
}

/* The report is a line of words that are new, and the facts. */
static int learn_share(void *arg, unsigned number, unsigned count,
		       struct strbuf *out, struct error *err)
{
	const struct lesson *l = arg;
	size_t end = first_of(l, number + 1, count);
	AUTO(strbuf) facts = STRBUF_INIT;
	AUTO(desk) desk = { .tally = SEARCH_TALLY_INIT(l->words),
			    .json = STRBUF_INIT };

	if (l->texts->nshares)
		desk.aside = &l->texts->shares[number];

	search_text_init(&desk.text);
	for (size_t i = first_of(l, number, count); i < end; i++)
		if (learn_entry(&facts, l->s, l->entries[i], &desk, err))
			return -1;
	if (desk.aside)
		scratch_flush(desk.aside);
	search_words_write(out, l->words, l->nwords, NULL);
	strbuf_addslice(out, strbuf_slice(&facts));
	return 0;
}

/* A list by the numbers that its words have here. */
static void renumber(struct strbuf *out, struct str list, size_t known,
		     const size_t *numbers, size_t count)
{
	struct search_place place;

	while (search_list_next(&list, &place)) {
		if (place.word >= known && place.word - known < count)
			place.word = numbers[place.word - known];
		search_list_add(out, &place);
	}
}

static bool are_as_told(const size_t *numbers, size_t count, size_t known)
{
	for (size_t i = 0; i < count; i++)
		if (numbers[i] != known + i)
			return false;
	return true;
}

/* Processes that learn at the same time give new words the same numbers; what
 * the first one says can stay. */
static int take_share(void *arg, struct str report, struct error *err UNUSED)
{
	const struct lesson *l = arg;
	AUTO(strbuf) list = STRBUF_INIT;
	size_t count, *numbers = search_words_merge(
		l->words, str_next_line(&report), &count);
	struct str line;

	if (are_as_told(numbers, count, l->nwords)) {
		strbuf_addslice(l->out, report);
		report = STR_NONE;
	}
	while ((line = str_next_line(&report)).s) {
		struct site_facts f = read_facts(line);

		strbuf_reset(&list);
		renumber(&list, f.words_list, l->nwords, numbers, count);
		f.words_list = strbuf_slice(&list);
		add_facts(l->out, &f);
	}
	free(numbers);
	return 0;
}

static int learn(struct lesson *l, unsigned workers, struct error *err)
{
	const struct workers w = { learn_share, take_share, l };

	if (!workers || l->count < WORTH_SHARING ||
	    !l->s->source->rest(l->s->source))
		workers = 1;
	if (l->count >= WORTH_SHARING)
		search_aside_open(l->texts, workers, l->s->nentries);
	return workers_run(&w, workers, err);
}

/* Where the texts are, once it is known how long they are. */
static void find_texts(const struct lesson *l, const struct site_facts_list *all)
{
	unsigned count = l->texts->nshares;

	for (unsigned share = 0; share < count; share++) {
		struct search_aside_end end = { share, 0 };
		size_t last = first_of(l, share + 1, count);

		for (size_t i = first_of(l, share, count); i < last; i++) {
			const struct site_facts *f = site_facts_of(
				all, l->s->files[l->entries[i]].sum);

			search_aside_place(l->texts, &end, l->entries[i],
					   f ? f->search_len : 0);
		}
	}
}

/* --- finding --- */

static void read_known(struct site_facts_list *out, const struct snapshot *s,
		       struct str known)
{
	AUTO(strbuf) form = STRBUF_INIT;
	struct sum64 sum = SUM64_INIT;
	struct str told;

	add_form(&form, s->settings);
	if (!str_starts(known, form.buf))
		return;
	known = str_from(known, form.len);
	told = str_next_line(&known);
	sum64_add(&sum, known);
	if (sum64_read(told) != sum.value)
		return;
	search_words_read(&out->words, str_next_line(&known));
	strbuf_addslice(&out->text, known);
	read_list(out);
}

/* Only those that are still of use, so that they do not pile up. */
static void keep_used(struct site_facts_list *l, const struct snapshot *s,
		      struct lesson *lesson, size_t *missing)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct strbuf other;

	for (size_t i = 0; i < s->nentries; i++) {
		const struct site_facts *f =
			site_facts_of(l, s->files[i].sum);

		if (f)
			add_facts(&text, f);
		else
			missing[lesson->count++] = i;
	}
	other = l->text;
	l->text = text;
	text = other;
}

int site_facts_find(struct site_facts_list *out, const struct snapshot *s,
		    struct str known, unsigned workers, struct error *err)
{
	size_t *missing = xcalloc(s->nentries + 1, sizeof(*missing));
	struct lesson lesson = { .s = s, .entries = missing,
				 .out = &out->text, .words = &out->words,
				 .texts = &out->texts };
	int rc;

	*out = (struct site_facts_list)SITE_FACTS_INIT;
	read_known(out, s, known);
	keep_used(out, s, &lesson, missing);
	out->learned = lesson.count;
	lesson.nwords = out->words.count;
	rc = learn(&lesson, workers, err);
	read_list(out);
	find_texts(&lesson, out);
	free(missing);
	return rc;
}
