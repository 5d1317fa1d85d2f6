/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Starts a program and says when its first frame was drawn, and how much memory it then holds.
 *
 *   first-frame [--settle] PROGRAM [ARGUMENTS]
 *
 * The time runs from just before exec to the first damage that the X server reports on a mapped window of a
 * reasonable size and that has put something into it, so the program needs no instruments of its own. Being mapped is
 * damage too: the server then paints the background, long before the program has drawn anything. The memory is its proportional set size once it has
 * been at rest for a while. The program is then asked to end.
 *
 * The time on the processor, of all threads up to the same frame, is steadier than the time on the clock where other
 * programs want the processor too.
 *
 * Prints "MILLISECONDS PROCESSOR-MILLISECONDS KIBIBYTES". With --settle, also waits for a second of rest before it ends
 * the program, for what the program writes down in the background.
 */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define TIMEOUT_US (60 * G_USEC_PER_SEC)
#define REST_US (G_USEC_PER_SEC / 4)

/* As high as a header bar, in pixels. */
#define STRIP_HEIGHT 48

static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0;
}

/* What a program has used of the processor, in milliseconds. */
static double
processor_time (pid_t pid)
{
  struct timespec time;
  clockid_t clock;

  if (clock_getcpuclockid (pid, &clock) != 0 || clock_gettime (clock, &time) != 0) {
    return 0;
  }

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static guint64
cpu_ticks (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *stat = NULL;
  unsigned long user = 0, system = 0;

  if (!g_file_get_contents (path, &stat, NULL, NULL) || strrchr (stat, ')') == NULL) {
    return 0;
  }
  sscanf (strrchr (stat, ')') + 2,
          "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
          &user,
          &system);

  return user + system;
}

/* Waits until the program has used no processor for as long as @rest. */
static void
wait_for_rest (pid_t pid, gint64 rest)
{
  guint64 ticks = cpu_ticks (pid);
  gint64 since = g_get_monotonic_time ();
  gint64 deadline = since + TIMEOUT_US;

  while (g_get_monotonic_time () - since < rest && g_get_monotonic_time () < deadline) {
    guint64 now;

    g_usleep (10 * 1000);
    now = cpu_ticks (pid);
    if (now != ticks) {
      ticks = now;
      since = g_get_monotonic_time ();
    }
  }
}

static guint64
proportional_set_size (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *contents = NULL;
  const char *pss;

  if (!g_file_get_contents (path, &contents, NULL, NULL)) {
    return 0;
  }
  pss = strstr (contents, "\nPss:");

  return pss != NULL ? g_ascii_strtoull (pss + strlen ("\nPss:"), NULL, 10) : 0;
}

static gboolean
is_program_window (Display *display, Window window)
{
  XWindowAttributes attributes;

  return XGetWindowAttributes (display, window, &attributes) && attributes.width > 100 &&
         attributes.height > 100 && !attributes.override_redirect;
}

/* Whether there is more in the window than a background: its top has more than one colour. */
static gboolean
has_content (Display *display, Window window)
{
  XWindowAttributes attributes;
  XImage *image;
  gboolean differs = FALSE;

  if (!XGetWindowAttributes (display, window, &attributes) || attributes.map_state != IsViewable) {
    return FALSE;
  }
  image = XGetImage (display,
                     window,
                     0,
                     0,
                     attributes.width,
                     MIN (attributes.height, STRIP_HEIGHT),
                     AllPlanes,
                     ZPixmap);
  if (image == NULL) {
    return FALSE;
  }

  for (int y = 0; y < image->height && !differs; y++) {
    for (int x = 0; x < image->width && !differs; x++) {
      differs = XGetPixel (image, x, y) != XGetPixel (image, 0, 0);
    }
  }
  XDestroyImage (image);

  return differs;
}

static gboolean
wait_for_frame (Display *display,
                int damage_base,
                pid_t pid,
                gint64 deadline,
                gint64 *frame,
                double *processor)
{
  struct pollfd fd = { .fd = ConnectionNumber (display), .events = POLLIN };

  while (g_get_monotonic_time () < deadline) {
    while (XPending (display) > 0) {
      XEvent event;

      XNextEvent (display, &event);
      if (event.type == CreateNotify) {
        /* Damage is watched from the window's birth, so that not even a frame drawn at once is missed. */
        XDamageCreate (display, event.xcreatewindow.window, XDamageReportRawRectangles);
        XSync (display, False);
      } else if (event.type == damage_base + XDamageNotify &&
                 is_program_window (display, ((XDamageNotifyEvent *) &event)->drawable)) {
        *frame = g_get_monotonic_time ();
        *processor = processor_time (pid);
        if (has_content (display, ((XDamageNotifyEvent *) &event)->drawable)) {
          return TRUE;
        }
      }
    }
    poll (&fd, 1, 100);
  }

  return FALSE;
}

int
main (int argc, char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  gboolean settle = argc > 1 && g_str_equal (argv[1], "--settle");
  char **arguments = argv + 1 + settle;
  int damage_base, error_base, status;
  gint64 start, frame;
  guint64 memory;
  double processor;
  pid_t pid;

  if (display == NULL || arguments[0] == NULL ||
      !XDamageQueryExtension (display, &damage_base, &error_base)) {
    g_printerr ("first-frame: needs a display with the DAMAGE extension, and a program\n");
    return 2;
  }

  /* A window may be gone by the time that it is asked about. */
  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);

  start = g_get_monotonic_time ();
  if (posix_spawnp (&pid, arguments[0], NULL, NULL, arguments, environ) != 0) {
    g_printerr ("first-frame: cannot start %s\n", arguments[0]);
    return 2;
  }
  if (!wait_for_frame (display, damage_base, pid, start + TIMEOUT_US, &frame, &processor)) {
    kill (pid, SIGKILL);
    g_printerr ("first-frame: %s drew nothing\n", arguments[0]);
    return 1;
  }

  wait_for_rest (pid, REST_US);
  memory = proportional_set_size (pid);
  if (settle) {
    wait_for_rest (pid, 2 * G_USEC_PER_SEC);
  }
  kill (pid, SIGTERM);
  waitpid (pid, &status, 0);

  printf ("%.2f %.2f %" G_GUINT64_FORMAT "\n", (frame - start) / 1000.0, processor, memory);

  return 0;
}
