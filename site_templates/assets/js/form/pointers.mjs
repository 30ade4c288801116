// JSON pointers (RFC 6901): where an answer stands in a draft, and which element shows it.

const steps = (pointer) => pointer.split('/').slice(1)
  .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a pointer; undefined where there is none. */
export function get(draft, pointer) {
  return steps(pointer).reduce((value, step) => value?.[step], draft);
}

/** Put a value at a pointer, making what leads there: a list where the next step is a number. */
export function put(draft, pointer, value) {
  const path = steps(pointer);
  const last = path.pop();
  let place = draft;
  path.forEach((step, depth) => {
    const next = path[depth + 1] ?? last;
    place[step] ??= /^\d+$/.test(next) ? [] : {};
    place = place[step];
  });
  place[last] = value;
}

/** Take the value at a pointer away, and with it the sections that it leaves empty. */
export function take(draft, pointer) {
  const path = steps(pointer);
  const last = path.pop();
  const places = [draft];
  path.forEach((step, depth) => places.push(places[depth]?.[step]));
  delete places[path.length]?.[last];
  for (let depth = path.length; depth > 0; depth -= 1) {
    const [around, place] = places.slice(depth - 1);
    // A row stays a row, however empty.
    if (!isPlain(place) || !isPlain(around) || Object.keys(place).length) return;
    delete around[path[depth - 1]];
  }
}

/** The element of an answer, or of the nearest thing around it that the page shows. */
export function elementAt(pointer) {
  for (let place = pointer; place; place = place.slice(0, place.lastIndexOf('/'))) {
    const element = document.getElementById(place);
    if (element) return element;
  }
  return null;
}
