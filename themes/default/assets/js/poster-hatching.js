// The hatching of what is not known, drawn as lines: a gradient that repeats comes out of a PDF as stripes, as plain grey
// or not at all, by the size of the sheet and by who shows it.
(() => {
  const { all } = cjsite;
  const STEP = 8.5;

  // The lines of a box, upwards to the end: where each enters it, and where it leaves.
  function lines(width, height) {
    const count = Math.floor((width + height) / STEP);
    return Array.from({ length: count }, (_, index) => {
      const far = (index + 1) * STEP;
      const [right, low] = [Math.min(far, width), Math.min(far, height)];
      return `M${right} ${far - right}L${far - low} ${low}`;
    }).join("");
  }

  function drawing(name, attributes, ...content) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    element.append(...content);
    return element;
  }

  cjsite.posterHatching = (sheet, size) => {
    for (const gap of all(".gap", sheet)) {
      const box = gap.getBoundingClientRect();
      if (!box.width) continue;
      const [width, height] = [box.width / size, box.height / size];
      const path = drawing("path", { d: lines(width, height) });
      gap.classList.add("drawn");
      gap.append(drawing("svg", { class: "hatching", "aria-hidden": "true", viewBox: `0 0 ${width} ${height}` }, path));
    }
  };
})();
