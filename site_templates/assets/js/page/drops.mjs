// Files dropped anywhere onto the page.

const carriesFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files');

/** @param {(files: File[]) => void} act told of at least one file */
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
    const files = [...event.dataTransfer.files];
    if (files.length) act(files);
  });
}
