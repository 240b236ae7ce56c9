/* Random studies for tests of properties. */
#include "entente-random-study.h"

#include <string.h>

#define DAYS_2014 16071

static const char *const dates[] = {
  "2014",
  "2015-03",
  "2015-08-22",
  "2016-21",
  "2016-02-29",
  "2017",
  "2017-06-01/2017-06-03",
  "2017-06/2017-09",
  "[2017-01-10..2017-02-20]",
  "[..2017-08-22]",
  "[2017-11-05..]",
  "2017-05-01T10:30:00",
  "2017-05-01T18:00:00",
  "2017/..",
  "[2016-07,2017-07]",
  "2017~",
  "201X",
  "",
};

gboolean
entente_random_once_in (guint n)
{
  return g_test_rand_int_range (0, (gint32) n) == 0;
}

guint
entente_random_pick (guint n)
{
  return n > 0 ? (guint) g_test_rand_int_range (0, (gint32) n) : 0;
}

EntenteId
entente_random_id (const GPtrArray *records)
{
  if (records->len == 0)
    return ENTENTE_ID_NONE;
  return ((EntenteRecord *) g_ptr_array_index (records, entente_random_pick (records->len)))->id;
}

EntenteId
entente_random_id_or_none (const GPtrArray *records, guint once_in)
{
  return entente_random_once_in (once_in) ? entente_random_id (records) : ENTENTE_ID_NONE;
}

/* Mostly close to the last one, at times far from it. */
static EntenteId
take_id (EntenteRandomStudy *study)
{
  study->last_id += entente_random_once_in (20) ? (EntenteId) 1 << (20 + entente_random_pick (20))
                                                : 1 + entente_random_pick (9);
  return study->last_id;
}

/* ---- dates ---- */

static EntenteDate *
bound_date (EntenteDate *told)
{
  g_autoptr (EntenteDate) date = told;
  gint64 first = (DAYS_2014 + entente_random_pick (1500)) * ENTENTE_SECONDS_PER_DAY;
  gint64 last = first + (1 + entente_random_pick (200)) * ENTENTE_SECONDS_PER_DAY;

  return entente_date_with_bounds (date,
                                   entente_random_once_in (2) ? first : ENTENTE_TIME_MIN,
                                   entente_random_once_in (2) ? last : ENTENTE_TIME_MAX,
                                   "a note");
}

static EntenteDate *
make_day (void)
{
  EntenteDay day = entente_day_from_number (DAYS_2014 + entente_random_pick (1500));

  return entente_date_new_day (day.year, day.month, day.day);
}

static EntenteDate *
make_date (void)
{
  g_autoptr (EntenteDate) date = NULL;
  g_autoptr (GError) error = NULL;

  if (entente_random_once_in (2))
    date = make_day ();
  else
    date = entente_date_parse (dates[entente_random_pick (G_N_ELEMENTS (dates))], &error);
  g_assert_no_error (error);
  if (entente_random_once_in (8)) {
    EntenteDate *ordered = entente_date_with_day_order (date, 1 + (int) entente_random_pick (3));

    entente_date_unref (date);
    date = ordered;
  }
  if (entente_random_once_in (4))
    return bound_date (g_steal_pointer (&date));
  return g_steal_pointer (&date);
}

static EntenteDate *
make_date_or_none (void)
{
  return entente_random_once_in (3) ? NULL : make_date ();
}

/* ---- lists ---- */

static gpointer
add_record (EntenteRandomStudy *study, GPtrArray *records, EntenteEntity entity)
{
  EntenteRecord *record = entente_record_new (entity);

  record->id = take_id (study);
  g_ptr_array_add (records, record);
  return record;
}

void
entente_random_study_add_actor (EntenteRandomStudy *study)
{
  EntenteActor *actor = add_record (study, study->actors, ENTENTE_ENTITY_ACTOR);
  EntenteAlias *alias;

  actor->name = g_strdup_printf ("Actor %u", study->actors->len);
  if (!entente_random_once_in (2))
    return;
  alias = add_record (study, study->aliases, ENTENTE_ENTITY_ALIAS);
  alias->actor = actor->record.id;
  alias->text = g_strdup_printf ("Alias %u", entente_random_pick (4));
}

void
entente_random_study_add_affiliation (EntenteRandomStudy *study)
{
  EntenteAffiliation *affiliation =
    add_record (study, study->affiliations, ENTENTE_ENTITY_AFFILIATION);

  affiliation->actor = entente_random_id (study->actors);
  affiliation->parent = entente_random_id (study->actors);
  affiliation->from = make_date_or_none ();
  affiliation->to = make_date_or_none ();
  affiliation->certainty = entente_random_once_in (4) ? ENTENTE_CERTAINTY_PROBABLE : 0;
}

