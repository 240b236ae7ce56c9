/* The form of an actor: its names, what it belonged to and when, its colour, and identifiers of
 * other collections. Aliases and affiliations are rows of their own (entente-actor-parts.c). Main
 * thread.
 */
#include "config.h"

#include "entente-actor-form.h"
#include "entente-actor-parts.h"
#include "entente-commands.h"
#include "entente-enum-choice.h"
#include "entente-form-grid.h"
#include "entente-form-text.h"
#include "entente-form-window.h"
#include "entente-icon-button.h"
#include "entente-ink.h"
#include "entente-long-text.h"
#include "entente-name-looks.h"
#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  EntenteSession *session;
  EntenteActor *actor; /* as it was, or a new one */
  GPtrArray *old_aliases;
  GPtrArray *old_affiliations;
  EntenteNameLooks *looks;
  EntenteFormWindow *window;
  GtkWidget *name;
  GtkWidget *warning; /* of the name; hidden when there is none */
  GtkWidget *kind;
  GtkWidget *label;
  GtkWidget *own_colour; /* whether it has a colour of its own */
  GtkWidget *colour;
  GtkWidget *aliases;
  GtkWidget *affiliations;
  GtkWidget *wikidata;
  GtkWidget *iso;
  GtkWidget *cameo;
  GtkWidget *grade;
  GtkWidget *pseudonym;
  GtkWidget *note;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_object_unref (form->session);
  entente_actor_unref (form->actor);
  g_ptr_array_unref (form->old_aliases);
  g_ptr_array_unref (form->old_affiliations);
  entente_name_looks_free (form->looks);
  g_free (form);
}

static EntenteStudy *
get_study (Form *form)
{
  return entente_session_get_study (form->session);
}

static EntenteChronicle *
get_chronicle (Form *form)
{
  return entente_study_get_chronicle (get_study (form));
}

/* ---- colour ---- */

static char *
dup_colour (Form *form)
{
  GdkRGBA rgba;

  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (form->own_colour)))
    return NULL;
  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (form->colour), &rgba);
  return g_strdup_printf ("#%02x%02x%02x",
                          (guint) (rgba.red * 255 + 0.5F),
                          (guint) (rgba.green * 255 + 0.5F),
                          (guint) (rgba.blue * 255 + 0.5F));
}

static void
show_colour (Form *form)
{
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  guint32 index = entente_chronicle_find_actor (get_chronicle (form), form->actor->record.id);
  GdkRGBA rgba = entente_ink_of_actor (get_chronicle (form), index, always, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (form->own_colour), form->actor->colour != NULL);
  if (form->actor->colour)
    gdk_rgba_parse (&rgba, form->actor->colour);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (form->colour), &rgba);
}

static GtkWidget *
create_colour (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  form->own_colour = gtk_check_button_new_with_label (_ ("Of its own"));
  form->colour = gtk_color_button_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->colour),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Colour"),
                                  -1);
  g_object_bind_property (form->own_colour,
                          "active",
                          form->colour,
                          "sensitive",
                          G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), form->own_colour);
  gtk_box_append (GTK_BOX (box), form->colour);
  return box;
}

/* ---- accepting ---- */

static EntenteActor *
create_actor (Form *form)
{
  EntenteActor *actor = entente_actor_copy (form->actor);

  entente_form_text_store (form->name, &actor->name);
  actor->kind = entente_enum_choice_get (form->kind);
  entente_form_text_store (form->label, &actor->short_label);
  g_free (actor->colour);
  actor->colour = dup_colour (form);
  entente_form_text_store (form->wikidata, &actor->wikidata);
  entente_form_text_store (form->iso, &actor->iso3166);
  entente_form_text_store (form->cameo, &actor->cameo);
  entente_form_text_store (form->grade, &actor->grade);
  entente_form_text_store (form->pseudonym, &actor->pseudonym);
  entente_long_text_store (form->note, &actor->note);
  return actor;
}

/* Bodies that the affiliations name and nobody knew are made first. */
static EntenteStep *
create_step (Form *form)
{
  g_autoptr (EntenteActor) actor = create_actor (form);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (GPtrArray) aliases = entente_actor_parts_dup_aliases (form->aliases);
  g_autoptr (GPtrArray) affiliations =
    entente_actor_parts_dup_affiliations (form->affiliations, fresh);
  EntenteStep *step;

  if (actor->record.id == ENTENTE_ID_NONE)
    step = entente_commands_add_actor (actor, aliases, affiliations);
  else
    step = entente_commands_change_actor (
      &(EntenteWholeActor){ form->actor, form->old_aliases, form->old_affiliations },
      &(EntenteWholeActor){ actor, aliases, affiliations });
  entente_commands_insert_first (step, fresh);
  return step;
}

