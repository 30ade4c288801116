// Why the engine did not start, or stopped, as a code that the page puts into words.
//
// offline       the network is gone
// file_blocked  a file did not arrive (refused, missing, cut off)
// file_type     a file came with a content type that the browser does not run
// file_hash     a file's contents were altered on the way
// worker_blocked  the browser or a policy refuses background scripts
// wasm_blocked  a policy refuses WebAssembly
// old_browser   the browser lacks what Python needs
// memory        not enough memory
// stalled       nothing moved for too long, and no file is at fault
// start_failed  Python itself failed to start
// crashed       Python died while answering, again and again: a person may restart it
// died          Python died while answering, and was started afresh
// overran       Python was at a call for too long, and was started afresh
// stopped       the engine was restarted or terminated meanwhile, or somebody stopped the call
// python        Python raised an exception: `type` names it
export class Failure extends Error {
  constructor(code, { file = '', detail = '', type = '' } = {}) {
    super([code, file, type, detail].filter(Boolean).join(': '));
    Object.assign(this, { name: 'Failure', code, file, detail, type });
  }

  /** What survives `postMessage`. */
  get plain() {
    const { code, file, detail, type } = this;
    return { code, file, detail, type };
  }
}
