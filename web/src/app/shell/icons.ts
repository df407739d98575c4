import {
  AuditOutline,
  BellOutline,
  BookOutline,
  BulbOutline,
  CheckCircleOutline,
  ClockCircleOutline,
  CloseOutline,
  DisconnectOutline,
  DownOutline,
  ExclamationCircleOutline,
  FileSearchOutline,
  FullscreenExitOutline,
  FullscreenOutline,
  HistoryOutline,
  LeftOutline,
  LogoutOutline,
  OrderedListOutline,
  RightOutline,
  TeamOutline,
  UserOutline,
} from '@ant-design/icons-angular/icons';
import { provideNzIcons } from 'ng-zorro-antd/icon';

/** Only the icons in use. A page that needs another adds it here. */
const icons = [
  AuditOutline,
  BellOutline,
  BookOutline,
  BulbOutline,
  CheckCircleOutline,
  ClockCircleOutline,
  CloseOutline,
  DisconnectOutline,
  DownOutline,
  ExclamationCircleOutline,
  FileSearchOutline,
  FullscreenExitOutline,
  FullscreenOutline,
  HistoryOutline,
  LeftOutline,
  LogoutOutline,
  OrderedListOutline,
  RightOutline,
  TeamOutline,
  UserOutline,
];

export const provideIcons = () => provideNzIcons(icons);
