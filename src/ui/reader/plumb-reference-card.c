/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-reference-card.h"

#include <glib/gi18n.h>

#include <plumb-mentions.h>
#include <plumb-place.h>

#include "plumb-claim-card.h"
#include "plumb-content.h"
#include "plumb-sources-view.h"

static GtkWidget *
new_card (const char *kind, const char *title)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "reference-card");
  gtk_box_append (GTK_BOX (card), plumb_content_label (kind, "tag", NULL));
  if (title != NULL) {
    gtk_box_append (GTK_BOX (card), plumb_content_heading (title, 2, "reference-title", NULL));
  }

  return card;
}

static void
append_prose (GtkWidget *card, const char *markup, const char *css_class)
{
  gtk_box_append (GTK_BOX (card), plumb_content_prose (markup, css_class, NULL));
}

static void
append_sources (GtkWidget *card, PlumbLibrary *library, char **ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++) {
    g_autoptr (PlumbSource) source = plumb_library_lookup_source (library, ids[i]);
    g_autofree char *markup = NULL;

    if (source == NULL) {
      continue;
    }
    markup = plumb_source_to_markup (source);
    append_prose (card, markup, "caption-text");
  }
}

/* From a card to where there is more. */
static void
append_page (GtkWidget *card, const char *label, PlumbPage page, const char *id)
{
  g_autoptr (PlumbPlace) place = plumb_place_new (page, id);
  g_autofree char *uri = plumb_place_to_uri (place);
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (child), TRUE);
  gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  gtk_box_append (GTK_BOX (card), button);
}

static GtkWidget *
build_term (PlumbLibrary *library, const char *id)
{
  g_autoptr (PlumbTerm) term = plumb_library_lookup_term (library, id);
  g_autoptr (PlumbTopicEntry) entry = NULL;
  GtkWidget *card;

  if (term == NULL) {
    return NULL;
  }

  card = new_card (C_ ("reference", "Term"), term->name);
  append_prose (card, term->definition, "definition-text");
  if (term->topic != NULL) {
    entry = plumb_library_lookup_entry (library, term->topic, NULL);
  }
  if (entry != NULL && !plumb_topic_entry_is_upcoming (entry)) {
    g_autofree char *title = g_markup_escape_text (plumb_topic_entry_get_title (entry), -1);
    g_autofree char *link = g_strdup_printf ("<a href='topic:%s'>%s</a>", term->topic, title);
    /* Translators: %s is a link to the topic that treats a term at length. */
    g_autofree char *text = g_strdup_printf (C_ ("reference", "Topic: %s"), link);

    append_prose (card, text, "caption-text");
  }
  append_page (card, _ ("Show in _Glossary"), PLUMB_PAGE_TERM, id);

  return card;
}

/* What a source says of its authors is text; these have an entry of their own. */
static void
append_authors (GtkWidget *card, PlumbLibrary *library, const char *id)
{
  g_autoptr (GPtrArray) authors = plumb_library_dup_authors (library, id);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) links = NULL;
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  if (authors->len == 0) {
    return;
  }

  for (guint i = 0; i < authors->len; i++) {
    PlumbPerson *person = g_ptr_array_index (authors, i);

    g_strv_builder_take (
        builder,
        g_markup_printf_escaped ("<a href='person:%s'>%s</a>", person->id, person->name));
  }
  links = g_strv_builder_end (builder);
  /* Translators: what stands between the items of a list in a line. */
  list = g_strjoinv (C_ ("list separator", ", "), links);
  /* Translators: below a source. %s is a list of links to those of its authors who are described here. */
  text = g_strdup_printf (C_ ("reference", "By: %s"), list);
  append_prose (card, text, "caption-text");
}

static GtkWidget *
build_source (PlumbLibrary *library, const char *id)
{
  g_autoptr (PlumbSource) source = plumb_library_lookup_source (library, id);
  g_autofree char *markup = NULL;
  GtkWidget *card;

  if (source == NULL) {
    return NULL;
  }

  card = new_card (C_ ("reference", "Source"), NULL);
  markup = plumb_source_to_markup (source);
  append_prose (card, markup, "definition-text");
  append_authors (card, library, id);
  append_page (card, _ ("Show in _Resources"), PLUMB_PAGE_SOURCE, id);

  return card;
}

