/**
 * What the accessibility test does within a page, beside axe.
 *
 * Contrast costs most to measure, and the same contrast stands on a page hundreds of times. So every text
 * gets a key made of all that decides it: colours, backgrounds, sizes and weights, from the text up to the
 * page. Texts with the same key look the same, and axe is asked about one of them.
 */
window.look = (() => {
  "use strict";

  const DECISIVE = [
    "color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight", "textDecorationLine",
    "borderBottomStyle", "textShadow", "filter", "mixBlendMode", "clipPath", "webkitTextFillColor",
  ];
  const PAIR = ["color-contrast", "link-in-text-block"];
  const FIELDS = "select, textarea, input:not([type=checkbox], [type=radio], [type=range], [type=color])";
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });
  const named = (element) => `${element.localName}.${[...element.classList].join(".")}`;

  /** Short for a long text; two numbers, so that no two of a site's looks meet by chance. */
  function short(text) {
    let one = 0xdeadbeef, two = 0x41c6ce57;
    for (let at = 0; at < text.length; at += 1) {
      one = Math.imul(one ^ text.charCodeAt(at), 2654435761);
      two = Math.imul(two ^ text.charCodeAt(at), 1597334677);
    }
    return (one >>> 0).toString(36) + (two >>> 0).toString(36);
  }

  /** What an element itself adds to its look, with what the stylesheet puts before and behind its text. */
  function own(element) {
    const style = getComputedStyle(element);
    const around = ["::before", "::after"].map((name) => getComputedStyle(element, name))
      .filter(({ content }) => content !== "none" && content !== "normal")
      .map((one) => [one.color, one.backgroundColor, one.backgroundImage, one.position]);
    const alone = element.localName === "a" && element.textContent.trim() === element.parentElement.textContent.trim();
    return [...DECISIVE.map((name) => style[name]), element.matches(":disabled"), alone, ...around].join("|");
  }

  const PICTURES = "img, svg, canvas, video, object, iframe";
  const NOTHING = "rgba(0, 0, 0, 0)";

  /** Painted boxes that are moved from their place, and so can lie over or under a text which is not in them. */
  function loose() {
    const moved = new Map([[document.documentElement, false]]);
    const found = [];
    for (const element of document.querySelectorAll("body, body *:not(svg *)")) {
      const { position, transform, translate, float, marginTop, backgroundColor, backgroundImage } = getComputedStyle(element);
      const itself = position !== "static" || transform !== "none" || translate !== "none" || float !== "none" || parseFloat(marginTop) < 0;
      moved.set(element, itself || moved.get(element.parentElement));
      const painted = backgroundColor !== NOTHING || backgroundImage !== "none" || element.matches(PICTURES);
      if (moved.get(element) && painted && visible(element)) found.push({ element, box: element.getBoundingClientRect() });
    }
    return found;
  }

  /** Whether there is something to read in this very element. */
  function reads(element) {
    const said = element.matches(FIELDS) ? element.value : [...element.childNodes].map((one) => (one.nodeType === 3 ? one.data : "")).join("");
    const shows = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return said.trim() !== "" && shows && getComputedStyle(element).fontSize !== "0px";
  }

  /** @type {Map<string, Element>} one text of each look on this page */
  let texts = new Map();
  /** @type {WeakMap<Element, string>} */
  let keys = new WeakMap();

  /** The looks of all that can be read now in one place. What it shares its place with counts, too. */
  function looks(place) {
    texts = new Map();
    keys = new WeakMap();
    const known = new Map([[document.documentElement, "page"]]);
    const key = (element) => {
      if (!known.has(element)) known.set(element, short(key(element.parentElement) + own(element)));
      return known.get(element);
    };
    const veils = new Map([[document.documentElement, false]]);
    const veiled = (element) => {
      if (!veils.has(element)) veils.set(element, getComputedStyle(element).clipPath === "inset(50%)" || veiled(element.parentElement));
      return veils.get(element);
    };
    const boxes = loose();
    for (const element of document.querySelectorAll(`${place}, ${place} *:not(svg, svg *)`)) {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      if (!reads(element) || veiled(element) || bottom + scrollY < 0) continue; // veiled: for screen readers only
      const shares = boxes.filter(({ element: other, box }) =>
        box.left < right && box.right > left && box.top < bottom && box.bottom > top && !other.contains(element) && !element.contains(other));
      const found = key(element) + (shares.length ? short(shares.map(({ element: other }) => key(other)).join()) : "");
      keys.set(element, found);
      if (!texts.has(found)) texts.set(found, element);
    }
    return [...texts.keys()];
  }

  /** Text in a picture, which axe cannot measure: it has the colour of the text around it. */
  function drawn() {
    return [...document.querySelectorAll("svg text, svg tspan")]
      .filter((element) => visible(element) && getComputedStyle(element).fill !== getComputedStyle(element.closest("svg").parentElement).color)
      .map((element) => ["text in a picture with a colour of its own", named(element)]);
  }

  const why = (node) => [...node.any, ...node.all, ...node.none].map((check) => check.message)[0] ?? "";
  const told = (results) => results.flatMap(({ id, nodes }) => nodes.map((node) => [id, `${node.target.join(" ")} (${why(node)})`]));

  /** What axe finds, with rules chosen by tag or by name, in the whole page or in one place; colours are asked apart. */
  async function rules(type, values, place) {
    const asked = { runOnly: { type, values }, rules: Object.fromEntries(PAIR.map((name) => [name, { enabled: false }])), preload: false, reporter: "no-passes" };
    return told((await axe.run(place ?? document, asked)).violations);
  }

  /** How axe measures contrast, in its own numbers, but for one thing: texts of one letter count too. */
  const MEASURE = {
    ignoreUnicode: true,
    ignoreLength: true,
    boldValue: 700,
    boldTextPt: 14,
    largeTextPt: 18,
    contrastRatio: { normal: { expected: 4.5 }, large: { expected: 3 } },
    pseudoSizeThreshold: 0.25,
    shadowOutlineEmMax: 0.2,
    textStrokeEmMin: 0.03,
  };

  /** Ask about the colours of some texts, with or without what the stylesheet puts around them. */
  async function contrast(elements, ignorePseudo) {
    axe.configure({ checks: [{ id: "color-contrast", options: { ...MEASURE, ignorePseudo } }] });
    return axe.run(elements, { runOnly: PAIR, preload: false, elementRef: true });
  }

  const PLAIN = new CSSStyleSheet();
  PLAIN.replaceSync("* { background-image: none !important; }");

  /** Ask again, with Latin letters in the place of others: axe takes joined Arabic letters for an icon. */
  async function plainly(elements) {
    const nodes = elements.flatMap((element) => [...element.childNodes]).filter((node) => node.nodeType === 3 && node.data.trim());
    const said = nodes.map((node) => node.data);
    for (const node of nodes) node.data = "Text";
    document.adoptedStyleSheets.push(PLAIN);
    const answer = await contrast(elements, true);
    document.adoptedStyleSheets.pop();
    nodes.forEach((node, at) => { node.data = said[at]; });
    return answer;
  }

  /**
   * The faults in the colours of these looks, and of which looks axe could measure the contrast.
   * What it leaves open because of a shadow, a sign beside the text or its script, it must say about the colours alone.
   */
  async function colours(wanted) {
    const faults = [], judged = new Set();
    const note = ({ violations, passes }) => {
      faults.push(...told(violations));
      for (const { id, nodes } of [...violations, ...passes]) {
        if (id === PAIR[0]) for (const { element } of nodes) judged.add(keys.get(element));
      }
    };
    const elements = () => wanted.filter((key) => !judged.has(key)).map((key) => texts.get(key));
    if (wanted.length) note(await contrast(elements(), false));
    if (!elements().length) return { faults, judged: [...judged] };
    const { violations, passes, incomplete } = await plainly(elements());
    note({ violations, passes });
    const open = new Map(incomplete.flatMap(({ nodes }) => nodes.map((node) => [node.element, why(node)])));
    const left = elements().map((element) => `${named(element)} in ${named(element.parentElement)} (${open.get(element) ?? "axe passes it by"})`);
    return { faults: [...faults, ...left.map((place) => ["contrast that cannot be measured", place])], judged: [...judged] };
  }

  /** Two frames later what a new width sets in motion is done; transitions of colours end here. */
  async function settle() {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations()) animation.finish();
  }

  /** What shows, and where: the elements' boxes, rounded. */
  function boxes() {
    return [...document.querySelectorAll("body *")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return visible(element) ? [x, y, width, height].map(Math.round).join() : "";
    }).join(" ");
  }

  const shown = () => [...document.querySelectorAll("body *")].map((element) => (visible(element) ? 1 : 0)).join("");

  /**
   * Each target that is smaller than 24 pixels and does not stand in a sentence (WCAG 2.5.8);
   * what a label belongs to is as large as the label.
   */
  function small() {
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
      .filter(visible)
      .filter((element) => {
        const sizes = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect());
        if (sizes.some(({ width, height }) => width >= 23.9 && height >= 23.9)) return false;
        const around = element.closest("p, li, dd, dt, td, th, figcaption, h1, h2, h3, h4, h5, h6");
        const inline = getComputedStyle(element).display === "inline" || element.closest("sup");
        return !(inline && around && around.textContent.trim().length > element.textContent.trim().length);
      })
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return ["target under 24 px", `${named(element)} in ${named(element.parentElement)}`, `${Math.round(width)} x ${Math.round(height)}`];
      });
  }

  /** What makes the page wider than the window; boxes that scroll by themselves may. */
  function wide() {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const scrolls = (element) => element && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    return [...document.querySelectorAll("body *")]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (right > room + 1 || left < -1) && !scrolls(element.parentElement);
      })
      .slice(-3)
      .map((element) => ["wider than the window", named(element)]);
  }

  /** Text that its own box cuts off. Names for screen readers only are one pixel wide and meant to be. */
  function cut() {
    return [...document.querySelectorAll("body *")]
      .filter((element) => visible(element) && element.clientWidth > 1)
      .filter((element) => ["hidden", "clip"].includes(getComputedStyle(element).overflowX))
      .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      .map((element) => ["text cut off", named(element)]);
  }

  /** More room between letters, words and lines (WCAG 1.4.12). */
  function space() {
    for (const element of document.querySelectorAll("body *")) {
      Object.assign(element.style, { lineHeight: "1.5", letterSpacing: "0.12em", wordSpacing: "0.16em" });
    }
  }

  /** Letters twice as large (WCAG 1.4.4), and nothing of what `space` did. */
  function enlarge() {
    for (const element of document.querySelectorAll("[style]")) element.removeAttribute("style");
    const root = document.documentElement;
    root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
  }

  /** Unfold one part, and all that folds but the menus, as only one of those is open at a time. */
  function open(place) {
    const all = [...document.querySelectorAll("details")];
    all.forEach((one, at) => {
      one.open = at === place || !one.matches("[data-menu]");
      one.toggleAttribute("data-opened", at === place);
    });
  }

  return { settle, looks, drawn, rules, colours, boxes, shown, small, wide, cut, space, enlarge, open };
})();
