// The rows of a poster: lanes without a word on a sheet go, and departments that nowhere meet share a row.
(() => {
  const { find, all } = cjsite;
  const MOST = 3;
  const rowOf = (element) => Number(/\brow(\d+)\b/.exec(element.className)[1]);
  const endOf = (element) => Number(/\bto(\d+)\b/.exec(element.className)[1]) - 1;
  const isIn = (element) => !element.closest("[hidden]:not(.map)");
  let shownByKind;

  // Which rows a kind of sheets shows. It is asked once for each, while the map is not hidden: for every sheet anew, or
  // within what is hidden, browsers need longer for the answer than for laying out the sheet.
  function shownRows(map, kind) {
    if (!shownByKind.has(kind)) {
      const isShown = (element) => Boolean(element) && getComputedStyle(element).display !== "none";
      map.hidden = false;
      const rows = new Set(all(".lane", map).filter(isShown).map(rowOf));
      shownByKind.set(kind, { rows, handoffs: isShown(find(".handoff", map)) });
      map.hidden = true;
    }
    return shownByKind.get(kind);
  }

  // A row with the columns in which something stands.
  function rows(map, kind, shown) {
    const articles = all("article", map);
    return all(`.lane.${kind}.department:not([hidden])`, map)
      .filter((lane) => shown.rows.has(rowOf(lane)))
      .map((lane) => {
        const row = rowOf(lane);
        const cells = all(`.cell.department.${kind}.row${row}`, map).filter(isIn);
        return { lanes: [lane], row, cells, columns: new Set(cells.map((cell) => articles.indexOf(cell.closest("article")))) };
      });
  }

  // Sharing must leave every handoff a way between two rows, in the same direction.
  const keepsHandoffs = (lines, place) => lines.every((line) => place(rowOf(line)) < place(endOf(line)));

  function share(map, kind, moved, shown) {
    const kept = [];
    const lines = shown.handoffs ? all(".handoff", map).filter(isIn) : [];
    for (const own of rows(map, kind, shown)) {
      const place = (to) => (row) => (row === own.row ? to : (moved.get(row) ?? row));
      const host = kept.find(
        (other) =>
          other.lanes.length < MOST &&
          own.columns.isDisjointFrom(other.columns) &&
          keepsHandoffs(lines, place(other.row)),
      );
      if (!host) {
        kept.push(own);
        continue;
      }
      moved.set(own.row, host.row);
      host.lanes.push(...own.lanes);
      host.cells.push(...own.cells);
      own.columns.forEach((column) => host.columns.add(column));
    }
    return kept.filter(({ lanes }) => lanes.length > 1);
  }

  // Lanes that a stylesheet hides are named in the foot; those that say nothing on this sheet are not missed.
  function hideEmpty(map, steps) {
    for (const lane of all(".lane", map)) {
      if (lane.matches(".feeling,.touchpoint")) continue;
      const cells = all(`.cell.row${rowOf(lane)},.whole .row${rowOf(lane)}`, map).filter(isIn);
      if (!cells.length) lane.hidden = true;
      steps.push(() => (lane.hidden = false));
    }
  }

  cjsite.newPosterRows = () => (shownByKind = new Map());

  // Lay the rows of a map out for a kind of sheet, while it is hidden. Returns how to undo that.
  cjsite.posterRows = (map, kind) => {
    const shown = shownRows(map, kind);
    const steps = [];
    const moved = new Map();
    hideEmpty(map, steps);
    for (const lane of kind.includes("short") ? all(".lane:not([hidden])", map) : []) {
      if (!shown.rows.has(rowOf(lane))) lane.dataset.left = "";
      steps.push(() => delete lane.dataset.left);
    }
    for (const { lanes, row, cells } of ["frontstage", "backstage"].flatMap((stage) => share(map, stage, moved, shown))) {
      const names = lanes.slice(1).map((lane) => find("b", lane).cloneNode(true));
      lanes[0].classList.add("shared");
      lanes[0].append(...names);
      for (const lane of lanes.slice(1)) lane.hidden = true;
      for (const cell of cells) {
        cell.classList.add("shared");
        cell.style.setProperty("--row", row);
        // With the lane's soft hyphens: names are longer than cells are wide.
        const name = find("b", cell);
        const unbroken = name.textContent;
        name.textContent = find("b", lanes.find((lane) => rowOf(lane) === rowOf(cell))).textContent;
        steps.push(() => (name.textContent = unbroken));
      }
      steps.push(() => {
        lanes[0].classList.remove("shared");
        names.forEach((name) => name.remove());
        for (const cell of cells) {
          cell.classList.remove("shared");
          cell.style.removeProperty("--row");
        }
      });
    }
    for (const line of all(".handoff,.handoff-run", map)) {
      if (moved.has(rowOf(line))) line.style.setProperty("--row", moved.get(rowOf(line)));
      if (line.matches(".handoff") && moved.has(endOf(line))) line.style.setProperty("--to", moved.get(endOf(line)) + 1);
      steps.push(() => ["--row", "--to"].forEach((name) => line.style.removeProperty(name)));
    }
    return () => steps.forEach((step) => step());
  };
})();
