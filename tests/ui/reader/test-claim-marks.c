/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <plumb-markup.h>
#include <plumb-text.h>

#include "plumb-article.h"
#include "plumb-block-view.h"
#include "plumb-claim-mark.h"
#include "plumb-claim-marks.h"
#include "plumb-claim-words.h"
#include "plumb-finder.h"
#include "plumb-ui-test.h"

typedef struct {
  PlumbLibrary *library;
  PlumbTopic *topic;
  GtkWidget *window;
  GtkWidget *article;
  char *href;
} Fixture;

static void
follow_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  char **href = g_object_get_data (G_OBJECT (window), "href");

  g_free (*href);
  g_variant_get_child (parameter, 0, "s", href);
}

/* A window that takes down which link is followed. */
static GType follower_get_type (void);

typedef struct {
  GtkWindow parent_instance;
} Follower;

typedef struct {
  GtkWindowClass parent_class;
} FollowerClass;

G_DEFINE_TYPE (Follower, follower, GTK_TYPE_WINDOW)

static void
follower_class_init (FollowerClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.follow", "(siiii)", follow_cb);
}

static void
follower_init (Follower *self)
{
}

static void
show (Fixture *fixture, const char *topic, int level, gboolean marks)
{
  fixture->topic = plumb_library_load_topic (fixture->library, topic, NULL);
  g_assert_nonnull (fixture->topic);
  g_object_set (fixture->article, "claim-marks", marks, NULL);
  plumb_article_show (PLUMB_ARTICLE (fixture->article), fixture->library, fixture->topic, level);
  plumb_article_build_all (PLUMB_ARTICLE (fixture->article));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = plumb_ui_test_open_library ();
  fixture->window =
      g_object_new (follower_get_type (), "default-width", 900, "default-height", 700, NULL);
  fixture->article = g_object_new (PLUMB_TYPE_ARTICLE, NULL);
  g_object_set_data (G_OBJECT (fixture->window), "href", &fixture->href);
  gtk_window_set_child (GTK_WINDOW (fixture->window),
                        g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", fixture->article, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->topic);
  g_clear_object (&fixture->library);
  g_clear_pointer (&fixture->href, g_free);
}

static guint
count_visible (GtkWidget *root)
{
  guint n = PLUMB_IS_CLAIM_MARKS (root) && gtk_widget_get_visible (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    n += count_visible (child);
  }

  return n;
}

static void
test_new_destroy (Fixture *fixture, gconstpointer data)
{
  const char *const claims[] = { "goodhart-proxy-curve", NULL };
  const char *const none[] = { NULL };
  GtkWidget *marks = g_object_ref_sink (plumb_claim_marks_new (fixture->library, claims));

  /* They are up to an article. */
  g_assert_false (gtk_widget_get_visible (marks));
  g_assert_null (gtk_widget_get_first_child (marks));
  g_assert_finalize_object (marks);

  g_assert_null (plumb_claim_marks_new (fixture->library, none));
  g_assert_null (plumb_claim_marks_new (fixture->library, NULL));
}

/* Every claim of every block of every level stands behind one mark of its block, and behind one only. */
static void
test_every_block (Fixture *fixture, gconstpointer data)
{
  guint n_claims = 0;

  for (int depth = 1; depth <= 3; depth++) {
    PlumbLevel *level;

    g_clear_object (&fixture->topic);
    show (fixture, "deceptive-alignment", depth, TRUE);
    level = plumb_topic_find_level (fixture->topic, depth);
    for (guint i = 0; i < g_list_model_get_n_items (level->blocks); i++) {
      g_autoptr (PlumbBlock) block = g_list_model_get_item (level->blocks, i);
      GtkWidget *view = plumb_article_find_anchor (PLUMB_ARTICLE (fixture->article), block->id);
      GtkWidget *marks = plumb_ui_test_find (view, PLUMB_TYPE_CLAIM_MARKS);
      g_autoptr (GString) found = g_string_new (",");

      if (block->claims == NULL || block->claims[0] == NULL) {
        g_assert_null (marks);
        continue;
      }
      g_assert_true (gtk_widget_get_visible (marks));
      for (GtkWidget *mark = gtk_widget_get_first_child (marks); mark != NULL;
           mark = gtk_widget_get_next_sibling (mark)) {
        const char *href = plumb_claim_mark_get_href (PLUMB_CLAIM_MARK (mark));
        const char *text = plumb_claim_mark_get_text (PLUMB_CLAIM_MARK (mark));
        g_auto (GStrv) ids = NULL;

        g_assert_true (g_str_has_prefix (href, "claim:"));
        ids = g_strsplit (href + strlen ("claim:"), ",", -1);
        for (guint j = 0; ids[j] != NULL; j++) {
          g_autoptr (PlumbClaim)
              claim = plumb_library_lookup_claim (fixture->library, ids[j], NULL);
          g_autofree char *name = plumb_claim_words_name (claim->kind,
                                                          claim->confidence,
                                                          g_strv_length (ids));

          g_assert_cmpstr (name, ==, text);
          g_string_append_printf (found, "%s,", ids[j]);
        }
      }
      for (guint j = 0; block->claims[j] != NULL; j++) {
        g_autofree char *id = g_strdup_printf (",%s,", block->claims[j]);
        char *at = strstr (found->str, id);

        g_assert_nonnull (at);
        g_assert_null (strstr (at + 1, id));
        n_claims++;
      }
    }
  }

  g_assert_cmpuint (n_claims, >, 20);
}

static void
test_switched (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;
  guint n;

  g_signal_connect (fixture->article,
                    "notify::claim-marks",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n_notified);
  show (fixture, "goodharts-law", 3, FALSE);
  g_assert_cmpuint (n_notified, ==, 0);
  g_assert_cmpuint (count_visible (fixture->article), ==, 0);
  /* Who does not want them does not pay for them. */
  g_assert_cmpuint (plumb_ui_test_count (fixture->article, PLUMB_TYPE_CLAIM_MARK), ==, 0);
  n = plumb_ui_test_count (fixture->article, PLUMB_TYPE_CLAIM_MARKS);
  g_assert_cmpuint (n, >, 10);

  g_object_set (fixture->article, "claim-marks", TRUE, NULL);
  g_assert_cmpuint (count_visible (fixture->article), ==, n);
  g_object_set (fixture->article, "claim-marks", TRUE, NULL);
  g_assert_cmpuint (n_notified, ==, 1);

  g_object_set (fixture->article, "claim-marks", FALSE, NULL);
  g_assert_cmpuint (count_visible (fixture->article), ==, 0);
  g_assert_cmpuint (n_notified, ==, 2);
}

/* A reply is opened after the marks were switched. */
static void
test_in_expander (Fixture *fixture, gconstpointer data)
{
  GtkWidget *expander;

  show (fixture, "goodharts-law", 1, FALSE);
  expander = plumb_ui_test_find (fixture->article, GTK_TYPE_EXPANDER);
  g_object_set (fixture->article, "claim-marks", TRUE, NULL);
  g_assert_cmpuint (count_visible (expander), ==, 0);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  plumb_ui_test_wait_until (count_visible (expander) == 1);
  g_object_set (fixture->article, "claim-marks", FALSE, NULL);
  g_assert_cmpuint (count_visible (expander), ==, 0);
}

/* The marks say more than once on every page that a fact is established; that is not what one looks for there. */
static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbFinder) finder = NULL;
  guint n;

  show (fixture, "goodharts-law", 1, FALSE);
  finder = plumb_finder_new (fixture->article);
  plumb_finder_set_query (finder, "fact");
  n = plumb_finder_get_n_matches (finder);
  g_object_set (fixture->article, "claim-marks", TRUE, NULL);
  plumb_finder_refresh (finder);
  g_assert_cmpuint (plumb_finder_get_n_matches (finder), ==, n);
  plumb_finder_set_query (finder, "facts, established");
  g_assert_cmpuint (plumb_finder_get_n_matches (finder), ==, 0);
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  GtkWidget *mark;

  show (fixture, "goodharts-law", 1, TRUE);
  mark = plumb_ui_test_find (fixture->article, PLUMB_TYPE_CLAIM_MARK);
  g_signal_emit_by_name (mark, "clicked");
  g_assert_cmpstr (fixture->href, ==, plumb_claim_mark_get_href (PLUMB_CLAIM_MARK (mark)));
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *marks;
  GtkWidget *mark;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GString) statements = g_string_new (NULL);

  show (fixture, "goodharts-law", 1, TRUE);
  marks = plumb_ui_test_find (fixture->article, PLUMB_TYPE_CLAIM_MARKS);
  mark = gtk_widget_get_first_child (marks);
  gtk_test_accessible_assert_role (marks, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (marks, GTK_ACCESSIBLE_PROPERTY_LABEL, "Claims");
  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_LINK);
  gtk_test_accessible_assert_property (mark,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       plumb_claim_mark_get_text (PLUMB_CLAIM_MARK (mark)));

  ids = g_strsplit (plumb_claim_mark_get_href (PLUMB_CLAIM_MARK (mark)) + strlen ("claim:"),
                    ",",
                    -1);
  for (guint i = 0; ids[i] != NULL; i++) {
    g_autoptr (PlumbClaim) claim = plumb_library_lookup_claim (fixture->library, ids[i], NULL);
    g_autofree char *plain = plumb_markup_to_plain (claim->text);

    g_string_append_printf (statements, "%s%s", i > 0 ? " " : "", plain);
  }
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, statements->str);
}

