/* A verdict is of two sets of claims: values that exclude each other, and what each set does
 * with the move: tells it as sure, tells it with a hedge, denies it, will not say, foretells it.
 * Any thread. */
#include "config.h"

#include "entente-accounts.h"

#include "entente-claims-compare.h"

#include <glib/gi18n-lib.h>

/* ---- verdicts ---- */

/* What a claim does with its move. */
typedef enum {
  DOES_TELL = 1 << 0,
  DOES_TELL_HEDGED = 1 << 1,
  DOES_DENY = 1 << 2,
  DOES_NOT_SAY = 1 << 3,
  DOES_FORETELL = 1 << 4,
} Doing;

static Doing
get_doing (const EntenteClaim *claim)
{
  switch (claim->stance) {
  case ENTENTE_STANCE_DENIES:
  case ENTENTE_STANCE_RETRACTS:
    return DOES_DENY;
  case ENTENTE_STANCE_DECLINES_COMMENT:
  case ENTENTE_STANCE_NEITHER:
    return DOES_NOT_SAY;
  case ENTENTE_STANCE_PREDICTS:
  case ENTENTE_STANCE_PROMISES:
    return DOES_FORETELL;
  default:
    return claim->hedge == ENTENTE_HEDGE_NONE ? DOES_TELL : DOES_TELL_HEDGED;
  }
}

static guint
collect_doings (const EntenteEventDetail *detail, const GArray *claims)
{
  guint doings = 0;

  for (guint i = 0; i < claims->len; i++)
    doings |= get_doing (detail->claims->pdata[g_array_index (claims, guint, i)]);
  return doings;
}

static guint
compare_doings (guint left, guint right)
{
  const guint tells = DOES_TELL | DOES_TELL_HEDGED;
  guint found = 0;

  if (((left & tells) && (right & DOES_DENY)) || ((left & DOES_DENY) && (right & tells)))
    return ENTENTE_ACCOUNTS_DENIAL;
  if ((left & tells) && (right & tells))
    found |= (left & DOES_TELL) == (right & DOES_TELL) ? 0 : ENTENTE_ACCOUNTS_HEDGE;
  else if (!(left & right))
    found |= ENTENTE_ACCOUNTS_STANCE;
  return found;
}

static guint
translate_conflicts (guint conflicts)
{
  static const EntenteClaimsFieldId fields[] = { ENTENTE_CLAIMS_DATE,  ENTENTE_CLAIMS_KIND,
                                                 ENTENTE_CLAIMS_WHO,   ENTENTE_CLAIMS_TO,
                                                 ENTENTE_CLAIMS_PLACE, ENTENTE_CLAIMS_OTHER,
                                                 ENTENTE_CLAIMS_STANCE };
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (conflicts & (1u << fields[i]))
      found |= 1u << i;
  return found;
}

static void
judge (EntenteAccountsRow *self, const EntenteChronicle *chronicle)
{
  if (self->right->len == 0) {
    self->verdict = ENTENTE_ACCOUNTS_LEFT;
  } else if (self->left->len == 0) {
    self->verdict = ENTENTE_ACCOUNTS_RIGHT;
  } else {
    self->differences =
      translate_conflicts (
        entente_claims_find_conflicts (chronicle, self->detail, self->left, self->right)) |
      compare_doings (collect_doings (self->detail, self->left),
                      collect_doings (self->detail, self->right));
    self->verdict = self->differences ? ENTENTE_ACCOUNTS_DIFFER : ENTENTE_ACCOUNTS_MATCH;
  }
}

/* When its article appeared, and where in it the words stand. */
static void
find_telling (const EntenteEventDetail *detail, guint claim, gint64 *published, gint64 *start)
{
  const EntenteArticle *article = detail->articles->pdata[claim];
  const EntentePassage *passage = detail->passages->pdata[claim];

  *published = article && article->published ? entente_date_get_window (article->published).start
                                             : ENTENTE_TIME_MAX;
  *start = passage ? passage->start : G_MAXINT64;
}

