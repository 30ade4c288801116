// Tables of answers as people know them from spreadsheets: up and down between rows, Enter for the
// next one, and a block of cells that is pasted becomes rows.

const UP_DOWN = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

/**
 * @param {HTMLFormElement} form
 * @param {(text: string) => void} paste rows of members
 */
export function walkCells(form, paste) {
  form.addEventListener('keydown', (event) => {
    const way = UP_DOWN[event.key];
    const cell = event.target.closest('.cell');
    if (!way || !cell || event.isComposing || !event.target.matches('input[type=text]')) return;
    event.preventDefault();
    const row = cell.parentElement;
    const next = way < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (next) next.children[[...row.children].indexOf(cell)].querySelector('[name]').focus();
    else if (event.key === 'Enter') row.closest('[data-rows]').querySelector(':scope > [data-add]').click();
  });
  form.addEventListener('paste', (event) => {
    const text = event.clipboardData.getData('text/plain');
    if (!event.target.closest('[data-rows="/members"] .cell') || !/[\t\n]./.test(text)) return;
    event.preventDefault();
    paste(text);
  });
}
