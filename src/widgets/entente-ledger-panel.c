/* Rows are made anew for each selected event: a thread is short. Titles and dates that are not read
 * yet come later, and the rows with them. Main thread. */
#include "config.h"

#include "entente-ledger-panel.h"

#include "entente-event-list.h"
#include "entente-event-reader.h"
#include "entente-event-waiting.h"
#include "entente-glyph-icon.h"
#include "entente-ink.h"
#include "entente-label.h"
#include "entente-loose-ends.h"
#include "entente-order-words.h"
#include "entente-plan-stages.h"
#include "entente-scene.h"
#include "entente-tooltip.h"
#include <glib/gi18n.h>

#define MAX_THREAD 100
#define WIDTH_PX 290

struct _EntenteLedgerPanel {
  GtkWidget parent_instance;

  EntenteSession *session; /* or NULL */
  EntenteLooseEnds *ends;
  EntenteEventReader *reader;
  guint idle; /* update_cb(), or 0 */

  GtkWidget *scroller;
  GtkWidget *silence; /* label: how long there has been no word */
  GtkWidget *empty; /* label */
  GtkWidget *proposal; /* box */
  GtkWidget *perhaps; /* label */
  GtkWidget *reason; /* label */
  GtkWidget *other; /* button: the next proposal */
  GtkWidget *stages_title;
  GtkWidget *stages; /* list box */
  GtkWidget *thread_title;
  GtkWidget *thread; /* list box */
};

G_DEFINE_FINAL_TYPE (EntenteLedgerPanel, entente_ledger_panel, GTK_TYPE_WIDGET)

static EntenteStudy *
get_study (EntenteLedgerPanel *self)
{
  return entente_session_get_study (self->session);
}

static EntenteChronicle *
get_chronicle (EntenteLedgerPanel *self)
{
  return entente_study_get_chronicle (get_study (self));
}

/* ---- rows ---- */

static char *
dup_title (EntenteLedgerPanel *self, guint row)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  const char *title =
    entente_study_get_event_title (get_study (self), entente_chronicle_get_id (chronicle, row));

  return title ? g_strdup (title) : entente_chronicle_describe (chronicle, row);
}

/* "by 14 Feb 2018", or NULL. */
static char *
dup_when (EntenteLedgerPanel *self, guint row)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  EntenteId id = entente_chronicle_get_id (chronicle, row);
  const EntenteEvent *event = entente_event_reader_look_up (self->reader, id);
  g_autoptr (EntenteDate) date =
    event ? entente_order_bound_date_of (chronicle, id, event->when) : NULL;

  return entente_date_is_bounded (date) ? entente_date_format_short (date) : NULL;
}

static GtkWidget *
create_glyph (EntenteLedgerPanel *self, guint row)
{
  GtkWidget *icon = entente_glyph_icon_new ();

  entente_glyph_icon_set_glyph (ENTENTE_GLYPH_ICON (icon),
                                entente_ink_glyph_of (get_chronicle (self), row));
  entente_ink_apply_event (icon, get_chronicle (self), row);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  return icon;
}

/* A row of @event (ENTENTE_NO_INDEX: of none), with a line above it or NULL. */
static void
add_row (EntenteLedgerPanel *self, GtkWidget *list, guint row, const char *text, const char *note)
{
  GtkWidget *line = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *said = note && *note ? g_strdup_printf ("%s, %s", text, note) : g_strdup (text);

  if (row != ENTENTE_NO_INDEX)
    gtk_box_append (GTK_BOX (box), create_glyph (self, row));
  gtk_box_append (GTK_BOX (words), entente_label_new (text, "row-title"));
  if (note && *note)
    gtk_box_append (GTK_BOX (words), entente_label_new (note, "row-note"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), row != ENTENTE_NO_INDEX);
  g_object_set_data (G_OBJECT (line), "row", GUINT_TO_POINTER (row + 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), line);
}

static void
clear_rows (GtkWidget *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (list)))
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

/* ---- thread ---- */

/* "accepts “Kabul offers talks” · 12 days · inferred"; when the move answers nothing, its date. */
static char *
format_answers (EntenteLedgerPanel *self, guint row, const char *when)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answers_to (chronicle, row, &n);
  g_autofree char *title = NULL, *days = NULL, *what = NULL;

  if (n == 0)
    return g_strdup (when ? when : "");
  title = dup_title (self, threads[0].row);
  days = entente_scene_format_days (chronicle, threads[0].row, row);
  what = g_strdup_printf (_ ("%s “%s”"),
                          entente_enum_label (ENTENTE_ENUM_LINK_TYPE, threads[0].type),
                          title);
  return g_strjoin (" · ",
                    when ? when : what,
                    when ? what : (days ? days : ""),
                    when && days ? days : NULL,
                    NULL);
}

