import { AftermineError } from '@aftermine/science/base';
import type { PlanResult } from '@aftermine/science/plan';
import { type Feature, MU_PER_HA, multiPolygonAreaHa, type Site } from '@aftermine/science/site';

/**
 * Every unit of the plan that the site has: what it becomes, from when, for whose money. Names fit the ten characters of a
 * shapefile.
 *
 * @throws NotFound `E-PLN-304` without a plan
 */
export function planFeatures(site: Site, plan: PlanResult | null, dir: string): Feature[] {
  if (plan === null) throw new AftermineError('NotFound', 'E-PLN-304', { where: dir });
  const planned = new Map(plan.units.map((unit) => [unit.id, unit]));
  return site.units.flatMap(({ id, name, geometry }): Feature[] => {
    const unit = planned.get(id);
    if (unit === undefined) return [];
    const areaHa = multiPolygonAreaHa(geometry, site.crs);
    const { choice, mandatory } = unit;
    const outcome = choice?.outcome ?? null;
    const endUse = choice === null ? undefined : plan.names.endUses[choice.endUse];
    const money = (amount: number | undefined): number | null =>
      amount === undefined ? null : Number(amount.toFixed(2));
    const properties = {
      id,
      name,
      area_ha: Number(areaHa.toFixed(4)),
      area_mu: Number((areaHa * MU_PER_HA).toFixed(2)),
      end_use: choice?.endUse ?? null,
      use_zh: endUse?.zh ?? null,
      use_en: endUse?.en ?? null,
      package: choice?.id ?? null,
      start_year: choice?.year ?? null,
      cost_pub: money(outcome?.publicCost),
      cost_conc: money(outcome?.concessionCost),
      currency: plan.currency,
      state: choice?.state ?? null,
      mandatory,
    };
    return [{ id, geometry, properties }];
  });
}
