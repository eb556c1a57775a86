// Words that somebody types: kept in this browser from the first key, sent while they pause, and let go of only once
// the server has said that it has them. It speaks to Streamlit through the component's state, and touches no key.

const STORED = 'detector-typed:';
const PAUSE_MS = 1200;
const AGAIN_MS = 3000;
const SOON_MS = 100;
// For so long a press may still be on its way to another page. Words sent meanwhile would name the old one.
const LEAVING_MS = 2000;
const LONGEST_MS = 7 * 24 * 3600 * 1000;
// A tab writes its mark at least so often. One that crashed never says that it has closed.
const SILENT_MS = 90 * 1000;
const MOST_SENT = 20;
// Words that are saved as usual need no announcement at every pause.
const SAY_AFTER_MS = 5000;
const WRAPPER = '[class*="st-key-question-"], [class*="st-key-action-"], [class*="st-key-kept-"]';
const WAITS = 'Kept in this browser, not saved yet';
const NOT_SAVED = {
  waiting: 'Not saved yet: tried again by itself',
  choice: 'Not saved yet: choose yours or theirs',
  refused: 'Not saved yet: see what is missing',
};

let api = null;
let told = {place: '', boxes: {}, forget: [], unsaved: false, retry: false};
let toldText = '';
let lastSent = '{}';
let isUnheard = false;
let lastNumber = 0;
let pausing = 0;
let trying = 0;
let tries = 0;
let wasConnected = true;
let focused = null;
let pressed = {at: 0, told: '', isOurs: false};
let noticed = '';
let unsavedSince = 0;
const mine = new Map();
const shownIn = new Map();
const putIn = new Set();
const forgotten = new Set();
const tab = ownTab();

export default function keep(component) {
  api = component;
  if (document.documentElement.dataset.keeping) return;
  document.documentElement.dataset.keeping = 'on';
  removeOld();
  document.addEventListener('input', typed, true);
  document.addEventListener('compositionend', event => boxOf(event.target) && pause(), true);
  document.addEventListener('focusin', entered, true);
  document.addEventListener('focusout', left, true);
  document.addEventListener('keydown', event => { if (event.key === 'Enter') asSent(boxOf(event.target)); }, true);
  document.addEventListener('click', event => {
    if (event.target.closest?.('a, button')) mayLeave(event.target);
    if (event.target.closest?.('[class*="st-key-theirs-"] button')) giveUp(event.target);
  }, true);
  window.addEventListener('popstate', () => mayLeave());
  window.addEventListener('beforeunload', event => { if (anythingUnsaved() && !comesBack()) event.preventDefault(); });
  window.addEventListener('pagehide', () => eachUnsaved(entry => write({...entry, open: false})));
  window.addEventListener('pageshow', () => eachUnsaved(write));
  setInterval(() => { eachUnsaved(write); removeOld(); takeBack(); }, SILENT_MS / 3);
  new MutationObserver(soon).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true,
    attributeFilter: ['data-test-connection-state', 'data-test-script-state', 'disabled'],
  });
  look();
}

function ownTab() {
  try {
    return sessionStorage[STORED] ||= crypto.getRandomValues(new Uint32Array(2)).join('');
  } catch { return 'none'; }
}

/* What is typed */

function boxOf(element) {
  if (!element?.matches?.('textarea, input')) return null;
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    for (const name of at.classList) {
      const box = name.startsWith('st-key-') ? name.slice(7) : '';
      if (told.boxes[box]) return box;
    }
  }
  return null;
}

function elementOf(box) {
  return document.querySelector(`.st-key-${CSS.escape(box)} :is(textarea, input)`);
}

function typed(event) {
  const box = boxOf(event.target);
  if (!box) return;
  let entry = mine.get(box);
  if (!entry || entry.saved) {
    remove(entry);
    entry = begun(box, event.target);
    mine.set(box, entry);
  }
  shownIn.set(box, event.target);
  if (entry.words === event.target.value && entry.number) return;
  entry.words = event.target.value;
  entry.at = Date.now();
  entry.number = lastNumber = Math.max(lastNumber + 1, entry.at);
  write(entry);
  paint();
  if (!event.isComposing) pause();
}

