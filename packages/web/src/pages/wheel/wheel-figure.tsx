import { say } from '@aftermine/science/base';
import {
  assessedOf,
  type WheelGroup,
  type WheelKind,
  type WheelRow,
  wheelChart,
} from '@aftermine/science/report/season';
import { Button, Group, Text, Title } from '@mantine/core';
import { type KeyboardEvent, useMemo } from 'react';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { useEvidence } from '../../parts/evidence-drawer.tsx';
import { projectName } from '../../parts/project-name.ts';
import { saveBlob } from '../../parts/save-file.ts';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { svgAddress } from '../../parts/svg-address.ts';
import { pngOf, standaloneSvg } from './save-picture.ts';
import { useSeasonContext } from './season-context.ts';
import { wedge } from './slice-wedges.ts';
import classes from './wheel.module.css';
import { sliceTrace, starsText } from './wheel-trace.ts';

/** Share of the height of the picture that the wheel takes, its band included. */
const DISC = 0.73;

/** A wheel whose slices can be pointed at or walked to, each leading to its evidence. */
export function WheelFigure({
  kind,
  groups,
}: {
  readonly kind: WheelKind;
  readonly groups: readonly WheelGroup[];
}) {
  const { t, language } = useTexts();
  const { season, project } = useSeasonContext();
  const open = useEvidence();
  const [view, setView] = useView();
  const svg = useMemo(
    () => standaloneSvg(wheelChart(kind, groups, language, `w-${kind}`)),
    [kind, groups, language],
  );
  const url = useMemo(() => svgAddress(svg), [svg]);
  const rows = groups.flatMap((group) => group.rows);
  const { assessed, all } = assessedOf(groups);
  const [width, height] = sizeOf(svg);
  const disc = DISC * height;
  const title = say(language, `season-page.wheel.${kind}`);
  const name = `${projectName(project, language)}-${kind}-${season.year}.${language}`;
  const show = (row: WheelRow): void => {
    setView({ key: row.id });
    open(sliceTrace(row, season, language, t));
  };
  const alt = `${say(language, `season-wheel.title.${kind}`)}. ${say(language, 'season-wheel.desc', { assessed, all })}`;
  return (
    <section aria-label={title}>
      <Group justify="space-between" gap="xs">
        <Title order={2}>{title}</Title>
        <Group gap={4}>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => saveBlob(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`)}
          >
            {t('wheel.svg')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => void pngOf(svg).then((blob) => saveBlob(blob, `${name}.png`))}
          >
            {t('wheel.png')}
          </Button>
        </Group>
      </Group>
      <ScrollBox label={alt}>
        <div className={classes.figure}>
          <img src={url} width={width} height={height} alt={alt} />
          <svg className={classes.wedges} viewBox={`0 0 ${width} ${height}`} aria-label={title} role="group">
            <g transform={`translate(${(width - disc) / 2} ${(height - disc) / 2})`}>
              {rows.map((row, i) => (
                <path
                  key={row.id}
                  d={wedge(i, rows.length, disc)}
                  role="button"
                  tabIndex={0}
                  data-picked={view.key === row.id || undefined}
                  aria-label={t('wheel.slice', {
                    name: row.name,
                    stars: starsText(row.stars, language, t),
                    by: row.byText,
                  })}
                  onClick={() => show(row)}
                  onKeyDown={(event: KeyboardEvent) => {
                    if (event.key !== 'Enter' && event.key !== ' ') return;
                    event.preventDefault();
                    show(row);
                  }}
                />
              ))}
            </g>
          </svg>
        </div>
      </ScrollBox>
      <Text size="sm" ta="center">
        {say(language, 'season-page.wheel.assessed', { assessed, all })}
      </Text>
    </section>
  );
}

function sizeOf(svg: string): readonly [number, number] {
  const [, width = 560, height = 404] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return [Number(width), Number(height)];
}
