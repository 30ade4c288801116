// The list of parts: how far each of them is, in Python's words.

/**
 * @param {ParentNode} page
 * @param {{pointer: string, state: string, label: string}[]} sections
 */
export function showTasks(page, sections) {
  for (const { pointer, state, label } of sections) {
    const task = page.querySelector(`[data-task="${pointer}"]`);
    task.dataset.state = state;
    task.querySelector('[data-task-state]').textContent = label;
  }
}