static void
show_thread (EntenteLedgerPanel *self, guint row)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  g_autoptr (GArray) thread = entente_chronicle_get_thread (chronicle, row, MAX_THREAD);
  g_autofree char *label =
    g_strdup_printf (ngettext ("Thread of %u move", "Thread of %u moves", thread->len),
                     thread->len);

  clear_rows (self->thread);
  for (guint i = 0; thread->len > 1 && i < thread->len; i++) {
    guint32 other = g_array_index (thread, guint32, i);
    g_autofree char *title = dup_title (self, other);
    g_autofree char *when = dup_when (self, other);
    g_autofree char *note = format_answers (self, other, when);

    add_row (self, self->thread, other, title, note);
    if (other == row)
      gtk_widget_add_css_class (gtk_widget_get_last_child (self->thread), "current");
  }
  gtk_label_set_text (GTK_LABEL (self->thread_title), label);
  gtk_widget_set_visible (self->thread_title, thread->len > 1);
  gtk_widget_set_visible (self->thread, thread->len > 1);
}

/* ---- plan ---- */

/* "Moscow puts the meeting off · 27 Aug 2018 · 2 reports · corroborated" */
static char *
format_stage (EntenteLedgerPanel *self, const EntentePlanStage *stage)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  g_autoptr (GString) text = NULL;
  g_autofree char *title = NULL, *when = NULL, *reports = NULL;
  guint n;

  if (stage->row == ENTENTE_NO_INDEX)
    return g_strdup ("");
  entente_chronicle_get_voices (chronicle, stage->row, &n);
  title = dup_title (self, stage->row);
  when = dup_when (self, stage->row);
  reports = g_strdup_printf (ngettext ("%u report", "%u reports", n), n);
  text = g_string_new (title);
  if (when)
    g_string_append_printf (text, " · %s", when);
  if (n > 1)
    g_string_append_printf (text, " · %s", reports);
  g_string_append_printf (
    text,
    " · %s",
    entente_enum_label (ENTENTE_ENUM_EVIDENCE,
                        (int) entente_chronicle_get_evidence (chronicle, stage->row)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_stages (EntenteLedgerPanel *self, guint row)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  g_autoptr (GArray) stages = entente_plan_stages_list (chronicle, row);

  clear_rows (self->stages);
  for (guint i = 0; stages && i < stages->len; i++) {
    const EntentePlanStage *stage = &g_array_index (stages, EntentePlanStage, i);
    g_autofree char *words = entente_plan_stage_format (chronicle, stage);
    g_autofree char *label = entente_label_capitalise (words);
    g_autofree char *note = format_stage (self, stage);

    add_row (self, self->stages, stage->row, label, note);
  }
  gtk_widget_set_visible (self->stages_title, stages != NULL);
  gtk_widget_set_visible (self->stages, stages != NULL);
}

/* ---- proposal ---- */

static void
show_proposal (EntenteLedgerPanel *self, EntenteId event)
{
  guint number, n;
  const EntenteAnswerProposal *proposal =
    entente_loose_ends_get_proposal (self->ends, event, &number, &n);
  g_autofree char *perhaps = NULL, *reason = NULL, *which = NULL;

  gtk_widget_set_visible (self->proposal, proposal != NULL);
  if (!proposal)
    return;
  perhaps = entente_loose_ends_format_proposal (self->ends, event);
  reason = entente_answer_proposal_format_reason (
    entente_answer_proposals_get_chronicle (entente_loose_ends_get_proposals (self->ends)),
    proposal);
  /* TRANSLATORS: a button: which of the proposed answers shows; it goes to the next */
  which = g_strdup_printf (_ ("%u of %u"), number, n);
  gtk_label_set_text (GTK_LABEL (self->perhaps), perhaps);
  gtk_label_set_text (GTK_LABEL (self->reason), reason);
  gtk_button_set_label (GTK_BUTTON (self->other), which);
  gtk_widget_set_visible (self->other, n > 1);
}

/* ---- all ---- */

static void
show_silence (EntenteLedgerPanel *self, guint row)
{
  g_autofree char *when = row != ENTENTE_NO_INDEX ? dup_when (self, row) : NULL;
  g_autofree char *silence =
    row != ENTENTE_NO_INDEX &&
        entente_chronicle_get_answered (get_chronicle (self), row) != ENTENTE_ANSWERED_YES
      ? entente_event_waiting_format_silence (get_chronicle (self), row, when ? when : "")
      : NULL;
  g_autofree char *sentence = silence ? entente_label_capitalise (silence) : NULL;

  gtk_label_set_text (GTK_LABEL (self->silence), sentence ? sentence : "");
  gtk_widget_set_visible (self->silence, sentence && *sentence);
}

static gboolean
update_cb (gpointer data)
{
  EntenteLedgerPanel *self = data;
  EntenteId event =
    self->session ? entente_session_get_selected_event (self->session) : ENTENTE_ID_NONE;
  guint row = event != ENTENTE_ID_NONE ? entente_chronicle_find_row (get_chronicle (self), event)
                                       : ENTENTE_NO_INDEX;

  self->idle = 0;
  gtk_widget_set_visible (self->proposal, FALSE);
  show_silence (self, row);
  if (row != ENTENTE_NO_INDEX) {
    show_proposal (self, event);
    show_stages (self, row);
    show_thread (self, row);
  } else {
    gtk_widget_set_visible (self->stages, FALSE);
    gtk_widget_set_visible (self->stages_title, FALSE);
    gtk_widget_set_visible (self->thread, FALSE);
    gtk_widget_set_visible (self->thread_title, FALSE);
  }
  gtk_label_set_text (GTK_LABEL (self->empty),
                      row == ENTENTE_NO_INDEX
                        ? _ ("Select a row to see the moves that it answers and that answer it.")
                        : _ ("No move answers this one, and none is proposed."));
  gtk_widget_set_visible (self->empty,
                          !gtk_widget_get_visible (self->proposal) &&
                            !gtk_widget_get_visible (self->stages) &&
                            !gtk_widget_get_visible (self->thread));
  return G_SOURCE_REMOVE;
}

/* Once for all that changes in one turn. */
static void
update (EntenteLedgerPanel *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
row_cb (EntenteLedgerPanel *self, GtkListBoxRow *line)
{
  guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (line), "row")) - 1;

  if (self->session && row < entente_chronicle_get_n_rows (get_chronicle (self)))
    entente_session_select_event (self->session,
                                  entente_chronicle_get_id (get_chronicle (self), row));
}

