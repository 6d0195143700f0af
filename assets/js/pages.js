/* What the pages do in the browser: chips, the half-typed draft, copy, share, save, filter, forms of shops. */
(() => {
  const A = window.adgen, html = document.documentElement;
  const input = id => A.one(`#${id} textarea, #${id} input`);
  const put = (el, value) => {
    const proto = el instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(proto, "value").set.call(el, value);
    el.dispatchEvent(new Event("input", {bubbles: true}));
  };

  // The draft: what was typed on this device for this account, until the ad is asked for.
  const KEPT = ["ad_description", "price", "original_price", "period", "image_prompt", "text_in_image"];
  const place = () => `draft.${A.me?.id}`;
  A.draft = {
    read() { try { return JSON.parse(A.store.get(place()) || "{}") || {}; } catch { return {}; } },
    keep() {
      const values = A.draft.read();  // a closed fold-out has no fields: what was kept of them stays
      KEPT.forEach(name => { const el = input("field-" + name); if (el) values[name] = el.value; });
      Object.values(values).some(Boolean) ? A.store.set(place(), JSON.stringify(values)) : A.store.drop(place());
    },
    restore() {
      const values = A.draft.read();
      KEPT.forEach(name => { const el = input("field-" + name); if (el && !el.value && values[name]) put(el, values[name]); });
    },
    drop() { A.store.drop(place()); },
  };
  document.addEventListener("input", event => { if (event.target.closest("#ask") && html.dataset.state === "in") A.draft.keep(); });
  document.addEventListener("click", event => { if (event.target.closest(".fold-out > button")) setTimeout(() => { A.draft.restore(); A.numbers(); }, 150); });
  /** The right keyboard on a phone. */
  A.numbers = () => [["seed", "numeric"], ["steps", "numeric"], ["width", "numeric"], ["height", "numeric"], ["phone", "tel"], ["link_url", "url"], ["logo_url", "url"]]
    .forEach(([name, mode]) => input("field-" + name)?.setAttribute("inputmode", mode));

  // Chips fill the field; a second chip replaces the first, but never what was typed.
  let filled = "";
  document.addEventListener("click", event => {
    const chip = event.target.closest(".chip,[data-colour]");
    if (!chip) return;
    if ("fill" in chip.dataset) {
      const el = input("field-ad_description"), typed = el.value.trim();
      put(el, !typed || typed === filled ? chip.dataset.fill : `${typed} ${chip.dataset.fill}`);
      filled = typed && typed !== filled ? "" : chip.dataset.fill.trim();
      A.all(".chip[data-fill]").forEach(other => other.setAttribute("aria-pressed", other === chip));
    } else if ("tone" in chip.dataset) put(input("field-brand_tone"), chip.dataset.tone);
    else if (chip.dataset.colour) colour(chip.dataset.colour);
  });
  const colours = () => (input("field-brand_colors")?.value || "").split(",").map(code => code.trim().toUpperCase()).filter(Boolean);
  const shown = () => A.all("[data-colour]").forEach(el => el.setAttribute("aria-pressed", colours().includes(el.dataset.colour)));
  const colour = code => {
    const now = colours(), on = now.includes(code);
    put(input("field-brand_colors"), (on ? now.filter(one => one !== code) : [...now, code].slice(-5)).join(", "));
    shown();
  };
  document.addEventListener("change", event => {
    if (event.target.matches("[data-colour-pick]")) colour(event.target.value.toUpperCase());
    if (event.target.closest("[data-find]")) filter();
  });

  // The ad: sizes, copy, share, save.
  const ad = el => el.closest(".ad");
  const picture = box => A.one("figure:not([hidden])", box);
  const words = box => [".word-caption p", ".word-hashtags p"].map(part => A.one(part, box)?.textContent || "").filter(Boolean).join("\n\n");
  const named = box => {
    const label = A.one(".seg[aria-pressed=true]", box)?.textContent || "";
    return [box.dataset.stem, label.replace(/\s+/g, "_")].filter(Boolean).join("_") + ".png";
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
  const save = box => {
    const url = new URL(A.one("img", picture(box)).src);
    url.searchParams.set("download", named(box));
    const link = A.node("<a></a>");
    link.href = url.href;
    link.download = named(box);
    document.body.append(link);
    link.click();
    link.remove();
  };
  Object.assign(A.acts, {
    size(el) {
      A.all(".seg", ad(el)).forEach(other => other.setAttribute("aria-pressed", other === el));
      A.all("figure", ad(el)).forEach(figure => { figure.hidden = figure.dataset.channel !== el.dataset.channel; });
    },
    async copy(el) { A.note(A.t(await A.copy(A.one("p", el.closest(".word")).textContent) ? "copied" : "copy.by.hand"), null, null, 3); },
    download(el) { save(ad(el)); },
    async share(el) {
      const box = ad(el), text = words(box);
      try {
        const blob = await (await fetch(A.one("img", picture(box)).src)).blob();
        const files = [new File([blob], named(box), {type: blob.type})];
        if (navigator.canShare?.({files})) { await A.copy(text); await navigator.share({files, text}); return; }
      } catch (error) { if (error.name === "AbortError") return; }
      save(box);
      await A.copy(text);
      A.note(A.t("shared.by.hand"), null, null, 8);
    },
  });

  // My ads: the filter works on what is on the page.
  const filter = () => {
    const wish = A.one("[data-find=campaign]")?.value || "", text = (A.one("[data-find=text]")?.value || "").trim().toLowerCase();
    let seen = 0;
    A.all(".card").forEach(card => {
      const fits = (!wish || card.dataset.campaign === wish) && (!text || card.dataset.text.includes(text));
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
    A.one(kind === "shops" ? "#field-brand_name textarea, #field-brand_name input" : "#field-title textarea, #field-title input")?.focus({preventScroll: true});
  };
  A.kept = () => { delete html.dataset.edit; A.note(A.t("saved")); A.call("choices"); scrollTo(0, 0); };
  A.reused = () => { A.go("create"); A.step("form"); A.empty(); filled = ""; scrollTo(0, 0); };
})();
