/* 설정: limits, sign-ins and API tokens, over REST. */
(() => {
  const A = window.adgen;
  const when = (label, value) => value ? `${A.t(label)} <time datetime="${A.esc(value)}">${A.esc(value)}</time>` : "";
  const put = (id, inner) => { const place = A.one(`#${id}`); if (place) { place.innerHTML = inner; place.hidden = false; } };

  const limits = async () => {
    const answer = await A.api("/users/me/limits");
    if (!answer.ok) return;
    const {limits: most, taken} = answer.data;
    const row = (label, have, of, unit = "") => `<p>${A.t(label)}: ${of ? A.t("limits.of", {n: have.toLocaleString() + unit, most: of.toLocaleString() + unit}) : `${have.toLocaleString()}${unit} (${A.t("limits.open")})`}</p>
      ${of ? `<progress max="1" value="${Math.min(have / of, 1)}" aria-label="${A.t(label)}"></progress>` : ""}`;
    put("limits", `<h2>${A.t("limits")}</h2>${row("limits.daily", taken.daily, most.daily)}${row("limits.storage", taken.storage_mb, most.storage_mb, "MB")}`);
  };

  /** A browser's or a program's name from what it calls itself. */
  const named = agent => {
    const system = /iPhone|iPad/.test(agent) ? "iPhone·iPad" : /Android/.test(agent) ? "Android" : /Windows/.test(agent) ? "Windows" : /Mac OS/.test(agent) ? "Mac" : /Linux/.test(agent) ? "Linux" : "";
    const browser = /SamsungBrowser/.test(agent) ? "삼성 인터넷" : /Whale\//.test(agent) ? "웨일" : /Edg\//.test(agent) ? "Edge" : /Firefox\//.test(agent) ? "Firefox" : /Chrome\//.test(agent) ? "Chrome" : /Safari\//.test(agent) ? "Safari" : "";
    return system || browser ? [browser, system].filter(Boolean).join(" · ") : agent ? `${A.t("program")} · ${agent.split(" ")[0].slice(0, 30)}` : A.t("sessions.unknown");
  };
  const sessions = async () => {
    const answer = await A.api("/users/me/sessions");
    if (!answer.ok) return;
    put("sessions", `<h2>${A.t("sessions")}</h2><ul class="keys">${answer.data.map(row => `<li><div><p class="key">${A.esc(named(row.agent))}${row.current ? ` <b>${A.t("sessions.here")}</b>` : ""}</p>
      <p>${A.esc(row.address)} · ${when("sessions.seen", row.seen_at)}</p></div>${row.current ? "" : `<button type="button" class="btn small" data-do="endSession" data-id="${A.esc(row.id)}" aria-label="${A.esc(named(row.agent))} ${A.t("sessions.end")}">${A.t("sessions.end")}</button>`}</li>`).join("")}</ul>`);
  };
  const tokens = async () => {
    const answer = await A.api("/users/me/tokens");
    if (!answer.ok) return;
    const options = pairs => pairs.map(([value, words]) => `<option value="${value}">${words}</option>`).join("");
    put("tokens", `<h2>${A.t("tokens")}</h2><p>${A.t("tokens.more")}</p>${answer.data.length ? `<ul class="keys">${answer.data.map(row => `<li><div><p class="key">${A.esc(row.name)} <b>${A.t("token." + (row.scopes[0] || "read"))}</b></p>
      <p><code>${A.esc(row.prefix)}…</code> · ${row.used_at ? when("token.used", row.used_at) : A.t("token.unused")}${row.expires_at ? ` · ${row.expired ? A.t("token.expired") : A.t("token.until", {when: `<time datetime="${A.esc(row.expires_at)}">${A.esc(row.expires_at)}</time>`})}` : ""}</p></div>
      <button type="button" class="btn small" data-do="dropToken" data-id="${row.id}" data-name="${A.esc(row.name)}" aria-label="${A.esc(row.name)} ${A.t("token.drop")}">${A.t("token.drop")}</button></li>`).join("")}</ul>` : `<p>${A.t("tokens.none")}</p>`}
      <div id="token-new" role="status"></div><form class="typed" data-keys="token" novalidate><div><label for="w-name">${A.t("token.name")}</label><input id="w-name" name="name" type="text" maxlength="60" autocomplete="off" placeholder="${A.t("token.name.hint")}" aria-describedby="w-name-why"><p class="why" id="w-name-why" role="alert"></p></div>
      <div><label for="w-scope">${A.t("token.scope")}</label><select id="w-scope" name="scope">${options([["read", A.t("token.read")], ["write", A.t("token.write")], ["all", A.t("token.all")]])}</select></div>
      <div><label for="w-days">${A.t("token.days")}</label><select id="w-days" name="days">${options([[90, A.t("token.days.n", {n: 90})], [30, A.t("token.days.n", {n: 30})], [365, A.t("token.days.n", {n: 365})], ["", A.t("token.ever")]])}</select></div>
      <button class="btn">${A.t("token.make")}</button></form>`);
  };
  /** How a program uses the token: by curl, and by gradio_client. */
  const examples = token => {
    const home = location.origin + A.base;
    return {curl: `curl -H "Authorization: Bearer ${token}" ${home}api/v1/contents`,
      gradio_client: `from gradio_client import Client\nclient = Client("${home}", headers={"Authorization": "Bearer ${token}"}, download_files=False)\nprint(client.predict(api_name="/list_contents"))`};
  };
  const clip = async text => A.note(A.t(await A.copy(text) ? "copied" : "copy.by.hand"));
  A.keys = () => { limits(); sessions(); tokens(); };

  document.addEventListener("submit", async event => {
    const form = event.target.closest('form[data-keys="token"]');
    if (!form) return;
    event.preventDefault();
    A.calm(form);
    const values = Object.fromEntries(new FormData(form));
    if (!values.name.trim()) { A.complain(form, "name", A.t("need.token")); return; }
    const button = A.one("button", form);
    button.disabled = true;
    const answer = await A.api("/users/me/tokens", "POST", {name: values.name, scope: values.scope, days: values.days ? Number(values.days) : null});
    button.disabled = false;
    if (!answer.ok) { A.complain(form, "name", A.sentence(answer)); return; }
    await tokens();
    const {token} = answer.data, place = A.one("#token-new");
    place.innerHTML = `<p><b>${A.t("token.made")}</b></p><pre class="secret-once" tabindex="0"></pre><button type="button" class="btn primary">${A.t("token.copy")}</button>
      ${Object.keys(examples(token)).map(name => `<details class="fold"><summary>${name}</summary><pre tabindex="0" data-example="${name}"></pre><button type="button" class="btn small" data-name="${name}">${A.t("token.example")}</button></details>`).join("")}`;
    A.one(".secret-once", place).textContent = token;
    A.one(".btn.primary", place).onclick = () => clip(token);
    A.all("details", place).forEach(box => { const text = examples(token)[A.one("pre", box).dataset.example]; A.one("pre", box).textContent = text; A.one("button", box).onclick = () => clip(text); });
  });
  Object.assign(A.acts, {
    async endSession(el) {
      el.disabled = true;
      const answer = await A.api(`/users/me/sessions/${el.dataset.id}`, "DELETE");
      A.note(answer.ok ? A.t("sessions.ended") : A.sentence(answer));
      sessions();
    },
    async dropToken(el) {
      if (!await A.sure(A.t("token.drop.sure", {name: el.dataset.name}), A.t("token.drop"))) return;
      const answer = await A.api(`/users/me/tokens/${el.dataset.id}`, "DELETE");
      A.note(answer.ok ? A.t("token.dropped") : A.sentence(answer));
      tokens();
    },
    async verifyMail(el) {
      el.disabled = true;
      const answer = await A.api("/users/me/verification", "POST");
      A.note(answer.ok ? A.t("verify.sent") : A.sentence(answer), null, null, 8);
    },
  });
})();
