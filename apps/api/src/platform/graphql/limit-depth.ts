import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** Refuses operations that nest deeper than `most` fields, before anything runs. */
export function limitDepth(most: number): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation }) {
          const depth = operation ? depthOf(operation.selectionSet, document) : 0;
          if (depth > most)
            throw new GraphQLError(`The operation nests ${depth} fields deep; ${most} is the most.`, {
              extensions: { code: 'TOO_DEEP', limit: most, http: { status: 400 } },
            });
        },
      };
    },
  };
}

/**
 * Fields on the longest way down; introspection has its own switch and does not count. The document is valid already,
 * so no fragment lies within itself; each is measured once.
 */
export function depthOf(selections: SelectionSetNode, document: DocumentNode): number {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment.selectionSet]),
  );
  const known = new Map<SelectionSetNode, number>();

  const measure = (set: SelectionSetNode | undefined): number => {
    if (!set) return 0;
    let depth = known.get(set);
    if (depth === undefined) {
      depth = Math.max(0, ...set.selections.map(below));
      known.set(set, depth);
    }
    return depth;
  };
  const below = (selection: SelectionSetNode['selections'][number]): number => {
    if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__') ? 0 : 1 + measure(selection.selectionSet);
    return measure(selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value));
  };
  return measure(selections);
}
