static int counter = 4;
int shared;
extern int elsewhere;
volatile int flag;
static const char *const names[] = {"a", "b"};

void locals(void) {
    static int hits = 3;
    extern int other;
    int f(int);
    hits++;
    other = 2;
    errno = f(elsewhere);
    register unsigned long r;
    int a, *b = &a, c[2][3];
}

int old(a, b)
    int a;
    char *b;
{
    return a + *b;
}

_Noreturn static void die(const char *format, ...) {
    for (;;)
        ;
}

void give_up(void) __attribute__((noreturn));
void give_up(void) {
    die("x");
}

void cleans(void) {
    __attribute__((cleanup(closep))) int fd = 1;
    int other __attribute__((__cleanup__(closep))) = 2;
}

int outer(int x) {
    int inner(int y) { return y + 1; }
    return inner(x);
}
