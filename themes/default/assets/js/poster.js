// Posters: before a map is printed, it is laid out on sheets. The layout with the fewest sheets is chosen in which all of
// it has room at a size that can be read, then the largest size in which it still has. What is free then goes to what
// customers say, and to the curve. Lengths are measured, since print's stylesheet holds for the screen meanwhile: only so
// does every language get the room that it takes.
(() => {
  const { find, all } = cjsite;
  const root = document.documentElement;
  const MOST_SHEETS = 24;
  const MOST_LARGER = 1.25;
  const MOST_HIGHER = 1.5;
  let undo = [];

  const number = (property) => Number(cjsite.styled(property)) || 1;
  const bottom = (element) => element.getBoundingClientRect().bottom;
  const mapOf = (sheet) => find(".map", sheet);
  const putBack = () => undo.splice(0).reverse().forEach((step) => step());
  const set = (sheet, size) => sheet.style.setProperty("--set", size);

  // The corner is a pixel wider than its column, and all of them are rounded.
  const isWide = (map) => find(".stages", map).offsetWidth + find(".corner", map).offsetWidth > map.offsetWidth + 3;
  const isFull = (sheet) => bottom(sheet.lastElementChild) > bottom(sheet) + 0.5 || isWide(mapOf(sheet));

  // Layouts by the number of their sheets; one that leaves out lanes only where that saves a second sheet.
  function* layouts() {
    yield [1, "whole"];
    yield [1, "short"];
    yield [1, "bare"];
    for (let count = 2; count <= MOST_SHEETS; count++) {
      if (count % 2 === 0) yield [count / 2, "halves"];
      yield [count, "whole"];
      if (count % 4 === 0) yield [count / 4, "quarters"];
    }
  }

  const placeOf = (index, total) =>
    total > 1 ? find(".sheet-words").dataset.place.replace("{n}", index + 1).replace("{total}", total) : "";

  // Whether every part of a plan has room on the sheet, one after the other.
  function hasRoom(sheet, plan) {
    return plan.every((part, index) => {
      const empty = cjsite.sheets.fill(sheet, part, placeOf(index, plan.length), index === 0);
      const full = isFull(sheet);
      empty();
      return !full;
    });
  }

  function chosen(sheet) {
    set(sheet, number("--least"));
    const map = mapOf(sheet);
    for (const [count, lanes] of layouts()) {
      const plan = cjsite.sheets.plan(map, count, lanes);
      if (hasRoom(sheet, plan)) return plan;
    }
    // Nothing is cut off: it is set smaller than it should be.
    return cjsite.sheets.plan(map, Math.ceil(all("article", map).length / 10), "quarters");
  }

  // Set a sheet as large as it has room for, between two sizes. Returns that size.
  function largest(sheet, least, most) {
    const fits = (size) => {
      set(sheet, size);
      return !isFull(sheet);
    };
    let [low, high] = fits(least) ? [least, most] : [0.3, least];
    for (let step = 0; step < 7; step++) {
      const middle = (low + high) / 2;
      if (fits(middle)) low = middle;
      else high = middle;
    }
    set(sheet, low);
    return low;
  }

  // Give what is free on a sheet to what customers say, then to the curve.
  function spread(sheet, size) {
    const map = mapOf(sheet);
    for (const quote of [1.6, 1.45, 1.3, 1.15, 1]) {
      map.style.setProperty("--quote", quote);
      map.classList.toggle("roomy", quote > 1);
      const breaks = all(".cell.thinking", map).some((cell) => cell.scrollWidth > cell.clientWidth + 1);
      if (!isFull(sheet) && !breaks) break;
    }
    const high = find(".feeling-ground", map).getBoundingClientRect().height;
    const free = () => bottom(sheet) - bottom(sheet.lastElementChild) - 1;
    if (high && free() > 0) {
      map.style.setProperty("--lane", `calc(var(--k)*var(--lane-height)*${1 + Math.min(free() / high, MOST_HIGHER)})`);
    }
    sheet.lastElementChild.style.marginBlockStart = `${Math.max(free(), 0) / size}px`;
  }

  // ---- Before and after ----
  function withoutLinks() {
    if (location.protocol !== "file:") return;
    // They would hold where the page lies on this machine.
    const links = all("a[href]").map((link) => [link, link.getAttribute("href")]);
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
    const spaces = all(".map .chip>:not(.tile,:last-child)").map((part) => {
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
    const plan = chosen(whole);
    const sheets = cjsite.sheets.copies(whole, plan, (index) => placeOf(index, plan.length));
    // Away with it: what is named twice, like the tones of the line, is looked up where it stands first.
    whole.remove();
    undo.push(() => {
      sheets[0].before(whole);
      sheets.forEach((sheet) => sheet.remove());
    });
    const sizes = sheets.map((sheet) => largest(sheet, number("--least"), number("--most")));
    sheets.forEach((sheet, index) => {
      // Sheets that lie side by side are read at about one size.
      const size = Math.min(sizes[index], MOST_LARGER * Math.min(...sizes));
      set(sheet, size);
      spread(sheet, size);
      cjsite.posterWords(mapOf(sheet), size);
    });
  }

  addEventListener("beforeprint", lay);
  addEventListener("afterprint", putBack);
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? lay() : putBack()));
  // A page that was made for one paper is not printed by hand.
  if (root.dataset.paper) addEventListener("load", lay);
})();
