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
  link.download = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');
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
