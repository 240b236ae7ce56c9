#include "config.h"

#include "entente-frame-memory.h"

#include <malloc.h>

void
entente_frame_memory_keep (void)
{
  mallopt (M_MMAP_THRESHOLD, 32 * 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 256 * 1024 * 1024);
}
