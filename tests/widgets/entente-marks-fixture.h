/* A timeline in a window that shows the study of tests/data/every-mark.jsonl, which holds every
 * mark once. Events are named by the keys they have there. */
#pragma once

#include "entente-timeline-private.h"

G_BEGIN_DECLS

typedef struct {
  EntenteStudy *study;
  EntenteSession *session;
  GtkWidget *window;
  EntenteTimeline *timeline;
} EntenteMarks;

/* In the direction of the toolkit at this time, and wide enough for every lane to be drawn as
 * marks. */
EntenteMarks *entente_marks_new (void);
void entente_marks_free (EntenteMarks *marks);
/* Lets the main loop run until all is read and drawn. */
void entente_marks_settle (EntenteMarks *marks);
/* Fills the view with the days from @first up to @last, and settles. */
void entente_marks_show (EntenteMarks *marks, const char *first, const char *last);
guint32 entente_marks_find_row (EntenteMarks *marks, const char *key);
/* Asserts that there is one. */
const EntenteSceneMark *entente_marks_find (EntenteMarks *marks, const char *key);
/* What the window shows, without its frame. Destroy. */
cairo_surface_t *entente_marks_draw (EntenteMarks *marks);
/* 0xrrggbb at a place of the timeline. */
guint entente_marks_get_pixel (cairo_surface_t *picture, double x, double y);

G_END_DECLS
