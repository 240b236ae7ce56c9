/* Facet sections of the user's own fields, made anew only when fields come, go or get another name.
 * Main thread; part of the actor filter. */
#include "config.h"

#include "entente-own-facets.h"

#include "entente-facet-section.h"
#include "entente-own-fields.h"

struct _EntenteOwnFacets {
  GtkBox parent_instance;

  EntenteSession *session; /* or NULL */
  char *shown; /* numbers and names of the fields that have a section */
};

G_DEFINE_FINAL_TYPE (EntenteOwnFacets, entente_own_facets, GTK_TYPE_BOX)

static const EntenteOwnFields *
get_fields (EntenteOwnFacets *self)
{
  return entente_chronicle_get_own_fields (
    entente_study_get_chronicle (entente_session_get_study (self->session)));
}

static char *
describe_fields (const EntenteOwnFields *fields)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entente_own_fields_get_n (fields); i++) {
    const EntenteField *field = entente_own_fields_get (fields, i);

    g_string_append_printf (text, "%" G_GINT64_FORMAT "=%s\n", field->record.id, field->name);
  }
  return g_strdup (text->str);
}

static void
clear (EntenteOwnFacets *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self)))) {
    entente_facet_section_set_session (ENTENTE_FACET_SECTION (child), NULL);
    gtk_box_remove (GTK_BOX (self), child);
  }
  g_clear_pointer (&self->shown, g_free);
}

static void
fill (EntenteOwnFacets *self)
{
  const EntenteOwnFields *fields = get_fields (self);
  g_autofree char *wanted = describe_fields (fields);

  if (g_strcmp0 (wanted, self->shown) == 0)
    return;
  clear (self);
  self->shown = g_steal_pointer (&wanted);
  for (guint i = 0; i < entente_own_fields_get_n (fields); i++) {
    const EntenteField *field = entente_own_fields_get (fields, i);
    GtkWidget *section = entente_facet_section_new_for_field (field->name, field->record.id);

    gtk_box_append (GTK_BOX (self), section);
    entente_facet_section_set_session (ENTENTE_FACET_SECTION (section), self->session);
  }
}

static void
forget_session (EntenteOwnFacets *self)
{
  if (!self->session)
    return;
  clear (self);
  g_signal_handlers_disconnect_by_data (entente_session_get_study (self->session), self);
  g_clear_object (&self->session);
}

static void
entente_own_facets_dispose (GObject *object)
{
  forget_session (ENTENTE_OWN_FACETS (object));

  G_OBJECT_CLASS (entente_own_facets_parent_class)->dispose (object);
}

static void
entente_own_facets_class_init (EntenteOwnFacetsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_own_facets_dispose;
}

static void
entente_own_facets_init (EntenteOwnFacets *self)
{
}

GtkWidget *
entente_own_facets_new (void)
{
  return g_object_new (ENTENTE_TYPE_OWN_FACETS, "orientation", GTK_ORIENTATION_VERTICAL, NULL);
}

void
entente_own_facets_set_session (EntenteOwnFacets *self, EntenteSession *session)
{
  if (self->session == session)
    return;
  forget_session (self);
  if (!session)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (entente_session_get_study (session),
                            "changed",
                            G_CALLBACK (fill),
                            self);
  fill (self);
}
