/* From outside: how long a program takes from its start to a picture that stays, and what memory it
 * has then. Needs X. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double window_ms; /* until something shows */
  double picture_ms; /* until 99 of 100 pixels looked at are as they stay */
  double whole_ms; /* until all are */
  double memory_mb; /* resident, at the end */
} EntenteBenchStart;

/* Runs the program with the screen to itself and ends it once its picture has stood still for a
 * moment. */
EntenteBenchStart entente_bench_start (const char *const *arguments);

G_END_DECLS
