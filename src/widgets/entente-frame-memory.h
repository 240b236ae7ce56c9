/* EntenteFrameMemory: memory of frames that stays with the process. First in main(), before any
 * other thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From now on buffers of the size of a picture come from memory that is kept when they are freed:
 * the first touch of a fresh one costs ten times as much as painting into a kept one. */
void entente_frame_memory_keep (void);

G_END_DECLS
