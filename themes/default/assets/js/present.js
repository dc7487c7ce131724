// Presentation: overview, each stage, and now against the future. Everything it needs to know stands in the document:
// the chosen slide is the index in the data of <body>. A stage that is too much for one slide takes several.
(() => {
  const { find, all } = cjsite;
  // What is set here of the map's properties.
  const OWN = ["--zoom", "--lane", "--stretch"];
  const stages = () => all("#map .stage");
  const parts = new Map();
  const partsOf = (stage) => Array.from({ length: parts.get(stage) ?? 1 }, (_, part) => ({ stage, part }));
  const compare = () => (find("#view-compare") ? [{ name: "compare" }] : []);
  const slides = () => [{ name: "overview" }, ...stages().flatMap(partsOf), ...compare()];
  const dense = find("#journey")?.classList.contains("dense");
  const current = () => Number(document.body.dataset.slide || 0);

  // Show the steps of one part of a stage, and their columns only: parts are as wide as each other, as steps allow.
  function choosePart({ stage, part }, map) {
    const columns = all("article", map);
    const own = all("article", stage);
    const partOf = (step) => {
      const inside = all("article", step);
      const middle = own.indexOf(inside[0]) + inside.length / 2;
      return Math.floor((middle * (parts.get(stage) ?? 1)) / own.length);
    };
    for (const step of all(".step", stage)) step.hidden = partOf(step) !== part;
    const shown = own.filter((column) => !column.closest(".step").hidden);
    if (!shown.length) return;
    const first = columns.indexOf(shown[0]);
    stage.style.setProperty("--n", shown.length);
    cjsite.window(map, first, first + shown.length);
  }

  function showAll(map) {
    for (const stage of stages()) stage.style.removeProperty("--n");
    for (const step of all(".step", map)) step.hidden = false;
    cjsite.wholeMap(map);
  }

  function go(wanted) {
    const list = slides();
    const index = Math.max(0, Math.min(list.length - 1, wanted));
    const slide = list[index];
    const stage = slide.stage ?? null;
    document.body.dataset.slide = index;
    dispatchEvent(new Event("present"));
    document.body.classList.add("presenting");
    document.body.classList.toggle("one", stage !== null);
    stages().forEach((box) => box.classList.toggle("current", box === stage));
    const view = find(slide.name === "compare" ? "#view-compare" : "#view-now");
    if (view) view.checked = true;
    if (!layOut(slide)) {
      parts.set(stage, (parts.get(stage) ?? 1) + 1);
      go(index);
      return;
    }
    label(list, index);
    scrollTo({ left: 0, top: 0, behavior: "instant" });
  }

  // How wide a map is with its columns as narrow as they may be.
  function leastWidth(map) {
    map.style.inlineSize = "1px";
    const ends = parseFloat(getComputedStyle(map).paddingInlineEnd) || 0;
    const width = find(".corner", map).offsetWidth + find(".stages", map).offsetWidth + ends;
    map.style.inlineSize = "";
    return width;
  }

  function chooseZoom(name) {
    const radio = find(`#zoom-${name}`);
    if (radio) radio.checked = true;
  }

  // All is made larger together, so that words on the curve keep their places: as large as the columns fit the width,
  // then smaller until the lanes fit the height. Captions of 12 px are 16 px on a screen of 1920. False: it is too much.
  function layOut(slide) {
    const { stage } = slide;
    const map = find("#map");
    const journey = find("#journey");
    const least = innerWidth / 1440;
    const zoomTo = (zoom) => journey.style.setProperty("--zoom", zoom);
    map.style.zoom = map.style.inlineSize = "";
    for (const property of ["--top", ...OWN]) journey.style.removeProperty(property);
    showAll(map);
    journey.classList.remove("crowded");
    // A stage has few enough columns for their words.
    journey.classList.toggle("dense", dense && !stage);
    if (stage) choosePart(slide, map);
    zoomTo(1);
    chooseZoom(stage ? "read" : "fit");
    if (!CSS.supports("zoom", "2")) return true;
    const splits = stage && (parts.get(stage) ?? 1) < all(".step", stage).length;
    // Many columns of one step are shown as the whole map is.
    if (stage && leastWidth(map) * least > innerWidth) {
      if (splits) return false;
      chooseZoom("fit");
    }
    const tooHigh = () => map.scrollHeight > map.clientHeight + 1;
    const fill = (crowded) => {
      journey.classList.toggle("crowded", crowded);
      journey.style.removeProperty("--lane");
      // Room for words is worth more than size, where there are no more than words.
      const width = crowded ? least : innerWidth / leastWidth(map);
      const widest = Math.min(stage ? width : Math.max(width * 0.85, Math.min(width, least)), innerHeight / 540);
      for (let zoom = widest; ; zoom *= 0.94) {
        zoomTo(Math.max(zoom, Math.min(least, widest)));
        if (zoom <= least || !tooHigh()) break;
      }
      if (tooHigh()) journey.style.setProperty("--lane", "var(--lowest-lane)");
    };
    // Many columns at once, or long words, are faces and a line, and no words smaller than can be read.
    const crowded = !stage && leastWidth(map) * least > innerWidth;
    fill(crowded);
    if (!stage && !crowded && tooHigh()) fill(true);
    if (splits && tooHigh()) return false;
    if (stage && tooHigh()) chooseZoom("fit");
    // In a higher lane words are as much further from their points, so that they meet no line there either.
    const usual = parseFloat(cjsite.styled("--lane-height")) * parseFloat(getComputedStyle(document.documentElement).fontSize);
    journey.style.setProperty("--stretch", Math.max(1, (find(".feeling-ground", map)?.offsetHeight ?? 0) / usual));
    return true;
  }

  function label(list, index) {
    const { stage, part, name } = list[index];
    const show = find("#show");
    show.hidden = false;
    const words = show.dataset;
    const number = stages().indexOf(stage) + 1;
    const count = parts.get(stage) ?? 1;
    const more = count > 1 ? " · {part}/{count}" : "";
    const place = cjsite.filled(words.place + more, { n: number, total: stages().length, part: part + 1, count });
    find(".show-title span", show).textContent = stage ? place : words[name];
    find("#show-status").textContent = stage
      ? `${cjsite.words(find("h2", stage))}. ${place}`
      : find(".show-title span", show).textContent;
    find("[data-present=back]", show).setAttribute("aria-disabled", index === 0);
    find("[data-present=next]", show).setAttribute("aria-disabled", index === list.length - 1);
    const dots = list.map((slide, at) => {
      const item = document.createElement("li");
      const dot = document.createElement("button");
      dot.type = "button";
      dot.dataset.slide = at;
      dot.ariaLabel = slide.stage ? cjsite.words(find("h2", slide.stage)) : words[slide.name];
      if (at === index) dot.setAttribute("aria-current", "step");
      item.append(dot);
      return item;
    });
    find(".show-dots", show).replaceChildren(...dots);
  }

  function start() {
    document.body.dataset.zoom = find("[name=zoom]:checked")?.value ?? "";
    if (find(".panel:target")) location.hash = "map";
    go(0);
    find("[data-present=next]").focus();
  }

  function stop() {
    const map = find("#map");
    document.body.classList.remove("presenting", "one");
    delete document.body.dataset.slide;
    stages().forEach((box) => box.classList.remove("current"));
    const journey = find("#journey");
    journey.classList.remove("crowded");
    journey.classList.toggle("dense", dense);
    for (const property of OWN) journey.style.removeProperty(property);
    chooseZoom(document.body.dataset.zoom);
    parts.clear();
    showAll(map);
    find("#show").hidden = true;
    const view = find("#view-now");
    if (view) view.checked = true;
    if (document.fullscreenElement) document.exitFullscreen();
    find("[data-present-start]")?.focus();
    dispatchEvent(new Event("resize"));
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-present-start]")) start();
    const button = event.target.closest("[data-present]")?.dataset.present;
    if (button === "back") go(current() - 1);
    if (button === "next") go(current() + 1);
    if (button === "end") stop();
    const dot = event.target.closest(".show-dots [data-slide]");
    if (!dot) return;
    go(Number(dot.dataset.slide));
    find(".show-dots [aria-current]").focus();
  });

  document.addEventListener("keydown", (event) => {
    if (!cjsite.presenting() || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      stop();
      return;
    }
    const onButton = event.target.closest("button");
    const page = event.key === "PageDown" || (event.key === " " && !onButton) ? 1 : event.key === "PageUp" ? -1 : 0;
    const step = cjsite.direction(event.key) || page;
    const edge = event.key === "Home" ? 0 : event.key === "End" ? slides().length - 1 : null;
    if (!step && edge === null) return;
    event.preventDefault();
    go(edge ?? current() + step);
  });

  addEventListener("resize", () => {
    if (!cjsite.presenting()) return;
    parts.clear();
    go(current());
  });
})();
