/* Light or dark, set before the first paint: as the reader has chosen earlier, or else as the system
   asks. One button is shown for each scheme: the one that leaves it. */
{
  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll("[data-scheme]");
  const buttons = [...found];
  /** @param {string} scheme */
  const show = (scheme) => {
    document.body.setAttribute("data-md-color-scheme", scheme);
    for (const button of buttons) button.hidden = button.dataset.scheme !== scheme;
  };
  const tint = () => {
    const header = document.querySelector(".md-header");
    const meta = document.querySelector("meta[name=theme-color]");
    if (header) meta?.setAttribute("content", getComputedStyle(header).backgroundColor);
  };

  const kept = /** @type {{color?: {scheme?: string}} | null} */ (window.__md_get("__palette"));
  const chosen = kept?.color?.scheme;
  /** @param {HTMLElement} button @returns {string} */
  const schemeOf = (button) => button.dataset.scheme ?? "";
  const first = buttons.find((button) => schemeOf(button) === chosen)
    ?? buttons.find(({ dataset }) => matchMedia(dataset.media ?? "").matches)
    ?? buttons[0];
  if (first) show(schemeOf(first));
  addEventListener("load", tint);
  buttons.forEach((button, index) => button.addEventListener("click", () => {
    const next = buttons[(index + 1) % buttons.length] ?? button;
    show(schemeOf(next));
    next.focus();
    tint();
    window.__md_set("__palette", { color: { scheme: schemeOf(next) } });
  }));
}
