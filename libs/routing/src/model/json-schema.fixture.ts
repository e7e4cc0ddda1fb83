/** The part of JSON Schema that `problem.schema.json` is written in. */
export interface Schema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
  title?: string;
  description?: string;
  type?: 'object' | 'array' | 'string' | 'number' | 'integer';
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: false;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minLength?: number;
  minimum?: number;
  maximum?: number;
  enum?: unknown[];
  const?: unknown;
  oneOf?: Schema[];
}

const TEXTS = ['$schema', '$id', 'title', 'description', '$defs'];

/** Whether JSON data is as the schema says. @throws {Error} for a keyword that is not known here */
export function accepts(root: Schema, value: unknown, schema: Schema = root): boolean {
  return Object.entries(schema).every(([keyword, rule]) => TEXTS.includes(keyword) || holds(root, value, schema, keyword, rule));
}

export function resolve(root: Schema, { $ref }: Schema): Schema | undefined {
  return $ref === undefined ? undefined : root.$defs?.[$ref.slice('#/$defs/'.length)];
}

function holds(root: Schema, value: unknown, schema: Schema, keyword: string, rule: unknown): boolean {
  const list = Array.isArray(value) ? (value as unknown[]) : undefined;
  const fields = typeof value === 'object' && value !== null && !list ? Object.entries(value) : undefined;
  switch (keyword as keyof Schema) {
    case '$ref':
      return accepts(root, value, resolve(root, schema));
    case 'type':
      return typeOf(value) === rule || (rule === 'number' && typeOf(value) === 'integer');
    case 'properties':
      return !fields || fields.every(([name, each]) => accepts(root, each, schema.properties![name] ?? {}));
    case 'required':
      return !fields || schema.required!.every((name) => fields.some(([own]) => own === name));
    case 'additionalProperties':
      return !fields || fields.every(([name]) => name in schema.properties!);
    case 'items':
      return !list || list.every((each) => accepts(root, each, schema.items));
    case 'minItems':
      return !list || list.length >= schema.minItems!;
    case 'maxItems':
      return !list || list.length <= schema.maxItems!;
    case 'uniqueItems':
      return !list || new Set(list).size === list.length;
    case 'minLength':
      return typeof value !== 'string' || value.length >= schema.minLength!;
    case 'minimum':
      return typeof value !== 'number' || value >= schema.minimum!;
    case 'maximum':
      return typeof value !== 'number' || value <= schema.maximum!;
    case 'enum':
      return schema.enum!.includes(value);
    case 'const':
      return value === rule;
    case 'oneOf':
      return schema.oneOf!.filter((each) => accepts(root, value, each)).length === 1;
    default:
      throw new Error(`The schema has a keyword that its test does not know: ${keyword}`);
  }
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
