import { requireNumber } from '../../choice/choice-input.ts';
import { checkGame, type LinearStateGame } from '../../choice/index.ts';

/** An industry that lives on the restored land (tourism, grazing, fruit), built up by the enterprise. */
export interface ConcessionIndustry {
  /** c: what one unit of investment adds to the industry's quality in a year. */
  readonly effect: number;
  /** k_I > 0: an investment I costs k_I I^2 / 2 a year. */
  readonly cost: number;
  /** mu: money a year of the enterprise for each unit of the industry's quality. */
  readonly income: number;
  /** nu: money a year of government (taxes, wages) for each unit of it. */
  readonly publicIncome: number;
  /** delta > 0, a year. */
  readonly decay: number;
  /** phi: what one unit of restoration quality adds to it in a year. */
  readonly fromRestoration: number;
  /** q(0). */
  readonly startQuality: number;
}

/** The linear-state game of government and enterprise with a second state; public, altruism and subsidies play no part. */
export interface IndustryGame {
  readonly land: Pick<
    LinearStateGame,
    'discountRate' | 'decay' | 'startQuality' | 'government' | 'enterprise'
  >;
  readonly industry: ConcessionIndustry;
}

export interface IndustryEfforts {
  readonly government: number;
  readonly enterprise: number;
  /** I: what the enterprise invests in the industry. */
  readonly industry: number;
}

export interface IndustryYear {
  readonly year: number;
  /** Restoration quality. */
  readonly quality: number;
  /** Quality of the industry. */
  readonly industryQuality: number;
  readonly efforts: IndustryEfforts;
}

export interface IndustryOutcome {
  /** Years 0 to T. */
  readonly years: readonly IndustryYear[];
  /** Discounted money: of government over all time, of the enterprise over its concession. */
  readonly values: { readonly government: number; readonly enterprise: number };
  /** Discounted cost of each effort over the concession. */
  readonly costs: IndustryEfforts;
}

/** Both states, payoffs of both, and cost of the three efforts, all discounted. */
type Flow = readonly [number, number, number, number, number, number, number];

const STEPS_A_YEAR = 20;

/**
 * Restoration x and an industry q that lives on it, while a concession of T years lasts:
 *
 *     x' = a G + b E - d x,  q' = c I + phi x - delta q
 *     J_E = int_0^T e^(-rho t) (pi_E x + mu q - k_E E^2/2 - k_I I^2/2) dt
 *     J_G = int_0^T e^(-rho t) (pi_G x + nu q - k_G G^2/2) dt + what land alone brings after T
 *
 * It is linear in both states, so the worth of one more unit depends on the years left s = T - t alone. With
 * al = rho + d, be = rho + delta, m the income of a player from the industry and pi from the land:
 *
 *     of industry  m / be (1 - e^(-be s))
 *     of land      pi / al (1 - e^(-al s)) + phi m / be ((1 - e^(-al s)) / al - (e^(-be s) - e^(-al s)) / (al - be))
 *     government's land has pi_G / al for ever in place of its first term
 *     G = a land_G / k_G,  E = b land_E / k_E,  I = c industry_E / k_I;  cooperative: sums over both players
 *
 * States and values are stepped by Runge-Kutta of order 4, twenty steps a year.
 *
 * @param concessionYears T, whole years >= 1
 * @param scale factors on the efforts, for trying a deviation
 * @throws InvalidInput `E-CHO-102`
 * @source Dockner et al. 2000, Differential games in economics and management science, doi:10.1017/CBO9780511805127
 */
