// Loads the page anew when the site was built anew, and says on the page what is wrong with the build.
// `make serve` alone adds this script to the pages that it serves; the published site has none of it.
const mine = document.currentScript.dataset.built;
const WORDS = { building: '正在重新生成网站…', failed: '网站没有重新生成，请改正：' };
const LOOK = {
  position: 'fixed', inset: 'auto 0 0 0', zIndex: '1000', margin: '0', padding: '12px 20px',
  maxHeight: '60vh', overflow: 'auto', color: '#fff', font: '16px/1.6 sans-serif',
  whiteSpace: 'pre-wrap', overflowWrap: 'anywhere',
};
const panel = Object.assign(document.createElement('div'), { hidden: true });
panel.dataset.live = '';
panel.setAttribute('role', 'status');
Object.assign(panel.style, LOOK);

new EventSource('/live/events').addEventListener('message', ({ data }) => {
  const { edition, building, said } = JSON.parse(data);
  if (edition !== mine) location.reload();
  if (!panel.isConnected) document.body.append(panel);
  panel.hidden = !building && !said;
  panel.style.background = building ? '#17344f' : '#8f1d1d';
  panel.textContent = building ? WORDS.building : `${WORDS.failed}\n${said}`;
});
