/* The public face of the reading of times. */
#include "config.h"

#include "entente-text-times.h"

#include "entente-text-dates.h"

static void
clear_time (gpointer data)
{
  EntenteTextTime *time = data;

  g_clear_pointer (&time->date, entente_date_unref);
  g_free (time->value);
  g_free (time->reason);
}

GArray *
entente_text_times_read (const char *text,
                         gsize length,
                         const EntenteStructure *structure,
                         const EntenteDate *published,
                         GCancellable *cancellable,
                         GError **error)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (EntenteTextTime));
  g_autoptr (GArray) dates = entente_text_dates_find (text, (gssize) length);

  g_array_set_clear_func (times, clear_time);
  for (guint i = 0; i < dates->len; i++) {
    const EntenteTextDate *found = &g_array_index (dates, EntenteTextDate, i);
    EntenteTextTime time = {
      .start = found->start,
      .end = found->end,
      .value = g_strdup (found->date->edtf),
      .date = entente_date_ref (found->date),
    };

    g_array_append_val (times, time);
  }
  return times;
}

const char *
entente_text_time_type_to_string (EntenteTextTimeType type)
{
  static const char *const names[] = { "DATE", "TIME", "DURATION", "SET" };

  return names[type];
}
