/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "generated-feed.h"

#include <string.h>

#include "plumb-text.h"

/* About as many as a topic in full has, and as long. */
#define N_PASSAGES 70
#define N_HEADINGS 9
#define PASSAGE_WORDS 50
#define N_RARE_WORDS 40000

/* The most frequent words of English, and some of this subject; the further on, the rarer. */
static const char *const frequent_words[] = {
  "the",
  "of",
  "to",
  "a",
  "and",
  "is",
  "in",
  "that",
  "it",
  "for",
  "as",
  "not",
  "be",
  "on",
  "are",
  "what",
  "with",
  "model",
  "by",
  "or",
  "this",
  "an",
  "from",
  "reward",
  "alignment",
  "which",
  "can",
  "does",
  "than",
  "has",
  "one",
  "training",
  "its",
  "they",
  "more",
  "but",
  "at",
  "system",
  "who",
  "when",
  "human",
  "people",
  "goal",
  "was",
  "how",
  "would",
  "no",
  "if",
  "will",
  "about",
  "behaviour",
  "objective",
  "measure",
  "could",
  "may",
  "other",
  "only",
  "learned",
  "some",
  "proxy",
  "their",
  "agent",
  "where",
  "value",
  "has",
  "into",
  "do",
  "data",
  "test",
  "also",
  "there",
  "we",
  "such",
  "between",
  "same",
  "oversight",
  "even",
  "because",
  "two",
  "then",
  "first",
  "over",
  "been",
  "evidence",
  "still",
  "work",
  "each",
  "optimisation",
  "all",
  "without",
  "specification",
  "under",
  "out",
  "feedback",
  "task",
  "outer",
  "inner",
  "good",
  "world",
  "power",
  "most",
  "trained",
  "make",
  "gaming",
  "case",
  "risk",
  "researchers",
  "argue",
  "claim",
  "preferences",
  "language",
  "hard",
  "solve",
  "problem",
  "deceptive",
  "safety",
  "control",
  "corrigibility",
  "debate",
  "interpretability",
};

typedef struct {
  GPtrArray *rare_words;
  guint n_topics;
} Generator;

static void
generator_free (Generator *self)
{
  g_ptr_array_unref (self->rare_words);
  g_free (self);
}

static char *
make_rare_word (GRand *random)
{
  static const char *const syllables[] = {
    "ba",  "con", "de",  "al", "in", "re", "st", "tra", "mo",  "ple", "ver", "ti",
    "ous", "ex",  "pro", "la", "sh", "qu", "ne", "om",  "ing", "er",  "ly",  "men",
  };
  GString *word = g_string_new (NULL);
  int n = g_rand_int_range (random, 2, 5);

  for (int i = 0; i < n; i++) {
    g_string_append (word, syllables[g_rand_int_range (random, 0, G_N_ELEMENTS (syllables))]);
  }

  return g_string_free_and_steal (word);
}

static const char *
choose_word (Generator *self, GRand *random)
{
  double chance = g_rand_double (random);

  /* By Zipf's law, the nth word is 1/n as frequent as the first. */
  if (chance < 0.85) {
    double n = G_N_ELEMENTS (frequent_words);

    return frequent_words[MIN ((gsize) (n * chance / 0.85 * chance / 0.85 * chance / 0.85),
                               (gsize) n - 1)];
  }

  chance = (chance - 0.85) / 0.15;

  return g_ptr_array_index (self->rare_words,
                            MIN ((guint) (N_RARE_WORDS * chance * chance), N_RARE_WORDS - 1));
}

static char *
make_text (Generator *self, GRand *random, guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++) {
    if (i > 0) {
      g_string_append (text, g_rand_int_range (random, 0, 12) == 0 ? ", " : " ");
    }
    g_string_append (text, choose_word (self, random));
  }
  g_string_append_c (text, '.');
  text->str[0] = g_ascii_toupper (text->str[0]);

  return g_string_free_and_steal (text);
}

static gboolean
load_cb (guint topic, PlumbSearchDocument *document, GCancellable *cancellable, gpointer user_data)
{
  Generator *self = user_data;
  GRand *random = g_rand_new_with_seed (topic + 1);
  g_autofree char *heading = NULL;

  document->id = g_strdup_printf ("topic-%u", topic);
  document->title = make_text (self, random, 3);
  document->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_passage_free);

  for (guint i = 0; i < N_PASSAGES; i++) {
    PlumbPassage *passage = g_new0 (PlumbPassage, 1);

    if (i > 0 && i % (N_PASSAGES / N_HEADINGS) == 0) {
      g_free (heading);
      heading = make_text (self, random, 4);
    }
    passage->level = i == 0 ? 0 : (int) (i * 4 / N_PASSAGES);
    passage->anchor = g_strdup_printf ("block-%u", i);
    passage->heading = g_strdup (heading);
    passage->text = make_text (self, random, PASSAGE_WORDS);
    g_ptr_array_add (document->passages, passage);
  }

  g_rand_free (random);

  return TRUE;
}

PlumbSearchFeed *
generated_feed_new (guint n_topics)
{
  Generator *self = g_new0 (Generator, 1);
  GRand *random = g_rand_new_with_seed (0);
  g_autofree char *hash = g_strdup_printf ("generated-%u", n_topics);

  self->n_topics = n_topics;
  self->rare_words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_RARE_WORDS; i++) {
    g_ptr_array_add (self->rare_words, make_rare_word (random));
  }
  g_rand_free (random);

  return plumb_search_feed_new ("generated",
                                hash,
                                n_topics,
                                load_cb,
                                self,
                                (GDestroyNotify) generator_free);
}
