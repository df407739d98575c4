import {
  AuditOutline,
  BulbOutline,
  CheckCircleOutline,
  ClockCircleOutline,
  CloseOutline,
  DisconnectOutline,
  DownOutline,
  ExclamationCircleOutline,
  FullscreenExitOutline,
  FullscreenOutline,
  LogoutOutline,
  OrderedListOutline,
  UserOutline,
} from '@ant-design/icons-angular/icons';
import { provideNzIcons } from 'ng-zorro-antd/icon';

/** Only the icons in use. A page that needs another adds it here. */
const icons = [
  AuditOutline,
  BulbOutline,
  CheckCircleOutline,
  ClockCircleOutline,
  CloseOutline,
  DisconnectOutline,
  DownOutline,
  ExclamationCircleOutline,
  FullscreenExitOutline,
  FullscreenOutline,
  LogoutOutline,
  OrderedListOutline,
  UserOutline,
];

export const provideIcons = () => provideNzIcons(icons);
