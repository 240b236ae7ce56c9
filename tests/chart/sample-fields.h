/* A chronicle with every field that lanes may be made of: events with none, one and several values
 * of each. Header only. */
#pragma once

#include "sample-chronicle.h"

typedef struct {
  const char *key, *kind, *date, *from, *to, *track, *place, *issues, *articles, *outlets;
} FieldEvent;

/* In the order of time; lists are separated by spaces, articles and outlets go in pairs. */
static const FieldEvent field_events[] = {
  { "offer",
    "offer",
    "2018-01-05",
    "kabul",
    "taliban",
    "",
    "kabul-town",
    "prisoners",
    "one",
    "post" },
  { "talks",
    "talks",
    "2018-02-10",
    "us taliban",
    "",
    "doha",
    "doha-town",
    "troops prisoners",
    "one two",
    "post times" },
  { "again",
    "talks",
    "2018-03-10",
    "us taliban",
    "",
    "doha",
    "doha-town",
    "troops",
    "two",
    "times" },
  { "invite", "invitation", "2018-04-01", "russia", "us kabul", "moscow", "", "", "three", "" },
  { "attack", "violation", "2018-05-01", "", "", "", "", "", "", "" },
  { "word", "statement", "2018-06-01", "us", "", "", "", "troops", "", "" },
  { "charge", "accusation", "", "us", "russia", "moscow", "", "", "one", "post" },
};

static inline EntenteId
field_event_id (const char *key)
{
  return entente_id_from_key (key);
}

static inline guint
field_find_row (const EntenteChronicle *chronicle, const char *key)
{
  return entente_chronicle_find_row (chronicle, field_event_id (key));
}

static inline void
field_add_lists (EntenteChronicleBuilder *builder)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  const char *const tracks[] = { "doha", "moscow" }, *const places[] = { "kabul-town",
                                                                         "doha-town" };
  const char *const issues[] = { "troops", "prisoners" };

  for (guint i = 0; i < 2; i++) {
    g_autoptr (EntentePlace) place = entente_place_new ();
    g_autoptr (EntenteTrack) track = entente_track_new ();
    g_autoptr (EntenteIssue) issue = entente_issue_new ();

    place->record.id = entente_id_from_key (places[i]);
    place->name = g_strdup (places[i]);
    sink->place (builder, place);
    track->record.id = entente_id_from_key (tracks[i]);
    track->name = g_strdup (tracks[i]);
    sink->track (builder, track);
    issue->record.id = entente_id_from_key (issues[i]);
    issue->name = g_strdup (issues[i]);
    sink->issue (builder, issue);
  }
}

static inline void
field_add_claims (EntenteChronicleBuilder *builder, const FieldEvent *sample)
{
  g_auto (GStrv) articles = g_strsplit (sample->articles, " ", 0);
  g_auto (GStrv) outlets = g_strsplit (sample->outlets, " ", 0);

  for (guint i = 0; articles[i] != NULL; i++) {
    g_autofree char *key = g_strdup_printf ("%s-%u", sample->key, i);
    EntenteClaimRow row = { .id = entente_id_from_key (key) };

    row.event = field_event_id (sample->key);
    row.article = entente_id_from_key (articles[i]);
    row.outlet = g_strv_length (outlets) > i ? entente_id_from_key (outlets[i]) : ENTENTE_ID_NONE;
    entente_chronicle_builder_get_sink ()->claim (builder, &row);
  }
}

static inline void
field_add_event (EntenteChronicleBuilder *builder, const FieldEvent *sample)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  event->record.id = field_event_id (sample->key);
  event->kind = g_strdup (sample_kind (sample->kind));
  event->when = entente_date_parse (sample->date, NULL);
  event->track = *sample->track != '\0' ? entente_id_from_key (sample->track) : ENTENTE_ID_NONE;
  event->place = *sample->place != '\0' ? entente_id_from_key (sample->place) : ENTENTE_ID_NONE;
  entente_event_get_row (event, &row);
  entente_chronicle_builder_get_sink ()->event (builder, &row);
}

static inline void
field_add_rest (EntenteChronicleBuilder *builder, const FieldEvent *sample)
{
  EntenteId id = field_event_id (sample->key);
  g_auto (GStrv) issues = g_strsplit (sample->issues, " ", 0);

  sample_add_parts (builder, id, sample->from, ENTENTE_ROLE_INITIATOR);
  sample_add_parts (builder, id, sample->to, ENTENTE_ROLE_ADDRESSEE);
  for (guint i = 0; issues[i] != NULL; i++)
    if (*issues[i] != '\0')
      entente_chronicle_builder_get_sink ()->event_issue (builder,
                                                          id,
                                                          entente_id_from_key (issues[i]));
  field_add_claims (builder, sample);
}

static int
field_compare_ids (gconstpointer a, gconstpointer b)
{
  EntenteId left = field_event_id ((*(const FieldEvent *const *) a)->key);
  EntenteId right = field_event_id ((*(const FieldEvent *const *) b)->key);

  return left < right ? -1 : left > right;
}

static inline EntenteChronicle *
field_chronicle_new (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  const FieldEvent *sorted[G_N_ELEMENTS (field_events)];

  for (guint i = 0; i < G_N_ELEMENTS (field_events); i++)
    sorted[i] = &field_events[i];
  qsort (sorted, G_N_ELEMENTS (sorted), sizeof *sorted, field_compare_ids);
  sample_add_actor (builder, "us", "United States", ENTENTE_ACTOR_STATE, 0);
  sample_add_actor (builder, "taliban", "Taliban", ENTENTE_ACTOR_ARMED_MOVEMENT, 0);
  sample_add_actor (builder, "russia", "Russia", ENTENTE_ACTOR_STATE, 0);
  sample_add_actor (builder, "kabul", "Afghan government", ENTENTE_ACTOR_GOVERNMENT, 0);
  sample_add_actor (builder, "post", "The Post", ENTENTE_ACTOR_MEDIA, 0);
  sample_add_actor (builder, "times", "The Times", ENTENTE_ACTOR_MEDIA, 0);
  field_add_lists (builder);
  sample_add_article (builder, "one", "2018-10-31");
  sample_add_article (builder, "two", "2018-11-01");
  sample_add_article (builder, "three", "2018-11-02");
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    field_add_event (builder, sorted[i]);
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    field_add_rest (builder, sorted[i]);
  return entente_chronicle_builder_build (builder, sample_time ("2018-11-12", FALSE));
}
