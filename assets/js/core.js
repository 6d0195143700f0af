/* Words, storage, REST, the wires to Gradio, and the session. Everything hangs on window.adgen. */
(() => {
  const A = window.adgen, html = document.documentElement;

  // Storage may be blocked (a Space in a third-party frame): the page works without it.
  A.store = {
    get(key) { try { return localStorage.getItem("adgen." + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("adgen." + key, value); } catch { /* blocked or full */ } },
    drop(key) { try { localStorage.removeItem("adgen." + key); } catch { /* blocked */ } },
  };

  A.language = A.store.get("language") === "en" ? "en" : "ko";
  A.t = (key, fill = {}) => (A.words[key] || [key, key])[A.language === "en" ? 1 : 0]
    .replace(/\{(\w+)\}/g, (whole, name) => name in fill ? fill[name] : whole);
  A.esc = text => String(text ?? "").replace(/[&<>"'`]/g, c => `&#${c.charCodeAt(0)};`);
  A.one = (selector, root = document) => root.querySelector(selector);
  A.all = (selector, root = document) => [...root.querySelectorAll(selector)];
  A.node = markup => { const box = document.createElement("template"); box.innerHTML = markup.trim(); return box.content.firstElementChild; };
  /** The page's language, and the words of what Gradio drew in Korean. */
  A.speak = language => {
    A.language = language === "en" ? "en" : "ko";
    A.store.set("language", A.language);
    html.lang = A.language;
    A.all("[data-w]").forEach(el => { el.textContent = A.t(el.dataset.w); });
  };
  A.state = name => { html.dataset.state = name; };
  A.page = () => html.dataset.page;
  /** The step of 광고 만들기 that is shown: form, look, work or result; with a name, that one from now on. */
  A.step = name => { if (name) { html.dataset.step = name; A.steps?.(); } return html.dataset.step; };
  /** The field of Gradio's form, and a way to type into it. */
  A.field = name => document.querySelector(`#field-${name} textarea, #field-${name} input`);
  A.put = (el, value) => {
    if (!el) return;
    const proto = el instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(proto, "value").set.call(el, value);
    el.dispatchEvent(new Event("input", {bubbles: true}));
  };

  A.base = new URL("./", document.baseURI).pathname;
  /** REST: {ok, status, data}. Status 0 is no network. A FormData goes as it is, all else as JSON. */
  A.api = async (path, method = "GET", body) => {
    const form = body instanceof FormData;
    try {
      const answer = await fetch(`${A.base}api/v1${path}`, {
        method, credentials: "same-origin", headers: {"Accept-Language": A.language, ...(body && !form ? {"Content-Type": "application/json"} : {})},
        body: form ? body : body ? JSON.stringify(body) : undefined });
      const data = await answer.json().catch(() => ({}));
      return {ok: answer.ok, status: answer.status, data};
    } catch { return {ok: false, status: 0, data: {}}; }
  };
  /** A way to ask where only the newest answer counts, one question at a time: the server would draw a dropped one to its
   * end. While one is under way only the newest waits; the answer of all others is null. */
  A.latest = () => {
    let flying = null, turn = 0;
    return async (path, body) => {
      const mine = ++turn;
      while (flying) await flying;
      if (mine !== turn) return null;
      flying = A.api(path, "POST", body);
      const answer = await flying;
      flying = null;
      return mine === turn ? answer : null;
    };
  };
  /** A picture that a REST answer carries, or nothing: only such addresses reach an img. */
  A.safe = url => /^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/=]+$/.test(url || "") ? url : "";
  /** ``run`` once nobody has called for ``pause`` milliseconds. */
  A.rest = (run, pause) => { let timer; const later = (...values) => { clearTimeout(timer); timer = setTimeout(run, pause, ...values); }; later.stop = () => clearTimeout(timer); return later; };
  /** The sentence of a refused REST call. */
  A.sentence = answer => {
    const detail = answer.data.detail;
    return !answer.status ? A.t("offline") : Array.isArray(detail) ? detail.map(row => row.msg).join(" ") : detail || A.t("offline");
  };

  /** Say under a field of Gradio's what is wrong with it; false when there is no such field in sight. */
  A.mark = (name, words) => {
    const block = A.one(`#field-${name}`), input = A.field(name);
    if (!input?.offsetParent) return false;
    A.unmark(block);
    block.append(A.node(`<p class="why field-why" id="why-${name}" role="alert">${A.esc(words)}</p>`));
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", `why-${name}`);
    return true;
  };
  A.unmark = (root = document) => {
    A.all(".field-why", root).forEach(el => el.remove());
    A.all("[aria-invalid]", root).forEach(el => { el.removeAttribute("aria-invalid"); el.removeAttribute("aria-describedby"); });
  };
  document.addEventListener("input", event => { const block = event.target.closest?.("[id^=field-]"); if (block && A.one(".field-why", block)) { A.unmark(block); A.hush(); } });
  /** A refusal of Gradio's names the field in its first words, as its label does. */
  A.refused = words => {
    A.note(words, null, null, 8);
    const labels = A.all('[id^=field-] [data-testid="block-info"]').filter(el => el.offsetParent);
    const found = labels.find(el => words.startsWith(el.textContent.trim().replace(/\s*\(.*\)$/, "")));
    const name = found?.closest("[id^=field-]").id.slice(6);
    if (name && A.mark(name, words)) A.field(name).focus();
  };
  /** Refused fields of a REST answer: each is marked, the first has the focus; false when none is in sight. */
  A.marked = answer => {
    const list = Array.isArray(answer.data.detail) ? answer.data.detail : [], names = list.map(row => [row.loc?.findLast(part => typeof part === "string"), row.msg]);
    const seen = names.filter(([name, words]) => A.mark(name, words));
    A.field(seen[0]?.[0])?.focus();
    return seen.length > 0;
  };
  /** Times stand in the page as UTC; they are read in the reader's own zone. */
  A.times = root => A.all("time[datetime]:not([data-local])", root).forEach(el => {
    const when = new Date(el.dateTime);
    el.dataset.local = "";
    if (!isNaN(when)) el.textContent = when.toLocaleString(A.language === "en" ? "en-GB" : "ko-KR", {dateStyle: "medium", timeStyle: "short"});
  });
  new MutationObserver(() => document.body && A.times(document.body)).observe(document.documentElement, {childList: true, subtree: true});

  // Wires: gr.HTML components that stand for a handler. A call waits until its wire is there.
  const wires = {}, waiting = {};
  A.wire = (name, pull) => { wires[name] = pull; (waiting[name] || []).splice(0).forEach(data => pull(data)); };
  A.call = (name, data = {}) => { A.awake(); wires[name] ? wires[name](data) : (waiting[name] ??= []).push(data); };

  // Gradio's own requests: a 401 there means the sign-in ended; another refusal is a sentence of ours, which Gradio
  // shows for queued events only.
  const plain = window.fetch.bind(window);
  window.fetch = async (input, options) => {
    const answer = await plain(input, options);
    const url = String(input?.url || input);
    if (answer.status === 401 && url.includes("/gradio_api/") && html.dataset.state === "in") A.signInAgain();
    else if (!answer.ok && url.includes("/gradio_api/run/")) answer.clone().json().then(data => data.error && A.refused(data.error), () => {});
    return answer;
  };

  // The session: renewed while the page is used, at most once per third of its life.
  let life = 0, since = 0, renewing = null;
  A.renewed = seconds => { life = Number(seconds) || 0; since = Date.now(); };
  A.renew = () => renewing ??= A.api("/auth/refresh", "POST").then(answer => {
    renewing = null;
    if (answer.ok) A.renewed(answer.data.expires_in);
    else if (answer.status === 401 && html.dataset.state === "in") A.signInAgain();
    return answer;
  });
  A.awake = () => { if (html.dataset.state === "in" && life && Date.now() - since > life * 1000 / 3) A.renew(); };
  ["pointerdown", "keydown"].forEach(kind => addEventListener(kind, A.awake, {passive: true, capture: true}));
  addEventListener("visibilitychange", () => { if (!document.hidden) A.awake(); });

  // Light, dark, or as the device says; Gradio's own parts follow the class on body.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  A.theme = choice => {
    if (choice) A.store.set("theme", choice);
    const wish = A.store.get("theme") || "system";
    const on = wish === "dark" || (wish === "system" && dark.matches);
    document.body.classList.toggle("dark", on);
    html.classList.toggle("dark", on);
    const bar = A.one('meta[name="theme-color"]');
    if (bar) bar.content = on ? "#1B1613" : "#FBF6EE";
    return wish;
  };
  dark.addEventListener("change", () => setTimeout(A.theme, 0));
  new MutationObserver(() => {
    const wish = A.store.get("theme") || "system", on = wish === "dark" || (wish === "system" && dark.matches);
    if (document.body.classList.contains("dark") !== on) A.theme();
  }).observe(document.body, {attributes: true, attributeFilter: ["class"]});
})();
