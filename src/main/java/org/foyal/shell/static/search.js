// Answers while typing, beside the form that works without it: the combobox pattern of the ARIA practices.
const form = document.querySelector('form.search');
const input = form && form.elements.q;
const saving = navigator.connection && navigator.connection.saveData;
if (input && !saving) {
  const list = document.createElement('ul');
  const status = document.createElement('p');
  const language = form.getAttribute('action').split('/')[1];
  const kinds = form.dataset.kinds.split('|');
  let waiting, asking, active = -1;

  list.id = 'answers';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.dataset.answers);
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  input.parentNode.append(list, status);
  const set = (name, value) => input.setAttribute(name, value);
  set('role', 'combobox');
  set('aria-autocomplete', 'list');
  set('aria-controls', list.id);
  set('aria-expanded', 'false');

  const choose = at => {
    const options = list.children;
    if (options[active]) options[active].setAttribute('aria-selected', 'false');
    active = options.length ? (at + options.length + 1) % (options.length + 1) : -1;
    if (active === options.length) active = -1;
    if (options[active]) {
      options[active].setAttribute('aria-selected', 'true');
      options[active].scrollIntoView({ block: 'nearest' });
      set('aria-activedescendant', options[active].id);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };
  const close = () => {
    choose(-1);
    list.hidden = true;
    set('aria-expanded', 'false');
  };
  const show = results => {
    active = -1;
    list.replaceChildren(...results.filter(r => r.path).map((r, i) => {
      const option = document.createElement('li');
      const detail = document.createElement('small');
      const kind = ['area', 'street', 'address', 'place'].indexOf(r.kind);
      option.id = 'answer-' + i;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.href = '/' + language + r.path;
      option.textContent = (r.numberKnown ? r.number.replace(/([0-9])([a-z])/, '$1 $2') + ' ' : '') + r.name;
      detail.textContent = [kinds[kind], r.area && r.area.name !== r.name && r.area.name, r.commune !== r.name && r.commune]
        .filter(Boolean).join(' · ');
      option.append(detail);
      return option;
    }));
    const n = list.children.length;
    list.hidden = !n;
    set('aria-expanded', String(n > 0));
    input.removeAttribute('aria-activedescendant');
    status.textContent = n ? form.dataset.some.replace('#', n) : form.dataset.none;
  };
  const ask = async () => {
    const text = input.value.trim();
    if (asking) asking.abort();
    if (text.length < 2) return close();
    asking = new AbortController();
    try {
      const answer = await fetch('/api/search?limit=8&q=' + encodeURIComponent(text), { signal: asking.signal });
      if (answer.ok) show((await answer.json()).results);
    } catch { /* a newer question, or no network: the form still works */ }
  };

  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  input.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step && !list.hidden) {
      event.preventDefault();
      choose(active < 0 && step < 0 ? list.children.length - 1 : active + step);
    } else if (step === 1) {
      ask();
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      location.assign(list.children[active].dataset.href);
    }
  });
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('li');
    if (option) location.assign(option.dataset.href);
  });
  input.addEventListener('blur', close);
}
