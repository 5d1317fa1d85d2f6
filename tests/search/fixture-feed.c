/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-feed.h"

#include <stdlib.h>

#include "plumb-text.h"

struct _FixtureGate {
  gatomicrefcount ref_count;
  GMutex mutex;
  GCond changed;
  /* The topic that nobody gets past. */
  guint closed_before;
  gboolean somebody_waits;
  guint n_loads;
};

typedef struct {
  const FixtureTopic *topics;
  FixtureGate *gate;
} Fixture;

FixtureGate *
fixture_gate_new (void)
{
  FixtureGate *gate = g_new0 (FixtureGate, 1);

  g_atomic_ref_count_init (&gate->ref_count);
  g_mutex_init (&gate->mutex);
  g_cond_init (&gate->changed);
  gate->closed_before = G_MAXUINT;

  return gate;
}

void
fixture_gate_unref (FixtureGate *gate)
{
  if (!g_atomic_ref_count_dec (&gate->ref_count)) {
    return;
  }

  g_mutex_clear (&gate->mutex);
  g_cond_clear (&gate->changed);
  g_free (gate);
}

/* Holds up whoever reads the topic BEFORE_TOPIC or a later one. */
void
fixture_gate_close (FixtureGate *gate, guint before_topic)
{
  g_mutex_lock (&gate->mutex);
  gate->closed_before = before_topic;
  g_mutex_unlock (&gate->mutex);
}

void
fixture_gate_open (FixtureGate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->closed_before = G_MAXUINT;
  gate->somebody_waits = FALSE;
  g_cond_broadcast (&gate->changed);
  g_mutex_unlock (&gate->mutex);
}

/* Waits until somebody stands at the gate. */
void
fixture_gate_wait (FixtureGate *gate)
{
  g_mutex_lock (&gate->mutex);
  while (!gate->somebody_waits) {
    g_cond_wait (&gate->changed, &gate->mutex);
  }
  g_mutex_unlock (&gate->mutex);
}

guint
fixture_gate_get_n_loads (FixtureGate *gate)
{
  guint n_loads;

  g_mutex_lock (&gate->mutex);
  n_loads = gate->n_loads;
  g_mutex_unlock (&gate->mutex);

  return n_loads;
}

static void
pass_gate (FixtureGate *gate, guint topic)
{
  g_mutex_lock (&gate->mutex);
  gate->n_loads++;
  while (topic >= gate->closed_before) {
    gate->somebody_waits = TRUE;
    g_cond_broadcast (&gate->changed);
    g_cond_wait (&gate->changed, &gate->mutex);
  }
  g_mutex_unlock (&gate->mutex);
}

static void
fixture_free (Fixture *fixture)
{
  if (fixture->gate != NULL) {
    fixture_gate_unref (fixture->gate);
  }
  g_free (fixture);
}

static char *
dup_part (const char *part)
{
  return part[0] != '\0' ? g_strdup (part) : NULL;
}

static gboolean
load_cb (guint topic, PlumbSearchDocument *document, GCancellable *cancellable, gpointer user_data)
{
  Fixture *fixture = user_data;
  const FixtureTopic *source = &fixture->topics[topic];
  g_auto (GStrv) lines = NULL;

  if (fixture->gate != NULL) {
    pass_gate (fixture->gate, topic);
  }
  if (source->text == NULL) {
    return FALSE;
  }

  document->id = g_strdup (source->id);
  document->title = g_strdup (source->title);
  document->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_passage_free);

  lines = g_strsplit (source->text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (lines[i], "|", 4);
    PlumbPassage *passage;

    if (g_strv_length (parts) < 4) {
      continue;
    }

    passage = g_new0 (PlumbPassage, 1);
    passage->level = atoi (parts[0]);
    passage->anchor = dup_part (parts[1]);
    passage->heading = dup_part (parts[2]);
    passage->text = g_strdup (parts[3]);
    g_ptr_array_add (document->passages, passage);
  }

  return TRUE;
}

/* TOPICS must outlive the feed. */
PlumbSearchFeed *
fixture_feed_new (const char *name,
                  const char *hash,
                  const FixtureTopic *topics,
                  guint n_topics,
                  FixtureGate *gate)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->topics = topics;
  fixture->gate = gate;
  if (gate != NULL) {
    g_atomic_ref_count_inc (&gate->ref_count);
  }

  return plumb_search_feed_new (name,
                                hash,
                                n_topics,
                                load_cb,
                                fixture,
                                (GDestroyNotify) fixture_free);
}
