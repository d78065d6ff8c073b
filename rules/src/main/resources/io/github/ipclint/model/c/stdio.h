/* <stdio.h>: POSIX.1-2024 XBD stdio.h, and what glibc adds. Output to a stream is kept in the process until a flush. */

/* Opening and closing */

[[ipc::names(result, file, pathname), ipc::acquires(result, stream, mode(mode)), ipc::reads(pathname), ipc::reads(mode),
  ipc::creates(result, mode(0666), when(mode[0] != 'r')), ipc::sizes(result, 0, when(mode[0] == 'w')),
  ipc::blocks(peer_open, unless(mode[1] == '+')),
  ipc::fails(NULL, EACCES, EINTR, EINVAL, EISDIR, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOSPC, ENOTDIR, ENXIO, EOVERFLOW, EROFS, ETXTBSY,
             stuck(EMFILE, ENFILE)),
  ipc::must_check, ipc::seed]]
FILE *fopen(const char *restrict pathname, const char *restrict mode);

[[ipc::names(result, file, pathname), ipc::acquires(result, stream, mode(mode)), ipc::reads(pathname), ipc::reads(mode),
  ipc::creates(result, mode(0666), when(mode[0] != 'r')), ipc::sizes(result, 0, when(mode[0] == 'w')),
  ipc::blocks(peer_open, unless(mode[1] == '+')),
  ipc::fails(NULL, EACCES, EINTR, EINVAL, EISDIR, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOSPC, ENOTDIR, ENXIO, EOVERFLOW, EROFS, ETXTBSY,
             stuck(EMFILE, ENFILE)),
  ipc::must_check, ipc::seed]]
FILE *fopen64(const char *restrict pathname, const char *restrict mode);

/* fclose of the result closes the descriptor too. */
[[ipc::acquires(result, stream, mode(mode)), ipc::wraps(result, fildes), ipc::uses(fildes), ipc::reads(mode),
  ipc::fails(NULL, EBADF, EINVAL, EMFILE, ENOMEM), ipc::must_check, ipc::seed]]
FILE *fdopen(int fildes, const char *mode);

/* The old stream is closed also when the new one cannot be opened. */
/* The stream stays the stream that it was, over another file. */
[[ipc::names(result, file, pathname, when(pathname)), ipc::view(result, stream),
  ipc::reads(pathname, when(pathname)), ipc::reads(mode), ipc::creates(result, mode(0666), when(mode[0] != 'r')),
  ipc::fails(NULL, EACCES, EBADF, EINTR, EINVAL, EISDIR, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOMEM, ENOSPC, ENOTDIR, ENXIO,
             EOVERFLOW, EROFS, ETXTBSY)]]
FILE *freopen(const char *restrict pathname, const char *restrict mode, FILE *restrict stream);

[[ipc::releases(stream, stream, always), ipc::orders_before(stream, always),
  ipc::fails(EOF, EAGAIN, EDQUOT, EFBIG, EINTR, EIO, ENOMEM, ENOSPC, ENXIO, EPIPE, stuck(EBADF))]]
int fclose(FILE *stream);
[[ipc::view(result, stream), ipc::uses(stream), ipc::fails(-1, EBADF)]] int fileno(FILE *stream);
[[ipc::view(result, stream), ipc::uses(stream), ipc::fails(-1, EBADF)]] int fileno_unlocked(FILE *stream);
[[ipc::acquires(result, stream), ipc::fails(NULL, EACCES, EEXIST, EINTR, EMFILE, ENFILE, ENOMEM, ENOSPC, EROFS), ipc::must_check]]
FILE *tmpfile(void);
[[ipc::acquires(result, stream, mode(mode)), ipc::fails(NULL, EINVAL, EMFILE, ENOMEM), ipc::must_check]]
FILE *fmemopen(void *restrict buf, size_t max_size, const char *restrict mode);
[[ipc::acquires(result, stream), ipc::fills(bufp), ipc::fills(sizep), ipc::fails(NULL, EINVAL, EMFILE, ENOMEM)]]
FILE *open_memstream(char **bufp, size_t *sizep);
[[ipc::acquires(result, stream, mode(mode)), ipc::fails(NULL, EINVAL, ENOMEM), ipc::must_check]]
FILE *fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions);

/* The shell runs beside us; pclose waits for it. */
[[ipc::spawns(result), ipc::acquires(result, popen_stream, mode(mode)), ipc::reads(command), ipc::reads(mode),
  ipc::fails(NULL, EAGAIN, EINVAL, ENOMEM, stuck(EMFILE, ENFILE)), ipc::must_check, ipc::seed]]
FILE *popen(const char *command, const char *mode);
[[ipc::releases(stream, popen_stream, always), ipc::waits(child(stream)), ipc::blocks(child), ipc::orders_before(stream, always),
  ipc::fails(-1, ECHILD, EINTR, EINVAL)]]
