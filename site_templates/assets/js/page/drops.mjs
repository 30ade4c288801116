// Files dropped anywhere onto the page.

/** @param {(files: [File, ...File[]]) => void} act told of at least one file */
export function takeDrops(act) {
  const root = document.documentElement;
  addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    root.toggleAttribute('data-dropping', true);
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (!relatedTarget) root.removeAttribute('data-dropping');
  });
  addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    root.removeAttribute('data-dropping');
    const [first, ...others] = event.dataTransfer?.files ?? [];
    if (first) act([first, ...others]);
  });
}

/** @param {DragEvent} event */
function carriesFiles({ dataTransfer }) {
  return Boolean(dataTransfer?.types.includes('Files'));
}
