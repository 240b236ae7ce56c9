/* The form of claims, and that of links. */
#include "config.h"

#include "entente-claim-form.h"
#include "entente-commands.h"
#include "entente-date-field.h"
#include "entente-form-window.h"
#include "entente-link-form.h"
#include "entente-order-form.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

static guint
count_voices (EntenteSample *sample, EntenteId event)
{
  guint n;

  entente_chronicle_get_voices (
    entente_sample_get_chronicle (sample),
    entente_chronicle_find_row (entente_sample_get_chronicle (sample), event),
    &n);
  return n;
}

static void
test_new (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId event = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 2);
  guint n = count_voices (sample, event);
  GtkWidget *window, *speaker;
  g_autoptr (EntenteEventDetail) detail = NULL;
  const EntenteClaim *claim;

  entente_claim_form_present (parent,
                              sample->session,
                              event,
                              ENTENTE_ID_NONE,
                              ENTENTE_ID_NONE,
                              NULL);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  speaker = entente_probe_find_entry (window, "An actor, or “a senior official”");
  gtk_editable_set_text (GTK_EDITABLE (speaker), "a senior official");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (count_voices (sample, event) == n + 1);
  detail = entente_study_read_event (sample->study, event, NULL);
  claim = detail->claims->pdata[n];
  g_assert_cmpstr (claim->speaker_class, ==, "a senior official");
  g_assert_cmpint (claim->speaker, ==, ENTENTE_ID_NONE);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* Words typed or pasted are found in the article that is shown, whatever ends its lines; others are
 * refused. */
static void
test_words (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId event = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 2);
  EntenteId article =
    entente_chronicle_get_article (entente_sample_get_chronicle (sample), 0)->record.id;
  guint n = count_voices (sample, event);
  g_autoptr (EntenteArticleDetail) text = entente_study_read_article (sample->study, article, NULL);
  g_autofree char *words = g_utf8_substring (text->revision->text, 40, 80);
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  g_autofree char *spaced = g_strdelimit (g_strdup (stripped), "\n", ' ');
  g_autoptr (EntenteEventDetail) detail = NULL;
  GtkWidget *window, *entry;

  entente_session_set_article (sample->session, article);
  entente_claim_form_present (parent,
                              sample->session,
                              event,
                              ENTENTE_ID_NONE,
                              ENTENTE_ID_NONE,
                              NULL);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entry = entente_probe_find_entry (window, "Words of the article that say it, typed or pasted");
  gtk_editable_set_text (GTK_EDITABLE (entry), "words that stand nowhere");
  entente_probe_wait (entente_probe_says (window, "do not stand in"));
  g_signal_emit_by_name (window, "accept");
  g_assert_cmpuint (count_voices (sample, event), ==, n);
  gtk_editable_set_text (GTK_EDITABLE (entry), spaced);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (count_voices (sample, event) == n + 1);
  detail = entente_study_read_event (sample->study, event, NULL);
  g_assert_cmpstr (((EntentePassage *) detail->passages->pdata[n])->quote, ==, stripped);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* Who acted, to whom and where, as this voice says it: known by any name, or new. */
static void
test_claimed (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId event = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 2);
  const EntenteActor *actor =
    entente_chronicle_get_actor (entente_sample_get_chronicle (sample), 0);
  EntenteId known = actor->record.id;
  guint n = count_voices (sample, event);
  g_autofree char *both = g_strdup_printf ("%s; Freedonia", actor->name);
  g_autoptr (EntenteEventDetail) detail = NULL;
  const EntenteClaim *claim;
  GtkWidget *window;

  entente_claim_form_present (parent,
                              sample->session,
                              event,
                              ENTENTE_ID_NONE,
                              ENTENTE_ID_NONE,
                              NULL);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  gtk_editable_set_text (
    GTK_EDITABLE (
      entente_probe_find_entry (window, "Who acted, as it says; several between semicolons")),
    both);
  gtk_editable_set_text (
    GTK_EDITABLE (entente_probe_find_entry (window, "Where it was, as it says")),
    "Strelsau");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (count_voices (sample, event) == n + 1);
  detail = entente_study_read_event (sample->study, event, NULL);
  claim = detail->claims->pdata[n];
  g_assert_cmpuint (claim->claimed_who->len, ==, 2);
  g_assert_cmpint (g_array_index (claim->claimed_who, EntenteId, 0), ==, known);
  g_assert_null (claim->claimed_to);
  g_assert_cmpint (claim->claimed_place, !=, ENTENTE_ID_NONE);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* Every claim of the sample, opened and accepted, stays as it is, although each actor has a
 * namesake. */
