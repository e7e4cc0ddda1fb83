import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { LoggerModule } from 'nestjs-pino';
import { DataSource } from 'typeorm';
import { AuthModule } from './auth/auth.module.js';
import { graphqlContext } from './auth/graphql-context.js';
import { LiveSockets } from './auth/live-sockets.js';
import { BudgetModule } from './budget/budget.module.js';
import { EquipmentModule } from './equipment/equipment.module.js';
import { InsightModule } from './insight/insight.module.js';
import { NodesModule } from './nodes/nodes.module.js';
import { Person } from './people/person.entity.js';
import { PeopleModule } from './people/people.module.js';
import { buildSchemaOptions, graphqlOptions } from './platform/graphql/graphql-options.js';
import { httpLogging } from './platform/http/http-logging.js';
import type { WebBuild } from './platform/http/web-build.js';
import { ChangeFeed } from './platform/live/change-feed.js';
import { Metrics } from './platform/metrics/metrics.js';
import { PlacementModule } from './placement/placement.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { Running } from './platform/running.js';
import { Settings } from './platform/settings.js';
import { ReservationsModule } from './reservations/reservations.module.js';
import { LegsModule } from './transport/legs/legs.module.js';
import { TripsModule } from './transport/trips/trips.module.js';
import { PlanningModule } from './transport/planning/planning.module.js';
import { SitesModule } from './sites/sites.module.js';

/** Every feature with resolvers; each adds its own module here. */
export const featureModules = [
  PlatformModule,
  PeopleModule,
  AuthModule,
  SitesModule,
  EquipmentModule,
  PlacementModule,
  ReservationsModule,
  LegsModule,
  TripsModule,
  PlanningModule,
  BudgetModule,
  InsightModule,
  NodesModule,
];

export const schemaOptions = buildSchemaOptions([Person]);

@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static with(settings: Settings, dataSource: DataSource, build: () => WebBuild): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.with(settings, dataSource),
        LoggerModule.forRoot({ pinoHttp: httpLogging(settings) }),
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [Settings, DataSource, Metrics],
          useFactory: (settings: Settings, dataSource: DataSource, metrics: Metrics) =>
            graphqlOptions(
              settings.production,
              metrics,
              schemaOptions,
              () => build().documents,
              graphqlContext(settings, dataSource),
            ),
        }),
        ...featureModules,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** What every feature may ask for: the settings, the database, the measures. */
@Module({})
class CoreModule {
  static with(settings: Settings, dataSource: DataSource): DynamicModule {
    return {
      module: CoreModule,
      global: true,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: DataSource, useValue: dataSource },
        { provide: Metrics, inject: [DataSource], useFactory: (dataSource: DataSource) => new Metrics(dataSource) },
        ChangeFeed,
        LiveSockets,
        Running,
      ],
      exports: [Settings, DataSource, Metrics, ChangeFeed, LiveSockets, Running],
    };
  }
}
