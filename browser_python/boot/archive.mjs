// The archive of modules, after a start by the image: what was imported at build lies in the
// memory, all else in a file that comes later. Until then its place is a trap: whatever Python
// was doing when it opened the file is done again once the file is there. So is whatever called
// a function whose code is in the image's later part: the two come together.
import { complete } from './image.mjs';

const IDLE_MS = 700; // After the first answer; a visitor at the keyboard asks more often.
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
   * @param {() => Promise<Uint8Array<ArrayBuffer>[]>} [download] fetch, checked, the archive and the
   *   later part of the image; nothing where Python has started from the archive
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
   * Run Python, and again with the archive where it was wanted.
   * @template T
   * @param {() => T} work
   * @returns {Promise<T>}
   * @throws {import('./failure.mjs').Failure} the archive does not come
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

  /** Fetch the archive when nothing has been asked for a while. */
  fetchWhenIdle() {
    clearTimeout(this.#idle);
    // Whoever needs it asks again, and hears what is wrong.
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
