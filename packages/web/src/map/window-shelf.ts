import { ask } from '../api/ask.ts';
import { readValueWindow, type ValueWindow } from './value-window.ts';

/** Decoded windows are kept up to this size; the longest unused go first. */
const MOST_BYTES = 320 * 2 ** 20;
/** Requests at a time for windows nobody looks at yet. */
const AHEAD = 2;

const held = new Map<string, ValueWindow>();
const pending = new Map<string, Promise<ValueWindow>>();
const waiting: string[] = [];
let bytes = 0;
let running = 0;
/** Windows on the way that somebody looks for. */
let looked = 0;
let onHere: (url: string) => void = () => {};

/** A window that is here already. */
export function heldWindow(url: string): ValueWindow | undefined {
  const window = held.get(url);
  if (window !== undefined) {
    held.delete(url);
    held.set(url, window);
  }
  return window;
}

/** A window from here or from the server, for somebody who waits for it: nothing is fetched ahead meanwhile. @throws ApiProblem where the server refuses */
export async function loadWindow(url: string): Promise<ValueWindow> {
  looked += 1;
  try {
    return await load(url);
  } finally {
    looked -= 1;
    pump();
  }
}

/**
 * Windows that will be wanted next, such as those of the neighbouring years; what was wanted before and has not begun is dropped.
 *
 * @param told each of them that has come
 */
export function loadAhead(urls: readonly string[], told: (url: string) => void = () => {}): void {
  onHere = told;
  waiting.splice(0, waiting.length, ...urls.filter((url) => !held.has(url) && !pending.has(url)));
  pump();
}

function load(url: string): Promise<ValueWindow> {
  const here = heldWindow(url);
  if (here !== undefined) return Promise.resolve(here);
  const asked = pending.get(url);
  if (asked !== undefined) return asked;
  const coming = (async () => {
    try {
      const window = readValueWindow(await (await ask(url)).arrayBuffer());
      keep(url, window);
      return window;
    } finally {
      pending.delete(url);
    }
  })();
  pending.set(url, coming);
  return coming;
}

function pump(): void {
  while (running < AHEAD && looked === 0) {
    const url = waiting.shift();
    if (url === undefined) return;
    running += 1;
    void load(url)
      .then(() => onHere(url))
      // It is asked for again when it is looked at, and then told.
      .catch(() => null)
      .finally(() => {
        running -= 1;
        pump();
      });
  }
}

function keep(url: string, window: ValueWindow): void {
  held.set(url, window);
  bytes += sizeOf(window);
  for (const [oldest, other] of held) {
    if (bytes <= MOST_BYTES || oldest === url) break;
    held.delete(oldest);
    bytes -= sizeOf(other);
  }
}

function sizeOf({ width, height, planes }: ValueWindow): number {
  return width * height * planes.length * 4;
}
