int stray(int a) {
    a = 1;
/
    a = f(a);
    a = 2;
}

int noSemicolon(int a) {
    a = 1
    a = f(a);
    return a;
}

int afterwards(void) {
    return g(1) + ;
}

int last(void) {
    if (h(1)) {
        return 1;
