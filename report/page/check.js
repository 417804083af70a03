// The page of mingze check: from finding to words and back, filters, sorting. The page can be read
// without it; what only works with it is made here or shown here.
"use strict";

(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const collator = new Intl.Collator("zh");
  const option = (select, value, text) => {
    const one = document.createElement("option");
    one.value = value;
    one.textContent = text;
    select.append(one);
  };

  // --- Findings: one is “here” at a time, in the text and beside it.
  const walk = document.querySelector(".walk");
  const kind = walk.querySelector(".kind");
  const place = walk.querySelector("output");
  const cards = all(".card");
  const marksOf = new Map(cards.map((card) => [card.id, []]));
  for (const mark of all("mark[data-findings]"))
    for (const id of mark.dataset.findings.split(" ")) marksOf.get(id).push(mark);
  const refOf = (card) => document.getElementById(card.id.replace("-f", "-w"));
  let here = null;

  const shown = () => cards.filter((card) => !card.classList.contains("off"));
  const tell = () => {
    const cardsShown = shown();
    place.value = `${here ? cardsShown.indexOf(here) + 1 : 0} / ${cardsShown.length}`;
  };
  const choose = (card) => {
    for (const one of all(".here")) one.classList.remove("here");
    here = card;
    if (card) for (const one of [card, ...marksOf.get(card.id)]) one.classList.add("here");
    tell();
  };
  const show = (element) => {
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
  };
  const goToCard = (card) => { choose(card); show(card); };
  const goToWords = (card) => { choose(card); show(refOf(card) ?? card); };
  const step = (by) => {
    const cardsShown = shown();
    if (cardsShown.length === 0) return;
    const at = here ? cardsShown.indexOf(here) : by > 0 ? -1 : 0;
    goToWords(cardsShown[(at + by + cardsShown.length) % cardsShown.length]);
  };

  const codes = new Map();
  for (const card of cards) codes.set(card.dataset.code, (codes.get(card.dataset.code) ?? 0) + 1);
  for (const [code, count] of [...codes].sort()) option(kind, code, `${code} (${count})`);
  kind.addEventListener("change", () => {
    for (const card of cards)
      card.classList.toggle("off", kind.value !== "" && card.dataset.code !== kind.value);
    const hidden = (id) => document.getElementById(id).classList.contains("off");
    for (const mark of all("mark[data-findings]"))
      mark.classList.toggle("off", mark.dataset.findings.split(" ").every(hidden));
    for (const ref of all(".ref")) ref.classList.toggle("off", hidden(ref.hash.slice(1)));
    for (const line of all("[data-finding]"))
      line.classList.toggle("off", hidden(line.dataset.finding));
    choose(null);
  });
  walk.querySelector(".back").addEventListener("click", () => step(-1));
  walk.querySelector(".on").addEventListener("click", () => step(1));
  walk.hidden = cards.length === 0;
  tell();

  document.addEventListener("keydown", (event) => {
    if (event.key !== "F8") return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-findings]");
    const link = event.target.closest("a[href^='#']");
    if (mark && !link && getSelection().isCollapsed) {
      // Words at fault in several ways: each click goes on to the next of them.
      const ids = mark.dataset.findings.split(" ")
        .filter((id) => !document.getElementById(id).classList.contains("off"));
      if (ids.length === 0) return;
      const next = ids[(ids.indexOf(here?.id) + 1) % ids.length];
      goToCard(document.getElementById(next));
      return;
    }
    const parts = link?.hash.match(/^#(d\d+)-([fw])(\d+)$/);
    if (!parts) return;
    event.preventDefault();
    const card = document.getElementById(`${parts[1]}-f${parts[3]}`);
    if (parts[2] === "f") goToCard(card); else goToWords(card);
  });

  // --- Tables: the heads of columns become buttons that sort.
  const sortable = (table, keyOf) => {
    const heads = all("thead th", table).filter((head) => !head.matches("[aria-hidden], .rest"));
    const body = table.tBodies[0];
    const first = [...body.rows];
    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const was = head.getAttribute("aria-sort");
        for (const other of heads) other.setAttribute("aria-sort", "none");
        const column = head.cellIndex;
        const [begin, then] = column > 0 && !head.matches(".status")
          ? ["descending", "ascending"] : ["ascending", "descending"];
        const now = was === begin ? then : was === then ? "none" : begin;
        head.setAttribute("aria-sort", now);
        const sign = now === "descending" ? -1 : 1;
        const keys = new Map(first.map((row) => [row, keyOf(row.cells[column], column, row)]));
        const compare = (a, b) => typeof a === "number" ? a - b : collator.compare(a, b);
        const rows = now === "none" ? first
          : [...first].sort((a, b) => sign * compare(keys.get(a), keys.get(b)));
        body.append(...rows);
      });
    }
  };
  for (const table of all(".load table, table.drafts"))
    sortable(table, (cell, column) => column === 0 ? cell.textContent : Number(cell.textContent));

  // --- The matrix.
  const rank = (cell) =>
    cell.matches(".l") ? 3 : cell.matches(".c") ? 2 : cell.matches(".n") ? 1 : 0;
  for (const part of all(".matrix")) {
    const table = part.querySelector("table");
    const tools = part.querySelector(".tools");
    if (!table || !tools) continue;
    const tool = (name) => tools.querySelector(`.${name}`);
    const rows = [...table.tBodies[0].rows];
    const bodies = all("th.body", table);
    const nameOf = (head) => head.textContent.trim();
    for (const head of bodies) option(tool("body"), head.cellIndex, nameOf(head));
    const columnOf = new Map(bodies.map((head) => [String(head.cellIndex), head]));
    const texts = new Map(rows.map((row) => [row, row.cells[0].textContent.toLowerCase()]));
    sortable(table, (cell, column, row) =>
      column === 0 ? rows.indexOf(row) : cell.matches(".status") ? cell.textContent : rank(cell));

    const filter = () => {
      const words = tool("words").value.trim().toLowerCase();
      const head = columnOf.get(tool("body").value);
      const role = tool("role").value;
      const status = tool("status").value;
      let count = 0;
      for (const row of rows) {
        const cell = head && row.cells[head.cellIndex];
        const has = cell ? (role === "" ? rank(cell) > 0 : cell.classList.contains(role))
          : role === "" || row.dataset.roles.includes(role);
        const fits = has && texts.get(row).includes(words) &&
          (status === "" || row.dataset.status === status);
        row.hidden = !fits;
        count += fits ? 1 : 0;
      }
      const output = tool("count");
      output.value = output.dataset.of.replace("{shown}", count).replace("{all}", rows.length);
    };
    const order = () => {
      const wanted = tool("order").value === "name"
        ? [...bodies].sort((a, b) => collator.compare(nameOf(a), nameOf(b))) : bodies;
      const places = wanted.map((head) => head.cellIndex);
      for (const row of [table.tHead.rows[0], ...rows]) {
        const rest = row.querySelector(".rest");
        const cells = places.map((at) => row.cells[at]);
        if (rest) rest.before(...cells); else row.append(...cells);
      }
    };
    const view = () => part.classList.toggle("as-list", tool("view").value === "list");
    for (const name of ["words", "body", "role", "status"])
      tool(name).addEventListener("input", filter);
    tool("order").addEventListener("input", order);
    tool("view").addEventListener("input", view);
    if (matchMedia("(max-width: 40rem)").matches) tool("view").value = "list";
    tools.hidden = false;
    view();
    filter();
  }

  // --- Who leads with whom: the ribbons of the body that is pointed at or has the focus.
  for (const drawing of all(".cooperation")) {
    const ribbons = all("path", drawing);
    const light = (name) => {
      drawing.classList.toggle("chosen", name !== null);
      for (const ribbon of ribbons)
        ribbon.classList.toggle("chosen", name !== null && (name.dataset.lead
          ? ribbon.dataset.lead === name.dataset.lead
          : ribbon.dataset.other === name.dataset.other));
    };
    for (const name of all("a", drawing)) {
      for (const event of ["mouseenter", "focus"]) name.addEventListener(event, () => light(name));
      for (const event of ["mouseleave", "blur"]) name.addEventListener(event, () => light(null));
    }
  }
})();
