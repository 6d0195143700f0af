/* 그림 설명: what the owner wrote in Korean, and beside it the English that is painted. Either side may be changed. */
(() => {
  const A = window.adgen, ask = A.latest(), korean = () => A.field("image_prompt")?.value.trim() || "";
  let answer = null, trouble = "", waiting = false;

  /** The English that is sent with the form: what the owner changed, or what a model wrote for a picture that a model paints. Else the Korean goes, from which the server makes the same English, and an illustration its motifs. */
  A.painted = description => {
    const kept = A.ask.english;
    if (!kept?.text || (!kept.mine && (kept.source !== "model" || kept.of !== (description || "").trim() || !A.ask.look?.stand_in))) return null;
    return kept.text.slice(0, 1000);
  };
  const notes = () => {
    const rows = (answer?.notes || []).map(A.named);
    const kept = (answer?.names || []).filter(name => !rows.some(words => words.includes(A.esc(name))));
    if (kept.length) rows.push(A.t("picture.names", {names: kept.map(name => `‘${A.esc(name)}’`).join(", ")}));
    if (A.ask.english?.mine && answer?.korean) rows.push(A.t("picture.means", {words: A.esc(answer.korean)}));
    return rows.length ? `<ul class="notes">${rows.map(words => `<li>${words}</li>`).join("")}</ul>` : "";
  };
  const length = () => answer ? `${A.t("picture.length")} ${answer.counted ? "" : A.t("picture.about")}${answer.tokens}/${answer.limit}` : "";
  /** Built once, then changed in place: what is being typed keeps its caret. */
  const draw = () => {
    const place = A.one("#english");
    if (!place) return;
    if (!A.one("textarea", place)) {
      place.innerHTML = `<div class="line-edit"><div class="text-top"><label for="english-text">${A.t("picture.english")}</label><small class="count"></small></div>
        <textarea id="english-text" lang="en" rows="4" maxlength="1000" spellcheck="false" placeholder="${A.t("picture.empty")}"></textarea></div>
        <p class="why" role="alert"></p><div class="english-notes" role="status"></div><button type="button" class="btn small" data-do="english">${A.t("picture.show")}</button>`;
    }
    const area = A.one("textarea", place), text = A.ask.english?.text || "";
    if (area !== document.activeElement && area.value !== text) area.value = text;
    A.one(".count", place).textContent = waiting ? A.t("picture.wait") : length();
    place.classList.toggle("too-long", Boolean(answer && answer.tokens > answer.limit));
    A.one(".why", place).textContent = trouble;
    A.one(".english-notes", place).innerHTML = notes();
    A.one("[data-do=english]", place).hidden = Boolean(text) || waiting;
  };
  A.english = draw;
  const load = async body => {
    const shop = await A.shopAsked(), mine = Boolean(body.english), about = A.field("ad_description")?.value.trim() || "";
    const asked = {...body, ad_description: about, ...(shop ? {store_id: shop.id, trade: shop.trade} : {}), ...(A.ask.look?.template ? {template: A.ask.look.template} : {})};
    waiting = true; trouble = ""; draw();
    const got = await ask("/prompts", asked);
    if (!got) return;
    waiting = false;
    if (got.status === 401) { A.signInAgain(); draw(); return; }
    if (got.ok) {
      answer = got.data;
      A.ask.english = {text: mine ? body.english : answer.english, source: answer.source, of: body.description || "", mine};
      A.unmark(A.one("#field-image_prompt"));
    } else if (mine) trouble = A.sentence(got);
    else { answer = null; A.ask.english = null; if (!A.mark("image_prompt", A.sentence(got))) trouble = A.sentence(got); }
    draw();
    A.draft.keep();
  };
  const soon = A.rest(load, 700);
  document.addEventListener("input", event => {
    const el = event.target;
    if (el.closest("#field-image_prompt")) {
      if (!el.value.trim()) { soon.stop(); answer = null; A.ask.english = null; trouble = ""; draw(); }
      else soon({description: el.value.trim()});
    } else if (el.id === "english-text") {
      A.ask.english = el.value.trim() ? {text: el.value.trim(), source: "owner", of: korean(), mine: true} : null;
      if (el.value.trim()) soon({english: el.value.trim()}); else { soon.stop(); answer = null; trouble = ""; draw(); }
      A.draft.keep();
    }
  });
  A.acts.english = () => {
    const description = korean(), about = A.field("ad_description")?.value.trim();
    if (!description && !about) { A.mark("ad_description", A.t("need.news")); A.field("ad_description")?.focus(); return; }
    load({description});
  };
})();
