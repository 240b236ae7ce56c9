/* Three numbers that one thread writes and another one reads: a reader may see the stage of one
 * moment with the count of the next, which only shows for a frame. */
#include "config.h"

#include "entente-print-progress.h"
#include <glib/gi18n.h>

struct _EntentePrintProgress {
  int stage, done, total;
};

EntentePrintProgress *
entente_print_progress_new (EntentePrintStage stage)
{
  EntentePrintProgress *self = g_atomic_rc_box_new0 (EntentePrintProgress);

  self->stage = (int) stage;
  return self;
}

EntentePrintProgress *
entente_print_progress_ref (EntentePrintProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
entente_print_progress_unref (EntentePrintProgress *self)
{
  g_atomic_rc_box_release (self);
}

void
entente_print_progress_begin (EntentePrintProgress *self, EntentePrintStage stage, guint total)
{
  g_atomic_int_set (&self->total, 0);
  g_atomic_int_set (&self->done, 0);
  g_atomic_int_set (&self->stage, (int) stage);
  g_atomic_int_set (&self->total, (int) MIN (total, G_MAXINT));
}

void
entente_print_progress_step (EntentePrintProgress *self)
{
  g_atomic_int_inc (&self->done);
}

int *
entente_print_progress_use_permille (EntentePrintProgress *self)
{
  g_atomic_int_set (&self->total, 1000);
  return &self->done;
}

double
entente_print_progress_get_fraction (const EntentePrintProgress *self)
{
  int total = g_atomic_int_get (&self->total);

  return total > 0 ? CLAMP (g_atomic_int_get (&self->done) / (double) total, 0, 1) : -1;
}

char *
entente_print_progress_describe (const EntentePrintProgress *self)
{
  int total = g_atomic_int_get (&self->total);
  int done = MIN (g_atomic_int_get (&self->done), total);

  switch ((EntentePrintStage) g_atomic_int_get (&self->stage)) {
  case ENTENTE_PRINT_READING:
    if (total > 0)
      return g_strdup_printf (
        ngettext ("Reading %'d of %'d event", "Reading %'d of %'d events", total),
        done,
        total);
    return g_strdup (_ ("Reading events…"));
  case ENTENTE_PRINT_WRITING:
    return g_strdup (_ ("Writing the file…"));
  case ENTENTE_PRINT_SETTING:
  default:
    return g_strdup (_ ("Setting Pages…"));
  }
}
