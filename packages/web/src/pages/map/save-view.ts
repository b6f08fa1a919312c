import type { ProjectDetail } from 'aftermine/contract';
import type { Language } from '../../app/language.ts';
import { mapFrame } from '../../map/map-frame.ts';
import { framed, type PictureFrame, type PictureLegend, pairOf, pictureOfRaster } from '../../map/picture.ts';
import type { RasterSpec } from '../../map/raster-view.ts';
import type { SiteMap } from '../../map/site-map.ts';
import { momentText } from '../../parts/numbers.ts';
import { projectName } from '../../parts/project-name.ts';
import { savePicture } from '../../parts/save-file.ts';
import { mapTexts } from '../../texts/map.ts';

interface Told {
  readonly project: ProjectDetail;
  readonly legend: PictureLegend | null;
  readonly layer: string;
  readonly version: string;
  readonly withGraticule: boolean;
  readonly language: Language;
}

/** What stands around a map of a project that leaves the screen. */
function frameOf(
  { project, legend, layer, version, withGraticule, language }: Told,
  when: string,
): PictureFrame {
  const { code } = mapFrame(project);
  const named = project.layers.find(({ crs }) => crs?.code === code)?.crs?.name ?? code;
  return {
    title: projectName(project, language),
    subtitle: [layer, when].filter((part) => part !== '').join(' · '),
    notes: [
      mapTexts['map.picture.crs'][language].replace('{crs}', named),
      mapTexts['map.picture.made'][language]
        .replace('{version}', version)
        .replace('{date}', momentText(new Date().toISOString(), language)),
    ],
    legend,
    code,
    withGraticule,
  };
}

/** Saves the map as it stands. */
export async function saveView(site: SiteMap, told: Told, when: string): Promise<void> {
  site.map.renderSync();
  await savePicture(framed(site, frameOf(told, when)), `${told.project.id}-${when.slice(0, 4)}.png`);
}

/** Saves two years as one picture; what the map showed is shown again afterwards. */
export async function savePair(
  site: SiteMap,
  told: Told,
  [before, after]: readonly [
    { readonly raster: RasterSpec | null; readonly tag: string },
    { readonly raster: RasterSpec | null; readonly tag: string },
  ],
): Promise<void> {
  const was = {
    first: site.first.spec,
    second: site.second.spec,
    clips: [site.first.clip, site.second.clip],
  };
  try {
    const left = await pictureOfRaster(site, before.raster, frameOf(told, before.tag));
    const right = await pictureOfRaster(site, after.raster, frameOf(told, after.tag));
    await savePicture(
      pairOf(left, right),
      `${told.project.id}-${before.tag.slice(0, 4)}-${after.tag.slice(0, 4)}.png`,
    );
  } finally {
    site.first.show(was.first);
    site.second.show(was.second);
    site.first.clip = was.clips[0] ?? null;
    site.second.clip = was.clips[1] ?? null;
    site.map.render();
  }
}
