import { Button, Checkbox, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { LAYER_GROUPS } from './layer-entries.ts';
import { layerName } from './layer-words.ts';
import classes from './map-page.module.css';
import { OwnBaseForm } from './own-base-form.tsx';
import type { MapState } from './use-map-state.ts';

const OVER = ['units', 'boundary', 'reference', 'shade', 'contours', 'graticule'] as const;

/** What the map shows, in at most seven groups: one layer of values, and what lies over it. */
export function LayerList({ state, hasTerrain }: { readonly state: MapState; readonly hasTerrain: boolean }) {
  const { t, language } = useTexts();
  const { entries, entry, ground, setOver } = state;
  const [forms, setForms] = useState(false);
  const groups = LAYER_GROUPS.map((group) => ({
    group,
    own: entries.filter((one) => one.group === group),
  })).filter(({ own }) => own.length > 0);
  return (
    <nav aria-label={t('map.layers')} className={classes.side}>
      <Radio.Group
        aria-label={t('map.layers')}
        name="layer"
        value={entry?.id ?? 'none'}
        onChange={(id) => state.pickLayer(id === 'none' ? null : id)}
      >
        <Radio size="xs" value="none" label={t('map.layer-none')} mb={4} />
        {groups.map(({ group, own }) => (
          <details
            key={group}
            open={
              group === 'index' || group === 'components' || group === 'picture' || entry?.group === group
            }
          >
            <summary>{t(`map.group.${group}`)}</summary>
            <Stack gap={5} pl={4} pb={6}>
              {own.map((one) => (
                <Radio key={one.id} size="xs" value={one.id} label={layerName(one, language)} />
              ))}
            </Stack>
          </details>
        ))}
      </Radio.Group>
      <details open>
        <summary>{t('map.group.over')}</summary>
        <Stack gap={5} pl={4} pb={6}>
          {OVER.map((name) => {
            const needsTerrain = name === 'shade' || name === 'contours';
            return (
              <Checkbox
                key={name}
                size="xs"
                label={t(`map.over.${name}`)}
                disabled={needsTerrain && !hasTerrain}
                checked={ground[name] && (!needsTerrain || hasTerrain)}
                onChange={(event) => setOver({ [name]: event.currentTarget.checked })}
              />
            );
          })}
          {!hasTerrain && (
            <Text size="xs" className="soft">
              {t('map.no-dem')}
            </Text>
          )}
        </Stack>
      </details>
      <details>
        <summary>{t('map.group.base')}</summary>
        <Text size="xs" className="soft" mb={4}>
          {ground.base === null ? t('map.base.none') : (ground.base.name ?? ground.base.url)}
        </Text>
        {forms ? (
          <OwnBaseForm
            base={ground.base}
            onDone={(base) => {
              if (base !== undefined) state.setBase(base);
              setForms(false);
            }}
          />
        ) : (
          <Button size="compact-xs" variant="light" onClick={() => setForms(true)}>
            {t('map.base.add')}
          </Button>
        )}
        {ground.base !== null && (
          <Button size="compact-xs" variant="subtle" ml={4} onClick={() => state.setBase(null)}>
            {t('map.base.remove')}
          </Button>
        )}
      </details>
    </nav>
  );
}
