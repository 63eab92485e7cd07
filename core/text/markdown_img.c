/* SPDX-License-Identifier: MIT */
/* Drawing images, in the size that their author gave them. */
#include <stdio.h>

#include "core/text/markdown_renderer.h"

static bool is_remote(const char *url)
{
	struct str s = str_of(url);

	return html_link_scheme(s).s || str_starts(s, "//");
}

/* Images of our own are shown; those of others would be third-party requests,
 * so they become links.  The address is in `scratch`. */
static struct markdown_image decide(struct renderer *r, const char *url)
{
	const struct markdown_options *o = r->options;
	struct markdown_image image = { .as = IMAGE_AS_TEXT };
	struct str given = str_of(url ? url : "");

	strbuf_reset(&r->scratch);
	if (o->image && given.len && html_link_is_safe(given))
		image = o->image(o->arg, given, &r->scratch);
	else if (!o->image && markdown_resolve(r, url))
		image.as = is_remote(r->scratch.buf) ? IMAGE_AS_LINK :
						       IMAGE_SHOWN;
	if (!html_link_is_safe(strbuf_slice(&r->scratch)))
		image.as = IMAGE_AS_TEXT;
	return image;
}

static int in_proportion(unsigned side, int to, int of)
{
	int other = (int)((double)side * to / of);

	return other > 1 ? other : 1;
}

/* Of a side that is not given the proportions of the file tell. */
static void fit(struct markdown_image *image,
		const struct markdown_size *wanted)
{
	int width = image->width, height = image->height;
	bool known = width > 0 && height > 0;

	if (!known)
		image->width = image->height = 0;
	if (!wanted || wanted->percent || (!wanted->width && !wanted->height))
		return;
	image->width = (int)wanted->width;
	image->height = (int)wanted->height;
	if (known && !wanted->width)
		image->width = in_proportion(wanted->height, width, height);
	if (known && !wanted->height)
		image->height = in_proportion(wanted->width, height, width);
}

/* Of the width of the text, in tenths: pages have no styles of their own. */
static const char *class_of(const struct markdown_size *wanted)
{
	static const char *const classes[] = {
		NULL, "w10", "w20", "w30", "w40", "w50", "w60", "w70", "w80",
		"w90",
	};
	unsigned tenths = wanted ? (wanted->percent + 5) / 10 : 0;

	if (wanted && wanted->percent && !tenths)
		tenths = 1;
	return tenths < ARRAY_SIZE(classes) ? classes[tenths] : NULL;
}

/* The size keeps the text below from jumping when the image arrives. */
void markdown_show_image(struct renderer *r, const char *alt,
			 struct markdown_image image,
			 const struct markdown_size *wanted)
{
	char width[16], height[16];

	fit(&image, wanted);
	snprintf(width, sizeof(width), "%d", image.width);
	snprintf(height, sizeof(height), "%d", image.height);
	html_void(&r->html, "img", "src", r->scratch.buf, "alt", alt, "class",
		  class_of(wanted), "width", image.width > 0 ? width : NULL,
		  "height", image.height > 0 ? height : NULL, "loading", "lazy",
		  NULL);
}

void markdown_draw_image(struct renderer *r, const char *url, const char *alt,
			 const struct markdown_size *wanted)
{
	struct markdown_image image = decide(r, url);
	const char *text = *alt || image.as == IMAGE_AS_TEXT ? alt :
							       r->scratch.buf;

	if (image.as == IMAGE_SHOWN) {
		markdown_show_image(r, alt, image, wanted);
	} else if (image.as == IMAGE_AS_TEXT || r->in_link) {
		html_text(&r->html, text);
	} else {
		markdown_begin_link(r, r->scratch.buf, NULL);
		html_text(&r->html, text);
		html_end(&r->html);
	}
}

void markdown_add_image(struct renderer *r, cmark_node *node)
{
	AUTO(strbuf) alt = STRBUF_INIT;

	markdown_add_text(&alt, node);
	markdown_draw_image(r, cmark_node_get_url(node), alt.buf, NULL);
}
