/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-record.h"
#include "plumb-block.h"

G_BEGIN_DECLS

/**
 * PlumbEvidence:
 * @PLUMB_EVIDENCE_DOCUMENTED: it happened
 * @PLUMB_EVIDENCE_THOUGHT_EXPERIMENT: it was imagined
 *
 * What a worked example rests on.
 */
typedef enum {
  PLUMB_EVIDENCE_DOCUMENTED,
  PLUMB_EVIDENCE_THOUGHT_EXPERIMENT,
} PlumbEvidence;

/**
 * PlumbChartKind:
 * @PLUMB_CHART_KIND_LINE: as lines through points
 * @PLUMB_CHART_KIND_BAR: as bars in categories
 *
 * How a chart is drawn.
 */
typedef enum {
  PLUMB_CHART_KIND_LINE,
  PLUMB_CHART_KIND_BAR,
} PlumbChartKind;

/**
 * PlumbTone:
 * @PLUMB_TONE_NOTE: something to know
 * @PLUMB_TONE_CAUTION: something to beware of
 * @PLUMB_TONE_QUESTION: something nobody knows yet
 *
 * What a callout is for.
 */
typedef enum {
  PLUMB_TONE_NOTE,
  PLUMB_TONE_CAUTION,
  PLUMB_TONE_QUESTION,
} PlumbTone;

#define PLUMB_TYPE_PARAGRAPH (plumb_paragraph_get_type ())

G_DECLARE_FINAL_TYPE (PlumbParagraph, plumb_paragraph, PLUMB, PARAGRAPH, PlumbBlock)

/**
 * PlumbParagraph:
 * @text: the text
 *
 * A paragraph of text.
 */
struct _PlumbParagraph {
  PlumbBlock parent_instance;

  char *text;
};

#define PLUMB_TYPE_HEADING (plumb_heading_get_type ())

G_DECLARE_FINAL_TYPE (PlumbHeading, plumb_heading, PLUMB, HEADING, PlumbBlock)

/**
 * PlumbHeading:
 * @text: the heading
 *
 * A heading within a level.
 */
struct _PlumbHeading {
  PlumbBlock parent_instance;

  char *text;
};

#define PLUMB_TYPE_LIST (plumb_list_get_type ())

G_DECLARE_FINAL_TYPE (PlumbList, plumb_list, PLUMB, LIST, PlumbBlock)

/**
 * PlumbList:
 * @items: the items
 * @ordered: whether they are numbered
 *
 * A list.
 */
struct _PlumbList {
  PlumbBlock parent_instance;

  GStrv items;
  gboolean ordered;
};

#define PLUMB_TYPE_DEFINITION (plumb_definition_get_type ())

G_DECLARE_FINAL_TYPE (PlumbDefinition, plumb_definition, PLUMB, DEFINITION, PlumbBlock)

/**
 * PlumbDefinition:
 * @name: what is defined
 * @text: the definition
 * @term: (nullable): the glossary’s term
 *
 * A definition, set apart.
 */
struct _PlumbDefinition {
  PlumbBlock parent_instance;

  char *name;
  char *text;
  char *term;
};

#define PLUMB_TYPE_QUOTE (plumb_quote_get_type ())

G_DECLARE_FINAL_TYPE (PlumbQuote, plumb_quote, PLUMB, QUOTE, PlumbBlock)

/**
 * PlumbQuote:
 * @text: the words
 * @by: whose
 * @person: (nullable): whose, where they have an entry
 * @source: (nullable): from where
 *
 * A quotation.
 */
struct _PlumbQuote {
  PlumbBlock parent_instance;

  char *text;
  char *by;
  char *person;
  char *source;
};

#define PLUMB_TYPE_EXAMPLE (plumb_example_get_type ())

G_DECLARE_FINAL_TYPE (PlumbExample, plumb_example, PLUMB, EXAMPLE, PlumbBlock)

/**
 * PlumbExample:
 * @title: what it is called
 * @asked: what was asked
 * @got: what came
 * @wanted: what was wanted
 * @moral: (nullable): what it shows
 * @evidence: what it rests on
 *
 * A worked example.
 */
struct _PlumbExample {
  PlumbBlock parent_instance;

  char *title;
  char *asked;
  char *got;
  char *wanted;
  char *moral;
  PlumbEvidence evidence;
};

#define PLUMB_TYPE_APPROACH (plumb_approach_get_type ())

G_DECLARE_FINAL_TYPE (PlumbApproach, plumb_approach, PLUMB, APPROACH, PlumbBlock)

/**
 * PlumbApproach:
 * @name: what it is called
 * @how: how it works
 * @who: (nullable): who works on it
 * @gains: (nullable): what it gains
 * @limits: where it ends
 *
 * An approach, with its limits.
 */
struct _PlumbApproach {
  PlumbBlock parent_instance;

  char *name;
  char *how;
  char *who;
  char *gains;
  GStrv limits;
};

#define PLUMB_TYPE_LAYER (plumb_layer_get_type ())

