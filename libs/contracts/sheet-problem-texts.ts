import type { ProblemTexts } from './problem-text';

/** The wording of problems with importing and exporting customers. */
export const sheetProblemTexts: ProblemTexts = {
  import_unreadable: {
    zh: { title: '文件无法读取', detail: '请选择 .xlsx 或 .csv 文件，或直接粘贴表格内容。旧的 .xls 请先另存为 .xlsx。' },
    en: { title: 'The file could not be read', detail: 'Choose an .xlsx or .csv file, or paste the cells. Save an old .xls as .xlsx first.' },
  },
  import_too_large: {
    zh: { title: '表格过大', detail: '一次最多 {rows} 行、{columns} 列、{mebibytes} MiB，请分几次导入。' },
    en: { title: 'The sheet is too large', detail: 'One import takes at most {rows} rows, {columns} columns and {mebibytes} MiB. Import it in parts.' },
  },
  import_empty: {
    zh: { title: '表格里没有内容', detail: '没有读到任何一行，请检查所选的文件。' },
    en: { title: 'The sheet is empty', detail: 'No row was found. Check which file you chose.' },
  },
  import_not_found: {
    zh: { title: '没有这次导入', detail: '它不存在；读入后未导入的文件会在 24 小时后清除。请重新选择文件。' },
    en: { title: 'No such import', detail: 'It does not exist; a file that was read and not imported is forgotten after 24 hours. Choose the file again.' },
  },
  import_mapping_wrong: {
    zh: { title: '栏目对应有误', detail: '姓名和电话各对应一栏，其他内容最多对应一栏。' },
    en: { title: 'The columns are not assigned right', detail: 'Name and phone need one column each; anything else has at most one.' },
  },
  import_changed: {
    zh: { title: '试运行之后有变化', detail: '登记簿、人员或栏目在试运行之后有变化，尚未导入。请重新试运行并核对。' },
    en: { title: 'Something changed since the trial', detail: 'The register, the staff or the columns changed since the trial, so nothing was imported. Run the trial again and look at it.' },
  },
  import_nothing_to_do: {
    zh: { title: '没有可导入的行', detail: '所有行都已登记或有误，原因见核对表。' },
    en: { title: 'Nothing to import', detail: 'Every row is known already or faulty; the sheet of remarks says why.' },
  },
  import_started: {
    zh: { title: '已经开始导入', detail: '这次导入已经开始或完成，不能重复进行。' },
    en: { title: 'Already under way', detail: 'This import has begun or is finished and is not carried out again.' },
  },
  import_not_undoable: {
    zh: { title: '不能撤销', detail: '只有已完成的导入可以撤销，且须在 {hours} 小时之内。' },
    en: { title: 'It cannot be undone', detail: 'Only a finished import can be undone, within {hours} hours.' },
  },
  export_not_found: {
    zh: { title: '没有这次导出', detail: '它不存在，或不是您导出的。' },
    en: { title: 'No such export', detail: 'It does not exist, or is not yours.' },
  },
  export_not_ready: {
    zh: { title: '文件还没有写好', detail: '请等进度完成后再下载。' },
    en: { title: 'Not written yet', detail: 'Wait until the progress is complete, then download it.' },
  },
  export_expired: {
    zh: { title: '文件已删除', detail: '导出的文件只保留 {hours} 小时，请重新导出。' },
    en: { title: 'The file is deleted', detail: 'An exported file is kept for {hours} hours. Export it again.' },
  },
  export_for_other_roles: {
    zh: { title: '您的岗位已变更', detail: '这份文件是按您当时的岗位导出的，请重新导出。' },
    en: { title: 'Your roles have changed', detail: 'The file shows what you could see then. Export it again.' },
  },
  exports_under_way: {
    zh: { title: '导出正在进行', detail: '您已有 {count} 份导出正在进行，请等其中一份完成。' },
    en: { title: 'Exports are under way', detail: '{count} of your exports are being written. Wait for one to finish.' },
  },
};
