/* 올릴 글: every text of a finished ad by the place it is for; counted, copied, changed in place, saved. */
(() => {
  const A = window.adgen, states = new WeakMap(), CALLED = {blog: "naver_blog", reply: "review_reply"}, ALWAYS = ["blog", "abroad", "reply"];
  const PARTS = ["title", "text", "hashtags", "button"], MOST = {title: 100, text: 3000, hashtags: 250, button: 30};
  const groups = new Map(A.textGroups), groupOf = key => A.textGroups.find(([, keys]) => keys.includes(key))?.[0];
  const tags = text => [...new Set(text.split(/[\s,#]+/).filter(Boolean))];
  const of = el => states.get(el.closest(".ad"));
  const named = row => A.esc(A.language === "en" ? row.en : row.ko);

  // What is saved, what is typed. A text that was typed and not saved survives a reload.
  const shelf = state => `words.${A.me?.id}.${state.id}`;
  const saved = (state, key) => {
    const kept = state.captions[key] || {};
    return {title: kept.title || "", text: kept.text || "", hashtags: (kept.hashtags || []).map(tag => `#${tag}`).join(" "), button: kept.button || ""};
  };
  const now = (state, key) => state.drafts[key] || saved(state, key);
  const same = (one, other) => PARTS.every(name => one[name] === other[name]);
  const set = (state, key, changes) => {
    const draft = {...now(state, key), ...changes};
    if (same(draft, saved(state, key))) delete state.drafts[key]; else state.drafts[key] = draft;
    const rest = {drafts: state.drafts, review: state.review};
    Object.keys(rest.drafts).length || rest.review ? A.store.set(shelf(state), JSON.stringify(rest)) : A.store.drop(shelf(state));
  };
  const parts = key => PARTS.filter(name => name === "text" || A.limits[key]?.[name]);
  const whole = (state, key) => { const value = now(state, key); return parts(key).filter(name => name !== "button").map(name => value[name].trim()).filter(Boolean).join("\n\n"); };

  // The counters. Carriers count a Hangul syllable as two bytes; all else is counted in characters.
  const size = (row, text) => row.unit === "bytes" ? [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 128 ? 1 : 2), 0) : [...text].length;
  const unit = row => A.t(row.unit === "bytes" ? "unit.bytes" : "unit.chars");
  const tally = (key, name, value) => {
    const row = A.limits[key] || {};
    if (name === "hashtags") return [tags(value.hashtags).length, row.hashtags, A.t("unit.tags")];
    if (name !== "text") return [size(row, value[name]), row[name], unit(row)];
    const posted = row.hashtags && value.hashtags.trim() ? `${value.text}\n\n${value.hashtags}` : value.text;
    return [size(row, posted), row.unit === "px" ? null : row.limit, unit(row)];
  };
  const over = (key, name, value) => {
    const [n, limit, words] = tally(key, name, value), breaks = A.limits[key]?.breaks;
    if (limit != null && n > limit) return A.t(`over.${name === "hashtags" ? "hashtags" : "text"}`, {n: n - limit, limit: limit.toLocaleString(), unit: words});
    const lines = value.text.split("\n").length - 1;
    return name === "text" && breaks != null && lines > breaks ? A.t("over.breaks", {limit: breaks + 1}) : "";
  };
  const count = pane => A.all(".text-part", pane).forEach(part => {
    const state = of(pane), name = part.dataset.part, value = now(state, state.key), [n, limit, words] = tally(state.key, name, value), why = over(state.key, name, value);
    A.one(".count", part).textContent = limit == null ? `${n.toLocaleString()}${words}` : `${n.toLocaleString()}/${limit.toLocaleString()}${words}`;
    part.classList.toggle("too-long", Boolean(why));
    if (A.one(".over", part).textContent !== why) A.one(".over", part).textContent = why;
  });

  const part = (state, name) => {
    const id = `text-${state.id}-${state.key}-${name}`, value = A.esc(now(state, state.key)[name]), label = A.t("text." + name);
    const marks = `id="${id}" data-text="${name}" maxlength="${MOST[name]}" lang="ko" autocomplete="off" aria-describedby="${id}-count"`;
    return `<div class="line-edit text-part" data-part="${name}"><div class="text-top"><label for="${id}">${label}</label><small class="count" id="${id}-count"></small>
      <button type="button" class="btn small" data-do="textCopy" aria-label="${A.t("copy.part", {part: label})}">${A.t("copy")}</button></div>
      ${["text", "hashtags"].includes(name) ? `<textarea ${marks} rows="${name === "text" ? 3 : 1}">${value}</textarea>` : `<input type="text" ${marks} value="${value}">`}<p class="over" role="status"></p></div>`;
  };
  /** A blog draft as it reads: headings and paragraphs. */
  const article = value => `<article class="article" lang="ko">${value.title ? `<h4>${A.esc(value.title)}</h4>` : ""}${value.text.split(/\n{2,}/).map(block => {
    const [first, ...rest] = block.split("\n"), head = /^\s*(?:#{1,4}|[■▪●◆▶✔])\s*(.+)$/.exec(first);
    return head ? `<h5>${A.esc(head[1])}</h5>${rest.length ? `<p>${A.esc(rest.join("\n"))}</p>` : ""}` : `<p>${A.esc(block)}</p>`;
  }).join("")}${value.hashtags ? `<p class="tags">${A.esc(value.hashtags)}</p>` : ""}</article>`;
  const kinds = (state, keys) => keys.length < 2 ? "" : keys.length < 3
    ? `<div class="segs" role="group" aria-label="${A.t("text.kind")}">${keys.map(key => `<button type="button" class="seg" data-do="textKind" data-key="${key}" aria-pressed="${key === state.key}">${named(A.limits[key])}</button>`).join("")}</div>`
    : `<select class="kinds" data-kind aria-label="${A.t("text.kind")}">${keys.map(key => `<option value="${key}" ${key === state.key ? "selected" : ""}>${named(A.limits[key])}</option>`).join("")}</select>`;
  const because = row => typeof row.why === "object" ? named(row.why) : A.esc(A.language === "en" ? row.why_en || row.why : row.why);
  const removed = state => state.removed.filter(row => row.where === state.key || !(row.where in A.limits)).map(row =>
    `<li>${A.t("removed", {text: `<q lang="ko">${A.esc(row.text)}</q>`})} ${because(row)}</li>`).join("");
  const earlier = state => {
    const rows = (state.captions[state.key]?.earlier || []).map(one => typeof one === "string" ? one : one.text).filter(Boolean);
    return rows.length ? `<details class="fold earlier"><summary>${A.t("earlier")} (${rows.length})</summary><ul>${rows.map((text, at) => `<li><p lang="ko">${A.esc(text)}</p><button type="button" class="btn small" data-do="textEarlier" data-at="${at}">${A.t("earlier.take")}</button></li>`).join("")}</ul></details>` : "";
  };
  const by = state => {
    const kept = state.captions[state.key] || {}, fresh = state.wrote[state.key], ai = (fresh?.writer || kept.writer || state.writer) !== "builtin";
    const writer = ai ? A.t("by.ai", {model: fresh?.model || state.model || "AI"}) : A.t("by.builtin");
    const lines = [kept.edited && !fresh ? A.t("by.edited", {by: writer}) : writer, A.language === "en" ? state.noteEn : state.note];
    return lines.filter(Boolean).map(words => `<p class="hint by">${A.esc(words)}</p>`).join("");
  };
  const said = state => {
    const words = state.said[state.key], back = state.back[state.key]?.length;
    return `<div class="text-said" role="status">${words ? `<p>${A.esc(words)}</p>` : ""}${back ? `<button type="button" class="btn small" data-do="textBack">${A.t("undo")}</button>` : ""}</div>${A.texts.FLOW}`;
  };
  const hows = () => `<div class="hows" role="group" aria-label="${A.t("how.title")}">${["again", "shorter", "funnier", "politer"].map(name => `<button type="button" class="btn" data-do="textHow" data-how="${name}">${A.t("how." + name)}</button>`).join("")}</div>`;
  /** One text with all that can be done with it. */
  const one = (state, keys) => {
    const value = now(state, state.key), row = A.limits[state.key] || {}, reading = state.key === "naver_blog" && !state.typing.has(state.key);
    return `${kinds(state, keys)}${row.note ? `<p class="hint">${A.esc(row.note[A.language === "en" ? 1 : 0])}</p>` : ""}
      ${reading ? `${article(value)}<button type="button" class="btn" data-do="textType">${A.t("blog.edit")}</button>` : parts(state.key).map(name => part(state, name)).join("")}
      ${said(state)}<p class="why" role="alert">${A.esc(state.why[state.key] || "")}</p>
      <div class="text-do">${parts(state.key).length > 1 ? `<button type="button" class="btn strong" data-do="textCopyAll">${A.t("copy.all")}</button>` : ""}<button type="button" class="btn primary" data-do="textSave">${A.t("save")}</button></div>
      ${hows()}${state.group === "sms" ? `<button type="button" class="btn" data-do="toSms">${A.t("sms.finish")}</button>` : ""}
      ${removed(state) ? `<ul class="notes removed">${removed(state)}</ul>` : ""}${earlier(state)}${by(state)}`;
  };
  const present = (state, group) => (groups.get(group) || []).filter(key => state.captions[key] || state.drafts[key]);
  const seen = state => [...groups.keys()].filter(group => ALWAYS.includes(group) || present(state, group).length);

  const draw = ad => {
    const state = states.get(ad), place = A.one(".texts-in", ad), keys = present(state, state.group);
    if (!keys.includes(state.key)) state.key = state.kind[state.group] && keys.includes(state.kind[state.group]) ? state.kind[state.group] : keys[0] || "";
    const inside = state.group === "abroad" ? A.texts.abroad(state) : state.group === "reply" ? A.texts.reply(state) + (state.key ? one(state, keys) : "")
      : state.key ? one(state, keys) : A.texts.missing(state);
    place.innerHTML = `<div class="picks" role="group" aria-label="${A.t("texts.where")}">${seen(state).map(group => `<button type="button" class="pick-one" data-do="textGroup" data-group-of="${group}" aria-pressed="${group === state.group}">${A.t("texts." + group)}</button>`).join("")}</div>
      <div class="text-pane" data-key="${A.esc(state.key)}" aria-busy="${Boolean(state.busy)}">${inside}</div>`;
    const pane = A.one(".text-pane", place);
    marks(pane);
    A.all("textarea", pane).forEach(grow);
    A.all("[data-text=title], [data-text=text]", pane).forEach(el => A.care(el));
  };
  const marks = pane => {
    const state = of(pane), save = A.one("[data-do=textSave]", pane);
    count(pane);
    if (save) save.disabled = !state.drafts[state.key] || !now(state, state.key).text.trim() || state.busy === state.key;
    A.all("[data-do=textHow], [data-do=replyWrite], [data-do=blogWrite], [data-do=abroadWrite]", pane).forEach(el => { el.disabled = Boolean(state.busy); });
  };
  const sized = CSS.supports("field-sizing", "content");
  const grow = el => { if (sized || !el.offsetParent) return; el.style.height = "auto"; el.style.height = `${el.scrollHeight + 3}px`; };

  const dress = ad => {
    const box = A.one(".texts", ad), data = JSON.parse(box.dataset.texts), about = JSON.parse(ad.dataset.ad);
    const state = {id: about.id, captions: data.captions, translations: data.translations, removed: data.removed, ai: data.copy_ai, model: data.model, writer: data.writer,
      note: data.note, noteEn: data.note_en, group: "", key: "", kind: {}, drafts: {}, review: "", back: {}, wrote: {}, said: {}, why: {}, typing: new Set(), own: new Set(), busy: "", told: false};
    try { const kept = JSON.parse(A.store.get(shelf(state)) || "{}"); Object.assign(state, {drafts: kept.drafts || {}, review: kept.review || ""}); } catch { /* not ours */ }
    Object.keys(state.drafts).forEach(key => { if (!(key in A.limits) || same({...saved(state, key), ...state.drafts[key]}, saved(state, key))) delete state.drafts[key]; });
    Object.keys(state.drafts).forEach(key => state.own.add(key));
    states.set(ad, state);
    state.group = seen(state)[0];
    follow(ad, A.one("figure:not([hidden])", ad)?.dataset.channel);
    draw(ad);
  };
  /** The words of the shown size come first. */
  const follow = (ad, channel) => {
    const state = states.get(ad), key = A.textOf[channel];
    if (!key || !(state.captions[key] || key === CALLED.blog)) return;
    state.group = groupOf(key); state.key = state.kind[state.group] = key;
  };
  new MutationObserver(() => A.all(".ad[data-ad]").filter(ad => !states.has(ad) && A.one(".texts", ad)).forEach(dress)).observe(document.body, {childList: true, subtree: true});

  document.addEventListener("input", event => {
    const el = event.target, name = el.dataset?.text, state = name && of(el);
    if (!state) return;
    set(state, state.key, {[name]: el.value});
    state.own.add(state.key);
    state.why[state.key] = "";
    A.one(".why", el.closest(".text-pane")).textContent = "";
    if (el.matches("textarea")) grow(el);
    marks(el.closest(".text-pane"));
  });
  document.addEventListener("change", event => { if (event.target.matches?.("[data-kind]")) choose(event.target, event.target.value); });
  document.addEventListener("focusin", event => { if (event.target.matches?.(".text-pane textarea")) grow(event.target); });
  const choose = (el, key) => { const ad = el.closest(".ad"), state = states.get(ad); state.key = state.kind[state.group] = key; draw(ad); A.one(`[data-kind], [data-key="${key}"].seg`, ad)?.focus({preventScroll: true}); };

  /** Copied words of a model go with its notice, once for each ad. */
  const copied = async (state, text) => {
    const done = await A.copy(text), line = done ? notice(state) : "";
    A.note(`${A.t(done ? "copied" : "copy.by.hand")} ${line}`.trim(), null, null, line ? 8 : 3);
  };
  const notice = state => { const first = state.ai && !state.told; state.told ||= first; return first ? A.t("ai.words") : ""; };
  Object.assign(A.texts = A.texts || {}, {
    of, now, set, draw,
    /** Where the words appear while they are written. */
    FLOW: '<p class="flow" lang="ko" aria-hidden="true" hidden></p>',
    /** The line on AI-written words, for the first time that they leave; later and for other words empty. */
    notice: ad => states.has(ad) ? notice(states.get(ad)) : "",
    follow(ad, channel) { if (states.has(ad)) { follow(ad, channel); draw(ad); } },
    /** The words for a text message: the one that is shown, or the short one, or the long one. */
    message(ad) { const state = states.get(ad), keys = groups.get("sms"), key = keys.includes(state.key) ? state.key : keys.find(one => state.captions[one] || state.drafts[one]) || Object.keys(state.captions)[0]; return key ? now(state, key).text : ""; },
    /** The text that goes out with the size that is shown. */
    posted(ad) { const state = states.get(ad), key = A.textOf[A.one("figure:not([hidden])", ad)?.dataset.channel]; return state ? whole(state, state.captions[key] ? key : state.captions.instagram ? "instagram" : state.key) : ""; },
  });
  Object.assign(A.acts, {
    textGroup(el) { const ad = el.closest(".ad"), state = states.get(ad); state.group = el.dataset.groupOf; state.key = ""; draw(ad); A.one(`[data-group-of=${state.group}]`, ad)?.focus({preventScroll: true}); },
    textKind(el) { choose(el, el.dataset.key); },
    textCopy(el) { const state = of(el); copied(state, now(state, state.key)[el.closest(".text-part").dataset.part].trim()); },
    textCopyAll(el) { const state = of(el); copied(state, whole(state, state.key)); },
    textType(el) { const ad = el.closest(".ad"), state = of(el); state.typing.add(state.key); draw(ad); A.one("[data-text=text]", ad)?.focus({preventScroll: true}); },
    async textSave(el) {
      const ad = el.closest(".ad"), state = of(el), key = state.key, value = now(state, key), words = el.textContent;
      el.disabled = true; el.textContent = A.t("saving");
      const own = state.own.has(key), kept = await A.texts.keep(state, key, value, own);
      el.textContent = words;
      if (kept) { state.said[key] = ""; state.back[key] = []; state.own.delete(key); A.note(A.t(own ? "text.saved" : "text.kept")); }
      draw(ad);
    },
  });
  /** Save one text of the ad, to ``learn`` from it when the owner typed it; false after saying why. Nothing that was typed is lost. */
  A.texts.keep = async (state, key, value, learn) => {
    const body = {key, text: value.text, title: value.title, button: value.button, hashtags: tags(value.hashtags).slice(0, 5), learn};
    const answer = await A.api(`/contents/${state.id}/texts`, "PATCH", body);
    if (answer.status === 401) A.signInAgain();
    if (!answer.ok) { state.why[key] = A.t("text.unsaved", {why: A.sentence(answer)}); return false; }
    state.captions = answer.data.copy?.captions || {...state.captions, [key]: {...body}};
    state.why[key] = "";
    delete state.drafts[key];
    set(state, key, {});
    return true;
  };
})();
