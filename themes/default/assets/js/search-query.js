// What is asked of the index for a word that was typed: queries as MiniSearch takes them.
const cjsiteAsked = (() => {
  const NEAR = 0.2;

  // How many letters may be others, by the length of a word; numbers are meant as they are.
  function fuzzy(word) {
    if (/\d/.test(word) || cjsiteWords.isUnspaced(word)) return 0;
    return word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
  }

  // What one word of a query asks for: itself, what begins with it, and words that are made of it and another, be it the
  // one beside it; with `every`, words of the site that are nearly so as well.
  function asked(words, index, compounds, every) {
    const word = words[index];
    const isLast = index === words.length - 1;
    const begins = cjsiteWords.isUnspaced(word) ? [...word].length === 1 : isLast || word.length > 3;
    const own = { queries: [word], prefix: begins, combineWith: "OR" };
    const near = every ? nearly(word, begins, every) : [];
    return [own, ...near, ...joined(word, isLast, compounds), ...besides(words, index)];
  }

  const exactly = (term, weight, source) => ({ queries: [term], combineWith: "OR", boostTerm: () => weight, source });

  // The words of the site that are nearly so; what begins so is none of them. They count for the word itself.
  function nearly(word, begins, every) {
    const most = fuzzy(word);
    const others = most ? every.near(word, most) : [];
    const near = others
      .filter(([term]) => term !== word && !(begins && term.startsWith(word)))
      .map(([term, letters]) => exactly(term, (NEAR * term.length) / (term.length + letters), word));
    const slips = most === 1 ? swapped(word).filter((term) => every.has(term)) : [];
    return [...near, ...slips.map((term) => exactly(term, 0.4))];
  }

  // A word with two neighbours in each other's place: the slip that hands make most is two wrong letters to others.
  function swapped(word) {
    return Array.from({ length: word.length - 1 }, (_, at) => {
      return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    });
  }

  // The word with its neighbours as one word: some write in two what others write in one.
  const besides = (words, index) =>
    [index - 1, index]
      .map((first) => words.slice(Math.max(first, 0), first + 2))
      .filter((both) => both.length > 1 && !both.some(cjsiteWords.isUnspaced))
      .map((both) => ({ combineWith: "OR", queries: [both.join("")], prefix: both.at(-1) === words.at(-1) }));

  function joined(word, isLast, compounds) {
    const queries = [];
    for (const [compound, split] of compounds) {
      const halves = split.split(" ");
      const isPart = halves.some((half) => half === word || (isLast && word.length > 3 && half.startsWith(word)));
      if (isPart && !compound.startsWith(word)) queries.push(exactly(compound, 0.6));
      if (compound === word) queries.push({ queries: halves, combineWith: "AND", boostTerm: () => 0.5 });
    }
    return queries;
  }

  return asked;
})();
