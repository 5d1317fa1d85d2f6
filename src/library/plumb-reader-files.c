/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Getting at the bytes of a library's files. A library may come from anywhere, so nothing but plain files is read, and
 * of those no more than the cap. */

#include "config.h"

#include "plumb-reader.h"

#include <glib/gi18n-lib.h>

#include "plumb-report-private.h"

static void
report_io_error (PlumbReport *report, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY)) {
    plumb_report_add (report,
                      PLUMB_SEVERITY_ERROR,
                      PLUMB_LIBRARY_ERROR_MISSING,
                      NULL,
                      _ ("There is no such file."));
    return;
  }

  plumb_report_add (report,
                    PLUMB_SEVERITY_ERROR,
                    PLUMB_LIBRARY_ERROR_UNREADABLE,
                    NULL,
                    /* Translators: the text is the system's own reason. */
                    _ ("The file cannot be read: %s"),
                    error->message);
}

static GBytes *
load_capped (GFile *file, gsize size, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *data = NULL;
  gsize n_read;

  if (stream == NULL) {
    return NULL;
  }

  /* One byte more than there should be: a file that grows, or that says nothing of its size, is cut off there. */
  data = g_malloc (size + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, size + 1, &n_read, NULL, error)) {
    return NULL;
  }

  return g_bytes_new_take (g_steal_pointer (&data), n_read);
}

/**
 * plumb_reader_load_file:
 * @folder: the folder of a library
 * @file: a file in it, such as `topics/corrigibility.json`
 * @problems: (nullable): a list of #PlumbProblem to add to
 * @error: return location for a #PlumbLibraryError
 *
 * Loads the bytes of a file: of a plain file, and no more than the cap.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
plumb_reader_load_file (GFile *folder, const char *file, GListStore *problems, GError **error)
{
  g_auto (PlumbReport) report = { 0 };
  g_autoptr (GFile) child = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) io_error = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  plumb_report_init (&report, file, problems);
  child = g_file_resolve_relative_path (folder, file);
  info = g_file_query_info (child,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE,
                            NULL,
                            &io_error);

  if (info == NULL) {
    report_io_error (&report, io_error);
  } else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY) {
    plumb_report_add (&report,
                      PLUMB_SEVERITY_ERROR,
                      PLUMB_LIBRARY_ERROR_UNREADABLE,
                      NULL,
                      _ ("This is a folder, where a file should be."));
  } else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR) {
    plumb_report_add (&report,
                      PLUMB_SEVERITY_ERROR,
                      PLUMB_LIBRARY_ERROR_UNREADABLE,
                      NULL,
                      _ ("This is not a plain file."));
  } else if (g_file_info_get_size (info) > PLUMB_MAX_FILE_SIZE) {
    plumb_report_add (&report,
                      PLUMB_SEVERITY_ERROR,
                      PLUMB_LIBRARY_ERROR_TOO_LARGE,
                      NULL,
                      _ ("The file is larger than 8 MB, and a library’s files are not."));
  } else {
    bytes = load_capped (child, (gsize) g_file_info_get_size (info), &io_error);
    if (bytes == NULL) {
      report_io_error (&report, io_error);
    }
  }

  if (!plumb_report_finish (&report, error)) {
    return NULL;
  }

  return g_steal_pointer (&bytes);
}

/**
 * plumb_reader_read_file:
 * @folder: the folder of a library
 * @file: a file in it, such as `topics/corrigibility.json`
 * @type: the type of record that it holds, such as %PLUMB_TYPE_TOPIC
 * @problems: (nullable): a list of #PlumbProblem, to which all that is wrong is added
 * @error: return location for a #PlumbLibraryError: the first error, naming the file and the place in it
 *
 * Reads a record from a file, as plumb_reader_read_bytes() does.
 *
 * Returns: (transfer full) (nullable) (type PlumbRecord): the record
 */
gpointer
plumb_reader_read_file (GFile *folder,
                        const char *file,
                        GType type,
                        GListStore *problems,
                        GError **error)
{
  g_autoptr (GBytes) bytes = plumb_reader_load_file (folder, file, problems, error);

  if (bytes == NULL) {
    return NULL;
  }

  return plumb_reader_read_bytes (bytes, file, type, problems, error);
}
