import { Args, Context, createUnionType, Mutation, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { inTransaction } from '../database/transaction.js';
import { Person } from '../people/person.entity.js';
import { toViewer } from '../people/to-viewer.js';
import { Viewer } from '../people/viewer.type.js';
import { Done, Refusal } from '../platform/graphql/refusal.js';
import { orRefusal } from '../platform/refuse.js';
import { Settings } from '../platform/settings.js';
import { Loaders } from '../platform/graphql/loaders.js';
import type { GraphqlContext } from './context.js';
import { requestPasswordLink } from './request-password-link.js';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.js';
import { endSession, SESSION_MS } from './session.js';
import { setPassword } from './set-password.js';
import { signIn } from './sign-in.js';

export const SignInResult = createUnionType({ name: 'SignInResult', types: () => [Viewer, Refusal] as const });

@Resolver()
export class AuthResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Mutation(() => SignInResult, { description: 'Sets the session cookie.' })
  async signIn(
    @Args('email') email: string,
    @Args('password') password: string,
    @Context() context: GraphqlContext,
  ): Promise<Viewer | Refusal> {
    const { sessionSecret: secret, signInAttempts: attempts } = this.settings;
    const result = await signIn(this.dataSource, { email, password, ip: ipOf(context), attempts, secret });
    return result instanceof Refusal ? result : this.welcome(context, result);
  }

  @Mutation(() => Done)
  async signOut(@Context() { req, res }: GraphqlContext): Promise<Done> {
    const token = readSessionCookie(req, this.settings);
    if (token !== undefined) await inTransaction(this.dataSource, (tx) => endSession(tx, token));
    clearSessionCookie(res, this.settings);
    return { ok: true };
  }

  @Mutation(() => Done, { description: 'Mails a link when the address is known, and says ok either way.' })
  async requestPasswordLink(@Args('email') email: string, @Context() context: GraphqlContext): Promise<Done> {
    await requestPasswordLink(this.dataSource, this.settings, { email, ip: ipOf(context) });
    return { ok: true };
  }

  @Mutation(() => SignInResult, { description: 'Sets a password by a link from a mail, and signs in.' })
  async setPassword(
    @Args('token') token: string,
    @Args('password') password: string,
    @Context() context: GraphqlContext,
  ): Promise<Viewer | Refusal> {
    const result = await orRefusal(() => inTransaction(this.dataSource, (tx) => setPassword(tx, token, password)));
    return result instanceof Refusal ? result : this.welcome(context, result);
  }

  /** Gives the browser its session; the rest of this request already runs as this person. */
  private async welcome(context: GraphqlContext, { token, person: { id } }: { token: string; person: Person }): Promise<Viewer> {
    setSessionCookie(context.res, this.settings, token, SESSION_MS);
    const person = await this.dataSource.manager.findOneByOrFail(Person, { id });
    context.actor = { role: person.role, personId: id, organisationId: person.organisationId };
    context.loaders = new Loaders({ manager: this.dataSource.manager, actor: context.actor });
    return toViewer(person);
  }
}

const ipOf = ({ req }: GraphqlContext) => req.ip ?? 'unknown';
