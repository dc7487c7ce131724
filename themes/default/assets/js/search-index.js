// The index: in parts, of which those that may have what is asked for are loaded one after the other, as long as it is not
// found often enough.
const cjsiteSearch = (() => {
  const FEW = 5;
  const OPTIONS = { fields: ["title", "text"], tokenize: cjsiteWords.terms, processTerm: (term) => term };
  // By kind, in the order of the index: journeys, stages, steps, personas, departments, channels, opportunities,
  // evidence, measures, pages, findings. Who writes the name of a map looks for the map.
  const WEIGHTS = [3, 1.2, 1.3, 2.6, 2.3, 2, 1.2, 0.9, 1, 1.5, 0.35];
  const STORY = 0.8;
  // Many maps have stages and steps by one name: these do not hide the map that has the word in its title.
  const SHARED = [1, 2];
  const BEGUN = 0.45;
  const SOON = 100;
  // First what stands there as it was typed, or begins so; then what is nearly so; then what has some of the words.
  const PASSES = [
    { combineWith: "AND", fuzzy: false },
    { combineWith: "AND", fuzzy: true },
    { combineWith: "OR", fuzzy: true },
  ];
  const scripts = new Map();
  let parts = new Map();
  let vocabulary = null;
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
      const { words, kinds, parts, wordLists } = part;
      shared = { words, kinds, parts, wordLists, compounds: new Map(Object.entries(made)) };
    }
    const terms = part.wordLists === 0 ? part.index.index.map(([term]) => term) : [];
    return { maps: part.maps, index: MiniSearch.loadJS(part.index, OPTIONS), terms };
  }

  // The words of all parts: of a part alone, those that it has.
  async function loadVocabulary() {
    const { terms } = await part(1);
    const scripts = Array.from({ length: shared.wordLists }, (_, at) => load(`words-${at + 1}`));
    const lists = (await Promise.all(scripts)).map((list) => ({ ...list, words: list.words.split(" ") }));
    return cjsiteVocabulary.of(lists.length ? lists : [{ first: 1, words: terms, holders: terms.map(() => 1) }]);
  }

  function everyWord() {
    if (!vocabulary) {
      const loading = (vocabulary = loadVocabulary());
      loading.catch(() => (vocabulary = vocabulary === loading ? null : vocabulary));
    }
    return vocabulary;
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

  // The results in a part. asks: what each word of a query asks for.
  function within(own, words, asks, pass, filter) {
    const results = own.index.search(
      { combineWith: pass.combineWith, queries: asks.map((queries) => ({ combineWith: "OR", queries })) },
      {
        filter,
        prefix: false,
        fuzzy: false,
        tokenize: (word) => [word],
        boost: { title: 4 },
        weights: { prefix: BEGUN },
        boostDocument: (id, term, { k, t }) => (k === 0 && !t ? STORY : WEIGHTS[k]),
      },
    );
    const sources = new Map(asks.flat().flatMap(({ queries, source }) => (source ? [[queries[0], source]] : [])));
    return results.map((result) => placed(result, own.maps[result.m], words, sources));
  }

  // A result with its address, its title, and the map that it stands on. sources: which words others count for.
  function placed(result, map, words, sources) {
    const { k, u, t, p, s, d, l, score, terms, queryTerms, match } = result;
    const [url, title, language] = map ?? ["", "", ""];
    const isStory = k === 0 && !t;
    // To the library each spelling is a word of its own, and who has more words comes first.
    const count = new Set(queryTerms.map((term) => sources.get(term) ?? term)).size;
    const isCalled = t && Object.values(match).some((fields) => fields.includes("title"));
    return {
      kind: k,
      url: u.startsWith("#") ? url + u : u,
      title: t || title,
      context: [map && !isStory ? title : "", isStory ? shared.words.story : p].filter(Boolean),
      text: s ?? "",
      language: l || language,
      departments: d ?? [],
      score: (score / queryTerms.length) * count * (isCalled ? closeness(k, t, words, match) : 1),
      terms,
    };
  }

  // A title that is what was typed, or begins with it, or has all of its words, if only nearly so, is what was meant.
  function closeness(kind, title, words, match) {
    const own = cjsiteWords.queried(title);
    if (!words.every((word) => own.some((one) => one.startsWith(word)))) {
      const alike = own.filter((one) => match[one]).length;
      return alike < words.length ? 1 : alike < own.length ? 2 : 2.5;
    }
    if (!words.every((word, index) => own[index]?.startsWith(word))) return 2;
    const isWhole = own.length === words.length && own.every((word, index) => word === words[index]);
    return isWhole ? (SHARED.includes(kind) ? 3.2 : 4) : 2.5;
  }

  // The numbers of the parts that may have what is asked; the first is asked at once, for it is there already.
  async function* holding(asks, pass) {
    if (!pass.fuzzy) yield 1;
    if (!pass.fuzzy && shared.parts === 1) return;
    const every = await everyWord();
    const holders = every.parts({ combineWith: pass.combineWith, queries: asks.map((queries) => ({ queries })) });
    for (let number = pass.fuzzy ? 1 : 2; number <= shared.parts; number += 1) {
      if ((holders >> BigInt(number)) & 1n) yield number;
    }
  }

  // The results for a text, the best first, again and again while more of them are found: each part of the index is
  // asked for when those before it have been shown. enough: so many are.
  async function* find(text, { enough = 40, filter } = {}) {
    const words = cjsiteWords.queried(text);
    const isAsked = words.some((word) => word.length > 1 || cjsiteWords.isUnspaced(word) || /\d/.test(word));
    await part(1);
    let earlier = [];
    let shown = 0;
    let looked = performance.now();
    for (const pass of isAsked ? PASSES.slice(0, words.length > 1 ? 3 : 2) : []) {
      let own = [];
      const urls = new Set(earlier.map((result) => result.url));
      const every = pass.fuzzy && (await everyWord());
      const asks = words.map((word, index) => cjsiteAsked(words, index, shared.compounds, every));
      for await (const number of holding(asks, pass)) {
        if (earlier.length + own.length >= enough) {
          yield { results: [...earlier, ...own], isAll: false, isDone: true };
          return;
        }
        const more = within(await part(number), words, asks, pass, filter).filter((result) => !urls.has(result.url));
        own = [...own, ...more].sort((a, b) => b.score - a.score);
        // The first at once, others as often as eyes can follow: each time costs a frame.
        if ((own.length && !shown) || performance.now() - looked > SOON) {
          shown = earlier.length + own.length;
          yield { results: [...earlier, ...own], isAll: false, isDone: false };
          looked = performance.now();
        }
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
      vocabulary = null;
    },
  };
})();