function begun(box, element) {
  const {place, revision, text, kind} = told.boxes[box];
  return {
    box, place, revision, kind, base: text, words: '', sent: [], number: 0, at: 0, saved: false,
    label: element.getAttribute('aria-label') || '', where: location.pathname + location.search,
  };
}

function entered(event) {
  const box = boxOf(event.target);
  // What opens over the page while the server is away does not take anybody out of their box.
  if (box || isConnected()) focused = box;
}

function left(event) {
  const box = boxOf(event.target);
  // A box that is switched off while the server is away has not been left: the caret comes back to it.
  if (!box || event.target.disabled) return;
  focused = null;
  asSent(box);
  // Streamlit takes a box's words when it is left. What is sent before that would be read beside older ones.
  if (mine.has(box)) sendIn(SOON_MS);
}

function asSent(box) {
  const entry = mine.get(box);
  if (entry && entry.sent.at(-1) !== entry.words) entry.sent = [...entry.sent, entry.words].slice(-MOST_SENT);
}

function pause() {
  sendIn(PAUSE_MS);
}

/* What this browser keeps */

function nameOf(entry) {
  return `${STORED}${entry.place}:${entry.box}:${entry.revision}:${tab}`;
}

function write(entry) {
  if (entry.saved) return;
  // Where a browser keeps nothing the words are still sent, and leaving the page still asks.
  try { localStorage[nameOf(entry)] = JSON.stringify({open: true, ...entry, tab, seen: Date.now()}); } catch { return; }
}

function remove(entry) {
  try { if (entry) localStorage.removeItem(nameOf(entry)); } catch { return; }
}

function stored() {
  try {
    return Object.entries(localStorage)
      .filter(([name]) => name.startsWith(STORED))
      .map(([name, text]) => ({name, entry: JSON.parse(text)}))
      .sort((one, other) => other.entry.number - one.entry.number);
  } catch { return []; }
}

function removeOld() {
  for (const {name, entry} of stored()) {
    if (!(Date.now() - entry.at < LONGEST_MS)) localStorage.removeItem(name);
  }
}

function forget(place) {
  const belongs = entry => place === '*' || entry.place === place || entry.place.startsWith(`${place}.`);
  for (const {name, entry} of stored()) if (belongs(entry)) localStorage.removeItem(name);
  for (const [box, entry] of mine) if (belongs(entry)) mine.delete(box);
}

/* What comes back after a reload, a crash, or on another day */

function takeBack() {
  for (const {name, entry} of stored()) {
    const isGone = entry.tab === tab || !entry.open || Date.now() - entry.seen > SILENT_MS;
    const known = told.boxes[entry.box];
    const isHere = known ? known.place === entry.place : entry.kind === 'item' && entry.place === told.place;
    if (!isGone || !isHere || mine.has(entry.box)) continue;
    localStorage.removeItem(name);
    if (known && isSame(known.text, entry)) continue;
    const taken = {...entry, open: true, saved: false};
    lastNumber = taken.number = Math.max(lastNumber + 1, taken.number);
    mine.set(entry.box, taken);
    write(taken);
    sendIn(0);
  }
}

function putBack() {
  for (const entry of mine.values()) {
    const element = entry.saved ? null : elementOf(entry.box);
    if (!element || element.disabled || told.boxes[entry.box]?.place !== entry.place) continue;
    if (shownIn.get(entry.box) === element) continue;
    shownIn.set(entry.box, element);
    if (element.value === entry.words) continue;
    const kind = element.matches('textarea') ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(element, entry.words);
    element.dispatchEvent(new Event('input', {bubbles: true}));
    putIn.add(entry.box);
    if (entry.kind !== 'item' || told.boxes[entry.box].heard >= entry.number) setTimeout(handOver, 0, entry.box);
  }
}

// Streamlit takes a box's words when the box is left. Nobody leaves one that was filled from here.
function handOver(box) {
  const element = elementOf(box);
  if (!putIn.delete(box) || !element || element === document.activeElement) return;
  element.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
}

