/* Names of vocabularies in the columns of rows, quickly.
 *
 * Rows follow one another with the same few names, so each thread keeps a small table of the names
 * that it met, found by length and two letters. Everything else is looked up in the vocabulary.
 */
#include "config.h"

#include "entente-nicks.h"

#include "entente-date-columns.h"
#include "entente-enums.h"
#include "entente-kind.h"

#include <string.h>

#define N_SLOTS 256
#define MAX_NICK 30

/* A name that was met; an empty one is a free slot. */
typedef struct {
  char nick[MAX_NICK];
  guint16 value;
} Slot;

static GPrivate slots_key = G_PRIVATE_INIT (g_free); /* frees them with the thread */
static _Thread_local Slot *slots; /* the same, without a call for each name */

static const EntenteEnum vocabularies[ENTENTE_N_NICKS] = {
  [ENTENTE_NICKS_BASIS] = ENTENTE_ENUM_BASIS,
  [ENTENTE_NICKS_MEDIUM] = ENTENTE_ENUM_MEDIUM,
  [ENTENTE_NICKS_MODE] = ENTENTE_ENUM_MODE,
  [ENTENTE_NICKS_JUDGEMENT] = ENTENTE_ENUM_JUDGEMENT,
  [ENTENTE_NICKS_ROLE] = ENTENTE_ENUM_ROLE,
  [ENTENTE_NICKS_STANCE] = ENTENTE_ENUM_STANCE,
  [ENTENTE_NICKS_HEDGE] = ENTENTE_ENUM_HEDGE,
  [ENTENTE_NICKS_LINK_TYPE] = ENTENTE_ENUM_LINK_TYPE,
  [ENTENTE_NICKS_LINK_BASIS] = ENTENTE_ENUM_LINK_BASIS,
  [ENTENTE_NICKS_ORDER_RELATION] = ENTENTE_ENUM_ORDER_RELATION,
};

static gboolean
parse (EntenteNicks nicks, const char *nick, int *value)
{
  switch (nicks) {
  case ENTENTE_NICKS_FORM:
    return entente_date_form_parse (nick, value);
  case ENTENTE_NICKS_PRECISION:
    return entente_date_precision_parse (nick, value);
  default:
    return entente_enum_parse (vocabularies[nicks], nick, value);
  }
}

static gboolean
parse_kind (const char *nick, int *value)
{
  const EntenteKind *kind = entente_kind_find (nick);

  if (kind == NULL)
    kind = entente_kind_find ("outside-event");
  *value = (int) kind->index;
  return TRUE;
}

/* The slot where a name of that vocabulary (ENTENTE_N_NICKS: kinds) is kept. */
static Slot *
get_slot (guint nicks, const char *nick, gsize length)
{
  guint hash = (guint) (guchar) nick[0] * 7 + (guint) (guchar) nick[length / 2] * 31 +
               (guint) (guchar) nick[length - 1] * 3 + (guint) length;

  if (slots == NULL) {
    slots = g_new0 (Slot, (ENTENTE_N_NICKS + 1) * N_SLOTS);
    g_private_set (&slots_key, slots);
  }
  return &slots[nicks * N_SLOTS + hash % N_SLOTS];
}

static gboolean
read_nick (EntenteStatement *statement, int column, guint nicks, int *value)
{
  const char *nick = entente_statement_get_text (statement, column);
  gsize length = nick != NULL ? strlen (nick) : 0;
  Slot *slot;

  if (length == 0)
    return FALSE;
  slot = get_slot (nicks, nick, length);
  if (length < MAX_NICK && memcmp (slot->nick, nick, length + 1) == 0) {
    *value = slot->value;
    return TRUE;
  }
  if (!(nicks == ENTENTE_N_NICKS ? parse_kind (nick, value) : parse (nicks, nick, value)))
    return FALSE;
  if (length < MAX_NICK) {
    memcpy (slot->nick, nick, length + 1);
    slot->value = (guint16) *value;
  }
  return TRUE;
}

gboolean
entente_nicks_read (EntenteStatement *statement, int column, EntenteNicks nicks, guint8 *value)
{
  int found;

  if (!read_nick (statement, column, nicks, &found))
    return FALSE;
  *value = (guint8) found;
  return TRUE;
}

guint16
entente_nicks_read_kind (EntenteStatement *statement, int column)
{
  int found = 0;

  if (!read_nick (statement, column, ENTENTE_N_NICKS, &found))
    parse_kind (NULL, &found);
  return (guint16) found;
}
