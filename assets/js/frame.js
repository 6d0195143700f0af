/* The bar, the menu, pages by address (#ads), notes with undo, questions, and every button with a data attribute. */
(() => {
  const A = window.adgen, html = document.documentElement;
  const line = path => `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`;
  const PAGES = {
    create: line('<path d="M12 5v14M5 12h14"/><circle cx="12" cy="12" r="9.5"/>'),
    ads: line('<rect x="3.5" y="3.5" width="7" height="9" rx="1.5"/><rect x="13.5" y="3.5" width="7" height="5" rx="1.5"/><rect x="3.5" y="15.5" width="7" height="5" rx="1.5"/><rect x="13.5" y="11.5" width="7" height="9" rx="1.5"/>'),
    shops: line('<path d="M4 10v10h16V10M3 10l2-6h14l2 6c0 1.7-1.3 3-3 3s-3-1.300-3-3c0 1.700-1.300 3-3 3s-3-1.300-3-3c0 1.700-1.300 3-3 3s-3-1.300-3-3zM10 20v-4h4v4"/>'),
    campaigns: line('<path d="M4 10v4l11 5V5L4 10zM15 9c2 0 3 1.300 3 3s-1 3-3 3M7 15.500V19h3"/>'),
    settings: line('<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.100 2.100M16.300 16.300l2.100 2.100M5.600 18.400l2.100-2.100M16.300 7.700l2.100-2.100"/>'),
    admin: line('<path d="M12 3l7.500 3v5.500c0 4.700-3.200 8-7.500 9.500-4.300-1.500-7.500-4.800-7.500-9.500V6L12 3zM9 12l2.200 2.200L15.500 10"/>'),
  };

  /** An admin's page is there for admins alone; the server asks again at every call. */
  const mine = name => name !== "admin" || A.me?.role === "admin";
  A.frame = () => {
    A.one("#bar")?.remove(); A.one("#nav")?.remove();
    const bar = A.node(`<header id="bar"><div class="bar-in"><a class="brand" href="#create"><img src="${A.base}assets/app/logo.svg" alt="">AdGen</a><h1></h1></div></header>`);
    const items = Object.entries(PAGES).filter(([name]) => mine(name)).map(([name, icon]) =>
      `<li><button type="button" data-go="${name}">${icon}<span>${A.t("nav." + name)}</span></button></li>`).join("");
    const nav = A.node(`<nav id="nav" aria-label="${A.t("nav")}"><ul>${items}</ul></nav>`);
    document.body.prepend(bar);
    document.body.append(nav);
  };

  // #create, #ads, #ads/12, #shops …: the browser's back button works.
  const READ = {create: () => A.call("choices"), ads: () => { A.call("see-ads"); A.running(); }, shops: () => A.call("see-shops"), campaigns: () => A.call("see-campaigns"), settings: () => A.settings(), admin: () => A.admin()};
  A.go = (name, number) => { const hash = number ? `#${name}/${number}` : `#${name}`; location.hash === hash ? A.turn() : location.hash = hash; };
  A.turn = (first = false) => {
    const [name, number] = location.hash.slice(1).split("/");
    const known = name in PAGES && mine(name) ? name : "create";
    html.dataset.page = known === "ads" && number ? "ad" : known;
    delete html.dataset.edit;
    delete html.dataset.editing;
    A.all("#nav button").forEach(el => el.dataset.go === known ? el.setAttribute("aria-current", "page") : el.removeAttribute("aria-current"));
    const title = A.one("#bar h1");
    if (title) title.textContent = A.t("title." + known);
    document.title = `${A.t("title." + known)} — AdGen`;
    scrollTo(0, 0);
    if (!("acts" in note.dataset)) A.hush();
    const old = A.one("#detail .ad");
    if (old) old.hidden = old.dataset.id !== number;
    if (html.dataset.page === "ad") /^\d{1,18}$/.test(number) ? A.call("open-ad", {id: number}) : A.missing();
    else if (!(first && known === "create")) READ[known]();
  };
  A.opened = () => { const ad = A.one("#detail .ad"); if (ad) ad.hidden = false; };
  /** The address names an ad that is not there. */
  A.missing = async () => {
    const number = location.hash.split("/")[1], answer = /^\d{1,18}$/.test(number) ? await A.api(`/contents/${number}`) : {status: 404};
    if (A.page() !== "ad" || ![404, 422].includes(answer.status)) return;
    history.replaceState(null, "", "#ads");
    A.turn();
    A.note(A.t("ad.missing"), null, null, 8);
  };
  addEventListener("hashchange", () => { if (html.dataset.state === "in") A.turn(); });

  // Notes: one at a time, with an undo where there is one.
  const note = A.node('<div id="note" role="status"></div>');
  document.body.append(note);
  let gone;
  A.hush = () => { clearTimeout(gone); note.classList.remove("on"); };
  /** Above what stays at the bottom of the screen: the menu, and a page's main button. */
  const lift = () => {
    const tops = A.all("#nav, .foot, .edit-do, .acts").filter(el => el.offsetParent || getComputedStyle(el).position === "fixed").map(el => el.getBoundingClientRect())
      .filter(box => box.height && box.bottom > innerHeight * .7 && box.top < innerHeight - 8 && box.top > innerHeight / 2).map(box => innerHeight - box.top);
    note.style.bottom = `${Math.max(8, ...tops) + 12}px`;
  };
  A.note = (words, label, action, seconds = 4) => {
    note.replaceChildren(A.node(`<p>${A.esc(words)}</p>`));
    if (label) {
      const button = A.node(`<button type="button" class="btn small">${A.esc(label)}</button>`);
      button.onclick = () => { A.hush(); action(); };
      note.append(button);
    }
    label ? note.dataset.acts = "" : delete note.dataset.acts;
    lift();
    [400, 1000].forEach(pause => setTimeout(lift, pause));  // what it must not cover may only just be coming
    note.classList.add("on");
    clearTimeout(gone);
    gone = setTimeout(A.hush, seconds * 1000);
  };
  /** A question with one dangerous answer: true when it was given. */
  A.sure = (question, yes) => new Promise(resolve => {
    const box = A.node(`<dialog class="sheet-box"><p>${A.esc(question)}</p><div class="two"><button type="button" class="btn" value="">${A.t("cancel")}</button><button type="button" class="btn primary" value="yes">${A.esc(yes)}</button></div></dialog>`);
    box.addEventListener("click", event => { const button = event.target.closest("button"); if (button) box.close(button.value); });
    box.addEventListener("close", () => { box.remove(); resolve(box.returnValue === "yes"); });
    document.body.append(box);
    box.showModal();
  });

  // What was deleted last, for the undo.
  const RESTORE = {contents: "restore-ad", stores: "restore-shop", projects: "restore-campaign"};
  let last = null;
  A.dropped = kind => {
    const id = last;
    if (kind === "contents") { if (A.page() === "ad") A.go("ads"); if (String(A.shown) === String(id)) A.back(); }
    A.note(A.t("deleted"), A.t("undo"), () => { A.call(RESTORE[kind], {id}); A.note(A.t("restored")); }, 12);
  };

  // Every button says in data attributes what it does.
  document.addEventListener("click", async event => {
    const el = event.target.closest?.("[data-go],[data-call],[data-do],[data-open],[data-ads-of]");
    if (!el || el.disabled) return;
    if (el.dataset.go) return el.dataset.go === "create" && A.page() === "create" ? A.step() === "result" && A.back() : A.go(el.dataset.go);
    if (el.dataset.open) return A.go("ads", el.dataset.open);
    if (el.dataset.adsOf) { A.campaign = el.dataset.adsOf; return A.go("ads"); }
    if (el.dataset.do) return A.acts[el.dataset.do]?.(el);
    if (el.dataset.sure && !await A.sure(el.dataset.sure, A.t("delete"))) return;
    const data = {...el.dataset};
    if (data.call === "repaint") data.prompt = A.one("textarea.prompt", el.closest("details")).value;
    if (data.call.startsWith("drop-")) last = data.id;
    A.call(data.call, data);
    if (data.said) A.note(A.t(data.said));
  });
  A.acts = {};
})();