G_DECLARE_FINAL_TYPE (PlumbLayer, plumb_layer, PLUMB, LAYER, PlumbBlock)

/**
 * PlumbLayer:
 * @name: what it is called
 * @question: what it asks
 * @why_hard: why that is hard
 *
 * One layer of a problem.
 */
struct _PlumbLayer {
  PlumbBlock parent_instance;

  char *name;
  char *question;
  char *why_hard;
};

#define PLUMB_TYPE_FLOW (plumb_flow_get_type ())

G_DECLARE_FINAL_TYPE (PlumbFlow, plumb_flow, PLUMB, FLOW, PlumbBlock)

/**
 * PlumbFlow:
 * @title: what it is called
 * @steps: (element-type PlumbFlowStep): the steps
 *
 * Steps that follow each other, with alternatives.
 */
struct _PlumbFlow {
  PlumbBlock parent_instance;

  char *title;
  GListModel *steps;
};

#define PLUMB_TYPE_FLOW_STEP (plumb_flow_step_get_type ())

G_DECLARE_FINAL_TYPE (PlumbFlowStep, plumb_flow_step, PLUMB, FLOW_STEP, PlumbRecord)

/**
 * PlumbFlowStep:
 * @name: the step
 * @alternatives: (nullable): what may stand in its place
 * @note: (nullable): what happens in it
 *
 * A step of a flow.
 */
struct _PlumbFlowStep {
  PlumbRecord parent_instance;

  char *name;
  GStrv alternatives;
  char *note;
};

#define PLUMB_TYPE_FORMULA (plumb_formula_get_type ())

G_DECLARE_FINAL_TYPE (PlumbFormula, plumb_formula, PLUMB, FORMULA, PlumbBlock)

/**
 * PlumbFormula:
 * @text: the formula
 * @spoken: as it is read aloud
 * @note: (nullable): what the letters stand for
 *
 * A formula on one line.
 */
struct _PlumbFormula {
  PlumbBlock parent_instance;

  char *text;
  char *spoken;
  char *note;
};

#define PLUMB_TYPE_TABLE (plumb_table_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTable, plumb_table, PLUMB, TABLE, PlumbBlock)

/**
 * PlumbTable:
 * @caption: what it shows
 * @columns: the heads of its columns
 * @rows: (element-type PlumbTableRow): its rows
 * @source: (nullable): from where
 * @locator: (nullable): where in the source
 *
 * A table.
 */
struct _PlumbTable {
  PlumbBlock parent_instance;

  char *caption;
  GStrv columns;
  GListModel *rows;
  char *source;
  char *locator;
};

#define PLUMB_TYPE_TABLE_ROW (plumb_table_row_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTableRow, plumb_table_row, PLUMB, TABLE_ROW, PlumbRecord)

/**
 * PlumbTableRow:
 * @cells: one for each column
 *
 * A row of a table.
 */
struct _PlumbTableRow {
  PlumbRecord parent_instance;

  GStrv cells;
};

#define PLUMB_TYPE_CHART (plumb_chart_get_type ())

G_DECLARE_FINAL_TYPE (PlumbChart, plumb_chart, PLUMB, CHART, PlumbBlock)

/**
 * PlumbChart:
 * @title: what it shows
 * @kind: how it is drawn
 * @x_label: (nullable): what runs across
 * @y_label: (nullable): what runs up
 * @categories: (nullable): the names of the bars
 * @series: (element-type PlumbSeries): the series
 * @summary: what it shows, in words
 * @source: (nullable): from where
 * @locator: (nullable): where in the source
 *
 * A chart.
 */
struct _PlumbChart {
  PlumbBlock parent_instance;

  char *title;
  PlumbChartKind kind;
  char *x_label;
  char *y_label;
  GStrv categories;
  GListModel *series;
  char *summary;
  char *source;
  char *locator;
};

#define PLUMB_TYPE_SERIES (plumb_series_get_type ())

G_DECLARE_FINAL_TYPE (PlumbSeries, plumb_series, PLUMB, SERIES, PlumbRecord)

/**
 * PlumbSeries:
 * @name: what it is
 * @x: (nullable): places across
 * @y: heights
 *
 * A series of a chart.
 */
struct _PlumbSeries {
  PlumbRecord parent_instance;

  char *name;
  GArray *x;
  GArray *y;
};

#define PLUMB_TYPE_CALLOUT (plumb_callout_get_type ())

G_DECLARE_FINAL_TYPE (PlumbCallout, plumb_callout, PLUMB, CALLOUT, PlumbBlock)

/**
 * PlumbCallout:
 * @tone: what it is for
 * @title: (nullable): its title
 * @text: the text
 *
 * Something said aside.
 */
struct _PlumbCallout {
  PlumbBlock parent_instance;

  PlumbTone tone;
  char *title;
  char *text;
};

GType plumb_block_type_for_name (const char *name);
const char *plumb_block_get_type_name (PlumbBlock *self);
const char *const *plumb_block_get_type_names (void);

G_END_DECLS
