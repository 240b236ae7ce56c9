/* What the form of a new event begins with: what the whole article tells of the words, each row
 * with its reason, and the same records by Enter in the form as by accepting the suggestion. */
#include "config.h"

#include "entente-date-field.h"
#include "entente-event-form.h"
#include "entente-form-window.h"
#include "entente-kind-field.h"
#include "entente-sample-fixture.h"
#include "entente-suggestion-list.h"
#include "entente-who-field.h"
#include "entente-widget-probe.h"
#include <string.h>

static const char text[] =
  "Ruritania invited Elbonia to talks in Strelsau on 3 May 2031. Elbonia accepted the invitation "
  "on 2 June 2031. Foreign Minister Anna Weber of Ruritania welcomed the answer. She accused "
  "Freedonia of delay last July. In June 2029 Ruritania and Elbonia shared a border near Mitrovar. "
  "Ruritania postponed the talks, a senior official said. "
  "Boris Lukin said that Ruritania had offered Elbonia a truce in June 2031.\n";

typedef struct {
  EntenteSample *sample;
  EntenteSuggestionList *list;
  EntenteId article, revision;
  EntenteEventForm *form; /* or NULL */
} Case;

static void
set_up (Case *c)
{
  g_autoptr (EntenteArticleDetail) detail = NULL;

  *c = (Case){ .sample = entente_sample_new () };
  c->article = entente_sample_add_text (c->sample, "2031-08-01", text);
  detail = entente_study_read_article (c->sample->study, c->article, NULL);
  c->revision = detail->revision->record.id;
  entente_session_set_article (c->sample->session, c->article);
  c->list = entente_session_get_suggestions (c->sample->session);
}

static void
drop_form (Case *c)
{
  if (!c->form)
    return;
  entente_probe_wait (G_OBJECT (c->form)->ref_count == 1);
  g_assert_finalize_object (c->form);
  c->form = NULL;
}

static void
tear_down (Case *c)
{
  drop_form (c);
  entente_probe_wait (!entente_suggestion_list_is_reading (c->list));
  entente_sample_free (c->sample);
}

static EntentePassage *
create_passage (Case *c, const char *words)
{
  const char *found = strstr (text, words);
  gint64 start = g_utf8_pointer_to_offset (text, found);

  return entente_passage_new_from_text (c->revision,
                                        text,
                                        start,
                                        start + g_utf8_strlen (words, -1));
}

static void
begin (Case *c, const char *words)
{
  g_autoptr (EntentePassage) passage = create_passage (c, words);

  drop_form (c);
  c->form = ENTENTE_EVENT_FORM (
    g_object_ref_sink (entente_event_form_new (c->sample->session, c->article, passage)));
}

static void
open_form (Case *c, const char *words)
{
  begin (c, words);
  entente_probe_wait (entente_event_form_is_read (c->form));
}

static const char *
get_kind (Case *c)
{
  EntenteKindField *field = entente_probe_find (GTK_WIDGET (c->form), ENTENTE_TYPE_KIND_FIELD, 0);
  const EntenteKind *kind = entente_kind_field_get_kind (field);

  return kind ? kind->id : NULL;
}

static char *
dup_when (Case *c)
{
  EntenteDateField *field = entente_probe_find (GTK_WIDGET (c->form), ENTENTE_TYPE_DATE_FIELD, 0);
  g_autoptr (EntenteDate) date = entente_date_field_dup_date (field);

  return date ? g_strdup (date->edtf) : NULL;
}

static guint
count_parts (Case *c, int role)
{
  return entente_who_field_count (
    entente_probe_find (GTK_WIDGET (c->form), ENTENTE_TYPE_WHO_FIELD, 0),
    role);
}

static EntenteChronicle *
get_chronicle (Case *c)
{
  return entente_study_get_chronicle (c->sample->study);
}

static guint
count_events (Case *c)
{
  return entente_chronicle_get_n_rows (get_chronicle (c));
}

static EntenteEventDetail *
read_selected (Case *c)
{
  return entente_study_read_event (c->sample->study,
                                   entente_session_get_selected_event (c->sample->session),
                                   NULL);
}

