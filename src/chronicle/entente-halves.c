/* One thread more for the length of one call, and no pool: what is halved takes tens of
 * milliseconds, to which making a thread adds a tenth of one, and nothing is left running between
 * two filters. */
#include "config.h"

#include "entente-halves.h"

typedef struct {
  void (*func) (guint half, gpointer data);
  gpointer data;
} Work;

static gpointer
second_thread (gpointer data)
{
  Work *work = data;

  work->func (1, work->data);
  return NULL;
}

void
entente_halves_run (void (*func) (guint half, gpointer data), gpointer data, guint n_rows)
{
  Work work = { func, data };
  GThread *thread =
    n_rows >= ENTENTE_HALVES_ROWS ? g_thread_try_new ("half", second_thread, &work, NULL) : NULL;

  func (0, data);
  if (thread != NULL)
    g_thread_join (thread);
  else
    func (1, data);
}
