/* The key of marks: figures with their words.
 *
 * The tables below are the whole content; each line becomes a row. Main thread.
 */
#include "config.h"

#include "entente-key-private.h"
#include "entente-key-window.h"
#include <glib/gi18n.h>

struct _EntenteKeyWindow {
  AdwWindow parent_instance;

  GtkBox *shapes, *lines, *fills, *dates, *words, *positions;
  GtkFlowBox *colours;
};

G_DEFINE_FINAL_TYPE (EntenteKeyWindow, entente_key_window, ADW_TYPE_WINDOW)

typedef struct {
  const char *name;
  const char *more;
} Words;

/* By EntenteKindGroup. */
static const Words groups[ENTENTE_N_GROUPS] = {
  { N_ ("Invite"), N_ ("invitation, call for talks, request to mediate") },
  { N_ ("Offer"), N_ ("offer, counter-offer, promise, concession") },
  { N_ ("Accept"), N_ ("acceptance, also on condition") },
  { N_ ("Refuse"), N_ ("refusal, rejection, withdrawal") },
  { N_ ("Delay"), N_ ("postponement, suspension, cancellation") },
  { N_ ("Meet"), N_ ("talks, visit, telephone, mediation, resumption") },
  { N_ ("Agree"), N_ ("agreement, framework, agenda") },
  { N_ ("Press"), N_ ("demand, appeal, threat, accusation") },
  { N_ ("Say"), N_ ("statement, report, confirmation") },
  { N_ ("Deny"), N_ ("denial, no comment, neither nor") },
  { N_ ("Deed"), N_ ("ceasefire, release, breach") },
  { N_ ("Outside event"), N_ ("election, attack, change of office") },
};

static const struct {
  Words words;
  EntenteGlyphFill fill;
  EntenteGlyphOutline outline;
} fills[] = {
  { { N_ ("One report"), N_ ("hollow") }, ENTENTE_FILL_HOLLOW, ENTENTE_OUTLINE_UNBROKEN },
  { { N_ ("One origin, several reports"), N_ ("hollow with a core") },
    ENTENTE_FILL_CORE,
    ENTENTE_OUTLINE_UNBROKEN },
  { { N_ ("Corroborated or confirmed"), N_ ("full") },
    ENTENTE_FILL_FULL,
    ENTENTE_OUTLINE_UNBROKEN },
  { { N_ ("Contested"), N_ ("half full") }, ENTENTE_FILL_HALF, ENTENTE_OUTLINE_UNBROKEN },
  { { N_ ("Denied, not backed by others"), N_ ("struck through") },
    ENTENTE_FILL_STRUCK,
    ENTENTE_OUTLINE_UNBROKEN },
  { { N_ ("Withdrawn by its speaker"), N_ ("struck through, grey") },
    ENTENTE_FILL_WITHDRAWN,
    ENTENTE_OUTLINE_UNBROKEN },
  { { N_ ("No passage yet, or a suggestion"), N_ ("dotted") },
    ENTENTE_FILL_HOLLOW,
    ENTENTE_OUTLINE_DOTTED },
  { { N_ ("Announced or conditional"), N_ ("broken outline") },
    ENTENTE_FILL_HOLLOW,
    ENTENTE_OUTLINE_BROKEN },
};

/* By EntenteKeyLine. */
static const char *const lines[ENTENTE_N_KEY_LINES] = {
  N_ ("answers, as the author says; days between"),
  N_ ("answers, inferred by the coder"),
  N_ ("expects an answer, and none is recorded"),
  N_ ("addressed to the actor of the lane it points to"),
  N_ ("selected, on the timeline and in the text at once"),
  N_ ("under the pointer, here or in the text"),
  N_ ("bold: pinned, selected or in the thread of the selection"),
  N_ ("bundle: moves too close to draw apart, and their reach"),
  N_ ("density: square root of the count; pale: left out by the filter"),
  N_ ("turning point, at its departure"),
  N_ ("a round of talks, from its first to its last move; dotted: what is part of it"),
};