/* Half of the words of a move, and more: its readings, who is meant by "she", and why. */
static void
test_rows (void)
{
  Case c;
  g_autofree char *when = NULL;

  set_up (&c);
  open_form (&c, "She accused Freedonia of delay");
  g_assert_cmpstr (get_kind (&c), ==, "accusation");
  when = dup_when (&c);
  g_assert_cmpstr (when, ==, "2031-07");
  g_assert_cmpuint (count_parts (&c, ENTENTE_ROLE_INITIATOR), ==, 1);
  g_assert_true (entente_probe_says (GTK_WIDGET (c.form), "“accused” tells of: accusation"));
  g_assert_true (entente_probe_says (GTK_WIDGET (c.form), "told as past, article of 1 Aug 2031"));
  g_assert_true (entente_probe_says (GTK_WIDGET (c.form), "Anna Weber"));
  g_assert_true (entente_event_form_can_accept (c.form));
  g_assert_false (entente_event_form_is_touched (c.form));
  tear_down (&c);
}

/* Where no move is told nothing is pretended, but what is named and dated there is known. */
static void
test_no_verb (void)
{
  Case c;
  g_autofree char *when = NULL;

  set_up (&c);
  open_form (&c, "Ruritania and Elbonia shared a border near Mitrovar");
  g_assert_null (get_kind (&c));
  g_assert_false (entente_event_form_can_accept (c.form));
  when = dup_when (&c);
  g_assert_cmpstr (when, ==, "2029-06");
  g_assert_cmpuint (count_parts (&c, ENTENTE_ROLE_INITIATOR), ==, 1);
  g_assert_cmpuint (count_parts (&c, ENTENTE_ROLE_ADDRESSEE), ==, 1);
  tear_down (&c);
}

/* Enter may be faster than the reading: nothing is added that is not read. */
static void
test_fast (void)
{
  Case c;
  guint n;
  g_autoptr (EntenteEventDetail) detail = NULL;

  set_up (&c);
  n = count_events (&c);
  begin (&c, "Ruritania invited Elbonia to talks in Strelsau on 3 May 2031");
  entente_event_form_accept (c.form);
  entente_probe_wait (count_events (&c) == n + 1);
  detail = read_selected (&c);
  g_assert_cmpstr (detail->event->kind, ==, "invitation");
  g_assert_cmpstr (detail->event->when->edtf, ==, "2031-05-03");
  g_assert_cmpuint (detail->participations->len, ==, 2);
  tear_down (&c);
}

/* Whoever speaks and is not known yet becomes an actor, as by accepting. */
static void
test_speaker (void)
{
  Case c;
  guint n;
  g_autoptr (EntenteEventDetail) detail = NULL;
  const EntenteClaim *claim;
  guint32 speaker;

  set_up (&c);
  n = count_events (&c);
  open_form (&c, "Ruritania had offered Elbonia a truce in June 2031");
  g_assert_cmpstr (get_kind (&c), ==, "offer");
  entente_event_form_accept (c.form);
  entente_probe_wait (count_events (&c) == n + 1);
  detail = read_selected (&c);
  claim = detail->claims->pdata[0];
  g_assert_null (claim->speaker_class);
  speaker = entente_chronicle_find_actor (get_chronicle (&c), claim->speaker);
  g_assert_cmpuint (speaker, !=, ENTENTE_NO_INDEX);
  g_assert_cmpstr (entente_chronicle_get_actor (get_chronicle (&c), speaker)->name,
                   ==,
                   "Boris Lukin");
  tear_down (&c);
}

/* Whoever has no name stays in words. */
static void
test_speaker_words (void)
{
  Case c;
  guint n;
  g_autoptr (EntenteEventDetail) detail = NULL;
  const EntenteClaim *claim;

  set_up (&c);
  n = count_events (&c);
  open_form (&c, "Ruritania postponed the talks");
  entente_event_form_accept (c.form);
  entente_probe_wait (count_events (&c) == n + 1);
  detail = read_selected (&c);
  claim = detail->claims->pdata[0];
  g_assert_cmpint (claim->speaker, ==, ENTENTE_ID_NONE);
  g_assert_cmpstr (claim->speaker_class, ==, "senior official");
  g_assert_cmpint (claim->naming, ==, ENTENTE_NAMING_ANONYMOUS);
  tear_down (&c);
}