static gboolean
has_name (Form *form)
{
  g_autofree char *name = entente_form_text_dup (form->name);

  return name != NULL;
}

/* "Q30" */
static const char *
get_identifier_error (Form *form)
{
  g_autofree char *wikidata = entente_form_text_dup (form->wikidata);

  return wikidata && (wikidata[0] != 'Q' || wikidata[1] == '\0' ||
                      wikidata[1 + strspn (wikidata + 1, "0123456789")] != '\0')
           ? _ ("A number of Wikidata is a Q and figures, such as Q30.")
           : NULL;
}

static const char *
get_error (Form *form)
{
  const char *error = entente_actor_parts_get_error (form->aliases);

  if (!error)
    error = entente_actor_parts_get_error (form->affiliations);
  return error ? error : get_identifier_error (form);
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  const char *error = get_error (form);

  if (!has_name (form))
    return;
  if (error)
    entente_form_window_set_error (window, error);
  else
    entente_form_window_apply (window, form->session, create_step (form), NULL);
}

/* Somebody has the name already, or it only looks like one: said as one types, and no reason to
 * refuse it. */
static void
name_changed_cb (Form *form)
{
  g_autofree char *name = entente_form_text_dup (form->name);
  g_autofree char *warning =
    name ? entente_name_looks_warn (form->looks, name, form->actor->record.id) : NULL;

  entente_form_window_set_can_accept (form->window, name != NULL);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (form->warning)),
                      warning ? warning : "");
  gtk_widget_set_visible (form->warning, warning != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->name),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  warning ? warning : "",
                                  -1);
}

static guint
count_events (Form *form)
{
  const EntenteChronicle *chronicle = get_chronicle (form);
  guint32 actor = entente_chronicle_find_actor (chronicle, form->actor->record.id);
  guint n = 0;

  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    guint n_parts;
    const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n_parts);
    gboolean takes_part = FALSE;

    for (guint i = 0; i < n_parts && !takes_part; i++)
      takes_part = parts[i].actor == actor;
    n += takes_part;
  }
  return n;
}

/* Its part in events goes with it, which is counted. */
static void
delete_cb (Form *form)
{
  guint n = count_events (form);
  g_autofree char *done =
    n == 0 ? g_strdup (_ ("Actor deleted"))
           : g_strdup_printf (ngettext ("Actor deleted, with its part in %u event",
                                        "Actor deleted, with its part in %u events",
                                        n),
                              n);

  entente_form_window_apply (form->window,
                             form->session,
                             entente_commands_delete (ENTENTE_ENTITY_ACTOR, form->actor->record.id),
                             done);
}

/* ---- rows ---- */

static void
add_alias_cb (Form *form)
{
  entente_actor_parts_add_alias (form->aliases, NULL);
}

static void
add_affiliation_cb (Form *form)
{
  entente_actor_parts_add_affiliation (form->affiliations, get_chronicle (form), NULL);
}

static GtkWidget *
create_add_button (Form *form, const char *tip, GCallback callback)
{
  GtkWidget *button = entente_icon_button_new ("list-add-symbolic", tip);

  g_signal_connect_swapped (button, "clicked", callback, form);
  return button;
}

static void
add_identifiers (Form *form, GtkWidget *grid)
{
  form->wikidata = entente_form_grid_add_entry (grid, _ ("Wikidata"));
  form->iso = entente_form_grid_add_entry (grid, _ ("ISO 3166"));
  form->cameo = entente_form_grid_add_entry (grid, _ ("CAMEO"));
  form->grade = entente_form_grid_add_entry (grid, _ ("Reliability"));
  form->pseudonym = entente_form_grid_add_entry (grid, _ ("Pseudonym"));
  form->note = entente_long_text_new (_ ("Note"));
  entente_form_grid_add (grid, _ ("Note"), form->note);
}

static GtkWidget *
create_warning (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "reading-reason");
  return box;
}

/* The warning below it takes no room while there is none. */
static GtkWidget *
create_name (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  form->name = entente_form_text_new_entry (_ ("Name"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (form->name), NULL);
  form->warning = create_warning ();
  gtk_box_append (GTK_BOX (box), form->name);
  gtk_box_append (GTK_BOX (box), form->warning);
  return box;
}

/* With what an actor takes part in it goes; one step brings all of it back. */
static GtkWidget *
create_delete (Form *form)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Delete This Actor"));

  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (delete_cb), form);
  return button;
}

