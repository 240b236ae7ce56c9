/* Size class and wishes in, visibility out: every change ends in arrange(), which sets all widgets.
 *
 * Flaps are locked, so folding by itself reveals and hides nothing; a flap that slides over and is
 * dismissed tells so through its "reveal-flap". Main thread.
 */
#include "config.h"

#include "entente-window-layout.h"

struct _EntenteWindowLayout {
  GObject parent_instance;

  EntenteLayoutWidgets widgets;
  EntenteLayoutWidth width_class;
  gboolean actors_wanted, inspector_wanted; /* beside the article */
  gboolean actors_over, inspector_over; /* slid over it */
  gboolean full_timeline, has_article;
  const char *part; /* interned */
  gboolean arranging;
  GSList *waiting; /* flaps, not owned, for a width before they turn */
};

G_DEFINE_FINAL_TYPE (EntenteWindowLayout, entente_window_layout, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ACTORS_SHOWN,
  PROP_INSPECTOR_SHOWN,
  PROP_ACTORS_WANTED,
  PROP_INSPECTOR_WANTED,
  PROP_FULL_TIMELINE,
  PROP_HAS_ARTICLE,
  PROP_PART,
  PROP_WIDTH_CLASS,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

EntenteLayoutWidth
entente_window_layout_for_width (int width_px)
{
  if (width_px < 720)
    return ENTENTE_LAYOUT_SINGLE;
  if (width_px < 1000)
    return ENTENTE_LAYOUT_NARROW;
  if (width_px < 1360)
    return ENTENTE_LAYOUT_MEDIUM;
  return ENTENTE_LAYOUT_WIDE;
}

static void
notify (EntenteWindowLayout *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static gboolean
is_single (EntenteWindowLayout *self)
{
  return self->width_class == ENTENTE_LAYOUT_SINGLE;
}

/* The timeline was given the whole window. */
static gboolean
is_whole (EntenteWindowLayout *self)
{
  return self->full_timeline && !is_single (self);
}

static gboolean
is_full (EntenteWindowLayout *self)
{
  return is_whole (self) || (!self->has_article && !is_single (self));
}

static gboolean
has_part (EntenteWindowLayout *self, const char *part)
{
  return g_str_equal (self->part, part);
}

/* Where side bar and inspector slide over. */
static gboolean
actors_fold (EntenteWindowLayout *self)
{
  return self->width_class <= ENTENTE_LAYOUT_NARROW;
}

static gboolean
inspector_folds (EntenteWindowLayout *self)
{
  return self->width_class <= ENTENTE_LAYOUT_MEDIUM || is_whole (self);
}

static gboolean
get_actors_shown (EntenteWindowLayout *self)
{
  return actors_fold (self) ? self->actors_over : self->actors_wanted;
}

static gboolean
get_inspector_shown (EntenteWindowLayout *self)
{
  return inspector_folds (self) ? self->inspector_over : self->inspector_wanted;
}

/* ---- arranging ---- */

/* AdwFlap of libadwaita 1.2 divides the speed of its spring by the width of its pane: one that is
 * mapped and turned before the pane had a width is measured as not a number ever after. */
static gboolean
can_turn (AdwFlap *flap)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (flap)) ||
         adw_swipeable_get_distance (ADW_SWIPEABLE (flap)) > 0;
}

static void arrange (EntenteWindowLayout *self);

/* A pane that was shown has its width after a frame, unless it was hidden again. */
static gboolean
turn_cb (GtkWidget *flap, GdkFrameClock *clock, gpointer data)
{
  EntenteWindowLayout *self = data;
  GtkWidget *side = adw_flap_get_flap (ADW_FLAP (flap));

  if (side && gtk_widget_get_visible (side) && !can_turn (ADW_FLAP (flap)))
    return G_SOURCE_CONTINUE;
  self->waiting = g_slist_remove (self->waiting, flap);
  arrange (self);
  return G_SOURCE_REMOVE;
}

static void
turn (EntenteWindowLayout *self, AdwFlap *flap, gboolean revealed)
{
  if (adw_flap_get_reveal_flap (flap) == revealed)
    return;
  if (can_turn (flap)) {
    adw_flap_set_reveal_flap (flap, revealed);
  } else if (!g_slist_find (self->waiting, flap)) {
    self->waiting = g_slist_prepend (self->waiting, flap);
    gtk_widget_add_tick_callback (GTK_WIDGET (flap), turn_cb, g_object_ref (self), g_object_unref);
  }
}

