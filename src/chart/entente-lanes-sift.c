/* The rows of a lane that pass a filter. Without a branch: no processor foresees what a filter lets
 * through, and there are as many rows as the study has. Any thread.
 */
#include "config.h"

#include "entente-lanes-sift.h"

const guint32 *
entente_lanes_sift (const EntenteBitset *filter,
                    const guint32 *rows,
                    guint n_rows,
                    guint32 **memory,
                    guint *n_sifted)
{
  guint32 *sifted;
  guint n = 0;

  *n_sifted = n_rows;
  if (filter == NULL || n_rows == 0)
    return rows;
  sifted = *memory = g_new (guint32, n_rows);
  for (guint i = 0; i < n_rows; i++) {
    sifted[n] = rows[i];
    n += (guint) (filter->words[rows[i] >> 6] >> (rows[i] & 63) & 1);
  }
  *n_sifted = n;
  return sifted;
}
