/* SPDX-License-Identifier: MIT */
/* The card of a journal: its title, three numbers and the last weeks. */
#include "core/picture/module.h"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <stdbool.h>

#define MARGIN 80
#define PLACE (CARD_WIDTH - 2 * MARGIN)	/* between the margins */
#define SQUARE 24.0
#define STEP 31.0			/* from one square to the next */

/* The colours of the light theme (exporters/site/theme/style.css). */
static const struct colour {
	double red, green, blue;
} paper = { .984, .980, .969 }, ink = { .114, .141, .125 },
  soft = { .337, .376, .353 }, accent = { .071, .404, .290 };

static const struct colour levels[] = {
	{ .922, .910, .875 }, { .710, .878, .784 }, { .435, .749, .592 },
	{ .184, .561, .400 }, { .078, .318, .227 },
};

struct text_style {
	const char *font;	/* as Pango describes it, size in pixels */
	const struct colour *colour;
	int lines;
};

static const struct text_style title_style = { "Serif Semi-Bold 60px", &ink, 1 };
static const struct text_style long_title_style = { "Serif Semi-Bold 46px", &ink,
						    2 };
static const struct text_style author_style = { "Sans 28px", &soft, 1 };
static const struct text_style number_style = { "Serif Semi-Bold 72px", &accent,
						1 };
static const struct text_style label_style = { "Sans 26px", &soft, 1 };

static void set_colour(cairo_t *cr, const struct colour *c)
{
	cairo_set_source_rgb(cr, c->red, c->green, c->blue);
}

static PangoLayout *lay_out(cairo_t *cr, const struct text_style *style,
			    const char *text)
{
	PangoLayout *layout = pango_cairo_create_layout(cr);
	PangoFontDescription *font =
		pango_font_description_from_string(style->font);

	pango_layout_set_font_description(layout, font);
	pango_layout_set_text(layout, text, -1);
	pango_font_description_free(font);
	return layout;
}

static bool fits_a_line(cairo_t *cr, const struct text_style *style,
			const char *text)
{
	PangoLayout *layout = lay_out(cr, style, text);
	int width = 0;

	pango_layout_get_pixel_size(layout, &width, NULL);
	g_object_unref(layout);
	return width <= PLACE;
}

/* Write a text into a box of this width; what is too long ends in "…".  The
 * height it took, in pixels. */
static int write_text(cairo_t *cr, double x, double y, int width,
		      const struct text_style *style, const char *text)
{
	PangoLayout *layout = lay_out(cr, style, text);
	int height = 0;

	pango_layout_set_width(layout, width * PANGO_SCALE);
	pango_layout_set_height(layout, -style->lines);
	pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	set_colour(cr, style->colour);
	cairo_move_to(cr, x, y);
	pango_cairo_show_layout(cr, layout);
	pango_layout_get_pixel_size(layout, NULL, &height);
	g_object_unref(layout);
	return height;
}

static void paint_head(cairo_t *cr, const struct card *card)
{
	bool is_short = fits_a_line(cr, &title_style, card->title);
	int y = is_short ? 56 : 40;

	y += write_text(cr, MARGIN, y, PLACE,
			is_short ? &title_style : &long_title_style,
			card->title);
	if (card->author)
		write_text(cr, MARGIN, y + 4, PLACE, &author_style,
			   card->author);
}

static void paint_facts(cairo_t *cr, const struct card *card)
{
	int width = PLACE / CARD_FACTS;
	double x = MARGIN;

	for (int i = 0; i < CARD_FACTS; i++) {
		const struct card_fact *f = &card->facts[i];

		if (!f->number[0])
			continue;
		write_text(cr, x, 236, width - 24, &number_style, f->number);
		write_text(cr, x, 322, width - 24, &label_style, f->label);
		x += width;
	}
}

/* A square with its corners rounded. */
static void add_square(cairo_t *cr, double x, double y)
{
	const double r = 5, right = x + SQUARE, bottom = y + SQUARE;
	const double quarter = 1.5707963267948966;

	cairo_new_sub_path(cr);
	cairo_arc(cr, right - r, y + r, r, -quarter, 0);
	cairo_arc(cr, right - r, bottom - r, r, 0, quarter);
	cairo_arc(cr, x + r, bottom - r, r, quarter, 2 * quarter);
	cairo_arc(cr, x + r, y + r, r, 2 * quarter, 3 * quarter);
	cairo_close_path(cr);
}

static void paint_squares(cairo_t *cr, const struct card *card)
{
	const double top = 382, left = MARGIN;

	for (int week = 0; week < CARD_WEEKS; week++)
		for (int day = 0; day < 7; day++) {
			unsigned char level = card->squares[week][day];

			if (level >= CARD_SQUARE_OFF)
				continue;
			set_colour(cr, &levels[level]);
			add_square(cr, left + week * (PLACE + STEP - SQUARE) /
					      CARD_WEEKS,
				   top + day * STEP);
			cairo_fill(cr);
		}
}

static void paint(cairo_t *cr, const struct card *card)
{
	set_colour(cr, &paper);
	cairo_paint(cr);
	set_colour(cr, &accent);
	cairo_rectangle(cr, 0, 0, CARD_WIDTH, 12);
	cairo_fill(cr);
	paint_head(cr, card);
	paint_facts(cr, card);
	paint_squares(cr, card);
}

static cairo_status_t add_bytes(void *out, const unsigned char *bytes,
				unsigned len)
{
	strbuf_add(out, bytes, len);
	return CAIRO_STATUS_SUCCESS;
}

/* Pango ends the program where there is no font at all. */
static int check_fonts(struct error *err)
{
	FcConfig *config = FcInit() ? FcConfigGetCurrent() : NULL;
	FcFontSet *fonts = config ? FcConfigGetFonts(config, FcSetSystem) :
				    NULL;

	if (fonts && fonts->nfont > 0)
		return 0;
	return error_set(err, ERROR_NOT_FOUND,
			 "there are no fonts to write with; install some "
			 "(fonts-dejavu-core)");
}

static int pango_card(struct strbuf *out, const struct card *card,
		      struct error *err)
{
	size_t before = out->len;
	cairo_surface_t *surface;
	cairo_status_t status;
	cairo_t *cr;

	if (check_fonts(err))
		return -1;
	surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, CARD_WIDTH,
					     CARD_HEIGHT);
	cr = cairo_create(surface);
	paint(cr, card);
	status = cairo_status(cr);
	cairo_destroy(cr);
	if (!status)
		status = cairo_surface_write_to_png_stream(surface, add_bytes,
							   out);
	cairo_surface_destroy(surface);
	if (!status)
		return 0;
	strbuf_truncate(out, before);
	return error_set(err, ERROR_IO, "cannot paint the card: %s",
			 cairo_status_to_string(status));
}

__attribute__((visibility("default")))
extern const struct picture_module hecto_picture_module;

const struct picture_module hecto_picture_module = {
	.abi = PICTURE_MODULE_ABI,
	.card = pango_card,
};
