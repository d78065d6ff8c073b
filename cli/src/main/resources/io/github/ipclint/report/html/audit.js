'use strict';
// Filter, search and keyboard. The page is complete without this script, which holds no data and no texts of its own.
const start = () => {
  const box = document.getElementById('filter');
  const cards = [...document.querySelectorAll('#cards > .card')];
  const openTarget = id => {
    const target = id && document.getElementById(id);
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS') at.open = true;
    }
    return target;
  };
  addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(it => { it.open = true; }));
  const name = () => decodeURIComponent(location.hash.slice(1));
  if (!box || !cards.length) {
    openTarget(name());
    addEventListener('hashchange', () => openTarget(name()));
    return;
  }
  const texts = box.dataset;
  const query = document.getElementById('q');
  const shown = document.getElementById('shown');
  const facets = document.getElementById('facets');
  const list = document.getElementById('cards');
  const KEYS = ['level', 'state', 'rule', 'file', 'process', 'channel', 'run'];
  const index = cards.map(card => ({
    card,
    level: ['error', 'warning', 'note'].find(level => card.classList.contains(level)),
    state: ['new', 'known'].find(state => card.classList.contains(state)) || '',
    rule: card.querySelector('.facts a[href^="#r-"]').textContent,
    file: card.querySelector('.facts code').textContent.replace(/(:-?\d+)+$/, ''),
    process: (card.querySelector('.facts .proc') || { textContent: '' }).textContent, channel: card.dataset.channel || '',
    run: (card.querySelector('.facts .ev') || { textContent: '' }).textContent,
  }));
  for (const entry of index) {
    entry.words = [entry.card.querySelector('h3').textContent, entry.rule, entry.file, entry.channel, entry.process].join(' ')
      .toLowerCase();
  }

  // the text of the box: words, and key:value or key:"several words"
  const parse = text => {
    const terms = [];
    for (const [, key, quoted, plain, word] of text.matchAll(/(\w+):(?:"([^"]*)"|(\S+))|(\S+)/g)) {
      if (key && KEYS.includes(key)) terms.push([key, (quoted ?? plain).toLowerCase()]);
      else terms.push(['words', (word ?? key + ':' + (quoted ?? plain)).toLowerCase()]);
    }
    return terms;
  };
  const fits = (entry, terms) => {
    const asked = {};
    for (const [key, value] of terms) {
      const has = (entry[key] || '').toLowerCase();
      const yes = ['level', 'state', 'rule'].includes(key) ? has === value : has.includes(value);
      if (key === 'words') { if (!yes) return false; } else { asked[key] = asked[key] || yes; }
    }
    return Object.values(asked).every(Boolean);
  };
  const term = (key, value) => key + ':' + (/\s/.test(value) ? '"' + value + '"' : value);
  const fill = (text, ...values) => values.reduce((out, value, i) => out.replace('{' + i + '}', value), text);

  const apply = () => {
    const terms = parse(query.value);
    let count = 0;
    for (const entry of index) {
      const hide = !fits(entry, terms);
      if (entry.card.hidden !== hide) entry.card.hidden = hide;
      if (!hide) count++;
    }
    shown.textContent = count === cards.length ? fill(texts.all, count) : fill(texts.shown, count, cards.length);
    const asked = terms.map(([key, value]) => term(key, value));
    for (const button of facets.querySelectorAll('button[data-term]')) {
      button.setAttribute('aria-pressed', asked.includes(button.dataset.term));
    }
    for (const choice of facets.querySelectorAll('select')) {
      const now = terms.find(([key]) => key === choice.name);
      choice.value = now ? [...choice.options].map(it => it.value).find(it => it.toLowerCase() === now[1]) || '' : '';
    }
    clear.hidden = !query.value;
  };
  const remember = at => {
    const state = new URLSearchParams();
    for (const [key, value] of parse(query.value)) state.append(key === 'words' ? 'q' : key, value);
    if (at) state.set('at', at);
    const hash = state.toString();
    history.replaceState(null, '', hash ? '#?' + hash : at ? '#' + at : location.pathname + location.search);
  };
  const set = text => { query.value = text.trim(); apply(); remember(''); };
  const toggle = (key, value, only) => {
    const rest = parse(query.value).filter(([k, v]) => k !== key || (!only && v !== value.toLowerCase()));
    const had = parse(query.value).some(([k, v]) => k === key && v === value.toLowerCase());
    const all = rest.map(([k, v]) => k === 'words' ? v : term(k, v));
    if (value && (only || !had)) all.push(term(key, value));
    set(all.join(' '));
  };

  const button = (label, action) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.addEventListener('click', action);
    facets.append(made);
    return made;
  };
  const counts = key => {
    const all = new Map();
    for (const entry of index) {
      for (const value of (entry[key] || '').split(' | ')) if (value) all.set(value, (all.get(value) || 0) + 1);
    }
    return all;
  };
  for (const key of KEYS.slice(0, 2)) {
    for (const [value, count] of counts(key)) {
      const made = button((texts[value] || value) + ' ' + count, () => toggle(key, value, false));
      made.dataset.term = term(key, value);
      made.setAttribute('aria-pressed', 'false');
    }
  }
  for (const key of KEYS.slice(2)) {
    const all = [...counts(key)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 200);
    if (all.length < 2) continue;
    const choice = document.createElement('select');
    choice.name = key;
    choice.setAttribute('aria-label', texts[key]);
    choice.append(new Option(texts[key], ''));
    for (const [value, count] of all) choice.append(new Option(value + ' (' + count + ')', value));
    choice.addEventListener('change', () => toggle(key, choice.value, true));
    facets.append(choice);
  }
  const clear = button(texts.clear, () => set(''));

  let waiting = 0;
  query.addEventListener('input', () => {
    cancelAnimationFrame(waiting);
    list.classList.add('busy');
    waiting = requestAnimationFrame(() => { apply(); remember(''); list.classList.remove('busy'); });
  });

  // a permanent link always shows its finding, lifting a filter that hides it
  const go = () => {
    const hash = location.hash;
    let at = hash.startsWith('#?') ? '' : name();
    if (hash.startsWith('#?')) {
      const state = new URLSearchParams(hash.slice(2));
      at = state.get('at') || '';
      query.value = [...state].filter(([key]) => key === 'q' || KEYS.includes(key))
        .map(([key, value]) => key === 'q' ? value : term(key, value)).join(' ');
      apply();
    }
    const target = openTarget(at);
    if (target && target.hidden) { query.value = ''; apply(); }
    if (target) {
      target.scrollIntoView();
      if (target.classList.contains('card')) light(target);
    }
  };
  addEventListener('hashchange', go);

  const light = card => {
    for (const lit of document.querySelectorAll('.map a.lit')) lit.classList.remove('lit');
    if (card) for (const edge of document.querySelectorAll('.map a[href="#' + CSS.escape(card.id) + '"]')) edge.classList.add('lit');
  };
  list.addEventListener('focusin', event => light(event.target.closest('.card')));

  const visible = () => cards.filter(card => !card.hidden);
  const step = by => {
    const all = visible();
    const now = all.indexOf(document.activeElement.closest ? document.activeElement.closest('.card') : null);
    const next = all[Math.min(Math.max(now < 0 && by < 0 ? 0 : now + by, 0), all.length - 1)];
    if (!next) return;
    next.querySelector('.no').focus({ preventScroll: true });
    next.scrollIntoView();
  };
  addEventListener('keydown', event => {
    const typing = event.target.closest('input, select, textarea');
    if (event.key === 'Escape') {
      light(null);
      if (typing) { if (query.value) set(''); else typing.blur(); }
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === '/') { event.preventDefault(); query.focus(); }
    else if (event.key === '?') { shown.textContent = texts.help; shown.scrollIntoView({ block: 'nearest' }); }
  });

  // a button to copy the permission, made when its finding comes into sight
  const copy = new IntersectionObserver(seen => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      copy.unobserve(target);
      const line = target.querySelector('.allow');
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'copy';
      made.textContent = texts.copy;
      made.addEventListener('click', async () => {
        await navigator.clipboard.writeText(line.querySelector('code').textContent);
        made.textContent = texts.copied;
        shown.textContent = texts.copied;
      });
      line.append(made);
    }
  });
  cards.forEach(card => copy.observe(card));

  box.hidden = false;
  apply();
  go();
};
// the page is there to be read before the filter is
addEventListener('DOMContentLoaded', () => setTimeout(start));
