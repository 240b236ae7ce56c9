/* The values, and which reader a file is for. */
#include "config.h"

#include "entente-actor-draft.h"

#include "entente-actor-dictionary.h"
#include "entente-actor-table.h"
#include "entente-charset.h"
#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES (64 * 1024 * 1024)
#define MAX_DRAFTS 200000
#define MAX_PARTS 1000 /* other names, and affiliations, of one actor */
#define MAX_SENTENCES 1000
#define SNIFF_LINES 400

/* ---- values ---- */

static void
free_tie (gpointer data)
{
  EntenteActorTie *tie = data;

  entente_affiliation_unref (tie->affiliation);
  g_free (tie->parent);
  g_free (tie->code);
  g_free (tie);
}

static void
free_draft (gpointer data)
{
  EntenteActorDraft *draft = data;

  entente_actor_unref (draft->actor);
  g_ptr_array_unref (draft->aliases);
  g_ptr_array_unref (draft->ties);
  g_free (draft);
}

EntenteActorDrafts *
entente_actor_drafts_new (void)
{
  EntenteActorDrafts *self = g_new0 (EntenteActorDrafts, 1);

  self->drafts = g_ptr_array_new_with_free_func (free_draft);
  self->skipped = g_ptr_array_new_with_free_func (g_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
entente_actor_drafts_free (EntenteActorDrafts *self)
{
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->skipped);
  g_hash_table_unref (self->by_key);
  g_free (self);
}

EntenteActorDraft *
entente_actor_drafts_ensure (EntenteActorDrafts *self,
                             const char *key,
                             const char *name,
                             gboolean *is_new)
{
  EntenteActorDraft *draft = g_hash_table_lookup (self->by_key, key);

  *is_new = draft == NULL;
  if (draft != NULL || self->drafts->len >= MAX_DRAFTS)
    return draft;
  draft = g_new0 (EntenteActorDraft, 1);
  draft->actor = entente_actor_new ();
  draft->actor->name = g_strdup (name);
  draft->aliases = g_ptr_array_new_with_free_func (entente_record_unref);
  draft->ties = g_ptr_array_new_with_free_func (free_tie);
  g_ptr_array_add (self->drafts, draft);
  g_hash_table_insert (self->by_key, g_strdup (key), draft);
  return draft;
}

void
entente_actor_drafts_skip (EntenteActorDrafts *self, char *sentence)
{
  self->n_skipped++;
  if (self->skipped->len < MAX_SENTENCES)
    g_ptr_array_add (self->skipped, sentence);
  else
    g_free (sentence);
}

void
entente_actor_draft_add_alias (EntenteActorDraft *draft, const char *text, int kind)
{
  EntenteAlias *alias;

  if (text[0] == '\0' || draft->aliases->len >= MAX_PARTS || g_str_equal (text, draft->actor->name))
    return;
  for (guint i = 0; i < draft->aliases->len; i++) {
    if (g_str_equal (((EntenteAlias *) draft->aliases->pdata[i])->text, text))
      return;
  }
  alias = entente_alias_new ();
  alias->text = g_strdup (text);
  alias->kind = kind;
  g_ptr_array_add (draft->aliases, alias);
}

EntenteActorTie *
entente_actor_draft_add_tie (EntenteActorDraft *draft)
{
  EntenteActorTie *tie;

  if (draft->ties->len >= MAX_PARTS)
    return NULL;
  tie = g_new0 (EntenteActorTie, 1);
  tie->affiliation = entente_affiliation_new ();
  g_ptr_array_add (draft->ties, tie);
  return tie;
}

/* ---- files ---- */

static char *
decode (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (EntenteCharset) charset = entente_charset_find (bytes, length);
  gsize new_length;
  guint n_broken;
  char *text = entente_charset_decode (charset, bytes, length, &new_length, &n_broken);

  if (text == NULL)
    entente_sentence_fail (error,
                           ENTENTE_ERROR_INVALID,
                           _ ("The characters of “{file}” cannot be read; save it as UTF-8."),
                           "file",
                           name,
                           NULL);
  return text;
}

/* @stream, unpacked when it is packed with gzip. */
static GInputStream *
open_unpacked (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  static const guint8 magic[] = { 0x1f, 0x8b };
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new (stream);
  g_autoptr (GConverter) unpack = NULL;
  const void *first;
  gsize length;

  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), 2, cancellable, error) < 0)
    return NULL;
  first = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &length);
  if (length < sizeof magic || memcmp (first, magic, sizeof magic) != 0)
    return g_steal_pointer (&buffered);
  unpack = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  return g_converter_input_stream_new (buffered, unpack);
}

