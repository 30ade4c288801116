// Files to and from the visitor's machine.

/**
 * Hand a file to the browser's downloads.
 * @param {string} name characters that no system allows in names are replaced
 * @param {string | Uint8Array} content
 * @param {string} type
 */
export function download(name, content, type) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * @param {File} file
 * @returns {Promise<string>}
 * @throws {TypeError} the file is not UTF-8 text
 */
export async function readText(file) {
  return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
}

/**
 * @param {File} file
 * @returns {Promise<string>} the file's bytes in Base64
 * @throws {DOMException} the file cannot be read
 */
export function readBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result.split(',')[1] ?? ''));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

/** Whether a file is, or says it is, a Word document: a package rather than text. */
export async function isDocument(file) {
  const start = await file.slice(0, 2).text();
  return start === 'PK' || /\.docx$/i.test(file.name);
}

/**
 * Act on each file that is chosen; the same one can be chosen again.
 * @param {string} selector of the file input
 * @param {(file: File) => void} act
 */
export function onChosen(selector, act) {
  document.querySelector(selector).addEventListener('change', ({ target }) => {
    const [file] = target.files;
    target.value = '';
    if (file) act(file);
  });
}
