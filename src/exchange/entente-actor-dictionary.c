/* Line by line: a line that begins with neither sign nor bracket begins an entry; those below it
 * belong to it until the next one. An entry is taken when it ends, for only then all its codes are
 * known. */
#include "config.h"

#include "entente-actor-dictionary.h"

#include "entente-actor-codes.h"
#include "entente-actor-guess.h"
#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAME_BYTES 500
#define LAST_YEAR_OF_CENTURY 30 /* "30" is 2030, "31" is 1931 */
#define MAX_CODES 1000 /* of one entry */
#define CANCEL_EVERY 1024 /* lines */

typedef struct {
  char *code;
  EntenteDate *from, *to; /* NULL: not told */
} Code;

typedef struct {
  EntenteActorDrafts *drafts;
  const char *file;
  guint line; /* being read, from 1 */
  guint entry_line;
  gboolean in_remark; /* between <!-- and --> */
  char *name; /* of the entry, as written; NULL: none yet */
  GPtrArray *names; /* others, as written */
  GArray *codes; /* Code */
} Reader;

static void
clear_code (gpointer data)
{
  Code *code = data;

  g_free (code->code);
  g_clear_pointer (&code->from, entente_date_unref);
  g_clear_pointer (&code->to, entente_date_unref);
}

static void
skip (Reader *self, guint line, const char *sentence, const char *words)
{
  g_autofree char *number = g_strdup_printf ("%u", line);
  g_autofree char *shown = g_utf8_make_valid (words, (gssize) strnlen (words, 80));

  entente_actor_drafts_skip (
    self->drafts,
    entente_sentence (sentence, "file", self->file, "line", number, "words", shown, NULL));
}

/* ---- names ---- */

