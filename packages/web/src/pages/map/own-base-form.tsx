import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../app/language.ts';
import type { OwnBase } from '../../map/own-base.ts';

/** A base map that whoever uses the page brings along; kept in this browser. `onDone(undefined)` leaves things as they are. */
export function OwnBaseForm({
  base,
  onDone,
}: {
  readonly base: OwnBase | null;
  readonly onDone: (base: OwnBase | undefined) => void;
}) {
  const { t } = useTexts();
  const [kind, setKind] = useState<OwnBase['kind']>(base?.kind ?? 'xyz');
  const [url, setUrl] = useState(base?.url ?? '');
  const [layer, setLayer] = useState(base?.layer ?? 'vec');
  const [matrixSet, setMatrixSet] = useState(base?.matrixSet ?? 'c');
  const [crs, setCrs] = useState<NonNullable<OwnBase['crs']>>(base?.crs ?? 'EPSG:4490');
  const isUsable = /^https?:\/\/\S+$/.test(url) && (kind === 'wmts' || /\{x\}.*|\{z\}.*/.test(url));
  const host =
    isUsable && URL.canParse(url.replaceAll(/[{}]/g, ''))
      ? new URL(url.replaceAll(/[{}]/g, '')).origin
      : 'https://…';
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (isUsable) onDone(kind === 'xyz' ? { kind, url } : { kind, url, layer, matrixSet, crs });
  };
  return (
    <form onSubmit={keep}>
      <Stack gap={6}>
        <NativeSelect
          size="xs"
          label={t('map.base.kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as OwnBase['kind'])}
          data={[
            { value: 'xyz', label: 'XYZ' },
            { value: 'wmts', label: 'WMTS' },
          ]}
        />
        <TextInput
          size="xs"
          label={t('map.base.url')}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value.trim())}
        />
        {kind === 'wmts' && (
          <>
            <TextInput
              size="xs"
              label={t('map.base.layer')}
              value={layer}
              onChange={(event) => setLayer(event.currentTarget.value)}
            />
            <TextInput
              size="xs"
              label={t('map.base.matrix')}
              value={matrixSet}
              onChange={(event) => setMatrixSet(event.currentTarget.value)}
            />
            <NativeSelect
              size="xs"
              label={t('map.base.crs')}
              value={crs}
              onChange={(event) => setCrs(event.currentTarget.value as NonNullable<OwnBase['crs']>)}
              data={['EPSG:4490', 'EPSG:3857']}
            />
          </>
        )}
        <Text size="xs" className="soft">
          {t('map.base.host', { host })}
        </Text>
        <Group gap={4}>
          <Button type="submit" size="compact-xs" disabled={!isUsable}>
            {t('part.save')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => onDone(undefined)}>
            {t('part.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
