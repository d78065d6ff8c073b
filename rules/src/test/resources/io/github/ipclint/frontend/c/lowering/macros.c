#define N 5
#define PERMS (S_IRUSR | S_IWUSR)
#define FIFO "/tmp/f"
#define BUF (buf + 1)
#define CHECK(e) \
    if ((e) == -1) \
        return -1
#define FOREACH(i, n) for ((i) = 0; (i) < (n); (i)++)
#define STR(x) #x
#define GLUE(a, b) a##b
#define LOG(format, ...) fprintf(stderr, format, ##__VA_ARGS__)
#define self(x) self(x + 1)
#define EMPTY

int uses(char *buf) EMPTY {
    int i, fd1;
    CHECK(open(FIFO, O_RDONLY, PERMS));
    FOREACH(i, N) {
        write(GLUE(fd, 1), BUF, N);
    }
    LOG("plain");
    LOG("%s", STR(a b));
    self(2);
    return va_arg(list, char *);
}
#undef N
int after(void) {
    return N;
}
