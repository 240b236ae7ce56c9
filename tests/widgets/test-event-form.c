/* The form of events: a new one from words, and changes of one that is there. */
#include "config.h"

#include "entente-commands.h"
#include "entente-date-field.h"
#include "entente-event-form.h"
#include "entente-form-window.h"
#include "entente-kind-field.h"
#include "entente-sample-fixture.h"
#include "entente-who-field.h"
#include "entente-widget-probe.h"
#include <string.h>

#define SHOW_MS 400

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, label);

    if (found)
      return found;
  }
  return NULL;
}

static void
assert_date (EntenteDateField *field, const char *edtf)
{
  g_autoptr (EntenteDate) date = entente_date_field_dup_date (field);

  g_assert_nonnull (date);
  g_assert_cmpstr (date->edtf, ==, edtf);
}

/* What the words tell is filled in once the article is read. */
static GtkWidget *
create_form (EntenteSample *sample, EntenteId article, EntentePassage *passage)
{
  GtkWidget *form = g_object_ref_sink (entente_event_form_new (sample->session, article, passage));

  entente_probe_wait (entente_event_form_is_read (ENTENTE_EVENT_FORM (form)));
  return form;
}

static EntenteId
find_new_event (EntenteSample *sample)
{
  EntenteId id = entente_session_get_selected_event (sample->session);

  return entente_chronicle_find_row (entente_sample_get_chronicle (sample), id) == ENTENTE_NO_INDEX
           ? ENTENTE_ID_NONE
           : id;
}

/* Filled in from its words, an event is one step, and undone as one. */
static void
test_new (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (EntentePassage) passage =
    entente_sample_create_passage (sample, "On 21 August Foreign Minister Lavrov named the day");
  GtkWidget *form = create_form (sample, entente_sample_get_article (sample), passage);
  guint n = entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample));
  g_autoptr (EntenteEventDetail) detail = NULL;
  EntenteDateField *when = entente_probe_find (form, ENTENTE_TYPE_DATE_FIELD, 0);
  EntenteWhoField *who = entente_probe_find (form, ENTENTE_TYPE_WHO_FIELD, 0);
  g_autoptr (EntenteDate) date = entente_date_field_dup_date (when);

  g_assert_cmpstr (date->edtf, ==, "2018-08-21");
  g_assert_cmpstr (date->wording, ==, "21 August");
  g_assert_cmpuint (entente_who_field_count (who, ENTENTE_ROLE_INITIATOR), ==, 1);
  g_assert_false (entente_event_form_is_touched (ENTENTE_EVENT_FORM (form)));
  entente_who_field_add (who, ENTENTE_ID_NONE, "Journalists <of> Moscow", ENTENTE_ROLE_OBSERVER);
  entente_who_field_add (who, ENTENTE_ID_NONE, "Journalists <of> Moscow", ENTENTE_ROLE_OBSERVER);
  g_assert_true (entente_event_form_is_touched (ENTENTE_EVENT_FORM (form)));
  g_assert_true (entente_event_form_can_accept (ENTENTE_EVENT_FORM (form)));
  entente_event_form_accept (ENTENTE_EVENT_FORM (form));
  entente_probe_wait (find_new_event (sample) != ENTENTE_ID_NONE);
  g_assert_cmpuint (entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)),
                    ==,
                    n + 1);
  detail = entente_study_read_event (sample->study, find_new_event (sample), NULL);
  g_assert_cmpuint (detail->claims->len, ==, 1);
  g_assert_cmpstr (((EntentePassage *) detail->passages->pdata[0])->quote, ==, passage->quote);
  g_assert_cmpuint (detail->participations->len, ==, 2);
  entente_sample_drop_form (form);
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  g_assert_cmpuint (entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)), ==, n);
  entente_sample_free (sample);
}

/* No verb is known: Enter is held until a kind is chosen. */
static void
test_no_kind (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (EntentePassage) passage =
    entente_sample_create_passage (sample, "a former ambassador in Kabul");
  GtkWidget *form = create_form (sample, entente_sample_get_article (sample), passage);
  EntenteKindField *kind = entente_probe_find (form, ENTENTE_TYPE_KIND_FIELD, 0);
  EntenteDateField *when = entente_probe_find (form, ENTENTE_TYPE_DATE_FIELD, 0);

  g_assert_null (entente_kind_field_get_kind (kind));
  g_assert_false (entente_event_form_can_accept (ENTENTE_EVENT_FORM (form)));
  g_assert_true (entente_kind_field_choose_number (kind, 1));
  g_assert_true (entente_event_form_can_accept (ENTENTE_EVENT_FORM (form)));
  entente_date_field_set_text (when, "some time or other");
  g_assert_nonnull (entente_date_field_get_error (when));
  g_assert_false (entente_event_form_can_accept (ENTENTE_EVENT_FORM (form)));
  entente_sample_drop_form (form);
  entente_sample_free (sample);
}

