/** What a command printed under `--json`. */
export type Envelope =
  | {
      readonly ok: true;
      readonly command: string;
      readonly version: string;
      readonly data: unknown;
      readonly warnings: readonly string[];
      readonly artifacts: readonly {
        readonly path: string;
        readonly sha256: string;
        readonly type: string;
      }[];
      readonly elapsedMs: number;
    }
  | {
      readonly ok: false;
      readonly command: string;
      readonly error: { readonly code: string; readonly tag: string };
    };

/** The envelope in what a command printed: its last line of JSON. Null where there is none. */
export function envelopeIn(out: string): Envelope | null {
  const line = out.trimEnd().split('\n').at(-1) ?? '';
  try {
    const value = JSON.parse(line) as Envelope;
    return typeof value === 'object' && value !== null && typeof value.ok === 'boolean' ? value : null;
  } catch {
    return null;
  }
}
