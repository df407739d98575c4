import { isInternal } from './internal-addresses';
import { webhookUrl } from './webhook-url';

describe('addresses no reminder goes to', () => {
  it.each([
    '127.0.0.1', '127.8.9.10', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '169.254.0.1', '100.64.0.1', '100.100.100.200', '100.127.255.255',
    '168.63.129.16', '192.0.0.192', '192.0.2.1', '198.18.0.1', '198.19.255.255', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '100::1',
    '2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', 'localhost', '', '1.2.3',
  ])('%s', (address) => expect(isInternal(address)).toBe(true));

  it.each(['8.8.8.8', '1.1.1.1', '100.63.255.255', '100.128.0.0', '172.15.255.255', '172.32.0.0', '192.167.255.255', '169.253.255.255', '223.5.5.5', '2606:4700:4700::1111', '2400:3200::1', '2a00:1450:4001::1'])('%s is none', (address) => {
    expect(isInternal(address)).toBe(false);
  });

  it.each([
    'https://127.0.0.1/', 'https://2130706433/', 'https://0x7f000001/', 'https://0x7f.1/', 'https://0177.0.0.1/', 'https://127.1/', 'https://0/', 'https://0xa9fea9fe/', 'https://2852039166/', 'https://１２７.０.０.１/', 'https://127。0。0。1/',
    'https://[::1]/', 'https://[::ffff:169.254.169.254]/', 'https://[0:0:0:0:0:ffff:a00:1]/', 'https://[fd00::1]:8443/', 'https://%31%32%37.0.0.1/',
  ])('%s is read as the address it stands for', (typed) => {
    expect(isInternal(webhookUrl(typed, false).hostname.replace(/^\[|\]$/g, ''))).toBe(true);
  });

  it.each(['http://example.com/', 'ftp://example.com/', 'https://user:word@example.com/', 'https://user@example.com/', 'https://example.com/#part', 'example.com', '', 'javascript:alert(1)', 'file:///etc/passwd', `https://example.com/${'a'.repeat(500)}`])('"%s" is no address of a webhook', (typed) => {
    expect(() => webhookUrl(typed, false)).toThrow('webhook_url_refused');
  });

  it('may be plain http where the operator says so', () => {
    expect(webhookUrl('http://10.0.0.1:8080/x', true).href).toBe('http://10.0.0.1:8080/x');
    expect(() => webhookUrl('ftp://10.0.0.1/', true)).toThrow('webhook_url_refused');
  });
});
