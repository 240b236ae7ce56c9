/* EntenteError: the one error domain of the program.
 *
 * Every message is a whole, translated sentence that a person can act on: it names the file, the
 * place in it where there is one, and the mend. Safe in any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENTENTE_ERROR (entente_error_quark ())

typedef enum {
  ENTENTE_ERROR_FAILED, /* anything that has no code of its own */
  ENTENTE_ERROR_NOT_FOUND, /* no such record, file, actor or kind */
  ENTENTE_ERROR_CONFLICT, /* the study changed under the edit; nothing was written */
  ENTENTE_ERROR_INVALID, /* input that cannot be read as what it should be */
  ENTENTE_ERROR_TOO_NEW, /* study written by a newer version */
  ENTENTE_ERROR_CORRUPT, /* file is damaged, foreign or hostile */
  ENTENTE_ERROR_NO_SPACE, /* disk full; the old file is untouched */
  ENTENTE_ERROR_BUSY, /* another program holds the study */
  ENTENTE_ERROR_READ_ONLY, /* study may be read but not changed */
} EntenteError;

GQuark entente_error_quark (void);

G_END_DECLS
