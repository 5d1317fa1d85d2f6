/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "plumb-picture.h"
#include "plumb-weigh-test.h"

#define SEED 20261121
#define FOUR "a 2 -2 0 1; b -1 1 1 0; c 0 0 2 -2"

static PlumbCrowd *
make_crowd (PlumbCruxSet *set, guint n, GRand *random)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++) {
    g_ptr_array_add (people, plumb_test_random_answers (set, random, 1, 0.9));
  }

  return plumb_crowd_new (set, people);
}

static void
test_crowd (void)
{
  static const char *const texts[] = { "a=100", "a=0", "a=50", "a=100", "", "b=3*0" };
  g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PlumbCrowd) crowd = NULL;
  PlumbSpan span;
  GArray *points;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_ptr_array_add (people, plumb_test_answers (texts[i]));
  }
  crowd = plumb_crowd_new (set, people);
  g_assert_cmpuint (plumb_crowd_get_n_people (crowd), ==, 6);
  g_assert_true (plumb_crowd_get_set (crowd) == set);
  g_assert_cmpuint (plumb_weighing_get_n_answered (plumb_crowd_get_weighing (crowd, 0)), ==, 1);

  span = plumb_crowd_get_likelihood (crowd, 0);
  g_assert_cmpuint (span.n, ==, 4);
  g_assert_cmpfloat (span.least, ==, 0);
  g_assert_cmpfloat (span.middle, ==, 75);
  g_assert_cmpfloat (span.most, ==, 100);
  span = plumb_crowd_get_likelihood (crowd, 2);
  g_assert_cmpuint (span.n, ==, 0);

  /* 100, 0, 50 and 100 to 2, and to 0. */
  span = plumb_crowd_get_closeness (crowd, 0);
  g_assert_cmpuint (span.n, ==, 4);
  g_assert_cmpfloat (span.middle, ==, 75);
  span = plumb_crowd_get_closeness (crowd, 2);
  g_assert_cmpfloat (span.least, ==, 0);
  g_assert_cmpfloat (span.middle, ==, 0);
  g_assert_cmpfloat (span.most, ==, 100);

  /* The two who answer alike stand together, and who answers nothing nowhere. */
  points = plumb_crowd_get_points (crowd);
  g_assert_cmpuint (points->len, ==, 3);
  for (guint i = 0; i < points->len; i++) {
    n += g_array_index (points, PlumbCrowdPoint, i).n;
  }
  g_assert_cmpuint (n, ==, 4);
}

static void
test_no_crowd (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (PlumbCrowd) crowd = plumb_crowd_new (set, nobody);
  PlumbPictureStyle style = { 360, 16, FALSE, TRUE };
  g_autoptr (PlumbPicture) map = plumb_picture_new_map (crowd, NULL, &style);

  g_assert_cmpuint (plumb_crowd_get_points (crowd)->len, ==, 0);
  g_assert_cmpuint (plumb_crowd_get_closeness (crowd, 0).n, ==, 0);
  g_assert_cmpfloat (plumb_picture_get_height (map), >, 100);
}

/* Whatever is drawn lies within the picture. Texts are left out: their widths are known to Pango only. */
static void
assert_within (PlumbPicture *picture)
{
  double width = plumb_picture_get_width (picture);
  double height = plumb_picture_get_height (picture);

  for (guint i = 0; i < plumb_picture_get_n_items (picture); i++) {
    const PlumbPictureItem *item = plumb_picture_get_item (picture, i);
    double half = item->kind == PLUMB_PICTURE_BOX || item->kind == PLUMB_PICTURE_LINE ||
                          item->kind == PLUMB_PICTURE_TEXT
                      ? 0
                      : item->width / 2;

    g_assert_cmpfloat (item->x - half, >=, -0.01);
    g_assert_cmpfloat (item->x + half, <=, width + 0.01);
    g_assert_cmpfloat (item->y - half, >=, -0.01);
    g_assert_cmpfloat (item->y + half, <=, height + 0.01);
    if (item->kind == PLUMB_PICTURE_BOX || item->kind == PLUMB_PICTURE_LINE) {
      g_assert_cmpfloat (item->x + item->width, <=, width + 0.01);
      g_assert_cmpfloat (item->x + item->width, >=, -0.01);
      g_assert_cmpfloat (item->y + item->height, <=, height + 0.01);
    }
    if (item->kind == PLUMB_PICTURE_TEXT) {
      g_assert_cmpstr (item->text, !=, "");
      g_assert_cmpfloat (item->y - item->height, >=, -0.01);
    }
  }
}

