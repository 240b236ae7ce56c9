/* entente-cli list: the records of a study as a table, as CSV, as JSON.
 *
 * Every list is made one record after the other and written as it comes. What a list of anything
 * but events holds under a query is what hangs on the events that match.
 */

#include "config.h"

#include "entente-cli-list.h"
#include "entente-cli-positions.h"

#include <glib/gi18n-lib.h>

#include "entente-cli-loose-ends.h"
#include "entente-event-cursor.h"
#include "entente-learnt.h"
#include "entente-query-parse.h"
#include "entente-study-json.h"

typedef struct {
  EntenteStudy *study;
  EntenteChronicle *chronicle;
  EntenteBitset *rows; /* that match */
  gboolean is_all; /* the query asks for nothing */
  EntenteCliRecords *records;
} Lister;

/* Claims and links of the events; which of a detail is said by @add. */
static gboolean
list_details (Lister *lister,
              void (*add) (Lister *lister, const EntenteEventDetail *detail),
              GError **error)
{
  g_autoptr (EntenteEventCursor) cursor = entente_event_cursor_new (lister->study, lister->rows);
  g_autoptr (GError) failed = NULL;
  EntenteEventDetail *detail;

  while ((detail = entente_event_cursor_next (cursor, &failed)))
    add (lister, detail);
  if (!failed)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static void
add_event (Lister *lister, const EntenteEventDetail *detail)
{
  entente_cli_records_add (lister->records, entente_study_event_to_json (lister->study, detail));
}

static void
add_claims (Lister *lister, const EntenteEventDetail *detail)
{
  for (guint i = 0; i < detail->claims->len; i++) {
    json_t *claim = entente_study_claim_to_json (lister->study, detail, i);
    g_autofree char *title = entente_study_dup_event_title (lister->study, detail->event);

    json_object_set_new (claim, "event_title", title ? json_string (title) : json_null ());
    entente_cli_records_add (lister->records, claim);
  }
}

static gboolean
is_listed (Lister *lister, EntenteId event)
{
  guint row = entente_chronicle_find_row (lister->chronicle, event);

  return row != ENTENTE_NO_INDEX && entente_bitset_contains (lister->rows, row);
}

/* Each link once: under the answer, or under the move when its answer does not match. */
static void
add_links (Lister *lister, const EntenteEventDetail *detail)
{
  for (guint i = 0; i < detail->links->len; i++) {
    const EntenteLink *link = g_ptr_array_index (detail->links, i);

    if (link->from == detail->event->record.id || !is_listed (lister, link->from))
      entente_cli_records_add (lister->records,
                               entente_study_link_to_json (lister->study, detail, i));
  }
}

/* Marks in @seen every actor that takes part in a row, or every article that a claim of it rests
 * on. */
static void
mark_row (Lister *lister, guint row, EntenteListing listing, gboolean *seen)
{
  guint n;

  if (listing == ENTENTE_LIST_ACTORS) {
    const EntentePart *parts = entente_chronicle_get_parts (lister->chronicle, row, &n);

    for (guint i = 0; i < n; i++)
      seen[parts[i].actor] = TRUE;
  } else {
    const EntenteVoice *voices = entente_chronicle_get_voices (lister->chronicle, row, &n);

    for (guint i = 0; i < n; i++)
      if (voices[i].article != ENTENTE_NO_INDEX)
        seen[voices[i].article] = TRUE;
  }
}

static void
list_registry (Lister *lister, EntenteListing listing)
{
  guint n = listing == ENTENTE_LIST_ACTORS ? entente_chronicle_get_n_actors (lister->chronicle)
                                           : entente_chronicle_get_n_articles (lister->chronicle);
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);

  for (guint row = 0;
       !lister->is_all && (row = entente_bitset_next (lister->rows, row)) != G_MAXUINT;
       row++)
    mark_row (lister, row, listing, seen);
  for (guint i = 0; i < n; i++)
    if (lister->is_all || seen[i])
      entente_cli_records_add (lister->records,
                               listing == ENTENTE_LIST_ACTORS
                                 ? entente_study_actor_to_json (lister->study, i)
                                 : entente_study_article_summary_to_json (lister->study, i));
}

