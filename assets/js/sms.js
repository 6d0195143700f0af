/* 문자로 보내기: the ad's words as a text message that has all the law asks for. Nothing is sent from here. */
(() => {
  const A = window.adgen, states = new WeakMap();
  const key = () => `optout.${A.me?.id}`;
  const field = (name, markup) => `<div class="line-edit"><label>${A.t("sms." + name)}${markup}</label></div>`;
  const hours = () => `<option value="">${A.t("sms.hour.none")}</option>${Array.from({length: 24}, (_, n) => `<option value="${n}">${A.t("sms.hour.at", {n})}</option>`).join("")}`;

  const open = async box => {
    const pane = A.one(".sms-pane", box), ad = box.closest(".ad");
    if (states.has(pane)) return;
    states.set(pane, {ask: A.latest(), soon: A.rest(build, 250)});
    const shop = await A.shopOf(JSON.parse(ad.dataset.ad).project_id);
    const words = A.texts.message(ad);
    Object.assign(states.get(pane), {shop});
    pane.innerHTML = `<p class="hint">${A.t("sms.more")}</p>
      ${field("body", `<textarea data-sms="body" rows="6" maxlength="2000" lang="ko">${A.esc(words)}</textarea>`)}
      ${field("contact", `<input data-sms="contact" type="tel" maxlength="30" value="${A.esc(shop?.phone)}">`)}
      ${field("optout", `<input data-sms="opt_out" type="tel" maxlength="30" placeholder="${A.t("sms.optout.hint")}" value="${A.esc(A.store.get(key()))}">`)}
      <label class="switch"><input type="checkbox" data-sms="provider_frame"><i></i><span>${A.t("sms.provider")}</span></label>
      ${field("hour", `<select data-sms="hour">${hours()}</select>`)}
      <div class="sms-out" role="status"><p class="sms-count"></p><progress max="90" value="0" aria-label="${A.t("sms.text")}"></progress><ul class="notes sms-missing"></ul></div>
      <p class="label">${A.t("sms.text")}</p><pre class="sms-text" lang="ko"></pre><p class="hint sms-swaps"></p><ul class="notes sms-reminders"></ul>
      <button type="button" class="btn primary" data-do="smsCopy" disabled>${A.t("sms.copy")}</button>`;
    build(pane);
  };
  const value = (pane, name) => A.one(`[data-sms=${name}]`, pane).value;
  const notes = (place, rows) => { place.innerHTML = rows.map(row => `<li>${A.esc(A.language === "en" ? row.en : row.ko)}</li>`).join(""); };
  const build = async pane => {
    const state = states.get(pane), hour = value(pane, "hour");
    const answer = await state.ask("/sms", {body: value(pane, "body"), store: state.shop?.brand_name || "", contact: value(pane, "contact"),
      opt_out: value(pane, "opt_out"), provider_frame: A.one("[data-sms=provider_frame]", pane).checked, hour: hour === "" ? null : Number(hour)});
    if (!answer) return;
    const copy = A.one("[data-do=smsCopy]", pane), count = A.one(".sms-count", pane);
    if (answer.status === 401) { A.signInAgain(); return; }
    if (!answer.ok) { copy.disabled = true; count.textContent = A.sentence(answer); return; }
    const made = answer.data, bar = A.one("progress", pane);
    count.textContent = A.t("sms.bytes", {n: made.bytes.toLocaleString(), limit: made.limit.toLocaleString(), kind: A.t("sms.kind." + made.kind)});
    bar.max = made.limit; bar.value = Math.min(made.bytes, made.limit);
    bar.classList.toggle("over", made.over > 0);
    notes(A.one(".sms-missing", pane), made.missing);
    notes(A.one(".sms-reminders", pane), made.reminders);
    const swaps = [...new Set(made.flags.map(one => `‘${one.char}’ → ${one.replacement.trim() ? `‘${one.replacement}’` : A.t("sms.drop")}`))];
    A.one(".sms-swaps", pane).textContent = swaps.length ? A.t("sms.swaps", {list: swaps.join(", ")}) : "";
    A.one(".sms-text", pane).textContent = made.text;
    copy.disabled = !made.complete;
  };
  document.addEventListener("toggle", event => { if (event.target.matches?.("details.sms") && event.target.open) open(event.target); }, true);
  document.addEventListener("input", event => {
    const el = event.target, pane = el.dataset?.sms && el.closest(".sms-pane");
    if (!pane) return;
    states.get(pane).soon(pane);
    A.one("[data-do=smsCopy]", pane).disabled = true;  // until the answer for what is now typed is there
    if (el.dataset.sms === "opt_out") el.value.trim() ? A.store.set(key(), el.value.trim()) : A.store.drop(key());
  });
  A.acts.smsCopy = async el => { A.note(A.t(await A.copy(A.one(".sms-text", el.closest(".sms-pane")).textContent) ? "copied" : "copy.by.hand")); };
})();
