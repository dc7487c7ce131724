// To look at the contrast of every text takes longer than all else that axe does. Texts of one size, weight and
// colour on the same grounds have the same contrast: the first of them stands for all. What may lie over something
// else, and so has a ground that is not its own, is looked at each time.
window.ofEachLook = () => {
  const looks = new Map([[null, {ground: "", over: false}]]), first = new Set(), all = [];
  const lookOf = (element) => {
    if (looks.has(element)) return looks.get(element);
    const above = lookOf(element.parentElement), style = getComputedStyle(element);
    const own = [
      style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode,
    ].join();
    const bare = own === "rgba(0, 0, 0, 0),none,1,none,normal";
    const look = {
      ground: bare ? above.ground : above.ground + "/" + own,
      over: above.over || ["absolute", "fixed", "sticky"].includes(style.position)
        || style.float !== "none" || style.transform !== "none" || style.translate !== "none",
      text: [style.color, style.fontSize, style.fontWeight, style.textShadow, style.webkitTextFillColor].join(),
    };
    looks.set(element, look);
    return look;
  };
  const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
  const says = (element) => element.matches("input, select, textarea") || [...element.childNodes].some(isText);
  for (const element of document.body.querySelectorAll("*")) {
    if (!says(element) || !element.checkVisibility({visibilityProperty: true})) continue;
    const {ground, over, text} = lookOf(element), key = ground + "|" + text + "|" + element.tagName;
    if (over || !first.has(key)) all.push(element);
    first.add(key);
  }
  return all;
};
