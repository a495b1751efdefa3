// Filters the rows while one types; without it the page shows them all.
(() => {
  const form = document.querySelector('.filter');
  const rows = [...document.querySelectorAll('tr[data-text]')];
  const groups = [...document.querySelectorAll('tbody')];
  const count = form.querySelector('output');
  const apply = () => {
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(word => word);
    const mode = form.elements.mode.value;
    let shown = 0;
    for (const row of rows) {
      const fits = words.every(word => row.dataset.text.includes(word)) && (!mode || row.dataset.modes.split(' ').includes(mode));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const group of groups) {
      group.hidden = ![...group.querySelectorAll('tr[data-text]')].some(row => !row.hidden);
    }
    count.value = shown === rows.length ? `all ${rows.length} rows` : `${shown} of ${rows.length} rows`;
  };
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', event => event.preventDefault());
  apply();
})();
