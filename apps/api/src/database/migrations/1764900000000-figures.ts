import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the figures rest on: the inhabitants of each municipality, and a count of searches that found nothing. Such a
 * count has no person, address, text or moment in it: only the day, what was wanted, where and for which month.
 */
export class Figures1764900000000 implements MigrationInterface {
  name = 'Figures1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE municipality (
  nis text PRIMARY KEY,
  name text NOT NULL,
  area text NOT NULL,
  inhabitants integer NOT NULL CONSTRAINT municipality_inhabitants_not_negative CHECK (inhabitants >= 0),
  inhabitants_on date NOT NULL,
  source text NOT NULL
);

CREATE TABLE search_miss (
  on_day date NOT NULL,
  wanted_month date NOT NULL,
  model_code text NOT NULL DEFAULT '',
  domain text NOT NULL DEFAULT '',
  nis text NOT NULL DEFAULT '',
  times integer NOT NULL CONSTRAINT search_miss_times_bounded CHECK (times BETWEEN 1 AND 50),
  PRIMARY KEY (on_day, wanted_month, model_code, domain, nis)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
