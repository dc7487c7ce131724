// The list of journeys: find, choose and sort, kept in the address so that a choice can be shared. Where the list has
// several pages, what is asked for is looked for on all of them, in files that are loaded when they are first needed.
(() => {
  const STEP = 100;
  const form = () => cjsite.find("form[data-list]");
  const list = () => cjsite.find("[data-rows]");
  const rows = () => [...(list()?.children ?? [])];
  const files = () => Number(form().dataset.files || 0);
  let loading = null;

  function fits(row, words, choices) {
    if (!words.every((word) => row.words.includes(word))) return false;
    return choices.every(({ dataset, value }) => {
      const own = row[dataset.match];
      // A product is one text, departments and states are words among others.
      return dataset.match === "product" ? own === value : own.split(" ").includes(value);
    });
  }

  function place(row, key) {
    return key in row ? Number(row[key]) : Infinity;
  }

  // How two rows of the list are compared; rank: its place in the order that the server chose.
  function comparing(key, rank) {
    return key === "title"
      ? (a, b) => a.title.localeCompare(b.title, document.documentElement.lang)
      : (a, b) => (key && place(a, key) - place(b, key)) || rank(a) - rank(b);
  }

  function sort(key) {
    const ranks = new Map(list().dataset.rows.split(" ").map((id, index) => [id, index]));
    const compare = comparing(key, (row) => ranks.get(row.id));
    const all = rows();
    const sorted = [...all].sort((a, b) => compare(a.dataset, b.dataset));
    if (sorted.some((row, index) => row !== all[index])) list().append(...sorted);
  }

  function asked() {
    const fields = form().elements;
    const words = fields.q.value.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ").split(/\s+/).filter(Boolean);
    const choices = cjsite.all("select[data-match]", form()).filter((select) => select.value);
    return { words, choices, key: fields.sort.value };
  }

  function tell(shown, total) {
    const count = cjsite.find(".count", form());
    count.textContent = cjsite.filled(count.dataset.count, { shown, total });
    cjsite.find("[data-nothing]").hidden = shown > 0;
  }

  function show() {
    if (!rows().length) return;
    if (files()) return showOfAll();
    const { words, choices, key } = asked();
    for (const row of rows()) row.hidden = !fits(row.dataset, words, choices);
    sort(key);
    tell(rows().filter((row) => !row.hidden).length, rows().length);
  }

  // One file after the other: each is a script that puts its rows into a global.
  async function load() {
    const all = [];
    for (let number = 1; number <= files(); number += 1) {
      const name = `journeys-${number}`;
      await new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `${document.body.dataset.root}lists/${name}.js`;
        script.onload = done;
        script.onerror = failed;
        document.head.append(script);
      });
      all.push(...window.cjsiteLists[name]);
    }
    return all;
  }

  async function showOfAll() {
    const { words, choices, key } = asked();
    if (!words.length && !choices.length && !key) return showPage();
    loading ??= load();
    const all = await loading;
    // While files were on their way, something else may have been asked for.
    const now = asked();
    if (!now.words.length && !now.choices.length && !now.key) return showPage();
    const ranks = new Map(all.map((row, index) => [row, index]));
    const found = all.filter((row) => fits(row, now.words, now.choices));
    found.sort(comparing(now.key, (row) => ranks.get(row)));
    showResults(found);
    tell(found.length, all.length);
  }

  function showPage() {
    cjsite.find("[data-results]")?.remove();
    swap(true);
    const count = cjsite.find(".count", form());
    tell(rows().length, count.dataset.total);
  }

  // The page's own rows and the ways to the other pages, or the results in their place.
  function swap(own) {
    for (const part of [list(), cjsite.find(".journeys-head"), cjsite.find(".pages-nav")]) if (part) part.hidden = !own;
  }

  function showResults(found) {
    swap(false);
    cjsite.find("[data-results]")?.remove();
    const results = document.createElement("ul");
    results.className = "ranks results";
    results.dataset.results = "";
    list().after(results);
    append(results, found, 0);
  }

  function append(results, found, from) {
    results.append(...found.slice(from, from + STEP).map(result));
    const rest = found.length - from - STEP;
    if (rest <= 0) return;
    const more = results.appendChild(document.createElement("li"));
    const button = more.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "button";
    button.textContent = cjsite.filled(form().dataset.more, { n: Math.min(rest, STEP) });
    button.addEventListener("click", () => {
      more.remove();
      append(results, found, from + STEP);
      results.children[from + STEP].querySelector("a").focus();
    });
  }

  function result(row) {
    const item = document.createElement("li");
    const text = item.appendChild(document.createElement("p"));
    const link = text.appendChild(document.createElement("a"));
    link.href = document.body.dataset.root + row.url;
    link.textContent = row.title;
    if (row.language) link.lang = row.language;
    text.appendChild(document.createElement("span")).textContent = row.note;
    const low = item.appendChild(document.createElement("span"));
    low.className = "state";
    low.textContent = row.low;
    return item;
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
    if (!event.target.matches("form[data-list]")) return;
    event.preventDefault();
    // All fits already: whoever asks for it is led to it.
    cjsite.all("#journeys :is([data-rows],[data-results]) a").find((link) => link.offsetParent)?.focus();
  });
  // While a preview runs, a newer version of the page may bring rows in the order that the server chose.
  document.addEventListener("preview:shown", () => {
    loading = null;
    if (form()) show();
  });
  if (form()) {
    restore();
    show();
  }
})();
