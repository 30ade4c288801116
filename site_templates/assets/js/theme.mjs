// The theme's own script (search, menu, colours) waits for the first answer: until then Python's
// start has the machine, and a page that is read and filled in has no need of it.
const LATEST = 1000; // milliseconds

const latest = setTimeout(startTheme, LATEST);

/** Run it, unless it has been run. */
export function startTheme() {
  clearTimeout(latest);
  const place = document.querySelector('script[data-theme]');
  if (!place) return;
  const script = document.createElement('script');
  script.src = place.src;
  place.replaceWith(script);
}
