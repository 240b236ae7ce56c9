/* To be loaded before other libraries (LD_PRELOAD): the clock of the day goes wrong by as many
 * seconds as ENTENTE_CLOCK_SHIFT says. */
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long
get_shift (void)
{
  const char *shift = getenv ("ENTENTE_CLOCK_SHIFT");

  return shift != NULL ? atol (shift) : 0;
}

int
clock_gettime (clockid_t clock, struct timespec *now)
{
  int result = (int) syscall (SYS_clock_gettime, clock, now);

  if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)
    now->tv_sec += get_shift ();
  return result;
}

int
gettimeofday (struct timeval *now, void *zone)
{
  struct timespec precise;
  int result = clock_gettime (CLOCK_REALTIME, &precise);

  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return result;
}

time_t
time (time_t *now)
{
  struct timespec precise;

  clock_gettime (CLOCK_REALTIME, &precise);
  if (now != NULL)
    *now = precise.tv_sec;
  return precise.tv_sec;
}
