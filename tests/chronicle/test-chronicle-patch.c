/* Patched chronicles: equal to rebuilt ones after any edit; untouched blocks are shared. */
#include "config.h"

#include "entente-chronicle-private.h"
#include "entente-random-study.h"
#include "entente-same-chronicle.h"

#include <glib.h>

#define TODAY (17500 * ENTENTE_SECONDS_PER_DAY)

/* ---- patching ---- */

static void
check_edits_with_orders (guint n_events, gboolean plain, guint n_edits, guint n_orders)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (n_events, plain);
  g_autoptr (EntenteChronicle) chronicle = NULL;

  for (guint i = 0; i < n_orders; i++)
    entente_random_study_add_order (study);
  chronicle = entente_random_study_build (study, TODAY);
  for (guint i = 0; i < n_edits; i++) {
    g_autoptr (EntenteStudyEdit) edit = entente_random_study_edit (study);
    g_autoptr (EntenteChronicle) patched = entente_random_study_patch (study, edit, chronicle);
    g_autoptr (EntenteChronicle) rebuilt = entente_random_study_build (study, TODAY);

    entente_assert_same_chronicle (patched, rebuilt);
    entente_chronicle_unref (chronicle);
    chronicle = g_steal_pointer (&patched);
  }
}

static void
check_edits (guint n_events, gboolean plain, guint n_edits)
{
  check_edits_with_orders (n_events, plain, n_edits, 0);
}

/* An order that comes or goes moves events that nobody edited, far away and through others. */
static void
test_patched_with_orders (void)
{
  for (guint round = 0; round < 40; round++) {
    guint n = (guint) g_test_rand_int_range (3, 40);

    check_edits_with_orders (n, FALSE, 12, (guint) g_test_rand_int_range (1, (gint32) n));
  }
  check_edits_with_orders (9000, FALSE, 25, 300);
  check_edits_with_orders (13000, TRUE, 10, 2000);
}

static void
test_patched_small (void)
{
  for (guint round = 0; round < 40; round++)
    check_edits ((guint) g_test_rand_int_range (0, 40), FALSE, 12);
}

static void
test_patched_large (void)
{
  check_edits (7000, FALSE, 25);
  check_edits (13000, TRUE, 15);
}

