"""The light colours as literal values, for drawings that no stylesheet reaches: those of css/tokens.css."""

PAPER, SURFACE, SUNKEN = "#faf9f6", "#ffffff", "#f1efea"
INK, INK_2, INK_3 = "#1b2430", "#465161", "#5f6978"
EDGE, RULE, GRID = "#7f858f", "#cbc6bc", "#e3dfd7"
GOOD, GOOD_TEXT = "#006a8a", "#005670"
BAD, BAD_TEXT = "#b0440c", "#8f3305"
NEUTRAL = "#667080"
