// The hatching of what is not known, drawn as lines: a gradient that repeats comes out of a PDF as stripes, as plain grey
// or not at all, by the size of the sheet and by who shows it.
cjsite.posterHatching = (sheet, size) => {
  const STEP = 8.5;
  for (const gap of cjsite.all(".gap", sheet)) {
    const { width, height } = gap.getBoundingClientRect();
    const count = (width + height) / size / STEP;
    // Longer than the box: the drawing cuts them off.
    const lines = Array.from({ length: count }, (_, at) => `M${(at + 1) * STEP} 0L0 ${(at + 1) * STEP}`).join("");
    gap.classList.add("drawn");
    gap.innerHTML = `<svg class="hatching" aria-hidden="true"><path d="${lines}"/></svg>`;
  }
};
