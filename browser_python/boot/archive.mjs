// The archive of modules, for a Python that has started from the image. Modules that were imported at
// build are in the memory; the archive with all others is fetched later. Until then there is a trap in
// the archive's place: when Python opens it, opening fails and is noted, and once the archive has come,
// whatever Python was doing is done again. A call of a function whose code is in the later part of the
// image is done again in the same way: archive and later part are fetched together.
import { complete } from './image.mjs';

// Milliseconds without a request before the archive is fetched. A visitor who types makes requests more
// often than that, and then waits for nothing but the answers.
const IDLE_MS = 700;
const NO_SUCH_FILE = 44; // Emscripten's ENOENT

export class Archive {
  /** @type {() => Promise<Uint8Array<ArrayBuffer>[]>} */
  #download;
  /** @type {import('./engine.mjs').Engine | undefined} until the archive is there */
  #engine;
  #place = '';
  #wanted = false;
  /** @type {Promise<void> | undefined} */
  #coming;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #idle;

  /**
   * @param {() => Promise<Uint8Array<ArrayBuffer>[]>} [download] fetches and checks the archive and the
   *   later part of the image; not needed if Python has started from the archive
   */
  constructor(download = async () => []) {
    this.#download = download;
  }

  /**
   * Put the trap where Python looks for the archive.
   * @param {import('./engine.mjs').Engine} engine
   */
  trap(engine) {
    const [major, minor] = engine.API.pyVersionTuple;
    this.#engine = engine;
    this.#place = `/lib/python${major}${minor}.zip`;
    const { node } = engine.FS.lookupPath(this.#place);
    const open = (/** @type {{fd: number}} */ stream) => this.#spring(engine, stream);
    node.stream_ops = { ...node.stream_ops, open };
  }

  /** Whether Python opened the archive before it was there. */
  get wanted() {
    return this.#wanted;
  }

  /**
   * Run work with Python; if Python needed the archive, fetch the archive and run the work again.
   * @template T
   * @param {() => T} work
   * @returns {Promise<T>}
   * @throws {import('./failure.mjs').Failure} the archive could not be fetched
   */
  async run(work) {
    clearTimeout(this.#idle);
    try {
      for (;;) {
        this.#wanted = false;
        try {
          const result = work();
          if (!this.#wanted) return result;
          /** @type {{destroy?: () => void} | undefined} */ (result)?.destroy?.();
        } catch (error) {
          if (!this.#wanted) throw error;
        }
        await this.#fetch();
      }
    } finally {
      this.fetchWhenIdle();
    }
  }

  /**
   * Fetch the archive now, for work that is known to need it.
   * @returns {Promise<void>}
   * @throws {import('./failure.mjs').Failure} the archive could not be fetched
   */
  async whole() {
    clearTimeout(this.#idle);
    if (this.#engine) await this.#fetch();
  }

  /** Fetch the archive when there has been no request for a while. */
  fetchWhenIdle() {
    clearTimeout(this.#idle);
    // A failure is not reported here: the next work that needs the archive fetches again, and fails.
    if (this.#engine) this.#idle = setTimeout(() => this.#fetch().catch(() => {}), IDLE_MS);
  }

  /**
   * @param {import('./engine.mjs').Engine} engine
   * @param {{fd: number}} stream
   */
  #spring({ FS }, stream) {
    this.#wanted = true;
    FS.closeStream(stream.fd);
    throw new FS.ErrnoError(NO_SUCH_FILE);
  }

  #fetch() {
    this.#coming ??= this.#fetched();
    return this.#coming;
  }

  async #fetched() {
    try {
      const [archive, later] = await this.#download();
      this.#put(/** @type {Uint8Array} */ (archive), /** @type {Uint8Array<ArrayBuffer>} */ (later));
    } catch (error) {
      this.#coming = undefined;
      throw error;
    }
  }

  /**
   * @param {Uint8Array} archive
   * @param {Uint8Array<ArrayBuffer>} later
   */
  #put(archive, later) {
    const engine = /** @type {import('./engine.mjs').Engine} */ (this.#engine);
    complete(engine, later);
    engine.FS.unlink(this.#place);
    engine.FS.writeFile(this.#place, archive, { canOwn: true });
    this.#engine = undefined;
  }
}