/* Small within a name. */
static gboolean
is_particle (const char *word)
{
  static const char *const particles[] = { "of", "the",  "and", "in", "for", "on",
                                           "to", "with", "at",  "by", "de",  "la" };

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (g_ascii_strcasecmp (particles[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* "UN", "U.N.", "(AAIA)": capitals stay. */
static gboolean
is_acronym (const char *word, gboolean alone)
{
  gboolean has_vowel = strpbrk (word, "AEIOUY") != NULL;

  return strchr (word, '.') != NULL || word[0] == '(' || (!has_vowel && strlen (word) > 1) ||
         (alone && strlen (word) <= 4);
}

/* A letter after the first, or after a hyphen, is a capital. */
static void
append_word (GString *name, const char *word, gboolean alone)
{
  gboolean fresh = TRUE;

  if (name->len > 0)
    g_string_append_c (name, ' ');
  if (is_acronym (word, alone)) {
    g_string_append (name, word);
    return;
  }
  if (name->len > 0 && is_particle (word))
    fresh = FALSE;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (name, fresh ? g_unichar_toupper (c) : g_unichar_tolower (c));
    fresh = c == '-' || c == '/';
  }
}

static gboolean
has_small_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* "HAMID_KARZAI_" -> "Hamid Karzai". What is written with small letters stays as it is. Free. */
static char *
write_name (const char *text)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (text), "_\t", ' ');
  gboolean as_written = has_small_letters (text);
  g_auto (GStrv) words = g_strsplit (spaced, " ", -1);
  GString *name = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += words[i][0] != '\0';
  for (guint i = 0; words[i] != NULL; i++) {
    if (words[i][0] != '\0' && as_written)
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", words[i]);
    else if (words[i][0] != '\0')
      append_word (name, words[i], n == 1);
  }
  return g_string_free (name, FALSE);
}

/* Takes "(AAIA)" off the end of a name, which then is one of its abbreviations. Free; NULL when
 * there is none. */
static char *
cut_abbreviation (char *name)
{
  gsize length = strlen (name);
  char *open = strrchr (name, '(');
  char *inner;

  if (open == NULL || open == name || open[-1] != ' ' || name[length - 1] != ')' ||
      strchr (open, ' ') != NULL || name + length - open < 4)
    return NULL;
  inner = g_strndup (open + 1, (gsize) (name + length - open) - 2);
  open[-1] = '\0';
  return inner;
}

/* ---- dates ---- */

static int
read_number (const char *digits, guint n)
{
  int number = 0;

  for (guint i = 0; i < n; i++)
    number = number * 10 + (digits[i] - '0');
  return number;
}

/* NULL when there is no such day. */
static EntenteDate *
read_day (const char *digits)
{
  gsize n = strspn (digits, "0123456789");
  guint n_year = n == 8 ? 4 : 2;
  int year, month, day;
  g_autofree char *edtf = NULL;
  g_autoptr (EntenteDate) date = NULL;

  if (digits[n] != '\0' || (n != 6 && n != 8))
    return NULL;
  year = read_number (digits, n_year);
  if (n == 6)
    year += year <= LAST_YEAR_OF_CENTURY ? 2000 : 1900;
  month = read_number (digits + n_year, 2);
  day = read_number (digits + n_year + 2, 2);
  if (month == 0)
    edtf = g_strdup_printf ("%04d", year);
  else if (day == 0)
    edtf = g_strdup_printf ("%04d-%02d", year, month);
  else
    edtf = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  date = entente_date_parse (edtf, NULL);
  return date != NULL ? entente_date_with_wording (date, digits) : NULL;
}

/* The words behind a code: "930101-970630", ">930101", "<970630". */
static gboolean
read_dates (Code *code, char *words)
{
  char *dash;

  g_strstrip (words);
  if (words[0] == '\0')
    return TRUE;
  if (words[0] == '>')
    return (code->from = read_day (g_strstrip (words + 1))) != NULL;
  if (words[0] == '<')
    return (code->to = read_day (g_strstrip (words + 1))) != NULL;
  dash = strchr (words, '-');
  if (dash == NULL)
    return FALSE;
  *dash = '\0';
  code->from = read_day (g_strstrip (words));
  code->to = read_day (g_strstrip (dash + 1));
  return code->from != NULL && code->to != NULL &&
         code->from->told.earliest_start < code->to->told.latest_end;
}

/* ---- codes ---- */

static void
read_code (Reader *self, const char *text, gsize length)
{
  g_autofree char *inner = g_strndup (text, length);
  g_autofree char *shown = g_strdup_printf ("[%s]", inner);
  char *words = g_strstrip (inner);
  gsize n = strcspn (words, " \t<>");
  Code code = { .code = g_strndup (words, n) };

  if (!entente_actor_code_is_valid (code.code))
    skip (self, self->line, _ ("“{file}”, line {line}: {words} is no code of an actor."), shown);
  else if (!read_dates (&code, words + n))
    skip (self,
          self->line,
          _ ("“{file}”, line {line}: {words} has no dates that can be read."),
          shown);
  else {
    g_array_append_val (self->codes, code);
    return;
  }
  clear_code (&code);
}

/* All "[…]" of @text. */
static void
read_codes (Reader *self, const char *text)
{
  for (const char *open = strchr (text, '['); open != NULL && self->codes->len < MAX_CODES;
       open = strchr (open, '[')) {
    gsize length = strcspn (open + 1, "[]");

    read_code (self, open + 1, length);
    open += 1 + length;
  }
}

/* ---- entries ---- */

/* The roles of a code behind the body that it is of: "GOVMIL" of "AFGGOVMIL" gives "government,
 * military". Free; NULL when there are none or one is not known. */
static char *
write_roles (const char *codes)
{
  g_autoptr (GString) roles = g_string_new (NULL);

  for (; *codes != '\0'; codes += 3) {
    const EntenteActorCode *role = entente_actor_code_find (codes);
    g_autofree char *word = NULL;

    if (role == NULL || role->group != ENTENTE_CODE_ROLE)
      continue;
    word = g_ascii_strdown (role->name, -1);
    g_string_append_printf (roles, "%s%s", roles->len > 0 ? ", " : "", word);
  }
  return roles->len > 0 ? g_string_free (g_steal_pointer (&roles), FALSE) : NULL;
}

/* What the code says one belongs to: a country and its first role; a whole code of a family. */
static char *
dup_body_code (const char *code)
{
  const EntenteActorCode *first = entente_actor_code_find (code);

  return first != NULL && first->group == ENTENTE_CODE_COUNTRY ? g_strndup (code, 6)
                                                               : g_strdup (code);
}

static gboolean
is_known_body (const char *code)
{
  const EntenteActorCode *first = entente_actor_code_find (code);
  const EntenteActorCode *role = code[3] != '\0' ? entente_actor_code_find (code + 3) : NULL;

  if (first == NULL || first->group == ENTENTE_CODE_ROLE)
    return FALSE;
  if (first->group == ENTENTE_CODE_FAMILY)
    return code[3] != '\0';
  return code[3] == '\0' || (role != NULL && role->group == ENTENTE_CODE_ROLE);
}

/* "GBRVGBGOV" is the government of the last country that it names. */
static const char *
skip_outer_countries (const char *code)
{
  while (code[3] != '\0') {
    const EntenteActorCode *first = entente_actor_code_find (code);
    const EntenteActorCode *next = entente_actor_code_find (code + 3);

    if (first == NULL || next == NULL || first->group != ENTENTE_CODE_COUNTRY ||
        next->group != ENTENTE_CODE_COUNTRY)
      break;
    code += 3;
  }
  return code;
}

static void
add_tie (Reader *self, EntenteActorDraft *draft, const Code *code)
{
  const char *inner = skip_outer_countries (code->code);
  EntenteActorTie *tie;
  EntenteAffiliation *affiliation;

  if (!is_known_body (inner)) {
    skip (self,
          self->entry_line,
          _ ("“{file}”, line {line}: nobody knows what belongs to the code {words}."),
          code->code);
    return;
  }
  tie = entente_actor_draft_add_tie (draft);
  if (tie == NULL)
    return;
  tie->code = dup_body_code (inner);
  affiliation = tie->affiliation;
  affiliation->role = write_roles (inner + 3);
  affiliation->from = code->from != NULL ? entente_date_ref (code->from) : NULL;
  affiliation->to = code->to != NULL ? entente_date_ref (code->to) : NULL;
  affiliation->evidence = g_strdup_printf ("%s, %u: %s", self->file, self->entry_line, code->code);
}

static gboolean
is_dated (const Code *code)
{
  return code->from != NULL || code->to != NULL;
}

/* The first code without dates, or NULL. */
static const char *
find_identifier (const Reader *self)
{
  for (guint i = 0; i < self->codes->len; i++) {
    const Code *code = &g_array_index (self->codes, Code, i);

    if (!is_dated (code))
      return code->code;
  }
  return NULL;
}

/* Who held offices at dates is a person, unless the name says otherwise; else the code says it. */
static int
guess_kind (const char *name, const char *identifier, gboolean is_dated_entry)
{
  const char *iso;
  EntenteActorKind by_name = entente_actor_guess_kind (name, &iso);
  EntenteActorKind by_code =
    identifier != NULL ? entente_actor_code_get_kind (identifier) : ENTENTE_ACTOR_BODY;

  if (is_dated_entry)
    return by_name == ENTENTE_ACTOR_BODY && strchr (name, ' ') == NULL ? ENTENTE_ACTOR_PERSON
                                                                       : by_name;
  if (identifier != NULL && by_name == ENTENTE_ACTOR_PERSON &&
      (by_code == ENTENTE_ACTOR_GOVERNMENT || by_code == ENTENTE_ACTOR_BODY ||
       by_code == ENTENTE_ACTOR_COMMUNITY))
    return ENTENTE_ACTOR_PERSON;
  return (int) by_code;
}

static void
add_names (Reader *self, EntenteActorDraft *draft)
{
  for (guint i = 0; i < self->names->len; i++) {
    g_autofree char *name = write_name (self->names->pdata[i]);
    g_autofree char *abbreviation = cut_abbreviation (name);

    entente_actor_draft_add_alias (draft, name, ENTENTE_ALIAS_SPELLING);
    if (abbreviation != NULL)
      entente_actor_draft_add_alias (draft, abbreviation, ENTENTE_ALIAS_ABBREVIATION);
  }
}

static gboolean
has_dates (const Reader *self)
{
  for (guint i = 0; i < self->codes->len; i++)
    if (is_dated (&g_array_index (self->codes, Code, i)))
      return TRUE;
  return FALSE;
}

static void
fill_actor (Reader *self, EntenteActor *actor)
{
  const char *identifier = find_identifier (self);
  const EntenteActorCode *country =
    identifier != NULL && strlen (identifier) == 3 ? entente_actor_code_find (identifier) : NULL;

  actor->kind = guess_kind (actor->name, identifier, has_dates (self));
  if (identifier != NULL && actor->kind != ENTENTE_ACTOR_PERSON)
    actor->cameo = g_strdup (identifier);
  if (country != NULL && country->iso3166 != NULL && !has_dates (self))
    actor->iso3166 = g_strdup (country->iso3166);
}

/* Two entries with one name are one actor when they are of one country. */
static gboolean
take_draft (Reader *self, const char *name, const char *abbreviation)
{
  g_autofree char *folded = entente_name_fold (name);
  g_autofree char *key =
    g_strdup_printf ("%.3s %s", g_array_index (self->codes, Code, 0).code, folded);
  gboolean is_new;
  EntenteActorDraft *draft = entente_actor_drafts_ensure (self->drafts, key, name, &is_new);

  if (draft == NULL)
    return FALSE;
  if (is_new)
    fill_actor (self, draft->actor);
  if (abbreviation != NULL)
    entente_actor_draft_add_alias (draft, abbreviation, ENTENTE_ALIAS_ABBREVIATION);
  add_names (self, draft);
  for (guint i = 0; i < self->codes->len; i++) {
    const Code *code = &g_array_index (self->codes, Code, i);

    if (is_dated (code))
      add_tie (self, draft, code);
  }
  return TRUE;
}

/* FALSE when there are too many. */
static gboolean
end_entry (Reader *self)
{
  g_autofree char *written = g_steal_pointer (&self->name);
  g_autofree char *name = written != NULL ? write_name (written) : NULL;
  g_autofree char *abbreviation = name != NULL ? cut_abbreviation (name) : NULL;
  gboolean taken = TRUE;

  if (name != NULL && self->codes->len == 0)
    skip (self,
          self->entry_line,
          _ ("“{file}”, line {line}: “{words}” has no code that can be read."),
          name);
  else if (name != NULL && name[0] != '\0')
    taken = take_draft (self, name, abbreviation);
  g_ptr_array_set_size (self->names, 0);
  g_array_set_size (self->codes, 0);
  return taken;
}

/* ---- lines ---- */

/* Cuts remarks off in place. */
static void
cut_remarks (Reader *self, char *line)
{
  char *open;

  if (self->in_remark) {
    char *close = strstr (line, "-->");

    self->in_remark = close == NULL;
    memmove (line,
             close != NULL ? close + 3 : line + strlen (line),
             strlen (close != NULL ? close + 3 : "") + 1);
  }
  line[strcspn (line, "#")] = '\0';
  while ((open = strstr (line, "<!--")) != NULL) {
    char *close = strstr (open, "-->");

    if (close == NULL) {
      self->in_remark = TRUE;
      *open = '\0';
      return;
    }
    memmove (open, close + 3, strlen (close + 3) + 1);
  }
}

static gboolean
begin_entry (Reader *self, char *name)
{
  if (!end_entry (self))
    return FALSE;
  self->entry_line = self->line;
  if (strlen (name) > MAX_NAME_BYTES)
    skip (self, self->line, _ ("“{file}”, line {line}: the name “{words}” is too long."), name);
  else
    self->name = g_strdup (name);
  return TRUE;
}

/* A rule for words, or a heading that is no remark: "!MINIST! = MINISTER", "&SET". */
static gboolean
is_rule (const char *line)
{
  return line[0] == '!' || line[0] == '&' || line[0] == '~' || line[0] == '=';
}

static gboolean
read_line (Reader *self, char *line)
{
  g_autofree char *codes = NULL;
  char *bracket;

  cut_remarks (self, line);
  g_strstrip (line);
  if (line[0] == '\0' || is_rule (line))
    return TRUE;
  bracket = strchr (line, '[');
  codes = g_strdup (bracket != NULL ? bracket : "");
  if (bracket != NULL)
    *bracket = '\0';
  g_strstrip (line);
  if (line[0] == '+' && strlen (line) <= MAX_NAME_BYTES)
    g_ptr_array_add (self->names, g_strdup (line + 1));
  else if (line[0] != '+' && line[0] != '\0' && !begin_entry (self, line))
    return FALSE;
  read_codes (self, codes);
  return TRUE;
}

static gboolean
fail_for_number (const Reader *self, GError **error)
{
  return entente_sentence_fail (error,
                                ENTENTE_ERROR_INVALID,
                                _ ("“{file}” names more than 200,000 actors; divide it."),
                                "file",
                                self->file,
                                NULL);
}

static gboolean
read_lines (Reader *self, const char *text, GCancellable *cancellable, GError **error)
{
  for (const char *at = text; *at != '\0';) {
    gsize length = strcspn (at, "\r\n");
    g_autofree char *line = g_strndup (at, length);

    self->line++;
    if (self->line % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (!read_line (self, line))
      return fail_for_number (self, error);
    at += length;
    at += at[0] == '\r' && at[1] == '\n' ? 2 : at[0] != '\0';
  }
  return end_entry (self) || fail_for_number (self, error);
}

EntenteActorDrafts *
entente_actor_dictionary_read (const char *text,
                               const char *name,
                               GCancellable *cancellable,
                               GError **error)
{
  Reader self = { .drafts = entente_actor_drafts_new (), .file = name };
  gboolean done;

  self.names = g_ptr_array_new_with_free_func (g_free);
  self.codes = g_array_new (FALSE, FALSE, sizeof (Code));
  g_array_set_clear_func (self.codes, clear_code);
  done = read_lines (&self, text, cancellable, error);
  g_free (self.name);
  g_ptr_array_unref (self.names);
  g_array_unref (self.codes);
  if (done)
    return self.drafts;
  entente_actor_drafts_free (self.drafts);
  return NULL;
}
