import { Group, Text } from '@mantine/core';
import { CATEGORIES } from '../../parts/palette.ts';
import { boxAround, boxText } from './boxes.ts';
import type { Preview } from './file-facts.ts';

export interface MapFile {
  readonly name: string;
  readonly preview: Preview;
}

const WIDTH = 360;
const HEIGHT = 240;
const PAD = 12;

/** Outlines of files before they are in a project, drawn plainly; files without a system are drawn by themselves. */
export function OutlineMap({ files, label }: { readonly files: readonly MapFile[]; readonly label: string }) {
  const drawn = files.filter(({ preview }) => preview.extent !== null);
  const placed = drawn.filter(({ preview }) => preview.crs !== null);
  const shown = placed.length > 0 ? placed : drawn.slice(0, 1);
  const box = boxAround(shown.map(({ preview }) => preview.extent!));
  if (box === null) return null;
  const [west, south, east, north] = box;
  const squeeze = placed.length > 0 ? Math.cos((((south + north) / 2) * Math.PI) / 180) : 1;
  const width = Math.max((east - west) * squeeze, 1e-9);
  const height = Math.max(north - south, 1e-9);
  const scale = Math.min((WIDTH - 2 * PAD) / width, (HEIGHT - 2 * PAD) / height);
  const left = (WIDTH - width * scale) / 2;
  const top = (HEIGHT - height * scale) / 2;
  const path = (ring: readonly (readonly [number, number])[]): string =>
    `M${ring
      .map(
        ([x, y]) =>
          `${(left + (x - west) * squeeze * scale).toFixed(1)} ${(top + (north - y) * scale).toFixed(1)}`,
      )
      .join('L')}Z`;
  const colour = (i: number): string => CATEGORIES[i % CATEGORIES.length]!;
  return (
    <figure style={{ margin: 0 }}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${label}: ${boxText(box)}`}
        style={{ width: '100%', maxWidth: 560, background: '#fff', border: '1px solid var(--line)' }}
      >
        {shown.map(({ name, preview }, i) =>
          pathsOf(preview).map(({ key, ring }) => (
            <path
              key={`${name} ${key}`}
              d={path(ring)}
              fill={colour(i)}
              fillOpacity={0.12}
              stroke={colour(i)}
              strokeWidth={1.5}
              strokeDasharray={i === 0 ? undefined : `${2 + 2 * i} 2`}
              vectorEffect="non-scaling-stroke"
            />
          )),
        )}
      </svg>
      <figcaption>
        <Group gap="sm">
          {shown.map(({ name }, i) => (
            <Group key={name} gap={4} wrap="nowrap">
              <svg width="20" height="8" aria-hidden="true">
                <line
                  x1="0"
                  x2="20"
                  y1="4"
                  y2="4"
                  stroke={colour(i)}
                  strokeWidth="3"
                  strokeDasharray={i === 0 ? undefined : `${2 + 2 * i} 2`}
                />
              </svg>
              <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
                {name}
              </Text>
            </Group>
          ))}
          <Text size="xs" className="soft">
            {boxText(box)}
          </Text>
        </Group>
      </figcaption>
    </figure>
  );
}

function pathsOf({ outlines }: Preview): readonly {
  readonly key: string;
  readonly ring: Preview['outlines'][number]['ring'];
}[] {
  return outlines.map(({ index, ring }, place) => ({ key: `${index}-${place}`, ring }));
}
