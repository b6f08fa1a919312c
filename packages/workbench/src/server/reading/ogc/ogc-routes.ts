import { AftermineError, say } from '@aftermine/science/base';
import { isGeographic, projectPolygons } from '@aftermine/science/site';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { wantsPage } from '../../browser-page.ts';
import { requestLanguage } from '../../request-language.ts';
import { jsonAnswer } from '../json-answer.ts';
import { pathPart, readingRoute } from '../reading-route.ts';
import type { ReadingState } from '../reading-state.ts';
import { geometryText } from '../shapes.ts';
import {
  collectionOf,
  collectionWords,
  findCollection,
  type OgcCard,
  type OgcCollection,
  ogcCard,
  ogcLayers,
  ogcProjects,
} from './collections.ts';
import { crsOfUri, offeredCrs, type SpokenCrs, spokenCrs } from './crs-uri.ts';
import { dateRange } from './date-range.ts';
import {
  collectionPage,
  collectionsPage,
  conformancePage,
  landingPage,
  type OgcPageCard,
} from './ogc-pages.ts';
import { askedBox, selectItems } from './select-items.ts';

const CLASSES = [
  'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
  'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
];
const JSON_TYPE = 'application/json';
const HTML = 'text/html; charset=utf-8';
const GEOJSON = 'application/geo+json';
const OPENAPI = 'application/vnd.oai.openapi+json;version=3.0';
const OPENAPI_31 = 'application/vnd.oai.openapi+json;version=3.1';
const MOST_ITEMS = 10_000;
const BY_ACCEPT = { vary: 'Accept, Accept-Encoding, Accept-Language' };

const link = z.object({
  href: z.string(),
  rel: z.string(),
  type: z.string().optional(),
  title: z.string().optional(),
});
type Link = z.infer<typeof link>;
const links = z.array(link);
const common = { f: z.enum(['json']).optional(), lang: z.enum(['zh', 'en']).optional() } as const;
/** Resources that are a page, too: `?f=`, else whatever the asker prefers. */
const pageQuery = z.object({ ...common, f: z.enum(['json', 'html']).optional() });
const itemQuery = z.object({
  ...common,
  crs: z.string().max(200).optional().describe('URI of a system the collection lists'),
});
const itemsQuery = z.object({
  ...common,
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .default(1000)
    .transform((limit) => Math.min(limit, MOST_ITEMS)),
  offset: z.coerce.number().int().min(0).default(0),
  bbox: z.string().max(300).optional(),
  'bbox-crs': z.string().max(200).optional(),
  crs: z.string().max(200).optional(),
  datetime: z.string().max(100).optional(),
});
const collectionSchema = z.looseObject({
  id: z.string(),
  title: z.string(),
  links,
  crs: z.array(z.string()),
  storageCrs: z.string(),
});
const featureSchema = z.looseObject({ type: z.literal('Feature'), id: z.string() });

/**
 * OGC API Features: Part 1 core with GeoJSON, Part 2 coordinate reference systems. QGIS and GDAL read it at `/ogc`.
 *
 * @source OGC 17-069r4; OGC 18-058r1
 */
