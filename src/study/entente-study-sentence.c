/* What rounds are called: the filter as a sentence that knows their titles, which the chronicle
 * does not have. */
#include "config.h"

#include "entente-rounds.h"
#include "entente-study.h"

/* Its own title, once it is read; NULL when nobody gave one. */
static const char *
get_kept (gpointer study, EntenteId event)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  guint row = entente_chronicle_find_row (chronicle, event);
  const char *title = entente_study_get_event_title (study, event);
  g_autofree char *described =
    row != ENTENTE_NO_INDEX ? entente_chronicle_describe (chronicle, row) : NULL;

  return g_strcmp0 (title, described) != 0 ? title : NULL;
}

char *
entente_study_dup_round_title (EntenteStudy *study, EntenteId round)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  guint row = entente_chronicle_find_row (chronicle, round);
  const char *title = get_kept (study, round);

  if (title != NULL || row == ENTENTE_NO_INDEX)
    return g_strdup (title);
  return entente_rounds_describe (chronicle, row);
}

char *
entente_study_format_query (EntenteStudy *study, const EntenteQuery *query)
{
  return entente_query_format_titled (query, entente_study_get_chronicle (study), get_kept, study);
}

static const char *
get_read (gpointer title, EntenteId event)
{
  return title;
}

char *
entente_study_read_query (EntenteStudy *study, const EntenteQuery *query)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  gboolean has_one = query->rounds != NULL && query->rounds->len == 1;
  g_auto (GStrv) titles = NULL;

  /* Only one is named; what can not be read is described. */
  if (has_one)
    titles =
      entente_study_read_titles (study, &g_array_index (query->rounds, EntenteId, 0), 1, NULL);
  return entente_query_format_titled (
    query,
    chronicle,
    get_read,
    titles != NULL && titles[0] != NULL && *titles[0] != '\0' ? titles[0] : NULL);
}
