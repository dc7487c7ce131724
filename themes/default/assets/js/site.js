// What every page has: light or dark, print, menus that close; and the few helpers that the other files share.
// Listeners stand on the document and look elements up when something happens, so a page whose elements are
// exchanged while it is open keeps working.
const cjsite = {
  find: (selector, inside = document) => inside.querySelector(selector),
  all: (selector, inside = document) => [...inside.querySelectorAll(selector)],
  presenting: () => document.body.classList.contains("presenting"),
  rightToLeft: () => document.documentElement.dir === "rtl",

  // The step that an arrow key asks for in the reading direction: 1, -1, or 0 for any other key.
  direction(key) {
    if (key !== "ArrowRight" && key !== "ArrowLeft") return 0;
    return (key === "ArrowRight") === !cjsite.rightToLeft() ? 1 : -1;
  },

  // Make a map show only the columns from `first` up to `last` (not included), in the same lanes.
  window(map, first, last) {
    map.style.setProperty("--n", last - first);
    const curve = cjsite.find(".curve", map);
    curve?.setAttribute("viewBox", `${first * 100} 0 ${(last - first) * 100} 100`);
    let start = 0;
    for (const phase of cjsite.all(".phase", map)) {
      const columns = Number(/\bn(\d+)\b/.exec(phase.className)?.[1] || 1);
      const shown = Math.min(last, start + columns) - Math.max(first, start);
      phase.style.setProperty("--n", Math.max(shown, 1));
      phase.hidden = shown < 1;
      start += columns;
    }
  },

  // Undo `window`.
  wholeMap(map) {
    map.style.removeProperty("--n");
    const curve = cjsite.find(".curve", map);
    curve?.setAttribute("viewBox", `0 0 ${cjsite.all("article", map).length * 100} 100`);
    for (const phase of cjsite.all(".phase", map)) {
      phase.style.removeProperty("--n");
      phase.hidden = false;
    }
  },
};

(() => {
  const root = document.documentElement;

  function switchTheme() {
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    root.dataset.theme = (root.dataset.theme || system) === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("cjsite-theme", root.dataset.theme);
    } catch {
      // Without storage the choice holds for this page.
    }
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-do=theme]")) switchTheme();
    if (event.target.closest("[data-print]")) print();
    const menu = cjsite.find("details.lanes-menu[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
})();
