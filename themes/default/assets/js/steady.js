// Until the theme's fonts are there, others stand in, a little wider: a text may then have a line less, never one
// more. What stands in the first view keeps the size that it had, so that nothing beside or below it moves when they come.
// Whatever lays the page out anew gives that room back.
(() => {
  // What is folded up has a size, too, but not the one that it will have.
  const FOLDED = "details:not([open])>:not(summary)";
  // Of a map, the heads of its stages and of its lanes, which are as high as their rows.
  const LEFT = `.map,.map *,.timeline,.timeline *,.show *,.details *,svg *,${FOLDED},${FOLDED} *`;
  const BLOCKS = `header.site,header.site *,main :not(${LEFT}),.map :is(.corner,.stage-head,.lane)`;
  const kept = [];

  function keep() {
    const blocks = cjsite.all(BLOCKS);
    const sizes = blocks.map((block) => block.getBoundingClientRect());
    // Only what has been laid out asks for its fonts.
    if (document.fonts.status === "loaded") return;
    // Firefox first shows another font than the stand-ins, by far wider: what has its size would have gaps.
    if (![...document.fonts].some(({ family, status }) => family.includes("Stand-in") && status === "loaded"))
      return requestAnimationFrame(keep);
    blocks.forEach((block, at) => {
      const { top, width, height } = sizes[at];
      if (top >= innerHeight || !height) return;
      // What goes on below the window moves nothing in it by its height.
      if (top + height <= innerHeight) block.style.minBlockSize = `${height}px`;
      // Not a part of a pixel more than there is: a row that is just full would not hold all of them.
      if (!block.closest(".map") && width <= innerWidth) block.style.minInlineSize = `${Math.floor(width)}px`;
      kept.push(block);
    });
  }

  // What a choice on a map's page alters is in the map and around it: its head goes on standing where it stood.
  function giveBack({ target }) {
    const map = target.nodeType && cjsite.find("#map");
    for (const block of kept)
      if (!map || map.contains(block) || block.contains(map)) block.style.minBlockSize = block.style.minInlineSize = "";
  }

  // A page that was made for one paper is laid out on it at once. Elsewhere the address first says what is chosen.
  if (!document.documentElement.dataset.paper) queueMicrotask(keep);
  // Before those who measure: map.js, poster.js.
  for (const type of ["resize", "hashchange", "present", "beforeprint", "change"]) addEventListener(type, giveBack, true);
  matchMedia("print").addEventListener("change", giveBack);
})();
