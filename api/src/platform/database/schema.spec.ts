import { describeOnBothDatabases } from '../testing/both-databases';

/** The whole product's entities against the schema its migrations make. */
describeOnBothDatabases('the schema after every migration', (open) => {
  it('is what the entities say', async () => {
    const { dataSource } = await open();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('takes nothing more when migrated again', async () => {
    const { dataSource } = await open();
    const { migrate } = await import('./migrate');
    await Promise.all([migrate(dataSource), migrate(dataSource)]);
    expect(await dataSource.showMigrations()).toBe(false);
  });
});
