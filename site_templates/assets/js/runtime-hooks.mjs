// Pyodide fetches and compiles by itself and offers no way to give it what is there already. Its
// own fetch and its own instantiation, in this worker, find ours.
const given = new Map();
const fetchOutside = self.fetch;
self.fetch = (resource, options) => {
  const address = String(resource);
  const ours = given.get(address);
  given.delete(address);
  return ours ?? fetchOutside(resource, options);
};

/**
 * Answer Pyodide's next fetch of an address.
 * @param {URL} address
 * @param {Uint8Array | Promise<Uint8Array>} content
 */
export function giveFile(address, content) {
  given.set(address.href, Promise.resolve(content).then((bytes) => new Response(bytes)));
}

/**
 * Give Pyodide its engine compiled.
 * @param {URL} address where it would fetch it
 * @param {WebAssembly.Module} module
 * @returns {Promise<never>} rejects when no engine can be made: Pyodide only warns, and waits
 */
export function giveEngine(address, module) {
  giveFile(address, new Uint8Array());
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_nothing, imports) => {
      try {
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}
