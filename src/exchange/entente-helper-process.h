/* A program that reads a file for us, in a process of its own with limits, so that a fault in it
 * stays outside: memory, time and output are bounded, there is no network, and where bubblewrap
 * (bwrap) works it sees no file of the user. Private to exchange. Any thread but the main one: it
 * waits. */
#pragma once

#include "entente-error.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  guint seconds; /* after which it is killed */
  gsize max_bytes; /* of what it may write */
} EntenteHelperLimits;

/* Runs @arguments (a program in PATH and its words) with @input as its standard input. What it
 * wrote, terminated; NULL on error: NOT_FOUND when the program is not installed, NO_SPACE when it
 * wrote too much, BUSY when it took too long, else FAILED. Messages are for the caller, who knows
 * the file. */
char *entente_helper_process_run (const char *const *arguments,
                                  const char *input,
                                  gsize input_length,
                                  const EntenteHelperLimits *limits,
                                  gsize *length,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
