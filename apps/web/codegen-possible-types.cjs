// Which types each interface and union can be: what Apollo's cache needs to match fragments.
module.exports = {
  plugin(schema) {
    const possibleTypes = {};
    for (const type of Object.values(schema.getTypeMap())) {
      const abstract = type.astNode && ['InterfaceTypeDefinition', 'UnionTypeDefinition'].includes(type.astNode.kind);
      if (abstract) possibleTypes[type.name] = schema.getPossibleTypes(type).map((possible) => possible.name);
    }
    return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possibleTypes)};\n`;
  },
};