/* By EntenteKeyWords. */
static const Words words[ENTENTE_N_KEY_WORDS] = {
  { N_ ("One report"), N_ ("one line") },
  { N_ ("Corroborated or confirmed"), N_ ("two lines") },
  { N_ ("Contested, denied or withdrawn"), N_ ("broken") },
  { N_ ("Left out by the filter"), N_ ("thin and pale") },
  { N_ ("A suggestion"), N_ ("dotted, grey") },
};

/* By EntenteKeyDate. */
static const Words dates[ENTENTE_N_KEY_DATES] = {
  { NULL, NULL },
  { N_ ("“on 4 September”"), "2018-09-04" },
  { N_ ("“in August”"), "2018-08" },
  { N_ ("“around mid-August”"), "2018-08-15~" },
  { N_ ("“by 22 August”"), "[..2018-08-22]" },
  { N_ ("“after 22 August”"), "[2018-08-22..]" },
  { N_ ("not told, order only"), N_ ("derived") },
  { N_ ("“Monday”, left open"), "[2018-08-06,2018-09-03]" },
  { N_ ("a span, vague ends"), "2018-07-15~/2018-09-05~" },
  { N_ ("“since 2013”, still so"), "2013/.." },
  { N_ ("if it happens"), "[2018-08-10..2018-09-10]" },
  { N_ ("put off to a new date"), N_ ("a plan with a history") },
};

static const char *const hues[ENTENTE_N_HUES] = {
  N_ ("Indigo"), N_ ("Ochre"), N_ ("Aubergine"), N_ ("Green"),
  N_ ("Bistre"), N_ ("Slate"), N_ ("Brick"),     N_ ("Petrol"),
};

/* ---- rows ---- */

static GtkWidget *
make_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (class)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkBox *
append_row (GtkBox *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (row, "key-row");
  gtk_box_append (box, row);
  return GTK_BOX (row);
}

static EntenteGlyph
make_glyph (EntenteKindGroup group, EntenteGlyphFill fill, EntenteGlyphOutline outline)
{
  return (
    EntenteGlyph){ .group = (guint8) group, .fill = (guint8) fill, .outline = (guint8) outline };
}

static void
append_glyphs (GtkBox *row, EntenteGlyph one, EntenteGlyph other, guint hue)
{
  gtk_box_append (row, entente_key_figure_new_glyph (one, hue));
  gtk_box_append (row, entente_key_figure_new_glyph (other, hue));
}

static void
fill_shapes (EntenteKeyWindow *self)
{
  for (guint group = 0; group < ENTENTE_N_GROUPS; group++) {
    GtkBox *row = append_row (self->shapes);
    GtkWidget *name = make_label (_ (groups[group].name), "heading");

    append_glyphs (row,
                   make_glyph (group, ENTENTE_FILL_FULL, ENTENTE_OUTLINE_UNBROKEN),
                   make_glyph (group, ENTENTE_FILL_HOLLOW, ENTENTE_OUTLINE_UNBROKEN),
                   0);
    gtk_label_set_width_chars (GTK_LABEL (name), 14);
    gtk_box_append (row, name);
    gtk_box_append (row, make_label (_ (groups[group].more), "dim-label"));
  }
}

static void
fill_fills (EntenteKeyWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fills); i++) {
    GtkBox *row = append_row (self->fills);
    GtkWidget *name = make_label (_ (fills[i].words.name), "heading");
    guint hue = fills[i].fill == ENTENTE_FILL_WITHDRAWN ? ENTENTE_HUE_GREY : ENTENTE_KEY_INK;

    append_glyphs (row,
                   make_glyph (ENTENTE_GROUP_INVITE, fills[i].fill, fills[i].outline),
                   make_glyph (ENTENTE_GROUP_SAY, fills[i].fill, fills[i].outline),
                   hue);
    gtk_widget_set_hexpand (name, TRUE);
    gtk_box_append (row, name);
    gtk_box_append (row, make_label (_ (fills[i].words.more), "dim-label"));
  }
}