/* All bytes, or one more than MAX_BYTES. NULL on error. */
static GByteArray *
read_bytes (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) packed = G_INPUT_STREAM (g_file_read (file, cancellable, error));
  g_autoptr (GInputStream) stream =
    packed != NULL ? open_unpacked (packed, cancellable, error) : NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n = stream != NULL ? 1 : -1;

  while (n > 0 && bytes->len <= MAX_BYTES) {
    guint8 block[65536];

    n = g_input_stream_read (stream, block, sizeof block, cancellable, error);
    if (n > 0)
      g_byte_array_append (bytes, block, (guint) n);
  }
  return n >= 0 ? g_steal_pointer (&bytes) : NULL;
}

/* The whole file as UTF-8; never more than MAX_BYTES. */
static char *
load_text (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GByteArray) bytes = read_bytes (file, cancellable, &local);

  if (bytes == NULL && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (bytes == NULL)
    entente_sentence_fail (error,
                           ENTENTE_ERROR_FAILED,
                           _ ("“{file}” cannot be read: {reason}. Check that you may read it."),
                           "file",
                           name,
                           "reason",
                           local->message,
                           NULL);
  else if (bytes->len > MAX_BYTES)
    entente_sentence_fail (error,
                           ENTENTE_ERROR_INVALID,
                           _ ("“{file}” is larger than 64 MB; divide it."),
                           "file",
                           name,
                           NULL);
  if (bytes == NULL || bytes->len > MAX_BYTES)
    return NULL;
  g_byte_array_append (bytes, (const guint8 *) "", 1); /* never NULL */
  return decode ((const char *) bytes->data, bytes->len - 1, name, error);
}

/* Does it look like a dictionary: codes in brackets at the end of lines, names with underscores? */
static gboolean
looks_like_dictionary (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", SNIFF_LINES);
  guint n_codes = 0, n_lines = 0;

  for (guint i = 0; lines[i] != NULL && i + 1 < SNIFF_LINES; i++) {
    const char *bracket = strchr (lines[i], '[');

    n_lines += lines[i][0] != '\0' && lines[i][0] != '#';
    n_codes += bracket != NULL && strchr (bracket, ']') != NULL && lines[i][0] != '#';
  }
  return n_codes > 0 && n_codes * 10 >= n_lines;
}

EntenteActorDrafts *
entente_actor_drafts_read (GFile *file,
                           EntenteActorFile form,
                           const char *map,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = basename != NULL ? g_filename_display_name (basename) : g_strdup ("?");
  g_autofree char *text = NULL;
  g_autoptr (EntenteActorDrafts) drafts = NULL;

  if (form == ENTENTE_ACTOR_FILE_TABLE || map != NULL)
    return entente_actor_table_read (file, map, cancellable, error);
  text = load_text (file, name, cancellable, error);
  if (text == NULL)
    return NULL;
  if (form == ENTENTE_ACTOR_FILE_AUTO && !looks_like_dictionary (text))
    return entente_actor_table_read (file, map, cancellable, error);
  drafts = entente_actor_dictionary_read (text, name, cancellable, error);
  if (drafts == NULL || drafts->drafts->len > 0)
    return g_steal_pointer (&drafts);
  entente_sentence_fail (error,
                         ENTENTE_ERROR_INVALID,
                         _ ("“{file}” names no actors; choose a table of actors or a dictionary "
                            "in the PETRARCH form."),
                         "file",
                         name,
                         NULL);
  return NULL;
}
