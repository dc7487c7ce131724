// First in the head. Records what the page's own scripts and its reader change, so that a newer version of the page
// can be put in place without undoing it: a parser's insertions make no attribute records, a script's do.
(() => {
  const root = document.documentElement;
  const attributes = new WeakMap(); // element → attribute → what the server had sent
  const sent = new WeakSet(); // nodes of the server's that a script only moved
  const made = new WeakSet(); // nodes that a script made

  function note(records) {
    for (const { type, target, attributeName, oldValue, removedNodes, addedNodes } of records) {
      if (type === "attributes") {
        const known = attributes.get(target) ?? attributes.set(target, new Map()).get(target);
        if (!known.has(attributeName)) known.set(attributeName, oldValue);
      } else {
        for (const node of removedNodes) if (!made.has(node)) sent.add(node);
        for (const node of addedNodes) if (!sent.has(node)) made.add(node);
      }
    }
  }

  const observer = new MutationObserver(note);
  const watched = { attributes: true, attributeOldValue: true, subtree: true };
  observer.observe(root, watched);
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    // The parser is done: from here on, nodes that appear are made by scripts.
    note(observer.takeRecords());
    observer.observe(root, { ...watched, childList: true, characterData: true });
  });

  // Changes that are the preview's own, and leave no trace in the record. Returns what was changed.
  function unrecorded(change) {
    note(observer.takeRecords());
    change();
    return observer.takeRecords();
  }

  window.preview = { attributes, made, unrecorded, stored };

  function stored(name, value) {
    try {
      if (value === undefined) return sessionStorage.getItem(`preview-${name}`);
      if (value === null) sessionStorage.removeItem(`preview-${name}`);
      else sessionStorage.setItem(`preview-${name}`, value);
    } catch {
      // Storage may be forbidden; the choice then lasts as long as the page.
    }
    return value ?? null;
  }
  if (stored("projector")) root.dataset.previewProjector = "";
})();
