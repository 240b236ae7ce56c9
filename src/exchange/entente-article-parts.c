/* EntenteArticleParts: one growing text, and a text for each note. */
#include "config.h"

#include "entente-article-parts.h"

#include "entente-plain-text.h"
#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  GString *text;
  gboolean outer_space; /* what the text around it was about to do */
} Note;

static void
free_note (gpointer data)
{
  Note *note = data;
  g_string_free (note->text, TRUE);
  g_free (note);
}

EntenteArticleParts *
entente_article_parts_new (void)
{
  EntenteArticleParts *parts = g_new0 (EntenteArticleParts, 1);
  parts->notices = g_ptr_array_new_with_free_func (g_free);
  parts->text = g_string_new (NULL);
  parts->notes = g_ptr_array_new_with_free_func (free_note);
  parts->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return parts;
}

void
entente_article_parts_free (EntenteArticleParts *parts)
{
  entente_article_facts_clear (&parts->known);
  entente_article_facts_clear (&parts->otherwise);
  g_ptr_array_unref (parts->notices);
  g_string_free (parts->text, TRUE);
  g_ptr_array_unref (parts->notes);
  g_hash_table_unref (parts->numbers);
  g_free (parts);
}

static GString *
get_target (EntenteArticleParts *parts)
{
  return parts->note != NULL ? ((Note *) parts->note)->text : parts->text;
}

/* What ends a line anywhere would be taken for the end of a paragraph later. */
static gboolean
is_space (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Soft hyphen, zero-width space, byte order mark: they part words that are one. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xAD || c == 0x200B || c == 0xFEFF || c == 0x2060;
}

static void
add_char (EntenteArticleParts *parts, GString *target, const char *p)
{
  gunichar c = g_utf8_get_char (p);
  if (is_space (c)) {
    parts->space = TRUE;
    return;
  }
  if (is_invisible (c)) {
    parts->n_invisible++;
    return;
  }
  if (parts->space && target->len > 0 && target->str[target->len - 1] != '\n')
    g_string_append_c (target, ' ');
  parts->space = FALSE;
  g_string_append_len (target, p, g_utf8_next_char (p) - p);
  parts->is_open |= parts->note == NULL;
}

void
entente_article_parts_add (EntenteArticleParts *parts, const char *text, gssize length)
{
  GString *target = get_target (parts);
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    add_char (parts, target, p);
}

void
entente_article_parts_add_lines (EntenteArticleParts *parts, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  if (parts->note != NULL) {
    entente_article_parts_add (parts, text, length);
    return;
  }
  while (text < end) {
    const char *stop = memchr (text, '\n', (gsize) (end - text));
    stop = stop != NULL ? stop : end;
    entente_article_parts_add (parts, text, stop - text);
    if (stop < end)
      g_string_append_c (parts->text, '\n');
    parts->space = FALSE;
    text = stop + 1;
  }
}

void
entente_article_parts_end_paragraph (EntenteArticleParts *parts)
{
  parts->space = parts->note != NULL;
  if (parts->note != NULL || !parts->is_open)
    return;
  g_string_append (parts->text, "\n\n");
  parts->is_open = FALSE;
}

/* Its place; a new note at the end, unless there is one. */
static guint
find_note (EntenteArticleParts *parts, const char *key)
{
  gpointer number;
  if (g_hash_table_lookup_extended (parts->numbers, key, NULL, &number))
    return GPOINTER_TO_UINT (number);
  Note *note = g_new0 (Note, 1);
  note->text = g_string_new (NULL);
  g_hash_table_insert (parts->numbers, g_strdup (key), GUINT_TO_POINTER (parts->notes->len));
  g_ptr_array_add (parts->notes, note);
  return parts->notes->len - 1;
}

void
entente_article_parts_add_mark (EntenteArticleParts *parts, const char *key)
{
  guint i = find_note (parts, key);
  g_string_append_printf (get_target (parts), "[%u]", i + 1);
  parts->is_open |= parts->note == NULL;
}

