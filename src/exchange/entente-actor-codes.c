/* One table of three-letter codes, read once. */
#include "config.h"

#include "entente-actor-codes.h"

#include "entente-lexicon.h"

#include <string.h>

#define N_CELLS 6
#define MAX_LETTERS 24

static EntenteCodeGroup
parse_group (const char *word)
{
  if (g_str_equal (word, "country"))
    return ENTENTE_CODE_COUNTRY;
  if (g_str_equal (word, "role"))
    return ENTENTE_CODE_ROLE;
  return ENTENTE_CODE_FAMILY;
}

static void
add_line (GHashTable *codes, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", N_CELLS);
  EntenteActorCode *code = g_new0 (EntenteActorCode, 1);
  int kind;

  if (g_strv_length (cells) != N_CELLS || strlen (cells[0]) != 3 ||
      !entente_enum_parse (ENTENTE_ENUM_ACTOR_KIND, cells[2], &kind))
    g_error ("actor-codes.tsv: wrong line: %s", line);
  g_strlcpy (code->code, cells[0], sizeof code->code);
  code->group = parse_group (cells[1]);
  code->kind = (EntenteActorKind) kind;
  code->name = g_intern_string (cells[3]);
  code->iso3166 = g_str_equal (cells[4], "-") ? NULL : g_intern_string (cells[4]);
  code->of_state = g_str_equal (cells[5], "y");
  g_hash_table_insert (codes, code->code, code);
}

static gpointer
read_codes (gpointer unused)
{
  g_auto (GStrv) lines = entente_lexicon_read ("actor-codes.tsv");
  GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (codes, lines[i]);
  return codes;
}

const EntenteActorCode *
entente_actor_code_find (const char *code)
{
  static GOnce once = G_ONCE_INIT;
  char key[4];

  g_strlcpy (key, code, sizeof key);
  return g_hash_table_lookup (g_once (&once, read_codes, NULL), key);
}

gboolean
entente_actor_code_is_valid (const char *code)
{
  gsize n = strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

  return code[n] == '\0' && n >= 3 && n <= MAX_LETTERS && n % 3 == 0;
}

EntenteActorKind
entente_actor_code_get_kind (const char *code)
{
  const EntenteActorCode *first = entente_actor_code_find (code);
  const EntenteActorCode *role = code[3] != '\0' ? entente_actor_code_find (code + 3) : NULL;

  if (first == NULL)
    return ENTENTE_ACTOR_BODY;
  if (first->group == ENTENTE_CODE_COUNTRY && code[3] != '\0')
    return role != NULL && role->group == ENTENTE_CODE_ROLE ? role->kind : ENTENTE_ACTOR_BODY;
  return first->kind;
}
