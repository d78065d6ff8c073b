def log = new File(basedir, 'build.log').text
def page = new File(basedir, 'target/site/ipclint-report.html').text
def audit = new File(basedir, 'target/site/ipclint.html').text
def anchor = (audit =~ /id="(f-[0-9a-f]{12})"/)[0][1]

assert page.contains('./ipclint.html#' + anchor) : 'each finding on the site leads to the audit report'
assert page.contains('<svg') : 'the map is drawn on the site too'
assert !page.contains(' id="m-') : 'nothing in the drawing can clash with the site'
assert audit.contains('2026-01-01') : 'the date is the one of the build'
assert audit == new File(basedir, 'target/ipclint/ipclint.html').text
assert log.count('ipclint: analysing on JDK') == 2 : 'check and report analyse once, aggregate once more'
assert log.contains('ipclint: audit report ')
assert new File(basedir, 'target/all/ipclint.md').text.contains('1 error')

// the check shows what was measured; the goal that writes no page has no use for it
assert new File(basedir, 'target/ipclint/ipclint.html').text.contains('880 of 1,000 messages lost')
