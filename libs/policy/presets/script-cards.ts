import type { Both, ScriptStep } from '@lunjie/contracts';

/** What the written rules have said at each step, until an office has words of its own. 项目 and 姓 stand for the project's name and the speaker's surname. */
export const presetScripts: Readonly<Record<ScriptStep, Both>> = {
  greeting: { zh: '您好，欢迎光临！', en: 'Welcome. How do you do?' },
  first_question: { zh: '请问您是第一次来吗？之前来过或打过电话吗？', en: 'Is this your first visit? Have you been here or called us before?' },
  ask_to_wait: { zh: '不好意思，请您稍坐，先喝杯水，我马上请置业顾问来接待您。', en: 'I am sorry to keep you waiting. Please have a seat and a glass of water; an agent will be with you shortly.' },
  see_off: { zh: '谢谢您来，请慢走，欢迎再来。', en: 'Thank you for coming. Goodbye, and please come again.' },
  phone_open: { zh: '您好，（项目名称），我姓（姓），请问有什么可以帮您？', en: 'Hello, this is (project), my name is (surname). How may I help you?' },
  phone_close: { zh: '谢谢您的来电，欢迎您到现场看看，再见。', en: 'Thank you for calling. You are welcome to visit us. Goodbye.' },
};