void
entente_random_study_add_article (EntenteRandomStudy *study)
{
  EntenteId origin = entente_random_id_or_none (study->articles, 2);
  EntenteArticle *article = add_record (study, study->articles, ENTENTE_ENTITY_ARTICLE);

  article->title = g_strdup_printf ("Article %u", study->articles->len);
  article->origin = origin;
}

static void
add_lists (EntenteRandomStudy *study)
{
  for (guint i = 0; i < 10; i++)
    entente_random_study_add_actor (study);
  for (guint i = 0; i < 9; i++)
    entente_random_study_add_affiliation (study);
  for (guint i = 0; i < 5; i++)
    entente_random_study_add_article (study);
  for (guint i = 0; i < 3; i++) {
    EntenteId above_place = entente_random_id_or_none (study->places, 2);
    EntenteId above_issue = entente_random_id_or_none (study->issues, 2);
    EntenteTrack *track = add_record (study, study->tracks, ENTENTE_ENTITY_TRACK);
    EntentePlace *place = add_record (study, study->places, ENTENTE_ENTITY_PLACE);
    EntenteIssue *issue = add_record (study, study->issues, ENTENTE_ENTITY_ISSUE);
    EntenteEra *era = add_record (study, study->eras, ENTENTE_ENTITY_ERA);

    track->name = g_strdup_printf ("Track %u", i);
    place->name = g_strdup_printf ("Place %u", i);
    issue->name = g_strdup_printf ("Issue %u", i);
    place->parent = above_place;
    issue->parent = above_issue;
    era->name = g_strdup_printf ("Era %u", i);
  }
}

/* ---- events ---- */

static void
free_study_event (gpointer data)
{
  EntenteStudyEvent *event = data;

  entente_event_unref (event->event);
  g_array_unref (event->parts);
  g_array_unref (event->issues);
  g_array_unref (event->claims);
  g_free (event);
}

void
entente_random_study_fill_event (const EntenteRandomStudy *study, EntenteEvent *event)
{
  guint kind = study->plain ? entente_random_pick (8) : entente_random_pick (entente_kind_count ());

  g_clear_pointer (&event->when, entente_date_unref);
  g_free (event->kind);
  event->kind = g_strdup (entente_kind_get (kind)->id);
  event->when = study->plain ? make_day () : make_date ();
  if (study->plain)
    return;
  event->telling = entente_random_once_in (3) ? entente_random_pick (5) : 0;
  event->mode = (int) (entente_random_once_in (2) ? entente_random_pick (4) : 0);
  event->judgement = (int) entente_random_pick (5);
  event->medium = (int) entente_random_pick (12);
  event->track = entente_random_id_or_none (study->tracks, 2);
  event->place = entente_random_id_or_none (study->places, 3);
  event->pinned = entente_random_once_in (5);
}

static EntenteRole
pick_role (void)
{
  static const EntenteRole common[] = { ENTENTE_ROLE_INITIATOR,
                                        ENTENTE_ROLE_ADDRESSEE,
                                        ENTENTE_ROLE_PARTICIPANT };

  return entente_random_once_in (2)
           ? common[entente_random_pick (G_N_ELEMENTS (common))]
           : (EntenteRole) entente_random_pick (ENTENTE_ROLE_MENTIONED + 1);
}

void
entente_random_study_fill_parts (const EntenteRandomStudy *study, EntenteStudyEvent *event)
{
  guint n = entente_random_pick (5);

  g_array_set_size (event->parts, 0);
  for (guint i = 0; i < n; i++) {
    EntenteParticipationRow row = { .event = event->event->record.id,
                                    .actor = entente_random_id (study->actors),
                                    .role = (guint8) pick_role () };

    if (row.role == ENTENTE_ROLE_SPOKESMAN)
      row.speaks_for = entente_random_id_or_none (study->actors, 2);
    g_array_append_val (event->parts, row);
  }
}

void
entente_random_study_fill_issues (const EntenteRandomStudy *study, EntenteStudyEvent *event)
{
  g_array_set_size (event->issues, 0);
  for (guint i = 0; i < study->issues->len; i++) {
    if (entente_random_once_in (4))
      g_array_append_val (event->issues,
                          ((EntenteRecord *) g_ptr_array_index (study->issues, i))->id);
  }
}

