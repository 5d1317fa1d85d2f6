/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

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
    GtkWidget *card = g_object_ref_sink (plumb_reference_card_new (library, cases[i].href));

    g_assert_nonnull (plumb_ui_test_find_label (card, cases[i].text));
    g_assert_finalize_object (card);
  }
}

static void
test_claim (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopic) topic = plumb_library_load_topic (library, "goodharts-law", NULL);

  for (guint i = 0; i < g_list_model_get_n_items (topic->claims); i++) {
    g_autoptr (PlumbClaim) claim = g_list_model_get_item (topic->claims, i);
    g_autofree char *href = g_strdup_printf ("claim:%s", claim->id);
    g_autoptr (GtkWidget) card = g_object_ref_sink (plumb_reference_card_new (library, href));

    g_assert_nonnull (plumb_ui_test_find_label (card, "Claim"));
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
  g_test_add_func ("/reference-card/addresses", test_addresses);

  return g_test_run ();
}
