// Tables of answers as people know them from spreadsheets: up and down between rows, Enter for the
// next one, and a block of cells that is pasted becomes rows.
//
// A block has a tab between its cells, or is a list of names that goes into the names' column. Any
// other text of several lines, an address for one, is the text of the one cell that it is pasted into.

const UP_DOWN = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };
// As spreadsheets copy a single cell of several lines.
const ONE_WRAPPED_CELL = /^"(?:[^"]|"")*"[\r\n]*$/;

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
    const cell = event.target.closest('[data-rows="/members"] .cell');
    if (!cell || !isBlock(text, event.target.name.endsWith('/name'))) return;
    event.preventDefault();
    paste(text);
  });
}

/**
 * @param {string} text
 * @param {boolean} amongNames whether it is pasted where the names stand
 */
export function isBlock(text, amongNames) {
  if (ONE_WRAPPED_CELL.test(text)) return false;
  return text.includes('\t') || (amongNames && /[\r\n]\s*\S/.test(text.trimStart()));
}
