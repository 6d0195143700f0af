/* 관리: for admins, over REST alone. Each part asks for itself; the server decides every time. */
(() => {
  const A = window.adgen;
  const QUOTA = ["running", "queued", "daily", "storage_mb"];
  const size = bytes => bytes > 1e9 ? `${(bytes / 1e9).toFixed(1)}GB` : `${(bytes / 1e6).toFixed(1)}MB`;
  const time = value => value ? `<time datetime="${A.esc(value)}">${A.esc(value)}</time>` : "";
  const list = (rows, show) => rows.length ? `<ul class="keys">${rows.map(row => `<li>${show(row)}</li>`).join("")}</ul>` : `<p>${A.t("admin.none")}</p>`;
  let text = "";

  const act = (name, row, words, extra = "") => `<button type="button" class="btn small" data-do="admin" data-act="${name}" data-id="${row.id}" data-email="${A.esc(row.email)}" ${extra}>${A.t(words)}</button>`;
  const user = row => `<div class="admin-user"><p class="key">${A.esc(row.email)} <b>${A.t("admin.role." + row.role)}</b>${row.suspended_at ? ` <b>${A.t("admin.suspended")}</b>` : ""}</p>
    <p>${A.t("limits.daily")} ${row.taken.daily} · ${A.t("limits.storage")} ${row.taken.storage_mb}MB · ${time(row.created_at)}</p>
    <div class="two">${row.suspended_at ? act("resume", row, "admin.resume") : act("suspend", row, "admin.suspend")}${row.role === "admin" ? act("demote", row, "admin.demote") : act("promote", row, "admin.promote")}${act("tokens", row, "admin.tokens")}</div>
    <details class="fold"><summary>${A.t("admin.quota")}</summary><p>${A.t("admin.quota.hint")}</p><form class="quota" data-quota="${row.id}">${QUOTA.map(name => `<label>${A.t("admin.quota." + name)}<input type="number" min="0" max="1000000000" name="${name}" value="${row.quota[name] ?? ""}" placeholder="${row.limits[name] ?? A.t("limits.open")}"></label>`).join("")}<button class="btn small">${A.t("admin.quota.save")}</button></form></details></div>`;
  const STATES = ["queued", "running", "done", "failed", "cancelled"], STAGES = ["copy", "picture", "typeset"];
  const seconds = value => A.t("seconds", {n: value < 10 ? value.toFixed(2) : value.toFixed(0)});
  /** A row of the table of times: a stage of the ad by its name, a part of the painting as the engine calls it. */
  const stage = (name, row, longest) => `<tr${STAGES.includes(name) ? "" : ' class="part"'}><th scope="row">${STAGES.includes(name) ? A.t("admin.stage." + name) : A.esc(name)}</th><td class="bar"><i style="width:${Math.max(100 * row.median / longest, 1).toFixed(1)}%"></i></td><td>${seconds(row.median)}</td><td>${seconds(row.p95)}</td><td>${row.count}</td></tr>`;
  const times = stages => {
    const names = [...STAGES.filter(name => stages[name]), ...Object.keys(stages).filter(name => !STAGES.includes(name))];
    const longest = Math.max(...names.map(name => stages[name].median), 0.001);
    return names.length ? `<h3>${A.t("admin.stages")}</h3><table class="stages"><thead><tr><th scope="col">${A.t("admin.stage")}</th><td class="bar"></td>${["median", "p95", "count"].map(name => `<th scope="col">${A.t("admin." + name)}</th>`).join("")}</tr></thead><tbody>${names.map(name => stage(name, stages[name], longest)).join("")}</tbody></table>` : "";
  };
  const PARTS = {
    overview: async () => {
      const answer = await A.api("/admin/overview");
      if (!answer.ok) return refused(answer);
      const {jobs, oldest_seconds, stages, stored, users, words} = answer.data;
      const kept = {users: users.toLocaleString(), ads: stored.ads.files.toLocaleString(), photos: stored.photos.files.toLocaleString(), size: size(stored.ads.bytes + stored.photos.bytes)};
      const used = {calls: words.calls.toLocaleString(), tokens: (words.prompt_tokens + words.completion_tokens).toLocaleString(), cost: words.cost.toFixed(2)};
      return `<dl class="figures">${STATES.map(name => `<div class="${name}"><dt>${A.t("admin.state." + name)}</dt><dd>${jobs[name].toLocaleString()}</dd></div>`).join("")}</dl>
        ${jobs.queued ? `<p>${A.t("admin.oldest", {n: Math.round(oldest_seconds)})}</p>` : ""}${times(stages)}
        <p>${A.t("admin.kept", kept)}${words.calls ? `<br>${A.t("admin.words", used)}` : ""}</p>`;
    },
    users: async () => { const answer = await A.api(`/admin/users?limit=30&q=${encodeURIComponent(text)}`); return answer.ok ? list(answer.data, user) : refused(answer); },
    queue: async () => {
      const answer = await A.api("/admin/queue");
      if (!answer.ok) return refused(answer);
      const {counts, max_queue, jobs, workers} = answer.data;
      return `<p>${A.t("admin.waiting", {...counts, max: max_queue})}</p>${list(workers, row => `<p>${A.esc(row.engine)} · ${A.esc(row.state)} · ${A.esc(row.name)}</p>`)}${list(jobs, row => `<p>${A.esc(row.state)} · ${A.esc(row.stage)} · #${row.user_id} · ${time(row.created_at)}</p>`)}`;
    },
    storage: async () => {
      const answer = await A.api("/admin/storage");
      return answer.ok ? `<p>${A.t("admin.disk", {used: size(answer.data.disk.used), total: size(answer.data.disk.total)})}</p>${list(answer.data.users, row => `<p>${A.esc(row.email)} · ${size(row.bytes)}</p>`)}` : refused(answer);
    },
    errors: async () => {
      const answer = await A.api("/admin/errors");
      return answer.ok ? `<p>${Object.entries(answer.data.by_code).map(([code, count]) => `${A.esc(code)} ${count}`).join(" · ")}</p>${list(answer.data.latest, row => `<p>${A.esc(row.code)} · #${row.user_id} · ${time(row.finished_at)}<br>${A.esc(row.detail)}</p>`)}` : refused(answer);
    },
    audit: async () => {
      const answer = await A.api("/admin/audit?limit=50");
      return answer.ok ? list(answer.data, row => `<p>${[time(row.at), `<b>${A.t("admin.act." + row.action)}</b>`, row.user_id && `#${row.user_id}`, A.esc(row.address), A.esc(row.subject)].filter(Boolean).join(" · ")}</p>`) : refused(answer);
    },
  };
  const refused = answer => `<p role="alert">${A.esc(A.sentence(answer))}</p>`;
  const asked = {};
  /** Show a part anew. Of answers that overtake each other the last one asked for stands. */
  const fill = async name => {
    const turn = asked[name] = (asked[name] ?? 0) + 1, inner = await PARTS[name](), place = A.one(`#admin-${name}`);
    if (place && turn === asked[name]) place.innerHTML = inner;
  };
  A.admin = () => {
    const place = A.one("#admin");
    if (A.me?.role !== "admin" || !place) return;
    // Built once for a language: what is being typed stays when the page is shown again.
    if (place.dataset.words !== A.language) place.replaceChildren(A.node(`<div style="display:contents">${Object.keys(PARTS).map(name => `<section class="set"><h2>${A.t("admin." + name)}</h2>${name === "users" ? `<form class="typed" data-admin="find"><label for="admin-q">${A.t("admin.search")}</label><input id="admin-q" name="q" type="search" maxlength="254" value="${A.esc(text)}"><button class="btn">${A.t("admin.find")}</button></form>` : ""}<div id="admin-${name}"></div></section>`).join("")}</div>`));
    place.dataset.words = A.language;
    Object.keys(PARTS).forEach(fill);
  };
  // What moves by itself is asked for again while somebody looks at it.
  setInterval(() => A.page() === "admin" && !document.hidden && A.one("#admin-overview") && ["overview", "queue"].forEach(fill), 10000);
  const CHANGES = {suspend: {suspended: true}, resume: {suspended: false}, promote: {role: "admin"}, demote: {role: "owner"}};
  const said = answer => { A.note(answer.ok ? A.t("admin.done") : A.sentence(answer)); fill("users"); fill("audit"); };
  Object.assign(A.acts, {
    async admin(el) {
      const {act: name, id, email} = el.dataset;
      if (name !== "resume" && !await A.sure(A.t(`admin.${name}.sure`, {email}), A.t("yes"))) return;
      said(await (name === "tokens" ? A.api(`/admin/users/${id}/tokens`, "DELETE") : A.api(`/admin/users/${id}`, "PATCH", CHANGES[name])));
    },
  });
  document.addEventListener("submit", async event => {
    const form = event.target;
    if (form.dataset.admin === "find") { event.preventDefault(); text = form.q.value.trim(); fill("users"); }
    if (form.dataset.quota) {
      event.preventDefault();
      const quota = Object.fromEntries(QUOTA.map(name => [name, form[name].value === "" ? null : Number(form[name].value)]));
      said(await A.api(`/admin/users/${form.dataset.quota}`, "PATCH", {quota}));
    }
  });
})();
