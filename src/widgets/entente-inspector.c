/* Everything about the selected event. Main thread. */
#include "config.h"

#include "entente-inspector.h"

struct _EntenteInspector {
  AdwBin parent_instance;

  EntenteSession *session;
};

G_DEFINE_FINAL_TYPE (EntenteInspector, entente_inspector, ADW_TYPE_BIN)

static void
entente_inspector_class_init (EntenteInspectorClass *class)
{
}

static void
entente_inspector_init (EntenteInspector *self)
{
}

GtkWidget *
entente_inspector_new (EntenteSession *session)
{
  return g_object_new (ENTENTE_TYPE_INSPECTOR, NULL);
}

EntenteSession *
entente_inspector_get_session (EntenteInspector *self)
{
  return self->session;
}

void
entente_inspector_set_session (EntenteInspector *self, EntenteSession *session)
{
}