static int
compare_tellings (gconstpointer a, gconstpointer b, gpointer detail)
{
  gint64 published, other_published, start, other_start;

  find_telling (detail, *(const guint *) a, &published, &start);
  find_telling (detail, *(const guint *) b, &other_published, &other_start);
  if (published != other_published)
    return published < other_published ? -1 : 1;
  return (start > other_start) - (start < other_start);
}

EntenteAccountsRow *
entente_accounts_row_new (const EntenteChronicle *chronicle,
                          EntenteEventDetail *detail,
                          const EntenteAccount *left,
                          const EntenteAccount *right)
{
  EntenteAccountsRow *self = g_atomic_rc_box_new0 (EntenteAccountsRow);

  self->detail = entente_event_detail_ref (detail);
  self->left = entente_account_list_claims (left, chronicle, detail);
  self->right = entente_account_list_claims (right, chronicle, detail);
  if (self->left->len + self->right->len == 0) {
    entente_accounts_row_unref (self);
    return NULL;
  }
  g_array_sort_with_data (self->left, compare_tellings, detail);
  g_array_sort_with_data (self->right, compare_tellings, detail);
  judge (self, chronicle);
  return self;
}

EntenteAccountsRow *
entente_accounts_row_ref (EntenteAccountsRow *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_row (gpointer row)
{
  EntenteAccountsRow *self = row;

  entente_event_detail_unref (self->detail);
  g_array_unref (self->left);
  g_array_unref (self->right);
}

void
entente_accounts_row_unref (EntenteAccountsRow *self)
{
  if (self)
    g_atomic_rc_box_release_full (self, clear_row);
}

/* ---- words ---- */

const char *
entente_accounts_verdict_get_nick (EntenteAccountsVerdict verdict)
{
  static const char *const nicks[] = { "match", "differs", "only-left", "only-right" };

  return nicks[verdict];
}

const char *
entente_accounts_difference_get_nick (guint bit)
{
  static const char *const nicks[ENTENTE_N_ACCOUNTS_DIFFERENCES] = {
    "date", "kind", "who", "to", "place", "otherwise", "denial", "stance", "hedge"
  };

  return nicks[bit];
}

const char *
entente_accounts_verdict_get_label (EntenteAccountsVerdict verdict)
{
  static const char *const labels[] = { N_ ("Both tell it"),
                                        N_ ("They differ"),
                                        N_ ("Only the left"),
                                        N_ ("Only the right") };

  return _ (labels[verdict]);
}

char *
entente_accounts_verdict_describe (EntenteAccountsVerdict verdict,
                                   const char *left,
                                   const char *right)
{
  if (verdict == ENTENTE_ACCOUNTS_LEFT)
    return g_strdup_printf (_ ("Only %s"), left);
  if (verdict == ENTENTE_ACCOUNTS_RIGHT)
    return g_strdup_printf (_ ("Only %s"), right);
  return g_strdup (entente_accounts_verdict_get_label (verdict));
}

const char *
entente_accounts_verdict_get_sign (EntenteAccountsVerdict verdict)
{
  static const char *const signs[] = { "=", "≠", "‹", "›" };

  return signs[verdict];
}

static const char *
get_difference_label (guint bit)
{
  static const char *const labels[ENTENTE_N_ACCOUNTS_DIFFERENCES] = {
    /* What two accounts differ in: "They differ: date, denial". */
    N_ ("date"),         N_ ("kind of move"), N_ ("who"),    N_ ("to whom"), N_ ("where"),
    N_ ("other values"), N_ ("denial"),       N_ ("stance"), N_ ("hedge"),
  };

  return _ (labels[bit]);
}

char *
entente_accounts_row_describe (const EntenteAccountsRow *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint bit = 0; bit < ENTENTE_N_ACCOUNTS_DIFFERENCES; bit++)
    if (self->differences & (1u << bit))
      g_string_append_printf (list,
                              "%s%s",
                              list->len > 0 ? _ (", ") : "",
                              get_difference_label (bit));
  return list->len > 0 ? g_strdup_printf (_ ("They differ: %s"), list->str)
                       : g_strdup (entente_accounts_verdict_get_label (self->verdict));
}

