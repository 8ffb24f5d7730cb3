// Helps for the form of a report, which works without them: questions that hang on another
// answer are shown when they are asked; pictures leave smaller, as traffic costs; a report that finds
// no network is kept on this telephone and leaves by itself. The name in its form makes it one report
// however often it is sent.
const STORE = 'reports';
const TRIES = 3;
const SIDE_px = 1600;

const kept = (mode, act) =>
  new Promise((done, failed) => {
    const opening = indexedDB.open('foyal', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const asked = act(opening.result.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    };
  });
const keep = (key, report) => kept('readwrite', (reports) => reports.put(report, key));
const forget = (key) => kept('readwrite', (reports) => reports.delete(key));

const read = (html) => new DOMParser().parseFromString(html, 'text/html');

function show(page, main) {
  document.title = page.title;
  main.replaceWith(page.querySelector('main'));
  const heading = document.querySelector('main h1');
  heading.tabIndex = -1;
  heading.focus();
  scrollTo(0, 0);
  begin();
}

function ask(form) {
  const follow = () => {
    for (const question of form.querySelectorAll('[data-if]')) {
      const { if: on, option } = question.dataset;
      const met = [...form.elements].some(
        (field) => field.name === on && field.checked && !field.disabled && field.value === option,
      );
      question.hidden = !met;
      for (const field of question.querySelectorAll('input, textarea')) field.disabled = !met;
    }
  };
  form.addEventListener('change', follow);
  follow();
}

// What is typed stays in this tab for half an hour or until it is sent, should the page go away; nowhere
// else, as others may use this machine.
const HALF_AN_HOUR_ms = 1_800_000;
const draft = (form) => `report ${form.action}`;
function remember(form) {
  const { words } = form.elements;
  try {
    const { text, at } = JSON.parse(sessionStorage.getItem(draft(form)) ?? '{}');
    if (at > Date.now() - HALF_AN_HOUR_ms) words.value ||= text;
    else left(form);
    words.addEventListener('input', () => {
      sessionStorage.setItem(draft(form), JSON.stringify({ text: words.value, at: Date.now() }));
    });
    form.addEventListener('submit', () => left(form));
  } catch {
    // without a store the page works as well
  }
}
function left(form) {
  try {
    sessionStorage.removeItem(draft(form));
  } catch {
    // there was none
  }
}

function say(form, words) {
  let line = form.querySelector('[role=status]');
  if (!line) {
    line = document.createElement('p');
    line.className = 'note';
    line.setAttribute('role', 'status');
    form.append(line);
  }
  line.textContent = words;
}

async function smaller(file) {
  if (file.size < 500_000 || !file.type.startsWith('image/')) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, SIDE_px / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    return made && made.size < file.size ? new File([made], 'photo.jpg', { type: 'image/jpeg' }) : file;
  } catch {
    return file; // the server says what is wrong with it
  }
}

async function filled(form) {
  const body = new FormData(form);
  const photos = body.getAll('photo');
  body.delete('photo');
  for (const photo of photos) body.append('photo', await smaller(photo));
  return body;
}

async function leave(event) {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector('button:not([type=button])');
  button.disabled = true;
  say(form, form.dataset.sending);
  const body = await filled(form);
  let answer, page;
  try {
    answer = await fetch(form.action, { method: 'POST', body });
    page = read(await answer.text());
  } catch {
    try {
      const fields = [...body].filter(([name]) => name !== form.dataset.token);
      await keep(body.get('form'), { action: form.action, fields, tries: 0 });
      left(form);
      say(form, form.dataset.kept);
    } catch {
      button.disabled = false;
      say(form, form.dataset.lost);
    }
    return;
  }
  if (answer.ok) {
    left(form);
    await forget(body.get('form')).catch(() => {});
  } else if (!page.querySelector('form[data-keeps]')) {
    // no form came back: what was typed stays here
    button.disabled = false;
    say(form, page.querySelector('main p')?.textContent ?? form.dataset.lost);
    return;
  }
  const photos = form.elements.photo.files;
  show(page, document.querySelector('main'));
  const again = document.querySelector('form[data-keeps]');
  if (again) again.elements.photo.files = photos;
}

async function send(report) {
  const form = read(await (await fetch(`${report.action}?place=-`)).text()).querySelector('form[data-keeps]');
  const body = new FormData();
  for (const [name, value] of report.fields) body.append(name, value);
  const token = form?.dataset.token;
  if (token) body.append(token, form.elements[token].value);
  const answer = await fetch(report.action, { method: 'POST', body });
  return { answer, page: read(await answer.text()) };
}

function came(key, page) {
  const open = document.querySelector('form[data-keeps]');
  if (open && open.elements.form.value !== key) {
    open.before(...page.querySelectorAll('[data-receipt]'));
    return;
  }
  if (!open && !document.querySelector('[data-receipt], #kept')) {
    // a page about something else: nothing on it goes away
    for (const receipt of page.querySelectorAll('[data-receipt]')) {
      const heading = document.createElement('h2');
      const first = receipt.querySelector('h1');
      heading.append(...first.childNodes);
      first.replaceWith(heading);
      document.querySelector('main').prepend(receipt);
    }
    return;
  }
  // what was shown before, a receipt of another one, stays below
  const before = document.querySelector('[data-receipt]');
  show(page, document.querySelector('main'));
  if (before) document.querySelector('main').append(before);
}

// A report that was refused, or did not get through three times, costs no more traffic by itself.
async function sendKept(asked) {
  if (!window.indexedDB || !navigator.onLine) return;
  let waiting = 0;
  for (const key of await kept('readonly', (reports) => reports.getAllKeys())) {
    const report = await kept('readonly', (reports) => reports.get(key));
    if (!asked && report.tries >= TRIES) {
      waiting++;
      continue;
    }
    try {
      const { answer, page } = await send(report);
      if (answer.ok) await forget(key);
      else throw Object.assign(new Error(), { again: answer.status === 429 || answer.status >= 500, page });
      came(key, page);
    } catch (problem) {
      const tries = problem.page && !problem.again ? TRIES : report.tries + 1;
      await keep(key, { ...report, tries });
      if (tries >= TRIES) waiting++;
      if (problem.page?.querySelector('form[data-keeps]') && !document.querySelector('form[data-keeps]')) came(key, problem.page);
    }
  }
  const note = document.getElementById('kept');
  if (note) note.hidden = waiting === 0;
}

async function drop() {
  for (const key of await kept('readonly', (reports) => reports.getAllKeys())) await forget(key);
  document.getElementById('kept').hidden = true;
}

function begin() {
  const form = document.querySelector('form[data-keeps]');
  if (form) {
    ask(form);
    remember(form);
    if (window.indexedDB) form.addEventListener('submit', leave);
  }
  const note = document.getElementById('kept');
  if (note) {
    note.querySelector('[data-act=send]').onclick = () => sendKept(true).catch(() => {});
    note.querySelector('[data-act=drop]').onclick = () => drop().catch(() => {});
  }
}

begin();
addEventListener('online', () => sendKept().catch(() => {}));
sendKept().catch(() => {});
