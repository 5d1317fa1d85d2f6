/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plumb-article-private.h"
#include "plumb-claim-marks.h"
#include "plumb-content.h"
#include "plumb-debate-pane.h"
#include "plumb-sources-view.h"
#include "plumb-takeaways.h"

#include <plumb-text.h>

/* How fast a text that wants thinking about is read. */
#define WORDS_PER_MINUTE 200

static GtkWidget *
column (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);
}

static guint
length (GListModel *model)
{
  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

static const char *
badge_name (PlumbBadge badge)
{
  switch (badge) {
  case PLUMB_BADGE_DRAFT:
    return C_ ("badge", "Draft");
  case PLUMB_BADGE_BETA:
    return C_ ("badge", "Open to correction");
  case PLUMB_BADGE_NEW:
    return C_ ("badge", "New");
  case PLUMB_BADGE_NONE:
  default:
    return NULL;
  }
}

static char *
topic_link (PlumbLibrary *library, const char *id)
{
  g_autoptr (PlumbTopicEntry) entry = plumb_library_lookup_entry (library, id, NULL);
  g_autofree char *title = NULL;

  if (entry == NULL) {
    return g_markup_escape_text (id, -1);
  }

  title = g_markup_escape_text (plumb_topic_entry_get_title (entry), -1);
  if (plumb_topic_entry_is_upcoming (entry)) {
    /* Translators: %s is the title of a topic that is not written yet. */
    return g_strdup_printf (C_ ("topic", "%s (to come)"), title);
  }

  return g_strdup_printf ("<a href='topic:%s'>%s</a>", plumb_topic_entry_get_id (entry), title);
}

/* The top of the page: title, what one is in for, the summary. */
GtkWidget *
plumb_article_build_head (const PlumbArticleContext *context, GtkWidget **title, GtkWidget **facts)
{
  PlumbTopic *topic = context->topic;
  GtkWidget *head = column (9);
  const char *badge = badge_name (topic->badge);

  *title = plumb_content_heading (topic->title, 1, NULL);
  gtk_box_append (GTK_BOX (head), *title);
  *facts = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (*facts), 15);
  gtk_box_append (GTK_BOX (head), *facts);
  if (badge != NULL) {
    gtk_box_append (GTK_BOX (head), plumb_content_label (badge, "tag", NULL));
  }
  gtk_box_append (GTK_BOX (head), plumb_content_prose (topic->summary, "summary", NULL));

  if (topic->prerequisites != NULL && topic->prerequisites[0] != NULL) {
    g_autoptr (GString) links = g_string_new (NULL);
    g_autofree char *text = NULL;

    for (guint i = 0; topic->prerequisites[i] != NULL; i++) {
      g_autofree char *link = topic_link (context->library, topic->prerequisites[i]);

      if (i > 0) {
        /* Translators: what stands between the items of a list in a line. */
        g_string_append (links, C_ ("list separator", ", "));
      }
      g_string_append (links, link);
    }
    /* Translators: %s is a list of the topics that one should know before. */
    text = g_strdup_printf (C_ ("topic", "Read first: %s"), links->str);
    gtk_box_append (GTK_BOX (head), plumb_content_prose (text, "read-first", NULL));
  }

  return head;
}

/* Reading time, words and sources, which change with the level. */
void
plumb_article_fill_facts (GtkWidget *facts, PlumbTopic *topic, int level)
{
  guint words = plumb_topic_count_words (topic, level);
  guint minutes = MAX ((words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE, 1);
  guint sources = plumb_topic_count_sources (topic, level);
  GtkWidget *child;
  g_autofree char *texts[] = {
    g_strdup_printf (ngettext ("%u min", "%u min", minutes), minutes),
    g_strdup_printf (ngettext ("%u word", "%u words", words), words),
    g_strdup_printf (ngettext ("%u source", "%u sources", sources), sources),
  };

  while ((child = gtk_widget_get_first_child (facts)) != NULL) {
    adw_wrap_box_remove (ADW_WRAP_BOX (facts), child);
  }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    adw_wrap_box_append (ADW_WRAP_BOX (facts), plumb_content_mark (texts[i], "fact", NULL));
    g_clear_pointer (&texts[i], g_free);
  }
}

static GtkWidget *
build_why_now (const PlumbArticleContext *context)
{
  PlumbWhyNow *why_now = context->topic->why_now;
  GtkWidget *box;

  if (why_now == NULL) {
    return NULL;
  }

  box = column (0);
  gtk_box_append (GTK_BOX (box), plumb_content_prose (why_now->text, NULL));
  plumb_claim_marks_append (GTK_BOX (box), context->library, why_now->claims);

  return box;
}

