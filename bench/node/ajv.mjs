// ajv: the draft's text, parsed and validated against the published JSON Schema.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { given, milliseconds, tell } from './told.mjs';

const { schema, draft, calls } = await given();
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
const validate = ajv.compile(schema);
const valid = validate(JSON.parse(draft));
tell({ valid, errors: validate.errors, milliseconds: milliseconds(() => validate(JSON.parse(draft)), calls) });
