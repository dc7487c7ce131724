// Before the first paint: the reader's stored choice of light or dark, and the sign that scripts run.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    // From disk, Firefox gives every page a storage of its own, but pages share a cookie.
    const cookie = /(?:^|; )cjsite-theme=(dark|light)/.exec(document.cookie);
    const theme = cookie?.[1] || localStorage.getItem("cjsite-theme");
    if (theme) root.dataset.theme = theme;
  } catch {
    // Storage may be forbidden (private windows, file://): the system's choice stands.
  }
})();
