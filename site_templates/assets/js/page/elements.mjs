// The one way to find the elements of a page's template, each of the kind that its user needs.

/**
 * Finds an element that the template must hold.
 * @template {typeof Element} [Kind=typeof HTMLElement]
 * @param {ParentNode} root where to look
 * @param {string} selector
 * @param {Kind} [kind] what it must be, such as HTMLInputElement
 * @returns {InstanceType<Kind>}
 * @throws {Error} the template does not hold it: says the selector
 */
export function the(root, selector, kind) {
  const found = maybe(root, selector, kind);
  if (found) return found;
  throw new Error(`The page's template holds no ${selector} that is ${wanted(kind).name}`);
}

/**
 * Finds an element that need not be there.
 * @template {typeof Element} [Kind=typeof HTMLElement]
 * @param {ParentNode} root where to look
 * @param {string} selector
 * @param {Kind} [kind]
 * @returns {InstanceType<Kind> | undefined} undefined too where it is of another kind
 */
export function maybe(root, selector, kind) {
  return ofKind(root.querySelector(selector), kind);
}

/**
 * Finds every element that matches.
 * @template {typeof Element} [Kind=typeof HTMLElement]
 * @param {ParentNode} root where to look
 * @param {string} selector
 * @param {Kind} [kind]
 * @returns {InstanceType<Kind>[]} those of the kind, in the order of the page
 */
export function every(root, selector, kind) {
  return [...root.querySelectorAll(selector)].flatMap((found) => ofKind(found, kind) ?? []);
}

/**
 * Finds the nearest element around another one, or that one itself, which the template must hold.
 * @template {typeof Element} [Kind=typeof HTMLElement]
 * @param {Element} inner
 * @param {string} selector
 * @param {Kind} [kind]
 * @returns {InstanceType<Kind>}
 * @throws {Error} the template does not hold it: says the selector
 */
export function around(inner, selector, kind) {
  const found = ofKind(inner.closest(selector), kind);
  if (found) return found;
  throw new Error(`The page's template puts no ${selector} around ${inner.tagName}`);
}

/**
 * Finds what an event happened in.
 * @template {typeof Element} [Kind=typeof HTMLElement]
 * @param {Event} event
 * @param {string} selector
 * @param {Kind} [kind]
 * @returns {InstanceType<Kind> | undefined} the nearest element that matches; undefined if none does
 */
export function happenedIn({ target }, selector, kind) {
  return target instanceof Element ? ofKind(target.closest(selector), kind) : undefined;
}

/**
 * @template {typeof Element} Kind
 * @param {Element | null} found
 * @param {Kind} [kind]
 * @returns {InstanceType<Kind> | undefined}
 */
function ofKind(found, kind) {
  return found instanceof wanted(kind) ? /** @type {InstanceType<Kind>} */ (found) : undefined;
}

/** @param {typeof Element} [kind] */
function wanted(kind) {
  return kind ?? HTMLElement;
}
