import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBlock } from '../../site_templates/assets/js/form/cells.mjs';

for (const [text, isAmongNames, expected] of /** @type {[string, boolean, boolean][]} */ ([
  ['甲公司\t企业', false, true],
  ['甲公司\r\n乙公司\r\n', true, true],
  ['甲公司\r乙公司', true, true],
  ['甲公司\r\n', true, false],
  ['太原市小店区\n某路 1 号', false, false],
  ['"太原市小店区\n某路 1 号"\r\n', true, false],
  ['"甲\t乙"', false, false],
  ['"甲"公司\t企业\n"乙"公司\t企业', false, true],
])) {
  test(`${JSON.stringify(text)} is ${expected ? '' : 'not '}rows${isAmongNames ? ' among names' : ''}`, () => {
    assert.equal(isBlock(text, isAmongNames), expected);
  });
}