/* A form that is opened and accepted changes nothing, for any event. */
static void
test_unchanged (void)
{
  EntenteSample *sample = entente_sample_new ();
  gint64 version = entente_study_get_version (sample->study);

  for (guint row = 0; row < entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample));
       row++) {
    EntenteId id = entente_chronicle_get_id (entente_sample_get_chronicle (sample), row);
    g_autoptr (EntenteEventDetail) detail = entente_study_read_event (sample->study, id, NULL);
    GtkWidget *form =
      g_object_ref_sink (entente_event_form_new (sample->session, ENTENTE_ID_NONE, NULL));

    entente_event_form_show (ENTENTE_EVENT_FORM (form), detail);
    entente_event_form_accept (ENTENTE_EVENT_FORM (form));
    entente_probe_linger (20);
    g_assert_cmpint (entente_study_get_version (sample->study), ==, version);
    entente_sample_drop_form (form);
  }
  entente_sample_free (sample);
}

static gboolean
has_title (EntenteSample *sample, EntenteId id, const char *title)
{
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (sample->study, id, NULL);

  return g_strcmp0 (detail->event->title, title) == 0;
}

static void
test_window (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId id = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 4);
  GtkWidget *window, *title;

  gtk_window_present (GTK_WINDOW (parent));
  entente_event_form_present (parent, sample->session, id, ENTENTE_ID_NONE, NULL);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (gtk_widget_get_mapped (window));
  title = entente_probe_find_entry (window, "Who did what to whom");
  gtk_editable_set_text (GTK_EDITABLE (title), "Another title");
  g_signal_emit_by_name (window, "accept");
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (has_title (sample, id, "Another title"));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
count_cb (GObject *source, GAsyncResult *result, gpointer n)
{
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event_finish (ENTENTE_STUDY (source), result, NULL);

  g_assert_nonnull (detail);
  (*(guint *) n)++;
}

/* The window below goes while the event is read: no form comes up that nobody asked for any more.
 */
static void
test_parent_gone (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId id = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 4);
  GtkWidget *window;
  guint n = 0;

  gtk_window_present (GTK_WINDOW (parent));
  entente_event_form_present (parent, sample->session, id, ENTENTE_ID_NONE, NULL);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (parent));
  g_object_run_dispose (G_OBJECT (window));
  entente_study_read_event_async (sample->study, id, NULL, count_cb, &n);
  entente_probe_wait (n == 1);
  entente_probe_wait (window == NULL);
  entente_sample_free (sample);
}

static EntenteEvent *
read_event (EntenteSample *sample, EntenteId id)
{
  return entente_store_get (entente_study_get_store (sample->study),
                            ENTENTE_ENTITY_EVENT,
                            id,
                            NULL);
}

/* What is changed elsewhere while the form is open stays, for the form did not change it. */
static void
test_meanwhile (void)
{
  EntenteSample *sample = entente_sample_new ();
  EntenteId id = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 4);
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (sample->study, id, NULL);
  GtkWidget *form =
    g_object_ref_sink (entente_event_form_new (sample->session, ENTENTE_ID_NONE, NULL));
  GtkWidget *title = entente_probe_find_entry (form, "Who did what to whom");
  g_autoptr (EntenteEvent) now = NULL;

  entente_event_form_show (ENTENTE_EVENT_FORM (form), detail);
  entente_sample_apply (
    sample,
    entente_commands_set_field (ENTENTE_ENTITY_EVENT, id, "summary", "Told elsewhere", NULL));
  gtk_editable_set_text (GTK_EDITABLE (title), "Another title");
  entente_event_form_accept (ENTENTE_EVENT_FORM (form));
  entente_probe_wait (has_title (sample, id, "Another title"));
  now = read_event (sample, id);
  g_assert_cmpstr (now->summary, ==, "Told elsewhere");
  entente_sample_drop_form (form);
  entente_sample_free (sample);
}

