/* Streamlit shows its state on the app's element, and nothing else of a lost connection reaches a page. */
if (!window.connectionWatched) {
  window.connectionWatched = true;
  const APP = '[data-testid="stApp"]', CONNECTION = 'data-test-connection-state', SCRIPT = 'data-test-script-state';
  const LOST = 'The connection to the Detector is lost. What you typed stays on this page. It goes on by itself when the connection is back.';
  const LOST_TO_ROOM = 'The connection is lost. This screen goes on by itself when it is back.';
  const CODE = 'The access code has changed, or a day has passed since you typed it. ';
  const CODE_TO_ROOM = 'The access code is asked for again. ';
  const ENTER = 'Enter the code: you come back to this place', ENTER_IN_ROOM = 'Enter the code', AGAIN = 'Connected again.';
  const GRACE = 700, LOOK_EVERY = 2000, SAID_FOR = 5000, LONGEST_WAKING = 8000;
  const line = document.createElement('div');
  line.id = 'connection';
  line.setAttribute('role', 'status');
  document.body.append(line);
  let state = 'new', looking, waking, held = [];

  const isRoom = () => location.pathname.endsWith('/projector');
  const say = (words, place) => {
    if (line.dataset.words === words) return;
    line.dataset.words = words;
    line.setAttribute('role', place ? 'alert' : 'status');
    line.classList.toggle('room', isRoom());
    line.replaceChildren(words);
    if (!place) return;
    const link = document.createElement('a');
    link.href = '/unlock?to=' + encodeURIComponent(place);
    link.textContent = isRoom() ? ENTER_IN_ROOM : ENTER;
    line.append(link);
  };
  const look = async () => {
    let wantsCode = false;
    try {
      const reply = await fetch('/_stcore/host-config', {cache: 'no-store', redirect: 'manual'});
      wantsCode = reply.status === 403 || reply.type === 'opaqueredirect';
    } catch { /* the server is away */ }
    if (state !== 'lost') return;
    if (wantsCode) say(isRoom() ? CODE_TO_ROOM : CODE, location.pathname + location.search);
    else say(isRoom() ? LOST_TO_ROOM : LOST);
    looking = setTimeout(look, LOOK_EVERY);
  };
  const lose = () => {
    clearTimeout(waking);
    if (state !== 'lost') looking = setTimeout(look, GRACE);
    state = 'lost';
  };
  const find = () => {
    clearTimeout(looking);
    state = 'waking';
    waking = setTimeout(wakeAtLast, LONGEST_WAKING);
  };
  const isDrawing = () => document.querySelector(APP)?.getAttribute(SCRIPT) !== 'notRunning';
  const wakeAtLast = () => {
    if (isDrawing()) waking = setTimeout(wakeAtLast, LONGEST_WAKING);
    else wake();
  };
  const wake = () => {
    clearTimeout(waking);
    state = 'connected';
    if (line.dataset.words) {
      say(AGAIN);
      setTimeout(() => { if (line.dataset.words === AGAIN) say(''); }, SAID_FOR);
    }
    const presses = held;
    held = [];
    for (const press of presses) if (isStill(press)) press.target.click();
  };
  /* A press waits until the page is drawn by the server it now talks to: before, that server knows of no button. */
  const keyOf = (target) => (target.closest('[class*="st-key-"]')?.className.match(/st-key-\S+/) || [''])[0];
  const nameOf = (target) => keyOf(target) + '|' + target.textContent;
  const isStill = (press) => press.target.isConnected && nameOf(press.target) === press.name;
  const mayWait = (target) => !target.closest('summary, textarea, input:not([type=radio], [type=checkbox]), #connection');
  const isHeld = (target) => mayWait(target) && (state === 'waking' || (state === 'lost' && target.closest('a')));
  /* Streamlit's widgets click for themselves too: after a key, and soon after a press that brought them no click. */
  const isPress = (event) => event.target instanceof Element && (event.isTrusted || Boolean(keyOf(event.target)));
  const isOfHeld = (target) => held.some((press) => press.target.contains(target) || target.contains(press.target));
  const hold = (element) => {
    const target = element.closest('a, button, label') ?? element, press = {target, name: nameOf(target)};
    held = [...held.filter((other) => other.name !== press.name), press];
  };
  addEventListener('click', (event) => {
    if (!isPress(event) || !isHeld(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.isTrusted || !isOfHeld(event.target)) hold(event.target);
  }, true);
  const STEPS = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1};
  addEventListener('keydown', (event) => {
    const step = STEPS[event.key], radio = event.target;
    if (!step || state !== 'waking' || !(radio instanceof Element) || !radio.matches('input[type=radio]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const radios = [...radio.closest('[role=radiogroup]').querySelectorAll('input[type=radio]')];
    const next = radios.at((radios.indexOf(radio) + step) % radios.length);
    next.focus();
    hold(next);
  }, true);

  const follow = (changes) => {
    const app = document.querySelector(APP);
    if (!app) return;
    const isConnected = app.getAttribute(CONNECTION) === 'CONNECTED';
    const hasRun = changes.some((change) => change.attributeName === SCRIPT);
    if (!isConnected) { if (state !== 'new') lose(); }
    else if (state === 'new') state = 'connected';
    else if (state === 'lost') find();
    else if (state === 'waking' && hasRun && app.getAttribute(SCRIPT) === 'notRunning') wake();
  };
  new MutationObserver(follow).observe(document.documentElement, {subtree: true, attributeFilter: [CONNECTION, SCRIPT]});
  follow([]);
}
