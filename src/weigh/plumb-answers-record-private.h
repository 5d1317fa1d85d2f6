/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-record.h>

G_BEGIN_DECLS

/* What a file of answers says that it is. */
#define PLUMB_ANSWERS_KIND "plumb-answers"
#define PLUMB_ANSWERS_FORMAT 1

#define PLUMB_TYPE_ANSWER_RECORD (plumb_answer_record_get_type ())

G_DECLARE_FINAL_TYPE (PlumbAnswerRecord, plumb_answer_record, PLUMB, ANSWER_RECORD, PlumbRecord)

/* One answer in a file. */
struct _PlumbAnswerRecord {
  PlumbRecord parent_instance;

  char *crux;
  int likelihood;
  int weight;
};

#define PLUMB_TYPE_ANSWERS_RECORD (plumb_answers_record_get_type ())

G_DECLARE_FINAL_TYPE (PlumbAnswersRecord, plumb_answers_record, PLUMB, ANSWERS_RECORD, PlumbRecord)

/* A file of answers. It has no key for a name, and one that is there all the same is refused. */
struct _PlumbAnswersRecord {
  PlumbRecord parent_instance;

  int format;
  char *kind;
  char *library;
  char *version;
  char *date;
  GListModel *answers;
};

G_END_DECLS
