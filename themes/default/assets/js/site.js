// What every page has: light or dark, print, menus that close; and the few helpers that the other files share.
// Listeners stand on the document and look elements up when something happens, so a page whose elements are
// exchanged while it is open keeps working.
const cjsite = {
  find: (selector, inside = document) => inside.querySelector(selector),
  all: (selector, inside = document) => [...inside.querySelectorAll(selector)],
  // What an element says, without the soft hyphens that only show where it may break.
  words: (element) => element.textContent.replaceAll("\u00ad", ""),
  // A number as the page writes it, in its digits; and a text of the page with numbers in the places of its blanks.
  figure(number) {
    const numberingSystem = document.body.dataset.digits ?? "latn";
    return new Intl.NumberFormat(document.documentElement.lang, { numberingSystem }).format(number);
  },
  filled: (text, figures) => text.replace(/\{(\w+)\}/g, (blank, name) => (name in figures ? cjsite.figure(figures[name]) : blank)),
  presenting: () => document.body.classList.contains("presenting"),
  // A map in another language than the site's has a direction of its own.
  rightToLeft: () => (cjsite.find("#journey[dir]") ?? document.documentElement).dir === "rtl",

  // What the stylesheet says of a number or a condition that scripts share with it: a custom property of the root.
  styled: (property) => getComputedStyle(document.documentElement).getPropertyValue(property).trim(),

  // The step that an arrow key asks for in the reading direction: 1, -1, or 0 for any other key.
  direction(key) {
    if (key !== "ArrowRight" && key !== "ArrowLeft") return 0;
    return (key === "ArrowRight") === !cjsite.rightToLeft() ? 1 : -1;
  },

  // Make a map show only the columns from `first` up to `last` (not included), in the same lanes.
  window(map, first, last) {
    map.style.setProperty("--n", last - first);
    cjsite.viewBox(map, first, last);
    let start = 0;
    for (const phase of cjsite.all(".phase", map)) {
      const columns = Number(/\bn(\d+)\b/.exec(phase.className)?.[1] || 1);
      const shown = Math.min(last, start + columns) - Math.max(first, start);
      phase.style.setProperty("--n", Math.max(shown, 1));
      phase.hidden = shown < 1;
      start += columns;
    }
  },

  // A column of the curve is as wide as the view box is high.
  viewBox(map, first, last) {
    const curve = cjsite.find(".curve", map);
    const side = curve?.viewBox.baseVal.height;
    curve?.setAttribute("viewBox", `${first * side} 0 ${(last - first) * side} ${side}`);
  },

  // Undo `window`.
  wholeMap(map) {
    map.style.removeProperty("--n");
    cjsite.viewBox(map, 0, cjsite.all("article", map).length);
    for (const phase of cjsite.all(".phase", map)) {
      phase.style.removeProperty("--n");
      phase.hidden = false;
    }
  },
};

(() => {
  const root = document.documentElement;

  // See early.js. A site that is served needs no cookie, so it sets none.
  function keepForTheSite(theme) {
    const site = new URL(document.body.dataset.root || ".", location.href).pathname;
    document.cookie = `cjsite-theme=${theme}; path=${site}; max-age=31536000; samesite=lax`;
  }

  function switchTheme() {
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    root.dataset.theme = (root.dataset.theme || system) === "dark" ? "light" : "dark";
    try {
      if (location.protocol === "file:") keepForTheSite(root.dataset.theme);
      localStorage.setItem("cjsite-theme", root.dataset.theme);
    } catch {
      // Without storage the choice holds for this page.
    }
  }

  // The search is loaded when somebody is about to look for something: no page needs it before.
  document.addEventListener("focusin", ({ target }) => {
    const src = target.form?.dataset.search;
    if (!src || cjsite.find(`[src="${src}"]`)) return;
    document.head.append(Object.assign(document.createElement("script"), { src }));
  });
  document.addEventListener("keydown", (event) => {
    const box = cjsite.find("[data-search] input");
    if (event.key !== "/" || !box || cjsite.presenting() || event.target.closest("input,select,textarea")) return;
    event.preventDefault();
    box.focus();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-do=theme]")) switchTheme();
    if (event.target.closest("[data-print]")) print();
    for (const menu of cjsite.all("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
})();
