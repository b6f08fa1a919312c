import { unknown } from '@aftermine/science/base';
import type { PlanResult } from '@aftermine/science/plan';
import type { PlanReport } from '../../ports/index.ts';
import { sampleSite } from './sample-site.fixture.ts';
import { NAMES, outcome, UNITS } from './sample-units.fixture.ts';
import { SCHEDULE, spread, YEARS } from './sample-years.fixture.ts';

const text = (en: string, zh: string) => ({ en, zh });

const row = (
  id: string,
  name: PlanResult['rows'][number]['name'],
  measure: string,
  used: number,
  limit: number,
  price: number,
  sense: '<=' | '>=' | '=' = '<=',
): PlanResult['rows'][number] => ({ id, name, measure, used, limit, price, sense });

const AGREED = 'forest/regrade+drain+topsoil+plant@2027';

export const samplePlan: PlanResult = {
  currency: 'CNY',
  priceYear: 2024,
  costFile: 'cn-2024',
  libraryHash: '9f2c64d1a0b7e35588c1f0aa42d7391bb6f0e1d29c5a7e4411d03f8e6a5b2c7d',
  start: 2027,
  years: 3,
  horizon: 20,
  discountRate: 0.05,
  seed: 1,
  status: 'feasible',
  method: 'exact',
  objective: 0.9041,
  bound: 0.90425,
  gap: 0.000166,
  weights: { ecology: 0.5, carbon: 0.1, livelihood: 0.2, npv: 0.2 },
  scales: { ecology: 64.2, carbon: 9800, livelihood: 52, npv: 12_400_000 },
  units: UNITS,
  totals: outcome({
    objectives: { ecology: 58.3, carbon: 8420, livelihood: 47.9, npv: -8_240_000 },
    publicCost: 10_510_600,
    concessionCost: 7_865_000,
    permanentJobs: 4.8,
  }),
  rows: [
    row('budget:2027', text('Public money 2027', '2027 年财政资金'), 'CNY', 2_690_000, 3_000_000, 0),
    row('budget:2028', text('Public money 2028', '2028 年财政资金'), 'CNY', 4_205_000, 4_205_000, 5.1e-8),
    row(
      'water:矿区水库:2028',
      text('Water of 矿区水库 2028', '2028 年矿区水库可供水量'),
      'm3',
      41_800,
      42_000,
      7.8e-7,
    ),
    row('topsoil', text('Topsoil stock', '表土储量'), 'm3', 151_000, 180_000, 0),
    row('farmland', text('Farmland restored', '复垦耕地面积'), 'ha', 17.6, 17.5, -0.0021, '>='),
    row(
      'jobs:下沟村:2027',
      text('Local work 下沟村 2027', '2027 年下沟村当地用工'),
      'person-years',
      14.2,
      8,
      0,
      '>=',
    ),
  ],
  infeasible: null,
  advice: [
    { key: 'allocation-advice.floor-at-border', params: { row: 'farmland', limit: 17.5 } },
    { key: 'allocation-advice.limit-unused', params: { row: 'topsoil', used: 151_000, limit: 180_000 } },
  ],
  schedule: SCHEDULE,
  finance: {
    years: YEARS,
    programme: {
      npv: -8_240_000,
      irr: unknown('no-internal-rate'),
      bcr: 0.42,
      paybackYears: unknown('never-paid-back', { years: 20 }),
    },
    concession: { npv: 1_310_000, irr: 0.074, bcr: 1.16, paybackYears: 11.3 },
    notes: [],
  },
  risk: {
    draws: 1000,
    outcomes: {
      cost: spread(10_510_600, 940_000),
      ecology: spread(58.3, 6.1),
      livelihood: spread(47.9, 3.3),
      npv: spread(-8_240_000, 1_060_000),
    },
    overBudget: 0.184,
    tornado: [
      { factor: 'cost-earthworks', low: -6_900_000, high: -9_720_000 },
      { factor: 'revenue', low: -9_310_000, high: -7_360_000 },
      { factor: 'cost-soil', low: -7_640_000, high: -8_930_000 },
      { factor: 'survival', low: -8_420_000, high: -8_190_000 },
    ],
    sobol: [
      { factor: 'cost-earthworks', first: 0.58, se: 0.021 },
      { factor: 'revenue', first: 0.27, se: 0.018 },
      { factor: 'cost-soil', first: 0.12, se: 0.015 },
      { factor: 'survival', first: 0.004, se: 0.011 },
    ],
  },
  games: {
    nash: { government: 2.4, enterprise: 1.2444, quality: 24.36 },
    stackelberg: { share: 0.548, quality: 36.44 },
    cooperative: { quality: 49.82 },
    concession: [5, 10, 15, 20, 30].map((years) => ({
      years,
      enterprise: 1.2444 * (1 - Math.exp(-0.15 * years)),
    })),
    evolutionary: { supervision: 0.2, quality: 0.6, periodYears: 4.534 },
    parameters: { decay: 0.1, effectGovernment: 0.6, fine: 4, discountRate: 0.05 },
  },
  unverified: [
    { of: 'measure:plant', what: 'gate plant-rain', usedBy: 1 },
    { of: 'measure:regrade', what: 'quantity earth-moving', usedBy: 1 },
    { of: 'end-use:forest', what: 'carbon', usedBy: 1 },
    { of: 'cost:saplings', what: 'unit-cost', usedBy: 4 },
    { of: 'plan:unguarded', what: '0.85', usedBy: 5 },
    { of: 'costs:cn-2024', what: 'general', usedBy: 5 },
  ],
  notes: [{ key: 'diagnosis-note.no-terrain', params: {} }],
  names: NAMES,
  front: {
    plans: [
      {
        id: 'P1',
        objectives: { ecology: 61.9, carbon: 7950, livelihood: 45.2, npv: -9_870_000 },
        cost: 11_930_000,
        choice: { U1: AGREED, U6: 'natural-habitat/guard@2027' },
        dominatedBy: null,
        bound: null,
        gap: 0,
        closeness: 0.61,
      },
      {
        id: 'P2',
        objectives: { ecology: 49.1, carbon: 9120, livelihood: 44.8, npv: -6_410_000 },
        cost: 8_640_000,
        choice: { U1: AGREED, U6: null },
        dominatedBy: null,
        bound: null,
        gap: 0.0004,
        closeness: 0.72,
      },
      {
        id: 'P3',
        objectives: { ecology: 47.3, carbon: 8800, livelihood: 40.1, npv: -7_020_000 },
        cost: 9_100_000,
        choice: { U1: 'grassland/regrade+topsoil+seed@2028', U6: null },
        dominatedBy: 'P2',
        bound: null,
        gap: null,
        closeness: null,
      },
    ],
    payoff: {
      ecology: { best: 61.9, worst: 47.3 },
      carbon: { best: 9120, worst: 7950 },
      livelihood: { best: 47.9, worst: 40.1 },
      npv: { best: -6_410_000, worst: -9_870_000 },
    },
    agreement: {
      U1: { share: 2 / 3, choice: AGREED },
      U2: { share: 1, choice: 'wetland/wetland+seed@2028' },
      U6: { share: 2 / 3, choice: null },
    },
    balanced: 'P2',
  },
};

/** The same mine where farmland and money stand against each other. */
export const infeasiblePlan: PlanResult = {
  ...samplePlan,
  status: 'infeasible',
  objective: null,
  bound: null,
  gap: null,
  units: UNITS.map((unit) => ({ ...unit, choice: null, notChosen: null, bill: [], flips: [] })),
  infeasible: {
    conflict: [
      { kind: 'row', id: 'budget:2027' },
      { kind: 'row', id: 'farmland' },
      { kind: 'mandatory', id: 'U1' },
    ],
    relax: [
      { demand: { kind: 'row', id: 'budget:2027' }, by: 412_000 },
      { demand: { kind: 'row', id: 'farmland' }, by: 2.5 },
    ],
  },
  schedule: [],
  risk: null,
  games: null,
  front: null,
};

export function sampleReport(result: PlanResult = samplePlan): PlanReport {
  return { projectName: '北山煤矿', version: '1.2.3', site: sampleSite, result, diagnosis: null };
}
