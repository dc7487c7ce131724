// Reads every text box of the map as it is shown: what is cut, broken, out of its cell, over another text, over a face
// or struck by the zero line. What is out of the window below or beside is looked at as well.
window.faultsOfBoxes = () => {
  const map = document.getElementById("map"), faults = [], boxes = [];
  const shown = (element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const say = (kind, text, more = "") => faults.push(`${kind}: ${text.replaceAll("\u00ad", "").trim()}${more}`);
  const range = document.createRange();
  const lineOf = (node, place) => {
    range.setStart(node, place);
    range.setEnd(node, place + 1);
    return Math.round([...range.getClientRects()].at(-1)?.bottom ?? 0);
  };
  const clips = (style) => [style.overflowX, style.overflowY].some((one) => one !== "visible");
  const clippers = new Map();
  const clipperOf = (element) => {
    if (element === map || !element) return null;
    if (!clippers.has(element)) {
      clippers.set(element, clips(getComputedStyle(element)) ? element : clipperOf(element.parentElement));
    }
    return clippers.get(element);
  };
  const unseen = (element) => element.closest(".unseen, .word > i, svg + i, .state-mark + i, [class|=level], .cell > b, title, [hidden]");
  const walker = document.createTreeWalker(map, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || unseen(element) || !shown(element)) continue;
    if (parseFloat(getComputedStyle(element).fontSize) === 0) continue;
    // Ideographs and hiragana end a line anywhere; a word in any other script, katakana too, is whole.
    for (const part of node.data.matchAll(/(?:(?![\p{sc=Han}\p{sc=Hira}])[\p{L}\p{M}]){2,}/gu)) {
      const last = part.index + part[0].length - 1;
      if (lineOf(node, part.index) !== lineOf(node, last)) say("broken", part[0], ` in ${node.data.slice(0, 40)}`);
    }
    range.selectNodeContents(node);
    const clipper = clipperOf(element), edge = clipper?.getBoundingClientRect();
    for (const rect of range.getClientRects()) {
      if (rect.width < 2 || rect.height < 2) continue;
      if (edge && (rect.left < edge.left - 2 || rect.right > edge.right + 2 || rect.top < edge.top - rect.height / 3
          || rect.bottom > edge.bottom + rect.height / 3)) say("cut", node.data, ` by ${clipper.className}`);
      // What fonts keep above and below their letters meets nothing.
      const room = rect.height * 0.17;
      boxes.push({node, element, rect: new DOMRect(rect.x, rect.y + room, rect.width, rect.height - 2 * room)});
    }
  }
  const inside = (element) => element.closest(".cell:not(.feeling), article h3, .lane, .stage-head");
  for (const {rect, node, element} of boxes) {
    const home = inside(element)?.getBoundingClientRect();
    if (home && (rect.left < home.left - 2 || rect.right > home.right + 2)) say("out of its cell", node.data);
  }
  boxes.sort((a, b) => a.rect.top - b.rect.top);
  const over = (a, b, by) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > by
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;
  boxes.forEach((box, index) => {
    for (let next = index + 1; next < boxes.length && boxes[next].rect.top < box.rect.bottom - 3; next++) {
      const other = boxes[next];
      if (other.node !== box.node && over(box.rect, other.rect, 4)) say("over a text", box.node.data, ` / ${other.node.data}`);
    }
  });
  const faces = [...map.querySelectorAll(".point .face")].filter(shown).map((face) => face.getBoundingClientRect());
  const laid = map.querySelector(".feeling-ground");
  const ground = laid?.checkVisibility() ? laid.getBoundingClientRect() : null;
  const zero = ground && ground.top + ground.height * 0.51;
  for (const {rect, node, element} of boxes) {
    if (!element.closest(".cell.feeling")) continue;
    if (faces.some((face) => over(rect, face, 4))) say("over a face", node.data);
    if (ground && zero > rect.top + 4 && zero < rect.bottom - 4) say("struck", node.data);
    if (ground && (rect.top < ground.top - 2 || rect.bottom > ground.bottom + 2)) say("out of the lane", node.data);
  }
  return [...new Set(faults)];
};
window.smallestText = () => {
  const map = document.getElementById("map"), sizes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest(".unseen, .word > i, svg + i, .state-mark + i, [class|=level], .cell > b, title, script, style")) continue;
    if (!element.closest("#map, #show") || !element.checkVisibility({visibilityProperty: true})) continue;
    const size = parseFloat(getComputedStyle(element).fontSize) * (map.currentCSSZoom ?? 1);
    if (size > 0) sizes.push([size, node.data.trim()]);
  }
  return sizes.sort((a, b) => a[0] - b[0])[0];
};
