import { Field, InputType, Int } from '@nestjs/graphql';
import { TargetGroup } from './usage-group.entity.js';

@InputType()
export class GroupUseInput {
  @Field(() => TargetGroup)
  targetGroup: TargetGroup;

  @Field(() => Int)
  participants: number;

  @Field(() => Boolean, { nullable: true, description: 'For a company’s staff only, and then always.' })
  sme?: boolean | null;

  @Field(() => String, { nullable: true })
  companyName?: string | null;
}
