/* Tells the allocator to keep what frames free: a picture of the window is larger than what it
 * takes from the system and gives back each time, and each fresh page of it would be a fault.
 * Measured by bench-timeline; main() calls it first.
 */
#include "config.h"

#include "entente-frame-memory.h"

#include <malloc.h>

void
entente_frame_memory_keep (void)
{
  mallopt (M_MMAP_THRESHOLD, 32 * 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 256 * 1024 * 1024);
}
