/* Sets light or dark before the first paint: as chosen earlier, else as the system asks. */
{
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const colour = window.__md_get("__palette")?.color ?? (dark ? { scheme: "slate" } : {});
  for (const [name, value] of Object.entries(colour)) {
    document.body.setAttribute(`data-md-color-${name}`, value);
  }
}
