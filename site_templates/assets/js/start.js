// The first script of a tool's page. It starts Python in a worker, which engine/engine.mjs takes over
// together with what the worker has told until then. And where the page's own script, a module, does
// not come or does not run, this script says so: what is typed into the page is then kept nowhere.
//
// This script has to run in browsers in which the page's own script does not, so it is written in
// ECMAScript 5 (2009), and looks for every younger function before it calls it.
(function () {
  var LATE = 8000; // milliseconds; after ten silent seconds people take a page for one that works
  var root = document.documentElement;
  var own = document.currentScript;
  /** @type {Record<string, number>} by address, how often a file was asked for again */
  var tries = {};
  var isSaid = false;
  var isTyped = false;

  startPython();
  // An error in loading a file does not bubble from its element: only a capturing listener hears it.
  addEventListener('error', onError, true);
  addEventListener('input', function () { isTyped = true; }, true);
  addEventListener('click', onClick);
  addEventListener('beforeunload', onLeaving);
  setTimeout(lookAround, LATE);
  if (!('noModule' in document.createElement('script'))) whenRead(function () { say('old'); });

  function startPython() {
    if (runs()) return; // this script came last: the page has started Python itself
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
      // The engine tries again, and says why it cannot.
    }
  }

  // The page's script marks the page as soon as it keeps what is typed; see page/arrive.mjs.
  function runs() {
    return root.hasAttribute('data-runs');
  }

  /** @param {ErrorEvent} event */
  function onError(event) {
    var element = event.target;
    if (isStyle(element)) return styleAnew(element);
    if (isModule(element)) return moduleFailed(element);
    // The module came as published (its digest stands in the page), and the browser cannot run it.
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
    event.returnValue = ''; // older browsers ask only where this is set
    return '';
  }

  function lookAround() {
    /** @type {NodeListOf<HTMLLinkElement>} */
    var links = document.querySelectorAll('link[rel=stylesheet]');
    for (var n = 0; n < links.length; n += 1) {
      var link = links[n];
      if (link && !link.sheet) styleAnew(link);
    }
    if (!runs() && !isSaid) say(navigator.onLine ? 'late' : 'offline', module());
  }

  /** @param {HTMLScriptElement} script */
  function moduleFailed(script) {
    if (runs() || script !== module()) return;
    if (!tries[plain(script.src)]) moduleAnew();
    else say(navigator.onLine ? 'blocked' : 'offline', script);
  }

  // Under another address: a browser fetches a module once, and keeps the outcome, even a failure.
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
   * A style sheet that stalls blocks the drawing of the whole page; one that a script inserts does not.
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
   * The file itself is also fetched past all caches: a spoiled copy in a cache is replaced by it.
   * @param {string} address
   * @returns {string} another address of the same file
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
