/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One standard of spelling: British, with -ise. It holds where a file’s language is “en” or “en-GB”. Words of others are
 * spelled as they spelled them: quotations, names, titles of works. */

#include "config.h"

#include "plumb-checker-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sorted by the American word. Words that both spell, in different senses (“judgment”, “license”, “meter”, “practice”,
 * “program”), are left out. */
static const struct {
  const char *american;
  const char *british;
} words[] = {
  { "acknowledgment", "acknowledgement" },
  { "acknowledgments", "acknowledgements" },
  { "aging", "ageing" },
  { "airplane", "aeroplane" },
  { "airplanes", "aeroplanes" },
  { "aluminum", "aluminium" },
  { "anesthesia", "anaesthesia" },
  { "anesthetic", "anaesthetic" },
  { "armor", "armour" },
  { "artifact", "artefact" },
  { "artifacts", "artefacts" },
  { "behavior", "behaviour" },
  { "behavioral", "behavioural" },
  { "behaviorally", "behaviourally" },
  { "behaviors", "behaviours" },
  { "caliber", "calibre" },
  { "canceled", "cancelled" },
  { "canceling", "cancelling" },
  { "catalog", "catalogue" },
  { "cataloged", "catalogued" },
  { "catalogs", "catalogues" },
  { "center", "centre" },
  { "centered", "centred" },
  { "centering", "centring" },
  { "centers", "centres" },
  { "channeled", "channelled" },
  { "channeling", "channelling" },
  { "color", "colour" },
  { "colored", "coloured" },
  { "colorful", "colourful" },
  { "coloring", "colouring" },
  { "colors", "colours" },
  { "counseled", "counselled" },
  { "counseling", "counselling" },
  { "counselor", "counsellor" },
  { "cozy", "cosy" },
  { "defense", "defence" },
  { "defenseless", "defenceless" },
  { "defenses", "defences" },
  { "dialed", "dialled" },
  { "dialing", "dialling" },
  { "dialog", "dialogue" },
  { "dialogs", "dialogues" },
  { "distill", "distil" },
  { "distills", "distils" },
  { "endeavor", "endeavour" },
  { "endeavors", "endeavours" },
  { "enroll", "enrol" },
  { "enrollment", "enrolment" },
  { "enrolls", "enrols" },
  { "estrogen", "oestrogen" },
  { "favor", "favour" },
  { "favorable", "favourable" },
  { "favored", "favoured" },
  { "favoring", "favouring" },
  { "favorite", "favourite" },
  { "favorites", "favourites" },
  { "favors", "favours" },
  { "fetus", "foetus" },
  { "fiber", "fibre" },
  { "fibers", "fibres" },
  { "flavor", "flavour" },
  { "flavors", "flavours" },
  { "fueled", "fuelled" },
  { "fueling", "fuelling" },
  { "fulfill", "fulfil" },
  { "fulfillment", "fulfilment" },
  { "fulfills", "fulfils" },
  { "gotten", "got" },
  { "gray", "grey" },
  { "grayer", "greyer" },
  { "harbor", "harbour" },
  { "harbors", "harbours" },
  { "hemoglobin", "haemoglobin" },
  { "honor", "honour" },
  { "honorable", "honourable" },
  { "honored", "honoured" },
  { "honoring", "honouring" },
  { "honors", "honours" },
  { "humor", "humour" },
  { "installment", "instalment" },
  { "installments", "instalments" },
  { "instill", "instil" },
  { "instills", "instils" },
  { "jewelry", "jewellery" },
  { "labeled", "labelled" },
  { "labeler", "labeller" },
  { "labelers", "labellers" },
  { "labeling", "labelling" },
  { "labor", "labour" },
  { "labored", "laboured" },
  { "laborer", "labourer" },
  { "laborers", "labourers" },
  { "labors", "labours" },
  { "leukemia", "leukaemia" },
  { "leveled", "levelled" },
  { "leveling", "levelling" },
  { "luster", "lustre" },
  { "maneuver", "manoeuvre" },
  { "maneuvering", "manoeuvring" },
  { "maneuvers", "manoeuvres" },
  { "marveled", "marvelled" },
  { "marvelous", "marvellous" },
  { "math", "maths" },
  { "meager", "meagre" },
  { "mislabeled", "mislabelled" },
  { "modeled", "modelled" },
  { "modeler", "modeller" },
  { "modelers", "modellers" },
  { "modeling", "modelling" },
  { "mold", "mould" },
  { "molded", "moulded" },
  { "molding", "moulding" },
  { "mustache", "moustache" },
  { "neighbor", "neighbour" },
  { "neighborhood", "neighbourhood" },
  { "neighborhoods", "neighbourhoods" },
  { "neighboring", "neighbouring" },
  { "neighbors", "neighbours" },
  { "odor", "odour" },
  { "offense", "offence" },
  { "offenses", "offences" },
  { "orthopedic", "orthopaedic" },
  { "pajamas", "pyjamas" },
  { "parlor", "parlour" },
  { "pediatric", "paediatric" },
  { "percent", "per cent" },
  { "plow", "plough" },
  { "pretense", "pretence" },
  { "quarreled", "quarrelled" },
  { "rigor", "rigour" },
  { "rumor", "rumour" },
  { "rumors", "rumours" },
  { "savior", "saviour" },
  { "signaled", "signalled" },
  { "signaling", "signalling" },
  { "skeptic", "sceptic" },
  { "skeptical", "sceptical" },
  { "skeptically", "sceptically" },
  { "skepticism", "scepticism" },
  { "skeptics", "sceptics" },
  { "skillful", "skilful" },
  { "skillfully", "skilfully" },
  { "somber", "sombre" },
  { "specter", "spectre" },
  { "sulfur", "sulphur" },
  { "theater", "theatre" },
  { "theaters", "theatres" },
  { "totaled", "totalled" },
  { "totaling", "totalling" },
  { "traveled", "travelled" },
  { "traveler", "traveller" },
  { "travelers", "travellers" },
  { "traveling", "travelling" },
  { "tunneling", "tunnelling" },
  { "unlabeled", "unlabelled" },
  { "unraveled", "unravelled" },
  { "vapor", "vapour" },
  { "vigor", "vigour" },
  { "willful", "wilful" },
  { "willfully", "wilfully" },
};