void
entente_article_parts_begin_note (EntenteArticleParts *parts, const char *key)
{
  if (parts->note != NULL)
    return;
  guint i = find_note (parts, key);
  Note *note = parts->notes->pdata[i];
  note->outer_space = parts->space;
  parts->space = FALSE;
  parts->note = note;
}

void
entente_article_parts_end_note (EntenteArticleParts *parts)
{
  if (parts->note == NULL)
    return;
  parts->space = ((Note *) parts->note)->outer_space;
  parts->note = NULL;
}

void
entente_article_parts_tell (EntenteArticleParts *parts,
                            const char *name,
                            guint n,
                            const char *one,
                            const char *many)
{
  if (n == 0)
    return;
  g_autofree char *number = g_strdup_printf ("%u", n);
  const char *sentence = n == 1 ? _ (one) : _ (many);
  g_ptr_array_add (parts->notices, entente_sentence (sentence, "n", number, "file", name, NULL));
}

/* ---- the whole ---- */

/* Title, text and notes as an article that was typed; @head receives the bytes of the title. */
static GString *
join (EntenteArticleParts *parts, gsize *head)
{
  GString *whole = g_string_new (NULL);
  guint n_notes = 0;
  if (parts->known.title != NULL)
    g_string_append_printf (whole, "%s\n\n", parts->known.title);
  *head = whole->len;
  g_string_append_len (whole, parts->text->str, (gssize) parts->text->len);
  for (guint i = 0; i < parts->notes->len; i++) {
    const Note *note = parts->notes->pdata[i];
    if (note->text->len == 0)
      continue;
    if (n_notes++ == 0)
      g_string_append (whole, "\n\nNotes\n\n");
    g_string_append_printf (whole, "[%u] %s\n\n", i + 1, note->text->str);
  }
  return whole;
}

static void
trim_facts (EntenteArticleFacts *facts)
{
  char **fields[] = { &facts->title,
                      &facts->authors,
                      &facts->publication,
                      &facts->url,
                      &facts->language };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    if (*fields[i] == NULL)
      continue;
    g_auto (GStrv) words = g_strsplit_set (*fields[i], " \t\r\n\v\f", -1);
    g_autoptr (GString) trimmed = g_string_new (NULL);
    for (guint k = 0; words[k] != NULL; k++) {
      if (words[k][0] != '\0')
        g_string_append_printf (trimmed, "%s%s", trimmed->len > 0 ? " " : "", words[k]);
    }
    g_clear_pointer (fields[i], g_free);
    if (trimmed->len > 0)
      *fields[i] = g_strdup (trimmed->str);
  }
}

EntenteArticleDraft *
entente_article_parts_finish (EntenteArticleParts *parts, const char *name, GError **error)
{
  gsize length = 0, head = 0;
  entente_article_parts_end_note (parts);
  entente_article_parts_end_paragraph (parts);
  trim_facts (&parts->known);
  trim_facts (&parts->otherwise);
  entente_article_parts_tell (
    parts,
    name,
    parts->n_invisible,
    N_ ("An invisible character within a word of “{file}” was dropped."),
    N_ ("{n} invisible characters within words of “{file}” were dropped."));
  g_autoptr (GString) whole = join (parts, &head);
  g_autoptr (EntenteArticleDraft) draft = entente_article_draft_new ();
  g_autofree char *text =
    entente_plain_text_tidy (whole->str, whole->len, name, &length, parts->notices);
  if (!entente_article_draft_fill (draft,
                                   text,
                                   length,
                                   head,
                                   name,
                                   &parts->known,
                                   &parts->otherwise,
                                   error))
    return NULL;
  g_ptr_array_extend_and_steal (g_ptr_array_ref (parts->notices),
                                g_steal_pointer (&draft->notices));
  draft->notices = g_ptr_array_ref (parts->notices);
  return g_steal_pointer (&draft);
}