/* A pane that is elsewhere (not @home), or goes before it has a width, is hidden instead of sliding
 * away. */
static void
set_flap (EntenteWindowLayout *self,
          AdwFlap *flap,
          gboolean home,
          gboolean folded,
          gboolean revealed)
{
  GtkWidget *side = adw_flap_get_flap (flap), *separator = adw_flap_get_separator (flap);
  gboolean hidden = !home || (!revealed && adw_flap_get_reveal_flap (flap) && !can_turn (flap));
  AdwFlapFoldPolicy policy =
    folded && !hidden ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER;

  if (side)
    gtk_widget_set_visible (side, !hidden);
  if (separator)
    gtk_widget_set_visible (separator, !hidden);
  /* Not while it slides away either. */
  if (side)
    gtk_widget_set_can_focus (side, revealed);
  if (adw_flap_get_fold_policy (flap) != policy)
    adw_flap_set_fold_policy (flap, policy);
  if (!hidden)
    turn (self, flap, revealed);
}

/* The side bar is one widget with three homes. */
static void
place_filter (EntenteWindowLayout *self)
{
  EntenteLayoutWidgets *widgets = &self->widgets;
  AdwBin *homes[] = { widgets->full_slot, widgets->actors_slot, widgets->actors_part };
  AdwBin *home = homes[is_single (self) ? 2 : is_full (self) ? 0 : 1];

  if (adw_bin_get_child (home) == widgets->filter)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    if (adw_bin_get_child (homes[i]) == widgets->filter)
      adw_bin_set_child (homes[i], NULL);
  adw_bin_set_child (home, widgets->filter);
}

static void
place_inspector (EntenteWindowLayout *self)
{
  EntenteLayoutWidgets *widgets = &self->widgets;
  AdwFlap *home = is_full (self) ? widgets->full_inspector_flap : widgets->inspector_flap;
  AdwFlap *other = is_full (self) ? widgets->inspector_flap : widgets->full_inspector_flap;

  if (adw_flap_get_flap (home) == widgets->inspector)
    return;
  adw_flap_set_flap (other, NULL);
  adw_flap_set_flap (home, widgets->inspector);
}

static void
arrange (EntenteWindowLayout *self)
{
  EntenteLayoutWidgets *widgets = &self->widgets;
  gboolean single = is_single (self), full = is_full (self);
  gboolean lower = has_part (self, "timeline") || has_part (self, "ledger");

  self->arranging = TRUE;
  place_filter (self);
  place_inspector (self);
  gtk_widget_set_visible (widgets->invitation, full && !is_whole (self));
  gtk_widget_set_visible (widgets->upper, single ? has_part (self, "read") : !full);
  gtk_widget_set_visible (widgets->lower, single ? lower : TRUE);
  gtk_stack_set_visible_child_name (widgets->parts,
                                    single && has_part (self, "actors") ? "actors" : "panes");
  set_flap (self, widgets->full_flap, full && !single, actors_fold (self), get_actors_shown (self));
  set_flap (self,
            widgets->actors_flap,
            !full && !single,
            actors_fold (self),
            get_actors_shown (self));
  set_flap (self,
            widgets->inspector_flap,
            !full,
            inspector_folds (self),
            get_inspector_shown (self));
  set_flap (self,
            widgets->full_inspector_flap,
            full,
            inspector_folds (self),
            get_inspector_shown (self));
  self->arranging = FALSE;
}

/* Does @change between two looks at what is shown, and notifies what differs. */
static void
change (EntenteWindowLayout *self,
        void (*set) (EntenteWindowLayout *self, gpointer data),
        gpointer data)
{
  gboolean actors = get_actors_shown (self), inspector = get_inspector_shown (self);

  set (self, data);
  arrange (self);
  if (get_actors_shown (self) != actors)
    notify (self, PROP_ACTORS_SHOWN);
  if (get_inspector_shown (self) != inspector)
    notify (self, PROP_INSPECTOR_SHOWN);
}

/* ---- changes ---- */

