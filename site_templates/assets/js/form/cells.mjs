// Tables of answers as people know them from spreadsheets: the arrow keys go up and down between rows,
// Enter goes to the next row, and a block of cells that is pasted becomes rows.
//
// A block has a tab between its cells, or is a list of names pasted into the column of names. Any
// other text of several lines, such as an address, belongs into the one cell that it is pasted into.
import { around, happenedIn, the } from '../page/index.mjs';

/** @type {Record<string, number>} */
const UP_DOWN = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };
// As spreadsheets copy a single cell of several lines.
const ONE_WRAPPED_CELL = /^"(?:[^"]|"")*"[\r\n]*$/;

/**
 * @param {HTMLFormElement} form
 * @param {(text: string) => void} paste told of a block of members
 */
export function walkCells(form, paste) {
  form.addEventListener('keydown', (event) => {
    const way = UP_DOWN[event.key];
    const cell = happenedIn(event, '.cell');
    const input = happenedIn(event, 'input[type=text]');
    if (!way || !cell || !input || event.isComposing) return;
    event.preventDefault();
    const row = around(cell, '[data-row]');
    const next = way < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (next) the(next, `:scope > :nth-child(${placeOf(cell)}) [name]`).focus();
    else if (event.key === 'Enter') the(around(row, '[data-rows]'), ':scope > [data-add]').click();
  });
  form.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const cell = happenedIn(event, '[data-rows="/members"] .cell');
    const input = happenedIn(event, '[name]');
    if (!cell || !isBlock(text, Boolean(input?.getAttribute('name')?.endsWith('/name')))) return;
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

/** @param {Element} cell @returns {number} which child of its row it is, from 1 */
function placeOf(cell) {
  return [...cell.parentElement?.children ?? []].indexOf(cell) + 1;
}
