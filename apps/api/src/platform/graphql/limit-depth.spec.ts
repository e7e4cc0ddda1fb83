import { parse, type OperationDefinitionNode } from 'graphql';
import { depthOf } from './limit-depth.js';

const depth = (text: string) => {
  const document = parse(text);
  return depthOf((document.definitions[0] as OperationDefinitionNode).selectionSet, document);
};

test.each([
  ['{ a }', 1],
  ['{ a { b { c } } d { e } }', 3],
  ['{ a { ... on B { c } } }', 2],
  ['{ ...F } fragment F on Query { a { ...G } } fragment G on A { b { c } }', 3],
  ['{ __schema { types { fields { name } } } }', 0],
])('%s is %i deep', (text, expected) => {
  expect(depth(text)).toBe(expected);
});

test('fragments that double at each level are measured once each', () => {
  const levels = 40;
  const fragments = Array.from({ length: levels }, (_, at) => `fragment F${at} on A { a { ...F${at + 1} } b { ...F${at + 1} } }`);
  expect(depth(`{ ...F0 } ${fragments.join(' ')} fragment F${levels} on A { c }`)).toBe(levels + 1);
});
