/* Rows and the choice that they stand for, both ways. */
#include "config.h"

#include "entente-date-field.h"
#include "entente-print-options.h"
#include "entente-save-formats.h"
#include <glib/gi18n.h>
#include <math.h>

#define POINTS_PER_MM (72.0 / 25.4)

struct _EntentePrintOptions {
  AdwBin parent_instance;

  gboolean setting; /* by the program, not by a person */

  GtkSwitch *figure, *told, *quotes, *answers, *undated, *private_items, *pseudonyms, *black;
  AdwActionRow *figure_row, *told_row, *quotes_row, *answers_row, *undated_row;
  AdwActionRow *private_row, *pseudonyms_row;
  AdwComboRow *paper, *notes, *citations, *form, *poster_paper, *face, *columns;
  GtkSpinButton *across, *down, *size, *margin;
  GtkWidget *paper_group, *sheets_group;
  GtkWidget *day_row;
  GtkBox *day_box;
  EntenteDateField *day;
};

G_DEFINE_FINAL_TYPE (EntentePrintOptions, entente_print_options, ADW_TYPE_BIN)

static guint changed_signal;

static void
row_cb (EntentePrintOptions *self)
{
  if (!self->setting)
    g_signal_emit (self, changed_signal, 0);
}

/* ---- the choice ---- */

static void
get_sheets (EntentePrintOptions *self, EntentePosterOptions *sheets)
{
  guint paper = adw_combo_row_get_selected (self->poster_paper);

  *sheets = (EntentePosterOptions){
    .paper = paper / 2,
    .landscape = paper % 2 == 1,
    .across = (guint) gtk_spin_button_get_value_as_int (self->across),
    .down = (guint) gtk_spin_button_get_value_as_int (self->down),
  };
}

static void
get_pages (EntentePrintOptions *self, EntentePrintChoice *choice)
{
  guint paper = adw_combo_row_get_selected (self->paper);

  choice->paper = paper / 2;
  choice->landscape = paper % 2 == 1;
  choice->notes_at_foot = adw_combo_row_get_selected (self->notes) == 0;
  choice->face = adw_combo_row_get_selected (self->face);
  choice->n_columns = adw_combo_row_get_selected (self->columns) + 1;
  choice->size = (guint) lround (gtk_spin_button_get_value (self->size) * 10);
  choice->margin = (guint) lround (gtk_spin_button_get_value (self->margin) * POINTS_PER_MM * 10);
}

static void
set_pages (EntentePrintOptions *self, const EntentePrintChoice *choice)
{
  adw_combo_row_set_selected (self->paper, 2 * choice->paper + (choice->landscape ? 1 : 0));
  adw_combo_row_set_selected (self->notes, choice->notes_at_foot ? 0 : 1);
  adw_combo_row_set_selected (self->face, choice->face);
  adw_combo_row_set_selected (self->columns, choice->n_columns - 1);
  gtk_spin_button_set_value (self->size, choice->size / 10.0);
  gtk_spin_button_set_value (self->margin, choice->margin / 10.0 / POINTS_PER_MM);
}

/* An empty field is the last day. */
static void
get_day (EntentePrintOptions *self, EntentePrintChoice *choice)
{
  g_autoptr (EntenteDate) typed = entente_date_field_dup_date (self->day);
  g_autoptr (EntenteDate) last = entente_date_new_undated ();

  entente_print_choice_set_day (choice, typed ? typed : last);
}

void
entente_print_options_get (EntentePrintOptions *self, EntentePrintChoice *choice)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  EntenteSummaryOptions *summary = &choice->summary;

  summary->figure = gtk_switch_get_active (self->figure);
  summary->told = gtk_switch_get_active (self->told);
  summary->quotes = gtk_switch_get_active (self->quotes);
  summary->answers = gtk_switch_get_active (self->answers);
  summary->undated = gtk_switch_get_active (self->undated);
  summary->form = adw_combo_row_get_selected (self->form);
  summary->citations = adw_combo_row_get_selected (self->citations);
  summary->leave_out_private = gtk_switch_get_active (self->private_items);
  summary->pseudonyms = gtk_switch_get_active (self->pseudonyms);
  summary->shelf_days = (guint) g_settings_get_int (settings, "order-by-days-limit");
  get_pages (self, choice);
  choice->black = gtk_switch_get_active (self->black);
  get_sheets (self, &choice->sheets);
  get_day (self, choice);
}

