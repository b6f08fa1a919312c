import { Button, Checkbox, Group } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import type { ProjectDetail } from 'aftermine/contract';
import { useEffect, useMemo, useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { mapFrame } from '../../map/map-frame.ts';
import { MapPanel, type MapPanelProps } from '../../map/map-panel.tsx';
import type { SiteMap } from '../../map/site-map.ts';
import { siteView } from '../../map/site-map.ts';
import classes from './map-page.module.css';
import { SwipeHandle } from './swipe-handle.tsx';
import type { MapState } from './use-map-state.ts';

const FLICKER_MS = 900;

interface ComparePanelProps {
  readonly project: ProjectDetail;
  readonly state: MapState;
  readonly mode: 'swipe' | 'side' | 'flicker';
  readonly panel: Omit<MapPanelProps, 'raster' | 'beside' | 'view' | 'children' | 'onMap' | 'project'>;
  readonly before: string;
  readonly after: string;
  readonly onMap: (map: SiteMap | null) => void;
}

/** Two years of one layer: by a swipe, side by side, or one after the other. */
export function ComparePanel({ project, state, mode, panel, before, after, onMap }: ComparePanelProps) {
  const { t } = useTexts();
  const [share, setShare] = useState(0.5);
  const [flipped, setFlipped] = useState(false);
  const [auto, setAuto] = useState(false);
  const isStill = useReducedMotion();
  const shared = useMemo(() => siteView(mapFrame(project)), [project]);
  useEffect(() => {
    if (mode !== 'flicker' || !auto || isStill) return;
    const beat = setInterval(() => setFlipped((now) => !now), FLICKER_MS);
    return () => clearInterval(beat);
  }, [mode, auto, isStill]);
  const { raster, raster2 } = state;
  const tag = (side: 'before' | 'after', text: string) => (
    <div className={classes.tag} data-side={side}>
      {text}
    </div>
  );
  if (mode === 'side')
    return (
      <div className={classes.pair}>
        <MapPanel
          {...panel}
          project={project}
          raster={raster2}
          view={shared}
          label={`${before}. ${panel.label}`}
        >
          {tag('before', before)}
        </MapPanel>
        <MapPanel
          {...panel}
          project={project}
          raster={raster}
          view={shared}
          onMap={onMap}
          label={`${after}. ${panel.label}`}
        >
          {tag('after', after)}
        </MapPanel>
      </div>
    );
  if (mode === 'flicker')
    return (
      <div>
        <MapPanel {...panel} project={project} raster={flipped ? raster2 : raster} onMap={onMap}>
          {flipped ? tag('before', before) : tag('after', after)}
        </MapPanel>
        <Group gap="sm" mt={6}>
          <Button size="compact-sm" variant="light" onClick={() => setFlipped(!flipped)}>
            {t('map.compare.flip')}
          </Button>
          {!isStill && (
            <Checkbox
              size="xs"
              label={t('map.compare.auto')}
              checked={auto}
              onChange={(event) => setAuto(event.currentTarget.checked)}
            />
          )}
        </Group>
      </div>
    );
  return (
    <MapPanel
      {...panel}
      project={project}
      raster={raster2}
      beside={raster === null ? null : { raster, share }}
      onMap={onMap}
    >
      {tag('before', before)}
      {tag('after', after)}
      <SwipeHandle share={share} before={before} after={after} onShare={setShare} />
    </MapPanel>
  );
}
