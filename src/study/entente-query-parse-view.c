/* The filter of a view: a query as text, and the view that has it, by name. */
#include "config.h"

#include "entente-query-parse.h"

#include <glib/gi18n-lib.h>

#include "entente-look-alikes.h"
#include "entente-views.h"

EntenteQuery *
entente_query_from_text (const char *text, const EntenteChronicle *chronicle, GError **error)
{
  json_error_t failure;
  json_t *object = json_loads (text ? text : "{}", 0, &failure);
  EntenteQuery *query = NULL;

  if (object)
    query = entente_query_from_json (object, chronicle, error);
  else {
    /* It quotes the text up to some byte. */
    g_autofree char *said = g_utf8_make_valid (failure.text, -1);

    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("it cannot be read (%s). Save the view anew, or delete it."),
                 said);
  }
  json_decref (object);
  return query;
}

char *
entente_query_to_text (const EntenteQuery *query)
{
  json_t *object = entente_query_to_json (query);
  char *dumped = json_dumps (object, JSON_COMPACT);
  char *text = g_strdup (dumped);

  free (dumped);
  json_decref (object);
  return text;
}

static void
set_no_view (GError **error, GPtrArray *views, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *question = NULL;

  for (guint i = 0; i < views->len; i++)
    g_ptr_array_add (names, ((EntenteView *) g_ptr_array_index (views, i))->name);
  g_ptr_array_add (names, NULL);
  question = entente_look_alikes_ask (name, (const char *const *) names->pdata);
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_NOT_FOUND,
               _ ("There is no view “%s” in this study.%s"),
               name,
               question);
}

EntenteQuery *
entente_query_from_view (EntenteStudy *study, const char *name, GError **error)
{
  g_autoptr (GPtrArray) views =
    entente_store_list (entente_study_get_store (study), ENTENTE_ENTITY_VIEW, error);
  const EntenteView *view = views ? entente_views_find_name (views, name) : NULL;
  EntenteQuery *query;

  if (view) {
    query = entente_query_from_text (view->query, entente_study_get_chronicle (study), error);
    if (!query)
      g_prefix_error (error, _ ("The filter of the view “%s” fits no more: "), name);
    return query;
  }
  if (views)
    set_no_view (error, views, name);
  return NULL;
}
