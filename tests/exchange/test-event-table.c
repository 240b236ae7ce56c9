/* Tables of events to records: profiles, maps, kinds, actors, and rows that cannot be read. */
#include "config.h"

#include "entente-context.h"
#include "entente-event-table.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *path;
  EntenteEventTable *table;
  GPtrArray *records;
  GError *error;
} Fixture;

static void
open_table (Fixture *fixture, const char *text, const char *profile, const char *map)
{
  int fd = g_file_open_tmp ("entente-table-XXXXXX.csv", &fixture->path, NULL);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  fixture->records = g_ptr_array_new_with_free_func (entente_record_unref);
  fixture->table = entente_event_table_open (file, profile, map, &fixture->error);
}

static void
read_all (Fixture *fixture)
{
  gpointer record;
  g_assert_no_error (fixture->error);
  while ((record = entente_event_table_next (fixture->table, &fixture->error)) != NULL)
    g_ptr_array_add (fixture->records, record);
}

static void
close_table (Fixture *fixture)
{
  g_unlink (fixture->path);
  g_free (fixture->path);
  g_clear_error (&fixture->error);
  g_ptr_array_unref (fixture->records);
  g_clear_pointer (&fixture->table, entente_event_table_free);
}

static gpointer
get_nth (Fixture *fixture, EntenteEntity entity, guint n)
{
  for (guint i = 0; i < fixture->records->len; i++) {
    EntenteRecord *record = fixture->records->pdata[i];
    if (record->entity == entity && n-- == 0)
      return record;
  }
  return NULL;
}

static void
test_icews (void)
{
  Fixture fixture = { 0 };
  open_table (&fixture,
              "date\tsource\tcameo_label\ttarget\tcameo_code\n"
              "2017-05-03\tGovernment (Iceland)\tExpress intent to meet\tNorway\t036\n"
              "2017-05-04\tNorway\tMake statement\tgovernment (iceland)\t0100\n",
              NULL,
              NULL);
  read_all (&fixture);
  g_assert_no_error (fixture.error);
  g_assert_cmpint (entente_event_table_get_n_events (fixture.table), ==, 2);
  g_assert_cmpuint (fixture.records->len, ==, 2 + 2 * 3);
  EntenteActor *iceland = get_nth (&fixture, ENTENTE_ENTITY_ACTOR, 0);
  EntenteActor *norway = get_nth (&fixture, ENTENTE_ENTITY_ACTOR, 1);
  EntenteEvent *event = get_nth (&fixture, ENTENTE_ENTITY_EVENT, 0);
  EntenteParticipation *addressee = get_nth (&fixture, ENTENTE_ENTITY_PARTICIPATION, 3);
  g_assert_cmpint (iceland->kind, ==, ENTENTE_ACTOR_GOVERNMENT);
  g_assert_cmpstr (norway->iso3166, ==, "NO");
  g_assert_cmpstr (event->kind, ==, entente_kind_from_cameo ("036")->id);
  g_assert_cmpstr (event->title, ==, "Express intent to meet");
  g_assert_cmpstr (event->when->edtf, ==, "2017-05-03");
  g_assert_cmpint (addressee->actor, ==, iceland->record.id);
  g_assert_cmpint (addressee->role, ==, ENTENTE_ROLE_ADDRESSEE);
  close_table (&fixture);
}

/* Whatever a record refers to came before it. */
static void
test_order (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  open_table (&fixture,
              "date,source,kind,target,place\n"
              "2017-05-03,A,talks,B,Port\n2017-05-04,B,talks,C,Port\n2017-05-05,C,talks,A,Bay\n",
              NULL,
              NULL);
  read_all (&fixture);
  for (guint i = 0; i < fixture.records->len; i++) {
    EntenteRecord *record = fixture.records->pdata[i];
    guint n;
    const EntenteFieldInfo *fields = entente_entity_get_fields (record->entity, &n);
    for (guint k = 0; k < n; k++) {
      gint64 *id = entente_record_get_field (record, &fields[k]);
      g_assert_true (fields[k].type != ENTENTE_FIELD_ID || *id == 0 ||
                     g_hash_table_contains (seen, id));
    }
    g_assert_true (g_hash_table_add (seen, &record->id));
  }
  close_table (&fixture);
}

