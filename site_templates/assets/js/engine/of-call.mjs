// What a form says of its call: the call's id, the pages that results link to, and its folder.

/** @import { Folder } from './files.mjs' */
/** @import { Begin } from './wire.d.ts' */

/**
 * @param {HTMLFormElement} form
 * @returns {{page: Begin, folder: Folder | undefined}} `folder` only where Python comes without it
 */
export function ofCall(form) {
  const { notice, links, folder } = form.dataset;
  const packed = folder && JSON.parse(folder);
  return {
    page: { call: notice, links: JSON.parse(links ?? '{}') },
    folder: packed && { ...packed, address: new URL(packed.address, document.baseURI).href },
  };
}
