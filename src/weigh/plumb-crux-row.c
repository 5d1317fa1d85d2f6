/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-crux-row.h"

#include <plumb-markup.h>
#include <string.h>

/* How far apart two positions are where one rates what the other rejects: half of the widest gap, since rejecting a
 * question is neither to agree nor to disagree with any answer to it. */
#define REJECTING_GAP 2.0

/**
 * PlumbCruxRow:
 *
 * One row of the crux matrix: a crux, how each position rates it, and how much they differ.
 */
struct _PlumbCruxRow {
  GObject parent_instance;

  PlumbCruxSet *set;
  guint number;
  char *statement;
  char *key;
  double spread;
};

G_DEFINE_FINAL_TYPE (PlumbCruxRow, plumb_crux_row, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_NUMBER,
  PROP_TOPIC,
  PROP_STATEMENT,
  PROP_SPREAD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
plumb_crux_row_finalize (GObject *object)
{
  PlumbCruxRow *self = PLUMB_CRUX_ROW (object);

  g_clear_object (&self->set);
  g_free (self->statement);
  g_free (self->key);

  G_OBJECT_CLASS (plumb_crux_row_parent_class)->finalize (object);
}

static void
plumb_crux_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlumbCruxRow *self = PLUMB_CRUX_ROW (object);

  switch (property_id) {
  case PROP_NUMBER:
    g_value_set_uint (value, self->number);
    break;
  case PROP_TOPIC:
    g_value_set_string (value, plumb_crux_row_get_topic (self));
    break;
  case PROP_STATEMENT:
    g_value_set_string (value, self->statement);
    break;
  case PROP_SPREAD:
    g_value_set_double (value, self->spread);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
plumb_crux_row_class_init (PlumbCruxRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = plumb_crux_row_finalize;
  object_class->get_property = plumb_crux_row_get_property;

  /**
   * PlumbCruxRow:number:
   *
   * The number of the crux in its set.
   */
  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * PlumbCruxRow:topic:
   *
   * The id of the topic whose crux it is, or %NULL where it is the library’s.
   */
  properties[PROP_TOPIC] = g_param_spec_string ("topic", NULL, NULL, NULL, flags);

  /**
   * PlumbCruxRow:statement:
   *
   * The statement, as plain text.
   */
  properties[PROP_STATEMENT] = g_param_spec_string ("statement", NULL, NULL, NULL, flags);

  /**
   * PlumbCruxRow:spread:
   *
   * How much the positions differ; see plumb_crux_row_get_spread().
   */
  properties[PROP_SPREAD] = g_param_spec_double ("spread", NULL, NULL, 0, 4, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_crux_row_init (PlumbCruxRow *self)
{
}

/* Whether both say something, and how far apart they are. */
static gboolean
find_gap (PlumbCruxRow *self, guint position, guint other, double *gap)
{
  int value, other_value;
  PlumbStanding standing = plumb_crux_row_get_standing (self, position, &value);
  PlumbStanding other_standing = plumb_crux_row_get_standing (self, other, &other_value);

  if (standing == PLUMB_STANDING_SILENT || other_standing == PLUMB_STANDING_SILENT) {
    return FALSE;
  }
  *gap = standing == other_standing ? ABS (value - other_value) : REJECTING_GAP;

  return TRUE;
}

static double
find_spread (PlumbCruxRow *self)
{
  guint n_positions = plumb_crux_set_get_n_positions (self->set);
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < n_positions; i++) {
    for (guint j = i + 1; j < n_positions; j++) {
      double gap;

      if (find_gap (self, i, j, &gap)) {
        sum += gap;
        n++;
      }
    }
  }

  return n > 0 ? sum / n : 0;
}

/**
 * plumb_crux_row_new:
 * @set: a set of cruxes
 * @number: the number of one
 *
 * Returns: (transfer full): a row for it
 */
PlumbCruxRow *
plumb_crux_row_new (PlumbCruxSet *set, guint number)
{
  PlumbCruxRow *self;

  g_return_val_if_fail (PLUMB_IS_CRUX_SET (set), NULL);
  g_return_val_if_fail (number < plumb_crux_set_get_n_cruxes (set), NULL);

  self = g_object_new (PLUMB_TYPE_CRUX_ROW, NULL);
  self->set = g_object_ref (set);
  self->number = number;
  self->statement = plumb_markup_to_plain (plumb_crux_row_get_crux (self)->statement);
  self->key = g_utf8_collate_key (self->statement, -1);
  self->spread = find_spread (self);

  return self;
}

/**
 * plumb_crux_row_get_set:
 * @self: a row
 *
 * Returns: (transfer none): the set that its crux is in
 */
PlumbCruxSet *
plumb_crux_row_get_set (PlumbCruxRow *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_ROW (self), NULL);

  return self->set;
}

/**
 * plumb_crux_row_get_number:
 * @self: a row
 *
 * Returns: the number of its crux in the set
 */
guint
plumb_crux_row_get_number (PlumbCruxRow *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_ROW (self), 0);

  return self->number;
}

/**
 * plumb_crux_row_get_crux:
 * @self: a row
 *
 * Returns: (transfer none): its crux
 */
PlumbCrux *
plumb_crux_row_get_crux (PlumbCruxRow *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_ROW (self), NULL);

  return plumb_crux_set_get_crux (self->set, self->number);
}

/**
 * plumb_crux_row_get_topic:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the id of the topic whose crux it is, or %NULL where it is the library’s
 */
const char *
plumb_crux_row_get_topic (PlumbCruxRow *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_ROW (self), NULL);

  return plumb_crux_set_get_topic (self->set, self->number);
}

