import { say } from '@aftermine/science/base';
import type { WheelGroup, WheelKind } from '@aftermine/science/report/season';
import { Title } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { useSeasonContext } from './season-context.ts';
import classes from './wheel.module.css';
import { sliceTrace, starsText } from './wheel-trace.ts';

/** A wheel as a table: every slice with its stars, what became of it since the last season, and what it rests on. */
export function WheelTwin({
  kind,
  groups,
}: {
  readonly kind: WheelKind;
  readonly groups: readonly WheelGroup[];
}) {
  const { t, language } = useTexts();
  const { season, before } = useSeasonContext();
  const [view] = useView();
  const word = (key: string): string => say(language, `season-page.${key}`);
  const change = (value: number | null): string => {
    if (before === null) return t('wheel.first-season');
    if (value === null) return '–';
    return value === 0 ? word('wheel.same') : `${value > 0 ? '▲ +' : '▼ −'}${Math.abs(value)}`;
  };
  return (
    <section>
      <Title order={3}>{word(`wheel.table-${kind}`)}</Title>
      <section className="scroll-box" tabIndex={0} aria-label={word(`wheel.table-${kind}`)}>
        <table className={`${classes.slices} ${classes.wide}`}>
          <thead>
            <tr>
              <th scope="col">{word('column.attribute')}</th>
              <th scope="col">{word('column.slice')}</th>
              <th scope="col">{word('column.stars')}</th>
              <th scope="col" className={classes.short}>
                {word('column.change')}
              </th>
              <th scope="col">{word('column.by')}</th>
              <th scope="col" className={classes.n}>
                {t('wheel.count')}
              </th>
              <th scope="col">{word('column.rests')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.flatMap((group) =>
              group.rows.map((row, i) => (
                <tr key={row.id} data-picked={view.key === row.id || undefined}>
                  {i === 0 && (
                    <th scope="rowgroup" rowSpan={group.rows.length}>
                      {group.name}
                    </th>
                  )}
                  <th scope="row">
                    {row.name}{' '}
                    <EvidenceMark title={row.name} trace={() => sliceTrace(row, season, language, t)} />
                  </th>
                  <td className={classes.short}>{starsText(row.stars, language, t)}</td>
                  <td className={classes.short}>{change(row.change)}</td>
                  <td className={classes.short}>{row.byText}</td>
                  <td className={classes.n}>{row.stars === null ? '–' : row.count}</td>
                  <td>{row.evidence.length === 0 ? '–' : row.evidence.join('; ')}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </section>
  );
}
