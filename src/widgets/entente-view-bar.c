/* Says in words what is shown, and how much of it.
 *
 * Reads the session; changes "answers-shown" there and hands the rest to properties that the window
 * binds and actions that it has. Main thread.
 */
#include "config.h"

#include "entente-lane-choice.h"
#include "entente-late-menu.h"
#include "entente-page-switch.h"
#include "entente-sentence-entry.h"
#include "entente-tooltip.h"
#include "entente-view-bar.h"
#include <glib/gi18n.h>

struct _EntenteViewBar {
  GtkBox parent_instance;

  EntenteSession *session; /* or NULL */
  GSimpleActionGroup *actions;
  EntenteViewBarSize size;
  gboolean ghosts;
  char *visible_span;
  EntenteLaneField lane_field;
  EntenteLaneOrder lane_order;

  GtkWidget *switch_block;
  EntentePageSwitch *page_switch;
  GtkWidget *pill, *edit, *clear;
  EntenteSentenceEntry *line; /* the sentence as it is edited */
  GtkLabel *sentence, *count, *lanes_label, *answers_label, *span;
  GMenuModel *lanes_menu, *answers_menu;
  GtkWidget *lanes, *answers, *separator, *views_box, *zoom_box, *slider, *more, *full;
  GtkAdjustment *zoom;
};

