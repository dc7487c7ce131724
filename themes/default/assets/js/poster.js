// Posters: before a map is printed, it is laid out on sheets. The layout with the fewest sheets is chosen in which all of
// it has room at a size that can be read, then the largest size in which it still has. What is free then goes to what
// customers say, and to the curve. Lengths are measured, since print's stylesheet holds for the screen meanwhile: only so
// does every language get the room that it takes.
(() => {
  const { find, all } = cjsite;
  const root = document.documentElement;
  const MOST_SHEETS = 24;
  const MOST_LARGER = 1.25;
  const MOST_HIGHER = 2.5;
  const MOST_SPREAD = 0.25;
  const MOST_QUOTE = 1.6;
  // What customers say is set larger only where a line of it is still longer than so many of its letters are high.
  const LEAST_LINE = 9;
  const CLOSE = 0.985;
  let undo = [];

  const number = (property) => Number(cjsite.styled(property)) || 1;
  const bottom = (element) => element.getBoundingClientRect().bottom;
  const mapOf = (sheet) => find(".map", sheet);
  const putBack = () => undo.splice(0).reverse().forEach((step) => step());
  const set = (sheet, size) => sheet.style.setProperty("--set", size);

  const isFull = (sheet) => bottom(sheet.lastElementChild) > bottom(sheet) + 0.5;

  // The lengths of a map, from which follows how wide it is at least: so nothing is laid out that is too wide.
  function lengths(sheet) {
    const probes = ["--names", "--column", "--ends"].map((name) => {
      const probe = document.createElement("i");
      probe.style.display = "block";
      probe.style.inlineSize = `var(${name},0px)`;
      return probe;
    });
    sheet.append(...probes);
    const [names, column, ends] = probes.map((probe) => parseFloat(getComputedStyle(probe).inlineSize));
    probes.forEach((probe) => probe.remove());
    return { names, column, ends, width: sheet.getBoundingClientRect().width };
  }

  // The largest size at which the columns of a part of a plan have room side by side.
  const widest = ({ names, column, ends, width }, { range: [first, last], kind, isLast }) =>
    width / (names + (last - first) * column + (isLast && kind.includes("felt") ? ends : 0));

  // Layouts by the number of their sheets; one that leaves out lanes only where that saves a second sheet.
  // quarters: the sheets of one part whose lanes are parted most.
  function* layouts(quarters) {
    yield [1, "whole"];
    yield [1, "short"];
    yield [1, "bare"];
    for (let count = 2; count <= MOST_SHEETS; count++) {
      if (count % 2 === 0) yield [count / 2, "halves"];
      yield [count, "whole"];
      if (count % quarters === 0) yield [count / quarters, "quarters"];
    }
  }

  const placeOf = (index, total) =>
    total > 1 ? cjsite.filled(find(".sheet-words").dataset.place, { n: index + 1, total }) : "";

  // Whether every part of a plan has room on the sheet, one after the other.
  function hasRoom(sheet, plan, least, map) {
    if (plan.some((part) => widest(map, part) < least)) return false;
    return plan.every((part, index) => {
      const empty = cjsite.sheets.fill(sheet, part, placeOf(index, plan.length), index === 0);
      const full = isFull(sheet);
      empty();
      return !full;
    });
  }

  function chosen(sheet, least, widths) {
    set(sheet, least);
    const map = mapOf(sheet);
    const quarters = cjsite.sheets.plan(map, 1, "quarters").length;
    for (const [count, lanes] of layouts(quarters)) {
      const plan = cjsite.sheets.plan(map, count, lanes);
      if (hasRoom(sheet, plan, least, widths)) return plan;
    }
    // Nothing is cut off: it is set smaller than it should be.
    return cjsite.sheets.plan(map, Math.ceil(all("article", map).length / 10), "quarters");
  }

  // Set a sheet as large as it has room for, between two sizes. Returns that size.
  function largest(sheet, least, most) {
    const high = () => bottom(sheet) - sheet.getBoundingClientRect().top;
    const filled = (size) => {
      set(sheet, size);
      return (bottom(sheet.lastElementChild) - sheet.getBoundingClientRect().top) / high();
    };
    let [low, lowFilled] = [Math.min(least, most), 0];
    while ((lowFilled = filled(low)) > 1 && low > 0.3) low *= 0.85;
    let [top, topFilled] = [low < least ? low / 0.85 : most, 0];
    if (top <= low) return low;
    topFilled = filled(top);
    if (topFilled <= 1) return top;
    // The larger, the more words go to further lines: a straight line between two sizes leads to one that has room. Where
    // it has led to one that has none, height grows by leaps, and the middle is nearer.
    for (let step = 0, missed = false; step < 7 && lowFilled < CLOSE && top / low > 1.01; step++) {
      const share = missed ? 0.5 : (1 - lowFilled) / (topFilled - lowFilled);
      const size = low + (top - low) * share;
      const now = filled(size);
      missed = now > 1 && !missed;
      if (now <= 1) [low, lowFilled] = [size, now];
      else [top, topFilled] = [size, now];
    }
    set(sheet, low);
    return low;
  }

  // How much larger than other words what customers say may be, for its shortest lines.
  function largestQuote(map) {
    const lines = all(".cell.thinking", map).map((cell) => cell.clientWidth / parseFloat(getComputedStyle(cell).fontSize));
    return Math.min(MOST_QUOTE, ...lines.map((line) => line / LEAST_LINE));
  }

  // Give a map a height, and what that adds to the lanes that it shows.
  function heighten(map, height) {
    const rows = [];
    for (const lane of all(".lane:not(.touchpoint,.feeling)", map)) {
      if (lane.getClientRects().length) rows[getComputedStyle(lane).gridRowStart - 1] = "auto";
    }
    map.style.gridAutoRows = "min-content";
    map.style.gridTemplateRows = Array.from(rows, (row) => row ?? "min-content").join(" ");
    map.style.minBlockSize = `${height}px`;
  }

  // Give what is free on a sheet to what customers say, then to the curve, and then to all lanes.
  function spread(sheet, size) {
    const map = mapOf(sheet);
    const free = () => bottom(sheet) - bottom(sheet.lastElementChild) - 1;
    const quote = find(".cell.thinking", map) && free() > 0 ? largestQuote(map) : 1;
    for (const larger of quote > 1 ? [quote, (1 + quote) / 2, 1] : []) {
      map.style.setProperty("--quote", larger);
      if (!isFull(sheet)) break;
    }
    const high = find(".feeling-ground", map).getBoundingClientRect().height;
    if (high && free() > 0 && !find(".unfelt", map)) {
      map.style.setProperty("--lane", `calc(var(--k)*var(--lane-height)*${1 + Math.min(free() / high, MOST_HIGHER)})`);
    }
    const rest = Math.min(free(), MOST_SPREAD * map.getBoundingClientRect().height);
    if (rest > 0) heighten(map, (map.getBoundingClientRect().height + rest) / size);
    sheet.lastElementChild.style.marginBlockStart = `${Math.max(free(), 0) / size}px`;
  }

  // ---- Before and after ----
  function withoutLinks() {
    if (location.protocol !== "file:") return;
    // They would hold where the page lies on this machine.
    const here = all("a[href]").filter(({ protocol }) => (protocol ?? "file:") === "file:");
    const links = here.map((link) => [link, link.getAttribute("href")]);
    for (const [link] of links) link.removeAttribute("href");
    undo.push(() => links.forEach(([link, address]) => link.setAttribute("href", address)));
  }

  function withPrintStyles() {
    const styles = find("link[media=print]");
    if (styles) styles.media = "all";
    const zoom = find("[name=zoom]:checked");
    const read = find("#zoom-read");
    if (read) read.checked = true;
    undo.push(() => {
      if (styles) styles.media = "print";
      if (zoom) zoom.checked = true;
    });
  }

  // Bookmarks are made of headings: what stands below one another there is not to run together.
  function withSpaces() {
    const spaces = all(".map .chip>:not(i,:last-child)").map((part) => {
      const space = document.createTextNode(" ");
      part.append(space);
      return space;
    });
    undo.push(() => spaces.forEach((space) => space.remove()));
  }

  function lay() {
    if (undo.length) return;
    withoutLinks();
    if (!find("#journey>.map") || cjsite.presenting()) return;
    withPrintStyles();
    // Where there is no room to lay out a map, on a phone, it is printed as the stylesheet says.
    if (getComputedStyle(find(".map .stages")).display !== "grid") return;
    withSpaces();
    const [whole, scatter] = cjsite.sheets.gather(find("#journey"));
    undo.push(scatter);
    const [least, most] = [number("--least"), number("--most")];
    const widths = lengths(whole);
    const plan = chosen(whole, least, widths);
    const sheets = cjsite.sheets.copies(whole, plan, (index) => placeOf(index, plan.length));
    // Away with it: what is named twice, like the tones of the line, is looked up where it stands first.
    whole.remove();
    undo.push(() => {
      sheets[0].before(whole);
      sheets.forEach((sheet) => sheet.remove());
    });
    const sizes = sheets.map((sheet, index) => largest(sheet, least, Math.min(most, widest(widths, plan[index]))));
    sheets.forEach((sheet, index) => {
      // Sheets that lie side by side are read at about one size.
      const size = Math.min(sizes[index], MOST_LARGER * Math.min(...sizes));
      set(sheet, size);
      spread(sheet, size);
      cjsite.posterWords(mapOf(sheet), size);
      cjsite.wholeWords(sheet);
      cjsite.posterHatching(sheet, size);
    });
  }

  addEventListener("beforeprint", lay);
  addEventListener("afterprint", putBack);
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? lay() : putBack()));
  // A page that was made for one paper is not printed by hand.
  if (root.dataset.paper) addEventListener("load", lay);
})();
