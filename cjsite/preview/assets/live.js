// When to look: livereload's client tells, and this plug-in of it takes over. Also the bar's and the panel's buttons.
(() => {
  const preview = window.preview;
  let have = "";
  let looking = false;
  let again = false;
  let hidden = 0;

  // One look at a time; what happens meanwhile is seen by the next one, so nothing is lost and nothing queues up.
  async function refresh() {
    again = true;
    if (looking) return;
    looking = true;
    while (again) {
      again = false;
      // A server that is gone is asked again when the client has found it; one that is there, in a second.
      await look().catch(() => preview.connector?.protocol && setTimeout(refresh, 1000));
    }
    looking = false;
  }

  async function look() {
    const headers = { "X-Preview-Have": have };
    const answer = await fetch(location.pathname + location.search, { headers, cache: "no-store", signal: AbortSignal.timeout(8000) });
    if (answer.status === 204 || answer.redirected) return;
    // A server that has just begun says so when it is done; until then the page that is here is the better one.
    if (answer.status === 503 && !document.querySelector(".preview-waiting")) return;
    const text = await answer.text();
    const next = new DOMParser().parseFromString(text, "text/html");
    if (preview.hasOtherScripts(next)) {
      location.reload();
      return;
    }
    await preview.styles(next);
    preview.morph(next);
    have = answer.headers.get("X-Preview-Version") ?? "";
  }

  // Behind a code space's own address no port is written, and the client would take another one. It reads the address
  // of its script as it starts; afterwards that is as it was sent, so that the page is not taken for an older one.
  const client = document.querySelector('script[src^="/livereload.js"]');
  const address = client?.getAttribute("src");
  const ask = (src) => preview.unrecorded(() => client?.setAttribute("src", src));
  if (!location.port) ask(`${address}&port=${location.protocol === "https:" ? 443 : 80}`);

  window.LiveReloadPluginPreview = class {
    static identifier = "cjsite-preview";
    static version = "1.0";

    constructor(_window, host) {
      ask(address);
      preview.connector = host._connector;
    }

    reload(path, options) {
      if (path === "/_preview/follow") preview.follow?.(options.originalPath);
      else refresh();
      return true;
    }
  };

  // Whatever was saved before the connection stood, or while it was down.
  document.addEventListener("LiveReloadConnect", refresh);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hidden = Date.now();
    else if (hidden && Date.now() - hidden > 15000) reconnect();
  });
  window.addEventListener("online", reconnect);
  window.addEventListener("pageshow", (event) => event.persisted && reconnect());

  // After a sleep a socket may look open and be dead.
  function reconnect() {
    refresh();
    preview.connector?.disconnect();
    preview.connector?.connect();
  }

  preview.actions = {
    dismiss: (button) => (button.closest(".preview-problems").hidden = true),
    projector: (button) => {
      const isOn = toggle(button);
      preview.stored("projector", isOn ? "yes" : null);
      preview.unrecorded(() => document.documentElement.toggleAttribute("data-preview-projector", isOn));
    },
  };

  function toggle(button) {
    const isOn = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(isOn));
    return isOn;
  }

  preview.toggle = toggle;
  preview.refresh = refresh;
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-preview]");
    if (button) preview.actions[button.dataset.preview]?.(button);
  });
  if (preview.stored("projector")) press("projector");

  function press(name) {
    document.querySelector(`[data-preview="${name}"]`)?.setAttribute("aria-pressed", "true");
  }
  preview.press = press;
})();
