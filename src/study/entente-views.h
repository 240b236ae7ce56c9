/* Views: a filter with the lanes, the stretch of time and the page that belong to it, saved under a
 * name and perhaps a key.
 *
 * Saving and deleting are steps of the study; recalling a view is not.
 */
#pragma once

#include "entente-study-records.h"
#include "entente-study.h"

G_BEGIN_DECLS

/* The layout of a view; what is NULL, or has none, stays as it is when the view is recalled. */
typedef struct {
  char *lanes; /* text of an EntenteLaneChoice */
  gboolean has_range;
  EntenteSpan range; /* that the timeline shows */
  char *page; /* "timeline", "table", "ledger" */
  char *answers; /* nick of what is drawn of answers */
} EntenteViewLayout;

void entente_view_layout_clear (EntenteViewLayout *layout);
/* A line of JSON. Free. */
char *entente_view_layout_format (const EntenteViewLayout *layout);
/* Fills @layout, which is empty, with what is understood of @text (NULL: nothing). */
void entente_view_layout_parse (EntenteViewLayout *layout, const char *text);

/* All of a study (EntenteView): those with keys by key, then by name. */
void entente_study_read_views_async (EntenteStudy *study,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *entente_study_read_views_finish (EntenteStudy *study,
                                            GAsyncResult *result,
                                            GError **error);
/* Borrowed, or NULL. Names are the same after folding. */
EntenteView *entente_views_find_key (const GPtrArray *views, gint64 key);
EntenteView *entente_views_find_name (const GPtrArray *views, const char *name);

/* Adds to @step that no view of @views but @saved (ENTENTE_ID_NONE: none at all) has the key any
 * more. */
void entente_views_take_key (EntenteStep *step,
                             const GPtrArray *views,
                             EntenteId saved,
                             gint64 key);
/* A step that saves a view as @name: a new one, or in place of the one of @views with this name.
 * Its key (1 to 9, 0 none) is taken from any other. */
EntenteStep *entente_views_save (const GPtrArray *views,
                                 const char *name,
                                 gint64 key,
                                 const EntenteQuery *query,
                                 const char *layout);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntenteViewLayout, entente_view_layout_clear)

G_END_DECLS