/* A planned date that nobody can read is told, and the one that was there stays. */
static void
test_unread (void)
{
  EntenteSample *sample = entente_sample_new ();
  EntenteId id = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 4);
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (sample->study, id, NULL);
  GtkWidget *form =
    g_object_ref_sink (entente_event_form_new (sample->session, ENTENTE_ID_NONE, NULL));
  GtkWidget *error = entente_probe_find_class (form, "error");
  gint64 version = entente_study_get_version (sample->study);
  EntenteDateField *planned;

  entente_event_form_show (ENTENTE_EVENT_FORM (form), detail);
  gtk_expander_set_expanded (entente_probe_find (form, GTK_TYPE_EXPANDER, 1), TRUE);
  planned = entente_probe_find (form, ENTENTE_TYPE_DATE_FIELD, 1);
  entente_date_field_set_text (planned, "some time or other");
  entente_event_form_accept (ENTENTE_EVENT_FORM (form));
  g_assert_true (gtk_widget_get_visible (error));
  entente_probe_linger (50);
  g_assert_cmpint (entente_study_get_version (sample->study), ==, version);
  entente_date_field_set_text (planned, "2018-09-04");
  entente_event_form_accept (ENTENTE_EVENT_FORM (form));
  entente_probe_wait (entente_study_get_version (sample->study) > version);
  entente_sample_drop_form (form);
  entente_sample_free (sample);
}

/* A form that a person touched in any of its rows asks before it goes. */
static void
test_discard (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId id = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 4);
  GtkWidget *window;
  GtkExpander *more;

  gtk_window_present (GTK_WINDOW (parent));
  entente_event_form_present (parent, sample->session, id, ENTENTE_ID_NONE, NULL);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (gtk_widget_get_mapped (window));
  more = entente_probe_find (window, GTK_TYPE_EXPANDER, 1);
  gtk_expander_set_expanded (more, TRUE);
  entente_probe_close (window);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);

  entente_event_form_present (parent, sample->session, id, ENTENTE_ID_NONE, NULL);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (gtk_widget_get_mapped (window));
  more = entente_probe_find (window, GTK_TYPE_EXPANDER, 1);
  gtk_expander_set_expanded (more, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (window, "Summary")), "Typed");
  entente_probe_close (window);
  entente_probe_answer ("_Discard");
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
done_cb (EntenteEventForm *form, gboolean applied, guint *n_done)
{
  (*n_done)++;
}

/* An actor that takes part is deleted meanwhile: the form stays as it is, and can be accepted
 * later. */
static GtkWidget *
find_who_entry (GtkWidget *form)
{
  return entente_probe_find_entry (form, "Add an actor by name or alias");
}

/* A name that was typed and not chosen is taken where it is one actor's, however it is spelt; where
 * it is nobody's, the event is not written without it: the form says so and offers a new actor. */
static void
test_typed_name (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (EntentePassage) passage = entente_sample_create_passage (sample, "The road to Moscow");
  GtkWidget *form = create_form (sample, entente_sample_get_article (sample), passage);
  EntenteKindField *kind = entente_probe_find (form, ENTENTE_TYPE_KIND_FIELD, 0);
  EntenteWhoField *who = entente_probe_find (form, ENTENTE_TYPE_WHO_FIELD, 0);
  GtkEditable *entry = GTK_EDITABLE (find_who_entry (form));
  guint n = entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample));
  guint n_actors = entente_chronicle_get_n_actors (entente_sample_get_chronicle (sample));
  guint n_parts;
  g_autoptr (GPtrArray) parts = NULL;

  entente_kind_field_choose_number (kind, 1);
  parts = entente_who_field_dup_parts (who);
  n_parts = parts->len;
  gtk_editable_set_text (entry, "  UZBEKISTAN ");
  g_assert_true (entente_event_form_is_touched (ENTENTE_EVENT_FORM (form)));
  g_assert_true (entente_who_field_settle (who));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_cmpuint (entente_who_field_count (who, ENTENTE_ROLE_INITIATOR) +
                      entente_who_field_count (who, ENTENTE_ROLE_ADDRESSEE),
                    ==,
                    n_parts + 1);
  gtk_editable_set_text (entry, "Council of the Harbour");
  entente_event_form_accept (ENTENTE_EVENT_FORM (form));
  g_assert_true (entente_probe_says (form, "“Council of the Harbour” is no actor"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Council of the Harbour");
  g_assert_cmpuint (entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)), ==, n);
  g_signal_emit_by_name (find_button (GTK_WIDGET (who), "Add as _New Actor"), "clicked");
  g_assert_false (entente_who_field_is_pending (who));
  entente_event_form_accept (ENTENTE_EVENT_FORM (form));
  entente_probe_wait (find_new_event (sample) != ENTENTE_ID_NONE);
  g_assert_cmpuint (entente_chronicle_get_n_actors (entente_sample_get_chronicle (sample)),
                    ==,
                    n_actors + 1);
  entente_sample_drop_form (form);
  entente_sample_free (sample);
}