/* To the server and back */

function isConnected() {
  const app = document.querySelector('[data-testid=stApp]');
  return app?.dataset.testConnectionState === 'CONNECTED';
}

function isRunning() {
  return document.querySelector('[data-testid=stApp]')?.dataset.testScriptState !== 'notRunning';
}

function mayLeave(element) {
  pressed = {at: Date.now(), told: toldText, isOurs: Boolean(element?.closest('.kept-elsewhere, #connection'))};
}

// The product's own links lead to the words, or to the code and back. Nothing that this browser keeps is left behind.
function comesBack() {
  const isKept = entry => { try { return nameOf(entry) in localStorage; } catch { return false; } };
  return isLeaving() && pressed.isOurs && !told.unsaved && [...mine.values()].filter(isUnsaved).every(isKept);
}

// Theirs was chosen. What was typed last is on its way with the press, and would ask for the choice again.
function giveUp(button) {
  const item = button.closest(WRAPPER);
  for (const [box, entry] of mine) {
    if (!item?.contains(elementOf(box))) continue;
    remove(entry);
    mine.delete(box);
  }
}

function isLeaving() {
  return pressed.told === toldText && Date.now() - pressed.at < LEAVING_MS;
}

function sendIn(milliseconds) {
  clearTimeout(pausing);
  pausing = setTimeout(send, milliseconds);
}

function send() {
  if (!api || !isConnected()) return;
  if (isLeaving() || (isRunning() && lastSent)) return sendIn(SOON_MS);
  const words = {};
  for (const [box, entry] of mine) {
    if (entry.kind !== 'item' || entry.place !== told.place) continue;
    asSent(box);
    const {place, base, sent, number} = entry;
    const revision = told.boxes[box]?.revision ?? null;
    words[box] = {place, words: entry.words, base, sent, number, revision, focused: focused === box};
  }
  const text = JSON.stringify(words, (name, value) => name === 'revision' ? undefined : value);
  if (text === lastSent && !isUnheard) return;
  lastSent = text;
  isUnheard = false;
  eachUnsaved(write);
  api.setStateValue('words', words);
}

function again() {
  trying = 0;
  if (!api || !isConnected()) return;
  if (isRunning() || isLeaving()) return tryLater();
  tries += 1;
  api.setTriggerValue('again', Date.now());
}

function tryLater() {
  trying ||= setTimeout(again, AGAIN_MS * Math.min(1 + tries / 5, 5));
}

let looking = false;
function soon() {
  if (looking) return;
  looking = true;
  queueMicrotask(() => { looking = false; look(); });
}

function look() {
  const text = document.querySelector('[data-kept]')?.dataset.kept ?? '';
  if (text && text !== toldText) hear(text);
  if (isConnected() && !wasConnected) {
    // A server that was started again has not heard of any words. The page itself asks for a run when it is back.
    lastSent = '';
    if (mine.size) setTimeout(send, 0);
  }
  wasConnected = isConnected();
  // What a run says of the words comes after the boxes that it draws.
  if (!isRunning()) putBack();
  giveBackFocus();
  paint();
}

function hear(text) {
  toldText = text;
  told = JSON.parse(text);
  for (const {id, place} of told.forget) {
    if (!forgotten.has(id)) forget(place);
    forgotten.add(id);
  }
  for (const [box, entry] of mine) {
    const known = told.boxes[box];
    if (known && known.place !== entry.place) putAside(box, entry);
    if (!known || known.place !== entry.place) continue;
    // Not sooner: words that the server has not heard of, with what they began from, would go over what is new there.
    if (known.heard >= entry.number) handOver(box);
    settle(box, entry, known);
  }
  takeBack();
  isUnheard = [...mine.values()].some(wasMissed);
  if (isUnheard) sendIn(SOON_MS);
  if (told.retry) tryLater(); else tries = 0;
}

// Another assessment has a box of the same name. `takeBack` brings the words back when theirs is open again.
function putAside(box, entry) {
  write(entry);
  mine.delete(box);
  shownIn.delete(box);
}

