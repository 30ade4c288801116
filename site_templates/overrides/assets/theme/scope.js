/* Material keeps a reader's choice of light or dark under these names, scoped to the site's own path.
   In a file and not inline, so that the pages' security policy needs no exception. */
window.__md_scope = new URL(document.currentScript?.dataset.base ?? ".", location.href);

window.__md_hash = (text) =>
  [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);

window.__md_get = (key, storage, scope = window.__md_scope) => {
  try {
    return JSON.parse((storage ?? localStorage).getItem(`${scope.pathname}.${key}`) ?? "null");
  } catch {
    return null; // the browser refuses storage, or something else has written there
  }
};

window.__md_set = (key, value, storage, scope = window.__md_scope) => {
  try {
    (storage ?? localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // The browser refuses storage: the choice lasts for this page only.
  }
};

// Otherwise the theme's script does this when it comes, and the browser lays the page out anew.
document.documentElement.classList.replace("no-js", "js");