G_DEFINE_FINAL_TYPE (EntenteViewBar, entente_view_bar, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_PAGE,
  PROP_ZOOM,
  PROP_GHOSTS,
  PROP_VISIBLE_SPAN,
  PROP_LANES,
  PROP_LANE_ORDER,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void
notify (EntenteViewBar *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/* ---- showing ---- */

/* "All moves" stands there only where it takes room from nothing. */
static void
update_pill (EntenteViewBar *self)
{
  gboolean filtered =
    self->session && !entente_query_is_empty (entente_session_get_query (self->session));

  gtk_widget_set_visible (self->clear, filtered);
  if (filtered)
    gtk_widget_add_css_class (self->pill, "filtered");
  else
    gtk_widget_remove_css_class (self->pill, "filtered");
  gtk_widget_set_visible (self->pill,
                          !gtk_widget_get_visible (GTK_WIDGET (self->line)) &&
                            (filtered || self->size <= ENTENTE_VIEW_BAR_SNUG));
}

static void
update_sentence (EntenteViewBar *self)
{
  const EntenteQuery *query = entente_session_get_query (self->session);
  EntenteStudy *study = entente_session_get_study (self->session);
  g_autofree char *sentence = entente_study_format_query (study, query);

  gtk_label_set_text (self->sentence, sentence);
  entente_tooltip_set_text (GTK_WIDGET (self->sentence), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence,
                                  -1);
  update_pill (self);
}

/* "15 of 18 events", and under a filter in time what it cannot judge. */
static void
update_count (EntenteViewBar *self)
{
  guint n, total, undated = entente_session_count_undated (self->session);
  g_autofree char *text = NULL, *both = NULL, *rest = NULL;

  g_object_get (self->session, "n-filtered", &n, "n-events", &total, NULL);
  text = g_markup_printf_escaped (
    ngettext ("<b>%'u</b> of %'u event", "<b>%'u</b> of %'u events", total),
    n,
    total);
  if (undated > 0)
    rest =
      g_markup_printf_escaped (ngettext ("and %'u undated", "and %'u undated", undated), undated);
  both = rest ? g_strdup_printf (_ ("%s, %s"), text, rest) : g_strdup (text);
  gtk_label_set_markup (self->count, both);
}

static void
update_answers (EntenteViewBar *self)
{
  const char *names[] = { _ ("None"),
                          _ ("Of selection"),
                          _ ("All in view"),
                          _ ("Only its thread") };
  const char *name = names[entente_session_get_answers_shown (self->session)];
  g_autofree char *markup = g_markup_printf_escaped (_ ("Answers  <b>%s</b>"), name);
  g_autofree char *label = g_strdup_printf (_ ("Answers: %s"), name);

  gtk_label_set_markup (self->answers_label, markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answers),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

static void
update_lanes (EntenteViewBar *self)
{
  const char *name = entente_lane_field_get_label (self->lane_field);
  g_autofree char *markup = g_markup_printf_escaped (_ ("Lanes  <b>%s</b>"), name);
  g_autofree char *label = g_strdup_printf (_ ("Lanes: %s"), name);

  gtk_label_set_markup (self->lanes_label, markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lanes),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

static gboolean
is_timeline (EntenteViewBar *self)
{
  return g_str_equal (entente_page_switch_get_page (self->page_switch), "timeline");
}

static void
update_parts (EntenteViewBar *self)
{
  gboolean timeline = is_timeline (self);
  gboolean wide = self->size == ENTENTE_VIEW_BAR_FULL;

  update_pill (self);
  gtk_widget_set_visible (self->lanes, timeline && (wide || self->size == ENTENTE_VIEW_BAR_SNUG));
  gtk_widget_set_visible (self->answers, timeline && wide);
  gtk_widget_set_visible (self->separator, timeline && wide);
  gtk_widget_set_visible (self->views_box, timeline && wide);
  gtk_widget_set_visible (GTK_WIDGET (self->span), timeline && wide);
  gtk_widget_set_visible (self->zoom_box, timeline && self->size != ENTENTE_VIEW_BAR_TINY);
  gtk_widget_set_visible (self->more, timeline && !wide);
  gtk_widget_set_visible (self->full, self->size != ENTENTE_VIEW_BAR_TINY);
}

static void
query_cb (EntenteSession *session, GParamSpec *pspec, EntenteViewBar *self)
{
  update_sentence (self);
  update_count (self);
}

static void
answers_shown_cb (EntenteSession *session, GParamSpec *pspec, EntenteViewBar *self)
{
  update_answers (self);
}

static void
page_cb (EntenteViewBar *self)
{
  update_parts (self);
  notify (self, PROP_PAGE);
}

static void
zoom_cb (EntenteViewBar *self)
{
  notify (self, PROP_ZOOM);
}

/* The keyboard goes back to the sentence, which has the filter that was set. */
static void
edited_cb (EntenteViewBar *self)
{
  gboolean had_keyboard = gtk_widget_get_focus_child (GTK_WIDGET (self->line)) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->line), FALSE);
  update_parts (self);
  if (had_keyboard && gtk_widget_get_visible (self->pill))
    gtk_widget_grab_focus (self->edit);
}

/* ---- session ---- */

/* The sentence may have waited for the title of a round. */
static void
titles_cb (EntenteViewBar *self)
{
  if (entente_session_get_query (self->session)->rounds != NULL)
    update_sentence (self);
}

static void
forget_session (EntenteViewBar *self)
{
  if (!self->session)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->line), FALSE);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (entente_session_get_study (self->session), self);
  g_action_map_remove_action (G_ACTION_MAP (self->actions), "answers");
  g_clear_object (&self->session);
}

static void
take_session (EntenteViewBar *self, EntenteSession *session)
{
  g_autoptr (GPropertyAction) answers = g_property_action_new ("answers", session, "answers-shown");

  self->session = g_object_ref (session);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (answers));
  g_signal_connect (session, "notify::query", G_CALLBACK (query_cb), self);
  g_signal_connect (session, "notify::filtered", G_CALLBACK (query_cb), self);
  g_signal_connect (session, "notify::answers-shown", G_CALLBACK (answers_shown_cb), self);
  g_signal_connect_swapped (entente_session_get_study (session),
                            "titles-read",
                            G_CALLBACK (titles_cb),
                            self);
  query_cb (session, NULL, self);
  update_answers (self);
}

/* ---- GObject ---- */

