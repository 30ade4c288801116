// Unpacks the old Chromium from its npm package, which has it for Linux on x64 only.
import { createReadStream, createWriteStream, chmodSync, mkdirSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const PACKED = new URL('node_modules/@sparticuz/chromium/bin/chromium.br', import.meta.url);
const FOLDER = new URL('../../../build/old/', import.meta.url);
const UNPACKED = new URL('chromium', FOLDER);

mkdirSync(FOLDER, { recursive: true });
await pipeline(createReadStream(PACKED), createBrotliDecompress(), createWriteStream(UNPACKED));
chmodSync(UNPACKED, 0o755);
