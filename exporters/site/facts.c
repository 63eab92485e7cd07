/* SPDX-License-Identifier: MIT */
/* Learning what pages have to know of an entry. */
#include "exporters/site/facts_entry.h"

#include "core/base/sum64.h"
#include "core/base/utf8.h"
#include "core/model/document_passages.h"
#include "core/model/private_passages.h"
#include "core/model/private_row.h"
#include "core/model/public_text.h"
#include "core/model/secret.h"
#include "core/model/word_count.h"
#include "core/text/frontmatter.h"
#include "core/text/markdown_html.h"
#include "exporters/site/cuts.h"
#include "exporters/site/facts_line.h"
#include "exporters/site/site.h"

uint64_t site_facts_title_sum(const char *title)
{
	struct sum64 sum = SUM64_INIT;

	sum64_add_string(&sum, title);
	return sum.value;
}

int site_read_body(const struct snapshot *s, size_t entry, struct strbuf *file,
		   struct arena *mem, struct str *front, struct str *body,
		   struct error *err)
{
	struct private_rules rules;
	struct str whole;

	strbuf_reset(file);
	if (s->source->text(s->source, entry, file, err))
		return -1;
	whole = frontmatter_body(strbuf_slice(file));
	*front = str_upto(strbuf_slice(file), file->len - whole.len);
	rules = private_rules_read(s->settings->private_sections, *front, mem);
	*body = secret_without_marks(private_filter(whole, rules, NULL, mem),
				     mem);
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
	struct str front;
	struct error ignored = ERROR_INIT;
	struct entry *out;

	if (!is_public_entry(e) ||
	    !left_out_filter_front(left_out, doc, &front, mem))
		return NULL;
	if (str_eq(front, doc->front))
		return e;
	out = arena_alloc(mem, sizeof(*out));
	if (entry_parse(out, doc->path, front, mem, &ignored) ||
	    entry_day(out) != entry_day(e))
		return NULL;
	out->id = e->id;
	return out;
}

/* Most texts have nothing that could be a link, and looking closer is slow. */
static bool may_link(struct str body)
{
	return str_find_str(body, STR("](")) < body.len ||
	       str_find_str(body, STR("[[")) < body.len ||
	       str_find_str(body, STR("]:")) < body.len ||
	       str_find_str(body, STR("href")) < body.len;
}

/* What may lead to a place of the same log, which is no link of a document. */
static void add_places(struct strbuf *out, struct str body)
{
	while ((body = str_from(body, str_find(body, '#'))).len) {
		bool is_link = body.s[-1] && strchr("(\"'= <", body.s[-1]);
		size_t end = 1;

		while (end < body.len && (unsigned char)body.s[end] > ' ' &&
		       !strchr(")\"'>#", body.s[end]))
			end++;
		if (is_link && end > 1) {
			strbuf_addch(out, '(');
			strbuf_addslice(out, str_upto(body, end));
			strbuf_addch(out, SITE_LINK_END);
		}
		body = str_from(body, end);
	}
}

static struct str find_links(const struct document *public, struct str body,
			     struct arena *mem)
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
	if (may_link(body) && body.len > 1)
		add_places(&out, str_from(body, 1));
	return arena_str(mem, strbuf_slice(&out));
}

void site_desk_release(struct site_desk *d)
{
	search_text_release(&d->text);
	search_tally_release(&d->tally);
	strbuf_release(&d->json);
}

/* An entry while it is learned. */
struct pupil {
	const struct snapshot *s;
	struct site_desk *desk;
	struct arena *mem;
	struct strbuf file;
	struct left_out left_out;
	struct left_out_document doc;
	struct str public;	/* without what is private */
	struct str body;	/* and as it is shown */
	struct document whole;	/* with it, where something may be */
	bool *visible;		/* of its passages; or NULL */
	struct site_facts facts;
	struct site_facts_parts parts;	/* and what they point to */
};

/* A comment is private as well, though nobody marked it, and so is what is
 * behind a hidden element that nobody closes. */