export function registerOgcRoutes(app: OpenAPIHono, state: ReadingState): void {
  const { context, packed } = state;
  const json = async (
    c: Context,
    text: string,
    type = JSON_TYPE,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> =>
    jsonAnswer(c, packed, { tag: context.workbench.hash(text).slice(0, 24), type, headers }, () => text);
  const page = async (c: Context, text: string): Promise<Response> => json(c, text, HTML, BY_ACCEPT);

  const asked = async (c: Context): Promise<OgcCollection> => {
    const { snapshot, layer } = await findCollection(state, pathPart(c, 'collection'));
    return collectionOf(state, snapshot, layer);
  };

  readingRoute(
    app,
    {
      path: '/ogc',
      summary: 'OGC API Features: where everything is',
      query: pageQuery,
      answers: {
        [JSON_TYPE]: z.object({ title: z.string(), description: z.string(), links }),
        'text/html': null,
      },
    },
    (c) => {
      onlyKnown(c, pageQuery);
      if (wantsPage(c)) return page(c, landingPage());
      const base = baseOf(c);
      const language = requestLanguage(c, context);
      return json(
        c,
        JSON.stringify({
          title: 'Aftermine',
          description: say(language, 'ogc.about'),
          links: [
            { href: `${base}/ogc`, rel: 'self', type: JSON_TYPE },
            { href: `${base}/ogc?f=html`, rel: 'alternate', type: 'text/html' },
            { href: `${base}/ogc/api`, rel: 'service-desc', type: OPENAPI },
            { href: `${base}/api`, rel: 'service-desc', type: OPENAPI_31 },
            { href: `${base}/api/docs`, rel: 'service-doc', type: 'text/html' },
            { href: `${base}/ogc/conformance`, rel: 'conformance', type: JSON_TYPE },
            { href: `${base}/ogc/collections`, rel: 'data', type: JSON_TYPE },
          ],
        }),
        JSON_TYPE,
        BY_ACCEPT,
      );
    },
  );

  readingRoute(
    app,
    {
      path: '/ogc/conformance',
      summary: 'Conformance classes',
      query: pageQuery,
      answers: { [JSON_TYPE]: z.object({ conformsTo: z.array(z.string()) }), 'text/html': null },
    },
    (c) => {
      onlyKnown(c, pageQuery);
      return wantsPage(c)
        ? page(c, conformancePage(CLASSES))
        : json(c, JSON.stringify({ conformsTo: CLASSES }), JSON_TYPE, BY_ACCEPT);
    },
  );

  app.get('/ogc/api', (c) => {
    const { paths, ...rest } = app.getOpenAPIDocument({
      openapi: '3.0.3',
      info: { title: 'Aftermine: OGC API Features', version: context.workbench.version },
      servers: [{ url: baseOf(c) }],
    });
    const own = Object.fromEntries(Object.entries(paths).filter(([path]) => path.startsWith('/ogc')));
    return json(c, JSON.stringify({ ...rest, paths: own }), OPENAPI);
  });

  readingRoute(
    app,
    {
      path: '/ogc/collections',
      summary: 'Every layer of every project',
      query: pageQuery,
      answers: {
        [JSON_TYPE]: z.object({ links, collections: z.array(collectionSchema) }),
        'text/html': null,
      },
    },
    async (c) => {
      onlyKnown(c, pageQuery);
      const base = baseOf(c);
      const cards: OgcCard[] = [];
      for (const snapshot of await ogcProjects(state))
        for (const layer of await ogcLayers(snapshot)) cards.push(await ogcCard(state, snapshot, layer));
      if (wantsPage(c)) return page(c, collectionsPage(cards.map(shown)));
      return json(
        c,
        JSON.stringify({
          links: [
            { href: `${base}/ogc/collections`, rel: 'self', type: JSON_TYPE },
            { href: `${base}/ogc/collections?f=html`, rel: 'alternate', type: 'text/html' },
          ],
          collections: cards.map((card) => described(c, card)),
        }),
        JSON_TYPE,
        BY_ACCEPT,
      );
    },
  );

  readingRoute(
    app,
    {
      path: '/ogc/collections/{collection}',
      summary: 'One layer of one project',
      query: pageQuery,
      answers: { [JSON_TYPE]: collectionSchema, 'text/html': null },
    },
    async (c) => {
      onlyKnown(c, pageQuery);
      const { snapshot, layer } = await findCollection(state, pathPart(c, 'collection'));
      const card = await ogcCard(state, snapshot, layer);
      return wantsPage(c)
        ? page(c, collectionPage(shown(card)))
        : json(c, JSON.stringify(described(c, card)), JSON_TYPE, BY_ACCEPT);
    },
  );

  readingRoute(
    app,
    {
      path: '/ogc/collections/{collection}/items',
      summary: 'Features of a layer, page by page',
      query: itemsQuery,
      answers: {
        [GEOJSON]: z.looseObject({
          type: z.literal('FeatureCollection'),
          features: z.array(featureSchema),
          links,
        }),
      },
    },
    async (c, query) => {
      onlyKnown(c, itemsQuery);
      const collection = await asked(c);
      const offered = offeredCrs(collection.crs);
      const crs = crsOfUri('crs', query.crs, offered);
      const bboxCrs = crsOfUri('bbox-crs', query['bbox-crs'], offered);
      const selected = selectItems(
        collection,
        query.bbox === undefined ? null : askedBox(query.bbox, bboxCrs),
        query.datetime === undefined ? null : dateRange(query.datetime),
      );
      const { offset, limit } = query;
      const places = selected.slice(offset, offset + limit);
      const here = collectionUrl(c, collection.id);
      const another = (rel: string, at: number): Link => {
        const search = new URL(c.req.url).searchParams;
        search.set('offset', String(at));
        search.set('limit', String(limit));
        return { href: `${here}/items?${search}`, rel, type: GEOJSON };
      };
      const about = {
        numberMatched: selected.length,
        numberReturned: places.length,
        links: [
          { href: `${here}/items${new URL(c.req.url).search}`, rel: 'self', type: GEOJSON },
          ...(offset + limit < selected.length ? [another('next', offset + limit)] : []),
          ...(offset > 0 ? [another('prev', Math.max(0, offset - limit))] : []),
          { href: here, rel: 'collection', type: JSON_TYPE },
        ],
      };
      const features = places.map((place) => featureText(collection, place, crs));
      const head = JSON.stringify(about).slice(1, -1);
      const text = `{"type":"FeatureCollection",${head},"features":[${features.join(',\n')}]}`;
      return json(c, text, GEOJSON, { 'content-crs': `<${crs.uri}>` });
    },
  );

  readingRoute(
    app,
    {
      path: '/ogc/collections/{collection}/items/{feature}',
      summary: 'One feature',
      query: itemQuery,
      answers: { [GEOJSON]: featureSchema },
    },
    async (c, query) => {
      onlyKnown(c, itemQuery);
      const collection = await asked(c);
      const crs = crsOfUri('crs', query.crs, offeredCrs(collection.crs));
      const id = pathPart(c, 'feature');
      const place = collection.placeOf.get(id);
      if (place === undefined)
        throw new AftermineError('NotFound', 'E-SRV-114', { where: collection.id, got: id.slice(0, 200) });
      const here = collectionUrl(c, collection.id);
      const own: Link[] = [
        { href: `${here}/items/${encodeURIComponent(id)}`, rel: 'self', type: GEOJSON },
        { href: here, rel: 'collection', type: JSON_TYPE },
      ];
      return json(c, featureText(collection, place, crs, own), GEOJSON, { 'content-crs': `<${crs.uri}>` });
    },
  );

  function described(c: Context, { id, layer, name, crs, extent, years }: OgcCard): unknown {
    const here = collectionUrl(c, id);
    const language = requestLanguage(c, context);
    return {
      id,
      ...collectionWords(language, name, layer),
      itemType: 'feature',
      extent: {
        ...(extent === null ? {} : { spatial: { bbox: [extent], crs: offeredCrs(crs)[0]!.uri } }),
        ...(years === null
          ? {}
          : { temporal: { interval: [[`${years[0]}-01-01T00:00:00Z`, `${years[1]}-12-31T23:59:59Z`]] } }),
      },
      crs: offeredCrs(crs).map(({ uri }) => uri),
      storageCrs: spokenCrs(crs).uri,
      links: [
        { href: here, rel: 'self', type: JSON_TYPE },
        { href: `${here}?f=html`, rel: 'alternate', type: 'text/html' },
        { href: `${here}/items`, rel: 'items', type: GEOJSON },
      ],
    };
  }
}

/** A card as a page in both languages shows it. */
function shown({ id, layer, name, crs, extent, years }: OgcCard): OgcPageCard {
  const [zh, en] = [collectionWords('zh', name, layer), collectionWords('en', name, layer)];
  return {
    id,
    title: { zh: zh.title, en: en.title },
    about: { zh: zh.description, en: en.description },
    crs: offeredCrs(crs).map(({ uri }) => uri),
    bbox: extent,
    years,
  };
}

/** A feature as GeoJSON text, in a system and the order of its axes. */
function featureText(
  { features, crs: storage }: OgcCollection,
  place: number,
  crs: SpokenCrs,
  own?: readonly Link[],
): string {
  const { id, geometry, properties } = features[place]!;
  const shape = projectPolygons(geometry, storage, crs.code);
  const text = geometryText(shape, isGeographic(crs.code) ? 7 : 2, crs.northFirst);
  const more = own === undefined ? '' : `,"links":${JSON.stringify(own)}`;
  return `{"type":"Feature","id":${JSON.stringify(id)},"geometry":${text},"properties":${JSON.stringify(properties)}${more}}`;
}

/** Scheme and host as the asker wrote them. */
function baseOf(c: Context): string {
  return new URL(c.req.url).origin;
}

function collectionUrl(c: Context, id: string): string {
  return `${baseOf(c)}/ogc/collections/${encodeURIComponent(id)}`;
}

/** The standard wants a parameter that is not declared to be refused. @throws InvalidInput `E-SRV-115` */
function onlyKnown(c: Context, query: z.ZodObject): void {
  const known = Object.keys(query.shape);
  for (const name of Object.keys(c.req.query()))
    if (!known.includes(name))
      throw new AftermineError('InvalidInput', 'E-SRV-115', {
        expected: known.join(', '),
        got: name.slice(0, 80),
      });
}
