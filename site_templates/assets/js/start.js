// The first script of a tool's page.
// - Starts Python in a worker. engine/engine.mjs takes over the worker and the messages it has sent.
// - Shows a warning if the page's own script, a module, is not loaded or cannot run. Without the
//   warning people would fill in a form whose answers are kept nowhere.
//
// This script has to run in browsers in which the page's own script does not, so it is written in
// ECMAScript 5 (2009), and tests whether a younger function exists before calling it.
(function () {
  var LATE = 8000; // milliseconds; people who see no warning for ten seconds take the page for one that works
  var root = document.documentElement;
  var own = document.currentScript;
  /** @type {Record<string, number>} by address, how often a file was fetched again */
  var tries = {};
  var isSaid = false;
  var isTyped = false;

  startPython();
  // An error in loading a file does not bubble up from its element; a listener on the window gets the
  // event in the capturing phase only.
  addEventListener('error', onError, true);
  addEventListener('input', function () { isTyped = true; }, true);
  addEventListener('click', onClick);
  addEventListener('beforeunload', onLeaving);
  setTimeout(lookAround, LATE);
  if (!('noModule' in document.createElement('script'))) whenRead(function () { say('old'); });

  function startPython() {
    if (runs()) return; // The page's own script was loaded before this one and has started Python.
    try {
      var way = /[?&]runtime=\w+/.exec(location.search); // see engine/runtime.mjs
      var address = new URL('./worker.mjs' + (way ? '?' + way[0].slice(1) : ''), /** @type {HTMLScriptElement} */ (own).src);
      var worker = new Worker(address, { type: 'module' });
      /** @type {Event[]} */
      var heard = [];
      worker.onmessage = function (event) { heard.push(event); };
      worker.onerror = function (event) { heard.push(event); };
      self.early = { worker: worker, heard: heard };
    } catch (error) {
      // engine/engine.mjs starts a worker when there is none, and shows why that fails.
    }
  }

  // Whether the page's own script runs: page/arrive.mjs sets this mark.
  function runs() {
    return root.hasAttribute('data-runs');
  }

  /** @param {ErrorEvent} event */
  function onError(event) {
    var element = event.target;
    if (isStyle(element)) return styleAnew(element);
    if (isModule(element)) return moduleFailed(element);
    // The browser has compared the module with the digest in the page, so the module is the published
    // one, and this browser is too old to run it.
    var script = module();
    if (script && event.filename === script.src && !runs()) say('old', script);
    return undefined;
  }

  /** @param {Event} event */
  function onClick(event) {
    var button = /** @type {Element} */ (event.target);
    if (!button.hasAttribute || !button.hasAttribute('data-unstarted-retry')) return;
    hush();
    setTimeout(lookAround, LATE);
    moduleAnew();
  }

  /** @param {BeforeUnloadEvent} event */
  function onLeaving(event) {
    if (!isTyped || runs()) return undefined;
    event.preventDefault();
    event.returnValue = ''; // Older browsers ask whether to leave only if this property is set.
    return '';
  }

  function lookAround() {
    /** @type {NodeListOf<HTMLLinkElement>} */
    var links = document.querySelectorAll('link[rel=stylesheet]');
    for (var n = 0; n < links.length; n += 1) {
      var link = links[n];
      if (link && !hasRules(link)) styleAnew(link);
    }
    if (!runs() && !isSaid) say(navigator.onLine ? 'late' : 'offline', module());
  }

  /** @param {HTMLScriptElement} script */
  function moduleFailed(script) {
    if (runs() || script !== module()) return;
    if (!tries[plain(script.src)]) moduleAnew();
    else say(navigator.onLine ? 'blocked' : 'offline', script);
  }

  // Loads the module again, from another address: a browser fetches each address of a module once, and
  // remembers a failure too.
  function moduleAnew() {
    var old = module();
    if (!old) return;
    var script = document.createElement('script');
    script.type = 'module';
    script.integrity = old.integrity;
    script.src = anew(old.src);
    replace(old, script);
  }

  /**
   * Tells whether a style sheet came and can be read. This script is async: a style sheet may have
   * failed, and sent its error event, before this script listened. Chromium (seen in 156) gives a link
   * that failed a style sheet all the same: one without rules, or, in the place of a file of another
   * type, one whose rules may not be read.
   * @param {HTMLLinkElement} link
   * @returns {boolean}
   */
  function hasRules(link) {
    try {
      return Boolean(link.sheet && link.sheet.cssRules.length);
    } catch (error) {
      return false;
    }
  }

  /**
   * Loads a style sheet again. The parser's style sheet blocks the drawing of the page while it loads;
   * this one is inserted by a script and does not.
   * @param {HTMLLinkElement} link
   */
  function styleAnew(link) {
    if (tries[plain(link.href)]) return styleSaid(link, true);
    var copy = /** @type {HTMLLinkElement} */ (link.cloneNode());
    copy.onload = function () { styleSaid(copy, false); };
    copy.href = anew(link.href);
    replace(link, copy);
    return styleSaid(copy, true);
  }

  /** @param {HTMLLinkElement} link @param {boolean} isMissing */
  function styleSaid(link, isMissing) {
    whenRead(function () {
      show('[data-unstyled]', isMissing);
      write('[data-unstyled] code', plain(link.href));
    });
  }

  /**
   * Returns another address of a file, and has the browser fetch the file by its own address past all
   * caches, so that a damaged copy in a cache is replaced.
   * @param {string} address
   * @returns {string}
   */
  function anew(address) {
    var file = plain(address);
    tries[file] = (tries[file] || 0) + 1;
    if ('fetch' in self) fetch(file, { cache: 'reload' }).then(function () {}, function () {});
    return file + '?retry=' + Date.now();
  }

  /** @param {Element} old @param {Element} other */
  function replace(old, other) {
    if (old.parentNode) old.parentNode.replaceChild(other, old);
  }

  /** @param {string} why one of the template's reasons @param {HTMLScriptElement | null} [script] */
  function say(why, script) {
    isSaid = true;
    whenRead(function () {
      if (runs()) return;
      root.setAttribute('data-unstarted', why);
      show('[data-unstarted-why]', false);
      show('[data-unstarted-why=' + why + ']', true);
      show('[data-unstarted-file]', Boolean(script));
      show('[data-unstarted-words], [data-unstarted-act]', true);
      show('[data-boot], .bar [data-summary]', false);
      if (script) write('[data-unstarted-file] code', plain(script.src));
    });
  }

  function hush() {
    isSaid = false;
    root.removeAttribute('data-unstarted');
    show('[data-unstarted-words]', false);
    show('[data-boot], .bar [data-summary]', true);
  }

  /** @returns {HTMLScriptElement | null} the page's own script; null until its element is parsed */
  function module() {
    return document.querySelector('script[type=module][src]');
  }

  /** @param {EventTarget | null} target @returns {target is HTMLScriptElement} */
  function isModule(target) {
    return target instanceof HTMLScriptElement && target.type === 'module';
  }

  /** @param {EventTarget | null} target @returns {target is HTMLLinkElement} */
  function isStyle(target) {
    return target instanceof HTMLLinkElement && target.rel === 'stylesheet';
  }

  /** @param {string} address */
  function plain(address) {
    return address.replace(/\?.*/, '');
  }

  /** @param {() => void} act */
  function whenRead(act) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act);
    else act();
  }

  /** @param {string} selector @param {boolean} isShown */
  function show(selector, isShown) {
    /** @type {NodeListOf<HTMLElement>} */
    var found = document.querySelectorAll(selector);
    for (var n = 0; n < found.length; n += 1) {
      var element = found[n];
      if (element) element.hidden = !isShown;
    }
  }

  /** @param {string} selector @param {string} address */
  function write(selector, address) {
    var place = document.querySelector(selector);
    if (place) place.textContent = address.replace(/.*\//, '');
  }
}());