static void
test_within (void)
{
  static const double widths[] = { 10, 280, 360, 700, 1200 };
  static const double ems[] = { 12, 16, 32 };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  static const char *const sets[] = { FOUR, "a 2 -2", "a 1 0 -1", "a 2 1 0 -1 -2", "a 2" };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++) {
    g_autoptr (PlumbCruxSet) set = plumb_test_set (sets[i], NULL);
    g_autoptr (PlumbCrowd) crowd = make_crowd (set, 50, random);

    for (guint j = 0; j < G_N_ELEMENTS (widths) * G_N_ELEMENTS (ems) * 4; j++) {
      PlumbPictureStyle style = {
        .width = widths[j / 4 % G_N_ELEMENTS (widths)],
        .em = ems[j / 4 / G_N_ELEMENTS (widths)],
        .rtl = j % 2 == 1,
        .heading = j % 4 > 1,
      };
      PlumbWeighing *reader = plumb_crowd_get_weighing (crowd, 0);
      g_autoptr (PlumbPicture) scales = plumb_picture_new_scales (reader, &style);
      g_autoptr (PlumbPicture) map = plumb_picture_new_map (crowd, reader, &style);

      g_assert_cmpint (plumb_picture_get_rtl (map), ==, style.rtl);
      assert_within (scales);
      assert_within (map);
    }
  }
}

/* No position has a longer scale, a bigger mark or a place of its own: all four differ in nothing but where they are in
 * the order, in shape, name and colour, and in what is shown. */
static void
test_alike (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
  g_autoptr (PlumbAnswers) answers = plumb_test_answers ("a=90 b=20 c=70");
  g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);
  PlumbPictureStyle style = { 360, 16, FALSE, FALSE };
  g_autoptr (PlumbPicture) picture = plumb_picture_new_scales (weighing, &style);
  guint n_shapes = 0, n_tracks = 0, n_bars = 0;
  double step = 0, last = 0;

  for (guint i = 0; i < plumb_picture_get_n_items (picture); i++) {
    const PlumbPictureItem *item = plumb_picture_get_item (picture, i);

    if (item->kind == PLUMB_PICTURE_SHAPE) {
      g_assert_cmpuint (item->position, ==, n_shapes);
      g_assert_cmpint (item->shape, ==, (int) n_shapes);
      g_assert_cmpfloat (item->width, ==, 0.9 * 16);
      if (n_shapes > 0) {
        g_assert_true (n_shapes == 1 || fabs (item->y - last - step) < 1e-9);
        step = item->y - last;
      }
      last = item->y;
      n_shapes++;
    } else if (item->kind == PLUMB_PICTURE_BOX && item->tone == PLUMB_PICTURE_TRACK) {
      g_assert_cmpfloat (item->x, ==, 0);
      g_assert_cmpfloat (item->width, ==, 360);
      n_tracks++;
    } else if (item->kind == PLUMB_PICTURE_BOX) {
      double closeness;

      g_assert_true (plumb_weighing_get_closeness (weighing, n_bars, &closeness));
      g_assert_cmpfloat_with_epsilon (item->width, 360 * closeness / 100, 1e-9);
      n_bars++;
    }
  }
  g_assert_cmpuint (n_shapes, ==, 4);
  g_assert_cmpuint (n_tracks, ==, 4);
  g_assert_cmpuint (n_bars, ==, 4);
}

/* All shapes cover as much. */
static void
test_shapes (void)
{
  for (int shape = PLUMB_SHAPE_CIRCLE; shape <= PLUMB_SHAPE_TRIANGLE; shape++) {
    PlumbPictureItem item = { .shape = (PlumbShape) shape, .x = 7, .y = 9, .width = 10 };
    double corners[8];
    guint n = plumb_picture_item_get_corners (&item, corners);
    double area = 0, x = 0, y = 0;

    if (n == 0) {
      g_assert_cmpint (shape, ==, PLUMB_SHAPE_CIRCLE);
      continue;
    }
    for (guint i = 0; i < n; i++) {
      guint next = (i + 1) % n;

      area += corners[2 * i] * corners[2 * next + 1] - corners[2 * next] * corners[2 * i + 1];
      x += corners[2 * i] / n;
      y += corners[2 * i + 1] / n;
    }
    g_assert_cmpfloat_with_epsilon (fabs (area) / 2, G_PI * 25, 1e-9);
    g_assert_cmpfloat_with_epsilon (x, 7, 1e-9);
    g_assert_cmpfloat_with_epsilon (y, 9, 1e-9);
  }
}

