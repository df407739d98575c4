import { filesOf } from './new-version';

describe('the files of a page', () => {
  it('are the scripts it names', () => {
    expect(filesOf('<link rel="modulepreload" href="chunk-A.js"><script src="polyfills-B.js" type="module"></script><script src="main-4F2K7QWX.js" type="module"></script>')).toEqual(['main-4F2K7QWX.js', 'polyfills-B.js']);
    expect(filesOf('<p>nothing</p>')).toEqual([]);
  });
});