static void
put_actors_shown (EntenteWindowLayout *self, gpointer data)
{
  gboolean shown = GPOINTER_TO_INT (data);

  if (actors_fold (self)) {
    self->actors_over = shown;
  } else if (self->actors_wanted != shown) {
    self->actors_wanted = shown;
    notify (self, PROP_ACTORS_WANTED);
  }
}

static void
put_inspector_shown (EntenteWindowLayout *self, gpointer data)
{
  gboolean shown = GPOINTER_TO_INT (data);

  if (inspector_folds (self)) {
    self->inspector_over = shown;
  } else if (self->inspector_wanted != shown) {
    self->inspector_wanted = shown;
    notify (self, PROP_INSPECTOR_WANTED);
  }
}

static void
put_actors_wanted (EntenteWindowLayout *self, gpointer data)
{
  self->actors_wanted = GPOINTER_TO_INT (data);
  notify (self, PROP_ACTORS_WANTED);
}

static void
put_inspector_wanted (EntenteWindowLayout *self, gpointer data)
{
  self->inspector_wanted = GPOINTER_TO_INT (data);
  notify (self, PROP_INSPECTOR_WANTED);
}

/* What has slid over the one is not wanted over the other. */
static void
put_full_timeline (EntenteWindowLayout *self, gpointer data)
{
  self->full_timeline = GPOINTER_TO_INT (data);
  self->inspector_over = FALSE;
  notify (self, PROP_FULL_TIMELINE);
}

static void
put_has_article (EntenteWindowLayout *self, gpointer data)
{
  self->has_article = GPOINTER_TO_INT (data);
  notify (self, PROP_HAS_ARTICLE);
}

static void
put_part (EntenteWindowLayout *self, gpointer data)
{
  self->part = data;
  notify (self, PROP_PART);
}

/* What has slid over goes when the width changes; what the user wants comes back with room. */
static void
put_width_class (EntenteWindowLayout *self, gpointer data)
{
  self->width_class = GPOINTER_TO_INT (data);
  self->actors_over = self->inspector_over = FALSE;
  notify (self, PROP_WIDTH_CLASS);
}

static void
resized_cb (EntenteLayoutBin *shell, int width_px, int height_px, EntenteWindowLayout *self)
{
  EntenteLayoutWidth width_class = entente_window_layout_for_width (width_px);

  if (width_class != self->width_class)
    change (self, put_width_class, GINT_TO_POINTER (width_class));
}

/* A flap that had slid over was dismissed. */
static void
reveal_cb (AdwFlap *flap, GParamSpec *pspec, EntenteWindowLayout *self)
{
  gpointer revealed = GINT_TO_POINTER (adw_flap_get_reveal_flap (flap));

  if (self->arranging)
    return;
  if (flap == self->widgets.inspector_flap || flap == self->widgets.full_inspector_flap)
    change (self, put_inspector_shown, revealed);
  else
    change (self, put_actors_shown, revealed);
}

/* ---- GObject ---- */

