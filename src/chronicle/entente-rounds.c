/* Reads rounds off the links, so that a study without links costs nothing.
 */
#include "config.h"

#include "entente-rounds.h"

#include "entente-chronicle-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_meeting (const EntenteChronicle *chronicle, guint row)
{
  return entente_chronicle_get_kind (chronicle, row)->group == ENTENTE_GROUP_MEET;
}

static gboolean
has_moves (const EntenteChronicle *chronicle, guint row)
{
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answered_by (chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (threads[i].type == ENTENTE_LINK_PART_OF)
      return TRUE;
  return FALSE;
}

static gboolean
is_long_talks (const EntenteChronicle *chronicle, guint row)
{
  EntenteEventRow values;

  if (!g_str_equal (entente_chronicle_get_kind (chronicle, row)->id, "talks"))
    return FALSE;
  entente_chronicle_get_row (chronicle, row, &values);
  return values.form == ENTENTE_DATE_SPAN;
}

gboolean
entente_rounds_is_round (const EntenteChronicle *chronicle, guint row)
{
  return is_meeting (chronicle, row) &&
         (has_moves (chronicle, row) || is_long_talks (chronicle, row));
}

/* Each row once: those of one row stand together, rising. */
static void
append_once (GArray *rows, guint32 row)
{
  if (rows->len == 0 || g_array_index (rows, guint32, rows->len - 1) != row)
    g_array_append_val (rows, row);
}

static GArray *
list_with_moves (const EntenteChronicle *chronicle)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  const EntenteLinks *links = chronicle->links;

  for (guint i = 0; links != NULL && i < links->n; i++)
    if (links->in.threads[i].type == ENTENTE_LINK_PART_OF &&
        is_meeting (chronicle, links->in.rows[i]))
      append_once (rows, links->in.rows[i]);
  return rows;
}

GArray *
entente_rounds_list (const EntenteChronicle *chronicle, gboolean empty_too)
{
  GArray *rows;

  if (!empty_too)
    return list_with_moves (chronicle);
  rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 row = 0; row < entente_chronicle_get_n_rows (chronicle); row++)
    if (entente_rounds_is_round (chronicle, row))
      g_array_append_val (rows, row);
  return rows;
}

/* Whoever comes first keeps what it found; others may have looked meanwhile. */
const guint32 *
entente_rounds_get (const EntenteChronicle *chronicle, guint *n)
{
  GArray **kept = &((EntenteChronicle *) chronicle)->rounds;
  GArray *rounds = g_atomic_pointer_get (kept);

  if (rounds == NULL) {
    rounds = entente_rounds_list (chronicle, TRUE);
    if (!g_atomic_pointer_compare_and_exchange (kept, NULL, rounds)) {
      g_array_unref (rounds);
      rounds = g_atomic_pointer_get (kept);
    }
  }
  *n = rounds->len;
  return (const guint32 *) (gpointer) rounds->data;
}

GArray *
entente_rounds_get_moves (const EntenteChronicle *chronicle, guint row)
{
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answered_by (chronicle, row, &n);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n; i++)
    if (threads[i].type == ENTENTE_LINK_PART_OF && threads[i].row != row)
      append_once (rows, threads[i].row);
  return rows;
}

GArray *
entente_rounds_find (const EntenteChronicle *chronicle, guint row)
{
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answers_to (chronicle, row, &n);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n; i++)
    if (threads[i].type == ENTENTE_LINK_PART_OF && is_meeting (chronicle, threads[i].row))
      append_once (rows, threads[i].row);
  return rows;
}

EntenteId
entente_rounds_find_link (const EntenteChronicle *chronicle, guint round, guint move)
{
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answers_to (chronicle, move, &n);

  for (guint i = 0; i < n; i++)
    if (threads[i].type == ENTENTE_LINK_PART_OF && threads[i].row == round)
      return threads[i].id;
  return ENTENTE_ID_NONE;
}

static gboolean
widen (const EntenteChronicle *chronicle, guint row, EntenteSpan *span)
{
  EntenteSpan window = entente_chronicle_get_window (chronicle, row);

  if (window.start == ENTENTE_TIME_MIN || window.end == ENTENTE_TIME_MAX)
    return FALSE;
  span->start = MIN (span->start, window.start);
  span->end = MAX (span->end, window.end);
  return TRUE;
}

gboolean
entente_rounds_get_span (const EntenteChronicle *chronicle, guint row, EntenteSpan *span)
{
  g_autoptr (GArray) moves = entente_rounds_get_moves (chronicle, row);
  gboolean known;

  *span = (EntenteSpan){ ENTENTE_TIME_MAX, ENTENTE_TIME_MIN };
  known = widen (chronicle, row, span);
  for (guint i = 0; i < moves->len; i++)
    known = widen (chronicle, g_array_index (moves, guint32, i), span) || known;
  return known;
}

char *
entente_rounds_describe (const EntenteChronicle *chronicle, guint row)
{
  const EntenteKind *kind = entente_chronicle_get_kind (chronicle, row);
  g_autofree char *label = entente_label_capitalise (entente_kind_get_label (kind));
  g_autofree char *when = NULL;
  EntenteSpan span;

  when = entente_rounds_get_span (chronicle, row, &span) ? entente_span_format (span)
                                                         : g_strdup (_ ("undated"));
  /* Translators: a round by its kind and time: "Talks · 23–25 Jul 2018". */
  return g_strdup_printf (_ ("%s · %s"), label, when);
}
