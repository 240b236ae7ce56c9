/* EntenteAncestry: which bodies each actor belonged to, directly or through others, and when.
 *
 * Computed once for a roster, from every actor upwards: a queue of (body, stretch of time), in
 * which each affiliation cuts the stretch to the time that it lasted itself. A body that is already
 * reached for the whole of a stretch is not reached again, so circles end. Not the place of names
 * or lists (entente-roster.c). Any thread. */
#include "entente-ancestry.h"

/* More ways than this above one actor are no affiliations but an attack on the program. */
#define MAX_ANCESTORS 128

static gboolean
is_empty (EntenteSpan span)
{
  return span.start >= span.end;
}

static EntenteSpan
intersect (EntenteSpan a, EntenteSpan b)
{
  return (EntenteSpan){ MAX (a.start, b.start), MIN (a.end, b.end) };
}

/* A moment is as long as its second. */
static EntenteSpan
widen_moment (EntenteSpan window)
{
  if (window.end <= window.start && window.start < ENTENTE_TIME_MAX)
    window.end = window.start + 1;
  return window;
}

/* From the earliest start to the latest end; what nobody told is open. */
static EntenteSpan
get_possible_span (const EntenteAffiliation *affiliation)
{
  const EntenteDate *from = affiliation->from;
  const EntenteDate *to = affiliation->to;

  return (EntenteSpan){ from != NULL ? from->points.earliest_start : ENTENTE_TIME_MIN,
                        to != NULL ? to->points.latest_end : ENTENTE_TIME_MAX };
}

/* From the latest start to the earliest end, as told; empty when the start is unknown, when an end
 * is known to exist but not when, and when the affiliation itself is in doubt. */
static EntenteSpan
get_sure_span (const EntenteAffiliation *affiliation)
{
  const EntenteDate *from = affiliation->from;
  const EntenteDate *to = affiliation->to;

  if (affiliation->certainty != ENTENTE_CERTAINTY_CERTAIN || from == NULL ||
      !entente_date_is_dated (from) || (to != NULL && !entente_date_is_dated (to)))
    return (EntenteSpan){ 0, 0 };
  return (EntenteSpan){ from->told.latest_start,
                        to != NULL ? to->told.earliest_end : ENTENTE_TIME_MAX };
}

static gboolean
is_reached (const GArray *entries, guint first, guint32 body, EntenteSpan span)
{
  for (guint i = first; i < entries->len; i++) {
    const EntenteAncestor *entry = &g_array_index (entries, EntenteAncestor, i);

    if (entry->body == body && entente_span_contains (entry->span, span))
      return TRUE;
  }
  return FALSE;
}

/* Appends the bodies directly above @below, cut to its stretch, to the entries from @first on. */
static void
climb_step (GArray *entries,
            guint first,
            const EntenteRoster *roster,
            guint32 actor,
            EntenteAncestor below,
            gboolean surely)
{
  guint n;
  const EntenteAffiliation *const *affiliations =
    entente_roster_get_affiliations (roster, below.body, &n);

  for (guint i = 0; i < n && entries->len - first < MAX_ANCESTORS; i++) {
    EntenteSpan span =
      surely ? get_sure_span (affiliations[i]) : get_possible_span (affiliations[i]);
    EntenteAncestor above = {
      .body = entente_roster_find (roster, ENTENTE_LIST_ACTOR, affiliations[i]->parent),
      .span = intersect (span, below.span),
    };

    if (!is_empty (above.span) && above.body != actor &&
        !is_reached (entries, first, above.body, above.span))
      g_array_append_val (entries, above);
  }
}

static void
climb (GArray *entries, const EntenteRoster *roster, guint32 actor, gboolean surely)
{
  guint first = entries->len;
  EntenteAncestor self = { actor, { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX } };

  climb_step (entries, first, roster, actor, self, surely);
  for (guint i = first; i < entries->len; i++)
    climb_step (entries, first, roster, actor, g_array_index (entries, EntenteAncestor, i), surely);
}

void
entente_ancestry_init (EntenteAncestry *ancestry, const EntenteRoster *roster, gboolean surely)
{
  guint n_actors = entente_roster_get_n (roster, ENTENTE_LIST_ACTOR);
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, FALSE, sizeof (EntenteAncestor), 16);

  ancestry->starts = g_new (guint32, (gsize) n_actors + 1);
  for (guint actor = 0; actor < n_actors; actor++) {
    ancestry->starts[actor] = entries->len;
    climb (entries, roster, actor, surely);
  }
  ancestry->starts[n_actors] = entries->len;
  ancestry->entries =
    (EntenteAncestor *) (gpointer) g_array_free (g_steal_pointer (&entries), FALSE);
}

void
entente_ancestry_clear (EntenteAncestry *ancestry)
{
  g_clear_pointer (&ancestry->starts, g_free);
  g_clear_pointer (&ancestry->entries, g_free);
}

gboolean
entente_ancestor_holds (const EntenteAncestor *ancestor, EntenteSpan window, gboolean surely)
{
  EntenteSpan whole = widen_moment (window);

  return surely ? entente_span_contains (ancestor->span, whole)
                : !is_empty (intersect (ancestor->span, whole));
}

gboolean
entente_roster_stands_for (const EntenteRoster *roster,
                           guint32 actor,
                           guint32 parent,
                           EntenteSpan window,
                           gboolean surely)
{
  guint n;
  const EntenteAncestor *ancestors;

  if (actor == parent)
    return TRUE;
  ancestors = entente_roster_get_ancestors (roster, actor, surely, &n);
  for (guint i = 0; i < n; i++) {
    if (ancestors[i].body == parent && entente_ancestor_holds (&ancestors[i], window, surely))
      return TRUE;
  }
  return FALSE;
}

/* Did @body itself belong to something at a time within @span? */
static gboolean
has_body_above (const EntenteRoster *roster, guint32 body, EntenteSpan span)
{
  guint n;
  const EntenteAncestor *ancestors = entente_roster_get_ancestors (roster, body, FALSE, &n);

  for (guint i = 0; i < n; i++) {
    if (!is_empty (intersect (ancestors[i].span, span)))
      return TRUE;
  }
  return FALSE;
}

guint32
entente_roster_get_body (const EntenteRoster *roster, guint32 actor, EntenteSpan window)
{
  guint n;
  const EntenteAncestor *ancestors = entente_roster_get_ancestors (roster, actor, FALSE, &n);
  EntenteSpan whole = widen_moment (window);
  guint32 top = actor;

  for (guint i = 0; i < n; i++) {
    EntenteSpan span = intersect (ancestors[i].span, whole);

    if (is_empty (span) || has_body_above (roster, ancestors[i].body, span))
      continue;
    if (top != actor && top != ancestors[i].body)
      return ENTENTE_NO_INDEX;
    top = ancestors[i].body;
  }
  return top;
}
