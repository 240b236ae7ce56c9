/* Records with every field filled, by random. */
#include "config.h"

#include "entente-random-record.h"

#include "entente-article.h"
#include "entente-event.h"
#include "entente-study-records.h"

#include <string.h>

static const char *
choose (GRand *random, const char *const *choices, guint n)
{
  return choices[g_rand_int_range (random, 0, (gint32) n)];
}

static char *
make_text (GRand *random)
{
  static const char *const words[] = { "talks",     "Doha",      "envoy",    "المفاوضات",
                                       "préalable", "'quoted\"", "İstanbul", "𝕏",
                                       "ceasefire", "100 %",     "a\nb",     "NULL" };
  GString *text = g_string_new (choose (random, words, G_N_ELEMENTS (words)));

  for (gint32 n = g_rand_int_range (random, 0, 6); n > 0; n--)
    g_string_append_printf (text, " %s", choose (random, words, G_N_ELEMENTS (words)));
  g_string_append_printf (text, " %u", g_rand_int (random));
  return g_string_free (text, FALSE);
}

static void
take_date (EntenteDate **date, EntenteDate *changed)
{
  entente_date_unref (*date);
  *date = changed;
}

EntenteDate *
entente_random_date (GRand *random)
{
  static const char *const values[] = { "",
                                        "2018-07-25",
                                        "2018-07",
                                        "2018?",
                                        "2018-11~",
                                        "[2018-08-10..2018-09-10]",
                                        "[..2018-08-22]",
                                        "2018-02-14/2018-10-01",
                                        "2013/..",
                                        "/2018-11-12",
                                        "[2017-07,2018-07]",
                                        "2018-07-01T10:30:00+04:30",
                                        "-0044-03-15" };
  g_autoptr (EntenteDate) date = NULL;

  if (g_rand_int_range (random, 0, 5) == 0)
    return NULL;
  date = entente_date_parse (choose (random, values, G_N_ELEMENTS (values)), NULL);
  g_assert_nonnull (date);
  if (g_rand_boolean (random)) {
    g_autofree char *wording = make_text (random);

    take_date (&date, entente_date_with_wording (date, wording));
  }
  if (g_rand_boolean (random))
    take_date (&date,
               entente_date_with_basis (
                 date,
                 g_rand_int_range (random, 0, entente_enum_count (ENTENTE_ENUM_BASIS))));
  if (g_rand_int_range (random, 0, 4) == 0)
    take_date (&date, entente_date_with_still_so (date, TRUE));
  if (g_rand_int_range (random, 0, 4) == 0)
    take_date (&date, entente_date_with_day_order (date, g_rand_int_range (random, 1, 9)));
  if (g_rand_int_range (random, 0, 4) == 0)
    take_date (&date,
               entente_date_with_calendar (date, ENTENTE_CALENDAR_SOLAR_HIJRI, "1397-05-03"));
  if (g_rand_int_range (random, 0, 4) == 0)
    take_date (&date, entente_date_with_bounds (date, ENTENTE_TIME_MIN, 1542067200, "footnote 3"));
  if (g_rand_int_range (random, 0, 4) == 0)
    take_date (&date,
               entente_date_with_reading (date, "2017-07", "“last” may be the year before", 2));
  return g_steal_pointer (&date);
}

static EntenteId
choose_id (GRand *random, GArray *ids)
{
  if (ids == NULL || ids->len == 0)
    return ENTENTE_ID_NONE;
  return g_array_index (ids, EntenteId, g_rand_int_range (random, 0, (gint32) ids->len));
}

static GArray *
choose_ids (GRand *random, GArray *ids)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  for (guint i = 0; ids != NULL && i < ids->len && chosen->len < 3; i++) {
    if (g_rand_boolean (random))
      g_array_prepend_val (chosen, g_array_index (ids, EntenteId, i));
  }
  return chosen->len > 0 ? g_steal_pointer (&chosen) : NULL;
}

