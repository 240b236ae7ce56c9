/* The one error domain of the program; codes and their meanings are in the header. */
#include "config.h"

#include "entente-error.h"

G_DEFINE_QUARK (entente - error - quark, entente_error)
