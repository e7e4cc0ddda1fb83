import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { featureModules, schemaOptions } from './app.module.js';
import { sayAndExit } from './platform/say-and-exit.js';

// Writes the GraphQL schema that the code says; with --check it compares only; another
// file may be named. Needs no database.
const named = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const file = path.resolve(named ?? path.join(import.meta.dirname, '../schema.graphql'));
const HEAD = '# Written by `npm run schema` from the code in apps/api/src; do not edit.\n\n';

const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false });
await app.init();
const schema = await app.get(GraphQLSchemaFactory).create(resolversOf(featureModules), schemaOptions);
await app.close();
const text = `${HEAD}${printSchema(lexicographicSortSchema(schema))}\n`;

if (process.argv.includes('--check')) {
  if (read(file) !== text) sayAndExit('apps/api/schema.graphql is stale: run npm run schema and commit the result.');
} else if (read(file) !== text) writeFileSync(file, text);

function read(name: string): string | undefined {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    return undefined;
  }
}

/** Providers of the feature modules that resolve GraphQL types; the others do no harm to the schema. */
function resolversOf(modules: readonly (abstract new (...args: never[]) => unknown)[]): (new () => object)[] {
  return modules.flatMap((module) => (Reflect.getMetadata('providers', module) ?? []) as (new () => object)[]);
}
