/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cards that the marks of claims open. */

#include "config.h"

#include "plumb-claim-card.h"

#include <glib/gi18n.h>

#include "plumb-claim-line.h"
#include "plumb-claim-words.h"
#include "plumb-content.h"
#include "plumb-sources-view.h"

static GtkWidget *
column (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);
}

static void
append (GtkWidget *box, GtkWidget *child)
{
  gtk_box_append (GTK_BOX (box), child);
}

/* A line beside words that say the same. */
static GtkWidget *
row_with_line (PlumbConfidence confidence, GtkWidget *words)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *line = plumb_claim_line_new (confidence);

  gtk_widget_set_valign (line, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  append (row, line);
  append (row, words);

  return row;
}

static void
append_sources (GtkWidget *box, PlumbLibrary *library, GPtrArray *numbered, char **sources)
{
  GtkWidget *grid;

  if (sources == NULL || sources[0] == NULL) {
    append (box, plumb_content_label (_ ("No source is named."), "caption-text", NULL));
    return;
  }

  grid = plumb_sources_grid_new ();
  for (guint i = 0; sources[i] != NULL; i++) {
    guint number = 0;

    if (numbered != NULL &&
        g_ptr_array_find_with_equal_func (numbered, sources[i], g_str_equal, &number)) {
      number++;
    }
    plumb_sources_attach (GTK_GRID (grid), (int) i, number, library, sources[i]);
  }
  append (box, grid);
}

static PlumbCrux *
find_crux (GListModel *cruxes, const char *claim)
{
  guint n = cruxes != NULL ? g_list_model_get_n_items (cruxes) : 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbCrux) crux = g_list_model_get_item (cruxes, i);

    if (g_strcmp0 (crux->claim, claim) == 0) {
      return g_steal_pointer (&crux);
    }
  }

  return NULL;
}

static void
append_crux (GtkWidget *box, PlumbLibrary *library, PlumbTopic *home, PlumbClaim *claim)
{
  g_autoptr (PlumbCrux) crux = find_crux (home->cruxes, claim->id);

  if (crux == NULL) {
    crux = find_crux (plumb_library_get_file (library)->cruxes, claim->id);
  }
  if (crux == NULL) {
    return;
  }

  append (box,
          plumb_content_label (_ ("A crux: the positions part over this"), "part-title", NULL));
  append (box, plumb_content_prose (crux->statement, "caption-text", NULL));
}

static char *
describe_date (PlumbClaim *claim)
{
  g_autofree char *date = NULL;

  if (claim->as_of == NULL) {
    return g_strdup (claim->where);
  }

  date = plumb_claim_words_date (claim->as_of);
  if (claim->where == NULL) {
    /* Translators: %s is the date when a claim was so. */
    return g_strdup_printf (C_ ("claim", "As of %s"), date);
  }

  /* Translators: %1$s is the date when a claim was so, %2$s where in its source: “As of 2022 · Table 2”. */
  return g_strdup_printf (C_ ("claim", "As of %1$s · %2$s"), date, claim->where);
}

static GtkWidget *
build_claim (PlumbLibrary *library,
             PlumbTopic *topic,
             GPtrArray *numbered,
             PlumbClaim *claim,
             const char *topic_id)
{
  g_autoptr (PlumbTopic) home = plumb_library_load_topic (library, topic_id, NULL);
  g_autofree char *date = describe_date (claim);
  GtkWidget *box = column (6);

  append (box, plumb_content_prose (claim->text, "definition-text", NULL));
  if (date != NULL) {
    append (box, plumb_content_label (date, "caption-text", NULL));
  }
  append_sources (box, library, numbered, claim->sources);
  if (home != NULL) {
    append_crux (box, library, home, claim);
  }
  if (home != NULL && home != topic) {
    g_autofree char *title = g_markup_escape_text (home->title, -1);
    g_autofree char *link = g_strdup_printf ("<a href='topic:%s'>%s</a>", home->id, title);
    /* Translators: %s is a link to the topic that makes a claim. */
    g_autofree char *from = g_strdup_printf (C_ ("claim", "From the topic %s"), link);

    append (box, plumb_content_prose (from, "caption-text", NULL));
  }

  return box;
}

static GtkWidget *
build_meaning (PlumbClaimKind kind, PlumbConfidence confidence)
{
  /* Translators: explains a mark. %1$s is the kind, %2$s what it means, %3$s how far the claim is settled, %4$s what
   * that means: “Fact: something that can be checked. Established: few doubt it.” */
  g_autofree char *text = g_strdup_printf (C_ ("claim", "<b>%1$s:</b> %2$s <b>%3$s:</b> %4$s"),
                                           plumb_claim_words_kind (kind),
                                           plumb_claim_words_explain_kind (kind),
                                           plumb_claim_words_confidence (confidence),
                                           plumb_claim_words_explain_confidence (confidence));

  return plumb_content_prose (text, "caption-text", NULL);
}

