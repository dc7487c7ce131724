// Follow me: the presenter's page, step and place on it, for those in the room who choose to follow.
(() => {
  const preview = window.preview;
  let timer = 0;
  let last = "";

  // The thing with a name nearest to the top of the window says more to a phone than a number of pixels.
  function place() {
    const top = Math.min(innerHeight / 3, 300);
    const named = [...document.querySelectorAll("main [id]")].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.height > 0 && box.top <= top && box.bottom > top;
    });
    const room = document.documentElement.scrollHeight - innerHeight;
    return {
      page: location.pathname,
      hash: location.hash,
      anchor: named.at(-1)?.id ?? "",
      share: room > 0 ? scrollY / room : 0,
    };
  }

  function tell(where) {
    const text = JSON.stringify(where);
    if (text === last) return;
    last = text;
    preview.connector?.sendCommand({ command: "lead", place: where });
  }

  function soon() {
    if (!preview.stored("lead") || timer) return;
    timer = setTimeout(() => {
      timer = 0;
      if (preview.stored("lead")) tell(place());
    }, 120);
  }

  preview.actions.lead = (button) => {
    const isOn = preview.toggle(button);
    preview.stored("lead", isOn ? "yes" : null);
    tell(isOn ? place() : null);
  };
  preview.actions.follow = (button) => {
    preview.stored("follow", preview.toggle(button) ? "yes" : null);
    if (preview.stored("follow")) preview.follow(preview.stored("place"));
  };

  // The server has checked the place; a page of this site is all that it can be.
  preview.follow = (text) => {
    preview.stored("place", text || "null");
    const where = JSON.parse(text || "null");
    if (!where || !preview.stored("follow")) return;
    if (where.page !== location.pathname) {
      location.assign(new URL(where.page + where.hash, location.origin));
      return;
    }
    if (where.hash !== location.hash) location.replace(where.hash || "#");
    if (where.hash) return;
    const named = where.anchor && document.getElementById(where.anchor);
    if (named && named.getBoundingClientRect().height) named.scrollIntoView({ block: "start", inline: "center" });
    else scrollTo({ top: where.share * (document.documentElement.scrollHeight - innerHeight) });
  };

  for (const name of ["lead", "follow"]) if (preview.stored(name)) preview.press(name);
  for (const event of ["scroll", "hashchange", "resize"]) addEventListener(event, soon, { passive: true });
  document.addEventListener("LiveReloadConnect", () => {
    last = "";
    soon();
  });
})();
