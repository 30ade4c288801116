// The first script of a tool's page. It starts Python, which engine/engine.mjs takes over with what it has
// told until then; and it speaks for the page's own script, a module, where that does not come:
// nobody else could say that nothing is kept. So it asks nothing of a browser: all of it is
// JavaScript of 2009 (ECMAScript 5), and every word that is younger is looked for before it is used.
(function () {
  var LATE = 8000; // milliseconds; a page that is silent for ten seconds is taken for one that works
  var root = document.documentElement;
  var own = document.currentScript;
  var tries = {}; // by address, how often a file was asked for again
  var isSaid = false;
  var isTyped = false;

  startPython();
  addEventListener('error', onError, true); // a file's error goes no further than its element
  addEventListener('input', function () { isTyped = true; }, true);
  addEventListener('click', onClick);
  addEventListener('beforeunload', onLeaving);
  setTimeout(lookAround, LATE);
  if (!('noModule' in document.createElement('script'))) whenRead(function () { say('old'); });

  function startPython() {
    if (runs()) return; // this script came last: the page has seen to Python itself
    try {
      var address = new URL('./worker.mjs', own.src);
      var early = { worker: new Worker(address, { type: 'module' }), heard: [] };
      early.worker.onmessage = early.worker.onerror = function (event) { early.heard.push(event); };
      self.early = early;
    } catch (error) {
      // The engine tries again, and says why it cannot.
    }
  }

  // The page's script marks the page as soon as it keeps what is typed; see page/arrive.mjs.
  function runs() {
    return root.hasAttribute('data-runs');
  }

  function onError(event) {
    var element = event.target;
    if (isStyle(element)) return styleAnew(element);
    if (isModule(element)) return moduleFailed(element);
    // It came as published (its digest stands in the page), and the browser cannot run it.
    var script = module();
    if (script && event.filename === script.src && !runs()) say('old', script);
    return undefined;
  }

  function onClick(event) {
    var button = event.target;
    if (!button.hasAttribute || !button.hasAttribute('data-unstarted-retry')) return;
    hush();
    setTimeout(lookAround, LATE);
    moduleAnew();
  }

  function onLeaving(event) {
    if (!isTyped || runs()) return undefined;
    event.preventDefault();
    event.returnValue = ''; // how older browsers are asked
    return '';
  }

  function lookAround() {
    var links = document.querySelectorAll('link[rel=stylesheet]');
    for (var n = 0; n < links.length; n += 1) if (!links[n].sheet) styleAnew(links[n]);
    if (!runs() && !isSaid) say(navigator.onLine ? 'late' : 'offline', module());
  }

  function moduleFailed(script) {
    if (runs() || script !== module()) return;
    if (!tries[plain(script.src)]) moduleAnew();
    else say(navigator.onLine ? 'blocked' : 'offline', script);
  }

  // Under another address: a browser asks for a module once, and holds to what it got.
  function moduleAnew() {
    var old = module();
    if (!old) return;
    var script = document.createElement('script');
    script.type = 'module';
    script.integrity = old.integrity;
    script.src = anew(old.src);
    old.parentNode.replaceChild(script, old);
  }

  // A style sheet that stalls holds the whole page back; one that a script has put there does not.
  function styleAnew(link) {
    if (tries[plain(link.href)]) return styleSaid(link, true);
    var copy = link.cloneNode();
    copy.onload = function () { styleSaid(copy, false); };
    copy.href = anew(link.href);
    link.parentNode.replaceChild(copy, link);
    return styleSaid(copy, true);
  }

  function styleSaid(link, isMissing) {
    whenRead(function () {
      show('[data-unstyled]', isMissing);
      write('[data-unstyled] code', plain(link.href));
    });
  }

  // The file itself is asked for past all caches too: what lies there spoiled is replaced.
  function anew(address) {
    var file = plain(address);
    tries[file] = (tries[file] || 0) + 1;
    if (self.fetch) fetch(file, { cache: 'reload' }).then(function () {}, function () {});
    return file + '?retry=' + Date.now();
  }

  function say(why, script) {
    isSaid = true;
    whenRead(function () {
      if (runs()) return;
      root.setAttribute('data-unstarted', why);
      show('[data-unstarted-why]', false);
      show('[data-unstarted-why=' + why + ']', true);
      show('[data-unstarted-file]', script);
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

  function module() {
    return document.querySelector('script[type=module][src]');
  }

  function isModule(element) {
    return element.tagName === 'SCRIPT' && element.type === 'module';
  }

  function isStyle(element) {
    return element.tagName === 'LINK' && element.rel === 'stylesheet';
  }

  function plain(address) {
    return address.split('?')[0];
  }

  function whenRead(act) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act);
    else act();
  }

  function show(selector, isShown) {
    var found = document.querySelectorAll(selector);
    for (var n = 0; n < found.length; n += 1) found[n].hidden = !isShown;
  }

  function write(selector, address) {
    var place = document.querySelector(selector);
    if (place) place.textContent = address.split('/').pop();
  }
}());