/* Removing all but a few, event by event and at once; then filling again. */
static void
test_patched_to_nothing (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (5000, TRUE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_autoptr (EntenteChronicle) none = NULL;
  g_autoptr (EntenteChronicle) again = NULL;
  g_autoptr (EntenteStudyEdit) all = g_new0 (EntenteStudyEdit, 1);

  all->changed = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  all->removed = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  for (guint i = 0; i < study->events->len; i++) {
    EntenteStudyEvent *event = g_ptr_array_index (study->events, i);

    g_array_append_val (removed, event->event->record.id);
    g_array_append_val (all->changed, event->event->record.id);
  }
  none = entente_chronicle_patch (chronicle,
                                  (const EntenteId *) (gpointer) removed->data,
                                  removed->len,
                                  entente_chronicle_builder_new ());
  g_assert_cmpint (entente_chronicle_get_n_rows (none), ==, 0);
  again = entente_random_study_patch (study, all, none);
  entente_assert_same_chronicle (again, chronicle);
}

static guint
count_shared (const EntenteChronicle *a, const EntenteChronicle *b)
{
  guint n = 0;

  for (guint i = 0; i < a->n_blocks; i++) {
    for (guint k = 0; k < b->n_blocks; k++)
      n += a->blocks[i] == b->blocks[k];
  }
  return n;
}

static void
test_blocks_are_shared (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (60000, TRUE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  g_autoptr (EntenteChronicle) patched = NULL;
  g_autoptr (EntenteChronicle) removed = NULL;
  EntenteId gone = entente_chronicle_get_id (chronicle, 15000);
  EntenteStudyEvent *event;
  guint n;

  entente_chronicle_get_answers_to (chronicle, 15000, &n);
  removed = entente_chronicle_patch (chronicle, &gone, 1, entente_chronicle_builder_new ());
  g_assert_cmpint (entente_chronicle_get_n_rows (removed), ==, 59999);
  /* The block itself, and those to which its links lead. */
  g_assert_cmpint (count_shared (chronicle, removed), >=, chronicle->n_blocks - 8);
  g_assert_cmpint (count_shared (chronicle, removed), <, chronicle->n_blocks);
  g_array_set_size (study->links, 0);
  event = g_ptr_array_index (study->events, 77);
  {
    g_autoptr (EntenteStudyEdit) edit = g_new0 (EntenteStudyEdit, 1);
    g_autoptr (EntenteChronicle) bare = entente_random_study_build (study, TODAY);

    edit->changed = g_array_new (FALSE, FALSE, sizeof (EntenteId));
    edit->removed = g_array_new (FALSE, FALSE, sizeof (EntenteId));
    g_array_append_val (edit->changed, event->event->record.id);
    patched = entente_random_study_patch (study, edit, bare);
    g_assert_cmpint (count_shared (bare, patched), ==, bare->n_blocks - 1);
    entente_assert_same_chronicle (bare, patched);
  }
}

/* An answer in one block, what it answers in another: the answer goes, and the other is unanswered.
 */
static void
test_far_link (void)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  EntenteLinkRow link = { .id = 1, .from = 20000, .to = 10000, .type = ENTENTE_LINK_REFUSES };
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (EntenteChronicle) patched = NULL;

  for (EntenteId id = 10000; id <= 20000; id++) {
    EntenteEventRow row = { .id = id, .points = { id, id, id, id }, .form = ENTENTE_DATE_POINT };

    row.kind = (guint16) entente_kind_find ("invitation")->index;
    sink->event (builder, &row);
  }
  sink->link (builder, &link);
  chronicle = entente_chronicle_builder_build (builder, TODAY);
  g_assert_cmpint (entente_chronicle_get_answered (chronicle, 0), ==, ENTENTE_ANSWERED_YES);
  patched = entente_chronicle_patch (chronicle, &link.from, 1, entente_chronicle_builder_new ());
  g_assert_cmpint (entente_chronicle_get_answered (patched, 0), ==, ENTENTE_ANSWERED_NO);
  g_assert_cmpint (entente_chronicle_get_answered (chronicle, 0), ==, ENTENTE_ANSWERED_YES);
}

/* The last affiliation goes: nothing of the list is left to be told. */
static void
test_emptied_list (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (30, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  EntenteChronicleBuilder *fresh = entente_chronicle_builder_new ();
  g_autoptr (EntenteChronicle) patched = NULL;
  g_autoptr (EntenteChronicle) rebuilt = NULL;

  g_ptr_array_set_size (study->affiliations, 0);
  entente_chronicle_builder_set_complete (fresh, ENTENTE_ENTITY_AFFILIATION);
  patched = entente_chronicle_patch (chronicle, NULL, 0, fresh);
  rebuilt = entente_random_study_build (study, TODAY);
  entente_assert_same_chronicle (patched, rebuilt);
  for (guint32 actor = 0; actor < entente_chronicle_get_n_actors (patched); actor++) {
    guint n;

    entente_chronicle_get_affiliations (patched, actor, &n);
    g_assert_cmpint (n, ==, 0);
  }
}

/* ---- threads of the machine ---- */

static gpointer
read_rows (gpointer data)
{
  g_autoptr (EntenteChronicle) chronicle = data;
  g_autoptr (GArray) found = entente_chronicle_find_actors_by_name (chronicle, "Actor 1");
  gint64 sum = 0;

  g_assert_cmpint (found->len, >=, 1);
  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    EntenteEventRow out;

    entente_chronicle_get_row (chronicle, row, &out);
    g_assert_cmpint (entente_chronicle_find_row (chronicle, out.id), ==, row);
    sum += out.kind;
  }
  return GINT_TO_POINTER ((int) (sum & 0xffff));
}

/* Readers of old versions while new ones are made from them. */
static void
test_read_while_patched (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (6000, TRUE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  GThread *threads[24];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i += 2) {
    g_autoptr (EntenteStudyEdit) edit = entente_random_study_edit (study);
    EntenteChronicle *patched;

    threads[i] = g_thread_new ("reader", read_rows, entente_chronicle_ref (chronicle));
    threads[i + 1] = g_thread_new ("reader", read_rows, entente_chronicle_ref (chronicle));
    patched = entente_random_study_patch (study, edit, chronicle);
    entente_chronicle_unref (chronicle);
    chronicle = patched;
  }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i += 2)
    g_assert_true (g_thread_join (threads[i]) == g_thread_join (threads[i + 1]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chronicle-patch/small", test_patched_small);
  g_test_add_func ("/chronicle-patch/with-orders", test_patched_with_orders);
  g_test_add_func ("/chronicle-patch/large", test_patched_large);
  g_test_add_func ("/chronicle-patch/nothing", test_patched_to_nothing);
  g_test_add_func ("/chronicle-patch/shared", test_blocks_are_shared);
  g_test_add_func ("/chronicle-patch/far-link", test_far_link);
  g_test_add_func ("/chronicle-patch/emptied-list", test_emptied_list);
  g_test_add_func ("/chronicle-patch/read-meanwhile", test_read_while_patched);
  return g_test_run ();
}
