/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-blocks.h"

#include "plumb-library-enums.h"

PLUMB_DEFINE_RECORD (PlumbParagraph,
                     plumb_paragraph,
                     PLUMB_TYPE_BLOCK,
                     PLUMB_MARKUP (PlumbParagraph,
                                   text,
                                   PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (PlumbHeading,
                     plumb_heading,
                     PLUMB_TYPE_BLOCK,
                     PLUMB_PLAIN (PlumbHeading,
                                  text,
                                  PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (PlumbList,
                     plumb_list,
                     PLUMB_TYPE_BLOCK,
                     PLUMB_MARKUPS (PlumbList,
                                    items,
                                    PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_BOOLEAN (PlumbList, ordered, PLUMB_FIELD_OPTIONAL))

PLUMB_DEFINE_RECORD (
    PlumbDefinition,
    plumb_definition,
    PLUMB_TYPE_BLOCK,
    PLUMB_PLAIN (PlumbDefinition, name, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbDefinition, text, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_ID (PlumbDefinition, term, PLUMB_FIELD_OPTIONAL, PLUMB_REF_TERM))

PLUMB_DEFINE_RECORD (PlumbQuote,
                     plumb_quote,
                     PLUMB_TYPE_BLOCK,
                     PLUMB_MARKUP (PlumbQuote,
                                   text,
                                   PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_PLAIN (PlumbQuote, by, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_ID (PlumbQuote, person, PLUMB_FIELD_OPTIONAL, PLUMB_REF_PERSON),
                     PLUMB_ID (PlumbQuote, source, PLUMB_FIELD_OPTIONAL, PLUMB_REF_SOURCE))

PLUMB_DEFINE_RECORD (
    PlumbExample,
    plumb_example,
    PLUMB_TYPE_BLOCK,
    PLUMB_PLAIN (PlumbExample, title, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbExample, asked, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbExample, got, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbExample, wanted, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbExample, moral, PLUMB_FIELD_TRANSLATABLE),
    PLUMB_ENUM (PlumbExample, evidence, PLUMB_FIELD_REQUIRED, plumb_evidence_get_type))

PLUMB_DEFINE_RECORD (
    PlumbApproach,
    plumb_approach,
    PLUMB_TYPE_BLOCK,
    PLUMB_PLAIN (PlumbApproach, name, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbApproach, how, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbApproach, who, PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbApproach, gains, PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUPS (PlumbApproach, limits, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (
    PlumbLayer,
    plumb_layer,
    PLUMB_TYPE_BLOCK,
    PLUMB_PLAIN (PlumbLayer, name, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbLayer, question, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbLayer, why_hard, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (
    PlumbFlow,
    plumb_flow,
    PLUMB_TYPE_BLOCK,
    PLUMB_PLAIN (PlumbFlow, title, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_RECORDS (PlumbFlow, steps, PLUMB_FIELD_REQUIRED, plumb_flow_step_get_type))

PLUMB_DEFINE_RECORD (PlumbFlowStep,
                     plumb_flow_step,
                     PLUMB_TYPE_RECORD,
                     PLUMB_PLAIN (PlumbFlowStep,
                                  name,
                                  PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_PLAINS (PlumbFlowStep, alternatives, PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_MARKUP (PlumbFlowStep, note, PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (
    PlumbFormula,
    plumb_formula,
    PLUMB_TYPE_BLOCK,
    PLUMB_MARKUP (PlumbFormula, text, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_PLAIN (PlumbFormula, spoken, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbFormula, note, PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (
    PlumbTable,
    plumb_table,
    PLUMB_TYPE_BLOCK,
    PLUMB_PLAIN (PlumbTable, caption, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_PLAINS (PlumbTable, columns, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_RECORDS (PlumbTable, rows, PLUMB_FIELD_REQUIRED, plumb_table_row_get_type),
    PLUMB_ID (PlumbTable, source, PLUMB_FIELD_OPTIONAL, PLUMB_REF_SOURCE),
    PLUMB_PLAIN (PlumbTable, locator, PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (PlumbTableRow,
                     plumb_table_row,
                     PLUMB_TYPE_RECORD,
                     PLUMB_MARKUPS (PlumbTableRow,
                                    cells,
                                    PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE |
                                        PLUMB_FIELD_BLANKS))

PLUMB_DEFINE_RECORD (
    PlumbChart,
    plumb_chart,
    PLUMB_TYPE_BLOCK,
    PLUMB_PLAIN (PlumbChart, title, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_ENUM (PlumbChart, kind, PLUMB_FIELD_REQUIRED, plumb_chart_kind_get_type),
    PLUMB_PLAIN (PlumbChart, x_label, PLUMB_FIELD_TRANSLATABLE),
    PLUMB_PLAIN (PlumbChart, y_label, PLUMB_FIELD_TRANSLATABLE),
    PLUMB_PLAINS (PlumbChart, categories, PLUMB_FIELD_TRANSLATABLE),
    PLUMB_RECORDS (PlumbChart, series, PLUMB_FIELD_REQUIRED, plumb_series_get_type),
    PLUMB_MARKUP (PlumbChart, summary, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_ID (PlumbChart, source, PLUMB_FIELD_OPTIONAL, PLUMB_REF_SOURCE),
    PLUMB_PLAIN (PlumbChart, locator, PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (PlumbSeries,
                     plumb_series,
                     PLUMB_TYPE_RECORD,
                     PLUMB_PLAIN (PlumbSeries,
                                  name,
                                  PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_NUMBERS (PlumbSeries, x, PLUMB_FIELD_OPTIONAL),
                     PLUMB_NUMBERS (PlumbSeries, y, PLUMB_FIELD_REQUIRED))

PLUMB_DEFINE_RECORD (PlumbCallout,
                     plumb_callout,
                     PLUMB_TYPE_BLOCK,
                     PLUMB_ENUM (PlumbCallout, tone, PLUMB_FIELD_REQUIRED, plumb_tone_get_type),
                     PLUMB_PLAIN (PlumbCallout, title, PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_MARKUP (PlumbCallout,
                                   text,
                                   PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE))

static const struct {
  const char *name;
  GType (*type) (void);
} types[] = {
  { "paragraph", plumb_paragraph_get_type }, { "heading", plumb_heading_get_type },
  { "list", plumb_list_get_type },           { "definition", plumb_definition_get_type },
  { "quote", plumb_quote_get_type },         { "example", plumb_example_get_type },
  { "approach", plumb_approach_get_type },   { "layer", plumb_layer_get_type },
  { "flow", plumb_flow_get_type },           { "formula", plumb_formula_get_type },
  { "table", plumb_table_get_type },         { "chart", plumb_chart_get_type },
  { "callout", plumb_callout_get_type },
};

/**
 * plumb_block_type_for_name:
 * @name: a word such as `paragraph`
 *
 * Returns: the type of block that the format calls @name, or %G_TYPE_INVALID where it has none
 */
GType
plumb_block_type_for_name (const char *name)
{
  g_return_val_if_fail (name != NULL, G_TYPE_INVALID);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    if (g_str_equal (types[i].name, name)) {
      return types[i].type ();
    }
  }

  return G_TYPE_INVALID;
}

/**
 * plumb_block_get_type_name:
 * @self: a block
 *
 * Returns: what the format calls its type, such as `paragraph`
 */
const char *
plumb_block_get_type_name (PlumbBlock *self)
{
  g_return_val_if_fail (PLUMB_IS_BLOCK (self), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    if (G_OBJECT_TYPE (self) == types[i].type ()) {
      return types[i].name;
    }
  }

  g_return_val_if_reached (NULL);
}

/**
 * plumb_block_get_type_names:
 *
 * Returns: (array zero-terminated=1): all that the format calls a type of block
 */
const char *const *
plumb_block_get_type_names (void)
{
  static const char *const names[] = {
    "paragraph", "heading", "list",    "definition", "quote", "example", "approach",
    "layer",     "flow",    "formula", "table",      "chart", "callout", NULL,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (types) + 1);

  return names;
}
