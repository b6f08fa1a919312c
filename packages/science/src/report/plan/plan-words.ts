import { hasText, type Language, type MessageParam, say } from '../../base/index.ts';
import type { Conflict, GateResult, LibraryText, PlannedUnit, PlanResult } from '../../plan/index.ts';
import { amountText } from './amount-text.ts';
import { type MoneyText, moneyText } from './money-text.ts';

type Demand = NonNullable<Conflict['conflict']>[number];

/** Ids of a plan in the words of a language; an id nobody named stands for itself. */
export interface PlanWords {
  readonly language: Language;
  readonly money: MoneyText;
  text(text: LibraryText): string;
  measure(id: string): string;
  endUse(id: string): string;
  item(id: string): string;
  /** "forest: regrade + plant"; null is nothing. */
  package(id: string | null): string;
  /** A package with its year, as plans of the front keep it. */
  choice(choice: string | null): string;
  unit(id: string): string;
  row(id: string): string;
  /** An amount of what a row limits, with its unit. */
  amountOf(row: string, amount: number): string;
  fund(id: string): string;
  factor(id: string): string;
  /** `measure:<id>`, `end-use:<id>`, `cost:<id>`, `plan:<key>`. */
  subject(of: string): string;
  demand(demand: Demand): string;
  /** What a gate asks for. */
  gate(id: string): string;
  /** A value or limit that a gate or an advice names. */
  value(value: MessageParam): string;
  /** Ids in parameters of a sentence, in words; numbers in the manner of the language. */
  params(params: Readonly<Record<string, MessageParam>>): Readonly<Record<string, string>>;
}

