/*! The search is MiniSearch 7.2.0, (c) 2022 Luca Ongaro, under the MIT licence: js/minisearch-LICENSE.txt */
// The words of what readers type, as cjsite/text/folding.py makes them of what authors wrote: each does what the other
// does, by the same table.
const cjsiteWords = (() => {
  const LETTER = "[\\p{L}\\p{N}\\p{M}]";
  const WORD = new RegExp(`(?<!${LETTER})-[0-9]${LETTER}*|${LETTER}+`, "gu");
  const UNSPACED =
    "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u309f\\u30a1-\\u30ff\\u31f0-\\u31ff" +
    "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const RUN = new RegExp(`([${UNSPACED}]+)`, "u");
  const OWN = "[\\p{L}\\p{N}]";
  const JOINT = new RegExp(`['’-](?=${OWN})`, "gu");
  const JOINED = new RegExp(`(?<!${OWN})(?:${OWN}+-|${OWN}{2,}['’](?=${OWN}{2}))+${OWN}+`, "gu");
  const ARTICLE = /^(?:[وفبك]?ال|لل)(?=..)/u;
  const table = new Map(
    window.cjsiteFolding.split("|").map((entry) => {
      const sign = String.fromCodePoint(entry.codePointAt(0));
      return [sign, entry.slice(sign.length)];
    }),
  );

  const folded = (text) =>
    text
      .normalize("NFC")
      .replace(/[A-Z\u0080-\u{10ffff}]/gu, (sign) => table.get(sign) ?? sign)
      .normalize("NFC");

  function pairs(run) {
    const signs = [...run];
    return signs.map((sign, index) => sign + (signs[index + 1] ?? ""));
  }

  // The words of a text; ofRun: what becomes of signs that are written without blanks.
  const split = (text, ofRun) =>
    (folded(text).match(WORD) ?? [])
      .flatMap((word) => word.split(RUN).filter(Boolean))
      .flatMap((part) => (RUN.test(part) ? ofRun(pairs(part)) : [part.replace(ARTICLE, "")]));

  // Words with hyphens or apostrophes, written in one as well.
  const joined = (text) =>
    (folded(text).match(JOINED) ?? [])
      .map((word) => word.replace(JOINT, ""))
      .filter((word) => !RUN.test(word) && !/^\p{Nd}+$/u.test(word));

  const terms = (text) => [...split(text, (own) => own), ...joined(text)];

  // The words of a query: the last sign of a run is no word of its own there.
  const queried = (text) => split(text, (own) => (own.length > 1 ? own.slice(0, -1) : own));

  // A text sign by sign: its folded signs, and which sign of the text each of them stands for.
  function unfolded(text) {
    const signs = [];
    const from = [];
    let at = 0;
    for (const sign of text) {
      for (const unit of folded(sign)) {
        signs.push(unit);
        from.push(at);
      }
      at += sign.length;
    }
    from.push(at);
    return { signs, from };
  }

  const isLetter = (sign) => sign !== undefined && /[\p{L}\p{N}\p{M}]/u.test(sign);

  // Where any of the words stands in a text: from, to, and which; in order, none within another.
  function places(text, words) {
    const { signs, from } = unfolded(text);
    const wanted = words.map((word) => [...word]).sort((a, b) => b.length - a.length);
    const all = [];
    for (let at = 0; at < signs.length; at += 1) {
      const word = wanted.find((own) => stands(signs, at, reach(signs, at, own), own));
      if (!word) continue;
      const last = all.at(-1);
      const end = reach(signs, at, word);
      const to = from[end];
      if (last && from[at] <= last.to) last.to = Math.max(last.to, to);
      else all.push({ from: from[at], to, word: word.join("") });
      // Pairs of signs overlap; other words do not.
      if (!RUN.test(signs[at])) at = end - 1;
    }
    return all;
  }

  // After which sign a word ends that begins at one, if with hyphens or apostrophes; 0 where it does not stand there.
  function reach(signs, at, word) {
    let end = at;
    for (const sign of word) {
      if (end > at && signs[end] !== sign && /['’-]/.test(signs[end])) end += 1;
      if (signs[end] !== sign) return 0;
      end += 1;
    }
    return end;
  }

  function stands(signs, at, end, word) {
    if (RUN.test(word[0]) || !end) return end > 0;
    if (isLetter(signs[end])) return false;
    let begin = at;
    while (begin > 0 && isLetter(signs[begin - 1])) begin -= 1;
    return begin === at || signs.slice(begin, end).join("").replace(ARTICLE, "") === word.join("");
  }

  return { folded, terms, queried, places, isUnspaced: (word) => RUN.test(word) };
})();
