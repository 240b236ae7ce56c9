/* Formulas as their sources write them, names of variables included. */
#include "config.h"

#include "entente-colour-maths.h"

#include <math.h>

#define TO_RADIANS (G_PI / 180)

static const double visions[ENTENTE_N_VISIONS][3][3] = {
  [ENTENTE_VISION_NORMAL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  [ENTENTE_VISION_PROTAN] = { { 0.152286, 1.052583, -0.204868 },
                              { 0.114503, 0.786281, 0.099216 },
                              { -0.003882, -0.048116, 1.051998 } },
  [ENTENTE_VISION_DEUTAN] = { { 0.367322, 0.860646, -0.227968 },
                              { 0.280085, 0.672501, 0.047413 },
                              { -0.011820, 0.042940, 0.968881 } },
  [ENTENTE_VISION_TRITAN] = { { 1.255528, -0.076749, -0.178779 },
                              { -0.078411, 0.930809, 0.147602 },
                              { 0.004733, 0.691367, 0.303900 } },
};

static const double to_xyz[3][3] = { { 0.4124564, 0.3575761, 0.1804375 },
                                     { 0.2126729, 0.7151522, 0.0721750 },
                                     { 0.0193339, 0.1191920, 0.9503041 } };

static const double white[3] = { 0.95047, 1, 1.08883 };

static double
make_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static void
multiply (const double matrix[3][3], const double *by, double *out)
{
  for (guint i = 0; i < 3; i++)
    out[i] = matrix[i][0] * by[0] + matrix[i][1] * by[1] + matrix[i][2] * by[2];
}

static double
get_luminance (const double *rgb)
{
  return 0.2126 * make_linear (rgb[0]) + 0.7152 * make_linear (rgb[1]) +
         0.0722 * make_linear (rgb[2]);
}

double
entente_colour_maths_get_contrast (const double *rgb, const double *ground)
{
  double first = get_luminance (rgb), second = get_luminance (ground);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static double
f (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

EntenteLab
entente_colour_maths_to_lab (const double *rgb, EntenteVision vision)
{
  double linear[3], seen[3], xyz[3];

  for (guint i = 0; i < 3; i++)
    linear[i] = make_linear (rgb[i]);
  multiply (visions[vision], linear, seen);
  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (seen[i], 0, 1);
  multiply (to_xyz, seen, xyz);
  for (guint i = 0; i < 3; i++)
    xyz[i] = f (xyz[i] / white[i]);
  return (EntenteLab){ 116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2]) };
}

/* ---- CIEDE2000 ---- */

static double
get_hue (double a, double b)
{
  double degrees = a == 0 && b == 0 ? 0 : atan2 (b, a) / TO_RADIANS;

  return degrees < 0 ? degrees + 360 : degrees;
}

static double
get_hue_difference (double h1, double h2, double product)
{
  double difference = h2 - h1;

  if (product == 0)
    return 0;
  return difference > 180 ? difference - 360 : difference < -180 ? difference + 360 : difference;
}

static double
get_mean_hue (double h1, double h2, double product)
{
  if (product == 0)
    return h1 + h2;
  if (fabs (h1 - h2) <= 180)
    return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

static double
get_chroma_share (double c)
{
  return sqrt (pow (c, 7) / (pow (c, 7) + pow (25, 7)));
}

static double
get_t (double h)
{
  return 1 - 0.17 * cos ((h - 30) * TO_RADIANS) + 0.24 * cos (2 * h * TO_RADIANS) +
         0.32 * cos ((3 * h + 6) * TO_RADIANS) - 0.20 * cos ((4 * h - 63) * TO_RADIANS);
}

double
entente_colour_maths_get_distance (EntenteLab first, EntenteLab second)
{
  double g =
    0.5 * (1 - get_chroma_share ((hypot (first.a, first.b) + hypot (second.a, second.b)) / 2));
  double a1 = first.a * (1 + g), a2 = second.a * (1 + g);
  double c1 = hypot (a1, first.b), c2 = hypot (a2, second.b), c = (c1 + c2) / 2;
  double h1 = get_hue (a1, first.b), h2 = get_hue (a2, second.b);
  double h = get_mean_hue (h1, h2, c1 * c2), l = (first.l + second.l) / 2 - 50;
  double s_l = 1 + 0.015 * l * l / sqrt (20 + l * l), s_c = 1 + 0.045 * c;
  double s_h = 1 + 0.015 * c * get_t (h);
  double angle = 60 * exp (-((h - 275) / 25) * ((h - 275) / 25)) * TO_RADIANS;
  double r_t = -sin (angle) * 2 * get_chroma_share (c);
  double d_l = (second.l - first.l) / s_l, d_c = (c2 - c1) / s_c;
  double d_h =
    2 * sqrt (c1 * c2) * sin (get_hue_difference (h1, h2, c1 * c2) / 2 * TO_RADIANS) / s_h;

  return sqrt (d_l * d_l + d_c * d_c + d_h * d_h + r_t * d_c * d_h);
}
