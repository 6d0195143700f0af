/* Step 2: live candidates made from the brief, and the places where the ad will be posted. */
(() => {
  const A = window.adgen, html = document.documentElement, wide = matchMedia("(min-width: 60rem)");
  const ask = A.latest();
  const GROUPS = {
    instagram: A.line('<rect x="4" y="4" width="16" height="16" rx="4.500"/><circle cx="12" cy="12" r="3.600"/><circle cx="16.600" cy="7.400" r=".6"/>'),
    kakao: A.line('<path d="M12 4.500c-5 0-8.500 2.900-8.500 6.700 0 2.400 1.500 4.400 3.800 5.600L6.500 20l3.700-2.300c.6.1 1.200.1 1.800.1 5 0 8.500-2.900 8.500-6.600S17 4.500 12 4.500z"/>'),
    naver: A.line('<path d="M5 4h14v16H5z"/><path d="M9 16V8l6 8V8"/>'),
    delivery: A.line('<path d="M5 9h14l-1 11H6zM9 9V7a3 3 0 0 1 6 0v2"/>'),
    message: A.line('<path d="M4 5h16v11H9l-5 4z"/><path d="M8 9h8M8 12h5"/>'),
    print: A.line('<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"/>'),
  };
  const JOINED = {daangn: "delivery"};
  const SHELF = () => `channels.${A.me?.id}`;
  let asked = null, seen = "", page = 0, looks = [], open = "instagram", busy = false, trouble = "";

  /** GET /channels and GET /templates, asked once. */
  A.table = (() => { const kept = {}; return async path => {
    if (!kept[path]) { const answer = await A.api(path); if (!answer.ok) return null; kept[path] = answer.data; }
    return kept[path];
  }; })();
  A.named = row => A.esc(A.language === "en" ? row.en : row.ko);
  /** Plain sentences under a picture, each once. */
  A.sentences = notes => { const seen = [...new Set((notes || []).map(A.named))]; return seen.length ? `<ul class="notes">${seen.map(text => `<li>${text}</li>`).join("")}</ul>` : ""; };

  const card = (look, at) => `<button type="button" class="look" role="radio" data-look="${at}" aria-checked="${A.ask.look === look}" tabindex="${A.ask.look === look || (!A.ask.look && !at) ? 0 : -1}">
    <img src="${A.safe(look.image)}" alt="${A.t("look.n", {n: at + 1})}"></button>`;
  const empty = Array.from({length: 4}, () => '<div class="look wait" aria-hidden="true"></div>').join("");
  const draw = () => {
    const box = A.one("#looks");
    if (!box) return;
    const first = busy && !looks.length;
    box.innerHTML = `<h2 class="asking">${A.t("look.ask")}</h2>
      <div class="looks" role="radiogroup" aria-label="${A.t("look.ask")}" aria-busy="${busy}">${looks.map(card).join("")}${busy ? empty : ""}</div>
      ${first ? `<p class="hint" role="status">${A.t("look.wait")}</p>` : ""}
      ${trouble ? `<p class="notice" role="alert">${A.esc(trouble)} ${A.t("look.anyway")}</p>` : ""}
      ${A.ask.look ? A.sentences(A.ask.look.notes) + (A.ask.look.stand_in ? `<p class="hint">${A.t("look.standin")}</p>` : "") : ""}
      <div class="look-do"><button type="button" class="btn" data-do="looksMore" ${busy ? "disabled" : ""}>${A.t(trouble ? "retry" : "look.more")}</button>
      <button type="button" class="btn" data-do="form">${A.t("to.form")}</button></div>`;
  };
  const load = async () => {
    busy = true; trouble = ""; draw();
    const answer = await ask("/candidates", {...asked, count: 4, page});
    if (!answer) return;
    busy = false;
    if (!answer.ok) seen = "";
    if (answer.status === 401) { A.signInAgain(); A.back(); return; }
    if (answer.status === 422) { A.back(); A.note(A.sentence(answer), null, null, 8); A.marked(answer); return; }
    if (answer.ok) {
      const fresh = answer.data.candidates || [];
      looks.push(...fresh);
      page += 1;
      if (!A.ask.look && looks.length) A.ask.look = looks[0];
    } else trouble = A.sentence(answer);
    draw();
  };
  const restart = () => { looks = []; page = 0; A.ask.look = null; load(); };

  /** The form's values arrive: step 2 begins. ``A.live`` marks the desktop's own asking while the owner types. */
  A.looks = values => {
    const live = A.live;
    A.live = false;
    asked = A.asked(values);
    if (!asked.project_id || !asked.ad_description?.trim()) {
      if (!live) {
        A.note(A.t(asked.project_id ? "need.news" : "no.project"), null, null, 8);
        if (asked.project_id) A.mark("ad_description", A.t("need.news"));
        A.field("ad_description")?.focus();
      }
      return;
    }
    const now = JSON.stringify(asked), same = now === seen && (busy || looks.length);
    if (live && same) return;
    if (!live) { later.stop(); A.hush(); }
    seen = now;
    if (A.step() !== "look") A.step("look");
    if (!wide.matches) { history.pushState({step: "look"}, ""); scrollTo(0, 0); }
    same ? draw() : restart();
    places();
  };
  /** On a desktop the candidates follow what is typed beside them. */
  const later = A.rest(() => {
    if (!wide.matches || A.page() !== "create" || !["form", "look"].includes(A.step())) return;
    A.live = true;
    A.one("#go-make")?.click();
  }, 700);
  A.stale = () => { if (wide.matches && html.dataset.state === "in") later(); };
  document.addEventListener("input", event => { if (event.target.closest("#ask") && event.isTrusted) A.stale(); });
  document.addEventListener("click", event => { if (event.target.closest("#ask .chip")) A.stale(); });

  const choose = at => { A.ask.look = looks[at]; draw(); A.one(`[data-look="${at}"]`)?.focus({preventScroll: true}); };
  document.addEventListener("click", event => { const el = event.target.closest("[data-look]"); if (el) choose(Number(el.dataset.look)); });
  document.addEventListener("keydown", event => {
    const el = event.target.closest?.("[data-look]"), step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (!el || !step) return;
    event.preventDefault();
    choose((Number(el.dataset.look) + step + looks.length) % looks.length);
  });
  A.acts.looksMore = () => load();

  // The places.
  const group = row => JOINED[row.group] || row.group;
  const chosen = () => A.ask.channels ??= (() => { try { return JSON.parse(A.store.get(SHELF())); } catch { return null; } })() || [...A.usual];
  const places = async () => {
    const box = A.one("#places");
    if (!box) return;
    const rows = await A.table("/channels");
    if (!rows) { box.innerHTML = ""; return; }
    const known = rows.filter(row => !row.refused).map(row => row.key);
    A.ask.channels = chosen().filter(key => known.includes(key));
    if (!A.ask.channels.length) A.ask.channels = A.usual.filter(key => known.includes(key));
    const tiles = Object.keys(GROUPS).filter(name => rows.some(row => group(row) === name)).map(name => {
      const count = rows.filter(row => group(row) === name && A.ask.channels.includes(row.key)).length;
      return `<button type="button" class="tile" data-group="${name}" aria-expanded="${open === name}" aria-controls="slots">${GROUPS[name]}<span>${A.t("group." + name)}</span>${count ? `<b aria-label="${A.t("chosen.n", {n: count})}">${count}</b>` : ""}</button>`;
    });
    const advice = [...new Set(rows.filter(row => row.advice && A.ask.channels.includes(row.key) && group(row) === open).map(row => A.named(row.advice)))];
    const slots = rows.filter(row => group(row) === open).map(row => {
      const marks = row.needs_check ? `<em>${A.t("needs.check")}</em>` : "";
      const size = row.group === "print" ? "PDF" : `${row.width}×${row.height}`;
      return row.refused
        ? `<button type="button" class="slot refused" data-refused="${A.named(row.refused)}" aria-disabled="true"><span>${A.named(row)}</span><small>${A.t("refused")}</small></button>`
        : `<button type="button" class="slot" data-slot="${A.esc(row.key)}" aria-pressed="${A.ask.channels.includes(row.key)}"><span>${A.named(row)}</span><small>${size}</small>${marks}</button>`;
    });
    box.innerHTML = `<h3 id="places-title">${A.t("place.ask")}</h3><div class="tiles" role="group" aria-labelledby="places-title">${tiles.join("")}</div>
      <div class="slots" id="slots" role="group" aria-label="${A.t("group." + open)}">${slots.join("")}<p class="reason" role="status"></p></div>
      ${advice.map(words => `<p class="hint advice">${words}</p>`).join("")}`;
  };
  document.addEventListener("click", event => {
    const tile = event.target.closest("[data-group]"), slot = event.target.closest("[data-slot]"), refused = event.target.closest("[data-refused]");
    if (tile) { open = tile.dataset.group; places().then(() => A.one(`[data-group="${open}"]`)?.focus({preventScroll: true})); }
    else if (slot) {
      const key = slot.dataset.slot, now = chosen();
      A.ask.channels = now.includes(key) ? now.filter(one => one !== key) : [...now, key];
      A.store.set(SHELF(), JSON.stringify(A.ask.channels));
      places().then(() => A.one(`[data-slot="${key}"]`)?.focus({preventScroll: true}));
    } else if (refused) { const why = A.one("#places .reason"); refused.after(why); why.textContent = refused.dataset.refused; }
  });

  /** Candidates that were not chosen, for the row under a finished ad. */
  A.others = () => looks.map((look, at) => [look, at]).filter(([look]) => look !== A.ask.look);
  A.acts.otherLook = el => { A.ask.look = looks[Number(el.dataset.at)]; A.one("#go-finish")?.click(); };
  /** From a finished ad to other looks of the same brief: the form is filled from it, then step 2 opens. */
  A.acts.moreLooks = el => { A.more = true; A.call("reuse", {id: el.dataset.id}); };
})();
