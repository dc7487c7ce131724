// The presenter's desk: notes into the map's file and, with --edit, points of the line dragged to another height.
(() => {
  const preview = window.preview;
  const meta = (name) => document.querySelector(`meta[name="preview-${name}"]`)?.content ?? "";
  const journey = () => document.getElementById("journey")?.dataset.journey ?? "";
  // The lane's coordinates: where +2 stands from the top, and the height of a step of the scale, in percent.
  const percentOf = (property) => parseFloat(getComputedStyle(document.documentElement).getPropertyValue(property));
  let drag = null;

  async function write(what, body) {
    const headers = { "Content-Type": "application/json", "X-Preview-Token": meta("token") };
    const answer = await fetch(`/_preview/${what}`, { method: "POST", headers, body: JSON.stringify(body) });
    return answer.headers.get("Content-Type")?.includes("json") ? answer.json() : { error: `refused (${answer.status})` };
  }

  function say(text) {
    const status = document.querySelector("#preview-note [role=status]");
    if (status) status.textContent = text;
  }

  // A touchpoint's id, which is where its link leads.
  const columnOf = (step) => decodeURIComponent(step.querySelector(".chip").hash).replace(/^#at-/, "");

  preview.actions.note = (button) => {
    const form = document.getElementById("preview-note");
    form.hidden = !form.hidden;
    button.setAttribute("aria-expanded", String(!form.hidden));
    if (form.hidden) return;
    const here = decodeURIComponent(location.hash.slice(1)).replace(/^at-/, "");
    const steps = [...document.querySelectorAll("article.touchpoint")];
    form.at.replaceChildren(
      ...steps.map((step) => {
        const column = columnOf(step);
        const title = step.querySelector("h3").textContent.replaceAll("\u00ad", "").trim().replace(/\s+/g, " ");
        return new Option(title, `${journey()}#${column}`, false, column === here);
      }),
    );
    say(steps.length ? "" : "Open a map first: a note belongs to one of its steps.");
    form.text.focus();
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.id !== "preview-note") return;
    event.preventDefault();
    const done = await write("note", { at: form.at.value, text: form.text.value });
    say(done.error ?? `Added to ${done.file}`);
    if (!done.error) form.text.value = "";
  });

  document.addEventListener("pointerdown", (event) => {
    const point = meta("edit") && event.target.closest?.(".touchpoint .feeling-of .point");
    if (!point || event.button) return;
    const cell = point.closest(".cell.feeling").getBoundingClientRect();
    const from = percent(point);
    const box = point.getBoundingClientRect();
    const stands = ((box.top + box.height / 2 - cell.top) / cell.height) * 100;
    // On a phone the line runs down the page: a height there is not a feeling.
    if (from === null || Math.abs(stands - from) > 8) return;
    event.preventDefault();
    const lane = { top: percentOf("--y-top"), unit: percentOf("--y-unit"), height: cell.height };
    drag = { point, from, lane, y: event.clientY, score: null };
    point.setPointerCapture(event.pointerId);
  });

  // The class y101 says 50.5 %.
  function percent(point) {
    const found = /(?:^| )y(\d+)(?: |$)/.exec(point.getAttribute("class"));
    return found ? Number(found[1]) / 2 : null;
  }

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const { top, unit, height } = drag.lane;
    const at = drag.from + ((event.clientY - drag.y) / height) * 100;
    drag.score = Math.max(-2, Math.min(2, 2 - (at - top) / unit));
    preview.unrecorded(() => drag.point.style.setProperty("--y", `${top + (2 - drag.score) * unit}%`));
  });

  document.addEventListener("pointerup", async () => {
    const held = drag;
    drag = null;
    if (!held || held.score === null) return;
    const { point, score } = held;
    const line = point.closest(".feeling-of");
    const body = {
      journey: journey(),
      column: columnOf(point.closest("article.touchpoint")),
      line: Number(/person-(\d+)/.exec(line.className)?.[1] ?? 1) - 1,
      sample: [...line.querySelectorAll(".point")].indexOf(point),
      score,
    };
    const done = await write("edit", body);
    if (done.error) refused(point, done.error);
  });

  document.addEventListener("pointercancel", () => {
    if (drag) refused(drag.point, "");
    drag = null;
  });

  function refused(point, reason) {
    preview.unrecorded(() => point.style.removeProperty("--y"));
    if (reason) alert(reason);
  }

  document.addEventListener("keydown", async (event) => {
    const typing = event.target.closest?.("input,textarea,select,[contenteditable]");
    if (!meta("edit") || typing || event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey)
      return;
    event.preventDefault();
    const done = await write("undo", {});
    if (done.error) alert(done.error);
  });

  // A click that ends a drag must not open the details.
  document.addEventListener("click", (event) => {
    if (meta("edit") && event.target.closest?.(".feeling-of .point")) event.stopPropagation();
  }, true);
})();
