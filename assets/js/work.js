/* A job from the press of the button to the finished ad: drawn from REST, found again after a reload. */
(() => {
  const A = window.adgen, html = document.documentElement;
  const STAGES = ["writing", "drawing", "typesetting", "saving"], PAUSE = 700;
  let followed = null, timer = null;

  const waiting = job => {
    if (job.cancel_requested) return A.t("cancelling");
    if (job.engine) return (A.language === "en" ? job.engine.en : job.engine.ko) || "";
    if (job.state === "queued") return job.position > 1 ? `${A.t("stage.queued")} · ${A.t("place", {n: job.position - 1})}` : A.t("next");
    return "";
  };
  const left = job => {
    if (job.eta_seconds == null || job.cancel_requested) return "";
    return job.eta_seconds > 2 ? A.t("left", {n: Math.ceil(job.eta_seconds)}) : job.state === "running" ? A.t("left.soon") : "";
  };

  /** The words so far: only what is new is put behind, so that a screen reader says it once. */
  const writes = (place, words, painted) => {
    place.hidden = painted || !(words || place.textContent);
    if (place.hidden || !words || words === place.textContent) return;
    const before = words.startsWith(place.textContent) ? place.textContent.length : 0;
    if (!before) place.textContent = "";
    place.append(A.node(`<span>${A.esc(words.slice(before))}</span>`));
    place.scrollTop = place.scrollHeight;
  };
  /* The card is built once and then changed in place, so that screen readers and the picture stay calm. */
  const card = job => {
    const at = STAGES.indexOf(job.stage);
    let box = A.one("#work .job");
    if (!box || box.dataset.id !== job.id) {
      box = A.node(`<section class="job" data-id="${A.esc(job.id)}"><h2>${A.t("working")}</h2><p class="asked">${A.esc(job.ad_description)}</p>
        <ol class="stages">${STAGES.map(name => `<li data-stage="${name}">${A.t("stage." + name)}</li>`).join("")}</ol>
        <progress max="1" value="0" aria-label="${A.t("working")}"></progress><p class="place"></p><div class="making"><p class="written" lang="ko" aria-live="polite" hidden></p><img class="peek" alt="${A.t("preview")}" hidden></div>
        <p>${A.t("leave")}</p><button type="button" class="btn" data-do="cancel">${A.t("cancel")}</button></section>`);
      A.one("#work").replaceChildren(box);
    }
    A.all("[data-stage]", box).forEach((li, place) => {
      li.className = place < at ? "past" : place === at ? "now" : "";
      place === at ? li.setAttribute("aria-current", "step") : li.removeAttribute("aria-current");
    });
    A.one("progress", box).value = job.progress || 0;
    const words = [waiting(job), left(job)].filter(Boolean).join(" · ");
    const place = A.one(".place", box);
    if (place.textContent !== words) place.textContent = words;
    const peek = A.one(".peek", box), url = A.safe(job.preview);
    if (url && peek.src !== url) { peek.src = url; peek.hidden = false; }
    writes(A.one(".written", box), job.words || "", !peek.hidden);
    A.one("[data-do=cancel]", box).disabled = Boolean(job.cancel_requested);
  };
  const trouble = job => {
    A.step("work");
    const words = (A.language === "en" ? job.error?.detail_en : "") || job.error?.detail || "";
    A.one("#work").replaceChildren(A.node(`<section class="job" role="alert"><h2>${A.t("failed")}</h2><p class="bad">${A.esc(words)}</p>
      <div class="two">${job.content_id ? `<button type="button" class="btn primary" data-call="again" data-id="${Number(job.content_id)}">${A.t("retry")}</button>` : ""}
      <button type="button" class="btn" data-do="form">${A.t("to.form")}</button></div></section>`));
  };
  A.empty = () => {
    const work = A.one("#work");
    if (work) work.replaceChildren(A.node(`<div class="blank"><h3>${A.t("empty.result")}</h3><p>${A.t("empty.result.more")}</p></div>`));
  };
  const SENT = () => `sent.${A.me?.id}`;
  /** The ad is there: its words need not be kept any longer. Other words, typed meanwhile, stay. */
  const spent = job => {
    A.store.drop(SENT());
    if (job.state === "done" && A.draft.read().ad_description === job.ad_description) { A.draft.drop(); return true; }
    return false;
  };
  const ended = job => {
    followed = null;
    spent(job);
    if (job.state !== "done") A.refill(job.request);
    const here = A.page() === "create";
    if (job.state === "done") {
      html.dataset.made = "";
      A.shown = job.content_id;
      A.call("show", {id: job.content_id});
      A.one("#work").replaceChildren();
      A.step("result");
      if (here) scrollTo(0, 0);
      else A.note(A.t("done"), A.t("look"), () => A.go("create"), 12);
    } else if (job.state === "failed") trouble(job);
    else { A.back(); A.note(A.t("cancelled")); }
    if (A.page() === "ads") { A.call("see-ads"); A.running(); }
  };
  const poll = async id => {
    clearTimeout(timer);
    if (followed !== id) return;
    const answer = await A.api(`/jobs/${id}`);
    if (followed !== id) return;
    if (answer.status === 401) { A.signInAgain(); timer = setTimeout(poll, 3000, id); return; }
    if (answer.status === 404) { followed = null; A.back(); return; }
    if (!answer.ok) { timer = setTimeout(poll, 2000, id); return; }
    if (["done", "failed", "cancelled"].includes(answer.data.state)) { ended(answer.data); return; }
    card(answer.data);
    timer = setTimeout(poll, document.hidden ? PAUSE * 4 : PAUSE, id);
  };
  /** Show a job until it ends. Called with its id when the form, "again" or "draw again" was pressed. */
  A.follow = id => {
    if (!id) return;
    followed = id;
    A.store.set(SENT(), id);
    A.hush();
    A.step("work");
    A.one("#work").replaceChildren();
    if (A.page() !== "create") A.go("create");
    scrollTo(0, 0);
    poll(id);
  };
  const active = async () => {
    const [running, queued] = await Promise.all([A.api("/jobs?state=running"), A.api("/jobs?state=queued")]);
    return [running, queued].flatMap(answer => answer.ok && Array.isArray(answer.data) ? answer.data : []);
  };
  /** After a reload, or on another device: the newest job that has not ended is shown again. */
  A.find = async () => {
    const jobs = await active(), kept = A.store.get(SENT());
    if (jobs.length && !followed) { followed = jobs[0].id; A.step("work"); poll(followed); }
    else if (kept && !followed) {  // it ended while nobody looked
      const answer = await A.api(`/jobs/${encodeURIComponent(kept)}`);
      if (answer.ok && spent(answer.data) && A.step() === "form") A.emptied();
    }
  };
  addEventListener("visibilitychange", () => { if (!document.hidden && html.dataset.state === "in") followed ? poll(followed) : A.page() === "ads" && A.running(); });

  let strip = null;
  /** My ads: what is being made, on top. */
  A.running = async () => {
    clearTimeout(strip);
    const place = A.one("#running");
    if (!place || A.page() !== "ads") return;
    const before = place.childElementCount, jobs = await active();
    place.replaceChildren(...jobs.map(job => A.node(`<section class="job slim"><div><h3>${A.t(job.state === "queued" ? "stage.queued" : "stage." + job.stage)}</h3><p>${A.esc(job.ad_description)}</p></div>
      <button type="button" class="btn small" data-do="cancel" data-job="${A.esc(job.id)}">${A.t("cancel")}</button><progress max="1" value="${Number(job.progress) || 0}" aria-label="${A.t("working")}"></progress></section>`)));
    if (before > jobs.length) A.call("see-ads");
    if (jobs.length) strip = setTimeout(A.running, 2000);
  };
  A.acts.cancel = async el => {
    el.disabled = true;
    await A.api(`/jobs/${el.dataset.job || followed}`, "DELETE");
    if (el.dataset.job) A.running(); else poll(followed);
  };
  /** To step 1: what was typed is still there. */
  A.back = () => { A.step("form"); A.empty(); };
  A.acts.form = () => { A.back(); scrollTo(0, 0); };
  // The phone's own back button: from the looks to the form.
  addEventListener("popstate", event => { if (html.dataset.state === "in" && A.page() === "create" && ["look", "result"].includes(A.step())) event.state?.step === "look" && A.step() === "result" ? A.step("look") : A.back(); });
  const STEPS = [["form", "step.ask"], ["look", "step.look"], ["result", "step.result"]];
  /** Where the owner is: three steps on top of the page, the earlier ones to go back to. */
  A.steps = () => {
    const place = A.one("#steps");
    if (!place) return;
    const now = {form: 0, look: 1, work: 2, result: 2}[A.step()] ?? 0;
    place.innerHTML = `<ol>${STEPS.map(([name, key], at) => `<li class="${at < now ? "past" : at === now ? "now" : ""}" ${at === now ? 'aria-current="step"' : ""}>${at < now && (at === 0 || A.others().length || A.ask.look)
      ? `<button type="button" data-do="${at ? "toLooks" : "form"}"><b>${at + 1}</b>${A.t(key)}</button>` : `<span><b>${at + 1}</b>${A.t(key)}</span>`}</li>`).join("")}</ol>`;
  };
  A.acts.toLooks = () => { A.step("look"); scrollTo(0, 0); };
})();