static bool hides_text(const struct pupil *p)
{
	for (int i = 0; i < SECTION_COUNT; i++)
		if (p->doc.private_sections[i])
			return true;
	return !str_eq(p->doc.body, p->body) ||
	       html_may_hide(p->body) ||
	       html_find_comment(p->body) < p->body.len;
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

static bool is_whole_enough(const struct pupil *p)
{
	struct str file = strbuf_slice(&p->file);
	const struct site_cuts cuts = {
		.above = str_upto(file, file.len - p->doc.body.len),
		.body = p->doc.body,
		.public = p->body,
		.places = p->left_out.places,
		.nplaces = p->left_out.nplaces,
		.whole = &p->whole,
		.visible = p->visible,
	};

	return p->visible && p->whole.nparts == 1 && site_cuts_are_clean(&cuts);
}

/* Whatever is known of its lines: only what stands in the public text too. */
static void keep_public(struct pupil *p)
{
	struct public_text left;

	public_text_read(&left, &p->doc, p->doc.front, p->public, p->mem);
	for (size_t i = 0; i < p->whole.npassages; i++) {
		const struct passage *at = &p->whole.passages[i];

		p->visible[i] &= public_text_find(&left, at->line, at->text) !=
				 NULL;
	}
}

/* The index numbers passages as document_parse() does, but for a text that it
 * has to repair first: of that nothing is shown. */
static void find_visible(struct pupil *p)
{
	struct str file = strbuf_slice(&p->file);

	if (!utf8_is_valid(file)) {
		p->parts.texts[SITE_FACTS_VISIBLE] = STR("0");
		return;
	}
	document_parse_texts(&p->whole, p->doc.path, file, p->doc.body, p->mem);
	p->visible = arena_alloc(p->mem, p->whole.npassages + 1);
	private_passages(p->visible, &p->whole, p->left_out.places,
			 p->left_out.nplaces);
	for (size_t i = 0; i < p->whole.npassages; i++)
		p->visible[i] &= !p->doc.private_sections[
			p->whole.passages[i].section];
	if (!is_whole_enough(p))
		keep_public(p);
	p->parts.texts[SITE_FACTS_VISIBLE] =
		digits_of(p->visible, p->whole.npassages, p->mem);
}

/* What its page shows, as a document: one that was parsed already, if that is
 * the same.  `doc` has its passages if somebody wanted more than their texts. */
static const struct document *shown_text(struct pupil *p,
					 const struct document *doc,
					 const bool **visible)
{
	bool has_comments = html_find_comment(p->body) < p->body.len;
	struct document *again;

	*visible = NULL;
	if (doc->nparts && !has_comments)
		return doc;
	if (is_whole_enough(p)) {
		*visible = p->visible;
		return &p->whole;
	}
	again = arena_alloc(p->mem, sizeof(*again));
	*again = (struct document){ .kind = DOCUMENT_ENTRY,
				    .open_hides = true };
	again->entry.front = p->doc.front;
	document_add_texts(again, site_without_comments(p->body, p->mem), 1,
			   p->mem);
	return again;
}

static struct str excerpt_of(const struct document *shown, const bool *visible,
			     struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;

	site_add_document_excerpt(&out, shown, visible, SITE_EXCERPT);
	return arena_str(mem, strbuf_slice(&out));
}

static void take_lists(struct pupil *p)
{
	AUTO(strbuf) title = STRBUF_INIT;
	AUTO(strbuf) words = STRBUF_INIT;

	search_tally_take(&p->desk->tally, &title, &words);
	p->parts.title_words = arena_str(p->mem, strbuf_slice(&title));
	p->parts.words = arena_str(p->mem, strbuf_slice(&words));
}

static void look_for_words(struct pupil *p, const struct document *shown,
			   const bool *visible, struct str title)
{
	struct site_desk *d = p->desk;
	struct sum64 sum = SUM64_INIT;

	if (!shown->nparts)
		return;
	search_text_read_visible(&d->text, shown, &shown->parts[0], visible);
	p->facts.title = site_facts_title_sum(title.s);
	strbuf_reset(&d->json);
	search_text_add(&d->json, &d->text);
	p->facts.search_len = (uint32_t)d->json.len;
	sum64_add(&sum, strbuf_slice(&d->json));
	p->facts.search_sum = sum.value;
	if (d->aside)
		scratch_add(d->aside, strbuf_slice(&d->json));
	search_tally_add(&d->tally, title, SEARCH_TITLE);
	for (unsigned i = 0; i < SECTION_COUNT; i++)
		search_tally_add(&d->tally, strbuf_slice(&d->text.texts[i]), i);
	search_tally_add(&d->tally, strbuf_slice(&d->text.addresses),
			 SEARCH_ADDRESS);
	take_lists(p);
}

static void look_at_body(struct pupil *p, const struct entry *public)
{
	struct site_facts *f = &p->facts;
	struct str *texts = p->parts.texts;
	AUTO(strbuf) title = STRBUF_INIT;
	struct document doc = { .kind = DOCUMENT_ENTRY, .path = "log/entry.md",
				.open_hides = true };
	const struct document *shown;
	const bool *visible;

	doc.entry.front = p->doc.front;
	p->public = left_out_filter(&p->left_out, &p->doc, p->mem);
	p->body = secret_without_marks(p->public, p->mem);
	entry_add_title(&title, public);
	left_out_scan(&p->left_out, &p->doc, strbuf_slice(&title));
	for (size_t i = 0; i < public->ntags; i++)
		left_out_scan(&p->left_out, &p->doc, str_of(public->tags[i]));
	f->words = (uint32_t)word_count(p->body);
	f->anchors = site_sections(p->body);
	f->has_files = site_has_files(p->body);
	if (may_link(p->body))
		document_add_passages(&doc, p->body, 1, p->mem);
	texts[SITE_FACTS_LINKS] = find_links(&doc, p->body, p->mem);
	texts[SITE_FACTS_BESIDE] = str_of(public->imported_folder);
	texts[SITE_FACTS_LOG] = str_of(public->log);
	if (hides_text(p))
		find_visible(p);
	shown = shown_text(p, &doc, &visible);
	texts[SITE_FACTS_EXCERPT] = excerpt_of(shown, visible, p->mem);
	look_for_words(p, shown, visible, strbuf_slice(&title));
}

/* `out` is the entry as it may be shown, or NULL. */
static int read_pupil(struct pupil *p, size_t entry, const struct entry **out,
		      struct error *err)
{
	const char *path = p->s->files[entry].path;
	struct entry *parsed = arena_alloc(p->mem, sizeof(*parsed));
	struct error complaint = ERROR_INIT;

	if (p->s->source->text(p->s->source, entry, &p->file, err))
		return -1;
	if (entry_parse(parsed, path, strbuf_slice(&p->file), p->mem,
			&complaint))
		p->parts.texts[SITE_FACTS_COMPLAINT] =
			arena_str(p->mem, str_of(complaint.text));
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

int site_learn_entry(const struct site_sheet *out, const struct snapshot *s,
		     size_t entry, struct site_desk *desk, struct error *err)
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
	p.parts.texts[SITE_FACTS_LEFT_OUT] =
		site_facts_left_out(&p.left_out, &mem);
	site_facts_add_line(out->lines, out->lists, &p.facts, &p.parts);
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
