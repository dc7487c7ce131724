// Before the first paint: the reader's stored choice of light or dark, and the sign that scripts run.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("cjsite-theme");
    if (theme) root.dataset.theme = theme;
  } catch {
    // Storage may be forbidden (private windows, file://): the system's choice stands.
  }
})();
