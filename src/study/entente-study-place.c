/* The sentences of the window about where a study is. */
#include "config.h"

#include "entente-study-place.h"

#include <glib/gi18n-lib.h>

void
entente_study_hold_files (void)
{
  entente_store_hold_files ();
}

const char *
entente_study_get_why_read_only (EntenteStudy *study)
{
  if (!entente_study_is_read_only (study))
    return NULL;
  if (entente_store_is_in_use_elsewhere (entente_study_get_store (study)))
    return _ ("This study is open in another Entente, here or on another computer. It may be read "
              "but not changed; close it there and open it again.");
  return _ ("This study may be read but not changed.");
}

const char *
entente_study_get_place_advice (EntenteStudy *study)
{
  switch (entente_store_get_file_place (entente_study_get_store (study))) {
  case ENTENTE_FILE_PLACE_NETWORK:
    return _ ("This study is on another computer. Have it open on one computer at a time.");
  case ENTENTE_FILE_PLACE_SYNCHRONISED:
    return _ ("A program synchronises the folder of this study. Have it open on one computer at a "
              "time, and let the program finish before you change to another.");
  case ENTENTE_FILE_PLACE_LOCAL:
  default:
    return NULL;
  }
}
