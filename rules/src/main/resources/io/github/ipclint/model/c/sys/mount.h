/* <sys/mount.h>, <sys/klog.h>, <sys/reboot.h>: Linux. */

[[ipc::reads(target), ipc::fails(-1)]]
int mount(const char *source, const char *target, const char *filesystemtype, unsigned long mountflags, const void *data);
[[ipc::reads(target), ipc::fails(-1)]] int umount(const char *target);
[[ipc::reads(target), ipc::fails(-1)]] int umount2(const char *target, int flags);
[[ipc::fills(bufp, len), ipc::fails(-1)]] int klogctl(int type, char *bufp, int len);
[[ipc::fails(-1)]] int reboot(int cmd);
