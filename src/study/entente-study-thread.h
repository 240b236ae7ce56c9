/* Work in a thread of the pool on behalf of a study. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is to be done, in the thread; it sees nothing but @data. NULL with an error on failure. */
typedef gpointer (*EntenteThreadFunc) (gpointer data, GCancellable *cancellable, GError **error);

/* Runs @func in a thread and gives what it found, or its error, to @task. Takes @task and @data,
 * which end in the thread that calls: a task holds its study, and the study is closed where it
 * ends, which no pool thread may do. */
void entente_study_run_in_thread (GTask *task,
                                  EntenteThreadFunc func,
                                  gpointer data,
                                  GDestroyNotify data_free,
                                  GDestroyNotify result_free);

G_END_DECLS
