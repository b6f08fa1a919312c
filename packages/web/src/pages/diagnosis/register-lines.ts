import type { UnitSheet } from 'aftermine/contract';

interface Register {
  readonly landClass?: string | null;
  readonly basicFarmland?: boolean | null;
  readonly owner?: string | null;
  readonly village?: string | null;
}

/** What the register says of a unit, as name and words; nothing where nobody said. */
export function registerLines(
  { facts }: Pick<UnitSheet, 'facts'>,
  say: (key: string) => string,
): readonly (readonly [name: string, words: string])[] {
  const { landClass, basicFarmland, owner, village } = (facts.register ?? {}) as Register;
  const farmland = basicFarmland ?? null;
  const stated: readonly (readonly [string, string | null | undefined])[] = [
    ['land-class', landClass],
    ['farmland', farmland === null ? null : say(`diagnosis-page.${farmland ? 'yes' : 'no'}`)],
    ['owner', owner],
    ['village', village],
  ];
  return stated.flatMap(([key, words]) =>
    words === null || words === undefined ? [] : [[say(`diagnosis-page.fact.${key}`), words] as const],
  );
}
