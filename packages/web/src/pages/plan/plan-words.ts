import { hasText, type MessageParam, say } from '@aftermine/science/base';
import type { Conflict, GateResult, LibraryText, PlanResult } from '@aftermine/science/plan';
import type { Language } from '../../app/language.ts';
import { amountText } from './amount-text.ts';
import { type PlanMoney, planMoney } from './plan-money.ts';

type Demand = NonNullable<Conflict['conflict']>[number];

/** Ids of a plan in the words of the page; an id nobody named stands for itself. */
export interface PlanWords {
  readonly language: Language;
  readonly money: PlanMoney;
  readonly text: (text: LibraryText) => string;
  readonly measure: (id: string) => string;
  readonly endUse: (id: string) => string;
  readonly item: (id: string) => string;
  /** `forest: regrade + plant`; null is nothing. */
  readonly package: (id: string | null) => string;
  /** A package with its year, as plans of the front keep it: `<package>@<year>`. */
  readonly choice: (choice: string | null) => string;
  readonly unit: (id: string) => string;
  readonly row: (id: string) => string;
  /** An amount of what a row limits, with its unit. */
  readonly amountOf: (row: string, amount: number) => string;
  readonly fund: (id: string) => string;
  /** `measure:<id>`, `end-use:<id>`, `cost:<id>`, `plan:<key>`. */
  readonly subject: (of: string) => string;
  readonly demand: (demand: Demand) => string;
  readonly gate: (id: string) => string;
  /** A value or limit that a gate or an advice names. */
  readonly value: (value: MessageParam) => string;
  /** Ids in the parameters of a sentence, in words; numbers in the manner of the language. */
  readonly params: (params: Readonly<Record<string, MessageParam>>) => Readonly<Record<string, string>>;
}

/** Topics of the catalogue whose ids a gate may hold as value or limit. */
const VALUE_TOPICS = ['damage', 'gate-verdict', 'land-use', 'plan-standard'] as const;
/** Parameters that are years: no thousands in them. */
const YEARS: ReadonlySet<string> = new Set(['year', 'start', 'first', 'last', 'season']);
const SIGNS = { '<=': '≤', '>=': '≥', '=': '=' } as const;

export function planWords(plan: PlanResult, language: Language): PlanWords {
  const tell = (key: string, params?: Readonly<Record<string, MessageParam>>): string =>
    say(language, key, params);
  const known = (topic: string, id: string): string =>
    hasText(`${topic}.${id}`) ? tell(`${topic}.${id}`) : id;
  const money = planMoney(language, plan.currency);
  const rows = new Map(plan.rows.map((row) => [row.id, row]));
  const units = new Map(plan.units.map(({ id, name }) => [id, name]));
  const reasons = gateReasons(plan);
  const nameIn =
    (names: Readonly<Record<string, LibraryText>>) =>
    (id: string): string =>
      Object.hasOwn(names, id) ? names[id]![language] : id;
  const measure = nameIn(plan.names.measures);
  const endUse = nameIn(plan.names.endUses);
  const itemName = nameIn(plan.names.items);
  const item = (id: string): string => (id === 'haul' ? tell('plan-page.haul') : itemName(id));
  const ofPackage = (id: string | null): string => {
    if (id === null || id === '') return tell('plan-page.nothing');
    const [use = '', measures = ''] = id.split('/');
    return measures === ''
      ? endUse(use)
      : tell('plan-page.package', {
          endUse: endUse(use),
          measures: measures.split('+').map(measure).join(' + '),
        });
  };
  const unit = (id: string): string => {
    const name = units.get(id) ?? null;
    return name === null || name === id ? id : tell('plan-page.unit-name', { id, name });
  };
  const row = (id: string): string => rows.get(id)?.name[language] ?? id;
  const amountOf = (id: string, amount: number): string => {
    const measured = rows.get(id)?.measure ?? '';
    if (measured === plan.currency) return money.text(amount);
    return `${amountText(amount, language)} ${unitWord(measured, language)}`.trim();
  };
  const value = (one: MessageParam): string => {
    if (one === null) return tell('plan-page.not-known');
    if (typeof one === 'number') return amountText(one, language);
    if (typeof one === 'boolean') return tell(one ? 'plan-page.yes' : 'plan-page.no');
    return one
      .split(', ')
      .map((part) => VALUE_TOPICS.map((topic) => known(topic, part)).find((word) => word !== part) ?? part)
      .join(language === 'zh' ? '、' : ', ');
  };
  const gate = (id: string): string => reasons.get(id)?.[language] ?? id;
  const subject = (of: string): string => {
    const at = of.indexOf(':');
    const [kind, id] = [of.slice(0, Math.max(0, at)), of.slice(at + 1)];
    if (kind === 'measure') return measure(id);
    if (kind === 'end-use') return endUse(id);
    if (kind === 'cost') return item(id);
    if (kind === 'costs') return tell('plan-page.cost-file-of', { id });
    return kind === 'plan' ? known('plan-setting', id) : of;
  };
  const words: Readonly<Record<string, (id: string) => string>> = {
    row,
    unit,
    package: ofPackage,
    measure,
    endUse,
    item,
    gate,
    objective: (id) => known('objective-name', id),
  };
  return {
    language,
    money,
    text: (text) => text[language],
    measure,
    endUse,
    item,
    package: ofPackage,
    choice: (choice) => {
      const at = choice?.lastIndexOf('@') ?? -1;
      if (choice === null || at < 0) return ofPackage(choice);
      return tell('plan-page.package-in', {
        package: ofPackage(choice.slice(0, at)),
        year: choice.slice(at + 1),
      });
    },
    unit,
    row,
    amountOf,
    fund: (id) => known('plan-fund', id),
    subject,
    demand: ({ kind, id }) => {
      const limit = kind === 'row' ? rows.get(id) : undefined;
      const name =
        limit !== undefined
          ? `${limit.name[language]} ${SIGNS[limit.sense]} ${amountOf(id, limit.limit)}`
          : kind === 'mandatory'
            ? unit(id)
            : id;
      return tell(`plan-page.demand.${kind}`, { id: name });
    },
    gate,
    value,
    params: (of) => {
      const limited = typeof of['row'] === 'string' ? of['row'] : null;
      return Object.fromEntries(
        Object.entries(of).map(([name, one]) => {
          if (name === 'package' && one === null) return [name, ofPackage(null)];
          const word = typeof one === 'string' ? words[name] : undefined;
          if (word !== undefined) return [name, word(String(one))];
          if (typeof one !== 'number') return [name, value(one)];
          if (YEARS.has(name)) return [name, String(one)];
          const isAmount = limited !== null && ['amount', 'used', 'limit'].includes(name);
          return [name, isAmount ? amountOf(limited, one) : amountText(one, language)];
        }),
      );
    },
  };
}

/** Units of measure that are words, such as person-years; symbols stand for themselves. */
export function unitWord(unit: string, language: Language): string {
  const key = `plan-unit.${unit.replaceAll(' ', '-')}`;
  return hasText(key) ? say(language, key) : unit.replaceAll('m3', 'm³').replaceAll('m2', 'm²');
}

function gateReasons({ units }: PlanResult): ReadonlyMap<string, LibraryText> {
  const reasons = new Map<string, LibraryText>();
  const add = (gates: readonly GateResult[]): void => {
    for (const { gate, reason } of gates) reasons.set(gate, reason);
  };
  for (const { choice, alternatives, barred } of units) {
    for (const one of [choice, ...alternatives]) if (one !== null) add(one.gates);
    for (const { gates } of barred) add(gates);
  }
  return reasons;
}
