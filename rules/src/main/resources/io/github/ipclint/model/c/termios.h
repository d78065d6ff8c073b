/* <termios.h>: POSIX.1-2024 XBD termios.h. */

[[ipc::async_signal_safe]] speed_t cfgetispeed(const struct termios *termios_p);
[[ipc::async_signal_safe]] speed_t cfgetospeed(const struct termios *termios_p);
[[ipc::async_signal_safe]] int cfsetispeed(struct termios *termios_p, speed_t speed);
[[ipc::async_signal_safe]] int cfsetospeed(struct termios *termios_p, speed_t speed);
int cfsetspeed(struct termios *termios_p, speed_t speed);
void cfmakeraw(struct termios *termios_p);
[[ipc::uses(fildes), ipc::fails(-1, EBADF, EINTR, EIO, ENOTTY), ipc::async_signal_safe]] int tcdrain(int fildes);
[[ipc::uses(fildes), ipc::fails(-1, EBADF, EINVAL, EIO, ENOTTY), ipc::async_signal_safe]] int tcflow(int fildes, int action);
[[ipc::uses(fildes), ipc::fails(-1, EBADF, EINVAL, EIO, ENOTTY), ipc::async_signal_safe]] int tcflush(int fildes, int queue_selector);
[[ipc::uses(fildes), ipc::fills(termios_p), ipc::fails(-1, EBADF, ENOTTY), ipc::async_signal_safe]]
int tcgetattr(int fildes, struct termios *termios_p);
[[ipc::uses(fildes), ipc::reads(termios_p), ipc::fails(-1, EBADF, EINTR, EINVAL, EIO, ENOTTY), ipc::async_signal_safe]]
int tcsetattr(int fildes, int optional_actions, const struct termios *termios_p);
[[ipc::uses(fildes), ipc::fails(-1, EBADF, ENOTTY)]] pid_t tcgetsid(int fildes);
[[ipc::uses(fildes), ipc::fails(-1, EBADF, EIO, ENOTTY), ipc::async_signal_safe]] int tcsendbreak(int fildes, int duration);
[[ipc::uses(fildes), ipc::fills(winsize_p), ipc::fails(-1, EBADF, ENOTTY), ipc::async_signal_safe]]
int tcgetwinsize(int fildes, struct winsize *winsize_p);
[[ipc::uses(fildes), ipc::reads(winsize_p), ipc::fails(-1, EBADF, EINVAL, EIO, ENOTTY), ipc::async_signal_safe]]
int tcsetwinsize(int fildes, const struct winsize *winsize_p);
