/* EntenteRecent: the studies opened last, as the settings keep them (keys "recent-studies" and
 * "recent-sketches").
 *
 * Plain values; whoever shows them follows "changed::recent-studies". Main thread.
 */
#pragma once

#include "entente-study.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define ENTENTE_RECENT_MAX 12 /* studies kept */
#define ENTENTE_SKETCH_LANES 4
/* start and end of a mark are parts of the width in these steps */
#define ENTENTE_SKETCH_STEPS 255

typedef struct {
  guint8 start, end; /* equal: a point */
} EntenteSketchMark;

typedef struct {
  guint8 hue; /* see entente-palette.h */
  GArray *marks; /* EntenteSketchMark */
} EntenteSketchLane;

typedef struct {
  char *path;
  char *title;
  int n_events, n_articles;
  gint64 time; /* of opening, seconds since 1970 UTC */
  GPtrArray *lanes; /* EntenteSketchLane, empty when no sketch was kept */
} EntenteRecentStudy;

void entente_recent_study_free (EntenteRecentStudy *study);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRecentStudy, entente_recent_study_free)

/* A path as settings and parameters of actions can hold it, which are UTF-8: itself, or its URI
 * when it is not; and back. Free. */
char *entente_recent_pack_path (const char *path);
char *entente_recent_unpack_path (const char *packed);

/* Array of EntenteRecentStudy, newest first. */
GPtrArray *entente_recent_list (GSettings *settings);
/* Puts @study first, with its counts and a sketch of its timeline as they are now. Call it when a
 * study was opened and again when it is closed. */
void entente_recent_add (GSettings *settings, EntenteStudy *study);
void entente_recent_forget (GSettings *settings, const char *path);
/* "today", "yesterday", "2 weeks ago". Free. */
char *entente_recent_format_day (gint64 time, gint64 now);

G_END_DECLS
