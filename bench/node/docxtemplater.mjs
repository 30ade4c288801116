// docxtemplater: a template opened, filled and packed, as docxtpl does it.
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { given, milliseconds, tell } from './told.mjs';

const { template, data, calls } = await given();
const source = Buffer.from(template, 'base64');

function filled() {
  const document = new Docxtemplater(new PizZip(source), { linebreaks: true });
  document.render(data);
  return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

tell({ document: filled().toString('base64'), milliseconds: milliseconds(filled, calls) });
