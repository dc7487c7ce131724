// The words on a poster's curve. They come placed for the screen's lane; where the lane of a sheet is higher, or the
// type is another, a word may meet the line, a face, another word or the zero line: that one is placed anew, by what is
// measured. The costs are in the order of those in cjsite/drawing/labels.py.
(() => {
  const { find, all } = cjsite;
  const ON_LINE = 3;
  const ON_ZERO = 25;
  const ON_GRID = 2;
  const ON_DROP = 6;
  const ON_MARK = 40;
  const OUTSIDE = 200;
  const PER_PX = 0.1;
  const STEP = 4;
  const MOST = 72;
  // A word that touches a face strikes its rim.
  const NEAR = 2;
  const SAMPLES = 24;
  const SOFT_HYPHEN = "\u00ad";
  const isShown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const moved = (box, x, y) => ({ left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y });
  const wider = ({ left, right, top, bottom }, by) =>
    ({ left: left - by, right: right + by, top: top - by, bottom: bottom + by });

  // Points of a path of curves, whose steps are written from where each begins. Browsers would count from the path's start
  // for every point.
  function* along(path) {
    let [x, y] = [0, 0];
    for (const [, command, list] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
      const values = list.match(/-?(?:\d+\.?\d*|\.\d+)/g).map(Number);
      if (command === "M") [x, y] = values;
      for (let at = 0; command === "c" && at + 5 < values.length; at += 6) {
        const [ax, ay, bx, by, cx, cy] = values.slice(at, at + 6);
        for (let step = 0; step <= SAMPLES; step++) {
          const t = step / SAMPLES;
          const [a, b, c] = [3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
          yield [x + a * ax + b * bx + c * cx, y + a * ay + b * by + c * cy];
        }
        [x, y] = [x + cx, y + cy];
      }
    }
  }

  function pointsOf(curve) {
    const frame = curve.getBoundingClientRect();
    const box = curve.viewBox.baseVal;
    const rightToLeft = getComputedStyle(curve).direction === "rtl";
    const points = [];
    for (const path of all(".now path:not(.area,.leader)", curve).filter(isShown)) {
      for (const [x, y] of along(path.getAttribute("d"))) {
        const part = (x - box.x) / box.width;
        if (part < 0 || part > 1) continue;
        points.push({
          x: frame.left + (rightToLeft ? 1 - part : part) * frame.width,
          y: frame.top + (y / box.height) * frame.height,
        });
      }
    }
    return points;
  }

  function cost(box, { lane, home, zero, grid, points, marks, drops, words }, own) {
    const isOn = (y) => box.top < y + 1 && y - 1 < box.bottom;
    let sum = isOn(zero) ? ON_ZERO : 0;
    for (const y of grid) if (isOn(y)) sum += ON_GRID;
    for (const { x, y } of points) if (x > box.left && x < box.right && y > box.top - 2 && y < box.bottom + 2) sum += ON_LINE;
    for (const mark of marks) if (meet(box, mark)) sum += ON_MARK;
    for (const drop of drops) if (meet(box, drop)) sum += ON_DROP;
    for (const [word, other] of words) if (word !== own && meet(box, other)) sum += ON_MARK;
    if (box.top < lane.top || box.bottom > lane.bottom || box.left < home.left || box.right > home.right) sum += OUTSIDE;
    return sum;
  }

  function* places(box, home) {
    const room = [home.left - box.left + 1, home.right - box.right - 1];
    const asides = [0, room[0] / 2, room[1] / 2, room[0], room[1]].filter((x) => x >= room[0] && x <= room[1]);
    for (let y = -MOST; y <= MOST; y += STEP) for (const x of asides) yield [x, y];
  }

  cjsite.posterWords = (map, size) => {
    const ground = find(".feeling-ground", map);
    const curve = find(".curve", map);
    if (!curve || !isShown(ground)) return;
    const lane = ground.getBoundingClientRect();
    const boxes = (selector) => all(selector, map).filter(isShown).map((mark) => mark.getBoundingClientRect());
    const homes = new Map(all("article", map).map((article) => [article, article.getBoundingClientRect()]));
    const words = new Map(all(".word,.fork", map).filter(isShown).map((word) => [word, word.getBoundingClientRect()]));
    const field = {
      lane,
      zero: lane.top + (lane.height * 51) / 100,
      grid: [19, 35, 67, 83].map((y) => lane.top + (lane.height * y) / 100),
      points: pointsOf(curve),
      marks: [...boxes(".point .face").map((face) => wider(face, NEAR * size)), ...boxes(".point .diamond,.badge")],
      drops: boxes(".drop"),
      words,
    };
    for (const [word, box] of words) {
      const home = homes.get(word.closest("article"));
      const points = field.points.filter(({ x }) => x > home.left && x < home.right);
      const here = { ...field, home, points };
      let [best, least, way] = [null, cost(box, here, word), 0];
      if (!least) continue;
      for (const [x, y] of places(box, home)) {
        const far = PER_PX * (Math.abs(x) + Math.abs(y));
        if (far >= least) continue;
        const sum = far + cost(moved(box, x, y), here, word);
        if (sum < least) [best, least, way] = [[x, y], sum, far];
      }
      word.classList.toggle("masked", least > way);
      if (!best) continue;
      words.set(word, moved(box, ...best));
      word.style.transform = `translate(${best[0] / size}px,${best[1] / size}px)`;
    }
  };

  // Take the soft hyphens out at which no line ends: in a PDF they would stand within words that are searched and copied.
  cjsite.wholeWords = (sheet) => {
    const range = document.createRange();
    const bottomOf = (node, index) => {
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      return range.getBoundingClientRect().bottom;
    };
    const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    const changes = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const letters = node.data;
      if (!letters.includes(SOFT_HYPHEN)) continue;
      const ends = (index) => bottomOf(node, index + 1) > bottomOf(node, index - 1) + 1;
      const kept = letters.split("").filter((letter, index) => letter !== SOFT_HYPHEN || ends(index)).join("");
      if (kept !== letters) changes.push([node, kept]);
    }
    for (const [node, text] of changes) node.data = text;
  };
})();
