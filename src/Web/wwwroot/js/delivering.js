// @ts-check
// What makes delivering quicker where there is script; every form works without.

/** @param {HTMLFormElement} form */
function watchForm(form) {
  form.addEventListener('submit', () => {
    const button = form.querySelector('button');
    if (!button) return;
    button.disabled = true;
    button.textContent = 'Een ogenblik…';
  });
  const drop = form.querySelector('.file-drop');
  const input = drop?.querySelector('input');
  if (drop instanceof HTMLElement && input instanceof HTMLInputElement) watchDrop(form, drop, input);
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} drop
 * @param {HTMLInputElement} input
 */
function watchDrop(form, drop, input) {
  const said = /** @type {HTMLElement} */ (drop.querySelector('.file-drop-said'));
  said.textContent = 'Of sleep het bestand hierheen.';
  for (const name of ['dragenter', 'dragover']) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
  }
  for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    const files = /** @type {DragEvent} */ (event).dataTransfer?.files;
    if (!files || files.length !== 1) {
      said.textContent = 'Sleep één bestand tegelijk hierheen.';
      return;
    }
    input.files = files;
    tell(form, input, said);
  });
  input.addEventListener('change', () => tell(form, input, said));
}

/**
 * Says which file was chosen, and for whom by its name.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 * @param {HTMLElement} said
 */
function tell(form, input, said) {
  const file = input.files?.[0];
  input.setCustomValidity('');
  if (!file) return;
  const limit = Number(form.dataset.limit);
  if (file.size > limit) {
    const sentence = `Dit bestand is te groot: hooguit ${Math.floor(limit / 1048576)} MiB.`;
    input.setCustomValidity(sentence);
    said.textContent = sentence;
    return;
  }
  const [contract, about] = file.name.split('_');
  choose(form, 'contract', contract);
  choose(form, 'gemeente', contract === 'politie-week-district' ? 'district' : about);
  const kilobytes = (file.size / 1024).toLocaleString('nl-NL', { maximumFractionDigits: 1 });
  said.textContent = `Gekozen: ${file.name}, ${kilobytes} kB.`;
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string | undefined} value
 */
function choose(form, name, value) {
  const select = form.elements.namedItem(name);
  if (!(select instanceof HTMLSelectElement)) return;
  const known = [...select.options].some((option) => option.value === value);
  if (known && value) select.value = value;
}

/** @param {HTMLElement} notice */
function watchProgress(notice) {
  const events = new EventSource(/** @type {string} */ (notice.dataset.progress));
  events.addEventListener('besloten', (event) => {
    events.close();
    window.location.replace(event.data || window.location.href);
  });
}

for (const form of document.querySelectorAll('form.delivering')) watchForm(/** @type {HTMLFormElement} */ (form));
for (const notice of document.querySelectorAll('[data-progress]')) watchProgress(/** @type {HTMLElement} */ (notice));
for (const button of document.querySelectorAll('[data-print]')) {
  /** @type {HTMLElement} */ (button).hidden = false;
  button.addEventListener('click', () => window.print());
}
// A page that comes back from the browser's memory is ready to be sent again.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) window.location.reload();
});
