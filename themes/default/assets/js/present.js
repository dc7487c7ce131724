// Presentation: overview, each stage, and now against the future. Everything it needs to know stands in the document:
// the chosen slide is the index in the data of <body>.
(() => {
  const { find, all } = cjsite;
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

  function layOut(stage) {
    const map = find("#map");
    map.style.zoom = map.style.inlineSize = "";
    find("#journey").style.removeProperty("--top");
    cjsite.wholeMap(map);
    if (stage) {
      const first = columnsBefore(stage);
      cjsite.window(map, first, first + all("article", stage).length);
    }
    const journey = find("#journey");
    // A stage with much text is set smaller until it fits the height.
    for (const scale of [1, 0.9, 0.8, 0.7, 0.62]) {
      journey.style.setProperty("--scale", scale);
      if (map.scrollHeight <= map.clientHeight + 1) break;
    }
  }

  function label(list, index, stage) {
    const show = find("#show");
    show.hidden = false;
    const words = show.dataset;
    const place = words.place.replace("{n}", index).replace("{total}", stages().length);
    find(".show-title b", show).textContent = find("h1").textContent;
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
    find("#journey").style.removeProperty("--scale");
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
