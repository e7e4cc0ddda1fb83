import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Document } from './document.entity.js';

@Resolver(() => Document)
export class DocumentsResolver {
  @ResolveField(() => String, { description: 'Where it is read, on this server.' })
  url(@Parent() document: Document): string {
    return `/documents/${document.id}`;
  }
}