static void
test_unchanged (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  gint64 version;

  entente_sample_add_namesakes (sample);
  version = entente_study_get_version (sample->study);

  for (guint row = 0; row < 12; row++) {
    EntenteId event = entente_chronicle_get_id (entente_sample_get_chronicle (sample), row);
    guint n;
    const EntenteVoice *voices =
      entente_chronicle_get_voices (entente_sample_get_chronicle (sample), row, &n);

    for (guint i = 0; i < n; i++) {
      entente_claim_form_present (parent,
                                  sample->session,
                                  event,
                                  voices[i].id,
                                  ENTENTE_ID_NONE,
                                  NULL);
      entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
    }
  }
  entente_probe_linger (50);
  g_assert_cmpint (entente_study_get_version (sample->study), ==, version);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

#define SPEAKER "An actor, or “a senior official”"

static GtkWidget *
open_new (EntenteSample *sample, GtkWidget *parent, EntenteId event)
{
  entente_claim_form_present (parent,
                              sample->session,
                              event,
                              ENTENTE_ID_NONE,
                              ENTENTE_ID_NONE,
                              NULL);
  return entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
}

/* Opens the form of a new claim and types a speaker, whose entry is given back. */
static GtkWidget *
type_speaker (EntenteSample *sample, GtkWidget *parent, EntenteId event)
{
  GtkWidget *window = open_new (sample, parent, event);
  GtkWidget *speaker = entente_probe_find_entry (window, SPEAKER);

  entente_probe_wait (gtk_widget_get_mapped (window));
  gtk_editable_set_text (GTK_EDITABLE (speaker), "a senior official");
  return speaker;
}

static void
delete_event (EntenteSample *sample, EntenteId event)
{
  entente_sample_apply (sample, entente_commands_delete_events (&event, 1));
}

static GtkWidget *
get_error (GtkWidget *window)
{
  return entente_probe_find_class (window, "error");
}

static const EntenteClaim *
find_claim (const EntenteEventDetail *detail, EntenteId id)
{
  for (guint i = 0; i < detail->claims->len; i++)
    if (((EntenteClaim *) detail->claims->pdata[i])->record.id == id)
      return detail->claims->pdata[i];
  g_assert_not_reached ();
}

/* A date of its own is completed from the article of the claim, whichever is read. */
static void
test_published (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId event = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 2);
  guint n;
  EntenteId claim =
    entente_chronicle_get_voices (entente_sample_get_chronicle (sample), 2, &n)[0].id;
  g_autoptr (EntenteEventDetail) detail = NULL;
  EntenteDateField *field;

  entente_session_set_article (sample->session, entente_sample_add_article (sample, 2031));
  entente_claim_form_present (parent, sample->session, event, claim, ENTENTE_ID_NONE, NULL);
  field = entente_probe_find (entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW),
                              ENTENTE_TYPE_DATE_FIELD,
                              0);
  entente_date_field_set_text (field, "on 3 May");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  detail = entente_study_read_event (sample->study, event, NULL);
  g_assert_cmpstr (find_claim (detail, claim)->claimed_when->edtf, ==, "2018-05-03");
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* What cannot be written stays in the form, which says why; and can be written later. */
static void
test_refused (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId event = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 2);
  guint n = count_voices (sample, event);
  GtkWidget *speaker = type_speaker (sample, parent, event);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (speaker));

  delete_event (sample, event);
  g_signal_emit_by_name (window, "accept");
  entente_probe_wait (gtk_widget_get_visible (get_error (window)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_error (window))), !=, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (speaker)), ==, "a senior official");
  g_assert_true (gtk_widget_is_sensitive (speaker));
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpuint (count_voices (sample, event), ==, n + 1);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* A form that was touched asks before it goes; another does not. */
static void
test_discard (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId event = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 2);
  gint64 version = entente_study_get_version (sample->study);
  GtkWidget *window, *speaker;

  entente_probe_close (open_new (sample, parent, event));
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  speaker = type_speaker (sample, parent, event);
  window = GTK_WIDGET (gtk_widget_get_root (speaker));
  entente_probe_close (window);
  entente_probe_answer ("_Keep Editing");
  g_assert_true (gtk_widget_get_mapped (window));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (speaker)), ==, "a senior official");
  entente_probe_close (window);
  entente_probe_answer ("_Discard");
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpint (entente_study_get_version (sample->study), ==, version);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* The window is gone before the step is written: the user hears of it otherwise. */
static void
notify_cb (EntenteSession *session, const char *message, const char *undo, guint *n)
{
  (*n)++;
}

