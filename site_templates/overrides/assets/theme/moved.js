/* Leads on from an earlier address to where its page is now. A refresh by <meta> would drop what
   stands after ? and #, and with it the clause or the question that a kept address names. */
addEventListener("DOMContentLoaded", () => {
  const now = document.querySelector("a[href]");
  if (now instanceof HTMLAnchorElement) location.replace(now.href + location.search + location.hash);
});