export function playIndustryConcession(
  game: IndustryGame,
  mode: 'nash' | 'cooperative',
  concessionYears: number,
  scale: Partial<IndustryEfforts> = {},
): IndustryOutcome {
  checkIndustry(game, concessionYears);
  const { land, industry } = game;
  const { discountRate: rho, decay: d, government, enterprise } = land;
  const effortsAt = (yearsLeft: number): IndustryEfforts => {
    const efforts = effortsOf(game, mode, Math.max(0, yearsLeft));
    return {
      government: efforts.government * (scale.government ?? 1),
      enterprise: efforts.enterprise * (scale.enterprise ?? 1),
      industry: efforts.industry * (scale.industry ?? 1),
    };
  };
  const rate = (t: number, [x, q]: Flow): Flow => {
    const efforts = effortsAt(concessionYears - t);
    const discount = Math.exp(-rho * t);
    const spent = {
      government: (discount * government.cost * efforts.government ** 2) / 2,
      enterprise: (discount * enterprise.cost * efforts.enterprise ** 2) / 2,
      industry: (discount * industry.cost * efforts.industry ** 2) / 2,
    };
    return [
      government.effect * efforts.government + enterprise.effect * efforts.enterprise - d * x,
      industry.effect * efforts.industry + industry.fromRestoration * x - industry.decay * q,
      discount * (benefitOf(government) * x + industry.publicIncome * q) - spent.government,
      discount * (benefitOf(enterprise) * x + industry.income * q) - spent.enterprise - spent.industry,
      spent.government,
      spent.enterprise,
      spent.industry,
    ];
  };
  let flow: Flow = [land.startQuality, industry.startQuality, 0, 0, 0, 0, 0];
  const years: IndustryYear[] = [];
  for (let year = 0; year <= concessionYears; year += 1) {
    years.push({
      year,
      quality: flow[0],
      industryQuality: flow[1],
      efforts: effortsAt(concessionYears - year),
    });
    for (let n = 0; year < concessionYears && n < STEPS_A_YEAR; n += 1)
      flow = stepped(rate, year + n / STEPS_A_YEAR, flow, 1 / STEPS_A_YEAR);
  }
  const after = effortsAt(0);
  const rest =
    (benefitOf(government) / (rho + d)) * (flow[0] + (government.effect * after.government) / rho) -
    (government.cost * after.government ** 2) / (2 * rho);
  return {
    years,
    values: { government: flow[2] + Math.exp(-rho * concessionYears) * rest, enterprise: flow[3] },
    costs: { government: flow[4], enterprise: flow[5], industry: flow[6] },
  };
}

function effortsOf(
  { land, industry }: IndustryGame,
  mode: 'nash' | 'cooperative',
  yearsLeft: number,
): IndustryEfforts {
  const { government, enterprise } = land;
  const speed = land.discountRate + land.decay;
  const industrySpeed = land.discountRate + industry.decay;
  const passed = -Math.expm1(-speed * yearsLeft) / speed;
  const built = -Math.expm1(-industrySpeed * yearsLeft) / industrySpeed;
  const gap = speed - industrySpeed;
  // (e^(-be s) - e^(-al s)) / (al - be), which is s e^(-be s) where the two speeds meet
  const lag =
    Math.exp(-industrySpeed * yearsLeft) *
    (Math.abs(gap) < 1e-9 ? yearsLeft : -Math.expm1(-gap * yearsLeft) / gap);
  // What one unit of land is worth by what it adds to the industry, for an income of 1
  const fed = (industry.fromRestoration / industrySpeed) * (passed - lag);
  const ownLand = benefitOf(enterprise) * passed + fed * industry.income;
  const publicLand = benefitOf(government) / speed + fed * industry.publicIncome;
  const isJoint = mode === 'cooperative';
  const income = industry.income + (isJoint ? industry.publicIncome : 0);
  return {
    government: (government.effect * (publicLand + (isJoint ? ownLand : 0))) / government.cost,
    enterprise: (enterprise.effect * (ownLand + (isJoint ? publicLand : 0))) / enterprise.cost,
    industry: (industry.effect * built * income) / industry.cost,
  };
}

function benefitOf({ benefit, outcomeIncentive = 0 }: IndustryGame['land']['government']): number {
  return benefit + outcomeIncentive;
}

function stepped(rate: (t: number, at: Flow) => Flow, t: number, at: Flow, step: number): Flow {
  const moved = (by: Flow, of: number): Flow => at.map((value, i) => value + of * by[i]!) as unknown as Flow;
  const one = rate(t, at);
  const two = rate(t + step / 2, moved(one, step / 2));
  const three = rate(t + step / 2, moved(two, step / 2));
  const four = rate(t + step, moved(three, step));
  return at.map(
    (value, i) => value + (step / 6) * (one[i]! + 2 * two[i]! + 2 * three[i]! + four[i]!),
  ) as unknown as Flow;
}

function checkIndustry({ land, industry }: IndustryGame, concessionYears: number): void {
  checkGame(land);
  requireNumber('concessionYears', concessionYears, { low: 1, high: 500 });
  requireNumber('concessionYears beyond whole years', concessionYears % 1, { low: 0, high: 0 });
  requireNumber('industry.cost', industry.cost, { above: 0 });
  requireNumber('industry.decay', industry.decay, { above: 0 });
  for (const key of ['effect', 'income', 'publicIncome', 'fromRestoration'] as const)
    requireNumber(`industry.${key}`, industry[key], { low: 0 });
  requireNumber('industry.startQuality', industry.startQuality);
}
