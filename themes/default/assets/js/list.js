// The list of journeys: find, choose and sort, kept in the address so that a choice can be shared.
(() => {
  const form = () => cjsite.find("form[data-list]");
  const list = () => cjsite.find("[data-rows]");
  const rows = () => [...(list()?.children ?? [])];

  function fits(row, words, choices) {
    if (!words.every((word) => row.dataset.words.includes(word))) return false;
    return choices.every(({ dataset, value }) => {
      const own = row.dataset[dataset.match];
      // A product is one text, departments and states are words among others.
      return dataset.match === "product" ? own === value : own.split(" ").includes(value);
    });
  }

  function place(row, key) {
    return key in row.dataset ? Number(row.dataset[key]) : Infinity;
  }

  function sort(key) {
    const order = list().dataset.rows.split(" ");
    const rank = new Map(order.map((id, index) => [id, index]));
    const compare =
      key === "title"
        ? (a, b) => a.dataset.title.localeCompare(b.dataset.title, document.documentElement.lang)
        : (a, b) => (key && place(a, key) - place(b, key)) || rank.get(a.dataset.id) - rank.get(b.dataset.id);
    const all = rows();
    const sorted = [...all].sort(compare);
    if (sorted.some((row, index) => row !== all[index])) list().append(...sorted);
  }

  function show() {
    const fields = form().elements;
    const words = fields.q.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const choices = cjsite.all("select[data-match]", form()).filter((select) => select.value);
    const all = rows();
    if (!all.length) return;
    for (const row of all) row.hidden = !fits(row, words, choices);
    sort(fields.sort.value);
    const shown = all.filter((row) => !row.hidden).length;
    const count = cjsite.find(".count", form());
    count.textContent = count.dataset.count.replace("{shown}", shown).replace("{total}", all.length);
    cjsite.find("[data-nothing]").hidden = shown > 0;
  }

  function remember() {
    const chosen = new URLSearchParams([...new FormData(form())].filter(([, value]) => value));
    const query = chosen.size ?? [...chosen].length ? `?${chosen}` : location.pathname;
    try {
      history.replaceState(history.state, "", query + location.hash);
    } catch {
      // Some browsers refuse a new address for a page that was opened as a file.
    }
  }

  function restore() {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form().elements[name];
      if (field) field.value = value;
      // A department or product that is gone leaves its select without a choice.
      if (field?.selectedIndex === -1) field.value = "";
    }
  }

  function changed(event) {
    if (!event.target.closest?.("form[data-list]")) return;
    show();
    remember();
  }

  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-list]")) event.preventDefault();
  });
  // While a preview runs, a newer version of the page may bring rows in the order that the server chose.
  document.addEventListener("preview:shown", () => form() && show());
  if (form()) {
    restore();
    show();
  }
})();
