import type ImageTile from 'ol/ImageTile.js';
import TileLayer from 'ol/layer/Tile.js';
import XYZ from 'ol/source/XYZ.js';
import type Tile from 'ol/Tile.js';
import TileState from 'ol/TileState.js';
import { createXYZ } from 'ol/tilegrid.js';
import { TileType } from 'pmtiles';
import { type BaseArchive, openArchive } from './own-base-archive.ts';
import { drawTile } from './own-base-drawing.ts';

/** Vector tiles are told for twice the size of pictures. */
const DRAWN_PX = 512;
const PICTURE_PX = 256;

/** The tiles of a PMTiles file; those of another system than the map's are warped to it. @throws BaseProblem */
export async function archiveLayer(url: string): Promise<TileLayer> {
  const archive = await openArchive(url);
  const { minZoom, maxZoom, tileType } = archive.header;
  return new TileLayer({
    source: new XYZ({
      // A name for each tile; nobody is asked for it.
      tileUrlFunction: ([z, x, y]) => `${z}/${x}/${y}`,
      tileGrid: createXYZ({ minZoom, maxZoom, tileSize: tileType === TileType.Mvt ? DRAWN_PX : PICTURE_PX }),
      tileLoadFunction: (tile, name) => void load(tile as ImageTile, name, archive),
    }),
  });
}

async function load(tile: ImageTile, name: string, { tiles, header }: BaseArchive): Promise<void> {
  const [z, x, y] = name.split('/').map(Number) as [number, number, number];
  const end = (state: (typeof TileState)[keyof typeof TileState]): void => {
    (tile as Tile).setState(state);
  };
  try {
    const found = await tiles.getZxy(z, x, y);
    if (found === undefined) return end(TileState.EMPTY);
    tile.setImage(
      header.tileType === TileType.Mvt ? drawTile(found.data, DRAWN_PX) : await pictureOf(found.data),
    );
  } catch {
    end(TileState.ERROR);
  }
}

/** A picture by what its bytes say it is. */
async function pictureOf(data: ArrayBuffer): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(new Blob([data]));
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas;
}
