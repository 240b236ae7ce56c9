/* EntenteKind: the kinds of move, from `data/kinds.tsv` (resource /org/entente/Entente/kinds.tsv).
 *
 * Codes are those of CAMEO (Gerner, Schrodt, Yilmaz, Abu-Jabr 2002) and PLOVER (Open Event Data
 * Alliance 2018). The table is read once, on first use, and lives as long as the process; kinds are
 * compared by pointer or by index. Safe in any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_GROUP_INVITE,
  ENTENTE_GROUP_OFFER,
  ENTENTE_GROUP_ACCEPT,
  ENTENTE_GROUP_REFUSE,
  ENTENTE_GROUP_DELAY,
  ENTENTE_GROUP_MEET,
  ENTENTE_GROUP_AGREE,
  ENTENTE_GROUP_PRESS,
  ENTENTE_GROUP_SAY,
  ENTENTE_GROUP_DENY,
  ENTENTE_GROUP_DEED,
  ENTENTE_GROUP_OUTSIDE,
  ENTENTE_N_GROUPS
} EntenteKindGroup;

typedef struct {
  guint index; /* place in the table: the number that columns hold */
  const char *id; /* "accept-invitation": stored in studies */
  EntenteKindGroup group;
  gboolean expects_answer;
  const char *cameo; /* or NULL */
  const char *plover; /* or NULL */
  const char *const *cameo_in; /* CAMEO codes, NULL-terminated, that import as this kind */
  const char *definition; /* English, untranslated */
} EntenteKind;

guint entente_kind_count (void);
/* @index below entente_kind_count(). */
const EntenteKind *entente_kind_get (guint index);
/* NULL when there is no such kind. */
const EntenteKind *entente_kind_find (const char *id);
/* The kind whose `cameo_in` has the longest prefix of @code ("0231" -> "appeal"); NULL when none.
 */
const EntenteKind *entente_kind_from_cameo (const char *code);
/* Name and definition in the user's language: "acceptance of an invitation". */
const char *entente_kind_get_label (const EntenteKind *kind);
const char *entente_kind_get_definition (const EntenteKind *kind);

G_END_DECLS