/* Mirrored, item by item. */
static void
test_rtl (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (PlumbCrowd) crowd = make_crowd (set, 9, random);
  PlumbWeighing *reader = plumb_crowd_get_weighing (crowd, 0);

  for (guint map = 0; map < 2; map++) {
    PlumbPictureStyle style = { 500, 16, FALSE, TRUE };
    PlumbPictureStyle mirrored = { 500, 16, TRUE, TRUE };
    g_autoptr (PlumbPicture) one = map ? plumb_picture_new_map (crowd, reader, &style)
                                       : plumb_picture_new_scales (reader, &style);
    g_autoptr (PlumbPicture) other = map ? plumb_picture_new_map (crowd, reader, &mirrored)
                                         : plumb_picture_new_scales (reader, &mirrored);

    g_assert_cmpuint (plumb_picture_get_n_items (one), ==, plumb_picture_get_n_items (other));
    for (guint i = 0; i < plumb_picture_get_n_items (one); i++) {
      const PlumbPictureItem *a = plumb_picture_get_item (one, i);
      const PlumbPictureItem *b = plumb_picture_get_item (other, i);
      double extent = a->kind == PLUMB_PICTURE_BOX ? a->width : 0;

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpfloat_with_epsilon (b->x, 500 - a->x - extent, 1e-9);
      g_assert_cmpfloat_with_epsilon (b->y, a->y, 1e-9);
      if (a->kind == PLUMB_PICTURE_TEXT) {
        g_assert_cmpint ((int) a->align + (int) b->align, ==, 2);
      }
    }
  }
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  GHashTable *elements = user_data;

  for (guint i = 0; names[i] != NULL; i++) {
    /* Nothing is fetched, and nothing runs. */
    g_assert_null (strstr (names[i], "href"));
    g_assert_false (g_str_has_prefix (names[i], "on"));
  }
  g_hash_table_insert (
      elements,
      g_strdup (name),
      GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (elements, name)) + 1));
}

static guint
count (GHashTable *elements, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (elements, name));
}

/* SVG is well-formed, has what is planned and what a screen reader needs, and no more. */
static void
test_svg (void)
{
  GMarkupParser parser = { .start_element = start_element_cb };
  g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (PlumbCrowd) crowd = make_crowd (set, 12, random);
  PlumbWeighing *reader = plumb_crowd_get_weighing (crowd, 0);

  for (guint i = 0; i < 4; i++) {
    PlumbPictureStyle style = { 500, 16, i % 2 == 1, TRUE };
    g_autoptr (PlumbPicture) picture = i > 1 ? plumb_picture_new_map (crowd, reader, &style)
                                             : plumb_picture_new_scales (reader, &style);
    g_autofree char *svg = plumb_picture_to_svg (picture);
    g_autoptr (GHashTable) elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GMarkupParseContext)
        context = g_markup_parse_context_new (&parser, 0, elements, NULL);
    g_autoptr (GError) error = NULL;
    guint n = plumb_picture_get_n_items (picture);

    g_markup_parse_context_parse (context, svg, -1, &error);
    g_assert_no_error (error);
    g_assert_true (g_markup_parse_context_end_parse (context, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (count (elements, "title"), ==, 1);
    g_assert_cmpuint (count (elements, "desc"), ==, 1);
    g_assert_cmpuint (count (elements, "script"), ==, 0);
    /* One element each, and the paper. */
    g_assert_cmpuint (count (elements, "rect") + count (elements, "line") +
                          count (elements, "circle") + count (elements, "polygon") +
                          count (elements, "text"),
                      ==,
                      n + 1);
    g_assert_cmpint (strstr (svg, "direction=\"rtl\"") != NULL, ==, i % 2 == 1);
    g_assert_nonnull (strstr (plumb_picture_get_description (picture), "Position 3"));
  }
}

/* A name that is markup is a name. */
static void
test_svg_escapes (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
  g_autoptr (PlumbAnswers) answers = plumb_test_answers ("a=90");
  g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);
  PlumbPictureStyle style = { 500, 16, FALSE, TRUE };
  g_autoptr (PlumbPicture) picture = NULL;
  g_autofree char *svg = NULL;

  g_set_str (&plumb_crux_set_get_position (set, 0)->title, "<script>&amp;\"'");
  picture = plumb_picture_new_scales (weighing, &style);
  svg = plumb_picture_to_svg (picture);
  g_assert_null (strstr (svg, "<script"));
  g_assert_nonnull (strstr (svg, "&lt;script&gt;&amp;amp;&quot;"));
}