/* Endings of verbs and of what is made from them. */
static const struct {
  const char *american;
  const char *british;
} endings[] = {
  { "ization", "isation" }, { "izational", "isational" }, { "izations", "isations" },
  { "izable", "isable" },   { "izability", "isability" }, { "ize", "ise" },
  { "ized", "ised" },       { "izer", "iser" },           { "izers", "isers" },
  { "izes", "ises" },       { "izing", "ising" },         { "izingly", "isingly" },
  { "lyze", "lyse" },       { "lyzed", "lysed" },         { "lyzer", "lyser" },
  { "lyzers", "lysers" },   { "lyzes", "lyses" },         { "lyzing", "lysing" },
};

/* What comes before an ending in words that are spelled with z by everybody: “size”, “prized”, “capsizing”. */
static const char *const z_stems[] = {
  "ass", "ba",  "caps",   "downs", "ma", "mids",   "outs",   "overs",
  "pr",  "res", "rights", "s",     "se", "supers", "unders", "ups",
};

/* Returns the British spelling of a folded word, or NULL where it is that. */
static char *
find_british (const char *word)
{
  gsize from = 0;
  gsize to = G_N_ELEMENTS (words);
  gsize length = strlen (word);

  while (from < to) {
    gsize middle = (from + to) / 2;
    int order = strcmp (word, words[middle].american);

    if (order == 0) {
      return g_strdup (words[middle].british);
    }
    if (order < 0) {
      to = middle;
    } else {
      from = middle + 1;
    }
  }

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *stem = NULL;

    if (!g_str_has_suffix (word, endings[i].american)) {
      continue;
    }
    stem = g_strndup (word, length - strlen (endings[i].american));
    for (gsize j = 0; j < G_N_ELEMENTS (z_stems); j++) {
      if (g_str_equal (stem, z_stems[j])) {
        return NULL;
      }
    }
    return stem[0] != '\0' ? g_strconcat (stem, endings[i].british, NULL) : NULL;
  }

  return NULL;
}

/* Whether a place in a text stands between curly quotes. */
static gboolean
is_quoted (const char *text, gsize start)
{
  gboolean quoted = FALSE;

  for (const char *p = text; p < text + start; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    quoted = c == 0x201c || (quoted && c != 0x201d);
  }

  return quoted;
}

/* A word with a capital inside a sentence is a name, or part of one. */
static gboolean
is_name (const char *text, gsize start)
{
  const char *p = text + start;
  gboolean space = FALSE;

  if (!g_unichar_isupper (g_utf8_get_char (p))) {
    return FALSE;
  }

  while (p > text) {
    gunichar c;

    p = g_utf8_prev_char (p);
    c = g_utf8_get_char (p);
    if (g_unichar_isalnum (c) || c == ',' || c == ')') {
      return TRUE;
    }
    if (c == '-') {
      return !space;
    }
    if (c == '.' || c == '?' || c == '!' || c == ':' || c == 0x2026) {
      return FALSE;
    }
    space = space || g_unichar_isspace (c);
  }

  return FALSE;
}

