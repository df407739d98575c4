import { DefaultNamingStrategy } from 'typeorm';

/** Tables and columns in snake_case, from the names of classes and properties. */
export class SnakeCaseNames extends DefaultNamingStrategy {
  override tableName(className: string, customName: string | undefined): string {
    return customName ?? snakeCase(className);
  }

  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return snakeCase([...prefixes, ''].join('_')) + (customName ?? snakeCase(propertyName));
  }
}

function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