static GtkWidget *
build_person (PlumbLibrary *library, const char *id)
{
  g_autoptr (PlumbPerson) person = plumb_library_lookup_person (library, id);
  GtkWidget *card;

  if (person == NULL) {
    return NULL;
  }

  card = new_card (person->kind == PLUMB_PERSON_KIND_PERSON ? C_ ("reference", "Person")
                                                            : C_ ("reference", "Organisation"),
                   person->name);
  append_prose (card, person->role, "definition-text");
  append_sources (card, library, person->works);
  append_page (card, _ ("Show in Key _People"), PLUMB_PAGE_PERSON, id);

  return card;
}

static void
open_cb (GtkWidget *button, const char *address)
{
  gtk_widget_activate_action (button, "win.open-web", "s", address);
}

static void
copy_cb (GtkWidget *button, const char *address)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), address);
  gtk_widget_activate_action (button, "win.close-card", NULL);
}

/* Where a link to the web leads is shown before it is followed. */
static GtkWidget *
build_web (const char *address)
{
  GtkWidget *card = new_card (C_ ("reference", "On the web"), NULL);
  GtkWidget *text = plumb_content_label (address, "address", NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *open = gtk_button_new_with_mnemonic (_ ("_Open in Browser"));
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy Address"));

  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_CHAR);
  gtk_widget_add_css_class (open, "suggested-action");
  g_signal_connect_data (open,
                         "clicked",
                         G_CALLBACK (open_cb),
                         g_strdup (address),
                         (GClosureNotify) (GCallback) g_free,
                         G_CONNECT_DEFAULT);
  g_signal_connect_data (copy,
                         "clicked",
                         G_CALLBACK (copy_cb),
                         g_strdup (address),
                         (GClosureNotify) (GCallback) g_free,
                         G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (buttons), open);
  gtk_box_append (GTK_BOX (buttons), copy);
  gtk_box_append (GTK_BOX (card), text);
  gtk_box_append (GTK_BOX (card), buttons);

  return card;
}

/**
 * plumb_reference_card_new:
 * @library: where things are looked up
 * @topic: (nullable): the topic that is read
 * @href: `term:ID`, `claim:ID`, several claims with commas between them, `source:ID`, `person:ID`, an `https:` address,
 *   or %PLUMB_CLAIM_LEGEND_HREF
 *
 * Makes a card that says what a link in the text names.
 *
 * Returns: (transfer floating): the card; one that says so, where the library has no such thing
 */
GtkWidget *
plumb_reference_card_new (PlumbLibrary *library, PlumbTopic *topic, const char *href)
{
  const struct {
    const char *scheme;
    GtkWidget *(*build) (PlumbLibrary *library, const char *id);
  } kinds[] = {
    { "term:", build_term },
    { "source:", build_source },
    { "person:", build_person },
  };
  GtkWidget *card = NULL;
  g_autofree char *message = NULL;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (href != NULL, NULL);

  if (g_str_has_prefix (href, "https:")) {
    return build_web (href);
  }
  if (g_str_equal (href, PLUMB_CLAIM_LEGEND_HREF)) {
    return plumb_claim_legend_new ();
  }
  if (g_str_has_prefix (href, "claim:")) {
    card = plumb_claim_card_new (library, topic, href + strlen ("claim:"));
  }

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && card == NULL; i++) {
    if (g_str_has_prefix (href, kinds[i].scheme)) {
      card = kinds[i].build (library, href + strlen (kinds[i].scheme));
    }
  }
  if (card != NULL) {
    return card;
  }

  card = new_card (C_ ("reference", "Not found"), NULL);
  /* Translators: %s is an address such as “term:proxy” that names nothing in the library. */
  message = g_strdup_printf (_ ("The library has nothing called “%s”."), href);
  gtk_box_append (GTK_BOX (card), plumb_content_label (message, NULL));

  return card;
}
