/* The columns of the ledger and its rows: moves that expect an answer, and what was planned; above
 * them how many wait, beside them the thread of the selected one. Answers that are proposed are
 * accepted and refused here. All else is in EntenteEventView. Main thread. */
#include "config.h"

#include "entente-commands.h"
#include "entente-ledger-panel.h"
#include "entente-ledger.h"
#include "entente-loose-ends.h"
#include <glib/gi18n.h>

/* Below this the rows alone have room: a move and its answer are to be read beside each other. */
#define PANEL_FROM_PX 1100

struct _EntenteLedger {
  EntenteEventView parent_instance;

  EntenteLooseEnds *ends; /* or NULL */
  guint idle; /* width_cb(), or 0 */

  GtkWidget *waiting; /* label */
  GtkWidget *proposals; /* button */
  GtkWidget *width; /* tells how wide the ledger is */
  GtkWidget *panel;
};

G_DEFINE_FINAL_TYPE (EntenteLedger, entente_ledger, ENTENTE_TYPE_EVENT_VIEW)

static const char *
get_name (void)
{
  return _ ("Ledger of moves and their answers");
}

static const EntenteEventColumn columns[] = {
  { "when", N_ ("When"), "when", ENTENTE_COLUMN_PLAIN, ENTENTE_SORT_DATE },
  { "from", N_ ("From"), "from-label", ENTENTE_COLUMN_PLAIN, ENTENTE_SORT_FROM },
  { "title",
    N_ ("Move"),
    "title",
    ENTENTE_COLUMN_GLYPH | ENTENTE_COLUMN_EXPAND | ENTENTE_COLUMN_BOLD,
    ENTENTE_SORT_TITLE },
  { "answer",
    N_ ("Answer"),
    "answer-label",
    ENTENTE_COLUMN_EXPAND | ENTENTE_COLUMN_ANSWER,
    ENTENTE_SORT_ANSWER },
  { "days", N_ ("After"), "days-label", ENTENTE_COLUMN_PLAIN, ENTENTE_SORT_DAYS },
  { "status", N_ ("Status"), "status-label", ENTENTE_COLUMN_DIM, ENTENTE_SORT_STATUS },
  { "kind", N_ ("Kind"), "kind-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_KIND },
  { "to", N_ ("To"), "to-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_TO },
  { "judgement",
    N_ ("Judgement"),
    "judgement-label",
    ENTENTE_COLUMN_HIDDEN,
    ENTENTE_SORT_JUDGEMENT },
  { "evidence", N_ ("Evidence"), "evidence-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_EVIDENCE },
};

static EntenteSession *
get_session (EntenteLedger *self)
{
  return entente_event_view_get_session (ENTENTE_EVENT_VIEW (self));
}

static EntenteEventList *
get_list (EntenteLedger *self)
{
  return entente_event_view_get_list (ENTENTE_EVENT_VIEW (self));
}

/* ---- head ---- */

/* Of what passes the filter; that, and the rows, may be of another chronicle for a moment. */
static void
show_head (EntenteLedger *self)
{
  EntenteAnswerProposals *proposals =
    self->ends ? entente_loose_ends_get_proposals (self->ends) : NULL;
  const EntenteBitset *rows = proposals ? entente_session_get_filtered (get_session (self)) : NULL;
  guint n_waiting, n_all, n;
  g_autofree char *waiting = NULL, *label = NULL;

  if (!rows || rows->n_rows !=
                 entente_chronicle_get_n_rows (entente_answer_proposals_get_chronicle (proposals)))
    return;
  n_waiting = entente_answer_proposals_count_waiting (proposals, rows);
  n_all = g_list_model_get_n_items (G_LIST_MODEL (get_list (self)));
  n = entente_answer_proposals_count (proposals, rows);
  waiting = g_strdup_printf (
    ngettext ("%'u of %'u row waits for an answer", "%'u of %'u rows wait for an answer", n_all),
    n_waiting,
    n_all);
  label = g_strdup_printf (ngettext ("%'u proposal", "%'u proposals", n), n);
  gtk_label_set_text (GTK_LABEL (self->waiting), waiting);
  gtk_button_set_label (GTK_BUTTON (self->proposals), label);
  gtk_widget_set_visible (self->proposals, n > 0);
}

static gboolean
width_cb (gpointer data)
{
  EntenteLedger *self = data;

  self->idle = 0;
  gtk_widget_set_visible (self->panel, gtk_widget_get_width (self->width) >= PANEL_FROM_PX);
  return G_SOURCE_REMOVE;
}

/* Not while sizes are being given. */
static void
resize_cb (GtkDrawingArea *area, int width, int height, EntenteLedger *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (width_cb, self);
}

static GtkWidget *
create_head (EntenteLedger *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->waiting = gtk_label_new (NULL);
  self->proposals = gtk_button_new ();
  self->width = gtk_drawing_area_new ();
  gtk_label_set_ellipsize (GTK_LABEL (self->waiting), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->waiting, "row-note");
  gtk_widget_add_css_class (self->proposals, "flat");
  gtk_widget_add_css_class (self->proposals, "suggestion-count");
  gtk_widget_set_tooltip_text (self->proposals, _ ("Go to the next row with a proposal (N)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->proposals), "ledger.next");
  gtk_widget_set_focusable (self->width, FALSE);
  /* F6 and Tab go to the rows, where N does the same. */
  gtk_widget_set_focusable (self->proposals, FALSE);
  g_signal_connect (self->width, "resize", G_CALLBACK (resize_cb), self);
  gtk_widget_add_css_class (row, "ledger-head");
  gtk_box_append (GTK_BOX (row), self->waiting);
  gtk_box_append (GTK_BOX (row), self->proposals);
  gtk_box_append (GTK_BOX (head), self->width);
  gtk_box_append (GTK_BOX (head), row);
  return head;
}

/* ---- proposals ---- */

static const EntenteAnswerProposal *
get_proposal (EntenteLedger *self, EntenteId *move, EntenteId *answer)
{
  const EntenteAnswerProposal *proposal;

  if (!self->ends)
    return NULL;
  *move = entente_session_get_selected_event (get_session (self));
  proposal = entente_loose_ends_get_proposal (self->ends, *move, NULL, NULL);
  if (proposal)
    *answer = entente_chronicle_get_id (
      entente_answer_proposals_get_chronicle (entente_loose_ends_get_proposals (self->ends)),
      proposal->answer);
  return proposal;
}

static gboolean
can_edit (EntenteLedger *self)
{
  return self->ends && !entente_study_is_read_only (entente_session_get_study (get_session (self)));
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteLedger *self = ENTENTE_LEDGER (widget);
  EntenteId move, answer;
  const EntenteAnswerProposal *proposal = get_proposal (self, &move, &answer);

  if (proposal && can_edit (self))
    entente_session_apply (get_session (self),
                           entente_commands_add_link (answer,
                                                      move,
                                                      (EntenteLinkType) proposal->type,
                                                      ENTENTE_LINK_INFERRED),
                           _ ("Answer accepted"));
}

static void
refuse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteLedger *self = ENTENTE_LEDGER (widget);
  EntenteId move, answer;

  if (get_proposal (self, &move, &answer) && can_edit (self))
    entente_session_apply (get_session (self),
                           entente_question_refuse_answer (move, answer),
                           _ ("Is not proposed again"));
}

static void
other_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteLedger *self = ENTENTE_LEDGER (widget);
  EntenteId move, answer;

  if (get_proposal (self, &move, &answer))
    entente_loose_ends_step (self->ends, move, g_str_has_suffix (name, "previous") ? -1 : 1);
}

/* The row with a proposal that comes next, around the end. */
static EntenteId
find_next (EntenteLedger *self, int step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (get_list (self)));
  guint at = entente_event_list_find (get_list (self),
                                      entente_session_get_selected_event (get_session (self)));
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);
  g_autoptr (GArray) ids = entente_event_list_get_ids (get_list (self), all);

  if (at == GTK_INVALID_LIST_POSITION)
    at = step > 0 && n > 0 ? n - 1 : 0;
  for (guint i = 0; i < n; i++) {
    at = (at + n + (guint) step) % n;
    if (entente_loose_ends_get_proposal (self->ends,
                                         g_array_index (ids, EntenteId, at),
                                         NULL,
                                         NULL))
      return g_array_index (ids, EntenteId, at);
  }
  return ENTENTE_ID_NONE;
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteLedger *self = ENTENTE_LEDGER (widget);
  EntenteId next =
    self->ends ? find_next (self, g_str_has_suffix (name, "previous") ? -1 : 1) : ENTENTE_ID_NONE;

  if (next == ENTENTE_ID_NONE)
    return;
  entente_session_select_event (get_session (self), next);
  entente_event_view_focus_selected (ENTENTE_EVENT_VIEW (self));
}

static const struct {
  guint key;
  GdkModifierType state;
  const char *action;
} keys[] = {
  { GDK_KEY_a, 0, "ledger.accept" },
  { GDK_KEY_x, 0, "ledger.refuse" },
  { GDK_KEY_n, 0, "ledger.next" },
  { GDK_KEY_n, GDK_SHIFT_MASK, "ledger.previous" },
  { GDK_KEY_Down, GDK_ALT_MASK, "ledger.other" },
  { GDK_KEY_Up, GDK_ALT_MASK, "ledger.other-previous" },
};

/* Letters act only on rows, not where a cell is being changed. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (!focus || g_strcmp0 (gtk_widget_get_css_name (focus), "row") != 0)
    return GDK_EVENT_PROPAGATE;
  state &= GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (gdk_keyval_to_lower (keyval) == keys[i].key && state == keys[i].state)
      return gtk_widget_activate_action (widget, keys[i].action, NULL);
  return GDK_EVENT_PROPAGATE;
}

/* ---- GObject ---- */

static void
follow (EntenteLedger *self, gpointer object, const char *signal)
{
  g_signal_connect_object (object, signal, G_CALLBACK (show_head), self, G_CONNECT_SWAPPED);
}

static void
session_cb (EntenteLedger *self)
{
  EntenteSession *session = get_session (self);

  if (self->ends)
    g_signal_handlers_disconnect_by_data (self->ends, self);
  g_clear_object (&self->ends);
  entente_ledger_panel_set_session (ENTENTE_LEDGER_PANEL (self->panel), session);
  if (!session)
    return;
  self->ends = entente_loose_ends_get (entente_session_get_study (session));
  follow (self, self->ends, "changed");
  follow (self, get_list (self), "items-changed");
  follow (self, session, "notify::filtered");
  show_head (self);
}

static void
entente_ledger_dispose (GObject *object)
{
  EntenteLedger *self = ENTENTE_LEDGER (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->ends)
    g_signal_handlers_disconnect_by_data (self->ends, self);
  g_clear_object (&self->ends);

  G_OBJECT_CLASS (entente_ledger_parent_class)->dispose (object);
}

static void
entente_ledger_class_init (EntenteLedgerClass *class)
{
  EntenteEventViewClass *view_class = ENTENTE_EVENT_VIEW_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_ledger_dispose;
  view_class->get_name = get_name;
  view_class->create_list = entente_event_list_new_expecting;
  view_class->columns = columns;
  view_class->n_columns = G_N_ELEMENTS (columns);
  gtk_widget_class_install_action (widget_class, "ledger.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "ledger.refuse", NULL, refuse_action);
  gtk_widget_class_install_action (widget_class, "ledger.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "ledger.previous", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "ledger.other", NULL, other_action);
  gtk_widget_class_install_action (widget_class, "ledger.other-previous", NULL, other_action);
}

static void
entente_ledger_init (EntenteLedger *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->panel = entente_ledger_panel_new ();
  gtk_widget_set_visible (self->panel, FALSE); /* until it is known that there is room */
  entente_event_view_put_above (ENTENTE_EVENT_VIEW (self), create_head (self));
  entente_event_view_put_beside (ENTENTE_EVENT_VIEW (self), self->panel);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  g_signal_connect (self, "notify::session", G_CALLBACK (session_cb), NULL);
}

GtkWidget *
entente_ledger_new (void)
{
  return g_object_new (ENTENTE_TYPE_LEDGER, NULL);
}