// Words that were sent, and that the server has forgotten or never read: on another page, or from the bin.
function wasMissed(entry) {
  const isHere = entry.kind === 'item' && entry.place === told.place && !entry.saved;
  return isHere && entry.sent.at(-1) === entry.words && !(told.boxes[entry.box]?.heard >= entry.number);
}

function settle(box, entry, known) {
  const hasIt = isSame(known.text, entry) || (known.heard >= entry.number && known.state === 'kept');
  if (known.dropped >= entry.number || (hasIt && entry.kind !== 'item')) {
    remove(entry);
    mine.delete(box);
    if (focused !== box) sendIn(SOON_MS);
  } else if (hasIt && !entry.saved) {
    remove(entry);
    entry.saved = true;
    if (focused !== box) sendIn(SOON_MS);
  }
}

function isSame(text, entry) {
  if (text === entry.words) return true;
  return entry.kind === 'draft' && Boolean(text && entry.words) && Number(text) === Number(entry.words);
}

function giveBackFocus() {
  if (!focused || document.activeElement !== document.body) return;
  const element = elementOf(focused);
  if (element && !element.disabled) element.focus({preventScroll: true});
}

/* What people see of it */

function isUnsaved(entry) {
  return !entry.saved && entry.kind !== 'form';
}

function eachUnsaved(act) {
  for (const entry of mine.values()) if (!entry.saved) act(entry);
}

function anythingUnsaved() {
  return told.unsaved || [...mine.values()].some(isUnsaved);
}

function wordsFor(entry) {
  const known = told.boxes[entry.box];
  const {validity, min, max} = elementOf(entry.box) ?? {};
  if (validity?.rangeUnderflow || validity?.rangeOverflow) return `Not saved yet: give a number from ${min} to ${max}`;
  return (known?.heard >= entry.number && NOT_SAVED[known.state]) || WAITS;
}

function paint() {
  const marked = new Set();
  const wrapped = new Set();
  for (const [box, entry] of mine) {
    const holder = elementOf(box)?.closest(`.st-key-${CSS.escape(box)}`);
    if (!holder || !isUnsaved(entry)) continue;
    marked.add(holder);
    wrapped.add(holder.closest(WRAPPER));
    mark(holder, wordsFor(entry));
  }
  for (const old of document.querySelectorAll('.kept-mark')) if (!marked.has(old.parentElement)) old.remove();
  for (const old of document.querySelectorAll('[data-unsaved-here]')) {
    if (!wrapped.has(old)) delete old.dataset.unsavedHere;
  }
  for (const each of wrapped) if (each) each.dataset.unsavedHere ??= '';
  document.documentElement.toggleAttribute('data-unsaved', anythingUnsaved());
  announce();
  notice([...mine.values()].filter(entry => isUnsaved(entry) && !elementOf(entry.box)));
}

function announce() {
  const place = api?.parentElement?.querySelector?.('.kept-said');
  if (!place) return;
  let words = place.textContent ? 'Saved' : '';
  if (anythingUnsaved()) {
    if (!unsavedSince) setTimeout(paint, SAY_AFTER_MS);
    unsavedSince ||= Date.now();
    words = Date.now() - unsavedSince < SAY_AFTER_MS ? '' : WAITS;
  } else {
    unsavedSince = 0;
  }
  if (place.textContent !== words) place.textContent = words;
}

function mark(holder, words) {
  let line = holder.querySelector(':scope > .kept-mark');
  if (!line) {
    line = document.createElement('p');
    line.className = 'kept-mark';
    holder.append(line);
  }
  if (line.textContent !== words) line.textContent = words;
}

function notice(entries) {
  const place = api?.parentElement?.querySelector?.('.kept-elsewhere');
  if (!place) return;
  const text = JSON.stringify(entries.map(entry => [entry.label, entry.where]));
  if (text === noticed) return;
  noticed = text;
  place.replaceChildren(...entries.map(entry => {
    const line = document.createElement('p');
    line.className = 'unsaved';
    const link = document.createElement('a');
    link.href = entry.where;
    link.textContent = entry.label || 'Show them';
    line.append(`${WAITS}: `, link);
    return line;
  }));
}
