// The index: in parts, of which one after the other is loaded as long as what is asked for is not found often enough.
const cjsiteSearch = (() => {
  const FEW = 5;
  const OPTIONS = { fields: ["title", "text"], tokenize: cjsiteWords.terms, processTerm: (term) => term };
  // By kind, in the order of the index: journeys, stages, steps, personas, departments, channels, opportunities,
  // evidence, measures, pages, findings. Who writes the name of a map looks for the map.
  const WEIGHTS = [3, 1.2, 1.3, 2.6, 2.3, 2, 1.2, 0.9, 1, 1.5, 0.35];
  const STORY = 0.8;
  // Many maps have stages and steps by one name: these do not hide the map that has the word in its title.
  const SHARED = [1, 2];
  const EXACT = { prefix: false, fuzzy: false, combineWith: "OR" };
  // First what stands there as it was typed, or begins so; then what is nearly so; then what has some of the words.
  const PASSES = [
    { combineWith: "AND", fuzzy: false },
    { combineWith: "AND", fuzzy: true },
    { combineWith: "OR", fuzzy: true },
  ];
  const scripts = new Map();
  let parts = new Map();
  let shared = null;

  // A script that hands over data; a page that was opened as a file cannot read another file, but can run it.
  function data(path) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = `${document.body.dataset.root}search/${path}.js`;
      script.onload = () => {
        done(scripts.get(script));
        scripts.delete(script);
        script.remove();
      };
      script.onerror = () => {
        script.remove();
        failed(new Error(path));
      };
      document.head.append(script);
    });
  }

  async function inflated(packed) {
    const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
  }

  const load = async (path) => inflated(await data(path));

  async function loadPart(number) {
    const part = await load(`part-${number}`);
    if (part.words) {
      const made = part.hasCompounds ? (await load("compounds")).compounds : {};
      shared = { words: part.words, kinds: part.kinds, parts: part.parts, compounds: new Map(Object.entries(made)) };
    }
    return { maps: part.maps, index: MiniSearch.loadJS(part.index, OPTIONS) };
  }

  function part(number) {
    if (!parts.has(number)) {
      const loading = loadPart(number);
      parts.set(number, loading);
      // Whoever asks again may have more luck.
      loading.catch(() => parts.delete(number));
    }
    return parts.get(number);
  }

  // How many letters may be others, by the length of a word; numbers are meant as they are.
  function fuzzy(word) {
    if (/\d/.test(word) || cjsiteWords.isUnspaced(word)) return 0;
    return word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
  }

  // What one word of a query asks for: itself, what begins with it, and words that are made of it and another, be it
  // the one beside it.
  function asked(words, index, pass) {
    const word = words[index];
    const isLast = index === words.length - 1;
    const begins = cjsiteWords.isUnspaced(word) ? [...word].length === 1 : isLast || word.length > 3;
    const own = { queries: [word], prefix: begins, fuzzy: pass.fuzzy && fuzzy(word), combineWith: "OR" };
    const slips = pass.fuzzy && fuzzy(word) === 1 ? [{ ...EXACT, queries: swapped(word), boostTerm: () => 0.4 }] : [];
    return { combineWith: "OR", queries: [own, ...slips, ...joined(word, isLast), ...besides(words, index)] };
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
      .map((both) => ({ ...EXACT, queries: [both.join("")], prefix: both.at(-1) === words.at(-1) }));

  function joined(word, isLast) {
    const queries = [];
    for (const [compound, split] of shared.compounds) {
      const halves = split.split(" ");
      const isPart = halves.some((half) => half === word || (isLast && word.length > 3 && half.startsWith(word)));
      if (isPart && !compound.startsWith(word)) queries.push({ ...EXACT, queries: [compound], boostTerm: () => 0.6 });
      if (compound === word) queries.push({ ...EXACT, queries: halves, combineWith: "AND", boostTerm: () => 0.5 });
    }
    return queries;
  }

  function within(own, words, pass, filter) {
    const queries = words.map((word, index) => asked(words, index, pass));
    const results = own.index.search(
      { combineWith: pass.combineWith, queries },
      {
        filter,
        tokenize: (word) => [word],
        boost: { title: 4 },
        weights: { prefix: 0.45, fuzzy: 0.2 },
        boostDocument: (id, term, { k, t }) => (k === 0 && !t ? STORY : WEIGHTS[k]),
      },
    );
    return results.map((result) => placed(result, own.maps[result.m], words));
  }

  // A result with its address, its title, and the map that it stands on.
  function placed({ k, u, t, p, s, d, l, m, score, terms, match }, map, words) {
    const [url, title, language] = map ?? ["", "", ""];
    const isStory = k === 0 && !t;
    return {
      kind: k,
      url: u.startsWith("#") ? url + u : u,
      title: t || title,
      context: [map && !isStory ? title : "", isStory ? shared.words.story : p].filter(Boolean),
      text: s ?? "",
      language: l || language,
      departments: d ?? [],
      score: score * closeness(k, t, words, match),
      terms,
    };
  }

  // A title that is what was typed, or begins with it, or has all of its words, if only nearly so, is what was meant.
  function closeness(kind, title, words, match) {
    const own = title ? cjsiteWords.queried(title) : [];
    if (!words.every((word) => own.some((one) => one.startsWith(word)))) {
      const alike = own.filter((one) => match[one]).length;
      return alike < words.length ? 1 : alike < own.length ? 2 : 2.5;
    }
    if (!words.every((word, index) => own[index]?.startsWith(word))) return 2;
    const isWhole = own.length === words.length && own.every((word, index) => word === words[index]);
    return isWhole ? (SHARED.includes(kind) ? 3.2 : 4) : 2.5;
  }

  // The results for a text, the best first, again and again while more of them are found: each part of the index is
  // asked for when those before it have been shown. enough: so many are.
  async function* find(text, { enough = 40, filter } = {}) {
    const words = cjsiteWords.queried(text);
    const isAsked = words.some((word) => word.length > 1 || cjsiteWords.isUnspaced(word) || /\d/.test(word));
    await part(1);
    let earlier = [];
    for (const pass of isAsked ? PASSES.slice(0, words.length > 1 ? 3 : 2) : []) {
      let own = [];
      const urls = new Set(earlier.map((result) => result.url));
      for (let number = 1; number <= shared.parts; number += 1) {
        const more = within(await part(number), words, pass, filter).filter((result) => !urls.has(result.url));
        own = [...own, ...more].sort((a, b) => b.score - a.score);
        const isWhole = number === shared.parts;
        if (earlier.length + own.length >= enough && !isWhole) {
          yield { results: [...earlier, ...own], isAll: false, isDone: true };
          return;
        }
        if (more.length) yield { results: [...earlier, ...own], isAll: isWhole, isDone: false };
      }
      earlier = [...earlier, ...own];
      if (earlier.length >= FEW || (earlier.length && pass.fuzzy)) break;
    }
    yield { results: earlier, isAll: true, isDone: true };
  }

  return {
    find,
    take: (packed) => scripts.set(document.currentScript, packed),
    words: async () => {
      await part(1);
      return shared;
    },
    // While a preview runs, what was loaded may be old.
    forget() {
      parts = new Map();
    },
  };
})();
