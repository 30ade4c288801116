// Unpacks the old Chromium from the package that carries it, for a Linux of this kind.
import { createReadStream, createWriteStream, chmodSync, mkdirSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const PACKED = new URL('node_modules/@sparticuz/chromium/bin/chromium.br', import.meta.url);
const FOLDER = new URL('../../../build/old/', import.meta.url);
const UNPACKED = new URL('chromium', FOLDER);

mkdirSync(FOLDER, { recursive: true });
await pipeline(createReadStream(PACKED), createBrotliDecompress(), createWriteStream(UNPACKED));
chmodSync(UNPACKED, 0o755);
