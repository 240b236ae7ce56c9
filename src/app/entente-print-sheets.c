/* The sheets of a preview.
 *
 * All pages have one size, so place and page are one division apart, whatever their number. What a
 * page looks like is kept as a render node while the page is in sight. Paper is white in every
 * style. Main thread.
 */
#include "config.h"

#include "entente-print-sheets.h"
#include <math.h>

#define GAP_PX 18.0 /* around and between sheets */
#define ZOOM_STEP 1.25
#define SCALE_MIN 0.15 /* pixels a point */
#define SCALE_MAX 6.0

struct _EntentePrintSheets {
  GtkWidget parent_instance;

  EntentePrintout *printout; /* or NULL */
  double width_pt, height_pt; /* of a sheet of it */
  int zoom;
  guint page; /* last told */
  double scale; /* pixels a point, since the last allocation */
  GtkAdjustment *adjustments[2]; /* by orientation; or NULL */
  GHashTable *nodes; /* number of page -> GskRenderNode, of pages in sight */
};

enum {
  PROP_PAGE = 1,
  PROP_N_PAGES,
  PROP_ZOOM,
  N_OWN_PROPS,
  PROP_HADJUSTMENT = N_OWN_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (EntentePrintSheets,
                               entente_print_sheets,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static GParamSpec *props[N_OWN_PROPS];

static void
notify (EntentePrintSheets *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/* ---- geometry ---- */

static double
get_step (EntentePrintSheets *self)
{
  return self->height_pt * self->scale + GAP_PX;
}

static double
get_offset (EntentePrintSheets *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment ? gtk_adjustment_get_value (adjustment) : 0;
}

/* At zoom 0 a whole sheet is in sight. */
static double
choose_scale (EntentePrintSheets *self, int width, int height)
{
  double fit = MIN ((width - 2 * GAP_PX) / self->width_pt, (height - 2 * GAP_PX) / self->height_pt);

  return CLAMP (fit * pow (ZOOM_STEP, self->zoom), SCALE_MIN, SCALE_MAX);
}

static guint
find_page (EntentePrintSheets *self)
{
  guint n = entente_print_sheets_get_n_pages (self);
  double middle;

  if (n == 0)
    return 0;
  middle = get_offset (self, GTK_ORIENTATION_VERTICAL) +
           gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 - GAP_PX / 2;
  return (guint) CLAMP (middle / get_step (self), 0, n - 1.0);
}

static void
tell_page (EntentePrintSheets *self)
{
  guint page = find_page (self);

  if (page == self->page)
    return;
  self->page = page;
  notify (self, PROP_PAGE);
}

static void
forget_nodes (EntentePrintSheets *self)
{
  g_hash_table_remove_all (self->nodes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- scrolling ---- */

/* Sizes are told to the scroller while they are given out, and it may show or hide a bar then: the
 * toolkit stands that only where all that holds the sheets gets its size in the same go. */
static void
queue_sizes (EntentePrintSheets *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
value_changed_cb (EntentePrintSheets *self)
{
  tell_page (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (EntentePrintSheets *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place == adjustment)
    return;
  if (*place)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_set_object (place, adjustment);
  if (adjustment)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  queue_sizes (self);
}

static void
configure (EntentePrintSheets *self, GtkOrientation orientation, double value, double upper)
{
  gboolean vertical = orientation == GTK_ORIENTATION_VERTICAL;
  double page =
    vertical ? gtk_widget_get_height (GTK_WIDGET (self)) : gtk_widget_get_width (GTK_WIDGET (self));
  double whole = MAX (upper, page);

  if (self->adjustments[orientation])
    gtk_adjustment_configure (self->adjustments[orientation],
                              CLAMP (value, 0, whole - page),
                              0,
                              whole,
                              page * 0.1,
                              page * 0.9,
                              page);
}

/* What was in the middle stays there when the scale changes. */
static double
carry_over (EntentePrintSheets *self, GtkOrientation orientation, double old_scale)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double half, middle;

  if (!adjustment || old_scale <= 0)
    return 0;
  half = gtk_adjustment_get_page_size (adjustment) / 2;
  if (self->zoom == 0 && orientation == GTK_ORIENTATION_VERTICAL)
    return self->page * get_step (self);
  middle = (gtk_adjustment_get_value (adjustment) + half) * self->scale / old_scale;
  return middle - half;
}

static void
entente_print_sheets_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntentePrintSheets *self = ENTENTE_PRINT_SHEETS (widget);
  double old = self->scale;
  double x, y;

  if (!self->printout) {
    configure (self, GTK_ORIENTATION_HORIZONTAL, 0, 0);
    configure (self, GTK_ORIENTATION_VERTICAL, 0, 0);
    return;
  }
  self->scale = choose_scale (self, width, height);
  x = get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  y = get_offset (self, GTK_ORIENTATION_VERTICAL);
  if (old != self->scale) {
    x = carry_over (self, GTK_ORIENTATION_HORIZONTAL, old);
    y = carry_over (self, GTK_ORIENTATION_VERTICAL, old);
    forget_nodes (self);
  }
  configure (self, GTK_ORIENTATION_HORIZONTAL, x, self->width_pt * self->scale + 2 * GAP_PX);
  configure (self,
             GTK_ORIENTATION_VERTICAL,
             y,
             entente_printout_get_n (self->printout) * get_step (self) + GAP_PX);
  tell_page (self);
}

/* ---- drawing ---- */

static GskRenderNode *
make_node (EntentePrintSheets *self, guint page, float width, float height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_scale (cr, self->scale, self->scale);
  entente_printout_paint (self->printout, page, cr);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

static GskRenderNode *
get_node (EntentePrintSheets *self, guint page, float width, float height)
{
  GskRenderNode *node = g_hash_table_lookup (self->nodes, GUINT_TO_POINTER (page));

  if (!node) {
    node = make_node (self, page, width, height);
    if (node)
      g_hash_table_insert (self->nodes, GUINT_TO_POINTER (page), node);
  }
  return node;
}

static void
draw_sheet (EntentePrintSheets *self, GtkSnapshot *snapshot, guint page, double x, double y)
{
  float width = (float) (self->width_pt * self->scale);
  float height = (float) (self->height_pt * self->scale);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, height);
  GskRoundedRect outline;
  GskRenderNode *node = get_node (self, page, width, height);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf ((float) x), roundf ((float) y)));
  gsk_rounded_rect_init_from_rect (&outline, &area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.30F }, 0, 1, 1, 5);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &area);
  if (node)
    gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_out_of_sight (gpointer page, gpointer node, gpointer data)
{
  const guint *sight = data;

  return GPOINTER_TO_UINT (page) < sight[0] || GPOINTER_TO_UINT (page) > sight[1];
}

static void
entente_print_sheets_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntentePrintSheets *self = ENTENTE_PRINT_SHEETS (widget);
  double top = get_offset (self, GTK_ORIENTATION_VERTICAL);
  double width = gtk_widget_get_width (widget), bottom = top + gtk_widget_get_height (widget);
  guint sight[2], n = entente_print_sheets_get_n_pages (self);
  double sheet_width, x;

  if (n == 0 || self->scale <= 0)
    return;
  sheet_width = self->width_pt * self->scale;
  x = sheet_width + 2 * GAP_PX > width ? GAP_PX - get_offset (self, GTK_ORIENTATION_HORIZONTAL)
                                       : (width - sheet_width) / 2;
  sight[0] = (guint) (MAX (0, top - GAP_PX) / get_step (self));
  sight[1] = (guint) MIN (n - 1.0, bottom / get_step (self));
  for (guint page = sight[0]; page <= sight[1]; page++)
    draw_sheet (self, snapshot, page, x, GAP_PX + page * get_step (self) - top);
  g_hash_table_foreach_remove (self->nodes, is_out_of_sight, sight);
}

static void
entente_print_sheets_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 880;
}

