// The form is shown one step at a time, or whole: the visitor chooses, and this browser remembers it.
import { every, the } from '../page/index.mjs';

const KEY = 'validator.view';

export class Steps {
  #form;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
    const choices = every(document, '[name=view]', HTMLInputElement);
    const wanted = remembered();
    for (const choice of choices) {
      choice.checked = choice.value === wanted;
      choice.addEventListener('change', () => this.#choose(choice.value));
    }
    const chosen = choices.find(({ checked }) => checked)
      ?? the(document, '[name=view]', HTMLInputElement);
    chosen.checked = true;
    form.dataset.view = chosen.value;
    this.begin();
  }

  /** Shows the first step. @returns {HTMLElement} its heading */
  begin() {
    const first = the(this.#form, '[data-step]');
    this.turnTo(first);
    return the(first, 'h2');
  }

  /**
   * Shows the step that holds an element; none where the element is beside the form.
   * @param {Element} element
   */
  turnTo(element) {
    const step = element.closest('[data-step]');
    if (!step) return;
    for (const other of every(this.#form, '[data-step]')) {
      other.toggleAttribute('data-current', other === step);
    }
    for (const link of every(document, '.check__contents a', HTMLAnchorElement)) {
      if (link.hash === `#${step.id}`) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
  }

  /** @param {string} view */
  #choose(view) {
    this.#form.dataset.view = view;
    try {
      localStorage.setItem(KEY, view);
    } catch {
      // The browser refuses storage: the next visit begins with the first choice.
    }
  }
}

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