/* The same when the keyboard goes on to another row. */
static void
test_typed_name_left (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (EntentePassage) passage = entente_sample_create_passage (sample, "The road to Moscow");
  GtkWidget *form =
    entente_event_form_new (sample->session, entente_sample_get_article (sample), passage);
  GtkWidget *window = gtk_window_new ();
  EntenteWhoField *who = entente_probe_find (form, ENTENTE_TYPE_WHO_FIELD, 0);
  GtkWidget *entry = find_who_entry (form);

  gtk_window_set_child (GTK_WINDOW (window), form);
  gtk_window_present (GTK_WINDOW (window));
  entente_probe_linger (50);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "uzbekistan");
  gtk_widget_grab_focus (entente_probe_find_entry (form, "Who did what to whom"));
  entente_probe_wait (!entente_who_field_is_pending (who));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Nobody known");
  gtk_widget_grab_focus (entente_probe_find_entry (form, "Who did what to whom"));
  entente_probe_wait (entente_probe_says (form, "“Nobody known” is no actor"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_false (entente_probe_says (form, "is no actor"));
  gtk_window_destroy (GTK_WINDOW (window));
  entente_probe_linger (50);
  entente_sample_free (sample);
}

static void
test_refused (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (EntentePassage) passage = entente_sample_create_passage (sample, "The road to Moscow");
  EntenteId actor = entente_sample_add_actor (sample, "Somebody");
  GtkWidget *form = create_form (sample, entente_sample_get_article (sample), passage);
  EntenteKindField *kind = entente_probe_find (form, ENTENTE_TYPE_KIND_FIELD, 0);
  EntenteWhoField *who = entente_probe_find (form, ENTENTE_TYPE_WHO_FIELD, 0);
  GtkWidget *error = entente_probe_find_class (form, "error");
  guint n = entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)), n_done = 0;

  g_signal_connect (form, "done", G_CALLBACK (done_cb), &n_done);
  entente_kind_field_choose_number (kind, 1);
  entente_who_field_add (who, actor, "Somebody", ENTENTE_ROLE_INITIATOR);
  entente_sample_apply (sample, entente_commands_delete (ENTENTE_ENTITY_ACTOR, actor));
  entente_event_form_accept (ENTENTE_EVENT_FORM (form));
  entente_probe_wait (gtk_widget_get_visible (error));
  g_assert_cmpuint (n_done, ==, 0);
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  entente_event_form_accept (ENTENTE_EVENT_FORM (form));
  entente_probe_wait (n_done == 1);
  g_assert_cmpuint (entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)),
                    ==,
                    n + 1);
  g_assert_cmpint (find_new_event (sample), !=, ENTENTE_ID_NONE);
  entente_sample_drop_form (form);
  entente_sample_free (sample);
}

/* The article that is read is not the one that tells the event: dates are completed from the
 * latter. */
static void
test_published (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (EntentePassage) passage =
    entente_sample_create_passage (sample, "On 21 August Foreign Minister");
  EntenteId id = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 4);
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (sample->study, id, NULL);
  EntenteId article = entente_sample_get_article (sample);
  EntenteDateField *when;
  GtkWidget *form;

  entente_session_set_article (sample->session, entente_sample_add_article (sample, 2031));
  form = create_form (sample, article, passage);
  when = entente_probe_find (form, ENTENTE_TYPE_DATE_FIELD, 0);
  assert_date (when, "2018-08-21");
  entente_sample_drop_form (form);
  form = g_object_ref_sink (entente_event_form_new (sample->session, ENTENTE_ID_NONE, NULL));
  entente_event_form_show (ENTENTE_EVENT_FORM (form), detail);
  when = entente_probe_find (form, ENTENTE_TYPE_DATE_FIELD, 0);
  entente_date_field_set_text (when, "on 3 May");
  assert_date (when, "2018-05-03");
  g_assert_false (entente_probe_says (form, "2031"));
  entente_sample_drop_form (form);
  entente_sample_free (sample);
}

