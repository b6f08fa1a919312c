import type { FeatureCollection } from 'geojson';
import type Feature from 'ol/Feature.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorImageLayer from 'ol/layer/VectorImage.js';
import VectorSource from 'ol/source/Vector.js';
import { Fill, Stroke, Style } from 'ol/style.js';

export type ShapeSet = 'boundary' | 'units' | 'reference';

/** From here on units are drawn as one picture that moves with the map, and drawn anew when it rests. */
const MANY = 2000;
/** Shapes of many are read so long at a time, and in pieces of so many, so that the page answers meanwhile. */
const TURN_MS = 12;
const PIECE = 100;
const CLEAR = 'rgba(255,255,255,0.01)';

/** Boundary, units and reference areas of a project; the picked and the pointed-at unit lie above in layers of their own, so that a new pick draws one shape and not all. */
export class ShapeLayers {
  readonly sources: Readonly<Record<ShapeSet, VectorSource>> = {
    boundary: new VectorSource(),
    // Units do not overlap: they are filled in batches.
    units: new VectorSource({ overlaps: false }),
    reference: new VectorSource(),
  };
  readonly #few = new VectorLayer({ source: this.sources.units });
  readonly #many = new VectorImageLayer({ source: this.sources.units, imageRatio: 1.5, visible: false });
  readonly #boundary = new VectorLayer({
    source: this.sources.boundary,
    style: new Style({ stroke: new Stroke({ color: '#1c211f', width: 1.6 }) }),
  });
  readonly #reference = new VectorLayer({
    source: this.sources.reference,
    visible: false,
    style: new Style({ stroke: new Stroke({ color: '#0072b2', width: 1.6, lineDash: [6, 4] }) }),
  });
  readonly #picked = new VectorSource();
  readonly #hovered = new VectorSource();
  readonly #pickedLayer = new VectorLayer({
    source: this.#picked,
    style: [
      new Style({ stroke: new Stroke({ color: '#ffffff', width: 6 }) }),
      new Style({ stroke: new Stroke({ color: '#0b57a4', width: 3.5 }) }),
    ],
  });
  readonly #hoveredLayer = new VectorLayer({
    source: this.#hovered,
    style: new Style({ stroke: new Stroke({ color: '#0b57a4', width: 2, lineDash: [4, 3] }) }),
  });
  readonly #byId = new Map<string, Feature>();
  #selected: string | null = null;
  #shown = true;
  #isMany = false;
  /** Units that are being read. */
  #latest: FeatureCollection | null = null;

  get layers() {
    return [this.#few, this.#many, this.#reference, this.#boundary, this.#hoveredLayer, this.#pickedLayer];
  }

  /**
   * Takes the shapes of a set; many units are read piece by piece and shown once all are there.
   *
   * @returns false where others came meanwhile
   */
  async set(kind: ShapeSet, data: FeatureCollection): Promise<boolean> {
    const source = this.sources[kind];
    const isMany = kind === 'units' && data.features.length > MANY;
    if (kind === 'units') {
      this.#latest = data;
      this.#byId.clear();
      this.#isMany = isMany;
      this.#few.setVisible(false);
      this.#many.setVisible(false);
    }
    source.clear(true);
    const format = new GeoJSON();
    let until = performance.now() + TURN_MS;
    for (let i = 0; i < data.features.length; i += PIECE) {
      if (isMany && performance.now() > until) {
        await turn();
        if (this.#latest !== data) return false;
        until = performance.now() + TURN_MS;
      }
      const piece = data.features.slice(i, i + PIECE).map((one) => format.readFeature(one) as Feature);
      source.addFeatures(piece);
      if (kind === 'units') for (const feature of piece) this.#byId.set(String(feature.get('id')), feature);
    }
    if (kind === 'units') {
      this.#latest = null;
      this.show('units', this.#shown);
      this.select(this.#selected);
    }
    return true;
  }

  /** Colours units; null is outline only. */
  colour(fill: ((unit: string) => string | null) | undefined): void {
    const styles = new Map<string | null, Style>();
    const isMany = this.#isMany;
    const style = (feature: { get: (name: string) => unknown }): Style => {
      const colour = fill?.(String(feature.get('id'))) ?? null;
      let known = styles.get(colour);
      if (known === undefined) {
        known = new Style({
          stroke: new Stroke({ color: '#3b433e', width: isMany ? 0.6 : 1 }),
          fill: new Fill({ color: colour ?? CLEAR }),
        });
        styles.set(colour, known);
      }
      return known;
    };
    this.#few.setStyle(style);
    this.#many.setStyle(style);
  }

  show(kind: ShapeSet, isShown: boolean): void {
    if (kind === 'boundary') this.#boundary.setVisible(isShown);
    else if (kind === 'reference') this.#reference.setVisible(isShown);
    else {
      this.#shown = isShown;
      // What is still being read comes when it is whole.
      const isThere = isShown && this.#latest === null;
      this.#few.setVisible(isThere && !this.#isMany);
      this.#many.setVisible(isThere && this.#isMany);
    }
  }

  select(unit: string | null): void {
    this.#selected = unit;
    put(this.#picked, unit === null ? undefined : this.#byId.get(unit));
  }

  hover(unit: string | null): void {
    put(this.#hovered, unit === null ? undefined : this.#byId.get(unit));
  }

  /** The unit at a place of the map. */
  unitAt(x: number, y: number): string | null {
    const [hit] = this.#shown ? this.sources.units.getFeaturesAtCoordinate([x, y]) : [];
    return hit === undefined ? null : String(hit.get('id'));
  }

  /** The shape of a unit, to bring it into view. */
  shapeOf(unit: string): Feature | undefined {
    return this.#byId.get(unit);
  }
}

function put(source: VectorSource, feature: Feature | undefined): void {
  source.clear(true);
  if (feature !== undefined) source.addFeature(feature);
}

/** Lets the page do what waits. */
function turn(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
