// The sheets of a poster: which columns and lanes of the map each has, its head and its foot.
(() => {
  const { find, all } = cjsite;
  // As much of a column as its arrow takes.
  const ARROW = 0.1;
  const PARTS = ":scope>:is(.intro,.facts,.decisions,.map,.legend)";
  // Ways to give lanes to sheets, by the classes of each sheet: see the stylesheet.
  const LANES = {
    whole: ["felt said work more"],
    short: ["felt said work more short"],
    bare: ["felt said work more short bare"],
    halves: ["felt said", "work more"],
    quarters: ["felt", "said", "work", "more"],
  };
  const GROUPS = {
    felt: ".feeling",
    said: ".thinking,.pains,.gains,.opportunities,.story",
    work: ".department,.systems,.handoffs",
    more: ".effort,.props,.scores,.own,.evidence,.measures",
  };

  // Where a sheet may end: after a stage, or if need be after a step.
  function ends(map) {
    let column = 0;
    return all(".stage", map).flatMap((stage) => {
      const steps = all(".step", stage).map((step) => (column += all("article", step).length));
      return steps.map((end) => ({ end, isStage: end === column }));
    });
  }

  // The columns of as many sheets, about as many on each.
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

  // Whether the map has any of the lanes that a sheet is for.
  const isFilled = (map, kind) => kind.split(" ").some((group) => GROUPS[group] && find(`.lane:is(${GROUPS[group]})`, map));

  // What each sheet of a layout shows: its columns, and which lanes.
  function plan(map, count, lanes) {
    const kinds = LANES[lanes].filter((kind) => isFilled(map, kind));
    const parts = ranges(map, count);
    return parts.flatMap((range) => kinds.map((kind) => ({ range, kind, isLast: range === parts.at(-1) })));
  }

  function show(map, [first, last]) {
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
    endRuns(map, last);
  }

  // Lines to columns of a later sheet end with this one: what is wider than a sheet would make all of them smaller.
  function endRuns(map, last) {
    const columns = all("article", map);
    for (const run of all(".handoff-run", map)) {
      const room = last - columns.indexOf(run.closest("article")) - 1;
      const length = Number(run.className.match(/\bn(\d+)/)?.[1] ?? 0);
      run.hidden = length > room && room < 1;
      if (length > room) run.style.setProperty("--n", room - ARROW);
      else run.style.removeProperty("--n");
    }
  }

  function made(name, className, ...content) {
    const element = document.createElement(name);
    element.className = className;
    element.append(...content);
    return element;
  }

  function copied(element) {
    const copy = element.cloneNode(true);
    for (const part of [copy, ...all("[id]", copy)]) part.removeAttribute("id");
    return copy;
  }

  const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  function head(map, place) {
    const stages = all(".stage:not([hidden]) h2", map).map((title) => title.textContent.trim());
    const names = [...new Set([stages[0], stages.at(-1)])].join(" – ");
    return made("p", "sheet-head", made("b", "", find("h1").textContent), made("span", "", `${place}: ${names}`));
  }

  function leftOut(map) {
    const lanes = all(".lane[data-left]", map).map((lane) => sentence(find("b", lane).textContent));
    const list = () => new Intl.ListFormat(document.documentElement.lang).format(new Set(lanes));
    return lanes.length ? find(".sheet-words").dataset.leftOut.replace("{lanes}", list) : "";
  }

  function foot(place) {
    const copy = copied(find("body>.foot"));
    copy.prepend(made("p", "", place));
    return copy;
  }

  // Whose the lines are, where these do not end, so that no names stand there.
  function personKeys() {
    return all(".person-choice label").map((label) => {
      const key = made("li", "person-key", ...[...copied(find("span", label)).childNodes]);
      key.classList.toggle("chosen", find("input", label).checked);
      return key;
    });
  }

  // Give a sheet the columns and lanes of its part of a plan. Returns how to undo that.
  function fill(sheet, { range, kind, isLast }, place, isFirst) {
    const map = find(".map", sheet);
    // Chromium keeps the heights of rows whose cells have changed in a subgrid of a subgrid, unless they are laid out anew.
    map.hidden = true;
    sheet.className = `sheet ${kind}${isLast ? " ending" : ""}`;
    for (const part of all(":scope>:is(.intro,.facts,.decisions)", sheet)) part.hidden = !isFirst;
    show(map, range);
    const whole = cjsite.posterRows(map, kind);
    const missing = leftOut(map);
    const below = [...(missing ? [made("p", "left-out", missing)] : []), foot(place)];
    const above = isFirst ? [] : [head(map, place)];
    sheet.append(...below);
    sheet.prepend(...above);
    const keys = isLast || !kind.includes("felt") ? [] : personKeys();
    find(".legend ul", sheet)?.append(...keys);
    map.getBoundingClientRect();
    map.hidden = false;
    return () => {
      keys.forEach((key) => key.remove());
      [...above, ...below].forEach((part) => part.remove());
      whole();
    };
  }

  // Move the map and what goes with it into a sheet, on which layouts are tried. Returns that, and how to undo it.
  function gather(journey) {
    const parts = all(PARTS, journey);
    const places = parts.map((part) => {
      const place = document.createComment("");
      part.replaceWith(place);
      return place;
    });
    const sheet = made("div", "sheet ending felt", ...parts);
    cjsite.newPosterRows();
    journey.classList.add("sheets");
    journey.prepend(sheet);
    const map = find(".map", sheet);
    return [sheet, () => {
      parts.forEach((part, index) => {
        part.hidden = false;
        places[index].replaceWith(part);
      });
      sheet.remove();
      journey.classList.remove("sheets");
      for (const part of all(".stage,.step", map)) part.hidden = false;
      for (const stage of all(".stage", map)) stage.style.removeProperty("--n");
      endRuns(map, Infinity);
      cjsite.wholeMap(map);
    }];
  }

  // Put a copy of the sheet beside it for each part of a plan, without what that does not show.
  function copies(sheet, plan, placeOf) {
    return plan.map((part, index) => {
      const copy = index ? copied(sheet) : sheet.cloneNode(true);
      if (index) for (const above of all(":scope>:is(.intro,.facts,.decisions)", copy)) above.remove();
      sheet.parentNode.append(copy);
      fill(copy, part, placeOf(index), index === 0);
      for (const hidden of all(".stage[hidden],.step[hidden],.lane[hidden]", copy)) hidden.remove();
      return copy;
    });
  }

  cjsite.sheets = { plan, gather, fill, copies };
})();
