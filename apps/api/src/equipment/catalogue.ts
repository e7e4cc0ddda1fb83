import { Field, InputType, Int } from '@nestjs/graphql';
import type { EntityManager } from 'typeorm';
import { decodeCursor, pageOf, toConnection } from '../platform/graphql/connection.js';
import { likeText } from '../sites/list-sites.js';
import { DOMAINS } from './domains.js';
import { Mobility } from './enums.js';
import { EquipmentModel } from './equipment-model.entity.js';
import { type CatalogueFacets, type Facet, ModelType, type ModelConnection } from './equipment.types.js';

@InputType()
export class CatalogueFilter {
  @Field(() => String, { nullable: true })
  text?: string | null;

  @Field(() => [String], { nullable: true })
  domains?: string[] | null;

  @Field(() => Mobility, { nullable: true })
  mobility?: Mobility | null;

  @Field(() => String, { nullable: true, description: 'A unit is at home in this municipality.' })
  municipality?: string | null;

  @Field(() => Int, { nullable: true })
  groupSize?: number | null;
}

/** Models by Dutch name, with how many there are per facet value; a facet ignores its own filter, so that it can be widened. */
export async function catalogue(
  manager: EntityManager,
  filter: CatalogueFilter,
  askedFirst: number,
  cursor: string | null,
): Promise<ModelConnection> {
  const first = pageOf(askedFirst);
  const after = decodeCursor(cursor, 2);
  const { where, values } = conditions(filter);
  const rows = await manager
    .createQueryBuilder(EquipmentModel, 'm')
    .where(where.all.join(' AND ') || 'true', values)
    .andWhere(
      after ? '(m.name_nl, m.id) > (:afterName, :afterId)' : 'true',
      after ? { afterName: after[0], afterId: after[1] } : {},
    )
    .orderBy('m.name_nl')
    .addOrderBy('m.id')
    .limit(first + 1)
    .getMany();
  const facets = await countFacets(manager, where, values);
  const connection = toConnection(
    rows.map((row) => ModelType.of(row)),
    first,
    facets.total,
    (model) => [model.name.nl, model.id],
  );
  return Object.assign(connection, { facets: facets.facets });
}

type Where = Record<'all' | 'noDomain' | 'noMobility' | 'noMunicipality', string[]>;

function conditions(filter: CatalogueFilter): { where: Where; values: Record<string, unknown> } {
  const text = filter.text?.trim()
    ? `concat_ws(' ', m.name_nl, m.name_fr, m.name_en, m.promise_nl, m.promise_fr, m.promise_en, m.example_product, m.code) ILIKE :text`
    : undefined;
  const domain = filter.domains?.length ? 'm.domain = ANY(:domains)' : undefined;
  const mobility = filter.mobility ? 'm.mobility = :mobility' : undefined;
  const group = filter.groupSize ? 'm.max_participants >= :groupSize' : undefined;
  const municipality = filter.municipality
    ? `EXISTS (SELECT 1 FROM equipment_unit fu JOIN site fs ON fs.id = fu.home_site_id
        WHERE fu.model_id = m.id AND fu.in_service AND fs.municipality = :municipality)`
    : undefined;
  const of = (...parts: (string | undefined)[]) => parts.filter((part) => part !== undefined);
  return {
    where: {
      all: of('m.active', text, group, domain, mobility, municipality),
      noDomain: of('m.active', text, group, mobility, municipality),
      noMobility: of('m.active', text, group, domain, municipality),
      noMunicipality: of('m.active', text, group, domain, mobility),
    },
    values: {
      text: `%${likeText(filter.text ?? '')}%`,
      domains: filter.domains ?? [],
      mobility: filter.mobility ?? null,
      groupSize: filter.groupSize ?? null,
      municipality: filter.municipality ?? null,
    },
  };
}

async function countFacets(
  manager: EntityManager,
  where: Where,
  values: Record<string, unknown>,
): Promise<{ total: number; facets: CatalogueFacets }> {
  const count = (parts: string[], value: string, from = 'equipment_model m') =>
    `SELECT ${value} AS value, count(DISTINCT m.id)::int AS count FROM ${from} WHERE ${parts.join(' AND ') || 'true'} GROUP BY 1`;
  const withSites = `equipment_model m JOIN equipment_unit u ON u.model_id = m.id AND u.in_service JOIN site s ON s.id = u.home_site_id`;
  const sql = [
    `SELECT 'total' AS facet, * FROM (${count(where.all, `''`)}) t`,
    `SELECT 'domains', * FROM (${count(where.noDomain, 'm.domain')}) t`,
    `SELECT 'mobility', * FROM (${count(where.noMobility, 'm.mobility')}) t`,
    `SELECT 'municipalities', * FROM (${count(where.noMunicipality, 's.municipality', withSites)}) t`,
  ].join(' UNION ALL ');
  const { text, parameters } = numbered(sql, values);
  const rows = await manager.query<{ facet: string; value: string; count: number }[]>(text, parameters);
  const of = (facet: string, label: (value: string) => Facet['label']) =>
    rows
      .filter((row) => row.facet === facet)
      .map((row) => ({ value: row.value, count: row.count, label: label(row.value) }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    total: rows.find((row) => row.facet === 'total')?.count ?? 0,
    facets: {
      domains: of('domains', (value) => DOMAINS[value] ?? same(value)),
      mobility: of('mobility', (value) => MOBILITY_NAMES[value] ?? same(value)),
      municipalities: of('municipalities', same),
    },
  };
}

/** `:name` placeholders as `$1`, with just the values that occur. */
function numbered(sql: string, values: Record<string, unknown>): { text: string; parameters: unknown[] } {
  const names: string[] = [];
  const text = sql.replace(/(?<!:):([a-zA-Z]+)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text, parameters: names.map((name) => values[name]) };
}

const same = (value: string) => ({ nl: value, fr: value, en: value });
const MOBILITY_NAMES: Record<string, Facet['label']> = {
  MOBILE: { nl: 'Reist naar jou', fr: 'Vient chez vous', en: 'Travels to you' },
  FIXED: { nl: 'Staat vast', fr: 'Sur place', en: 'Stays in place' },
};
