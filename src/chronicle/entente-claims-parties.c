/* Lists of ids, compared as the evidence compares them (entente-chronicle-derive.c). */
#include "config.h"

#include "entente-claims-parties.h"

#include <glib/gi18n-lib.h>

#define MAX_DEPTH 64 /* of places within places */

GArray *
entente_claims_list_parties (const EntenteEventDetail *detail, guint claim, int role)
{
  const EntenteClaim *own = claim != G_MAXUINT ? detail->claims->pdata[claim] : NULL;
  const GArray *claimed = own == NULL                      ? NULL
                          : role == ENTENTE_ROLE_INITIATOR ? own->claimed_who
                                                           : own->claimed_to;
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  if (claimed != NULL) {
    g_array_append_vals (actors, claimed->data, claimed->len);
    return actors;
  }
  for (guint i = 0; i < detail->participations->len; i++) {
    const EntenteParticipation *part = detail->participations->pdata[i];

    if (part->role == role ||
        (role == ENTENTE_ROLE_INITIATOR && part->role == ENTENTE_ROLE_PARTICIPANT))
      g_array_append_val (actors, part->actor);
  }
  return actors;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

char *
entente_claims_format_parties (const EntenteChronicle *chronicle, const GArray *actors)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < actors->len; i++) {
    guint32 index = entente_chronicle_find_actor (chronicle, g_array_index (actors, EntenteId, i));

    if (index != ENTENTE_NO_INDEX)
      g_ptr_array_add (names, entente_chronicle_get_actor (chronicle, index)->name);
  }
  if (names->len == 0)
    return g_strdup (_ ("nobody"));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static gboolean
may_be_same (const EntenteChronicle *chronicle, EntenteId a, EntenteId b, EntenteSpan window)
{
  guint32 one = entente_chronicle_find_actor (chronicle, a);
  guint32 other = entente_chronicle_find_actor (chronicle, b);

  return one == other || one == ENTENTE_NO_INDEX || other == ENTENTE_NO_INDEX ||
         entente_chronicle_stands_for (chronicle, one, other, window, FALSE) ||
         entente_chronicle_stands_for (chronicle, other, one, window, FALSE);
}

gboolean
entente_claims_parties_exclude (const EntenteChronicle *chronicle,
                                const EntenteEvent *event,
                                const GArray *actors,
                                const GArray *others)
{
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  EntenteSpan window = event->when != NULL ? entente_date_get_window (event->when) : always;

  for (guint i = 0; i < actors->len; i++)
    for (guint k = 0; k < others->len; k++)
      if (may_be_same (chronicle,
                       g_array_index (actors, EntenteId, i),
                       g_array_index (others, EntenteId, k),
                       window))
        return FALSE;
  return actors->len > 0 && others->len > 0;
}

gboolean
entente_claims_has_place (const EntenteEventDetail *detail)
{
  for (guint i = 0; i < detail->claims->len; i++)
    if (((const EntenteClaim *) detail->claims->pdata[i])->claimed_place != ENTENTE_ID_NONE)
      return TRUE;
  return detail->event->place != ENTENTE_ID_NONE;
}

const char *
entente_claims_get_place_name (const EntenteChronicle *chronicle, EntenteId place)
{
  guint32 index = entente_chronicle_find_place (chronicle, place);

  return index == ENTENTE_NO_INDEX ? _ ("not said")
                                   : entente_chronicle_get_place_record (chronicle, index)->name;
}

static gboolean
is_within (const EntenteChronicle *chronicle, EntenteId place, EntenteId other)
{
  for (guint n = 0; n < MAX_DEPTH && place != other; n++) {
    guint32 index = entente_chronicle_find_place (chronicle, place);

    if (index == ENTENTE_NO_INDEX)
      return FALSE;
    place = entente_chronicle_get_place_record (chronicle, index)->parent;
  }
  return place == other;
}

gboolean
entente_claims_places_exclude (const EntenteChronicle *chronicle, EntenteId place, EntenteId other)
{
  return place != ENTENTE_ID_NONE && other != ENTENTE_ID_NONE &&
         !is_within (chronicle, place, other) && !is_within (chronicle, other, place);
}
