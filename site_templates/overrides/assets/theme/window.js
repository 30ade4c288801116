/* Says how a call stands on the day of reading, counted in Beijing as the window is: the page was
   built on an earlier day, and what it says of the window may have become wrong since. */
addEventListener("DOMContentLoaded", () => {
  const today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10); // UTC+8, no summer time
  /** @type {NodeListOf<HTMLElement>} */
  const all = document.querySelectorAll("[data-last-day]");
  for (const shown of all) {
    const { firstDay = "", lastDay = "", stateWords = "" } = shown.dataset;
    const state = today > lastDay ? 2 : Number(today >= firstDay);
    shown.textContent = stateWords.split("|")[state] ?? "";
    shown.dataset.state = ["before", "open", "over"][state];
    shown.hidden = false;
  }
});
