// To look at the contrast of every text takes longer than all else that axe does. Texts of one size, weight and
// colour on the same grounds have the same contrast: the first of them stands for all. What may lie over something
// else, and so has a ground that is not its own, is looked at each time. A ground that hides what lies below it is
// its own, wherever it lies.
axe.configure({rules: [{id: "color-contrast", selector: "[data-axe-look]"}]});
window.markEachLook = () => {
  const looks = new Map([[null, {solid: true, ground: "", over: false}]]), first = new Set();
  const lookOf = (element) => {
    if (looks.has(element)) return looks.get(element);
    const above = lookOf(element.parentElement), style = getComputedStyle(element);
    const own = [
      style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode,
    ].join();
    const bare = own === "rgba(0, 0, 0, 0),none,1,none,normal";
    const solid = above.solid && own.endsWith(",1,none,normal");
    const covers = solid && style.backgroundColor.startsWith("rgb(");
    const look = {
      solid,
      ground: bare ? above.ground : above.ground + "/" + own,
      over: !covers && (above.over || ["absolute", "fixed", "sticky"].includes(style.position)
        || style.float !== "none" || style.transform !== "none" || style.translate !== "none"),
      text: [style.color, style.fontSize, style.fontWeight, style.textShadow, style.webkitTextFillColor].join(),
    };
    looks.set(element, look);
    return look;
  };
  const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
  const says = (element) => element.matches("input, select, textarea") || [...element.childNodes].some(isText);
  // What is there to be heard is a pixel large.
  const isSeen = (element) =>
    element.checkVisibility({visibilityProperty: true}) && element.getBoundingClientRect().width > 1;
  for (const element of document.body.querySelectorAll("*")) {
    element.removeAttribute("data-axe-look");
  }
  for (const element of document.body.querySelectorAll("*")) {
    if (!says(element) || !isSeen(element)) continue;
    const {ground, over, text} = lookOf(element), key = ground + "|" + text + "|" + element.tagName;
    if (over || !first.has(key)) element.setAttribute("data-axe-look", "");
    first.add(key);
  }
};
