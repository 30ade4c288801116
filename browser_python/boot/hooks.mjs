// Pyodide fetches its files itself and offers no way to hand over a file that has come already. So the
// `fetch` of this worker is replaced: for a given address the new function returns the given answer,
// once, and every other request it passes on.

/** @type {Map<string, Promise<Response>> | undefined} by address; undefined until one is given */
let given;

/**
 * Answer Pyodide's next fetch of an address.
 * @param {URL} address
 * @param {Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>} content
 * @param {string} type
 */
export function giveFile(address, content, type) {
  given ??= replaceFetch();
  const answer = Promise.resolve(content)
    .then((bytes) => new Response(bytes, { headers: { 'content-type': type } }));
  given.set(address.href, answer);
}

function replaceFetch() {
  /** @type {Map<string, Promise<Response>>} */
  const answers = new Map();
  const fetchOutside = self.fetch;
  self.fetch = (resource, options) => {
    const address = String(resource);
    const answer = answers.get(address);
    answers.delete(address);
    return answer ?? fetchOutside(resource, options);
  };
  return answers;
}
