import { GraphQLError, Kind, type FragmentDefinitionNode, type SelectionSetNode, type ValidationRule } from 'graphql';

/** Refuses operations that nest deeper than `most` fields; introspection is judged by its own switch, not here. */
export function limitDepth(most: number): ValidationRule {
  return (context) => {
    const known = new Map<string, number>();

    const depthOf = (selections: SelectionSetNode | undefined, within: readonly string[]): number => {
      let deepest = 0;
      for (const selection of selections?.selections ?? []) {
        if (selection.kind === Kind.FIELD) {
          if (!selection.name.value.startsWith('__')) deepest = Math.max(deepest, 1 + depthOf(selection.selectionSet, within));
        } else if (selection.kind === Kind.INLINE_FRAGMENT) deepest = Math.max(deepest, depthOf(selection.selectionSet, within));
        else deepest = Math.max(deepest, depthOfFragment(context.getFragment(selection.name.value), within));
      }
      return deepest;
    };

    const depthOfFragment = (fragment: FragmentDefinitionNode | null | undefined, within: readonly string[]): number => {
      // A fragment inside itself is another rule's complaint.
      if (!fragment || within.includes(fragment.name.value)) return 0;
      const name = fragment.name.value;
      const depth = known.get(name) ?? depthOf(fragment.selectionSet, [...within, name]);
      known.set(name, depth);
      return depth;
    };

    return {
      OperationDefinition(operation) {
        const depth = depthOf(operation.selectionSet, []);
        if (depth > most)
          context.reportError(
            new GraphQLError(`The operation nests ${depth} fields deep; ${most} is the most.`, {
              nodes: operation,
              extensions: { code: 'TOO_DEEP', limit: most },
            }),
          );
      },
    };
  };
}