static GtkWidget *
find_borrowed (GtkWidget *root, PlumbLibrary *library, const char *topic, char **text)
{
  if (PLUMB_IS_CLAIM_MARK (root)) {
    const char *id = plumb_claim_mark_get_href (PLUMB_CLAIM_MARK (root)) + strlen ("claim:");
    g_autofree char *home = NULL;
    g_autoptr (PlumbClaim) claim = plumb_library_lookup_claim (library, id, &home);

    if (claim != NULL && !g_str_equal (home, topic)) {
      *text = plumb_markup_to_plain (claim->text);
      return root;
    }
  }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_borrowed (child, library, topic, text);

    if (found != NULL) {
      return found;
    }
  }

  return NULL;
}

/* What another topic claims is known by its kind at once, and in full when the keyboard comes. */
static void
test_borrowed (Fixture *fixture, gconstpointer data)
{
  GListModel *topics = plumb_library_get_topics (fixture->library);
  GtkWidget *mark = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; mark == NULL && i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);

    if (!plumb_topic_entry_is_upcoming (entry)) {
      const char *id = plumb_topic_entry_get_id (entry);

      g_clear_object (&fixture->topic);
      show (fixture, id, 3, TRUE);
      mark = find_borrowed (fixture->article, fixture->library, id, &text);
    }
  }
  g_assert_nonnull (mark);

  gtk_window_present (GTK_WINDOW (fixture->window));
  plumb_ui_test_wait_until (gtk_widget_get_mapped (mark));
  g_assert_true (gtk_widget_grab_focus (mark));
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
}

