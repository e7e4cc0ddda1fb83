import { DefaultNamingStrategy, type Table, type NamingStrategyInterface } from 'typeorm';

/** The names that the migrations use: snake case, and PostgreSQL's own name for a primary key. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, customName?: string): string {
    return customName ?? snake(className);
  }

  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return [...prefixes, customName ?? propertyName].map(snake).join('_');
  }

  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return `${snake(relationName)}_${snake(referencedColumnName)}`;
  }

  override primaryKeyName(tableOrName: Table | string): string {
    return `${(typeof tableOrName === 'string' ? tableOrName : tableOrName.name).split('.').at(-1)}_pkey`;
  }
}

const snake = (text: string) => text.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
