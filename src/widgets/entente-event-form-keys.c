/* Keys of the form of an event that hold in any of its rows. Main thread.
 */
#include "config.h"

#include "entente-event-form-private.h"

static gboolean
number_cb (GtkWidget *widget, GVariant *number, gpointer data)
{
  return entente_kind_field_choose_number (ENTENTE_EVENT_FORM (widget)->kind,
                                           g_variant_get_uint32 (number));
}

void
entente_event_form_add_keys (GtkWidgetClass *class)
{
  for (guint i = 1; i <= 9; i++)
    gtk_widget_class_add_binding (class, GDK_KEY_0 + i, GDK_ALT_MASK, number_cb, "u", i);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        EntenteEventForm *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_SHIFT_MASK ||
      (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter))
    return FALSE;
  if (self->detail || !entente_event_form_can_accept (self))
    return FALSE;
  entente_event_form_accept_and_edit (self);
  return TRUE;
}

/* Before the rows, which take Enter with Shift for Enter. */
void
entente_event_form_attach_keys (EntenteEventForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
