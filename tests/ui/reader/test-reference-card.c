/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <plumb-markup.h>

#include "plumb-claim-card.h"
#include "plumb-claim-line.h"
#include "plumb-claim-words.h"
#include "plumb-reference-card.h"
#include "plumb-sources-view.h"
#include "plumb-ui-test.h"

static void
test_says_what (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTerm) term = plumb_library_lookup_term (library, "proxy");
  g_autoptr (PlumbPerson) person = plumb_library_lookup_person (library, "jan-leike");
  const struct {
    const char *href;
    const char *text;
  } cases[] = {
    { "term:proxy", term->name },
    { "person:jan-leike", person->name },
    { "source:gao22", "Source" },
    { "https://example.org/a?b=c&d", "https://example.org/a?b=c&d" },
    { "term:no-such-term", "The library has nothing called “term:no-such-term”." },
    { "claim:no-such-claim", "The library has nothing called “claim:no-such-claim”." },
    { "nonsense", "The library has nothing called “nonsense”." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    GtkWidget *card = g_object_ref_sink (plumb_reference_card_new (library, NULL, cases[i].href));

    g_assert_nonnull (plumb_ui_test_find_label (card, cases[i].text));
    g_assert_finalize_object (card);
  }
}

static guint
count_sources (GtkWidget *root)
{
  guint n = g_str_has_prefix (gtk_widget_get_name (root), "source-");

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    n += count_sources (child);
  }

  return n;
}

static void
test_claim (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopic) topic = plumb_library_load_topic (library, "goodharts-law", NULL);

  for (guint i = 0; i < g_list_model_get_n_items (topic->claims); i++) {
    g_autoptr (PlumbClaim) claim = g_list_model_get_item (topic->claims, i);
    g_autofree char *href = g_strdup_printf ("claim:%s", claim->id);
    g_autoptr (GtkWidget)
        card = g_object_ref_sink (plumb_reference_card_new (library, topic, href));

    g_autofree char *plain = plumb_markup_to_plain (claim->text);
    g_autofree char *name = plumb_claim_words_name (claim->kind, claim->confidence, 1);

    g_assert_nonnull (plumb_ui_test_find_label (card, name));
    g_assert_nonnull (plumb_ui_test_find_label (card, plain));
    g_assert_cmpuint (count_sources (card), ==, g_strv_length (claim->sources));
  }
}

/* Sources have the numbers that they have below the text, wherever the claim is made. */
static void
test_numbers (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopic) topic = plumb_library_load_topic (library, "goodharts-law", NULL);
  g_autoptr (GPtrArray) ids = plumb_sources_list_ids (library, topic);
  g_autoptr (PlumbClaim) last = NULL;
  g_autofree char *href = NULL;
  g_autofree char *number = NULL;
  g_autoptr (GtkWidget) card = NULL;
  g_autoptr (GtkWidget) elsewhere = NULL;
  guint position;

  last = g_list_model_get_item (topic->claims, g_list_model_get_n_items (topic->claims) - 1);
  href = g_strdup_printf ("claim:%s", last->id);
  g_assert_true (g_ptr_array_find_with_equal_func (ids, last->sources[0], g_str_equal, &position));
  g_assert_cmpuint (position, >, 0);
  number = g_strdup_printf ("%u.", position + 1);

  card = g_object_ref_sink (plumb_reference_card_new (library, topic, href));
  g_assert_nonnull (plumb_ui_test_find_label (card, number));
  elsewhere = g_object_ref_sink (plumb_reference_card_new (library, NULL, href));
  g_assert_null (plumb_ui_test_find_label (elsewhere, number));
  g_assert_nonnull (plumb_ui_test_find_label (elsewhere, "From the topic Goodhart’s law"));
}

/* All that a page states has its sources in the list of the page. */
static void
test_borrowed_sources (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  GListModel *topics = plumb_library_get_topics (library);
  guint n_borrowed = 0;

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);
    g_autoptr (PlumbTopic)
        topic = plumb_library_load_topic (library, plumb_topic_entry_get_id (entry), NULL);
    g_autoptr (GPtrArray) ids = topic != NULL ? plumb_sources_list_ids (library, topic) : NULL;

    for (guint j = 0; topic != NULL && j < g_list_model_get_n_items (topic->levels); j++) {
      g_autoptr (PlumbLevel) level = g_list_model_get_item (topic->levels, j);

      for (guint k = 0; k < g_list_model_get_n_items (level->blocks); k++) {
        g_autoptr (PlumbBlock) block = g_list_model_get_item (level->blocks, k);

        for (guint l = 0; block->claims != NULL && block->claims[l] != NULL; l++) {
          g_autofree char *home = NULL;
          g_autoptr (PlumbClaim)
              claim = plumb_library_lookup_claim (library, block->claims[l], &home);

          n_borrowed += !g_str_equal (home, topic->id);
          for (guint m = 0; claim->sources[m] != NULL; m++) {
            g_assert_true (
                g_ptr_array_find_with_equal_func (ids, claim->sources[m], g_str_equal, NULL));
          }
        }
      }
    }
  }

  g_assert_cmpuint (n_borrowed, >, 0);
}

