/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be seen of a library's files without reading them: which topics there are, and whether they changed. */

#include "config.h"

#include "plumb-catalogue-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plumb-reader.h"
#include "plumb-report-private.h"
#include "plumb-syntax.h"

#define TIME_ATTRIBUTES G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC
#define SIZE_ATTRIBUTES TIME_ATTRIBUTES "," G_FILE_ATTRIBUTE_STANDARD_SIZE
#define NAME_ATTRIBUTES SIZE_ATTRIBUTES "," G_FILE_ATTRIBUTE_STANDARD_NAME

/* Up to here all topics are looked at whenever a library is opened: that takes a millisecond. */
#define MAX_FILES_TO_LOOK_AT 500

static guint64
get_time (GFileInfo *info)
{
  return g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC +
         g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
}

/* Editors leave files of their own beside those that they edit. */
static gboolean
is_topic_name (const char *name)
{
  return name[0] != '.' && name[0] != '#' && g_str_has_suffix (name, ".json");
}

/* Takes a stamp of the two things that change when topics come and go. */
static gboolean
stamp_folder (GFile *folder, PlumbCatalogueStamp *stamp)
{
  g_autoptr (GFile) library = g_file_get_child (folder, "library.json");
  g_autoptr (GFile) topics = g_file_get_child (folder, "topics");
  g_autoptr (GFileInfo) library_info = NULL;
  g_autoptr (GFileInfo) topics_info = NULL;

  *stamp = (PlumbCatalogueStamp) { 0 };
  library_info = g_file_query_info (library, SIZE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  topics_info = g_file_query_info (topics, TIME_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (library_info == NULL) {
    return FALSE;
  }

  stamp->library_time = get_time (library_info);
  stamp->library_size = (guint64) g_file_info_get_size (library_info);
  stamp->topics_time = topics_info != NULL ? get_time (topics_info) : 0;

  return TRUE;
}

static gboolean
stamp_topics (GFile *folder, PlumbCatalogueStamp *stamp)
{
  g_autoptr (GFile) topics = g_file_get_child (folder, "topics");
  g_autoptr (GFileEnumerator) enumerator =
      g_file_enumerate_children (topics, NAME_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info = NULL;

  if (enumerator == NULL) {
    return TRUE;
  }

  while (g_file_enumerator_iterate (enumerator, &info, NULL, NULL, NULL) && info != NULL) {
    if (is_topic_name (g_file_info_get_name (info))) {
      stamp->latest_time = MAX (stamp->latest_time, get_time (info));
      stamp->total_size += (guint64) g_file_info_get_size (info);
      stamp->n_files++;
    }
  }

  return info == NULL;
}

/**
 * plumb_catalogue_take_stamp:
 * @folder: the folder of a library
 * @stamp: (out caller-allocates): what its files look like
 *
 * Takes a stamp, for an index that is about to be made.
 *
 * Returns: whether there is a library
 */
gboolean
plumb_catalogue_take_stamp (GFile *folder, PlumbCatalogueStamp *stamp)
{
  return stamp_folder (folder, stamp) && stamp_topics (folder, stamp);
}

/**
 * plumb_catalogue_is_fresh:
 * @self: a catalogue
 * @folder: the folder of its library
 * @thorough: whether to look at each topic of a large library too
 *
 * Looks whether the library has changed since its index was made. A topic that is added or removed is always seen. One
 * that is changed in place is seen where there are few, or where @thorough is asked for, which takes some ten
 * milliseconds for 10,000 topics.
 *
 * Returns: whether the index can be used
 */
gboolean
plumb_catalogue_is_fresh (PlumbCatalogue *self, GFile *folder, gboolean thorough)
{
  PlumbCatalogueStamp was;
  PlumbCatalogueStamp is;

  plumb_catalogue_get_stamp (self, &was);
  if (!stamp_folder (folder, &is) || is.library_time != was.library_time ||
      is.library_size != was.library_size || is.topics_time != was.topics_time) {
    return FALSE;
  }
  if (!thorough && was.n_files > MAX_FILES_TO_LOOK_AT) {
    return TRUE;
  }

  return stamp_topics (folder, &is) && is.latest_time == was.latest_time &&
         is.total_size == was.total_size && is.n_files == was.n_files;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
report_topics (GListStore *problems, const char *file, PlumbLibraryError code, const char *message)
{
  g_auto (PlumbReport) report = { 0 };

  plumb_report_init (&report, file, problems);
  plumb_report_add (&report, PLUMB_SEVERITY_ERROR, code, NULL, "%s", message);
}

/**
 * plumb_catalogue_list_topics:
 * @folder: the folder of a library
 * @problems: a list of #PlumbProblem to add to
 *
 * Lists the topics that there are files of, sorted, and no more than the cap.
 *
 * Returns: (transfer full) (element-type utf8): their ids
 */
GPtrArray *
plumb_catalogue_list_topics (GFile *folder, GListStore *problems)
{
  g_autoptr (GFile) topics = g_file_get_child (folder, "topics");
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFileEnumerator) enumerator = NULL;
  g_autoptr (GError) error = NULL;
  GFileInfo *info = NULL;

  enumerator = g_file_enumerate_children (topics,
                                          G_FILE_ATTRIBUTE_STANDARD_NAME,
                                          G_FILE_QUERY_INFO_NONE,
                                          NULL,
                                          &error);
  while (enumerator != NULL && g_file_enumerator_iterate (enumerator, &info, NULL, NULL, &error) &&
         info != NULL) {
    const char *name = g_file_info_get_name (info);
    g_autofree char *id = NULL;

    if (!is_topic_name (name)) {
      continue;
    }

    id = g_strndup (name, strlen (name) - strlen (".json"));
    if (plumb_syntax_is_id (id)) {
      g_ptr_array_add (ids, g_steal_pointer (&id));
    } else {
      g_autofree char *shown = plumb_syntax_quote (name, -1);
      g_autofree char *file = g_strconcat ("topics/", shown, NULL);

      report_topics (problems,
                     file,
                     PLUMB_LIBRARY_ERROR_VALUE,
                     _ ("The file is not named after an id: lower-case letters and digits in words "
                        "joined by single hyphens."));
    }
  }

  if (error != NULL) {
    gboolean missing = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

    report_topics (problems,
                   "topics",
                   missing ? PLUMB_LIBRARY_ERROR_MISSING : PLUMB_LIBRARY_ERROR_UNREADABLE,
                   missing ? _ ("The library has no folder of topics.") : error->message);
  }

  g_ptr_array_sort (ids, compare_names);
  if (ids->len > PLUMB_MAX_TOPICS) {
    report_topics (problems,
                   "topics",
                   PLUMB_LIBRARY_ERROR_TOO_LARGE,
                   _ ("There are more than 20,000 topics. The rest are left out."));
    g_ptr_array_set_size (ids, PLUMB_MAX_TOPICS);
  }

  return g_steal_pointer (&ids);
}
