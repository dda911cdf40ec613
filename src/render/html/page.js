(() => {
  'use strict';
  const $ = (id) => document.getElementById(id);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const at = $('vv-at');
  let here = null;

  // Rows with findings among those that are shown.
  const found = () => [...document.querySelectorAll('tr.u.f')].filter((row) => row.getClientRects().length);

  function step(by) {
    const rows = found();
    if (!rows.length) return;
    let next = rows.indexOf(here);
    if (next >= 0) {
      next += by;
    } else {
      // From where the reader is: the first row below the middle of the window, or the last one above it.
      const below = rows.findIndex((row) => row.getBoundingClientRect().top > innerHeight / 2);
      const first = below < 0 ? rows.length : below;
      next = by > 0 ? (scrollY < 10 ? 0 : first) : first - 1;
    }
    next = (next + rows.length) % rows.length;
    here = rows[next];
    here.tabIndex = -1;
    here.scrollIntoView({ block: 'center', behavior: calm.matches ? 'auto' : 'smooth' });
    here.focus({ preventScroll: true });
    at.value = `${next + 1} / ${rows.length}`;
  }

  function cycle() {
    const choices = [...document.getElementsByName('vv-show')].filter((choice) => !choice.disabled);
    const next = choices[(choices.findIndex((choice) => choice.checked) + 1) % choices.length];
    next.checked = true;
    next.focus();
    at.value = '';
  }

  const help = $('vv-help');
  const keysOn = $('vv-keys-on');
  try {
    keysOn.checked = localStorage.getItem('vv-keys') !== 'off';
  } catch { /* A page opened from a file may have no storage. */ }
  keysOn.addEventListener('change', () => {
    try {
      localStorage.setItem('vv-keys', keysOn.checked ? 'on' : 'off');
    } catch { /* As above. */ }
  });

  const keys = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    f: cycle, '?': () => help.showModal(),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !keysOn.checked || document.querySelector('dialog[open]')) return;
    const act = Object.hasOwn(keys, event.key) && keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  $('vv-next').addEventListener('click', () => step(1));
  $('vv-prev').addEventListener('click', () => step(-1));
  $('vv-keys').addEventListener('click', () => help.showModal());
  $('vv-step').hidden = false;
  if (!document.querySelector('tr.u.f')) for (const id of ['vv-prev', 'vv-next', 'vv-at']) $(id).hidden = true;

  // A term's entry beside the term.
  const term = $('vv-term');
  function beside(link) {
    const place = link.getBoundingClientRect();
    const edge = 12;
    const left = Math.max(edge, Math.min(place.left, innerWidth - term.offsetWidth - edge));
    const under = place.bottom + 6;
    const fits = under + term.offsetHeight + edge < innerHeight;
    term.style.left = `${left}px`;
    term.style.top = `${fits ? under : Math.max(edge, place.top - term.offsetHeight - 6)}px`;
  }
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.g');
    const entry = link && $(link.hash.slice(1));
    if (!entry || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    $('vv-term-body').replaceChildren(...entry.cloneNode(true).childNodes);
    $('vv-term-link').href = link.hash;
    term.showModal();
    beside(link);
  });
  $('vv-term-link').addEventListener('click', () => term.close());
  for (const dialog of [help, term]) {
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
  }
})();