static void
fill_field (GRand *random, gpointer record, const EntenteFieldInfo *field, GArray **ids)
{
  gpointer value = entente_record_get_field (record, field);

  switch (field->type) {
  case ENTENTE_FIELD_STRING:
    *(char **) value = make_text (random);
    break;
  case ENTENTE_FIELD_BOOLEAN:
    *(gboolean *) value = g_rand_boolean (random);
    break;
  case ENTENTE_FIELD_INT:
    *(gint64 *) value = g_rand_int_range (random, 0, 10000);
    break;
  case ENTENTE_FIELD_REAL:
    *(double *) value = g_rand_double_range (random, -90, 90);
    break;
  case ENTENTE_FIELD_ENUM:
    *(int *) value = g_rand_int_range (random, 0, entente_enum_count (field->vocabulary));
    break;
  case ENTENTE_FIELD_ID:
    *(EntenteId *) value =
      choose_id (random,
                 ids[field->target == ENTENTE_N_ENTITIES ? ENTENTE_ENTITY_ACTOR : field->target]);
    break;
  case ENTENTE_FIELD_IDS:
    *(GArray **) value = choose_ids (random, ids[field->target]);
    break;
  case ENTENTE_FIELD_DATE:
    *(EntenteDate **) value = entente_random_date (random);
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

/* What the schema or the model asks of a record. */
static void
keep_rules (GRand *random, EntenteEntity entity, gpointer record)
{
  if (entity == ENTENTE_ENTITY_PASSAGE)
    ((EntentePassage *) record)->end += ((EntentePassage *) record)->start;
  if (entity == ENTENTE_ENTITY_FIELD)
    set_text (&((EntenteField *) record)->entity, "actor");
  if (entity == ENTENTE_ENTITY_EVENT)
    set_text (&((EntenteEvent *) record)->kind,
              entente_kind_get (g_rand_int_range (random, 0, (gint32) entente_kind_count ()))->id);
}

gpointer
entente_random_record (GRand *random, EntenteEntity entity, GArray *ids[ENTENTE_N_ENTITIES])
{
  EntenteRecord *record = entente_record_new (entity);
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);

  record->id = entente_id_new ();
  for (guint i = 0; i < n; i++)
    fill_field (random, record, &fields[i], ids);
  keep_rules (random, entity, record);
  return record;
}

gboolean
entente_random_record_is_possible (EntenteEntity entity, GArray *ids[ENTENTE_N_ENTITIES])
{
  static const struct {
    EntenteEntity entity, needs;
  } needs[] = {
    { ENTENTE_ENTITY_ALIAS, ENTENTE_ENTITY_ACTOR },
    { ENTENTE_ENTITY_AFFILIATION, ENTENTE_ENTITY_ACTOR },
    { ENTENTE_ENTITY_REVISION, ENTENTE_ENTITY_ARTICLE },
    { ENTENTE_ENTITY_FOOTNOTE, ENTENTE_ENTITY_REVISION },
    { ENTENTE_ENTITY_PASSAGE, ENTENTE_ENTITY_REVISION },
    { ENTENTE_ENTITY_PARTICIPATION, ENTENTE_ENTITY_EVENT },
    { ENTENTE_ENTITY_PARTICIPATION, ENTENTE_ENTITY_ACTOR },
    { ENTENTE_ENTITY_CLAIM, ENTENTE_ENTITY_EVENT },
    { ENTENTE_ENTITY_LINK, ENTENTE_ENTITY_EVENT },
    { ENTENTE_ENTITY_ORDER, ENTENTE_ENTITY_EVENT },
    { ENTENTE_ENTITY_POSITION, ENTENTE_ENTITY_ACTOR },
    { ENTENTE_ENTITY_TURNING_POINT, ENTENTE_ENTITY_EVENT },
    { ENTENTE_ENTITY_FIELD_VALUE, ENTENTE_ENTITY_FIELD },
    { ENTENTE_ENTITY_FIELD_VALUE, ENTENTE_ENTITY_ACTOR },
    { ENTENTE_ENTITY_REJECTION, ENTENTE_ENTITY_REVISION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++) {
    if (needs[i].entity == entity && (ids[needs[i].needs] == NULL || ids[needs[i].needs]->len == 0))
      return FALSE;
  }
  return TRUE;
}
