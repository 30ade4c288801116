/* Light or dark, set before the first paint: as chosen earlier, else as the system asks. Of the
   buttons, the one is there that leaves what is shown. */
{
  const buttons = [...document.querySelectorAll("[data-scheme]")];
  const show = (scheme) => {
    document.body.setAttribute("data-md-color-scheme", scheme);
    for (const button of buttons) button.hidden = button.dataset.scheme !== scheme;
  };
  const tint = () => {
    const { backgroundColor } = getComputedStyle(document.querySelector(".md-header"));
    document.querySelector("meta[name=theme-color]").content = backgroundColor;
  };

  const chosen = window.__md_get("__palette")?.color?.scheme;
  const first = buttons.find(({ dataset }) => dataset.scheme === chosen)
    ?? buttons.find(({ dataset }) => matchMedia(dataset.media).matches)
    ?? buttons[0];
  show(first.dataset.scheme);
  addEventListener("load", tint);
  buttons.forEach((button, index) => button.addEventListener("click", () => {
    const next = buttons[(index + 1) % buttons.length];
    show(next.dataset.scheme);
    next.focus();
    tint();
    window.__md_set("__palette", { color: { scheme: next.dataset.scheme } });
  }));
}
