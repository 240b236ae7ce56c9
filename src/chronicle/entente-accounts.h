/* EntenteAccounts: what two accounts tell of one move, set side by side: both tell it alike,
 * they differ and in what, or only one tells it.
 *
 * Derived from claims, never stored. What excludes what is decided in entente-claims-compare.h.
 * Pure; any thread.
 */
#pragma once

#include "entente-account.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_ACCOUNTS_MATCH, /* both tell it, and nothing that one says excludes what the other does */
  ENTENTE_ACCOUNTS_DIFFER,
  ENTENTE_ACCOUNTS_LEFT, /* the right one is silent */
  ENTENTE_ACCOUNTS_RIGHT,
  ENTENTE_N_ACCOUNTS_VERDICTS
} EntenteAccountsVerdict;

/* In what they differ. */
typedef enum {
  ENTENTE_ACCOUNTS_DATE = 1 << 0,
  ENTENTE_ACCOUNTS_KIND = 1 << 1,
  ENTENTE_ACCOUNTS_WHO = 1 << 2,
  ENTENTE_ACCOUNTS_TO = 1 << 3,
  ENTENTE_ACCOUNTS_PLACE = 1 << 4,
  ENTENTE_ACCOUNTS_OTHER = 1 << 5, /* another value claimed */
  ENTENTE_ACCOUNTS_DENIAL = 1 << 6, /* one says so, one denies it */
  ENTENTE_ACCOUNTS_STANCE = 1 << 7, /* one says so, one will not say, or only foretells it */
  ENTENTE_ACCOUNTS_HEDGE = 1 << 8, /* one tells it as sure, one does not */
} EntenteAccountsDifference;

#define ENTENTE_N_ACCOUNTS_DIFFERENCES 9

typedef struct {
  EntenteEventDetail *detail;
  GArray *left, *right; /* guint: numbers of claims in the detail, as told: article by article */
  EntenteAccountsVerdict verdict;
  guint differences; /* EntenteAccountsDifference */
} EntenteAccountsRow;

/* The columns of a table of rows. */
typedef enum {
  ENTENTE_ACCOUNTS_COLUMN_WHEN,
  ENTENTE_ACCOUNTS_COLUMN_MOVE,
  ENTENTE_ACCOUNTS_COLUMN_LEFT,
  ENTENTE_ACCOUNTS_COLUMN_VERDICT,
  ENTENTE_ACCOUNTS_COLUMN_RIGHT,
  ENTENTE_N_ACCOUNTS_COLUMNS
} EntenteAccountsColumn;

/* NULL when neither tells of it. References @detail; immutable. */
EntenteAccountsRow *entente_accounts_row_new (const EntenteChronicle *chronicle,
                                              EntenteEventDetail *detail,
                                              const EntenteAccount *left,
                                              const EntenteAccount *right);
EntenteAccountsRow *entente_accounts_row_ref (EntenteAccountsRow *row);
void entente_accounts_row_unref (EntenteAccountsRow *row);

/* "match", "differs", "only-left", "only-right"; "date", "denial" … by number of the bit. */
const char *entente_accounts_verdict_get_nick (EntenteAccountsVerdict verdict);
const char *entente_accounts_difference_get_nick (guint bit);
/* "Both tell it", "They differ", "Only the left" and "Only the right". */
const char *entente_accounts_verdict_get_label (EntenteAccountsVerdict verdict);
/* The same with the names of the two: "Only Reuters". Free. */
char *entente_accounts_verdict_describe (EntenteAccountsVerdict verdict,
                                         const char *left,
                                         const char *right);
/* "=", "≠", "‹" and "›": pointing at the side that speaks. */
const char *entente_accounts_verdict_get_sign (EntenteAccountsVerdict verdict);
/* "They differ: date, denial"; else the label. Free. */
char *entente_accounts_row_describe (const EntenteAccountsRow *row);

/* The date of the move in words, and its title, or what stands for it. Free. */
char *entente_accounts_row_format_date (const EntenteAccountsRow *row);
char *entente_accounts_row_format_title (const EntenteAccountsRow *row,
                                         const EntenteChronicle *chronicle);
/* Words of the text, or NULL for a claim without any. Borrowed. */
const char *entente_accounts_row_get_quote (const EntenteAccountsRow *row, guint claim);
/* How and by whom it is said: "Reuters · denies · reportedly · 23 July 2018". Free. */
char *entente_accounts_row_describe_claim (const EntenteAccountsRow *row,
                                           const EntenteChronicle *chronicle,
                                           guint claim);
/* Text of a cell, of claims their words and how they are said; empty for a side that is silent.
 * Free. */
char *entente_accounts_row_format_cell (const EntenteAccountsRow *row,
                                        const EntenteChronicle *chronicle,
                                        EntenteAccountsColumn column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteAccountsRow, entente_accounts_row_unref)

G_END_DECLS
