/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-checker.h"
#include "plumb-library-file.h"
#include "plumb-problem.h"
#include "plumb-reference.h"
#include "plumb-topic.h"
#include "plumb-visible-private.h"

G_BEGIN_DECLS

/* A file of the library that could be read. */
typedef struct {
  char *name;
  PlumbRecord *record;
} PlumbCheckedFile;

/* A text of the library, plain or in markup, and where it stands. */
typedef struct {
  const char *file;
  const char *lang;
  const char *path;
  PlumbRecord *record;
  const PlumbField *field;
  const PlumbVisible *visible;
} PlumbCheckedText;

/* A library that is being checked. */
typedef struct _PlumbChecker {
  GFile *folder;
  GListStore *problems;
  /* Each is NULL where there is no such file, or where it could not be read. */
  PlumbLibraryFile *library;
  PlumbSourceFile *sources;
  PlumbPersonFile *people;
  PlumbTermFile *terms;
  /* Of PlumbCheckedFile: all that could be read; and of those, the topics. */
  GPtrArray *files;
  GPtrArray *topics;
  /* For each PlumbRef that is the library's and not a topic's: id to the record that declares it. */
  GHashTable *ids[PLUMB_REF_CRUX + 1];
  /* The sources that have a locator. Their ids belong to them. */
  GHashTable *located;
  /* Names that are spelled as their owners spell them: of people, organisations and works. They belong to their records. */
  GPtrArray *names;
  /* What could not be read, and so may declare anything. */
  gboolean unread[PLUMB_REF_CRUX + 1];
} PlumbChecker;

/* A rule of the format. It may look at the library as a whole, at each topic, at each record or at each text there is. */
typedef struct {
  /* For libraries that promise everything. */
  gboolean full_only;
  void (*check_library) (PlumbChecker *checker);
  void (*check_topic) (PlumbChecker *checker, const char *file, PlumbTopic *topic);
  void (*check_record) (PlumbChecker *checker,
                        const char *file,
                        PlumbRecord *record,
                        const char *path);
  void (*check_text) (PlumbChecker *checker, const PlumbCheckedText *text);
} PlumbCheckerRule;

/* Rules that every library keeps, and those of the profile “full”. What breaks them is mostly an error. */
extern const PlumbCheckerRule plumb_checker_id_rules[];
extern const PlumbCheckerRule plumb_checker_record_rules[];
extern const PlumbCheckerRule plumb_checker_full_rules[];
/* Rules of good writing. What breaks them is a warning, in every library. */
extern const PlumbCheckerRule plumb_checker_use_rules[];
extern const PlumbCheckerRule plumb_checker_term_rules[];
extern const PlumbCheckerRule plumb_checker_text_rules[];
extern const PlumbCheckerRule plumb_checker_typography_rules[];
extern const PlumbCheckerRule plumb_checker_spelling_rules[];

void plumb_checker_add (PlumbChecker *checker,
                        PlumbSeverity severity,
                        PlumbLibraryError code,
                        const char *file,
                        const char *path,
                        const char *format,
                        ...) G_GNUC_PRINTF (6, 7);
guint plumb_checker_n_items (GListModel *list);
guint plumb_checker_n_texts (GStrv texts);
PlumbRef plumb_checker_get_kind (PlumbRecord *record);
const char *plumb_checker_get_id (PlumbRecord *record);
const char *plumb_checker_get_lang (PlumbChecker *checker, PlumbRecord *file);
gboolean plumb_checker_is_british (const char *lang);

G_END_DECLS
