(() => {
  const home = location.pathname.replace(/\/$/, "");
  const line = document.getElementById("line");
  const kept = "unsent" + home;
  const read = () => { try { return JSON.parse(localStorage.getItem(kept)) || {}; } catch { return {}; } };
  let unsent = read(), sending = false, wait = 1000;
  const keep = () => { try { localStorage.setItem(kept, JSON.stringify(unsent)); } catch { /* the page holds them */ } };
  const main = () => document.getElementById("main");
  const form = (key) => document.getElementById(key);
  const say = (key, words) => { const f = form(key); if (f) f.querySelector(".saved").textContent = words; };
  const show = () => {
    document.body.classList.add("script");
    for (const [key, answer] of Object.entries(unsent)) {
      const f = form(key);
      if (!f) continue;
      for (const input of f.elements.level) input.checked = input.value === answer.level;
      say(key, "Not sent yet. It is kept on this phone.");
    }
  };
  const post = (answer) => fetch(home + "/answer", {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(answer), keepalive: true,
  });
  async function send() {
    if (sending) return;
    sending = true;
    try {
      for (let key; (key = Object.keys(unsent)[0]);) {
        const answer = unsent[key], reply = await post(answer);
        if (reply.status >= 500 || reply.status === 429) throw reply;
        const said = await reply.json();
        if (unsent[key] === answer) { delete unsent[key]; keep(); }
        say(key, reply.ok ? "Saved. You can change it until the question is closed." : said.error);
      }
      line.textContent = "";
      wait = 1000;
    } catch {
      line.textContent = "No connection. Your answers are kept on this phone and sent when it is back.";
      setTimeout(send, wait);
      wait = Math.min(wait * 2, 8000);
    } finally { sending = false; }
  }
  document.addEventListener("change", (event) => {
    const f = event.target.form;
    if (!f || !f.elements.level) return;
    unsent[f.id] = { question: f.elements.question.value, round: f.elements.round.value, level: f.elements.level.value };
    keep();
    say(f.id, "Saving…");
    send();
  });
  document.addEventListener("submit", (event) => { if (event.target.elements.level) { event.preventDefault(); send(); } });
  async function look() {
    try {
      const reply = await fetch(home + "/state?seen=" + main().dataset.changes, { cache: "no-store" });
      if (reply.status === 404) { document.dispatchEvent(new Event("gone")); location.reload(); return; }
      if (reply.ok && (await reply.json()).changed) await redraw();
      if (!Object.keys(unsent).length) line.textContent = "";
    } catch { line.textContent = "No connection. This page goes on by itself when it is back."; }
  }
  async function redraw() {
    const reply = await fetch(home, { cache: "no-store" });
    if (!reply.ok) return;
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const held = document.activeElement || {}, before = held.form ? held.form.id : "", chosen = held.value;
    const caret = held.tagName === "TEXTAREA" ? [held.selectionStart, held.selectionEnd] : null;
    document.title = page.title;
    main().replaceWith(page.getElementById("main"));
    show();
    document.dispatchEvent(new Event("redrawn"));
    const f = before && form(before);
    if (f && caret) { f.elements.text.focus(); f.elements.text.setSelectionRange(...caret); }
    else if (f && f.elements.text) f.querySelector("button").focus();
    else if (f) { for (const input of f.elements.level || []) if (input.value === chosen) input.focus(); }
  }
  const tick = () => { if (!document.hidden) look(); setTimeout(tick, 2000 + Math.random() * 500); };
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { look(); send(); } });
  addEventListener("online", send);
  addEventListener("pageshow", (event) => { if (event.persisted) { unsent = read(); redraw(); } });
  show();
  send();
  setTimeout(tick, 2000);
})();