/* Long names are broken into lines that have room, in writing with spaces and without. */
static void
test_long_names (void)
{
  static const char *const names[] = {
    "A position with a name that nobody would ever be able to say in one breath",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde",
    "这是一个非常长的立场名称没有任何空格需要在字与字之间断开才能放得下",
  };
  g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
  g_autoptr (PlumbAnswers) answers = plumb_test_answers ("a=90");
  g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);
  PlumbPictureStyle style = { 300, 16, FALSE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (PlumbPicture) picture = NULL;
    g_autoptr (GString) all = g_string_new (NULL);
    guint n_lines = 0;

    g_set_str (&plumb_crux_set_get_position (set, 0)->title, names[i]);
    picture = plumb_picture_new_scales (weighing, &style);
    assert_within (picture);
    for (guint j = 1; j < plumb_picture_get_n_items (picture); j++) {
      const PlumbPictureItem *item = plumb_picture_get_item (picture, j);

      if (item->kind != PLUMB_PICTURE_TEXT || item->align != PLUMB_PICTURE_LEFT) {
        break;
      }
      g_assert_cmpint (g_utf8_strlen (item->text, -1), <=, 24);
      g_string_append_printf (all, "%s%s", i == 0 && n_lines > 0 ? " " : "", item->text);
      n_lines++;
    }
    g_assert_cmpuint (n_lines, >, 1);
    g_assert_cmpstr (all->str, ==, names[i]);
  }
}

/* Two hundred cruxes and fifty people are weighed and planned within a frame: in the best of several runs, because the
 * machine has other things to do as well. */
static void
test_speed (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PlumbCruxSet) set = NULL;
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 200; i++) {
    g_string_append_printf (text,
                            "%sc%u!c%u %d %d %d %d",
                            i > 0 ? "; " : "",
                            i,
                            (i + 1) % 200,
                            g_rand_int_range (random, -2, 3),
                            g_rand_int_range (random, -2, 3),
                            g_rand_int_range (random, -2, 3),
                            g_rand_int_range (random, -2, 3));
  }
  set = plumb_test_set (text->str, NULL);
  for (guint i = 0; i < 50; i++) {
    g_ptr_array_add (people, plumb_test_random_answers (set, random, 1, 1));
  }

  for (guint i = 0; i < 30 && best > 4000; i++) {
    PlumbPictureStyle style = { 800, 16, FALSE, FALSE };
    gint64 start = g_get_monotonic_time ();
    g_autoptr (PlumbCrowd) crowd = plumb_crowd_new (set, people);
    PlumbWeighing *reader = plumb_crowd_get_weighing (crowd, 0);
    g_autoptr (PlumbPicture) map = plumb_picture_new_map (crowd, reader, &style);
    PlumbMove move;

    g_assert_true (plumb_weighing_get_largest_move (reader, PLUMB_ALL_POSITIONS, &move));
    plumb_weighing_get_conflicts (reader);
    best = MIN (best, g_get_monotonic_time () - start);
  }
  g_test_message ("50 people, 200 cruxes: %" G_GINT64_FORMAT " µs", best);
  g_assert_cmpint (best, <, 16667);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/crowd", test_crowd);
  g_test_add_func ("/picture/no-crowd", test_no_crowd);
  g_test_add_func ("/picture/within", test_within);
  g_test_add_func ("/picture/alike", test_alike);
  g_test_add_func ("/picture/shapes", test_shapes);
  g_test_add_func ("/picture/rtl", test_rtl);
  g_test_add_func ("/picture/svg", test_svg);
  g_test_add_func ("/picture/svg-escapes", test_svg_escapes);
  g_test_add_func ("/picture/long-names", test_long_names);
  g_test_add_func ("/picture/speed", test_speed);

  return g_test_run ();
}
