/* Titles are compared after folding, as names of records are. */
#include "config.h"

#include "entente-cli-rounds.h"

#include <glib/gi18n-lib.h>

#include "entente-query-names.h"
#include "entente-rounds.h"

static GArray *
list_ids (const EntenteChronicle *chronicle)
{
  g_autoptr (GArray) rows = entente_rounds_list (chronicle, TRUE);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  for (guint i = 0; i < rows->len; i++) {
    EntenteId id = entente_chronicle_get_id (chronicle, g_array_index (rows, guint32, i));

    g_array_append_val (ids, id);
  }
  return ids;
}

/* How many there are; @found receives the first. */
static guint
find_title (char *const *titles, const GArray *ids, const char *name, EntenteId *found)
{
  g_autofree char *folded = entente_name_fold (name);
  guint n = 0;

  for (guint i = 0; i < ids->len; i++) {
    g_autofree char *other = titles[i] != NULL ? entente_name_fold (titles[i]) : NULL;

    if (g_strcmp0 (other, folded) != 0)
      continue;
    if (n++ == 0)
      *found = g_array_index (ids, EntenteId, i);
  }
  return n;
}

char *
entente_cli_find_round (EntenteStudy *study, const char *name, GError **error)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  g_autoptr (GArray) ids = list_ids (chronicle);
  char **titles = entente_store_get_titles (entente_study_get_store (study),
                                            (const EntenteId *) (gpointer) ids->data,
                                            ids->len,
                                            error);
  EntenteId id = ENTENTE_ID_NONE;
  guint n = titles != NULL ? find_title (titles, ids, name, &id) : 0;

  for (guint i = 0; titles != NULL && i < ids->len; i++)
    g_free (titles[i]);
  g_free (titles);
  if (titles == NULL)
    return NULL;
  if (n > 1) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("“%s” is the title of %u rounds; give the number of one."),
                 name,
                 n);
    return NULL;
  }
  if (n == 0)
    id = entente_query_find_named (chronicle, ENTENTE_ENTITY_EVENT, name, error);
  return id != ENTENTE_ID_NONE ? entente_id_format (id) : NULL;
}
