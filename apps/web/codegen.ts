import path from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';

const here = import.meta.dirname;

const config: CodegenConfig = {
  schema: path.join(here, '../api/schema.graphql'),
  documents: [path.join(here, 'src/**/*.{ts,tsx}'), `!${path.join(here, 'src/graphql/generated/**')}`],
  ignoreNoDocuments: true,
  generates: {
    [path.join(here, 'src/graphql/generated/')]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        skipTypename: false,
        defaultScalarType: 'unknown',
        scalars: { DateTime: 'string', Date: 'string', Cents: 'string' },
      },
    },
    [path.join(here, 'src/graphql/generated/possible-types.ts')]: {
      plugins: [path.join(here, 'codegen-possible-types.cjs')],
    },
  },
};

export default config;
