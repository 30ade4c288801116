// publicodes: a draft as its situation, and every rule evaluated.
import Engine from 'publicodes';
import { rules } from './publicodes-rules.mjs';
import { given, milliseconds, tell } from './told.mjs';

const { draft, call, calls } = await given();
/** @param {string} value */
const text = (value) => `'${value}'`;
/** @param {boolean} value */
const yes = (value) => (value ? 'oui' : 'non');
/** @param {string} iso */
const day = (iso) => iso.replace(/(.*)-(.*)-(.*)/, '$3/$2/$1');
const list = [{ ...draft.lead, tier: 'core' }, ...draft.members];
const units = list.map((_, index) => `unit ${index}`);
const bounds = { ...call, first: day(call.first), last: day(call.last) };
const written = rules(units, bounds);
const targets = Object.keys(written).filter((name) => /^[RC]\d+$/.test(name));
const engine = new Engine(written, { logger: { log() {}, warn() {}, error: console.error } });

function situation() {
  const { alliance, organs, submission } = draft;
  const facts = {
    host: text(organs.office.host),
    liability: text(alliance.liability_subject),
    council: text(organs.council.presence),
    committee: text(organs.committee.presence),
    office: text(organs.office.presence),
    planned: day(submission.planned_on),
    chain: text(alliance.chains[0] ?? ''),
    total: alliance.counts.total,
    'full time': organs.office.people.filter(isFullTime).length,
    copies: submission.copies,
  };
  list.forEach((unit, index) => Object.assign(facts, factsOf(unit, `unit ${index}`)));
  return facts;
}

/** @param {{full_time?: boolean}} person */
function isFullTime(person) {
  return person.full_time;
}

/**
 * @param {any} unit of the draft
 * @param {string} name of its namespace
 */
function factsOf(unit, name) {
  const { signature, credit } = unit;
  const facts = {
    name: text(unit.name),
    category: text(unit.category),
    standing: text(unit.standing),
    province: text(unit.province),
    tier: text(unit.tier),
    signer: text(signature.signer),
    representative: text(unit.legal_representative),
    sealed: yes(signature.sealed),
    seal: text(signature.seal_name),
    misconduct: yes(credit.has_misconduct),
    listed: text(credit.queries[0].result),
  };
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [`${name} . ${key}`, value]));
}

function evaluated() {
  engine.setSituation(situation());
  return Object.fromEntries(targets.map((name) => [name, engine.evaluate(name).nodeValue]));
}

tell({ verdicts: evaluated(), milliseconds: milliseconds(evaluated, calls) });
