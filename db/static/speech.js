// The speech page: a card for the mark under the pointer or the cursor, keys to walk the marks, clues that light up.
// The page reads without it: colours and toggles are CSS, links are links, titles are tooltips.
(() => {
  const card = document.getElementById("card");
  const text = document.querySelector(".text");
  const toggles = [...document.querySelectorAll(".legend input")];
  const tables = document.querySelector(".source a").pathname.replace(/documents\/\d+$/, "");
  const element = (tag, content, attributes = {}) => {
    const made = Object.assign(document.createElement(tag), attributes);
    made.append(...[content].flat());
    return made;
  };
  // A mark's id names its row: c12 is claim 12. A hit of a search is no row.
  const named = { i: "items", c: "metric_claims", r: "redactions", d: "deadlines", e: "evidence", n: "noise" };
  const rowOf = (mark) => named[mark.id[0]] && `${named[mark.id[0]]}/${mark.id.slice(1)}`;
  const correctable = (mark) => text.dataset.correct && /^[icrd]/.test(mark.id);
  const section = (mark) => {
    const [first, ...lines] = mark.title.split("\n");
    const pairs = lines.map((line) => line.split(/：(.*)/s));
    return element("section", [
      element("h3", first),
      element("dl", pairs.flatMap(([name, value]) => [element("dt", name), element("dd", value)])),
      element("p", [
        element("a", "看此行 row", { href: tables + rowOf(mark) }), " · ",
        element("a", "链接到此处 link", { href: "#" + mark.id }),
        ...(correctable(mark) ? [" · ", element("a", "更正 correct", { href: text.dataset.correct + rowOf(mark) })] : []),
      ]),
    ]);
  };
  // The mark itself first, then those around it: a placeholder, the claim that it is, the heading that it stands in.
  const describe = (mark) => {
    const around = [];
    for (let at = mark; at && at !== text; at = at.parentElement.closest("mark")) {
      const first = whole(at);
      if (first && rowOf(first) && shown(first)) around.push(first);
    }
    const close = element("button", "✕", { type: "button", className: "close", title: "收起 · close" });
    close.setAttribute("aria-label", "收起 · close");
    close.addEventListener("click", leave);
    card.replaceChildren(close, ...around.map(section));
    card.hidden = around.length === 0;
  };
  let current = null;
  const leave = () => {
    card.hidden = true;
    current?.classList.remove("current");
    current = null;
  };
  // A card that is there is not drawn anew: it may lie under a pointer, whose click on its link would be lost. (The
  // browser focuses the target of an address late, and tells of a changed hash after a script has read it.)
  const choose = (mark, scroll) => {
    if (!mark || !mark.id) return;
    if (mark !== current) {
      current?.classList.remove("current");
      current = mark;
      mark.classList.add("current");
      describe(mark);
    }
    if (scroll) { mark.tabIndex = -1; mark.focus({ preventScroll: true }); mark.scrollIntoView({ block: "center" }); }
  };
  const shown = (mark) => {
    const toggle = toggles.find((one) => mark.classList.contains(one.id.slice(5)));
    return mark.id && (!toggle || toggle.checked);
  };
  const whole = (target) => {
    const mark = target.closest?.("mark");
    return mark && (mark.id ? mark : document.getElementById(mark.dataset.of));
  };
  text.addEventListener("click", (event) => choose(whole(event.target)));
  text.addEventListener("focusin", (event) => choose(whole(event.target)));
  const walk = (step) => {
    const marks = [...text.querySelectorAll("mark[id]")].filter(shown);
    const at = marks.indexOf(current);
    choose(marks[at < 0 ? (step > 0 ? 0 : marks.length - 1) : at + step], true);
  };
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input, textarea, select") && event.target.type !== "checkbox") return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") walk(1);
    else if (event.key === "k") walk(-1);
    else if (event.key === "Escape") leave();
    else if (toggles[Number(event.key) - 1]) toggles[Number(event.key) - 1].click();
  });
  document.querySelectorAll("details[data-field]").forEach((details) => {
    details.addEventListener("toggle", () => {
      text.querySelectorAll(`mark[data-field="${details.dataset.field}"]`).forEach((mark) => {
        mark.classList.toggle("lit", details.open);
      });
    });
  });
  // Words that are selected within one paragraph become the place of a fact to be added.
  const add = document.getElementById("add-fact");
  const points = (words) => [...words].length;
  const selected = () => {
    const chosen = getSelection();
    const range = chosen.rangeCount && !chosen.isCollapsed && chosen.getRangeAt(0);
    const paragraph = range && range.startContainer.parentElement.closest(".text p");
    if (!paragraph || !paragraph.contains(range.endContainer)) return "";
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = Number(paragraph.dataset.start) + points(before.toString());
    return "?" + new URLSearchParams({ start, quote: range.toString() });
  };
  if (add) document.addEventListener("selectionchange", () => { add.href = text.dataset.add + selected(); });
  const fromHash = () => {
    const mark = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (mark && mark.matches("mark")) choose(mark, true);
  };
  window.addEventListener("hashchange", fromHash);
  fromHash();
})();