static void
test_several_claims (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopic) topic = plumb_library_load_topic (library, "goodharts-law", NULL);
  g_autoptr (PlumbClaim) first = g_list_model_get_item (topic->claims, 0);
  g_autoptr (PlumbClaim) second = NULL;
  g_autoptr (GtkWidget) card = NULL;
  g_autofree char *href = NULL;
  g_autofree char *name = plumb_claim_words_name (first->kind, first->confidence, 2);
  g_autofree char *first_text = plumb_markup_to_plain (first->text);
  g_autofree char *second_text = NULL;

  for (guint i = 1; second == NULL; i++) {
    g_autoptr (PlumbClaim) claim = g_list_model_get_item (topic->claims, i);

    g_assert_nonnull (claim);
    if (claim->kind == first->kind && claim->confidence == first->confidence) {
      second = g_steal_pointer (&claim);
    }
  }
  second_text = plumb_markup_to_plain (second->text);

  /* What is not there is passed over, as long as something is. */
  href = g_strdup_printf ("claim:%s,no-such-claim,%s", first->id, second->id);
  card = g_object_ref_sink (plumb_reference_card_new (library, topic, href));
  g_assert_nonnull (plumb_ui_test_find_label (card, name));
  g_assert_nonnull (plumb_ui_test_find_label (card, first_text));
  g_assert_nonnull (plumb_ui_test_find_label (card, second_text));
}

static void
test_crux (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopic) topic = plumb_library_load_topic (library, "goodharts-law", NULL);
  g_autoptr (PlumbCrux) crux = g_list_model_get_item (topic->cruxes, 0);
  g_autofree char *href = g_strdup_printf ("claim:%s", crux->claim);
  g_autofree char *statement = plumb_markup_to_plain (crux->statement);
  g_autoptr (GtkWidget) card = g_object_ref_sink (plumb_reference_card_new (library, topic, href));

  g_assert_nonnull (plumb_ui_test_find_label (card, "A crux: the positions part over this"));
  g_assert_nonnull (plumb_ui_test_find_label (card, statement));
}

static void
test_legend (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (GtkWidget)
      card = g_object_ref_sink (plumb_reference_card_new (library, NULL, PLUMB_CLAIM_LEGEND_HREF));

  g_assert_nonnull (plumb_ui_test_find_label (card, "What the Marks Mean"));
  g_assert_cmpuint (plumb_ui_test_count (card, PLUMB_TYPE_CLAIM_LINE), ==, 4);
  for (int i = PLUMB_CLAIM_KIND_FACT; i <= PLUMB_CLAIM_KIND_OPINION; i++) {
    g_autofree char *text = g_strdup_printf ("%s: %s",
                                             plumb_claim_words_kind ((PlumbClaimKind) i),
                                             plumb_claim_words_explain_kind ((PlumbClaimKind) i));

    g_assert_nonnull (plumb_ui_test_find_label (card, text));
  }
}

static void
test_addresses (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  GListModel *sources = plumb_library_get_sources (library);

  g_assert_cmpuint (g_list_model_get_n_items (sources), >, 100);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (PlumbSource) source = g_list_model_get_item (sources, i);
    g_autofree char *address = plumb_source_dup_address (source);
    g_autofree char *markup = plumb_source_to_markup (source);
    g_autoptr (GError) error = NULL;

    if (address != NULL) {
      g_assert_true (g_str_has_prefix (address, "https://"));
      g_assert_true (g_uri_is_valid (address, G_URI_FLAGS_NONE, &error));
      g_assert_no_error (error);
    }
    g_assert_nonnull (markup);
  }
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/reference-card/says-what", test_says_what);
  g_test_add_func ("/reference-card/claim", test_claim);
  g_test_add_func ("/reference-card/numbers", test_numbers);
  g_test_add_func ("/reference-card/borrowed-sources", test_borrowed_sources);
  g_test_add_func ("/reference-card/several-claims", test_several_claims);
  g_test_add_func ("/reference-card/crux", test_crux);
  g_test_add_func ("/reference-card/legend", test_legend);
  g_test_add_func ("/reference-card/addresses", test_addresses);

  return g_test_run ();
}
