// Runs the theme's script (search, menu, colours) after Python's first answer. The script would take
// processor time from the start of Python, and a page can be read and filled in without it.
import { maybe } from './page/index.mjs';

const LATEST = 1000; // milliseconds after which the theme's script runs even if Python has not answered

const latest = setTimeout(startTheme, LATEST);

/** Runs the theme's script, once. */
export function startTheme() {
  clearTimeout(latest);
  const place = maybe(document, 'script[data-theme]', HTMLScriptElement);
  if (!place) return;
  const script = document.createElement('script');
  script.src = place.src;
  place.replaceWith(script);
}
