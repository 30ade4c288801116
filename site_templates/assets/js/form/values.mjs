// One answer's value between JSON and its controls. What cannot be converted stays as typed:
// Python says what is wrong with it.

const HALF = /\p{Surrogate}/gu; // with `u` a whole character is none
const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const LONGEST = 1000; // characters; no number is longer, and to normalise text may take their square
const EXACT = 15; // digits; of more a number here keeps only the first

/**
 * @param {HTMLElement[]} controls all that share a name
 * @returns {unknown} a JSON value; undefined when unanswered
 */
export function read(controls) {
  const { type } = controls[0].dataset;
  if (type === 'strings' || type === 'integers') return readList(controls, type);
  const text = textOf(controls);
  if (!text.trim()) return undefined;
  if (type === 'boolean') return text === 'true';
  return type === 'string' ? text : numberOr(text);
}

/**
 * @param {HTMLElement[]} controls all that share a name
 * @param {unknown} value a JSON value; undefined or null for unanswered
 */
export function write(controls, value) {
  const [first] = controls;
  if (first.type === 'radio') {
    const wanted = String(value ?? '');
    for (const radio of controls) radio.checked = radio.value === wanted;
    if (!controls.some((radio) => radio.checked)) controls[controls.length - 1].checked = true;
  } else if (first.type === 'checkbox') {
    writeBoxes(controls, value);
  } else {
    writeText(first, Array.isArray(value) ? value.join('\n') : String(value ?? ''));
    const none = controls.find((control) => 'none' in control.dataset);
    if (none) none.checked = Array.isArray(value) && value.length === 0;
  }
}

function readList(controls, type) {
  const list = controls[0].type === 'checkbox'
    ? controls.filter((box) => box.checked).map((box) => box.value)
    : wellFormed(controls[0].value).split('\n').map((line) => line.trim()).filter(Boolean);
  const none = controls.some((control) => 'none' in control.dataset && control.checked);
  if (!list.length) return none ? [] : undefined;
  return type === 'integers' ? list.map(numberOr) : list;
}

function textOf(controls) {
  const chosen = controls.length > 1 ? controls.find((control) => control.checked) : controls[0];
  return wellFormed(chosen?.value ?? '');
}

/** The text with a sign in the place of each half character: some input methods leave them behind. */
export function wellFormed(text) {
  return text.replace(HALF, '\uFFFD');
}

function numberOr(text) {
  if (text.length > LONGEST) return text;
  const plain = text.normalize('NFKC').trim();
  const digits = plain.replace(/\D/g, '').replace(/^0+/, '');
  return NUMBER.test(plain) && digits.length <= EXACT ? Number(plain) : text;
}

// A list may hold what the page does not offer: it becomes a box of its own.
function writeBoxes(boxes, value) {
  const wanted = (Array.isArray(value) ? value : []).map(String);
  const offered = new Set(boxes.map((box) => box.value));
  for (const box of boxes) box.checked = wanted.includes(box.value);
  for (const word of wanted.filter((one) => !offered.has(one))) {
    const label = boxes[0].closest('label').cloneNode(true);
    const box = label.querySelector('input');
    box.value = word;
    box.checked = true;
    label.querySelector('span').textContent = word;
    boxes[0].closest('label').parentElement.append(label);
  }
}

// A control that cannot show the text (a date, a list of choices) is made to: nothing is lost.
function writeText(control, text) {
  if ('day' in control.dataset) control.type = 'date';
  control.value = text;
  if (control.options && control.value !== text) {
    control.append(new Option(text, text));
    control.value = text;
  }
  if ('day' in control.dataset && control.value !== text) {
    control.type = 'text';
    control.value = text;
  }
}
