// The theme's own script (search, menu, colours) runs after the first answer: until then the start of
// Python needs the machine, and a page can be read and filled in without that script.
import { maybe } from './page/index.mjs';

const LATEST = 1000; // milliseconds

const latest = setTimeout(startTheme, LATEST);

/** Runs the theme's script, unless it was run. */
export function startTheme() {
  clearTimeout(latest);
  const place = maybe(document, 'script[data-theme]', HTMLScriptElement);
  if (!place) return;
  const script = document.createElement('script');
  script.src = place.src;
  place.replaceWith(script);
}
