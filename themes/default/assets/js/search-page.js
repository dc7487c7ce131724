// The page of the search: all results, by kind and department, kept in the address so that they can be shared.
(() => {
  const STEP = 50;
  const { element, content, address } = cjsiteResults;
  const form = () => cjsite.find("form[data-search-page]");
  let turn = 0;
  let most = STEP;

  function filter() {
    const { kind, department } = form().elements;
    const wanted = kind.value === "" ? -1 : Number(kind.value);
    if (wanted < 0 && !department?.value) return undefined;
    return ({ k, d }) =>
      (wanted < 0 || k === wanted) && (!department?.value || (d ?? []).includes(department.value));
  }

  function entry(result, shared) {
    const link = element("a", "result", ...content(result, shared));
    link.href = address(result);
    return element("li", "", link);
  }

  function show(results, isAll, isDone, shared) {
    const rows = results.slice(0, most).map((result) => entry(result, shared));
    cjsite.find("[data-found]").replaceChildren(...rows);
    swap(true);
    const more = cjsite.find("[data-search-more]");
    more.hidden = isAll && results.length <= most;
    more.textContent = cjsite.filled(shared.words.more, { n: STEP });
    const count = shared.words.results.replace("{n}", cjsite.figure(results.length) + (isAll ? "" : "+"));
    say(isDone || isAll ? count : `${count} ${shared.words.some}`);
  }

  const say = (text) => {
    cjsite.find("[data-told]").textContent = text;
  };

  // The results, or the list of everything in their place.
  function swap(own) {
    cjsite.find("[data-found]").hidden = !own;
    for (const part of [cjsite.find("[data-everything]"), cjsite.find(".pages-nav")]) if (part) part.hidden = own;
  }

  async function look() {
    const own = (turn += 1);
    const text = form().elements.q.value.trim();
    if (!text) {
      swap(false);
      cjsite.find("[data-search-more]").hidden = true;
      return say("");
    }
    try {
      const shared = await cjsiteSearch.words();
      let count = 0;
      for await (const { results, isAll, isDone } of cjsiteSearch.find(text, { enough: most + 1, filter: filter() })) {
        if (own !== turn) return;
        count = results.length;
        if (count) show(results, isAll, isDone, shared);
        await new Promise(requestAnimationFrame);
        if (own !== turn) return;
      }
      if (count) return;
      show([], true, true, shared);
      say(shared.words.none.replace("{words}", text));
    } catch {
      if (own === turn) say(form().dataset.failed);
    }
  }

  function remember() {
    const chosen = new URLSearchParams([...new FormData(form())].filter(([, value]) => value));
    try {
      history.replaceState(history.state, "", `${location.pathname}${chosen.toString() && "?"}${chosen}`);
    } catch {
      // Some browsers refuse a new address for a page that was opened as a file.
    }
  }

  function restore() {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form().elements[name];
      if (field) field.value = value;
      if (field?.selectedIndex === -1) field.value = "";
    }
  }

  function changed(event) {
    if (!event.target.closest?.("form[data-search-page]")) return;
    most = STEP;
    look();
    remember();
  }

  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-search-page]")) return;
    event.preventDefault();
    cjsite.find("[data-found] a")?.focus();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-search-more]")) return;
    const shown = most;
    most += STEP;
    look().then(() => cjsite.all("[data-found] a")[shown]?.focus());
  });
  document.addEventListener("preview:shown", () => form() && look());
  if (form()) {
    restore();
    look();
  }
})();
