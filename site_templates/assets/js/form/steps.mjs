// One part of the form at a time, or all of it: how the visitor likes it, remembered here.

const KEY = 'validator.view';

export class Steps {
  #form;
  #choices;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
    this.#choices = [...document.querySelectorAll('[name=view]')];
    for (const choice of this.#choices) {
      choice.checked = choice.value === remembered();
      choice.addEventListener('change', () => this.#choose(choice.value));
    }
    if (!this.#choices.some(({ checked }) => checked)) this.#choices[0].checked = true;
    this.#form.dataset.view = this.#choices.find(({ checked }) => checked).value;
    this.begin();
  }

  /** Show the first part. @returns {HTMLElement} its heading */
  begin() {
    const first = this.#form.querySelector('[data-step]');
    this.turnTo(first);
    return first.querySelector('h2');
  }

  /** Show the part of the form that holds an element. */
  turnTo(element) {
    const step = element.closest('[data-step]');
    if (!step) return;
    for (const other of this.#form.querySelectorAll('[data-step]')) {
      other.toggleAttribute('data-current', other === step);
    }
    for (const link of document.querySelectorAll('.check__contents a')) {
      if (link.hash === `#${step.id}`) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
  }

  #choose(view) {
    this.#form.dataset.view = view;
    try {
      localStorage.setItem(KEY, view);
    } catch {
      // Then it is asked again.
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
