(() => {
  const home = location.pathname.replace(/\/$/, ""), own = "remarks", place = own + home, week = 7 * 24 * 3600 * 1000;
  const sent = "Your remark is kept. You can change it until the question is closed.";
  const waits = "Kept on this phone, not sent yet.", soon = waits + " It is sent in a moment.";
  const away = waits + " It is sent when the connection is back.";
  const shut = {};
  let memory = {}, sending = false, wait = 1000;
  const read = (key = place) => { try { return JSON.parse(localStorage.getItem(key)) || {}; } catch { return memory; } };
  const write = (kept, key = place) => {
    if (key === place) memory = kept;
    try {
      if (Object.keys(kept).length) localStorage.setItem(key, JSON.stringify(kept));
      else localStorage.removeItem(key);
    } catch { /* the page holds them */ }
  };
  const keep = (id, entry) => { const kept = read(); if (entry) kept[id] = entry; else delete kept[id]; write(kept); };
  const say = (id, words) => {
    const f = document.getElementById(id), line = f && f.querySelector(".saved");
    if (line && line.textContent !== words) line.textContent = words;
  };
  const isOld = (entry) => !(Date.now() - entry.at < week && entry.at < Date.now() + week);
  function sweep() {
    let keys = [];
    try { keys = Object.keys(localStorage).filter((key) => key.startsWith(own + "/w/")); } catch { return; }
    for (const key of keys) write(Object.fromEntries(Object.entries(read(key)).filter(([, entry]) => !isOld(entry))), key);
  }
  function show() {
    for (const [id, entry] of Object.entries(read())) {
      const f = document.getElementById(id);
      if (f) { f.elements.text.value = entry.text; say(id, entry.wanted ? away : waits); continue; }
      keep(id);
      if (entry.text.trim()) shut[id] = entry.text;
    }
    tell();
  }
  function tell() {
    for (const old of document.querySelectorAll(".shut")) old.remove();
    for (const text of Object.values(shut)) {
      const told = document.createElement("p");
      told.className = "problem shut";
      told.setAttribute("role", "alert");
      told.textContent = `The question was closed before your remark was sent. Say it in the room: “${text.trim()}”`;
      document.getElementById("main").append(told);
    }
  }
  async function send() {
    if (sending) return;
    sending = true;
    try {
      for (let found; (found = Object.entries(read()).find(([, entry]) => entry.wanted));) {
        const [id, entry] = found;
        const reply = await fetch(home + "/remark", {
          method: "POST", headers: { "Content-Type": "application/json" }, keepalive: true,
          body: JSON.stringify({ question: entry.question, round: entry.round, text: entry.text }),
        });
        if (reply.status >= 500 || reply.status === 429) throw reply;
        const told = await reply.json(), now = read()[id];
        const isSame = now && now.text === entry.text;
        if (reply.ok && isSame) { keep(id); say(id, entry.text.trim() ? sent : "Your remark was taken back."); }
        else if (reply.ok && shut[id] === entry.text) { delete shut[id]; tell(); }
        else if (now) { keep(id, { text: now.text, at: now.at }); say(id, reply.ok ? waits : told.error); }
      }
      wait = 1000;
    } catch (fault) {
      const why = fault instanceof Response ? soon : away;
      for (const [id, entry] of Object.entries(read())) if (entry.wanted) say(id, why);
      setTimeout(send, wait);
      wait = Math.min(wait * 2, 8000);
    } finally { sending = false; }
  }
  document.addEventListener("input", (event) => {
    const f = event.target.form;
    if (!f || !f.classList.contains("remark")) return;
    keep(f.id, { text: f.elements.text.value, at: Date.now() });
    say(f.id, waits);
  });
  document.addEventListener("submit", (event) => {
    const f = event.target;
    if (!f.classList.contains("remark")) return;
    event.preventDefault();
    const { question, round, text } = f.elements;
    keep(f.id, { question: question.value, round: round.value, text: text.value, at: Date.now(), wanted: true });
    say(f.id, "Sending…");
    send();
  });
  document.addEventListener("redrawn", show);
  document.addEventListener("gone", () => write({}));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
  addEventListener("online", send);
  sweep();
  show();
  send();
})();
