/* Step 3: every line, shape, lettering and colour of a finished ad changed in place; a save makes a new version. */
(() => {
  const A = window.adgen, html = document.documentElement, states = new WeakMap(), wide = matchMedia("(min-width: 60rem)");
  const LINES = [["headline", 100, 2], ["subline", 100, 2], ["offer", 60], ["original_price", 30], ["period", 60], ["call_to_action", 30], ["badge", 12], ["small_print", 200], ["store_name", 100], ["address_line", 200, 2]];
  const ALWAYS = ["headline", "subline", "offer", "period"], ROWS = 8, PANES = ["lines", "shape", "lettering", "colours"];
  const of = box => states.get(box);
  const shown = box => A.one("figure:not([hidden])", box);

  const line = ([name, most, rows = 1], state) => {
    const value = state.texts[name] || "", id = `line-${state.ad.id}-${name}`;
    if (!value && !ALWAYS.includes(name) && !state.added.has(name)) return "";
    const marks = `id="${id}" data-line="${name}" maxlength="${most}" lang="ko" autocomplete="off"`;
    return `<div class="line-edit"><label for="${id}">${A.t("line." + name)}</label>${rows > 1
      ? `<textarea ${marks} rows="1">${A.esc(value)}</textarea>` : `<input ${marks} type="text" value="${A.esc(value)}">`}${name === "headline" ? angles(state) : ""}</div>`;
  };
  /** The headlines that were written, each with what it leads with: one tap takes it. */
  const angles = state => state.ad.headlines.length < 2 ? "" : `<div class="chips angles" role="group" aria-label="${A.t("angles")}">${state.ad.headlines.map((one, at) =>
    `<button type="button" class="chip angle" data-do="takeHeadline" data-at="${at}" aria-pressed="${one.text === state.texts.headline}"><small>${A.t("angle." + one.angle)}</small><span lang="ko">${A.esc(one.text)}</span></button>`).join("")}</div>`;
  const items = state => {
    const rows = state.texts.items || [];
    if (!rows.length && !state.added.has("items")) return "";
    const shownRows = Math.min(ROWS, rows.length + (rows.length && rows.at(-1).name ? 1 : rows.length ? 0 : 1));
    return `<fieldset class="line-edit"><legend>${A.t("items")}</legend><ul class="menu">${Array.from({length: shownRows}, (_, at) =>
      `<li><input data-row="name" data-at="${at}" maxlength="30" lang="ko" aria-label="${A.t("item.name", {n: at + 1})}" value="${A.esc(rows[at]?.name)}"><input data-row="price" data-at="${at}" maxlength="20" lang="ko" aria-label="${A.t("item.price", {n: at + 1})}" value="${A.esc(rows[at]?.price)}"></li>`).join("")}</ul></fieldset>`;
  };
  const more = state => {
    const absent = [...LINES.map(([name]) => name), "items"].filter(name => !(name === "items" ? state.texts.items?.length : state.texts[name]) && !ALWAYS.includes(name) && !state.added.has(name));
    return absent.length ? `<div class="chips add-line" role="group" aria-label="${A.t("line.add")}">${absent.map(name => `<button type="button" class="chip" data-do="lineMore" data-name="${name}">＋ ${A.t(name === "items" ? "items" : "line." + name)}</button>`).join("")}</div>` : "";
  };
  const choice = (state, key, rows, words) => `<h4>${words}</h4><div class="chips" role="group" aria-label="${words}">${rows.map(([value, markup, label]) =>
    `<button type="button" class="chip ${key === "font" ? "mood" : ""}" data-pick="${key}" data-value="${A.esc(value)}" aria-pressed="${value === (state.pick[key] ?? "")}"${label ? ` aria-label="${A.esc(label)}"` : ""}>${markup}</button>`).join("")}</div>`;
  const lists = name => A.tables?.[name] || [];
  const PANE = {
    lines: state => LINES.map(row => line(row, state)).join("") + items(state) + more(state),
    shape: state => choice(state, "template", [["", A.t("auto")], ...lists("templates").map(row => [row.key, A.named(row)])], A.t("template"))
      + (state.ad.drawn ? choice(state, "style", [["", A.t("auto")], ...lists("styles").map(row => [row.key, A.named(row)])], A.t("style")) : "")
      + `<label class="btn photo-pick"><span>${A.t(state.pick.photo_id ? "photo.other" : "photo.swap")}</span><input type="file" accept="image/*" data-swap></label>`
      + (state.pick.photo_id ? `<label class="switch"><input type="checkbox" data-switch="photo_fix" ${state.pick.photo_fix === false ? "" : "checked"}><i></i><span>${A.t("photo.fix")}</span></label>` : "")
      + (state.ad.image_ai && !state.pick.photo_id ? `<label class="switch"><input type="checkbox" data-switch="ai_label" ${state.pick.ai_label === false ? "" : "checked"}><i></i><span>${A.t("ai.label")}</span></label><p class="hint">${A.t("ai.label.more")}</p>` : ""),
    lettering: state => choice(state, "font", lists("fonts").map(row => [row.key, A.mood(row.key), A.language === "en" ? row.en : row.ko]), A.t("lettering")),
    colours: state => {
      const now = state.pick.colors || [], own = [...new Set([...state.ad.brand_colors, ...(state.photoColours || [])])];
      const dots = (codes, words) => codes.length ? `<h4>${words}</h4><div class="dots" role="group" aria-label="${words}">${codes.map(code => `<button type="button" class="dot" data-tint="${A.esc(code)}" aria-label="${A.esc(code)}" aria-pressed="${now[0] === code}" style="background:${A.esc(code)}"></button>`).join("")}</div>` : "";
      return dots(own, A.t("colour.own")) + dots(A.swatches, A.t("colour.other"))
        + `<label class="btn small pick"><span>${A.t("colour.add")}</span><input type="color" value="${A.esc((now[0] || "#C2410C").toLowerCase())}" data-tint-pick></label>`;
    },
  };
  /** A lettering shown in its own face: outlines made beforehand, no font is loaded for it. */
  A.mood = key => `<i class="mood-face" style="--face:url('${A.base}assets/app/moods/${encodeURIComponent(key)}.svg')"></i>`;

  const draw = box => {
    const state = of(box), place = A.one(".edit", box);
    place.innerHTML = `<div class="segs" role="group" aria-label="${A.t("change")}">${PANES.map(name => `<button type="button" class="seg" data-do="pane" data-pane="${name}" aria-pressed="${state.pane === name}">${A.t("pane." + name)}</button>`).join("")}</div>
      <div class="pane">${PANE[state.pane](state)}</div><p class="why" role="alert"></p>
      <div class="edit-do"><button type="button" class="btn" data-do="unedit">${A.t("unedit")}</button><button type="button" class="btn primary" data-do="keepEdit">${A.t("save")}</button></div>`;
    dirty(box);
    A.all("textarea", place).forEach(grow);
  };
  const grow = el => { el.style.height = "auto"; el.style.height = `${el.scrollHeight + 3}px`; };
  const changed = state => JSON.stringify([state.texts, state.pick]) !== state.before;
  const dirty = box => { const on = changed(of(box)); box.classList.toggle("dirty", on); A.one("[data-do=keepEdit]", box).disabled = !on; A.one("[data-do=unedit]", box).textContent = A.t(on ? "unedit" : "close"); };
  const body = (state, preview) => {
    const [words, looks] = JSON.parse(state.before), other = (now, then) => Object.fromEntries(Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(then[name])));
    const texts = other(state.texts, words);  // a line nobody touched is not judged anew
    if (texts.items) texts.items = texts.items.filter(row => row.name?.trim());
    return {...other(state.pick, looks), texts, preview};
  };

  const look = async box => {
    const state = of(box), figure = shown(box), mark = ++state.mark;
    if (!changed(state)) { restore(box); return; }
    figure.classList.add("busy");
    const answer = await state.ask(`/contents/${state.ad.id}/posters`, {...body(state, true), channels: [figure.dataset.channel]});
    if (!answer || state.mark !== mark) return;
    figure.classList.remove("busy");
    const why = A.one(".edit .why", box);
    if (answer.status === 401) { A.signInAgain(); return; }
    why.textContent = answer.ok ? "" : A.sentence(answer);
    const poster = answer.ok && answer.data.posters?.[0];
    if (!poster || !A.safe(poster.image)) return;
    const img = A.one("img", figure);
    img.dataset.kept ??= img.src;
    img.src = poster.image;
    figure.dataset.seen = state.turn;
    say(box, poster.notes);
  };
  const restore = box => {
    A.all("figure", box).forEach(figure => { const img = A.one("img", figure); if (img.dataset.kept) { img.src = img.dataset.kept; delete img.dataset.kept; } figure.classList.remove("busy"); delete figure.dataset.seen; });
    say(box);
  };
  const say = (box, notes) => { const place = A.one(".ad-notes", box); if (place) place.innerHTML = A.sentences(notes || of(box).ad.notes[shown(box)?.dataset.channel]); };
  const pressed = box => { const state = of(box); A.all(".angle", box).forEach(el => el.setAttribute("aria-pressed", state.ad.headlines[Number(el.dataset.at)].text === state.texts.headline)); };
  /** Other lines for the poster, shown before they are saved. */
  A.relined = (box, lines) => {
    const state = of(box);
    Object.assign(state.texts, lines);
    state.pane = "lines";
    if (!box.classList.contains("editing")) A.acts.edit(box);
    draw(box);
    touched(box, true);
    if (wide.matches) A.one(".edit", box).scrollIntoView({block: "start"});
  };
  const touched = (box, now = false) => { const state = of(box); state.turn += 1; dirty(box); now ? (state.soon.stop(), look(box)) : state.soon(box); };

  /** Give a fresh ad sheet its editor. */
  const dress = async box => {
    const ad = JSON.parse(box.dataset.ad);
    const texts = {...ad.texts}, pick = {...ad.render};
    states.set(box, {ad, texts, pick, before: JSON.stringify([texts, pick]), added: new Set(), pane: "lines", mark: 0, turn: 0, ask: A.latest(), soon: A.rest(look, 250)});
    say(box);
    others(box);
    A.tables ??= await A.table("/templates");
    if (wide.matches) box.classList.add("editing");
    draw(box);
  };
  const others = box => {
    const place = A.one(".other-looks", box), rest = box.closest("#result") ? A.others() : [];
    if (place && rest.length) place.innerHTML = `<h3>${A.t("look.others")}</h3><div class="looks few">${rest.slice(0, 6).map(([one, at]) => `<button type="button" class="look" data-do="otherLook" data-at="${at}"><img src="${A.safe(one.image)}" alt="${A.t("look.n", {n: at + 1})}"></button>`).join("")}</div>`;
  };
  new MutationObserver(() => A.all(".ad[data-ad]").filter(box => !states.has(box)).forEach(dress)).observe(document.body, {childList: true, subtree: true});
  /** The shown size changed: what was edited is shown in it, too. */
  A.sized = box => { const state = of(box); if (!state) return; say(box); if (changed(state) && shown(box).dataset.seen !== String(state.turn)) look(box); };

  const box = el => el.closest(".ad");
  document.addEventListener("input", event => {
    const el = event.target, at = box(el), state = at && of(at);
    if (!state) return;
    if (el.dataset.line) { state.texts[el.dataset.line] = el.value; if (el.matches("textarea")) grow(el); if (el.dataset.line === "headline") pressed(at); touched(at); }
    else if (el.dataset.row) {
      const rows = state.texts.items = [...(state.texts.items || [])], place = Number(el.dataset.at);
      while (rows.length <= place) rows.push({name: "", price: ""});
      rows[place] = {...rows[place], [el.dataset.row]: el.value};
      if (rows.length < ROWS && place === rows.length - 1 && rows[place].name && !A.one(`[data-at="${place + 1}"]`, at)) {
        const li = el.closest("li").cloneNode(true);
        A.all("input", li).forEach(input => { input.value = ""; input.dataset.at = place + 1; input.setAttribute("aria-label", A.t("item." + input.dataset.row, {n: place + 2})); });
        el.closest("ul").append(li);
      }
      touched(at);
    } else if (el.matches("[data-tint-pick]")) { state.pick.colors = [el.value.toUpperCase()]; touched(at); }
  });
  document.addEventListener("change", async event => {
    const el = event.target, at = box(el), state = at && of(at);
    if (!state) return;
    if (el.dataset.switch) { state.pick[el.dataset.switch] = el.checked; touched(at, true); }
    else if (el.matches("[data-swap]") && el.files[0]) {
      const label = el.closest("label");
      A.one("span", label).textContent = A.t("photo.sending");
      const kept = await A.upload(el.files[0]);
      if (kept) { state.pick.photo_id = kept.photo_id; state.photoColours = kept.colors; touched(at, true); }
      draw(at);
    }
  });
  document.addEventListener("click", event => {
    const el = event.target.closest?.("[data-pick],[data-tint],figure"), at = el && box(el), state = at && of(at);
    if (!state) return;
    if (el.matches("figure")) { if (!at.classList.contains("editing")) A.acts.edit(at); return; }
    if (el.dataset.tint) state.pick.colors = [el.dataset.tint]; else state.pick[el.dataset.pick] = el.dataset.value;
    const group = el.dataset.tint ? "[data-tint]" : `[data-pick=${el.dataset.pick}]`;
    A.all(group, at).forEach(other => other.setAttribute("aria-pressed", other === el));
    touched(at, true);
  });
  // On a phone the poster stays in sight, small, while a line is typed.
  document.addEventListener("focusin", event => {
    const at = event.target.closest?.(".edit") && box(event.target);
    if (at && !wide.matches) setTimeout(() => event.target.scrollIntoView({block: "center"}), 350);
  });
  const open = id => { delete html.dataset.editing; if (A.page() === "ad") A.go("ads", id); else { A.shown = id; A.call("show", {id}); } };
  A.open = open;
  Object.assign(A.acts, {
    edit(el) { const at = box(el); at.classList.add("editing"); if (!wide.matches) { html.dataset.editing = ""; scrollTo(0, 0); } A.all(".edit textarea", at).forEach(grow); },
    pane(el) { const at = box(el); of(at).pane = el.dataset.pane; draw(at); A.one(`[data-pane=${el.dataset.pane}]`, at)?.focus({preventScroll: true}); },
    takeHeadline(el) { const at = box(el), state = of(at); A.put(A.one("[data-line=headline]", at), state.ad.headlines[Number(el.dataset.at)].text); },
    lineMore(el) { const at = box(el), name = el.dataset.name; of(at).added.add(name); draw(at); A.one(name === "items" ? "[data-row=name]" : `[data-line=${name}]`, at)?.focus(); },
    unedit(el) {
      const at = box(el), state = of(at);
      [state.texts, state.pick] = JSON.parse(state.before);
      state.added.clear(); state.soon.stop(); state.mark += 1;
      restore(at); draw(at);
      if (!wide.matches) { at.classList.remove("editing"); delete html.dataset.editing; scrollTo(0, 0); }
    },
    async keepEdit(el) {
      const at = box(el), state = of(at), words = el.textContent;
      state.soon.stop();
      el.disabled = true; el.textContent = A.t("saving");
      const answer = await A.api(`/contents/${state.ad.id}/posters`, "POST", body(state, false));
      el.disabled = false; el.textContent = words;
      if (!answer.ok) { if (answer.status === 401) A.signInAgain(); else A.one(".edit .why", at).textContent = A.sentence(answer); return; }
      const made = answer.data.id, old = state.ad.id;
      open(made);
      if (!wide.matches) scrollTo(0, 0);
      A.note(A.t("version.saved"), A.t("undo"), async () => {
        const gone = await A.api(`/contents/${made}`, "DELETE");
        if (gone.ok) { open(old); A.note(A.t("restored")); } else A.note(A.sentence(gone));
      }, 12);
    },
    version(el) { open(el.dataset.id); scrollTo(0, 0); },
    /** The ad with its print sizes: a new version that has the PDF, which is then saved to the phone. */
    async print(el) {
      const at = box(el), state = of(at), words = el.textContent;
      el.disabled = true; el.textContent = A.t("print.wait");
      const answer = await A.api(`/contents/${state.ad.id}/posters`, "POST", {channels: [...state.ad.channels, el.dataset.channel], preview: false});
      el.disabled = false; el.textContent = words;
      if (!answer.ok) { if (answer.status === 401) A.signInAgain(); else A.note(A.sentence(answer), null, null, 8); return; }
      const made = answer.data.posters.find(row => row.channel === el.dataset.channel);
      open(answer.data.id);
      if (made?.pdf_url) A.save(made.pdf_url, `${at.dataset.stem}_${el.textContent.trim().replace(/\s+/g, "_")}.pdf`);
    },
  });
})();
