/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-answers.h"
#include "plumb-crux-set.h"

G_BEGIN_DECLS

/* A file of answers is small: those to a thousand cruxes take 80 kB. */
#define PLUMB_ANSWERS_MAX_SIZE (1024 * 1024)

/**
 * PlumbAnswersError:
 * @PLUMB_ANSWERS_ERROR_MISSING: there is no such file
 * @PLUMB_ANSWERS_ERROR_UNREADABLE: the file is there and cannot be read
 * @PLUMB_ANSWERS_ERROR_TOO_LARGE: the file is larger than any file of answers
 * @PLUMB_ANSWERS_ERROR_DAMAGED: the file is no JSON, or what it holds is not as it should be
 * @PLUMB_ANSWERS_ERROR_FOREIGN: the file is in order, but is no file of answers
 * @PLUMB_ANSWERS_ERROR_NEWER: the file is of a later format than this program knows
 * @PLUMB_ANSWERS_ERROR_OTHER_LIBRARY: the answers are about another library
 * @PLUMB_ANSWERS_ERROR_EMPTY: there is no answer in the file
 *
 * What can be wrong with a file of answers.
 */
typedef enum {
  PLUMB_ANSWERS_ERROR_MISSING,
  PLUMB_ANSWERS_ERROR_UNREADABLE,
  PLUMB_ANSWERS_ERROR_TOO_LARGE,
  PLUMB_ANSWERS_ERROR_DAMAGED,
  PLUMB_ANSWERS_ERROR_FOREIGN,
  PLUMB_ANSWERS_ERROR_NEWER,
  PLUMB_ANSWERS_ERROR_OTHER_LIBRARY,
  PLUMB_ANSWERS_ERROR_EMPTY,
} PlumbAnswersError;

#define PLUMB_ANSWERS_ERROR (plumb_answers_error_quark ())
GQuark plumb_answers_error_quark (void);

char *plumb_answers_to_json (PlumbAnswers *self,
                             const char *library,
                             const char *version,
                             const char *date);
char *plumb_answers_to_csv (PlumbAnswers *self, PlumbCruxSet *set);

PlumbAnswers *plumb_answers_parse (GBytes *bytes,
                                   const char *name,
                                   const char *library,
                                   char **version,
                                   char **date,
                                   GError **error);
PlumbAnswers *
plumb_answers_load (GFile *file, const char *library, GCancellable *cancellable, GError **error);
void plumb_answers_load_async (GFile *file,
                               const char *library,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
PlumbAnswers *plumb_answers_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
