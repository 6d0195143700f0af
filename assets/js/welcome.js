/* Signed out: the welcome page, sign-up and sign-in, over REST alone. Signed in: consent, and signing in again. */
(() => {
  const A = window.adgen, html = document.documentElement;
  const doc = (name, key) => `<a href="${A.base}${name}" target="_blank" rel="noopener">${A.t(key)}</a>`;
  const field = (name, label, type, more = "") =>
    `<div><label for="w-${name}">${A.t(label)}</label><input id="w-${name}" name="${name}" type="${type}" aria-describedby="w-${name}-why" ${more}><p class="why" id="w-${name}-why" role="alert"></p></div>`;
  A.secret = (name, label, complete, more = "") =>
    `<div><label for="w-${name}">${A.t(label)}</label><div class="secret"><input id="w-${name}" name="${name}" type="password" autocomplete="${complete}" aria-describedby="w-${name}-why" ${more}><button type="button" class="btn" data-do="reveal" aria-pressed="false">${A.t("show")}</button></div><p class="why" id="w-${name}-why" role="alert"></p></div>`;
  const email = (value = "") => field("email", "email", "email", `autocomplete="username" inputmode="email" autocapitalize="none" spellcheck="false" maxlength="254" required value="${A.esc(value)}"`);
  const agree = () => `<div><label class="tick"><input id="w-consent" name="consent" type="checkbox" aria-describedby="w-consent-why" required><span>${A.t("agree")}<small>${A.t("agree.more", {terms: doc("terms", "terms"), privacy: doc("privacy", "privacy")})}</small></span></label><p class="why" id="w-consent-why" role="alert"></p></div>`;
  const whole = '<p class="why" id="w-all-why" role="alert"></p>';
  const back = (door = "home") => `<button type="button" class="btn quiet back" data-do="door" data-door="${door}">← ${A.t("back")}</button>`;

  const DOORS = {
    home: () => `<section class="claim"><h1>${A.t("claim")}</h1><p>${A.t("claim.more")}</p></section>
      <ul class="strip" tabindex="0" aria-label="${A.t("examples")}">${A.examples.map((name, at) => `<li><img src="${A.base}assets/app/examples/${name}" alt="${A.t("examples")} ${at + 1}" width="640" height="800"></li>`).join("")}</ul>
      <div class="claim-do"><button type="button" class="btn primary big" data-do="door" data-door="join">${A.t("start")}</button><button type="button" class="btn big" data-do="door" data-door="login">${A.t("login")}</button></div>`,
    join: () => `<section class="paper">${back()}<h2>${A.t("join.title")}</h2><p>${A.t("join.more")}</p><form class="typed" data-form="join" novalidate>
      ${field("brand_name", "shop", "text", `autocomplete="organization" maxlength="100" required placeholder="${A.t("shop.hint")}"`)}
      <div><label for="w-trade">${A.t("trade")}</label><select id="w-trade" name="trade" required aria-describedby="w-trade-why"><option value="">${A.t("trade.pick")}</option>${A.trades.map(([key, ko, en]) => `<option value="${key}">${A.esc(A.language === "en" ? en : ko)}</option>`).join("")}</select><p class="why" id="w-trade-why" role="alert"></p></div>
      ${email()}${A.secret("password", "password", "new-password", `minlength="8" maxlength="100" required placeholder="${A.t("password.hint")}"`)}
      ${agree()}${whole}<button class="btn primary big">${A.t("join")}</button></form>
      <button type="button" class="btn quiet" data-do="door" data-door="login">${A.t("have.account")}</button></section>`,
    login: () => `<section class="paper">${back()}<h2>${A.t("login.title")}</h2><form class="typed" data-form="login" novalidate>
      ${email()}${A.secret("password", "password", "current-password", "required")}${whole}<button class="btn primary big">${A.t("login")}</button></form>
      <button type="button" class="btn quiet" data-do="door" data-door="forgot">${A.t("forgot")}</button>
      <button type="button" class="btn quiet" data-do="door" data-door="join">${A.t("no.account")}</button></section>`,
    forgot: () => `<section class="paper">${back("login")}<h2>${A.t("forgot.title")}</h2><p>${A.t("forgot.more")}</p><form class="typed" data-form="forgot" novalidate>
      ${email()}${whole}<button class="btn primary big">${A.t("forgot.send")}</button></form></section>`,
    reset: () => `<section class="paper"><h2>${A.t("reset.title")}</h2><p>${A.t("reset.more")}</p><form class="typed" data-form="reset" novalidate>
      ${A.secret("new_password", "password.new", "new-password", `minlength="8" maxlength="100" required placeholder="${A.t("password.hint")}"`)}${whole}<button class="btn primary big">${A.t("reset.save")}</button></form></section>`,
  };

  const top = () => `<header class="welcome-bar"><span class="brand"><img src="${A.base}assets/app/logo.svg" alt="">AdGen</span>
    <button type="button" class="btn small" data-do="other" lang="${A.language === "en" ? "ko" : "en"}">${A.t("language.other")}</button></header>`;

  A.welcome = (door = "home") => {
    A.state("out");
    html.dataset.door = door;
    html.lang = A.language;
    document.title = `AdGen — ${A.t("claim")}`;
    A.one("#welcome")?.remove();
    document.body.prepend(A.node(`<div id="welcome">${top()}
      <main class="welcome-main">${DOORS[door]()}</main>
      <footer class="welcome-foot">${doc("terms", "terms")} ${doc("privacy", "privacy")}</footer></div>`));
    if (door !== "home") A.one("#welcome input")?.focus({preventScroll: true});
    scrollTo(0, 0);
  };
  A.acts.door = el => A.welcome(el.dataset.door);
  let pressed = false;  // only a press counts as a wish: an account keeps its own language otherwise
  A.acts.other = async () => {
    A.speak(A.language === "en" ? "ko" : "en");
    if (html.dataset.state !== "consent") { pressed = true; A.store.set("wish", A.language); A.welcome(html.dataset.door); return; }
    A.askConsent();
    await A.api("/users/me/language", "PUT", {language: A.language});
  };
  A.acts.reveal = el => {
    const input = A.one("input", el.parentElement), on = input.type === "password";
    input.type = on ? "text" : "password";
    el.textContent = A.t(on ? "hide" : "show");
    el.setAttribute("aria-pressed", on);
  };

  /** A sentence under a field; without a name, under the form. The first one takes the focus. */
  A.complain = (form, name, words) => {
    const at = A.one(`#w-${name}-why`, form) ? name : "all";
    const place = A.one(`#w-${at}-why`, form), input = A.one(`#w-${at}`, form);
    if (place) place.textContent = words;
    if (input) { input.setAttribute("aria-invalid", "true"); if (!A.one("[data-first]", form)) { input.dataset.first = ""; input.focus(); } }
  };
  A.calm = form => {
    A.all(".why", form).forEach(el => { el.textContent = ""; });
    A.all("[aria-invalid]", form).forEach(el => { el.removeAttribute("aria-invalid"); delete el.dataset.first; });
  };
  const check = (form, values, joining) => {
    const wrong = [];
    if ("brand_name" in values && !values.brand_name.trim()) wrong.push(["brand_name", "need.shop"]);
    if ("trade" in values && !values.trade) wrong.push(["trade", "need.trade"]);
    if ("email" in values && !/^[^@\s]+@[^@\s]+\.[^@\s]{2,}$/.test(values.email.trim())) wrong.push(["email", "need.email"]);
    if ("new_password" in values && form.dataset.form === "reset" && values.new_password.length < 8) wrong.push(["new_password", "need.password"]);
    if ("password" in values && (joining ? values.password.length < 8 : !values.password)) wrong.push(["password", joining ? "need.password" : "need.password.any"]);
    if (A.one("#w-consent", form) && !A.one("#w-consent", form).checked) wrong.push(["consent", "need.agree"]);
    wrong.forEach(([name, key]) => A.complain(form, name, A.t(key)));
    return !wrong.length;
  };
  const FIELD = {email_taken: "email", password_too_long: "password", wrong_credentials: "password"};
  const refuse = (form, answer) => {
    const list = Array.isArray(answer.data.detail) ? answer.data.detail : null;
    if (list) list.forEach(row => A.complain(form, row.loc?.at(-1), row.msg));
    else A.complain(form, (form.dataset.form === "password" && answer.data.code === "wrong_credentials" ? "current_password" : answer.data.field || FIELD[answer.data.code] || "all"), A.sentence(answer));
  };
  const FORMS = {
    async join(form, values) {
      const answer = await A.api("/auth/register", "POST", {...values, email: values.email.trim(), consent: true});
      return answer.ok ? FORMS.login(form, values, true) : answer;
    },
    async login(form, values, fresh) {
      const answer = await A.api("/auth/login", "POST", {email: values.email.trim(), password: values.password});
      if (answer.ok) {
        if (fresh || pressed || A.store.get("wish") === A.language) await A.api("/users/me/language", "PUT", {language: A.language});
        A.store.drop("wish");
        if (fresh) location.hash = "#create";
        location.reload();
      }
      return answer;
    },
    async again(form, values) {
      const answer = await A.api("/auth/login", "POST", {email: A.me.email, password: values.password});
      if (answer.ok) { A.renewed(answer.data.expires_in); form.closest("dialog").close(); }
      return answer;
    },
    async forgot(form, values) {
      const answer = await A.api("/auth/password/forgot", "POST", {email: values.email.trim()});
      if (answer.ok) form.replaceWith(A.node(`<p role="status">${A.t("forgot.sent")}</p>`));
      return answer;
    },
    async reset(form, values) {
      const answer = await A.api("/auth/password/reset", "POST", {...values, token: mailed});
      if (answer.ok) { mailed = ""; A.welcome("login"); A.note(A.t("reset.done"), null, null, 8); }
      return answer;
    },
    async consent() {
      const answer = await A.api("/users/me/consent", "POST");
      if (answer.ok) location.reload();
      return answer;
    },
    async password(form, values) {
      const answer = await A.api("/users/me/password", "PUT", values);
      if (answer.ok) { A.renewed(answer.data.expires_in); form.reset(); A.note(A.t("password.changed")); }
      return answer;
    },
  };
  document.addEventListener("submit", async event => {
    const form = event.target.closest("form[data-form]");
    if (!form) return;
    event.preventDefault();
    A.calm(form);
    const values = Object.fromEntries([...new FormData(form)].filter(([name]) => name !== "consent"));
    const button = A.one("button.primary", form), words = button.textContent;
    if (button.disabled || !check(form, values, form.dataset.form === "join")) return;
    button.disabled = true;
    button.textContent = A.t("busy");
    const answer = await FORMS[form.dataset.form](form, values);
    if (!answer.ok) refuse(form, answer);
    if (!answer.ok || !["join", "login", "consent"].includes(form.dataset.form)) { button.disabled = false; button.textContent = words; }
  });

  // A mailed link: its secret stands behind the # and leaves the address at once.
  let mailed = "";
  A.mailed = async () => {
    const [purpose, secret] = location.hash.slice(1).split("=");
    if (!secret || !["reset", "verify"].includes(purpose)) return false;
    history.replaceState(null, "", location.pathname + location.search);
    if (purpose === "reset") { mailed = secret; A.welcome("reset"); return true; }
    const answer = await A.api("/auth/verify", "POST", {token: secret});
    A.note(answer.ok ? A.t("verify.done") : A.sentence(answer), null, null, 8);
    return false;
  };
  A.askConsent = () => {
    A.state("consent");
    document.title = `AdGen — ${A.t("consent.title")}`;
    A.one("#consent")?.remove();
    document.body.prepend(A.node(`<div id="consent">${top()}<main class="welcome-main"><section class="paper"><h2>${A.t("consent.title")}</h2><form class="typed" data-form="consent" novalidate>${agree()}${whole}<button class="btn primary big">${A.t("consent")}</button></form><button type="button" class="btn quiet" data-do="logout">${A.t("logout")}</button></section></main></div>`));
  };
  A.signInAgain = () => {
    if (A.one("#again")) return;
    const box = A.node(`<dialog id="again" class="sheet-box"><h2>${A.t("again.login")}</h2><p>${A.t("again.login.more")}</p><form class="typed" data-form="again" novalidate>
      <input type="email" autocomplete="username" value="${A.esc(A.me?.email)}" hidden>${A.secret("password", "password", "current-password", "required")}${whole}<button class="btn primary big">${A.t("login")}</button></form></dialog>`);
    box.addEventListener("close", () => box.remove());
    document.body.append(box);
    box.showModal();
  };
})();
