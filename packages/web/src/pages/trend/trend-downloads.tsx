import type { WetnessSet } from '@aftermine/science/observe';
import { chartLabels, type TrendFigure, trendChart } from '@aftermine/science/report/observation';
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTexts } from '../../app/language.ts';
import { savePicture, saveText } from '../../parts/save-file.ts';
import { methodPages, methodText } from './method-text.ts';
import type { OwnSeries } from './read-own-series.ts';
import { type TrendRow, trendCsv } from './trend-rows.ts';

const WIDTH = 960;
const HEIGHT = 420;
const SCALE = 2;

/** The data, the figure and the words of the method, as files. */
export function TrendDownloads({
  figure,
  wetness,
  rows,
  own,
  zoneId,
  title,
  sentences,
  onError,
}: {
  readonly figure: TrendFigure;
  readonly wetness: WetnessSet | null;
  readonly rows: readonly TrendRow[];
  readonly own: readonly OwnSeries[];
  readonly zoneId: string;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly onError: (error: unknown) => void;
}) {
  const { t, language } = useTexts();
  const name = `${zoneId === '' ? 'boundary' : zoneId}-${figure.index}`;
  const svg = (): string => {
    const drawn = trendChart(figure, chartLabels(language, title), {
      width: WIDTH,
      height: HEIGHT,
      id: 'figure',
    });
    return drawn.replace(
      '<svg ',
      '<svg font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif" ',
    );
  };
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-sm" variant="light" leftSection={<IconDownload size={14} aria-hidden />}>
          {t('trend.save')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => saveText(trendCsv(rows, own, zoneId, figure.index), `${name}.csv`, 'text/csv')}
        >
          {t('trend.save-csv')}
        </Menu.Item>
        <Menu.Item
          onClick={() =>
            void pngOf(svg(), title)
              .then((canvas) => savePicture(canvas, `${name}.png`))
              .catch(onError)
          }
        >
          {t('trend.save-png')}
        </Menu.Item>
        <Menu.Item onClick={() => saveText(svg(), `${name}.svg`, 'image/svg+xml')}>
          {t('trend.save-svg')}
        </Menu.Item>
        <Menu.Item
          onClick={() =>
            saveText(
              [
                title,
                '',
                ...sentences,
                '',
                ...methodText(language),
                '',
                ...methodPages(figure.index, wetness),
              ].join('\n'),
              `${name}-method.txt`,
              'text/plain;charset=utf-8',
            )
          }
        >
          {t('trend.save-text')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The same picture in pixels, with its title. */
async function pngOf(svg: string, title: string): Promise<HTMLCanvasElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH * SCALE;
    canvas.height = (HEIGHT + 32) * SCALE;
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(SCALE, SCALE);
    context.fillStyle = '#1c211f';
    context.font = '600 15px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
    context.fillText(title, 12, 22, WIDTH - 24);
    context.drawImage(image, 0, 32, WIDTH, HEIGHT);
    return canvas;
  } finally {
    URL.revokeObjectURL(url);
  }
}