/* Those whose departure matches. */
static void
list_turning_points (Lister *lister)
{
  for (guint i = 0; i < entente_chronicle_get_n_turning_points (lister->chronicle); i++) {
    const EntenteTurningPoint *point = entente_chronicle_get_turning_point (lister->chronicle, i);

    if (lister->is_all || is_listed (lister, point->departure))
      entente_cli_records_add (lister->records, entente_record_to_json (point));
  }
}

/* Pairs of articles that are nearly the same. Events, and so the query, have no part in it. */
static gboolean
list_reprints (Lister *lister, GError **error)
{
  g_autoptr (GArray) pairs =
    entente_reprints_list (entente_study_get_store (lister->study), lister->chronicle, NULL, error);

  for (guint i = 0; pairs && i < pairs->len; i++)
    entente_cli_records_add (
      lister->records,
      entente_study_reprint_to_json (lister->study, &g_array_index (pairs, EntenteReprint, i)));
  return pairs != NULL;
}

static void
set_text (json_t *object, const char *name, const char *text)
{
  json_object_set_new (object, name, text ? json_string (text) : json_null ());
}

static json_t *
learnt_to_json (const EntenteLearnt *learnt)
{
  json_t *object = json_object ();
  g_autofree char *id = entente_id_format (g_array_index (learnt->records, EntenteId, 0));

  set_text (object, "id", id);
  set_text (object, "type", entente_learnt_type_get_nick (learnt->type));
  set_text (object, "text", learnt->text);
  set_text (object, "kind", learnt->kind ? learnt->kind->id : NULL);
  set_text (object, "actor_name", learnt->actor_name);
  set_text (object, "article_title", learnt->article_title);
  set_text (object, "quote", learnt->quote);
  return object;
}

/* What the study has learnt and refused; the query has no part in it. */
static gboolean
list_learnt (Lister *lister, GError **error)
{
  g_autoptr (GPtrArray) list =
    entente_learnt_list (entente_study_get_store (lister->study), lister->chronicle, error);

  for (guint i = 0; list && i < list->len; i++)
    entente_cli_records_add (lister->records, learnt_to_json (list->pdata[i]));
  return list != NULL;
}

/* As "add-view" of an apply file takes it, with the filter in words beside it. */
static json_t *
view_to_json (const Lister *lister, const EntenteView *view)
{
  json_t *object = json_object ();
  json_t *query = json_loads (view->query ? view->query : "{}", 0, NULL);
  g_autoptr (EntenteQuery) read = entente_query_from_text (view->query, lister->chronicle, NULL);
  g_autofree char *sentence = read ? entente_study_read_query (lister->study, read) : NULL;
  g_autofree char *id = entente_id_format (view->record.id);

  set_text (object, "id", id);
  set_text (object, "name", view->name);
  json_object_set_new (object, "key_number", json_integer (view->key));
  set_text (object, "sentence", sentence);
  json_object_set_new (object, "query", query ? query : json_null ());
  set_text (object, "layout", view->layout);
  return object;
}

/* Saved views; the query has no part in it. */
static gboolean
list_views (Lister *lister, GError **error)
{
  g_autoptr (GPtrArray) views =
    entente_store_list (entente_study_get_store (lister->study), ENTENTE_ENTITY_VIEW, error);

  for (guint i = 0; views && i < views->len; i++)
    entente_cli_records_add (lister->records, view_to_json (lister, views->pdata[i]));
  return views != NULL;
}

static void
list_kinds (Lister *lister)
{
  g_autofree guint *counts = g_new0 (guint, entente_kind_count ());

  for (guint row = 0; (row = entente_bitset_next (lister->rows, row)) != G_MAXUINT; row++)
    counts[entente_chronicle_get_kind (lister->chronicle, row)->index]++;
  for (guint i = 0; i < entente_kind_count (); i++)
    entente_cli_records_add (lister->records,
                             entente_study_kind_to_json (entente_kind_get (i), counts[i]));
}

