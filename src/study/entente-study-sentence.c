/* The filter as a sentence that knows the titles of rounds, which the chronicle does not have. */
#include "config.h"

#include "entente-study.h"

static const char *
get_kept (gpointer study, EntenteId event)
{
  return entente_study_get_event_title (study, event);
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
