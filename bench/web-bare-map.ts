import type Feature from 'ol/Feature.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import OlMap from 'ol/Map.js';
import VectorSource from 'ol/source/Vector.js';
import { Fill, Stroke, Style } from 'ol/style.js';
import View from 'ol/View.js';

/** The reference in the browser: the same polygons on an OpenLayers map as its examples write it, with nothing around. */
const shapes = await (await fetch(new URLSearchParams(location.search).get('shapes')!)).json();
const features = new GeoJSON().readFeatures(shapes) as Feature[];
const source = new VectorSource({ features });
const fills = ['#8fd0a8', '#ecd06f', '#e48a3a', '#c8473f'].map(
  (color) => new Style({ fill: new Fill({ color }), stroke: new Stroke({ color: '#3b433e', width: 0.6 }) }),
);
const layer = new VectorLayer({
  source,
  style: (feature) => fills[String(feature.get('id')).length % fills.length]!,
});
const map = new OlMap({ target: 'map', layers: [layer], view: new View({ enableRotation: false }) });
map.getView().fit(source.getExtent()!);
map.once('rendercomplete', () => document.body.setAttribute('data-drawn', ''));