/**
 * plumb_crux_row_get_statement:
 * @self: a row
 *
 * Returns: (transfer none): the statement, as plain text
 */
const char *
plumb_crux_row_get_statement (PlumbCruxRow *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_ROW (self), NULL);

  return self->statement;
}

/**
 * plumb_crux_row_get_spread:
 * @self: a row
 *
 * Gets how much the positions differ: the average gap between two of them, over all pairs, in steps of the scale from −2
 * to 2. Where one of a pair rates what the other rejects, the gap is 2, half of the widest; where both reject it, there
 * is none. A position of which nothing is said is left out. Unlike the range, this tells two against two (2.7) from one
 * against three (2).
 *
 * Returns: the average gap, from 0; with four positions, 2.7 at most
 */
double
plumb_crux_row_get_spread (PlumbCruxRow *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_ROW (self), 0);

  return self->spread;
}

/**
 * plumb_crux_row_get_standing:
 * @self: a row
 * @position: the number of a position
 * @value: (out) (optional): its rating, from −2 to 2; 0 where it does not rate it
 *
 * Returns: how the position stands to the crux
 */
PlumbStanding
plumb_crux_row_get_standing (PlumbCruxRow *self, guint position, int *value)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_ROW (self), PLUMB_STANDING_SILENT);

  return plumb_crux_set_get_standing (self->set, self->number, position, value);
}

/**
 * plumb_crux_row_get_agreeing:
 * @self: a row
 * @position: the number of a position
 *
 * Finds which positions hold the same, so that what two hold can be shown as shared, once: those that rate the crux as
 * @position does, or reject it as it does.
 *
 * Returns: a set of positions, bit 0 for the first, with @position among them; empty where nothing is said of it
 */
guint
plumb_crux_row_get_agreeing (PlumbCruxRow *self, guint position)
{
  guint agreeing = 0;

  g_return_val_if_fail (PLUMB_IS_CRUX_ROW (self), 0);
  g_return_val_if_fail (position < plumb_crux_set_get_n_positions (self->set), 0);

  for (guint i = 0; i < MIN (plumb_crux_set_get_n_positions (self->set), 32); i++) {
    PlumbStanding standing = plumb_crux_row_get_standing (self, i, NULL);
    double gap;

    if (find_gap (self, position, i, &gap) && gap == 0 &&
        standing == plumb_crux_row_get_standing (self, position, NULL)) {
      agreeing |= 1u << i;
    }
  }

  return agreeing;
}

/**
 * plumb_crux_row_compare_number:
 * @self: a row
 * @other: another
 *
 * Compares in the order of the set.
 *
 * Returns: less than, equal to or more than 0
 */
int
plumb_crux_row_compare_number (PlumbCruxRow *self, PlumbCruxRow *other)
{
  return self->number < other->number ? -1 : self->number > other->number;
}

/**
 * plumb_crux_row_compare_spread:
 * @self: a row
 * @other: another
 *
 * Compares by how much the positions differ, least first, and then in the order of the set.
 *
 * Returns: less than, equal to or more than 0
 */
int
plumb_crux_row_compare_spread (PlumbCruxRow *self, PlumbCruxRow *other)
{
  if (self->spread != other->spread) {
    return self->spread < other->spread ? -1 : 1;
  }

  return plumb_crux_row_compare_number (self, other);
}

/**
 * plumb_crux_row_compare_statement:
 * @self: a row
 * @other: another
 *
 * Compares by the statements, as the reader’s language sorts, and then in the order of the set.
 *
 * Returns: less than, equal to or more than 0
 */
int
plumb_crux_row_compare_statement (PlumbCruxRow *self, PlumbCruxRow *other)
{
  int order = strcmp (self->key, other->key);

  return order != 0 ? order : plumb_crux_row_compare_number (self, other);
}

/* What is rated by its rating, then what is rejected, then what nothing is said of. */
static int
rank (PlumbCruxRow *self, guint position)
{
  int value;

  switch (plumb_crux_row_get_standing (self, position, &value)) {
  case PLUMB_STANDING_RATES:
    return value;
  case PLUMB_STANDING_REJECTS:
    return 3;
  case PLUMB_STANDING_SILENT:
  default:
    return 4;
  }
}

/**
 * plumb_crux_row_compare_rating:
 * @self: a row
 * @other: another
 * @position: the number of a position
 *
 * Compares by how a position rates the cruxes, from −2 to 2; then come those that it rejects, then those of which
 * nothing is said. Rows that are alike in that are in the order of the set.
 *
 * Returns: less than, equal to or more than 0
 */
int
plumb_crux_row_compare_rating (PlumbCruxRow *self, PlumbCruxRow *other, guint position)
{
  int difference = rank (self, position) - rank (other, position);

  return difference != 0 ? difference : plumb_crux_row_compare_number (self, other);
}

/**
 * plumb_crux_set_dup_rows:
 * @set: a set of cruxes
 *
 * Makes the rows of the crux matrix. The list does not change when cruxes are added to @set.
 *
 * Returns: (transfer full): a list of #PlumbCruxRow, in the order of the set
 */
GListModel *
plumb_crux_set_dup_rows (PlumbCruxSet *set)
{
  g_autoptr (GPtrArray) rows = NULL;
  GListStore *store;

  g_return_val_if_fail (PLUMB_IS_CRUX_SET (set), NULL);

  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < plumb_crux_set_get_n_cruxes (set); i++) {
    g_ptr_array_add (rows, plumb_crux_row_new (set, i));
  }
  store = g_list_store_new (PLUMB_TYPE_CRUX_ROW);
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);

  return G_LIST_MODEL (store);
}