static guint
count_popovers (GtkWidget *parent)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child;
       child = gtk_widget_get_next_sibling (child))
    n += GTK_IS_POPOVER (child);
  return n;
}

/* The toolkit lets go of a popover only when it really was on the screen, and really left it. */
static void
close_popover (GtkWidget *parent)
{
  entente_probe_linger (SHOW_MS);
  gtk_popover_popdown (entente_probe_find (parent, GTK_TYPE_POPOVER, 0));
  entente_probe_linger (SHOW_MS);
}

static GtkWidget *
present (GtkWidget *parent, EntenteSample *sample, EntentePassage *passage)
{
  entente_event_form_present (parent,
                              sample->session,
                              ENTENTE_ID_NONE,
                              entente_sample_get_article (sample),
                              passage);
  return entente_probe_find_entry (parent, "Who did what to whom");
}

/* What was typed is still there when the same words are marked again; other words begin anew. */
static void
test_draft (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *parent = gtk_button_new ();
  g_autoptr (EntentePassage) passage = entente_sample_create_passage (sample, "The road to Moscow");
  g_autoptr (EntentePassage) again = entente_passage_copy (passage);
  g_autoptr (EntentePassage) other = entente_sample_create_passage (sample, "An envoy");
  GtkWidget *title;

  gtk_window_set_child (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
  title = present (parent, sample, passage);
  gtk_editable_set_text (GTK_EDITABLE (title), "Typed by hand");
  close_popover (parent);
  g_assert_cmpuint (count_popovers (parent), ==, 1);
  title = present (parent, sample, again);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Typed by hand");
  close_popover (parent);
  title = present (parent, sample, other);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "An envoy");
  close_popover (parent);
  gtk_window_destroy (GTK_WINDOW (window));
  entente_sample_free (sample);
}

/* Other words are marked, or the window closes, before the step of a draft is written: it is
 * written all the same, its popover goes when it is, and the draft of the other words stays. */
static void
test_written_late (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *parent = gtk_button_new ();
  g_autoptr (EntentePassage) passage = entente_sample_create_passage (sample, "The road to Moscow");
  g_autoptr (EntentePassage) other = entente_sample_create_passage (sample, "An envoy");
  guint n = entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample));
  GtkWidget *form, *title;

  gtk_window_set_child (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
  present (parent, sample, passage);
  entente_probe_linger (SHOW_MS);
  form = entente_probe_find (parent, ENTENTE_TYPE_EVENT_FORM, 0);
  entente_kind_field_choose_number (entente_probe_find (form, ENTENTE_TYPE_KIND_FIELD, 0), 1);
  entente_event_form_accept (ENTENTE_EVENT_FORM (form));
  present (parent, sample, other);
  g_assert_cmpuint (count_popovers (parent), ==, 2);
  entente_probe_wait (entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)) ==
                      n + 1);
  entente_probe_wait (count_popovers (parent) == 1);
  entente_probe_linger (SHOW_MS);
  title = entente_probe_find_entry (parent, "Who did what to whom");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "An envoy");
  form = entente_probe_find (parent, ENTENTE_TYPE_EVENT_FORM, 0);
  entente_kind_field_choose_number (entente_probe_find (form, ENTENTE_TYPE_KIND_FIELD, 0), 1);
  entente_event_form_accept (ENTENTE_EVENT_FORM (form));
  gtk_window_destroy (GTK_WINDOW (window));
  entente_probe_wait (entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)) ==
                      n + 2);
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/event-form/new", test_new);
  g_test_add_func ("/event-form/no-kind", test_no_kind);
  g_test_add_func ("/event-form/unchanged", test_unchanged);
  g_test_add_func ("/event-form/window", test_window);
  g_test_add_func ("/event-form/parent-gone", test_parent_gone);
  g_test_add_func ("/event-form/meanwhile", test_meanwhile);
  g_test_add_func ("/event-form/unread", test_unread);
  g_test_add_func ("/event-form/published", test_published);
  g_test_add_func ("/event-form/discard", test_discard);
  g_test_add_func ("/event-form/typed-name", test_typed_name);
  g_test_add_func ("/event-form/typed-name-left", test_typed_name_left);
  g_test_add_func ("/event-form/refused", test_refused);
  g_test_add_func ("/event-form/draft", test_draft);
  g_test_add_func ("/event-form/written-late", test_written_late);
  return g_test_run ();
}
