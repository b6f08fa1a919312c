import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inflate } from './inflate.ts';
import { undoPredictor } from './predictor.ts';

let state = 20_241_124;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

const CONTENTS: Readonly<Record<string, (i: number) => number>> = {
  zeros: () => 0,
  'random bytes': () => random() * 256,
  text: () => 97 + Math.floor(random() * random() * 20),
  'differences of imagery': (i) => (i % 2 === 0 ? (random() + random() + random() - 1.5) * 40 : 0),
  ramps: (i) => i >> 4,
};

const SLACK = 1024;

function make(size: number, content: (i: number) => number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, i) => content(i) & 255);
}

describe('inflate', () => {
  test.each(Object.entries(CONTENTS))('gives back %s of every size, level and strategy', (_, content) => {
    for (const size of [0, 1, 2, 3, 100, 257, 258, 259, 5000, 40_000, 70_000, 200_000]) {
      const bytes = make(size, content);
      for (const level of [0, 1, 2, 4, 6, 9])
        for (const strategy of [0, 1, 2, 3, 4]) {
          const answer = inflate(deflateSync(bytes, { level, strategy }), size, SLACK);
          expect(answer !== null && Buffer.compare(answer, bytes) === 0).toBe(true);
        }
    }
  });

  test('a corrupted stream is refused, or gives what zlib gives, and never traps', () => {
    const streams = Object.values(CONTENTS).flatMap((content) =>
      [300, 5000, 20_000].flatMap((size) =>
        [1, 6].map((level) => ({ size, raw: deflateSync(make(size, content), { level }) })),
      ),
    );
    let refused = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const { size, raw } = streams[round % streams.length]!;
      const broken = Uint8Array.from(raw);
      const kind = random();
      if (kind < 0.15) broken.fill(random() * 256, random() * broken.length);
      else
        for (let n = 0; n < 1 + random() * 3; n += 1)
          broken[Math.floor(random() * broken.length)]! ^= 1 << Math.floor(random() * 8);
      const cut = kind > 0.9 ? broken.subarray(0, random() * broken.length) : broken;
      const answer = inflate(cut, size, SLACK);
      if (answer === null) {
        refused += 1;
        continue;
      }
      expect(Buffer.compare(answer, inflateSync(cut).subarray(0, size))).toBe(0);
    }
    expect(refused).toBeGreaterThan(15_000);
  });

  test('a bomb is refused at the size expected', () => {
    const bomb = deflateSync(new Uint8Array(4_000_000));
    expect(inflate(bomb, 1000, SLACK)).toBeNull();
  });

  test('a wrong checksum is refused', () => {
    const raw = Uint8Array.from(deflateSync(make(5000, CONTENTS['text']!)));
    raw[raw.length - 1]! ^= 1;
    expect(inflate(raw, 5000, SLACK)).toBeNull();
  });

  test.each([
    ['int16', 2],
    ['float32', 3],
  ] as const)('rows of %s come back with predictor %i undone, as the plain one has it', (type, predictor) => {
    for (const columns of [16, 64, 256]) {
      const rowBytes = columns * (type === 'int16' ? 2 : 4);
      const bytes = make(rowBytes * 37, () => random() * 256);
      const raw = deflateSync(bytes);
      const layout = { type, predictor, littleEndian: true, rowSamples: columns, perPixel: 1 } as const;
      const plain = undoPredictor(bytes.slice(), layout);
      const answer = inflate(raw, bytes.length, SLACK, { predictor, rowBytes })!.slice();
      expect(Buffer.compare(answer, new Uint8Array(plain.buffer))).toBe(0);
    }
  });
});