static void
test_plain (void)
{
  Fixture fixture = { 0 };
  open_table (&fixture,
              "\"Date\";\"End\";\"Source\";\"Kind\";\"Target\";\"Title\";\"Place\";\"Note\"\r\n"
              "2017-05;;North;invitation;South;\"First; call\";Port;said softly\r\n"
              "2017-06-01;2017-06-04;North;Talks;;;;\r\n"
              "3 July 2017;;;036;South;;;\r\n"
              ";;North;talks;;;;\r\n",
              NULL,
              NULL);
  read_all (&fixture);
  g_assert_no_error (fixture.error);
  EntenteEvent *first = get_nth (&fixture, ENTENTE_ENTITY_EVENT, 0);
  EntentePlace *place = get_nth (&fixture, ENTENTE_ENTITY_PLACE, 0);
  g_assert_cmpstr (first->kind, ==, "invitation");
  g_assert_cmpstr (first->title, ==, "First; call");
  g_assert_cmpstr (first->summary, ==, "said softly");
  g_assert_cmpstr (first->when->edtf, ==, "2017-05");
  g_assert_cmpint (first->place, ==, place->record.id);
  EntenteEvent *second = get_nth (&fixture, ENTENTE_ENTITY_EVENT, 1);
  g_assert_cmpstr (second->when->edtf, ==, "2017-06-01/2017-06-04");
  g_assert_cmpstr (second->kind, ==, "talks");
  EntenteEvent *third = get_nth (&fixture, ENTENTE_ENTITY_EVENT, 2);
  g_assert_cmpstr (third->when->edtf, ==, "2017-07-03");
  g_assert_cmpstr (third->title, ==, entente_kind_get_label (entente_kind_from_cameo ("036")));
  EntenteEvent *fourth = get_nth (&fixture, ENTENTE_ENTITY_EVENT, 3);
  g_assert_null (fourth->when);
  close_table (&fixture);
}

static void
test_map (void)
{
  Fixture fixture = { 0 };
  open_table (&fixture,
              "x,day,who,how\n1,2017-05-03,North,036\n",
              NULL,
              "date=day, source=3,code=4,kind=4");
  read_all (&fixture);
  EntenteEvent *event = get_nth (&fixture, ENTENTE_ENTITY_EVENT, 0);
  g_assert_cmpstr (event->kind, ==, entente_kind_from_cameo ("036")->id);
  close_table (&fixture);
  open_table (&fixture,
              "2017-05-03,North,yes\n2017-05-04,South,no\n",
              NULL,
              "date=1,source=2,kind=statement,title=3");
  read_all (&fixture);
  event = get_nth (&fixture, ENTENTE_ENTITY_EVENT, 1);
  g_assert_cmpint (entente_event_table_get_n_events (fixture.table), ==, 2);
  g_assert_cmpstr (event->kind, ==, "statement");
  g_assert_cmpstr (event->title, ==, "no");
  close_table (&fixture);
}

/* Without a line of names the first row is an event, wherever its date stands. */
static void
test_map_without_header (void)
{
  Fixture fixture = { 0 };
  open_table (&fixture,
              "North\tMar 4 1951\tA call\nSouth\t5 March 1951\tAn answer\n",
              NULL,
              "source=1,date=2,title=3,kind=statement");
  read_all (&fixture);
  g_assert_cmpint (entente_event_table_get_n_events (fixture.table), ==, 2);
  close_table (&fixture);
  open_table (&fixture,
              "7 names\tday\nNorth\t1951-03-04\n",
              NULL,
              "source=1,date=2,kind=statement");
  read_all (&fixture);
  g_assert_no_error (fixture.error);
  g_assert_cmpint (entente_event_table_get_n_events (fixture.table), ==, 1);
  close_table (&fixture);
}