static gboolean
list_all (Lister *lister, EntenteListing listing, GError **error)
{
  switch (listing) {
  case ENTENTE_LIST_EVENTS:
    return list_details (lister, add_event, error);
  case ENTENTE_LIST_CLAIMS:
    return list_details (lister, add_claims, error);
  case ENTENTE_LIST_LINKS:
    return list_details (lister, add_links, error);
  case ENTENTE_LIST_QUESTIONS:
    return entente_cli_list_questions (lister->study,
                                       lister->rows,
                                       lister->is_all,
                                       lister->records,
                                       error);
  case ENTENTE_LIST_ANSWERS:
    return entente_cli_list_answers (lister->study, lister->rows, lister->records, error);
  case ENTENTE_LIST_REPRINTS:
    return list_reprints (lister, error);
  case ENTENTE_LIST_LEARNT:
    return list_learnt (lister, error);
  case ENTENTE_LIST_VIEWS:
    return list_views (lister, error);
  case ENTENTE_LIST_TURNING_POINTS:
    list_turning_points (lister);
    return TRUE;
  case ENTENTE_LIST_KINDS:
    list_kinds (lister);
    return TRUE;
  default:
    list_registry (lister, listing);
    return TRUE;
  }
}

/* Matches the query and lists what hangs on it. */
static gboolean
run_lister (EntenteCli *cli,
            EntenteStudy *study,
            EntenteListing listing,
            EntenteCliRecords *records,
            GError **error)
{
  g_autoptr (EntenteQuery) query = entente_cli_get_query (cli, study, error);
  g_autoptr (EntenteBitset) rows = query ? entente_study_match (study, query, error) : NULL;
  Lister lister = { .study = study,
                    .chronicle = entente_study_get_chronicle (study),
                    .rows = rows,
                    .is_all = query && entente_query_is_empty (query),
                    .records = records };

  if (rows && listing == ENTENTE_LIST_POSITIONS)
    return entente_cli_list_positions (cli, study, query, records, error);
  return rows && list_all (&lister, listing, error);
}

/* ---- list ---- */

static const char *const list_formats[] = { "table", "csv", "json", NULL };

gboolean
entente_cli_write_list (EntenteCli *cli,
                        EntenteStudy *study,
                        EntenteListing listing,
                        EntenteCliFormat format,
                        GError **error)
{
  EntenteCliRecords *records = entente_cli_records_begin (entente_cli_get_output (cli),
                                                          listing,
                                                          format,
                                                          ENTENTE_CSV_EXACT,
                                                          error);

  if (!records)
    return FALSE;
  if (!run_lister (cli, study, listing, records, error)) {
    entente_cli_records_abort (records);
    return FALSE;
  }
  return entente_cli_records_commit (records, error);
}

static gboolean
choose_listing (const char *name, EntenteListing *listing, GError **error)
{
  if (entente_listing_parse (name, listing))
    return TRUE;
  g_set_error (error,
               ENTENTE_CLI_USAGE,
               0,
               _ ("“%s” cannot be listed; list events, actors, articles, claims, links, answers, "
                  "questions, kinds, reprints, learnt, views, positions or turning-points."),
               name);
  return FALSE;
}

static gboolean
run_list (EntenteCli *cli, GError **error)
{
  EntenteListing listing;
  guint format;
  g_autoptr (EntenteStudy) study = NULL;

  if (!choose_listing (entente_cli_get_argument (cli, 1), &listing, error) ||
      !entente_cli_choose (cli, "format", list_formats, &format, error))
    return FALSE;
  if (entente_cli_get_option (cli, "on") && listing != ENTENTE_LIST_POSITIONS) {
    g_set_error_literal (error,
                         ENTENTE_CLI_USAGE,
                         0,
                         _ ("Only positions are listed “--on” a day; try without it."));
    return FALSE;
  }
  study = entente_cli_open (cli, ENTENTE_OPEN_READ_ONLY, error);
  return study && entente_cli_write_list (cli, study, listing, format, error);
}

static const char *const list_options[] = { "format=", "o=", "output=", "on=", NULL };

const EntenteCliCommand entente_cli_list = {
  .name = "list",
  .usage =
    "STUDY events|actors|articles|claims|links|answers|questions|kinds|reprints|learnt|views|"
    "positions|turning-points [QUERY] [--on EDTF] [--format table|csv|json] [-o FILE]",
  .summary = N_ ("Lists the records of a study, or what hangs on the events that match."),
  .options = list_options,
  .min_arguments = 2,
  .max_arguments = 2,
  .takes_query = TRUE,
  .run = run_list,
};