static void
entente_view_bar_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  EntenteViewBar *self = ENTENTE_VIEW_BAR (object);

  switch (prop) {
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  case PROP_PAGE:
    g_value_set_string (value, entente_page_switch_get_page (self->page_switch));
    break;
  case PROP_ZOOM:
    g_value_set_double (value, gtk_adjustment_get_value (self->zoom));
    break;
  case PROP_GHOSTS:
    g_value_set_boolean (value, self->ghosts);
    break;
  case PROP_VISIBLE_SPAN:
    g_value_set_string (value, self->visible_span);
    break;
  case PROP_LANES:
    g_value_set_static_string (value, entente_lane_field_get_nick (self->lane_field));
    break;
  case PROP_LANE_ORDER:
    g_value_set_static_string (value, entente_lane_order_get_nick (self->lane_order));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
set_ghosts (EntenteViewBar *self, gboolean ghosts)
{
  self->ghosts = ghosts;
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions),
                                      "ghosts",
                                      g_variant_new_boolean (ghosts));
  notify (self, PROP_GHOSTS);
}

static void
show_state (EntenteViewBar *self, const char *action, const char *state)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self->actions), action);

  g_simple_action_set_state (G_SIMPLE_ACTION (found), g_variant_new_string (state));
}

static void
set_lanes (EntenteViewBar *self, const char *nick)
{
  EntenteLaneField before = self->lane_field;

  if (!entente_lane_field_parse (nick, &self->lane_field) || self->lane_field == before)
    return;
  show_state (self, "lanes", nick);
  update_lanes (self);
  notify (self, PROP_LANES);
}

static void
set_lane_order (EntenteViewBar *self, const char *nick)
{
  EntenteLaneOrder before = self->lane_order;

  if (!entente_lane_order_parse (nick, &self->lane_order) || self->lane_order == before)
    return;
  show_state (self, "lane-order", nick);
  notify (self, PROP_LANE_ORDER);
}

static void
entente_view_bar_set_property (GObject *object, guint prop, const GValue *value, GParamSpec *pspec)
{
  EntenteViewBar *self = ENTENTE_VIEW_BAR (object);

  switch (prop) {
  case PROP_SESSION:
    entente_view_bar_set_session (self, g_value_get_object (value));
    break;
  case PROP_PAGE:
    entente_page_switch_set_page (self->page_switch, g_value_get_string (value));
    break;
  case PROP_ZOOM:
    gtk_adjustment_set_value (self->zoom, g_value_get_double (value));
    break;
  case PROP_GHOSTS:
    if (self->ghosts == g_value_get_boolean (value))
      break;
    set_ghosts (self, g_value_get_boolean (value));
    break;
  case PROP_VISIBLE_SPAN:
    g_free (self->visible_span);
    self->visible_span = g_value_dup_string (value);
    gtk_label_set_text (self->span, self->visible_span ? self->visible_span : "");
    break;
  case PROP_LANES:
    set_lanes (self, g_value_get_string (value));
    break;
  case PROP_LANE_ORDER:
    set_lane_order (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
entente_view_bar_dispose (GObject *object)
{
  EntenteViewBar *self = ENTENTE_VIEW_BAR (object);

  forget_session (self);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (entente_view_bar_parent_class)->dispose (object);
}

static void
entente_view_bar_finalize (GObject *object)
{
  g_free (ENTENTE_VIEW_BAR (object)->visible_span);

  G_OBJECT_CLASS (entente_view_bar_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENTENTE_TYPE_SESSION, flags);
  props[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "timeline", flags);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, 1, 0, flags);
  props[PROP_GHOSTS] = g_param_spec_boolean ("ghosts", NULL, NULL, TRUE, flags);
  props[PROP_VISIBLE_SPAN] = g_param_spec_string ("visible-span", NULL, NULL, NULL, flags);
  props[PROP_LANES] = g_param_spec_string ("lanes", NULL, NULL, "actor", flags);
  props[PROP_LANE_ORDER] = g_param_spec_string ("lane-order", NULL, NULL, "hand", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-view-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, switch_block);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, page_switch);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, pill);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, edit);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, clear);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, line);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, sentence);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, count);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, lanes_menu);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, answers_menu);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, lanes);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, lanes_label);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, answers);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, answers_label);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, separator);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, span);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, views_box);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, slider);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, zoom);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, full);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewBar, more);
}