static void
test_known_actor (void)
{
  Fixture fixture = { 0 };
  open_table (&fixture, "2017-05-03,NORTH,talks,South\n", "plain", NULL);
  entente_event_table_add_known_actor (fixture.table, "North", 42);
  read_all (&fixture);
  EntenteActor *only = get_nth (&fixture, ENTENTE_ENTITY_ACTOR, 0);
  EntenteParticipation *initiator = get_nth (&fixture, ENTENTE_ENTITY_PARTICIPATION, 0);
  g_assert_cmpstr (only->name, ==, "South");
  g_assert_null (get_nth (&fixture, ENTENTE_ENTITY_ACTOR, 1));
  g_assert_cmpint (initiator->actor, ==, 42);
  close_table (&fixture);
}

static void
test_known_place (void)
{
  Fixture fixture = { 0 };
  open_table (&fixture,
              "date,source,kind,target,place\n2017-05-03,North,talks,South,DOHA\n",
              NULL,
              NULL);
  entente_event_table_add_known_place (fixture.table, "Doha", 42);
  entente_event_table_add_known_place (fixture.table, "doha", 43);
  read_all (&fixture);
  EntenteEvent *event = get_nth (&fixture, ENTENTE_ENTITY_EVENT, 0);
  g_assert_null (get_nth (&fixture, ENTENTE_ENTITY_PLACE, 0));
  g_assert_cmpint (event->place, ==, 42);
  close_table (&fixture);
}

static void
test_several_actors (void)
{
  Fixture fixture = { 0 };
  open_table (&fixture,
              "date,source,kind,target\n2017-05-03,North; East,talks,South;\n",
              "plain",
              NULL);
  read_all (&fixture);
  g_assert_no_error (fixture.error);
  EntenteActor *east = get_nth (&fixture, ENTENTE_ENTITY_ACTOR, 1);
  EntenteActor *south = get_nth (&fixture, ENTENTE_ENTITY_ACTOR, 2);
  EntenteParticipation *second = get_nth (&fixture, ENTENTE_ENTITY_PARTICIPATION, 1);
  g_assert_cmpstr (east->name, ==, "East");
  g_assert_cmpstr (south->name, ==, "South;");
  g_assert_cmpint (second->actor, ==, east->record.id);
  g_assert_cmpint (second->role, ==, ENTENTE_ROLE_INITIATOR);
  close_table (&fixture);
}

/* A name that is missing among others is nobody, and one given twice takes part once. */
static void
test_missing_actors (void)
{
  Fixture fixture = { 0 };
  open_table (&fixture,
              "date,source,kind,target\n2017-05-03,North; ; East; north,talks,; South\n",
              "plain",
              NULL);
  read_all (&fixture);
  g_assert_no_error (fixture.error);
  g_assert_cmpstr (((EntenteActor *) get_nth (&fixture, ENTENTE_ENTITY_ACTOR, 0))->name,
                   ==,
                   "North");
  g_assert_cmpstr (((EntenteActor *) get_nth (&fixture, ENTENTE_ENTITY_ACTOR, 1))->name,
                   ==,
                   "East");
  g_assert_cmpstr (((EntenteActor *) get_nth (&fixture, ENTENTE_ENTITY_ACTOR, 2))->name,
                   ==,
                   "South");
  g_assert_null (get_nth (&fixture, ENTENTE_ENTITY_ACTOR, 3));
  g_assert_nonnull (get_nth (&fixture, ENTENTE_ENTITY_PARTICIPATION, 2));
  g_assert_null (get_nth (&fixture, ENTENTE_ENTITY_PARTICIPATION, 3));
  close_table (&fixture);
}

