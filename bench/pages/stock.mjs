// The self-check page's opening over a stock Pyodide: collect the form, check it, show it.
import { collect, refreshQuestions } from '../../site_templates/assets/js/form/index.mjs';
import { the } from '../../site_templates/assets/js/page/index.mjs';
import { showResults } from '../../site_templates/assets/js/results/index.mjs';

const form = the(document, '[data-form]', HTMLFormElement);
const worker = new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module' });
worker.addEventListener('message', ({ data }) => showResults(document, JSON.parse(data)));
refreshQuestions(form);
const draft = JSON.stringify(collect(form));
worker.postMessage({ draft, page: { links: JSON.parse(form.dataset.links ?? '{}') } });
