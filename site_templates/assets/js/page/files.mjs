// Files to and from the visitor's machine.
import { the } from './elements.mjs';

// What no system allows in names, and what nobody sees: characters that turn the direction of writing
// can show one ending for another. Python's `file_safe` leaves out the same.
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** @param {string} name */
export function fileSafe(name) {
  return name.replace(FORBIDDEN, '');
}

/**
 * Hands a file to the browser's downloads.
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function download(name, content, type) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = fileSafe(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Acts on each file that is chosen, also when the same one is chosen again.
 * @param {string} selector of the file input
 * @param {(file: File) => void} act
 */
export function onChosen(selector, act) {
  const input = the(document, selector, HTMLInputElement);
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    input.value = '';
    if (file) act(file);
  });
}
