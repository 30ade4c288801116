/* Material keeps a reader's choice of light or dark under these names, scoped to the site's own
   path. Kept in a file, not inline, so that the pages' security policy needs no exception. */
window.__md_scope = new URL(document.currentScript.dataset.base, location);

window.__md_hash = (text) =>
  [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);

window.__md_get = (key, storage, scope = window.__md_scope) => {
  try {
    return JSON.parse((storage ?? localStorage).getItem(`${scope.pathname}.${key}`));
  } catch {
    return null; // storage refused, or written by something else
  }
};

window.__md_set = (key, value, storage, scope = window.__md_scope) => {
  try {
    (storage ?? localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // Storage refused: the choice lasts for this page only.
  }
};

// Else the theme's script does it when it comes, and the page is laid out anew.
document.documentElement.classList.replace("no-js", "js");
