import { type SampleMeaning, shrinkPlane } from '@aftermine/science/report/observation';
import type { PictureLayer } from '../../ports/index.ts';

/** A plane of one band at the size of the maps. */
export interface MapPlane {
  readonly samples: ArrayLike<number>;
  readonly meaning: SampleMeaning;
}

/** Band by name or position, at the size of the maps; null where the layer has no such band. */
export function planeOf(
  picture: PictureLayer,
  band: string | number,
  factor: number,
  rule: 'mean' | 'nearest',
): MapPlane | null {
  const found =
    typeof band === 'number' ? picture.bands[band] : picture.bands.find(({ name }) => name === band);
  if (found === undefined) return null;
  const { scale, offset } = found;
  const { nodata } = picture;
  const { samples } = shrinkPlane(found.samples, picture.width, picture.height, factor, nodata, rule);
  return { samples, meaning: { scale, offset, nodata } };
}
