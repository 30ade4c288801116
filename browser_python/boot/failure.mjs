// Why the engine did not start, or stopped, as a code that the page puts into words.
//
// offline       the network is gone
// replaced      the site was published anew, without the file of this page's edition
// file_blocked  a file did not arrive (refused, missing, cut off)
// file_type     a file came with a content type that the browser does not run
// file_hash     a file's contents were altered on the way
// worker_blocked  the browser or a policy refuses background scripts
// wasm_blocked  a policy refuses WebAssembly
// old_browser   the browser lacks what Python needs
// memory        not enough memory
// no_way        this site was not built for the way that was asked for
// stalled       the start made no progress for too long, and every file comes as published
// start_failed  Python raised an error, or ended, while it started
// crashed       Python died while answering, again and again: a person may restart it
// died          Python died while answering, and was started afresh
// overran       Python worked at one request for too long: it was ended, and another one started
// stopped       the engine was restarted or terminated meanwhile, or somebody stopped the call
// unreadable    the browser cannot read a file that was chosen
// python        Python raised an exception: `type` names it

/**
 * @typedef {object} About
 * @property {string} [file] the file at fault, if one is
 * @property {string} [detail] what the browser or Python said
 * @property {string} [type] the class of an exception that Python raised
 * @property {boolean} [isMended] the file came as published when fetched again: a new start may succeed
 */

export class Failure extends Error {
  /**
   * @param {string} code one of those above
   * @param {About} [about]
   */
  constructor(code, { file = '', detail = '', type = '', isMended = false } = {}) {
    super([code, file, type, detail].filter(Boolean).join(': '));
    this.name = 'Failure';
    this.code = code;
    this.file = file;
    this.detail = detail;
    this.type = type;
    this.isMended = isMended;
  }

  /** Whether an answer came that is not the published file: a cache may hold this answer and give it again. */
  get isAnswer() {
    return ['file_hash', 'file_type'].includes(this.code) || /^HTTP/.test(this.detail);
  }

  /** The same failure, mended. */
  get mended() {
    return new Failure(this.code, { ...this.plain, isMended: true });
  }

  /** What survives `postMessage`. */
  get plain() {
    const { code, file, detail, type, isMended } = this;
    return { code, file, detail, type, isMended };
  }
}

/** Python stopped inside a call, since the compiled code called could not be fetched, and cannot go on. */
export class Ended extends Error {
  /** @param {unknown} cause a `Failure`, mostly */
  constructor(cause) {
    super(String(cause), { cause });
  }
}
