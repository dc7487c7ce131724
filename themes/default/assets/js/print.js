// Posters: a long map, which the page calls dense, is printed on two sheets, split at the stage border nearest to the
// middle.
(() => {
  const { find, all } = cjsite;

  function border(counts) {
    const total = counts.reduce((sum, count) => sum + count, 0);
    let best = { stage: 0, column: 0 };
    let column = 0;
    counts.slice(0, -1).forEach((count, index) => {
      column += count;
      if (Math.abs(column - total / 2) < Math.abs(best.column - total / 2)) best = { stage: index + 1, column };
    });
    return { ...best, total };
  }

  function sheet(map, stages, first, last) {
    all(".stage", map).forEach((stage, index) => (stage.hidden = !stages(index)));
    cjsite.window(map, first, last);
  }

  function split() {
    const map = find(".dense .map");
    if (!map || find(".second-sheet")) return;
    const { stage, column, total } = border(all(".stage", map).map((box) => all("article", box).length));
    if (!stage) return;
    const second = map.cloneNode(true);
    second.classList.add("second-sheet");
    for (const element of [second, ...all("[id]", second)]) element.removeAttribute("id");
    map.after(second);
    sheet(map, (index) => index < stage, 0, column);
    sheet(second, (index) => index >= stage, column, total);
  }

  function join() {
    const second = find(".second-sheet");
    if (!second) return;
    second.remove();
    const map = find(".map");
    for (const stage of all(".stage", map)) stage.hidden = false;
    cjsite.wholeMap(map);
  }

  addEventListener("beforeprint", split);
  addEventListener("afterprint", join);
})();
