// Whether this is a computer that others use too, where nothing is kept: all pages agree on it.

const KEY = 'validator.shared';

/** @returns {boolean} */
export function isShared() {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false; // Such a browser keeps nothing anyway, and the page says so.
  }
}

/** @param {boolean} yes */
export function setShared(yes) {
  try {
    if (yes) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}

/** @param {(yes: boolean) => void} act called when another page chose */
export function onShared(act) {
  addEventListener('storage', ({ key }) => {
    if (key === KEY) act(isShared());
  });
}