/* The check with the line of the other event. */
static GtkCheckButton *
find_link_check (Case *c)
{
  for (guint i = 0;; i++) {
    GtkWidget *check = entente_probe_find (GTK_WIDGET (c->form), GTK_TYPE_CHECK_BUTTON, i);

    if (entente_probe_says (check, "answer"))
      return GTK_CHECK_BUTTON (check);
  }
}

typedef struct {
  gboolean is_answer_first, is_unchecked;
} Linking;

/* The second of two that belong together links them, whichever it is; unchecked it does not. The
 * line says the title of the other one once that is read. */
static void
test_link (gconstpointer data)
{
  static const char invitation[] = "Ruritania invited Elbonia to talks in Strelsau on 3 May 2031";
  static const char acceptance[] = "Elbonia accepted the invitation on 2 June 2031";
  const Linking *linking = data;
  gboolean is_answer_first = linking->is_answer_first;
  Case c;
  guint n;
  g_autoptr (EntenteEventDetail) detail = NULL;

  set_up (&c);
  n = count_events (&c);
  open_form (&c, is_answer_first ? acceptance : invitation);
  gtk_editable_set_text (
    GTK_EDITABLE (entente_probe_find_entry (GTK_WIDGET (c.form), "Who did what to whom")),
    "A title of its own");
  entente_event_form_accept (c.form);
  entente_probe_wait (count_events (&c) == n + 1);
  open_form (&c, is_answer_first ? invitation : acceptance);
  entente_probe_wait (entente_probe_says (GTK_WIDGET (c.form),
                                          is_answer_first ? "Is answered by: A title of its own"
                                                          : "This answers: A title of its own"));
  if (linking->is_unchecked)
    gtk_check_button_set_active (find_link_check (&c), FALSE);
  entente_event_form_accept (c.form);
  entente_probe_wait (count_events (&c) == n + 2);
  detail = read_selected (&c);
  g_assert_cmpuint (detail->links->len, ==, linking->is_unchecked ? 0 : 1);
  tear_down (&c);
}

/* As the toolkit does. */
static gboolean
press (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
  }
  return handled;
}

/* Shift+Enter: the event is there, and open to be changed. */
static void
test_add_and_edit (void)
{
  Case c;
  guint n;
  GtkWidget *window = gtk_window_new ();

  set_up (&c);
  n = count_events (&c);
  gtk_window_present (GTK_WINDOW (window));
  begin (&c, "Ruritania invited Elbonia to talks in Strelsau on 3 May 2031");
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (c.form));
  entente_probe_wait (entente_event_form_is_read (c.form));
  gtk_widget_grab_focus (entente_probe_find_entry (GTK_WIDGET (c.form), "Who did what to whom"));
  g_assert_false (press (GTK_WIDGET (c.form), GDK_KEY_Return, 0));
  g_assert_true (press (GTK_WIDGET (c.form), GDK_KEY_Return, GDK_SHIFT_MASK));
  entente_probe_wait (count_events (&c) == n + 1);
  {
    GtkWidget *edited = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);

    entente_probe_wait (gtk_widget_get_mapped (edited));
    g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (edited)), ==, "Edit Event");
    entente_probe_close (edited);
    entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  }
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  tear_down (&c);
}