/* ---- GObject ---- */

static void
entente_print_sheets_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  EntentePrintSheets *self = ENTENTE_PRINT_SHEETS (object);

  switch (prop) {
  case PROP_PAGE:
    g_value_set_uint (value, self->page);
    break;
  case PROP_N_PAGES:
    g_value_set_uint (value, entente_print_sheets_get_n_pages (self));
    break;
  case PROP_ZOOM:
    g_value_set_int (value, self->zoom);
    break;
  case PROP_HADJUSTMENT:
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
    break;
  case PROP_VADJUSTMENT:
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
    break;
  case PROP_HSCROLL_POLICY:
  case PROP_VSCROLL_POLICY:
    g_value_set_enum (value, GTK_SCROLL_MINIMUM);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
entente_print_sheets_set_property (GObject *object,
                                   guint prop,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  EntentePrintSheets *self = ENTENTE_PRINT_SHEETS (object);

  switch (prop) {
  case PROP_PAGE:
    entente_print_sheets_set_page (self, g_value_get_uint (value));
    break;
  case PROP_ZOOM:
    entente_print_sheets_set_zoom (self, g_value_get_int (value));
    break;
  case PROP_HADJUSTMENT:
    set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
    break;
  case PROP_VADJUSTMENT:
    set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
    break;
  case PROP_HSCROLL_POLICY:
  case PROP_VSCROLL_POLICY:
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
entente_print_sheets_dispose (GObject *object)
{
  EntentePrintSheets *self = ENTENTE_PRINT_SHEETS (object);

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  G_OBJECT_CLASS (entente_print_sheets_parent_class)->dispose (object);
}

static void
entente_print_sheets_finalize (GObject *object)
{
  EntentePrintSheets *self = ENTENTE_PRINT_SHEETS (object);

  g_hash_table_unref (self->nodes);
  g_clear_pointer (&self->printout, entente_printout_unref);
  G_OBJECT_CLASS (entente_print_sheets_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_PAGES] = g_param_spec_uint ("n-pages",
                                           NULL,
                                           NULL,
                                           0,
                                           G_MAXUINT,
                                           0,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ZOOM] =
    g_param_spec_int ("zoom", NULL, NULL, ENTENTE_PRINT_ZOOM_MIN, ENTENTE_PRINT_ZOOM_MAX, 0, flags);
  g_object_class_install_properties (object_class, N_OWN_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

/* Keys for the actions of the preview around. */
static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_Page_Up, "page.previous" },     { GDK_KEY_KP_Page_Up, "page.previous" },
    { GDK_KEY_Page_Down, "page.next" },       { GDK_KEY_KP_Page_Down, "page.next" },
    { GDK_KEY_plus, "page.zoom-in" },         { GDK_KEY_equal, "page.zoom-in" },
    { GDK_KEY_KP_Add, "page.zoom-in" },       { GDK_KEY_minus, "page.zoom-out" },
    { GDK_KEY_KP_Subtract, "page.zoom-out" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
}

static void
entente_print_sheets_class_init (EntentePrintSheetsClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = entente_print_sheets_get_property;
  object_class->set_property = entente_print_sheets_set_property;
  object_class->dispose = entente_print_sheets_dispose;
  object_class->finalize = entente_print_sheets_finalize;
  widget_class->size_allocate = entente_print_sheets_size_allocate;
  widget_class->snapshot = entente_print_sheets_snapshot;
  widget_class->measure = entente_print_sheets_measure;
  install_properties (object_class);
  bind_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "sheets");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
entente_print_sheets_init (EntentePrintSheets *self)
{
  self->nodes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* ---- public functions ---- */

void
entente_print_sheets_set_printout (EntentePrintSheets *self, EntentePrintout *printout)
{
  if (printout) {
    entente_printout_ref (printout);
    entente_printout_get_size (printout, &self->width_pt, &self->height_pt);
  }
  forget_nodes (self);
  g_clear_pointer (&self->printout, entente_printout_unref);
  self->printout = printout;
  queue_sizes (self);
  notify (self, PROP_N_PAGES);
}

void
entente_print_sheets_set_page (EntentePrintSheets *self, guint page)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (adjustment && page < entente_print_sheets_get_n_pages (self))
    gtk_adjustment_set_value (adjustment, page * get_step (self));
}

guint
entente_print_sheets_get_page (EntentePrintSheets *self)
{
  return self->page;
}

guint
entente_print_sheets_get_n_pages (EntentePrintSheets *self)
{
  return self->printout ? entente_printout_get_n (self->printout) : 0;
}

void
entente_print_sheets_set_zoom (EntentePrintSheets *self, int zoom)
{
  zoom = CLAMP (zoom, ENTENTE_PRINT_ZOOM_MIN, ENTENTE_PRINT_ZOOM_MAX);
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  queue_sizes (self);
  notify (self, PROP_ZOOM);
}

int
entente_print_sheets_get_zoom (EntentePrintSheets *self)
{
  return self->zoom;
}
