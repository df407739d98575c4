import { Module } from '@nestjs/common';

/** The product's features. The platform is added by `createApp`, so that tests can give it another clock and database. */
@Module({ imports: [] })
export class AppModule {}
