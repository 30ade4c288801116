/**
 * What the benchmark calls of its peers. They are installed by `make bench` alone, so that `make check`
 * waits for none of them.
 */

declare module 'ajv/dist/2020.js' {
  interface Validate {
    (data: unknown): boolean;
    errors: object[] | null;
  }
  export default class Ajv {
    constructor(options: { allErrors: boolean; strict: boolean });
    compile(schema: object): Validate;
  }
}

declare module 'ajv-formats' {
  import type Ajv from 'ajv/dist/2020.js';
  export default function addFormats(ajv: Ajv): void;
}

declare module 'pizzip' {
  export default class PizZip {
    constructor(content: Uint8Array);
    generate(options: { type: 'nodebuffer'; compression: 'DEFLATE' }): Buffer;
  }
}

declare module 'docxtemplater' {
  import type PizZip from 'pizzip';
  export default class Docxtemplater {
    constructor(zip: PizZip, options: { linebreaks: boolean });
    render(data: object): void;
    getZip(): PizZip;
  }
}

declare module 'publicodes' {
  type Log = (message: string) => void;
  export default class Engine {
    constructor(rules: object, options: { logger: { log: Log; warn: Log; error: Log } });
    setSituation(situation: Record<string, unknown>): void;
    evaluate(name: string): { nodeValue: unknown };
  }
}
