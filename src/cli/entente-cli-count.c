/* entente-cli count: how many events match, and under each value of each criterion. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "entente-cli.h"
#include "entente-facets.h"
#include "entente-own-fields.h"
#include "entente-rounds.h"

typedef struct {
  const char *name;
  int vocabulary; /* EntenteEnum, or -1 */
  EntenteEntity entity; /* when there is no vocabulary */
} Facet;

#define VOCABULARY(name, ENUM)                                                                     \
  {                                                                                                \
    name, ENTENTE_ENUM_##ENUM, 0                                                                   \
  }
#define RECORDS(name, ENTITY)                                                                      \
  {                                                                                                \
    name, -1, ENTENTE_ENTITY_##ENTITY                                                              \
  }

/* Named like the words of a query. */
static const Facet facets[ENTENTE_N_FACETS] = {
  [ENTENTE_FACET_ACTOR] = RECORDS ("actor", ACTOR),
  [ENTENTE_FACET_KIND] = { "kind", -1, ENTENTE_N_ENTITIES },
  [ENTENTE_FACET_GROUP] = VOCABULARY ("group", KIND_GROUP),
  [ENTENTE_FACET_EVIDENCE] = VOCABULARY ("evidence", EVIDENCE),
  [ENTENTE_FACET_JUDGEMENT] = VOCABULARY ("judgement", JUDGEMENT),
  [ENTENTE_FACET_MODE] = VOCABULARY ("mode", MODE),
  [ENTENTE_FACET_STATUS] = VOCABULARY ("status", STATUS),
  [ENTENTE_FACET_MEDIUM] = VOCABULARY ("medium", MEDIUM),
  [ENTENTE_FACET_ANSWERED] = VOCABULARY ("answered", ANSWERED),
  [ENTENTE_FACET_DATED] = { "dated", -1, ENTENTE_N_ENTITIES },
  [ENTENTE_FACET_ROUND] = RECORDS ("round", EVENT),
  [ENTENTE_FACET_TRACK] = RECORDS ("track", TRACK),
  [ENTENTE_FACET_PLACE] = RECORDS ("place", PLACE),
  [ENTENTE_FACET_ISSUE] = RECORDS ("issue", ISSUE),
  [ENTENTE_FACET_ARTICLE] = RECORDS ("source", ARTICLE),
  [ENTENTE_FACET_OUTLET] = RECORDS ("outlet", ACTOR),
  [ENTENTE_FACET_SPEAKER] = RECORDS ("speaker", ACTOR),
};

/* Past the last record stands "none". */
static const char *
get_record_name (const EntenteChronicle *chronicle, EntenteEntity entity, guint value)
{
  switch (entity) {
  case ENTENTE_ENTITY_ACTOR:
    return value < entente_chronicle_get_n_actors (chronicle)
             ? entente_chronicle_get_actor (chronicle, value)->name
             : NULL;
  case ENTENTE_ENTITY_TRACK:
    return value < entente_chronicle_get_n_tracks (chronicle)
             ? entente_chronicle_get_track (chronicle, value)->name
             : NULL;
  case ENTENTE_ENTITY_PLACE:
    return value < entente_chronicle_get_n_places (chronicle)
             ? entente_chronicle_get_place_record (chronicle, value)->name
             : NULL;
  case ENTENTE_ENTITY_ISSUE:
    return value < entente_chronicle_get_n_issues (chronicle)
             ? entente_chronicle_get_issue (chronicle, value)->name
             : NULL;
  default:
    return value < entente_chronicle_get_n_articles (chronicle)
             ? entente_chronicle_get_article (chronicle, value)->title
             : NULL;
  }
}

static const char *
get_value_name (const EntenteChronicle *chronicle, EntenteFacet facet, guint value)
{
  const char *name;

  if (facet >= ENTENTE_N_FACETS) {
    const EntenteOwnFields *fields = entente_chronicle_get_own_fields (chronicle);
    guint field = facet - ENTENTE_N_FACETS;

    return value < entente_own_fields_get_n_values (fields, field)
             ? entente_own_fields_get_value (fields, field, value)
             : _ ("(none)");
  }
  if (facet == ENTENTE_FACET_KIND)
    return entente_kind_get (value)->id;
  if (facet == ENTENTE_FACET_DATED)
    return value == 0 ? "dated" : "undated";
  if (facets[facet].vocabulary >= 0)
    return entente_enum_nick (facets[facet].vocabulary, value);
  name = get_record_name (chronicle, facets[facet].entity, value);
  return name ? name : _ ("(none)");
}

