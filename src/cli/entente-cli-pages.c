/* Margins in millimetres, sizes of type in points, everything within what leaves room for text. */
#include "config.h"

#include "entente-cli-pages.h"

#include "entente-cli-picture.h"

#define POINTS_PER_MM (72.0 / 25.4)

static const char *const columns[] = { "1", "2", NULL };
static const char *const notes[] = { "foot", "end", NULL };
static const char *const directions[] = { "ltr", "rtl", NULL };

/* Paper and how it lies, where one of them is said. */
static gboolean
get_paper (EntenteCli *cli, EntentePageStyle *style, GError **error)
{
  const char *papers[ENTENTE_N_PAPERS + 1] = { NULL };
  gboolean landscape = entente_cli_get_option (cli, "landscape") != NULL;
  EntentePageStyle said;
  guint paper;

  for (guint i = 0; i < ENTENTE_N_PAPERS; i++)
    papers[i] = entente_paper_get_nick (i);
  if (!entente_cli_choose (cli, "paper", papers, &paper, error))
    return FALSE;
  if (!landscape && !entente_cli_get_option (cli, "paper"))
    return TRUE;
  entente_page_style_init (&said, paper, landscape);
  style->width_pt = said.width_pt;
  style->height_pt = said.height_pt;
  return TRUE;
}

static gboolean
get_margins (EntenteCli *cli, EntentePageStyle *style, GError **error)
{
  double margin_mm;

  if (!entente_cli_get_number (cli, "margins", 5, 50, 0, &margin_mm, error))
    return FALSE;
  if (margin_mm > 0)
    style->margin_pt = margin_mm * POINTS_PER_MM;
  return TRUE;
}

gboolean
entente_cli_choose_given (EntenteCli *cli,
                          const char *name,
                          const char *const *choices,
                          guint *value,
                          GError **error)
{
  return !entente_cli_get_option (cli, name) ||
         entente_cli_choose (cli, name, choices, value, error);
}

gboolean
entente_cli_get_page_style (EntenteCli *cli, EntentePageStyle *style, GError **error)
{
  const char *faces[ENTENTE_N_FACES + 1] = { NULL };
  guint face = style->face, n_columns = style->n_columns - 1, at = style->notes_at_foot ? 0 : 1;

  for (guint i = 0; i < ENTENTE_N_FACES; i++)
    faces[i] = entente_face_get_nick (i);
  if (!get_paper (cli, style, error) || !get_margins (cli, style, error) ||
      !entente_cli_get_number (cli,
                               "size",
                               ENTENTE_SIZE_MIN_PT,
                               ENTENTE_SIZE_MAX_PT,
                               style->base_size_pt,
                               &style->base_size_pt,
                               error) ||
      !entente_cli_choose_given (cli, "font", faces, &face, error) ||
      !entente_cli_choose_given (cli, "columns", columns, &n_columns, error) ||
      !entente_cli_choose_given (cli, "notes", notes, &at, error))
    return FALSE;
  style->face = face;
  style->n_columns = n_columns + 1;
  style->notes_at_foot = at == 0;
  return TRUE;
}

gboolean
entente_cli_get_direction (EntenteCli *cli, gboolean *rtl, GError **error)
{
  guint direction;

  if (!entente_cli_get_option (cli, "direction"))
    return TRUE;
  if (!entente_cli_choose (cli, "direction", directions, &direction, error))
    return FALSE;
  *rtl = direction == 1;
  return TRUE;
}
