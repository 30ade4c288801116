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
 * @param {Promise<Uint8Array>} content what does not come stays pending: our caller heard of it
 */
export function giveFile(address, content) {
  const arrived = content.catch(() => new Promise(() => {}));
  given.set(address.href, arrived.then((bytes) => new Response(bytes)));
}

/**
 * Give Pyodide its engine compiled.
 * @param {URL} address where it would fetch it
 * @param {Promise<WebAssembly.Module>} code
 * @returns {Promise<never>} rejects when no engine can be made: Pyodide only warns, and waits
 */
export function giveEngine(address, code) {
  given.set(address.href, new Promise(() => {}));
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      try {
        const module = await code;
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}
