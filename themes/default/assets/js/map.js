// The journey map. HTML and CSS already open details, filter, switch lanes and views; this adds care for the focus,
// arrow keys, announcements, an address that can be shared, and scaling of what does not fit.
(() => {
  const { find, all } = cjsite;
  const onPhone = () => cjsite.styled("--on-phone") !== "";
  const touchpoints = () => all("#map article");
  const visible = (element) => element.offsetParent !== null && getComputedStyle(element).visibility !== "hidden";

  // ---- The address: ?department=&channel=&service=&lanes=&view=&zoom= ----
  // Lanes are named when they differ from how the page came: "-pains" is hidden, "ranges" is shown.
  const selects = { department: "#filter-department", channel: "#filter-channel", service: "#filter-service",
    domain: "#filter-domain" };
  const radios = { view: "view-", zoom: "zoom-", person: "person-" };

  function readAddress() {
    const wanted = new URLSearchParams(location.search);
    for (const [name, selector] of Object.entries(selects)) {
      const select = find(selector);
      if (select && wanted.has(name)) select.value = wanted.get(name);
      if (select && select.selectedIndex < 0) select.value = "";
    }
    for (const [name, prefix] of Object.entries(radios)) {
      const radio = wanted.has(name) && document.getElementById(prefix + wanted.get(name));
      if (radio && radio.type === "radio") radio.checked = true;
    }
    for (const word of (wanted.get("lanes") || "").split(",").filter(Boolean)) {
      const box = document.getElementById("lane-" + word.replace(/^-/, ""));
      if (box && box.type === "checkbox") box.checked = !word.startsWith("-");
    }
  }

  function writeAddress() {
    const address = new URL(location.href);
    const set = (name, value) => (value ? address.searchParams.set(name, value) : address.searchParams.delete(name));
    for (const [name, selector] of Object.entries(selects)) set(name, find(selector)?.value);
    for (const [name, prefix] of Object.entries(radios)) {
      const radio = find(`[name=${name}]:checked`);
      set(name, radio && !radio.defaultChecked ? radio.id.slice(prefix.length) : "");
    }
    const changed = all(".lanes-menu [type=checkbox]").filter((box) => box.checked !== box.defaultChecked);
    set("lanes", changed.map((box) => (box.checked ? "" : "-") + box.id.slice("lane-".length)).join(","));
    address.search = address.search.replaceAll("%2C", ",");
    if (address.hash === "#map") address.hash = "";
    if (address.href === location.href) return;
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Some browsers forbid it for files; the page works all the same.
    }
  }

  // ---- Filters: CSS hides, this announces ----
  function announce() {
    const status = find("#filter-status");
    if (!status) return;
    const filtered = Object.values(selects).some((selector) => find(selector)?.value);
    const shown = touchpoints().filter((box) => getComputedStyle(box).visibility !== "hidden").length;
    const words = cjsite.filled(status.dataset.shown, { shown, total: touchpoints().length });
    status.textContent = filtered ? words : status.dataset.all || "";
  }

  // The heads stick under the toolbar, which may need a second row.
  function placeHeads() {
    const toolbar = find(".toolbar");
    if (!toolbar) return;
    const sticks = getComputedStyle(toolbar).insetBlockStart !== "auto";
    find("#journey").style.setProperty("--top", sticks ? `${toolbar.offsetHeight}px` : "0px");
  }

  // ---- Fit: CSS makes columns narrow, this scales what is still too wide ----
  function fit() {
    const map = find("#map");
    const journey = find("#journey");
    if (!map || !journey || cjsite.presenting()) return;
    placeHeads();
    map.style.zoom = map.style.inlineSize = journey.style.minInlineSize = "";
    if (onPhone() || !find("#zoom-fit")?.checked || !CSS.supports("zoom", "0.5")) return;
    const room = document.documentElement.clientWidth - (parseFloat(getComputedStyle(map).marginInlineEnd) || 0);
    const names = parseFloat(getComputedStyle(map).paddingInlineEnd) || 0;
    const wide = (find(".corner", map)?.offsetWidth || 0) + (find(".stages", map)?.offsetWidth || 0) + names;
    const scale = room / wide;
    if (scale > 0.995) return;
    map.style.zoom = scale;
    map.style.inlineSize = `${room / scale}px`;
    journey.style.minInlineSize = "0";
  }

  // ---- Details: the address decides; this moves focus and scroll, and gives both back ----
  const panel = () => find(".panel:target");
  const chipOf = (hash) => all("#map .chip").find((chip) => chip.hash === hash);
  let opened = "";
  let before = null;
  let presentation = null;

  function showDetails() {
    const shown = panel();
    const chip = shown && chipOf(location.hash);
    for (const box of touchpoints()) box.classList.toggle("on", box.contains(chip || null));
    fit();
    if (!shown) {
      before = null;
      return;
    }
    if (!before) before = { hash: location.hash, left: scrollX, top: scrollY };
    opened = location.hash;
    // One by one: a name for each on the page would be heard as a landmark of each.
    shown.tabIndex = -1;
    shown.ariaLabel = find("h3", shown).textContent;
    if (chip && !onPhone()) bringIntoView(chip.closest("article"), shown);
    shown.focus({ preventScroll: true });
  }

  // A column that the panel or the lane names would cover is scrolled to where it is seen.
  function bringIntoView(box, shown) {
    const place = box.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const names = find("#map .corner")?.getBoundingClientRect().width || 0;
    const room = width - shown.getBoundingClientRect().width;
    const start = cjsite.rightToLeft() ? width - place.right : place.left;
    if (start >= names && start + place.width <= room) return;
    const way = start - Math.max(names, room / 2);
    scrollBy({ left: cjsite.rightToLeft() ? -way : way });
  }

  function closeDetails() {
    if (!panel()) return;
    // Back to where the reader was, unless they have gone on to another touchpoint.
    const { left, top } = before?.hash === opened ? before : { left: scrollX, top: scrollY };
    before = null;
    location.hash = "map";
    scrollTo({ left, top, behavior: "instant" });
    chipOf(opened)?.focus({ preventScroll: true });
  }

  // ---- Keys ----
  function moveAlong(event, chip) {
    const chips = all("#map .chip").filter(visible);
    const step = cjsite.direction(event.key);
    const at = chips.indexOf(chip);
    const next = step ? chips[at + step] : event.key === "Home" ? chips[0] : event.key === "End" ? chips.at(-1) : null;
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  function turnPanel(event, open) {
    const step = cjsite.direction(event.key);
    const link = step && find(step > 0 ? "[rel=next]" : "[rel=prev]", open);
    if (!link) return;
    event.preventDefault();
    location.hash = link.hash;
  }

  document.addEventListener("keydown", (event) => {
    if (!find("#map") || cjsite.presenting()) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const menu = find("details.menu[open]");
    if (event.key === "Escape" && menu) {
      menu.open = false;
      find("summary", menu).focus();
    } else if (event.key === "Escape") closeDetails();
    else if (event.target.closest("input, select, textarea")) return;
    else if (event.target.closest(".panel")) turnPanel(event, event.target.closest(".panel"));
    else if (event.target.closest("#map .chip")) moveAlong(event, event.target.closest(".chip"));
  });

  // ---- Present: its rules and its script are loaded when somebody asks for it, which is seldom ----
  function loadPresentation({ dataset: { styles, script } }) {
    const parts = [
      Object.assign(document.createElement("link"), { rel: "stylesheet", href: styles }),
      Object.assign(document.createElement("script"), { src: script }),
    ];
    const loaded = (part) => new Promise((onload, onerror) => Object.assign(part, { onload, onerror }));
    document.body.append(...parts);
    return Promise.all(parts.map(loaded));
  }

  async function present(button) {
    try {
      await (presentation = loadPresentation(button));
      // Its script listens for clicks.
      button.click();
    } catch {
      // What did not come is asked for again by the next click.
      presentation = null;
      document.exitFullscreen?.().catch(() => {});
    }
  }

  document.addEventListener("click", (event) => {
    const start = event.target.closest("[data-present-start]");
    // At the reader's click: browsers grant it to that alone, and the script may come later.
    if (start && event.isTrusted) document.documentElement.requestFullscreen?.().catch(() => {});
    if (start && !presentation) present(start);
    if (event.target.closest(".panel > header > a")) {
      event.preventDefault();
      closeDetails();
    }
    // The curve is a target, too: anywhere in a touchpoint's feeling opens it.
    const chip = event.target.closest("#map .cell.feeling") && find(".chip", event.target.closest("article"));
    if (chip && !cjsite.presenting()) location.hash = chip.hash;
  });

  // Words are copied without their soft hyphens.
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    const text = `${selection}`;
    if (event.defaultPrevented || !text.includes("\u00ad")) return;
    const piece = document.createElement("div");
    piece.append(selection.getRangeAt(0).cloneContents());
    event.clipboardData.setData("text/plain", text.replaceAll("\u00ad", ""));
    event.clipboardData.setData("text/html", piece.innerHTML.replaceAll("\u00ad", ""));
    event.preventDefault();
  });

  document.addEventListener("change", (event) => {
    if (!event.target.closest(".toolbar")) return;
    writeAddress();
    announce();
    fit();
  });

  addEventListener("hashchange", showDetails);
  addEventListener("resize", fit);

  if (find("#map")) {
    readAddress();
    announce();
    // Only after the layout is it known where the column stands.
    requestAnimationFrame(showDetails);
  }
})();
