/* Returns the texts of the page whose contrast with the colour behind them is below WCAG AA. */
() => {
  /** @param {string} colour as computed @returns {number[]} red, green, blue, and opacity where it is not 1 */
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const WEIGHTS = [0.2126, 0.7152, 0.0722];
  /** @param {number[]} rgb */
  const luminance = (rgb) => WEIGHTS.reduce((sum, weight, i) => {
    const part = (rgb[i] ?? 0) / 255;
    return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);
  /** @param {number[]} colour @param {number[]} under the colour behind it @returns {number[]} both, blended */
  const over = ([r = 0, g = 0, b = 0, a = 1], under) =>
    [r, g, b].map((v, i) => v * a + (under[i] ?? 0) * (1 - a));
  /** @param {Element | null} element @returns {number[]} the colour behind its text */
  const ground = (element) => {
    if (!element) return [255, 255, 255];
    const colour = channels(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 ? ground(element.parentElement) : over(colour, ground(element.parentElement));
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.nodeValue ?? "").trim();
    if (!element || !text || element.closest("script, style, .headerlink, :disabled")) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const under = ground(element);
    const front = luminance(over(channels(style.color), under));
    const back = luminance(under);
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${text.slice(0, 20)}`);
  }
  return faint;
}
