/* One text again: anew, shorter, funnier, more polite; the reply to a review, and a blog draft for an ad without one. */
(() => {
  const A = window.adgen, T = A.texts;
  const again = (state, ad, key) => { if (state.key === key || !state.key) T.draw(ad); };
  /** POST /copy as a stream of events: ``onWords`` gets the text so far; the answer is shaped as A.api's. */
  T.stream = async (body, onWords) => {
    try {
      const answer = await fetch(`${A.base}api/v1/copy`, {method: "POST", credentials: "same-origin", body: JSON.stringify(body),
        headers: {"Accept-Language": A.language, "Content-Type": "application/json", Accept: "text/event-stream"}});
      if (!answer.ok || !answer.headers.get("content-type")?.startsWith("text/event-stream")) return {ok: answer.ok, status: answer.status, data: await answer.json().catch(() => ({}))};
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "", last = null;
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        const events = (rest + piece.value).split("\n\n");
        rest = events.pop();
        events.map(event => /^event: (\w+)\ndata: (.*)$/s.exec(event)).filter(Boolean).forEach(([, name, data]) => {
          if (name === "words") onWords(JSON.parse(data).text); else last = {ok: name === "done", status: name === "done" ? 200 : 500, data: JSON.parse(data)};
        });
      }
      return last || {ok: false, status: 0, data: {}};
    } catch { return {ok: false, status: 0, data: {}}; }
  };
  /** The words while they are written, under the text; a screen reader hears only that it is being written. */
  const flow = (ad, state) => text => {
    const place = A.one(".flow", ad);
    if (!place || !state.busy) return;
    place.hidden = false; place.textContent = text; place.scrollTop = place.scrollHeight;
  };
  /** POST /copy for this ad; the answer, or null after saying why. */
  const ask = async (ad, state, key, body) => {
    state.busy = key; state.why[key] = ""; state.said[key] = A.t("writing.now");
    T.draw(ad);
    const answer = await T.stream({content_id: state.id, ...body}, flow(ad, state));
    state.busy = ""; state.said[key] = "";
    if (answer.status === 401) A.signInAgain();
    if (!answer.ok) { state.why[key] = A.sentence(answer); again(state, ad, key); return null; }
    state.wrote[key] = {writer: answer.data.writer, model: answer.data.text_model};
    state.note = answer.data.note || ""; state.noteEn = answer.data.note_en || state.note;
    const took = answer.data.removed || [];
    state.removed = [...state.removed.filter(row => row.where !== key), ...took];
    if (answer.data.copy_ai) state.ai = true;
    return answer.data;
  };
  const tagged = list => (list || []).map(tag => `#${tag.replace(/^#/, "")}`).join(" ");
  const fresh = (text, before) => ({title: text.title || before.title, text: text.text, hashtags: text.hashtags?.length ? tagged(text.hashtags) : before.hashtags, button: text.button || before.button});
  const put = (state, key, value) => {
    const before = T.now(state, key);
    if (before.text) (state.back[key] ??= []).push(before);
    T.set(state, key, value);
    state.own.delete(key);
    state.key = state.kind[state.group] = key;
  };

  /** What a tab without a text offers: to write it. */
  T.missing = state => state.group === "blog" ? `<p class="hint">${A.t("blog.none")}</p><p class="why" role="alert">${A.esc(state.why.naver_blog || "")}</p>
    <button type="button" class="btn primary" data-do="blogWrite">${A.t(state.busy ? "writing.now" : "blog.write")}</button>${T.FLOW}` : "";
  T.reply = state => `<div class="line-edit"><label for="review-${state.id}">${A.t("reply.review")}</label>
    <textarea id="review-${state.id}" data-review rows="3" maxlength="1000" lang="ko" placeholder="${A.t("reply.hint")}">${A.esc(state.review)}</textarea></div>
    ${state.key ? "" : `<p class="why" role="alert">${A.esc(state.why.review_reply || "")}</p>`}
    <button type="button" class="btn ${state.key ? "" : "primary"}" data-do="replyWrite">${A.t(state.busy === "review_reply" ? "writing.now" : "reply.write")}</button>${state.key ? "" : T.FLOW}`;
  document.addEventListener("input", event => {
    const el = event.target;
    if (!el.matches?.("[data-review]")) return;
    const state = T.of(el);
    state.review = el.value;
    T.set(state, "review_reply", {});
  });

  Object.assign(A.acts, {
    async textHow(el) {
      const ad = el.closest(".ad"), state = T.of(el), key = state.key, how = el.dataset.how, before = T.now(state, key);
      const answer = await ask(ad, state, key, {key, how, current: before.text, ...(key === "review_reply" && state.review ? {review: state.review} : {})});
      const text = answer?.texts?.[key];
      if (!text) return;
      const next = fresh(text, before);
      if (next.text === before.text) state.said[key] = A.t("writing.same");
      else { put(state, key, next); state.typing.add(key); state.said[key] = A.t("writing.done"); }
      again(state, ad, key);
      A.one(".text-said [data-do=textBack]", ad)?.focus({preventScroll: true});
    },
    textBack(el) {
      const ad = el.closest(".ad"), state = T.of(el), key = state.key, before = state.back[key]?.pop();
      if (before) T.set(state, key, before);
      state.said[key] = "";
      T.draw(ad);
    },
    textEarlier(el) {
      const ad = el.closest(".ad"), state = T.of(el), key = state.key, one = state.captions[key].earlier[Number(el.dataset.at)];
      put(state, key, {...T.now(state, key), text: typeof one === "string" ? one : one.text});
      state.said[key] = A.t("writing.done"); state.typing.add(key);
      T.draw(ad);
    },
    async replyWrite(el) {
      const ad = el.closest(".ad"), state = T.of(el), key = "review_reply";
      if (!state.review.trim()) { state.why[key] = A.t("reply.empty"); T.draw(ad); A.one("[data-review]", ad)?.focus(); return; }
      const answer = await ask(ad, state, key, {review: state.review, texts: [key], languages: []}), text = answer?.texts?.[key];
      if (!text) return;
      put(state, key, fresh(text, {title: "", hashtags: "", button: ""}));
      state.said[key] = A.t("writing.done");
      if (state.group === "reply") T.draw(ad);
    },
    /** A blog draft for an ad that has none: written, and kept at once. */
    async blogWrite(el) {
      const ad = el.closest(".ad"), state = T.of(el), key = "naver_blog";
      const answer = await ask(ad, state, key, {texts: [key], languages: []}), text = answer?.texts?.[key];
      if (!text) return;
      const value = fresh(text, {title: "", hashtags: "", button: ""});
      if (!await T.keep(state, key, value, false)) T.set(state, key, value);
      if (state.group === "blog") T.draw(ad);
    },
    /** The text message builder, with the message that is shown. */
    toSms(el) {
      const ad = el.closest(".ad"), box = A.one("details.sms", ad), body = A.one("[data-sms=body]", box);
      if (body) A.put(body, T.now(T.of(el), T.of(el).key).text);
      box.open = true;
      box.scrollIntoView({block: "start"});
    },
  });
})();
