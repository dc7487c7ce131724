// The box on every page: a combobox with a list of the best results below it. Listeners stand on the document, since a
// preview exchanges elements.
(() => {
  const MOST = 8;
  const { element, content, address } = cjsiteResults;
  const box = () => cjsite.find("[data-search] input");
  const list = () => document.getElementById("search-list");
  const options = () => cjsite.all("[role=option]", list() ?? document.createDocumentFragment());
  const active = () => options().findIndex((option) => option.getAttribute("aria-selected") === "true");
  let turn = 0;
  if (!box()) return;
  // Before its looks are there the list would push the head of the page apart.
  const looks = new Promise((done) => {
    const { style: href } = box().form.dataset;
    if (cjsite.find(`link[href="${href}"]`)) return done();
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: done, onerror: done });
    document.head.append(link);
  });

  // The list and what is said of it; made when it is first needed.
  function panel() {
    const before = cjsite.find(".search-panel");
    if (before) return before;
    const listbox = element("div", "options");
    listbox.id = "search-list";
    listbox.setAttribute("role", "listbox");
    listbox.setAttribute("aria-label", box().getAttribute("aria-label"));
    const status = element("p", "status");
    status.setAttribute("role", "status");
    const made = element("div", "search-panel", listbox, status);
    made.hidden = true;
    box().closest("header").append(made);
    return made;
  }

  function open(isOpen) {
    panel().hidden = !isOpen;
    box().setAttribute("aria-expanded", String(isOpen && options().length > 0));
    if (!isOpen) choose(-1);
  }

  function choose(number) {
    for (const [index, option] of options().entries()) option.setAttribute("aria-selected", String(index === number));
    const chosen = options()[number];
    if (chosen) box().setAttribute("aria-activedescendant", chosen.id);
    else box().removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  }

  function option(index, url, ...inside) {
    const made = element("a", "result", ...inside);
    made.href = url;
    made.id = `search-option-${index}`;
    made.tabIndex = -1;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    return made;
  }

  function show(results, isAll, shared) {
    const shown = results.slice(0, MOST).map((result, index) => option(index, address(result), ...content(result, shared)));
    if (results.length > MOST) {
      const all = option(MOST, `${box().form.action}?q=${encodeURIComponent(box().value.trim())}`, shared.words.all);
      all.className = "result all";
      shown.push(all);
    }
    panel();
    list().replaceChildren(...shown);
    box().removeAttribute("aria-activedescendant");
    say(shared.words.results.replace("{n}", cjsite.figure(results.length) + (isAll ? "" : "+")), results.length > 0);
    open(true);
  }

  function say(text, isUnseen) {
    const status = cjsite.find(".status", panel());
    status.textContent = text;
    status.classList.toggle("unseen", isUnseen);
  }

  async function look() {
    const own = (turn += 1);
    const text = box().value.trim();
    if (!text) return open(false);
    try {
      const shared = await cjsiteSearch.words();
      await looks;
      let count = 0;
      for await (const { results, isAll } of cjsiteSearch.find(text)) {
        if (own !== turn) return;
        count = results.length;
        // Nothing moves under the hand of whoever has begun to choose.
        if (count && active() < 0) show(results, isAll, shared);
        await new Promise(requestAnimationFrame);
        if (own !== turn) return;
      }
      if (!count) {
        show([], true, shared);
        say(shared.words.none.replace("{words}", text), false);
      }
    } catch {
      // Enter leads to the page of the search, which says so and lists everything that there is.
      if (own === turn) open(false);
    }
  }

  function moved(event) {
    const last = options().length - 1;
    if (event.key === "ArrowDown") choose(active() === last ? -1 : active() + 1);
    else if (event.key === "ArrowUp") choose(active() < 0 ? last : active() - 1);
    else if (event.key === "Escape") {
      turn += 1;
      open(false);
    } else if (event.key === "Enter" && active() >= 0) options()[active()].click();
    else return;
    event.preventDefault();
  }

  document.addEventListener("input", (event) => {
    if (event.target === box()) look();
  });
  document.addEventListener("keydown", (event) => {
    if (event.target !== box() || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (panel().hidden && event.key === "ArrowDown") {
      event.preventDefault();
      look();
    } else if (!panel().hidden) moved(event);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest(".search-panel a")) open(false);
    else if (!event.target.closest("[data-search], .search-panel") && cjsite.find(".search-panel")) open(false);
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === box() && !event.relatedTarget?.closest(".search-panel")) {
      // A press on the list takes the focus before it is a click.
      setTimeout(() => {
        if (document.activeElement !== box() && !cjsite.find(".search-panel:active")) open(false);
      }, 150);
    }
  });
  document.addEventListener("preview:shown", () => cjsiteSearch.forget());
  for (const [name, value] of Object.entries({ role: "combobox", autocomplete: "list", controls: "search-list" })) {
    box().setAttribute(name === "role" ? name : `aria-${name}`, value);
  }
  box().setAttribute("aria-expanded", "false");
  if (document.activeElement === box() && box().value) look();
})();
