/* 가게: the brand kit. Lettering in its own face, the logo with its colours, and a live sample that follows the form. */
(() => {
  const A = window.adgen, html = document.documentElement, ask = A.latest();
  let logo = null, sampled = 0;

  const fonts = async () => {
    const table = await A.table("/templates"), place = A.one("#moods");
    if (!table || !place) return;
    const now = A.field("kit_font")?.value || "";
    place.innerHTML = `<p class="label" id="moods-label">${A.t("font")}</p><div class="chips" role="group" aria-labelledby="moods-label">${
      [{key: "", ko: A.t("auto"), en: A.t("auto")}, ...table.fonts].map(row => `<button type="button" class="chip mood" data-mood="${A.esc(row.key)}" aria-pressed="${row.key === now}" aria-label="${A.named(row)}">${row.key ? A.mood(row.key) : A.t("auto")}</button>`).join("")}</div>`;
  };
  const logos = () => {
    const place = A.one("#logo");
    if (!place) return;
    const offered = (logo?.colors || []).map(code => `<button type="button" class="dot" data-colour="${A.esc(code)}" aria-label="${A.esc(code)}" aria-pressed="false" style="background:${A.esc(code)}"></button>`).join("");
    place.innerHTML = `<p class="label">${A.t("logo_id")}</p>${logo ? `<div class="photo-kept"><img class="logo-kept" src="${A.esc(logo.url)}" alt="${A.t("logo_id")}"><div>
        ${offered ? `<p class="hint" id="logo-colours">${A.t("logo.colours")}</p><div class="dots" role="group" aria-labelledby="logo-colours">${offered}</div>` : ""}
        <div class="two"><label class="btn small photo-pick"><span>${A.t("logo.other")}</span><input type="file" accept="image/*" data-logo></label><button type="button" class="btn small" data-do="logoGone">${A.t("logo.gone")}</button></div></div></div>`
      : `<label class="btn photo-pick"><span>${A.t("logo.use")}</span><input type="file" accept="image/*" data-logo></label>`}`;
    A.coloured();
  };
  const value = name => A.field(name)?.value || "";
  /** The form's values arrive: draw the sample. What is typed is not saved by it. */
  A.sample = async values => {
    const place = A.one("#sample"), typed = Object.fromEntries(A.shop.map((name, at) => [name, values[at]]));
    if (html.dataset.edit !== "shops" || !place) return;
    if (!typed.brand_name?.trim()) { place.innerHTML = `<div class="blank"><p>${A.t("sample.empty")}</p></div>`; return; }
    place.classList.add("busy");
    const colours = (typed.brand_colors || "").split(",").map(code => code.trim()).filter(code => /^#[0-9a-f]{6}$/i.test(code)).slice(0, 5);
    const words = (typed.banned_words || "").split(",").map(word => word.trim()).filter(Boolean);
    const lines = (typed.samples || "").split("\n").map(line => line.trim()).filter(Boolean).slice(0, 20);
    const known = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value === "" ? null : value]));
    const answer = await ask("/stores/sample", {...known, link_url: null, logo_url: null, brand_colors: colours, banned_words: words, samples: lines});
    if (!answer) return;
    place.classList.remove("busy");
    if (answer.status === 401) { A.signInAgain(); return; }
    if (!answer.ok) { place.innerHTML = `<p class="hint" role="status">${A.esc(A.sentence(answer))}</p>`; return; }
    sampled += 1;
    place.dataset.turn = sampled;
    place.innerHTML = `<h3>${A.t("sample")}</h3><img src="${A.safe(answer.data.image)}" alt="${A.t("sample")}">${A.sentences(answer.data.notes)}<p class="hint">${A.t("sample.more")}</p>`;
  };
  const soon = A.rest(() => { if (html.dataset.edit === "shops") A.call("sample-shop"); }, 600);
  /** The form of a shop was opened: its lettering, its logo, its first sample. */
  A.kit = async () => {
    logo = null;
    const number = Number(value("kit_logo_id"));
    logos(); fonts(); soon(); learned();
    if (number) { const kept = await A.api(`/photos/${number}`); if (kept.ok) { logo = kept.data; logos(); } }
  };
  /** What was learned from the owner's edits, each to be forgotten. */
  const learned = async () => {
    const place = A.one("#learned"), shop = Number(A.one("#shop-number textarea, #shop-number input")?.value);
    if (!place) return;
    place.replaceChildren();
    const kept = shop ? await A.api(`/stores/${shop}`) : {}, rows = (kept.ok && kept.data.learned) || [];
    if (rows.length) place.innerHTML = `<p class="label">${A.t("learned")}</p><p class="hint">${A.t("learned.more")}</p><ul>${rows.map((text, at) =>
      `<li><p lang="ko">${A.esc(text)}</p><button type="button" class="btn small" data-do="forget" data-at="${at}">${A.t("forget")}</button></li>`).join("")}</ul>`;
    place.dataset.shop = shop;
  };
  A.acts.forget = async el => {
    const shop = Number(A.one("#learned").dataset.shop), kept = await A.api(`/stores/${shop}`);
    if (!kept.ok) { A.note(A.sentence(kept)); return; }
    const before = kept.data.learned, text = A.one("p", el.closest("li")).textContent;
    const put = rows => A.api(`/stores/${shop}`, "PUT", {learned: rows}).then(answer => { if (!answer.ok) A.note(A.sentence(answer)); learned(); return answer.ok; });
    if (await put(before.filter(row => row !== text))) A.note(A.t("forgotten"), A.t("undo"), () => put(before), 12);
  };
  A.sampled = soon;
  document.addEventListener("input", event => { if (event.target.closest("#shop-form")) soon(); });
  document.addEventListener("click", event => {
    const mood = event.target.closest("#moods [data-mood]");
    if (mood) {
      A.put(A.field("kit_font"), mood.dataset.mood);
      A.all("#moods [data-mood]").forEach(el => el.setAttribute("aria-pressed", el === mood));
    }
  });
  document.addEventListener("change", async event => {
    const el = event.target;
    if (!el.matches("[data-logo]") || !el.files[0]) return;
    A.one("span", el.closest("label")).textContent = A.t("photo.sending");
    const kept = await A.upload(el.files[0]);
    if (kept) { logo = kept; A.put(A.field("kit_logo_id"), String(kept.photo_id)); }
    logos();
  });
  A.acts.logoGone = () => { logo = null; A.put(A.field("kit_logo_id"), ""); logos(); };
})();