/* A round by its title, else by kind and time; past the last one stands "none". Free. */
static char *
dup_round_name (EntenteStudy *study, guint value)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  guint n;
  const guint32 *rounds = entente_rounds_get (chronicle, &n);
  EntenteId id = value < n ? entente_chronicle_get_id (chronicle, rounds[value]) : ENTENTE_ID_NONE;
  g_auto (GStrv) titles =
    id != ENTENTE_ID_NONE ? entente_study_read_titles (study, &id, 1, NULL) : NULL;

  if (value >= n)
    return g_strdup (_ ("(none)"));
  if (titles != NULL && titles[0] != NULL && *titles[0] != '\0')
    return g_strdup (titles[0]);
  return entente_rounds_describe (chronicle, rounds[value]);
}

static char *
dup_value_name (EntenteStudy *study, EntenteFacet facet, guint value)
{
  return facet == ENTENTE_FACET_ROUND
           ? dup_round_name (study, value)
           : g_strdup (get_value_name (entente_study_get_chronicle (study), facet, value));
}

typedef struct {
  guint value;
  guint total;
} Line;

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *one = a, *other = b;

  if (one->total != other->total)
    return one->total > other->total ? -1 : 1;
  return (one->value > other->value) - (one->value < other->value);
}

/* Values that some event of the study has; records by falling number, vocabularies in their order.
 */
static GArray *
list_lines (const EntenteFacets *counts, EntenteFacet facet)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint value = 0; value < entente_facets_get_n_values (counts, facet); value++) {
    Line line = { value, entente_facets_get_total_count (counts, facet, value) };

    if (line.total > 0)
      g_array_append_val (lines, line);
  }
  if (facet < ENTENTE_N_FACETS && facets[facet].vocabulary < 0 &&
      facets[facet].entity != ENTENTE_N_ENTITIES)
    g_array_sort (lines, compare_lines);
  return lines;
}

/* One of the user's own fields is called as a query calls it. */
static const char *
get_facet_name (const EntenteChronicle *chronicle, EntenteFacet facet)
{
  if (facet < ENTENTE_N_FACETS)
    return facets[facet].name;
  return entente_own_fields_get (entente_chronicle_get_own_fields (chronicle),
                                 facet - ENTENTE_N_FACETS)
    ->name;
}

static void
print_facets (EntenteStudy *study, const EntenteFacets *counts)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  guint n_own = entente_own_fields_get_n (entente_chronicle_get_own_fields (chronicle));

  for (guint facet = 0; facet < ENTENTE_N_FACETS + n_own; facet++) {
    g_autoptr (GArray) lines = list_lines (counts, facet);

    for (guint i = 0; i < lines->len; i++) {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *facet_name = entente_cli_clean (get_facet_name (chronicle, facet));
      g_autofree char *value = dup_value_name (study, facet, line->value);
      g_autofree char *name = entente_cli_clean (value);

      entente_cli_print (_ ("%s\t%s\t%u of %u\n"),
                         facet_name,
                         name,
                         entente_facets_get_count (counts, facet, line->value),
                         line->total);
    }
  }
}

static gboolean
run_count (EntenteCli *cli, GError **error)
{
  g_autoptr (EntenteStudy) study = entente_cli_open (cli, ENTENTE_OPEN_READ_ONLY, error);
  g_autoptr (EntenteQuery) query = study ? entente_cli_get_query (cli, study, error) : NULL;
  EntenteChronicle *chronicle = study ? entente_study_get_chronicle (study) : NULL;
  g_autoptr (EntenteBitset) words = NULL;
  g_autoptr (EntenteBitset) rows = NULL;

  if (!query || (query->words && !(words = entente_study_search (study, query->words, error))))
    return FALSE;
  rows = entente_query_match (query, chronicle, words, NULL);
  entente_cli_print (_ ("%u of %u"),
                     entente_bitset_count (rows),
                     entente_chronicle_get_n_rows (chronicle));
  if (entente_query_has_time (query))
    entente_cli_print (_ (", %u undated"), entente_query_count_undated (query, chronicle, words));
  entente_cli_print ("\n");
  if (entente_cli_get_option (cli, "facets")) {
    g_autoptr (EntenteFacets) counts = entente_facets_new (chronicle, query, words, NULL);

    print_facets (study, counts);
  }
  return TRUE;
}

static const char *const count_options[] = { "facets", NULL };

const EntenteCliCommand entente_cli_count = {
  .name = "count",
  .usage = "STUDY [QUERY] [--facets]",
  .summary =
    N_ ("Counts the events that match: n of N, and those without a date under a limit of time."),
  .options = count_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes_query = TRUE,
  .run = run_count,
};
