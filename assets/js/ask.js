/* Step 1 beside Gradio's own fields: the owner's photo, badges, a menu; and what the form becomes when it is sent. */
(() => {
  const A = window.adgen, html = document.documentElement;
  const BADGES = ["NEW", "1+1", "한정", "개업", "마감"], ROWS = 8, LONG = 3600, BIG = 3 * 1024 * 1024;
  const line = path => `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`;
  A.line = line;
  /** The fields that hold what the owner wrote. */
  A.TYPED = ["ad_description", "price", "original_price", "period", "image_prompt", "text_in_image", "ground"];

  /** What is chosen outside Gradio's fields. ``look`` is the candidate of step 2. */
  A.ask = {photo: null, fix: true, badge: "", items: [], channels: null, look: null, english: null};
  const rows = () => A.ask.items.filter(row => row.name.trim()).map(row => ({name: row.name.trim(), price: row.price.trim()}));
  const over = () => {
    const {photo, fix, badge, look} = A.ask, items = rows();
    return {photo_id: photo?.photo_id || null, photo_fix: photo ? fix : null, badge: badge || null, items: items.length ? items : null,
      channels: A.ask.channels?.length ? A.ask.channels : null, template: look?.template || null, style: look?.style || null, font: look?.font || null};
  };
  /** The form's values with the choices made here: what Gradio's event sends. */
  A.sent = values => {
    const english = A.painted(values[A.fields.indexOf("image_prompt")]);
    const mine = {...over(), ...(A.ask.look ? {seed: A.ask.look.seed} : {}), ...(english ? {image_prompt: english} : {})};
    return A.fields.map((name, at) => name in mine ? mine[name] : values[at]);
  };
  /** The same as an object for REST, without candidate and places, which change no look: empty fields are left out. */
  A.asked = values => {
    const english = A.ask.english?.mine && A.painted();
    const mine = {...over(), template: null, style: null, font: null, channels: null, ...(english ? {image_prompt: english} : {})};
    return Object.fromEntries(A.fields.map((name, at) => [name, name in mine ? mine[name] : values[at]])
      .filter(([, value]) => value !== null && value !== undefined && value !== ""));
  };

  const photo = () => {
    const has = A.ask.photo;
    if (!has) return `<label class="btn big photo-pick">${line('<path d="M4 7h3l2-3h6l2 3h3v13H4z"/><circle cx="12" cy="13" r="3.800"/>')}<span>${A.t("photo.use")}</span>
      <input type="file" accept="image/*" data-photo></label><p class="hint">${A.t("photo.more")}</p>`;
    return `<div class="photo-kept"><img src="${A.esc(has.url)}" alt="${A.t("photo.mine")}"><div>
      <label class="switch"><input type="checkbox" data-fix ${A.ask.fix ? "checked" : ""}><i></i><span>${A.t("photo.fix")}</span></label>
      <div class="two"><label class="btn small photo-pick"><span>${A.t("photo.other")}</span><input type="file" accept="image/*" data-photo></label>
      <button type="button" class="btn small" data-do="photoGone">${A.t("photo.gone")}</button></div></div></div>`;
  };
  const badges = () => BADGES.map(word => `<button type="button" class="chip" data-badge="${word}" aria-pressed="${A.ask.badge === word}" lang="ko">${word}</button>`).join("");
  const menu = () => {
    const shown = Math.min(ROWS, Math.max(2, A.ask.items.length));
    const row = (_, at) => `<li><input data-item="name" data-at="${at}" maxlength="30" aria-label="${A.t("item.name", {n: at + 1})}" placeholder="${A.t(at ? "item.name.hint2" : "item.name.hint")}" value="${A.esc(A.ask.items[at]?.name)}">
      <input data-item="price" data-at="${at}" maxlength="20" aria-label="${A.t("item.price", {n: at + 1})}" placeholder="${A.t("item.price.hint")}" value="${A.esc(A.ask.items[at]?.price)}"></li>`;
    return `<ul class="menu">${Array.from({length: shown}, row).join("")}</ul>` + (shown < ROWS ? `<button type="button" class="btn small" data-do="menuMore">＋ ${A.t("item.more")}</button>` : "");
  };
  const fill = (id, markup) => { const place = A.one("#" + id); if (place) place.innerHTML = markup; };
  A.extras = () => {
    const at = A.one("#extras");
    if (!at) return;
    at.innerHTML = `<div id="photo" aria-live="polite"></div><details class="fold card-fold" id="menu-fold"><summary>${A.t("extras")}</summary>
      <p class="label" id="badges-label">${A.t("badge")}</p><div class="chips" id="badges" role="group" aria-labelledby="badges-label"></div>
      <p class="label">${A.t("items")}</p><div id="menu"></div></details>`;
    fill("photo", photo()); fill("badges", badges()); fill("menu", menu());
    A.one("#menu-fold").open = Boolean(A.ask.badge || rows().length);
  };

  /* A phone's photo may have 12 megapixels: only so much is sent as the largest print can use. */
  const smaller = async file => {
    if (file.size < BIG || !window.createImageBitmap) return file;
    try {
      const whole = await createImageBitmap(file), scale = Math.min(1, LONG / Math.max(whole.width, whole.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(whole.width * scale); canvas.height = Math.round(whole.height * scale);
      canvas.getContext("2d").drawImage(whole, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", .92));
      return blob && blob.size < file.size ? new File([blob], "photo.jpg", {type: "image/jpeg"}) : file;
    } catch { return file; }  // the browser cannot read it; perhaps the server can
  };
  /** Send one picture; the answer of POST /photos, or null after a note. */
  A.upload = async file => {
    const form = new FormData(), sent = await smaller(file);
    form.append("file", sent, sent.name);
    const answer = await A.api("/photos", "POST", form);
    if (answer.ok) return answer.data;
    if (answer.status === 401) A.signInAgain(); else A.note(A.sentence(answer), null, null, 8);
    return null;
  };
  const took = async input => {
    const file = input.files[0], label = input.closest("label");
    if (!file) return;
    label.classList.add("busy");
    A.one("span", label).textContent = A.t("photo.sending");
    const kept = await A.upload(file);
    if (kept) A.ask.photo = kept;
    fill("photo", photo());
    changed();
  };
  const changed = () => { A.draft.keep(); A.stale?.(); };
  document.addEventListener("change", event => {
    const el = event.target;
    if (el.matches("[data-photo]")) took(el);
    else if (el.matches("[data-fix]")) { A.ask.fix = el.checked; changed(); }
  });
  document.addEventListener("input", event => {
    const el = event.target.closest("#menu [data-item]");
    if (!el) return;
    const at = Number(el.dataset.at);
    while (A.ask.items.length <= at) A.ask.items.push({name: "", price: ""});
    A.ask.items[at][el.dataset.item] = el.value;
    changed();
  });
  document.addEventListener("click", event => {
    const chip = event.target.closest("#badges [data-badge]");
    if (!chip) return;
    A.ask.badge = A.ask.badge === chip.dataset.badge ? "" : chip.dataset.badge;
    A.all("#badges [data-badge]").forEach(el => el.setAttribute("aria-pressed", el.dataset.badge === A.ask.badge));
    changed();
  });
  Object.assign(A.acts, {
    photoGone() { A.ask.photo = null; fill("photo", photo()); changed(); },
    menuMore() {
      const at = Math.max(2, A.ask.items.length);
      while (A.ask.items.length <= at) A.ask.items.push({name: "", price: ""});
      fill("menu", menu());
      A.one(`#menu [data-item=name][data-at="${at}"]`)?.focus();
    },
    /** A new ad from an empty form. */
    clear() { A.emptied(); A.back(); A.field("ad_description")?.focus(); },
  });
  A.emptied = () => {
    A.TYPED.forEach(name => { const el = A.field(name); if (el) A.put(el, ""); });
    Object.assign(A.ask, {photo: null, fix: true, badge: "", items: [], look: null, english: null});
    A.draft.drop(); A.extras(); A.english();
  };
  /** What a job was asked with, back into an empty form: it was cancelled or failed, perhaps on another device. */
  A.refill = async asked => {
    if (!asked || A.field("ad_description")?.value.trim()) return;
    A.TYPED.forEach(name => { const el = A.field(name); if (el && asked[name]) A.put(el, asked[name]); });
    Object.assign(A.ask, {fix: asked.photo_fix !== false, badge: asked.badge || "", items: (asked.items || []).map(row => ({name: row.name || "", price: row.price || ""}))});
    if (asked.channels?.length) A.ask.channels = asked.channels;
    const kept = asked.photo_id ? await A.api(`/photos/${Number(asked.photo_id)}`) : {};
    if (kept.ok) A.ask.photo = kept.data;
    A.extras(); A.draft.keep();
  };
  const parsed = text => { try { return JSON.parse(text); } catch { return null; } };
  /** The form was filled from an earlier ad: the choices made here follow it. */
  A.reused = async values => {
    const asked = Object.fromEntries(A.fields.map((name, at) => [name, values[at]]));
    const list = name => Array.isArray(asked[name]) ? asked[name] : parsed(asked[name]) || [];
    Object.assign(A.ask, {fix: String(asked.photo_fix) !== "false", badge: asked.badge || "", look: null, photo: null, english: null,
      items: list("items").map(row => ({name: row.name || "", price: row.price || ""})), channels: list("channels").length ? list("channels") : A.ask.channels});
    A.go("create"); A.back(); scrollTo(0, 0);
    const kept = asked.photo_id ? await A.api(`/photos/${Number(asked.photo_id)}`) : {};
    if (kept.ok) A.ask.photo = kept.data;
    A.extras();
    if (A.more) { A.more = false; A.looks(values); }
  };
})();
