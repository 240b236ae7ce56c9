/* The worker serves one reading after the other, so what comes later is newer. */
#include "config.h"

#include "entente-position-list.h"

#include "entente-commands.h"
#include "entente-study-positions.h"

#include <glib/gi18n-lib.h>

struct _EntentePositionList {
  GObject parent_instance;

  EntenteSession *session; /* not owned: it owns the list */
  EntentePositions *positions;
  gboolean is_read;
  EntenteId selected;
  gboolean on_timeline;
  GCancellable *finding; /* of the words of the selected one, or NULL */
  GCancellable *closing;
};

G_DEFINE_FINAL_TYPE (EntentePositionList, entente_position_list, G_TYPE_OBJECT)

enum { PROP_0, PROP_SELECTED, PROP_ON_TIMELINE, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CHANGED, REVEAL, N_SIGNALS };
static guint signals[N_SIGNALS];

static G_DEFINE_QUARK (entente_position_list, positions_of_session)

  static EntenteStudy *get_study (EntentePositionList *self)
{
  return entente_session_get_study (self->session);
}

/* ---- selection ---- */

static void
set_selected (EntentePositionList *self, EntenteId id)
{
  if (self->selected == id)
    return;
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  self->selected = id;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntentePositionList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntentePassagePlace) place =
    entente_study_find_passage_finish (ENTENTE_STUDY (source), result, &error);

  if (!place || g_cancellable_is_cancelled (self->closing))
    return;
  g_clear_object (&self->finding);
  entente_session_set_article (self->session, place->article);
  g_signal_emit (self, signals[REVEAL], 0);
}

static void
find_words (EntentePositionList *self, EntenteId passage)
{
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  self->finding = g_cancellable_new ();
  entente_study_find_passage_async (get_study (self),
                                    passage,
                                    self->finding,
                                    found_cb,
                                    g_object_ref (self));
}

static void
show_words (EntentePositionList *self)
{
  const EntentePosition *position = entente_position_list_get_selected_record (self);

  if (!position)
    return;
  entente_session_select_passage (self->session, position->passage, ENTENTE_ID_NONE);
  if (position->passage != ENTENTE_ID_NONE)
    find_words (self, position->passage);
}

static void
event_selected_cb (EntentePositionList *self)
{
  if (entente_session_get_selected_event (self->session) != ENTENTE_ID_NONE)
    set_selected (self, ENTENTE_ID_NONE);
}

/* ---- following ---- */

static void
take_positions (EntentePositionList *self, EntentePositions *positions)
{
  gboolean was_there = entente_position_list_get_selected_record (self) != NULL;

  entente_positions_unref (self->positions);
  self->positions = positions;
  if (was_there && !entente_position_list_get_selected_record (self))
    set_selected (self, ENTENTE_ID_NONE);
  g_signal_emit (self, signals[CHANGED], 0);
  if (!was_there && self->selected != ENTENTE_ID_NONE) {
    show_words (self);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
  }
}

static GPtrArray *
finish (EntentePositionList *self, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records =
    entente_study_read_positions_finish (ENTENTE_STUDY (source), result, &error);

  if (g_cancellable_is_cancelled (self->closing))
    return NULL;
  if (!records)
    entente_session_notify_user (self->session, error->message, 0);
  return g_steal_pointer (&records);
}

static void
all_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntentePositionList) self = data;
  g_autoptr (GPtrArray) records = finish (self, source, result);

  if (!records)
    return;
  self->is_read = TRUE;
  take_positions (self, entente_positions_new (records));
}

static void
some_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntentePositionList) self = data;
  g_autoptr (GPtrArray) records = finish (self, source, result);

  if (records)
    take_positions (self, entente_positions_patch (self->positions, NULL, records));
}

static void
read_all (EntentePositionList *self)
{
  entente_study_read_positions_async (get_study (self),
                                      NULL,
                                      self->closing,
                                      all_read_cb,
                                      g_object_ref (self));
}

static void
changed_cb (EntentePositionList *self, EntenteChangeSet *changes)
{
  const GArray *fresh = changes->ids[ENTENTE_ENTITY_POSITION];
  const GArray *gone = changes->deleted[ENTENTE_ENTITY_POSITION];

  if (changes->everything || !self->is_read) {
    read_all (self);
    return;
  }
  if (gone && gone->len > 0)
    take_positions (self, entente_positions_patch (self->positions, gone, NULL));
  if (fresh && fresh->len > 0)
    entente_study_read_positions_async (get_study (self),
                                        fresh,
                                        self->closing,
                                        some_read_cb,
                                        g_object_ref (self));
}