static GtkWidget *
create_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();

  entente_form_grid_add (grid, _ ("Name"), create_name (form));
  form->kind = entente_enum_choice_new (ENTENTE_ENUM_ACTOR_KIND, _ ("Kind of actor"));
  entente_form_grid_add (grid, _ ("Kind"), form->kind);
  form->label = entente_form_grid_add_entry (grid, _ ("Short label"));
  entente_form_grid_add (grid, _ ("Colour"), create_colour (form));
  entente_form_grid_add_head (
    grid,
    _ ("Other names"),
    create_add_button (form, _ ("Add a name"), G_CALLBACK (add_alias_cb)));
  form->aliases = entente_actor_parts_new ();
  entente_form_grid_add_wide (grid, form->aliases);
  entente_form_grid_add_head (
    grid,
    _ ("Belongs to"),
    create_add_button (form, _ ("Add what it belongs to"), G_CALLBACK (add_affiliation_cb)));
  form->affiliations = entente_actor_parts_new ();
  entente_form_grid_add_wide (grid, form->affiliations);
  entente_form_grid_add_head (grid, _ ("Identifiers and note"), NULL);
  add_identifiers (form, grid);
  if (form->actor->record.id != ENTENTE_ID_NONE)
    entente_form_grid_add_wide (grid, create_delete (form));
  return grid;
}

static void
show_parts (Form *form, guint32 index)
{
  EntenteChronicle *chronicle = get_chronicle (form);
  const EntenteAlias *const *aliases;
  const EntenteAffiliation *const *affiliations;
  guint n;

  aliases = entente_chronicle_get_aliases (chronicle, index, &n);
  for (guint i = 0; i < n; i++) {
    g_ptr_array_add (form->old_aliases, entente_record_ref (aliases[i]));
    entente_actor_parts_add_alias (form->aliases, aliases[i]);
  }
  affiliations = entente_chronicle_get_affiliations (chronicle, index, &n);
  for (guint i = 0; i < n; i++) {
    g_ptr_array_add (form->old_affiliations, entente_record_ref (affiliations[i]));
    entente_actor_parts_add_affiliation (form->affiliations, chronicle, affiliations[i]);
  }
}

static void
show_actor (Form *form, guint32 index)
{
  const EntenteActor *actor = form->actor;

  entente_form_text_set (form->name, actor->name);
  entente_enum_choice_set (form->kind, actor->kind);
  entente_form_text_set (form->label, actor->short_label);
  show_colour (form);
  if (index != ENTENTE_NO_INDEX)
    show_parts (form, index);
  entente_form_text_set (form->wikidata, actor->wikidata);
  entente_form_text_set (form->iso, actor->iso3166);
  entente_form_text_set (form->cameo, actor->cameo);
  entente_form_text_set (form->grade, actor->grade);
  entente_form_text_set (form->pseudonym, actor->pseudonym);
  entente_long_text_set (form->note, actor->note);
}

void
entente_actor_form_present (GtkWidget *parent, EntenteSession *session, EntenteId actor)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));
  guint32 index =
    actor == ENTENTE_ID_NONE ? ENTENTE_NO_INDEX : entente_chronicle_find_actor (chronicle, actor);
  gboolean is_new = index == ENTENTE_NO_INDEX;
  Form *form = g_new0 (Form, 1);
  GtkWidget *rows;

  form->session = g_object_ref (session);
  form->actor = is_new ? entente_actor_new ()
                       : entente_actor_ref (entente_chronicle_get_actor (chronicle, index));
  form->looks = entente_name_looks_new (chronicle);
  form->old_aliases = g_ptr_array_new_with_free_func (entente_record_unref);
  form->old_affiliations = g_ptr_array_new_with_free_func (entente_record_unref);
  rows = create_rows (form);
  form->window = entente_form_window_new (parent,
                                          is_new ? _ ("New Actor") : _ ("About This Actor"),
                                          is_new ? _ ("Add Actor") : _ ("Save"),
                                          rows);
  show_actor (form, index);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  g_signal_connect_swapped (form->name, "changed", G_CALLBACK (name_changed_cb), form);
  name_changed_cb (form);
  entente_form_window_keep (form->window, session, "actor", actor);
  gtk_window_present (GTK_WINDOW (form->window));
  gtk_widget_grab_focus (form->name);
}
