/** A stream of numbers 0 <= x < 1 that depends on its seed alone. */
export interface Chance {
  /** Next number, 0 <= x < 1. */
  uniform(): number;
  /** Next normal deviate, mean 0, standard deviation 1. */
  normal(): number;
}

/** 32 bits that look independent for neighbouring arguments (finaliser of MurmurHash3). */
export function scramble(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A seed for one purpose, so that a change to one thing leaves the draws of all others as they were. */
export function seedOf(seed: number, purpose: string): number {
  let h = scramble(seed ^ 0x9e3779b9);
  for (let i = 0; i < purpose.length; i += 1) h = scramble(h ^ purpose.charCodeAt(i));
  return h;
}

/** A stream from a seed: splitmix32, normal deviates by Box and Muller. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  let spare: number | null = null;
  const uniform = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    return scramble(state) / 4294967296;
  };
  return {
    uniform,
    normal: () => {
      if (spare !== null) {
        const kept = spare;
        spare = null;
        return kept;
      }
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}
