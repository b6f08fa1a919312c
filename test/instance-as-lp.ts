import type { AllocationInstance } from '@aftermine/science/plan';

/**
 * An instance as CPLEX LP text, written apart from the product's own model: carried-over rows as sums over years, works and
 * compartments spelled out option by option. What HiGHS proves of it is what the product is held against.
 */
export function instanceAsLp(instance: AllocationInstance): string {
  const { options, works = [], compartments = [], boundary = [], exclusive = [], carryOver = [] } = instance;
  const x = options.map((_, i) => `x${i}`);
  const y = works.map((_, i) => `y${i}`);
  const z = compartments.map((_, i) => `z${i}`);
  const d = boundary.map((_, i) => `d${i}`);
  const rows: string[] = [];
  const add = (terms: readonly (readonly [number, string])[], sense: string, limit: number): void => {
    const text = terms
      .filter(([a]) => a !== 0)
      .map(([a, name]) => `${a < 0 ? '-' : '+'} ${Math.abs(a)} ${name}`);
    // A row without terms holds or not by itself; HiGHS reads no empty rows.
    if (text.length === 0) {
      const holds = sense === '<=' ? limit >= 0 : sense === '>=' ? limit <= 0 : limit === 0;
      if (!holds) rows.push(`r${rows.length}: 0 ${x[0]} ${sense} ${limit}`);
      return;
    }
    rows.push(`r${rows.length}: ${text.join('\n ')} ${sense} ${limit}`);
  };
  const sign = instance.sense === 'max' ? -1 : 1;
  const objective = [
    ...options.map(({ value }, i) => [value, x[i]!] as const),
    ...works.map(({ value }, i) => [value, y[i]!] as const),
    ...boundary.map(({ penalty }, i) => [sign * penalty, d[i]!] as const),
  ]
    .filter(([v]) => v !== 0)
    .map(([v, name]) => `${v < 0 ? '-' : '+'} ${Math.abs(v)} ${name}`);
  const termsOf = (id: string): [number, string][] => [
    ...options.map(({ use }, i) => [use[id] ?? 0, x[i]!] as [number, string]),
    ...works.map(({ use }, i) => [use[id] ?? 0, y[i]!] as [number, string]),
  ];
  const chained = new Set(carryOver.flat());
  for (const { id, sense, limit } of instance.rows) if (!chained.has(id)) add(termsOf(id), sense, limit);
  for (const chain of carryOver)
    chain.forEach((_, last) => {
      const upTo = chain.slice(0, last + 1);
      const sum = new Map<string, number>();
      for (const id of upTo) for (const [a, name] of termsOf(id)) sum.set(name, (sum.get(name) ?? 0) + a);
      const limit = upTo.reduce((total, id) => total + instance.rows.find((row) => row.id === id)!.limit, 0);
      add(
        [...sum].map(([name, a]) => [a, name] as const),
        '<=',
        limit,
      );
    });
  const units = [...new Set(options.map(({ unit }) => unit))];
  const of = (unit: string): string[] => x.filter((_, i) => options[i]!.unit === unit);
  for (const unit of units)
    add(
      of(unit).map((name) => [1, name] as const),
      instance.mandatory.includes(unit) ? '=' : '<=',
      1,
    );
  for (const id of new Set(works.map((work) => work.id)))
    add(
      y.flatMap((name, i) => (works[i]!.id === id ? [[1, name] as const] : [])),
      '<=',
      1,
    );
  options.forEach(({ needs = [], year }, i) => {
    for (const id of needs)
      add(
        [
          [1, x[i]!],
          ...y.flatMap((name, w) =>
            works[w]!.id === id && works[w]!.year <= year ? [[-1, name] as const] : [],
          ),
        ],
        '<=',
        0,
      );
  });
  for (const group of exclusive) {
    const members = new Set(
      group.flatMap(({ unit, package: one }) =>
        x.filter((_, i) => options[i]!.unit === unit && (one === undefined || options[i]!.package === one)),
      ),
    );
    add(
      [...members].map((name) => [1, name] as const),
      '<=',
      1,
    );
  }
  compartments.forEach(({ units: members, least = 1 }, c) => {
    for (const unit of members) add([...of(unit).map((name) => [1, name] as const), [-1, z[c]!]], '<=', 0);
    add([...members.flatMap(of).map((name) => [1, name] as const), [-least, z[c]!]], '>=', 0);
  });
  boundary.forEach(({ a, b }, i) => {
    const [one, other] = [a, b].map((id) => z[compartments.findIndex((of) => of.id === id)]!);
    add(
      [
        [1, d[i]!],
        [-1, one!],
        [1, other!],
      ],
      '>=',
      0,
    );
    add(
      [
        [1, d[i]!],
        [1, one!],
        [-1, other!],
      ],
      '>=',
      0,
    );
  });
  return [
    instance.sense === 'max' ? 'Maximize' : 'Minimize',
    `obj: ${objective.join('\n ')}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...d.map((name) => `0 <= ${name} <= 1`),
    'Binary',
    [...x, ...y, ...z].join('\n '),
    'End',
    '',
  ].join('\n');
}
