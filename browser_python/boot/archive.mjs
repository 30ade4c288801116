// The archive of modules, after a start by the image: what was imported at build lies in the
// memory, all else in a file that comes later. Until then its place is a trap: whatever Python
// was doing when it opened the file is done again once the file is there. So is whatever called
// a function whose code is in the image's later part: the two come together.
import { complete } from './image.mjs';

const IDLE_MS = 700; // After the first answer; a visitor at the keyboard asks more often.
const NO_SUCH_FILE = 44; // Emscripten's ENOENT

export class Archive {
  #download;
  #engine;
  #files;
  #place;
  #wanted = false;
  #coming;
  #idle;

  /**
   * @param {() => Promise<[Uint8Array, Uint8Array]>} download fetch, checked, the archive and the
   *   later part of the image
   */
  constructor(download) {
    this.#download = download;
  }

  /**
   * Put the trap where Python looks for the archive.
   * @param {object} engine
   */
  trap(engine) {
    const [major, minor] = engine.API.pyVersionTuple;
    this.#engine = engine;
    this.#files = engine.FS;
    this.#place = `/lib/python${major}${minor}.zip`;
    const { node } = this.#files.lookupPath(this.#place);
    node.stream_ops = { ...node.stream_ops, open: (stream) => this.#spring(stream) };
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
          result?.destroy?.();
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
    if (this.#files) this.#idle = setTimeout(() => this.#fetch().catch(() => {}), IDLE_MS);
  }

  #spring(stream) {
    this.#wanted = true;
    this.#files.closeStream(stream.fd);
    throw new this.#files.ErrnoError(NO_SUCH_FILE);
  }

  #fetch() {
    this.#coming ??= this.#download().then(
      (files) => this.#put(...files),
      (error) => {
        this.#coming = undefined;
        throw error;
      },
    );
    return this.#coming;
  }

  #put(content, later) {
    complete(this.#engine, later);
    this.#files.unlink(this.#place);
    this.#files.writeFile(this.#place, content, { canOwn: true });
    this.#files = undefined;
  }
}
