/* Settings, over REST; and the start of everything. */
(() => {
  const A = window.adgen, html = document.documentElement;
  const choice = (kind, options, now) => `<div class="segs" role="group" aria-label="${A.t(kind)}">${options.map(([value, words, lang]) =>
    `<button type="button" class="seg" data-do="${kind}" data-value="${value}" aria-pressed="${value === now}"${lang ? ` lang="${lang}"` : ""}>${words}</button>`).join("")}</div>`;

  A.settings = () => {
    A.one("#settings").replaceChildren(A.node(`<div style="display:contents">
      <section class="set"><h2>${A.t("theme")}</h2>${choice("theme", ["system", "light", "dark"].map(name => [name, A.t("theme." + name)]), A.store.get("theme") || "system")}</section>
      <section class="set"><h2>${A.t("language")}</h2>${choice("language", [["ko", "한국어", "ko"], ["en", "English", "en"]], A.language)}</section>
      <section class="set" id="usage" hidden></section>
      <section class="set"><h2>${A.t("password.change")}</h2><form class="typed" data-form="password" novalidate><input type="email" autocomplete="username" value="${A.esc(A.me.email)}" hidden>
        ${A.secret("current_password", "password.now", "current-password", "required")}${A.secret("new_password", "password.new", "new-password", `minlength="8" maxlength="100" required placeholder="${A.t("password.hint")}"`)}
        <p class="why" id="w-all-why" role="alert"></p><button class="btn primary">${A.t("password.change")}</button></form></section>
      <section class="set" id="limits" hidden></section>
      <section class="set" id="sessions" hidden></section>
      <section class="set" id="tokens" hidden></section>
      <section class="set"><h2>${A.t("account")}</h2><p>${A.esc(A.me.email)}</p><p>${A.t(A.me.is_verified ? "verified" : "unverified")}</p>
        ${A.me.is_verified ? "" : `<button type="button" class="btn" data-do="verifyMail">${A.t("verify.send")}</button>`}<button type="button" class="btn" data-do="logout">${A.t("logout")}</button>
        <button type="button" class="btn" data-do="logoutAll">${A.t("logout.all")}</button><p>${A.t("logout.all.more")}</p></section>
      <section class="set"><h2>${A.t("about")}</h2><div class="two"><a class="btn" href="${A.base}terms" target="_blank" rel="noopener">${A.t("doc.terms")}</a><a class="btn" href="${A.base}privacy" target="_blank" rel="noopener">${A.t("doc.privacy")}</a></div></section></div>`));
    used();
    A.keys();
  };
  /** What the words took from a language model today; nothing is shown where there is none. */
  const used = async () => {
    const answer = await A.api("/users/me/usage"), place = A.one("#usage"), day = answer.data;
    if (!answer.ok || !place || !day.text_model) return;
    const share = Math.max(day.daily_tokens ? day.tokens / day.daily_tokens : 0, day.daily_cost ? day.cost / day.daily_cost : 0), capped = day.daily_tokens || day.daily_cost;
    place.innerHTML = `<h2>${A.t("usage")}</h2><p>${A.t("by.ai", {model: A.esc(day.text_model)})}</p><p>${A.t("usage.calls", {n: day.calls.toLocaleString()})}</p>
      ${capped ? `<progress max="1" value="${Math.min(share, 1)}" aria-label="${A.t("usage")}"></progress><p>${A.t(day.allowed ? "usage.share" : "usage.over", {n: Math.min(100, Math.round(share * 100))})}</p>` : ""}`;
    place.hidden = false;
  };
  const leave = path => async el => {
    el.disabled = true;
    const answer = await A.api(path, "POST");
    el.disabled = false;
    if (!answer.ok && answer.status !== 401) { A.note(A.sentence(answer)); return; }
    A.draft.drop();
    history.replaceState(null, "", location.pathname + location.search);
    location.reload();
  };
  Object.assign(A.acts, {
    theme(el) { A.theme(el.dataset.value); A.settings(); },
    async language(el) {
      const answer = await A.api("/users/me/language", "PUT", {language: el.dataset.value});
      if (!answer.ok) { A.note(A.sentence(answer)); return; }
      A.store.set("language", el.dataset.value);
      location.reload();
    },
    logout: leave("/auth/logout"),
    logoutAll: leave("/auth/logout-all"),
  });

  /** After the first event: the words and choices are there. */
  A.booted = () => {
    A.state("in");
    A.speak(A.language);
    if (!html.dataset.step) A.step("form");
    A.empty();
    A.draft.restore();
    A.extras();
    A.numbers();
    A.turn(true);
    A.find();
  };
  /** Gradio tells in the page whether the cookie held: signed out, nothing is asked of the server at all. */
  const start = async () => {
    html.lang = A.language;
    A.theme();
    if (await A.mailed()) return;
    if (!window.gradio_config?.username) { A.welcome(location.hash === "#login" ? "login" : "home"); return; }
    A.state("boot");
    document.body.prepend(A.node(`<div id="opening" role="status"><p>${A.t("loading")}</p></div>`));
    const me = await A.api("/users/me");
    if (!me.ok) { A.welcome(me.status === 401 ? "login" : "home"); return; }
    A.me = me.data;
    A.speak(A.me.language);
    if (!A.me.consented) { A.askConsent(); return; }
    await A.renew();
    A.step("form");
    A.frame();
    A.call("boot");
  };
  start();
})();