static void
entente_view_bar_class_init (EntenteViewBarClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = entente_view_bar_dispose;
  object_class->finalize = entente_view_bar_finalize;
  object_class->get_property = entente_view_bar_get_property;
  object_class->set_property = entente_view_bar_set_property;
  install_properties (object_class);

  g_type_ensure (ENTENTE_TYPE_PAGE_SWITCH);
  g_type_ensure (ENTENTE_TYPE_SENTENCE_ENTRY);
  bind_template (GTK_WIDGET_CLASS (class));
}

/* An action that held the bar would keep it alive for ever, so this one borrows it. */
static void
ghosts_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_object_set (self, "ghosts", !ENTENTE_VIEW_BAR (self)->ghosts, NULL);
}

static void
choose_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_object_set (self,
                g_action_get_name (G_ACTION (action)),
                g_variant_get_string (parameter, NULL),
                NULL);
}

static const GActionEntry entries[] = {
  { "ghosts", ghosts_action, NULL, "true" },
  { "lanes", choose_action, "s", "'actor'" },
  { "lane-order", choose_action, "s", "'hand'" },
};

/* The menus of the bar and its buttons, for where there is no room for them. */
static GMenuModel *
create_more (EntenteViewBar *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) shown = g_menu_new (), views = g_menu_new ();

  g_menu_append_submenu (shown, _ ("_Lanes"), self->lanes_menu);
  g_menu_append_submenu (shown, _ ("_Answers"), self->answers_menu);
  g_menu_append (views, _ ("View _Before"), "win.view-back");
  g_menu_append (views, _ ("_Next View"), "win.view-forward");
  g_menu_append (views, _ ("Zoom _In"), "win.zoom-in");
  g_menu_append (views, _ ("Zoom _Out"), "win.zoom-out");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shown));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (views));
  return G_MENU_MODEL (menu);
}

static void
entente_view_bar_init (EntenteViewBar *self)
{
  g_autoptr (GMenuModel) more = NULL;

  self->ghosts = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->page_switch, "notify::page", G_CALLBACK (page_cb), self);
  g_signal_connect_swapped (self->zoom, "value-changed", G_CALLBACK (zoom_cb), self);
  g_signal_connect_swapped (self->line, "done", G_CALLBACK (edited_cb), self);

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions),
                                   entries,
                                   G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (self->actions));
  more = create_more (self);
  entente_late_menu_attach (GTK_MENU_BUTTON (self->lanes), self->lanes_menu);
  entente_late_menu_attach (GTK_MENU_BUTTON (self->answers), self->answers_menu);
  entente_late_menu_attach (GTK_MENU_BUTTON (self->more), more);
  update_lanes (self);
}

void
entente_view_bar_set_session (EntenteViewBar *self, EntenteSession *session)
{
  if (self->session == session)
    return;
  forget_session (self);
  if (session)
    take_session (self, session);
  notify (self, PROP_SESSION);
}

void
entente_view_bar_edit_sentence (EntenteViewBar *self)
{
  if (!self->session)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->line), TRUE);
  update_parts (self);
  entente_sentence_entry_start (self->line, self->session);
}

void
entente_view_bar_set_size (EntenteViewBar *self, EntenteViewBarSize size)
{
  self->size = size;
  update_parts (self);
}

gboolean
entente_view_bar_open_lanes (EntenteViewBar *self)
{
  GtkWidget *button = gtk_widget_get_visible (self->lanes) ? self->lanes : self->more;

  if (!gtk_widget_get_visible (button))
    return FALSE;
  gtk_widget_grab_focus (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return TRUE;
}

void
entente_view_bar_set_switch_width (EntenteViewBar *self, int width_px)
{
  gtk_widget_set_visible (self->switch_block, width_px != 0);
  gtk_widget_set_size_request (self->switch_block, width_px > 0 ? width_px : -1, -1);
}