static GtkWidget *
build_takeaways (const PlumbArticleContext *context)
{
  if (length (context->topic->takeaways) == 0) {
    return NULL;
  }

  return plumb_takeaways_new (context->library, context->topic);
}

static GtkWidget *
build_debate (const PlumbArticleContext *context)
{
  if (context->topic->debate == NULL) {
    return NULL;
  }

  return plumb_debate_pane_new (context->library, context->topic->debate);
}

static const char *
state_name (PlumbState state)
{
  switch (state) {
  case PLUMB_STATE_SOLVED:
    return C_ ("status", "Solved");
  case PLUMB_STATE_PARTLY:
    return C_ ("status", "Partly");
  case PLUMB_STATE_UNCERTAIN:
    return C_ ("status", "Uncertain");
  case PLUMB_STATE_UNSOLVED:
  default:
    return C_ ("status", "Unsolved");
  }
}

static GtkWidget *
build_status (const PlumbArticleContext *context)
{
  GListModel *status = context->topic->status;
  GtkWidget *box;

  if (length (status) == 0) {
    return NULL;
  }

  box = column (12);
  for (guint i = 0; i < length (status); i++) {
    g_autoptr (PlumbStatus) facet = g_list_model_get_item (status, i);
    GtkWidget *row = column (2);
    /* Translators: how one facet of a problem stands: “Surface alignment: partly”. */
    g_autofree char *title = g_strdup_printf (C_ ("status", "%1$s: %2$s"),
                                              facet->facet,
                                              state_name (facet->state));

    gtk_box_append (GTK_BOX (row), plumb_content_label (title, "part-title", NULL));
    if (facet->text != NULL) {
      gtk_box_append (GTK_BOX (row), plumb_content_prose (facet->text, NULL));
    }
    plumb_claim_marks_append (GTK_BOX (row), context->library, facet->claims);
    gtk_box_append (GTK_BOX (box), row);
  }

  return box;
}

static char *
position_title (PlumbLibrary *library, const char *id)
{
  GListModel *positions = plumb_library_get_file (library)->positions;

  for (guint i = 0; i < length (positions); i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (positions, i);

    if (g_strcmp0 (position->id, id) == 0) {
      return g_strdup (position->title);
    }
  }

  return NULL;
}

static GtkWidget *
build_take (const PlumbArticleContext *context)
{
  PlumbTake *take = context->topic->take;
  g_autofree char *position = NULL;
  g_autofree char *signature = NULL;
  GtkWidget *box;

  if (take == NULL) {
    return NULL;
  }

  position = position_title (context->library, take->leans);
  if (position != NULL) {
    /* Translators: below an opinion. %1$s is who signed it, %2$s the position that it leans to. */
    signature = g_strdup_printf (C_ ("take", "%1$s. An opinion; it leans to: %2$s"),
                                 take->author,
                                 position);
  } else {
    /* Translators: below an opinion. %s is who signed it. */
    signature = g_strdup_printf (C_ ("take", "%s. An opinion"), take->author);
  }

  box = column (6);
  gtk_widget_add_css_class (box, "take");
  gtk_box_append (GTK_BOX (box), plumb_content_prose (take->text, NULL));
  gtk_box_append (GTK_BOX (box), plumb_content_label (signature, "quoted", NULL));

  return box;
}

static GtkWidget *
build_pitfalls (const PlumbArticleContext *context)
{
  GListModel *pitfalls = context->topic->pitfalls;
  g_autofree char *href = NULL;
  g_autofree char *all = NULL;
  GtkWidget *box;

  if (length (pitfalls) == 0) {
    return NULL;
  }

  box = column (12);
  gtk_box_append (
      GTK_BOX (box),
      plumb_content_label (_ ("Things people say. Think of your own reply before you open ours."),
                           "caption-text",
                           NULL));
  for (guint i = 0; i < length (pitfalls); i++) {
    g_autoptr (PlumbPitfall) pitfall = g_list_model_get_item (pitfalls, i);
    GtkWidget *expander = gtk_expander_new (NULL);
    GtkWidget *claim = plumb_content_label (NULL, "pitfall-claim", NULL);
    GtkWidget *reply = column (0);
    g_autofree char *anchor = g_strdup_printf ("pitfall-%s", pitfall->id);

    gtk_widget_add_css_class (reply, "pitfall-reply");
    gtk_box_append (GTK_BOX (reply), plumb_content_prose (pitfall->reply, NULL));
    plumb_claim_marks_append (GTK_BOX (reply), context->library, pitfall->claims);
    gtk_label_set_markup (GTK_LABEL (claim), pitfall->claim);
    /* It asks for lines of equal length, and an expander would give it no longer ones. */
    gtk_widget_set_hexpand (claim, TRUE);
    gtk_expander_set_label_widget (GTK_EXPANDER (expander), claim);
    gtk_expander_set_child (GTK_EXPANDER (expander), reply);
    /* GtkExpander hands the focus to a child that is not shown, and a label in it takes it: Tab would go no further. */
    g_object_bind_property (expander, "expanded", reply, "can-focus", G_BINDING_SYNC_CREATE);
    gtk_widget_set_name (expander, anchor);
    gtk_widget_add_css_class (expander, "pitfall");
    gtk_box_append (GTK_BOX (box), expander);
  }

  href = g_strdup_printf ("plumb:pitfalls/%s", context->topic->id);
  all = g_markup_printf_escaped ("<a href='%s'>%s</a>", href, _ ("The pitfalls of all topics"));
  gtk_box_append (GTK_BOX (box), plumb_content_prose (all, NULL));

  return box;
}

