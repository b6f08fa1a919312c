import { type LinearStateGame, playConcession, playLinearStateGame } from '../../../choice/index.ts';
import { type IndustryEfforts, type IndustryGame, playIndustryConcession } from '../industry-concession.ts';
import { policyCheck } from './policy-check.ts';
import { type PolicyPart, percentOf, policyFinding, rounded } from './policy-finding.ts';
import type { PolicySettings } from './policy-settings.ts';

export interface ConcessionRow {
  /** Length of the concession. */
  readonly years: number;
  /** Efforts of the first year, each for itself and together. */
  readonly nash: IndustryEfforts;
  readonly cooperative: IndustryEfforts;
  /** Qualities of land and industry at its end, each for itself. */
  readonly endQuality: number;
  readonly endIndustry: number;
  /** Discounted money, each for itself. */
  readonly values: { readonly government: number; readonly enterprise: number };
}

export interface ConcessionPart extends PolicyPart {
  readonly rows: readonly ConcessionRow[];
}

const SHARE = 0.1;

/** What the length of a concession does to what is put into land and industry. */
export function concessionPart(
  land: LinearStateGame,
  { years, industry }: PolicySettings['concession'],
): ConcessionPart {
  const game: IndustryGame = { land, industry };
  const lengths = [...new Set(years)].sort((a, b) => a - b);
  const rows = lengths.map((length): ConcessionRow => {
    const nash = playIndustryConcession(game, 'nash', length);
    const end = nash.years.at(-1)!;
    return {
      years: length,
      nash: nash.years[0]!.efforts,
      cooperative: playIndustryConcession(game, 'cooperative', length).years[0]!.efforts,
      endQuality: end.quality,
      endIndustry: end.industryQuality,
      values: nash.values,
    };
  });
  const [shortest, longest] = [rows[0]!, rows.at(-1)!];
  const raises = (effort: keyof IndustryEfforts): boolean =>
    rows.every((row, k) => k === 0 || row.nash[effort] > rows[k - 1]!.nash[effort]);
  const bothRise = raises('enterprise') && raises('industry');
  return {
    rows,
    findings: [
      policyFinding(
        bothRise ? 'concession.both' : 'concession.not-both',
        {
          short: shortest.years,
          long: longest.years,
          landFrom: rounded(shortest.nash.enterprise),
          landTo: rounded(longest.nash.enterprise),
          industryFrom: rounded(shortest.nash.industry),
          industryTo: rounded(longest.nash.industry),
        },
        bothRise,
      ),
      policyFinding(raises('government') ? 'concession.government-too' : 'concession.government-not', {
        short: shortest.years,
        long: longest.years,
        by: percentOf(
          shortest.nash.government === 0 ? 0 : longest.nash.government / shortest.nash.government - 1,
        ),
      }),
    ],
    checks: [endlessCheck(land), ...deviationChecks(game, longest.years)],
  };
}

/** A concession so long that e^-60 of its worth is left is the game without one. */
function endlessCheck(land: LinearStateGame): ReturnType<typeof policyCheck> {
  const endless = playLinearStateGame(land, 'nash');
  const long = playConcession(land, 'nash', 60 / (land.discountRate + land.decay), 0);
  const expected = endless.efforts.enterprise;
  return policyCheck(
    'concession.endless',
    expected,
    long.years[0]!.efforts.enterprise,
    1e-9 * (1 + expected),
  );
}

/** Leaving an own effort by a tenth loses a hundredth of its cost, for the payoff is quadratic in it. */
function deviationChecks(game: IndustryGame, years: number): ReturnType<typeof policyCheck>[] {
  const best = playIndustryConcession(game, 'nash', years);
  return (['enterprise', 'industry'] as const).map((effort) => {
    const lost = [1 - SHARE, 1 + SHARE].map(
      (factor) =>
        best.values.enterprise -
        playIndustryConcession(game, 'nash', years, { [effort]: factor }).values.enterprise,
    );
    return policyCheck(
      `concession.deviation.${effort}`,
      SHARE ** 2 * best.costs[effort],
      Math.min(...lost),
      1e-5 * (1 + Math.abs(best.values.enterprise)),
    );
  });
}