/* ---- GObject ---- */

static GtkWidget *
create_button (const char *label, const char *action, const char *tip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
create_proposal (EntenteLedgerPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->perhaps = entente_label_new (NULL, "row-title");
  self->reason = entente_label_new (NULL, "row-note");
  self->other = create_button ("", "ledger.other", _ ("Another proposal (Alt+Down)"));
  gtk_box_append (GTK_BOX (buttons),
                  create_button (_ ("_Accept"), "ledger.accept", _ ("It is the answer (A)")));
  gtk_box_append (
    GTK_BOX (buttons),
    create_button (_ ("_Refuse"), "ledger.refuse", _ ("It is not; it is not proposed again (X)")));
  gtk_box_append (GTK_BOX (buttons), self->other);
  gtk_box_append (GTK_BOX (box), self->perhaps);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "ledger-proposal");
  return box;
}

static GtkWidget *
create_list (EntenteLedgerPanel *self, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "ledger-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_cb), self);
  return list;
}

static GtkWidget *
create_content (EntenteLedgerPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->silence = entente_label_new (NULL, "row-title");
  self->empty = entente_label_new (NULL, "row-note");
  self->proposal = create_proposal (self);
  self->stages_title = entente_label_new (_ ("What Became of It"), "heading");
  self->stages = create_list (self, _ ("What became of it"));
  self->thread_title = entente_label_new (NULL, "heading");
  self->thread = create_list (self, _ ("Thread of moves"));
  gtk_box_append (GTK_BOX (box), self->silence);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_box_append (GTK_BOX (box), self->proposal);
  gtk_box_append (GTK_BOX (box), self->stages_title);
  gtk_box_append (GTK_BOX (box), self->stages);
  gtk_box_append (GTK_BOX (box), self->thread_title);
  gtk_box_append (GTK_BOX (box), self->thread);
  gtk_widget_add_css_class (box, "ledger-panel");
  return box;
}

static void
entente_ledger_panel_dispose (GObject *object)
{
  EntenteLedgerPanel *self = ENTENTE_LEDGER_PANEL (object);

  entente_ledger_panel_set_session (self, NULL);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (entente_ledger_panel_parent_class)->dispose (object);
}

static void
entente_ledger_panel_class_init (EntenteLedgerPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_ledger_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ledgerpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
entente_ledger_panel_init (EntenteLedgerPanel *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), create_content (self));
  gtk_widget_set_size_request (self->scroller, WIDTH_PX, -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Thread of the selected move"),
                                  -1);
}

GtkWidget *
entente_ledger_panel_new (void)
{
  return g_object_new (ENTENTE_TYPE_LEDGER_PANEL, NULL);
}

static void
follow (EntenteLedgerPanel *self, gpointer object, const char *signal)
{
  g_signal_connect_object (object, signal, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
let_go (EntenteLedgerPanel *self)
{
  if (!self->session)
    return;
  g_signal_handlers_disconnect_by_data (get_study (self), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->ends, self);
  g_signal_handlers_disconnect_by_data (self->reader, self);
  g_clear_object (&self->session);
  g_clear_object (&self->ends);
  g_clear_object (&self->reader);
}

void
entente_ledger_panel_set_session (EntenteLedgerPanel *self, EntenteSession *session)
{
  if (self->session == session)
    return;
  let_go (self);
  if (session) {
    self->session = g_object_ref (session);
    self->ends = entente_loose_ends_get (get_study (self));
    self->reader = entente_event_reader_get (get_study (self));
    follow (self, session, "notify::selected-event");
    follow (self, get_study (self), "changed");
    follow (self, get_study (self), "titles-read");
    follow (self, self->reader, "events-read");
    follow (self, self->ends, "changed");
    follow (self, self->ends, "stepped");
    update (self);
  }
}
