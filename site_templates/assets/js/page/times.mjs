// Times by this machine's clock, in digits.

/** @param {number} time milliseconds since 1970 @returns {string} such as 09:05 */
export function hourAndMinute(time) {
  const date = new Date(time);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** @param {number} time milliseconds since 1970 @returns {string} such as 2000-01-31 09:05; '' for none */
export function dayAndTime(time) {
  if (!Number.isFinite(time)) return '';
  const date = new Date(time);
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${hourAndMinute(time)}`;
}

/** @param {number} number */
function two(number) {
  return String(number).padStart(2, '0');
}