/* ---- GObject ---- */

static void
entente_position_list_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_SELECTED)
    g_value_set_int64 (value, ENTENTE_POSITION_LIST (object)->selected);
  else if (prop == PROP_ON_TIMELINE)
    g_value_set_boolean (value, ENTENTE_POSITION_LIST (object)->on_timeline);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_position_list_set_property (GObject *object,
                                    guint prop,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  EntentePositionList *self = ENTENTE_POSITION_LIST (object);

  if (prop != PROP_ON_TIMELINE) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
    return;
  }
  if (self->on_timeline == g_value_get_boolean (value))
    return;
  self->on_timeline = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
entente_position_list_dispose (GObject *object)
{
  EntentePositionList *self = ENTENTE_POSITION_LIST (object);

  g_cancellable_cancel (self->closing);
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);

  G_OBJECT_CLASS (entente_position_list_parent_class)->dispose (object);
}

static void
entente_position_list_finalize (GObject *object)
{
  EntentePositionList *self = ENTENTE_POSITION_LIST (object);

  entente_positions_unref (self->positions);
  g_object_unref (self->closing);

  G_OBJECT_CLASS (entente_position_list_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name,
                       ENTENTE_TYPE_POSITION_LIST,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       0);
}

static void
entente_position_list_class_init (EntentePositionListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = entente_position_list_get_property;
  object_class->set_property = entente_position_list_set_property;
  object_class->dispose = entente_position_list_dispose;
  object_class->finalize = entente_position_list_finalize;
  props[PROP_SELECTED] =
    g_param_spec_int64 ("selected",
                        NULL,
                        NULL,
                        0,
                        G_MAXINT64,
                        0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_ON_TIMELINE] =
    g_param_spec_boolean ("on-timeline",
                          NULL,
                          NULL,
                          TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = add_signal ("changed");
  signals[REVEAL] = add_signal ("reveal");
}

static void
entente_position_list_init (EntentePositionList *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  self->on_timeline = TRUE;
  self->positions = entente_positions_new (none);
  self->closing = g_cancellable_new ();
}

/* The session goes before what was asked of the worker comes back. */
static void
drop_list (gpointer data)
{
  EntentePositionList *self = data;

  g_object_run_dispose (G_OBJECT (self));
  g_object_unref (self);
}

EntentePositionList *
entente_session_get_positions (EntenteSession *session)
{
  EntentePositionList *self =
    g_object_get_qdata (G_OBJECT (session), positions_of_session_quark ());

  if (self)
    return self;
  self = g_object_new (ENTENTE_TYPE_POSITION_LIST, NULL);
  self->session = session;
  g_signal_connect_object (get_study (self),
                           "changed",
                           G_CALLBACK (changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session,
                           "notify::selected-event",
                           G_CALLBACK (event_selected_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_object_set_qdata_full (G_OBJECT (session), positions_of_session_quark (), self, drop_list);
  read_all (self);
  return self;
}

/* ---- public ---- */

const EntentePositions *
entente_position_list_get (EntentePositionList *self)
{
  return self->positions;
}

gboolean
entente_position_list_is_read (EntentePositionList *self)
{
  return self->is_read;
}

gboolean
entente_position_list_is_on_timeline (EntentePositionList *self)
{
  return self->on_timeline;
}

EntenteId
entente_position_list_get_selected (EntentePositionList *self)
{
  return self->selected;
}

const EntentePosition *
entente_position_list_get_selected_record (EntentePositionList *self)
{
  guint index = self->selected != ENTENTE_ID_NONE
                  ? entente_positions_find (self->positions, self->selected)
                  : G_MAXUINT;

  return index != G_MAXUINT ? entente_positions_get (self->positions, index) : NULL;
}

void
entente_position_list_select (EntentePositionList *self, EntenteId position)
{
  set_selected (self, position);
  show_words (self);
}

void
entente_position_list_delete (EntentePositionList *self, EntenteId position)
{
  if (!entente_study_is_read_only (get_study (self)))
    entente_session_apply (self->session,
                           entente_commands_delete (ENTENTE_ENTITY_POSITION, position),
                           _ ("Position deleted"));
}