static void
test_gone (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId event = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 2);
  GtkWidget *speaker = type_speaker (sample, parent, event);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (speaker));
  guint n = 0;

  g_signal_connect (sample->session, "notify-user", G_CALLBACK (notify_cb), &n);
  delete_event (sample, event);
  g_signal_emit_by_name (window, "accept");
  gtk_window_destroy (GTK_WINDOW (window));
  entente_probe_wait (n == 1);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer n)
{
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event_finish (ENTENTE_STUDY (source), result, NULL);

  g_assert_nonnull (detail);
  (*(guint *) n)++;
}

/* The window below goes while the claim is read, although something holds it: no form comes up. */
static void
test_parent_gone (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (GtkWidget) parent = g_object_ref (gtk_window_new ());
  EntenteId event = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 2);
  guint n;
  EntenteId claim =
    entente_chronicle_get_voices (entente_sample_get_chronicle (sample), 2, &n)[0].id;

  n = 0;
  entente_claim_form_present (parent, sample->session, event, claim, ENTENTE_ID_NONE, NULL);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_study_read_event_async (sample->study, event, NULL, read_cb, &n);
  entente_probe_wait (n == 1);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
  entente_sample_free (sample);
}

static guint
count_answers (EntenteSample *sample, EntenteId event)
{
  guint n;

  entente_chronicle_get_answered_by (
    entente_sample_get_chronicle (sample),
    entente_chronicle_find_row (entente_sample_get_chronicle (sample), event),
    &n);
  return n;
}

/* More moves than any screen, each with a title of its own, long after those of the sample. */
static void
add_moves (EntenteSample *sample, guint n)
{
  EntenteStep *step = entente_step_new ("Add events");

  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteEvent) event = entente_event_new ();

    event->record.id = entente_id_new ();
    event->kind = g_strdup ("invitation");
    event->title = g_strdup_printf ("Letter number %u", i + 1);
    event->when = entente_date_new_day (2020 + i, 1, 1);
    entente_step_insert (step, event);
  }
  entente_sample_apply (sample, step);
}

static GtkWidget *
open_link (EntenteSample *sample, GtkWidget *parent, EntenteId from)
{
  GtkWidget *window;

  entente_link_form_present (parent, sample->session, from, ENTENTE_ID_NONE);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (gtk_widget_get_mapped (window));
  return window;
}

static GtkSelectionModel *
get_moves (GtkWidget *window)
{
  GtkWidget *list = entente_probe_find_class (window, "card");

  return gtk_list_view_get_model (entente_probe_find (list, GTK_TYPE_LIST_VIEW, 0));
}

/* The move chosen stays that move although rows before it come and go. */
static void
test_link_moved (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId early = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 0);
  EntenteId to = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 5);
  EntenteId next = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 6);
  EntenteId from = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 7);
  guint n = count_answers (sample, to), n_next = count_answers (sample, next);
  GtkWidget *window = open_link (sample, parent, from);

  gtk_selection_model_select_item (get_moves (window), 1, TRUE);
  delete_event (sample, early);
  entente_probe_linger (50);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpuint (count_answers (sample, to), ==, n + 1);
  g_assert_cmpuint (count_answers (sample, next), ==, n_next);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* Every move can be found by its title, also one that was never shown, and it is said how many
 * there are. */
