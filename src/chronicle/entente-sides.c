/* Sides are read off the affiliations of the actor itself; whether one holds is the roster's to
 * say. */
#include "config.h"

#include "entente-sides.h"

#include "entente-words.h"

#include <glib/gi18n-lib.h>

static gboolean
has_body (const GArray *sides, guint32 body)
{
  for (guint i = 0; i < sides->len; i++)
    if (g_array_index (sides, EntenteSide, i).body == body)
      return TRUE;
  return FALSE;
}

/* Does the affiliation itself, and not one through another body, hold at some time in @window? */
static gboolean
may_hold (const EntenteAffiliation *tie, EntenteSpan window)
{
  gint64 start = tie->from ? tie->from->points.earliest_start : ENTENTE_TIME_MIN;
  gint64 end = tie->to ? tie->to->points.latest_end : ENTENTE_TIME_MAX;

  return start < MAX (window.end, window.start + 1) && end > window.start;
}

GArray *
entente_sides_list (const EntenteChronicle *chronicle, guint32 actor, EntenteSpan window)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (EntenteSide));
  guint n;
  const EntenteAffiliation *const *ties = entente_chronicle_get_affiliations (chronicle, actor, &n);

  for (guint i = 0; i < n; i++) {
    EntenteSide side = { .body = entente_chronicle_find_actor (chronicle, ties[i]->parent) };

    if (side.body == ENTENTE_NO_INDEX || side.body == actor || has_body (sides, side.body) ||
        !may_hold (ties[i], window))
      continue;
    side.surely = entente_chronicle_stands_for (chronicle, actor, side.body, window, TRUE);
    g_array_append_val (sides, side);
  }
  return sides;
}

static const char *
get_name (const EntenteChronicle *chronicle, const GArray *sides, guint i)
{
  guint32 body = g_array_index (sides, EntenteSide, i).body;

  return entente_chronicle_get_actor (chronicle, body)->name;
}

/* "Norway, Iceland or Denmark" */
static char *
join_names (const EntenteChronicle *chronicle, const GArray *sides, gboolean doubtful)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < sides->len; i++)
    g_ptr_array_add (names, (gpointer) get_name (chronicle, sides, i));
  return doubtful ? entente_words_join_or (names) : entente_words_join_and (names);
}

static gboolean
are_all_sure (const GArray *sides)
{
  for (guint i = 0; i < sides->len; i++)
    if (!g_array_index (sides, EntenteSide, i).surely)
      return FALSE;
  return TRUE;
}

char *
entente_sides_format (const EntenteChronicle *chronicle,
                      guint32 actor,
                      EntenteSpan window,
                      gboolean *doubtful)
{
  g_autoptr (GArray) sides = entente_sides_list (chronicle, actor, window);
  gboolean sure = are_all_sure (sides);
  g_autofree char *names = NULL;

  if (doubtful != NULL)
    *doubtful = !sure;
  if (sides->len == 0)
    return NULL;
  names = join_names (chronicle, sides, !sure);
  return g_strdup_printf (sure ? _ ("of %s") : _ ("perhaps of %s"), names);
}

/* A day or an hour, and no "?" or "~". */
static gboolean
is_exact (const EntenteDate *date)
{
  return date->precision >= ENTENTE_PRECISION_DAY && date->form == ENTENTE_DATE_POINT &&
         !date->uncertain && !date->approximate &&
         date->told.latest_end - date->told.earliest_start <= ENTENTE_SECONDS_PER_DAY;
}

gboolean
entente_sides_are_vague (const EntenteChronicle *chronicle, guint32 actor, guint32 body)
{
  EntenteId id = entente_chronicle_get_actor (chronicle, body)->record.id;
  guint n;
  const EntenteAffiliation *const *ties = entente_chronicle_get_affiliations (chronicle, actor, &n);
  gboolean belongs = FALSE;

  for (guint i = 0; i < n; i++) {
    if (ties[i]->parent != id)
      continue;
    belongs = TRUE;
    if (ties[i]->certainty != ENTENTE_CERTAINTY_CERTAIN || ties[i]->from == NULL ||
        !is_exact (ties[i]->from) || (ties[i]->to != NULL && !is_exact (ties[i]->to)))
      return TRUE;
  }
  return !belongs;
}
