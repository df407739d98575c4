import { visitFormFields } from '@lunjie/contracts';
import { languages } from '../shared/language/languages';
import { wordsOnDisk } from '../../testing/dictionaries';

describe.each(languages)('the visit form in %s', (language) => {
  const me = wordsOnDisk(language, 'me');
  const reception = wordsOnDisk(language, 'reception');

  it('has words for every field, group and choice', () => {
    const missing = visitFormFields.flatMap((field) => [
      ...(reception.has(`reception.field.${field.name}`) ? [] : [field.name]),
      ...(me.has(`me.group.${field.group}`) ? [] : [field.group]),
      ...('options' in field ? field.options.filter((option) => !me.has(`me.option.${field.name}.${option}`)) : []),
    ]);
    expect(missing).toEqual([]);
  });
});
