// Runs before a page's own scripts, and notes long tasks and when the first finding is on screen.
addEventListener('DOMContentLoaded', () => {
  const place = document.querySelector('[data-results]');
  if (!place) return;
  const seen = new MutationObserver(() => {
    if (!place.querySelector('.outcome')) return;
    seen.disconnect();
    requestAnimationFrame(() => { self.firstFinding = performance.now(); });
  });
  seen.observe(place, { childList: true, subtree: true });
});
self.longTasks = [];
new PerformanceObserver((list) => {
  self.longTasks.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ type: 'longtask', buffered: true });
