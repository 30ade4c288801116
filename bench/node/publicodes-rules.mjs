// The rules that publicodes can decide, in its own mechanisms. publicodes has neither lists nor objects,
// so every unit is a namespace, and conditions on all units are written out for each unit.

const CATEGORIES = ['enterprise', 'university', 'institute'];
const SERVICES = ['finance', 'intermediary', 'marketing'];
/** @typedef {string | Record<string, unknown>} Rule in publicodes' own terms */
/** @typedef {{province: string, core: number, units: number, copies: number, first: string, last: string}} Call */

/** @param {Rule[]} conditions */
const all = (conditions) => ({ 'toutes ces conditions': conditions });
/** @param {Rule[]} conditions */
const any = (conditions) => ({ 'une de ces conditions': conditions });
/** @param {(string | number)[]} terms */
const sum = (terms) => ({ somme: terms });

/**
 * @param {string[]} units the namespaces; the first is the lead
 * @param {Call} call window and thresholds
 * @returns {object} publicodes' rules: one for each rule of the validator by its id, and what they read
 */
export function rules(units, call) {
  /** @param {(unit: string) => Rule} condition */
  const each = (condition) => all(units.map(condition));
  /** @param {string} name */
  const count = (name) => sum(units.map((unit) => `${unit} . ${name}`));
  return {
    ...Object.assign({}, ...units.map(unitRules)),
    ...facts(['host', 'liability', 'council', 'committee', 'office', 'planned', 'chain', 'total']),
    ...Object.fromEntries(CATEGORIES.map((kind) => [`number ${kind}`, count(`is ${kind}`)])),
    'number core': count('core'),
    'number service': count('service'),
    'number unit': sum(units.map(() => 1)),
    'full time': null,
    copies: null,
    R08: "chain != ''",
    R13: `${units[0]} . province = '${call.province}'`,
    R14: `${units[0]} . standing = 'independent'`,
    R15: any(CATEGORIES.map((kind) => `${units[0]} . category = '${kind}'`)),
    R18: all([
      each((unit) => `${unit} . standing = 'independent'`),
      ...CATEGORIES.map((kind) => `number ${kind} >= 1`),
    ]),
    R20: 'number service >= 1',
    R21: `number core >= ${call.core}`,
    R22: `number unit <= ${call.units}`,
    R27: each((unit) => `${unit} . signer = ${unit} . representative`),
    R28: each((unit) => all([`${unit} . sealed = oui`, `${unit} . seal = ${unit} . name`])),
    R29: all(['council', 'committee', 'office'].map((organ) => `${organ} = 'established'`)),
    R31: any(units.map((unit) => `liability = ${unit} . name`)),
    R32: `host = ${units[0]} . name`,
    R34: 'full time >= 1',
    R42: each((unit) => `${unit} . misconduct = non`),
    R43: each((unit) => `${unit} . listed = 'clear'`),
    R58: `copies = ${call.copies}`,
    R61: all([`planned >= ${call.first}`, `planned <= ${call.last}`]),
    C7: 'total = number unit',
  };
}

/** @param {string} unit */
function unitRules(unit) {
  /** @type {Record<string, Rule>} */
  const own = {
    [`${unit} . service`]: one(any(SERVICES.map((kind) => `category = '${kind}'`))),
    [`${unit} . core`]: one("tier = 'core'"),
  };
  for (const kind of CATEGORIES) own[`${unit} . is ${kind}`] = one(`category = '${kind}'`);
  const named = ['name', 'category', 'standing', 'province', 'tier', 'signer', 'representative',
    'sealed', 'seal', 'misconduct', 'listed'];
  return { [unit]: null, ...facts(named.map((name) => `${unit} . ${name}`)), ...own };
}

/** @param {Rule} condition */
const one = (condition) => ({ variations: [{ si: condition, alors: 1 }, { sinon: 0 }] });
/** @param {string[]} names */
const facts = (names) => Object.fromEntries(names.map((name) => [name, null]));
