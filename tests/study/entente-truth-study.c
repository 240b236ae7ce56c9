/* A random study that is stored. */
#include "config.h"

#include "entente-truth-study.h"

#include "entente-query-fields.h"

#define DAYS_2016 16801
#define N_DAYS 700

static const char *const words[] = { "harbour", "salt", "bridge", "winter", "toll" };

static guint
pick (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static gboolean
once_in (guint n)
{
  return pick (n) == 0;
}

/* ---- dates ---- */

/* A day, month or year. Free. */
static char *
make_unit (void)
{
  EntenteDay day = entente_day_from_number (DAYS_2016 + pick (N_DAYS));
  guint precision = pick (4);

  if (precision == 0)
    return g_strdup_printf ("%04d", (int) day.year);
  if (precision == 1)
    return g_strdup_printf ("%04d-%02d", (int) day.year, day.month);
  return g_strdup_printf ("%04d-%02d-%02d", (int) day.year, day.month, day.day);
}

/* A point, told exactly or vaguely; undated at times. Free. */
static char *
make_point (void)
{
  g_autofree char *a = make_unit ();

  switch (pick (8)) {
  case 0:
    return g_strdup_printf ("[..%s]", a);
  case 1:
    return g_strdup_printf ("[%s..]", a);
  case 2:
    return g_strdup_printf ("%s~", a);
  case 3:
    return once_in (2) ? g_strdup ("") : g_strdup_printf ("%s?", a);
  default:
    return g_steal_pointer (&a);
  }
}

/* Free. */
static char *
make_day (guint from, guint n)
{
  EntenteDay day = entente_day_from_number (from + pick (n));

  return g_strdup_printf ("%04d-%02d-%02d", (int) day.year, day.month, day.day);
}

/* Two points, or one. Free. */
static char *
make_value (void)
{
  g_autofree char *first = make_day (DAYS_2016, N_DAYS);
  g_autofree char *last = make_day (DAYS_2016 + N_DAYS, 200);

  switch (pick (8)) {
  case 0:
    return g_strdup_printf ("[%s..%s]", first, last);
  case 1:
    return g_strdup_printf ("%s/%s", first, last);
  case 2:
    return g_strdup_printf ("[%s,%s]", first, last);
  case 3:
    return g_strdup_printf ("%s/..", first);
  default:
    return make_point ();
  }
}

static EntenteDate *
make_date (char *edtf)
{
  g_autofree char *text = edtf;
  g_autoptr (GError) error = NULL;
  EntenteDate *date = entente_date_parse (text, &error);

  g_assert_no_error (error);
  return date;
}

/* A date that a note bounds, at times. */
static EntenteDate *
make_when (void)
{
  g_autoptr (EntenteDate) date = make_date (make_value ());
  gint64 first = (gint64) (DAYS_2016 + pick (N_DAYS)) * ENTENTE_SECONDS_PER_DAY;
  gint64 last = first + (gint64) (1 + pick (200)) * ENTENTE_SECONDS_PER_DAY;

  if (!once_in (4))
    return g_steal_pointer (&date);
  return entente_date_with_bounds (date,
                                   once_in (2) ? first : ENTENTE_TIME_MIN,
                                   once_in (2) ? last : ENTENTE_TIME_MAX,
                                   "a note");
}

/* ---- records ---- */

static EntenteId
pick_id (const EntenteTruthStudy *self, EntenteEntity entity)
{
  const GArray *ids = self->ids[entity];

  return ids->len > 0 ? g_array_index (ids, EntenteId, pick (ids->len)) : ENTENTE_ID_NONE;
}

static EntenteId
pick_id_or_none (const EntenteTruthStudy *self, EntenteEntity entity)
{
  return once_in (3) ? ENTENTE_ID_NONE : pick_id (self, entity);
}

/* Borrowed. */
static gpointer
add (EntenteTruthStudy *self, EntenteEntity entity)
{
  g_autoptr (EntenteRecord) record = entente_record_new (entity);

  record->id = entente_id_new ();
  entente_step_insert (self->step, record);
  if (self->ids[entity] == NULL)
    self->ids[entity] = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_array_append_val (self->ids[entity], record->id);
  return record;
}

static const char *
pick_word (void)
{
  return words[pick (G_N_ELEMENTS (words))];
}

/* The user's own fields: of events, and one of actors, whose values are nothing to events. */
static void
add_fields (EntenteTruthStudy *self)
{
  static const char *const types[] = { "text", "number", "choice", "yes-no" };

  for (guint i = 0; i < 5; i++) {
    EntenteField *field = add (self, ENTENTE_ENTITY_FIELD);

    field->name = g_strdup_printf ("Field %u", i);
    field->entity = g_strdup (i < 4 ? "event" : "actor");
    field->type = g_strdup (types[i % 4]);
    field->choices = g_strdup (i == 2 ? "toll\nsalt\n\nnever" : NULL);
  }
}

/* Several in one field, the same twice, and nothing at all are all stored like that at times. */
static void
add_field_value (EntenteTruthStudy *self)
{
  EntenteFieldValue *value = add (self, ENTENTE_ENTITY_FIELD_VALUE);

  value->field = pick_id (self, ENTENTE_ENTITY_FIELD);
  value->subject =
    once_in (9) ? pick_id (self, ENTENTE_ENTITY_ACTOR) : pick_id (self, ENTENTE_ENTITY_EVENT);
  value->value = g_strdup (once_in (9) ? "" : pick_word ());
}

static void
add_contexts (EntenteTruthStudy *self)
{
  for (guint i = 0; i < 8; i++)
    ((EntenteActor *) add (self, ENTENTE_ENTITY_ACTOR))->name = g_strdup_printf ("Actor %u", i);
  for (guint i = 0; i < 3; i++) {
    ((EntenteTrack *) add (self, ENTENTE_ENTITY_TRACK))->name = g_strdup_printf ("Track %u", i);
    ((EntentePlace *) add (self, ENTENTE_ENTITY_PLACE))->name = g_strdup_printf ("Place %u", i);
    ((EntenteIssue *) add (self, ENTENTE_ENTITY_ISSUE))->name = g_strdup_printf ("Issue %u", i);
  }
  add_fields (self);
}

static void
add_affiliation (EntenteTruthStudy *self)
{
  EntenteAffiliation *record = add (self, ENTENTE_ENTITY_AFFILIATION);

  record->actor = pick_id (self, ENTENTE_ENTITY_ACTOR);
  record->parent = pick_id (self, ENTENTE_ENTITY_ACTOR);
  record->from = once_in (3) ? NULL : make_date (make_point ());
  record->to = once_in (3) ? NULL : make_date (make_point ());
  record->certainty = once_in (3) ? (int) pick (3) : ENTENTE_CERTAINTY_CERTAIN;
}

/* An article of one sentence, and a passage of it. */
static void
add_article (EntenteTruthStudy *self, guint number)
{
  EntenteArticle *article = add (self, ENTENTE_ENTITY_ARTICLE);
  EntenteRevision *revision = add (self, ENTENTE_ENTITY_REVISION);
  EntentePassage *passage = add (self, ENTENTE_ENTITY_PASSAGE);

  article->title = g_strdup_printf ("Article %u", number);
  article->publication = pick_id_or_none (self, ENTENTE_ENTITY_ACTOR);
  revision->article = article->record.id;
  revision->number = 1;
  revision->text = g_strdup_printf ("It says %s.\n", pick_word ());
  passage->revision = revision->record.id;
  passage->start = 0;
  passage->end = g_utf8_strlen (revision->text, -1) - 2;
  passage->quote = g_utf8_substring (revision->text, 0, passage->end);
}

static void
add_claim (EntenteTruthStudy *self, EntenteId event)
{
  EntenteClaim *claim = add (self, ENTENTE_ENTITY_CLAIM);

  claim->event = event;
  claim->passage = pick_id_or_none (self, ENTENTE_ENTITY_PASSAGE);
  claim->outlet = once_in (3) ? pick_id (self, ENTENTE_ENTITY_ACTOR) : ENTENTE_ID_NONE;
  claim->outlet_name =
    claim->outlet == ENTENTE_ID_NONE && once_in (3) ? g_strdup ("Gazette") : NULL;
  claim->speaker = pick_id_or_none (self, ENTENTE_ENTITY_ACTOR);
  claim->stance = once_in (2) ? (int) pick (9) : ENTENTE_STANCE_ASSERTS;
  claim->hedge = once_in (4) ? (int) pick (6) : ENTENTE_HEDGE_NONE;
  claim->note = once_in (4) ? g_strdup (pick_word ()) : NULL;
}

static int
pick_role (void)
{
  static const int common[] = { ENTENTE_ROLE_INITIATOR,
                                ENTENTE_ROLE_ADDRESSEE,
                                ENTENTE_ROLE_PARTICIPANT,
                                ENTENTE_ROLE_SPOKESMAN };

  return once_in (2) ? (int) pick (ENTENTE_ROLE_MENTIONED + 1)
                     : common[pick (G_N_ELEMENTS (common))];
}

static void
add_part (EntenteTruthStudy *self, EntenteId event)
{
  EntenteParticipation *part = add (self, ENTENTE_ENTITY_PARTICIPATION);

  part->event = event;
  part->actor = pick_id (self, ENTENTE_ENTITY_ACTOR);
  part->role = pick_role ();
  if (part->role == ENTENTE_ROLE_SPOKESMAN)
    part->speaks_for = pick_id_or_none (self, ENTENTE_ENTITY_ACTOR);
}

static void
fill_event (EntenteTruthStudy *self, EntenteEvent *event)
{
  event->kind = g_strdup (entente_kind_get (pick (entente_kind_count ()))->id);
  event->title = once_in (2) ? g_strdup_printf ("About %s", pick_word ()) : NULL;
  event->summary = once_in (4) ? g_strdup_printf ("On %s", pick_word ()) : NULL;
  event->when = make_when ();
  event->place = pick_id_or_none (self, ENTENTE_ENTITY_PLACE);
  event->track = pick_id_or_none (self, ENTENTE_ENTITY_TRACK);
  event->medium = (int) pick (12);
  event->mode = once_in (2) ? (int) pick (4) : ENTENTE_MODE_FACTUAL;
  event->judgement = (int) pick (5);
  for (guint i = 0; i < 3; i++) {
    if (!once_in (4))
      continue;
    if (event->issues == NULL)
      event->issues = g_array_new (FALSE, FALSE, sizeof (EntenteId));
    g_array_append_val (event->issues,
                        g_array_index (self->ids[ENTENTE_ENTITY_ISSUE], EntenteId, i));
  }
}

static void
add_event (EntenteTruthStudy *self)
{
  EntenteEvent *event = add (self, ENTENTE_ENTITY_EVENT);

  fill_event (self, event);
  for (guint i = pick (5); i > 0; i--)
    add_part (self, event->record.id);
  for (guint i = pick (4); i > 0; i--)
    add_claim (self, event->record.id);
}

static void
add_link (EntenteTruthStudy *self)
{
  EntenteId from = pick_id (self, ENTENTE_ENTITY_EVENT);
  EntenteId to = pick_id (self, ENTENTE_ENTITY_EVENT);
  EntenteLink *link;

  if (from == to)
    return;
  link = add (self, ENTENTE_ENTITY_LINK);
  link->from = from;
  link->to = to;
  link->type = (int) pick (ENTENTE_LINK_PART_OF + 1);
}

EntenteTruthStudy *
entente_truth_study_new (guint n_events)
{
  EntenteTruthStudy *self = g_new0 (EntenteTruthStudy, 1);

  self->step = entente_step_new ("Random");
  add_contexts (self);
  for (guint i = 0; i < 9; i++)
    add_affiliation (self);
  for (guint i = 0; i < 5; i++)
    add_article (self, i);
  for (guint i = 0; i < n_events; i++)
    add_event (self);
  for (guint i = 0; i < n_events / 2; i++)
    add_link (self);
  for (guint i = 0; i < n_events * 3; i++)
    add_field_value (self);
  return self;
}

void
entente_truth_study_free (EntenteTruthStudy *self)
{
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    g_clear_pointer (&self->ids[i], g_array_unref);
  entente_step_free (self->step);
  g_free (self);
}

/* ---- filters ---- */

static void
ask_ids (const EntenteTruthStudy *study, GArray **ids, EntenteEntity entity, guint most)
{
  for (guint i = 1 + pick (most); i > 0; i--) {
    /* At times one that the study does not have. */
    EntenteId id = once_in (40) ? 12345 : pick_id (study, entity);

    if (!entente_query_has_id (*ids, id))
      entente_query_toggle_id (ids, id, TRUE);
  }
}

/* Any, all or none of some records; at times also of those that have nothing. */
static void
ask_listed (const EntenteTruthStudy *study,
            EntenteQuery *query,
            EntenteListed listed,
            GArray **ids,
            EntenteEntity entity)
{
  query->listed[listed] = (EntenteMatch) pick (3);
  query->empty[listed] = once_in (4);
  if (!query->empty[listed] || once_in (2))
    ask_ids (study, ids, entity, 2);
}

static void
ask_field (const EntenteTruthStudy *study, EntenteQuery *query)
{
  const GArray *fields = study->ids[ENTENTE_ENTITY_FIELD];
  /* At times one that the study does not have; not the one of actors. */
  EntenteId id = once_in (40) ? 12345 : g_array_index (fields, EntenteId, pick (4));
  EntenteFieldAsk *ask = entente_query_ensure_field (query, id);

  ask->match = (EntenteMatch) pick (3);
  ask->empty = once_in (4);
  for (guint i = pick (4); i > 0; i--)
    entente_field_ask_toggle (ask, once_in (20) ? "nowhere" : pick_word (), TRUE);
}

static guint32
ask_values (guint n)
{
  guint32 mask = 1u << pick (n);

  while (once_in (2))
    mask |= 1u << pick (n);
  return mask;
}

static void
ask_actors (const EntenteTruthStudy *study, EntenteQuery *query)
{
  query->match = (EntenteMatch) pick (4);
  ask_ids (study, &query->actors, ENTENTE_ENTITY_ACTOR, 3);
  query->direction = once_in (2) ? (EntenteDirection) pick (3) : ENTENTE_EITHER_WAY;
  query->exclusive = once_in (3);
}

static void
ask_roles (EntenteQuery *query)
{
  query->roles = ask_values (ENTENTE_ROLE_MENTIONED + 1);
  if (once_in (2))
    query->roles |= ask_values (ENTENTE_ROLE_MENTIONED + 1) | 1u << ENTENTE_ROLE_INITIATOR;
}

static void
ask_kinds (EntenteQuery *query)
{
  for (guint i = 1 + pick (40); i > 0; i--) {
    guint kind = pick (entente_kind_count ());

    query->kinds[kind / 64] |= (guint64) 1 << kind % 64;
  }
}

static void
ask_time (EntenteQuery *query)
{
  gint64 first = DAYS_2016 + (gint64) pick (N_DAYS) - 50;
  gint64 last = first + pick (400);

  query->has_since = !once_in (3);
  query->has_until = !query->has_since || !once_in (3);
  query->since = first * ENTENTE_SECONDS_PER_DAY;
  query->until = last * ENTENTE_SECONDS_PER_DAY;
  query->surely = once_in (3);
}

/* Any event may be asked for as a round. */
static void
ask_rounds (const EntenteTruthStudy *study, EntenteQuery *query)
{
  query->round_empty = once_in (3);
  if (!query->round_empty || once_in (2))
    ask_ids (study, &query->rounds, ENTENTE_ENTITY_EVENT, 20);
}

static void
ask_criterion (const EntenteTruthStudy *study, EntenteQuery *query)
{
  switch (pick (18)) {
  case 0:
    ask_kinds (query);
    break;
  case 1:
    query->groups = ask_values (ENTENTE_N_GROUPS);
    break;
  case 2:
    query->evidence = ask_values (8);
    break;
  case 3:
    query->judgement = ask_values (5);
    break;
  case 4:
    query->mode = ask_values (4);
    break;
  case 5:
    query->status = ask_values (7);
    break;
  case 6:
    query->medium = ask_values (12);
    break;
  case 7:
    query->answered = ask_values (3);
    break;
  case 8:
    query->dated = ask_values (2);
    break;
  case 9:
    ask_listed (study, query, ENTENTE_LISTED_TRACK, &query->tracks, ENTENTE_ENTITY_TRACK);
    break;
  case 10:
    ask_listed (study, query, ENTENTE_LISTED_PLACE, &query->places, ENTENTE_ENTITY_PLACE);
    break;
  case 11:
    ask_listed (study, query, ENTENTE_LISTED_ISSUE, &query->issues, ENTENTE_ENTITY_ISSUE);
    break;
  case 12:
    ask_listed (study, query, ENTENTE_LISTED_ARTICLE, &query->articles, ENTENTE_ENTITY_ARTICLE);
    break;
  case 13:
    ask_listed (study, query, ENTENTE_LISTED_OUTLET, &query->outlets, ENTENTE_ENTITY_ACTOR);
    break;
  case 14:
    ask_listed (study, query, ENTENTE_LISTED_SPEAKER, &query->speakers, ENTENTE_ENTITY_ACTOR);
    break;
  case 15:
    ask_ids (study, &query->by, ENTENTE_ENTITY_ACTOR, 2);
    break;
  case 16:
    ask_ids (study, &query->to, ENTENTE_ENTITY_ACTOR, 2);
    break;
  default:
    ask_time (query);
  }
}

EntenteQuery *
entente_truth_query_new (const EntenteTruthStudy *study)
{
  EntenteQuery *query = entente_query_new ();

  if (!once_in (3))
    ask_actors (study, query);
  query->members = once_in (2);
  query->members_surely = once_in (3);
  if (once_in (4))
    ask_roles (query);
  for (guint i = pick (3); i > 0; i--)
    ask_criterion (study, query);
  if (once_in (8))
    ask_field (study, query);
  if (once_in (12))
    ask_rounds (study, query);
  if (once_in (20))
    query->words = g_strdup (pick_word ());
  return query;
}
