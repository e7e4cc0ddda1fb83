import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import type { Request, Response } from 'express';
import {
  GraphQLError,
  getOperationAST,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type ExecutionArgs,
} from 'graphql';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { DataSource } from 'typeorm';
import { type WebSocket, WebSocketServer } from 'ws';
import { depthOf } from '../platform/graphql/limit-depth.js';
import type { KnownDocuments } from '../platform/graphql/known-documents.js';
import { Running } from '../platform/running.js';
import { Settings } from '../platform/settings.js';
import type { Actor } from './actor.js';
import { readSessionCookie } from './session-cookie.js';
import { actorOfToken, actorsOfHashes, hashToken } from './session.js';

const LARGEST_MESSAGE_BYTES = 8 * 1024;
const MOST_TOKENS = 200;
const DEEPEST = 4;
const MOST_SUBSCRIPTIONS = 5;
/** Open tabs of one person… */
const MOST_SOCKETS_EACH = 20;
/** …and of everybody, on one replica. */
const MOST_SOCKETS = 5_000;
const HELLO_MS = 5_000;
const CHECK_SESSIONS_MS = 30_000;

interface Holder {
  readonly actor: Actor;
  readonly tokenHash: Buffer;
}

/**
 * Subscriptions over WebSocket, beside the GraphQL endpoint. Only for who is signed in, and only from our own pages: a
 * browser sends the session's cookie with any page's socket, so the origin decides.
 */
@Injectable()
export class LiveSockets implements OnModuleDestroy {
  private readonly logger = new Logger('LiveSockets');
  private readonly wss = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE_BYTES, perMessageDeflate: false });
  private readonly arriving = new WeakMap<IncomingMessage, Holder>();
  private readonly holders = new Map<WebSocket, Holder>();
  private checking: NodeJS.Timeout | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly dataSource: DataSource,
    private readonly running: Running,
  ) {}

  /** @param known the web client's documents, which it names by hash */
  attach(app: NestExpressApplication, known: () => KnownDocuments): void {
    this.wss.on('connection', (socket, request) => {
      const holder = this.arriving.get(request)!;
      this.holders.set(socket, holder);
      socket.once('close', () => this.holders.delete(socket));
      // A message that is too large closes the socket, with the code that says so; graphql-ws would log a trace of it.
      queueMicrotask(() => socket.removeAllListeners('error').on('error', () => {}));
    });
    useServer(
      {
        connectionInitWaitTimeout: HELLO_MS,
        onConnect: ({ extra }) => this.holders.has(extra.socket),
        onSubscribe: ({ extra, subscriptions }, _id, payload) => {
          // Read when the socket says so, since roles change: the check of the sessions closes sockets whose actor did.
          const { actor } = this.holders.get(extra.socket)!;
          if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS) return [new GraphQLError('Too many subscriptions.')];
          return argumentsOf(app.get(GraphQLSchemaHost), known(), payload, { actor });
        },
        onNext: (_ctx, _id, _payload, _args, { data, errors }) => ({ data, ...(errors && { errors: errors.map(plainly) }) }),
      },
      this.wss,
    );
    const server = app.getHttpServer() as Server;
    server.on('upgrade', (request, socket, head) => void this.upgrade(request, socket, head));
    this.checking = setInterval(() => void this.checkSessions(), CHECK_SESSIONS_MS).unref();
  }

  /** Ends all sockets with the code by which clients come back, to another replica if there is one. */
  close(): void {
    clearInterval(this.checking);
    for (const socket of this.wss.clients) {
      socket.close(1001, 'Going away');
      // One that does not answer must not keep the program.
      setTimeout(() => socket.terminate(), 1_000).unref();
    }
  }

  onModuleDestroy(): void {
    this.close();
  }

  /** Sockets whose session ended, or whose person became somebody else in the policy's eyes, end too. */
  async checkSessions(): Promise<void> {
    if (this.holders.size === 0) return;
    try {
      const actors = await actorsOfHashes(
        this.dataSource.manager,
        [...this.holders.values()].map(({ tokenHash }) => tokenHash),
      );
      for (const [socket, { actor, tokenHash }] of this.holders) {
        const now = actors.get(tokenHash.toString('hex'));
        if (!now) socket.close(CloseCode.Forbidden, 'The session is over');
        else if (now.role !== actor.role || now.organisationId !== actor.organisationId) socket.close(1012, 'Come back');
      }
    } catch (error) {
      this.logger.warn(`sessions could not be checked: ${(error as Error).name}`);
    }
  }

  private async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    const refused = await this.refusalOf(request).catch(() => '503 Service Unavailable');
    if (!refused) return this.wss.handleUpgrade(request, socket, head, (ws) => this.wss.emit('connection', ws, request));
    socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }

  private async refusalOf(request: IncomingMessage): Promise<string | undefined> {
    if (request.url?.split('?')[0] !== '/graphql') return '404 Not Found';
    if (this.running.stopping) return '503 Service Unavailable';
    if (!isOurs(request, this.settings.publicUrl)) return '403 Forbidden';
    const token = sessionTokenOf(request, this.settings);
    const actor = await actorOfToken(this.dataSource.manager, token);
    if (!token || actor.personId === null) return '401 Unauthorized';
    const theirs = [...this.holders.values()].filter((holder) => holder.actor.personId === actor.personId).length;
    if (this.holders.size >= MOST_SOCKETS || theirs >= MOST_SOCKETS_EACH) return '429 Too Many Requests';
    this.arriving.set(request, { actor, tokenHash: hashToken(token) });
    return undefined;
  }
}

/** From the page's own address, or from the one that the installation is known by. */
function isOurs({ headers }: IncomingMessage, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (!origin || !URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === host;
}

function sessionTokenOf(request: IncomingMessage, settings: Settings): string | undefined {
  cookieParser()(request as Request, {} as Response, () => {});
  return readSessionCookie(request as Request, settings);
}

interface Asked {
  readonly query: string;
  readonly operationName?: string | undefined | null;
  readonly variables?: Record<string, unknown> | undefined | null;
  readonly extensions?: Record<string, unknown> | undefined | null;
}

/** Subscriptions only, small ones: what else one may ask goes over HTTP, with its limits. */
function argumentsOf(
  { schema }: GraphQLSchemaHost,
  known: KnownDocuments,
  { query, operationName, variables, extensions }: Asked,
  contextValue: object,
): ExecutionArgs | GraphQLError[] {
  const hash = (extensions?.['persistedQuery'] as { sha256Hash?: unknown } | undefined)?.sha256Hash;
  const text = typeof hash === 'string' ? known.get(hash) : query;
  if (text === undefined) return [new GraphQLError('Unknown document.', { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } })];
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: MOST_TOKENS });
  } catch (error) {
    return [error as GraphQLError];
  }
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
    return [new GraphQLError('Only subscriptions go over this socket.')];
  const errors = validate(schema, document);
  if (errors.length > 0) return [...errors];
  if (depthOf(operation.selectionSet, document) > DEEPEST) return [new GraphQLError('The operation nests too deep.')];
  return { schema, document, operationName, variableValues: variables, contextValue };
}

const plainly = (error: GraphQLError) => ({
  message: 'Something went wrong on our side.',
  ...(error.path && { path: error.path }),
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
});
