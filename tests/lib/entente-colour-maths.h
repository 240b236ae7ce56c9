/* The arithmetic of colours for tests: contrast, lightness, and how far apart two colours look,
 * also to people who see fewer. Colours are sRGB, 0 to 1. Pure; any thread.
 *
 * Sources: contrast and relative luminance, Web Content Accessibility Guidelines 2.1, W3C 2018.
 * CIELAB, CIE 15:2004, white D65. CIEDE2000, Sharma, Wu and Dalal, "The CIEDE2000 color-difference
 * formula: implementation notes, supplementary test data, and mathematical observations", Color
 * Research and Application 30 (2005). Colour vision, Machado, Oliveira and Fernandes, "A
 * physiologically-based model for simulation of color vision deficiency", IEEE Transactions on
 * Visualization and Computer Graphics 15 (2009), matrices of severity 1.0, on linear RGB.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_VISION_NORMAL,
  ENTENTE_VISION_PROTAN,
  ENTENTE_VISION_DEUTAN,
  ENTENTE_VISION_TRITAN,
  ENTENTE_N_VISIONS
} EntenteVision;

typedef struct {
  double l, a, b;
} EntenteLab;

/* 1 to 21. */
double entente_colour_maths_get_contrast (const double *rgb, const double *ground);
/* As somebody with this vision sees it. */
EntenteLab entente_colour_maths_to_lab (const double *rgb, EntenteVision vision);
/* CIEDE2000. */
double entente_colour_maths_get_distance (EntenteLab first, EntenteLab second);

G_END_DECLS
