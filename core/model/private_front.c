/* SPDX-License-Identifier: MIT */
/* Dropping marked fields and values of front matter. */
#include "core/model/private.h"

#include "core/base/strbuf.h"
#include "core/model/private_marks.h"
#include "core/model/section_lines.h"
#include "core/text/frontmatter.h"

/*
 * What hangs on a marked line goes with it: what is indented further, and the
 * items of a list, which may stand right below their key.
 */
static bool hangs_on(struct str line, size_t indent, bool is_item)
{
	struct str text = str_trim(line);

	if (!text.len || section_indent(line) > indent)
		return true;
	return !is_item && section_indent(line) == indent && str_starts(text, "- ");
}

struct dropping {
	unsigned depth;		/* of blocks */
	bool in_field, is_item;
	size_t indent;		/* of the line that is marked */
};

static bool drops(struct dropping *d, struct str line)
{
	struct str mark = private_mark(line);

	if (d->depth) {
		if (mark.s)
			d->depth += private_mark_is_alone(line, mark);
		else if (private_end_mark(line).s)
			d->depth--;
		return true;
	}
	if (!mark.s) {
		d->in_field &= hangs_on(line, d->indent, d->is_item);
		return d->in_field;
	}
	d->depth = private_mark_is_alone(line, mark);
	d->in_field = !d->depth;
	d->indent = section_indent(line);
	d->is_item = str_starts(str_trim_left(line), "- ");
	return true;
}

/* Both rules stay, whatever stands between them. */
static bool drop_lines(struct strbuf *out, struct str front,
		       const struct private_listener *listener)
{
	struct dropping d = { 0, false, false, 0 };
	struct str rest = front, line;
	unsigned number = 0;

	while ((line = section_next_line(&rest)).s) {
		bool was_marked = d.depth || d.in_field;

		number++;
		if (number == 1 || !rest.len || !drops(&d, line))
			strbuf_addslice(out, line);
		else if (listener && !was_marked)
			listener->tell(listener->to,
				       &(struct private_place){
					       .kind = PRIVATE_FIELD,
					       .line = number,
					       .last_line = number });
	}
	return !d.depth;
}

bool private_filter_front(struct str *front,
			  const struct private_listener *listener,
			  struct arena *mem)
{
	AUTO(strbuf) kept = STRBUF_INIT;
	struct error ignored = ERROR_INIT;
	struct frontmatter fm;
	struct str text;

	if (!private_mark(*front).s)
		return true;
	if (!drop_lines(&kept, *front, listener))
		return false;
	text = arena_str(mem, strbuf_slice(&kept));
	if (frontmatter_parse(&fm, text, mem, &ignored) ||
	    fm.raw.len != text.len)
		return false;
	*front = text;
	return true;
}
