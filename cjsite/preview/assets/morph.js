// The newest version of the page into the one that is open. What the server did not change is left alone, and so is
// what the reader or a script changed since: typed text, open details, chosen filters, a running presentation.
(() => {
  const { attributes, made, unrecorded } = window.preview;
  const LIT = ".cell,.fact,.point,.word,li,tr,p,dd,blockquote,h1,h2,h3,h4,figure,.chip";
  const MOST_LIT = 60;

  // Puts the parsed page in place and lights up what changed.
  function morph(next) {
    const partner = new Map();
    const changed = unrecorded(() => {
      sameAttributes(document.documentElement, next.documentElement, partner);
      head(next);
      descend(document.body, next.body, partner);
      // The place that the address names may have come back under another roof.
      if (location.hash.length > 1 && !document.querySelector(":target")) retarget();
    });
    // With the next frame: to ask for running animations is to have all styles worked out at once.
    requestAnimationFrame(() => light(changed));
    document.dispatchEvent(new CustomEvent("preview:shown"));
  }

  // Most saves change a few words and numbers: down to them, past all that is equal, and only where the children are
  // others the slower search for who is who.
  function descend(old, fresh, partner) {
    if (old.isEqualNode(fresh) || old.nodeName === "NOSCRIPT") return;
    if (old.nodeType !== 1) {
      old.nodeValue = fresh.nodeValue;
      return;
    }
    sameAttributes(old, fresh, partner);
    const olds = [...old.childNodes];
    const news = [...fresh.childNodes];
    if (olds.length === news.length && olds.every((child, at) => isPair(child, news[at])))
      olds.forEach((child, at) => descend(child, news[at], partner));
    else Idiomorph.morph(old, [...news], { morphStyle: "innerHTML", head: { style: "none" }, callbacks: calls(partner) });
  }

  function isPair(old, fresh) {
    return old.nodeName === fresh.nodeName && (old.id ?? "") === (fresh.id ?? "") && !made.has(old);
  }

  function calls(partner) {
    return {
      beforeNodeMorphed(old, fresh) {
        if (old.nodeType !== 1) return true;
        if (old.nodeName === "NOSCRIPT" || old.isEqualNode(fresh)) return false;
        partner.set(old, fresh);
        made.delete(old);
        return true;
      },
      beforeAttributeUpdated: (name, old, kind) => mayChange(name, old, kind, partner.get(old)),
      beforeNodeRemoved: (node) => !made.has(node),
    };
  }

  function sameAttributes(old, fresh, partner) {
    partner.set(old, fresh);
    for (const { name, value } of [...fresh.attributes])
      if (old.getAttribute(name) !== value && mayChange(name, old, "update", fresh)) old.setAttribute(name, value);
    for (const { name } of [...old.attributes])
      if (!fresh.hasAttribute(name) && mayChange(name, old, "remove", fresh)) old.removeAttribute(name);
  }

  // Three ways: what was sent, what stands there now, what is sent next.
  function mayChange(name, old, kind, fresh) {
    if (name === "data-preview-projector") return false;
    if (name === "value" && "defaultValue" in old) {
      if (kind === "remove" && !old.hasAttribute("value")) return false;
      if (old.value !== old.defaultValue) return false;
    }
    if (name === "checked" && old.checked !== old.defaultChecked) return false;
    if (name === "selected" && isChosen(old)) return false;
    const known = attributes.get(old);
    if (!known?.has(name)) return true;
    const before = known.get(name);
    const after = fresh.getAttribute(name);
    if (after === before) return false;
    if (name === "class") {
      known.set(name, after);
      old.setAttribute(name, withTokens(before, old.getAttribute(name), after));
      return false;
    }
    known.delete(name);
    return true;
  }

  // Whether the reader chose something else in the list that this option is in.
  function isChosen(option) {
    const list = option.closest("select");
    return list ? [...list.options].some((one) => one.selected !== one.defaultSelected && one.index > 0) : false;
  }

  function withTokens(before, now, after) {
    const [old, own, sent] = [before, now, after].map((text) => new Set((text ?? "").split(/\s+/).filter(Boolean)));
    const kept = [...sent].filter((token) => own.has(token) || !old.has(token));
    return [...new Set([...kept, ...[...own].filter((token) => !old.has(token))])].join(" ");
  }

  // Scripts and stylesheets are dealt with before; here are title, tokens and the like.
  function head(next) {
    if (document.title !== next.title) document.title = next.title;
    for (const fresh of next.head.querySelectorAll("meta[name]")) {
      const old = document.head.querySelector(`meta[name="${CSS.escape(fresh.name)}"]`);
      if (!old) document.head.append(document.importNode(fresh, true));
      else if (old.content !== fresh.content) old.content = fresh.content;
    }
    const base = next.head.querySelector("base");
    if (!base !== !document.head.querySelector("base")) {
      document.head.querySelector("base")?.remove();
      if (base) document.head.prepend(document.importNode(base));
    }
    const icon = document.head.querySelector('link[rel="icon"]');
    const fresh = next.head.querySelector('link[rel="icon"]');
    if (icon && fresh && icon.getAttribute("href") !== fresh.getAttribute("href"))
      icon.setAttribute("href", fresh.getAttribute("href"));
  }

  function retarget() {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place) return;
    const { scrollX, scrollY } = window;
    location.replace(location.hash);
    window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
  }

  // Swaps stylesheets without a moment that has none: the old one goes when the new one is there.
  async function styles(next) {
    const sheets = 'link[rel="stylesheet"]';
    const wanted = [...next.head.querySelectorAll(sheets)].map((link) => link.href);
    const there = [...document.head.querySelectorAll(sheets)].filter((link) => !made.has(link));
    const stale = there.filter((link) => !wanted.includes(link.href));
    const missing = wanted.filter((href) => !there.some((link) => link.href === href));
    await Promise.all(missing.map((href) => load(href, stale[0])));
    for (const link of stale) link.remove();
  }

  function load(href, before) {
    return new Promise((done) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = href;
      link.onload = link.onerror = done;
      unrecorded(() => (before ? before.after(link) : document.head.append(link)));
    });
  }

  // A script cannot be taken back: a page with others is opened anew. What scripts have loaded by themselves does not count.
  function hasOtherScripts(next) {
    const sent = (page) => [...page.querySelectorAll("head script[src]")].filter((one) => !made.has(one));
    const named = (page) => sent(page).map((one) => one.src).join();
    return named(document) !== named(next);
  }

  function light(records) {
    const found = new Set();
    for (const { type, target, addedNodes } of records) {
      const added = [...addedNodes].filter((node) => node.nodeType === 1 && node.isConnected);
      for (const node of type === "childList" && added.length ? added : [target]) {
        const element = node.nodeType === 1 ? node : node.parentElement;
        const shown = element?.closest(LIT);
        if (shown?.closest("main") && !shown.closest("[hidden]")) found.add(shown);
      }
    }
    const outermost = [...found].filter((one) => !one.parentElement.closest(LIT) || !hasAncestor(one, found));
    // Where everything changed (a theme, a language), nothing stands out.
    if (outermost.length > MOST_LIT) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const bright = { boxShadow: "0 0 0 3px #c98a00", backgroundColor: "rgb(255 200 0 / 0.28)" };
    for (const one of outermost) {
      for (const animation of one.getAnimations()) if (animation.id === "preview-lit") animation.cancel();
      one.animate(calm ? [bright, bright] : [bright, { ...bright, offset: 0.4 }, {}], { duration: 2000, id: "preview-lit" });
    }
  }

  function hasAncestor(one, found) {
    for (let up = one.parentElement; up; up = up.parentElement) if (found.has(up)) return true;
    return false;
  }

  Object.assign(window.preview, { morph, styles, hasOtherScripts });
})();
