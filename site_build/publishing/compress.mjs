// Leaves a .br and a .gz beside every file of the site that shrinks, for servers to send as it is.
// What was packed before is kept in build/packed/ by its contents: packing the runtime takes a minute.
// usage: node compress.mjs [another folder]
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = process.argv[2] ?? join(ROOT, 'site');
const KEPT = join(ROOT, 'build', 'packed');
const SMALLEST = 1024;
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
/** @type {Record<string, (content: Buffer) => Promise<Buffer>>} by the ending of what comes out */
const PACKERS = {
  br: (content) => promisify(brotliCompress)(content, {
    params: {
      [BROTLI_PARAM_QUALITY]: 11,
      [BROTLI_PARAM_LGWIN]: 24, // the largest window that browsers take
      [BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  }),
  gz: (content) => promisify(gzip)(content, { level: 9 }),
};

const { packed } = JSON.parse(await readFile(join(ROOT, 'build', 'headers.json'), 'utf8'));
const endings = new Set(packed.endings);
const used = new Set();
await mkdir(KEPT, { recursive: true });
const files = await shrinking();
await Promise.all(cpus().map(async () => {
  for (let file = files.pop(); file; file = files.pop()) await pack(file);
}));
if (!process.argv[2]) await forgetOthers();

async function shrinking() {
  const names = await readdir(FOLDER, { recursive: true });
  return names.filter((name) => endings.has(extname(name).slice(1))).map((name) => join(FOLDER, name));
}

async function forgetOthers() {
  for (const name of await readdir(KEPT)) if (!used.has(name)) await rm(join(KEPT, name));
}

/** @param {string} path */
async function pack(path) {
  const content = await readFile(path);
  if (content.length < SMALLEST) return;
  const digest = createHash('sha256').update(content).digest('hex');
  for (const [ending, packer] of Object.entries(PACKERS)) {
    const name = `${digest}.${ending}`;
    const kept = join(KEPT, name);
    used.add(name);
    if (!existsSync(kept)) {
      const half = join(KEPT, randomUUID());
      await writeFile(half, await packer(content));
      await rename(half, kept);
    }
    await copyFile(kept, `${path}.${ending}`);
  }
}