static void
test_bad_rows (void)
{
  static const char *const cases[][2] = {
    { "date,source,kind,target\n2017-05-03,A,talks,B\n2017-02-30,A,talks,B\n", "line 3" },
    { "date,source,kind,target\n\"2017-05-03\",\"A\nA\",talks,B\nsoon,A,talks,B\n", "line 4" },
    { "date,source,kind,target\n2017-05-03,A,dancing,B\n", "line 2" },
    { "date,source,kind,target\n2017-05-03,A,,B\n", "line 2" },
    { "date,source,kind,target\n2017-05-03,A,999,B\n", "line 2" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Fixture fixture = { 0 };
    open_table (&fixture, cases[i][0], NULL, NULL);
    read_all (&fixture);
    g_assert_error (fixture.error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
    g_assert_nonnull (strstr (fixture.error->message, cases[i][1]));
    g_assert_nonnull (strstr (fixture.error->message, "entente-table-"));
    close_table (&fixture);
  }
}

static void
note_skipped (const char *sentence, gpointer lines)
{
  g_string_append (lines, sentence);
  g_string_append_c (lines, '\n');
}

/* Who wants the rest is told what is left out. */
static void
test_skipped_rows (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GString) lines = g_string_new (NULL);
  open_table (&fixture,
              "date,source,kind\n2017-05-03,A,talks\n2017-02-30,A,talks\n,A,talks\n"
              "2017-05-04,A,dancing\n2017-05-05,A,talks\nsoon,B,talks\n",
              NULL,
              NULL);
  entente_event_table_set_skipped (fixture.table, note_skipped, lines);
  read_all (&fixture);
  g_assert_no_error (fixture.error);
  g_assert_cmpint (entente_event_table_get_n_events (fixture.table), ==, 3);
  g_assert_nonnull (strstr (lines->str, "line 3: “2017-02-30”"));
  g_assert_nonnull (strstr (lines->str, "line 5: “dancing”"));
  g_assert_nonnull (strstr (lines->str, "line 7: “soon”"));
  g_assert_null (get_nth (&fixture, ENTENTE_ENTITY_ACTOR, 1));
  close_table (&fixture);
}

static const char *
get_edtf (Fixture *fixture, guint n)
{
  const EntenteEvent *event = get_nth (fixture, ENTENTE_ENTITY_EVENT, n);

  return event != NULL && event->when != NULL ? event->when->edtf : NULL;
}

/* A chronicle of a town, as someone else may have written it down. */
static void
test_map_of_long_times (void)
{
  Fixture fixture = { 0 };
  open_table (&fixture,
              "Begun|Ended|What|Where|More\n"
              "310 BC||The ford is first told of|Ford|\n"
              "2nd century||A wall|Ford|of clay\n"
              "88|91|A toll is asked|Bridge|by the bailiff\n"
              "Mon Jul 02 1877 14:35:00 GMT+0100||The train comes|Station|\n"
              "3 July 1877, 9:05|3 July 1877, 11:40|It goes back|station|\n",
              NULL,
              "date=Begun,end=2,title=What,place=Where,note=5,kind=outside-event");
  read_all (&fixture);
  g_assert_no_error (fixture.error);
  g_assert_cmpstr (get_edtf (&fixture, 0), ==, "-0309");
  g_assert_cmpstr (get_edtf (&fixture, 1), ==, "01XX");
  g_assert_cmpstr (get_edtf (&fixture, 2), ==, "0088/0091");
  g_assert_cmpstr (get_edtf (&fixture, 3), ==, "1877-07-02T14:35:00+01:00");
  g_assert_cmpstr (get_edtf (&fixture, 4), ==, "1877-07-03");
  EntenteEvent *event = get_nth (&fixture, ENTENTE_ENTITY_EVENT, 2);
  g_assert_cmpstr (event->title, ==, "A toll is asked");
  g_assert_cmpstr (event->summary, ==, "by the bailiff");
  g_assert_nonnull (get_nth (&fixture, ENTENTE_ENTITY_PLACE, 2));
  g_assert_null (get_nth (&fixture, ENTENTE_ENTITY_PLACE, 3));
  close_table (&fixture);
}

/* Each profile knows its source by the names of its columns. */
static void
test_profiles (void)
{
  static const char *const cases[][5] = {
    { "gdelt",
      "SQLDATE,Actor1Name,Actor2Name,EventCode,ActionGeo_FullName\n20170503,NORTH,SOUTH,036,Port\n",
      "2017-05-03",
      "036",
      "NORTH" },
    { "acled",
      "event_date,event_type,actor1,actor2,location,notes\n03 May "
      "2017,Battles,North,South,Port,a\n",
      "2017-05-03",
      "attack",
      "North" },
    { "ucdp",
      "paid,actor_name,pa_name,pa_date,pa_comment\n1,\"North, South\",Treaty,2017-05-03,a\n",
      "2017-05-03",
      "agreement",
      "North" },
    { "ucdp",
      "id,side_a,side_b,date_start,date_end\n1,North,South,2017-05-03,2017-05-04\n",
      "2017-05-03/2017-05-04",
      "attack",
      "North" },
    { "pax",
      "Con,Dat,Agt,Part\nPort,2017-05-03,Treaty,North;South\n",
      "2017-05-03",
      "agreement",
      "North" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Fixture fixture = { 0 };
    const EntenteKind *kind = entente_kind_from_cameo (cases[i][3]);
    open_table (&fixture, cases[i][1], cases[i][0], NULL);
    read_all (&fixture);
    g_assert_no_error (fixture.error);
    EntenteEvent *event = get_nth (&fixture, ENTENTE_ENTITY_EVENT, 0);
    EntenteActor *actor = get_nth (&fixture, ENTENTE_ENTITY_ACTOR, 0);
    g_assert_cmpstr (event->when->edtf, ==, cases[i][2]);
    g_assert_cmpstr (event->kind, ==, kind != NULL ? kind->id : cases[i][3]);
    g_assert_cmpstr (actor->name, ==, cases[i][4]);
    g_assert_nonnull (get_nth (&fixture, ENTENTE_ENTITY_ACTOR, 1));
    close_table (&fixture);
  }
}

static void
test_bad_tables (void)
{
  static const char *const cases[][3] = {
    { "", NULL, NULL },
    { "colour,shape\nred,round\n", NULL, NULL },
    { "colour,shape\nred,round\n", "icews", NULL },
    { "date,kind\n2017,talks\n", "nonsense", NULL },
    { "date,kind\n2017,talks\n", NULL, "date=1" },
    { "date,kind\n2017,talks\n", NULL, "date=1,kind=7" },
    { "date,kind\n2017,talks\n", NULL, "date=1,shape=2" },
    { "date,kind\n2017,talks\n", NULL, "date" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Fixture fixture = { 0 };
    open_table (&fixture, cases[i][0], cases[i][1], cases[i][2]);
    g_assert_null (fixture.table);
    g_assert_error (fixture.error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
    close_table (&fixture);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-table/icews", test_icews);
  g_test_add_func ("/event-table/order", test_order);
  g_test_add_func ("/event-table/plain", test_plain);
  g_test_add_func ("/event-table/map", test_map);
  g_test_add_func ("/event-table/map-without-header", test_map_without_header);
  g_test_add_func ("/event-table/known-actor", test_known_actor);
  g_test_add_func ("/event-table/known-place", test_known_place);
  g_test_add_func ("/event-table/several-actors", test_several_actors);
  g_test_add_func ("/event-table/missing-actors", test_missing_actors);
  g_test_add_func ("/event-table/bad-rows", test_bad_rows);
  g_test_add_func ("/event-table/skipped-rows", test_skipped_rows);
  g_test_add_func ("/event-table/map-of-long-times", test_map_of_long_times);
  g_test_add_func ("/event-table/profiles", test_profiles);
  g_test_add_func ("/event-table/bad-tables", test_bad_tables);
  return g_test_run ();
}
