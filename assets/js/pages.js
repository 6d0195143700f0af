/* What the pages do in the browser: chips, the half-typed draft, copy, share, save, filter, forms of shops. */
(() => {
  const A = window.adgen, html = document.documentElement;
  const put = A.put;

  // The draft: what was typed on this device for this account, until the ad is asked for.
  const KEPT = A.TYPED;
  const place = () => `draft.${A.me?.id}`;
  A.draft = {
    read() { try { return JSON.parse(A.store.get(place()) || "{}") || {}; } catch { return {}; } },
    keep() {
      const values = A.draft.read();  // a closed fold-out has no fields: what was kept of them stays
      KEPT.forEach(name => { const el = A.field(name); if (el) values[name] = el.value; });
      const {photo, fix, badge, items} = A.ask, english = A.ask.english?.mine ? A.ask.english : null;
      values.extras = photo || badge || english || items.some(row => row.name) ? {photo, fix, badge, items, english} : null;
      Object.values(values).some(Boolean) ? A.store.set(place(), JSON.stringify(values)) : A.store.drop(place());
    },
    restore() {
      const values = A.draft.read();
      KEPT.forEach(name => { const el = A.field(name); if (el && !el.value && values[name]) put(el, values[name]); });
      if (values.extras && !A.ask.photo && !A.ask.badge && !A.ask.english && !A.ask.items.length) Object.assign(A.ask, values.extras);
    },
    drop() { A.store.drop(place()); },
  };
  document.addEventListener("input", event => { if (event.target.closest("#ask") && html.dataset.state === "in") A.draft.keep(); });
  document.addEventListener("click", event => { if (event.target.closest(".fold-out > button")) setTimeout(() => { A.speak(A.language); A.draft.restore(); A.numbers(); A.english(); }, 150); });
  /** The right keyboard on a phone. */
  A.numbers = () => [["seed", "numeric"], ["steps", "numeric"], ["width", "numeric"], ["height", "numeric"], ["phone", "tel"], ["link_url", "url"], ["logo_url", "url"]]
    .forEach(([name, mode]) => A.field(name)?.setAttribute("inputmode", mode));

  // Chips fill the field; a second chip replaces the first, but never what was typed.
  let filled = "";
  document.addEventListener("click", event => {
    const chip = event.target.closest(".chip,[data-colour]");
    if (!chip) return;
    if ("fill" in chip.dataset) {
      const el = A.field("ad_description"), typed = el.value.trim();
      put(el, !typed || typed === filled ? chip.dataset.fill : `${typed} ${chip.dataset.fill}`);
      filled = typed && typed !== filled ? "" : chip.dataset.fill.trim();
      A.all(".chip[data-fill]").forEach(other => other.setAttribute("aria-pressed", other === chip));
    } else if ("tone" in chip.dataset) put(A.field("brand_tone"), chip.dataset.tone);
    else if (chip.dataset.colour) colour(chip.dataset.colour);
  });
  const colours = () => (A.field("brand_colors")?.value || "").split(",").map(code => code.trim().toUpperCase()).filter(Boolean);
  const shown = A.coloured = () => A.all("[data-colour]").forEach(el => el.setAttribute("aria-pressed", colours().includes(el.dataset.colour)));
  const colour = code => {
    const now = colours(), on = now.includes(code);
    put(A.field("brand_colors"), (on ? now.filter(one => one !== code) : [...now, code].slice(-5)).join(", "));
    shown();
  };
  document.addEventListener("change", event => {
    if (event.target.matches("[data-colour-pick]")) colour(event.target.value.toUpperCase());
    if (event.target.closest("[data-find]")) filter();
  });

  // The ad: sizes, copy, share, save.
  const ad = el => el.closest(".ad");
  const picture = box => A.one("figure:not([hidden])", box);
  const named = box => {
    const label = A.one(".sizes option:checked, .sizes .seg[aria-pressed=true]", box)?.textContent || "";
    return [box.dataset.stem, label.trim().replace(/\s+/g, "_")].filter(Boolean).join("_") + "." + (picture(box).dataset.format || "png");
  };
  A.copy = async text => {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* an insecure page, or refused */ }
    const area = A.node('<textarea style="position:fixed;top:0;opacity:0"></textarea>');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };
  /** The notice on AI, once for each ad, where its mark was switched off: true when it may leave the house. */
  const told = new Set();
  const tell = async box => {
    if (!box.dataset.notice || told.has(box.dataset.id)) return true;
    const yes = await A.sure(A.t("ai.notice.off"), A.t("ai.notice.ok"));
    if (yes) told.add(box.dataset.id);
    return yes;
  };
  const leaving = (address, box) => {
    const url = new URL(address, document.baseURI);
    if (told.has(box?.dataset.id)) url.searchParams.set("notice", "true");
    return url;
  };
  /** Save a signed address as a file of that name. */
  A.save = (address, name, box) => {
    const url = leaving(address, box);
    url.searchParams.set("download", name);
    const link = A.node("<a></a>");
    link.href = url.href;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
  };
  const source = box => { const img = A.one("img", picture(box)); return img.dataset.kept || img.src; };
  const save = box => A.save(source(box), named(box), box);
  Object.assign(A.acts, {
    size(el) {
      A.all(".sizes .seg", ad(el)).forEach(other => other.setAttribute("aria-pressed", other === el));
      sized(ad(el), el.dataset.channel);
    },
    async download(el) { if (await tell(ad(el))) save(ad(el)); },
    async pdf(el) { const box = ad(el); if (await tell(box)) A.save(el.dataset.url, `${box.dataset.stem}_${el.textContent.trim().replace(/\s+/g, "_")}.pdf`, box); },
    /** A zip of an ad or of a campaign; the address is made on demand, the notice comes first where it must. */
    async zip(el) {
      const box = ad(el), words = el.textContent;
      if (box && !await tell(box)) return;
      el.disabled = true; el.textContent = A.t("zip.wait");
      const answer = await A.api(`/${el.dataset.kind}/${el.dataset.id}/zip-link`);
      el.disabled = false; el.textContent = words;
      if (answer.status === 401) { A.signInAgain(); return; }
      if (!answer.ok) { A.note(A.sentence(answer), null, null, 8); return; }
      location.assign(leaving(answer.data.url, box).href);
    },
    async share(el) {
      const box = ad(el), text = A.texts.posted(box);
      if (!await tell(box)) return;
      try {
        const blob = await (await fetch(leaving(source(box), box).href)).blob();
        const files = [new File([blob], named(box), {type: blob.type})];
        if (navigator.canShare?.({files})) {
          await A.copy(text);
          await navigator.share({files, text});
          const line = A.texts.notice(box);
          if (line) A.note(line, null, null, 8);
          await A.api(`/contents/${box.dataset.id}/exports`, "POST", {kind: "share", channels: [picture(box).dataset.channel], notice: told.has(box.dataset.id)});
          return;
        }
      } catch (error) { if (error.name === "AbortError") return; }
      save(box);
      await A.copy(text);
      A.note(`${A.t("shared.by.hand")} ${A.texts.notice(box)}`.trim(), null, null, 8);
    },
  });

  const sized = (box, channel) => {
    A.all("figure", box).forEach(figure => { figure.hidden = figure.dataset.channel !== channel; });
    A.texts.follow(box, channel);
    A.sized(box);
  };
  document.addEventListener("change", event => { if (event.target.matches(".sizes select")) sized(ad(event.target), event.target.value); });

  // My ads: the filter works on what is on the page.
  const filter = () => {
    const wish = A.one("[data-find=campaign]")?.value || "", channel = A.one("[data-find=channel]")?.value || "", text = (A.one("[data-find=text]")?.value || "").trim().toLowerCase();
    let seen = 0;
    A.all(".card").forEach(card => {
      const fits = (!wish || card.dataset.campaign === wish) && (!channel || card.dataset.channels.split(" ").includes(channel)) && (!text || card.dataset.text.includes(text));
      card.hidden = !fits;
      seen += fits;
    });
    const none = A.one(".none-found");
    if (none) none.hidden = seen > 0;
  };
  document.addEventListener("input", event => { if (event.target.matches("[data-find=text]")) filter(); });
  new MutationObserver(() => {
    if (!A.campaign || !A.one("[data-find=campaign]")) return;
    A.one("[data-find=campaign]").value = A.campaign;
    A.campaign = null;
    filter();
  }).observe(document.body, {childList: true, subtree: true});

  // Forms of shops and campaigns open in place of the list. What is written reaches the choices elsewhere.
  A.edit = kind => {
    html.dataset.edit = kind;
    scrollTo(0, 0);
    shown();
    setTimeout(shown, 200);
    if (kind === "shops") A.kit();
    A.one(kind === "shops" ? "#field-brand_name textarea, #field-brand_name input" : "#field-title textarea, #field-title input")?.focus({preventScroll: true});
  };
  A.kept = () => { delete html.dataset.edit; A.note(A.t("saved")); A.call("choices"); scrollTo(0, 0); };
})();
