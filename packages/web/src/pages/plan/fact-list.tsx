import type { ReactNode } from 'react';

/** Names and values in a tight grid that folds on narrow screens. */
export function FactList({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}) {
  return (
    <dl
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(160px, 100%), 1fr))',
        gap: '8px 16px',
        margin: 0,
      }}
    >
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="soft" style={{ fontSize: '0.75rem' }}>
            {name}
          </dt>
          <dd style={{ margin: 0 }}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