export function planWords(result: PlanResult, language: Language): PlanWords {
  const tell = (key: string, params?: Readonly<Record<string, MessageParam>>): string =>
    say(language, key, params);
  const known = (topic: string, id: string): string =>
    hasText(`${topic}.${id}`) ? tell(`${topic}.${id}`) : id;
  const rows = new Map(result.rows.map((row) => [row.id, row]));
  const units = new Map(result.units.map((unit) => [unit.id, unit]));
  const reasons = gateReasons(result.units);
  const money = moneyText(language, result.currency);
  const nameIn =
    (names: Readonly<Record<string, LibraryText>>) =>
    (id: string): string =>
      Object.hasOwn(names, id) ? names[id]![language] : id;
  const measure = nameIn(result.names.measures);
  const endUse = nameIn(result.names.endUses);
  const itemName = nameIn(result.names.items);
  const item = (id: string): string => (id === 'haul' ? tell('plan-page.haul') : itemName(id));
  const ofPackage = (id: string | null): string => {
    if (id === null || id === '') return tell('plan-page.nothing');
    const [use = '', measures = ''] = id.split('/');
    if (measures === '') return endUse(use);
    return tell('plan-page.package', {
      endUse: endUse(use),
      measures: measures.split('+').map(measure).join(' + '),
    });
  };
  const choice = (text: string | null): string => {
    const [, id, year] = /^(.*?)(?:[@:\s](\d{4}))?$/.exec(text ?? '') ?? [];
    if (id === undefined || id === '') return ofPackage(null);
    return year === undefined
      ? ofPackage(id)
      : tell('plan-page.package-in', { package: ofPackage(id), year });
  };
  const unit = (id: string): string => {
    const name = units.get(id)?.name ?? null;
    return name === null || name === id ? id : tell('plan-page.unit-name', { id, name });
  };
  const row = (id: string): string => rows.get(id)?.name[language] ?? id;
  const amountOf = (id: string, amount: number): string => {
    const measured = rows.get(id)?.measure ?? '';
    if (measured === result.currency) return money.text(amount);
    return measured === ''
      ? amountText(language, amount)
      : `${amountText(language, amount)} ${unitWord(measured, language)}`;
  };
  const value = (one: MessageParam): string => {
    if (one === null) return tell('plan-page.not-known');
    if (typeof one === 'number') return amountText(language, one);
    if (typeof one === 'boolean') return tell(one ? 'plan-page.yes' : 'plan-page.no');
    return one
      .split(', ')
      .map((part) => VALUE_TOPICS.map((topic) => known(topic, part)).find((word) => word !== part) ?? part)
      .map((part) => part.replace(/^([≤≥] )?-(?=\d)/, '$1−'))
      .join(language === 'zh' ? '、' : ', ');
  };
  const gate = (id: string): string => reasons.get(id)?.[language] ?? id;
  const words: Readonly<Record<string, (id: string) => string>> = {
    row,
    unit,
    package: ofPackage,
    measure,
    endUse,
    item,
    objective: (id) => known('objective-name', id),
    gate,
  };
  const params: PlanWords['params'] = (of) => {
    const limited = typeof of['row'] === 'string' ? of['row'] : null;
    return Object.fromEntries(
      Object.entries(of).map(([name, one]) => {
        if (name === 'package' && one === null) return [name, ofPackage(null)];
        const word = typeof one === 'string' ? words[name] : undefined;
        if (word !== undefined) return [name, word(String(one))];
        if (typeof one !== 'number') return [name, value(one)];
        if (YEARS.has(name)) return [name, String(one)];
        return [
          name,
          limited !== null && ['amount', 'used', 'limit'].includes(name)
            ? amountOf(limited, one)
            : amountText(language, one),
        ];
      }),
    );
  };
  return {
    language,
    money,
    text: (text) => text[language],
    measure,
    endUse,
    item,
    package: ofPackage,
    choice,
    unit,
    row,
    amountOf,
    fund: (id) => known('plan-fund', id),
    factor: (id) => (id.includes(':') ? subject(id) : known('plan-factor', id)),
    subject,
    demand: ({ kind, id }) =>
      tell(`plan-page.demand.${kind}`, {
        id: kind === 'row' ? demandOfRow(id) : kind === 'mandatory' ? unit(id) : id,
      }),
    gate,
    value,
    params,
  };

  function subject(of: string): string {
    const at = of.indexOf(':');
    const [kind, id] = [of.slice(0, Math.max(0, at)), of.slice(at + 1)];
    if (kind === 'measure') return measure(id);
    if (kind === 'end-use') return endUse(id);
    if (kind === 'cost') return item(id);
    if (kind === 'costs') return tell('plan-page.cost-file-of', { id });
    return kind === 'plan' ? known('plan-setting', id) : of;
  }

  function demandOfRow(id: string): string {
    const one = rows.get(id);
    if (one === undefined) return id;
    return `${one.name[language]} ${SIGNS[one.sense]} ${amountOf(id, one.limit)}`;
  }
}

/** Topics of the catalogue whose ids a gate may hold as value or limit. */
const VALUE_TOPICS = ['damage', 'gate-verdict', 'land-use', 'plan-standard'] as const;
/** Parameters that are years: no thousands in them. */
const YEARS: ReadonlySet<string> = new Set(['year', 'start', 'first', 'last', 'season']);
const SIGNS = { '<=': '≤', '>=': '≥', '=': '=' } as const;

/** Units of measure that are words, such as person-years; symbols stand for themselves. */
export function unitWord(unit: string, language: Language): string {
  const key = `plan-unit.${unit.replaceAll(' ', '-')}`;
  return hasText(key) ? say(language, key) : unit.replaceAll('m3', 'm³').replaceAll('m2', 'm²');
}

function gateReasons(units: readonly PlannedUnit[]): ReadonlyMap<string, LibraryText> {
  const reasons = new Map<string, LibraryText>();
  const add = (gates: readonly GateResult[]): void => {
    for (const { gate, reason } of gates) reasons.set(gate, reason);
  };
  for (const { choice, runnerUp, alternatives, barred } of units) {
    for (const one of [choice, runnerUp, ...alternatives]) if (one !== null) add(one.gates);
    for (const { gates } of barred) add(gates);
  }
  return reasons;
}
