/** What the benchmark's script for a page notes before the page's own scripts run. */
interface Window {
  firstFinding?: number;
  longTasks: number[];
}
