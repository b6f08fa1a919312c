import { defaults as defaultControls, ScaleLine } from 'ol/control.js';
import { defaults as defaultInteractions } from 'ol/interaction.js';
import type TileLayer from 'ol/layer/Tile.js';
import OlMap from 'ol/Map.js';
import { unByKey } from 'ol/Observable.js';
import View from 'ol/View.js';
import { graticuleLayer } from './graticule-layer.ts';
import type { MapFrame } from './map-frame.ts';
import { baseLayer, type OwnBase } from './own-base.ts';
import { projectionOf } from './projection.ts';
import { type RasterEvents, RasterView } from './raster-view.ts';
import { ShapeLayers } from './shape-layers.ts';
import type { Box } from './value-window.ts';

export interface SiteMapOptions {
  readonly frame: MapFrame;
  /** Shared by linked maps; own where absent. */
  readonly view?: View;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly onPick: (unit: string | null) => void;
  /** Where the pointer is; null when it left. */
  readonly onPoint: (at: readonly [x: number, y: number] | null) => void;
  readonly raster: RasterEvents;
}

/** The read-out lies over the lower edge. */
const PADDING = [24, 24, 64, 24];

/** Views that show what somebody looked at: linked maps that come later leave them as they are. */
const fitted = new WeakSet<View>();

/** A view of a site: whole, in its own system. Linked maps share it. */
export function siteView(frame: MapFrame): View {
  return new View({
    projection: projectionOf(frame),
    enableRotation: false,
    center: frame.extent === null ? [0, 0] : middleOf(frame.extent),
    resolution: frame.extent === null ? 10 : Math.max(1e-9, (frame.extent[2] - frame.extent[0]) / 600),
    constrainResolution: false,
  });
}

function middleOf([west, south, east, north]: Box): [number, number] {
  return [(west + east) / 2, (south + north) / 2];
}

/** An element smaller than this has no styles yet. */
const LEAST_PX = 20;

/** Waits until an element has an area: a page whose styles are still on the way has none, and a map in it shows nothing. */
function whenSized(element: HTMLElement, then: () => void): () => void {
  const isSized = (): boolean => element.clientWidth > LEAST_PX && element.clientHeight > LEAST_PX;
  if (isSized()) {
    then();
    return () => {};
  }
  const watch = new ResizeObserver(() => {
    if (!isSized()) return;
    watch.disconnect();
    then();
  });
  watch.observe(element);
  return () => watch.disconnect();
}

/** The layers of a site on an OpenLayers map: base, terrain, one raster or two, shapes, graticule. */
export class SiteMap {
  readonly map: OlMap;
  readonly shapes = new ShapeLayers();
  readonly first: RasterView;
  readonly second: RasterView;
  readonly terrain: RasterView;
  readonly #frame: MapFrame;
  readonly #graticule;
  #base: TileLayer | null = null;
  #wanted: OwnBase | null = null;
  #isOver = false;
  readonly #stopWaiting: () => void;

  constructor(target: HTMLElement, options: SiteMapOptions) {
    const { frame, onPick, onPoint } = options;
    const projection = projectionOf(frame);
    this.#frame = frame;
    this.first = new RasterView(projection.getCode(), options.raster);
    this.second = new RasterView(projection.getCode(), options.raster);
    this.terrain = new RasterView(projection.getCode());
    this.#graticule = graticuleLayer(frame.code);
    this.map = new OlMap({
      controls: defaultControls({
        attribution: false,
        rotate: false,
        zoomOptions: { zoomInTipLabel: options.zoomIn, zoomOutTipLabel: options.zoomOut },
      }).extend([new ScaleLine({ minWidth: 72 })]),
      interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false }),
      layers: [
        this.first.layer,
        this.second.layer,
        this.terrain.layer,
        ...this.shapes.layers,
        this.#graticule,
      ],
      view: options.view ?? siteView(frame),
    });
    this.first.show(null);
    this.#stopWaiting = whenSized(target, () => {
      this.map.setTarget(target);
      const view = this.map.getView();
      if (!fitted.has(view)) this.fit();
      fitted.add(view);
    });
    this.map.on('click', ({ coordinate }) => onPick(this.shapes.unitAt(coordinate[0]!, coordinate[1]!)));
    this.map.on('pointermove', ({ coordinate, dragging }) => {
      if (dragging) return;
      const [x, y] = coordinate as [number, number];
      this.shapes.hover(this.shapes.unitAt(x, y));
      onPoint([x, y]);
    });
    target.addEventListener('pointerleave', () => {
      this.shapes.hover(null);
      onPoint(null);
    });
  }

  /** The whole site. */
  fit(): void {
    const { extent } = this.#frame;
    if (extent !== null) this.map.getView().fit([...extent], { padding: PADDING });
  }

  /** Moves to a unit that is out of sight. */
  bring(unit: string): void {
    const shape = this.shapes.shapeOf(unit)?.getGeometry();
    const size = this.map.getSize();
    if (shape === undefined || size === undefined) return;
    const view = this.map.getView();
    const seen = view.calculateExtent(size);
    const [x, y] = middleOf(shape.getExtent() as unknown as Box);
    if (x < seen[0]! || x > seen[2]! || y < seen[1]! || y > seen[3]!) view.setCenter([x, y]);
  }

  setGraticule(isShown: boolean): void {
    this.#graticule.setVisible(isShown);
  }

  /** @throws BaseProblem for a file that cannot be shown; then there is no base map */
  async setBase(base: OwnBase | null): Promise<void> {
    if (this.#base !== null) this.map.removeLayer(this.#base);
    this.#base = null;
    this.#wanted = base;
    if (base === null) return;
    const layer = await baseLayer(base);
    // Another one, or none, may have been asked for meanwhile.
    if (this.#wanted !== base || this.#isOver) return;
    this.#base = layer;
    this.map.getLayers().insertAt(0, layer);
  }

  onMove(told: () => void): () => void {
    const key = this.map.on('postrender', told);
    return () => unByKey(key);
  }

  onRest(told: () => void): () => void {
    const key = this.map.on('moveend', told);
    return () => unByKey(key);
  }

  dispose(): void {
    this.#isOver = true;
    this.#stopWaiting();
    this.map.setTarget(undefined);
    this.map.dispose();
  }
}
