/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-fault-vfs.h"

#include <sqlite3.h>

/* A disk that fails when it is told to. It passes everything on to SQLite's own. */

typedef struct {
  sqlite3_file base;
  sqlite3_file *real;
} FaultFile;

static struct {
  sqlite3_vfs *real;
  guint kinds;
  guint countdown;
  gboolean lasting;
  int result;
  guint n_faults;
} faults;

static gboolean
is_due (PlumbFaultKind kind)
{
  if (faults.result == SQLITE_OK || (faults.kinds & kind) == 0) {
    return FALSE;
  }
  if (faults.countdown > 0) {
    faults.countdown--;
    return FALSE;
  }
  faults.n_faults++;
  if (!faults.lasting && faults.n_faults > 1) {
    return FALSE;
  }

  return TRUE;
}

static sqlite3_file *
real_file (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

static int
fault_close (sqlite3_file *file)
{
  sqlite3_file *real = real_file (file);
  int result = real->pMethods != NULL ? real->pMethods->xClose (real) : SQLITE_OK;

  g_free (real);

  return result;
}

static int
fault_read (sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
  return is_due (PLUMB_FAULT_READ)
             ? faults.result
             : real_file (file)->pMethods->xRead (real_file (file), buffer, amount, offset);
}

static int
fault_write (sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
  return is_due (PLUMB_FAULT_WRITE)
             ? faults.result
             : real_file (file)->pMethods->xWrite (real_file (file), buffer, amount, offset);
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return is_due (PLUMB_FAULT_TRUNCATE)
             ? faults.result
             : real_file (file)->pMethods->xTruncate (real_file (file), size);
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  return is_due (PLUMB_FAULT_SYNC) ? faults.result
                                   : real_file (file)->pMethods->xSync (real_file (file), flags);
}

static int
fault_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_file (file)->pMethods->xFileSize (real_file (file), size);
}

static int
fault_lock (sqlite3_file *file, int lock)
{
  return real_file (file)->pMethods->xLock (real_file (file), lock);
}

static int
fault_unlock (sqlite3_file *file, int lock)
{
  return real_file (file)->pMethods->xUnlock (real_file (file), lock);
}

static int
fault_check_reserved_lock (sqlite3_file *file, int *is_reserved)
{
  return real_file (file)->pMethods->xCheckReservedLock (real_file (file), is_reserved);
}

static int
fault_file_control (sqlite3_file *file, int operation, void *argument)
{
  return real_file (file)->pMethods->xFileControl (real_file (file), operation, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return real_file (file)->pMethods->xSectorSize (real_file (file));
}

static int
fault_device_characteristics (sqlite3_file *file)
{
  return real_file (file)->pMethods->xDeviceCharacteristics (real_file (file));
}

static const sqlite3_io_methods fault_methods = {
  .iVersion = 1,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_reserved_lock,
  .xFileControl = fault_file_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_device_characteristics,
};

static int
fault_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int result;

  file->pMethods = NULL;
  if ((flags & SQLITE_OPEN_MAIN_JOURNAL) && (flags & SQLITE_OPEN_CREATE) &&
      is_due (PLUMB_FAULT_CREATE)) {
    return SQLITE_CANTOPEN;
  }

  self->real = g_malloc0 ((gsize) faults.real->szOsFile);
  result = faults.real->xOpen (faults.real, name, self->real, flags, out_flags);
  if (result != SQLITE_OK) {
    g_free (self->real);
    return result;
  }
  file->pMethods = &fault_methods;

  return SQLITE_OK;
}

static int
fault_delete (sqlite3_vfs *vfs, const char *name, int sync_dir)
{
  return is_due (PLUMB_FAULT_DELETE) ? faults.result
                                     : faults.real->xDelete (faults.real, name, sync_dir);
}

/* Puts the disk that fails between SQLite and the real one, for all connections that are opened from
 * now on. */
void
plumb_fault_vfs_install (void)
{
  static sqlite3_vfs vfs;

  faults.real = sqlite3_vfs_find (NULL);
  vfs = *faults.real;
  vfs.zName = "plumb-fault";
  vfs.pNext = NULL;
  vfs.szOsFile = sizeof (FaultFile);
  vfs.xOpen = fault_open;
  vfs.xDelete = fault_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

/* Lets one operation of @kinds fail with @result after @countdown of them have succeeded, and all
 * that follow as well if @lasting. */
void
plumb_fault_vfs_arm (guint kinds, guint countdown, gboolean lasting, int result)
{
  faults.kinds = kinds;
  faults.countdown = countdown;
  faults.lasting = lasting;
  faults.n_faults = 0;
  faults.result = result;
}

/* Makes the disk a good one again. Returns how many operations were meant to fail. */
guint
plumb_fault_vfs_disarm (void)
{
  faults.result = SQLITE_OK;

  return faults.n_faults;
}
