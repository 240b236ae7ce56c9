/* What the readers of an article's structure share; private to text. */
#pragma once

#include "entente-structure.h"
#include "entente-text-lines.h"

G_BEGIN_DECLS

typedef struct {
  const char *text;
  GArray *lines; /* EntenteTextLine */
  gboolean wrapped; /* paragraphs are broken into lines and divided by blank lines */
  EntenteStructure *structure;
} EntenteSource;

static inline EntenteTextLine *
entente_source_line (EntenteSource *source, guint index)
{
  return &g_array_index (source->lines, EntenteTextLine, index);
}

/* Steps of entente_structure_read(), in this order. Each gives roles to lines that are BODY yet and
 * fills fields. */
void entente_structure_read_notes (EntenteSource *source);
void entente_structure_cut_furniture (EntenteSource *source);
void entente_structure_read_head (EntenteSource *source);
/* The same where the roles are given: fills the fields from the lines that bear them. */
void entente_structure_take_head (EntenteSource *source);
void entente_structure_take_notes (EntenteSource *source);
/* After the body is made: where the marks of the notes stand. */
void entente_structure_place_notes (EntenteSource *source);

/* @value is taken. */
void entente_structure_add_part (EntenteStructure *structure,
                                 EntenteStructureField field,
                                 gsize start,
                                 gsize end,
                                 char *value);

G_END_DECLS
