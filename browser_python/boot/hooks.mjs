// Pyodide fetches by itself and offers no way to give it what is there already. Its own fetch, in
// this worker, finds ours.
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
 * @param {string} type
 */
export function giveFile(address, content, type) {
  const answer = Promise.resolve(content)
    .then((bytes) => new Response(bytes, { headers: { 'content-type': type } }));
  given.set(address.href, answer);
}
