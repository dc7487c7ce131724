// Presentation: overview, each stage, and now against the future. Everything it needs to know stands in the document:
// the chosen slide is the index in the data of <body>.
(() => {
  const { find, all } = cjsite;
  // What is set here of the map's properties.
  const OWN = ["--zoom", "--lane", "--stretch"];
  const stages = () => all("#map .stage");
  const slides = () => ["overview", ...stages(), ...(find("#view-compare") ? ["compare"] : [])];
  const current = () => Number(document.body.dataset.slide || 0);

  function columnsBefore(stage) {
    const before = stages().slice(0, stages().indexOf(stage));
    return before.reduce((sum, box) => sum + all("article", box).length, 0);
  }

  function go(wanted) {
    const list = slides();
    const index = Math.max(0, Math.min(list.length - 1, wanted));
    const slide = list[index];
    const stage = typeof slide === "string" ? null : slide;
    document.body.dataset.slide = index;
    document.body.classList.add("presenting");
    document.body.classList.toggle("one", stage !== null);
    stages().forEach((box) => box.classList.toggle("current", box === stage));
    const view = find(slide === "compare" ? "#view-compare" : "#view-now");
    if (view) view.checked = true;
    layOut(stage);
    label(list, index, stage);
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
  // then smaller until the lanes fit the height. Captions of 12 px are 16 px on a screen of 1920.
  function layOut(stage) {
    const map = find("#map");
    const journey = find("#journey");
    const least = innerWidth / 1440;
    const zoomTo = (zoom) => journey.style.setProperty("--zoom", zoom);
    map.style.zoom = map.style.inlineSize = "";
    for (const property of ["--top", ...OWN]) journey.style.removeProperty(property);
    cjsite.wholeMap(map);
    if (stage) {
      const first = columnsBefore(stage);
      cjsite.window(map, first, first + all("article", stage).length);
    }
    zoomTo(1);
    chooseZoom(stage ? "read" : "fit");
    if (!CSS.supports("zoom", "2")) return;
    // A stage of many columns is shown as the whole map is.
    if (stage && leastWidth(map) * least > innerWidth) chooseZoom("fit");
    // Room for words is worth more than size, where there are no more than words.
    const widest = Math.min((innerWidth / leastWidth(map)) * (stage ? 1 : 0.85), innerHeight / 540);
    const tooHigh = () => map.scrollHeight > map.clientHeight + 1;
    for (let zoom = widest; ; zoom *= 0.94) {
      zoomTo(Math.max(zoom, Math.min(least, widest)));
      if (zoom <= least || !tooHigh()) break;
    }
    if (tooHigh()) journey.style.setProperty("--lane", "var(--lowest-lane)");
    // In a higher lane words are as much further from their points, so that they meet no line there either.
    const usual = parseFloat(cjsite.styled("--lane-height")) * parseFloat(getComputedStyle(document.documentElement).fontSize);
    journey.style.setProperty("--stretch", Math.max(1, (find(".feeling-ground", map)?.offsetHeight ?? 0) / usual));
  }

  function label(list, index, stage) {
    const show = find("#show");
    show.hidden = false;
    const words = show.dataset;
    const place = words.place.replace("{n}", index).replace("{total}", stages().length);
    find(".show-title span", show).textContent = stage ? place : list[index] === "compare" ? words.compare : words.overview;
    find("#show-status").textContent = stage
      ? `${cjsite.words(find("h2", stage))}. ${place}`
      : find(".show-title span", show).textContent;
    find("[data-present=back]", show).setAttribute("aria-disabled", index === 0);
    find("[data-present=next]", show).setAttribute("aria-disabled", index === list.length - 1);
    const dots = list.map((slide, number) => {
      const item = document.createElement("li");
      const dot = document.createElement("button");
      dot.type = "button";
      dot.dataset.slide = number;
      dot.ariaLabel = slide === "overview" ? words.overview : slide === "compare" ? words.compare : cjsite.words(find("h2", slide));
      if (number === index) dot.setAttribute("aria-current", "step");
      item.append(dot);
      return item;
    });
    find(".show-dots", show).replaceChildren(...dots);
  }

  function start() {
    document.body.dataset.zoom = find("[name=zoom]:checked")?.value ?? "";
    if (find(".panel:target")) location.hash = "map";
    document.documentElement.requestFullscreen?.().catch(() => {});
    go(0);
    find("[data-present=next]").focus();
  }

  function stop() {
    const map = find("#map");
    document.body.classList.remove("presenting", "one");
    delete document.body.dataset.slide;
    stages().forEach((box) => box.classList.remove("current"));
    for (const property of OWN) find("#journey").style.removeProperty(property);
    chooseZoom(document.body.dataset.zoom);
    cjsite.wholeMap(map);
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
    if (cjsite.presenting()) go(current());
  });
})();
