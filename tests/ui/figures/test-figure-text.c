/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "figure-fixtures.h"

#include "plumb-figure-text.h"

static const struct {
  const char *markup;
  gboolean link;
  const char *dropped;
} texts[] = {
  { "Plain.", FALSE, "Plain." },
  { "A <a href='term:x'>link</a>.", TRUE, "A link." },
  { "<a href=\"https://a.example/?b>c\">odd</a> <b>bold</b>", TRUE, "odd <b>bold</b>" },
  { "<a\nhref='term:x'><i>in</i></a>", TRUE, "<i>in</i>" },
  { "a &lt;a&gt; b", FALSE, "a &lt;a&gt; b" },
  { "<b>about</b>", FALSE, "<b>about</b>" },
  { "<a href='term:x", TRUE, "" },
  { "", FALSE, "" },
};

static void
test_links (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *dropped = plumb_figure_drop_links (texts[i].markup);

    g_test_message ("%s", texts[i].markup);
    g_assert_cmpint (plumb_figure_has_link (texts[i].markup), ==, texts[i].link);
    g_assert_cmpstr (dropped, ==, texts[i].dropped);
  }
  g_assert_false (plumb_figure_has_link (NULL));
}

static const struct {
  const char *alternatives;
  const char *joined;
} joins[] = {
  { NULL, NULL },
  { "DPO", "RLHF or DPO" },
  { "people|AI", "people or AI" },
  { "people|AI|both", "people, AI or both" },
  { "a|b|c|d", "a, b, c or d" },
};

static void
test_alternatives (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (joins); i++) {
    g_autoptr (PlumbFlowStep) step = fixture_step ("RLHF", NULL, joins[i].alternatives);
    g_autofree char *joined = plumb_flow_step_join_alternatives (step);

    g_assert_cmpstr (joined, ==, joins[i].joined);
  }
}

static void
test_flow (void)
{
  g_autoptr (PlumbFlow) flow = fixture_flow (
      "Recipe",
      fixture_step ("supervised fine-tuning", "On <a href='term:x'>good answers</a>.", NULL),
      fixture_step ("RLHF", NULL, "DPO"),
      fixture_step ("safety", "By stakes.", "training|filters"),
      NULL);
  g_autoptr (PlumbFlow) none = fixture_flow ("Nothing", NULL);
  g_autofree char *text = plumb_flow_describe (flow);
  g_autofree char *nothing = plumb_flow_describe (none);

  g_assert_cmpstr (text,
                   ==,
                   "Step 1 of 3: supervised fine-tuning. On good answers. "
                   "Step 2 of 3: RLHF or DPO. "
                   "Step 3 of 3: safety. One of these: training or filters. By stakes.");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_lines (void)
{
  g_autoptr (PlumbChart) chart = fixture_line_chart ();
  g_autofree char *text = plumb_chart_describe (chart);

  g_assert_cmpstr (text,
                   ==,
                   "Line chart with 2 lines. Across: Distance, from 0 to 4. "
                   "Up: Score, from 0 to 8. Proxy begins at 0 and ends at 8. "
                   "Goal begins at 0 and ends at 1.6. It peaks at 2.5.");
}

static void
test_bars (void)
{
  g_autoptr (PlumbChart) chart = fixture_bar_chart ();
  g_autofree char *text = plumb_chart_describe (chart);

  g_assert_cmpstr (text,
                   ==,
                   "Bar chart with 3 categories. Across: Path taken. "
                   "Up: Points, from 35 to 45. The quick way is not the best.");
}

static void
test_no_points (void)
{
  g_autoptr (PlumbChart) chart = fixture_line_chart ();
  g_autofree char *text = NULL;

  g_list_store_remove_all (G_LIST_STORE (chart->series));
  text = plumb_chart_describe (chart);
  g_assert_cmpstr (text, ==, "Line chart with 0 lines. It peaks at 2.5.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/text/links", test_links);
  g_test_add_func ("/figures/text/alternatives", test_alternatives);
  g_test_add_func ("/figures/text/flow", test_flow);
  g_test_add_func ("/figures/text/lines", test_lines);
  g_test_add_func ("/figures/text/bars", test_bars);
  g_test_add_func ("/figures/text/no-points", test_no_points);

  return g_test_run ();
}
