// Two helps for the form of a report, which works without them: questions that hang on another answer
// are shown when they are asked; a report that finds no network is kept on this telephone and leaves
// by itself. The name in its form makes it one report however often it is sent.
const STORE = 'reports';

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

async function leave(event) {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector('button:not([type=button])');
  const body = new FormData(form);
  button.disabled = true;
  say(form, form.dataset.sending);
  try {
    const answer = await fetch(form.action, { method: 'POST', body });
    const photos = form.elements.photo.files;
    show(read(await answer.text()), document.querySelector('main'));
    const again = document.querySelector('form[data-keeps]');
    if (again) again.elements.photo.files = photos;
  } catch {
    try {
      const fields = [...body].filter(([name]) => name !== form.dataset.token);
      await kept('readwrite', (reports) => reports.put({ action: form.action, fields }, body.get('form')));
      say(form, form.dataset.kept);
    } catch {
      button.disabled = false;
      say(form, form.dataset.lost);
    }
  }
}

async function sendKept() {
  if (!navigator.onLine || !window.indexedDB) return;
  for (const key of await kept('readonly', (reports) => reports.getAllKeys())) {
    const report = await kept('readonly', (reports) => reports.get(key));
    const form = read(await (await fetch(`${report.action}?place=-`)).text()).querySelector('form[data-keeps]');
    const body = new FormData();
    for (const [name, value] of report.fields) body.append(name, value);
    const token = form?.dataset.token;
    if (token) body.append(token, form.elements[token].value);
    const answer = await fetch(report.action, { method: 'POST', body });
    if (answer.status === 429 || answer.status >= 500) return;
    await kept('readwrite', (reports) => reports.delete(key));
    const page = read(await answer.text());
    const open = document.querySelector('form[data-keeps]');
    const main = document.querySelector('main');
    if (!open || open.elements.form.value === key) {
      // what was shown before, a receipt of another one, stays below
      const before = document.querySelector('[data-receipt]');
      show(page, main);
      if (before) document.querySelector('main').append(before);
    } else {
      open.before(...page.querySelectorAll('[data-receipt]'));
    }
  }
}

function begin() {
  const form = document.querySelector('form[data-keeps]');
  if (form) {
    ask(form);
    if (window.indexedDB) form.addEventListener('submit', leave);
  }
}

begin();
addEventListener('online', () => sendKept().catch(() => {}));
sendKept().catch(() => {});
