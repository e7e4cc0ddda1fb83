import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** Anything with an id of its own. Types say `@ObjectType({ implements: () => Node })`. */
@InterfaceType('Node', {
  resolveType: (value: { __typename?: string; constructor: { name: string } }) => value.__typename ?? value.constructor.name,
})
export abstract class Node {
  @Field(() => ID)
  id: string;
}
