/* EntenteEventMerge: two events that turn out to be one: what goes over to the one that is kept,
 * and what becomes of the rest.
 *
 * Nothing that was said is lost: claims move, and where the event that goes had another date or
 * kind than the one that stays, its claims keep it as what they claim. Immutable once read; any
 * thread.
 */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

typedef struct {
  EntenteEventDetail *kept;
  EntenteEventDetail *gone;
  GPtrArray *questions; /* EntenteQuestion about the event that goes */
  GPtrArray *turning_points; /* EntenteTurningPoint that name the event that goes */
  GPtrArray *kept_values; /* EntenteFieldValue of the user's own fields, of either */
  GPtrArray *gone_values;
  char *gone_place; /* names of place and track of the event that goes, or NULL */
  char *gone_track;
} EntenteEventMerge;

/* INVALID when both are the same, NOT_FOUND when one is gone. Blocks, or runs on the store's
 * worker. */
EntenteEventMerge *entente_event_merge_read (EntenteStore *store,
                                             EntenteId kept,
                                             EntenteId gone,
                                             GError **error);
/* The same from the main thread. */
void entente_event_merge_read_async (EntenteStudy *study,
                                     EntenteId kept,
                                     EntenteId gone,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
EntenteEventMerge *entente_event_merge_read_finish (GAsyncResult *result, GError **error);
void entente_event_merge_free (EntenteEventMerge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteEventMerge, entente_event_merge_free)

/* The event as it will be: what is empty in the one that is kept is filled from the other. The
 * caller's. */
EntenteEvent *entente_event_merge_create_event (const EntenteEventMerge *merge);
/* What the preview says, a sentence each: "1 claim moves". Array of strings. */
GPtrArray *entente_event_merge_describe (const EntenteEventMerge *merge);
/* The one step. */
EntenteStep *entente_commands_merge_events (const EntenteEventMerge *merge);

G_END_DECLS
