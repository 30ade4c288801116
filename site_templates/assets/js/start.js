// The first script of a tool's page, run before all else is read: Python starts. engine.mjs takes
// it over, with what it has told until then.
try {
  const address = new URL('./worker.mjs', document.currentScript.src);
  const early = { worker: new Worker(address, { type: 'module' }), heard: [] };
  early.worker.onmessage = early.worker.onerror = (event) => early.heard.push(event);
  self.early = early;
} catch {
  // The engine tries again, and says why it cannot.
}