static void
fill_colours (EntenteKeyWindow *self)
{
  for (guint hue = 0; hue < ENTENTE_N_HUES; hue++) {
    GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
    GtkWidget *name = make_label (_ (hues[hue]), "caption");

    gtk_label_set_xalign (GTK_LABEL (name), 0.5F);
    gtk_box_append (GTK_BOX (column), entente_key_figure_new_swatch (hue));
    gtk_box_append (GTK_BOX (column), name);
    gtk_flow_box_append (self->colours, column);
    gtk_widget_set_focusable (gtk_widget_get_parent (column), FALSE);
  }
}

static void
fill_lines (EntenteKeyWindow *self)
{
  for (guint line = 0; line < ENTENTE_N_KEY_LINES; line++) {
    GtkBox *row = append_row (self->lines);
    GtkWidget *meaning = make_label (_ (lines[line]), NULL);

    gtk_box_set_spacing (row, 21);
    gtk_box_append (row, entente_key_figure_new_line (line));
    gtk_box_append (row, meaning);
  }
}

static void
fill_words (EntenteKeyWindow *self)
{
  for (guint i = 0; i < ENTENTE_N_KEY_WORDS; i++) {
    GtkBox *row = append_row (self->words);
    GtkWidget *name = make_label (_ (words[i].name), "heading");

    gtk_box_set_spacing (row, 12);
    gtk_widget_set_hexpand (name, TRUE);
    gtk_box_append (row, entente_key_figure_new_words (i));
    gtk_box_append (row, name);
    gtk_box_append (row, make_label (_ (words[i].more), "dim-label"));
  }
}

static void
fill_dates (EntenteKeyWindow *self)
{
  g_autoptr (GtkSizeGroup) columns = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  for (guint date = 0; date < ENTENTE_N_KEY_DATES; date++) {
    GtkBox *row = append_row (self->dates);
    GtkWidget *told = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

    gtk_widget_add_css_class (GTK_WIDGET (row), "tight");
    gtk_widget_set_valign (told, GTK_ALIGN_CENTER);
    if (dates[date].name) {
      gtk_box_append (GTK_BOX (told), make_label (_ (dates[date].name), NULL));
      gtk_box_append (GTK_BOX (told), make_label (_ (dates[date].more), "key-value"));
    }
    gtk_size_group_add_widget (columns, told);
    gtk_box_append (row, told);
    gtk_box_append (row, entente_key_figure_new_date (date));
  }
}

/* ---- GObject ---- */

static void
entente_key_window_class_init (EntenteKeyWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-key-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteKeyWindow, shapes);
  gtk_widget_class_bind_template_child (widget_class, EntenteKeyWindow, colours);
  gtk_widget_class_bind_template_child (widget_class, EntenteKeyWindow, lines);
  gtk_widget_class_bind_template_child (widget_class, EntenteKeyWindow, fills);
  gtk_widget_class_bind_template_child (widget_class, EntenteKeyWindow, dates);
  gtk_widget_class_bind_template_child (widget_class, EntenteKeyWindow, words);
  gtk_widget_class_bind_template_child (widget_class, EntenteKeyWindow, positions);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
entente_key_window_init (EntenteKeyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_shapes (self);
  fill_colours (self);
  fill_lines (self);
  fill_fills (self);
  fill_dates (self);
  fill_words (self);
  entente_key_positions_fill (self->positions);
}

void
entente_key_window_present (GtkWindow *parent)
{
  static EntenteKeyWindow *open; /* NULL when none is */

  if (!open) {
    open = g_object_new (ENTENTE_TYPE_KEY_WINDOW, NULL);
    g_object_add_weak_pointer (G_OBJECT (open), (gpointer *) &open);
  }
  gtk_window_set_transient_for (GTK_WINDOW (open), parent);
  gtk_window_present (GTK_WINDOW (open));
}