static GtkWidget *
build_people (const PlumbArticleContext *context)
{
  GStrv people = context->topic->people;
  GtkWidget *box = NULL;

  for (guint i = 0; people != NULL && people[i] != NULL; i++) {
    g_autoptr (PlumbPerson) person = plumb_library_lookup_person (context->library, people[i]);
    g_autofree char *markup = NULL;
    g_autofree char *name = NULL;

    if (person == NULL) {
      continue;
    }
    if (box == NULL) {
      box = column (9);
    }
    name = g_markup_printf_escaped ("<a href='person:%s'>%s</a>", person->id, person->name);
    /* Translators: %1$s is a person's name in bold, which is a link, %2$s what they are known for. */
    markup = g_strdup_printf (C_ ("person", "<b>%1$s</b>: %2$s"), name, person->role);
    gtk_box_append (GTK_BOX (box), plumb_content_prose (markup, NULL));
  }

  return box;
}

static GtkWidget *
build_sources (const PlumbArticleContext *context)
{
  return plumb_sources_view_new (context->library, context->topic);
}

static GtkWidget *
build_class (const PlumbArticleContext *context)
{
  PlumbTopic *topic = context->topic;
  GtkWidget *box;

  if (topic->objectives == NULL && topic->discussion == NULL) {
    return NULL;
  }

  box = column (9);
  if (topic->objectives != NULL) {
    gtk_box_append (
        GTK_BOX (box),
        plumb_content_label (C_ ("class", "After reading you can"), "part-title", NULL));
    gtk_box_append (GTK_BOX (box),
                    plumb_content_bullets ((const char *const *) topic->objectives, FALSE));
  }
  if (topic->discussion != NULL) {
    gtk_box_append (GTK_BOX (box),
                    plumb_content_label (C_ ("class", "To discuss"), "part-title", NULL));
    gtk_box_append (GTK_BOX (box),
                    plumb_content_bullets ((const char *const *) topic->discussion, TRUE));
  }

  return box;
}

static GtkWidget *
build_next (const PlumbArticleContext *context)
{
  GListModel *next = context->topic->next;
  GtkWidget *box;

  if (length (next) == 0) {
    return NULL;
  }

  box = column (12);
  for (guint i = 0; i < length (next); i++) {
    g_autoptr (PlumbNext) item = g_list_model_get_item (next, i);
    g_autofree char *link = topic_link (context->library, item->topic);
    GtkWidget *row = column (2);

    gtk_box_append (GTK_BOX (row), plumb_content_prose (link, "next-title", NULL));
    if (item->why != NULL) {
      gtk_box_append (GTK_BOX (row), plumb_content_prose (item->why, "caption-text", NULL));
    }
    gtk_box_append (GTK_BOX (box), row);
  }

  return box;
}

const PlumbArticlePart plumb_article_parts[] = {
  { "why-now", NC_ ("part", "Why this matters now"), build_why_now, FALSE, 100 },
  { "takeaways", NC_ ("part", "What it means for you"), build_takeaways, FALSE, 180 },
  { "debate", NC_ ("part", "Where people disagree"), build_debate, TRUE, 400 },
  { "status", NC_ ("part", "Where things stand"), build_status, FALSE, 150 },
  { "take", NC_ ("part", "Our take"), build_take, FALSE, 120 },
  { "pitfalls", NC_ ("part", "Common pitfalls"), build_pitfalls, FALSE, 150 },
  { "people", NC_ ("part", "People and organisations"), build_people, FALSE, 80 },
  { "class", NC_ ("part", "For a class, or for yourself"), build_class, FALSE, 120 },
  { "next", NC_ ("part", "Where to read on"), build_next, FALSE, 90 },
  { "sources", NC_ ("part", "Sources"), build_sources, FALSE, 100 },
};

const guint plumb_article_n_parts = G_N_ELEMENTS (plumb_article_parts);
