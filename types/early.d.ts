interface Window {
  /** Python's worker as start.js has started it, with what it has told so far; the engine takes it over. */
  early?: { worker: Worker; heard: Event[] };
}