int pclose(FILE *stream);

/* Input */

[[ipc::uses(stream, readable), ipc::transfers(in, stream, ptr, size * nitems), ipc::fills(ptr, size * result), ipc::blocks(stream),
  ipc::orders_after(stream), ipc::becomes(stream, offset_moved)]]
size_t fread(void *restrict ptr, size_t size, size_t nitems, FILE *restrict stream);
[[ipc::uses(stream, readable), ipc::transfers(in, stream, ptr, size * nitems), ipc::fills(ptr, size * result), ipc::blocks(stream),
  ipc::orders_after(stream), ipc::becomes(stream, offset_moved)]]
size_t fread_unlocked(void *restrict ptr, size_t size, size_t nitems, FILE *restrict stream);
[[ipc::uses(stream, readable), ipc::transfers(in, stream, s, n, eof(NULL)), ipc::fills(s, n), ipc::terminated(s), ipc::blocks(stream),
  ipc::orders_after(stream), ipc::becomes(stream, offset_moved), ipc::fails(NULL, EAGAIN, EBADF, EINTR, EIO)]]
char *fgets(char *restrict s, int n, FILE *restrict stream);
[[ipc::fills(s), ipc::terminated(s), ipc::fails(NULL)]] char *gets(char *s);
[[ipc::uses(stream, readable), ipc::transfers(in, stream, eof(EOF)), ipc::value(result), ipc::blocks(stream), ipc::orders_after(stream),
  ipc::becomes(stream, offset_moved), ipc::fails(EOF, EAGAIN, EBADF, EINTR, EIO)]]
int fgetc(FILE *stream);
[[ipc::uses(stream, readable), ipc::transfers(in, stream, eof(EOF)), ipc::value(result), ipc::blocks(stream), ipc::orders_after(stream),
  ipc::becomes(stream, offset_moved), ipc::fails(EOF, EAGAIN, EBADF, EINTR, EIO)]]
int getc(FILE *stream);
[[ipc::uses(stream, readable), ipc::transfers(in, stream, eof(EOF)), ipc::value(result), ipc::blocks(stream), ipc::orders_after(stream),
  ipc::becomes(stream, offset_moved), ipc::fails(EOF, EAGAIN, EBADF, EINTR, EIO)]]
int getc_unlocked(FILE *stream);
[[ipc::value(result), ipc::fails(EOF, EAGAIN, EBADF, EINTR, EIO)]] int getchar(void);
[[ipc::value(result), ipc::fails(EOF, EAGAIN, EBADF, EINTR, EIO)]] int getchar_unlocked(void);
[[ipc::uses(stream)]] int ungetc(int c, FILE *stream);
[[ipc::uses(stream, readable), ipc::transfers(in, stream, eof(-1)), ipc::fills(lineptr), ipc::fills(n), ipc::terminated(*lineptr),
  ipc::acquires(*lineptr, memory, unless(*lineptr)), ipc::blocks(stream), ipc::orders_after(stream), ipc::becomes(stream, offset_moved),
  ipc::fails(-1, EAGAIN, EBADF, EINTR, EINVAL, EIO, ENOMEM, EOVERFLOW)]]
ssize_t getline(char **restrict lineptr, size_t *restrict n, FILE *restrict stream);
[[ipc::uses(stream, readable), ipc::transfers(in, stream, eof(-1)), ipc::fills(lineptr), ipc::fills(n), ipc::terminated(*lineptr),
  ipc::acquires(*lineptr, memory, unless(*lineptr)), ipc::blocks(stream), ipc::orders_after(stream), ipc::becomes(stream, offset_moved),
  ipc::fails(-1, EAGAIN, EBADF, EINTR, EINVAL, EIO, ENOMEM, EOVERFLOW)]]
ssize_t getdelim(char **restrict lineptr, size_t *restrict n, int delimiter, FILE *restrict stream);

/* The pointers after a scanf format are written through. */
[[ipc::uses(stream, readable), ipc::transfers(in, stream, eof(EOF)), ipc::reads(format), ipc::fills(args), ipc::blocks(stream),
  ipc::orders_after(stream), ipc::becomes(stream, offset_moved), ipc::fails(EOF, EAGAIN, EBADF, EINTR, EIO, ENOMEM)]]