/**
 * plumb_claim_card_new:
 * @library: where things are looked up
 * @topic: (nullable): the topic that is read, whose numbers the sources have
 * @ids: the ids of claims of one kind and one confidence, with commas between them
 *
 * Makes a card that says what is claimed, how far it is settled and what it rests on.
 *
 * Returns: (transfer floating) (nullable): the card, or %NULL where the library has no such claim
 */
GtkWidget *
plumb_claim_card_new (PlumbLibrary *library, PlumbTopic *topic, const char *ids)
{
  g_auto (GStrv) each = g_strsplit (ids, ",", -1);
  g_autoptr (GPtrArray) numbered = topic != NULL ? plumb_sources_list_ids (library, topic) : NULL;
  g_autofree char *name = NULL;
  PlumbClaimKind kind = PLUMB_CLAIM_KIND_FACT;
  PlumbConfidence confidence = PLUMB_CONFIDENCE_ESTABLISHED;
  GtkWidget *card;
  GtkWidget *claims;
  guint n = 0;

  claims = column (15);
  g_object_ref_sink (claims);
  for (guint i = 0; each[i] != NULL; i++) {
    g_autofree char *topic_id = NULL;
    g_autoptr (PlumbClaim) claim = plumb_library_lookup_claim (library, each[i], &topic_id);

    if (claim != NULL) {
      kind = claim->kind;
      confidence = claim->confidence;
      append (claims, build_claim (library, topic, numbered, claim, topic_id));
      n++;
    }
  }
  if (n == 0) {
    g_object_unref (claims);
    return NULL;
  }

  card = column (9);
  gtk_widget_add_css_class (card, "reference-card");
  name = plumb_claim_words_name (kind, confidence, n);
  append (card,
          row_with_line (confidence, plumb_content_heading (name, 2, "reference-title", NULL)));
  append (card, claims);
  g_object_unref (claims);
  append (card, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  append (card, build_meaning (kind, confidence));
  {
    g_autofree char *link = g_markup_printf_escaped ("<a href='%s'>%s</a>",
                                                     PLUMB_CLAIM_LEGEND_HREF,
                                                     _ ("What all the marks mean"));

    append (card, plumb_content_prose (link, "caption-text", NULL));
  }

  return card;
}

static GtkWidget *
build_entry (const char *name, const char *explanation)
{
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  g_autofree char *meaning = g_markup_escape_text (explanation, -1);
  /* Translators: in the list that explains marks: %1$s is a word, %2$s what it means. */
  g_autofree char *text = g_strdup_printf (C_ ("claim", "<b>%1$s:</b> %2$s"), escaped, meaning);

  /* It can be selected, and so the keyboard goes from one to the next and scrolls the card. */
  return plumb_content_prose (text, NULL);
}

/**
 * plumb_claim_legend_new:
 *
 * Makes a card that explains the marks.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
plumb_claim_legend_new (void)
{
  GtkWidget *card = column (9);

  gtk_widget_add_css_class (card, "reference-card");
  append (card, plumb_content_heading (_ ("What the Marks Mean"), 2, "reference-title", NULL));
  append (
      card,
      plumb_content_label (_ ("A mark after a part of the text says what kind of claim that part "
                              "makes, and how far it is settled. It leads to the sources."),
                           NULL));
  append (card, plumb_content_heading (_ ("How far it is settled"), 3, "part-title", NULL));
  for (int i = PLUMB_CONFIDENCE_ESTABLISHED; i <= PLUMB_CONFIDENCE_SPECULATIVE; i++) {
    PlumbConfidence confidence = (PlumbConfidence) i;

    append (card,
            row_with_line (confidence,
                           build_entry (plumb_claim_words_confidence (confidence),
                                        plumb_claim_words_explain_confidence (confidence))));
  }
  append (card, plumb_content_heading (_ ("What kind it is"), 3, "part-title", NULL));
  for (int i = PLUMB_CLAIM_KIND_FACT; i <= PLUMB_CLAIM_KIND_OPINION; i++) {
    PlumbClaimKind kind = (PlumbClaimKind) i;

    append (card,
            build_entry (plumb_claim_words_kind (kind), plumb_claim_words_explain_kind (kind)));
  }

  return card;
}