/* Only what the kind heeds can be chosen. */
static void
show_rows (EntentePrintOptions *self, const EntentePrintChoice *choice)
{
  EntenteSummaryKind kind = choice->summary.kind;
  const struct {
    gpointer row;
    gboolean shows;
  } rows[] = {
    { self->form, entente_summary_kind_has (kind, ENTENTE_SUMMARY_FORM) },
    { self->figure_row, entente_summary_kind_has (kind, ENTENTE_SUMMARY_FIGURE) },
    { self->told_row, entente_summary_kind_has (kind, ENTENTE_SUMMARY_TOLD) },
    { self->undated_row, entente_summary_kind_has (kind, ENTENTE_SUMMARY_UNDATED) },
    { self->day_row, entente_summary_kind_has (kind, ENTENTE_SUMMARY_ON) },
    { self->quotes_row, TRUE },
    { self->paper_group, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_visible (rows[i].row, rows[i].shows && !choice->poster);
  gtk_widget_set_visible (GTK_WIDGET (self->answers_row),
                          choice->poster ||
                            entente_summary_kind_has (kind, ENTENTE_SUMMARY_ANSWERS_SHOWN));
  gtk_widget_set_visible (self->sheets_group, choice->poster);
}

void
entente_print_options_set (EntentePrintOptions *self, const EntentePrintChoice *choice)
{
  const EntenteSummaryOptions *summary = &choice->summary;
  g_autoptr (EntenteDate) day = entente_print_choice_dup_day (choice);

  self->setting = TRUE;
  entente_date_field_set_date (self->day, entente_date_is_dated (day) ? day : NULL);
  gtk_switch_set_active (self->figure, summary->figure);
  gtk_switch_set_active (self->told, summary->told);
  gtk_switch_set_active (self->quotes, summary->quotes);
  gtk_switch_set_active (self->answers, summary->answers);
  gtk_switch_set_active (self->undated, summary->undated);
  gtk_switch_set_active (self->private_items, summary->leave_out_private);
  gtk_switch_set_active (self->pseudonyms, summary->pseudonyms);
  gtk_switch_set_active (self->black, choice->black);
  adw_combo_row_set_selected (self->form, summary->form);
  adw_combo_row_set_selected (self->citations, summary->citations);
  set_pages (self, choice);
  adw_combo_row_set_selected (self->poster_paper,
                              2 * choice->sheets.paper + (choice->sheets.landscape ? 1 : 0));
  gtk_spin_button_set_value (self->across, MAX (choice->sheets.across, 1));
  gtk_spin_button_set_value (self->down, MAX (choice->sheets.down, 1));
  show_rows (self, choice);
  self->setting = FALSE;
}

/* ---- GObject ---- */

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, figure);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, told);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, quotes);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, answers);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, undated);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, private_items);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, pseudonyms);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, black);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, figure_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, told_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, quotes_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, answers_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, undated_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, private_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, pseudonyms_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, paper);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, notes);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, citations);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, form);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, poster_paper);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, across);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, face);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, columns);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, size);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, margin);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, down);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, paper_group);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, sheets_group);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, day_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintOptions, day_box);
}

static void
entente_print_options_class_init (EntentePrintOptionsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-print-options.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  changed_signal = g_signal_new ("changed",
                                 G_TYPE_FROM_CLASS (class),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);
}

static void
set_range (GtkSpinButton *button, double least, double most, double step)
{
  gtk_spin_button_set_range (button, least, most);
  gtk_spin_button_set_increments (button, step, 5 * step);
}

static void
entente_print_options_init (EntentePrintOptions *self)
{
  g_autoptr (GListModel) papers = entente_save_formats_list_papers (ENTENTE_N_PAPERS);
  g_autoptr (GListModel) large = entente_save_formats_list_papers (ENTENTE_N_POSTER_PAPERS);
  g_autoptr (GtkStringList) faces = gtk_string_list_new (NULL);

  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->day = ENTENTE_DATE_FIELD (entente_date_field_new_plain ());
  entente_date_field_set_label (self->day, _ ("Day of the positions"));
  entente_date_field_set_placeholder (self->day, _ ("The last day"));
  g_signal_connect_object (self->day, "changed", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->day_box, GTK_WIDGET (self->day));
  for (guint face = 0; face < ENTENTE_N_FACES; face++)
    gtk_string_list_append (faces, entente_face_get_label (face));
  adw_combo_row_set_model (self->face, G_LIST_MODEL (faces));
  set_range (self->size, ENTENTE_SIZE_MIN_PT, ENTENTE_SIZE_MAX_PT, 0.2);
  set_range (self->margin,
             ENTENTE_MARGIN_MIN_PT / POINTS_PER_MM,
             ENTENTE_MARGIN_MAX_PT / POINTS_PER_MM,
             1);
  adw_combo_row_set_model (self->paper, papers);
  adw_combo_row_set_model (self->poster_paper, large);
  self->setting = FALSE;
}

/* ---- public functions ---- */

void
entente_print_options_set_n_private (EntentePrintOptions *self, guint n)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u event", "%u events", n), n);

  adw_action_row_set_subtitle (self->private_row, n > 0 ? count : _ ("none among these events"));
}

void
entente_print_options_set_n_pseudonyms (EntentePrintOptions *self, guint n)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u actor", "%u actors", n), n);

  adw_action_row_set_subtitle (self->pseudonyms_row, n > 0 ? count : _ ("no actor has one"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->pseudonyms_row), n > 0);
}

void
entente_print_options_set_undated (EntentePrintOptions *self, const char *words)
{
  adw_action_row_set_subtitle (self->undated_row, words);
}
