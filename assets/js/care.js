/* While the owner writes: words that need care, under the field they stand in, with a softer wording to tap. */
(() => {
  const A = window.adgen, PAUSE = 600, asks = new WeakMap(), found = new WeakMap();
  const LINES = ".edit [data-line], .text-pane [data-text=text], .text-pane [data-text=title]";
  const campaigns = {};
  let shops = null, since = 0;

  /** The account's shops, read again after half a minute. */
  const known = async () => {
    if (!shops || Date.now() - since > 30000) { const answer = await A.api("/stores"); if (answer.ok) { shops = answer.data; since = Date.now(); } }
    return shops || [];
  };
  /** The shop of an ad's campaign, or null. */
  A.shopOf = async project => {
    const number = Number(project);
    if (!campaigns[number]) { const campaign = await A.api(`/projects/${number}`); if (campaign.ok) campaigns[number] = campaign.data.store_id; }
    return (await known()).find(row => row.id === campaigns[number]) || null;
  };
  /** The shop that the form is about, or null. */
  A.shopAsked = () => chosen();
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
  const line = (one, at) => `<li class="care-${A.esc(one.severity)}"><mark lang="ko">${A.esc(one.text.trim())}</mark> <span>${A.esc(A.language === "en" ? one.why_en : one.why_ko)}</span><div class="care-do">${one.suggestion
    ? `<button type="button" class="btn small" data-do="softer" data-at="${at}">${A.t("care.swap", {words: `‘${A.esc(one.suggestion.trim())}’`})}</button>` : ""}${one.provable && !one.grounded ? `<button type="button" class="btn small" data-do="ground">${A.t("care.ground")}</button>` : ""}</div></li>`;
  /** A discount whose former price and period are in their fields needs no reminder of them. */
  const told = (one, el) => {
    const ad = el.closest(".ad"), line = name => ad ? A.one(`[data-line=${name}]`, ad)?.value ?? JSON.parse(ad.dataset.ad).texts[name] : A.field(name)?.value;
    return one.rule === "was_price" && line("original_price")?.trim() && line("period")?.trim();
  };
  /** What the owner can prove: the form's field, or the small print of the ad. */
  const ground = el => { const ad = el.closest(".ad"); return ((ad ? A.one("[data-line=small_print]", ad)?.value ?? JSON.parse(ad.dataset.ad).texts.small_print : A.field("ground")?.value ?? A.draft.read().ground) || "").slice(0, 200); };
  const look = async el => {
    const box = el.isConnected && place(el), text = el.value;
    if (!box) return;
    if (!text.trim()) { box.replaceChildren(); return; }
    const trade = (await shop(el))?.trade || "general";
    if (!asks.has(el)) asks.set(el, A.latest());
    const answer = await asks.get(el)("/claims", {text, trade, ground: ground(el)});
    if (!answer?.ok || el.value !== text) return;
    const rows = answer.data.findings.filter(one => !told(one, el));
    found.set(box, {el, text, rows});
    box.innerHTML = rows.length ? `<p class="care-title">${A.t("care.title")}</p><ul>${rows.map(line).join("")}</ul><p class="hint">${A.t("care.notice")}</p>` : "";
  };
  /** Look at a field that nobody has touched yet. */
  A.care = el => { if (el.value.trim()) look(el); };
  const timers = new WeakMap();
  const soon = el => { clearTimeout(timers.get(el)); timers.set(el, setTimeout(look, PAUSE, el)); };
  const watched = el => el.matches?.(LINES) || (el.matches?.("textarea, input") && el.closest("#field-ad_description"));
  document.addEventListener("input", event => {
    if (watched(event.target)) soon(event.target);
    if (event.target.closest("#field-ground")) { const news = A.field("ad_description"); if (news?.value.trim()) soon(news); }
  });
  document.addEventListener("focusin", event => { if (watched(event.target) && event.target.value.trim()) soon(event.target); });

  /** One tap: the words are replaced where they stand. Positions count whole characters, as the server does. */
  A.acts.softer = el => {
    const box = el.closest(".care"), kept = found.get(box), one = kept?.rows[Number(el.dataset.at)];
    if (!one || kept.el.value !== kept.text) return;
    const chars = [...kept.text];
    A.put(kept.el, chars.slice(0, one.start).join("") + one.suggestion + chars.slice(one.end).join(""));
    kept.el.focus({preventScroll: true});
  };
  /** Where the ground of a claim is written: in the form's fold-out, or in the ad's small print. */
  A.acts.ground = async el => {
    const ad = el.closest(".ad");
    if (ad) {
      A.relined(ad, {});
      if (!A.one("[data-line=small_print]", ad)) A.acts.lineMore(A.one("[data-do=lineMore][data-name=small_print]", ad));
      A.one("[data-line=small_print]", ad).focus();
      return;
    }
    if (!A.field("ground")?.offsetParent) A.one("#page-create .fold-out > button")?.click();
    for (let turn = 0; turn < 40 && !A.field("ground")?.offsetParent; turn += 1) await new Promise(done => setTimeout(done, 50));
    A.field("ground")?.focus();
  };
})();