/* In a narrow window the form is a sheet as wide as it, at its lower edge. */
static void
test_sheet (void)
{
  Case c;
  GtkWidget *window = gtk_window_new (), *parent = gtk_label_new ("Words");
  GtkWidget *popover;
  g_autoptr (EntentePassage) passage = NULL;
  GdkRectangle at = { 10, 10, 40, 12 };

  set_up (&c);
  passage = create_passage (&c, "Ruritania invited Elbonia to talks");
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 640);
  gtk_window_set_child (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
  entente_probe_wait (gtk_widget_get_width (window) > 0);
  entente_event_form_present_at (parent, &at, c.sample->session, c.article, passage);
  popover = entente_probe_find (parent, GTK_TYPE_POPOVER, 0);
  entente_probe_wait (gtk_widget_get_mapped (popover));
  g_assert_false (gtk_popover_get_has_arrow (GTK_POPOVER (popover)));
  g_assert_true (gtk_widget_has_css_class (popover, "event-sheet"));
  entente_probe_wait (gtk_widget_get_width (popover) > 300);
  g_assert_cmpint (gtk_widget_get_width (popover), <=, 400);
  entente_probe_linger (400);
  {
    GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (popover));
    int bottom = gdk_popup_get_position_y (GDK_POPUP (surface)) + gdk_surface_get_height (surface);

    g_test_message ("sheet ends at %d of %d", bottom, gtk_widget_get_height (window));
    g_assert_cmpint (ABS (bottom - gtk_widget_get_height (window)), <=, 24);
  }
  gtk_popover_popdown (GTK_POPOVER (popover));
  entente_probe_linger (400);
  gtk_window_destroy (GTK_WINDOW (window));
  tear_down (&c);
}

/* The suggestion for these words, as E finds it. */
static EntenteSuggestionItem *
find_item (Case *c, const char *words)
{
  gint64 position = g_utf8_pointer_to_offset (text, strstr (text, words));

  entente_probe_wait (entente_suggestion_list_find (c->list, position) != NULL);
  return entente_suggestion_list_find (c->list, position);
}

static void
open_suggestion (Case *c, const char *words)
{
  g_auto (EntenteProposed) proposed = { NULL };

  g_assert_true (entente_suggestion_list_propose (c->list, find_item (c, words), &proposed));
  c->form = ENTENTE_EVENT_FORM (
    g_object_ref_sink (entente_event_form_new (c->sample->session, c->article, proposed.passage)));
  entente_event_form_propose (c->form, &proposed);
}

/* Another kind, another date and somebody else: the suggestion is decided all the same, until that
 * is undone. */
static void
test_corrected (void)
{
  Case c;
  guint n, n_events;
  EntenteWhoField *who;
  g_autoptr (EntenteDate) july = entente_date_parse ("2031-07-15", NULL);

  set_up (&c);
  open_suggestion (&c, "postponed the talks");
  n = entente_suggestion_list_get_n_open (c.list);
  n_events = count_events (&c);
  who = entente_probe_find (GTK_WIDGET (c.form), ENTENTE_TYPE_WHO_FIELD, 0);
  entente_kind_field_set_kind (entente_probe_find (GTK_WIDGET (c.form), ENTENTE_TYPE_KIND_FIELD, 0),
                               "praise");
  entente_event_form_propose_date (c.form, july);
  entente_who_field_add (who, ENTENTE_ID_NONE, "Senior Official", ENTENTE_ROLE_OBSERVER);
  entente_event_form_accept (c.form);
  entente_probe_wait (count_events (&c) == n_events + 1);
  entente_probe_wait (entente_suggestion_list_get_n_open (c.list) == n - 1);
  entente_change_set_unref (entente_study_undo (c.sample->study, NULL));
  entente_probe_wait (entente_suggestion_list_get_n_open (c.list) == n);
  tear_down (&c);
}

int
main (int argc, char **argv)
{
  static const Linking links[] = { { FALSE, FALSE }, { TRUE, FALSE }, { FALSE, TRUE } };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/event-form-words/rows", test_rows);
  g_test_add_func ("/event-form-words/no-verb", test_no_verb);
  g_test_add_func ("/event-form-words/fast", test_fast);
  g_test_add_func ("/event-form-words/speaker", test_speaker);
  g_test_add_func ("/event-form-words/speaker-words", test_speaker_words);
  g_test_add_data_func ("/event-form-words/link", &links[0], test_link);
  g_test_add_data_func ("/event-form-words/link-back", &links[1], test_link);
  g_test_add_data_func ("/event-form-words/link-unchecked", &links[2], test_link);
  g_test_add_func ("/event-form-words/add-and-edit", test_add_and_edit);
  g_test_add_func ("/event-form-words/sheet", test_sheet);
  g_test_add_func ("/event-form-words/corrected", test_corrected);
  return g_test_run ();
}
