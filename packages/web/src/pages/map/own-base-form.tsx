import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { useProjectId } from '../../app/use-view.ts';
import { isBaseAddress, type OwnBase } from '../../map/own-base.ts';
import { baseFileText } from '../../texts/base-file.ts';
import { baseFaultText } from './base-fault-text.ts';
import { OwnBaseFile } from './own-base-file.tsx';

/** A base map that whoever uses the page brings along; kept in this browser. `onDone(undefined)` leaves things as they are. */
export function OwnBaseForm({
  base,
  onDone,
}: {
  readonly base: OwnBase | null;
  readonly onDone: (base: OwnBase | undefined) => void;
}) {
  const { t, language } = useTexts();
  const project = useProjectId();
  const [kind, setKind] = useState<OwnBase['kind']>(base?.kind ?? 'xyz');
  const [url, setUrl] = useState(base?.url ?? '');
  const [name, setName] = useState(base?.name ?? '');
  const [failed, setFailed] = useState<unknown>(null);
  const [layer, setLayer] = useState(base?.layer ?? 'vec');
  const [matrixSet, setMatrixSet] = useState(base?.matrixSet ?? 'c');
  const [crs, setCrs] = useState<NonNullable<OwnBase['crs']>>(base?.crs ?? 'EPSG:4490');
  const isUsable = isBaseAddress(kind, url) && (kind !== 'xyz' || /\{x\}.*|\{z\}.*/.test(url));
  const host =
    isUsable && URL.canParse(url.replaceAll(/[{}]/g, ''))
      ? new URL(url.replaceAll(/[{}]/g, '')).origin
      : 'https://…';
  /** A file is looked at before it is kept: whoever picked it learns at once what is wrong with it. */
  const keepFile = async (): Promise<void> => {
    setFailed(null);
    try {
      await (await import('../../map/own-base-archive.ts')).openArchive(url);
      onDone({ kind: 'pmtiles', url, ...(name === '' ? {} : { name }) });
    } catch (error) {
      setFailed(error);
    }
  };
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (!isUsable) return;
    if (kind === 'pmtiles') void keepFile();
    else onDone(kind === 'xyz' ? { kind, url } : { kind, url, layer, matrixSet, crs });
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
            { value: 'pmtiles', label: baseFileText('pmtiles', language) },
          ]}
        />
        {kind === 'pmtiles' ? (
          <OwnBaseFile
            project={project}
            file={{ url, name }}
            onFile={(file) => {
              setFailed(null);
              setUrl(file.url);
              setName(file.name);
            }}
            onFailed={setFailed}
          />
        ) : (
          <TextInput
            size="xs"
            label={t('map.base.url')}
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value.trim())}
          />
        )}
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
        {(kind !== 'pmtiles' || url.startsWith('http')) && (
          <Text size="xs" className="soft">
            {t('map.base.host', { host })}
          </Text>
        )}
        {failed !== null && (
          <Text size="xs" c="red.9" role="alert">
            {baseFaultText(failed, language)}
          </Text>
        )}
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
