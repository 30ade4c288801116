// The envelopes in which requests and answers cross between the page and its worker. What they hold
// is described in Python and generated: wire.d.ts.
import type { Requests } from './wire.d.ts';

/** A request to Python, and the number that its answer bears. */
export type Request = {
  [Name in keyof Requests]: { id: number; name: Name; request: Requests[Name] }
}[keyof Requests];

/** `begin` is said once to each worker, `ping` to see whether a worker that is at nothing lives. */
export type ToWorker = Request | { begin: Requests['begin'] } | { ping: true };

/** A failure.mjs `Failure` as it survives `postMessage`. */
export interface PlainFailure {
  code: string;
  file?: string;
  detail?: string;
  type?: string;
  isMended?: boolean;
}

export interface Progress {
  loaded: number;
  total: number;
}

/** What a started worker tells: how it started, and how long that took. */
export interface Started {
  versions: Record<string, string>;
  way: string;
  refused?: string;
  times: { name: string; start: number; duration: number }[];
}

export type FromWorker =
  | { stage: string; progress?: Progress }
  | { ready: Started }
  | { failure: PlainFailure }
  | { pong: true }
  | { id: number; runs: boolean }
  | { id: number; answer: unknown }
  | { id: number; error: PlainFailure };