void
entente_random_study_add_claim (EntenteRandomStudy *study, EntenteStudyEvent *event)
{
  static const char *const texts[] = { NULL, NULL, NULL, "two", "three" };
  static const char *const outlets[] = { NULL, "Gazette", "Courier" };
  g_autoptr (EntenteDate) date = make_day ();
  EntenteClaimRow row = {
    .id = take_id (study),
    .event = event->event->record.id,
    .article = entente_random_id_or_none (study->articles, 1 + entente_random_pick (2)),
    .outlet = entente_random_id_or_none (study->actors, 3),
    .speaker = entente_random_id_or_none (study->actors, 2),
    .outlet_name = outlets[entente_random_pick (G_N_ELEMENTS (outlets))],
    .claimed_text = texts[entente_random_pick (G_N_ELEMENTS (texts))],
    .has_claimed = entente_random_once_in (8),
    .claimed = date->points,
    .stance = (guint8) (entente_random_once_in (2) ? entente_random_pick (9) : 0),
    .hedge = (guint8) (entente_random_once_in (5) ? entente_random_pick (6) : 0),
  };

  g_array_append_val (event->claims, row);
}

EntenteStudyEvent *
entente_random_study_add_event (EntenteRandomStudy *study)
{
  EntenteStudyEvent *event = g_new0 (EntenteStudyEvent, 1);

  event->event = entente_event_new ();
  event->event->record.id = take_id (study);
  event->parts = g_array_new (FALSE, FALSE, sizeof (EntenteParticipationRow));
  event->issues = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  event->claims = g_array_new (FALSE, FALSE, sizeof (EntenteClaimRow));
  entente_random_study_fill_event (study, event->event);
  entente_random_study_fill_parts (study, event);
  for (guint i = entente_random_pick (4); i > 0 && !study->plain; i--)
    entente_random_study_add_claim (study, event);
  if (!study->plain)
    entente_random_study_fill_issues (study, event);
  g_ptr_array_add (study->events, event);
  return event;
}

EntenteStudyEvent *
entente_random_study_pick_event (const EntenteRandomStudy *study)
{
  return g_ptr_array_index (study->events, entente_random_pick (study->events->len));
}

EntenteLinkRow
entente_random_study_add_link (EntenteRandomStudy *study)
{
  EntenteLinkRow row = { .id = take_id (study),
                         .from = entente_random_study_pick_event (study)->event->record.id,
                         .to = entente_random_study_pick_event (study)->event->record.id,
                         .type = (guint8) entente_random_pick (ENTENTE_LINK_PART_OF + 1),
                         .basis = (guint8) entente_random_pick (2) };

  g_array_append_val (study->links, row);
  return row;
}

EntenteOrderRow
entente_random_study_add_order (EntenteRandomStudy *study)
{
  EntenteOrderRow row = { .id = take_id (study),
                          .event = entente_random_study_pick_event (study)->event->record.id,
                          .other = entente_random_study_pick_event (study)->event->record.id,
                          .relation = (guint8) entente_random_pick (4),
                          .days = entente_random_pick (30) };

  g_array_append_val (study->orders, row);
  return row;
}

/* ---- studies ---- */

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func (entente_record_unref);
}

EntenteRandomStudy *
entente_random_study_new (guint n_events, gboolean plain)
{
  EntenteRandomStudy *study = g_new0 (EntenteRandomStudy, 1);

  study->plain = plain;
  study->last_id = (EntenteId) 1 << 40;
  study->actors = new_list ();
  study->aliases = new_list ();
  study->affiliations = new_list ();
  study->places = new_list ();
  study->tracks = new_list ();
  study->issues = new_list ();
  study->eras = new_list ();
  study->articles = new_list ();
  study->events = g_ptr_array_new_with_free_func (free_study_event);
  study->links = g_array_new (FALSE, FALSE, sizeof (EntenteLinkRow));
  study->orders = g_array_new (FALSE, FALSE, sizeof (EntenteOrderRow));
  add_lists (study);
  for (guint i = 0; i < n_events; i++)
    entente_random_study_add_event (study);
  for (guint i = 0; i < n_events / 3; i++)
    entente_random_study_add_link (study);
  return study;
}

void
entente_random_study_free (EntenteRandomStudy *study)
{
  g_ptr_array_unref (study->actors);
  g_ptr_array_unref (study->aliases);
  g_ptr_array_unref (study->affiliations);
  g_ptr_array_unref (study->places);
  g_ptr_array_unref (study->tracks);
  g_ptr_array_unref (study->issues);
  g_ptr_array_unref (study->eras);
  g_ptr_array_unref (study->articles);
  g_ptr_array_unref (study->events);
  g_array_unref (study->links);
  g_array_unref (study->orders);
  g_free (study);
}

const EntenteStudyEvent *
entente_random_study_find (const EntenteRandomStudy *study, EntenteId id)
{
  guint low = 0;
  guint high = study->events->len;

  while (low < high) {
    guint middle = (low + high) / 2;
    const EntenteStudyEvent *event = g_ptr_array_index (study->events, middle);

    if (event->event->record.id == id)
      return event;
    if (event->event->record.id < id)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}
