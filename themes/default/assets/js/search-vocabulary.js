// All words of the site, each with the parts of the index that have it: what is nearly so is looked for once and not in
// each part, and no part is loaded for words that it does not have.
const cjsiteVocabulary = (() => {
  // lists: words, in order, and of each the parts as bits, counted from the first that the list is of.
  function of(lists) {
    const all = new Map();
    for (const { first, words, holders } of lists) {
      const shift = BigInt(first);
      for (const [at, word] of words.entries()) all.set(word, (all.get(word) ?? 0n) | (BigInt(holders[at]) << shift));
    }
    const words = [...all.keys()].sort();

    // The parts that may have what a query asks for, as bits; a query as MiniSearch takes them.
    function parts(query, isPrefix = false) {
      if (typeof query !== "string") {
        const own = query.queries.map((inner) => parts(inner, query.prefix));
        return query.combineWith === "AND" ? own.reduce((a, b) => a & b) : own.reduce((a, b) => a | b, 0n);
      }
      let own = all.get(query) ?? 0n;
      if (!isPrefix) return own;
      const end = after(words, query, 0);
      for (let at = begin(words, query); at < end; at += 1) own |= all.get(words[at]);
      return own;
    }

    return { parts, has: (word) => all.has(word), near: (word, most) => near(words, word, most) };
  }

  // The first place from which on a test holds.
  function place(words, from, holds) {
    let low = from;
    let step = 1;
    while (low + step <= words.length && !holds(words[low + step - 1])) {
      low += step;
      step *= 2;
    }
    let high = Math.min(words.length, low + step - 1);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(words[middle])) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  const begin = (words, start) => place(words, 0, (word) => word >= start);

  // The place after the last word that begins so; none before `from` does not come before these.
  const after = (words, start, from) => place(words, from, (word) => word > start && !word.startsWith(start));

  // The words that have up to so many other letters than one has, too few or too many, each with how many. Words in order
  // have their first letters in common, and with these the rows of the table that were worked out for the word before.
  function near(words, wanted, most) {
    const width = wanted.length + 1;
    const table = new Uint8Array(width * (width + most + 1)).fill(most + 1);
    for (let at = 0; at < width; at += 1) table[at] = Math.min(at, most + 1);
    const all = [];
    let last = "";
    for (let at = 0; at < words.length; ) {
      const word = words[at];
      let depth = 0;
      while (depth < last.length && last[depth] === word[depth]) depth += 1;
      while (depth < word.length && row(table, width, depth + 1, word[depth], wanted, most) <= most) depth += 1;
      const isWhole = depth === word.length;
      last = isWhole ? word : word.slice(0, depth + 1);
      const distance = table[depth * width + wanted.length];
      if (isWhole && distance <= most) all.push([word, distance]);
      // What begins so is as far away.
      at = isWhole ? at + 1 : after(words, last, at + 1);
    }
    return all;
  }

  // Works out a row of the table of distances, that of the words' letter at a depth; returns the least in it.
  function row(table, width, depth, letter, wanted, most) {
    const own = depth * width;
    const before = own - width;
    let least = (table[own] = Math.min(depth, most + 1));
    // What is further from the diagonal is too far away, whatever the letters.
    const last = Math.min(width - 1, depth + most);
    for (let at = Math.max(1, depth - most); at <= last; at += 1) {
      const replaced = table[before + at - 1] + (letter === wanted[at - 1] ? 0 : 1);
      const distance = Math.min(replaced, table[before + at] + 1, table[own + at - 1] + 1);
      table[own + at] = distance;
      if (distance < least) least = distance;
    }
    return least;
  }

  return { of };
})();
