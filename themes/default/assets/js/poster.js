// Posters: before a map is printed, it is laid out on sheets. The layout with the fewest sheets is chosen in which all of
// it has room at a size that can be read, then the largest size in which it still has. What is free then goes to what
// customers say, and to the curve. Lengths are measured, since print.css holds for the screen meanwhile: only so does
// every language get the room that it takes.
(() => {
  const { find, all } = cjsite;
  const root = document.documentElement;
  const MOST_SHEETS = 12;
  const LANES = { whole: [""], short: ["short"], apart: ["ahead", "behind"] };
  let undo = [];

  const number = (property) => Number(cjsite.styled(property)) || 1;
  const bottom = (element) => element.getBoundingClientRect().bottom;
  const mapOf = (sheet) => find(".map", sheet);
  const putBack = () => undo.splice(0).reverse().forEach((step) => step());

  // ---- Columns: sheets end at stages if they can, else at steps ----
  function ends(map) {
    let column = 0;
    return all(".stage", map).flatMap((stage) => {
      const steps = all(".step", stage).map((step) => (column += all("article", step).length));
      return steps.map((end) => ({ end, isStage: end === column }));
    });
  }

  function ranges(map, sheets) {
    const places = ends(map);
    const total = places.at(-1).end;
    const borders = [0];
    for (let sheet = 1; sheet < sheets; sheet++) {
      const far = ({ end, isStage }) => Math.abs(end - (total * sheet) / sheets) + (isStage ? 0 : total / sheets / 4);
      const free = places.filter(({ end }) => end > borders.at(-1) && end < total);
      if (free.length) borders.push(free.reduce((best, place) => (far(place) < far(best) ? place : best)).end);
    }
    return borders.map((first, index) => [first, borders[index + 1] ?? total]);
  }

  function show(map, first, last) {
    let column = 0;
    for (const stage of all(".stage", map)) {
      let shown = 0;
      for (const step of all(".step", stage)) {
        const count = all("article", step).length;
        step.hidden = column < first || column >= last;
        shown += step.hidden ? 0 : count;
        column += count;
      }
      stage.hidden = !shown;
      stage.style.setProperty("--n", shown);
    }
    cjsite.window(map, first, last);
  }

  // ---- Sheets ----
  function copied(element) {
    const copy = element.cloneNode(true);
    for (const part of [copy, ...all("[id]", copy)]) part.removeAttribute("id");
    return copy;
  }

  function made(name, className, ...content) {
    const element = document.createElement(name);
    element.className = className;
    element.append(...content);
    return element;
  }

  function headOf(sheet, place) {
    const stages = all(".stage:not([hidden]) h2", mapOf(sheet)).map((title) => title.textContent.trim());
    const names = [...new Set([stages[0], stages.at(-1)])].join(" – ");
    sheet.prepend(made("p", "sheet-head", made("b", "", find("h1").textContent), made("span", "", `${place}: ${names}`)));
  }

  function footOf(sheet, place) {
    const foot = copied(find("body>.foot"));
    if (place) foot.prepend(made("p", "", place));
    const lanes = all(".lane", mapOf(sheet)).filter((lane) => getComputedStyle(lane).display === "none");
    const names = lanes.filter((lane) => lane.dataset.left !== undefined).map((lane) => find("b", lane).textContent);
    const words = find("#sheets").dataset;
    if (names.length) sheet.append(made("p", "left-out", words.leftOut.replace("{lanes}", [...new Set(names)].join(", "))));
    sheet.append(foot);
  }

  function layOut(count, lanes) {
    const journey = find("#journey");
    const moved = all(":scope>:is(.intro,.facts,.decisions,.map,.legend)", journey);
    const places = moved.map((part) => {
      const place = document.createComment("");
      part.replaceWith(place);
      return place;
    });
    const map = moved.find((part) => part.matches(".map"));
    const parts = ranges(map, count).flatMap((range) => LANES[lanes].map((kind) => ({ range, kind })));
    const others = parts.map((_, index) => (index ? moved.filter((part) => part.matches(".map,.legend")).map(copied) : moved));
    const sheets = others.map((content, index) => made("div", `sheet ${parts[index].kind}`, ...content));
    journey.classList.add("sheets");
    journey.prepend(...sheets);
    undo.push(() => {
      moved.forEach((part, index) => places[index].replaceWith(part));
      sheets.forEach((sheet) => sheet.remove());
      journey.classList.remove("sheets");
      for (const part of all(".stage,.step", map)) part.hidden = false;
      for (const stage of all(".stage", map)) stage.style.removeProperty("--n");
      map.style.removeProperty("--lane");
      map.style.removeProperty("--quote");
      cjsite.wholeMap(map);
    });
    sheets.forEach((sheet, index) => {
      const { total, n } = { total: sheets.length, n: index + 1 };
      const place = total > 1 ? find("#sheets").dataset.place.replace("{n}", n).replace("{total}", total) : "";
      show(mapOf(sheet), ...parts[index].range);
      undo.push(cjsite.posterRows(mapOf(sheet), parts[index].kind === "short"));
      if (index) headOf(sheet, place);
      footOf(sheet, place);
    });
    return sheets;
  }

  // ---- Size ----
  const set = (size) => root.style.setProperty("--set", size);
  const isWide = (map) => find(".stages", map).offsetWidth + find(".corner", map).offsetWidth > map.offsetWidth + 1;
  const isFull = (sheet) => bottom(sheet.lastElementChild) > bottom(sheet) + 0.5 || isWide(mapOf(sheet));

  function fits(sheets, size) {
    set(size);
    return !sheets.some(isFull);
  }

  function largest(sheets, least, most) {
    let [low, high] = [least, most];
    if (fits(sheets, high)) return high;
    for (let step = 0; step < 7; step++) {
      const middle = (low + high) / 2;
      if (fits(sheets, middle)) low = middle;
      else high = middle;
    }
    return low;
  }

  // Layouts by the number of their sheets; one that leaves out lanes only where that saves a sheet.
  function* layouts() {
    yield [1, "whole"];
    yield [1, "short"];
    for (let count = 2; count <= MOST_SHEETS; count++) {
      yield [count, "whole"];
      if (count % 2 === 0) yield [count / 2, "apart"];
    }
  }

  function settled() {
    for (const [count, lanes] of layouts()) {
      const sheets = layOut(count, lanes);
      if (fits(sheets, number("--least"))) return [sheets, largest(sheets, number("--least"), number("--most"))];
      putBack();
    }
    // Nothing is cut off: it is set smaller than it should be.
    const sheets = layOut(Math.ceil(ends(find(".map")).at(-1).end / 10), "apart");
    return [sheets, largest(sheets, 0.3, number("--least"))];
  }

  function fill(sheet) {
    const map = mapOf(sheet);
    const lane = find(".feeling-ground", map);
    for (const quote of [1.3, 1.2, 1.1, 1]) {
      map.style.setProperty("--quote", quote);
      if (!isFull(sheet)) break;
    }
    const high = lane.getBoundingClientRect().height;
    const foot = sheet.lastElementChild;
    const free = foot.getBoundingClientRect().top - bottom(foot.previousElementSibling);
    const more = high && Math.min(Math.max(free - 2, 0) / high, 0.9);
    if (more) map.style.setProperty("--lane", `calc(var(--k)*var(--lane-height)*${1 + more})`);
  }

  // ---- Before and after ----
  function withoutLinks() {
    if (location.protocol !== "file:") return;
    // They would hold where the page lies on this machine.
    const links = all("a[href]").map((link) => [link, link.getAttribute("href")]);
    for (const [link] of links) link.removeAttribute("href");
    undo.push(() => links.forEach(([link, address]) => link.setAttribute("href", address)));
  }

  function forPaper() {
    const styles = find("link[media=print]");
    if (styles) styles.media = "all";
    const zoom = find("[name=zoom]:checked");
    const read = find("#zoom-read");
    if (read) read.checked = true;
    undo.push(() => {
      if (styles) styles.media = "print";
      if (zoom) zoom.checked = true;
      root.style.removeProperty("--set");
    });
  }

  function lay() {
    if (undo.length) return;
    withoutLinks();
    if (!find("#journey .map") || cjsite.presenting()) return;
    forPaper();
    // Where there is no room to lay out a map, on a phone, it is printed as the stylesheet says.
    if (getComputedStyle(find(".map .stages")).display !== "grid") return;
    const [sheets, size] = settled();
    set(size);
    for (const sheet of sheets) {
      fill(sheet);
      undo.push(cjsite.posterWords(mapOf(sheet), size));
    }
  }

  addEventListener("beforeprint", lay);
  addEventListener("afterprint", putBack);
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? lay() : putBack()));
  // A page that was made for one paper is not printed by hand.
  if (root.dataset.paper) addEventListener("load", lay);
})();