char *
entente_accounts_row_format_date (const EntenteAccountsRow *self)
{
  const EntenteDate *when = self->detail->event->when;

  return when ? entente_date_format (when) : g_strdup (_ ("undated"));
}

char *
entente_accounts_row_format_title (const EntenteAccountsRow *self,
                                   const EntenteChronicle *chronicle)
{
  const EntenteEvent *event = self->detail->event;
  guint row;

  if (event->title && *event->title)
    return g_strdup (event->title);
  row = entente_chronicle_find_row (chronicle, event->record.id);
  return row == ENTENTE_NO_INDEX ? g_strdup ("") : entente_chronicle_describe (chronicle, row);
}

const char *
entente_accounts_row_get_quote (const EntenteAccountsRow *self, guint claim)
{
  const EntentePassage *passage = self->detail->passages->pdata[claim];

  return passage ? passage->quote : NULL;
}

static void
add_part (GString *text, const char *part)
{
  if (part && *part)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

char *
entente_accounts_row_describe_claim (const EntenteAccountsRow *self,
                                     const EntenteChronicle *chronicle,
                                     guint number)
{
  const EntenteClaim *claim = self->detail->claims->pdata[number];
  const EntenteKind *kind = claim->claimed_kind ? entente_kind_find (claim->claimed_kind) : NULL;
  g_autofree char *when = claim->claimed_when ? entente_date_format (claim->claimed_when) : NULL;
  GString *text = g_string_new (NULL);

  add_part (text, entente_claims_get_speaker (chronicle, self->detail, number));
  add_part (text, entente_claims_get_outlet (chronicle, self->detail, number));
  add_part (text, entente_enum_label (ENTENTE_ENUM_STANCE, claim->stance));
  if (claim->hedge != ENTENTE_HEDGE_NONE)
    add_part (text, entente_enum_label (ENTENTE_ENUM_HEDGE, claim->hedge));
  add_part (text, when);
  add_part (text, kind ? entente_kind_get_label (kind) : NULL);
  add_part (text, claim->claimed_text);
  return g_string_free (text, FALSE);
}

static char *
format_claims (const EntenteAccountsRow *self,
               const EntenteChronicle *chronicle,
               const GArray *claims)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++) {
    guint number = g_array_index (claims, guint, i);
    const char *quote = entente_accounts_row_get_quote (self, number);
    g_autofree char *how = entente_accounts_row_describe_claim (self, chronicle, number);

    if (text->len > 0)
      g_string_append (text, " / ");
    if (quote)
      g_string_append_printf (text, _ ("“%s” (%s)"), quote, how);
    else
      g_string_append (text, how);
  }
  return g_string_free (text, FALSE);
}

char *
entente_accounts_row_format_cell (const EntenteAccountsRow *self,
                                  const EntenteChronicle *chronicle,
                                  EntenteAccountsColumn column)
{
  switch (column) {
  case ENTENTE_ACCOUNTS_COLUMN_WHEN:
    return entente_accounts_row_format_date (self);
  case ENTENTE_ACCOUNTS_COLUMN_MOVE:
    return entente_accounts_row_format_title (self, chronicle);
  case ENTENTE_ACCOUNTS_COLUMN_LEFT:
    return format_claims (self, chronicle, self->left);
  case ENTENTE_ACCOUNTS_COLUMN_RIGHT:
    return format_claims (self, chronicle, self->right);
  case ENTENTE_ACCOUNTS_COLUMN_VERDICT:
  case ENTENTE_N_ACCOUNTS_COLUMNS:
  default:
    return entente_accounts_row_describe (self);
  }
}
