// A result as readers see it: what it is called, what it is and where it stands, and a line in which the words stand.
const cjsiteResults = (() => {
  const BEFORE = 40;
  const LONG = 150;

  function element(name, style, ...inside) {
    const made = document.createElement(name);
    if (style) made.className = style;
    made.append(...inside);
    return made;
  }

  // A text with the words marked.
  function marked(text, words) {
    const parts = [];
    let at = 0;
    for (const { from, to } of cjsiteWords.places(text, words)) {
      parts.push(text.slice(at, from), element("mark", "", text.slice(from, to)));
      at = to;
    }
    return [...parts, text.slice(at)];
  }

  // Of all that is written there, the text in which the most of the words stand, from shortly before the first.
  function excerpt(text, words) {
    let best = { count: 0, line: "", places: [] };
    for (const line of text.split(" · ")) {
      const places = cjsiteWords.places(line, words);
      const count = new Set(places.map((place) => place.word)).size;
      if (count > best.count) best = { count, line, places };
    }
    const line = best.line || text.split(" · ")[0];
    const first = best.places[0]?.from ?? 0;
    const begin = first > BEFORE && line.length > LONG ? line.lastIndexOf(" ", first - BEFORE / 2) + 1 : 0;
    const last = line.lastIndexOf(" ", begin + LONG);
    const end = line.length <= begin + LONG ? line.length : last > begin + BEFORE ? last : begin + LONG;
    return (begin ? "… " : "") + line.slice(begin, end).trim() + (end < line.length ? " …" : "");
  }

  // An author's text, each in its own direction, whatever stands around it.
  const apart = (style, ...inside) => element("span", style, element("bdi", "", ...inside));

  // What stands in a result's link.
  function content(result, { kinds }) {
    const where = element("span", "where", element("b", "", kinds[result.kind]));
    for (const place of result.context) where.append(apart("", place));
    const title = apart("title", ...marked(result.title, result.terms));
    const text = excerpt(result.text, result.terms);
    const parts = [title, where, ...(text.length > 2 ? [apart("text", ...marked(text, result.terms))] : [])];
    if (result.language) for (const part of parts) if (part !== where) part.lang = result.language;
    return parts;
  }

  const address = (result) => document.body.dataset.root + result.url;

  return { element, content, address };
})();
