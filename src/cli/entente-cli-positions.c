/* A position with the names of what it names, its words and the article in which they stand. */
#include "config.h"

#include "entente-cli-positions.h"

#include <glib/gi18n-lib.h>

#include "entente-positions-table.h"
#include "entente-record-json.h"
#include "entente-study-positions.h"

static void
set_text (json_t *object, const char *name, const char *text)
{
  json_object_set_new (object, name, text ? json_string (text) : json_null ());
}

static void
add_names (json_t *object, const EntenteChronicle *chronicle, const EntentePosition *position)
{
  guint32 actor = entente_chronicle_find_actor (chronicle, position->actor);
  guint32 issue = entente_chronicle_find_issue (chronicle, position->issue);

  set_text (object,
            "actor_name",
            actor == ENTENTE_NO_INDEX ? NULL
                                      : entente_chronicle_get_actor (chronicle, actor)->name);
  set_text (object,
            "issue_name",
            issue == ENTENTE_NO_INDEX ? NULL
                                      : entente_chronicle_get_issue (chronicle, issue)->name);
}

/* What stands in a text that another program took away is left out. */
static void
add_words (json_t *object, EntenteStudy *study, const EntentePosition *position)
{
  EntenteStore *store = entente_study_get_store (study);
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  g_autoptr (EntentePassage) passage =
    position->passage != ENTENTE_ID_NONE
      ? entente_store_get (store, ENTENTE_ENTITY_PASSAGE, position->passage, NULL)
      : NULL;
  EntenteId article =
    passage ? entente_store_get_article_of (store, passage->revision, NULL) : ENTENTE_ID_NONE;
  guint32 index = article == ENTENTE_ID_NONE ? ENTENTE_NO_INDEX
                                             : entente_chronicle_find_article (chronicle, article);

  set_text (object, "quote", passage ? passage->quote : NULL);
  set_text (object,
            "article_title",
            index == ENTENTE_NO_INDEX ? NULL
                                      : entente_chronicle_get_article (chronicle, index)->title);
}

static json_t *
position_to_json (EntenteStudy *study, const EntentePosition *position)
{
  json_t *object = entente_record_to_json (position);

  add_names (object, entente_study_get_chronicle (study), position);
  add_words (object, study, position);
  return object;
}

/* ---- list ---- */

gboolean
entente_cli_get_day (EntenteCli *cli, EntenteSpan *day, GError **error)
{
  const char *on = entente_cli_get_option (cli, "on");
  g_autoptr (EntenteDate) date = on ? entente_date_parse (on, error) : NULL;

  *day = (EntenteSpan){ ENTENTE_TIME_MAX, ENTENTE_TIME_MAX };
  if (!on)
    return TRUE;
  if (!date)
    return FALSE;
  *day = entente_date_get_window (date);
  if (entente_date_is_dated (date) && day->end != ENTENTE_TIME_MAX)
    return TRUE;
  g_set_error (error,
               ENTENTE_CLI_USAGE,
               0,
               _ ("“%s” has no end: ask about a day, a month or a year."),
               on);
  return FALSE;
}

gboolean
entente_cli_list_positions (EntenteCli *cli,
                            EntenteStudy *study,
                            const EntenteQuery *query,
                            EntenteCliRecords *records,
                            GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (EntentePositions) positions = NULL;
  g_autofree EntentePositionStand *stands = NULL;
  gboolean asks = entente_cli_get_option (cli, "on") != NULL;
  EntenteSpan day;

  if (!entente_cli_get_day (cli, &day, error) ||
      !(all = entente_study_read_positions (study, NULL, error)))
    return FALSE;
  positions = entente_positions_new (all);
  stands = g_new (EntentePositionStand, all->len + 1);
  entente_positions_ask (positions, day, stands);
  for (guint i = 0; i < all->len; i++) {
    const EntentePosition *position = entente_positions_get (positions, i);
    json_t *object;

    if ((asks && !entente_position_stand_shows (stands[i])) ||
        !entente_positions_are_of_query (query,
                                         entente_study_get_chronicle (study),
                                         position->actor))
      continue;
    object = position_to_json (study, position);
    set_text (object, "stand", asks ? entente_position_stand_nick (stands[i]) : NULL);
    entente_cli_records_add (records, object);
  }
  return TRUE;
}

/* ---- show ---- */

static void
print_member (const char *label, json_t *object, const char *path)
{
  g_autofree char *text = entente_listing_read (object, path);
  g_autofree char *clean = entente_cli_clean (text);

  if (*clean)
    entente_cli_print ("%s: %s\n", label, clean);
}

static void
print_position (json_t *object)
{
  print_member (_ ("Actor"), object, "actor_name");
  print_member (_ ("Issue"), object, "issue_name");
  print_member (_ ("Kind"), object, "kind");
  print_member (_ ("When"), object, "when.edtf");
  print_member (_ ("Told as"), object, "when.wording");
  print_member (_ ("Text"), object, "text");
  print_member (_ ("Quote"), object, "quote");
  print_member (_ ("Article"), object, "article_title");
}

static EntentePosition *
find_position (EntenteStudy *study, const char *word, GError **error)
{
  EntenteStore *store = entente_study_get_store (study);
  EntentePosition *position = NULL;
  EntenteId id;

  if (entente_id_parse (word, &id))
    position = entente_store_get (store, ENTENTE_ENTITY_POSITION, id, NULL);
  if (!position)
    position = entente_store_get (store, ENTENTE_ENTITY_POSITION, entente_id_from_key (word), NULL);
  if (!position)
    g_set_error (
      error,
      ENTENTE_ERROR,
      ENTENTE_ERROR_NOT_FOUND,
      _ ("There is no position “%s” in this study; “entente-cli list” tells the numbers."),
      word);
  return position;
}

gboolean
entente_cli_show_position (EntenteStudy *study, const char *word, gboolean as_json, GError **error)
{
  g_autoptr (EntentePosition) position = find_position (study, word, error);
  json_t *object;

  if (!position)
    return FALSE;
  object = position_to_json (study, position);
  if (as_json) {
    char *text = json_dumps (object, JSON_INDENT (1));

    entente_cli_print ("[\n%s\n]\n", text);
    free (text);
  } else {
    print_position (object);
  }
  json_decref (object);
  return TRUE;
}
