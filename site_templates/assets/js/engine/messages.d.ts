// The messages between a page and its worker, in which requests and answers are sent. The types of the
// requests and answers themselves are in wire.d.ts, which is generated from Python.
import type { Requests } from './wire.d.ts';

/** A request to Python, with a number that is also in the message with the answer. */
export type Request = {
  [Name in keyof Requests]: { id: number; name: Name; request: Requests[Name] }
}[keyof Requests];

/** `begin` is sent once to each worker, `ping` to see whether a worker that is at no request still runs. */
export type ToWorker = Request | { begin: Requests['begin'] } | { ping: true };

/** The properties of a `Failure` (failure.mjs), since `postMessage` does not keep the class of an object. */
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

/** How Python has started in a worker, and how long that took. */
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