/* Whether a place in a text is within one of the library’s names. */
static gboolean
is_in_name (PlumbChecker *checker, const char *text, gsize start, gsize end)
{
  for (guint i = 0; i < checker->names->len; i++) {
    const char *name = g_ptr_array_index (checker->names, i);
    gsize length = strlen (name);

    for (const char *p = strstr (text, name); p != NULL; p = strstr (p + 1, name)) {
      if ((gsize) (p - text) <= start && end <= (gsize) (p - text) + length) {
        return TRUE;
      }
    }
  }

  return FALSE;
}

/* Whether @word is anybody’s but the library’s. */
static gboolean
is_exempt (PlumbChecker *checker, const PlumbVisible *visible, const PlumbVisibleWord *word)
{
  const char *text = visible->text->str;

  return plumb_visible_is (visible, word->start, word->end, PLUMB_VISIBLE_CODE) ||
         is_quoted (text, word->start) || is_name (text, word->start) ||
         is_in_name (checker, text, word->start, word->end);
}

static void
report (PlumbChecker *checker,
        const PlumbCheckedText *text,
        const PlumbVisibleWord *word,
        const char *british)
{
  const char *start = text->visible->text->str + word->start;
  g_autofree char *american = g_strndup (start, word->end - word->start);
  g_autofree char *quote = plumb_visible_quote (text->visible, word->start, word->end);

  plumb_checker_add (
      checker,
      PLUMB_SEVERITY_WARNING,
      PLUMB_LIBRARY_ERROR_STYLE,
      text->file,
      text->path,
      /* Translators: an American spelling, the British one, the place in the text. */
      _ ("“%1$s” is spelled “%2$s” here: “%3$s”."),
      american,
      british,
      quote);
}

/* A quotation, and the name of somebody. */
static gboolean
is_of_others (PlumbRecord *record, const PlumbField *field)
{
  return (PLUMB_IS_QUOTE (record) &&
          (g_str_equal (field->name, "text") || g_str_equal (field->name, "by"))) ||
         ((PLUMB_IS_HOLDER (record) || PLUMB_IS_PERSON (record)) &&
          g_str_equal (field->name, "name")) ||
         (PLUMB_IS_POSITION (record) && g_str_equal (field->name, "title")) ||
         (PLUMB_IS_TAKE (record) && g_str_equal (field->name, "author"));
}

/* Each word is told once a text. */
static void
check_spelling (PlumbChecker *checker, const PlumbCheckedText *text)
{
  g_autoptr (GHashTable) reported = NULL;
  g_autoptr (GArray) found = NULL;

  if ((text->field->flags & PLUMB_FIELD_TRANSLATABLE) == 0 ||
      !plumb_checker_is_british (text->lang) || is_of_others (text->record, text->field)) {
    return;
  }

  reported = g_hash_table_new (g_str_hash, g_str_equal);
  found = plumb_visible_find_words (text->visible->text->str);
  for (guint i = 0; i < found->len; i++) {
    const PlumbVisibleWord *word = &g_array_index (found, PlumbVisibleWord, i);
    g_autofree char *british = find_british (word->folded);

    if (british != NULL && !g_hash_table_contains (reported, word->folded) &&
        !is_exempt (checker, text->visible, word)) {
      g_hash_table_add (reported, word->folded);
      report (checker, text, word, british);
    }
  }
}

/* Names of people and organisations, of works, and of the library’s positions. The last are names in one way only, with
 * their capital. */
static void
collect_names (PlumbChecker *checker)
{
  GListModel *people = checker->people != NULL ? checker->people->people : NULL;
  GListModel *sources = checker->sources != NULL ? checker->sources->sources : NULL;
  GListModel *positions = checker->library != NULL ? checker->library->positions : NULL;

  for (guint i = 0; i < plumb_checker_n_items (people); i++) {
    g_autoptr (PlumbPerson) person = g_list_model_get_item (people, i);

    g_ptr_array_add (checker->names, person->name);
  }
  for (guint i = 0; i < plumb_checker_n_items (sources); i++) {
    g_autoptr (PlumbSource) source = g_list_model_get_item (sources, i);

    g_ptr_array_add (checker->names, source->title);
  }
  for (guint i = 0; i < plumb_checker_n_items (positions); i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (positions, i);

    g_ptr_array_add (checker->names, position->title);
  }
}

const PlumbCheckerRule plumb_checker_spelling_rules[] = {
  { .check_library = collect_names },
  { .check_text = check_spelling },
  { 0 },
};
