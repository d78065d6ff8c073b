/* <aio.h>: POSIX.1-2024 XBD aio.h. */

struct aiocb {
    int aio_fildes;
    volatile void *aio_buf;
    size_t aio_nbytes;
};

[[ipc::uses(aiocbp->aio_fildes, readable), ipc::transfers(in, aiocbp->aio_fildes, aiocbp->aio_buf, aiocbp->aio_nbytes),
  ipc::fills(aiocbp->aio_buf, aiocbp->aio_nbytes), ipc::fails(-1, EAGAIN, EBADF, EINVAL)]]
int aio_read(struct aiocb *aiocbp);
[[ipc::uses(aiocbp->aio_fildes, writable), ipc::transfers(out, aiocbp->aio_fildes, aiocbp->aio_buf, aiocbp->aio_nbytes),
  ipc::reads(aiocbp->aio_buf, aiocbp->aio_nbytes), ipc::fails(-1, EAGAIN, EBADF, EINVAL)]]
int aio_write(struct aiocb *aiocbp);
[[ipc::async_signal_safe]] int aio_error(const struct aiocb *aiocbp);
[[ipc::value(result), ipc::async_signal_safe]] ssize_t aio_return(struct aiocb *aiocbp);
[[ipc::blocks(any), ipc::fails(-1, EAGAIN, EINTR), ipc::async_signal_safe, ipc::interruptible]]
int aio_suspend(const struct aiocb *const list[], int nent, const struct timespec *timeout);
[[ipc::uses(fildes)]] int aio_cancel(int fildes, struct aiocb *aiocbp);
[[ipc::uses(aiocbp->aio_fildes)]] int aio_fsync(int op, struct aiocb *aiocbp);
int lio_listio(int mode, struct aiocb *const list[], int nent, struct sigevent *sig);