int fscanf(FILE *restrict stream, const char *restrict format, ...);
[[ipc::reads(format), ipc::fills(args), ipc::fails(EOF)]] int scanf(const char *restrict format, ...);
[[ipc::reads(s), ipc::reads(format), ipc::fills(args), ipc::fails(EOF)]]
int sscanf(const char *restrict s, const char *restrict format, ...);
[[ipc::uses(stream, readable), ipc::transfers(in, stream, eof(EOF)), ipc::reads(format), ipc::blocks(stream), ipc::fails(EOF)]]
int vfscanf(FILE *restrict stream, const char *restrict format, va_list arg);
[[ipc::reads(format), ipc::fails(EOF)]] int vscanf(const char *restrict format, va_list arg);
[[ipc::reads(s), ipc::reads(format), ipc::fails(EOF)]] int vsscanf(const char *restrict s, const char *restrict format, va_list arg);

/* Output */

[[ipc::uses(stream, writable), ipc::transfers(out, stream, ptr, size * nitems), ipc::reads(ptr, size * nitems), ipc::orders_before(stream),
  ipc::becomes(stream, offset_moved)]]
size_t fwrite(const void *restrict ptr, size_t size, size_t nitems, FILE *restrict stream);
[[ipc::uses(stream, writable), ipc::transfers(out, stream, ptr, size * nitems), ipc::reads(ptr, size * nitems), ipc::orders_before(stream),
  ipc::becomes(stream, offset_moved)]]
size_t fwrite_unlocked(const void *restrict ptr, size_t size, size_t nitems, FILE *restrict stream);
[[ipc::uses(stream, writable), ipc::transfers(out, stream, s), ipc::reads(s), ipc::orders_before(stream),
  ipc::becomes(stream, offset_moved), ipc::fails(EOF, EAGAIN, EBADF, EFBIG, EINTR, EIO, ENOSPC, EPIPE)]]
int fputs(const char *restrict s, FILE *restrict stream);
[[ipc::reads(s), ipc::fails(EOF)]] int puts(const char *s);
[[ipc::uses(stream, writable), ipc::transfers(out, stream), ipc::orders_before(stream), ipc::becomes(stream, offset_moved),
  ipc::fails(EOF, EAGAIN, EBADF, EFBIG, EINTR, EIO, ENOSPC, EPIPE)]]
int fputc(int c, FILE *stream);
[[ipc::uses(stream, writable), ipc::transfers(out, stream), ipc::orders_before(stream), ipc::becomes(stream, offset_moved),
  ipc::fails(EOF, EAGAIN, EBADF, EFBIG, EINTR, EIO, ENOSPC, EPIPE)]]
int putc(int c, FILE *stream);
[[ipc::uses(stream, writable), ipc::transfers(out, stream), ipc::fails(EOF)]] int putc_unlocked(int c, FILE *stream);
[[ipc::fails(EOF)]] int putchar(int c);
[[ipc::fails(EOF)]] int putchar_unlocked(int c);

[[ipc::formats(format, 1), ipc::fails(result < 0)]] int printf(const char *restrict format, ...);
[[ipc::uses(stream, writable), ipc::transfers(out, stream), ipc::formats(format, 2), ipc::orders_before(stream),
  ipc::becomes(stream, offset_moved), ipc::fails(result < 0)]]
int fprintf(FILE *restrict stream, const char *restrict format, ...);
[[ipc::uses(fildes, writable), ipc::transfers(out, fildes), ipc::formats(format, 2), ipc::blocks(fildes), ipc::orders_before(fildes),
  ipc::becomes(fildes, offset_moved), ipc::fails(result < 0)]]
int dprintf(int fildes, const char *restrict format, ...);
[[ipc::fills(s), ipc::terminated(s), ipc::formats(format, 2), ipc::value(*s, format(format, args)), ipc::fails(result < 0)]]
int sprintf(char *restrict s, const char *restrict format, ...);
/* The result is the length that the text would have: not less than n when it was cut. */
[[ipc::fills(s, n), ipc::terminated(s), ipc::formats(format, 3), ipc::value(*s, format(format, args)), ipc::fails(result < 0)]]
int snprintf(char *restrict s, size_t n, const char *restrict format, ...);
[[ipc::acquires(*strp, memory), ipc::formats(format, 2), ipc::value(**strp, format(format, args)), ipc::fails(-1, ENOMEM)]]
int asprintf(char **restrict strp, const char *restrict format, ...);
[[ipc::formats(format), ipc::fails(result < 0)]] int vprintf(const char *restrict format, va_list ap);
[[ipc::uses(stream, writable), ipc::transfers(out, stream), ipc::formats(format), ipc::orders_before(stream),
  ipc::becomes(stream, offset_moved), ipc::fails(result < 0)]]
int vfprintf(FILE *restrict stream, const char *restrict format, va_list ap);
[[ipc::uses(fildes, writable), ipc::transfers(out, fildes), ipc::formats(format), ipc::blocks(fildes), ipc::orders_before(fildes),
  ipc::fails(result < 0)]]
