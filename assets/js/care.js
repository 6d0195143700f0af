/* While the owner writes: words that need care, under the field they stand in, with a softer wording to tap. */
(() => {
  const A = window.adgen, PAUSE = 600, asks = new WeakMap(), found = new WeakMap();
  const LINES = ".edit [data-line]";
  let shops = null, since = 0;

  /** The account's shops, read again after half a minute. */
  const known = async () => {
    if (!shops || Date.now() - since > 30000) { const answer = await A.api("/stores"); if (answer.ok) { shops = answer.data; since = Date.now(); } }
    return shops || [];
  };
  /** The shop of an ad's campaign, or null. */
  A.shopOf = async project => {
    const campaign = await A.api(`/projects/${Number(project)}`);
    return campaign.ok ? (await known()).find(row => row.id === campaign.data.store_id) || null : null;
  };
  /** The form's campaign is shown as "shop · campaign". */
  const chosen = async () => {
    const label = A.one("#field-project_id input")?.value || "", rows = await known();
    return rows.filter(row => label.startsWith(`${row.brand_name} · `)).sort((a, b) => b.brand_name.length - a.brand_name.length)[0] || (rows.length === 1 ? rows[0] : null);
  };
  const shop = el => { const ad = el.closest(".ad"); return ad ? A.shopOf(JSON.parse(ad.dataset.ad).project_id) : chosen(); };

  /** Where the findings of a field stand: made when it is first needed. */
  const place = el => {
    const around = el.closest(".line-edit") || el.closest("#field-ad_description");
    if (!around) return null;
    const inside = around.matches(".line-edit");
    const there = inside ? A.one(".care", around) : around.parentElement.querySelector(":scope > .care");
    if (there) return there;
    const box = A.node('<div class="care" role="status"></div>');
    inside ? around.append(box) : around.after(box);
    return box;
  };
  const line = (one, at) => `<li class="care-${A.esc(one.severity)}"><mark lang="ko">${A.esc(one.text.trim())}</mark> <span>${A.esc(A.language === "en" ? one.why_en : one.why_ko)}</span>${one.suggestion
    ? `<button type="button" class="btn small" data-do="softer" data-at="${at}">${A.t("care.swap", {words: `‘${A.esc(one.suggestion.trim())}’`})}</button>` : ""}</li>`;
  /** A discount whose former price and period are in their fields needs no reminder of them. */
  const told = one => one.rule === "was_price" && A.field("original_price")?.value.trim() && A.field("period")?.value.trim();
  const look = async el => {
    const box = el.isConnected && place(el), text = el.value;
    if (!box) return;
    if (!text.trim()) { box.replaceChildren(); return; }
    const trade = (await shop(el))?.trade || "general";
    if (!asks.has(el)) asks.set(el, A.latest());
    const answer = await asks.get(el)("/claims", {text, trade});
    if (!answer?.ok || el.value !== text) return;
    const rows = answer.data.findings.filter(one => !told(one));
    found.set(box, {el, text, rows});
    box.innerHTML = rows.length ? `<p class="care-title">${A.t("care.title")}</p><ul>${rows.map(line).join("")}</ul><p class="hint">${A.t("care.notice")}</p>` : "";
  };
  const timers = new WeakMap();
  const soon = el => { clearTimeout(timers.get(el)); timers.set(el, setTimeout(look, PAUSE, el)); };
  const watched = el => el.matches?.(LINES) || (el.matches?.("textarea, input") && el.closest("#field-ad_description"));
  document.addEventListener("input", event => { if (watched(event.target)) soon(event.target); });
  document.addEventListener("focusin", event => { if (watched(event.target) && event.target.value.trim()) soon(event.target); });

  /** One tap: the words are replaced where they stand. Positions count whole characters, as the server does. */
  A.acts.softer = el => {
    const box = el.closest(".care"), kept = found.get(box), one = kept?.rows[Number(el.dataset.at)];
    if (!one || kept.el.value !== kept.text) return;
    const chars = [...kept.text];
    A.put(kept.el, chars.slice(0, one.start).join("") + one.suggestion + chars.slice(one.end).join(""));
    kept.el.focus({preventScroll: true});
  };
})();