static void
test_link_found (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId from = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 7);
  guint n;
  g_autofree char *all = NULL;
  g_autofree char *found = NULL;
  GtkWidget *window;

  add_moves (sample, 600);
  n = entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)) - 1;
  all = g_strdup_printf ("%u of %u events", n, n);
  found = g_strdup_printf (";1 of %u events", n);
  window = open_link (sample, parent, from);
  g_assert_true (entente_probe_says (window, all));
  /* The drop-down before it has a hidden one of its own. */
  gtk_editable_set_text (entente_probe_find (window, GTK_TYPE_SEARCH_ENTRY, 1), "number 600");
  entente_probe_wait (entente_probe_says (window, found));
  entente_probe_wait (entente_probe_says (window, "Letter number 600;"));
  gtk_window_close (GTK_WINDOW (window));
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* The answered move is deleted meanwhile. */
static void
test_link_refused (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId to = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 0);
  EntenteId from = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 7);
  GtkWidget *window;

  entente_link_form_present (parent, sample->session, from, to);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  delete_event (sample, to);
  g_signal_emit_by_name (window, "accept");
  entente_probe_wait (gtk_widget_get_visible (get_error (window)));
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
test_link (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId to = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 0);
  EntenteId from = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 7);
  guint n = count_answers (sample, to);
  GtkWidget *window;

  entente_link_form_present (parent, sample->session, from, to);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (count_answers (sample, to) == n + 1);
  /* Without the other move the form asks for it, and cannot be accepted before. */
  entente_link_form_present (parent, sample->session, from, ENTENTE_ID_NONE);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  g_signal_emit_by_name (window, "accept");
  g_assert_true (gtk_widget_get_visible (window));
  gtk_window_close (GTK_WINDOW (window));
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* An order is one step, and moves an undated move next to the one that it follows. */
static void
test_order (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId event = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 7);
  GtkWidget *window;
  guint n;

  entente_order_form_present (parent, sample->session, event);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  g_signal_emit_by_name (window, "accept");
  g_assert_true (gtk_widget_get_visible (window));
  entente_probe_wait (gtk_widget_get_mapped (window));
  gtk_selection_model_select_item (get_moves (window), 1, TRUE);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_orders_get_rows (entente_chronicle_get_orders (entente_sample_get_chronicle (sample)),
                           &n);
  g_assert_cmpuint (n, ==, 3);
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  entente_orders_get_rows (entente_chronicle_get_orders (entente_sample_get_chronicle (sample)),
                           &n);
  g_assert_cmpuint (n, ==, 2);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
answer_cb (EntenteSession *session, EntenteSessionWords *words, EntenteArticleDetail *detail)
{
  words->article = detail->article->record.id;
  words->passage =
    entente_passage_new_from_text (detail->revision->record.id, detail->revision->text, 0, 30);
}

/* Words that are marked in the article are kept as what an order rests on. */
static void
test_order_with_words (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId event = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 7);
  EntenteId article =
    entente_chronicle_get_article (entente_sample_get_chronicle (sample), 0)->record.id;
  g_autoptr (EntenteArticleDetail) before =
    entente_study_read_article (sample->study, article, NULL);
  g_autoptr (EntenteArticleDetail) after = NULL;
  g_autoptr (EntenteEventDetail) detail = NULL;
  EntenteId kept = ENTENTE_ID_NONE;
  GtkWidget *window;

  g_signal_connect (sample->session, "words-wanted", G_CALLBACK (answer_cb), before);
  entente_order_form_present (parent, sample->session, event);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_true (entente_probe_says (window, "Written for the sample study"));
  entente_probe_wait (gtk_widget_get_mapped (window));
  gtk_selection_model_select_item (get_moves (window), 1, TRUE);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  detail = entente_study_read_event (sample->study, event, NULL);
  for (guint i = 0; i < detail->orders->len; i++)
    if (((EntenteOrder *) detail->orders->pdata[i])->passage != ENTENTE_ID_NONE)
      kept = ((EntenteOrder *) detail->orders->pdata[i])->passage;
  g_assert_cmpint (kept, !=, ENTENTE_ID_NONE);
  after = entente_study_read_article (sample->study, article, NULL);
  g_assert_cmpuint (after->passages->len, ==, before->passages->len + 1);
  g_assert_cmpint (((EntentePassage *) after->passages->pdata[0])->record.id, ==, kept);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/claim-form/words", test_words);
  g_test_add_func ("/claim-form/claimed", test_claimed);
  g_test_add_func ("/claim-form/new", test_new);
  g_test_add_func ("/claim-form/unchanged", test_unchanged);
  g_test_add_func ("/claim-form/published", test_published);
  g_test_add_func ("/claim-form/refused", test_refused);
  g_test_add_func ("/claim-form/discard", test_discard);
  g_test_add_func ("/claim-form/gone", test_gone);
  g_test_add_func ("/claim-form/parent-gone", test_parent_gone);
  g_test_add_func ("/claim-form/link", test_link);
  g_test_add_func ("/claim-form/link-moved", test_link_moved);
  g_test_add_func ("/claim-form/link-found", test_link_found);
  g_test_add_func ("/claim-form/link-refused", test_link_refused);
  g_test_add_func ("/claim-form/order", test_order);
  g_test_add_func ("/claim-form/order-with-words", test_order_with_words);
  return g_test_run ();
}
