/* 외국어: the poster's lines in English, Japanese and Chinese, to copy, or to set on the poster. */
(() => {
  const A = window.adgen, T = A.texts, LANGUAGES = ["en", "ja", "zh"], LINES = ["headline", "subline", "offer", "period", "call_to_action"];
  const TAGS = {en: "en", ja: "ja", zh: "zh-Hans"};
  const rows = lines => LINES.filter(name => lines[name]).map(name => `<div><dt>${A.t("line." + name)}</dt><dd>${A.esc(lines[name])}</dd></div>`).join("");
  const card = (state, language) => {
    const lines = state.translations[language], sounded = lines.sounded || [];
    return `<section class="abroad" data-language="${language}"><div class="text-top"><h4>${A.t("abroad." + language)}</h4><button type="button" class="btn small" data-do="abroadCopy" aria-label="${A.t("copy.part", {part: A.t("abroad." + language)})}">${A.t("copy")}</button></div>
      <dl lang="${TAGS[language]}">${rows(lines)}</dl>${sounded.length ? `<p class="hint">${A.t("abroad.sounded", {names: sounded.map(A.esc).join(", ")})}</p>` : ""}
      <button type="button" class="btn" data-do="abroadPoster">${A.t("abroad.poster")}</button></section>`;
  };
  T.abroad = state => {
    const known = LANGUAGES.filter(language => state.translations[language]?.headline), why = `<p class="why" role="alert">${A.esc(state.why.abroad || "")}</p>`;
    return known.length ? `<p class="hint">${A.t("abroad.more")}</p>${known.map(language => card(state, language)).join("")}`
      : `<p class="hint">${A.t("abroad.none")}</p>${why}<button type="button" class="btn primary" data-do="abroadWrite">${A.t(state.busy ? "writing.now" : "abroad.write")}</button>`;
  };
  const chosen = el => T.of(el).translations[el.closest("[data-language]").dataset.language];
  Object.assign(A.acts, {
    async abroadCopy(el) { A.note(A.t(await A.copy(LINES.map(name => chosen(el)[name]).filter(Boolean).join("\n")) ? "copied" : "copy.by.hand"), null, null, 3); },
    /** The poster's lines become the translated ones, before the owner's eyes; a save makes the new version. */
    abroadPoster(el) {
      const lines = chosen(el), ad = el.closest(".ad");
      A.relined(ad, Object.fromEntries(LINES.map(name => [name, lines[name] || ""])));
      A.note(A.t("abroad.filled"), null, null, 8);
    },
    async abroadWrite(el) {
      const ad = el.closest(".ad"), state = T.of(el);
      state.busy = "abroad"; state.why.abroad = "";
      T.draw(ad);
      const answer = await A.api("/copy", "POST", {content_id: state.id, texts: [], languages: LANGUAGES});
      state.busy = "";
      if (answer.status === 401) A.signInAgain();
      if (answer.ok) state.translations = answer.data.translations || {}; else state.why.abroad = A.sentence(answer);
      if (state.group === "abroad") T.draw(ad);
    },
  });
})();