static void
entente_window_layout_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  EntenteWindowLayout *self = ENTENTE_WINDOW_LAYOUT (object);

  switch (prop) {
  case PROP_ACTORS_SHOWN:
    g_value_set_boolean (value, get_actors_shown (self));
    break;
  case PROP_INSPECTOR_SHOWN:
    g_value_set_boolean (value, get_inspector_shown (self));
    break;
  case PROP_ACTORS_WANTED:
    g_value_set_boolean (value, self->actors_wanted);
    break;
  case PROP_INSPECTOR_WANTED:
    g_value_set_boolean (value, self->inspector_wanted);
    break;
  case PROP_FULL_TIMELINE:
    g_value_set_boolean (value, self->full_timeline);
    break;
  case PROP_HAS_ARTICLE:
    g_value_set_boolean (value, self->has_article);
    break;
  case PROP_PART:
    g_value_set_static_string (value, self->part);
    break;
  case PROP_WIDTH_CLASS:
    g_value_set_int (value, (int) self->width_class);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
set_boolean (EntenteWindowLayout *self, guint prop, gboolean value)
{
  gpointer data = GINT_TO_POINTER (value);

  if (prop == PROP_ACTORS_SHOWN && get_actors_shown (self) != value)
    change (self, put_actors_shown, data);
  else if (prop == PROP_INSPECTOR_SHOWN && get_inspector_shown (self) != value)
    change (self, put_inspector_shown, data);
  else if (prop == PROP_ACTORS_WANTED && self->actors_wanted != value)
    change (self, put_actors_wanted, data);
  else if (prop == PROP_INSPECTOR_WANTED && self->inspector_wanted != value)
    change (self, put_inspector_wanted, data);
  else if (prop == PROP_FULL_TIMELINE && self->full_timeline != value)
    change (self, put_full_timeline, data);
  else if (prop == PROP_HAS_ARTICLE && self->has_article != value)
    change (self, put_has_article, data);
}

static void
entente_window_layout_set_property (GObject *object,
                                    guint prop,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  EntenteWindowLayout *self = ENTENTE_WINDOW_LAYOUT (object);

  if (prop == PROP_PART) {
    if (!has_part (self, g_value_get_string (value)))
      change (self, put_part, (gpointer) g_intern_string (g_value_get_string (value)));
  } else {
    set_boolean (self, prop, g_value_get_boolean (value));
  }
}

static void
entente_window_layout_finalize (GObject *object)
{
  EntenteWindowLayout *self = ENTENTE_WINDOW_LAYOUT (object);

  g_slist_free (self->waiting);
  g_object_unref (self->widgets.filter);
  g_object_unref (self->widgets.inspector);
  G_OBJECT_CLASS (entente_window_layout_parent_class)->finalize (object);
}

static void
install_boolean (const char *name, guint prop)
{
  props[prop] =
    g_param_spec_boolean (name,
                          NULL,
                          NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
}

static void
entente_window_layout_class_init (EntenteWindowLayoutClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = entente_window_layout_finalize;
  object_class->get_property = entente_window_layout_get_property;
  object_class->set_property = entente_window_layout_set_property;

  install_boolean ("actors-shown", PROP_ACTORS_SHOWN);
  install_boolean ("inspector-shown", PROP_INSPECTOR_SHOWN);
  install_boolean ("actors-wanted", PROP_ACTORS_WANTED);
  install_boolean ("inspector-wanted", PROP_INSPECTOR_WANTED);
  install_boolean ("full-timeline", PROP_FULL_TIMELINE);
  install_boolean ("has-article", PROP_HAS_ARTICLE);
  props[PROP_PART] =
    g_param_spec_string ("part",
                         NULL,
                         NULL,
                         "read",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_WIDTH_CLASS] = g_param_spec_int ("width-class",
                                              NULL,
                                              NULL,
                                              ENTENTE_LAYOUT_SINGLE,
                                              ENTENTE_LAYOUT_WIDE,
                                              ENTENTE_LAYOUT_WIDE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
entente_window_layout_init (EntenteWindowLayout *self)
{
  self->width_class = ENTENTE_LAYOUT_WIDE;
  self->actors_wanted = self->inspector_wanted = self->has_article = TRUE;
  self->part = g_intern_static_string ("read");
}

EntenteWindowLayout *
entente_window_layout_new (const EntenteLayoutWidgets *widgets)
{
  EntenteWindowLayout *self = g_object_new (ENTENTE_TYPE_WINDOW_LAYOUT, NULL);
  AdwFlap *flaps[] = { widgets->full_flap,
                       widgets->full_inspector_flap,
                       widgets->actors_flap,
                       widgets->inspector_flap };

  self->widgets = *widgets;
  g_object_ref_sink (self->widgets.filter);
  g_object_ref_sink (self->widgets.inspector);
  for (guint i = 0; i < G_N_ELEMENTS (flaps); i++)
    g_signal_connect_object (flaps[i],
                             "notify::reveal-flap",
                             G_CALLBACK (reveal_cb),
                             self,
                             G_CONNECT_DEFAULT);
  g_signal_connect_object (widgets->shell,
                           "resized",
                           G_CALLBACK (resized_cb),
                           self,
                           G_CONNECT_DEFAULT);
  arrange (self);
  return self;
}

EntenteLayoutWidth
entente_window_layout_get_width_class (EntenteWindowLayout *self)
{
  return self->width_class;
}

gboolean
entente_window_layout_is_full (EntenteWindowLayout *self)
{
  return is_full (self);
}

gboolean
entente_window_layout_has_actors_beside (EntenteWindowLayout *self)
{
  return get_actors_shown (self) && !actors_fold (self);
}

gboolean
entente_window_layout_has_inspector_beside (EntenteWindowLayout *self)
{
  return get_inspector_shown (self) && !inspector_folds (self);
}