static void
test_words (void)
{
  const struct {
    PlumbClaimKind kind;
    PlumbConfidence confidence;
    guint n;
    const char *name;
  } names[] = {
    { PLUMB_CLAIM_KIND_FACT, PLUMB_CONFIDENCE_ESTABLISHED, 1, "Fact, established" },
    { PLUMB_CLAIM_KIND_FACT, PLUMB_CONFIDENCE_LIKELY, 2, "2 facts, likely" },
    { PLUMB_CLAIM_KIND_ARGUMENT, PLUMB_CONFIDENCE_CONTESTED, 1, "Argument, contested" },
    { PLUMB_CLAIM_KIND_FORECAST, PLUMB_CONFIDENCE_SPECULATIVE, 3, "3 forecasts, speculative" },
    { PLUMB_CLAIM_KIND_OPINION, PLUMB_CONFIDENCE_CONTESTED, 1, "Opinion, contested" },
  };
  const struct {
    const char *date;
    const char *shown;
  } dates[] = {
    { "2022", "2022" },       { "2023-06", "June 2023" }, { "2024-12-09", "9 December 2024" },
    { "2024-13", "2024-13" }, { "soon", "soon" },
  };
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = plumb_claim_words_name (names[i].kind, names[i].confidence, names[i].n);

    g_assert_cmpstr (name, ==, names[i].name);
  }
  for (int kind = PLUMB_CLAIM_KIND_FACT; kind <= PLUMB_CLAIM_KIND_OPINION; kind++) {
    for (int confidence = PLUMB_CONFIDENCE_ESTABLISHED; confidence <= PLUMB_CONFIDENCE_SPECULATIVE;
         confidence++) {
      for (guint n = 1; n <= 2; n++) {
        g_hash_table_add (
            all,
            plumb_claim_words_name ((PlumbClaimKind) kind, (PlumbConfidence) confidence, n));
      }
    }
  }
  g_assert_cmpuint (g_hash_table_size (all), ==, 32);

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    g_autofree char *shown = plumb_claim_words_date (dates[i].date);

    g_assert_cmpstr (shown, ==, dates[i].shown);
  }
}

#define add_test(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  add_test ("/claim-marks/new-destroy", test_new_destroy);
  add_test ("/claim-marks/every-block", test_every_block);
  add_test ("/claim-marks/switched", test_switched);
  add_test ("/claim-marks/in-expander", test_in_expander);
  add_test ("/claim-marks/not-found", test_not_found);
  add_test ("/claim-marks/activate", test_activate);
  add_test ("/claim-marks/accessible", test_accessible);
  add_test ("/claim-marks/borrowed", test_borrowed);
  g_test_add_func ("/claim-marks/words", test_words);

  return g_test_run ();
}