int vdprintf(int fildes, const char *restrict format, va_list ap);
[[ipc::fills(s), ipc::terminated(s), ipc::formats(format), ipc::value(*s), ipc::fails(result < 0)]]
int vsprintf(char *restrict s, const char *restrict format, va_list ap);
[[ipc::fills(s, n), ipc::terminated(s), ipc::formats(format), ipc::value(*s), ipc::fails(result < 0)]]
int vsnprintf(char *restrict s, size_t n, const char *restrict format, va_list ap);
[[ipc::acquires(*strp, memory), ipc::formats(format), ipc::value(**strp), ipc::fails(-1, ENOMEM)]]
int vasprintf(char **restrict strp, const char *restrict format, va_list ap);
[[ipc::reads(s)]] void perror(const char *s);
[[ipc::uses(stream, when(stream)), ipc::fails(EOF, EAGAIN, EBADF, EFBIG, EINTR, EIO, ENOSPC, EPIPE)]] int fflush(FILE *stream);
[[ipc::uses(stream)]] int fflush_unlocked(FILE *stream);

/* State of a stream */

[[ipc::uses(stream)]] void clearerr(FILE *stream);
[[ipc::uses(stream), ipc::value(result)]] int feof(FILE *stream);
[[ipc::uses(stream), ipc::value(result)]] int ferror(FILE *stream);
[[ipc::uses(stream)]] int feof_unlocked(FILE *stream);
[[ipc::uses(stream)]] int ferror_unlocked(FILE *stream);
[[ipc::uses(stream), ipc::becomes(stream, offset_moved), ipc::fails(-1, EBADF, EINVAL, EOVERFLOW, ESPIPE)]]
int fseek(FILE *stream, long offset, int whence);
[[ipc::uses(stream), ipc::becomes(stream, offset_moved), ipc::fails(-1, EBADF, EINVAL, EOVERFLOW, ESPIPE)]]
int fseeko(FILE *stream, off_t offset, int whence);
[[ipc::uses(stream), ipc::fails(-1, EBADF, EOVERFLOW, ESPIPE)]] long ftell(FILE *stream);
[[ipc::uses(stream), ipc::fails(-1, EBADF, EOVERFLOW, ESPIPE)]] off_t ftello(FILE *stream);
[[ipc::uses(stream), ipc::becomes(stream, offset_moved)]] void rewind(FILE *stream);
[[ipc::uses(stream), ipc::fills(pos)]] int fgetpos(FILE *restrict stream, fpos_t *restrict pos);
[[ipc::uses(stream), ipc::reads(pos), ipc::becomes(stream, offset_moved)]] int fsetpos(FILE *stream, const fpos_t *pos);
[[ipc::uses(stream)]] void setbuf(FILE *restrict stream, char *restrict buf);
[[ipc::uses(stream)]] int setvbuf(FILE *restrict stream, char *restrict buf, int type, size_t size);
[[ipc::uses(stream)]] void setlinebuf(FILE *stream);
[[ipc::uses(stream)]] void setbuffer(FILE *stream, char *buf, size_t size);
[[ipc::uses(stream)]] void flockfile(FILE *stream);
[[ipc::uses(stream)]] int ftrylockfile(FILE *stream);
[[ipc::uses(stream)]] void funlockfile(FILE *stream);
[[ipc::uses(stream)]] void __fpurge(FILE *stream);

/* Files by path */

[[ipc::removes(file, path), ipc::reads(path),
  ipc::fails(-1, EACCES, EBUSY, EEXIST, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, ENOTEMPTY, EPERM, EROFS)]]
int remove(const char *path);
[[ipc::removes(file, old), ipc::reads(old), ipc::reads(new),
  ipc::fails(-1, EACCES, EBUSY, EDQUOT, EEXIST, EINVAL, EISDIR, ELOOP, EMLINK, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, ENOTEMPTY, EPERM,
             EROFS, EXDEV),
  ipc::async_signal_safe]]
int rename(const char *old, const char *new);
[[ipc::removes(file, old), ipc::reads(old), ipc::reads(new),
  ipc::fails(-1, EACCES, EBADF, EBUSY, EDQUOT, EEXIST, EINVAL, EISDIR, ELOOP, EMLINK, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, ENOTEMPTY,
             EPERM, EROFS, EXDEV),
  ipc::async_signal_safe]]
int renameat(int oldfd, const char *old, int newfd, const char *new);
[[ipc::removes(file, old), ipc::reads(old), ipc::reads(new), ipc::fails(-1)]]
int renameat2(int oldfd, const char *old, int newfd, const char *new, unsigned int flags);
[[ipc::fills(s), ipc::terminated(s), ipc::value(*s)]] char *tmpnam(char *s);
[[ipc::acquires(result, memory), ipc::value(*result), ipc::fails(NULL)]] char *tempnam(const char *dir, const char *pfx);
[[ipc::fills(s), ipc::terminated(s)]] char *ctermid(char *s);
